package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

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

// objectBefore is the last phrase of the sentence before that of demonstrative k that it can
// stand for and that is no subject, -1 for none.
func (f *Finder) objectBefore(k int) int {
	h := f.ch[k].Head
	s := f.d.Tokens[h].Sent - 1
	if s < 0 || f.sentence(h).From != h || f.d.Sentences[s].Heading || f.d.Sentences[s].Para != f.d.Sentences[s+1].Para {
		return -1
	}
	c := f.mainClause(f.d.Sentences[s].Tokens)
	if c < 0 {
		return -1
	}
	fin := f.d.Tokens[h].Clause
	many := fin >= 0 && f.d.Clauses[fin].Finite >= 0 && f.d.Tokens[f.d.Clauses[fin].Finite].Feats.Is(text.Plur)
	subj := f.subject(c)
	for j := f.chunkAt(f.d.Sentences[s].Tokens.To) - 1; j >= 0 && f.ch[j].Tokens.From >= f.d.Sentences[s].Tokens.From; j-- {
		ch := &f.ch[j]
		if ch.Kind != text.NounPhrase || j == subj || f.d.Tokens[ch.Head].POS == text.PRON || f.d.Tokens[ch.Head].Feats.Is(text.Plur) != many || !f.animate(j) || f.isText(ch.Head) || f.timely(j) {
			continue
		}
		if g := f.d.Tokens[ch.Head].Feats & text.Gender; many || g == 0 || canBe(f.d.Tokens[h].Word, f.d.Tokens[h].POS, text.Nom|text.Sing|g) {
			return j
		}
	}
	return -1
}

// subjectBefore is the subject of the main clause before that of pronoun k in its
// sentence, -1 for none that fits: "Die Behörden schwiegen, sie sprachen …".
func (f *Finder) subjectBefore(k int, feats text.Feats) int {
	h := &f.d.Tokens[f.ch[k].Head]
	c := h.Clause - 1
	if c < 0 || feats == 0 || f.d.Clauses[c].Sent != h.Sent || f.d.Clauses[c].Kind != text.MainClause || f.d.Clauses[c].Finite < 0 {
		return -1
	}
	as := f.d.Clauses[h.Clause].Intro >= 0 && f.lex.as.Has(f.d, f.d.Clauses[h.Clause].Intro) // "Die Firma wächst, wie sie mitteilte"
	if !as && f.d.Clauses[h.Clause].Kind != text.MainClause {
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
		said = !as && strings.HasPrefix(u.Rule, "speech.verb") && f.d.Tokens[u.at].Clause == h.Clause && u.Covers(f.ch[s].Head) // "Der Mann ist tot, sagte er"
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
	if t := f.topic(f.d.Tokens[ch.Head].Sent); t >= 0 && f.ch[t].Tokens.From < ch.Tokens.From && f.possesses(k, t) {
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

// possesses reports whether the possessive that begins phrase k can stand for phrase t.
func (f *Finder) possesses(k, t int) bool {
	e := f.lex.own.Entry(f.d, f.ch[k].Tokens.From)
	if e == nil {
		return false
	}
	if e.Get("of") == "masc" {
		return f.takesUp(text.Masc|text.Sing, t) || f.takesUp(text.Neut|text.Sing, t)
	}
	return f.takesUp(text.Fem, t) || f.takesUp(text.Plur, t)
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
	if k := f.beforeColon(i); k >= 0 && f.takesUp(feats, k) {
		return f.speaker(f.phrase(k, text.Span{})) // "Darunter ist auch der Platzwart: Er wartet"
	}
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

// beforeColon is somebody whom the clause before a colon in the sentence of token i is about,
// -1 for none.
func (f *Finder) beforeColon(i int) int {
	s := f.sentence(i)
	for k := i - 1; k > s.From; k-- {
		if f.form(k) != ":" || f.d.Tokens[k].Zone >= 0 {
			continue
		}
		c := f.mainClause(text.Range{From: s.From, To: k})
		if c < 0 {
			return -1
		}
		if n := f.subject(c); n >= 0 && f.animate(n) && f.ch[n].Tokens.To <= k && f.d.Tokens[f.ch[n].Head].POS != text.PRON {
			return n
		}
		return -1
	}
	return -1
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
	if h.POS == text.PRON && ch.Name.Empty() || f.lex.site.Has(f.d, ch.Head) || f.one && ch.Name.Empty() && f.isBody(ch.Head) {
		return false
	}
	if !ch.Name.Empty() && !feats.Is(text.Plur) {
		if e := f.fitting(f.phrase(k, text.Span{})); e != nil {
			return e.typ == "person" && !feats.Is(text.Neut) && e.feats.Agrees(feats, text.Gender) ||
				!f.one && e.typ != "person" && e.typ != "state" && e.feats.Get(text.Gender) != 0 && e.feats.Agrees(feats, text.Gender)
		}
	}
	if ch.Next >= 0 {
		return feats.Is(text.Plur)
	}
	return h.Feats.Agrees(feats, text.Gender|text.Number)
}
