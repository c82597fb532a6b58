package date

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed context.tsv
var contextTSV string

// before is what the word before a token allows; context.tsv lists the words.
type before uint32

const (
	beforeIn before = 1 << iota
	beforePart
	beforePeriod
	beforeSpan
	beforeAt
	beforeClock
	beforeAge
	beforeYear
	beforeCount
	beforeDay
	beforeFused
	beforeAbout
	beforeCourse
	beforePoss
	beforeSure
	beforeLimit
	beforeStill
	beforeAgo
	beforeSince
	beforeAhead
	beforeDated
	beforeMoved
	beforeUntil
	beforeOf
	beforeStart // nothing or the end of a sentence stands before
)

var beforeNames = [...]string{"in", "part", "period", "span", "at", "clock", "age", "year", "count", "day", "fused", "about", "course", "poss", "sure", "limit", "still", "ago", "since", "ahead", "dated", "moved", "until", "of"}

func loadContext() map[string]before {
	m := make(map[string]before, 128)
	eachLine(contextTSV, func(f []string) {
		for i, n := range beforeNames {
			if n == f[0] {
				for _, w := range strings.Fields(f[1]) {
					m[w] |= 1 << i
				}
			}
		}
	})
	return m
}

// before looks up the word before token i.
func (p *parser) before(i int) before { return p.beforeAt(p.at(i).start) }

func (p *parser) beforeAt(at int) before {
	w, mark := wordBefore(p.s, at)
	if mark != 0 {
		if mark == '.' || mark == '!' || mark == '?' || mark == '\n' || mark == ':' {
			return beforeStart
		}
		return 0
	}
	return p.beforeWord(w)
}

// beforeWord looks up a word of the context list.
func (p *parser) beforeWord(w string) before {
	var buf [maxWord]byte
	key, ok := lower(buf[:0], w)
	if !ok {
		return 0
	}
	return p.lex.context[string(key)]
}

// wordBefore is the word before token i, or the mark that stands there instead.
func (p *parser) wordBefore(i int) (word string, mark byte) {
	return wordBefore(p.s, p.at(i).start)
}

// lastWords are up to four words before at, the nearest first, as far as no mark
// stands between them.
func lastWords(s string, at int) (w [4]string) {
	for k := range w {
		if w[k], _ = wordBefore(s, at); w[k] == "" {
			break
		}
		// the word is a piece of s before at: step in front of it
		at = skipBack(s, at) - len(w[k])
	}
	return w
}

// skipBack is the end of what stands before at, without the space between.
func skipBack(s string, at int) int {
	j := at
	for j > 0 && (s[j-1] == ' ' || s[j-1] == '\n' && (j < 2 || s[j-2] != '\n') || s[j-1] == 0xA0 && j > 1 && s[j-2] == 0xC2) {
		if s[j-1] == 0xA0 {
			j--
		}
		j--
	}
	return j
}

// wordBefore is the word that ends before at, white space apart, or the mark that
// stands there instead: a line break also for the beginning of the text.
func wordBefore(s string, at int) (word string, mark byte) {
	j := skipBack(s, at)
	if j <= 0 || s[j-1] == '\n' {
		return "", '\n'
	}
	end := j
	for j > 0 {
		c := s[j-1]
		if c-'a' < 26 || c-'A' < 26 || isDigit(c) {
			j--
			continue
		}
		if c < 0x80 {
			break
		}
		r, w := utf8.DecodeLastRuneInString(s[:j])
		if !unicode.IsLetter(r) {
			if j == end {
				return "", dash(s[j-w : j])
			}
			break
		}
		j -= w
	}
	if j == end {
		return "", max(s[j-1], 1)
	}
	if k := end - j; k > maxWord {
		return "", 1
	}
	return s[j:end], 0
}

// licensed reports whether a bare month or season at token i is a time: the word
// before it must be one that a time follows, so that no name is taken for one.
func (p *parser) licensed(i int) bool {
	b := p.before(i)
	return b&beforePeriod != 0
}
