package date

import (
	"unicode"
	"unicode/utf8"
)

// token is one word, number or mark of the stretch being read.
type token struct {
	start, end int
	e          *entry // readings of a word, nil for none
	num        int    // value of a run of up to 4 digits
	digits     uint8  // its length
	mark       byte   // a punctuation mark; every dash is '-'
	class      class  // cDigits, cPunct or cNone for words
	capital    bool   // begins with a capital letter
	glued      bool   // no space before it
}

const maxTokens = 20

// parser reads tokens from a fixed place, as many as are asked for.
type parser struct {
	s    string
	pos  int
	n    int
	lex  *lexicon
	toks [maxTokens]token
}

var eof token

// at returns token i, or the zero token where the stretch is over: at the end of
// the text, at an empty line, or past the longest expression.
func (p *parser) at(i int) *token {
	for p.n <= i {
		if !p.more() {
			return &eof
		}
	}
	return &p.toks[i]
}

func (p *parser) more() bool {
	if p.n == maxTokens {
		return false
	}
	t := &p.toks[p.n]
	*t = token{glued: true}
	lines := 0
	i := p.pos
	for i < len(p.s) {
		switch c := p.s[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case c == '\n':
			i++
			lines++
		case c == 0xC2 && i+1 < len(p.s) && (p.s[i+1] == 0xA0 || p.s[i+1] == 0xAD):
			i += 2
		case c == 0xE2 && i+2 < len(p.s) && p.s[i+1] == 0x80 && (p.s[i+2] == 0xAF || p.s[i+2] == 0x89):
			i += 3
		default:
			goto word
		}
		t.glued = false
	}
word:
	if i >= len(p.s) || lines > 1 {
		return false
	}
	t.start = i
	c := p.s[i]
	switch {
	case isDigit(c):
		for i < len(p.s) && isDigit(p.s[i]) {
			if t.digits < 5 {
				t.num = t.num*10 + int(p.s[i]-'0')
				t.digits++
			}
			i++
		}
		t.class = cDigits
	case isLetterByte(c):
		i = wordEnd(p.s, i)
		if i == t.start {
			_, w := utf8.DecodeRuneInString(p.s[i:])
			t.class, t.mark = cPunct, dash(p.s[i:i+w])
			i += w
			break
		}
		var buf [maxWord]byte
		if key, ok := lower(buf[:0], p.s[t.start:i]); ok {
			t.e = p.lex.find(key)
		}
		t.capital = c-'A' < 26 || c == 0xC3 && p.s[t.start+1] < 0x9F
	default:
		t.class, t.mark = cPunct, c
		i++
	}
	t.end = i
	p.pos = i
	p.n++
	return true
}

// isLetterByte reports whether a letter may begin with this byte.
func isLetterByte(c byte) bool { return c-'a' < 26 || c-'A' < 26 || c >= 0x80 }

// wordEnd is the end of the run of letters at i.
func wordEnd(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if c-'a' < 26 || c-'A' < 26 {
			i++
			continue
		}
		if c < 0x80 {
			break
		}
		if c == 0xC3 && i+1 < len(s) && s[i+1] != 0x97 && s[i+1] != 0xB7 {
			i += 2
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			break
		}
		i += w
	}
	return i
}

func dash(r string) byte {
	switch r {
	case "–", "—", "‐", "‑", "‒", "−":
		return '-'
	case "’", "‘":
		return '\''
	}
	return 1
}

// is returns the reading of token i in the class, nil when it has none.
func (p *parser) is(i int, c class) *entry {
	t := p.at(i)
	for e := t.e; e != nil; e = e.next {
		if e.class == c && e.rest == nil && (!e.capital || t.capital) {
			return e
		}
	}
	return nil
}

// entryOf is is for a word outside the stretch being read.
func (p *parser) entryOf(w string, c class) *entry {
	var buf [maxWord]byte
	key, ok := lower(buf[:0], w)
	if !ok {
		return nil
	}
	for e := p.lex.find(key); e != nil; e = e.next {
		if e.class == c && e.rest == nil {
			return e
		}
	}
	return nil
}

// isMark reports whether token i is the punctuation mark.
func (p *parser) isMark(i int, m byte) bool {
	t := p.at(i)
	return t.class == cPunct && t.mark == m
}

// word returns token i as it stands.
func (p *parser) word(i int) string {
	t := p.at(i)
	return p.s[t.start:t.end]
}

// end is the end of the token before i.
func (p *parser) end(i int) int { return p.at(i - 1).end }
