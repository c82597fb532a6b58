package date

import "strings"

// Weekday is the weekday of an ISO date, 1 for Monday to 7 for Sunday; ok is
// false when iso does not name a day.
func Weekday(iso string) (wd int, ok bool) {
	p := parsePoint(iso)
	if p.prec != byDay || len(iso) != 10 {
		return 0, false
	}
	return p.day().weekday(), true
}

// YearFor finds the year in which the day falls on the weekday (1 Monday … 7
// Sunday): the one of near, or the one closest to one of near, at most three years
// off. It declines when there is none or when two are equally close, since a day
// keeps its weekday only every five, six or eleven years.
func YearFor(weekday, d, month int, near []int) (year int, ok bool) {
	best := 4
	for _, y := range near {
		for off := 0; off < best; off++ {
			a, b := fits(y-off, month, d, weekday), fits(y+off, month, d, weekday)
			if off > 0 && a && b {
				if off < best {
					best, ok = off, false
				}
				break
			}
			if a || b {
				best, ok, year = off, true, y+off
				if a {
					year = y - off
				}
				break
			}
		}
	}
	return year, ok
}

func fits(y, m, d, wd int) bool {
	return y > 0 && valid(y, m, d) && dayOf(y, m, d).weekday() == wd
}

// ParsePublished reads a date line, file name part or flag that holds nothing but
// a date, perhaps with weekday and time of day: "2024-11-05", "20241105",
// "2024-11", "05.11.2024, 14:30 Uhr", "Dienstag, 5. November 2024". iso is the
// date as precise as told. It declines everything else.
func ParsePublished(s string) (iso string, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) == 8 && allDigits(s) {
		p := parsePoint(s[:4] + "-" + s[4:6] + "-" + s[6:])
		if p.prec != byDay || p.y < 1000 || p.y > 2199 {
			return "", false
		}
		return p.String(), true
	}
	if p := parsePoint(s); p.prec >= byYear && (len(s) == 4 || len(s) == 7 || len(s) == 10) {
		if p.y < 1000 || p.y > 2199 {
			return "", false
		}
		return p.String(), true
	}
	var p parser
	p.s, p.lex = s, lex()
	e := Expr{hour: -1}
	n := 0
	if w := p.is(0, cWeekday); w != nil {
		n = 1
		e.wd = int8(w.n)
	} else if w := p.is(0, cWeekAbbr); w != nil {
		n = 1
		e.wd = int8(w.n)
		if p.isMark(n, '.') {
			n++
		}
	}
	if n > 0 {
		if p.isMark(n, ',') {
			n++
		}
		if p.is(n, cDet) != nil {
			n++
		}
	}
	m := p.calendarDay(n, &e, true)
	if m == 0 {
		if w := p.is(n, cMonth); w != nil && n == 0 {
			m = p.month(0, w, &e, true)
		}
	}
	if m == 0 || e.year == 0 {
		return "", false
	}
	iso = isoMonth(e.year, int(e.month))
	if e.day > 0 {
		iso = isoDay(e.year, int(e.month), int(e.day))
		if e.wd != 0 && dayOf(e.year, int(e.month), int(e.day)).weekday() != int(e.wd) {
			return "", false
		}
	}
	return iso, p.timeOfDay(m)
}

// timeOfDay reports whether the rest from token i is empty or nothing but a time:
// ", 14:30 Uhr", "T14:30:05Z", "um 10.15 Uhr", "- 16:04 Uhr (MEZ)".
func (p *parser) timeOfDay(i int) bool {
	if p.at(i) == &eof {
		return true
	}
	switch w := p.word(i); w {
	case ",", "T", "-", "–", "|":
		i++
		if w == "," && p.has(i, roleClockPrep) {
			i++
		}
	default:
		i += b2i(p.has(i, roleClockPrep))
	}
	n, _, _ := p.hour(i)
	if n == 0 || p.at(i).class != cDigits {
		return false
	}
	colon := n > i+1
	if colon && p.gluedMark(n, ':') && p.at(n+1).digits == 2 {
		n += 2
		if p.gluedMark(n, '.') && p.at(n+1).class == cDigits && p.at(n+1).glued {
			n += 2
		}
	}
	if p.is(n, cUhr) != nil {
		n++
	} else if !colon {
		return false
	}
	switch {
	case p.has(n, roleZone):
		n++
	case (p.isMark(n, '+') || p.isMark(n, '-')) && p.at(n).glued && p.at(n+1).class == cDigits:
		n += 2
		if p.gluedMark(n, ':') && p.at(n+1).class == cDigits {
			n += 2
		}
	case p.isMark(n, '(') && p.isMark(n+2, ')'):
		n += 3
	}
	return p.at(n) == &eof
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
