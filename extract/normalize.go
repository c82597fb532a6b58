package extract

import (
	"slices"
	"strings"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// normalize reads the time and number expressions of the article. Where both
// claim the same words the time expression wins, but for spans of time, which
// are quantities too, and bare years that count something.
func (w *Worker) normalize() {
	w.readDates()
	w.readQuantities()
}

func (w *Worker) readDates() {
	d := &w.doc
	ref := d.Published.Value
	if d.Anchor != "" {
		ref = d.Anchor
	}
	res := date.NewResolver(ref)
	w.bare = w.bare[:0]
	for i, at := 0, 0; i < len(d.Tokens); {
		t := &d.Tokens[i]
		if t.Furniture || t.Word.Lead == date.NoLead || t.POS == text.PROPN && !t.Guess && t.Word.Readings[0].POS != text.PROPN {
			i++ // also the name of a person: "Jens Freitag"
			continue
		}
		if at = max(at, t.Start); at == t.Start && !t.Word.Lead.Opens(d.Text, t.End) {
			i++
			continue
		}
		e, ok := date.Scan(d.Text, at)
		if !ok {
			i++
			continue
		}
		to, next := w.tokensTo(i, e.End), 0
		if to < 0 && e.End < t.End && (e.Next > 0 && e.Next < t.End || d.Text[e.End] == '-') {
			to = i + 1 // part of a token: "14-18 Uhr", "Ex-Minister"
			if e.Next < t.End {
				next = e.Next
			}
		}
		if to < 0 || e.Bare && (!date.LikelyYear(d.Text, e) || !date.SureYear(d.Text, e) && w.counts(i, to) && !w.since(i)) {
			i++
			continue
		}
		tx := res.Resolve(e, w.hint(i))
		for k := i; k < to && !(tx.Vague() && e.End < t.End); k++ { // the "Ex-Minister" is no time
			d.Tokens[k].Date = len(d.Dates)
		}
		w.bare = append(w.bare, e.Bare)
		d.Dates = append(d.Dates, text.Date{Span: text.Span{Start: e.Start, End: e.End}, Tokens: text.Range{From: i, To: to}, Timex: tx})
		if next > 0 {
			at = next // the other end of the range
			continue
		}
		i = to
	}
}

// tokensTo is the token behind the one that ends at byte end, counted from token
// i; -1 when end is no token boundary or lies in another sentence.
func (w *Worker) tokensTo(i, end int) int {
	d := &w.doc
	for k := i; k < len(d.Tokens) && d.Tokens[k].Sent == d.Tokens[i].Sent; k++ {
		switch t := &d.Tokens[k]; {
		case t.End == end:
			return k + 1
		case t.End == end+1 && d.Text[end] == '.':
			return k + 1
		case t.End > end:
			return -1
		}
	}
	return -1
}

// counts reports whether the bare number at token i, read as a year, counts the
// noun it stands before.
func (w *Worker) counts(i, to int) bool {
	d := &w.doc
	c := d.Tokens[i].Chunk
	if c < 0 || d.Chunks[c].Kind != text.NounPhrase {
		return false
	}
	ch := &d.Chunks[c]
	h := &d.Tokens[ch.Head]
	return ch.Head >= to && h.POS == text.NOUN && h.Feats.Is(text.Plur) && ch.Tokens.From == i
}

// since reports whether a word right before token i makes a number a year.
func (w *Worker) since(i int) bool {
	d := &w.doc
	return i > 0 && d.Tokens[i-1].Sent == d.Tokens[i].Sent && w.counted.since.Has(d, i-1)
}

// ordinal reports whether the number of tokens i to to, a full stop behind it, is
// the place in an order of the noun that follows ("das stattfindende 63.
// Treffen"), though the stop was read as the end of the sentence.
func (w *Worker) ordinal(i, to int) bool {
	d := &w.doc
	if f := d.Tokens[to-1].Word.Form; d.Tokens[to-1].POS == text.ADJ && f[len(f)-1] == '.' {
		return true // the stop is part of the word: "der 296. Teil"
	}
	for to < len(d.Tokens) && d.Tokens[to].Word.Form == "." {
		to++
	}
	if i == 0 || to >= len(d.Tokens) || d.Tokens[i-1].Sent != d.Tokens[i].Sent || d.Sentences[d.Tokens[i].Sent].Para != d.Sentences[d.Tokens[to].Sent].Para {
		return false
	}
	t, n := &d.Tokens[i-1], &d.Tokens[to]
	if !w.counted.ordinal.Has(d, i-1) && !t.Word.Has(text.QuoteOpen) && !(t.POS == text.ADJ && t.Feats.Get(text.Number) != text.Plur) {
		return false
	}
	if t.Word.Has(text.QuoteOpen) && n.POS == text.ADJ && n.Word.Has(text.Capital) {
		return true // "„22. Internationales Turnier“"
	}
	return n.Word.Has(text.Capital) && (n.POS == text.NOUN || n.Word.Can(text.NOUN))
}

// hint says in which tense the clause around token i stands.
func (w *Worker) hint(i int) date.Hint {
	d := &w.doc
	var h date.Hint
	if i > 0 && i+1 < len(d.Tokens) && d.Tokens[i-1].POS == text.ADP && w.counted.issue.Has(d, i+1) {
		h.Tense = date.Past // "die am Montag veröffentlichte Studie"
		return h
	}
	c := d.Tokens[i].Clause
	if c < 0 || d.Clauses[c].Finite < 0 {
		return h
	}
	f := &d.Tokens[d.Clauses[c].Finite]
	switch {
	case f.Feats.Is(text.Past | text.Ind):
		h.Tense = date.Past
	case f.POS == text.AUX && w.perfect(d.Clauses[c].Group) && w.infinitive(d.Clauses[c].Group, w.counted.perfect):
		h.Tense = date.Past // "sollen am Montag gebracht worden sein"
	case f.POS == text.AUX && w.counted.future.Has(d, d.Clauses[c].Finite):
		h.Tense = date.Future
	case f.POS == text.AUX && w.perfect(d.Clauses[c].Group):
		h.Tense = date.Past
	case f.Feats.Is(text.Pres|text.Ind) && !w.counted.says.Has(d, d.Clauses[c].Finite):
		h.Tense = date.Present // but "sagt er am Montag" is over
	}
	return h
}

// perfect reports whether verb group g holds a past participle.
func (w *Worker) perfect(g int) bool {
	if g < 0 {
		return false
	}
	for _, p := range w.doc.Chunks[g].Parts {
		if w.doc.Tokens[p].Feats.Is(text.Part | text.Past) {
			return true
		}
	}
	return false
}

// infinitive reports whether verb group g holds an infinitive that is in lex.
func (w *Worker) infinitive(g int, lex *rule.Lexicon) bool {
	for _, p := range w.doc.Chunks[g].Parts {
		if w.doc.Tokens[p].Feats.Is(text.Inf) && lex.Has(&w.doc, p) {
			return true
		}
	}
	return false
}

func (w *Worker) readQuantities() {
	d := &w.doc
	for i := 0; i < len(d.Tokens); {
		t := &d.Tokens[i]
		if t.Furniture || !t.Word.Has(text.StartsQuantity) || w.isTime(i) {
			i++
			continue
		}
		q, end, ok := unit.Scan(d.Text, t.Start)
		if !ok {
			i++
			continue
		}
		to := w.tokensTo(i, end)
		if to < 0 || w.crossesTime(i, to) && !w.overYear(i, to, &q) {
			i++
			continue
		}
		if last := to - 1; q.Kind == unit.Ordinal && last > i && d.Tokens[last].Word.Form == "." && to >= d.Sentences[t.Sent].Tokens.To {
			// the full stop ends the sentence: "stieg auf 37."
			if q, end, ok = unit.Scan(d.Text[:d.Tokens[last].Start], t.Start); !ok || end != d.Tokens[last-1].End {
				i++
				continue
			}
			to = last
		}
		if q.Point && w.ordinal(i, to) || to == i+1 && q.Kind == unit.Count && t.POS == text.ADJ && strings.HasSuffix(t.Word.Form, ".") && to < len(d.Tokens) && d.Tokens[to].POS == text.NOUN {
			i = to
			continue
		}
		if w.until(i, &q) && (to >= len(d.Tokens) || d.Tokens[to].POS != text.NOUN && d.Tokens[to].POS != text.ADJ) {
			i = to // "bis mindestens 2024"
			continue
		}
		q.Year = q.Year && (q.Bound == unit.Exact || q.Bound == unit.Range)
		for k := i; k < to; k++ {
			d.Tokens[k].Quantity = len(d.Quantities)
		}
		d.Quantities = append(d.Quantities, text.Quantity{Span: text.Span{Start: t.Start, End: end}, Tokens: text.Range{From: i, To: to}, Quantity: q})
		i = to
	}
}

// until reports whether quantity q at token i is a year that a word before it
// makes the end or the start of something: "bis mindestens 2024".
func (w *Worker) until(i int, q *unit.Quantity) bool {
	return q.Kind == unit.Count && q.Bound != unit.Exact && q.NumEnd-q.NumStart == 4 && q.Value >= 1900 && q.Value < 2100 && w.since(i)
}

// isTime reports whether token i is part of a point in time.
func (w *Worker) isTime(i int) bool {
	x := w.doc.Tokens[i].Date
	return x >= 0 && (w.doc.Dates[x].Type == date.Date || w.doc.Dates[x].Type == date.Time)
}

// overYear takes a bare year out of the dates when quantity q of the tokens from
// i to to holds it and says by its bound or unit that it is none.
func (w *Worker) overYear(i, to int, q *unit.Quantity) bool {
	if q.Bound == unit.Exact && q.Kind == unit.Count {
		return false
	}
	d := &w.doc
	if q.Year && i > 0 && d.Tokens[i-1].Sent == d.Tokens[i].Sent && d.Tokens[i-1].Quantity >= 0 {
		return false // "ein Viertel mehr als 2014"
	}
	for k := i; k < to; k++ {
		if x := d.Tokens[k].Date; x >= 0 && (!w.bare[x] || d.Dates[x].Tokens.Len() > 1) {
			return false
		}
	}
	for k := i; k < to; k++ {
		if x := d.Tokens[k].Date; x >= 0 {
			d.Dates = slices.Delete(d.Dates, x, x+1)
			w.bare = slices.Delete(w.bare, x, x+1)
			d.Tokens[k].Date = -1
			for j := k + 1; j < len(d.Tokens); j++ {
				if d.Tokens[j].Date > x {
					d.Tokens[j].Date--
				}
			}
		}
	}
	return true
}

func (w *Worker) crossesTime(i, to int) bool {
	for k := i; k < to; k++ {
		if w.isTime(k) {
			return true
		}
	}
	return false
}
