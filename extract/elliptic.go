package extract

import (
	"math"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// group is what a share or percentage was taken of.
type group struct {
	sent    int
	subject string
}

// shared is what the number before measured whose unit word is that of quantity
// q: "eine Reichweite von 100, nach anderen Angaben 110 Kilometern".
func (x *counter) shared(w *Worker, q int) string {
	d := &w.doc
	if q == 0 || len(w.art.Claims) == 0 {
		return ""
	}
	o, l := &d.Quantities[q-1], &w.art.Claims[len(w.art.Claims)-1]
	if o.UnitStart < o.End || o.UnitStart < d.Quantities[q].Start || l.End != o.End {
		return ""
	}
	return l.Subject
}

// whole is what the last share or percentage was taken of, when token i stands
// near enough to go on about it.
func (x *counter) whole(d *text.Doc, i int) string {
	if x.group.subject == "" || d.Tokens[i].Sent-x.group.sent > 3 {
		return ""
	}
	return x.group.subject
}

// rest is the noun of which the sentence of token i names the rest: "ein Drittel
// ist fertig, die übrigen Häuser nicht".
func (x *counter) rest(d *text.Doc, i int) string {
	s := &d.Sentences[d.Tokens[i].Sent]
	for k := i + 1; k+1 < s.Tokens.To; k++ {
		if x.others.Has(d, k) && d.Tokens[k].POS == text.ADJ && d.Tokens[k+1].POS == text.NOUN {
			return d.Tokens[k+1].Word.Form
		}
	}
	return ""
}

// isSubject reports whether token i stands in the subject of its clause.
func (x *counter) isSubject(d *text.Doc, i int) bool {
	c := d.Tokens[i].Clause
	if c < 0 || i > 0 && d.Tokens[i-1].POS == text.ADP {
		return false
	}
	k := d.Clauses[c].Subject
	return k < 0 || d.Chunks[k].Tokens.Has(i)
}

// sharesUnit gives a number without a noun the unit of another of its sentence:
// a fraction beside percentages ("die Grünen mit 12,9, die Liberalen mit 5,1
// Prozent"), the same preposition before both, or "waren es 61".
func (x *counter) sharesUnit(d *text.Doc, q int) bool {
	qu := &d.Quantities[q]
	if qu.Compound > 0 || qu.One || math.IsNaN(qu.Value) || qu.Bound == unit.Vague {
		return false
	}
	s := d.Tokens[qu.Tokens.From].Sent
	whole := !broken(qu)
	var prep *text.Word
	if i := qu.Tokens.From; i > 0 && d.Tokens[i-1].POS == text.ADP {
		prep = d.Tokens[i-1].Word
	}
	for k := q + 1; k < len(d.Quantities) && d.Tokens[d.Quantities[k].Tokens.From].Sent == s; k++ {
		o := &d.Quantities[k]
		if o.Kind != unit.Percent {
			continue
		}
		if !whole && o.Value < 101 || prep != nil && d.Tokens[o.Tokens.From-1].Word == prep && k <= q+2 {
			qu.Kind, qu.Unit = o.Kind, o.Unit
			return true
		}
	}
	if q > 0 && d.Tokens[d.Quantities[q-1].Tokens.From].Sent == s && qu.Tokens.To < len(d.Tokens) && x.part.Has(d, qu.Tokens.To) {
		switch o := &d.Quantities[q-1]; o.Kind { // "drei Jahre Haft, zwei davon bedingt"
		case unit.Duration, unit.Length, unit.Area, unit.Mass:
			qu.Kind, qu.Unit = o.Kind, o.Unit
			return true
		}
	}
	for k := q - 1; k >= 0 && d.Tokens[d.Quantities[k].Tokens.From].Sent == s; k-- {
		o := &d.Quantities[k]
		if o.Kind == unit.Percent && !whole || o.Kind == unit.Percent && k == q-1 && x.thereWere(d, qu.Tokens.From) {
			qu.Kind, qu.Unit = o.Kind, o.Unit
			return true
		}
	}
	return false
}

// thereWere reports whether the number at token i stands behind es or das with
// sein: "waren es 61".
func (x *counter) thereWere(d *text.Doc, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && d.Tokens[k].Sent == d.Tokens[i].Sent; k-- {
		if t := &d.Tokens[k]; t.POS == text.PRON && x.back.Has(d, k) {
			return k > 0 && x.copula.Has(d, k-1) || x.copula.Has(d, k+1)
		}
	}
	return false
}

// pointsBack reports whether the clause of token i is about what the sentence
// before said, that of token o: "Das sind 14 Prozent mehr".
func (x *counter) pointsBack(d *text.Doc, i, o int) bool {
	if d.Tokens[i].Sent-d.Tokens[o].Sent > 1 {
		return false
	}
	c := d.Tokens[i].Clause
	if c < 0 {
		return false
	}
	for k := d.Clauses[c].Tokens.From; k < d.Clauses[c].Tokens.To; k++ {
		if d.Tokens[k].Clause == c && x.back.Has(d, k) {
			return true
		}
	}
	return false
}

// repeat lets a sum or percentage without a thing of its own measure what the
// last of its kind in the sentence measured.
func (x *counter) repeat(w *Worker, c *Claim) {
	if c.Subject != "" || c.Kind == unit.Duration || c.Kind == unit.Age || c.Kind == unit.Count {
		return
	}
	for i := len(w.art.Claims) - 1; i >= 0; i-- {
		o := &w.art.Claims[i]
		if o.Sentence != c.Sentence && !x.pointsBack(&w.doc, w.tokenAt(c.Start), w.tokenAt(o.Start)) {
			return
		}
		if o.Kind == c.Kind {
			c.Subject = o.Subject
			return
		}
	}
}

// elliptic reads a bare sum as money: "die drei Millionen" where the article
// has spoken of money, "drei Milliarden Schulden" anywhere. The currency is the
// one named last, else the first one named further on.
func (x *counter) elliptic(d *text.Doc, q int, head int) (string, bool) {
	qu := &d.Quantities[q]
	if !isSum(d, qu) {
		return "", false
	}
	if head >= 0 && !x.money.Has(d, head) {
		return "", false
	}
	code := x.currency
	near := code != "" && d.Tokens[qu.Tokens.From].Sent-d.Tokens[x.currencyAt].Sent <= 6
	if !near && head < 0 && !x.speaksOfMoney(d, d.Tokens[qu.Tokens.From].Sent) {
		return "", false
	}
	if code == "" {
		code = x.first
	}
	return code, true
}

// isSum reports whether qu ends with a word for a million or more.
func isSum(d *text.Doc, qu *text.Quantity) bool {
	big := qu.Value >= 1e6 || qu.Min >= 1e6 || qu.Max >= 1e6
	return big && qu.Compound == 0 && d.Text[qu.NumEnd-1] > '9'
}

func (x *counter) speaksOfMoney(d *text.Doc, s int) bool {
	return x.inSentence(d, d.Sentences[s].Tokens.From, x.money)
}
