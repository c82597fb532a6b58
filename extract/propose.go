package extract

import (
	"math"
	"strconv"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// claims turns the quantities that no block rule keeps out into claims.
func (w *Worker) claims() {
	d := &w.doc
	if len(d.Quantities) == 0 {
		return
	}
	blocked := grow(w.counted.blocked, len(d.Quantities))
	w.counted.blocked = blocked
	w.matches = w.matchAll(w.blocks, w.matches[:0])
	for i := range w.matches {
		m := &w.matches[i]
		for k := m.Tokens.From; k < m.Tokens.To; k++ {
			if q := d.Tokens[k].Quantity; q >= 0 && m.Tokens.Contains(d.Quantities[q].Tokens) {
				blocked[q] = true
			}
		}
		w.explain(Step{Claim: -1, Stage: "block", Rule: m.Rule.ID, Span: w.span(m.Tokens)})
	}
	w.matches = w.matchAll(w.propose, w.matches[:0])
	best := w.counted.best[:0]
	for range d.Quantities {
		best = append(best, nil)
	}
	w.counted.best = best
	for i := range w.matches {
		m := &w.matches[i]
		r, ok := m.Capture("q")
		if !ok {
			r = m.Tokens
		}
		q := d.Tokens[r.From].Quantity
		if q < 0 || blocked[q] || m.Rule.Get("unless") == "subject" && w.mayBeSubject(q) {
			continue
		}
		if best[q] == nil || better(m, best[q]) {
			best[q] = m
		}
	}
	w.counted.readPers(w)
	for q := range d.Quantities {
		// "7,5 Liter auf 100 Kilometer": the second number says per what
		from, end := w.counted.perSpan(d, q)
		for k := q + 1; k < len(d.Quantities) && d.Quantities[k].Start < end; k++ {
			if d.Quantities[k].Start >= from {
				best[k] = nil
			}
		}
	}
	for q := range d.Quantities {
		if best[q] != nil {
			w.art.Claims = append(w.art.Claims, w.claim(q, best[q]))
		}
	}
}

// matchAll appends the matches of m in the sentences that hold a quantity: a match
// lies inside one sentence, and others concern no claim. To explain, it takes all.
func (w *Worker) matchAll(m *rule.Matcher, buf []rule.Match) []rule.Match {
	d := &w.doc
	if w.x.opt.Explain {
		return m.All(d, text.Range{To: len(d.Tokens)}, buf)
	}
	last := -1
	for i := range d.Quantities {
		if s := d.Tokens[d.Quantities[i].Tokens.From].Sent; s != last {
			last = s
			buf = m.All(d, d.Sentences[s].Tokens, buf)
		}
	}
	return buf
}

// better reports whether match a goes before b for the same quantity: by
// priority, then length, then id.
func better(a, b *rule.Match) bool {
	switch {
	case a.Rule.Priority != b.Rule.Priority:
		return a.Rule.Priority > b.Rule.Priority
	case a.Tokens.Len() != b.Tokens.Len():
		return a.Tokens.Len() > b.Tokens.Len()
	}
	return a.Rule.ID < b.Rule.ID
}

// claim makes the claim of quantity q found by match m.
func (w *Worker) claim(q int, m *rule.Match) Claim {
	d := &w.doc
	qu := &d.Quantities[q]
	c := Claim{
		Span: qu.Span, Kind: qu.Kind, Value: qu.Value, Min: qu.Min, Max: qu.Max, Bound: qu.Bound, Unit: qu.Unit, Per: qu.Per,
		Speech: NoSpeech, Sentence: d.Sentences[d.Tokens[qu.Tokens.From].Sent].Span, Rule: m.Rule.ID,
	}
	if k := m.Rule.Get("kind"); k != "" {
		c.Kind = unit.Kind(k)
	}
	switch b := unit.Bound(m.Rule.Get("bound")); {
	case b == unit.Exact && qu.Tokens.Len() > 1 && qu.NumStart > qu.Start:
		// the word before is a preposition here, no bound: "ein Kredit über drei Euro"
		v := qu.Value
		c.Start, c.Bound, c.Min, c.Max = d.Tokens[qu.Tokens.From+1].Start, b, v, v
		if c.Start < qu.NumStart { // "verfügt über mehr als 300 Plätze"
			if in, _, ok := unit.Scan(d.Text, c.Start); ok {
				c.Value, c.Bound, c.Min, c.Max = in.Value, in.Bound, in.Min, in.Max
			}
		}
	case b == unit.About:
		c.Bound, c.Min, c.Max = b, math.NaN(), math.NaN()
	}
	if u := m.Rule.Get("unit"); u != "" {
		c.Unit = u
	} else if c.Kind == unit.Factor {
		c.Unit = ""
	}
	if f, err := strconv.ParseFloat(m.Rule.Get("scale"), 64); err == nil {
		c.Value, c.Min, c.Max = c.Value*f, c.Min*f, c.Max*f
	}
	w.counted.fill(w, q, m, &c)
	w.explain(Step{Claim: len(w.art.Claims), Stage: "rule", Rule: m.Rule.ID, Span: w.span(m.Tokens)})
	return c
}

// mayBeSubject reports whether quantity q stands in the subject of its clause, or
// the clause has no other: "am Montag stimmen über 30 Gemeinden ab".
func (w *Worker) mayBeSubject(q int) bool {
	d := &w.doc
	at := d.Quantities[q].Tokens.From
	c := d.Tokens[at].Clause
	if c >= 0 && d.Clauses[c].Kind == text.InfClause {
		return false
	}
	return c < 0 || d.Clauses[c].Subject < 0 || d.Chunks[d.Clauses[c].Subject].Tokens.Overlaps(d.Quantities[q].Tokens)
}

func (w *Worker) span(r text.Range) text.Span {
	if r.Empty() {
		return text.Span{}
	}
	return text.Span{Start: w.doc.Tokens[r.From].Start, End: w.doc.Tokens[r.To-1].End}
}

func grow(b []bool, n int) []bool {
	if cap(b) < n {
		return make([]bool, n)
	}
	b = b[:n]
	clear(b)
	return b
}
