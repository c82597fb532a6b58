package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/number"
)

//go:embed words.tsv
var wordsTSV string

//go:embed phrases.tsv
var phrasesTSV string

//go:embed holidays.tsv
var holidaysTSV string

// entry is one reading of a form.
type entry struct {
	class   class
	capital bool   // the form begins with a capital
	lead    Lead   // of a word's first entry, for all of them
	n       int16  // number, weekday, month, offset
	code    string // TIMEX3 code: unit, season, part of the day, reference
	mod     string // TIMEX3 mod; for a holiday its rule
	rest    []string
	next    *entry
}

type lexicon struct {
	words   map[string]*entry
	context map[string]before
	roles   map[string]role
	has     char.Filter // of words
	leads   leads
}

var lex = sync.OnceValue(load)

func load() *lexicon {
	l := &lexicon{context: loadContext(), roles: loadRoles(), words: make(map[string]*entry, 2048)}
	eachLine(wordsTSV, func(f []string) {
		e := entry{class: classNames[f[0]]}
		for i, v := range strings.Fields(f[1]) {
			switch n, err := strconv.Atoi(v); {
			case err == nil:
				e.n = int16(n)
				if e.class == cNum || e.class == cEin {
					e.code = v
				}
			case e.class == cUnit && i > 0:
				e.n |= map[string]int16{"f": unitFem, "sg": unitSing, "pl": unitPlur}[v]
			case v == "START" || v == "MID" || v == "END":
				e.mod = v
			case v != "-" && (i == 0 || e.code == ""):
				e.code = v
			}
		}
		switch e.class {
		case cLink:
			e.n = int16(linkNames[e.code])
		case cApprox, cMore, cLong:
			e.mod, e.code = e.code, ""
		case cNum, cHalf, cQuant:
			e.code = f[1]
		}
		for _, form := range strings.Fields(f[2]) {
			l.addForms(form, e)
		}
	})
	l.addCompounds()
	eachLine(phrasesTSV, func(f []string) {
		e := entry{class: cPhrase, code: f[2], mod: f[1]}
		if f[1] == "none" {
			e.code = ""
		}
		l.addPhrase(f[0], e)
	})
	eachLine(holidaysTSV, func(f []string) {
		l.addPhrase(f[0], entry{class: cHoliday, code: f[1]})
	})
	l.addLeads()
	return l
}

// eachLine hands the fields of every line that holds any to f.
func eachLine(tsv string, f func([]string)) {
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			f(strings.Split(line, "\t"))
		}
	}
}

var endings = [...]string{"e", "en", "er", "es", "em"}

func (l *lexicon) addForms(form string, e entry) {
	if stem, ok := strings.CutSuffix(form, "~"); ok {
		for _, x := range endings {
			l.add(stem+x, e)
		}
		return
	}
	l.add(form, e)
}

func (l *lexicon) add(form string, e entry) {
	r, _ := utf8.DecodeRuneInString(form)
	e.capital = unicode.IsUpper(r)
	key := strings.ToLower(form)
	old := l.words[key]
	if old != nil && old.class == e.class && old.code == e.code && old.n == e.n && old.capital == e.capital && e.rest == nil {
		return
	}
	n := e
	if old == nil {
		l.words[key] = &n
		l.has.Add(key)
		return
	}
	for old.next != nil {
		old = old.next
	}
	old.next = &n
}

func (l *lexicon) addPhrase(phrase string, e entry) {
	f := strings.Fields(phrase)
	for _, w := range f[1:] {
		e.rest = append(e.rest, strings.ToLower(w))
	}
	if stem, ok := strings.CutSuffix(f[0], "~"); ok {
		for _, x := range endings {
			l.add(stem+x, e)
		}
		return
	}
	l.add(f[0], e)
}

// CanStart reports whether a time expression may begin with this word form: a
// run of letters or digits with what is glued to it. It is a cheap first look;
// [Scan] decides.
func CanStart(word string) bool { return LeadOf(word) != NoLead }

// LeadOf says what has to follow this word form for a time expression to begin
// with it.
func LeadOf(word string) Lead {
	if word == "" {
		return NoLead
	}
	if c := word[0]; c >= '0' && c <= '9' {
		n := 1
		for n < len(word) && isDigit(word[n]) {
			n++
		}
		if n <= 4 {
			return leadAny
		}
		return NoLead
	}
	n := 0
	for n < len(word) && word[n] != '-' && word[n] != '.' && !isDigit(word[n]) {
		n++
	}
	if n < len(word) && isDigit(word[n]) && n > 1 {
		return NoLead // "Q3" may, "U21" may not
	}
	var buf [maxWord]byte
	if key, ok := lower(buf[:0], word[:n]); ok {
		if e := lex().find(key); e != nil && e.lead != NoLead {
			if n < len(word) {
				return leadAny
			}
			return e.lead
		}
	}
	// number words that are not in the list have one of these in them
	if len(word) > 10 && (strings.Contains(word, "undert") || strings.Contains(word, "ausend")) && number.CanStart(word) {
		return leadAny
	}
	return NoLead
}

// find returns the readings of a word in small letters, nil for none.
func (l *lexicon) find(key []byte) *entry {
	if !l.has.Has(string(key)) {
		return nil
	}
	return l.words[string(key)]
}

// maxWord is the longest word looked up, in bytes.
const maxWord = 40

// lower appends s in small letters; it declines what is too long to be looked up
// or holds letters outside Latin-1, which no entry does.
func lower(b []byte, s string) ([]byte, bool) {
	if len(s) > maxWord {
		return nil, false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c-'A' < 26:
			c += 'a' - 'A'
		case c == 0xC3 && i+1 < len(s):
			b = append(b, c)
			i++
			c = s[i]
			if c >= 0x80 && c <= 0x9E && c != 0x97 {
				c += 0x20
			}
		case c >= 0x80:
			return nil, false
		}
		b = append(b, c)
	}
	return b, true
}

func isDigit(c byte) bool { return c-'0' < 10 }
