package speech

import "github.com/belegt/extract/extract/text"

// content: clauses that say what was said: "sagte, dass …", "forderte, … zu …",
// "sagte, er habe …", and what goes on from there.
func (f *Finder) content(c int, v verb, u Utterance) bool {
	from, to, rule := f.complement(c, v.at, v)
	if from < 0 {
		return f.contentFirst(c, v, u)
	}
	if f.ofNoun(from, to) {
		return true
	}
	if rule == "speech.verb.colon" && (u.who.chunk >= 0 && !f.animate(u.who.chunk) || f.form(f.ownTokens(c).To-1) == ")") {
		return true // "Das Wetter meinte es gut: …", "(Nordblick berichtete): …"
	}
	if rule == "speech.verb.colon" && v.naming && f.objects(c) > 1 {
		return true // "Die Leute nannten ihn den Doktor: …"
	}
	if cl := &f.d.Clauses[c]; rule == "speech.verb.colon" && cl.Kind == text.SubClause && cl.Finite != v.head {
		return true // "Es kam anders, als X vermutet hatte: …"
	}
	if s := f.subject(c); rule == "speech.verb.colon" && v.passiv && u.who.none() && s >= 0 && !f.lex.expletive.Has(f.d, f.ch[s].Head) && !f.lex.pointer.Has(f.d, f.ch[s].Head) {
		return true // "Mehr Geld wird gefordert: …" explains
	}
	if i := f.firstWord(text.Range{From: from, To: to}); i >= 0 && f.d.Tokens[i].Zone >= 0 && f.used[f.d.Tokens[i].Zone] {
		return true // "rief sie, „und wir gehen“"
	}
	if rule == "speech.verb.mood" || rule == "speech.verb.inf" {
		from = f.openingOf(c, from)
	}
	u.Frame.To = max(min(u.Frame.To, from), v.at+1)
	u.Said = []text.Range{{From: from, To: to}}
	u.Rule = rule
	return f.add(u) != nil
}

// objects is how many phrases without a preposition clause c has beside its subject, with
// those behind als.
func (f *Finder) objects(c int) int {
	cl := &f.d.Clauses[c]
	s, n := f.subject(c), 0
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		if ch := &f.ch[k]; ch.Kind == text.NounPhrase && k != s && ch.Prep < 0 && ch.Of < 0 && f.belongs(k, c) && !f.timely(k) && f.d.Tokens[ch.Head].Feats&text.Reflex == 0 {
			n++
		}
	}
	return n
}

// openingOf is where what clause c says begins when it was found to begin at token
// from but its first phrase stands before that, cut off by a comma inside it: "teilte
// mit, | 30 Menschen, darunter Kinder, seien verletzt".
func (f *Finder) openingOf(c, from int) int {
	cl := &f.d.Clauses[c]
	if cl.Group < 0 || cl.Finite < 0 || !f.d.Tokens[from].Word.Has(text.Punct) || f.form(from) == ":" {
		return from
	}
	parts := f.d.Chunks[cl.Group].Parts
	end := max(cl.Finite, parts[len(parts)-1]) + 1
	bare := f.d.Tokens[from+1].Feats.Is(text.Fin) || f.d.Tokens[from+1].Feats.Is(text.InfZu) // nothing before its verb
	for j := end; j < from; j++ {
		if f.form(j) != "," {
			continue
		}
		k := f.chunkAt(j + 1)
		if k >= len(f.ch) || f.ch[k].Kind != text.NounPhrase || f.ch[k].Tokens.From >= from {
			return from
		}
		opens := f.ch[k].Tokens.From == j+1 || f.ch[k].Prep == j+1
		if j == end && opens && (bare || f.enumerates(j, from)) {
			return j
		}
		if bare && opens && f.ch[k].Prep < 0 && f.d.Tokens[from+1].Feats.Is(text.Fin) && f.agrees(k, from+1) && f.ch[k].Name.Empty() && f.d.Tokens[j].Clause == c {
			return j // "sagte Holm am Montag, | 30 Menschen, …"
		}
	}
	return from
}

// enumerates reports whether the words from token j to beyond token from are a list
// whose last members "und" joins: "30 Schulen in Polen, | Ungarn und Serbien".
func (f *Finder) enumerates(j, from int) bool {
	for i := j + 1; i < from; i++ {
		if p := f.d.Tokens[i].POS; p == text.VERB || p == text.AUX || p == text.PRON || p == text.SCONJ {
			return false
		}
	}
	k := f.chunkAt(from + 1)
	return k < len(f.ch) && f.ch[k].Kind == text.NounPhrase && f.ch[k].Tokens.From == from+1 && f.ch[k].Tokens.To < len(f.d.Tokens) && f.d.Tokens[f.ch[k].Tokens.To].POS == text.CCONJ
}

// ofNoun reports whether a noun of saying is already credited with the clauses
// from token a to b: "lehnte den Vorschlag der Partei ab, … zu …".
func (f *Finder) ofNoun(a, b int) bool {
	found := false
	f.idx.in(f.d.Tokens[a].Sent, func(k int) bool {
		u := &f.out[k]
		found = u.Rule == "speech.noun" && u.start() >= a && u.start() < b && u.start() <= a+2
		return !found
	})
	return found
}

// contentFirst: "Dass 300 Lehrer fehlen, bestätigte der Minister".
func (f *Finder) contentFirst(c int, v verb, u Utterance) bool {
	cl := &f.d.Clauses[c]
	if v.class == "weak" && v.with == "" && v.preps == "" || cl.Finite < 0 || cl.Kind != text.MainClause {
		return false
	}
	cs := f.idx.clauses[cl.Sent]
	for k := cs.From; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		if n.Tokens.From > cs.From && n.Tokens.From >= cl.Finite {
			break
		}
		if k != c && n.Kind == text.SubClause && (n.Parent == c || n.Parent < 0 && n.Tokens.To == cl.Tokens.From && cl.Finite <= cl.Tokens.From+1) && n.Intro >= 0 && f.lex.that.Has(f.d, n.Intro) && n.Tokens.From == f.sentence(cl.Tokens.From).From && !(f.lex.as.Has(f.d, n.Intro) && f.isSaying(k)) {
			u.Said = []text.Range{n.Tokens}
			u.Rule = "speech.verb.that"
			return f.add(u) != nil
		}
	}
	return false
}

// complement is the stretch of clauses behind token at, in the sentence of
// clause c, that say what c tells is said; from is -1 for none.
func (f *Finder) complement(c, at int, v verb) (from, to int, rule string) {
	cl := &f.d.Clauses[c]
	from = -1
	pending := -1
	mood := false // what stands behind the colon begins in the Konjunktiv
	cs := f.idx.clauses[cl.Sent]
	for k := cs.From; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		if k == c || n.Tokens.From <= at {
			continue
		}
		if from >= 0 {
			if f.comments(n) && f.isSaying(k) && n.Finite >= 0 && !f.reportMood(n.Finite) && n.Tokens.From > from+1 {
				to = min(to, n.Tokens.From)
				break // "…, was die Firma bestreitet"
			}
			if n.Tokens.From < to {
				to = max(to, n.Tokens.To)
				continue
			}
			if rule == "speech.verb.colon" && !f.isFrame(k) && n.Tokens.From <= to && (!mood || f.joined(k)) {
				to = n.Tokens.To // "sagte: Die Lage ist ernst, aber es gibt Hoffnung"
				continue
			}
			if rule == "speech.verb.that" && n.Tokens.From == to && f.verbBehind(k, c, from) && f.freeRelative(from) {
				to = n.Tokens.To // "sagte, wer arm ist, | bekommt 30 Euro"
				continue
			}
			if n.Kind == text.MainClause && (n.Finite < 0 || !f.reportMood(n.Finite) && !(rule == "speech.verb.mood" && f.stillReported(n))) || n.Kind == text.ParenClause || n.Kind == text.FragmentClause && n.Parent < 0 {
				break
			}
			to = n.Tokens.To
			continue
		}
		if f.form(n.Tokens.From) == ":" && v.class != "weak" && n.Kind != text.MainClause && n.Finite >= 0 && f.ownTokens(c).To == n.Tokens.From && !f.inSpeech(n.Tokens.From) && cs.To > k+1 {
			from, to, rule = n.Tokens.From, n.Tokens.To, "speech.verb.colon" // "sagte: Wenn es regnet, …"
			continue
		}
		kind := n.Kind
		if (kind == text.RelClause || kind == text.SubClause) && f.infinitive(n) {
			kind = text.InfClause
		}
		if f.comments(n) && n.Finite >= 0 && !f.reportMood(n.Finite) && f.under(k, c) && (v.passiv && f.subject(c) >= 0 || f.object(c, f.subject(c)) >= 0 || f.complete(c, v)) {
			return -1, -1, "" // "Der Plan wurde angekündigt, was viele freute"
		}
		switch kind {
		case text.RelClause:
			if f.namesTopic(n) {
				continue
			}
			if n.Intro >= 0 && f.lex.that.Has(f.d, n.Intro) && f.under(k, c) && !f.afterNoun(n.Tokens.From) {
				from, rule = n.Tokens.From, "speech.verb.that"
			}
		case text.InfClause:
			switch {
			case f.circumstance(n.Tokens):
				if pending < 0 && f.ownTokens(c).To == n.Tokens.From {
					pending = n.Tokens.From // "sagte, um zu helfen, brauche man 30 Leute"
				}
			case (n.Parent == c || n.Kind != kind) && (v.class != "weak" || v.with != "") && v.class != "text":
				from, rule = n.Tokens.From, "speech.verb.inf"
			}
		case text.FragmentClause:
			if i := f.firstWord(n.Tokens); i >= 0 && n.Parent == c && f.lex.fact.Has(f.d, i) {
				from, rule = n.Tokens.From, "speech.verb.that" // its verb stands further on
			} else if i >= 0 && f.form(n.Tokens.From) == ":" && f.ownTokens(c).To == n.Tokens.From && (v.with != "" || v.class != "weak" && f.object(c, f.subject(c)) < 0) && !v.passiv && !f.inSpeech(i) && !f.complete(c, v) {
				from, rule = n.Tokens.From, "speech.verb.colon" // "meldete: 30 Tote in Linz"
			}
		case text.SubClause:
			switch {
			case n.Intro >= 0 && f.lex.as.Has(f.d, n.Intro) && f.isSaying(k):
				// "…, wie er sagte": inserted
			case f.namesTopic(n):
				// "…, was die Lehrer angeht, …"
			case n.Intro >= 0 && f.lex.where.Has(f.d, n.Intro) && (f.behindPlace(n.Tokens.From) || n.Parent >= 0 && n.Parent != c && f.d.Clauses[n.Parent].Kind == text.RelClause):
				// "sprach in Linz, wo 30 Leute wohnen"
			case n.Intro >= 0 && f.lex.that.Has(f.d, n.Intro) && f.under(k, c) && !((v.modal || v.fact) && !f.lex.fact.Has(f.d, n.Intro)):
				from, rule = n.Tokens.From, "speech.verb.that"
			case pending < 0 && f.ownTokens(c).To <= n.Tokens.From+1:
				pending = n.Tokens.From
			}
		case text.MainClause:
			if n.Finite < 0 {
				continue
			}
			if f.joined(k) && n.Subject < 0 {
				return -1, -1, "" // "verwies auf das Wetter und möchte nichts ausschließen"
			}
			if i := f.firstWord(n.Tokens); i >= 0 && f.d.Tokens[i].POS == text.CCONJ && !f.d.Tokens[n.Finite].Feats.Is(text.Sub|text.Pres) && (f.complete(c, v) || f.object(c, f.subject(c)) >= 0) {
				return -1, -1, "" // "kündigte Reformen an, und er sollte gewinnen"
			}
			if (cl.Kind == text.SubClause || cl.Kind == text.RelClause) && (n.Finite <= n.Tokens.From+1 || cl.Parent == k) {
				return -1, -1, "" // "Weil er damit rechnet, sei …"
			}
			if f.form(n.Tokens.From) == ":" && (v.class != "weak" || v.with != "") && !f.inSpeech(n.Tokens.From) {
				from, rule, mood = n.Tokens.From, "speech.verb.colon", f.reportMood(n.Finite) && n.Finite != f.firstWord(n.Tokens)
				break
			}
			if pending < 0 && n.Finite == f.firstWord(n.Tokens) && f.d.Tokens[n.Finite].Feats.Is(text.Sub|text.Past) {
				pending = n.Tokens.From // "…, sollten andere das tun"
				continue
			}
			if f.reportMood(n.Finite) || (f.verbSecond(k, c) || f.verbBehind(k, c, pending)) && v.class != "weak" && !f.complete(c, v) {
				from, rule = n.Tokens.From, "speech.verb.mood"
				if pending >= 0 {
					from = pending
				}
				break
			}
			return -1, -1, ""
		}
		if from >= 0 {
			to = n.Tokens.To
		}
	}
	return from, to, rule
}

// stillReported reports whether main clause n behind one in the Konjunktiv is in it too,
// in a plural that shows no mood: "sagte, die Lage sei ernst, | 28 Stellen fehlten".
func (f *Finder) stillReported(n *text.Clause) bool {
	t := &f.d.Tokens[n.Finite]
	return n.Subject >= 0 && t.Feats.Is(text.Plur) && canBe(t.Word, t.POS, text.Sub|text.Past) && (f.form(n.Tokens.From) == "," || f.d.Tokens[n.Tokens.From].POS == text.CCONJ)
}

// comments reports whether clause n begins with a was that can take up all that was
// said before.
func (f *Finder) comments(n *text.Clause) bool {
	return n.Intro >= 0 && n.Intro == f.firstWord(n.Tokens) && f.lex.comment.Has(f.d, n.Intro)
}

// isFrame reports whether clause k is a frame behind or between what is said: "…, sagte er".
func (f *Finder) isFrame(k int) bool {
	n := &f.d.Clauses[k]
	return n.Finite >= 0 && n.Finite == f.firstWord(n.Tokens) && f.isSaying(k)
}

// namesTopic reports whether clause n only says what it is about: "was die Lehrer
// angeht".
func (f *Finder) namesTopic(n *text.Clause) bool {
	return n.Group >= 0 && n.Intro >= 0 && !f.lex.fact.Has(f.d, n.Intro) && f.d.Chunks[n.Group].Head == n.Finite && f.lex.topic.Has(f.d, n.Finite)
}

// complete reports whether clause c already names what the verb of saying v tells: "geht
// von 30 Toten aus", "wird ein Sturm erwartet".
func (f *Finder) complete(c int, v verb) bool {
	if v.passiv {
		return f.subject(c) >= 0
	}
	if v.preps == "" {
		return false
	}
	cl := &f.d.Clauses[c]
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		if ch := &f.ch[k]; ch.Kind == text.NounPhrase && ch.Prep >= 0 && f.belongs(k, c) && f.governs(v, ch.Prep) {
			return !f.isAct(ch.Head) // but "begründete das mit dem Hinweis, es fehlten …"
		}
	}
	return false
}

// infinitive reports whether clause n, which begins like a relative or subordinate
// clause, has only an infinitive with zu: "…, das Haus zu bauen", "…, seit 2014
// betrogen zu haben".
func (f *Finder) infinitive(n *text.Clause) bool {
	if n.Finite < 0 {
		return n.Group >= 0 && f.d.Tokens[f.d.Chunks[n.Group].Head].Feats.Is(text.InfZu) || n.Group >= 0 && f.toVerb(f.d.Chunks[n.Group].Head)
	}
	return f.toVerb(n.Finite)
}

// toVerb reports whether zu stands before the verb at i, which can be an infinitive.
func (f *Finder) toVerb(i int) bool {
	t := &f.d.Tokens[i]
	return i > 0 && f.d.Tokens[i-1].POS == text.PART && f.d.Tokens[i-1].Chunk >= 0 && f.d.Tokens[i-1].Chunk == t.Chunk && canBe(t.Word, t.POS, text.Inf)
}

// behindPlace reports whether a phrase with a preposition ends before the mark at
// token i.
func (f *Finder) behindPlace(i int) bool {
	k := f.chunkAt(i) - 1
	return k >= 0 && f.ch[k].Kind == text.NounPhrase && f.ch[k].Prep >= 0 && f.ch[k].Tokens.To == i
}

// afterNoun reports whether a noun stands right before the mark at token i.
func (f *Finder) afterNoun(i int) bool {
	if i > 0 && f.d.Tokens[i].Word.Has(text.Punct) {
		i--
	} else if i > 0 {
		i--
	}
	p := f.d.Tokens[i].POS
	return p == text.NOUN || p == text.PROPN
}

// circumstance reports whether the infinitive clause r says for what purpose or
// without what: "um … zu", "ohne … zu".
func (f *Finder) circumstance(r text.Range) bool {
	i := f.firstWord(r)
	return i >= 0 && f.lex.purpose.Has(f.d, i)
}

// verbSecond reports whether clause k is a statement right behind the verb of
// saying in c, joined by a comma alone: "sagte, es fehlten Lehrer".
func (f *Finder) verbSecond(k, c int) bool {
	n := &f.d.Clauses[k]
	from := n.Tokens.From
	if n.Kind != text.MainClause || n.Parent >= 0 || f.form(from) != "," || f.ownTokens(c).To != from {
		return false
	}
	first := &f.d.Tokens[from+1]
	if from+2 < len(f.d.Tokens) && f.d.Tokens[from+2].POS == text.SCONJ && first.POS != text.VERB && first.POS != text.AUX {
		return false // "…, kurz nachdem er kam"
	}
	if first.POS == text.CCONJ || n.Finite == from+1 || f.object(c, f.subject(c)) >= 0 {
		return false
	}
	_, says := f.saying(k)
	if s := f.subject(k); says && s >= 0 && f.d.Tokens[f.ch[s].Head].POS == text.PRON && canBe(f.d.Tokens[n.Finite].Word, f.d.Tokens[n.Finite].POS, text.Sub|text.Past) {
		return true // "sagten, sie hielten das für gut"
	}
	return !says
}

// verbBehind reports whether clause k is a statement that begins with its verb behind the
// subordinate clause at token from, which stands first in it, right behind the verb of
// saying in c: "sagte, wenn es regnet, | kommen 30 Leute".
func (f *Finder) verbBehind(k, c, from int) bool {
	n := &f.d.Clauses[k]
	if from < 0 || n.Kind != text.MainClause || n.Finite < 0 || n.Finite != f.firstWord(n.Tokens) || f.form(n.Tokens.From) != "," || f.ownTokens(c).To != from || f.object(c, f.subject(c)) >= 0 {
		return false
	}
	_, says := f.saying(k)
	return !says
}

// freeRelative reports whether the clause behind the mark at token i begins with a word
// that opens a question or a relative clause without a noun: "wer arm ist".
func (f *Finder) freeRelative(i int) bool {
	i++
	return i < len(f.d.Tokens) && f.lex.that.Has(f.d, i) && !f.lex.fact.Has(f.d, i)
}
