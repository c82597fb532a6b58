package hedge

import "github.com/belegt/extract/extract/text"

// reach is how a rule says its words reach:
//
//	clause    the clause they stand in with what hangs on it (default)
//	sentence  the sentence
//	phrase    the noun phrase they stand in, or the one right behind
//	said      what the verb of thinking says: its clause and what hangs on it
//	passage   credited claims of the passage, backward first
type reach string

func (r reach) scope() Scope {
	switch r {
	case "sentence":
		return Sentence
	case "passage":
		return Passage
	}
	return Clause
}

// Target is a claim as the reach sees it.
type Target struct {
	Tokens   text.Range
	Credited bool   // somebody's word
	Speaker  string // who, "" for nobody
}

// Covers reports whether hedge h, found in d, reaches target t of ts.
func (f *Finder) Covers(h *Hedge, ts []Target, t int) bool {
	d, at := f.d, ts[t].Tokens.From
	switch h.reach {
	case "sentence":
		return d.Tokens[at].Sent == d.Tokens[h.at].Sent
	case "passage":
		return f.passage(h, ts, t)
	case "phrase":
		return f.phrase(h, ts[t].Tokens)
	}
	return d.Tokens[at].Sent == d.Tokens[h.at].Sent && f.governs(d.Tokens[h.at].Clause, d.Tokens[at].Clause) && !f.apart(h, at)
}

// governs reports whether clause c is b or hangs on it.
func (f *Finder) governs(b, c int) bool {
	if b < 0 || c < 0 {
		return true
	}
	for n := 0; c >= 0 && n < 32; n++ {
		if c == b {
			return true
		}
		c = f.d.Clauses[c].Parent
	}
	return false
}

// apart reports whether a relative clause holds token at but not the hedge: what
// it tells is the article's own.
func (f *Finder) apart(h *Hedge, at int) bool {
	c, own := f.d.Tokens[at].Clause, f.d.Tokens[h.at].Clause
	for n := 0; c >= 0 && c != own && n < 32; n++ {
		if f.d.Clauses[c].Kind == text.RelClause {
			return true
		}
		c = f.d.Clauses[c].Parent
	}
	return false
}

// phrase reports whether the hedge stands in the noun phrase of tokens r or
// right before them.
func (f *Finder) phrase(h *Hedge, r text.Range) bool {
	d := f.d
	if d.Tokens[h.at].Sent != d.Tokens[r.From].Sent {
		return false
	}
	if c := d.Tokens[h.at].Chunk; c >= 0 {
		ch := &d.Chunks[c]
		if ch.Tokens.Overlaps(r) || ch.Full.Overlaps(r) {
			return true
		}
	}
	gap := r.From - h.at
	return gap > 0 && gap <= 3 || -gap > 0 && -gap <= r.Len()+2
}

// passage reports whether a sentence about verification reaches target t: the
// credited claims before it, of its own paragraph and the two before as long as
// one source speaks; forward, what the same source goes on to say in quotation
// marks of the next paragraph.
func (f *Finder) passage(h *Hedge, ts []Target, t int) bool {
	d := f.d
	if !ts[t].Credited {
		return false
	}
	last := -1
	for i := range ts {
		if ts[i].Credited && ts[i].Tokens.From < h.at {
			last = i
		}
	}
	para := func(tok int) int { return d.Sentences[d.Tokens[tok].Sent].Para }
	here, there := para(h.at), para(ts[t].Tokens.From)
	if ts[t].Tokens.From > h.at {
		return last >= 0 && there-here <= 1 && ts[t].Speaker != "" && ts[t].Speaker == ts[last].Speaker
	}
	if there == here {
		return true
	}
	near := para(ts[last].Tokens.From)
	if here-near > 3 {
		return false
	}
	return there == near || near-there <= 2 && ts[t].Speaker != "" && ts[t].Speaker == ts[last].Speaker
}
