package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// resolve turns mentions into speakers: a family name into the full name, a
// role or pronoun into the name of the last one it fits.
func (f *Finder) resolve() {
	for k := range f.out {
		u := &f.out[k]
		w, via := u.who, u.passers
		for n := 0; w.same > 0 && n < len(f.out); n++ {
			o := &f.out[w.same-1]
			if via == nil {
				via = o.passers
			}
			w = o.who
		}
		if u.who.same > 0 {
			w.show, w.cue = u.who.show, u.who.cue
		}
		u.Speaker = nil
		u.Via = nil
		if w.none() {
			if len(via) > 0 && u.Cue.Empty() {
				continue
			}
		} else if s, ok := f.speaker(w); ok {
			u.Speaker = &s
		}
		for _, v := range via {
			if s, ok := f.speaker(v); ok && (u.Speaker == nil || s.Name != u.Speaker.Name) {
				u.Via = append(u.Via, s)
			}
		}
	}
}

// handDown gives what nobody is named for, told inside somebody's words, to them:
// "Holm sagte, es werde geschätzt, dass …".
func (f *Finder) handDown() {
	for k := range f.out {
		u := &f.out[k]
		if u.Speaker != nil || u.Mere {
			continue
		}
		best := -1
		f.idx.in(f.d.Tokens[u.at].Sent, func(j int) bool {
			o := &f.out[j]
			if j != k && o.Speaker != nil && !o.Mere && o.Type != Reported && o.Covers(u.at) && o.Covers(u.start()) && (best < 0 || o.Size() < f.out[best].Size()) {
				best = j
			}
			return true
		})
		if best >= 0 {
			s := *f.out[best].Speaker
			s.Cue = text.Span{}
			u.Speaker, u.Via = &s, f.out[best].Via
		}
	}
}

// relayed names those by whose word somebody has said something as passers: "Laut
// Medienberichten sagte Holm, …".
func (f *Finder) relayed() {
	for k := range f.out {
		u := &f.out[k]
		if u.Speaker == nil || u.Speaker.Vague || !strings.HasPrefix(u.Rule, "speech.prep.") && (u.Rule != "speech.verb.as" || !f.isPasser(u.who)) {
			continue
		}
		f.idx.in(f.d.Tokens[u.at].Sent, func(j int) bool {
			o := &f.out[j]
			if o.Speaker == nil || o.Speaker.Vague || !strings.HasPrefix(o.Rule, "speech.verb.") || u.Rule != "speech.verb.as" && f.d.Tokens[o.at].Clause != f.d.Tokens[u.at].Clause || !u.Covers(o.at) || o.Speaker.Name == u.Speaker.Name {
				return true
			}
			for i := range o.Via {
				if o.Via[i].Name == u.Speaker.Name {
					return true
				}
			}
			s := *u.Speaker
			s.Cue = text.Span{}
			o.Via = append(o.Via[:len(o.Via):len(o.Via)], s)
			return true
		})
	}
}

// represented: of what a body thinks and somebody tells ("Die USA gehen davon aus,
// dass …, sagte X") the one who tells is the source.
func (f *Finder) represented() {
	for k := range f.out {
		u := &f.out[k]
		if !u.view || u.Speaker == nil || !u.Speaker.Vague && u.Speaker.Type != "state" && u.Speaker.Type != "organization" {
			continue
		}
		f.idx.in(f.d.Tokens[u.at].Sent, func(j int) bool {
			o := &f.out[j]
			u.Mere = u.Mere || o.at > u.at && !o.view && o.Type == Indirect && o.Speaker != nil && o.Speaker.Type == "person" && o.Covers(u.at) && o.Covers(u.start())
			return !u.Mere
		})
	}
}

// speaker is the speaker m names; false when the phrase names nobody.
func (f *Finder) speaker(m mention) (Speaker, bool) {
	s := Speaker{Span: f.span(m.tokens), Cue: m.cue, Vague: m.vague}
	if !m.show.Empty() {
		s.Span = f.span(m.show)
	}
	if e := f.reg.at(int32(m.known - 1)); e != nil {
		s.Name, s.Role, s.Type = e.name, e.role, e.typ
		return s, true
	}
	if m.chunk < 0 {
		s.Name = f.words(m.tokens)
		s.Type = "unnamed"
		return s, s.Name != ""
	}
	if n := f.secondOf(&f.ch[m.chunk]); n >= 0 {
		if a, ok := f.oneOf(m); ok {
			return f.together(a, n)
		}
	}
	return f.oneOf(m)
}

// together is a with those joined to it from phrase n on, who speak with it:
// "Alpenverein, Bergwacht und Polizei".
func (f *Finder) together(a Speaker, n int) (Speaker, bool) {
	for k := 0; n >= 0 && k < 8; k++ {
		b, ok := f.oneOf(f.phrase(n, text.Span{}))
		if !ok || b.Name == a.Name {
			break
		}
		with := ", "
		if join := f.joint(n); join >= 0 {
			with = " " + f.form(join) + " "
			if e := f.lex.both.Entry(f.d, join); e != nil {
				with = " " + e.Get("as") + " "
			}
		}
		a.Name += with + b.Name
		a.Role, a.Type = "", "group"
		n = f.secondOf(&f.ch[n])
	}
	return a, a.Name != ""
}

// secondOf is the phrase joined to ch by a conjunction or comma right behind it, who
// speaks with it: "Alpenverein und Bergwacht"; -1 for none.
func (f *Finder) secondOf(ch *text.Chunk) int {
	if ch.Next < 0 || f.sameOne(ch) >= 0 || f.d.Tokens[ch.Head].POS == text.PRON {
		return -1
	}
	k := int(f.into[ch.Next])
	n := &f.ch[k]
	i := f.joint(k)
	if i < 0 && f.form(n.Tokens.From-1) == "," {
		i = n.Tokens.From - 1
	}
	end := f.bracketEnd(max(ch.Tokens.To, ch.Full.To))
	if n.Prep >= 0 && n.Prep != ch.Prep || i < end || i > end+1 || !f.animate(k) {
		return -1
	}
	return k
}

// bracketEnd is the token behind the bracket that opens at token i, i for none:
// "Holm (Grüne)".
func (f *Finder) bracketEnd(i int) int {
	if f.form(i) != "(" {
		return i
	}
	for k := i + 1; k < i+6; k++ {
		if f.form(k) == ")" {
			return k + 1
		}
	}
	return i
}

// joint is the conjunction right before phrase k, -1 for none: of one of two words
// the first, "sowohl A | als auch B".
func (f *Finder) joint(k int) int {
	i := f.ch[k].Tokens.From - 1
	if i > 0 && f.d.Tokens[i].POS == text.ADV && f.d.Tokens[i-1].POS == text.CCONJ {
		i--
	}
	if i < 0 || f.d.Tokens[i].POS != text.CCONJ {
		return -1
	}
	return i
}

// oneOf is the speaker m names, without those joined to it.
func (f *Finder) oneOf(m mention) (Speaker, bool) {
	s := Speaker{Span: f.span(m.tokens), Cue: m.cue, Vague: m.vague}
	if !m.show.Empty() {
		s.Span = f.span(m.show)
	}
	ch := &f.ch[m.chunk]
	h := &f.d.Tokens[ch.Head]
	n := f.elided(m.chunk)
	if n < 0 {
		n = f.someOfThem(m.chunk)
	}
	if n >= 0 {
		s.Name, s.Type = nominative(f.d, n, n), f.kind(ch)
		s.Vague = f.lex.bare.Has(f.d, n)
		return s, true
	}
	if ch.Tokens.Len() == 1 && f.lex.latter.Has(f.d, ch.Head) {
		if a, ok := f.namedLast(m.chunk); ok {
			s.Name, s.Role, s.Type = a.Name, a.Role, a.Type
			return s, true
		}
	}
	if h.POS == text.PRON && ch.Name.Empty() {
		if a, ok := f.antecedent(m.chunk); ok {
			s.Name, s.Role, s.Type = a.Name, a.Role, a.Type
			return s, true
		}
		s.Name, s.Type = f.words(m.tokens), "unnamed"
		return s, s.Name != "" && !f.lex.nobody.Has(f.d, ch.Head)
	}
	if a, ok := f.possessor(m.chunk); ok {
		s.Name, s.Role, s.Type = a.Name, a.Role, a.Type
		return s, true
	}
	if e := f.fitting(m); e != nil {
		s.Name, s.Role, s.Type = e.name, e.role, e.typ
		return s, true
	}
	if f.bare(m) {
		s.Vague = true
	}
	r, head := f.fullest(m)
	s.Name = f.cite(r, head)
	s.Type = f.kind(ch)
	return s, s.Name != ""
}

// elided is the noun that "andere" leaves out: "einige Berichte nennen 30, andere 40";
// -1 for none.
func (f *Finder) elided(k int) int {
	ch := &f.ch[k]
	if ch.Tokens.Len() > 1 || !f.lex.other.Has(f.d, ch.Head) || f.d.Tokens[ch.Head].POS == text.NOUN {
		return -1
	}
	from := f.sentence(ch.Head).From
	for b := k - 1; b >= 0 && f.ch[b].Tokens.From >= from; b-- {
		o := &f.ch[b]
		if o.Kind == text.NounPhrase && o.Tokens.Len() > 1 && f.lex.some.Has(f.d, o.Tokens.From) && f.d.Tokens[o.Head].POS == text.NOUN && f.d.Tokens[o.Head].Feats.Is(text.Plur) {
			return o.Head
		}
	}
	return -1
}

// someOfThem is the noun that "einige" leaves out: the subject in the plural of
// the main clause before: "Fachleute nennen 30, einige sogar 40"; -1 for none.
func (f *Finder) someOfThem(k int) int {
	ch := &f.ch[k]
	if ch.Tokens.Len() > 1 || ch.Prep >= 0 || !f.lex.some.Has(f.d, ch.Head) || f.d.Tokens[ch.Head].Feats.Is(text.Def) {
		return -1
	}
	c := f.d.Tokens[ch.Head].Clause
	if c < 1 || f.d.Clauses[c-1].Sent != f.d.Clauses[c].Sent || f.d.Clauses[c-1].Kind != text.MainClause {
		return -1
	}
	if s := f.subject(c - 1); s >= 0 && f.animate(s) && f.d.Tokens[f.ch[s].Head].POS == text.NOUN && f.d.Tokens[f.ch[s].Head].Feats.Is(text.Plur) {
		return f.ch[s].Head
	}
	return -1
}

// isKnown reports whether ch is one thing with a definite article, also one that
// is part of its preposition.
func (f *Finder) isKnown(ch *text.Chunk) bool {
	if f.d.Tokens[ch.Head].Feats.Is(text.Plur) {
		return false
	}
	return f.d.Tokens[ch.Tokens.From].Feats.Is(text.Def) || ch.Prep >= 0 && f.d.Tokens[ch.Prep].Feats.Get(text.Case) != 0
}

// bare reports whether m only says that something was said, not by whom:
// "ersten Berichten".
func (f *Finder) bare(m mention) bool {
	ch := &f.ch[m.chunk]
	if !f.lex.bare.Has(f.d, ch.Head) || !ch.Name.Empty() || m.tokens.Len() > ch.Tokens.Len() {
		return false
	}
	if f.isKnown(ch) && f.lex.document.Has(f.d, ch.Head) {
		return false // "im Bericht heißt es"
	}
	for i := ch.Tokens.From; i < ch.Head; i++ {
		if t := &f.d.Tokens[i]; t.POS == text.ADJ && !f.lex.time.Has(f.d, i) {
			return false
		}
	}
	return true
}

// fullest is the longest phrase, with its head, for the one m names by a definite noun: of "die
// Sprecherin" the "Sprecherin des Konzerns" of a sentence before.
func (f *Finder) fullest(m mention) (r text.Range, head int) {
	ch := &f.ch[m.chunk]
	if !f.definite(m) {
		return m.tokens, ch.Head
	}
	if f.lex.aged.Has(f.d, ch.Head) {
		for b := f.d.Tokens[ch.Head].Sent - 1; b >= 0 && b >= f.d.Tokens[ch.Head].Sent-2; b-- {
			if k := f.unnamed(b, f.d.Tokens[ch.Head].Feats&text.Gender); k >= 0 {
				return f.phrase(k, text.Span{}).tokens, f.ch[k].Head
			}
		}
	}
	lemma, office := f.d.Tokens[ch.Head].Lemma, f.lex.authority.Has(f.d, ch.Head) && !f.d.Tokens[ch.Head].Feats.Is(text.Plur)
	for n, k := 0, m.chunk-1; k >= 0 && n < lookback; n, k = n+1, k-1 {
		o := &f.ch[k]
		if office && o.Kind == text.NounPhrase && f.lex.office.Has(f.d, o.Head) && o.Full.Len() > 1 && o.Of < 0 && o.Prep < 0 {
			return o.Full, o.Head // "das Bundesamt für Karten … die Behörde"
		}
		if o.Kind == text.NounPhrase && o.Name.Empty() && !f.isText(ch.Head) && f.headOf(o.Head, lemma) && f.d.Tokens[o.Head].Feats.Agrees(f.d.Tokens[ch.Head].Feats, text.Number) {
			return o.Tokens, o.Head // "ein Polizeisprecher … der Sprecher"
		}
		if o.Kind == text.NounPhrase && o.Full.Len() > o.Tokens.Len() && f.d.Tokens[o.Head].Lemma == lemma && f.d.Tokens[o.Head].Feats.Agrees(f.d.Tokens[ch.Head].Feats, text.Number) {
			return o.Full, o.Head
		}
	}
	return m.tokens, ch.Head
}

// headOf reports whether the noun at i is a longer word that ends with lemma:
// "Polizeisprecher" of "Sprecher".
func (f *Finder) headOf(i int, lemma string) bool {
	w := f.d.Tokens[i].Lemma
	return len(lemma) >= 4 && len(w) > len(lemma) && strings.EqualFold(w[len(w)-len(lemma):], lemma)
}

// definite reports whether m is a bare noun with a definite article or
// demonstrative: it takes up somebody known.
func (f *Finder) definite(m mention) bool {
	ch := &f.ch[m.chunk]
	first := &f.d.Tokens[ch.Tokens.From]
	if ch.Prep >= 0 && ch.Tokens.Len() == 1 && ch.Name.Empty() && first.POS == text.NOUN && f.lex.after.Has(f.d, ch.Prep) && f.isBody(ch.Head) && m.tokens.Len() == 1 {
		return true // "laut Stadt"
	}
	return first.POS == text.DET && !first.Feats.Is(text.Indef) && first.Feats&text.Poss == 0 && m.tokens.Len() <= ch.Tokens.Len()
}

// antecedent is whom the pronoun of phrase k stands for.
func (f *Finder) antecedent(k int) (Speaker, bool) {
	ch := &f.ch[k]
	h := &f.d.Tokens[ch.Head]
	if c := h.Clause; c >= 0 && f.d.Clauses[c].Kind == text.RelClause && f.d.Clauses[c].Intro == ch.Head {
		if a := f.before1(f.d.Clauses[c].Tokens.From, h.Feats); a >= 0 {
			return f.speaker(f.phrase(a, text.Span{}))
		}
		return Speaker{}, false
	}
	if f.lex.nobody.Has(f.d, ch.Head) || h.Feats.Is(text.First) {
		return Speaker{}, false
	}
	feats := h.Feats & (text.Gender | text.Number)
	if h.Feats.Is(text.Gen) && canBe(h.Word, text.PRON, text.Plur) {
		feats = 0 // "deren" is feminine or plural
	}
	if w := f.outerSpeaker(ch.Head); w.chunk >= 0 && w.chunk != k && f.takesUp(feats, w.chunk) {
		return f.speaker(w) // "Sie wisse das, sagte Holm"
	}
	if s := f.subjectBefore(k, feats); s >= 0 {
		return f.speaker(f.phrase(s, text.Span{}))
	}
	return f.goesBack(ch.Head, feats)
}

// subjectBefore is the subject of the main clause before that of pronoun k in its
// sentence, -1 for none that fits: "Die Behörden schwiegen, sie sprachen …".
func (f *Finder) subjectBefore(k int, feats text.Feats) int {
	h := &f.d.Tokens[f.ch[k].Head]
	c := h.Clause - 1
	if c < 0 || feats == 0 || f.d.Clauses[c].Sent != h.Sent || f.d.Clauses[c].Kind != text.MainClause || f.d.Clauses[h.Clause].Kind != text.MainClause || f.d.Clauses[c].Finite < 0 {
		return -1
	}
	s := f.subject(c)
	if s < 0 || f.ch[s].Tokens.From >= f.ch[k].Tokens.From || !f.animate(s) || !f.takesUp(feats, s) {
		return -1
	}
	if first := &f.d.Tokens[f.ch[s].Tokens.From]; f.ch[s].Name.Empty() && !first.Feats.Is(text.Def) {
		return -1
	}
	said := false
	f.idx.in(h.Sent, func(n int) bool {
		u := &f.out[n]
		said = f.d.Tokens[u.at].Clause == h.Clause && u.Covers(f.ch[s].Head) // "Der Mann ist tot, sagte er"
		return !said
	})
	if said {
		return -1
	}
	return s
}

// namedLast is the phrase that names somebody last before pronoun k in the sentence
// before and agrees with it: "Holm beschuldigte Kern. Dieser bestritt, …".
func (f *Finder) namedLast(k int) (Speaker, bool) {
	h := &f.d.Tokens[f.ch[k].Head]
	for j := k - 1; j >= 0 && f.d.Tokens[f.ch[j].Head].Sent >= h.Sent-1; j-- {
		if ch := &f.ch[j]; ch.Kind == text.NounPhrase && ch.Of < 0 && f.animate(j) && !f.timely(j) && f.takesUp(h.Feats&(text.Gender|text.Number), j) {
			return f.speaker(f.phrase(j, text.Span{}))
		}
	}
	return Speaker{}, false
}

// outerSpeaker is who says the innermost utterance that holds token i, when the
// words of saying stand behind it.
func (f *Finder) outerSpeaker(i int) mention {
	best := -1
	f.idx.in(f.d.Tokens[i].Sent, func(k int) bool {
		u := &f.out[k]
		if u.at > i && u.who.same == 0 && !u.who.none() && u.Covers(i) && (best < 0 || u.Size() < f.out[best].Size()) {
			best = k
		}
		return true
	})
	if best < 0 {
		return nobody
	}
	return f.out[best].who
}

// possessor is whom the possessive of phrase k stands for when the phrase names
// what is said: "ihrer Meinung", "sein Bericht".
func (f *Finder) possessor(k int) (Speaker, bool) {
	ch := &f.ch[k]
	first := &f.d.Tokens[ch.Tokens.From]
	e := f.lex.own.Entry(f.d, ch.Tokens.From)
	if e == nil || !f.isText(ch.Head) && !f.isAct(ch.Head) || first.Feats&text.Poss == 0 && first.POS != text.DET {
		return Speaker{}, false
	}
	g := text.Fem
	if e.Get("of") == "masc" {
		g = text.Masc | text.Sing
	}
	if t := f.topic(f.d.Tokens[ch.Head].Sent); t >= 0 && f.ch[t].Tokens.From < ch.Tokens.From && f.takesUp(g, t) {
		return f.speaker(f.phrase(t, text.Span{})) // "Holm legte ihren Bericht vor"
	}
	if a, ok := f.goesBack(ch.Tokens.From, g); ok || f.d.Tokens[ch.Tokens.From].Zone >= 0 {
		return a, ok
	}
	if last := f.lastBefore(ch.Tokens.From); last >= 0 && f.out[last].who.same == 0 && f.out[last].who.chunk != k && f.d.Tokens[f.out[last].at].Sent < first.Sent {
		return f.speaker(f.out[last].who) // "40 Verbände widersprachen. Ihr Fazit: …"
	}
	if t := f.floor(first.Sent - 1); t >= 0 && t != k {
		return f.speaker(f.phrase(t, text.Span{})) // "Ein Bündnis von 40 Verbänden rechnete nach. Ihr Fazit: …"
	}
	return Speaker{}, false
}

// before1 is the noun phrase right before token i, or one it hangs on, that
// agrees with feats; -1 for none.
func (f *Finder) before1(i int, feats text.Feats) int {
	first := -1
	for n, k := 0, f.chunkAt(i)-1; k >= 0 && n < 6 && f.d.Tokens[f.ch[k].Tokens.From].Sent == f.d.Tokens[i].Sent; n, k = n+1, k-1 {
		if f.ch[k].Kind != text.NounPhrase || f.d.Tokens[f.ch[k].Head].POS == text.PRON {
			continue
		}
		if first < 0 {
			first = k
		}
		if f.d.Tokens[f.ch[k].Head].Feats.Agrees(feats, text.Gender|text.Number) {
			return k
		}
	}
	return first
}

// goesBack is whom a pronoun at token i with these features takes up: who was
// credited last and fits, else the subject of a sentence before, else the
// person named last.
func (f *Finder) goesBack(i int, feats text.Feats) (Speaker, bool) {
	s := f.d.Tokens[i].Sent
	best, at := nobody, -1
	for b := s; b >= 0 && b >= s-3; b-- {
		f.idx.in(b, func(k int) bool {
			w := f.out[k].who
			if w.chunk < 0 || w.same > 0 || w.vague || w.tokens.From >= i || w.tokens.From <= at || !f.takesUp(feats, w.chunk) {
				return true
			}
			best, at = w, w.tokens.From
			return true
		})
	}
	for b := s - 1; b >= 0 && b >= s-2; b-- {
		if at < 0 || f.d.Tokens[at].Sent < b {
			if k := f.pronounOf(b, feats); k >= 0 {
				return f.antecedent(k) // "Er traf Kurt. Danach ging er heim. Er sagte …"
			}
		}
		k := f.topic(b)
		if k < 0 || !f.takesUp(feats, k) || f.ch[k].Tokens.From <= at {
			continue
		}
		if at < 0 || f.d.Tokens[at].Sent < b {
			best, at = f.phrase(k, text.Span{}), f.ch[k].Tokens.From
		}
	}
	if at >= 0 {
		return f.speaker(best)
	}
	if feats.Is(text.Plur) || feats.Is(text.Neut) {
		return Speaker{}, false
	}
	for n, m := 0, f.mentionBefore(i); m >= 0 && n < lookback; n, m = n+1, m-1 {
		e := &f.reg.all[f.reg.mentions[m].entity]
		if e.typ == "person" && e.feats.Agrees(feats, text.Gender) {
			return Speaker{Name: e.name, Role: e.role, Type: e.typ}, true
		}
	}
	return Speaker{}, false
}

// pronounOf is the subject of the main clause of sentence s when it is a personal pronoun
// of these features outside what anybody says, -1 for none.
func (f *Finder) pronounOf(s int, feats text.Feats) int {
	c := f.mainClause(f.d.Sentences[s].Tokens)
	if c < 0 || f.d.Sentences[s].Heading || f.told(f.d.Clauses[c].Finite) {
		return -1
	}
	k := f.subject(c)
	if k < 0 {
		return -1
	}
	h := &f.d.Tokens[f.ch[k].Head]
	if h.POS != text.PRON || h.Zone >= 0 || f.lex.nobody.Has(f.d, f.ch[k].Head) || f.lex.pointer.Has(f.d, f.ch[k].Head) || f.lex.expletive.Has(f.d, f.ch[k].Head) || h.Feats&(text.Gender|text.Number) == 0 || !h.Feats.Agrees(feats, text.Gender|text.Number) || h.Feats.Is(text.First) {
		return -1
	}
	return k
}

// takesUp reports whether a pronoun with these features can stand for phrase k.
func (f *Finder) takesUp(feats text.Feats, k int) bool {
	ch := &f.ch[k]
	h := &f.d.Tokens[ch.Head]
	if h.POS == text.PRON && ch.Name.Empty() || f.lex.site.Has(f.d, ch.Head) {
		return false
	}
	if !ch.Name.Empty() && !feats.Is(text.Plur) {
		if e := f.fitting(f.phrase(k, text.Span{})); e != nil {
			return e.typ == "person" && !feats.Is(text.Neut) && e.feats.Agrees(feats, text.Gender) ||
				e.typ != "person" && e.typ != "state" && e.feats.Get(text.Gender) != 0 && e.feats.Agrees(feats, text.Gender)
		}
	}
	if ch.Next >= 0 {
		return feats.Is(text.Plur)
	}
	return h.Feats.Agrees(feats, text.Gender|text.Number)
}

// mentionBefore is the last naming before token i, -1 for none.
func (f *Finder) mentionBefore(i int) int {
	lo, hi := 0, len(f.reg.mentions)
	for lo < hi {
		m := (lo + hi) / 2
		if int(f.reg.mentions[m].token) < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo - 1
}

// sighted is the entity named at token i, -1 for none.
func (f *Finder) sighted(i int) int32 {
	if m := f.mentionBefore(i + 1); m >= 0 && int(f.reg.mentions[m].token) == i {
		return f.reg.mentions[m].entity
	}
	return -1
}

// kind is the type of speaker the head of ch stands for.
func (f *Finder) kind(ch *text.Chunk) string {
	for i := ch.Tokens.To - 1; i >= ch.Tokens.From; i-- {
		t := &f.d.Tokens[i]
		switch {
		case t.POS != text.NOUN && t.POS != text.PROPN:
		case f.isText(i):
			return "document"
		case f.lex.medium.Has(f.d, i):
			return "media"
		case f.lex.group.Has(f.d, i):
			return "group"
		case f.lex.state.Has(f.d, i):
			return "state"
		case f.isPerson(i):
			if t.Feats.Is(text.Plur) {
				return "group"
			}
			return "person"
		}
	}
	if ch.Feats.Is(text.Plur) && ch.Name.Empty() {
		return "group"
	}
	if ch.Name.Len() >= 2 {
		return "person"
	}
	return "organization"
}

// fitting is the entity mention m stands for: by its name or the one set beside
// it, else by its role when the phrase is definite.
func (f *Finder) fitting(m mention) *entity {
	r := &f.reg
	ch := &f.ch[m.chunk]
	if l := f.lex.short.Entry(f.d, ch.Head); l != nil {
		if id := r.find(strings.Fields(l.Get("of")), true); id >= 0 {
			return r.at(id) // "UN" where the article also has the long form
		}
	}
	if !ch.Name.Empty() && !f.owned(ch) {
		if n := f.bodyNoun(ch); n >= 0 && f.d.Tokens[ch.Name.From].Zone == f.d.Tokens[ch.Head].Zone {
			return r.at(r.find(append([]string{nominative(f.d, n, n)}, nameWords(f.d, ch.Name)...), f.inName(n)))
		}
		if e := r.at(f.sighted(ch.Head)); e != nil && len(e.words) > 1 {
			return e // who had the name so far, not one named later
		}
		return r.at(r.find(nameWords(f.d, ch.Name), false))
	}
	if k := f.apposition(m); k >= 0 {
		return r.at(r.find(nameWords(f.d, f.ch[k].Name), false))
	}
	if k := f.sameOne(ch); k >= 0 {
		return r.at(r.find(nameWords(f.d, f.ch[k].Name), false))
	}
	if id, ok := r.byAlias[f.d.Tokens[ch.Head].Word.Form]; ok {
		return r.at(id)
	}
	h := &f.d.Tokens[ch.Head]
	if ch.Tokens.Len() == 1 && h.POS == text.NOUN && (!h.Feats.Is(text.Plur) || h.Guess) {
		// a family name that reads as a noun: "Koch sagte"
		if e := r.at(r.find([]string{h.Word.Form}, false)); e != nil && e.typ == "person" && len(e.words) >= 2 {
			return e
		}
	}
	if h.Feats.Is(text.Plur) {
		return nil
	}
	if !f.definite(m) {
		if first := &f.d.Tokens[ch.Tokens.From]; first.POS == text.DET && first.Feats.Is(text.Def) && f.lex.former.Has(f.d, ch.Tokens.From+1) && f.lex.post.Has(f.d, ch.Head) {
			return f.postless(ch.Head) // "Die frühere Chefin der Bank"
		}
		return nil
	}
	role, also := strings.ToLower(h.Lemma), ""
	medium := f.lex.medium.Entry(f.d, ch.Head)
	if medium != nil {
		role, also = role[strings.LastIndexByte(role, '-')+1:], medium.Get("like") // "der US-Sender"
	}
	var best *entity
	for n, k := 0, f.mentionBefore(ch.Head); k >= 0 && n < lookback; n, k = n+1, k-1 {
		e := &r.all[r.mentions[k].entity]
		switch {
		case e.plays(role) && e.feats.Agrees(h.Feats, text.Gender):
			if best == nil || e != best && best.seen == 1 && e.seen > 2 {
				best = e // whom the article is about rather than one named in passing
			}
		case best == nil && e.typ == "media" && (also != "" && e.plays(also) || medium != nil && len(e.heads) == 0 && !e.agent):
			return e // "das Blatt" of a newspaper, or of one only named
		}
	}
	if best == nil {
		best = f.described(h, f.mentionBefore(ch.Head))
	}
	if l := f.lex.someone.Entry(f.d, ch.Head); best == nil && l != nil {
		if best = f.onlyOne(ch.Head); best == nil {
			best = f.lastPerson(ch.Head, l.Get("of") != "")
		}
		return best
	}
	if best == nil && f.lex.aged.Has(f.d, ch.Head) {
		return f.lastPerson(ch.Head, true)
	}
	if best == nil && f.lex.post.Has(f.d, ch.Head) {
		return f.postless(ch.Head)
	}
	if best == nil && f.lex.authority.Has(f.d, ch.Head) {
		return f.authorityBefore(m.chunk)
	}
	if best == nil && f.lex.generic.Has(f.d, ch.Head) {
		return f.bodyBefore(m.chunk)
	}
	return best
}

// postless is the person last credited or talked about when the article names no post
// of theirs, so that the one at token i can be it; nil for none.
func (f *Finder) postless(i int) *entity {
	if e := f.lastPerson(i, false); e != nil && len(e.heads) == 0 {
		return e
	}
	return nil
}

// lastPerson is the person a noun at token i that tells only where somebody is from
// or how old they are takes up: "der Serbe", "die 31-Jährige": the one credited last in
// the sentences before or their subject, else, when only named will do, the one named
// last; nil for none.
func (f *Finder) lastPerson(i int, named bool) *entity {
	g := f.d.Tokens[i].Feats & text.Gender
	if g == 0 {
		return nil
	}
	field := f.field(i)
	fits := func(k int) *entity {
		if k < 0 || f.ch[k].Name.Empty() || f.owned(&f.ch[k]) || f.ch[k].Head >= i {
			return nil
		}
		e := f.reg.at(f.reg.find(nameWords(f.d, f.ch[k].Name), false))
		if e == nil || e.typ != "person" || !e.feats.Agrees(g, text.Gender) || !e.worksIn(field) {
			return nil
		}
		return e
	}
	s := f.d.Tokens[i].Sent
	for b := s - 1; b >= 0 && b >= s-3; b-- {
		var best *entity
		f.idx.in(b, func(k int) bool {
			if e := fits(f.out[k].who.chunk); e != nil {
				best = e
			}
			return true
		})
		if best == nil {
			best = fits(f.topic(b))
		}
		if best != nil || f.unnamed(b, g) >= 0 {
			return best
		}
	}
	for n, k := 0, f.mentionBefore(i); named && k >= 0 && n < lookback; n, k = n+1, k-1 {
		if e := &f.reg.all[f.reg.mentions[k].entity]; e.typ == "person" && e.feats.Agrees(g, text.Gender) {
			return e
		}
	}
	return nil
}

// unnamed is the subject of sentence s when it is one person without a name of that
// gender, -1 for none: "Ein Bauer winkte ab. … sagte der 66-Jährige".
func (f *Finder) unnamed(s int, g text.Feats) int {
	k := f.topic(s)
	if k < 0 || !f.ch[k].Name.Empty() {
		return -1
	}
	h := &f.d.Tokens[f.ch[k].Head]
	if h.POS != text.NOUN || h.Feats.Is(text.Plur) || !h.Feats.Agrees(g, text.Gender) || !f.isPerson(f.ch[k].Head) && !f.isDoer(f.ch[k].Head) {
		return -1
	}
	return k
}

// authorityBefore is the named office that "die Behörde", phrase k, takes up: the one
// named last in the sentences before; nil for none.
func (f *Finder) authorityBefore(k int) *entity {
	from := f.d.Tokens[f.ch[k].Head].Sent - 4
	for j := k - 1; j >= 0 && f.d.Tokens[f.ch[j].Head].Sent >= from; j-- {
		ch := &f.ch[j]
		if ch.Kind != text.NounPhrase || ch.Name.Empty() || f.owned(ch) {
			continue
		}
		for i := ch.Tokens.From; i < ch.Tokens.To; i++ {
			if f.lex.office.Has(f.d, i) {
				return f.fitting(f.phrase(j, text.Span{}))
			}
		}
	}
	return nil
}

// bodyBefore is the body that phrase k, a word for any, takes up: the one named last
// as subject of a main clause, in its sentence or the three before; nil for none.
func (f *Finder) bodyBefore(k int) *entity {
	h := f.ch[k].Head
	s := f.d.Tokens[h].Sent
	for b := s; b >= 0 && b >= s-3; b-- {
		cs := f.idx.clauses[b]
		for c := cs.To - 1; c >= cs.From; c-- {
			if f.d.Clauses[c].Finite < 0 || f.d.Clauses[c].Kind != text.MainClause {
				continue
			}
			n := f.subject(c)
			if n < 0 || n == k || f.ch[n].Head >= h || f.d.Tokens[f.ch[n].Head].Feats.Is(text.Plur) {
				continue
			}
			if f.isBody(f.ch[n].Head) && f.ch[n].Name.Empty() && f.d.Tokens[f.ch[n].Head].Lemma != f.d.Tokens[h].Lemma {
				return nil // another body stands between
			}
			if f.ch[n].Name.Empty() || f.owned(&f.ch[n]) {
				continue
			}
			if a := &f.d.Tokens[f.ch[n].Tokens.From]; a.POS == text.DET && a.Feats.Is(text.Neut) && f.ch[n].Name.From == f.ch[n].Tokens.From+1 {
				continue // a product: "das Nordtel 7"
			}
			if e := f.reg.at(f.reg.find(nameWords(f.d, f.ch[n].Name), false)); e != nil && e.typ == "organization" {
				return e
			}
		}
	}
	return nil
}

// described is whom the article named last, up to mention k, with the adjective the
// noun h is made of: "der 40-jährige Karl Holm … der 40-Jährige"; nil for none.
func (f *Finder) described(h *text.Token, k int) *entity {
	stem := strings.TrimRight(h.Lemma, "enrms")
	if stem == h.Lemma || len(stem) < 4 {
		return nil
	}
	for n := 0; k >= 0 && n < lookback; n, k = n+1, k-1 {
		m := f.reg.mentions[k]
		e := &f.reg.all[m.entity]
		c := f.d.Tokens[m.token].Chunk
		if c < 0 || !e.feats.Agrees(h.Feats, text.Gender) {
			continue
		}
		ch := &f.ch[f.into[c]]
		for i := ch.Tokens.From; i < ch.Tokens.To; i++ {
			if t := &f.d.Tokens[i]; t.POS == text.ADJ && strings.EqualFold(t.Lemma, stem) {
				return e
			}
		}
	}
	return nil
}

// sameOne is the second phrase of one person in two roles, which holds the name:
// "der frühere Retter und heutige Bürgermeister Alois Holm"; -1 for none.
func (f *Finder) sameOne(ch *text.Chunk) int {
	k := ch.Next
	if k < 0 {
		return -1
	}
	k = int(f.into[k])
	n := &f.ch[k]
	if first := f.d.Tokens[n.Tokens.From].POS; n.Name.Empty() || first == text.DET || first == text.PROPN || f.d.Tokens[ch.Tokens.From].POS != text.DET || !f.isPerson(n.Head) || f.d.Tokens[ch.Head].Feats.Is(text.Plur) {
		return -1
	}
	return k
}

// onlyOne is the one person named before token i in its paragraph whose gender that
// noun has, nil for none or more: "der Franzose".
func (f *Finder) onlyOne(i int) *entity {
	para, field := f.d.Sentences[f.d.Tokens[i].Sent].Para, f.field(i)
	one := int32(-1)
	for n, k := 0, f.mentionBefore(i); k >= 0 && n < lookback; n, k = n+1, k-1 {
		m := f.reg.mentions[k]
		if f.d.Sentences[f.d.Tokens[m.token].Sent].Para != para {
			break
		}
		e := &f.reg.all[m.entity]
		if g := e.feats & text.Gender; e.typ != "person" || g != 0 && !f.d.Tokens[i].Feats.Is(g) || m.entity == one || !e.worksIn(field) {
			continue
		}
		if one >= 0 {
			return nil
		}
		one = m.entity
	}
	return f.reg.at(one)
}

func (r *registry) at(id int32) *entity {
	if id < 0 {
		return nil
	}
	return &r.all[id]
}

// apposition is the name set in commas behind the person m describes, -1 for
// none: "die Leiterin der Schule, Jana Holm,".
func (f *Finder) apposition(m mention) int {
	ch := &f.ch[m.chunk]
	if f.isText(ch.Head) || f.lex.medium.Has(f.d, ch.Head) {
		return -1
	}
	person := f.isPerson(ch.Head) || f.isDoer(ch.Head) && !f.isBody(ch.Head)
	end := max(ch.Full.To, ch.Tokens.To)
	for j := m.chunk + 1; j < len(f.ch) && j < m.chunk+8; j++ {
		a := &f.ch[j]
		if a.Tokens.From > end+6 || f.d.Tokens[a.Head].Sent != f.d.Tokens[ch.Head].Sent {
			break
		}
		if a.Kind == text.VerbGroup && a.Tokens.From < end+1 {
			continue
		}
		if a.Kind == text.VerbGroup {
			break
		}
		if a.Kind != text.NounPhrase || a.Prep >= 0 || a.Name.Empty() {
			continue
		}
		if person && a.Of == m.chunk && a.Tokens.From == ch.Tokens.To && a.Name.Len() >= 2 && a.Name.From > a.Tokens.From && !f.isPerson(a.Head) && f.isFirstName(a.Name.From) {
			return j // "die Leiterin der Schule Eva Kolb"
		}
		if f.form(a.Tokens.From-1) != "," {
			if person && a.Tokens.From == ch.Full.To && a.Tokens.From == a.Name.From && a.Name.Len() >= 2 {
				return j // "die Chefin der Bank Jana Holm"
			}
			continue
		}
		if a.Of == m.chunk && (!person || a.Name.Len() >= 2 || a.Tokens.From == a.Name.From) || person && a.Name.Len() >= 2 && a.Tokens.From == a.Name.From {
			return j
		}
	}
	return -1
}

// isFirstName reports whether the dictionary knows the word at i as somebody's
// first name.
func (f *Finder) isFirstName(i int) bool {
	t := &f.d.Tokens[i]
	return t.POS == text.PROPN && !t.Guess && t.Feats.Get(text.Gender) != 0 && t.Feats.Get(text.Gender) != text.Neut
}

// isMediumName reports whether the mention is a name known as a medium.
func (f *Finder) isMediumName(m mention) bool {
	e := f.fitting(m)
	return e != nil && e.typ == "media"
}
