package date

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
		} else if t := p.at(n); t.capital && t.e == nil && !t.glued {
			return 0 // "10. Jan Brenner": a name in a list
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
