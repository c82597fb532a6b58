package speech

import "github.com/belegt/extract/extract/text"

// stanceOf is whose view clause c tells without the words of it, -1 for none: "Enttäuscht
// zeigte sich Holm", "Kritik übte die Bank", "Dem Verband reicht das nicht".
func (f *Finder) stanceOf(c int) int {
	if c < 0 || f.d.Clauses[c].Finite < 0 || f.reportMood(f.d.Clauses[c].Finite) || !f.feels(c) && !f.clauseHas(c, f.lex.stance) {
		return -1
	}
	k := f.experiencer(c)
	if k >= 0 && f.ch[k].Name.Empty() && !f.voice(f.ch[k].Head) && f.d.Tokens[f.ch[k].Head].POS == text.NOUN && !f.clauseHas(c, f.lex.stance) && !f.isSaying(c) {
		return -1 // "Die Keller waren voll"
	}
	return k
}

// stanceBefore is whose view the sentence before s tells, of the same paragraph, -1 for none.
func (f *Finder) stanceBefore(s int) int {
	if s == 0 || f.d.Sentences[s-1].Heading || f.d.Sentences[s-1].Para != f.d.Sentences[s].Para {
		return -1
	}
	return f.stanceOf(f.mainClause(f.d.Sentences[s-1].Tokens))
}

// experiencer is whom clause c is about: its subject when that is somebody, else somebody
// in the dative or behind für; -1 for none.
func (f *Finder) experiencer(c int) int {
	k := f.subject(c)
	if k < 0 || !f.isSource(k) {
		k = f.livingSubject(c, k)
	}
	if k >= 0 && f.isSource(k) {
		return k
	}
	if k = f.dativeOf(c); k >= 0 && f.isSource(k) {
		return k
	}
	if m := f.behindPrep(c, "für", text.Span{}); m.chunk >= 0 && f.isSource(m.chunk) {
		return m.chunk
	}
	return -1
}

// isSource reports whether phrase k is somebody the article knows by name, a person, a body
// or a pronoun for one.
func (f *Finder) isSource(k int) bool {
	h := f.ch[k].Head
	return f.animate(k) && f.form(f.ch[k].Tokens.From-1) != "(" && !f.unknown(k) && !f.lex.nobody.Has(f.d, h) && !f.lex.pointer.Has(f.d, h) && !f.isText(h) && !f.timely(k) && !f.someOf(k)
}

// toldReason reports whether reason c stands in the Konjunktiv I, or a clause joined to it where
// its own form shows none: "weil 40 Betten leer blieben und er Leute entlassen müsse".
func (f *Finder) toldReason(c int) bool {
	t := &f.d.Tokens[f.d.Clauses[c].Finite]
	return t.Feats.Is(text.Sub|text.Pres) || canBe(t.Word, t.POS, text.Sub|text.Past) && f.joinedReason(c) >= 0
}

// joinedReason is the clause in the Konjunktiv I that a conjunction joins to reason c, -1 for
// none.
func (f *Finder) joinedReason(c int) int {
	n := c + 1
	if n >= len(f.d.Clauses) || f.d.Clauses[n].Sent != f.d.Clauses[c].Sent || f.d.Clauses[n].Finite < 0 || !f.d.Tokens[f.d.Clauses[n].Finite].Feats.Is(text.Sub|text.Pres) {
		return -1
	}
	if i := f.firstWord(f.d.Clauses[n].Tokens); i < 0 || f.d.Tokens[i].POS != text.CCONJ {
		return -1
	}
	return n
}

// reasons credits a reason in the Konjunktiv I to whom the main clause before it is about:
// "Holm ist dagegen, weil die Stadt nur 30 Betten habe".
func (f *Finder) reasons() {
	for c := range f.d.Clauses {
		cl := &f.d.Clauses[c]
		i := f.firstWord(cl.Tokens)
		if i < 0 || cl.Finite < 0 || !f.lex.because.Has(f.d, i) || !f.toldReason(c) || f.d.Tokens[i].Zone >= 0 || f.told(cl.Finite) {
			continue
		}
		m := cl.Parent
		if m < 0 {
			m = f.mainClause(text.Range{From: f.sentence(i).From, To: cl.Tokens.From})
		}
		if m < 0 || m == c || f.d.Clauses[m].Finite < 0 || f.reportMood(f.d.Clauses[m].Finite) || f.told(f.d.Clauses[m].Finite) {
			continue
		}
		if k := f.experiencer(m); k >= 0 {
			said := f.subtree(c)
			if n := f.joinedReason(c); n >= 0 {
				said.To = max(said.To, f.subtree(n).To)
			}
			f.add(Utterance{Type: Indirect, Said: []text.Range{said}, who: f.phrase(k, text.Span{}), at: i, Holds: true, Rule: "speech.reason"})
		}
	}
}
