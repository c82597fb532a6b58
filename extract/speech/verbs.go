package speech

import "github.com/belegt/extract/extract/text"

// verbs credits what hangs on a verb of saying to its subject.
func (f *Finder) verbs() {
	for c := range f.d.Clauses {
		if v, ok := f.saying(c); ok {
			f.credit(c, v)
		}
	}
}

// saying returns the verb of saying that carries clause c.
func (f *Finder) saying(c int) (verb, bool) {
	cl := &f.d.Clauses[c]
	if cl.Group < 0 {
		return verb{}, false
	}
	g := &f.d.Chunks[cl.Group]
	e := f.lex.verb.Entry(f.d, g.Head)
	if e == nil {
		return verb{}, false
	}
	return verb{head: g.Head, group: cl.Group, content: e.Get("content"), prep: e.Get("prep"), class: e.Get("class")}, true
}

// credit finds what clause c, carried by the verb of saying v, says and who
// says it.
func (f *Finder) credit(c int, v verb) {
	cl := &f.d.Clauses[c]
	cue := f.cue(v)
	who := f.sayer(c, v, cue)
	if who.none() && v.class == "es" && !f.impersonal(c) {
		return
	}
	base := Utterance{Type: Indirect, Cue: cue, Frame: cl.Tokens, who: who, passers: f.hearers(c, v), at: v.head, Holds: true, Rule: "speech.verb"}
	if v.class == "medium" {
		if o := f.object(c); o >= 0 {
			if !who.none() {
				base.passers = append(base.passers, who)
			}
			base.who = f.phrase(o, cue)
		}
	}
	n := len(f.out)
	if f.asClause(c, base) || f.quoted(c, base) {
		f.own[c] = true
		f.below(c, v, base)
		return
	}
	if f.below(c, v, base) || f.behind(c, base) || f.before(c, base) || f.pointsBack(c, base) {
		f.own[c] = true
		return
	}
	if (f.object(c) >= 0 && v.content == "object" || v.prep != "" && f.hasPrep(c, v.prep)) && f.speaks(base.who) {
		u := base
		u.Type, u.Rule = Reported, "speech.verb.object"
		u.Said = []text.Range{f.subtree(c)}
		f.add(u)
		f.own[c] = len(f.out) > n
	}
}

// cue is the stretch of the verb group when its parts stand together, else its
// head.
func (f *Finder) cue(v verb) text.Span {
	g := &f.d.Chunks[v.group]
	if len(g.Parts) == g.Tokens.Len() {
		return f.span(g.Tokens)
	}
	return f.d.Tokens[v.head].Span
}

// sayer is the subject of clause c, in the passive its agent.
func (f *Finder) sayer(c int, v verb, cue text.Span) mention {
	cl := &f.d.Clauses[c]
	if f.d.Chunks[v.group].Passive {
		for k := range f.d.Chunks {
			ch := &f.d.Chunks[k]
			if ch.Kind == text.NounPhrase && cl.Tokens.Contains(ch.Tokens) && ch.Prep >= 0 && f.d.Tokens[ch.Head].Clause == c && f.lex.agent.Has(f.d, ch.Prep) {
				return f.phrase(k, cue)
			}
		}
		return nobody
	}
	if v.class == "es" || v.class == "from" {
		return f.origin(c, cue)
	}
	if cl.Subject < 0 {
		return nobody
	}
	if f.lex.expletive.Has(f.d, f.d.Chunks[cl.Subject].Head) {
		return f.origin(c, cue)
	}
	if f.lex.pointer.Has(f.d, f.d.Chunks[cl.Subject].Head) {
		// "Das teilte die Feuerwehr mit": what is said stands first
		if o := f.object(c); o >= 0 {
			return f.phrase(o, cue)
		}
	}
	return f.withoutHearer(f.phrase(cl.Subject, cue))
}

// withoutHearer takes a medium behind the speaker that reads like a genitive but
// is the one spoken to off the phrase: "sagte der Beamte der Zeitung".
func (f *Finder) withoutHearer(m mention) mention {
	if k := f.hearerOf(m.chunk); k >= 0 {
		m.tokens.To = f.d.Chunks[k].Tokens.From
	}
	return m
}

// hearerOf is the medium right behind person k, -1 for none.
func (f *Finder) hearerOf(k int) int {
	if k < 0 || k+1 >= len(f.d.Chunks) {
		return -1
	}
	ch, n := &f.d.Chunks[k], &f.d.Chunks[k+1]
	if n.Kind != text.NounPhrase || n.Of != k || n.Prep >= 0 || n.Tokens.From != ch.Tokens.To || !f.isMedium(n) {
		return -1
	}
	if !f.lex.person.Has(f.d, ch.Head) && ch.Name.Empty() {
		return -1
	}
	return k + 1
}

// origin is the place or document an impersonal verb of saying names: "hieß es
// aus dem Ministerium", "in einer Mitteilung der Polizei heißt es".
func (f *Finder) origin(c int, cue text.Span) mention {
	for k := f.chunkAt(f.d.Clauses[c].Tokens.From); k < len(f.d.Chunks); k++ {
		ch := &f.d.Chunks[k]
		if ch.Tokens.From >= f.d.Clauses[c].Tokens.To {
			break
		}
		if ch.Kind != text.NounPhrase || ch.Prep < 0 || f.d.Tokens[ch.Head].Clause != c || ch.Of >= 0 || f.d.Tokens[ch.Head].Date >= 0 {
			continue
		}
		if f.lex.origin.Has(f.d, ch.Prep) {
			return f.source(k, cue)
		}
	}
	return nobody
}

// source is the body behind noun phrase k: of a document or noun of saying the
// genitive or von-phrase that hangs on it, else the phrase itself.
func (f *Finder) source(k int, cue text.Span) mention {
	h := f.d.Chunks[k].Head
	if f.lex.noun.Has(f.d, h) || f.lex.document.Has(f.d, h) {
		for j := k + 1; j < len(f.d.Chunks) && j < k+4; j++ {
			if f.d.Chunks[j].Of == k && f.d.Chunks[j].Kind == text.NounPhrase {
				return f.phrase(j, cue)
			}
		}
	}
	return f.phrase(k, cue)
}

// chunkAt is the index of the first chunk that begins at token i or behind it.
func (f *Finder) chunkAt(i int) int {
	lo, hi := 0, len(f.d.Chunks)
	for lo < hi {
		m := (lo + hi) / 2
		if f.d.Chunks[m].Tokens.From < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// impersonal reports whether the subject of clause c is "es" or missing.
func (f *Finder) impersonal(c int) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if f.d.Tokens[i].Clause == c && f.lex.expletive.Has(f.d, i) {
			return true
		}
	}
	return false
}

// object is the first noun phrase of clause c that is neither its subject nor
// behind a preposition nor a time, -1 for none.
func (f *Finder) object(c int) int {
	cl := &f.d.Clauses[c]
	for k := f.chunkAt(cl.Tokens.From); k < len(f.d.Chunks) && f.d.Chunks[k].Tokens.From < cl.Tokens.To; k++ {
		ch := &f.d.Chunks[k]
		h := &f.d.Tokens[ch.Head]
		if ch.Kind != text.NounPhrase || k == cl.Subject || ch.Prep >= 0 || ch.Of >= 0 || h.Clause != c || h.Date >= 0 || ch.Feats.Is(text.Dat) {
			continue
		}
		if h.Feats&text.Reflex != 0 || h.POS == text.PRON && h.Quantity < 0 {
			continue
		}
		return k
	}
	return -1
}

func (f *Finder) hasPrep(c int, prep string) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if t := &f.d.Tokens[i]; t.Clause == c && t.POS == text.ADP && t.Lemma == prep {
			return true
		}
	}
	return false
}

// hearers are those to whom the clause says it was said and who so pass it on:
// "sagte X dem Sender Y", "gegenüber Y".
func (f *Finder) hearers(c int, v verb) []mention {
	cl := &f.d.Clauses[c]
	var out []mention
	for k := f.chunkAt(cl.Tokens.From); k < len(f.d.Chunks) && f.d.Chunks[k].Tokens.From < cl.Tokens.To; k++ {
		ch := &f.d.Chunks[k]
		if cl.Subject >= 0 && f.hearerOf(cl.Subject) == k {
			out = append(out, f.phrase(k, text.Span{}))
			continue
		}
		if ch.Kind != text.NounPhrase || k == cl.Subject || ch.Of >= 0 || f.d.Tokens[ch.Head].Clause != c {
			continue
		}
		to := ch.Prep >= 0 && f.lex.toward.Has(f.d, ch.Prep)
		if to || ch.Prep < 0 && f.isMedium(ch) && !ch.Feats.Is(text.Nom) {
			out = append(out, f.phrase(k, text.Span{}))
		}
	}
	return out
}

// isMedium reports whether the head of ch, or the noun before its name, is a
// word for a medium.
func (f *Finder) isMedium(ch *text.Chunk) bool {
	for i := ch.Tokens.From; i < ch.Tokens.To; i++ {
		if f.lex.medium.Has(f.d, i) {
			return true
		}
	}
	return false
}

// asClause: "wie X mitteilte", "so X sagte": the clause it is inserted in is
// what X says.
func (f *Finder) asClause(c int, u Utterance) bool {
	own := f.ownTokens(c)
	for !own.Empty() && f.d.Tokens[own.From].Word.Has(text.Punct) {
		own.From++
	}
	if own.Empty() || !f.lex.as.Has(f.d, own.From) || f.d.Clauses[c].Finite == own.From+1 && !f.impersonal(c) {
		return false
	}
	u.Frame = f.subtree(c)
	u.Rule = "speech.verb.as"
	u.Said = without(f.sentence(own.From), u.Frame)
	return f.add(u) != nil
}

// below: clauses that hang on c and say what was said: "sagte, dass …",
// "forderte, … zu …".
func (f *Finder) below(c int, v verb, u Utterance) bool {
	found := false
	s := f.d.Clauses[c].Sent
	for k := 0; k < len(f.d.Clauses); k++ {
		k := k
		cl := &f.d.Clauses[k]
		if cl.Sent < s {
			continue
		}
		if cl.Sent > s {
			break
		}
		if cl.Parent != c || k == c {
			continue
		}
		if cl.Kind == text.InfClause || cl.Kind == text.SubClause && cl.Intro >= 0 && f.lex.that.Has(f.d, cl.Intro) {
			w := u
			w.Said = f.minusFrame(f.subtree(k), u.Frame, k)
			w.Rule = "speech.verb.that"
			found = f.add(w) != nil || found
		}
	}
	return found
}

// minusFrame cuts the frame out of r unless the clause k lies wholly in it.
func (f *Finder) minusFrame(r, frame text.Range, k int) []text.Range {
	if frame.Contains(r) {
		return []text.Range{r}
	}
	return without(r, frame)
}

// behind: a main clause in the Konjunktiv behind c: "sagte, er habe …".
func (f *Finder) behind(c int, u Utterance) bool {
	cl := &f.d.Clauses[c]
	end := f.sentence(cl.Tokens.From).To
	from := -1
	for k := c + 1; k < len(f.d.Clauses) && f.d.Clauses[k].Sent == cl.Sent; k++ {
		n := &f.d.Clauses[k]
		if n.Finite < 0 || f.under(k, c) && n.Kind == text.RelClause {
			continue
		}
		if n.Tokens.From <= u.Frame.From {
			continue
		}
		if n.Kind != text.RelClause && (f.reportMood(n.Finite) || f.verbSecond(k, c)) {
			from = n.Tokens.From
		}
		break
	}
	if from < 0 {
		return false
	}
	to := end
	for k := c + 1; k < len(f.d.Clauses) && f.d.Clauses[k].Sent == cl.Sent; k++ {
		n := &f.d.Clauses[k]
		if n.Tokens.From > from && n.Parent < 0 && n.Finite >= 0 && f.d.Tokens[n.Finite].Feats.Is(text.Ind) {
			if _, again := f.saying(k); again {
				to = n.Tokens.From
				break
			}
		}
	}
	u.Said = []text.Range{{From: from, To: to}}
	u.Frame.To = min(u.Frame.To, from)
	u.Rule = "speech.verb.mood"
	return f.add(u) != nil
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
	if first.POS == text.CCONJ || n.Finite == from+1 || f.object(c) >= 0 {
		return false
	}
	_, says := f.saying(k)
	return !says
}

// speaks reports whether m can be somebody who speaks: a name, a person, a body,
// a document, no time, number or abstract noun.
func (f *Finder) speaks(m mention) bool {
	if m.none() || m.same > 0 {
		return m.same > 0
	}
	if m.chunk < 0 {
		return true
	}
	ch := &f.d.Chunks[m.chunk]
	h := &f.d.Tokens[ch.Head]
	if h.Date >= 0 || h.POS == text.NUM {
		return false
	}
	if !ch.Name.Empty() || h.POS == text.PRON {
		return true
	}
	if f.lex.body.Has(f.d, ch.Head) || f.lex.person.Has(f.d, ch.Head) || f.lex.document.Has(f.d, ch.Head) || f.lex.noun.Has(f.d, ch.Head) || f.lex.medium.Has(f.d, ch.Head) {
		return true
	}
	return !f.lex.mute.Has(f.d, ch.Head)
}

// reportMood reports whether the finite verb at i stands in the mood of
// reported speech: Konjunktiv I, or II where I looks like the indicative.
func (f *Finder) reportMood(i int) bool { return f.d.Tokens[i].Feats.Is(text.Sub) }

// before: the verb opens the clause and what stands before it in the sentence
// is said: "…, sagte X".
func (f *Finder) before(c int, u Utterance) bool {
	cl := &f.d.Clauses[c]
	s := f.sentence(cl.Tokens.From)
	i := cl.Tokens.From
	for i < cl.Tokens.To && f.d.Tokens[i].Word.Has(text.Punct) {
		i++
	}
	if i != cl.Finite || i == s.From {
		return false
	}
	if p := &f.d.Tokens[i-1]; !p.Word.Has(text.Punct) {
		return false
	}
	u.Rule = "speech.verb.inverted"
	u.Said = without(s, f.ownTokens(c))
	u.Frame = f.ownTokens(c)
	return f.add(u) != nil
}

// ownTokens is the stretch of clause c from its first to its last own token.
func (f *Finder) ownTokens(c int) text.Range {
	r := f.d.Clauses[c].Tokens
	for r.From < r.To && f.d.Tokens[r.From].Clause != c {
		r.From++
	}
	for r.From < r.To && f.d.Tokens[r.To-1].Clause != c {
		r.To--
	}
	return r
}

// pointsBack: "Das berichtet X": the sentence before is what X says.
func (f *Finder) pointsBack(c int, u Utterance) bool {
	cl := &f.d.Clauses[c]
	if cl.Sent == 0 || cl.Parent >= 0 {
		return false
	}
	s := f.sentence(cl.Tokens.From)
	first := s.From
	if first >= s.To || !f.lex.pointer.Has(f.d, first) {
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
