package date

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

// numeric reads what begins with digits and is a date: "2024-11-05", "05.11.2024",
// "5. November", "1990er Jahre", "2023/24", "2024".
func (p *parser) numeric(i int, e *Expr) int {
	if n := p.beforeChrist(i, e); n != 0 {
		return n
	}
	if p.at(i).digits > 2 {
		if n := p.isoDate(i, e); n != 0 {
			return n
		}
		if n := p.decade(i, e); n != 0 {
			return n
		}
		if n := p.yearSpan(i, e); n != 0 {
			return n
		}
		if p.plainYear(i) {
			e.kind, e.year, e.Bare = kYear, p.at(i).num, true
			return p.rangeEnd(i+1, e)
		}
		return 0
	}
	if n := p.decade(i, e); n != 0 {
		return n
	}
	if n := p.shortSpan(i, e); n != 0 {
		return n
	}
	return p.numericDay(i, e)
}

// beforeChrist reads "44 v. Chr.", "300 vor Christus".
func (p *parser) beforeChrist(i int, e *Expr) int {
	t := p.at(i)
	if t.digits > 4 || t.num == 0 {
		return 0
	}
	n := i + 1
	switch {
	case p.gluedMark(n+1, '.') && p.has(n, roleBefore) && p.has(n+2, roleChr):
		n += 3
		if p.gluedMark(n, '.') {
			n++
		}
	case p.link(n) == linkAgo && p.has(n+1, roleChrist):
		n += 2
	default:
		return 0
	}
	e.kind, e.year = kBC, t.num
	return n
}

// isoDate reads YYYY-MM-DD, perhaps with a time behind T.
func (p *parser) isoDate(i int, e *Expr) int {
	y, m, d := p.at(i), p.at(i+2), p.at(i+4)
	if p.plainYear(i) && p.gluedMark(i+1, '-') && m.digits == 2 && m.glued && m.num >= 1 && m.num <= 12 && m.num != (y.num+1)%100 && !p.at(i+3).glued {
		e.kind, e.year, e.month = kMonth, y.num, int8(m.num) // "2024-11", but not "2010-11"
		return i + 3
	}
	if y.digits != 4 || !p.gluedMark(i+1, '-') || m.digits != 2 || !m.glued || !p.gluedMark(i+3, '-') || d.digits != 2 || !d.glued {
		return 0
	}
	if !valid(y.num, m.num, d.num) {
		return 0
	}
	e.kind, e.year, e.month, e.day = kDate, y.num, int8(m.num), int8(d.num)
	return i + 5
}

func (p *parser) gluedMark(i int, m byte) bool { return p.isMark(i, m) && p.at(i).glued }

// plainYear reports whether token i is four digits that stand alone as a year
// can.
func (p *parser) plainYear(i int) bool {
	t := p.at(i)
	return t.class == cDigits && t.digits == 4 && t.num >= 1000 && t.num < 2200 && !p.decimalAfter(i)
}

// decimalAfter reports whether the digits at token i go on as a number, a word or
// a measure.
func (p *parser) decimalAfter(i int) bool {
	t, d := p.at(i+1), p.at(i+2)
	if t.class == 0 && t.end == 0 {
		return false
	}
	if !t.glued {
		return t.class == cDigits && t.digits == 3 && p.at(i).digits < 4 || t.class == cPunct && (t.mark == '%' || t.mark == '$') || p.currency(i+1)
	}
	if t.class == cPunct {
		switch t.mark {
		case '.', ',', '\'', ':':
			return d.class == cDigits && d.glued
		case '%', '$':
			return true
		}
		return p.currency(i + 1)
	}
	return t.class == cNone
}

// currency reports whether token i is a currency sign outside ASCII.
func (p *parser) currency(i int) bool {
	switch p.word(i) {
	case "€", "£", "¥":
		return true
	}
	return false
}

// shortYear reads a year without its century: "'89" in "Herbst '89".
func (p *parser) shortYear(i int) (year, n int) {
	t := p.at(i + 1)
	if !p.isMark(i, '\'') || p.at(i).glued || !t.glued || t.class != cDigits || t.digits != 2 {
		return 0, 0
	}
	if u := p.at(i + 2); u.glued && (u.class != cPunct || u.mark == '\'' || u.mark == '%') || p.decimalAfter(i+1) {
		return 0, 0
	}
	if t.num < 30 {
		return 2000 + t.num, i + 2
	}
	return 1900 + t.num, i + 2
}

// shortSpan reads "15/16" behind a word for what runs over the turn of the year.
func (p *parser) shortSpan(i int, e *Expr) int {
	a, b := p.at(i), p.at(i+2)
	if a.digits != 2 || !p.gluedMark(i+1, '/') || !b.glued || b.class != cDigits || b.digits != 2 || b.num != (a.num+1)%100 {
		return 0
	}
	if u := p.at(i + 3); u.glued && (u.class != cPunct || u.mark == '/') || p.decimalAfter(i+2) {
		return 0
	}
	if w, _ := p.wordBefore(i); !p.plays(w, roleTurn) {
		return 0
	}
	e.kind, e.year = kYears, century(a.num)
	e.n2 = e.year + 1
	return i + 3
}

// yearSpan reads "2023/24", "2023/2024": one year over the turn of the year, or a
// pair.
func (p *parser) yearSpan(i int, e *Expr) int {
	a, b := p.at(i), p.at(i+2)
	if a.digits != 4 || a.num < 1000 || a.num > 2200 || !p.gluedMark(i+1, '/') || b.class != cDigits || p.decimalAfter(i+2) {
		return 0
	}
	to := b.num
	switch {
	case b.digits == 2:
		to += a.num / 100 * 100
		if to < a.num {
			to += 100
		}
	case b.digits != 4:
		return 0
	}
	if to <= a.num || to > a.num+20 {
		return 0
	}
	if e.kind == kSeason || e.kind == kHoliday {
		e.year = a.num
		return i + 3
	}
	e.kind, e.year, e.n2 = kYears, a.num, to
	return i + 3
}

// rangeEnd notes where the other end of a range begins, when one follows at token
// i; the range is two expressions.
func (p *parser) rangeEnd(i int, e *Expr) int {
	if p.isMark(i, '-') || p.link(i) == linkTo {
		j := p.skipLinks(i + 1)
		if p.at(j).class == cDigits || p.is(j, cMonth) != nil || p.is(j, cWeekday) != nil {
			if !(p.isMark(i, '-') && p.at(i).glued != p.at(i+1).glued) {
				e.Next = p.at(j).start
			}
		}
	}
	return i
}

// numericDay reads a day, or the first day of a range that shares its month with
// the second: "5." in "5. bis 22. November".
func (p *parser) numericDay(i int, e *Expr) int {
	x := *e
	if n := p.calendarDay(i, &x, p.before(i)&beforeDay != 0); n != 0 {
		*e = x
		return p.rangeEnd(n, e)
	}
	d := p.at(i)
	if d.class != cDigits || d.digits > 2 || d.num < 1 || d.num > 31 {
		return 0
	}
	n := i + 1
	if p.gluedMark(n, '.') {
		n++
	} else {
		return 0
	}
	end := n
	switch {
	case p.isMark(n, '-'), p.isMark(n, '/'), p.isMark(n, ','):
		n++
	case p.link(n)&(linkTo|linkAnd|linkOr|linkOn|linkAlso) != 0:
		n++
	default:
		return 0
	}
	n = p.skipLinks(n)
	x = *e
	if m := p.numericDay(n, &x); m == 0 || x.kind != kDate || x.month == 0 {
		return 0
	}
	if x.year > 0 && !valid(x.year, int(x.month), d.num) {
		return 0
	}
	e.kind, e.day, e.month, e.year, e.rel, e.bareSpan = kDate, int8(d.num), x.month, x.year, x.rel, true
	e.Next = p.at(n).start
	return end
}

// calendarDay reads one day: "5. November 2024", "5.11.2024", "5. 11. 24"; "5.11."
// and in parentheses "5.11" only when what stands before shows that it is a day.
func (p *parser) calendarDay(i int, e *Expr, shown bool) int {
	d := p.at(i)
	if d.class != cDigits || d.digits > 2 {
		if d.class == cDigits && d.digits == 4 {
			return p.isoDate(i, e)
		}
		if o := p.is(i, cOrd); o != nil {
			if m := p.is(i+1, cMonth); m != nil {
				return p.dayMonth(i+2, int(o.n), int(m.n), e)
			}
		}
		return 0
	}
	if !p.gluedMark(i+1, '.') || d.num < 1 || d.num > 31 {
		return 0
	}
	if m := p.is(i+2, cMonth); m != nil {
		return p.dayMonth(i+3, d.num, int(m.n), e)
	}
	if m := p.is(i+2, cMonthAbbr); m != nil {
		n := i + 3
		if p.gluedMark(n, '.') {
			n++
		}
		return p.dayMonth(n, d.num, int(m.n), e)
	}
	m := p.at(i + 2)
	if m.class != cDigits || m.digits > 2 || m.num < 1 || m.num > 12 {
		return 0
	}
	if !p.gluedMark(i+3, '.') {
		if shown && p.isMark(i+3, ')') && m.glued {
			return p.dayMonth(i+3, d.num, m.num, e)
		}
		return 0
	}
	n := i + 4
	y := p.at(n)
	if y.class == cDigits && (y.digits == 4 && y.num >= 1000 && y.num < 2200 || y.digits == 2 && (y.glued || m.digits == 2 && !m.glued)) && !p.decimalAfter(n) && (y.glued || !y.glued && y.digits == 4 || !m.glued) {
		year := y.num
		if y.digits == 2 {
			year = century(year)
		}
		if !valid(year, m.num, d.num) {
			return 0
		}
		e.kind, e.day, e.month, e.year, e.bareSpan = kDate, int8(d.num), int8(m.num), year, true
		return n + 1
	}
	if y.class == cDigits && y.glued {
		return 0
	}
	if !shown {
		return 0
	}
	return p.dayMonth(n, d.num, m.num, e)
}

// century writes out a year of two digits: up to 49 as 20xx.
func century(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

// dayMonth ends a day of a month with the year behind it, if any.
func (p *parser) dayMonth(n, d, m int, e *Expr) int {
	if d > monthDays(2000, m) {
		return 0
	}
	e.kind, e.day, e.month, e.bareSpan = kDate, int8(d), int8(m), true
	k := n
	if n = p.yearTail(n, e); n == k {
		p.shareYear(n, e)
	}
	if e.year > 0 && !valid(e.year, m, d) {
		return 0
	}
	return n
}

// decade reads "1990er Jahre", "90er-Jahren".
func (p *parser) decade(i int, e *Expr) int {
	t := p.at(i)
	if t.class != cDigits || t.digits != 4 && t.digits != 2 || t.num%10 != 0 {
		return 0
	}
	k := i + 1
	if p.gluedMark(k, '-') {
		k++
	}
	er := p.at(k)
	if !er.glued || er.class != cNone {
		return 0
	}
	n := k + 1
	switch {
	case p.has(k, roleDecade):
		if p.isMark(n, '-') {
			n++
			if p.link(n)&(linkAnd|linkOr|linkTo) != 0 && t.digits == 4 {
				break // "1970er- und 80er-Jahre"
			}
		}
		if i > 1 && p.is(i-1, cDet) != nil && p.is(i-2, cPos) != nil && p.is(n, cUnit) == nil {
			break // "Mitte der 80er"
		}
		if u := p.is(n, cUnit); u == nil || u.code != "Y" || p.is(n, cYears) == nil {
			return 0
		}
		n++
	case p.has(k, roleDecades):
		if t.digits == 2 && p.before(i)&(beforePeriod) == 0 {
			return 0
		}
	default:
		return 0
	}
	e.kind, e.year = kDecade, t.num
	if t.digits == 2 {
		e.year = 1900 + t.num
		if t.num < 20 {
			e.year = 2000 + t.num
		}
	}
	return n
}

// decadeWord reads "siebziger Jahre", "Siebzigerjahren".
func (p *parser) decadeWord(i int, r *entry, e *Expr, det bool) int {
	e.kind, e.year = kDecade, 1900+10*int(r.n)
	n := i + 1
	w := p.word(i)
	if w[len(w)-1] != 'r' {
		return n
	}
	if p.isMark(n, '-') {
		n++
	}
	if u := p.is(n, cUnit); u != nil && u.code == "Y" {
		return n + 1
	}
	return 0
}

// ordinalPeriod reads "20. Jahrhundert", "3. Quartal 2015", "2. Halbjahr".
func (p *parser) ordinalPeriod(i int, e *Expr) int {
	t := p.at(i)
	if t.class != cDigits || t.digits > 2 || t.num == 0 || !p.gluedMark(i+1, '.') {
		return 0
	}
	return p.nth(i+2, t.num, e)
}

// ordinal reads what begins with an ordinal word: "ersten Halbjahr 2006", "zweite
// Hälfte", "ersten drei Quartale", "ersten Mai".
func (p *parser) ordinal(i int, r *entry, e *Expr) int {
	k := 1
	n := i + 1
	if r.n == 1 {
		if c := p.is(n, cNum); c != nil {
			k = int(c.n)
			n++
		} else if t := p.at(n); t.class == cDigits && t.digits <= 2 && !p.decimalAfter(n) {
			k = t.num
			n++
		}
	}
	if k > 1 {
		u := p.is(n, cUnit)
		if u == nil || k > 12 {
			return 0
		}
		switch {
		case u.code == "Q" && k <= 4, u.code == "M":
			e.kind, e.code, e.n, e.n2 = kQuarter, u.code, 1, k
			return p.yearTail(n+1, e)
		}
		return 0
	}
	if m := p.is(n, cMonth); m != nil {
		return p.dayMonth(n+1, int(r.n), int(m.n), e)
	}
	if u := p.is(n, cUnit); u != nil && u.code == "W" && i > 0 && !p.plural(n) {
		// "in der dritten Woche", counted from a day told before; "der dritten
		// Woche der Ferien" is counted from something else
		if p.is(n+1, cDet) == nil && p.is(n+1, cUnit) == nil && p.is(n+1, cIm) == nil && !p.has(n+1, roleAfterWeek) {
			e.kind, e.n = kNthWeek, int(r.n)
			return n + 1
		}
	}
	return p.nth(n, int(r.n), e)
}

// nth reads the period that an ordinal counts.
func (p *parser) nth(i, n int, e *Expr) int {
	u := p.is(i, cUnit)
	if u == nil {
		return 0
	}
	switch u.code {
	case "W":
		if p.is(i, cWeekNo) == nil || n > 53 {
			return 0
		}
		e.kind, e.n = kWeekNo, n
		return p.yearTail(i+1, e)
	case "CE":
		if n > 21 {
			return 0
		}
		e.kind, e.n = kCentury, n
		return i + 1
	case "ML":
		if n > 3 {
			return 0
		}
		e.kind, e.n = kMillen, n
		return i + 1
	case "Q":
		if n > 4 {
			return 0
		}
	case "H":
		if n > 2 {
			return 0
		}
	default:
		return 0
	}
	e.kind, e.code, e.n, e.n2 = kQuarter, u.code, n, n
	return p.yearTail(i+1, e)
}
