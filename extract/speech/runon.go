package speech

import "github.com/belegt/extract/extract/text"

// goesOn follows speech that runs on without a new credit: sentences in the
// Konjunktiv, and those with a word that says it goes on ("demnach"). An
// indicative sentence of the article's own voice or a new source ends it.
func (f *Finder) goesOn() {
	last, lastSent := -1, -1
	credited := len(f.out)
	for s := range f.d.Sentences {
		sent := &f.d.Sentences[s]
		if sent.Heading {
			last = -1
			continue
		}
		if k := f.lastIn(sent.Tokens, credited); k >= 0 {
			last, lastSent = k, s
			continue
		}
		if f.insideZone(sent.Tokens) {
			lastSent = s
			continue
		}
		typ, ok := f.continues(sent.Tokens, last >= 0 && lastSent == s-1, last >= 0 && f.d.Sentences[lastSent].Para == sent.Para)
		if !ok {
			last = -1
			continue
		}
		u := Utterance{Type: typ, Said: []text.Range{sent.Tokens}, who: nobody, at: sent.Tokens.From, Rule: "speech.runon"}
		if last >= 0 {
			u.who.same = last + 1
		} else if k := f.recent(s, credited); k >= 0 {
			u.who.same = k + 1
		}
		f.add(u)
		lastSent = s
	}
}

// recent is the utterance credited last in the four sentences before s, of the
// first n; -1 for none.
func (f *Finder) recent(s, n int) int {
	best := -1
	for k := 0; k < n; k++ {
		u := &f.out[k]
		if us := f.d.Tokens[u.at].Sent; u.Holds && us < s && s-us <= 4 && (best < 0 || f.out[best].at <= u.at) && !u.who.none() {
			best = k
		}
	}
	return best
}

// lastIn is the last of the first n utterances that is credited in r, -1 for
// none.
func (f *Finder) lastIn(r text.Range, n int) int {
	best := -1
	for k := 0; k < n; k++ {
		if u := &f.out[k]; u.Holds && (r.Has(u.at) || r.Overlaps(text.Range{From: u.start(), To: u.end()})) {
			if best < 0 || f.out[best].at <= u.at {
				best = k
			}
		}
	}
	return best
}

func (f *Finder) insideZone(r text.Range) bool {
	return !r.Empty() && f.d.Tokens[r.From].Zone >= 0 && f.d.Tokens[r.To-1].Zone >= 0
}

// continues decides whether sentence r goes on with reported speech. near says
// that the sentence before was credited, same that it was of this paragraph.
func (f *Finder) continues(r text.Range, near, same bool) (Type, bool) {
	c := f.mainClause(r)
	if c < 0 {
		return "", false
	}
	fin := &f.d.Tokens[f.d.Clauses[c].Finite]
	if fin.Feats.Is(text.Sub) {
		if fin.Feats.Is(text.Pres) || near && !f.lex.ability.Has(f.d, f.d.Clauses[c].Finite) {
			return IndirectFreeIndirect, near || fin.Feats.Is(text.Pres)
		}
		return "", false
	}
	if !near {
		return "", false
	}
	if same && f.hearsay(c) {
		return FreeIndirect, true
	}
	return "", false
}

// hearsay reports whether clause c reports with sollen.
func (f *Finder) hearsay(c int) bool {
	return f.lex.shall.Has(f.d, f.d.Clauses[c].Finite)
}

// mainClause is the first clause of r with a finite verb that hangs on no
// other, else the first with one; -1 for none.
func (f *Finder) mainClause(r text.Range) int {
	first := -1
	for i := r.From; i < r.To; i++ {
		c := f.d.Tokens[i].Clause
		if c < 0 || f.d.Clauses[c].Finite < 0 || !r.Has(f.d.Clauses[c].Finite) {
			continue
		}
		if f.d.Clauses[c].Parent < 0 && f.d.Clauses[c].Kind == text.MainClause {
			return c
		}
		if first < 0 {
			first = c
		}
	}
	return first
}
