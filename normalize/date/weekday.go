package date

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
	if m := p.weekdayDate(n, e); m != n {
		return m
	}
	return p.rangeEnd(n, e)
}

// weekTail reads the week a weekday belongs to: "Montag nächster Woche", "Montag
// der vergangenen Woche".
func (p *parser) weekTail(n int, e *Expr) int {
	if p.has(n, roleDer) {
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
