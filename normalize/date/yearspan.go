package date

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
