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

// reasons credits a reason in the Konjunktiv I to whom the main clause before it is about:
// "Holm ist dagegen, weil die Stadt nur 30 Betten habe".
func (f *Finder) reasons() {
	for c := range f.d.Clauses {
		cl := &f.d.Clauses[c]
		i := f.firstWord(cl.Tokens)
		if i < 0 || cl.Finite < 0 || !f.lex.because.Has(f.d, i) || !f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) || f.d.Tokens[i].Zone >= 0 || f.told(cl.Finite) {
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
			f.add(Utterance{Type: Indirect, Said: []text.Range{f.subtree(c)}, who: f.phrase(k, text.Span{}), at: i, Holds: true, Rule: "speech.reason"})
		}
	}
}
