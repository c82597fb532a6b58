package date

import (
	"strings"
	"unicode/utf8"
)

// phrase reads a fixed phrase or holiday of one or several words.
func (p *parser) phrase(i int, e *Expr) int {
	t := p.at(i)
	best := 0
	for r := t.e; r != nil; r = r.next {
		if r.class != cPhrase && r.class != cHoliday || r.capital && !t.capital {
			continue
		}
		n := p.matchRest(i+1, r.rest)
		if n <= best {
			continue
		}
		best = n
		x := Expr{Core: e.Core, hour: -1}
		switch {
		case r.class == cHoliday:
			x.kind, x.code = kHoliday, r.code
			if p.quoted(i, n) {
				best = 0
				continue
			}
			if r.code[0] == '?' {
				if p.before(i)&(beforePart|beforeSpan|beforePeriod) == 0 {
					best = 0
					continue
				}
				x.code = r.code[1:]
			}
			best = p.yearTail(n, &x)
		case r.mod == "set":
			x.kind, x.code, x.bareSpan = kSet, r.code, true
		case r.mod == "dur":
			x.kind, x.amount, x.code = kDur, "X", r.code
		case r.mod == "ref":
			x.kind, x.code = kRef, r.code
		}
		*e = x
	}
	return best
}

// insideIdiom reports whether token i goes on with a phrase that is no time ("so
// bald") from the word before it.
func (p *parser) insideIdiom(i int) bool {
	w, mark := p.wordBefore(i)
	if mark != 0 {
		return false
	}
	var buf [maxWord]byte
	key, ok := lower(buf[:0], w)
	if !ok {
		return false
	}
	for r := p.lex.find(key); r != nil; r = r.next {
		if r.class == cPhrase && r.mod == "none" && len(r.rest) > 0 && p.matchRest(i, r.rest) != 0 {
			return true
		}
	}
	return false
}

// quoted reports whether nothing but tokens i to n stands in quotation marks: a
// title or a name.
func (p *parser) quoted(i, n int) bool {
	start, end := p.at(i).start, p.end(n)
	if start == 0 || end >= len(p.s) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(p.s[:start])
	after, _ := utf8.DecodeRuneInString(p.s[end:])
	return strings.ContainsRune("\"„“”»«›‹‚‘’'", before) && strings.ContainsRune("\"“”«»‹›‘’'", after)
}

func (p *parser) matchRest(i int, rest []string) int {
	for _, w := range rest {
		t := p.at(i)
		if t.class == cPunct || t.class == cDigits {
			if t.class == cPunct && w == "-" && t.mark == '-' {
				i++
				continue
			}
			return 0
		}
		var buf [maxWord]byte
		key, ok := lower(buf[:0], p.s[t.start:t.end])
		if !ok || !sameWord(string(key), w) {
			return 0
		}
		i++
		if w[len(w)-1] == '-' && p.isMark(i, '-') {
			i++
		}
	}
	return i
}

// sameWord compares a word with one of a phrase, where "~" stands for an ending.
func sameWord(w, pattern string) bool {
	k := len(pattern) - 1
	if pattern[k] == '-' {
		return w == pattern[:k]
	}
	if pattern[k] != '~' {
		return w == pattern
	}
	if len(w) <= k || w[:k] != pattern[:k] {
		return false
	}
	for _, x := range endings {
		if w[k:] == x {
			return true
		}
	}
	return false
}
