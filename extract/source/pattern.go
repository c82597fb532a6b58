package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pattern is what a line or a part of it has to look like: items in order, with
// blanks or none between them. rules.txt describes how it is written.
type pattern struct {
	rule  string // the id of its rule
	items []item
	date  bool // one of the items is <date>
}

// item is one step of a pattern: one of several words, a word of a set, or a shape.
type item struct {
	words []string // lower case
	set   *set
	shape shape
	opt   bool // may be missing
	many  bool // set only: several words of it, with / , – + or und between
}

// set is a named list of words, each with a number where it has one.
type set struct {
	words  map[string]int // by lower case
	most   int            // the longest word in blank-separated parts
	starts [256]bool      // the first bytes of words; all but ASCII are
}

// match is a successful reading: where it ends, the date read on the way and the
// rule behind it.
type match struct {
	end  int
	date day
	rule string
}

// read matches p against s from offset at. With whole set it must reach the end
// of s, else it ends as far as the items go.
func (p *pattern) read(s string, at int, whole bool) (match, bool) {
	m, ok := step(p.items, s, at, whole, day{})
	m.rule = p.rule
	return m, ok
}

func step(items []item, s string, at int, whole bool, d day) (match, bool) {
	if len(items) == 0 {
		if whole && skipBlanks(s, at) < len(s) {
			return match{}, false
		}
		return match{end: at, date: d}, true
	}
	it := &items[0]
	from := skipBlanks(s, at)
	try := func(end int, d day) (match, bool) { return step(items[1:], s, end, whole, d) }
	switch {
	case it.words != nil:
		for _, w := range it.words {
			if end := literal(s, from, w); end >= 0 {
				if m, ok := try(end, d); ok {
					return m, true
				}
			}
		}
	case it.set != nil:
		end := it.set.member(s, from)
		if end < 0 {
			break
		}
		for it.many {
			next := it.set.next(s, end)
			if next < 0 {
				break
			}
			end = next
		}
		if m, ok := try(end, d); ok {
			return m, true
		}
	default:
		var ends [32]int
		for _, end := range it.shape.ends(s, from, ends[:0]) {
			dd := d
			if it.shape == shapeDate {
				dd, _ = readDay(s, from)
			}
			if m, ok := try(end, dd); ok {
				return m, true
			}
		}
	}
	if it.opt {
		return try(at, d)
	}
	return match{}, false
}

// literal is the end of word w, which is lower case, at offset at of s, -1 when
// it does not stand there. A word that ends in a letter or digit must end there.
func literal(s string, at int, w string) int {
	i := at
	var last rune
	for _, want := range w {
		if i >= len(s) {
			return -1
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r != want && unicode.ToLower(r) != want {
			return -1
		}
		i += n
		last = want
	}
	if wordRune(last) && i < len(s) {
		if r, _ := utf8.DecodeRuneInString(s[i:]); wordRune(r) {
			return -1
		}
	}
	return i
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// member is the end of a word of the set at offset at of s, -1 for none. The
// longest word wins.
func (t *set) member(s string, at int) int {
	end, _ := t.lookup(s, at)
	return end
}

func (t *set) lookup(s string, at int) (end, value int) {
	end = -1
	if at >= len(s) || s[at] < utf8.RuneSelf && !t.starts[s[at]] {
		return end, 0
	}
	i := at
	var low [64]byte
	buf := low[:0]
	for range t.most {
		j := wordEnd(s, i)
		if j == i {
			break
		}
		buf = appendLower(buf, s[i:j])
		if v, ok := t.words[string(buf)]; ok {
			end, value = j, v
		}
		if i = skipBlanks(s, j); i == j && i+1 < len(s) && (s[i] == '.' || s[i] == '-') {
			i++
		}
		buf = append(buf, ' ')
	}
	return end, value
}

// next is the end of another word of the set behind a separator at offset at, -1
// for none.
func (t *set) next(s string, at int) int {
	i := skipBlanks(s, at)
	if i >= len(s) {
		return -1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '/', ',', '+', '&', '-', '–', '|', ';', '.', '(':
		i += n
	default:
		if end := literal(s, i, "und"); end >= 0 {
			i = end
		} else if i == at {
			return -1
		}
	}
	return t.member(s, skipBlanks(s, i))
}

// wordEnd is the end of the run of letters and digits at offset at of s.
func wordEnd(s string, at int) int {
	for i, r := range s[at:] {
		if !wordRune(r) {
			return at + i
		}
	}
	return len(s)
}

func appendLower(buf []byte, s string) []byte {
	for _, r := range s {
		buf = utf8.AppendRune(buf, unicode.ToLower(r))
	}
	return buf
}

// parsePattern reads a pattern as rules.txt writes it.
func parsePattern(src string, sets map[string]*set) (*pattern, error) {
	p := &pattern{}
	for _, f := range strings.Fields(src) {
		var it item
		body, opt := strings.CutSuffix(f, "?")
		if opt && body != "" {
			it.opt = true
		} else {
			body = f
		}
		if b, many := strings.CutSuffix(body, "+"); many && strings.HasSuffix(b, "}") {
			it.many, body = true, b
		}
		switch {
		case strings.HasPrefix(body, "{") && strings.HasSuffix(body, "}"):
			if it.set = sets[body[1:len(body)-1]]; it.set == nil {
				return nil, fmt.Errorf("no set %s stands above", body)
			}
		case strings.HasPrefix(body, "<") && strings.HasSuffix(body, ">"):
			var ok bool
			if it.shape, ok = shapeOf(body[1 : len(body)-1]); !ok {
				return nil, fmt.Errorf("unknown shape %s: want one of %s", body, shapeList())
			}
			p.date = p.date || it.shape == shapeDate
		default:
			it.words = strings.Split(strings.ToLower(body), "|")
			for i, w := range it.words {
				if w == "" {
					return nil, fmt.Errorf("empty word in %q", f)
				}
				if strings.HasSuffix(w, "?") && w != "?" {
					return nil, fmt.Errorf("%q: ? stands behind the last word and makes all of them optional", f)
				}
				it.words[i] = strings.ReplaceAll(strings.ReplaceAll(w, "_", " "), "¦", "|")
			}
		}
		p.items = append(p.items, it)
	}
	if len(p.items) == 0 || p.items[0].opt {
		return nil, fmt.Errorf("pattern %q: the first item has to be there", src)
	}
	return p, nil
}
