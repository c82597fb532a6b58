package extract

import (
	"sort"
	"strings"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// firstChunk is the first chunk that begins at token i or behind it.
func firstChunk(d *text.Doc, i int) int {
	return sort.Search(len(d.Chunks), func(k int) bool { return d.Chunks[k].Tokens.From >= i })
}

// subjectOf is the subject of the clause that holds token i, else of the clause
// it hangs on.
func (x *counter) subjectOf(d *text.Doc, i int) string {
	for c, n := d.Tokens[i].Clause, 0; c >= 0 && n < 2; c, n = d.Clauses[c].Parent, n+1 {
		k, g := d.Clauses[c].Subject, d.Clauses[c].Group
		if k < 0 {
			continue
		}
		h := &d.Tokens[d.Chunks[k].Head]
		if s := x.ungapped(d, c, k, i); s != "" {
			return s
		}
		if q := d.Tokens[i].Quantity; d.Chunks[k].Tokens.Has(i) && q >= 0 && d.Quantities[q].Compound > 0 {
			return "" // "der Achtstundentag ist das Ziel"
		}
		if d.Chunks[k].Tokens.Has(i) {
			if s := x.otherThan(d, c, k); s != "" {
				return s // "Sechs Semester dauert das Studium"
			}
			continue
		}
		if h.POS == text.PRON && d.Clauses[c].Kind == text.RelClause && d.Clauses[c].Intro == d.Chunks[k].Head {
			if s := x.antecedent(d, d.Clauses[c].Intro, k); s != "" {
				return s
			}
			continue
		}
		if (h.POS == text.PRON || h.POS == text.DET) && x.this.Has(d, d.Chunks[k].Head) && h.Feats.Get(text.Gender) != text.Neut && d.Tokens[i].Quantity != x.aging {
			return x.thisOne(d, k)
		}
		if h.POS == text.PRON && (!h.Feats.Is(text.Neut|text.Sing) || g >= 0 && !x.copula.Has(d, d.Chunks[g].Head) && !x.there.Has(d, d.Chunks[g].Head)) {
			if q := d.Tokens[i].Quantity; q >= 0 && q != x.aging && h.Feats.Is(text.Third) {
				if s := x.stoodFor(d, c, k); s != "" {
					return s
				}
			}
		}
		if h.POS == text.PRON && h.Feats.Is(text.Prs|text.Third|text.Sing) && !h.Feats.Is(text.Neut) {
			if q := d.Tokens[i].Quantity; q >= 0 && q == x.aging {
				return x.lastName(d, d.Chunks[k].Head)
			}
			continue
		}
		if q := h.Quantity; q >= 0 && d.Quantities[q].Kind == unit.Age && d.Quantities[q].Compound > 0 {
			return h.Word.Form // "ein 21-Jähriger"
		} else if q >= 0 && (d.Quantities[q].UnitStart > 0 || d.Quantities[q].Kind == unit.Share) {
			if s := x.substance(d, q); s != "" {
				return s // "eine Kilowattstunde Strom kostet", "die Hälfte der Leute ist jünger als 20"
			}
		}
		if h.POS == text.PRON || h.Quantity >= 0 {
			continue
		}
		if to := d.Chunks[k].Tokens.To; to < len(d.Tokens) && x.after.Has(d, to) {
			continue
		}
		return x.phrase(d, fullOf(&d.Chunks[k]))
	}
	return ""
}

// antecedent is the noun phrase that the relative pronoun at token i, chunk k,
// stands for: one that ends before its comma and agrees, the nearest first.
func (x *counter) antecedent(d *text.Doc, i, k int) string {
	if i < 2 || d.Tokens[i-1].Word.Form != "," {
		return ""
	}
	f := d.Chunks[k].Feats
	for n, j := 0, d.Tokens[i-2].Chunk; n < 3 && j >= 0; n++ {
		ch := &d.Chunks[j]
		if ch.Kind != text.NounPhrase || d.Tokens[ch.Head].Sent != d.Tokens[i].Sent {
			return ""
		}
		h := &d.Tokens[ch.Head]
		if (h.POS == text.NOUN || h.POS == text.PROPN) && h.Quantity < 0 && h.Date < 0 && x.agree(f, ch.Feats) {
			return x.phrase(d, ch.Tokens)
		}
		if j = ch.Of; j < 0 && ch.Prep > 0 && d.Tokens[ch.Prep-1].Sent == h.Sent {
			j = d.Tokens[ch.Prep-1].Chunk
		}
	}
	return ""
}

// agree reports whether pronoun f can stand for phrase g: the same number, and in
// the singular the same gender.
func (x *counter) agree(f, g text.Feats) bool {
	number := f.Get(text.Number)
	if number == 0 || g.Get(text.Number) != number {
		return false
	}
	return number != text.Sing || f.Get(text.Gender) == 0 || g.Get(text.Gender) == 0 || f.Get(text.Gender) == g.Get(text.Gender)
}

// stoodFor is the noun that the pronoun of chunk k, subject of clause c, stands
// for: the subject before it, of its sentence or the one before, that agrees.
func (x *counter) stoodFor(d *text.Doc, c, k int) string {
	f := d.Chunks[k].Feats
	sent := d.Clauses[c].Sent
	for c--; c >= 0 && sent-d.Clauses[c].Sent <= 1; c-- {
		s := d.Clauses[c].Subject
		if s < 0 || s == k {
			continue
		}
		ch := &d.Chunks[s]
		if h := &d.Tokens[ch.Head]; h.POS != text.NOUN || h.Quantity >= 0 || h.Date >= 0 {
			continue
		}
		if x.agree(f, ch.Feats) && ch.Feats.Get(text.Gender) != 0 {
			return x.phrase(d, ch.Tokens)
		}
	}
	return ""
}

// thisOne is the noun that the demonstrative of chunk k stands for: the last one of
// the sentence before that agrees and hangs on no other: "zahlt eine Buße. Diese
// beträgt 30 Euro".
func (x *counter) thisOne(d *text.Doc, k int) string {
	f, s := d.Chunks[k].Feats, d.Tokens[d.Chunks[k].Head].Sent
	for j := k - 1; j >= 0; j-- {
		ch := &d.Chunks[j]
		h := &d.Tokens[ch.Head]
		if s-h.Sent > 1 {
			return ""
		}
		if h.Sent < s && ch.Kind == text.NounPhrase && ch.Prep < 0 && ch.Of < 0 && h.POS == text.NOUN && h.Quantity < 0 && h.Date < 0 && ch.Feats.Get(text.Gender) != 0 && x.agree(f, ch.Feats) {
			return x.phrase(d, ch.Tokens)
		}
	}
	return ""
}

// ungapped is the first noun phrase of clause c when chunk k, read as its
// subject, is that of a second pair behind token i: "die Aktiva betragen 7
// Millionen, die Passiva 9".
func (x *counter) ungapped(d *text.Doc, c, k, i int) string {
	ch := &d.Chunks[k]
	to := ch.Tokens.To
	if to+1 < len(d.Tokens) && d.Tokens[to].POS == text.ADP && d.Tokens[to].Quantity < 0 {
		to++
	}
	if ch.Tokens.From <= i || to >= len(d.Tokens) || d.Tokens[to].Quantity < 0 || d.Tokens[ch.Tokens.From-1].Word.Form != "," && d.Tokens[ch.Tokens.From-1].POS != text.CCONJ {
		return ""
	}
	for j := firstChunk(d, d.Clauses[c].Tokens.From); j < len(d.Chunks) && d.Chunks[j].Tokens.From < i; j++ {
		o := &d.Chunks[j]
		if h := &d.Tokens[o.Head]; o.Kind == text.NounPhrase && o.Prep < 0 && o.Of < 0 && h.Clause == c && (h.POS == text.NOUN || h.POS == text.PROPN) && h.Quantity < 0 && h.Date < 0 {
			return x.phrase(d, fullOf(o))
		}
	}
	return ""
}

// otherThan is the first noun phrase of clause c that is not chunk k, no time and
// no quantity and behind no preposition.
func (x *counter) otherThan(d *text.Doc, c, k int) string {
	for j := firstChunk(d, d.Clauses[c].Tokens.From); j < len(d.Chunks) && d.Chunks[j].Tokens.From < d.Clauses[c].Tokens.To; j++ {
		ch := &d.Chunks[j]
		if j == k {
			continue
		}
		if ch.Tokens.To < len(d.Tokens) && x.after.Has(d, ch.Tokens.To) || ch.Tokens.From > d.Clauses[c].Tokens.From && d.Tokens[ch.Tokens.From-1].POS == text.CCONJ {
			continue
		}
		if h := &d.Tokens[ch.Head]; ch.Kind == text.NounPhrase && ch.Prep < 0 && ch.Of < 0 && h.Clause == c && (h.POS == text.NOUN || h.POS == text.PROPN && j < k) && h.Quantity < 0 && h.Date < 0 {
			return x.phrase(d, fullOf(ch))
		}
	}
	return ""
}

// lastName is the last proper name before token i, not further back than three
// sentences: who "er" or "sie" is.
func (x *counter) lastName(d *text.Doc, i int) string {
	for k := d.Tokens[i].Chunk - 1; k >= 0; k-- {
		ch := &d.Chunks[k]
		if d.Tokens[i].Sent-d.Tokens[ch.Head].Sent > 3 {
			break
		}
		if ch.Kind == text.NounPhrase && ch.Name.Len() >= 2 {
			return d.Text[d.Tokens[ch.Name.From].Start:d.Tokens[ch.Name.To-1].End]
		}
	}
	return ""
}

func fullOf(ch *text.Chunk) text.Range {
	if ch.Full.Len() > ch.Tokens.Len() {
		return ch.Full
	}
	return ch.Tokens
}

// phraseText is the text of r without determiners, numbers, "weitere" and marks
// at its ends.
func (x *counter) phrase(d *text.Doc, r text.Range) string {
	for r.From < r.To {
		t := &d.Tokens[r.From]
		if r.Len() > 1 && r.From > 0 && d.Tokens[r.From-1].Quantity >= 0 && d.Quantities[d.Tokens[r.From-1].Quantity].UnitStart > 0 && x.dimension.May(d, r.From) {
			r.From++ // "ihr vier Monate altes Kind"
			continue
		}
		if t.POS == text.DET || t.Quantity >= 0 || t.Word.Has(text.Punct) || t.POS == text.NUM || t.POS == text.ADV || t.POS == text.CCONJ || x.further.Has(d, r.From) || t.POS == text.PRON && r.Len() > 1 && d.Tokens[r.From+1].POS == text.NOUN {
			r.From++
			continue
		}
		break
	}
	r.To = x.beforeNumber(d, r)
	for r.From < r.To && d.Tokens[r.To-1].Word.Has(text.Punct) {
		r.To--
	}
	if to := x.beforeDate(d, r); to > r.From+1 || to > r.From && d.Tokens[r.From].POS == text.NOUN {
		r.To = to
	}
	if r.Empty() {
		return ""
	}
	s := d.Text[d.Tokens[r.From].Start:d.Tokens[r.To-1].End]
	if strings.ContainsAny(s, "\n\r\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// beforeDate is where r ends when a date that only says when stands at its end:
// "Flüchtlinge 2017", "Umsatz im Jahr 2017". "Stand von 1913" is told from others
// by it.
func (x *counter) beforeDate(d *text.Doc, r text.Range) int {
	to := r.To
	for to-1 > r.From && d.Tokens[to-1].Date >= 0 {
		to--
	}
	if to == r.To || d.Tokens[to-1].POS != text.ADP && d.Tokens[to-1].POS != text.DET {
		return to
	}
	for to-1 > r.From && d.Tokens[to-1].POS == text.DET {
		to--
	}
	if d.Tokens[to-1].POS != text.ADP || to-1 <= r.From {
		return r.To
	}
	if !x.place.Has(d, to-1) {
		return r.To
	}
	return to - 1
}

// beforeNumber is where r ends when what hangs on it holds a number of its own:
// "Männer im Alter von 23", "Tore in 58 Spielen". A number before the noun is
// part of the phrase ("die übrigen 500 Mitarbeiter").
func (x *counter) beforeNumber(d *text.Doc, r text.Range) int {
	for k := r.From + 1; k < r.To; k++ {
		q := d.Tokens[k].Quantity
		if q < 0 || d.Quantities[q].Compound > 0 || d.Quantities[q].One {
			continue
		}
		j := k
		for j > r.From+1 {
			t := &d.Tokens[j-1]
			if t.POS != text.ADP && t.POS != text.ADV && t.POS != text.DET && t.POS != text.CCONJ && !t.Word.Has(text.Punct) && !(j < k && x.amount.Has(d, j-1)) {
				break
			}
			j--
		}
		if j == k && d.Tokens[k-1].POS != text.NOUN && d.Tokens[k-1].POS != text.PROPN {
			continue
		}
		return j
	}
	return r.To
}
