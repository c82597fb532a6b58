package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// line is one line of the article without its break and the blanks around it.
// Lines without anything in them are left out.
type line struct {
	text.Span
	gap bool // an empty line or the article's beginning stands before it

	whole   bool      // page furniture from end to end
	rule    string    // the rule behind whole
	caption bool      // holds a caption's mark: no title
	rest    text.Span // what furniture at its ends leaves of the line
}

// splitLines lists the lines of s that hold something. A line ends at LF, CR,
// both, U+2028 or U+2029.
func splitLines(s string, into []line) []line {
	gap := true
	for at := 0; at < len(s); {
		end, next := lineEnd(s, at)
		sp := trim(s, text.Span{Start: at, End: end})
		if sp.Empty() {
			gap = true
		} else {
			into = append(into, line{Span: sp, rest: sp, gap: gap})
			gap = false
		}
		at = next
	}
	return into
}

// lineEnd is where the line at offset at of s ends and where the next begins.
func lineEnd(s string, at int) (end, next int) {
	for i := at; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return i, i + 1
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case '\xe2':
			if h := s[i:]; strings.HasPrefix(h, "\u2028") || strings.HasPrefix(h, "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(s), len(s)
}

// blank reports whether r is white space of any kind, or takes no room.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad'
}

// trim takes the blanks off both ends of sp.
func trim(s string, sp text.Span) text.Span {
	sp.Start = skipBlanks(s[:sp.End], sp.Start)
	for sp.Start < sp.End {
		r, n := utf8.DecodeLastRuneInString(s[sp.Start:sp.End])
		if !blank(r) {
			break
		}
		sp.End -= n
	}
	return sp
}

// skipBlanks is the offset of the first rune of s at i or behind it that is no blank.
func skipBlanks(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c > ' ' && c < utf8.RuneSelf {
			return i
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !blank(r) {
			return i
		}
		i += n
	}
	return i
}

// closes reports whether s ends as a sentence does: with . ! ? … or : and any
// closing marks behind it.
func closes(s string) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…', ':':
			return true
		case '"', '\'', '“', '”', '‘', '’', '«', '»', '‹', '›', ')', ']', ' ', '\u00a0':
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return false
}
