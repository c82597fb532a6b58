package speech

import "github.com/belegt/extract/extract/text"

// selfBefore credits sentences in the first person that stand, by themselves or with one
// more between, before one whose speaker is named behind it: "Wir haben 30 Leute verloren.
// Wir sind müde, sagte Holm." Only an article that has lost its marks has such.
func (f *Finder) selfBefore() {
	if !f.unmarked {
		return
	}
	for k, n := 0, len(f.out); k < n; k++ {
		u := &f.out[k]
		s := f.d.Tokens[u.at].Sent
		if u.Type != Direct && !f.directBefore(u, s) || u.Rule != "speech.verb.inverted" && u.Rule != "speech.so.end" || u.start() != f.d.Sentences[s].Tokens.From {
			continue
		}
		from, first := -1, true
		for b := s - 1; b >= 0 && b >= s-4; b-- {
			sent := &f.d.Sentences[b]
			if sent.Heading || sent.Para != f.d.Sentences[s].Para || f.lastIn(b, len(f.out)) >= 0 || f.told(sent.Tokens.From) || f.namesPerson(sent.Tokens) {
				break
			}
			if f.speaksOfSelf(sent.Tokens) || f.ofMine(sent.Tokens) {
				from, first = b, true
			} else if !first {
				break
			} else {
				first = false
			}
		}
		if from >= 0 {
			w := Utterance{Type: Direct, Said: []text.Range{{From: f.d.Sentences[from].Tokens.From, To: f.d.Sentences[s-1].Tokens.To}}, who: nobody, at: f.d.Sentences[from].Tokens.From, Rule: "speech.runon.before"}
			w.who.same = k + 1
			if f.add(w) != nil {
				f.out[k].Type = Direct
			}
		}
	}
}

// directBefore reports whether the sentence before s, of the same paragraph, is in the first
// person and nobody's word so far, so that u, told in the indicative in s, ends what is said:
// "Ich habe 30 Kinder. Es ist schwer, sagte Holm."
func (f *Finder) directBefore(u *Utterance, s int) bool {
	if s == 0 || u.Type != Indirect || f.inMood(u.Said[0]) {
		return false
	}
	b := &f.d.Sentences[s-1]
	return !b.Heading && b.Para == f.d.Sentences[s].Para && f.speaksOfSelf(b.Tokens) && f.lastIn(s-1, len(f.out)) < 0
}

// firstPersonAhead reports whether sentence s is in the first person, or stands, by itself
// or with one more, between direct utterance last and one that is: nobody is named in
// them and nobody else speaks.
func (f *Finder) firstPersonAhead(s, last int) bool {
	for n := s; n < len(f.d.Sentences) && n <= s+2; n++ {
		sent := &f.d.Sentences[n]
		if sent.Heading || sent.Para != f.d.Sentences[s].Para || n > s && f.lastIn(n, len(f.out)) >= 0 {
			return false
		}
		direct := f.out[last].Type == Direct
		if f.speaksOfSelf(sent.Tokens) || f.ofMine(sent.Tokens) || direct && f.ofOurs(sent.Tokens) {
			return n == s || direct
		}
		if n == s && f.lex.ours.Has(f.d, sent.Tokens.From) && f.out[last].framed() && !f.inMood(f.out[last].Said[0]) && n+1 < len(f.d.Sentences) && f.speaksOfSelf(f.d.Sentences[n+1].Tokens) {
			return true // "Das ist schön, sagte Holm. Unsere Abwehr stand. Wir haben gewonnen."
		}
		c := f.mainClause(sent.Tokens)
		if c < 0 || f.reportMood(f.d.Clauses[c].Finite) || f.isSaying(c) || f.namesPerson(sent.Tokens) {
			return false
		}
	}
	return false
}

// speaksOfSelf reports whether somebody speaks of themselves in r by a pronoun: "ich",
// "uns", but not "unsere Galaxie".
func (f *Finder) speaksOfSelf(r text.Range) bool {
	bracket := false
	for i := r.From; i < r.To; i++ {
		switch f.form(i) {
		case "(":
			bracket = true
		case ")":
			bracket = false
		}
		if bracket {
			continue
		}
		if t := &f.d.Tokens[i]; t.POS == text.PRON && t.Zone < 0 && f.lex.self.Has(f.d, i) {
			return true
		}
	}
	return false
}

// saysI reports whether somebody speaks of themselves alone in the ranges.
func (f *Finder) saysI(said []text.Range) bool {
	for _, r := range said {
		for i := r.From; i < r.To; i++ {
			if f.d.Tokens[i].POS == text.PRON && f.lex.i.Has(f.d, i) {
				return true
			}
		}
	}
	return false
}

// ofOurs reports whether somebody speaks of what is theirs and others' in r: "unser Haus".
func (f *Finder) ofOurs(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if t := &f.d.Tokens[i]; t.POS == text.DET && t.Zone < 0 && f.lex.ours.Has(f.d, i) {
			return true
		}
	}
	return false
}

// ofMine reports whether somebody speaks of what is theirs alone in r: "meines Lebens".
func (f *Finder) ofMine(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if t := &f.d.Tokens[i]; t.POS == text.DET && t.Zone < 0 && f.lex.mine.Has(f.d, i) {
			return true
		}
	}
	return false
}

// feels reports whether clause c tells what somebody felt, thought or said: "war
// zufrieden", "freute sich".
func (f *Finder) feels(c int) bool {
	if c < 0 || f.d.Clauses[c].Group < 0 {
		return false
	}
	cl := &f.d.Clauses[c]
	if f.lex.verb.Has(f.d, f.d.Chunks[cl.Group].Head) {
		return true
	}
	if !f.lex.copula.Has(f.d, cl.Finite) {
		return false
	}
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if t := &f.d.Tokens[i]; t.Clause == c && t.POS == text.ADJ && t.Chunk < 0 {
			return true
		}
	}
	return false
}

// isSomebody reports whether phrase k is a person: a word for one or the name of one.
func (f *Finder) isSomebody(k int) bool {
	if f.isPerson(f.ch[k].Head) {
		return true
	}
	e := f.reg.at(f.reg.find(nameWords(f.d, f.ch[k].Name), false))
	return e != nil && e.typ == "person"
}

// placeOrNobody reports whether utterance k is credited to a state, a capital or nobody in
// particular, who never say ich: "In Paris glaubte man, … Ich sehe …".
func (f *Finder) placeOrNobody(k int) bool {
	w := f.out[k].who
	if w.same > 0 {
		w = f.out[w.same-1].who
	}
	return w.vague || w.chunk >= 0 && f.lex.state.Has(f.d, f.ch[w.chunk].Head)
}

// ofBody reports whether utterance k is credited to a body, which never says ich.
func (f *Finder) ofBody(k int) bool {
	w := f.out[f.rootOf(k)].who
	return w.chunk >= 0 && f.isBody(f.ch[w.chunk].Head) && !f.isPerson(f.ch[w.chunk].Head)
}

// quotesSelf reports whether somebody named says ich in the text, so that its author does not.
func (f *Finder) quotesSelf() bool {
	for k := range f.out {
		if u := &f.out[k]; u.Type == Direct && !u.who.none() && f.saysI(u.Said) {
			return true
		}
	}
	return false
}

// isOnePerson reports whether phrase k is one person: a name, a word or a pronoun for one.
func (f *Finder) isOnePerson(k int) bool {
	h := &f.d.Tokens[f.ch[k].Head]
	return f.isSomebody(k) || h.POS == text.PRON && h.Feats.Is(text.Sing) && !h.Feats.Is(text.Neut) && h.Feats.Get(text.Gender) != 0
}
