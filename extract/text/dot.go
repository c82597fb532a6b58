package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dot decides about the full stop at j behind the word s[start:j] and returns
// the end of the piece.
func (b *border) dot(start, j int) int {
	s := b.s
	if k := b.dotted(start); k > j {
		return k
	}
	if j+1 < len(s) && s[j+1] == '.' { // "...", a mark of its own
		return j
	}
	next, nc := b.class(j + 1)
	stem := s[start:j]
	// listed is set when what follows the full stop shows that it ends no sentence.
	listed := next == ',' || next == '/' || next == ';' || next == ':' || nc == clHyphen || nc == clDash
	yes := func(d doubt, sure bool) int {
		if sure {
			return j + 1
		}
		if nc != clLetter && nc != clDigit {
			b.doubt = d
		}
		return j
	}
	if digits(stem) {
		return yes(ordinalDot, len(stem) <= 3 && (listed || nc == clLetter))
	}
	if dayMonth(stem) {
		return yes(dateDot, listed)
	}
	switch k := b.lex.abbreviation(s[start : j+1]); k {
	case abbrNever, abbrUnit, abbrEnd:
		return j + 1
	case abbrNum:
		return yes(numberDot, nc == clDigit)
	case abbrDay:
		return yes(dayDot, nc == clDigit || listed)
	}
	if _, n := utf8.DecodeRuneInString(stem); n == len(stem) {
		if stem == "I" || stem == "V" || stem == "X" {
			return yes(romanDot, listed || nc == clLetter)
		}
		return yes(initialDot, listed || nc == clLetter)
	}
	if roman(stem) {
		return yes(romanDot, listed)
	}
	if i := strings.LastIndexByte(stem, '-'); i > 0 {
		if digits(stem[i+1:]) && len(stem)-i <= 4 {
			return yes(rankDot, listed)
		}
		if r, n := utf8.DecodeRuneInString(stem[i+1:]); n == len(stem)-i-1 && unicode.IsUpper(r) && i <= 2 {
			return j + 1
		}
	}
	return j
}

// dotted returns the end of an abbreviation of several parts with a full stop
// each that begins at i ("z.B.", "M.A.", "Dipl.-Ing."), 0 when there is none.
func (b *border) dotted(i int) int {
	s, best, single, parts := b.s, 0, true, 0
	for k := i; parts < 8; {
		e := k
		for e < len(s) {
			r, n := utf8.DecodeRuneInString(s[e:])
			if classOf(r) != clLetter && r != '-' {
				break
			}
			e += n
		}
		if e == k || e-i > 24 {
			break
		}
		one := utf8.RuneCountInString(s[k:e]) == 1
		if e >= len(s) || s[e] != '.' {
			// the last full stop left out: "z.B", "U.S.A"
			if parts >= 1 && single && one {
				if _, c := b.class(e); c != clDigit {
					best = e
				}
			}
			break
		}
		single = single && one || single && parts > 0 && utf8.RuneCountInString(s[k:e]) == 2 && s[k] == '-'
		parts++
		e++
		if parts >= 2 && (single || b.lex.abbr[s[i:e]] != abbrNone) {
			best = e
		}
		k = e
	}
	return best
}

func digits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// dayMonth reports whether s is day and month in digits ("24.12").
func dayMonth(s string) bool {
	d, m, ok := strings.Cut(s, ".")
	return ok && len(d) <= 2 && len(m) <= 2 && digits(d) && digits(m) && atoi(d) >= 1 && atoi(d) <= 31 && atoi(m) >= 1 && atoi(m) <= 12
}

// atoi reads a short run of digits.
func atoi(s string) (n int) {
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// roman reports whether s is a Roman number below forty or with a capital L, C
// or D in front of smaller signs, of two signs or more.
func roman(s string) bool {
	if len(s) < 2 || len(s) > 7 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != 'I' && c != 'V' && c != 'X' && c != 'L' {
			return false
		}
	}
	return !strings.Contains(s, "VV") && !strings.Contains(s, "IIII") && !strings.Contains(s, "IIX") && !strings.Contains(s, "LL")
}
