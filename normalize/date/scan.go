package date

import (
	"strings"
	"unicode/utf8"
)

// Scan reads the longest time expression that begins at byte at of s, which must
// be the start of a word; ok is false when none does. What stands before at is
// looked at where the reading hangs on it (a bare "Abend" is a time behind "am").
func Scan(s string, at int) (e Expr, ok bool) {
	var p parser
	p.s, p.pos, p.lex = s, at, lex()
	e.hour, e.sec = -1, -1
	n := p.expression(0, &e)
	if n == 0 {
		return Expr{}, false
	}
	if e.Start == 0 {
		e.Start = p.toks[0].start
	}
	e.End = p.end(n)
	if e.Core == 0 {
		e.Core = e.Start
	}
	if e.prep == "" {
		e.prep, _ = wordBefore(s, e.Start)
	}
	if e.kind == kPart || e.kind == kClock {
		e.sent = sentenceStart(s, at)
	}
	return e, true
}

// expression reads any time expression at token i and returns the token behind
// it, 0 for none. It fills e only when it succeeds.
func (p *parser) expression(i int, e *Expr) int {
	t := p.at(i)
	if t.class == cDigits {
		return p.longest(i, e, readNumeric, readDuration, readClock, readOrdinal, readFrequency)
	}
	if t.e == nil {
		if t.class != cNone || t.end-t.start < 10 {
			return 0
		}
		return p.duration(i, e)
	}
	if n := p.phrase(i, e); n != 0 {
		if e.kind == kNone {
			return 0
		}
		return n
	}
	for r := t.e; r != nil; r = r.next {
		if r.rest != nil || r.capital && !t.capital {
			continue
		}
		switch r.class {
		case cDet:
			if n := p.withDet(i, e); n != 0 {
				return n
			}
		case cEin, cNum:
			if n := p.longest(i, e, readDuration, readClock, readFrequency); n != 0 {
				return n
			}
		case cQuant, cApprox, cMore, cLasting:
			if n := p.duration(i, e); n != 0 {
				return n
			}
		case cLongYears:
			if n := p.longYears(i, e); n != 0 {
				return n
			}
		case cQuarterHour, cHalfHour:
			if n := p.clock(i, e); n != 0 {
				return n
			}
		case cPos:
			if n := p.position(i, e); n != 0 {
				return n
			}
		default:
			if n := p.reading(i, r, e, false); n != 0 {
				return n
			}
		}
	}
	return 0
}

// reader names a reader for longest: calling one through a function value would
// move every parser to the heap.
type reader uint8

const (
	readNumeric reader = iota
	readDuration
	readClock
	readOrdinal
	readDay
	readFrequency
	readDecade
)

func (p *parser) read(r reader, i int, e *Expr) int {
	switch r {
	case readNumeric:
		return p.numeric(i, e)
	case readDuration:
		return p.duration(i, e)
	case readClock:
		return p.clock(i, e)
	case readOrdinal:
		return p.ordinalPeriod(i, e)
	case readFrequency:
		return p.countedFrequency(i, e)
	case readDay:
		return p.numericDay(i, e)
	default:
		return p.decade(i, e)
	}
}

// longest tries all readers and keeps the one that reaches furthest.
func (p *parser) longest(i int, e *Expr, readers ...reader) int {
	best := 0
	var b Expr
	for _, r := range readers {
		x := *e
		if n := p.read(r, i, &x); n > best {
			best, b = n, x
		}
	}
	if best > 0 {
		*e = b
	}
	return best
}

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
		x := Expr{Core: e.Core, hour: -1, sec: -1}
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

// withDet reads an expression behind its determiner.
func (p *parser) withDet(i int, e *Expr) int {
	if p.pronoun(i) {
		return 0
	}
	x := *e
	x.Core = p.at(i + 1).start
	n := p.determined(i+1, &x)
	if n == 0 {
		return 0
	}
	if x.bareSpan {
		x.Start = x.Core
	}
	*e = x
	return n
}

// pronoun reports whether the article at token i is a relative pronoun before
// what tells the time of its clause: "…, die vergangene Woche begann", "…, das drei
// Tage dauerte".
func (p *parser) pronoun(i int) bool {
	number := p.at(i+1).class == cDigits && !p.gluedMark(i+2, '.')
	for r := p.at(i + 1).e; r != nil; r = r.next {
		switch r.class {
		case cNum, cApprox, cMore, cQuant:
			number = true
		case cDir:
			if _, mark := p.wordBefore(i); mark == ',' {
				return true
			}
		}
	}
	if !number {
		return false
	}
	switch p.word(i) {
	case "das", "dem", "des", "Das":
		return true
	}
	_, mark := p.wordBefore(i)
	return mark == ','
}

// determined reads what may follow a definite article.
func (p *parser) determined(i int, e *Expr) int {
	t := p.at(i)
	if t.class == cDigits {
		return p.longest(i, e, readDay, readOrdinal, readDecade, readDuration)
	}
	if t.e == nil {
		return 0
	}
	if n := p.phrase(i, e); n != 0 {
		return n * b2i(e.kind != kNone)
	}
	for r := t.e; r != nil; r = r.next {
		if r.rest != nil || r.capital && !t.capital {
			continue
		}
		n := 0
		switch r.class {
		case cNum, cApprox, cMore:
			n = p.duration(i, e)
		case cLong:
			if p.is(i+1, cNum) != nil || p.at(i+1).class == cDigits {
				n = p.countedUnits(i+1, e)
			}
		case cUnit:
			n = p.namedUnit(i, e, true)
		case cDay, cRef, cOften, cIm, cPro, cDet, cEach, cEin, cDaily, cWeekly, cPartAdv, cTimes, cPeriod:
			if r.class == cPeriod && r.capital {
				n = p.reading(i, r, e, true)
			}
		case cPos:
			// "das Ende des Jahres"; in "das Ende Juni begann" it is a pronoun
			if p.is(i+1, cDet) != nil {
				n = p.position(i, e)
			}
		case cDir, cFollow:
			// "der kommende Woche …": a relative pronoun, not the article
			if w := p.word(i); i > 0 && w[len(w)-1] == 'e' && feminine(p.word(i+1)) && (p.word(i-1) == "der" || p.word(i-1) == "Der") {
				break
			}
			n = p.reading(i, r, e, true)
		default:
			n = p.reading(i, r, e, true)
		}
		if n != 0 {
			return n
		}
	}
	return 0
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// core reads the expressions that begin with a word that isn't a number, with
// or without a determiner before it.
func (p *parser) core(i int, e *Expr, det bool) int {
	t := p.at(i)
	for r := t.e; r != nil; r = r.next {
		if r.rest != nil || r.capital && !t.capital {
			continue
		}
		if n := p.reading(i, r, e, det); n != 0 {
			return n
		}
	}
	return 0
}

// reading is core for one reading of the first word. It changes e only when it
// succeeds.
func (p *parser) reading(i int, r *entry, e *Expr, det bool) int {
	x := *e
	n := p.coreReading(i, r, &x, det)
	if n != 0 {
		*e = x
	}
	return n
}

func (p *parser) coreReading(i int, r *entry, e *Expr, det bool) int {
	switch r.class {
	case cWeekday:
		return p.weekday(i, r, e)
	case cWeekAbbr:
		return p.weekAbbr(i, r, e)
	case cWeekdayPart:
		e.kind, e.wd, e.part = kWeekday, int8(r.n), r.code
		return p.weekdayDate(i+1, e)
	case cWeekly:
		e.kind = kSet
		if r.code != "" {
			e.code = "XXXX-WXX-" + r.code
		} else {
			e.code = "XXXX-WXX-" + string(rune('0'+r.n))
		}
		return i + 1
	case cMonth:
		return p.month(i, r, e, det)
	case cMonthAbbr:
		return p.monthAbbr(i, r, e)
	case cSeason:
		e.kind, e.code, e.mod = kSeason, r.code, r.mod
		n := p.yearTail(i+1, e)
		if n == i+1 && !det && !p.licensed(i) {
			return 0
		}
		return n
	case cSeasonMonths:
		e.kind, e.code, e.bareSpan = kSet, "P1"+r.code, true
		return i + 1
	case cPart:
		return p.dayPart(i, r, e, det)
	case cDaily:
		if p.at(i).capital && p.before(i) != beforeStart {
			return 0 // "eines Abends"
		}
		e.kind, e.part = kPart, r.code
		e.n = 1 // adverb: a habit unless a day was told just before
		if t := p.at(i); t.capital {
			e.n = 2
		}
		return i + 1
	case cUnit:
		return p.namedUnit(i, e, det)
	case cPosUnit:
		e.kind, e.code, e.mod = kRel, r.code, r.mod
		if r.code == "Y" && p.plainYear(i+1) {
			e.kind, e.year = kYear, p.at(i+1).num
			return i + 2
		}
		return i + 1
	case cDay:
		return p.deicticDay(i, r, e)
	case cDayAdj:
		return p.deicticAdj(i, r, e)
	case cPeriod:
		e.kind, e.code, e.off = kRel, r.code, int(r.n)
		return i + 1
	case cPeriodAdj:
		return 0
	case cShift:
		e.kind, e.code, e.off = kShift, r.code, int(r.n)
		return i + 1
	case cDir, cThis, cThat, cSame, cFollow:
		return p.relative(i, r, e, det)
	case cOrd:
		return p.ordinal(i, r, e)
	case cEdge:
		n := p.edge(i, r, e, det)
		return n
	case cDecade:
		if !det && p.is(i+1, cYears) == nil && p.is(i+1, cUnit) == nil {
			return 0
		}
		return p.decadeWord(i, r, e, det)
	case cOften:
		e.kind, e.code = kSet, r.code
		return i + 1
	case cTimes:
		return p.frequency(i, e)
	case cEach:
		return p.each(i, r, e)
	case cPro, cIm:
		return p.per(i, r, e)
	case cRef:
		e.kind, e.code, e.n = kRef, r.code, int(r.n)
		return i + 1
	case cRefNoun:
		// "in Zukunft", "in der Vergangenheit"; as a subject it is a topic
		if w := i; det && w > 0 && p.is(w-1, cDet) != nil && p.before(w-1)&beforeIn == 0 || !(det && w > 0) && p.before(w)&beforeIn == 0 {
			return 0
		}
		e.kind, e.code = kRef, r.code
		return i + 1
	case cEx:
		// "Ex-Präsident"
		if p.gluedMark(i+1, '-') && p.at(i+2).glued && p.at(i+2).capital {
			e.kind, e.code, e.bareSpan = kRef, r.code, true
			return i + 1
		}
	case cAbbr:
		// "Q3 2015"
		if t := p.at(i + 1); t.class == cDigits && t.glued && t.num >= 1 && (t.num <= 4 && r.code == "Q" || t.num <= 2) && t.digits == 1 && !p.decimalAfter(i+1) {
			e.kind, e.code, e.n, e.n2 = kQuarter, r.code, t.num, t.num
			n := i + 2
			if p.gluedMark(n, '/') && p.plainYear(n+1) {
				n++
			}
			m := p.yearTail(n, e)
			if m == n && r.code == "H" {
				return 0
			}
			return m
		}
	case cWeekNo:
		if t := p.at(i + 1); t.class == cDigits && t.digits <= 2 && t.num >= 1 && t.num <= 53 {
			e.kind, e.n = kWeekNo, t.num
			n := i + 2
			if p.gluedMark(n, '/') && p.plainYear(n+1) {
				n++
			}
			return p.yearTail(n, e)
		}
	case cRefAdj:
		if p.is(i+1, cSpan) != nil {
			e.kind, e.code = kRef, r.code
			return i + 2
		}
	case cLastingWord:
		e.kind, e.amount, e.code, e.bareSpan = kDur, r.mod, r.code, true
		return i + 1
	case cLasting:
		e.kind, e.amount, e.code, e.bareSpan = kDur, "X", r.code, true
		return i + 1
	}
	return 0
}

// deicticDay reads "gestern", "heute Abend", "heute, Dienstag".
func (p *parser) deicticDay(i int, r *entry, e *Expr) int {
	e.kind, e.code, e.off = kDay, "D", int(r.n)
	if r.n == 0 {
		e.kind = kNow
		p.preposition(i, e)
		// a clock time or the verb of a single event makes it this very day
		if p.at(i+1).class == cDigits || p.is(i+1, cEvent) != nil || p.eventBefore(i) ||
			p.is(i+1, cTo) != nil && p.is(i+2, cDay) != nil {
			e.dirSet = true
		}
	}
	if p.idiom(i, r) {
		return 0
	}
	if r.n == 0 && e.part == "" {
		// "heute vor 25 Jahren", "heute in einer Woche"
		if w := p.word(i + 1); w == "vor" || w == "in" {
			x := Expr{}
			if n := p.countedUnits(i+2, &x); n != 0 && x.more == "" && x.amount != "X" && len(x.amount) < 4 && len(x.code) == 1 {
				e.kind, e.code, e.amount, e.off = kFromRef, x.code, x.amount, 1
				if w == "vor" {
					e.off = -1
				}
				return n
			}
		}
	}
	if w, mark := p.wordBefore(i); mark == 0 && w == "von" && r.n >= -1 && r.n <= 1 {
		switch p.word(i + 1) {
		case "an", "ab", "auf", "bis", "um":
		default:
			e.kind, e.code = kRef, [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[r.n+1]
			return i + 1
		}
	}
	if part := p.partHere(i + 1); part != nil {
		e.part = part.code
		e.kind = kDay
		return i + 2
	}
	n := i + 1
	if p.isMark(n, ',') {
		n++
	}
	if w := p.is(n, cWeekday); w != nil {
		// "heute, Dienstag", "heute Dienstag"
		e.kind = kDay
		x := *e
		if m := p.weekday(n, w, &x); x.kind == kDate {
			*e = x
			return m
		}
		return n + 1
	}
	return i + 1
}

// idiom reports "von heute auf morgen", which is no time.
func (p *parser) idiom(i int, r *entry) bool {
	w, _ := p.wordBefore(i)
	switch r.n {
	case 0:
		return (w == "von" || w == "Von") && p.word(i+1) == "auf" && p.is(i+2, cDay) != nil
	case 1:
		if w != "auf" {
			return false
		}
		w, _ = wordBefore(p.s, p.at(i).start-len("auf "))
		return w == "heute"
	}
	return false
}

// partHere is the reading of token i as the part of a day named just before.
func (p *parser) partHere(i int) *entry {
	for _, c := range [...]class{cPart, cPartAdv, cDaily} {
		if e := p.is(i, c); e != nil && e.code != "24:00" {
			return e
		}
	}
	return nil
}

// deicticAdj reads "heutigen Dienstag", "gestrigen Abend", "heutigen".
func (p *parser) deicticAdj(i int, r *entry, e *Expr) int {
	e.kind, e.code, e.off = kDay, "D", int(r.n)
	if w := p.is(i+1, cWeekday); w != nil {
		x := *e
		x.wd = int8(w.n)
		if n := p.weekdayDate(i+2, &x); n > i+2 {
			x.bareSpan = true
			*e = x
			return n
		}
		return i + 2
	}
	if w := p.is(i+1, cWeekdayPart); w != nil {
		e.part = w.code
		return i + 2
	}
	if w := p.is(i+1, cPart); w != nil && w.code != "24:00" {
		e.part = w.code
		return i + 2
	}
	if w := p.is(i+1, cUnit); w != nil && w.code == "D" {
		return i + 2
	}
	x := *e
	if n := p.phrase(i+1, &x); n != 0 && x.kind == kHoliday {
		return n // "gestrigen Ostersonntag"
	}
	if r.n == 0 {
		e.kind, e.n, e.bareSpan = kNow, 3, true
		return i + 1
	}
	e.bareSpan = true
	return i + 1
}

// eventBefore reports whether the word before token i is the verb of a single
// event ("beginnt heute").
func (p *parser) eventBefore(i int) bool {
	w, mark := p.wordBefore(i)
	if mark != 0 {
		return false
	}
	var buf [maxWord]byte
	key, ok := lower(buf[:0], w)
	if !ok {
		return false
	}
	for e := p.lex.words[string(key)]; e != nil; e = e.next {
		if e.class == cEvent {
			return true
		}
	}
	return false
}

// longYears reads "lange Jahre", "lange Zeit" being too vague.
func (p *parser) longYears(i int, e *Expr) int {
	if p.is(i+1, cUnit) == nil || !p.plural(i+1) {
		return 0
	}
	e.kind, e.amount, e.code = kDur, "X", p.is(i+1, cUnit).code
	return i + 2
}

// weekday reads "Montag", "Montag Abend", "Mittwoch, dem 26. Mai".
func (p *parser) weekday(i int, r *entry, e *Expr) int {
	e.kind, e.wd = kWeekday, int8(r.n)
	n := i + 1
	if w := p.partHere(n); w != nil {
		e.part = w.code
		if w.class == cDaily {
			e.kind, e.code = kSet, "XXXX-WXX-"+string(rune('0'+r.n))+"T"+w.code
		}
		return n + 1
	}
	if m := p.weekTail(n, e); m != 0 {
		return m
	}
	return p.weekdayDate(n, e)
}

// weekTail reads the week a weekday belongs to: "Montag nächster Woche", "Montag
// der vergangenen Woche".
func (p *parser) weekTail(n int, e *Expr) int {
	if p.word(n) == "der" {
		n++
	}
	d := p.direction(n)
	u := p.is(n+1, cUnit)
	if d == nil || d.class != cDir && d.class != cThis || u == nil || u.code != "W" {
		return 0
	}
	e.off, e.week = int(d.n), true
	return n + 2
}

// weekdayDate goes on from a weekday to the date that explains it.
func (p *parser) weekdayDate(i int, e *Expr) int {
	n, paren := i, false
	switch {
	case p.isMark(n, ','):
		n++
	case p.isMark(n, '('):
		n++
		paren = true
	}
	if w := p.is(n, cDet); w != nil {
		n++
	}
	x := *e
	x.kind = kNone
	m := p.calendarDay(n, &x, paren || n > i)
	if m == 0 || x.kind != kDate {
		return i
	}
	if paren {
		if !p.isMark(m, ')') {
			return i
		}
		m++
	}
	*e = x
	return m
}

// weekAbbr reads "Mo., 5.11.", only before a date.
func (p *parser) weekAbbr(i int, r *entry, e *Expr) int {
	e.kind, e.wd = kWeekday, int8(r.n)
	n := i + 1
	if p.isMark(n, '.') {
		n++
	}
	if m := p.weekdayDate(n, e); m > n {
		return m
	}
	return 0
}

// month reads "November 2024", "April vergangenen Jahres", or a month alone where
// the word before shows that it is one.
func (p *parser) month(i int, r *entry, e *Expr, det bool) int {
	e.kind, e.month = kMonth, int8(r.n)
	n := p.yearTail(i+1, e)
	if n == i+1 {
		if !det && !p.licensed(i) {
			return 0
		}
		p.shareYear(n, e)
	}
	return n
}

func (p *parser) monthAbbr(i int, r *entry, e *Expr) int {
	n := i + 1
	if p.isMark(n, '.') && p.at(n).glued {
		n++
	}
	e.kind, e.month = kMonth, int8(r.n)
	m := p.yearTail(n, e)
	if m == n {
		return 0
	}
	return m
}

// yearTail reads the year behind a month, day, season, quarter or holiday: "2024",
// "des Jahres 2024", "dieses Jahres", "des vergangenen Jahres". It returns i when
// there is none.
func (p *parser) yearTail(i int, e *Expr) int {
	if p.plainYear(i) {
		e.year = p.at(i).num
		if n := p.yearSpan(i, e); n != 0 && (e.kind == kSeason || e.kind == kHoliday) {
			return n
		}
		return i + 1
	}
	n := i
	if p.is(n, cDet) != nil {
		n++
	}
	if v := p.is(n, cPeriod); v != nil && v.code == "Y" && v.capital && n > i {
		// "Dezember des Vorjahres"
		e.rel = yearRel{set: true, off: int(v.n)}
		return n + 1
	}
	d := p.direction(n)
	if d != nil {
		n++
	}
	u := p.is(n, cUnit)
	if n == i || u == nil || u.code != "Y" {
		return i
	}
	n++
	switch {
	case d == nil && p.plainYear(n):
		e.year = p.at(n).num
		return n + 1
	case d == nil:
		// "Mai des Jahres": some year, told elsewhere
		e.rel = yearRel{set: true}
	case d.class == cFollow, d.class == cSame, d.class == cThat:
		e.rel = yearRel{set: true, off: int(d.n), last: true}
	default:
		e.rel = yearRel{set: true, off: int(d.n)}
	}
	return n
}

// shareYear gives a month or day the year that is only said with the other end of
// its range or pair: "April und Juni 2013", "28. Februar bis 5. März 2013".
func (p *parser) shareYear(n int, e *Expr) {
	if !p.isMark(n, '-') && !p.isMark(n, '/') && p.is(n, cTo) == nil && p.word(n) != "oder" && p.word(n) != "sowie" {
		return
	}
	n++
	for p.at(n).class == cNone && (p.word(n) == "zum" || p.is(n, cDet) != nil) {
		n++
	}
	x := Expr{}
	if m := p.is(n, cMonth); m != nil {
		if p.plainYear(n + 1) {
			x.year, x.month = p.at(n+1).num, int8(m.n)
		}
	} else if p.at(n).class == cDigits {
		p.calendarDay(n, &x, false)
	}
	if x.year == 0 {
		return
	}
	e.year = x.year
	if e.month > x.month {
		e.year-- // "Dezember bis Februar 2013"
	}
}

// direction is the reading of token i as a word that tells a period from
// the present or the time spoken of.
func (p *parser) direction(i int) *entry {
	for r := p.at(i).e; r != nil; r = r.next {
		switch r.class {
		case cDir, cThis, cThat, cSame, cFollow:
			return r
		}
	}
	return nil
}

// position reads "Anfang Oktober", "Ende des Jahres", "Mitte der 1990er Jahre".
func (p *parser) position(i int, e *Expr) int {
	pos := p.is(i, cPos)
	if pos == nil {
		return 0
	}
	x := Expr{Core: e.Core, hour: -1, sec: -1}
	n := 0
	if p.is(i+1, cDet) != nil {
		if u := p.is(i+2, cUnit); u != nil && !p.plainYear(i+3) {
			if u.code != "Y" && u.code != "M" && u.code != "W" && u.code != "DE" && u.code != "CE" && u.code != "Q" {
				return 0
			}
			x.kind, x.code = kRel, u.code
			n = i + 3
		} else {
			n = p.determined(i+2, &x)
		}
	} else if p.plainYear(i + 1) {
		x.kind, x.year = kYear, p.at(i+1).num
		n = i + 2
	} else if m := p.is(i+1, cMonth); m != nil {
		n = p.month(i+1, m, &x, true)
	} else {
		n = p.core(i+1, &x, true)
	}
	if n == 0 {
		return 0
	}
	switch x.kind {
	case kYear, kDecade, kCentury, kMonth, kRel, kSeason, kMillen, kYears, kQuarter:
	default:
		return 0
	}
	x.Core = e.Core
	x.mod = pos.mod
	x.Next = 0
	*e = x
	return n
}

// edge reads "frühen Abend", "späten neunziger Jahren", "frühen Morgenstunden".
func (p *parser) edge(i int, r *entry, e *Expr, det bool) int {
	x := *e
	n := p.determined(i+1, &x)
	if n != 0 && x.part != "" && (x.kind == kWeekday || x.kind == kDate) {
		x.mod = r.mod
		*e = x
		return n
	}
	if n == 0 || x.kind != kPart && x.kind != kDecade && x.kind != kCentury && x.kind != kSeason {
		return 0
	}
	if x.kind == kPart && !det && !p.licensed(i) {
		return 0
	}
	x.mod = r.mod
	if x.kind == kPart {
		x.mod = r.mod
	}
	*e = x
	return n
}

// dayPart reads "Abend" behind "am", "Nacht zum Freitag", "Nacht auf Freitag".
func (p *parser) dayPart(i int, r *entry, e *Expr, det bool) int {
	if r.code == "24:00" {
		e.kind, e.hour = kClock, 24
		return i + 1
	}
	e.kind, e.part, e.mod = kPart, r.code, r.mod
	if l := p.is(i+1, cLater); l != nil && (det || p.before(i)&beforePart != 0) {
		// "am Morgen danach", "in der Nacht zuvor"
		e.kind, e.code, e.off = kShift, "D", int(l.n)
		return i + 2
	}
	if p.word(i+1) == "des" {
		// "Abend des 29. Juni", "Morgen des nächsten Tages"
		x := Expr{Core: e.Core, hour: -1, sec: -1}
		n := p.calendarDay(i+2, &x, true)
		if w := p.is(i+2, cWeekday); w != nil {
			x.kind, x.wd = kWeekday, int8(w.n)
			n = i + 3
		}
		if n != 0 {
			x.part, x.mod, x.bareSpan = r.code, r.mod, false
			*e = x
			return n
		}
	}
	if r.code == "NI" {
		if n := p.nightBefore(i+1, e); n != 0 {
			return n
		}
	}
	if det {
		// "in der Nacht", but not "der Abend" or "die Nacht"
		if r.code != "NI" && r.mod == "" && i > 0 && p.is(i-1, cDet) != nil && p.before(i-1)&beforeIn == 0 {
			return 0
		}
		if r.code == "NI" && i > 0 && p.is(i-1, cDet) != nil && p.before(i-1)&beforeIn == 0 {
			return 0
		}
	} else if p.before(i)&beforePart == 0 {
		return 0
	}
	return i + 1
}

// nightBefore reads "auf Freitag", "zum 5. November", "zu Montag" behind "Nacht".
func (p *parser) nightBefore(i int, e *Expr) int {
	t := p.at(i)
	if t.class != cNone {
		return 0
	}
	n := i + 1
	switch p.word(i) {
	case "auf", "zum", "zu":
	case "von", "vom":
		return p.nightBetween(n, e)
	default:
		return 0
	}
	if p.is(n, cDet) != nil {
		n++
	}
	x := Expr{Core: e.Core, hour: -1, sec: -1}
	m := 0
	if w := p.is(n, cWeekday); w != nil {
		m = p.weekday(n, w, &x)
	} else if d := p.is(n, cDay); d != nil {
		m = p.deicticDay(n, d, &x)
	} else if d := p.is(n, cDayAdj); d != nil {
		m = p.deicticAdj(n, d, &x)
	} else {
		m = p.calendarDay(n, &x, true)
	}
	if m == 0 || x.part != "" {
		return 0
	}
	x.part, x.bareSpan = "NI", false
	x.n = -1 // the night before that day
	*e = x
	return m
}

// nightBetween reads "Samstag auf Sonntag", "1. auf den 2. Oktober" behind "Nacht
// von": the night of the first day.
func (p *parser) nightBetween(n int, e *Expr) int {
	x := Expr{Core: e.Core, hour: -1, sec: -1}
	m := 0
	if w := p.is(n, cWeekday); w != nil {
		x.kind, x.wd = kWeekday, int8(w.n)
		m = n + 1
	} else if p.at(n).class == cDigits {
		m = p.numericDay(n, &x)
	}
	if m == 0 || p.word(m) != "auf" && p.word(m) != "zum" {
		return 0
	}
	m++
	if p.is(m, cDet) != nil {
		m++
	}
	y := Expr{}
	if p.is(m, cWeekday) != nil {
		m++
	} else if m = p.calendarDay(m, &y, true); m == 0 {
		return 0
	}
	x.part, x.bareSpan, x.Next = "NI", false, 0
	*e = x
	return m
}

// namedUnit reads a unit with the year or decade it names ("Jahr 2011", "Jahren
// 1990 bis 1995"), or a vague number of units ("seit Jahren").
func (p *parser) namedUnit(i int, e *Expr, det bool) int {
	u := p.is(i, cUnit)
	if u == nil {
		return 0
	}
	if u.code == "Y" {
		if n := p.beforeChrist(i+1, e); p.at(i+1).class == cDigits && n != 0 {
			return n
		}
		if t := p.at(i + 1); t.class == cDigits && (t.digits == 4 || t.digits == 3) && t.num > 0 {
			if n := p.yearSpan(i+1, e); n != 0 {
				return n
			}
			if !p.decimalAfter(i + 1) {
				e.kind, e.year = kYear, t.num
				return p.rangeEnd(i+2, e)
			}
		}
	}
	if u.code == "WE" {
		e.kind, e.code = kRel, "WE"
		if det || p.before(i)&beforePart != 0 {
			return i + 1
		}
		return 0
	}
	if u.code == "D" && p.is(i+1, cLater) != nil && (p.word(i) == "Tags" || p.word(i) == "tags") {
		e.kind, e.code, e.off = kShift, "D", int(p.is(i+1, cLater).n)
		return i + 2
	}
	if p.at(i+1).e != nil && (det || p.before(i)&beforeFused != 0) {
		if l := p.is(i+1, cLater); l != nil {
			e.kind, e.code, e.off = kShift, u.code, int(l.n)
			return i + 2
		}
	}
	if l := p.is(i+1, cLater); l != nil && !det && p.plural(i) && p.is(i, cUnit).code != "WE" {
		e.kind, e.amount, e.code = kDur, "X", u.code
		return i + 2
	}
	if !det && isPlural(p.word(i)) && p.before(i)&beforeSpan != 0 {
		if l := p.is(i+1, cLater); l != nil {
			return 0
		}
		e.kind, e.amount, e.code = kDur, "X", u.code
		p.preposition(i, e)
		return i + 1
	}
	if det && i > 0 && len(u.code) == 1 && !p.plural(i) && p.before(i-1)&beforeCourse != 0 {
		e.kind, e.code = kRel, u.code
		return i + 1
	}
	if det && u.code == "Y" && p.word(i) == "Jahres" {
		e.kind, e.code = kRel, "Y"
		return i + 1
	}
	return 0
}

// isPlural reports whether a unit word stands in the plural; in the dative, which
// every preposition of time governs here, all of them end in n.
func isPlural(w string) bool { return w[len(w)-1] == 'n' && w != "Wochenende" }

// relative reads an expression that begins with letzt-, nächst-, dies-, folgend-.
func (p *parser) relative(i int, r *entry, e *Expr, det bool) int {
	if r.class == cDir && p.before(i)&beforePoss != 0 {
		return 0
	}
	n := i + 1
	past := r.class == cDir && r.n < 0
	// "den vergangenen zwei Jahren", "den letzten Jahren"
	if o := p.is(n, cEdge); o != nil && r.class == cThis {
		n++
	}
	if r.class == cDir || r.class == cFollow || r.class == cThis {
		x := *e
		if m := p.countedUnits(n, &x); m != 0 {
			if x.code == "D" && x.amount == "X" && r.class == cThis {
				x.kind, x.code = kRef, "PRESENT_REF"
			}
			x.off, x.dirSet = int(r.n), true
			*e = x
			return m
		}
	}
	if u := p.is(n, cUnit); u != nil {
		return p.relativeUnit(n, r, u, e)
	}
	if p.is(n, cSpan) != nil {
		e.kind = kRef
		switch {
		case past, r.class == cThat, r.class == cThis:
			e.code = "PAST_REF"
		case r.class == cDir && r.n > 0:
			e.code = "FUTURE_REF"
		default:
			return 0
		}
		if r.class == cThis && p.before(i)&beforeAt == 0 {
			return 0
		}
		return n + 1
	}
	if r.class == cThat {
		return 0
	}
	x := *e
	m := 0
	t := p.at(n)
	for c := t.e; c != nil && m == 0; c = c.next {
		if c.capital && !t.capital {
			continue
		}
		switch c.class {
		case cWeekday:
			m = p.weekday(n, c, &x)
		case cWeekdayPart:
			x.kind, x.wd, x.part = kWeekday, int8(c.n), c.code
			m = p.weekdayDate(n+1, &x)
		case cMonth:
			m = p.month(n, c, &x, true)
		case cSeason:
			x.kind, x.code, x.mod = kSeason, c.code, c.mod
			m = n + 1
		case cHoliday, cPhrase:
			m = p.phrase(n, &x)
			if m != 0 && x.kind != kHoliday {
				m = 0
			}
		case cPart:
			if c.code == "24:00" {
				break
			}
			x.kind, x.part = kPart, c.code
			switch {
			case r.class == cSame || r.class == cThis:
			case r.class == cDir && r.n == -1:
				x.kind, x.code, x.off = kDay, "D", -1
			case r.class == cFollow || r.n == 1:
				x.kind, x.code, x.off = kShift, "D", 1
			default:
				continue
			}
			*e = x
			return n + 1
		}
	}
	if m == 0 && t.class == cDigits {
		if r.class == cThis {
			return 0
		}
		m = p.calendarDay(n, &x, true)
	}
	if m == 0 {
		return 0
	}
	if r.class == cSame || r.class == cFollow {
		x.rel = yearRel{}
	}
	x.off, x.dirSet = int(r.n), true
	*e = x
	return m
}

// relativeUnit reads "vergangene Woche", "diesem Jahr", "am nächsten Tag".
func (p *parser) relativeUnit(n int, r, u *entry, e *Expr) int {
	switch u.code {
	case "TS", "TM", "TH", "TNI":
		return 0
	}
	if u.code == "Y" && p.plainYear(n+1) && (r.class == cDir || r.class == cThis) {
		e.kind, e.year = kYear, p.at(n+1).num
		return n + 2
	}
	if p.at(n+1).class == cDigits && u.code == "Y" {
		return 0
	}
	plural := p.plural(n)
	if plural {
		if r.class == cSame || r.class == cFollow || r.class == cThat {
			return 0
		}
		// "in den vergangenen Jahren", "dieser Tage"
		if u.code == "D" && r.class == cThis {
			e.kind, e.code = kRef, "PRESENT_REF"
			return n + 1
		}
		e.kind, e.amount, e.code = kDur, "X", u.code
		e.off, e.dirSet = int(r.n), true
		return n + 1
	}
	e.code, e.off = u.code, int(r.n)
	e.kind = kRel
	switch r.class {
	case cSame, cFollow, cThat:
		e.kind = kShift
	case cDir:
		if u.code == "D" {
			if r.n == 1 {
				e.kind = kShift
			} else {
				return 0
			}
		}
	case cThis:
		if u.code == "D" {
			e.kind = kShift
		}
	}
	return n + 1
}

// feminine reports whether a unit word is feminine.
func feminine(w string) bool {
	switch w {
	case "Woche", "Kalenderwoche", "Nacht", "Stunde", "Minute", "Sekunde", "Dekade":
		return true
	}
	return false
}

// plural reports whether the unit word at token i stands in the plural.
func (p *parser) plural(i int) bool {
	w := p.word(i)
	switch w[len(w)-1] {
	case 'n':
		return true
	case 'e':
		return !feminine(w) && w != "Wochenende" && w != "Jahreshälfte" && p.before(0)&beforeFused == 0 // "im Jahre"
	}
	return false
}

// each reads "jeden Montag", "jedes Jahr", "alle vier Jahre", "jeden Tag".
func (p *parser) each(i int, r *entry, e *Expr) int {
	n := i + 1
	e.kind = kSet
	if r.code == "EVERY" {
		x := *e
		if m := p.countedUnits(n, &x); m != 0 && x.amount != "" && x.kind == kDur {
			if x.amount == "X" && p.is(n, cQuant) == nil {
				return 0
			}
			e.code = "P" + durationBody(x.amount, x.code)
			return m
		}
		return 0
	}
	if d := p.is(n, cDir); d != nil {
		n++
	} else if o := p.is(n, cOrd); o != nil {
		if w := p.is(n+1, cUnit); w != nil && w.code != "TNI" {
			e.code = "P" + durationBody(itoa(int(o.n)), w.code)
			return n + 2
		}
		n++
	}
	t := p.at(n)
	for c := t.e; c != nil; c = c.next {
		if c.capital && !t.capital {
			continue
		}
		switch c.class {
		case cWeekday:
			e.code = "XXXX-WXX-" + string(rune('0'+c.n))
			n++
			if w := p.is(n, cIm); w != nil && n > i+2 {
				if u := p.is(n+1, cUnit); u != nil {
					e.code = "P1" + u.code
					return n + 2
				}
			}
			return n
		case cWeekdayPart:
			e.code = "XXXX-WXX-" + string(rune('0'+c.n)) + "T" + c.code
			return n + 1
		case cPart:
			e.code = "XXXX-XX-XXT" + c.code
			return n + 1
		case cMonth:
			e.code = string(appendTwo([]byte("XXXX-"), int(c.n)))
			return n + 1
		case cSeason:
			e.code = "P1" + c.code
			return n + 1
		case cUnit:
			if !p.plural(n) || c.code == "WE" {
				e.code = "P" + durationBody("1", c.code)
				return n + 1
			}
		}
	}
	return 0
}

// per reads "pro Jahr", "im Jahr", "am Tag" behind a number: a rate.
func (p *parser) per(i int, r *entry, e *Expr) int {
	u := p.is(i+1, cUnit)
	if u == nil || p.plural(i+1) || u.code == "WE" {
		return 0
	}
	if r.class == cIm {
		if u.code != "Y" && u.code != "M" && u.code != "D" || p.at(i+2).class == cDigits {
			return 0
		}
		if p.is(i+2, cLater) != nil || !p.rate(i) {
			return 0
		}
		switch p.word(i + 2) {
		case "vor", "nach", "der", "des", "zuvor", "danach", "darauf", "davor":
			return 0
		}
	}
	e.kind, e.code = kSet, "P"+durationBody("1", u.code)
	return i + 2
}

// frequency reads "zweimal täglich", "dreimal pro Woche", "einmal im Jahr".
func (p *parser) frequency(i int, e *Expr) int {
	if o := p.is(i+1, cOften); o != nil {
		e.kind, e.code = kSet, o.code
		return i + 2
	}
	t := p.at(i + 1)
	for r := t.e; r != nil; r = r.next {
		if r.class == cPro || r.class == cIm {
			u := p.is(i+2, cUnit)
			if u == nil || p.plural(i+2) || p.at(i+3).class == cDigits && u.code == "Y" {
				return 0
			}
			e.kind, e.code = kSet, "P"+durationBody("1", u.code)
			return i + 3
		}
	}
	// "einmal in der Woche", "zweimal die Woche"
	n := i + 1
	if p.word(n) == "in" {
		n++
	}
	if p.is(n, cDet) != nil {
		if u := p.is(n+1, cUnit); u != nil && !p.plural(n+1) && feminine(p.word(n+1)) {
			e.kind, e.code = kSet, "P"+durationBody("1", u.code)
			return n + 2
		}
	}
	return 0
}

// countedFrequency reads "zehn Mal pro Jahr", "10-mal am Tag".
func (p *parser) countedFrequency(i int, e *Expr) int {
	n := i + 1
	if p.gluedMark(n, '-') {
		n++
	}
	if p.is(n, cTimes) == nil || p.word(n) != "Mal" && p.word(n) != "mal" {
		return 0
	}
	return p.frequency(n, e)
}
