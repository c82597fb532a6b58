package text

import (
	"unicode"
	"unicode/utf8"
)

// shapeOf reads the Shape of a form but StartsQuantity, which
// needs knowledge of words.
func shapeOf(form string) Shape {
	var s Shape
	upper, lower, other := 0, false, false
	for i := 0; i < len(form); {
		r, n := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(form[i:])
		}
		switch classOf(r) {
		case clLetter:
			s |= Letters
			if unicode.IsUpper(r) || unicode.IsTitle(r) {
				if i == 0 {
					s |= Capital
				}
				if lower {
					s |= Mixed
				}
				upper++
			} else if unicode.IsLower(r) {
				lower = true
			}
		case clDigit:
			s |= Digits
		case clHyphen:
			if i > 0 && i+n < len(form) {
				s |= Hyphen
			}
			lower = false // "US-Präsident" is no mixed form
		case clSymbol, clSpace:
			other = true
		}
		i += n
	}
	if upper >= 2 && !hasLower(form) {
		s |= AllCaps
	}
	if s&(Letters|Digits) != 0 || other || form == "" {
		return s
	}
	s &^= Hyphen
	if form == "%" || form == "&" || form == "§" || form == "#" || form == "@" || form == "‰" {
		return s
	}
	s |= Punct
	if q := quoteMark(form); q != 0 {
		switch q {
		case '„', '‚', '‟', '‛', '〝', '「', '『':
			s |= QuoteOpen
		case '〞', '」', '』':
			s |= QuoteClose
		default:
			s |= QuoteOpen | QuoteClose
		}
	}
	switch form[0] {
	case '.', '!', '?':
		s |= SentenceEnd
	default:
		if form == "…" || form == "‽" {
			s |= SentenceEnd
		}
	}
	return s
}

func hasLower(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}
