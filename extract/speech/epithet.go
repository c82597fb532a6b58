package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

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
	if l := f.lex.someone.Entry(f.d, ch.Head); f.lex.aged.Has(f.d, ch.Head) || l != nil && l.Get("any") != "" {
		if k := f.passerby(f.d.Tokens[ch.Head].Sent, f.d.Tokens[ch.Head].Feats&text.Gender); k >= 0 {
			return f.phrase(k, text.Span{}).tokens, f.ch[k].Head
		}
	}
	lemma, office := f.d.Tokens[ch.Head].Lemma, f.lex.authority.Has(f.d, ch.Head) && !f.d.Tokens[ch.Head].Feats.Is(text.Plur)
	for n, k := 0, m.chunk-1; k >= 0 && n < lookback; n, k = n+1, k-1 {
		o := &f.ch[k]
		if f.compoundOf(k, m.chunk) {
			return f.phrase(k, text.Span{}).tokens, o.Head // "das Bundeskartellamt … die Behörde"
		}
		if office && o.Kind == text.NounPhrase && f.lex.office.Has(f.d, o.Head) && o.Full.Len() > 1 && o.Of < 0 && o.Prep < 0 {
			return o.Full, o.Head // "das Bundesamt für Karten … die Behörde"
		}
		if o.Kind == text.NounPhrase && (o.Name.Empty() || f.owned(o)) && !f.isText(ch.Head) && f.headOf(o.Head, lemma) && f.d.Tokens[o.Head].Feats.Agrees(f.d.Tokens[ch.Head].Feats, text.Number) {
			return f.phrase(k, text.Span{}).tokens, o.Head // "ein Polizeisprecher … der Sprecher"
		}
		if o.Kind == text.NounPhrase && o.Head > o.Tokens.From && (f.ofPlace(o.Head-1) || f.properAdjective(o.Head-1)) && f.d.Tokens[o.Head].Lemma == lemma && f.isBody(o.Head) && !f.d.Tokens[o.Head].Feats.Is(text.Plur) {
			return f.phrase(k, text.Span{}).tokens, o.Head // "die Grazer Polizei … laut Polizei", "die Deutsche Bank … die Bank"
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
	if f.bareSource(m) {
		return true
	}
	return first.POS == text.DET && !first.Feats.Is(text.Indef) && first.Feats&text.Poss == 0 && m.tokens.Len() <= ch.Tokens.Len()
}

// properAdjective reports whether token i is an adjective with a capital letter that it has
// not from the beginning of a sentence: "die Deutsche Bank".
func (f *Finder) properAdjective(i int) bool {
	t := &f.d.Tokens[i]
	return t.POS == text.ADJ && t.Word.Has(text.Capital) && i > f.d.Sentences[t.Sent].Tokens.From
}

// ofPlace reports whether token i is an adjective made of the name of a place: "Grazer".
func (f *Finder) ofPlace(i int) bool {
	t := &f.d.Tokens[i]
	return t.POS == text.ADJ && t.Word.Has(text.Capital) && t.Lemma == t.Word.Form && strings.HasSuffix(t.Lemma, "er")
}

// bareSource reports whether m is a lone word for a body behind a preposition of saying:
// "laut Stadt".
func (f *Finder) bareSource(m mention) bool {
	ch := &f.ch[m.chunk]
	return ch.Prep >= 0 && ch.Tokens.Len() == 1 && ch.Name.Empty() && f.d.Tokens[ch.Head].POS == text.NOUN && f.lex.after.Has(f.d, ch.Prep) && f.isBody(ch.Head) && m.tokens.Len() == 1
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
		if k >= 0 && f.ch[k].Name.Empty() && f.isPerson(f.ch[k].Head) {
			k = f.apposition(f.phrase(k, text.Span{})) // "Der Chef des Verbands, Karl Berger, …"
		}
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

// passerby is the one person without a name and of that gender that the two sentences
// before s tell of last, -1 for none: "Ein Bauer winkte ab. … sagte der 66-Jährige".
func (f *Finder) passerby(s int, g text.Feats) int {
	for b := s - 1; b >= 0 && b >= s-2; b-- {
		if k := f.unnamed(b, g); k >= 0 {
			return k
		}
	}
	return -1
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
	return f.onlyBody(h)
}

// onlyBody is the one body named in the sentence of token i and the three before, nil for none
// or more: "Bei Nordmarkt …. Das Unternehmen …".
func (f *Finder) onlyBody(i int) *entity {
	s := f.d.Tokens[i].Sent
	var one *entity
	for m := f.mentionBefore(i); m >= 0 && f.d.Tokens[f.reg.mentions[m].token].Sent >= s-3; m-- {
		e := &f.reg.all[f.reg.mentions[m].entity]
		if e.typ != "organization" || e == one || f.placed(int(f.reg.mentions[m].token)) {
			continue
		}
		switch {
		case one == nil || key(e.words[0]) == key(one.words[0]) && len(e.words) < len(one.words):
			one = e
		case key(e.words[0]) != key(one.words[0]):
			return nil
		}
	}
	return one
}

// placed reports whether the name at token i stands behind a preposition of place: "nach
// Lindau".
func (f *Finder) placed(i int) bool {
	c := f.d.Tokens[i].Chunk
	if c < 0 {
		return false
	}
	p := f.ch[f.into[c]].Prep
	return p >= 0 && f.lex.place.Has(f.d, p)
}

// sameRole is the person named before with the role and what hangs on it that phrase k repeats:
// "der Sprecher des Stabes, Georg Holm, … der Sprecher des Stabes"; nil for none.
func (f *Finder) sameRole(k int) *entity {
	const far = 80 // chunks
	ch := &f.ch[k]
	n := ch.Full.To - ch.Head
	if n < 2 || f.d.Tokens[ch.Tokens.From].POS != text.DET || !f.d.Tokens[ch.Tokens.From].Feats.Is(text.Def) || !f.isPerson(ch.Head) {
		return nil
	}
	for j := k - 1; j >= 0 && j > k-far; j-- {
		o := &f.ch[j]
		if o.Kind != text.NounPhrase || !o.Name.Empty() || f.d.Tokens[o.Head].Lemma != f.d.Tokens[ch.Head].Lemma {
			continue
		}
		same := true
		for i := 1; i < n && same; i++ {
			same = f.form(o.Head+i) == f.form(ch.Head+i)
		}
		if !same {
			continue
		}
		if a := f.apposition(f.phrase(j, text.Span{})); a >= 0 {
			return f.reg.at(f.reg.find(nameWords(f.d, f.ch[a].Name), false))
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
