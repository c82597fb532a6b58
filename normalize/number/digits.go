package number

import (
	"unicode/utf8"

	"github.com/belegt/extract/normalize/char"
)

// maxDigits is how many digits a number may have: more is no quantity but a
// telephone or account number, and would not fit the mantissa.
const maxDigits = 18

var pow10 = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// decimal is a number in digits before it is scaled: keeping the mantissa whole
// makes "440,5 Mio." exactly 440500000.
type decimal struct {
	mantissa uint64
	Number
}

func (d decimal) scaled(by float64) float64 {
	return float64(d.mantissa) * by / pow10[d.Decimals]
}

// groupMark is the length of a mark between groups of three digits at s[at:]: a
// point, an apostrophe, a space that is not wider than one.
func groupMark(s string, at int) int {
	if at >= len(s) {
		return 0
	}
	switch s[at] {
	case '.', '\'', ' ':
		return 1
	case '\t':
		return 0
	}
	if s[at] == 0xE2 && at+2 < len(s) && s[at+1] == 0x80 && s[at+2] == 0x99 { // ’
		return 3
	}
	return char.SpaceAt(s, at)
}

// threeDigits reports whether exactly three digits stand at s[at:].
func threeDigits(s string, at int) bool { return char.DigitsEnd(s, at) == at+3 }

// scanDigits reads a number in digits without sign. It declines what can only be
// a date, a version or a number with leading zeros.
func scanDigits(s string, at int) (d decimal, end int, ok bool) {
	d.Number = of(0)
	d.Digits = true
	start := at
	at = char.DigitsEnd(s, at)
	whole := at - start
	if whole > maxDigits || whole > 1 && s[start] == '0' {
		return d, 0, false
	}
	digits := whole
	for i := start; i < at; i++ {
		d.mantissa = d.mantissa*10 + uint64(s[i]-'0')
	}
	if whole >= 1 && whole <= 3 && s[start] != '0' {
		if n := groupMark(s, at); n > 0 && threeDigits(s, at+n) {
			mark := s[at : at+n]
			for at+n < len(s) && s[at:at+n] == mark && threeDigits(s, at+n) {
				next := at + n + 3
				if mark == " " && next < len(s) && s[next] == '.' && threeDigits(s, next+1) {
					break // "Am 24 300.000": two numbers
				}
				if digits += 3; digits > maxDigits {
					return d, 0, false
				}
				for i := at + n; i < next; i++ {
					d.mantissa = d.mantissa*10 + uint64(s[i]-'0')
				}
				d.Grouped = true
				at = next
			}
		}
	}
	if at < len(s) && (s[at] == ',' || s[at] == '.') && at+1 < len(s) {
		mark := s[at]
		from := at + 1
		to := char.DigitsEnd(s, from)
		switch n := to - from; {
		case n > 0 && mark == '.' && d.Grouped && s[at-4] == '.':
			return d, 0, false // 1.234.5
		case n > 0 && digits+n > maxDigits:
			return d, 0, false
		case n > 0:
			if mark == ',' && n == 3 && !d.Grouped && to < len(s) && (s[to] == '.' && to+1 < len(s) && char.IsDigit(s[to+1]) || s[to] == ',' && threeDigits(s, to+1)) {
				return scanEnglish(s, start)
			}
			for i := from; i < to; i++ {
				d.mantissa = d.mantissa*10 + uint64(s[i]-'0')
			}
			d.Decimals, d.Point = n, mark == '.'
			at = to
			if mark == '.' && at < len(s) && s[at] == '.' && (at+1 >= len(s) || char.IsDigit(s[at+1]) || n <= 2 && whole <= 2) {
				return d, 0, false // 24.12.2024, 3.1.2, 24.12.
			}
			if mark == ',' && at+1 < len(s) && s[at] == ',' && char.IsDigit(s[at+1]) {
				return d, 0, false // a list: 1,2,3
			}
		case n == 0:
			if k := char.DashAt(s, from); k > 0 && !letterOrDigitAt(s, from+k) {
				d.Dash = true
				at = from + k
				for j := char.DashAt(s, at); j > 0; j = char.DashAt(s, at) { // 20,--
					at += j
				}
			}
		}
	}
	d.Value = d.scaled(1)
	if num, n := vulgarAt(s, at); n > 0 && d.Decimals == 0 { // 3½
		d.Value += num
		return decimal{Number: d.Number}, at + n, true
	}
	return d, at, true
}

// scanEnglish reads 1,234,567.89, which has no German reading.
func scanEnglish(s string, at int) (d decimal, end int, ok bool) {
	d.Number = of(0)
	d.Digits, d.Grouped = true, true
	digits := 0
	add := func(to int) {
		for ; at < to; at++ {
			d.mantissa = d.mantissa*10 + uint64(s[at]-'0')
			digits++
		}
	}
	add(char.DigitsEnd(s, at))
	if digits > 3 {
		return d, 0, false
	}
	for at < len(s) && s[at] == ',' && threeDigits(s, at+1) {
		if digits+3 > maxDigits {
			return d, 0, false
		}
		at++
		add(at + 3)
	}
	if at+1 < len(s) && s[at] == '.' && char.IsDigit(s[at+1]) {
		at++
		to := char.DigitsEnd(s, at)
		if d.Decimals = to - at; digits+d.Decimals > maxDigits {
			return d, 0, false
		}
		add(to)
	}
	if at+1 < len(s) && (s[at] == ',' || s[at] == '.') && char.IsDigit(s[at+1]) {
		return d, 0, false
	}
	d.Value = d.scaled(1)
	return d, at, true
}

// vulgarAt is the value and length of the fraction character at s[at:].
func vulgarAt(s string, at int) (float64, int) {
	if at+1 >= len(s) || s[at] != 0xC2 && s[at] != 0xE2 {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	switch r {
	case '½':
		return 1. / 2, n
	case '⅓':
		return 1. / 3, n
	case '⅔':
		return 2. / 3, n
	case '¼':
		return 1. / 4, n
	case '¾':
		return 3. / 4, n
	case '⅕', '⅖', '⅗', '⅘':
		return float64(r-'⅕'+1) / 5, n
	case '⅙':
		return 1. / 6, n
	case '⅚':
		return 5. / 6, n
	case '⅛', '⅜', '⅝', '⅞':
		return float64(2*(r-'⅛')+1) / 8, n
	case '⅐':
		return 1. / 7, n
	case '⅑':
		return 1. / 9, n
	case '⅒':
		return 1. / 10, n
	}
	return 0, 0
}

// slashFraction reads 1/3, 3/4, 1/10: a proper fraction in lowest terms of a
// usual denominator. Others (24/7, 2023/24, 9/11) are no fractions.
func slashFraction(s string, at int) (v float64, end int, ok bool) {
	mid := char.DigitsEnd(s, at)
	n := 0
	if mid < len(s) && s[mid] == '/' {
		n = 1
	} else if mid+2 < len(s) && s[mid:mid+3] == "⁄" {
		n = 3
	}
	if n == 0 || mid == at || mid-at > 2 {
		return 0, 0, false
	}
	end = char.DigitsEnd(s, mid+n)
	if end == mid+n || end-mid-n > 4 || letterOrDigitAt(s, end) || end < len(s) && (s[end] == '/' || s[end] == '-') || s[at] == '0' || s[mid+n] == '0' {
		return 0, 0, false
	}
	num, den := small(s[at:mid]), small(s[mid+n:end])
	if num >= den || den > 10 && den != 12 && den != 16 && den != 20 && den != 100 && den != 1000 || num > 1 && gcd(num, den) > 1 {
		return 0, 0, false
	}
	return float64(num) / float64(den), end, true
}

func small(s string) (n int) {
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func letterOrDigitAt(s string, at int) bool {
	return at < len(s) && (char.IsDigit(s[at]) || char.LetterAt(s, at) > 0)
}
