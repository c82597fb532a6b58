package unit

import (
	"strings"

	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/number"
)

// sign is the currency sign or code before a number at s[at:].
func sign(l *lexicon, s string, at int) (*measure, int, bool) {
	e := at
	for e < len(s) && e-at < 6 {
		if n := char.LetterAt(s, e); n > 0 {
			e += n
			continue
		}
		if c := s[e]; c == '$' {
			e++
			continue
		}
		if c := s[e]; c == 0xE2 || c == 0xC2 { // € and its like, £ ¥
			n := 2
			if c == 0xE2 {
				n = 3
			}
			if e+n <= len(s) && char.SpaceAt(s, e) == 0 && char.DashAt(s, e) == 0 {
				e += n
				continue
			}
		}
		break
	}
	if e == at {
		return nil, 0, false
	}
	if e < len(s) && s[e] == '.' {
		if m := l.signs[s[at:e+1]]; m != nil {
			return m, e + 1, true
		}
	}
	m := l.signs[s[at:e]]
	return m, e, m != nil
}

// signed reads the number behind a currency sign.
func (sc *scanner) signed(t term, m *measure, at, e int) (term, bool) {
	p := char.SkipSpace(sc.s, e, false)
	if p >= len(sc.s) || !char.IsDigit(sc.s[p]) && sc.s[p] != '-' && sc.s[p] != ',' {
		return t, false
	}
	n, end, ok := number.Scan(sc.s, p)
	if !ok || n.Kind != number.Cardinal {
		return t, false
	}
	t.Number, t.numFrom, t.numEnd, t.end = n, p, end, end
	t.unit, t.kind, t.factor = m, Money, 1
	t.unitFrom, t.unitEnd = at, e
	return t, true
}

// symbolAt is the unit symbol at s[at:], longest first.
func (sc *scanner) symbolAt(at int) (m *measure, end int) {
	s := sc.s
	c := s[at]
	if c < 0x80 && char.ClassOf(c) != char.Letter && c != '%' && c != '$' {
		return nil, 0
	}
	if sc.l.lengths[c] == 0 {
		return nil, 0
	}
	run := at
	for run < len(s) && run-at < sc.l.maxSign && s[run] != ' ' && s[run] != '\n' {
		run++
	}
	lengths := sc.l.lengths[c]
	for e := run; e > at; e-- {
		if lengths&(1<<(e-at)) == 0 || e < len(s) && s[e]&0xC0 == 0x80 {
			continue
		}
		if m = sc.l.symbols[s[at:e]]; m != nil && sc.symbolEnds(e) {
			return m, e
		}
	}
	return nil, 0
}

// symbolEnds reports whether a symbol may end at s[:e].
func (sc *scanner) symbolEnds(e int) bool {
	s := sc.s
	if e >= len(s) {
		return true
	}
	if s[e-1] != '.' && char.LetterBefore(s, e) || s[e-1] == '%' || s[e-1] == '$' {
		if char.LetterAt(s, e) > 0 || char.IsDigit(s[e]) {
			return false
		}
		if h := hyphenAt(s, e); h > 0 && char.LetterAt(s, e+h) > 0 {
			return false
		}
	}
	return true
}

// unitBehind reads the unit word or sign behind t's number.
func (sc *scanner) unitBehind(t *term) bool {
	m, from, end := sc.unitAt(t.numEnd, &t.Number)
	if m == nil {
		return false
	}
	sc.take(t, m, from, end)
	return true
}

// take gives t the unit at s[from:end].
func (sc *scanner) take(t *term, m *measure, from, end int) {
	t.unit, t.unitFrom, t.unitEnd, t.end = m, from, end, end
	t.kind, t.factor = m.kind, m.factor
	t.One = t.One && m.kind == Count
	if m.kind == Count { // Mal
		t.fixed = true
		t.kind, t.code = Count, "Mal"
		if sc.compared(end) {
			t.kind, t.code = Factor, ""
		}
		return
	}
	if m.word {
		t.code = sc.s[from:end]
	}
	if h := hyphenAt(sc.s, end); h > 0 && char.LetterAt(sc.s, end+h) > 0 { // 50 Prozent-Marke
		t.compound, t.end, t.fixed = end, sc.wordTail(end), true
		return
	}
	if m.kind == Temperature && t.Value > 0 {
		if p := char.SkipSpace(sc.s, end, true); p > end {
			if class, e := sc.wordAt(p); class&belowZero != 0 { // 20 Grad unter null
				t.Value, t.end = -t.Value, e
			}
		}
	}
	if m.kind == Temperature && m.code == "Cel" && (sc.s[from:end] == "°" || sc.s[from] == 'G') {
		if p := char.SkipSpace(sc.s, end, true); p > end {
			if class, _ := sc.wordAt(p); class&angleTail != 0 {
				t.unit, t.kind = sc.l.angle, Other
			}
		}
	}
	if m.kind == Duration {
		if p := char.SkipSpace(sc.s, end, true); p > end {
			if class, _ := sc.wordAt(p); class&oldWord != 0 {
				t.kind = Age
			}
		}
	}
}

// ageBefore reports whether "Alter von" or "Alter" stands before s[:at].
func (sc *scanner) ageBefore(at int) bool {
	s := sc.s
	return endsIn(s, at, "Alter von ") || endsIn(s, at, "Alter ")
}

// agedBefore reports whether the years of q, an expression at s[at:], are the age
// of the persons named before it: "Kinder unter 13 Jahren". In the accusative
// ("über 13 Jahre") they are a span of time.
func (sc *scanner) agedBefore(at int, q Quantity) bool {
	s := sc.s
	if q.Bound == Exact || q.Bound == About || q.UnitEnd-q.UnitStart != len("Jahren") || s[q.UnitStart:q.UnitEnd] != "Jahren" || at < 3 || s[at-1] != ' ' {
		return false
	}
	w := at - 1
	for w > 0 && at-w < 40 && char.LetterBefore(s, w) {
		w--
		for w > 0 && s[w]&0xC0 == 0x80 {
			w--
		}
	}
	return char.Upper(s, w) && sc.person(s[w:at-1])
}

func endsIn(s string, at int, suffix string) bool {
	return at >= len(suffix) && s[at-len(suffix):at] == suffix
}

// unitAt reads the unit behind a number that ends at s[:at].
func (sc *scanner) unitAt(at int, n *number.Number) (m *measure, from, end int) {
	s := sc.s
	p := char.SkipSpace(s, at, true)
	if p >= len(s) {
		return nil, 0, 0
	}
	if m, end = sc.symbolAt(p); m != nil {
		single := end-p == 1 && char.ClassOf(s[p]) == char.Letter
		if !single || n.Digits {
			if e2 := end; !n.One || char.ClassOf(s[p]) != char.Letter || e2-p > 4 {
				return m, p, end
			}
		}
	}
	if p == at && s[at-1] != '.' { // 100 Mio.Euro
		return nil, 0, 0
	}
	m, end = sc.l.units.match(s, p)
	if m == nil && n.Digits {
		m, end = sc.hyphenUnit(p)
	}
	if m == nil || m.large && n.Value < 100 || n.One && m.weak && m.kind != Count {
		return nil, 0, 0
	}
	if h := hyphenAt(s, end); h > 0 && char.LetterAt(s, end+h) > 0 && (m.kind == Count || m.weak || !n.Digits) {
		return nil, 0, 0
	}
	if m.kind == Count {
		if n.One && s[p] == 'm' {
			return nil, 0, 0 // ein mal
		}
		if q := char.SkipSpace(s, end, true); q > end && s[p] == 'm' {
			if k, e, ok := number.Scan(s, q); ok && k.Kind == number.Cardinal && !k.One {
				if u, _, _ := sc.unitAt(e, &k); u != nil && u.kind == Length {
					return nil, 0, 0 // drei mal vier Meter
				}
			}
		}
	}
	return m, p, end
}

// hyphenUnit reads the unit that begins a hyphenated word: "50 Prozent-Marke",
// "100 US-Dollar-Schein".
func (sc *scanner) hyphenUnit(at int) (*measure, int) {
	s := sc.s
	e := char.WordEnd(s, at)
	for range 2 {
		h := hyphenAt(s, e)
		if e == at || h == 0 || char.LetterAt(s, e+h) == 0 || e-at > 40 {
			break
		}
		var buf [64]byte
		if p := sc.l.units.m[string(char.Fold(buf[:0], s[at:e]))]; p.end {
			return p.v, e
		}
		e = char.WordEnd(s, e+h)
	}
	return nil, 0
}

// fillers reads adjectives between a number and its magnitude or unit: "drei
// weitere Millionen Euro", "eine halbe Stunde", "ein gutes Drittel".
func (sc *scanner) fillers(t *term) {
	s := sc.s
	p := t.numEnd
	times := 1.0
	var bound Bound
	seen := false
	for range 3 {
		q := char.SkipSpace(s, p, true)
		if q == p || q >= len(s) {
			return
		}
		class, e := sc.wordAt(q)
		switch {
		case class&filler != 0:
		case class&fillOver != 0 && t.One:
			bound = JustOver
		case class&fillUnder != 0 && t.One:
			bound = JustUnder
		case class&fillHalf != 0 && t.One:
			times = .5
		default:
			e = 0
		}
		if e == 0 {
			break
		}
		seen = true
		p = e
	}
	if !seen {
		return
	}
	n := t.Number
	n.Value *= times
	if times != 1 {
		n.One = false
	}
	end := p
	if v, e, ok := number.Magnitude(s, p); ok {
		n.Value *= v
		n.Scaled, n.One = true, false
		end = e
	} else if q := char.SkipSpace(s, p, true); q < len(s) && char.LetterAt(s, q) > 0 {
		if f, e, ok := number.Scan(s, q); ok && f.Kind == number.Fraction && f.Value < .5 {
			n.Value *= f.Value
			n.Kind, n.One = number.Fraction, false
			end = e
		}
	}
	u := term{Number: n, from: t.from, numFrom: t.numFrom, numEnd: end, end: end, factor: 1, kind: Count, bound: bound}
	if m, from, e := sc.unitAt(end, &n); m != nil && m.kind != Count {
		sc.take(&u, m, from, e)
	} else if end == p {
		return
	} else if n.Kind == number.Fraction {
		u.kind, u.fixed = Share, true
	}
	*t = u
}

// share looks ahead for the unit that t shares with the numbers behind it.
func (sc *scanner) share(t *term) {
	if t.Kind != number.Cardinal || t.One || t.Point && !t.Scaled {
		return
	}
	s := sc.s
	p := t.end
	for range 4 {
		q := char.SkipSpace(s, p, true)
		class, e := sc.wordAt(q)
		if class&connector == 0 || q == p && s[q] != ',' {
			return
		}
		word := s[q:e]
		p = char.SkipSpace(s, e, true)
		if p == e || p >= len(s) {
			return
		}
		if _, b, ok := sc.boundsAt(p); ok {
			p = b
		}
		if p >= len(s) {
			return
		}
		next, ok := sc.term(p)
		if !ok || next.fixed || next.open || next.compound > 0 || next.Kind != number.Cardinal || next.One && word != "auf" {
			return
		}
		if r, ok := sc.rangeBehind(next); ok {
			next.unit, next.unitFrom, next.unitEnd, next.kind, next.code, next.end = r.unit, r.unitFrom, r.unitEnd, r.kind, r.code, r.end
			next.Scaled = next.Scaled || r.Scaled
		}
		if yearLike(*t) && (next.value() < 1000 || !sc.vonBefore(t.from)) {
			return // "sank 2014 auf 5 Prozent"
		}
		if next.unit == nil {
			if p := char.SkipSpace(s, next.end, true); p > next.end && sc.class(p)&clockWord != 0 {
				t.clockTail = word != "auf"
				return
			}
		} else {
			if next.unit.kind == Count {
				return
			}
			t.unit, t.kind, t.code, t.factor = next.unit, next.kind, next.code, next.unit.factor
			t.unitFrom, t.unitEnd = next.unitFrom, next.unitEnd
			sc.shareScale(t, next)
			return
		}
		p = next.end
	}
}

// shareBack takes the unit of the number before "auf": "von 12 Prozent auf 9".
// at is where the expression begins.
func (sc *scanner) shareBack(t *term, at int) {
	const auf, von, reach = " auf ", "von ", 60
	s := sc.s
	if !endsIn(s, at, auf) || t.Kind != number.Cardinal || t.One || t.point || yearLike(*t) || sc.counted(t.end, true) {
		return
	}
	end := at - len(auf)
	from := max(0, end-reach)
	i := strings.LastIndex(s[from:end], von)
	if i < 0 || char.LetterBefore(s, from+i) {
		return
	}
	_, p, ok := sc.boundsAt(from + i + len(von))
	if !ok || p >= end {
		return
	}
	u, ok := sc.term(p)
	if !ok || u.unit == nil || u.unit.kind == Count || u.compound > 0 || u.end != end {
		return
	}
	t.unit, t.kind, t.code, t.factor = u.unit, u.kind, u.code, u.unit.factor
	t.unitFrom, t.unitEnd = u.unitFrom, u.unitEnd
	sc.shareScale(t, u)
}

// vonBefore reports whether "von" stands before s[:at].
func (sc *scanner) vonBefore(at int) bool {
	return at >= 4 && (sc.s[at-4:at] == "von " || sc.s[at-4:at] == "Von ")
}

// shareScale gives t the magnitude of the number whose unit it shares: "von zwei
// auf drei Millionen Euro".
func (sc *scanner) shareScale(t *term, next term) {
	if t.Scaled || !next.Scaled || t.Value >= 1000 || t.Grouped {
		return
	}
	if v := magnitudeOf(sc.s, next); v > 1 {
		t.Value *= v
		t.Scaled = true
	}
}

// magnitudeOf is the magnitude word that scales t, 1 when there is none or more.
func magnitudeOf(s string, t term) float64 {
	for p := t.numFrom; p < t.numEnd; {
		q := char.SkipSpace(s, p, true)
		if q > p {
			if v, e, ok := number.Magnitude(s, p); ok && e == t.numEnd {
				return v
			}
		}
		if q < t.numEnd {
			_, n := decode(s, q)
			q += n
		}
		p = q
	}
	return 1
}

// composite adds a smaller measure of the same kind behind t: "16 Jahre und ein
// Monat", "1 Stunde 20 Minuten". The sum is in the smaller unit; units of UCUM
// have exact sizes.
func (sc *scanner) composite(t *term) {
	s := sc.s
	if t.unit.size == 0 || t.Kind != number.Cardinal || t.kind == Share {
		return
	}
	p := char.SkipSpace(s, t.end, true)
	if p >= len(s) {
		return
	}
	if class, e := sc.wordAt(p); class&andWord != 0 {
		p = char.SkipSpace(s, e, true)
	} else if s[p] == ',' {
		p = char.SkipSpace(s, p+1, true)
		if p >= len(s) || !char.IsDigit(s[p]) {
			return
		}
	} else if p == t.end {
		return
	}
	if p >= len(s) {
		return
	}
	u, ok := sc.term(p)
	if !ok || u.Kind != number.Cardinal || u.compound > 0 || u.fixed || u.open {
		return
	}
	if u.unit == nil {
		// "3 Euro 50": two digits and nothing counted behind them
		if t.kind == Money && t.factor == 1 && u.Digits && u.numEnd-u.numFrom == 2 && p > t.end && char.SkipSpace(s, t.end, true) == p && !t.Scaled && t.Decimals == 0 {
			if q := char.SkipSpace(s, u.end, true); !char.Upper(s, q) {
				t.Value += u.Value / 100
				t.end, t.numEnd = u.end, u.end
			}
		}
		return
	}
	if u.unit.kind != t.unit.kind || u.unit.size == 0 || u.code != "" || t.code != "" || t.Decimals > 0 {
		return
	}
	if u.unit.kind == Money {
		if u.unit.code != t.unit.code || u.unit.factor >= t.unit.factor {
			return
		}
		t.Value = t.Value*t.factor + u.Value*u.factor
		t.factor = 1
		t.end = u.end
		return
	}
	big, small := t.factor*t.unit.size, u.factor*u.unit.size
	if small >= big || u.value()*u.unit.size >= big {
		return
	}
	t.Value = t.value()*(t.unit.size/u.unit.size) + u.value()
	t.factor = 1
	age := t.kind == Age || u.kind == Age
	t.unit = u.unit
	if age {
		t.kind = Age
	}
	t.end = u.end
	t.numEnd = u.numEnd
	t.unitFrom, t.unitEnd = u.unitFrom, u.unitEnd
	sc.composite(t)
}
