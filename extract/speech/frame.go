package speech

import "github.com/belegt/extract/extract/text"

// asClause: "wie X mitteilte", "so X sagte": the clause it is inserted in is
// what X says.
func (f *Finder) asClause(c int, u Utterance) bool {
	own := f.ownTokens(c)
	for !own.Empty() && f.d.Tokens[own.From].Word.Has(text.Punct) {
		own.From++
	}
	if own.Len() > 2 && own.From == f.sentence(own.From).From && !f.lex.as.Has(f.d, own.From) && f.d.Tokens[own.From].POS == text.CCONJ {
		own.From++ // "Doch wie X mitteilte, …"
	}
	end := f.d.Clauses[c].Tokens.To
	for i := max(u.at, f.d.Clauses[c].Finite) + 1; i < end; i++ {
		if f.form(i) == "," && f.d.Tokens[i].Clause == c {
			end = i // "wie der Verein mitteilte, | 40 Mitglieder aus"
		}
	}
	if own.Empty() || !f.lex.as.Has(f.d, own.From) || f.d.Clauses[c].Finite == own.From+1 && !f.impersonal(c) {
		return false
	}
	u.Frame = f.subtree(c)
	u.Frame.To = min(u.Frame.To, end)
	u.Rule = "speech.verb.as"
	u.Said = without(f.sentence(own.From), u.Frame)
	return f.add(u) != nil
}

// sentenceBefore credits the sentence before that of clause c, when nobody is
// credited with it, to the document the clause names: "…, wie aus einer
// Mitteilung hervorgeht".
func (f *Finder) sentenceBefore(c int, u Utterance) {
	s := f.d.Clauses[c].Sent
	if s == 0 || f.d.Sentences[s-1].Heading || f.d.Sentences[s-1].Para != f.d.Sentences[s].Para || f.lastIn(s-1, len(f.out)) >= 0 {
		return
	}
	u.Rule, u.Quiet = "speech.verb.as.back", true
	u.Said = []text.Range{f.d.Sentences[s-1].Tokens}
	f.add(u)
}

// before: the verb opens the clause and what stands before it in the sentence
// is said: "…, sagte X".
func (f *Finder) before(c int, v verb, u Utterance) bool {
	cl := &f.d.Clauses[c]
	if v.modal || cl.Finite < 0 || f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) {
		return false
	}
	s := f.sentence(cl.Tokens.From)
	i := cl.Tokens.From
	for i < cl.Tokens.To && f.d.Tokens[i].Word.Has(text.Punct) {
		i++
	}
	if cl.Finite-i <= 2 && i < cl.Finite && i > s.From && f.lex.pointer.Has(f.d, i) && !(f.d.Tokens[i].POS == text.ADV && f.object(c, f.subject(c)) >= 0) {
		if f.lex.topical.Has(f.d, i) && !v.report {
			return false // "…, darüber klagt X"
		}
		i++ // "…, das berichtet X"
		if i+1 == cl.Finite && f.d.Tokens[i].POS == text.ADV {
			i++ // "– das jedenfalls meint X"
		}
	}
	if i != cl.Finite || i == s.From || !f.d.Tokens[cl.Tokens.From].Word.Has(text.Punct) || !f.statement(s.From, i, c) && !f.opensSubordinate(s.From, c) && !(f.insideStatement(c) && u.who.chunk >= 0 && f.animate(u.who.chunk)) {
		return false
	}
	if f.opensBare(c) && u.who.chunk >= 0 && u.who.tokens.From < cl.Finite && v.class != "es" && v.class != "from" && !v.passiv {
		return false // "Die Polizei zählte 30 Tote, befürchtet aber weitere Opfer"
	}
	u.Rule = "speech.verb.inverted"
	u.Frame = f.withTail(c, f.ownTokens(c))
	if j := f.resumes(c, u.Frame); j > 0 {
		u.Frame.To = j + 1
		u.who.tokens.To = min(u.who.tokens.To, j)
	}
	u.Said = without(s, u.Frame)
	if from, _, _ := f.complement(c, v.at, v); (from >= 0 || f.saysOn(c)) && !f.insideStatement(c) {
		u.Said = []text.Range{{From: s.From, To: u.Frame.From}} // "A, sagt X: B"
	}
	if from := f.behindAnnouncement(s.From, u.Frame.From); from > s.From {
		u.Said[0].From = from
		if f.told(from) {
			return true // credited by the words before the colon
		}
	}
	return f.add(u) != nil
}

// fragment: words without a verb of their own stand before the verb of saying and a comma:
// "30 Euro, | sagt der Wirt".
func (f *Finder) fragment(c int, v verb, u Utterance) bool {
	cl := &f.d.Clauses[c]
	s := f.sentence(cl.Tokens.From)
	at := cl.Finite - 1
	if v.modal || v.passiv || v.class != "" || at <= s.From || cl.Kind != text.MainClause || cl.Tokens.From != s.From || f.form(at) != "," || !f.d.Tokens[cl.Finite].Feats.Is(text.Ind) || v.head != cl.Finite {
		return false
	}
	k := f.subject(c)
	if k < 0 || f.ch[k].Tokens.From < cl.Finite || !f.animate(k) || !f.counts(text.Range{From: s.From, To: at}) {
		return false
	}
	for j := f.chunkAt(cl.Finite); j < len(f.ch) && f.ch[j].Tokens.From < cl.Tokens.To; j++ {
		if ch := &f.ch[j]; ch.Kind == text.NounPhrase && j != k && ch.Prep < 0 && ch.Of < 0 && !ch.Feats.Is(text.Dat) && !f.timely(j) && f.belongs(j, c) {
			return false // "Am Montag, dem 3. Tag, nannte Holm 30 Gründe"
		}
	}
	u.Rule, u.Frame = "speech.verb.inverted", text.Range{From: at, To: f.ownTokens(c).To}
	u.Said = []text.Range{{From: s.From, To: at}}
	return f.add(u) != nil
}

// resumes is the comma behind which a statement that broke off at its verb before frame r,
// clause c, goes on without one, 0 for none: "Die Schule habe, sagte der Leiter, | 300 Schüler".
func (f *Finder) resumes(c int, r text.Range) int {
	if r.From == 0 || !f.d.Tokens[r.From-1].Feats.Is(text.Fin) || f.form(r.From) != "," {
		return 0
	}
	k := f.subject(c)
	if k < 0 || f.ch[k].Tokens.From < f.d.Clauses[c].Finite {
		return 0
	}
	for j := f.ch[k].Tokens.To; j < r.To; j++ {
		if f.form(j) == "," && j+1 < r.To {
			return j
		}
		if f.d.Tokens[j].Feats.Is(text.Fin) {
			return 0
		}
	}
	return 0
}

// saysOn reports whether a second verb of saying is joined to frame c: "sagte X und
// erklärte: …".
func (f *Finder) saysOn(c int) bool {
	cs := f.idx.clauses[f.d.Clauses[c].Sent]
	for k := c + 1; k < cs.To; k++ {
		if f.d.Clauses[k].Finite >= 0 {
			return f.joined(k) && f.isSaying(k)
		}
	}
	return false
}

// behindAnnouncement is the token behind a colon between a and b with words of saying
// before it, else a: "X warnte vor den Folgen: | …, sagte er".
func (f *Finder) behindAnnouncement(a, b int) int {
	cs := f.idx.clauses[f.d.Tokens[a].Sent]
	for i := b - 1; i > a; i-- {
		if f.form(i) != ":" || f.d.Tokens[i].Zone >= 0 {
			continue
		}
		for k := cs.From; k < cs.To; k++ {
			if n := &f.d.Clauses[k]; n.Finite >= a && n.Finite < i && (f.isSaying(k) || f.subject(k) >= 0 && f.isAct(f.ch[f.subject(k)].Head)) {
				return i + 1
			}
		}
	}
	return a
}

// opensSubordinate reports whether the sentence begins, at token a, with a subordinate clause
// right before frame c and goes on behind it with its main verb: "Als die Helfer kamen, |
// sagte Rau, | sei das Dach eingestürzt".
func (f *Finder) opensSubordinate(a, c int) bool {
	cl := &f.d.Clauses[c]
	cs := f.idx.clauses[cl.Sent]
	before, behind := false, false
	for k := cs.From; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		before = before || n.Kind == text.SubClause && n.Tokens.From == a && n.Tokens.To == cl.Tokens.From
		behind = behind || n.Kind == text.MainClause && n.Tokens.From == cl.Tokens.To && n.Finite >= 0 && n.Finite == f.firstWord(n.Tokens)
	}
	return before && behind
}

// statement reports whether a main clause with a finite verb, other than c,
// begins in tokens a to b.
func (f *Finder) statement(a, b, c int) bool {
	cs := f.idx.clauses[f.d.Tokens[a].Sent]
	for k := cs.From; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		if k != c && (n.Kind == text.MainClause || n.Kind == text.ParenClause) && n.Finite >= a && n.Finite < b {
			return true
		}
	}
	return false
}

// withTail is r, the own tokens of clause c, with what the article tells of the speaker
// behind them: "…, sagte Holm, | die den Verein leitet", "…, sagte Holm, | nachdem er
// gewonnen hatte", "…, sagte Holm | und ging".
func (f *Finder) withTail(c int, r text.Range) text.Range {
	cs := f.idx.clauses[f.d.Clauses[c].Sent]
	inside := f.insideStatement(c)
	for k := c + 1; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		if n.Tokens.From > r.To+1 || n.Tokens.From < r.To-1 {
			continue
		}
		if (!inside || n.Kind == text.RelClause) && f.ownVoice(k, c) {
			r.To = max(r.To, f.subtree(k).To)
		}
	}
	return r
}

// ownVoice reports whether clause k behind frame c and what belongs to it is the
// article's own voice: it tells of the speaker, of the time, a circumstance, or of
// something else the speaker did.
func (f *Finder) ownVoice(k, c int) bool {
	n := &f.d.Clauses[k]
	if n.Kind == text.InfClause {
		return f.circumstance(n.Tokens)
	}
	if n.Finite < 0 || f.reportMood(n.Finite) {
		return false
	}
	switch n.Kind {
	case text.RelClause:
		if n.Intro < 0 { // "…, der in Linz lebt | und Bücher schreibt"
			return f.d.Clauses[k-1].Kind == text.RelClause && f.d.Clauses[k-1].Tokens.From > f.d.Clauses[c].Tokens.From
		}
		return f.tellsOf(n, c)
	case text.SubClause:
		if p := n.Parent; p >= 0 && p > c && f.d.Clauses[p].Kind == text.RelClause {
			return true // "…, die aus dem Sudan kam, | wo sie 30 Leute sah"
		}
		return n.Intro >= 0 && f.lex.when.Has(f.d, n.Intro) && f.d.Tokens[n.Finite].Feats.Is(text.Ind|text.Past)
	case text.MainClause:
		if i := f.firstWord(n.Tokens); i >= 0 && i+1 < n.Finite && f.lex.when.Has(f.d, i+1) && f.d.Tokens[n.Finite].Feats.Is(text.Ind|text.Past) {
			return true // "…, sagte Holm, kurz nachdem er gewonnen hatte"
		}
		return f.joined(k) && f.d.Tokens[n.Finite].Feats.Is(text.Ind) && !f.isSaying(k)
	}
	return false
}

// tellsOf reports whether relative clause n takes up somebody named in frame c: "…,
// sagte Holm, | der 30 Leute führt", not "Es gebe Leute, sagte Holm, | die zahlten".
func (f *Finder) tellsOf(n *text.Clause, c int) bool {
	for k, seen := f.chunkAt(n.Tokens.From)-1, 0; k >= 0 && seen < 3 && f.belongs(k, c); k-- {
		if f.ch[k].Kind != text.NounPhrase || f.timely(k) {
			continue
		}
		if f.animate(k) && f.standsFor(n, k) {
			return true
		}
		seen++
	}
	return false
}

// standsFor reports whether the pronoun that opens relative clause n can stand for phrase k
// by gender and number.
func (f *Finder) standsFor(n *text.Clause, k int) bool {
	pron := &f.d.Tokens[n.Intro]
	subject := n.Subject >= 0 && f.d.Chunks[n.Subject].Head == n.Intro
	plural := n.Intro == f.firstWord(n.Tokens) && n.Finite >= 0 && f.d.Tokens[n.Finite].Feats.Is(text.Plur)
	for i := range pron.Word.Readings {
		r := &pron.Word.Readings[i]
		feats := r.Feats & (text.Gender | text.Number)
		if r.POS != text.PRON && r.POS != text.DET || plural && (subject || r.Feats.Is(text.Nom)) && !feats.Is(text.Plur) {
			continue
		}
		if f.takesUp(feats, k) {
			return true
		}
	}
	return false
}

// insideStatement reports whether clause c is put into a main clause before its verb:
// "Der Minister, | sagt X, | sei müde".
func (f *Finder) insideStatement(c int) bool {
	cl := &f.d.Clauses[c]
	if cl.Kind != text.ParenClause || cl.Parent < 0 {
		return false
	}
	p := &f.d.Clauses[cl.Parent]
	return p.Kind == text.MainClause && p.Tokens.From < cl.Tokens.From && p.Finite >= cl.Tokens.To
}

// pointsBack: "Das berichtet X": the sentence before is what X says.
func (f *Finder) pointsBack(c int, v verb, u Utterance) bool {
	cl := &f.d.Clauses[c]
	if !v.passiv && cl.Finite >= 0 && cl.Finite != v.head && f.lex.untold.Has(f.d, cl.Finite) || f.denied(c) {
		return false // "Das wird X prüfen", "Das glaubt X nicht"
	}
	if cl.Sent == 0 || cl.Parent >= 0 || u.who.none() || u.who.vague || !f.speaks(u.who) || cl.Finite >= 0 && f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) {
		return false
	}
	first := f.sentence(cl.Tokens.From).From
	if k := f.d.Tokens[first].Chunk; !f.lex.pointer.Has(f.d, first) || f.d.Tokens[first].POS == text.DET && k >= 0 && f.d.Chunks[k].Tokens.Len() > 1 {
		return false
	}
	prev := &f.d.Sentences[cl.Sent-1]
	if prev.Heading || prev.Para != f.d.Sentences[cl.Sent].Para {
		return false
	}
	u.Said = []text.Range{prev.Tokens}
	u.Rule = "speech.verb.back"
	return f.add(u) != nil
}

// denied reports whether clause c says that something is not so.
func (f *Finder) denied(c int) bool { return f.clauseHas(c, f.lex.not) }
