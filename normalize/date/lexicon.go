package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/normalize/number"
)

//go:embed words.tsv
var wordsTSV string

//go:embed phrases.tsv
var phrasesTSV string

//go:embed holidays.tsv
var holidaysTSV string

// class is what a word does in a time expression; words.tsv names them.
type class uint8

const (
	cNone class = iota
	cDet
	cEin
	cWeekday
	cWeekAbbr
	cWeekly
	cWeekdayPart // compound of weekday and part of the day, made here
	cMonth
	cMonthAbbr
	cSeason
	cSeasonMonths // "Sommermonate", made here
	cPart
	cPartAdv
	cDaily
	cUnit
	cPosUnit
	cPos
	cDay
	cDayAdj
	cPeriod
	cPeriodAdj
	cShift
	cDir
	cThis
	cThat
	cSame
	cFollow
	cOrd
	cEdge
	cLong
	cHalf
	cQuant
	cNum
	cDecade
	cApprox
	cMore
	cAls
	cLater
	cLasting
	cOften
	cEach
	cPro
	cIm
	cTimes
	cRef
	cRefNoun
	cRefAdj
	cSpan
	cUhr
	cQuarterHour
	cHalfHour
	cEvent
	cLongYears
	cEx
	cAbbr   // "Q3", "H1"
	cWeekNo // "KW 45"
	cLastingAdj
	cLastingWord // "dreitägig", made here
	cLink
	cYears
	cPhrase
	cHoliday
	cDigits
	cPunct
)

var classNames = map[string]class{
	"det": cDet, "ein": cEin, "weekday": cWeekday, "weekabbr": cWeekAbbr, "weekly": cWeekly, "month": cMonth,
	"monthabbr": cMonthAbbr, "season": cSeason, "part": cPart, "partadv": cPartAdv, "daily": cDaily, "unit": cUnit,
	"posunit": cPosUnit, "pos": cPos, "day": cDay, "dayadj": cDayAdj, "period": cPeriod, "periodadj": cPeriodAdj,
	"shift": cShift, "dir": cDir, "this": cThis, "that": cThat, "same": cSame, "follow": cFollow, "ord": cOrd,
	"edge": cEdge, "long": cLong, "half": cHalf, "quant": cQuant, "num": cNum, "decade": cDecade, "approx": cApprox,
	"more": cMore, "als": cAls, "later": cLater, "lasting": cLasting, "often": cOften, "each": cEach, "pro": cPro,
	"im": cIm, "times": cTimes, "ref": cRef, "refnoun": cRefNoun, "refadj": cRefAdj, "span": cSpan, "uhr": cUhr,
	"quarter": cQuarterHour, "halfhour": cHalfHour, "event": cEvent, "longyears": cLongYears, "ex": cEx, "abbr": cAbbr, "weekno": cWeekNo, "lastingadj": cLastingAdj, "link": cLink, "years": cYears, "none": cNone,
}

// noStart marks the classes that only go on with an expression.
var noStart = [cPunct + 1]bool{cNone: true, cAls: true, cUhr: true, cLink: true, cYears: true, cLater: true, cLong: true, cSpan: true, cPartAdv: true, cEvent: true, cLastingAdj: true}

// What entry.n holds of a unit word.
const (
	unitFem int16 = 1 << iota
	unitSing
	unitPlur
)

// entry is one reading of a form.
type entry struct {
	class   class
	capital bool   // the form begins with a capital
	n       int16  // number, weekday, month, offset
	code    string // TIMEX3 code: unit, season, part of the day, reference
	mod     string // TIMEX3 mod; for a holiday its rule
	rest    []string
	next    *entry
}

type lexicon struct {
	words   map[string]*entry
	context map[string]before
	start   map[string]bool
}

var lex = sync.OnceValue(load)

func load() *lexicon {
	l := &lexicon{context: loadContext(), words: make(map[string]*entry, 2048), start: make(map[string]bool, 2048)}
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
			case v != "-" && i == 0 || e.code == "":
				e.code = v
			}
		}
		switch e.class {
		case cLink:
			e.n = int16(linkNames[e.code])
		case cApprox, cMore:
			e.mod, e.code = e.code, ""
		case cNum, cHalf, cQuant:
			e.code = f[1]
		}
		for _, form := range strings.Fields(f[2]) {
			l.addForms(form, e)
		}
	})
	l.addNumbers()
	l.addCompounds()
	l.addAdjectives()
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
	for w, e := range l.words {
		for ; e != nil; e = e.next {
			if !noStart[e.class] {
				l.start[w] = true
			}
		}
	}
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

// addNumbers adds the number words that occur with units of time: 2 to 99, the
// hundreds and thousand.
func (l *lexicon) addNumbers() {
	ones := [...]string{"", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"}
	teens := [...]string{"zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"}
	tens := [...]string{"", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"}
	num := func(w string, n int) { l.add(w, entry{class: cNum, n: int16(n), code: strconv.Itoa(n)}) }
	for i := 3; i <= 9; i++ {
		num(ones[i], i)
	}
	for i, w := range teens {
		num(w, 10+i)
	}
	num("dreier", 3)
	num("dreien", 3)
	for i := 2; i <= 9; i++ {
		num(tens[i], 10*i)
		for j := 1; j <= 9; j++ {
			num(ones[j]+"und"+tens[i], 10*i+j)
		}
		num(ones[i]+"hundert", 100*i)
		num(ones[i]+"tausend", 1000*i)
	}
	num("dreissig", 30)
	num("hundert", 100)
	num("einhundert", 100)
	num("tausend", 1000)
	for i := 2; i <= 9; i++ {
		l.add(ones[i]+"einhalb", entry{class: cNum, n: int16(i), code: strconv.Itoa(i) + ".5"})
	}
}

// addCompounds adds weekday + part of the day ("Montagabend", "Montagabends")
// and season + months.
func (l *lexicon) addCompounds() {
	parts := [...]struct{ form, code string }{{"morgen", "MO"}, {"vormittag", "MO"}, {"mittag", "MI"}, {"nachmittag", "AF"}, {"abend", "EV"}, {"nacht", "NI"}}
	days := [...]string{"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag", "Sonnabend"}
	for i, d := range days {
		n := int16(i + 1)
		if n == 8 {
			n = 6
		}
		l.add(d+"früh", entry{class: cWeekdayPart, n: n, code: "MO"})
		for _, p := range parts {
			e := entry{class: cWeekdayPart, n: n, code: p.code}
			l.add(d+p.form, e)
			l.add(d+p.form+"s", e)
		}
	}
	for _, s := range [...]struct{ form, code string }{{"Sommer", "SU"}, {"Winter", "WI"}, {"Herbst", "FA"}, {"Frühlings", "SP"}, {"Frühjahrs", "SP"}} {
		l.add(s.form+"monate", entry{class: cSeasonMonths, code: s.code})
		l.add(s.form+"monaten", entry{class: cSeasonMonths, code: s.code})
	}
}

// addAdjectives adds the adjectives of duration made of a number word
// ("dreitägig", "mehrwöchigen").
func (l *lexicon) addAdjectives() {
	numbers := [...]struct{ form, amount string }{
		{"ein", "1"}, {"zwei", "2"}, {"drei", "3"}, {"vier", "4"}, {"fünf", "5"}, {"sechs", "6"}, {"sieben", "7"}, {"acht", "8"},
		{"neun", "9"}, {"zehn", "10"}, {"elf", "11"}, {"zwölf", "12"}, {"vierzehn", "14"}, {"fünfzehn", "15"}, {"achtzehn", "18"},
		{"zwanzig", "20"}, {"dreißig", "30"}, {"vierzig", "40"}, {"fünfzig", "50"}, {"halb", "0.5"}, {"eineinhalb", "1.5"},
		{"anderthalb", "1.5"}, {"zweieinhalb", "2.5"}, {"dreieinhalb", "3.5"}, {"mehr", "X"},
	}
	units := [...]struct{ form, code string }{{"tägig", "D"}, {"wöchig", "W"}, {"monatig", "M"}, {"stündig", "TH"}, {"minütig", "TM"}}
	for _, n := range numbers {
		for _, u := range units {
			e := entry{class: cLastingWord, code: u.code, mod: n.amount}
			l.add(n.form+u.form, e)
			for _, x := range endings {
				l.add(n.form+u.form+x, e)
			}
		}
	}
	for _, x := range endings {
		l.add("hundertjährig"+x, entry{class: cLastingWord, code: "Y", mod: "100"})
		l.add("mehrjährig"+x, entry{class: cLastingWord, code: "Y", mod: "X"})
	}
}

// CanStart reports whether a time expression may begin with this word form: a
// run of letters or digits with what is glued to it. It is a cheap first look;
// [Scan] decides.
func CanStart(word string) bool {
	if word == "" {
		return false
	}
	if c := word[0]; c >= '0' && c <= '9' {
		n := 1
		for n < len(word) && isDigit(word[n]) {
			n++
		}
		return n <= 4
	}
	n := 0
	for n < len(word) && word[n] != '-' && word[n] != '.' && !isDigit(word[n]) {
		n++
	}
	if n < len(word) && isDigit(word[n]) && n > 1 {
		return false // "Q3" may, "U21" may not
	}
	var buf [maxWord]byte
	key, ok := lower(buf[:0], word[:n])
	if ok && lex().start[string(key)] {
		return true
	}
	// number words that are not in the list have one of these in them
	return len(word) > 10 && (strings.Contains(word, "undert") || strings.Contains(word, "ausend")) && number.CanStart(word)
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
