package date

// Scan reads the longest time expression that begins at byte at of s, which must
// be the start of a word; ok is false when none does. What stands before at is
// looked at where the reading hangs on it (a bare "Abend" is a time behind "am").
// e may begin behind at: the article before a day of a month is no part of it.
func Scan(s string, at int) (e Expr, ok bool) {
	var p parser
	p.s, p.pos, p.lex = s, at, lex()
	e.hour = -1
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
	e.before = p.beforeAt(e.Start)
	if e.Bare && SureYear(s, e) && LikelyYear(s, e) {
		e.Bare = false
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
	if p.has(i, roleThing) {
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
	if p.link(i) == 0 && p.is(i, cIm) == nil {
		if n := p.phrase(i, e); n != 0 {
			return n * b2i(e.kind != kNone)
		}
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
			if w := p.word(i); i > 0 && w[len(w)-1] == 'e' && p.feminine(i+1) && p.has(i-1, roleDer) {
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
		if u := p.is(i+1, cUnit); u != nil && u.code == "Y" && !p.plural(i+1) { // "heurigen Jahr"
			e.kind, e.code, e.off = kRel, "Y", int(r.n)
			return i + 2
		}
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
		if p.insideIdiom(i) {
			return 0
		}
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
