package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// LikelyYear reports whether four bare digits are a year rather than a count, by
// the words around them.
func LikelyYear(s string, e Expr) bool {
	var p parser
	p.s, p.pos, p.lex = s, e.Start, lex()
	t := p.at(0)
	b := p.before(0)
	next := p.at(1)
	if next.class == cNone && next.end > 0 && measureWords()[p.word(1)] {
		return false
	}
	last := lastWords(s, t.start)
	w := last[0]
	if b&beforeCount != 0 && b&beforeYear == 0 && (b&beforeAbout == 0 || next.capital || t.num%100 == 0 || adjective(p.word(1))) {
		return false
	}
	if p.plays(w, roleNearlyThe) && p.plays(last[1], roleNearly) {
		return false
	}
	// "1700 im vergangenen Jahr": a year needs no other
	if p.is(1, cIm) != nil || p.is(1, cPro) != nil {
		if p.is(2, cUnit) != nil || p.direction(2) != nil {
			return false
		}
	}
	// "2024-117", "von 1450 auf 1850"
	if d := p.at(2); d.class == cDigits && (p.isMark(1, '-') && d.glued && d.digits != 4 && d.digits != 2 || p.link(1) == linkOn) {
		return false
	}
	// "2012/34/EU"; "2014 MU69"
	if p.gluedMark(1, '/') && p.at(2).glued || p.at(2).class == cDigits && p.at(2).glued && next.class == cNone {
		return false
	}
	if before, _ := utf8.DecodeLastRuneInString(s[:t.start]); before == '/' {
		return false
	}
	// "1450 bis 1850 Mark"
	if p.link(1)&(linkTo|linkAnd) != 0 || p.isMark(1, '-') {
		if m := p.at(3); p.at(2).class == cDigits && m.class == cNone && m.end > 0 && measureWords()[p.word(3)] {
			return false
		}
	}
	round := t.num%100 == 0 && t.num != 2000 && t.num != 1900
	if t.num < 1500 || t.num > 2060 || round {
		return b&beforeYear != 0 && b&beforeCount == 0 && !next.capital && p.linkOf(w)&(linkAnd|linkOr) == 0
	}
	return true
}

// adjective reports whether a word can be an attribute before a noun, by its form.
func adjective(w string) bool {
	if len(w) < 4 || w[0]-'a' >= 26 {
		return false
	}
	for _, x := range endings {
		if strings.HasSuffix(w, x) {
			return true
		}
	}
	return false
}

// SureYear reports whether four bare digits can be nothing but a year, even if a
// noun in the plural follows: "zwischen 1943 und 1945", "in Graz 1996 private
// Waffen", "1996 insgesamt 5348 Menschen". It is for callers who would take them
// for a count because of that noun.
func SureYear(s string, e Expr) bool {
	var p parser
	p.s, p.pos, p.lex = s, e.Start, lex()
	t := p.at(0)
	if t.num < 1800 || t.num > 2060 || t.num%100 == 0 {
		return false
	}
	if next := p.at(1); next.class == cNone && next.end > 0 && measureWords()[p.word(1)] {
		return false
	}
	b := p.before(0)
	if b&beforeSure != 0 {
		return true
	}
	// the other end of a range or pair of years
	last := lastWords(s, t.start)
	other := last[1]
	if _, mark := p.wordBefore(0); mark == '-' {
		_, w := utf8.DecodeLastRuneInString(s[:t.start])
		other, _ = wordBefore(s, t.start-w)
	} else if p.linkOf(last[0])&(linkTo|linkAnd) == 0 {
		other = ""
	}
	if n, err := strconv.Atoi(other); err == nil && len(other) == 4 && n >= 1800 && n <= 2060 && n%100 != 0 {
		return true
	}
	// a noun or name before it: the digits begin no noun phrase of their own
	if b == 0 && capital(last[0]) && len(last[0]) > 2 && last[1] != "" {
		return true
	}
	if p.link(1)&(linkTo|linkAnd) != 0 || p.isMark(1, '-') {
		return p.plainYear(2) && p.at(2).num > 1800 && p.at(2).num < 2061 && !measureWords()[p.word(3)]
	}
	// another number follows before the noun
	for i := 1; i <= 2; i++ {
		u := p.at(i)
		if u.class == cDigits || p.is(i, cNum) != nil {
			return true
		}
		if u.class != cNone || u.capital {
			return false
		}
	}
	return false
}

//go:embed measures.tsv
var measuresTSV string

var measureWords = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 256)
	eachLine(measuresTSV, func(f []string) {
		for _, w := range strings.Fields(f[0]) {
			m[w] = true
		}
	})
	return m
})
