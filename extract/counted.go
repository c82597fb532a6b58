package extract

import (
	"fmt"
	"math"
	"strings"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// counter finds what a quantity counts or measures: unit, subject and per.
type counter struct {
	number, amount, future, money                                        *rule.Lexicon
	point, toward, spanOf, verb, event, piece, with, after, back, period *rule.Lexicon
	blocked                                                              []bool        // by quantity
	best                                                                 []*rule.Match // by quantity
	pers                                                                 []per
	perBuf                                                               []rule.Match
	last                                                                 []counted // what earlier counts of the article counted, in order
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
		{"claim.point", &c.point}, {"claim.toward", &c.toward}, {"claim.span", &c.spanOf}, {"claim.verb", &c.verb}, {"claim.event", &c.event}, {"claim.piece", &c.piece}, {"claim.with", &c.with}, {"claim.after", &c.after}, {"claim.back", &c.back}, {"claim.period", &c.period}} {
		if *l.into = set.Lexicon(l.id); *l.into == nil {
			return c, fmt.Errorf("lexicon %q is missing: the claim stage needs it", l.id)
		}
	}
	return c, nil
}

func (x *counter) readPers(w *Worker) {
	d := &w.doc
	x.last = x.last[:0]
	x.pers = x.pers[:0]
	x.perBuf = w.pers.Match(d, text.Range{To: len(d.Tokens)}, x.perBuf[:0])
	for i := range x.perBuf {
		m := &x.perBuf[i]
		if r, ok := m.Capture("noun"); ok {
			v := d.Tokens[r.From].Word.Form
			if u, _, ok := unit.ScanPer(d.Text, max(0, d.Tokens[m.Tokens.From].Start-1)); ok {
				v = u
			}
			x.pers = append(x.pers, per{at: r.From, of: quantityBefore(d, m.Tokens.From), value: v})
		} else if r, ok := m.Capture("word"); ok {
			if e := w.x.set.Lexicon("claim.per").Entry(d, r.From); e != nil {
				x.pers = append(x.pers, per{at: r.From, of: -1, value: e.Get("per")})
			}
		}
	}
}

// quantityBefore is the quantity that ends at token i or one noun before it, -1
// for none.
func quantityBefore(d *text.Doc, i int) int {
	for k := i - 1; k >= 0 && k >= i-2 && d.Tokens[k].Sent == d.Tokens[i].Sent; k-- {
		if q := d.Tokens[k].Quantity; q >= 0 {
			return q
		}
		if d.Tokens[k].POS != text.NOUN {
			break
		}
	}
	return -1
}

// fill sets unit, subject and per of the claim of quantity q.
func (x *counter) fill(w *Worker, q int, m *rule.Match, c *Claim) {
	d := &w.doc
	qu := &d.Quantities[q]
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
			c.Subject = x.measured(d, q)
			return
		}
		x.count(d, q, c)
	case unit.Age:
		if qu.Compound > 0 || c.Rule == "claim.age.bracket" {
			if s, ok := x.attributed(d, qu); ok {
				c.Subject = s
			} else if c.Rule == "claim.age.bracket" {
				c.Subject = x.nameBefore(d, qu.Tokens.From-1)
			}
			return
		}
		if c.Subject = x.aged(d, qu); c.Subject == "" {
			c.Subject = x.measured(d, q)
		}
	case unit.Score: // its own thing; a word that goes with it names it ("2:0-Endstand")
		if qu.Compound > 0 {
			c.Subject = strings.Trim(d.Text[qu.Compound:qu.End], "-")
		}
		return
	case unit.Share:
		if c.Subject = x.measured(d, q); c.Subject == "" && len(x.last) > 0 {
			c.Subject = x.last[len(x.last)-1].subject
		}
	default:
		c.Subject = x.measured(d, q)
	}
	x.repeat(w, c)
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
	for _, p := range x.pers {
		if d.Tokens[p.at].Sent != d.Tokens[r.From].Sent || d.Tokens[p.at].Clause != d.Tokens[r.From].Clause || p.of >= 0 && p.of != q {
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
	if head >= 0 {
		c.Unit = d.Tokens[head].Word.Form
		c.Subject = phraseText(d, full)
		if x.piece.Has(d, head) {
			if s := x.governing(d, qu.Tokens.From); s != "" {
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
	if n := x.before(d, qu.Tokens); n != nil && !x.label(d, qu) {
		c.Unit, c.Subject = n.unit, n.subject
	}
}

// label reports whether qu is the value of the noun before it rather than a
// count ("Stärke 6,8", "Faktor 1,5"), or no whole number.
func (x *counter) label(d *text.Doc, qu *text.Quantity) bool {
	if qu.Value != math.Trunc(qu.Value) && !math.IsNaN(qu.Value) {
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
	code, near := "", false
	for k := q - 1; k >= 0; k-- {
		if o := &d.Quantities[k]; o.Kind == unit.Money {
			code = o.Unit
			near = d.Tokens[qu.Tokens.From].Sent-d.Tokens[o.Tokens.From].Sent <= 6
			break
		}
	}
	if !near && head < 0 && !x.speaksOfMoney(d, d.Tokens[qu.Tokens.From].Sent) {
		return "", false
	}
	for k := q + 1; code == "" && k < len(d.Quantities); k++ {
		if o := &d.Quantities[k]; o.Kind == unit.Money {
			code = o.Unit
		}
	}
	return code, true
}

// isSum reports whether qu ends with a word for a million or more.
func isSum(d *text.Doc, qu *text.Quantity) bool {
	big := qu.Value >= 1e6 || qu.Min >= 1e6 || qu.Max >= 1e6
	return big && qu.Compound == 0 && d.Text[qu.NumEnd-1] > '9'
}

func (x *counter) speaksOfMoney(d *text.Doc, s int) bool {
	for i := d.Sentences[s].Tokens.From; i < d.Sentences[s].Tokens.To; i++ {
		if x.money.Has(d, i) {
			return true
		}
	}
	return false
}

// noun is the noun that tokens q count: the head of the phrase they stand in,
// or of the genitive or von-phrase right behind ("zwei der Getöteten", "acht
// von zehn Kindern"). full is the phrase behind the number.
func (x *counter) noun(d *text.Doc, q text.Range) (head int, full text.Range) {
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
	return x.overAttribute(d, q.To)
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
// in Russland vermuteten Soldaten".
func (x *counter) overAttribute(d *text.Doc, i int) (int, text.Range) {
	if i >= len(d.Tokens) || d.Tokens[i].POS != text.ADP {
		return -1, text.Range{}
	}
	for k := i + 2; k < len(d.Tokens) && k < i+8 && d.Tokens[k].Clause == d.Tokens[i].Clause; k++ {
		t := &d.Tokens[k]
		if t.Word.Has(text.Punct) || t.POS == text.VERB || t.POS == text.AUX {
			break
		}
		if t.POS != text.ADJ || t.Chunk < 0 {
			continue
		}
		ch := &d.Chunks[t.Chunk]
		if ch.Kind != text.NounPhrase || ch.Tokens.From != k || ch.Prep >= 0 {
			continue
		}
		if h := &d.Tokens[ch.Head]; h.POS == text.NOUN && !h.Feats.Is(text.Sing) {
			return ch.Head, text.Range{From: i, To: max(ch.Tokens.To, ch.Full.To)}
		}
	}
	return -1, text.Range{}
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

// before is what the number at q counts when it stands alone ("drei weitere
// wurden verletzt", "2003 waren es 4.500"): what a "Zahl der …" of the clause
// holds, else what the last count of the sentence or the one before counted.
func (x *counter) before(d *text.Doc, q text.Range) *counted {
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
				x.last = append(x.last, counted{at: q.From, unit: d.Tokens[ch.Head].Word.Form, subject: phraseText(d, fullOf(ch)), head: ch.Head})
				return &x.last[len(x.last)-1]
			}
		}
		for j := k + 1; k >= 0 && j < len(d.Chunks) && j < k+4; j++ {
			if d.Chunks[j].Of == k && d.Chunks[j].Kind == text.NounPhrase && d.Tokens[d.Chunks[j].Head].POS == text.NOUN {
				h := d.Chunks[j].Head
				x.last = append(x.last, counted{at: q.From, unit: d.Tokens[h].Word.Form, subject: phraseText(d, fullOf(&d.Chunks[j])), head: h})
				return &x.last[len(x.last)-1]
			}
		}
	}
	for i := len(x.last) - 1; i >= 0; i-- {
		n := &x.last[i]
		if s-d.Tokens[n.at].Sent <= 2 {
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
	for k := len(d.Chunks) - 1; k >= 0; k-- {
		ch := &d.Chunks[k]
		h := &d.Tokens[ch.Head]
		if ch.Tokens.From >= i || ch.Kind != text.NounPhrase || ch.Prep >= 0 || h.POS != text.NOUN || !h.Feats.Is(text.Plur) {
			continue
		}
		if d.Tokens[i].Sent-h.Sent > 1 {
			return nil
		}
		x.last = append(x.last, counted{at: ch.Head, unit: h.Word.Form, subject: phraseText(d, fullOf(ch)), head: ch.Head})
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
	return phraseText(d, full), true
}

// measured is the thing that quantity q measures.
func (x *counter) measured(d *text.Doc, q int) string {
	qu := &d.Quantities[q]
	if s, ok := x.attributed(d, qu); ok {
		return s
	}
	if qu.Compound > 0 && qu.Kind != unit.Duration && d.Tokens[qu.Tokens.To-1].POS == text.NOUN {
		return strings.Trim(d.Text[qu.Compound:qu.End], "-")
	}
	if qu.Kind == unit.Percent {
		if s := x.governing(d, qu.Tokens.From); s != "" {
			return s
		}
	}
	if s := x.labelled(d, qu.Tokens.From); s != "" {
		return s
	}
	// the substance right behind: "11.500 Tonnen Wasser", "drei Milliarden Schulden"
	i := qu.Tokens.To
	for n := 0; n < 2 && i+1 < len(d.Tokens) && d.Tokens[i].Chunk < 0 && (d.Tokens[i].POS == text.ADJ || d.Tokens[i].POS == text.ADV && d.Tokens[i+1].POS == text.ADJ); n++ {
		i++ // "radioaktiv verseuchtes Wasser"
	}
	if i < len(d.Tokens) && d.Tokens[i].Sent == d.Tokens[qu.Tokens.From].Sent {
		if k := d.Tokens[i].Chunk; k >= 0 && d.Chunks[k].Kind == text.NounPhrase {
			ch := &d.Chunks[k]
			first := &d.Tokens[i]
			gen := ch.Feats.Get(text.Case) == text.Gen || ch.Feats.Get(text.Case) == 0
			if h := &d.Tokens[ch.Head]; ch.Head >= i && h.Date < 0 && h.Quantity < 0 && (h.POS == text.NOUN || h.POS == text.PROPN) && (first.POS != text.DET || gen) && (ch.Prep < 0 || ch.Tokens.From < i) && !x.amount.Has(d, ch.Head) {
				return phraseText(d, text.Range{From: i, To: max(ch.Tokens.To, ch.Full.To)})
			}
		}
	}
	if qu.Kind == unit.Duration && qu.Tokens.From > 0 && x.spanOf.Has(d, qu.Tokens.From-1) {
		// "die Wahl vor fünf Jahren": the event; else the span only says when
		if p := qu.Tokens.From - 2; p >= 0 && x.event.Has(d, p) {
			return x.governing(d, qu.Tokens.From)
		}
		return ""
	}
	if s := x.governing(d, qu.Tokens.From); s != "" {
		return s
	}
	if s := x.following(d, qu, i); s != "" {
		return s
	}
	return x.byVerb(d, qu)
}

// aged is the noun phrase right before an age: "Deutsche zwischen 18 und 34
// Jahren", "Kinder unter drei Jahren".
func (x *counter) aged(d *text.Doc, qu *text.Quantity) string {
	i := qu.Tokens.From - 1
	if i < 0 || d.Tokens[i].Sent != d.Tokens[qu.Tokens.From].Sent || d.Tokens[i].Chunk < 0 {
		return ""
	}
	ch := &d.Chunks[d.Tokens[i].Chunk]
	if h := &d.Tokens[ch.Head]; ch.Kind != text.NounPhrase || ch.Tokens.To != i+1 || h.POS != text.NOUN || h.Date >= 0 || h.Quantity >= 0 {
		return ""
	}
	return phraseText(d, ch.Tokens)
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
		return phraseText(d, fullOf(ch))
	}
	return ""
}

// into reports whether token i is in with the accusative: "in den Bau".
func (x *counter) into(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if t.POS != text.ADP || t.Lemma != "in" {
		return false
	}
	k := d.Tokens[i+1].Chunk
	return k >= 0 && d.Chunks[k].Feats.Is(text.Acc)
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
	return phraseText(d, d.Chunks[k].Tokens)
}

// byVerb is what the verb of the clause makes the measured thing: the subject of
// a verb of measure ("kostet", "liegt bei"), what a verb of change acts on
// ("senkte die Dividende auf 60 Cent"). Other verbs say nothing of it.
func (x *counter) byVerb(d *text.Doc, qu *text.Quantity) string {
	at := qu.Tokens.From
	c := d.Tokens[at].Clause
	if c < 0 || d.Clauses[c].Group < 0 {
		return ""
	}
	g := &d.Chunks[d.Clauses[c].Group]
	e := x.verb.Entry(d, g.Head)
	if e == nil {
		if at > 0 && x.with.Has(d, at-1) && (g.Passive || qu.Kind == unit.Percent) {
			return x.subjectOf(d, at) // "wird mit drei Millionen gefördert"
		}
		return ""
	}
	if e.Get("of") == "object" && !g.Passive {
		for k := range d.Chunks {
			ch := &d.Chunks[k]
			if ch.Tokens.From >= d.Clauses[c].Tokens.To {
				break
			}
			if ch.Kind == text.NounPhrase && ch.Tokens.From >= d.Clauses[c].Tokens.From && ch.Prep < 0 && k != d.Clauses[c].Subject && ch.Of < 0 && d.Tokens[ch.Head].Quantity < 0 && d.Tokens[ch.Head].Date < 0 && d.Tokens[ch.Head].POS == text.NOUN && d.Tokens[ch.Head].Clause == c {
				return phraseText(d, fullOf(ch))
			}
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
	dimension := ""
	for n := 0; n < 3 && p > from; n++ {
		if d.Tokens[p].POS != text.ADP || x.after.Has(d, p) {
			break
		}
		if q := d.Tokens[i].Quantity; q >= 0 && x.with.Has(d, p) && (d.Quantities[q].Kind == unit.Money || d.Quantities[q].Kind == unit.Percent) {
			break // "Österreich mit drei Millionen": the means, not a measure of it
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
		r := ch.Tokens
		if ch.Full.To == p {
			r.To = p
		}
		return phraseText(d, r)
	}
	return dimension
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
		return phraseText(d, fullOf(&d.Chunks[k]))
	}
	return ""
}

// otherThan is the first noun phrase of clause c that is not chunk k, no time and
// no quantity and behind no preposition.
func (x *counter) otherThan(d *text.Doc, c, k int) string {
	for j := k + 1; j < len(d.Chunks) && d.Chunks[j].Tokens.From < d.Clauses[c].Tokens.To; j++ {
		ch := &d.Chunks[j]
		if ch.Tokens.To < len(d.Tokens) && x.after.Has(d, ch.Tokens.To) || d.Tokens[ch.Tokens.From-1].POS == text.CCONJ {
			continue
		}
		if h := &d.Tokens[ch.Head]; ch.Kind == text.NounPhrase && ch.Prep < 0 && ch.Of < 0 && h.Clause == c && h.POS == text.NOUN && h.Quantity < 0 && h.Date < 0 {
			return phraseText(d, fullOf(ch))
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
func phraseText(d *text.Doc, r text.Range) string {
	for r.From < r.To {
		t := &d.Tokens[r.From]
		if t.POS == text.DET || t.Quantity >= 0 || t.Word.Has(text.Punct) || t.POS == text.NUM || t.POS == text.ADV {
			r.From++
			continue
		}
		break
	}
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
