package unit

import (
	"math"
	"unicode/utf8"

	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/number"
)

func decode(s string, at int) (rune, int) { return utf8.DecodeRuneInString(s[at:]) }

// rangeBehind reads the second number of a range whose first is t: "bis", a
// dash, "oder" between number words, a comma between round numbers.
func (sc *scanner) rangeBehind(t term) (r term, ok bool) {
	s := sc.s
	if t.point || t.fixed && t.kind != Share && t.kind != Ordinal && t.code != "Mal" || t.compound > 0 || t.Dash {
		return r, false
	}
	p := t.end
	if p >= len(s) {
		return r, false
	}
	if n := char.DashAt(s, p); n > 0 {
		if p+n >= len(s) || !char.IsDigit(s[p+n]) && !(t.Digits == false && char.LetterAt(s, p+n) > 0) {
			return r, false
		}
		r, ok = sc.term(p + n)
		return r, ok && sc.ascends(t, r)
	}
	q := char.SkipSpace(s, p, true)
	if q >= len(s) {
		return r, false
	}
	if s[p] == ',' {
		if r, ok = sc.oneOfThree(t); ok {
			return r, true
		}
		return sc.approximation(t)
	}
	if q == p {
		return r, false
	}
	if n := char.DashAt(s, q); n > 0 {
		e := char.SkipSpace(s, q+n, false)
		if e == q+n || e >= len(s) || !char.IsDigit(s[e]) || !t.Digits || t.unit != nil {
			return r, false
		}
		r, ok = sc.term(e)
		// a hyphen with spaces around joins only what one unit measures: "50 - 80 Meter"
		return r, ok && (n == 3 || r.unit != nil) && sc.ascends(t, r)
	}
	class, e := sc.wordAt(q)
	if class&(joint|orWord) == 0 {
		return r, false
	}
	e = char.SkipSpace(s, e, true)
	if class&joint != 0 {
		if _, b, ok := sc.boundsAt(e); ok {
			e = b
		}
	}
	if e >= len(s) {
		return r, false
	}
	r, ok = sc.term(e)
	if !ok || !sc.ascends(t, r) {
		return r, false
	}
	if class&orWord != 0 {
		// "zwei oder drei" is about how many, "3,5 oder 3,6" are two numbers
		if next := t.Digits && r.Digits && t.Decimals == 0 && r.Value == t.Value+1 && !yearLike(r) && r.unit != nil; next && t.unit == nil && !t.fixed {
			return r, true // "38 oder 39 Prozent"
		}
		if t.Digits || r.Digits || t.unit != nil || t.fixed && t.code != "Mal" || r.Value > 2*t.Value {
			return r, false
		}
	}
	return r, true
}

// oneOfThree reads "drei, vier oder fünf": about how many.
func (sc *scanner) oneOfThree(t term) (r term, ok bool) {
	s := sc.s
	p := char.SkipSpace(s, t.end+1, true)
	if t.Digits || t.One || t.fixed || t.unit != nil || t.Scaled || p == t.end+1 || p >= len(s) || char.LetterAt(s, p) == 0 {
		return r, false
	}
	m, ok := sc.term(p)
	if !ok || m.Digits || m.fixed || m.unit != nil || m.compound > 0 || m.Value != t.Value+1 {
		return r, false
	}
	q := char.SkipSpace(s, m.end, true)
	class, e := sc.wordAt(q)
	if class&orWord == 0 {
		return r, false
	}
	if q = char.SkipSpace(s, e, true); q >= len(s) {
		return r, false
	}
	r, ok = sc.term(q)
	return r, ok && !r.Digits && !r.fixed && r.compound == 0 && r.value() > m.Value && r.value() <= 2*t.Value
}

// approximation reads "zwei, drei" and "30, 40": two neighbouring round numbers
// that are no part of a longer list.
func (sc *scanner) approximation(t term) (r term, ok bool) {
	s := sc.s
	p := char.SkipSpace(s, t.end+1, true)
	if p == t.end+1 || p >= len(s) || t.unit != nil || t.fixed || t.Decimals > 0 && !t.Scaled {
		return r, false
	}
	if !char.IsDigit(s[p]) && char.LetterAt(s, p) == 0 {
		return r, false
	}
	r, ok = sc.term(p)
	if !ok || r.Digits != t.Digits || r.One || r.Kind != number.Cardinal || r.compound > 0 || yearLike(t) || yearLike(r) || !sc.ascends(t, r) {
		return r, false
	}
	value := r.Value
	if !t.Scaled && r.Scaled {
		value /= magnitudeOf(s, r)
	}
	if value > 2*t.Value {
		return r, false
	}
	if t.Digits {
		step := value - t.Value
		if step != 1 && (math.Mod(t.Value, 5) != 0 || math.Mod(value, 5) != 0 || t.Value < 10) {
			return r, false
		}
	} else if t.Value > 12 && math.Mod(t.Value, 10) != 0 {
		return r, false
	}
	// a noun or unit must follow, and no third number on either side
	q := char.SkipSpace(s, r.end, true)
	if q == r.end && r.unit == nil || q < len(s) && s[q] == ',' && r.unit == nil {
		return r, false
	}
	if r.unit == nil && char.LetterAt(s, q) == 0 {
		return r, false
	}
	if class, _ := sc.wordAt(q); class&(connector|joint) != 0 && r.unit == nil {
		return r, false
	}
	if t.from >= 2 && s[t.from-1] == ' ' && s[t.from-2] == ',' && t.from >= 3 && (char.IsDigit(s[t.from-3]) || !t.Digits && char.LetterBefore(s, t.from-2) && sc.numberEndsAt(t.from-2)) {
		return r, false
	}
	return r, true
}

// numberEndsAt reports whether the word that ends at s[:at] is a number.
func (sc *scanner) numberEndsAt(at int) bool {
	_, w := sc.wordBefore(at)
	_, e, ok := number.Scan(sc.s, w)
	return ok && e == at
}

// ascends says whether t and r can be the ends of a range.
func (sc *scanner) ascends(t, r term) bool {
	if r.kind == Score || r.open || (r.kind == Ordinal) != (t.kind == Ordinal) || r.Kind == number.Vague && t.Kind != number.Vague || t.compound != 0 {
		return false
	}
	if r.compound > 0 && r.kind != Share && t.unit == nil && r.kind != Age && r.kind != Duration && r.kind != Percent {
		return false
	}
	if t.unit != nil && r.unit != nil && t.unit.kind != r.unit.kind && t.kind != Age {
		return false
	}
	if t.unit != nil && r.unit == nil && !r.fixed {
		return false
	}
	if t.kind == Share && r.kind != Share {
		return false
	}
	a, b := t.Value, r.Value
	if t.One && yearLike(r) {
		return false
	}
	if yearLike(t) && !yearLike(r) && t.unit == nil && (r.Scaled || r.Grouped || !r.Digits) {
		return false // "2009 bis zu 110.000 Fahrzeuge"
	}
	if t.unit == nil && !t.Scaled && r.Scaled && a < 1000 {
		a *= magnitudeOf(sc.s, r)
	}
	if t.unit != nil && r.unit != nil && t.unit.size > 0 && r.unit.size > 0 {
		a, b = a*t.factor*t.unit.size, b*r.factor*r.unit.size
	}
	return b > a || a < 0 || b < 0 || t.Kind == number.Vague
}

// betweenAt reads "zwischen X und Y"; e is the end of "zwischen".
func (sc *scanner) betweenAt(at, e int) (q Quantity, end int, ok bool) {
	s := sc.s
	p := char.SkipSpace(s, e, true)
	if _, b, ok := sc.boundsAt(p); ok {
		p = b
	}
	if p == e || p >= len(s) {
		return q, 0, false
	}
	t, ok := sc.term(p)
	if !ok || t.fixed && t.kind != Share {
		return q, 0, false
	}
	c := char.SkipSpace(s, t.end, true)
	class, e := sc.wordAt(c)
	if class&(andWord|joint) == 0 {
		return q, 0, false
	}
	p = char.SkipSpace(s, e, true)
	if _, b, ok := sc.boundsAt(p); ok {
		p = b
	}
	if p >= len(s) {
		return q, 0, false
	}
	r, ok := sc.term(p)
	if !ok || t.open && r.compound == 0 {
		return q, 0, false
	}
	if !t.open && !sc.ascends(t, r) {
		return q, 0, false
	}
	if t.open || t.compound > 0 || r.compound > 0 {
		t.kind, t.unit, t.code, t.fixed = r.kind, r.unit, r.code, r.fixed
	}
	t.from = at
	return sc.finishRange(t, r)
}

// truncated reads "20- bis 30-jährig", "zwei- bis dreitausend", and of "ein- und
// zweijährig" the first part.
func (sc *scanner) truncated(b boundWord, t term) (q Quantity, end int, ok bool) {
	s := sc.s
	p := char.SkipSpace(s, t.end, true)
	class, e := sc.wordAt(p)
	if s[t.end] == ',' { // sechs-, siebenmal
		class, e = orWord, t.end+1
	}
	if class&(joint|orWord|andWord) == 0 {
		return q, 0, false
	}
	p = char.SkipSpace(s, e, true)
	if p >= len(s) {
		return q, 0, false
	}
	r, ok := sc.term(p)
	if !ok || r.open || !sc.fits(b, t) {
		return q, 0, false
	}
	if r.compound == 0 {
		switch {
		case r.kind == Factor || r.code == "Mal":
		case !r.Digits && r.Kind == number.Cardinal && r.Value >= 100: // zwei- bis dreihundert
			by := 100.0
			if r.Value >= 1000 {
				by = 1000
			}
			if r.Value/by >= 100 || math.Mod(r.Value, by) != 0 {
				return q, 0, false
			}
			t.Value *= by
		default:
			return q, 0, false
		}
	}
	if class&(joint|orWord) != 0 && r.Value > t.Value {
		t.unit, t.kind, t.code, t.fixed = r.unit, r.kind, r.code, r.fixed
		t.factor = r.factor
		return sc.finishRange(t, r)
	}
	t.unit, t.kind, t.code, t.fixed, t.factor = r.unit, r.kind, r.code, true, r.factor
	t.compound = t.numEnd
	q = sc.quantity(t)
	q.setBound(b.bound, t)
	return q, t.end, true
}

// finishRange makes the quantity of the range t … r.
func (sc *scanner) finishRange(t, r term) (q Quantity, end int, ok bool) {
	if !sc.mayStand(r) || t.Point && !t.Scaled && r.unit == nil {
		return q, 0, false
	}
	low := t
	if low.unit == nil {
		low.factor = r.factor
		if !low.Scaled && r.Scaled && low.Value < 1000 && !low.Grouped {
			low.Value *= magnitudeOf(sc.s, r)
		}
	}
	if low.unit != nil && r.unit != nil && low.unit != r.unit && low.unit.size > 0 && r.unit.size > 0 && low.unit.kind != Money {
		low.Value = low.value() * low.unit.size / r.unit.size
		low.factor = 1
	}
	if r.unit == nil && r.compound == 0 && !r.fixed && low.unit == nil {
		sc.share(&r)
		low.unit, low.factor = r.unit, r.factor
		if r.unit == nil {
			low.factor = 1
		}
	}
	year := yearLike(t) && (yearLike(r) || r.Digits && r.unit == nil && r.Value < 100)
	q = sc.quantity(r)
	q.NumStart = t.numFrom
	q.Value = math.NaN()
	q.Bound = Range
	q.Min, q.Max = low.value(), r.value()
	if t.Kind == number.Vague {
		q.Min, q.Max = low.Min*low.factor, math.NaN()
		q.Bound = Vague
	}
	if q.Max < q.Min {
		q.Min, q.Max = q.Max, q.Min
	}
	q.One = false
	q.Year = year && r.unit == nil
	return sc.finish(q, r.end), r.end, true
}
