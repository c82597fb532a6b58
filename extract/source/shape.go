package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is a class of stretches known by how they are written.
type shape uint8

// The shapes.
const (
	noShape     shape = iota
	shapeAny          // the rest of the line, also nothing
	shapeNumber       // digits, with dots between
	shapeDate         // a date with its year, or a month of a year
	shapeDay          // day and month, without year
	shapeTime         // a clock time
	shapeName         // one to four words with capitals: a person
	shapePerson       // two to four of these: a person with all names
	shapeNames        // names with , / & und between
	shapePlace        // one to four words with capitals, joined by / or -: a place
	shapeCredit       // names, agencies, titles: at most eight words, no digit, no closing mark
	shapeSign         // two to eight small letters: an author's sign
	shapeShort        // up to six words that close no sentence
	shapeIdent        // an identifier of a script: an upper-case letter or _ inside
	shapeTag          // HTML tags only
	shapeRuler        // a line of dashes, stars and the like
)

var shapeByName = [...]string{"", "any", "number", "date", "day", "time", "name", "person", "names", "place", "credit", "sign", "short", "ident", "tag", "ruler"}

func shapeOf(name string) (shape, bool) {
	for i, n := range shapeByName {
		if i > 0 && n == name {
			return shape(i), true
		}
	}
	return noShape, false
}

func shapeList() string { return strings.Join(shapeByName[1:], ", ") }

// ends lists where a stretch of the shape that begins at offset at of s may end,
// the longest first. It appends to into.
func (h shape) ends(s string, at int, into []int) []int {
	one := func(end int) []int {
		if end > at {
			into = append(into, end)
		}
		return into
	}
	switch h {
	case shapeAny:
		return append(into, len(s))
	case shapeNumber:
		return one(numberEnd(s, at))
	case shapeDate:
		_, end := readDay(s, at)
		return one(end)
	case shapeDay:
		_, end := readDayMonth(s, at)
		return one(end)
	case shapeTime:
		return one(timeEnd(s, at))
	case shapeName:
		return wordEnds(s, at, 4, nameWord, into)
	case shapePerson:
		first := len(into)
		into = wordEnds(s, at, 4, nameWord, into)
		if n := len(into); n > first && into[n-1] == pieceEnd(s, at) {
			into = into[:n-1]
		}
		return into
	case shapeNames:
		return wordEnds(s, at, 12, func(w string, n int) wordKind {
			if n > 0 && (w == "," || w == "/" || w == "&" || w == "und") {
				return linkWord
			}
			return nameWord(w, n)
		}, into)
	case shapePlace:
		return wordEnds(s, at, 6, placeWord, into)
	case shapeCredit:
		return wordEnds(s, at, 12, creditWord, into)
	case shapeSign:
		end := at
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLower(r) {
				break
			}
			end += n
		}
		if n := utf8.RuneCountInString(s[at:end]); n < 2 || n > 8 || end < len(s) && (s[end] >= 'A' && s[end] <= 'Z') {
			return into
		}
		if rules().nosign.member(s[:end], at) == end {
			return into
		}
		return one(end)
	case shapeShort:
		return append(wordEnds(s, at, 9, shortWord, into), at)
	case shapeIdent:
		return one(identEnd(s, at))
	case shapeTag:
		return one(tagsEnd(s, at))
	case shapeRuler:
		end := at
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if !strings.ContainsRune("-–—_*=+~#|•·. \u00a0", r) {
				return into
			}
			end += n
		}
		return one(end)
	}
	return into
}

// wordKind says whether a word may stand in a shape.
type wordKind uint8

const (
	noWord   wordKind = iota
	linkWord          // may stand inside but neither first nor last
	fullWord
)

// wordEnds lists the ends of runs of at most most words that kind allows, the
// longest first. Punctuation marks are words of their own, save - . ' & inside a
// word. kind is told the number of words before.
func wordEnds(s string, at, most int, kind func(w string, n int) wordKind, into []int) []int {
	first := len(into)
	i := at
	for n := range most {
		j := pieceEnd(s, i)
		if j == i {
			break
		}
		k := kind(s[i:j], n)
		if k == noWord || k == linkWord && n == 0 {
			break
		}
		if k == fullWord {
			into = append(into, j)
		}
		i = skipBlanks(s, j)
	}
	for a, b := first, len(into)-1; a < b; a, b = a+1, b-1 {
		into[a], into[b] = into[b], into[a]
	}
	return into
}

// pieceEnd is the end of the word or mark at offset at.
func pieceEnd(s string, at int) int {
	if at >= len(s) {
		return at
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	if !wordRune(r) {
		return at + n
	}
	i := at
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if !strings.ContainsRune("-.'’&_*@", r) || !wordRune(next) {
				break
			}
		}
		i += n
	}
	return i
}

// capital reports whether w begins with an upper-case letter and holds no digit.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && !strings.ContainsAny(w, "0123456789")
}

// nameWord allows the words of a person's name.
func nameWord(w string, n int) wordKind {
	switch w {
	case "von", "van", "de", "der", "den", "zu", "zur", "bin", "al", "el", "la", "le", "da", "di", "dos", "du", "ter", ".", "'", "’", "-":
		return linkWord
	}
	if capital(w) && rules().noplace.member(w, 0) < 0 {
		return fullWord
	}
	return noWord
}

// placeWord allows the words of a place in a dateline.
func placeWord(w string, n int) wordKind {
	switch w {
	case "/", "-", ".", "am", "an", "der", "im", "in", "de", "del", "la", "ob":
		return linkWord
	}
	if capital(w) && rules().noplace.member(w, 0) < 0 {
		return fullWord
	}
	return noWord
}

// creditWord allows the words of a picture's credit.
func creditWord(w string, n int) wordKind {
	switch w {
	case "/", "-", "–", ",", ".", "&", "|", "©", ":", "via", "by", "von", "van", "de", "der", "für", "und", "+":
		return linkWord
	case ")", "(":
		return fullWord
	case "!", "?", "„", "“", "\"", "»", "«":
		return noWord
	}
	if strings.ContainsAny(w, "0123456789") {
		return noWord
	}
	return fullWord
}

// shortWord allows anything but marks that close a sentence or hold a quotation.
func shortWord(w string, n int) wordKind {
	switch w {
	case ".", "!", "?", "…", "„", "“", "»", "«", ";":
		return noWord
	}
	return fullWord
}

func numberEnd(s string, at int) int {
	i := at
	for i < len(s) && (isDigit(s[i]) || s[i] == '.' && i > at && i+1 < len(s) && isDigit(s[i+1])) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// timeEnd is the end of a clock time: 14:30, 14.30, 14:30:05 or 14, the last only
// with Uhr; Uhr may follow all of them.
func timeEnd(s string, at int) int {
	h, i, ok := digits(s, at, 1, 2)
	if !ok || h > 24 {
		return at
	}
	parts := 1
	for parts < 3 && i < len(s) && (s[i] == ':' || s[i] == '.') {
		m, j, ok := digits(s, i+1, 2, 2)
		if !ok || m > 59 {
			break
		}
		i, parts = j, parts+1
	}
	if end := literal(s, skipBlanks(s, i), "uhr"); end >= 0 {
		return end
	}
	if parts == 1 {
		return at
	}
	return i
}

// digits reads a number of lo to hi digits that no further digit follows.
func digits(s string, at, lo, hi int) (v, end int, ok bool) {
	i := at
	for i < len(s) && isDigit(s[i]) {
		if i-at == hi {
			return 0, at, false
		}
		v = v*10 + int(s[i]-'0')
		i++
	}
	return v, i, i-at >= lo
}

// identEnd is the end of an identifier of a script that cannot be a German word
// or a brand: two small letters at least stand before the first capital, or it
// holds _ or $.
func identEnd(s string, at int) int {
	i, odd := at, false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			if i-at < 2 {
				return at
			}
			odd = true
		case c == '_' || c == '$':
			odd = true
		case 'a' <= c && c <= 'z' || isDigit(c) && i > at:
		case c >= utf8.RuneSelf:
			return at
		default:
			if !odd {
				return at
			}
			return i
		}
	}
	if !odd {
		return at
	}
	return i
}

// tagsEnd is the end of a run of HTML tags and the blanks between them.
func tagsEnd(s string, at int) int {
	i := at
	for i+1 < len(s) && s[i] == '<' && (s[i+1] == '/' || s[i+1] == '!' || s[i+1]|0x20 >= 'a' && s[i+1]|0x20 <= 'z') {
		j := strings.IndexByte(s[i:], '>')
		if j < 0 {
			break
		}
		i = skipBlanks(s, i+j+1)
	}
	return i
}
