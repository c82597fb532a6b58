package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Found is a resolved time expression with its place.
type Found struct {
	Start, End int
	Timex
}

// FindAll reads all time expressions of a text and resolves them against its
// reference date ref ("2024-11-05", "2024-11", ""). The tense is told from the
// verbs around as far as their form shows it. The result is sorted and disjoint.
func FindAll(s, ref string) []Found {
	var out []Found
	r := NewResolver(ref)
	for i := 0; i < len(s); {
		c := s[i]
		if !isLetterByte(c) && !isDigit(c) {
			i++
			continue
		}
		end := i
		if isDigit(c) {
			for end < len(s) && isDigit(s[end]) {
				end++
			}
		} else if end = wordEnd(s, i); end == i {
			i++
			continue
		}
		if glue := i > 0 && s[i-1] != ' ' && midNumber(s, i); glue || !CanStart(s[i:end]) {
			i = end
			continue
		}
		e, ok := Scan(s, i)
		if !ok || e.Bare && !LikelyYear(s, e) {
			i = end
			continue
		}
		t := r.Resolve(e, Hint{Tense: tenseAround(s, e.Start, e.End)})
		out = append(out, Found{e.Start, e.End, t})
		i = e.End
	}
	return out
}

// midNumber reports whether the word at i goes on with a number or word before it
// ("1.200", "A4", "Covid-19").
func midNumber(s string, i int) bool {
	c := s[i-1]
	if !isDigit(s[i]) {
		return isDigit(c) || c == '-' && i > 1 && (isLetterByte(s[i-2])) && s[i-2] != 'x'
	}
	switch {
	case isLetterByte(c) && c != 0x93 && c != 0x94 && c != 0x9E && c != 0xBB && c != 0xAB && c != 0x9C:
		return true
	case c == '.' || c == ',' || c == ':' || c == '/':
		return i > 1 && isDigit(s[i-2])
	case c == '-':
		return i > 1 && isLetterByte(s[i-2])
	}
	return c == '#' || c == '@' || c == '_' || c == '$'
}

//go:embed cues.tsv
var cuesTSV string

// More readings of a verb form: one that only looks like a past, a participle, and
// the auxiliary that makes a past of it.
const (
	noTense         Tense = 255
	participleTense Tense = 254
	auxTense        Tense = 253
)

var cues = sync.OnceValue(func() map[string]Tense {
	m := make(map[string]Tense, 256)
	eachLine(cuesTSV, func(f []string) {
		t := Past
		switch f[0] {
		case "future":
			t = Future
		case "present":
			t = Present
		case "aux":
			t = auxTense
		case "none":
			t = noTense
		}
		for _, w := range strings.Fields(f[1]) {
			m[w] = t
		}
	})
	return m
})

// tenseAround looks for the nearest verb that tells the tense, in the sentence of
// s[start:end].
func tenseAround(s string, start, end int) Tense {
	const reach = 160
	// The nearest verb that shows a past or future decides; a participle shows a
	// past only with an auxiliary or when no other verb is seen, a present form
	// only when there is nothing else.
	var aux, present, partSeen bool
	best, tense := 3*reach, TenseUnknown
	see := func(w string, dist int) {
		switch t := verbTense(w); t {
		case TenseUnknown:
		case Present:
			present = true
		case auxTense:
			aux = true
		case participleTense:
			partSeen = true
		default:
			if dist < best {
				best, tense = dist, t
			}
		}
	}
	far := 0 // a verb in another clause counts for less
	for i := start - 1; i > 0 && start-i < reach && !isSentenceEnd(s, i); {
		if !isLetterByte(s[i]) {
			far += clauseMark(s[i])
			i--
			continue
		}
		j := i
		for j > 0 && isLetterByte(s[j-1]) {
			j--
		}
		see(s[j:i+1], start-i+far)
		i = j - 1
	}
	far = 0
	for i := end; i < len(s) && i-end < reach; {
		if isSentenceEnd(s, i) {
			// an auxiliary in the present with a participle at the end
			partSeen = partSeen || aux && participle(s, i)
			break
		}
		j := wordEnd(s, i)
		if !isLetterByte(s[i]) || j == i {
			if m := clauseMark(s[i]); m > 0 {
				far += m
				partSeen = partSeen || aux && participle(s, i)
			}
			i++
			continue
		}
		see(s[i:j], i-end+far)
		i = j
	}
	switch {
	case tense != TenseUnknown:
		return tense
	case partSeen && aux:
		return Past
	case aux || present:
		return Present
	}
	return TenseUnknown
}

// participle reports whether the word that ends at i can be a past participle.
func participle(s string, i int) bool {
	j := i
	for j > 0 && isLetterByte(s[j-1]) {
		j--
	}
	w := s[j:i]
	return len(w) > 5 && w[0]-'a' < 26 && (w[len(w)-1] == 't' || strings.HasSuffix(w, "en"))
}

func clauseMark(c byte) int {
	switch c {
	case ',', ':', '"', '(', ')':
		return 80
	}
	return 0
}

// sentenceStart is where the sentence of the word at i begins, as far as full
// stops tell.
func sentenceStart(s string, i int) int {
	const reach = 400
	for j := i - 1; j > 0 && i-j < reach; j-- {
		if isSentenceEnd(s, j) {
			return j + 1
		}
	}
	return max(0, i-reach)
}

func isSentenceEnd(s string, i int) bool {
	switch s[i] {
	case '!', '?', ';':
		return true
	case '\n':
		return i > 0 && s[i-1] == '\n'
	case '.':
		return (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n' || s[i+1] == '"') && i > 0 && !isDigit(s[i-1])
	}
	return false
}

// verbTense tells the tense of a finite verb by its form: the strong ones from the
// list, the weak ones by "-te", participles by "ge-".
func verbTense(w string) Tense {
	if w[0]-'a' >= 26 && w[0] != 0xC3 {
		return TenseUnknown
	}
	if t := cues()[w]; t == noTense {
		return TenseUnknown
	} else if t != TenseUnknown {
		return t
	}
	switch {
	case len(w) < 6:
	case strings.HasPrefix(w, "ge") && (w[len(w)-1] == 't' || strings.HasSuffix(w, "en") && len(w) > 7),
		strings.HasSuffix(w, "iert"),
		strings.Contains(w[2:], "ge") && strings.HasSuffix(w, "t"):
		return participleTense
	case (strings.HasSuffix(w, "te") || strings.HasSuffix(w, "ten")) && !strings.HasSuffix(w, "ste") && !strings.HasSuffix(w, "sten"):
		return Past
	}
	return TenseUnknown
}

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
