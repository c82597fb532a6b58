package speech

import "github.com/belegt/extract/extract/text"

// quoted credits the quotation zones that lean on clause c: behind a colon,
// before an inverted verb, and what goes on behind an interruption.
func (f *Finder) quoted(c int, u Utterance) bool {
	cl := &f.d.Clauses[c]
	own := f.ownTokens(c)
	found := false
	for z := range f.d.Zones {
		zn := &f.d.Zones[z]
		if zn.Outer >= 0 || f.used[z] || zn.Tokens.Empty() {
			continue
		}
		open, shut := zn.Tokens.From-1, zn.Tokens.To
		if zn.Tokens.From > own.To+4 {
			break
		}
		switch {
		case open > 0 && f.form(open-1) == ":" && open-1 >= own.From && open-1 <= own.To:
		case f.leadsTo(shut, cl.Finite, own.From):
		case found && (open == own.To || open == own.To+1 && f.d.Tokens[own.To].Word.Has(text.Punct)):
		default:
			continue
		}
		w := u
		w.Type, w.Rule = Direct, "speech.verb.quoted"
		w.Said = []text.Range{zn.Tokens}
		w.Frame = own
		if f.add(w) != nil {
			f.used[z] = true
			found = true
		}
	}
	return found
}

// leadsTo reports whether only marks stand between the closing mark at shut and
// the finite verb that opens a clause at from.
func (f *Finder) leadsTo(shut, finite, from int) bool {
	if finite < 0 || shut >= finite || finite-shut > 3 {
		return false
	}
	for i := shut; i < finite; i++ {
		if !f.d.Tokens[i].Word.Has(text.Punct) {
			return false
		}
	}
	return from >= shut-1
}

func (f *Finder) form(i int) string {
	if i < 0 || i >= len(f.d.Tokens) {
		return ""
	}
	return f.d.Tokens[i].Word.Form
}

// marks credits the zones no verb claimed: a quotation inside credited speech
// to its speaker, one that stands as its own sentence to whoever spoke last.
func (f *Finder) marks() {
	for z := range f.d.Zones {
		zn := &f.d.Zones[z]
		if zn.Outer >= 0 || f.used[z] || zn.Tokens.Empty() {
			continue
		}
		if u := f.holder(zn.Tokens); u >= 0 {
			if f.isTitle(zn.Tokens) {
				continue
			}
			w := f.out[u]
			w.Type, w.Said, w.Rule = Direct, []text.Range{zn.Tokens}, "speech.marks.inside"
			f.used[z] = f.add(w) != nil
			continue
		}
		if !f.isSpeech(zn.Tokens) {
			continue
		}
		w := Utterance{Type: Direct, Said: []text.Range{zn.Tokens}, Rule: "speech.marks.alone", who: nobody, at: zn.Tokens.From, Holds: true}
		if last := f.lastBefore(zn.Tokens.From); last >= 0 {
			w.who.same = last + 1
		}
		f.used[z] = f.add(w) != nil
	}
}

// holder is the smallest utterance that holds r, -1 for none.
func (f *Finder) holder(r text.Range) int {
	best := -1
	for i := range f.out {
		for _, s := range f.out[i].Said {
			if s.Contains(r) && (best < 0 || f.out[i].Size() < f.out[best].Size()) {
				best = i
			}
		}
	}
	return best
}

// isTitle reports whether the words in marks are a name or title: each one
// capitalised or a function word, without a finite verb.
func (f *Finder) isTitle(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		t := &f.d.Tokens[i]
		switch t.POS {
		case text.PROPN, text.NOUN, text.PUNCT, text.ADP, text.DET, text.X, text.NUM:
		default:
			if !t.Word.Has(text.Capital) {
				return false
			}
		}
	}
	return r.Len() <= 6
}

// isSpeech reports whether the words in marks are a sentence.
func (f *Finder) isSpeech(r text.Range) bool {
	if r.Len() < 4 {
		return false
	}
	for i := r.From; i < r.To; i++ {
		if f.d.Tokens[i].Feats.Is(text.Fin) {
			return true
		}
	}
	return false
}

// lastBefore is the utterance credited last before token i and not further back
// than the sentence before the one i stands in, -1 for none.
func (f *Finder) lastBefore(i int) int {
	best := -1
	for k := range f.out {
		u := &f.out[k]
		if u.at >= i || u.who.none() && u.who.same == 0 {
			continue
		}
		if f.d.Tokens[i].Sent-f.d.Tokens[u.end()-1].Sent > 1 && f.d.Tokens[i].Sent-f.d.Tokens[u.at].Sent > 1 {
			continue
		}
		if best < 0 || f.out[best].at <= u.at {
			best = k
		}
	}
	return best
}
