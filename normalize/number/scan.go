package number

import (
	"math"

	"github.com/belegt/extract/normalize/char"
)

// Scan reads the longest bare number that begins at s[at:], the beginning of a
// word. What is left at end may be a hyphen with the rest of a compound only if
// the caller asks for it by Prefix.
func Scan(s string, at int) (n Number, end int, ok bool) {
	if at >= len(s) {
		return n, 0, false
	}
	n, end, ok = scan(s, at, math.Inf(1))
	if !ok || letterOrDigitAt(s, end) && s[end-1] != '.' { // 100 Mio.Euro
		return Number{}, 0, false
	}
	return n, end, true
}

// Parse reads the whole of s as one number, or declines.
func Parse(s string) (Number, bool) {
	n, end, ok := Scan(s, 0)
	if !ok || end != len(s) {
		return Number{}, false
	}
	return n, true
}

// scan reads a number below limit at s[at:].
func scan(s string, at int, limit float64) (n Number, end int, ok bool) {
	l := lex()
	sign := 1.0
	switch c := s[at]; {
	case char.IsDigit(c):
	case c == ',' && at+1 < len(s) && char.IsDigit(s[at+1]) && (at == 0 || !char.IsDigit(s[at-1])):
	case char.ClassOf(c) == char.Letter || c == 0xC3:
		return l.scanWords(s, at, limit)
	case c == '-' || c == '+' || c == 0xE2 || c == 0xC2:
		if v, m := vulgarAt(s, at); m > 0 {
			n = of(v)
			n.Kind, n.Digits = Fraction, true
			return l.scale(s, n, decimal{}, at+m, limit)
		}
		m := char.DashAt(s, at)
		if c == '+' {
			m = 1
		}
		if m == 0 || at+m >= len(s) || !char.IsDigit(s[at+m]) && !(s[at+m] == ',' && at+m+1 < len(s) && char.IsDigit(s[at+m+1])) ||
			at > 0 && (char.IsDigit(s[at-1]) || char.LetterBefore(s, at)) {
			return n, 0, false
		}
		if c != '+' {
			sign = -1
		}
		at += m
	default:
		return n, 0, false
	}
	if v, e, ok := slashFraction(s, at); ok {
		n = of(sign * v)
		n.Kind, n.Digits = Fraction, true
		return n, e, true
	}
	d, end, ok := scanDigits(s, at)
	if !ok {
		return n, 0, false
	}
	if d.Decimals == 0 && !d.Dash {
		if k := char.SkipSpace(s, end, false); k > end { // 2 1/2
			if v, e, ok := slashFraction(s, k); ok {
				d.Value += v
				d.Value *= sign
				return d.Number, e, true
			}
			if v, m := vulgarAt(s, k); m > 0 {
				d.Value += v
				d.mantissa = 0
				end = k + m
			}
		}
	}
	n, end, ok = l.scale(s, d.Number, d, end, limit)
	n.Value *= sign
	return n, end, ok
}

// maxMagnitudes is how many magnitude words may follow a number: "zwei hundert
// tausend Millionen".
const maxMagnitudes = 3

// scale multiplies n by the magnitude words that follow it and adds a smaller
// number behind them. d is n's decimal when it is one, for exact scaling.
func (l *lexicon) scale(s string, n Number, d decimal, at int, limit float64) (Number, int, bool) {
	last := 0.0
	for range maxMagnitudes {
		e, end := l.magnitudeAfter(s, at)
		if end == 0 || e.class == plural && n.Kind != Vague && e.value < 1e6 {
			break // drei Tausende, drei Dutzende: the noun is counted
		}
		if n.Kind == Vague {
			n.Min *= e.value
		} else if d.mantissa > 0 {
			n.Value = d.scaled(e.value)
			d.mantissa = 0
		} else {
			n.Value *= e.value
		}
		if n.Kind == Half || n.Kind == Fraction {
			n.Kind = Cardinal
		}
		n.Scaled, n.One = true, false
		at, last = end, e.value
	}
	if n.Kind == Vague {
		return n, at, true
	}
	if n.Value >= limit {
		return n, at, false
	}
	if last >= 1000 {
		if r, end, ok := l.addend(s, at, last); ok {
			n.Value += r
			return n, end, n.Value < limit
		}
	}
	return n, at, true
}

// addend reads the smaller number behind a magnitude: "drei Millionen
// zweihunderttausend", "eine Milliarde 300 Millionen".
func (l *lexicon) addend(s string, at int, limit float64) (float64, int, bool) {
	p := char.SkipSpace(s, at, false)
	if p == at || p >= len(s) {
		return 0, 0, false
	}
	joined := false
	if e := char.WordEnd(s, p); e-p == 3 && s[p:e] == "und" {
		if p = char.SkipSpace(s, e, false); p >= len(s) {
			return 0, 0, false
		}
		joined = true
	}
	if c := s[p]; !char.IsDigit(c) && char.LetterAt(s, p) == 0 {
		return 0, 0, false
	}
	r, end, ok := scan(s, p, limit)
	switch {
	case !ok, r.Kind != Cardinal, r.One, letterOrDigitAt(s, end), r.Value >= limit, r.Value <= 0, r.Decimals > 0 && !r.Scaled,
		r.Value != math.Trunc(r.Value):
		return 0, 0, false
	case r.Digits && (r.Value < 1000 || r.Value*1000 < limit):
		return 0, 0, false // "2 Millionen 300 Menschen" is no number
	case joined && r.Value < 1000:
		return 0, 0, false
	case char.DashAt(s, end) > 0:
		return 0, 0, false
	}
	return r.Value, end, true
}

// magnitudeAfter reads the magnitude word behind s[:at]: "Millionen", "Mio.",
// "tausend", "Dutzend". end is 0 when there is none.
func (l *lexicon) magnitudeAfter(s string, at int) (e entry, end int) {
	p := char.SkipSpace(s, at, true)
	if p >= len(s) {
		return e, 0
	}
	switch s[p] { // first letters of magnitudes
	case 'M', 'm', 'B', 'b', 'T', 't', 'h', 'H', 'D', 'd':
	default:
		return e, 0
	}
	w := char.WordEnd(s, p)
	var buf [96]byte
	if w-p < 2 || w-p > 24 {
		return e, 0
	}
	key := folded(&buf, s, p, w)
	if w < len(s) && s[w] == '.' {
		if e = l.words[string(append(key, '.'))]; e.class == magnitude {
			return e, w + 1
		}
	}
	e = l.words[string(key)]
	if e.class != magnitude && e.class != plural {
		return e, 0
	}
	if p == at && at > 0 && char.IsDigit(s[at-1]) && (e.value < 1000 || w-p > 3) { // closed up only as an abbreviation: 12Mio
		return e, 0
	}
	if char.DashAt(s, w) > 0 && letterOrDigitAt(s, w+char.DashAt(s, w)) {
		return e, 0 // "zwei Millionen-Städte"
	}
	return e, w
}

// scanWords reads a number that begins with a word.
func (l *lexicon) scanWords(s string, at int, limit float64) (n Number, end int, ok bool) {
	var buf [96]byte
	end = char.WordEnd(s, at)
	if end-at > 90 || end-at < 2 {
		if end-at < 2 {
			return n, 0, false
		}
		return l.scanLong(s, at, end, limit)
	}
	w := folded(&buf, s, at, end)
	if len(w) == 0 || !l.first[w[0]] {
		return n, 0, false
	}
	return l.scanFolded(s, w, end, limit)
}

// scanLong reads a word too long for the usual buffer.
func (l *lexicon) scanLong(s string, at, end int, limit float64) (Number, int, bool) {
	if end-at > 600 {
		return Number{}, 0, false
	}
	w := char.Fold(nil, s[at:end])
	if !l.first[w[0]] {
		return Number{}, 0, false
	}
	return l.scanFolded(s, w, end, limit)
}

func (l *lexicon) scanFolded(s string, w []byte, end int, limit float64) (n Number, to int, ok bool) {
	e := l.words[string(w)]
	switch e.class {
	case null:
		return l.afterCardinal(s, of(0), end, limit)
	case halves:
		n = of(e.value)
		n.Kind = Fraction
		return n, end, true
	case halfadj:
		n = of(e.value)
		n.Kind = Half
		return l.scale(s, n, decimal{}, end, limit)
	case factor:
		n = of(e.value)
		n.Kind = Factor
		return n, end, true
	case plural:
		return l.vagueAfter(s, end, e.value)
	case quantifier:
		return l.quantified(s, end, max(e.value, 1))
	case minus, plus:
		p := char.SkipSpace(s, end, false)
		if p == end || p >= len(s) || char.DashAt(s, p) > 0 {
			return n, 0, false
		}
		n, to, ok = scan(s, p, limit)
		if !ok || n.Kind != Cardinal && n.Kind != Fraction || n.One {
			return n, 0, false
		}
		n.Value *= e.value
		return n, to, true
	}
	if string(w) == "ein" { // ein paar hundert
		if p := char.SkipSpace(s, end, false); p+4 < len(s) && s[p:p+4] == "paar" && p > end && char.LetterAt(s, p+4) == 0 {
			if n, to, ok = l.quantified(s, p+4, 1); ok {
				return n, to, true
			}
			return n, 0, false
		}
	}
	n, ok = l.word(w)
	if !ok {
		return n, 0, false
	}
	switch n.Kind {
	case Cardinal:
		return l.afterCardinal(s, n, end, limit)
	case Vague:
		return l.vagueAfter(s, end, n.Min/2)
	}
	return n, end, n.Value < limit || n.Kind != Cardinal
}

// vagueAfter goes on behind a vague plural: "Hunderte Millionen", "Hunderte von
// Millionen".
func (l *lexicon) vagueAfter(s string, at int, magnitude float64) (Number, int, bool) {
	n := vague(magnitude)
	if e, end := l.magnitudeAfter(s, at); end > 0 && e.value > magnitude {
		n.Min *= e.value
		return n, end, true
	}
	if p := char.SkipSpace(s, at, false); p+4 < len(s) && p > at && s[p:p+4] == "von " {
		if e, end := l.magnitudeAfter(s, p+3); end > 0 && e.class == plural && e.value > magnitude {
			n.Min *= e.value
			return n, end, true
		}
	}
	return n, at, true
}

// quantified reads the magnitude that mehrere, einige, ein paar … make vague.
func (l *lexicon) quantified(s string, at int, times float64) (n Number, end int, ok bool) {
	e, end := l.magnitudeAfter(s, at)
	value := e.value
	if end == 0 {
		// mehrere zehntausend, einige hunderttausend
		p := char.SkipSpace(s, at, false)
		if p == at || p >= len(s) || char.LetterAt(s, p) == 0 {
			return n, 0, false
		}
		var buf [96]byte
		to := char.WordEnd(s, p)
		if to-p > 90 {
			return n, 0, false
		}
		w := folded(&buf, s, p, to)
		c := l.cardinal(w)
		if !c.pure || c.value < 100 && c.last != teen || c.n < len(w) && !l.ends(w[c.n:], plural) {
			return n, 0, false
		}
		value, end = c.value, to
	}
	n = vague(times * value)
	for range maxMagnitudes {
		e, to := l.magnitudeAfter(s, end)
		if to == 0 || e.value < 1000 {
			return n, end, true
		}
		n.Min *= e.value
		end = to
	}
	return n, end, true
}

// afterCardinal goes on behind a cardinal in words: a magnitude, a fraction noun
// ("zwei Drittel"), "drei Mal".
func (l *lexicon) afterCardinal(s string, n Number, end int, limit float64) (Number, int, bool) {
	p := char.SkipSpace(s, end, false)
	if p > end && p < len(s) {
		switch c := s[p]; c {
		case 'h', 'H':
			// ein halbes Dutzend, eine halbe Million; the adjective alone is left to the caller
			if n.One {
				var buf [96]byte
				w := char.WordEnd(s, p)
				if e := l.wordAt(&buf, s, p, w); e.class == halfadj && w-p > 4 {
					h := of(e.value)
					h.Kind = Half
					if h, to, ok := l.scale(s, h, decimal{}, w, limit); ok && h.Kind == Cardinal {
						return h, to, true
					}
					return n, end, n.Value < limit
				}
			}
		}
		if (s[p] == 'K' || s[p] == 'k') && !n.One {
			if v, digits, to := l.spokenDecimals(s, p); digits > 0 {
				n.Value += v
				n.Decimals = digits
				return l.scale(s, n, decimal{}, to, limit)
			}
		}
		if f, to, ok := l.fractionNoun(s, p); ok && n.Value < 1000 {
			n.Kind, n.Value, n.One = Fraction, n.Value/f, false
			return n, to, true
		}
	}
	return l.scale(s, n, decimal{}, end, limit)
}

// spokenDecimals reads "Komma fünf", "Komma eins vier" at s[at:]: each digit a
// word of its own, or one number below a hundred.
func (l *lexicon) spokenDecimals(s string, at int) (v float64, digits, end int) {
	if at+5 >= len(s) || s[at+1:at+5] != "omma" {
		return 0, 0, 0
	}
	p := at + 5
	for digits < maxDigits {
		q := char.SkipSpace(s, p, false)
		w := char.WordEnd(s, q)
		if q == p || w == q || w-q > 30 {
			break
		}
		var buf [96]byte
		key := folded(&buf, s, q, w)
		var d float64
		if e := l.words[string(key)]; e.class == null {
			d = 0
		} else if n, ok := l.word(key); ok && n.Kind == Cardinal && !n.One && n.Value < 100 && n.Value == math.Trunc(n.Value) {
			d = n.Value
		} else {
			break
		}
		if d >= 10 {
			if digits == 0 {
				return d / 100, 2, w
			}
			break
		}
		digits++
		v += d / pow10[digits]
		p, end = w, w
	}
	return v, digits, end
}

// fractionNoun reads Drittel, Viertel, Zehntel … at s[at:].
func (l *lexicon) fractionNoun(s string, at int) (den float64, end int, ok bool) {
	end = char.WordEnd(s, at)
	if n := end - at; n < 5 || n > 40 || s[end-1] != 'l' && s[end-2] != 'l' {
		return 0, 0, false
	}
	if d := char.DashAt(s, end); d > 0 && letterOrDigitAt(s, end+d) {
		return 0, 0, false
	}
	var buf [96]byte
	den, ok = l.denominator(folded(&buf, s, at, end))
	return den, end, ok
}

func (l *lexicon) wordAt(buf *[96]byte, s string, at, end int) entry {
	if end-at < 2 || end-at > 40 {
		return entry{}
	}
	return l.words[string(folded(buf, s, at, end))]
}

// Prefix reads the longest number that begins the word at s[at:] and is followed
// in it by something else, closed up or behind a hyphen: "drei" of "dreitägig",
// "37" of "37-Jähriger", "zweidrittel" of "Zweidrittelmehrheit". rest is where
// the other part begins, hyphen included.
func Prefix(s string, at int) (n Number, rest int, ok bool) {
	if at >= len(s) {
		return n, 0, false
	}
	if char.IsDigit(s[at]) {
		d, end, ok := scanDigits(s, at)
		if !ok {
			return n, 0, false
		}
		return d.Number, end, end < len(s) && (char.DashAt(s, end) > 0 || char.LetterAt(s, end) > 0)
	}
	l := lex()
	var buf [96]byte
	end := char.WordEnd(s, at)
	if end-at < 3 || end-at > 90 {
		return n, 0, false
	}
	w := folded(&buf, s, at, end)
	if !l.first[w[0]] {
		return n, 0, false
	}
	hyphen := char.DashAt(s, end) > 0
	if e := l.words[string(w)]; hyphen && (e.class == magnitude && e.value != 12) {
		return n, 0, false
	}
	if hyphen {
		if n, ok = l.word(w); ok && (n.Kind == Cardinal || n.Kind == Fraction) {
			return n, end, true
		}
		if string(w) == "halb" {
			n = of(.5)
			n.Kind = Half
			return n, end, true
		}
	}
	if len(w) > 5 && string(w[:4]) == "halb" {
		n = of(.5)
		n.Kind = Half
		return n, at + 4, true
	}
	c := l.cardinal(w)
	if c.n == 0 {
		if e, k := l.longest(w); e.class == fracstem && k < len(w) {
			n = of(1 / e.value)
			n.Kind = Fraction
			return n, at + char.FoldedLen(s[at:end], k), true
		}
		return n, 0, false
	}
	n = of(c.value)
	n.One = c.one
	k := c.n
	if e, m := l.longest(w[k:]); e.class == fracstem && c.last != half {
		n.Kind, n.Value, n.One = Fraction, c.value/e.value, false
		k += m
	} else if e, m := l.longest(w); e.class == fracstem && m > k {
		n.Kind, n.Value, n.One = Fraction, 1/e.value, false
		k = m
	}
	if k == c.n && c.value >= 4 && c.last != half { // Zehntelsekunde, Hundertstelsekunde
		for _, tel := range [...]string{"stel", "tel"} {
			if len(w) > k+len(tel)+3 && string(w[k:k+len(tel)]) == tel && (tel == "stel") == (c.last != digit && c.last != teen) {
				n.Kind, n.Value = Fraction, 1/c.value
				k += len(tel)
				break
			}
		}
	}
	if k >= len(w) {
		return n, end, hyphen
	}
	return n, at + char.FoldedLen(s[at:end], k), true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// CanStart reports whether a number can begin with the word form.
func CanStart(form string) bool {
	if form == "" {
		return false
	}
	if len(form) > 1 && isLetter(form[0]) && isLetter(form[1]) && lex().second[form[0]|0x20]&(1<<(form[1]&31)) == 0 {
		return false // most words end here
	}
	if _, _, ok := Scan(form, 0); ok {
		return true
	}
	if _, _, ok := Prefix(form, 0); ok {
		return true
	}
	var buf [96]byte
	end := char.WordEnd(form, 0)
	e := lex().wordAt(&buf, form, 0, end)
	return e.class != noClass || form == "ein"
}

// Magnitude reads the magnitude word that stands at s[at:] or behind white space
// there: "Million" is 1e6. The vague plurals are none.
func Magnitude(s string, at int) (value float64, end int, ok bool) {
	if at >= len(s) || char.LetterAt(s, at) > 0 && char.LetterBefore(s, at) {
		return 0, 0, false
	}
	e, end := lex().magnitudeAfter(s, at)
	return e.value, end, end > 0 && (e.class == magnitude || e.value >= 1e6)
}
