package unit

import (
	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/number"
)

// digitsSpecial reads what digits with a colon, "zu" or hyphens can be: a score,
// a time with its unit, and declines dates and clock times. done is false when
// s[at:] is an ordinary number.
func (sc *scanner) digitsSpecial(t *term, at int) (done, ok bool) {
	s := sc.s
	e := char.DigitsEnd(s, at)
	if e >= len(s) {
		return false, true
	}
	if f := char.DigitsEnd(s, min(e+1, len(s))); s[e] == '-' && f > e+1 && f+1 < len(s) && s[f] == '-' && char.IsDigit(s[f+1]) {
		return true, false // 2024-11-02, 1-999-367
	}
	switch {
	case s[e] == ':' && e+1 < len(s) && char.IsDigit(s[e+1]):
		return true, sc.colon(t, at, e)
	case s[e] == '-' && e-at == 4 && e+2 < len(s) && char.IsDigit(s[e+1]) && char.IsDigit(s[e+2]):
		// 2024-11, 2024-11-02; 2012-2015 is a range
		if f := char.DigitsEnd(s, e+1); f == e+3 && (f < len(s) && s[f] == '-' || s[e+1] <= '1') {
			return true, false
		}
	case s[e] == '/' && e+1 < len(s) && char.IsDigit(s[e+1]):
		if _, _, ok := number.Scan(s, at); ok {
			if _, end, _ := number.Scan(s, at); end > e {
				return false, true // a fraction
			}
		}
		return true, false // 2023/24, 24/7, telephone numbers
	case s[e] == '^':
		return true, false
	case s[e] == ' ' && e-at <= 3:
		return sc.to(t, at, e)
	}
	return false, true
}

// to reads "48 zu 12" and "2 : 1".
func (sc *scanner) to(t *term, at, e int) (done, ok bool) {
	zu := " zu "
	s := sc.s
	if e+1 < len(s) && s[e+1] == ':' {
		zu = " : "
	}
	if e+len(zu) >= len(s) || s[e:e+len(zu)] != zu {
		return false, true
	}
	f := char.DigitsEnd(s, e+len(zu))
	if f == e+len(zu) || f-e-len(zu) > 3 || letterOrDigit(s, f) || f+1 < len(s) && (s[f] == ',' || s[f] == '.' || s[f] == '-') && char.IsDigit(s[f+1]) {
		return false, true
	}
	if f < len(s) && s[f] == ' ' {
		if m, _, _ := sc.unitAt(f, &number.Number{Digits: true}); m != nil {
			return false, true // "von 10 zu 20 Prozent"
		}
	}
	t.Digits = true
	t.kind, t.fixed, t.numEnd, t.end = Score, true, f, f
	return true, true
}

func letterOrDigit(s string, at int) bool {
	return at < len(s) && (char.IsDigit(s[at]) || char.LetterAt(s, at) > 0)
}

// colon reads 2:1, 50:50, 1:45,23 Minuten and 2:30 Stunden; e is where the colon
// stands.
func (sc *scanner) colon(t *term, at, e int) bool {
	s := sc.s
	f := char.DigitsEnd(s, e+1)
	if e-at > 3 || f-e-1 > 3 {
		return false
	}
	a, b := digits(s[at:e]), digits(s[e+1:f])
	end, frac, scale := f, 0, 1.0
	if f+1 < len(s) && s[f] == ',' && char.IsDigit(s[f+1]) {
		end = char.DigitsEnd(s, f+1)
		if end-f-1 > 3 {
			return false
		}
		frac = digits(s[f+1 : end])
		for range end - f - 1 {
			scale *= 10
		}
		if end < len(s) && s[end] == ':' { // 6:3,7:5
			end, frac, scale = f, 0, 1
		}
	}
	if g := char.DigitsEnd(s, min(f+1, len(s))); f < len(s) && s[f] == ':' && g == f+3 && f == e+3 {
		return sc.hours(t, a, b, f, g)
	}
	if end < len(s) && (s[end] == ':' && end+1 < len(s) && char.IsDigit(s[end+1]) || char.LetterAt(s, end) > 0) {
		return false // 12:30:15
	}
	t.Digits = true
	t.numEnd, t.end = end, end
	n := number.Number{Digits: true}
	if m, from, to := sc.unitAt(end, &n); m != nil && (m.code == "h" || m.code == "min") && m.factor == 1 && f == e+3 && b < 60 {
		small := sc.l.symbols["min"]
		if m.code == "min" {
			small = sc.l.symbols["s"]
		}
		t.Value = float64(a)*60 + float64(b) + float64(frac)/scale
		t.unit, t.kind = small, Duration
		t.unitFrom, t.unitEnd, t.end = from, to, to
		return true
	}
	if end != f {
		return false
	}
	if p := char.SkipSpace(s, f, true); p > f && p < len(s) {
		class, n := sc.wordAt(p)
		if class&clockWord != 0 {
			return false
		}
		if class&(joint|andWord) != 0 || hyphenAt(s, p) > 0 || char.DashAt(s, p) > 0 { // 19:55 bis 20:00 Uhr
			if n == 0 {
				n = p + char.DashAt(s, p)
			}
			if sc.clockAt(char.SkipSpace(s, n, true)) {
				return false
			}
		}
	}
	if e-at == 2 && s[at] == '0' || f-e == 3 && s[e+1] == '0' && a < 24 {
		return false // 09:30, 12:05
	}
	if f < len(s) && s[f] == '.' && f+1 < len(s) && char.IsDigit(s[f+1]) {
		return false
	}
	t.clock = a < 24 && f-e == 3 && b < 60
	t.kind, t.fixed = Score, true
	if a == 7 && b == 6 || a == 6 && b == 7 { // the tie-break of a set: 7:6 (4)
		p := char.SkipSpace(s, f, false)
		if p < len(s) && s[p] == '(' {
			if e := char.DigitsEnd(s, p+1); e > p+1 && e <= p+3 && e < len(s) && s[e] == ')' {
				f = e + 1
				t.end = f
			}
		}
	}
	if h := hyphenAt(s, f); h > 0 && char.LetterAt(s, f+h) > 0 { // 2:1-Erfolg
		t.compound = f
		t.end = sc.wordTail(f)
	}
	return true
}

// hours reads 2:19:34 Stunden, in seconds; a and b are hours and minutes, the
// seconds stand at s[f+1:g]. Without its unit it is a time of day or a race's.
func (sc *scanner) hours(t *term, a, b, f, g int) bool {
	n := number.Number{Digits: true}
	m, from, to := sc.unitAt(g, &n)
	sec := digits(sc.s[f+1 : g])
	if m == nil || m.code != "h" || m.factor != 1 || b > 59 || sec > 59 {
		return false
	}
	t.Digits = true
	t.numEnd, t.end = g, to
	t.Value = float64(a*3600 + b*60 + sec)
	t.unit, t.kind = sc.l.symbols["s"], Duration
	t.unitFrom, t.unitEnd = from, to
	return true
}

// clockAt reports whether a time of day with Uhr stands at s[at:].
func (sc *scanner) clockAt(at int) bool {
	s := sc.s
	e := char.DigitsEnd(s, at)
	if e == at {
		return false
	}
	if e+1 < len(s) && (s[e] == ':' || s[e] == '.') && char.IsDigit(s[e+1]) {
		e = char.DigitsEnd(s, e+1)
	}
	class, _ := sc.wordAt(char.SkipSpace(s, e, true))
	return class&clockWord != 0
}

func digits(s string) (n int) {
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// wordTail is the end of the letters, digits and hyphens that go on from at.
func (sc *scanner) wordTail(at int) int {
	s := sc.s
	for at < len(s) {
		if char.IsDigit(s[at]) {
			at++
			continue
		}
		if n := char.LetterAt(s, at); n > 0 {
			at += n
			continue
		}
		if h := hyphenAt(s, at); h > 0 && letterOrDigit(s, at+h) {
			at += h
			continue
		}
		break
	}
	return at
}
