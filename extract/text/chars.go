package text

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character does to the tokens around it.
type class uint8

const (
	clSymbol class = iota // a token of its own: % € § ° + = emoji
	clSpace               // white space, control and zero-width space characters
	clLetter              // letters and what attaches to them: combining marks, soft hyphen, joiners
	clDigit               // every kind of digit and number sign (½, ²)
	clQuote               // quotation marks but the apostrophe signs
	clApos                // ' ’ ‘ ‚ ` ´: quotation mark or apostrophe
	clHyphen              // - ‐ ‑: joins words
	clDash                // – — ―: stands between words
	clOpen                // ( [ {
	clClose               // ) ] }
	clPunct               // . , ; : ! ? … / and other punctuation
)

var asciiClass = func() (t [128]class) {
	for c := range t {
		switch {
		case c <= ' ' || c == 127:
			t[c] = clSpace
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			t[c] = clLetter
		case '0' <= c && c <= '9':
			t[c] = clDigit
		}
	}
	for _, c := range `.,;:!?/\&*_@#` {
		t[c] = clPunct
	}
	for c, k := range map[byte]class{'"': clQuote, '\'': clApos, '`': clApos, '-': clHyphen, '(': clOpen, '[': clOpen, '{': clOpen, ')': clClose, ']': clClose, '}': clClose} {
		t[c] = k
	}
	return t
}()

func classOf(r rune) class {
	if r < utf8.RuneSelf {
		return asciiClass[r]
	}
	switch r {
	case '„', '“', '”', '‟', '«', '»', '‹', '›', '〝', '〞', '「', '」', '『', '』', '″':
		return clQuote
	case '’', '‘', '‚', '‛', '´', 'ʼ', '′':
		return clApos
	case '‐', '‑':
		return clHyphen
	case '‒', '–', '—', '―', '−':
		return clDash
	case '\u00AD', '\u200C', '\u200D', '\u2060':
		return clLetter
	case '\u200B', '\uFEFF', '\u200E', '\u200F', '\u2028', '\u2029':
		return clSpace
	}
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r):
		return clLetter
	case unicode.IsNumber(r):
		return clDigit
	case unicode.IsSpace(r), unicode.IsControl(r):
		return clSpace
	case unicode.Is(unicode.Ps, r):
		return clOpen
	case unicode.Is(unicode.Pe, r):
		return clClose
	case unicode.Is(unicode.Pd, r):
		return clDash
	case unicode.IsPunct(r):
		return clPunct
	}
	return clSymbol
}

// spaceByte says of each byte: 0 surely inside a chunk, 1 a space of one byte,
// 2 a line break of one byte, 3 the first byte of what may be a longer space.
var spaceByte = func() (t [256]uint8) {
	for c := range 128 {
		if asciiClass[c] == clSpace {
			t[c] = 1
		}
	}
	t['\n'], t['\r'], t['\v'], t['\f'] = 2, 2, 2, 2
	for _, c := range []byte{0xC2, 0xE1, 0xE2, 0xE3, 0xEF} {
		t[c] = 3
	}
	return t
}()

// spaceAt returns the length of the white space character at s[i:], 0 when
// there is none, and whether it breaks the line.
func spaceAt(s string, i int) (n int, line bool) {
	switch spaceByte[s[i]] {
	case 0:
		return 0, false
	case 1:
		return 1, false
	case 2:
		return 1, true
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if classOf(r) != clSpace {
		return 0, false
	}
	return n, r == '\u2028' || r == '\u2029' || r == '\u0085'
}

func isWordClass(c class) bool { return c == clLetter || c == clDigit }

// quoteMark returns the quotation mark that form is, or 0. Marks made of two
// ASCII characters are known by their first.
func quoteMark(form string) rune {
	switch form {
	case ",,":
		return '„'
	case "''":
		return '"'
	case "``":
		return '“'
	}
	r, n := utf8.DecodeRuneInString(form)
	if n != len(form) || n == 0 {
		return 0
	}
	if c := classOf(r); c == clQuote || c == clApos {
		return r
	}
	return 0
}
