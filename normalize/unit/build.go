package unit

import (
	"math"

	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/number"
)

// quantity makes the record of t; the bound is still to be set.
func (sc *scanner) quantity(t term) Quantity {
	nan := math.NaN()
	q := Quantity{Kind: t.kind, Value: round(t.value()), Min: nan, Max: nan, Bound: Exact,
		NumStart: t.numFrom, NumEnd: t.numEnd, UnitStart: t.unitFrom, UnitEnd: t.unitEnd,
		Compound: t.compound, One: t.One && t.unit == nil && !t.Scaled, Clock: t.clock, Point: t.point}
	if t.code != "" {
		q.Unit = t.code
	} else if t.unit != nil && t.kind != Factor {
		q.Unit = t.unit.code
	}
	if q.Kind == Score {
		q.Value = nan
	}
	return q
}

// round takes off the last bits that factors such as 1/100 leave behind.
func round(v float64) float64 {
	if v == math.Trunc(v) || math.IsNaN(v) {
		return v
	}
	if r := math.Round(v*1e9) / 1e9; math.Abs(r-v) <= 1e-12*math.Abs(v) {
		return r
	}
	return v
}

// setBound fills Value, Min and Max as the wording b bounds them.
func (q *Quantity) setBound(b Bound, t term) {
	switch {
	case q.Kind == Score || q.Kind == Ordinal:
		return
	case t.Kind == number.Vague:
		q.Bound, q.Value, q.Min = Vague, math.NaN(), t.Min*t.factor
		return
	case b == "":
		b = Exact
	}
	q.Bound = b
	switch b {
	case Exact:
		q.Min, q.Max = q.Value, q.Value
	case Over, AtLeast, JustOver:
		q.Min = q.Value
	case Under, AtMost, JustUnder:
		q.Max = q.Value
	}
}

// postBound reads a bound behind t: "oder mehr", "aufwärts", "überschritten".
func (sc *scanner) postBound(t term) (Bound, int) {
	if t.kind == Ordinal || t.kind == Score || t.Kind == number.Vague || t.compound > 0 {
		return "", 0
	}
	s := sc.s
	p := char.SkipSpace(s, t.end, true)
	if p == t.end || p >= len(s) {
		return "", 0
	}
	class, e := sc.wordAt(p)
	switch {
	case class&postAtLeast != 0:
		return AtLeast, e
	case class&postAtMost != 0:
		return AtMost, e
	case class&(postOver|postUnder) != 0 && !t.One && (t.Digits || t.Value > 12 || t.unit != nil):
		if n := char.SkipSpace(s, e, true); n > e && n < len(s) {
			if next, _ := sc.wordAt(n); next&determiner != 0 {
				return "", 0 // "20 überschritten die Grenze": they did
			}
		}
		if class&postUnder != 0 {
			return Under, e
		}
		return Over, e
	}
	return "", 0
}

// finish fills Per from what stands behind a measure that ends at s[:end].
func (sc *scanner) finish(q Quantity, end int) Quantity {
	if q.Compound > 0 || q.Unit == "" || q.Kind == Ordinal || q.Kind == Age {
		return q
	}
	at := end
	if q.UnitEnd > at { // a shared unit further on
		at = q.UnitEnd
	}
	if per, _, ok := ScanPer(sc.s, at); ok {
		q.Per = per
	}
	return q
}

// ScanPer reads what a number is counted per, behind s[:at]: "pro Monat", "je
// 100.000 Einwohner", "im Jahr", "am Tag", "/Aktie". per is a UCUM code for a time
// and else the noun as written.
func ScanPer(s string, at int) (per string, end int, ok bool) {
	if at >= len(s) {
		return "", 0, false
	}
	sc := scanner{s: s, l: lex(), firstAt: -1}
	if s[at] == '/' {
		p := at + 1
		if n, e, ok := number.Scan(s, p); ok && n.Digits { // 7,5 l/100 km
			p = char.SkipSpace(s, e, false)
		}
		w := char.WordEnd(s, p)
		if w == p {
			return "", 0, false
		}
		if p != at+1 {
			return sc.perNoun(p, w)
		}
		if endsIn(s, min(w+2, len(s)), "²") || endsIn(s, min(w+2, len(s)), "³") {
			return s[at+1 : w+2], w + 2, true
		}
		return sc.perNoun(at+1, w)
	}
	p := char.SkipSpace(s, at, true)
	if p == at || p >= len(s) {
		return "", 0, false
	}
	class, e := sc.wordAt(p)
	switch {
	case class&perAnnum != 0:
		return "a", e, true
	case class&perWord != 0:
		p = char.SkipSpace(s, e, true)
		if p == e || p >= len(s) {
			return "", 0, false
		}
		if n, e, ok := number.Scan(s, p); ok && !n.One && n.Kind == number.Cardinal { // je 100.000 Einwohner
			if p = char.SkipSpace(s, e, true); p >= len(s) {
				return "", 0, false
			}
		}
		for range 2 {
			w := phraseWord(s, p)
			if w == p {
				return "", 0, false
			}
			if char.Upper(s, p) || sc.l.symbols[s[p:w]] != nil || sc.l.times[fold(s[p:w])] != "" {
				return sc.perNoun(p, w)
			}
			p = char.SkipSpace(s, w, true) // an adjective
			if p == w || p >= len(s) {
				return "", 0, false
			}
		}
	case class&perOn != 0:
		p = char.SkipSpace(s, e, true)
		if p == e || p >= len(s) || !char.IsDigit(s[p]) {
			return "", 0, false
		}
		n, e, ok := number.Scan(s, p)
		if !ok || n.Value < 10 || n.Value != math.Pow10(int(math.Round(math.Log10(n.Value)))) {
			return "", 0, false
		}
		if p = char.SkipSpace(s, e, true); p == e || !char.Upper(s, p) {
			return "", 0, false
		}
		return sc.perNoun(p, phraseWord(s, p))
	case class&perIn != 0:
		p = char.SkipSpace(s, e, true)
		if p == e || p >= len(s) || !char.Upper(s, p) {
			return "", 0, false
		}
		w := char.WordEnd(s, p)
		code := sc.time(p, w)
		if code == "" || s[w-1] == 'n' && code != "a" {
			return "", 0, false // plural: "in den Wochen"
		}
		// "im Jahr 2015", "am Tag der Wahl", "im Monat Mai" say when
		if n := char.SkipSpace(s, w, true); n < len(s) && n > w {
			if char.IsDigit(s[n]) || char.Upper(s, n) {
				return "", 0, false
			}
			if next, _ := sc.wordAt(n); next&(determiner|timeTail) != 0 {
				return "", 0, false
			}
		}
		return code, w, true
	}
	return "", 0, false
}

// time is the UCUM code of the time noun s[p:w], "" for none.
func (sc *scanner) time(p, w int) string {
	if w-p > 20 {
		return ""
	}
	var buf [24]byte
	return sc.l.times[string(char.Fold(buf[:0], sc.s[p:w]))]
}

func (sc *scanner) perNoun(p, w int) (string, int, bool) {
	if code := sc.time(p, w); code != "" {
		return code, w, true
	}
	if m := sc.l.symbols[sc.s[p:w]]; m != nil && m.kind == Duration {
		return m.code, w, true
	}
	return sc.s[p:w], w, true
}
