package extract

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// counter finds what a quantity counts or measures: unit, subject and per.
type counter struct {
	number, amount, future, money                                               *rule.Lexicon
	point, toward, spanOf, verb, event, piece, with, after, back, period        *rule.Lexicon
	lasting, part, compare, timeClause, invest, portion, others, verbal, points *rule.Lexicon
	perWord, perTime, since, ordinal, further, change, shift, place             *rule.Lexicon
	blocked                                                                     []bool        // by quantity
	best                                                                        []*rule.Match // by quantity
	pers                                                                        []per
	perBuf                                                                      []rule.Match
	last                                                                        []counted // what earlier counts of the article counted, in order
	group                                                                       group     // whom the last share was taken of
	currency, first                                                             string    // the one of the last sum, and of the first of the article
	currencyAt                                                                  int       // token of the last sum
	currencyOf                                                                  string    // what the last sum with a thing of its own measured
}

// group is what a share or percentage was taken of.
type group struct {
	sent    int
	subject string
}

// per is a rate said beside the quantity: "jährlich", "pro Kopf".
type per struct {
	at    int // token
	of    int // the quantity right before it, which alone it belongs to; -1 for none
	value string
}

// counted is what an earlier count counted.
type counted struct {
	at            int // token of the quantity
	unit, subject string
	head          int // token of the noun
}

func newCounter(set *rule.Set) (counter, error) {
	var c counter
	for _, l := range []struct {
		id   string
		into **rule.Lexicon
	}{{"claim.number", &c.number}, {"claim.amount", &c.amount}, {"claim.future", &c.future}, {"claim.money", &c.money},
		{"claim.point", &c.point}, {"claim.toward", &c.toward}, {"claim.span", &c.spanOf}, {"claim.verb", &c.verb}, {"claim.event", &c.event}, {"claim.piece", &c.piece}, {"claim.with", &c.with}, {"claim.after", &c.after}, {"claim.back", &c.back}, {"claim.period", &c.period},
		{"claim.per", &c.perWord}, {"claim.per.time", &c.perTime}, {"claim.since", &c.since}, {"claim.ordinal", &c.ordinal}, {"claim.further", &c.further}, {"claim.change", &c.change}, {"claim.shift", &c.shift}, {"claim.place", &c.place},
		{"claim.lasting", &c.lasting}, {"claim.invest", &c.invest}, {"claim.points", &c.points}, {"claim.verbal", &c.verbal}, {"claim.portion", &c.portion}, {"claim.rest", &c.others}, {"claim.part.of", &c.part}, {"claim.compare", &c.compare}, {"claim.time.clause", &c.timeClause}} {
		if *l.into = set.Lexicon(l.id); *l.into == nil {
			return c, fmt.Errorf("lexicon %q is missing: the claim stage needs it", l.id)
		}
	}
	return c, nil
}

func (x *counter) readPers(w *Worker) {
	d := &w.doc
	x.last = x.last[:0]
	x.group, x.currency, x.first, x.currencyAt, x.currencyOf = group{}, "", "", 0, ""
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
		if d.Tokens[k].POS != text.NOUN {
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

// fill sets unit, subject and per of the claim of quantity q.
func (x *counter) fill(w *Worker, q int, m *rule.Match, c *Claim) {
	d := &w.doc
	qu := &d.Quantities[q]
	at := w.tokenAt(c.Start)
	if c.Kind == unit.Money {
		x.currency, x.currencyAt = c.Unit, at
	}
	if c.Per == "" {
		c.Per = x.perOf(d, q, c.Kind)
	}
	if r, ok := m.Capture("unit"); ok {
		c.Unit = d.Tokens[r.To-1].Word.Form
	}
	switch c.Kind {
	case unit.Count:
		head, _ := x.noun(d, qu.Tokens)
		if code, ok := x.elliptic(d, q, head); ok {
			qu.Kind, qu.Unit = unit.Money, code
			c.Kind, c.Unit = unit.Money, code
			x.currency, x.currencyAt = code, at
			if c.Subject = x.measured(d, q, at); c.Subject == "" {
				c.Subject = x.currencyOf // "die sieben Millionen": those spoken of
			}
			return
		}
		if c.Unit == "Mal" {
			return // how often: of nothing
		}
		if head < 0 && x.sharesUnit(d, q) {
			c.Kind, c.Unit = qu.Kind, qu.Unit
			c.Subject = x.measured(d, q, at)
			break
		}
		x.count(d, q, c)
	case unit.Age:
		if n := len(x.last); c.Rule == "claim.age.bracket" && n > 0 && x.points.Has(d, x.last[n-1].head) && d.Tokens[at].Sent-d.Tokens[x.last[n-1].at].Sent <= 2 {
			c.Kind, c.Unit, c.Subject = unit.Count, x.last[n-1].unit, x.last[n-1].subject
			return // "67 Punkte …, Wacker (64)": points too
		}
		if qu.Compound > 0 || c.Rule == "claim.age.bracket" {
			if s, ok := x.attributed(d, qu); ok {
				c.Subject = s
			} else if c.Rule == "claim.age.bracket" {
				c.Subject = x.nameBefore(d, qu.Tokens.From-1)
			}
			return
		}
		if c.Subject = x.aged(d, qu); c.Subject != "" {
			break
		}
		if at > 0 && x.with.Has(d, at-1) || qu.Kind == unit.Count {
			c.Subject = x.subjectOf(d, at) // "starb mit 81 Jahren", "ist Mitte 40"
		} else {
			c.Subject = x.measured(d, q, at)
		}
	case unit.Score: // its own thing; a word that goes with it names it ("2:0-Endstand")
		if qu.Compound > 0 {
			c.Subject = strings.Trim(d.Text[qu.Compound:qu.End], "-")
		}
		return
	case unit.Share:
		if t := &d.Tokens[qu.Tokens.To-1]; qu.Tokens.Len() > 1 && t.POS != text.NUM && t.Word.Has(text.Capital) && d.Tokens[qu.Tokens.To-2].Feats.Get(text.PronType) == text.Tot {
			break // "jeder Vierte": one of all
		}
		if at > 0 && x.portion.Has(d, at-1) && x.substance(d, q) == "" {
			c.Subject = x.subjectOf(d, at) // "die Gäste kommen zu zwei Dritteln aus Europa"
		}
		if c.Subject == "" {
			c.Subject = x.measured(d, q, at)
		}
		if c.Subject == "" {
			c.Subject = x.rest(d, at)
		}
		if c.Subject == "" {
			c.Subject = x.whole(d, at)
		}
		if c.Subject == "" && len(x.last) > 0 {
			c.Subject = x.last[len(x.last)-1].subject
		}
	case unit.Percent:
		if c.Subject = x.measured(d, q, at); c.Subject == "" && x.isSubject(d, at) {
			c.Subject = x.whole(d, at)
		}
	case unit.Factor: // what stands behind is what it is compared with: "das Fünffache des Werts"
		if c.Subject = x.compared(d, q, at); c.Subject == "" {
			c.Subject = x.measured(d, q, at)
		}
	default:
		if c.Subject = x.shared(w, q); c.Subject == "" {
			c.Subject = x.measured(d, q, at)
		}
	}
	if c.Kind == unit.Share || c.Kind == unit.Percent {
		if s := x.substance(d, q); s != "" {
			x.group = group{sent: d.Tokens[at].Sent, subject: s}
		}
	}
	x.repeat(w, c)
	if c.Kind == unit.Money && c.Subject != "" {
		x.currencyOf = c.Subject
	}
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

// compared is the thing a factor says something of: the subject of its verb of
// measure.
func (x *counter) compared(d *text.Doc, q, at int) string {
	qu := &d.Quantities[q]
	t := &d.Tokens[qu.Tokens.To-1]
	if c := t.Clause; t.POS == text.VERB && c >= 0 && d.Clauses[c].Group >= 0 && d.Chunks[d.Clauses[c].Group].Head == qu.Tokens.To-1 {
		if s := x.acted(d, c); s != "" && !d.Chunks[d.Clauses[c].Group].Passive && !x.reflexive(d, c) {
			return s
		}
		return x.subjectOf(d, at)
	}
	if t.POS == text.VERB || t.POS == text.ADJ || !t.Word.Has(text.Capital) && qu.Compound > 0 {
		return ""
	}
	return x.byVerb(d, qu, at)
}

// reflexive reports whether clause c has a sich: "hat sich verdoppelt".
func (x *counter) reflexive(d *text.Doc, c int) bool {
	for i := d.Clauses[c].Tokens.From; i < d.Clauses[c].Tokens.To; i++ {
		if d.Tokens[i].Clause == c && d.Tokens[i].Feats&text.Reflex != 0 {
			return true
		}
	}
	return false
}

// acted is the first noun phrase of clause c that no preposition governs and
// that is not its subject: what a verb of change acts on.
func (x *counter) acted(d *text.Doc, c int) string {
	for k := firstChunk(d, d.Clauses[c].Tokens.From); k < len(d.Chunks); k++ {
		ch := &d.Chunks[k]
		if ch.Tokens.From >= d.Clauses[c].Tokens.To {
			break
		}
		if h := &d.Tokens[ch.Head]; ch.Kind == text.NounPhrase && ch.Prep < 0 && k != d.Clauses[c].Subject && ch.Of < 0 && h.Quantity < 0 && h.Date < 0 && h.POS == text.NOUN && h.Clause == c {
			return x.phrase(d, fullOf(ch))
		}
	}
	return ""
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
			return k > 0 && d.Tokens[k-1].Lemma == "sein" || d.Tokens[k+1].Lemma == "sein"
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

// count finds the counted noun of quantity q.
func (x *counter) count(d *text.Doc, q int, c *Claim) {
	qu := &d.Quantities[q]
	if qu.Compound > 0 || c.Unit != "" {
		if s, ok := x.attributed(d, qu); ok && c.Subject == "" {
			c.Subject = s
		}
		if c.Subject == "" {
			c.Subject = c.Unit
		}
		return
	}
	head, full := x.noun(d, qu.Tokens)
	if head >= 0 && d.Tokens[head].POS == text.PROPN && broken(qu) {
		return // "21,69 Tomas Berger": a list
	}
	if head >= 0 {
		c.Unit = d.Tokens[head].Word.Form
		c.Subject = x.phrase(d, full)
		if x.piece.Has(d, head) {
			if s := x.strong(d, head); s != "" {
				c.Subject = s
			} else if s := x.governing(d, qu.Tokens.From); s != "" {
				c.Subject = s
			} else if s := x.byVerb(d, qu, qu.Tokens.From); s != "" {
				c.Subject = s
			} else if n := len(x.last); n > 0 {
				c.Subject = x.last[n-1].subject
			}
			x.last = append(x.last, counted{at: qu.Tokens.From, unit: c.Unit, subject: c.Subject, head: head})
			return
		}
		x.last = append(x.last, counted{at: qu.Tokens.From, unit: c.Unit, subject: c.Subject, head: head})
		return
	}
	if x.label(d, qu) {
		if i := qu.Tokens.From; i > 0 && d.Tokens[i-1].POS == text.NOUN && d.Tokens[i-1].Sent == d.Tokens[i].Sent && d.Tokens[i-1].Date < 0 {
			c.Subject = d.Tokens[i-1].Word.Form // "die Stärke 6,8"
		}
		return
	}
	n := x.byNumber(d, qu.Tokens)
	if n == nil {
		if i := qu.Tokens.From; i > 0 && x.shift.Has(d, i-1) {
			if c.Subject = x.byVerb(d, qu, i); c.Subject != "" { // "der Schnitt kletterte auf 21.350"
				x.last = append(x.last, counted{at: i, subject: c.Subject, head: i})
				return
			}
		}
		n = x.before(d, qu.Tokens)
	}
	if n != nil {
		c.Unit, c.Subject = n.unit, n.subject
	}
}

// broken reports whether qu is no whole number.
func broken(qu *text.Quantity) bool {
	return !math.IsNaN(qu.Value) && qu.Value != math.Trunc(qu.Value)
}

// strong is the noun behind an adjective right behind token i: "die 17.000 Mann
// starke Mission".
func (x *counter) strong(d *text.Doc, i int) string {
	if i+2 >= len(d.Tokens) || d.Tokens[i+1].POS != text.ADJ || d.Tokens[i+2].POS != text.NOUN || d.Tokens[i+2].Sent != d.Tokens[i].Sent {
		return ""
	}
	if k := d.Tokens[i+2].Chunk; k >= 0 && d.Chunks[k].Kind == text.NounPhrase && d.Chunks[k].Head == i+2 {
		return x.phrase(d, text.Range{From: i + 2, To: max(i+3, d.Chunks[k].Tokens.To)})
	}
	return d.Tokens[i+2].Word.Form
}

// label reports whether qu is the value of the noun before it rather than a
// count ("Stärke 6,8", "Faktor 1,5"), or no whole number.
func (x *counter) label(d *text.Doc, qu *text.Quantity) bool {
	if broken(qu) {
		return true
	}
	i := qu.Tokens.From
	return i > 0 && d.Tokens[i-1].POS == text.NOUN && d.Tokens[i-1].Date < 0 && d.Tokens[i-1].Sent == d.Tokens[i].Sent && d.Tokens[i-1].Chunk >= 0 && d.Tokens[i-1].Chunk == d.Tokens[i].Chunk
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

// noun is the noun that tokens q count: the head of the phrase they stand in,
// or of the genitive or von-phrase right behind ("zwei der Getöteten", "acht
// von zehn Kindern"). full is the phrase behind the number.
func (x *counter) noun(d *text.Doc, q text.Range) (head int, full text.Range) {
	if q.To < len(d.Tokens) && d.Tokens[q.To].Word.Has(text.Punct) && d.Tokens[q.To].Word.Shape&(text.QuoteClose|text.QuoteOpen) == 0 {
		if n := q.To + 1; d.Tokens[q.To].Word.Form == "," && n < len(d.Tokens) && d.Tokens[n].Quantity >= 0 {
			if o := &d.Quantities[d.Tokens[n].Quantity]; o.Kind == unit.Count && o.Tokens.From == n && o.Compound == 0 && d.Tokens[n].Space && !broken(o) {
				return x.noun(d, o.Tokens) // "drei, vier oder fünf Parteien"
			}
		}
		return -1, text.Range{} // "21,69, 4. Platz"
	}
	if k := d.Tokens[q.To-1].Chunk; k >= 0 {
		if h, f := x.headBehind(d, &d.Chunks[k], q.To); h >= 0 {
			return h, f
		}
	}
	i := q.To
	for i < len(d.Tokens) && i < q.To+2 && d.Tokens[i].Word.Has(text.Punct) && d.Tokens[i].Word.Shape&(text.QuoteClose|text.QuoteOpen) != 0 {
		i++
	}
	if i >= len(d.Tokens) || d.Tokens[i].Sent != d.Tokens[q.From].Sent {
		return -1, text.Range{}
	}
	// the number may be read apart from its phrase: the phrase begins behind it
	for n := 0; n < 2 && i < len(d.Tokens); n++ {
		t := &d.Tokens[i]
		if t.Chunk >= 0 && d.Chunks[t.Chunk].Kind == text.NounPhrase && d.Chunks[t.Chunk].Tokens.From == i {
			ch := &d.Chunks[t.Chunk]
			if n > 0 || ch.Prep < 0 && (t.POS != text.DET || x.partitive(t) && !ch.Feats.Is(text.Sing)) {
				if h := &d.Tokens[ch.Head]; n > 0 && h.POS == text.PROPN && !h.Feats.Is(text.Plur) {
					return -1, text.Range{} // "15 von Alpina": whose they are
				}
				return x.headBehind(d, ch, i)
			}
			return -1, text.Range{}
		}
		if t.POS != text.ADP || t.Lemma != "von" {
			break
		}
		i++
		for i < len(d.Tokens) && d.Tokens[i].POS == text.ADV {
			i++ // "von insgesamt 10.000"
		}
		// "acht von zehn Kindern": over the second number to its noun
		if i < len(d.Tokens) && d.Tokens[i].Quantity >= 0 {
			return x.noun(d, d.Quantities[d.Tokens[i].Quantity].Tokens)
		}
	}
	return x.overAttribute(d, q.To, false)
}

// partitive reports whether determiner t right behind a number opens a genitive
// plural that the number is a part of ("zwei der Getöteten", "drei seiner
// Leute") or goes with it ("acht andere Fälle").
func (x *counter) partitive(t *text.Token) bool {
	if t.Feats.Get(text.PronType) == text.IndPron {
		return true
	}
	return strings.HasSuffix(t.Word.Lower, "er")
}

// overAttribute is the noun behind a participle with words of its own: "10.000
// in Russland vermuteten Soldaten". With mass it may stand in the singular.
func (x *counter) overAttribute(d *text.Doc, i int, mass bool) (int, text.Range) {
	if i >= len(d.Tokens) || d.Tokens[i].POS != text.ADP {
		return -1, text.Range{}
	}
	for k := i + 2; k < len(d.Tokens) && k < i+8 && d.Tokens[k].Clause == d.Tokens[i].Clause; k++ {
		t := &d.Tokens[k]
		if t.Word.Has(text.Punct) || t.POS == text.AUX {
			break
		}
		if t.POS != text.ADJ && !t.Word.Can(text.ADJ) || k+1 >= len(d.Tokens) || !x.participle(d, k) {
			if t.POS == text.VERB {
				break
			}
			continue
		}
		if !strings.HasSuffix(strings.TrimRight(t.Word.Lower, "nrsm"), "e") {
			continue // not inflected
		}
		j := k + 1 // the noun behind the participle, other adjectives between
		for j+1 < len(d.Tokens) && d.Tokens[j].POS == text.ADJ && j < k+3 {
			j++
		}
		h := &d.Tokens[j]
		if h.POS != text.NOUN || h.Chunk < 0 || !mass && h.Feats.Is(text.Sing) && !canBePlural(h.Word) || h.Sent != t.Sent {
			continue
		}
		if ch := &d.Chunks[h.Chunk]; ch.Kind == text.NounPhrase && ch.Head == j && ch.Tokens.From >= i {
			return j, text.Range{From: i, To: max(ch.Tokens.To, ch.Full.To)}
		}
	}
	return -1, text.Range{}
}

// participle reports whether the adjective at token i is the participle of a
// verb, by its features or its form: a prefix of verbs and the ending of a
// participle.
func (x *counter) participle(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if t.Feats.Get(text.VerbForm) == text.Part {
		return true
	}
	for k := range t.Word.Readings {
		if t.Word.Readings[k].Feats.Get(text.VerbForm) == text.Part {
			return true
		}
	}
	l := t.Lemma
	if t.Feats.Get(text.Degree) == text.Sup || len(l) < 6 {
		return false
	}
	return strings.HasSuffix(l, "end") || strings.HasSuffix(l, "iert") || x.verbal.Has(d, i) && (strings.HasSuffix(l, "t") || strings.HasSuffix(l, "en"))
}

// canBePlural reports whether some reading of w is a noun in the plural.
func canBePlural(w *text.Word) bool {
	for i := range w.Readings {
		if r := &w.Readings[i]; r.POS == text.NOUN && r.Feats.Is(text.Plur) {
			return true
		}
	}
	return false
}

// headBehind is the head of ch when it is a noun at token from or behind it.
func (x *counter) headBehind(d *text.Doc, ch *text.Chunk, from int) (int, text.Range) {
	if ch.Kind != text.NounPhrase || ch.Head < from {
		return -1, text.Range{}
	}
	h := &d.Tokens[ch.Head]
	if h.POS != text.NOUN && h.POS != text.PROPN && !(h.POS == text.ADJ && h.Word.Has(text.Capital)) || h.Quantity >= 0 && ch.Head != from {
		return -1, text.Range{}
	}
	r := text.Range{From: from, To: max(ch.Tokens.To, ch.Full.To)}
	return ch.Head, r
}

// byNumber is what the number at q counts by a "Zahl der …" before it in its
// sentence.
func (x *counter) byNumber(d *text.Doc, q text.Range) *counted {
	s := d.Tokens[q.From].Sent
	for i := q.From - 1; i >= d.Sentences[s].Tokens.From; i-- {
		if !x.number.Has(d, i) {
			continue
		}
		if w, ok := strings.CutSuffix(d.Tokens[i].Lemma, "zahl"); ok && len(w) > 3 {
			x.last = append(x.last, counted{at: q.From, unit: w, subject: d.Tokens[i].Word.Form, head: i})
			return &x.last[len(x.last)-1]
		}
		k := d.Tokens[i].Chunk
		if t := i + 1; k >= 0 && t < q.From && d.Tokens[t].Word.Lower == "der" && d.Tokens[t].Chunk >= 0 {
			if ch := &d.Chunks[d.Tokens[t].Chunk]; ch.Kind == text.NounPhrase && d.Tokens[ch.Head].POS == text.NOUN {
				x.last = append(x.last, counted{at: q.From, unit: d.Tokens[ch.Head].Word.Form, subject: x.phrase(d, fullOf(ch)), head: ch.Head})
				return &x.last[len(x.last)-1]
			}
		}
		for j := k + 1; k >= 0 && j < len(d.Chunks) && j < k+4; j++ {
			if d.Chunks[j].Of == k && d.Chunks[j].Kind == text.NounPhrase && d.Tokens[d.Chunks[j].Head].POS == text.NOUN {
				h := d.Chunks[j].Head
				x.last = append(x.last, counted{at: q.From, unit: d.Tokens[h].Word.Form, subject: x.phrase(d, fullOf(&d.Chunks[j])), head: h})
				return &x.last[len(x.last)-1]
			}
		}
	}
	return nil
}

// before is what the number at q counts when it stands alone ("drei weitere
// wurden verletzt", "2003 waren es 4.500"): what the last count of the sentence
// or the two before counted.
func (x *counter) before(d *text.Doc, q text.Range) *counted {
	s := d.Tokens[q.From].Sent
	if len(x.last) > 0 {
		if n := &x.last[len(x.last)-1]; s-d.Tokens[n.at].Sent <= 2 {
			return n
		}
	}
	if s > 0 && q.To+1 < len(d.Tokens) && d.Tokens[q.To].POS == text.ADP && d.Tokens[q.To+1].POS == text.PRON {
		return x.plural(d, d.Sentences[s].Tokens.From)
	}
	return nil
}

// plural is the last noun phrase in the plural before token i that no
// preposition governs, of the sentence before.
func (x *counter) plural(d *text.Doc, i int) *counted {
	for k := firstChunk(d, i) - 1; k >= 0; k-- {
		ch := &d.Chunks[k]
		h := &d.Tokens[ch.Head]
		if d.Tokens[i].Sent-h.Sent > 1 {
			return nil
		}
		if ch.Tokens.From >= i || ch.Kind != text.NounPhrase || ch.Prep >= 0 || h.POS != text.NOUN || !h.Feats.Is(text.Plur) {
			continue
		}
		x.last = append(x.last, counted{at: ch.Head, unit: h.Word.Form, subject: x.phrase(d, fullOf(ch)), head: ch.Head})
		return &x.last[len(x.last)-1]
	}
	return nil
}

// attributed is the noun a compound number is attribute of: "das 44-sekündige
// Video", "der 37-jährige Fahrer". A compound that is itself a noun has none.
func (x *counter) attributed(d *text.Doc, qu *text.Quantity) (string, bool) {
	last := qu.Tokens.To - 1
	t := &d.Tokens[last]
	if t.POS == text.NOUN || t.Word.Has(text.Capital) && !t.Word.Has(text.Digits) {
		if t.POS == text.NOUN && t.Chunk >= 0 && d.Chunks[t.Chunk].Head == last {
			return "", false
		}
	}
	if t.Chunk < 0 || d.Chunks[t.Chunk].Kind != text.NounPhrase {
		return "", false
	}
	h, full := x.headBehind(d, &d.Chunks[t.Chunk], qu.Tokens.To)
	if h < 0 || x.amount.Has(d, h) {
		return "", false
	}
	return x.phrase(d, full), true
}

// measured is the thing that quantity q measures.
// at is the token its wording begins with.
func (x *counter) measured(d *text.Doc, q, at int) string {
	qu := &d.Quantities[q]
	if s, ok := x.attributed(d, qu); ok {
		return s
	}
	if qu.Compound > 0 && qu.Kind != unit.Duration && d.Tokens[qu.Tokens.To-1].POS == text.NOUN {
		return lastPart(d.Text[qu.Compound:qu.End])
	}
	if s := x.gapped(d, q, at); s != "" {
		return s
	}
	if qu.Kind == unit.Percent {
		if s := x.governing(d, at); s != "" {
			return s
		}
	}
	if s := x.labelled(d, at); s != "" {
		return s
	}
	if s := x.substance(d, q); s != "" {
		return s
	}
	if qu.Kind == unit.Duration {
		p := at - 1
		for p > 0 && p > at-4 && (d.Tokens[p].POS == text.DET || d.Tokens[p].POS == text.ADJ) {
			p-- // "in den vergangenen zehn Tagen"
		}
		if p >= 0 && x.spanOf.Has(d, p) && d.Tokens[p].Sent == d.Tokens[at].Sent {
			// "die Wahl vor fünf Jahren": the event; else the span only says when
			if p > 0 && x.event.Has(d, p-1) {
				return x.governing(d, at)
			}
			return x.eventBefore(d, p)
		}
	}
	if s := x.governing(d, at); s != "" {
		return s
	}
	if s := x.following(d, qu, x.behind(d, qu)); s != "" {
		return s
	}
	return x.byVerb(d, qu, at)
}

// eventBefore is the event whose phrase ends before the preposition at token p:
// "der Sturz von Machthaber Brenner vor vier Jahren".
func (x *counter) eventBefore(d *text.Doc, p int) string {
	if p < 1 || d.Tokens[p-1].Sent != d.Tokens[p].Sent {
		return ""
	}
	for k, n := d.Tokens[p-1].Chunk, 0; k >= 0 && n < 3; k, n = d.Chunks[k].Of, n+1 {
		if ch := &d.Chunks[k]; ch.Kind == text.NounPhrase && x.event.Has(d, ch.Head) && d.Tokens[ch.Head].POS == text.NOUN {
			return x.phrase(d, text.Range{From: ch.Tokens.From, To: p})
		}
	}
	return ""
}

// behind is the first token behind qu that belongs to a phrase, adverbs and
// loose adjectives passed over.
func (x *counter) behind(d *text.Doc, qu *text.Quantity) int {
	i := qu.Tokens.To
	for n := 0; n < 2 && i+1 < len(d.Tokens) && d.Tokens[i].Chunk < 0 && (d.Tokens[i].POS == text.ADJ || d.Tokens[i].POS == text.ADV && d.Tokens[i+1].POS == text.ADJ); n++ {
		i++ // "radioaktiv verseuchtes Wasser"
	}
	return i
}

// gapped is the noun phrase right before a number, or before its preposition,
// that stands in a row of such pairs: "die Aktiva betragen 7 Millionen, die
// Passiva 9", "die Grünen mit 12, die Liberalen mit 5 Prozent".
func (x *counter) gapped(d *text.Doc, q, at int) string {
	qu := &d.Quantities[q]
	if qu.Kind != unit.Percent && qu.Kind != unit.Money || at < 2 {
		return ""
	}
	p := at - 1
	prep := d.Tokens[p].POS == text.ADP
	if prep {
		p--
	}
	s := d.Tokens[at].Sent
	k := d.Tokens[p].Chunk
	if k < 0 || d.Tokens[p].Sent != s {
		return ""
	}
	ch := &d.Chunks[k]
	h := &d.Tokens[ch.Head]
	if ch.Kind != text.NounPhrase || ch.Tokens.To != p+1 || ch.Prep >= 0 || ch.Of >= 0 || h.POS != text.NOUN && h.POS != text.PROPN || h.Date >= 0 || h.Quantity >= 0 {
		return ""
	}
	same := func(k int) bool {
		return k >= 0 && k < len(d.Quantities) && d.Tokens[d.Quantities[k].Tokens.From].Sent == s && (d.Quantities[k].Kind == qu.Kind || d.Quantities[k].Kind == unit.Count && broken(&d.Quantities[k]))
	}
	b := ch.Tokens.From - 1
	row := b >= 0 && d.Tokens[b].Sent == s && (d.Tokens[b].Word.Form == "," || d.Tokens[b].POS == text.CCONJ) && same(q-1)
	if !row && !(prep && x.with.Has(d, at-1) && qu.Kind == unit.Percent && same(q+1)) {
		return ""
	}
	if !prep && qu.Kind == unit.Percent && x.toward.Has(d, qu.Tokens.To) {
		return ""
	}
	return x.phrase(d, ch.Tokens)
}

// lastPart is the last part of a compound written with hyphens.
func lastPart(s string) string {
	s = strings.Trim(s, "-")
	if i := strings.LastIndexByte(s, '-'); i >= 0 {
		s = s[i+1:]
	}
	return s
}

// substance is the thing right behind quantity q: "11.500 Tonnen Wasser", "drei
// Milliarden Schulden", "ein Drittel der Wähler".
func (x *counter) substance(d *text.Doc, q int) string {
	qu := &d.Quantities[q]
	i := x.behind(d, qu)
	if i >= len(d.Tokens) || d.Tokens[i].Sent != d.Tokens[qu.Tokens.From].Sent {
		return ""
	}
	if d.Tokens[i].POS == text.ADP {
		if h, full := x.overAttribute(d, i, true); h >= 0 {
			return x.phrase(d, full) // "153.000 Euro im Voraus gezahlte Hilfe"
		}
	}
	k := d.Tokens[i].Chunk
	if k < 0 {
		if t := &d.Tokens[i]; t.Word.Has(text.Capital|text.Digits) && t.Quantity < 0 && t.Date < 0 {
			return t.Word.Form // "4.500 Tonnen CO2"
		}
		return ""
	}
	if d.Chunks[k].Kind != text.NounPhrase {
		return ""
	}
	ch := &d.Chunks[k]
	if ch.Head < i && ch.Name.From == i && !ch.Name.Empty() && (qu.Tokens.From == 0 || d.Tokens[qu.Tokens.From-1].Lemma != "von") {
		return x.phrase(d, ch.Name) // "4.500 Tonnen CO2"
	}
	first := &d.Tokens[i]
	gen := ch.Feats.Get(text.Case) == text.Gen || ch.Feats.Get(text.Case) == 0
	if h := &d.Tokens[ch.Head]; ch.Head >= i && h.Date < 0 && h.Quantity < 0 && (h.POS == text.NOUN || h.POS == text.PROPN) && (first.POS != text.DET || gen) && (ch.Prep < 0 || ch.Tokens.From < i) && !x.amount.Has(d, ch.Head) {
		return x.phrase(d, text.Range{From: i, To: max(ch.Tokens.To, ch.Full.To)})
	}
	return ""
}

// aged is the noun phrase right before an age: "Deutsche zwischen 18 und 34
// Jahren", "Kinder unter drei Jahren".
func (x *counter) aged(d *text.Doc, qu *text.Quantity) string {
	i := qu.Tokens.From - 1
	if i > 0 && d.Tokens[i].Lemma == "von" && d.Tokens[i-1].Sent == d.Tokens[i].Sent && x.amount.Has(d, i-1) {
		i-- // "im Alter von 69 Jahren"
	}
	if i < 0 || d.Tokens[i].Sent != d.Tokens[qu.Tokens.From].Sent || d.Tokens[i].Chunk < 0 {
		return ""
	}
	ch := &d.Chunks[d.Tokens[i].Chunk]
	if h := &d.Tokens[ch.Head]; ch.Kind != text.NounPhrase || ch.Tokens.To != i+1 || h.POS != text.NOUN || h.Date >= 0 || h.Quantity >= 0 {
		return ""
	}
	if x.amount.Has(d, ch.Head) { // "Jugendliche im Alter zwischen 15 und 24 Jahren"
		if p := ch.Prep; p > 0 && d.Tokens[p-1].Chunk >= 0 && d.Tokens[p-1].Sent == d.Tokens[p].Sent {
			if o := &d.Chunks[d.Tokens[p-1].Chunk]; o.Kind == text.NounPhrase && o.Tokens.To == p && d.Tokens[o.Head].Date < 0 && d.Tokens[o.Head].Quantity < 0 && d.Tokens[o.Head].POS != text.PRON {
				return x.phrase(d, o.Tokens)
			}
		}
		return x.subjectOf(d, qu.Tokens.From)
	}
	return x.phrase(d, ch.Tokens)
}

// nameBefore is the run of capitalised words that ends before token i.
func (x *counter) nameBefore(d *text.Doc, i int) string {
	from := i
	for from > 0 && d.Tokens[from-1].Sent == d.Tokens[i].Sent && d.Tokens[from-1].Word.Has(text.Capital) && d.Tokens[from-1].POS != text.DET {
		from--
	}
	if from == i {
		return ""
	}
	return d.Text[d.Tokens[from].Start:d.Tokens[i-1].End]
}

// following is the noun phrase that a preposition at token i right behind qu
// governs: "drei Millionen für den Fonds", "30 Jahre nach der Gründung".
func (x *counter) following(d *text.Doc, qu *text.Quantity, i int) string {
	if i+1 >= len(d.Tokens) || d.Tokens[i+1].Sent != d.Tokens[qu.Tokens.From].Sent {
		return ""
	}
	if qu.Kind == unit.Duration {
		if !x.point.Has(d, i) {
			return ""
		}
	} else if !x.toward.Has(d, i) && !x.into(d, i) {
		return ""
	}
	k := d.Tokens[i+1].Chunk
	if k < 0 || d.Tokens[i+1].Date >= 0 || d.Tokens[i+1].Quantity >= 0 {
		return ""
	}
	if ch := &d.Chunks[k]; ch.Kind == text.NounPhrase && ch.Tokens.From == i+1 {
		if d.Tokens[i].Lemma == "an" && ch.Feats.Get(text.Case) == text.Acc {
			return "" // who gets it
		}
		return x.phrase(d, fullOf(ch))
	}
	return ""
}

// into reports whether token i is in with the accusative behind a verb of
// investing: "steckte drei Millionen in den Bau".
func (x *counter) into(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if t.POS != text.ADP || t.Lemma != "in" {
		return false
	}
	if !x.inSentence(d, i, x.invest) {
		return false
	}
	k := d.Tokens[i+1].Chunk
	return k >= 0 && d.Chunks[k].Feats.Is(text.Acc)
}

// inSentence reports whether a word of l stands in the sentence of token i.
func (x *counter) inSentence(d *text.Doc, i int, l *rule.Lexicon) bool {
	s := &d.Sentences[d.Tokens[i].Sent]
	for k := s.Tokens.From; k < s.Tokens.To; k++ {
		if l.Has(d, k) {
			return true
		}
	}
	return false
}

// labelled is the noun phrase before a bracket or colon that a number stands
// behind: "Strafe: 500 Euro", "die Sparte (-15,7 Prozent)".
func (x *counter) labelled(d *text.Doc, i int) string {
	if i < 2 {
		return ""
	}
	switch d.Tokens[i-1].Word.Form {
	case "(", ":":
	default:
		return ""
	}
	k := d.Tokens[i-2].Chunk
	if k < 0 || d.Chunks[k].Kind != text.NounPhrase || d.Chunks[k].Tokens.To != i-1 || d.Tokens[i-2].Sent != d.Tokens[i].Sent || d.Tokens[d.Chunks[k].Head].Date >= 0 || d.Tokens[d.Chunks[k].Head].Quantity >= 0 {
		return ""
	}
	return x.phrase(d, d.Chunks[k].Tokens)
}

// byVerb is what the verb of the clause makes the measured thing: the subject of
// a verb of measure ("kostet", "liegt bei"), what a verb of change acts on
// ("senkte die Dividende auf 60 Cent"). Other verbs say nothing of it.
func (x *counter) byVerb(d *text.Doc, qu *text.Quantity, at int) string {
	c := d.Tokens[at].Clause
	if c < 0 || d.Clauses[c].Group < 0 {
		return ""
	}
	if x.thereWere(d, at) {
		return "" // "waren es 500 Tonnen": of what was named before
	}
	g := &d.Chunks[d.Clauses[c].Group]
	if qu.Kind == unit.Duration {
		if !x.lasting.Has(d, g.Head) && (d.Clauses[c].Finite < 0 || !x.lasting.Has(d, d.Clauses[c].Finite)) {
			return ""
		}
	}
	e := x.verb.Entry(d, g.Head)
	if f := d.Clauses[c].Finite; e == nil && f >= 0 && d.Tokens[f].POS == text.VERB {
		e = x.verb.Entry(d, f)
	}
	for n := len(g.Parts) - 1; e == nil && n >= 0; n-- {
		if p := g.Parts[n]; p != g.Head && p > at && d.Tokens[p].POS == text.VERB {
			e = x.verb.Entry(d, p) // "soll … von 4,5 auf 3,5 Prozent sinken"
		}
	}
	if e == nil {
		if at > 0 && x.with.Has(d, at-1) && (g.Passive || qu.Kind == unit.Percent || qu.Kind == unit.Speed) {
			return x.subjectOf(d, at) // "wird mit drei Millionen gefördert"
		}
		return ""
	}
	if e.Get("of") == "object" && !g.Passive {
		if s := x.acted(d, c); s != "" {
			return s
		}
	}
	return x.subjectOf(d, at)
}

// governing is the noun phrase that the preposition before token i hangs on:
// "ein Gehalt von 2.000 Dollar", "Kosten in Höhe von 5 Euro".
func (x *counter) governing(d *text.Doc, i int) string {
	from := d.Sentences[d.Tokens[i].Sent].Tokens.From
	p := i - 1
	for p >= from && d.Tokens[p].POS != text.ADP && i-p <= 3 && (d.Tokens[p].POS == text.DET || d.Tokens[p].POS == text.ADV || d.Tokens[p].POS == text.ADJ || d.Tokens[p].POS == text.VERB) {
		p--
	}
	dimension, start := "", p
	for n := 0; n < 3 && p > from; n++ {
		if d.Tokens[p].POS != text.ADP || x.after.Has(d, p) {
			break
		}
		if q := d.Tokens[i].Quantity; q >= 0 && x.with.Has(d, p) && (d.Quantities[q].Kind == unit.Money || d.Quantities[q].Kind == unit.Percent) {
			break // "Österreich mit drei Millionen": the means, not a measure of it
		}
		if dimension != "" { // "eine Abschreibung im 3. Quartal in Höhe von"
			for n := 0; n < 2 && p > from+1 && d.Tokens[p-1].Date >= 0; n++ {
				p = d.Dates[d.Tokens[p-1].Date].Tokens.From - 1
			}
			if p <= from || d.Tokens[p].POS != text.ADP {
				break
			}
		}
		k := d.Tokens[p-1].Chunk
		if k < 0 || x.period.Has(d, d.Chunks[k].Head) || d.Chunks[k].Kind != text.NounPhrase || d.Chunks[k].Tokens.To != p && d.Chunks[k].Full.To < p || d.Tokens[d.Chunks[k].Head].Date >= 0 || d.Tokens[d.Chunks[k].Head].POS == text.PRON {
			break
		}
		ch := &d.Chunks[k]
		if d.Tokens[ch.Head].Quantity >= 0 { // "von 4,5 auf 3,5 Prozent"
			p = ch.Tokens.From - 1
			for p > from && d.Tokens[p].POS == text.ADV {
				p--
			}
			continue
		}
		if ch.Of >= 0 && ch.Of < len(d.Chunks) && d.Chunks[ch.Of].Full.To >= p {
			ch = &d.Chunks[ch.Of]
		}
		if x.amount.Has(d, ch.Head) && ch.Tokens.From == ch.Head {
			dimension = d.Tokens[ch.Head].Word.Form
			p = ch.Tokens.From - 1
			continue
		}
		if c := d.Tokens[i].Clause; c >= 0 && d.Clauses[c].Subject == k && p == start && x.shift.Has(d, p) && d.Tokens[p].Lemma != "von" {
			if q := d.Tokens[i].Quantity; q >= 0 { // "den Schaden schätzt die Polizei auf"
				if s := x.byVerb(d, &d.Quantities[q], i); s != "" {
					return s
				}
			}
		}
		if ch.Prep >= 0 && (d.Tokens[p].Lemma == "bei" || !x.event.Has(d, ch.Head) && !x.change.Has(d, ch.Head) && !x.event.Has(d, d.Chunks[k].Head)) {
			// "stieg das Angebot in Tirol um acht Prozent": the place is no measure
			place, shift := x.place.Has(d, ch.Prep), p == start && x.shift.Has(d, p)
			if q := d.Tokens[i].Quantity; q >= 0 && (place && (shift || x.with.Has(d, p)) || shift && d.Tokens[p].Lemma != "von") {
				if s := x.byVerb(d, &d.Quantities[q], i); s != "" {
					return s
				}
				if place && d.Tokens[p].Lemma != "von" && d.Quantities[q].Kind == unit.Percent {
					if s := x.subjectOf(d, i); s != "" {
						return s
					}
				}
			}
		}
		r := ch.Tokens
		if ch.Full.To == p {
			r.To = p
		}
		if dimension != "" && ch.Prep > from && d.Tokens[ch.Prep-1].Chunk >= 0 { // "eine Abschreibung auf die Anlagen in Höhe von"
			if o := &d.Chunks[d.Tokens[ch.Prep-1].Chunk]; o.Kind == text.NounPhrase && o.Head == ch.Prep-1 && d.Tokens[o.Head].POS == text.NOUN && x.event.Has(d, o.Head) {
				r.From = o.Tokens.From
			}
		}
		if x.change.Has(d, ch.Head) && r.To == ch.Head+1 { // "ein Rückgang um 1,4 Prozent bei den Prämien"
			if q := d.Tokens[i].Quantity; q >= 0 {
				if s := x.at(d, d.Quantities[q].Tokens.To); s != "" {
					return s
				}
			}
		}
		return x.phrase(d, r)
	}
	return dimension
}

// at is the noun phrase that bei governs at token i.
func (x *counter) at(d *text.Doc, i int) string {
	if i+1 >= len(d.Tokens) || d.Tokens[i].POS != text.ADP || d.Tokens[i].Lemma != "bei" || d.Tokens[i+1].Chunk < 0 {
		return ""
	}
	ch := &d.Chunks[d.Tokens[i+1].Chunk]
	if h := &d.Tokens[ch.Head]; ch.Kind != text.NounPhrase || h.POS != text.NOUN || h.Quantity >= 0 || h.Date >= 0 {
		return ""
	}
	return x.phrase(d, fullOf(ch))
}

// firstChunk is the first chunk that begins at token i or behind it.
func firstChunk(d *text.Doc, i int) int {
	return sort.Search(len(d.Chunks), func(k int) bool { return d.Chunks[k].Tokens.From >= i })
}

// subjectOf is the subject of the clause that holds token i, else of the clause
// it hangs on.
func (x *counter) subjectOf(d *text.Doc, i int) string {
	for c, n := d.Tokens[i].Clause, 0; c >= 0 && n < 2; c, n = d.Clauses[c].Parent, n+1 {
		k := d.Clauses[c].Subject
		if k < 0 {
			continue
		}
		h := &d.Tokens[d.Chunks[k].Head]
		if s := x.ungapped(d, c, k, i); s != "" {
			return s
		}
		if d.Chunks[k].Tokens.Has(i) {
			if s := x.otherThan(d, c, k); s != "" {
				return s // "Sechs Semester dauert das Studium"
			}
			continue
		}
		if h.POS == text.PRON && h.Feats.Is(text.Prs|text.Third|text.Sing) && !h.Feats.Is(text.Neut) {
			if q := d.Tokens[i].Quantity; q >= 0 && d.Quantities[q].Kind == unit.Age {
				return x.lastName(d, d.Chunks[k].Head)
			}
			continue
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

// ungapped is the first noun phrase of clause c when chunk k, read as its
// subject, is that of a second pair behind token i: "die Aktiva betragen 7
// Millionen, die Passiva 9".
func (x *counter) ungapped(d *text.Doc, c, k, i int) string {
	ch := &d.Chunks[k]
	if ch.Tokens.From <= i || ch.Tokens.To >= len(d.Tokens) || d.Tokens[ch.Tokens.To].Quantity < 0 || d.Tokens[ch.Tokens.From-1].Word.Form != "," && d.Tokens[ch.Tokens.From-1].POS != text.CCONJ {
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
		if t.POS == text.DET || t.Quantity >= 0 || t.Word.Has(text.Punct) || t.POS == text.NUM || t.POS == text.ADV || t.POS == text.CCONJ || x.further.Has(d, r.From) {
			r.From++
			continue
		}
		break
	}
	r.To = x.beforeNumber(d, r)
	for r.From < r.To && d.Tokens[r.To-1].Word.Has(text.Punct) {
		r.To--
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
