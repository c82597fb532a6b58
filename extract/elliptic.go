package extract

import (
	"math"
	"strings"

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

// doubled is the claim that the number at token at says again in brackets: "jeder
// Fünfte (19 Prozent)", "200 Dollar (136 Euro)".
func (x *counter) doubled(w *Worker, at int) (*Claim, bool) {
	d := &w.doc
	n := len(w.art.Claims)
	if n == 0 || at < 2 || d.Tokens[at-1].Word.Form != "(" || d.Tokens[at-2].Quantity < 0 {
		return nil, false
	}
	o := &w.art.Claims[n-1]
	return o, o.End == d.Tokens[at-2].End
}

// saidAgain is the claim before when quantity q is a part of it ("40 Prozent
// davon") or says it in other words ("1.186 Prüfungen oder 40,8 Prozent").
func (x *counter) saidAgain(w *Worker, q, at int) *Claim {
	d := &w.doc
	n := len(w.art.Claims)
	if n == 0 || at < 2 {
		return nil
	}
	o := &w.art.Claims[n-1]
	from := w.tokenAt(o.Start)
	if to := d.Quantities[q].Tokens.To; to < len(d.Tokens) && x.part.Has(d, to) && d.Tokens[at].Sent-d.Tokens[from].Sent <= 1 {
		return o
	}
	if x.part.Has(d, at-1) && d.Tokens[at].Sent == d.Tokens[from].Sent && x.substance(d, q) == "" {
		return o // "davon 57 Prozent"
	}
	if !x.otherwise.Has(d, at-1) || d.Tokens[from].Sent != d.Tokens[at].Sent || o.Kind == d.Quantities[q].Kind {
		return nil
	}
	if k := at - 2; d.Tokens[k].Quantity >= 0 && d.Tokens[k].Quantity == d.Tokens[from].Quantity || o.Kind == unit.Count && d.Tokens[k].Word.Form == o.Unit {
		return o
	}
	return nil
}

// ages is the age right before token at in a list of ages: "im Alter von 62, 64
// und 66 Jahren".
func (x *counter) ages(w *Worker, at int) *Claim {
	d := &w.doc
	n := len(w.art.Claims)
	if n == 0 || at < 2 || d.Tokens[at-1].Word.Form != "," && d.Tokens[at-1].POS != text.CCONJ {
		return nil
	}
	if o := &w.art.Claims[n-1]; o.Kind == unit.Age && o.End == d.Tokens[at-2].End && d.Quantities[d.Tokens[at].Quantity].Compound == 0 {
		return o
	}
	return nil
}

// groupBefore is the group that quantity q holds for, named right before it or,
// with es, before the verb: "bei den Frauen 32 Prozent", "bei den Frauen sind es
// 32 Prozent".
func (x *counter) groupBefore(d *text.Doc, q int) string {
	at := d.Quantities[q].Tokens.From
	if at == 0 || d.Tokens[at-1].Sent != d.Tokens[at].Sent {
		return ""
	}
	k := d.Tokens[at-1].Chunk
	if c := d.Tokens[at].Clause; c >= 0 && d.Clauses[c].Finite >= 0 && d.Clauses[c].Finite < at && (x.thereWere(d, at) || x.isSubject(d, at)) {
		if f := d.Clauses[c].Finite; k < 0 || d.Chunks[k].Kind != text.NounPhrase || d.Tokens[at-1].POS == text.PRON {
			if k = firstChunk(d, d.Clauses[c].Tokens.From); k < len(d.Chunks) && d.Chunks[k].Tokens.From > f {
				return ""
			}
		}
	}
	if k < 0 || k >= len(d.Chunks) || d.Chunks[k].Tokens.From > at {
		return ""
	}
	ch := &d.Chunks[k]
	for n := 0; n < 2 && ch.Of >= 0 && (ch.Prep < 0 || !x.among.Has(d, ch.Prep)); n++ {
		ch = &d.Chunks[ch.Of]
	}
	if ch.Kind != text.NounPhrase || ch.Prep < 0 || !x.among.Has(d, ch.Prep) {
		return ""
	}
	r := fullOf(ch)
	if d.Tokens[r.From].POS == text.DET {
		r.From++
	}
	if r.Empty() || r.To > at {
		return ""
	}
	if h := &d.Tokens[r.To-1]; h.Quantity >= 0 && d.Quantities[h.Quantity].Kind == unit.Age {
		return d.Text[d.Tokens[r.From].Start:h.End] // "14- bis 29-Jährigen"
	}
	if h := &d.Tokens[ch.Head]; h.POS != text.NOUN || !canBePlural(h.Word) || h.Date >= 0 || h.Quantity >= 0 {
		return ""
	}
	return x.phrase(d, r)
}

// sharedNoun is the noun that quantity q has with the next: "68 Prozent der
// französischen und 55 Prozent der britischen Befragten".
func (x *counter) sharedNoun(d *text.Doc, q int) string {
	i := d.Quantities[q].Tokens.To
	if q+1 < len(d.Quantities) && i < len(d.Tokens) && x.beside.Has(d, i) && d.Quantities[q+1].Tokens.From == i+1 && d.Quantities[q+1].Kind == d.Quantities[q].Kind {
		return x.substance(d, q+1) // "33 statt 36 Prozent Marktanteil"
	}
	if q+1 >= len(d.Quantities) || i+2 >= len(d.Tokens) || d.Tokens[i].POS != text.DET || d.Tokens[i+1].POS != text.ADJ || d.Tokens[i+2].POS != text.CCONJ {
		return ""
	}
	if o := &d.Quantities[q+1]; o.Tokens.From == i+3 && o.Kind == d.Quantities[q].Kind {
		return x.substance(d, q+1)
	}
	return ""
}

// beforeFurther is the token before token at, over "weitere".
func (x *counter) beforeFurther(d *text.Doc, at int) int {
	if at > 1 && x.further.Has(d, at-1) {
		return at - 2
	}
	return at - 1
}

// played is what the score qu is the score of: the noun it is part of with what
// hangs on it ("0:4-Niederlage im Derby"), else the match of its clause.
func (x *counter) played(d *text.Doc, qu *text.Quantity) string {
	last := qu.Tokens.To - 1
	if qu.Compound > 0 {
		s := strings.Trim(d.Text[qu.Compound:qu.End], "-")
		if k := d.Tokens[last].Chunk; k >= 0 && d.Chunks[k].Head == last && d.Chunks[k].Full.To > qu.Tokens.To {
			if to := x.beforeNumber(d, text.Range{From: last, To: d.Chunks[k].Full.To}); to > qu.Tokens.To {
				s += d.Text[qu.End:d.Tokens[to-1].End]
			}
		} else if k++; k > 0 && k < len(d.Chunks) && d.Chunks[k].Prep == qu.Tokens.To && x.match.Has(d, d.Chunks[k].Head) {
			s += d.Text[qu.End:d.Tokens[fullOf(&d.Chunks[k]).To-1].End] // "0:4-Niederlage im Derby"
		}
		return s
	}
	c, best, dist := d.Tokens[last].Clause, -1, 0
	if c < 0 {
		return ""
	}
	for k := firstChunk(d, d.Clauses[c].Tokens.From); k < len(d.Chunks) && d.Chunks[k].Tokens.From < d.Clauses[c].Tokens.To; k++ {
		ch := &d.Chunks[k]
		if ch.Kind != text.NounPhrase || ch.Prep < 0 && ch.Of >= 0 || ch.Prep >= 0 && !x.place.Has(d, ch.Prep) || d.Tokens[ch.Head].Clause != c || !x.match.Has(d, ch.Head) || d.Tokens[ch.Head].Quantity >= 0 {
			continue
		}
		n := ch.Head - last
		if n < 0 {
			n = -n
		}
		if best < 0 || n < dist {
			best, dist = k, n
		}
	}
	if best < 0 {
		return ""
	}
	return x.phrase(d, fullOf(&d.Chunks[best]))
}

// whole is what the last share or percentage was taken of, when token i stands
// near enough to go on about it.
func (x *counter) whole(d *text.Doc, i int) string {
	if s := d.Tokens[i].Sent; x.group.sent < s && x.people(d, i, s) {
		return x.group.subject
	}
	if x.group.subject != "" && d.Tokens[i].Sent-x.group.sent <= 3 {
		x.group.sent = d.Tokens[i].Sent
		return x.group.subject
	}
	if x.people(d, i, d.Tokens[i].Sent-1) {
		return x.group.subject
	}
	return ""
}

// people makes the last subject before token i, not before sentence first, the
// group when it is a number of people: "Die Schüler sind zufrieden: 36 Prozent
// gehen gern hin".
func (x *counter) people(d *text.Doc, i, first int) bool {
	c := d.Tokens[i].Clause
	for c--; c >= 0 && d.Clauses[c].Sent >= first; c-- {
		k := d.Clauses[c].Subject
		if k < 0 || d.Clauses[c].Kind == text.RelClause {
			continue
		}
		if ch := &d.Chunks[k]; x.person.Has(d, ch.Head) && ch.Feats.Is(text.Plur) && d.Tokens[ch.Head].Quantity < 0 {
			x.group = group{sent: d.Tokens[i].Sent, subject: x.phrase(d, ch.Tokens)}
			return true
		}
		return false
	}
	return false
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
	return !whole && x.alike(d, q)
}

// alike gives a fraction without a noun the unit of the last measure before it, when
// that was a fraction of like size: "in 9,79 Sekunden vor Brandt (9,92)".
func (x *counter) alike(d *text.Doc, q int) bool {
	const far = 8 // sentences
	qu := &d.Quantities[q]
	at := qu.Tokens.From
	if at > 0 && (x.shift.Has(d, at-1) || d.Tokens[at-1].POS == text.NOUN) {
		return false // "eine Stärke von 5,4", "der Wert lag bei 5,4"
	}
	for k := q - 1; k >= 0; k-- {
		o := &d.Quantities[k]
		if d.Tokens[at].Sent-d.Tokens[o.Tokens.From].Sent > far {
			return false
		}
		if o.Kind == unit.Count || !broken(o) {
			continue
		}
		switch o.Kind {
		case unit.Duration, unit.Length, unit.Mass, unit.Speed, unit.Volume:
			if r := qu.Value / o.Value; o.Compound == 0 && r > 0.8 && r < 1.25 {
				qu.Kind, qu.Unit = o.Kind, o.Unit
				return true
			}
		case unit.Percent, unit.Money:
			return false
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
	if c.Subject != "" || c.Kind == unit.Duration || c.Kind == unit.Age || c.Kind == unit.Count || c.Kind == unit.Other || c.Kind == unit.Length {
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
	if n := len(w.art.Claims); n > 0 && x.thereWere(&w.doc, w.tokenAt(c.Start)) {
		if o := &w.art.Claims[n-1]; o.Sentence == c.Sentence || x.pointsBack(&w.doc, w.tokenAt(c.Start), w.tokenAt(o.Start)) {
			c.Subject = o.Subject
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
	if !near && head < 0 && !x.speaksOfMoney(d, d.Tokens[qu.Tokens.From].Sent) && !x.paid(d, qu.Tokens) {
		return "", false
	}
	if code == "" {
		code = x.first
	}
	return code, true
}

// spokenOf reports whether the sum at token i can be of what the last sum was of: "die
// sieben Millionen", "die genannten drei Millionen"; or it is what the sentence is
// about: "zuvor waren vier Milliarden genannt worden", "vier Milliarden hält er für
// möglich". Others are sums of something else.
func (x *counter) spokenOf(d *text.Doc, i int) bool {
	if x.definite(d, i) || i > 0 && d.Tokens[i-1].POS == text.ADJ && !x.further.Has(d, i-1) {
		return true
	}
	c := d.Tokens[i].Clause
	return x.isSubject(d, i) || c >= 0 && d.Clauses[c].Group >= 0 && x.judge.Has(d, d.Chunks[d.Clauses[c].Group].Head)
}

// paid reports whether the number of tokens r is what the verb of its clause costs or
// pays: "der Bau kostet 30 Millionen". The currency may be unknown.
func (x *counter) paid(d *text.Doc, r text.Range) bool {
	c := d.Tokens[r.From].Clause
	if c < 0 || d.Clauses[c].Group < 0 || !x.pay.Has(d, d.Chunks[d.Clauses[c].Group].Head) {
		return false
	}
	k := d.Clauses[c].Subject
	return k >= 0 && !d.Chunks[k].Tokens.Overlaps(r) && (r.To >= len(d.Tokens) || !x.of.Has(d, r.To))
}

// isSum reports whether qu ends with a word for a million or more.
func isSum(d *text.Doc, qu *text.Quantity) bool {
	big := qu.Value >= 1e6 || qu.Min >= 1e6 || qu.Max >= 1e6
	return big && qu.Compound == 0 && d.Text[qu.NumEnd-1] > '9'
}

func (x *counter) speaksOfMoney(d *text.Doc, s int) bool {
	return x.inSentence(d, d.Sentences[s].Tokens.From, x.money)
}
