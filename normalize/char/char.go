// Package char holds what the scanners of German text need to know of
// characters: kinds of spaces, dashes and digits, where a word ends, a folded
// form of words to look up, and NFC with a map back to the original bytes.
//
// All positions are byte offsets, end exclusive.
package char

import (
	"unicode"
	"unicode/utf8"
)

// Class is what a single byte can begin.
type Class uint8

// The classes of bytes. Lead is the first byte of a character outside ASCII.
const (
	None Class = iota
	Digit
	Letter
	Space // ASCII space, tab; line breaks are Break
	Break // \n, \r
	Lead
	Other // printable ASCII punctuation
)

var classes = func() (t [256]Class) {
	for c := range t {
		switch {
		case '0' <= c && c <= '9':
			t[c] = Digit
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			t[c] = Letter
		case c == ' ', c == '\t':
			t[c] = Space
		case c == '\n', c == '\r':
			t[c] = Break
		case c >= 0xC2 && c <= 0xF4:
			t[c] = Lead
		case c > ' ' && c < 0x7F:
			t[c] = Other
		}
	}
	return t
}()

// ClassOf is the class of b.
func ClassOf(b byte) Class { return classes[b] }

// IsDigit reports whether b is an ASCII digit.
func IsDigit(b byte) bool { return b-'0' < 10 }

// SpaceAt is the length of the horizontal white space character at s[at:]: an
// ASCII space or tab, a no-break space (U+00A0), a thin space (U+2009), a narrow
// no-break space (U+202F) or any other of U+2000–U+200A; 0 when there is none.
func SpaceAt(s string, at int) int {
	if at >= len(s) {
		return 0
	}
	switch s[at] {
	case ' ', '\t':
		return 1
	case 0xC2:
		if at+1 < len(s) && s[at+1] == 0xA0 {
			return 2
		}
	case 0xE2:
		if at+2 < len(s) && s[at+1] == 0x80 && (s[at+2] >= 0x80 && s[at+2] <= 0x8A || s[at+2] == 0xAF) {
			return 3
		}
	}
	return 0
}

// SkipSpace is the first position from at on that is no horizontal white space.
// A single line break inside the run is skipped too when lines may wrap; an
// empty line never is.
func SkipSpace(s string, at int, wrap bool) int {
	for at < len(s) {
		if n := SpaceAt(s, at); n > 0 {
			at += n
			continue
		}
		if wrap && s[at] == '\r' && at+1 < len(s) && s[at+1] == '\n' {
			at++
		}
		if wrap && s[at] == '\n' {
			at, wrap = at+1, false
			continue
		}
		return at
	}
	return at
}

// DashAt is the length of the dash at s[at:]: hyphen-minus, U+2010–U+2015 or the
// minus sign U+2212; 0 when there is none.
func DashAt(s string, at int) int {
	if at >= len(s) {
		return 0
	}
	if s[at] == '-' {
		return 1
	}
	if s[at] == 0xE2 && at+2 < len(s) {
		switch {
		case s[at+1] == 0x80 && s[at+2] >= 0x90 && s[at+2] <= 0x95,
			s[at+1] == 0x88 && s[at+2] == 0x92:
			return 3
		}
	}
	return 0
}

// LetterAt is the length of the letter at s[at:], 0 when there is none. The soft
// hyphen and combining marks count as letters: they stand inside words.
func LetterAt(s string, at int) int {
	if at >= len(s) {
		return 0
	}
	b := s[at]
	if classes[b] == Letter {
		return 1
	}
	if b < utf8.RuneSelf {
		return 0
	}
	if b == 0xC3 && at+1 < len(s) { // À–ÿ without × and ÷
		if c := s[at+1]; c != 0x97 && c != 0xB7 {
			return 2
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	if unicode.IsLetter(r) && r != 'ª' && r != 'º' || r == 0xAD || unicode.Is(unicode.Mn, r) {
		return n
	}
	return 0
}

// LetterBefore reports whether a letter ends at s[:at].
func LetterBefore(s string, at int) bool {
	if at <= 0 {
		return false
	}
	b := s[at-1]
	if b < utf8.RuneSelf {
		return classes[b] == Letter
	}
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.IsLetter(r) || r == 0xAD
}

// WordEnd is the end of the run of letters that begins at s[at:].
func WordEnd(s string, at int) int {
	for {
		for at < len(s) && classes[s[at]] == Letter {
			at++
		}
		n := LetterAt(s, at)
		if n == 0 {
			return at
		}
		at += n
	}
}

// DigitsEnd is the end of the run of ASCII digits that begins at s[at:].
func DigitsEnd(s string, at int) int {
	for at < len(s) && s[at]-'0' < 10 {
		at++
	}
	return at
}

// Upper reports whether an upper-case letter stands at s[at:].
func Upper(s string, at int) bool {
	if at >= len(s) {
		return false
	}
	if b := s[at]; b < utf8.RuneSelf {
		return 'A' <= b && b <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsUpper(r)
}

// Fold appends the form of a word by which lexicons look it up: lower case, ß as
// ss, the soft hyphen dropped, every character up to U+00FF as one byte (ä is
// 0xE4). Its length says nothing of the length of s; FoldedLen maps back.
func Fold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			if 'A' <= b && b <= 'Z' {
				b += 'a' - 'A'
			}
			dst = append(dst, b)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == 'ß', r == 'ẞ':
			dst = append(dst, 's', 's')
		case r == 0xAD:
		default:
			if r = unicode.ToLower(r); r < 0x100 {
				dst = append(dst, byte(r))
			} else {
				dst = utf8.AppendRune(dst, r)
			}
		}
	}
	return dst
}

// FoldedLen is the number of bytes at the beginning of s that Fold to n bytes or
// more.
func FoldedLen(s string, n int) int {
	var buf [8]byte
	for i := 0; i < len(s); {
		if n <= 0 {
			return i
		}
		_, m := utf8.DecodeRuneInString(s[i:])
		n -= len(Fold(buf[:0], s[i:i+m]))
		i += m
	}
	return len(s)
}
