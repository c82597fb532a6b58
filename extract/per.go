package extract

import (
	"sort"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// per is a rate said beside the quantity: "jährlich", "pro Kopf".
type per struct {
	at    int // token
	of    int // the quantity right before it, which alone it belongs to; -1 for none
	value string
}

func (x *counter) readPers(w *Worker) {
	d := &w.doc
	x.last = x.last[:0]
	x.row, x.group, x.currency, x.first, x.currencyAt, x.currencyOf = row{}, group{}, "", "", 0, ""
	for i := range d.Quantities {
		if d.Quantities[i].Kind == unit.Money {
			x.first = d.Quantities[i].Unit
			break
		}
	}
	x.pers = x.pers[:0]
	x.perBuf = w.pers.Match(d, text.Range{To: len(d.Tokens)}, x.perBuf[:0])
	for i := range x.perBuf {
		m := &x.perBuf[i]
		if r, ok := m.Capture("noun"); ok {
			v := d.Tokens[r.From].Word.Form
			if e := x.perTime.Entry(d, r.From); e != nil {
				v = e.Get("per")
			}
			x.pers = append(x.pers, per{at: r.From, of: quantityBefore(d, m.Tokens.From), value: v})
		} else if r, ok := m.Capture("word"); ok {
			// behind a quantity it is the rate of that one, else of all in the clause
			if e := x.perWord.Entry(d, r.From); e != nil {
				x.pers = append(x.pers, per{at: r.From, of: quantityBefore(d, m.Tokens.From), value: e.Get("per")})
			} else if e := x.perTime.Entry(d, r.From); e != nil {
				x.pers = append(x.pers, per{at: r.From, of: quantityBefore(d, m.Tokens.From), value: e.Get("per")})
			}
		}
	}
}

// quantityBefore is the quantity that ends at token i or one noun before it, -1
// for none.
func quantityBefore(d *text.Doc, i int) int {
	for k := i - 1; k >= 0 && k >= i-2 && d.Tokens[k].Sent == d.Tokens[i].Sent; k-- {
		if q := d.Tokens[k].Quantity; q >= 0 && !d.Quantities[q].One {
			return q
		}
		if d.Tokens[k].POS != text.NOUN && d.Tokens[k].POS != text.ADV {
			break
		}
	}
	return -1
}

// perSpan is the stretch in bytes of the rate that the wording of quantity q
// states, 0, 0 for none.
func (x *counter) perSpan(d *text.Doc, q int) (from, end int) {
	qu := &d.Quantities[q]
	if qu.Per == "" {
		return 0, 0
	}
	from = max(qu.NumEnd, qu.UnitEnd)
	if _, end, ok := unit.ScanPer(d.Text, from); ok {
		return from, end
	}
	return 0, 0
}

// perOf is the rate beside quantity q: in its clause, nearest first.
func (x *counter) perOf(d *text.Doc, q int, k unit.Kind) string {
	switch k {
	case unit.Duration, unit.Age, unit.Percent, unit.Share, unit.Score, unit.Factor:
		return ""
	}
	if d.Quantities[q].Compound > 0 {
		return ""
	}
	r := d.Quantities[q].Tokens
	best, dist := "", 12
	from := d.Sentences[d.Tokens[r.From].Sent].Tokens.From
	for i := sort.Search(len(x.pers), func(i int) bool { return x.pers[i].at >= from }); i < len(x.pers); i++ {
		p := &x.pers[i]
		if d.Tokens[p.at].Sent != d.Tokens[r.From].Sent {
			break
		}
		if d.Tokens[p.at].Clause != d.Tokens[r.From].Clause || p.of >= 0 && p.of != q {
			continue
		}
		n := p.at - r.To
		if n < 0 {
			n = r.From - p.at
		}
		if n < dist {
			best, dist = p.value, n
		}
	}
	return best
}
