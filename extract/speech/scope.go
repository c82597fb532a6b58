package speech

import "github.com/belegt/extract/extract/text"

// root climbs from clause c to the main clause it hangs on.
func (f *Finder) root(c int) int {
	for n := 0; c >= 0 && n < 32; n++ {
		p := f.d.Clauses[c].Parent
		if p < 0 {
			return c
		}
		c = p
	}
	return c
}

// under reports whether clause c is b or hangs on it.
func (f *Finder) under(c, b int) bool {
	for n := 0; c >= 0 && n < 32; n++ {
		if c == b {
			return true
		}
		c = f.d.Clauses[c].Parent
	}
	return false
}

// subtree is the stretch of clause c with all that hangs on it.
func (f *Finder) subtree(c int) text.Range {
	r := f.d.Clauses[c].Tokens
	cs := f.idx.clauses[f.d.Clauses[c].Sent]
	for k := cs.From; k < cs.To; k++ {
		if k != c {
			r = f.widen(r, k, c)
		}
	}
	return r
}

func (f *Finder) widen(r text.Range, k, c int) text.Range {
	if f.under(k, c) {
		t := f.d.Clauses[k].Tokens
		r.From, r.To = min(r.From, t.From), max(r.To, t.To)
	}
	return r
}

// without cuts hole out of r.
func without(r, hole text.Range) []text.Range {
	if !r.Overlaps(hole) {
		return []text.Range{r}
	}
	var out []text.Range
	if r.From < hole.From {
		out = append(out, text.Range{From: r.From, To: hole.From})
	}
	if hole.To < r.To {
		out = append(out, text.Range{From: hole.To, To: r.To})
	}
	return out
}

// sentence is the tokens of the sentence that holds token i, without its
// closing mark.
func (f *Finder) sentence(i int) text.Range {
	return f.d.Sentences[f.d.Tokens[i].Sent].Tokens
}
