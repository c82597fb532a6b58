package date

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
	if y, n := p.shortYear(i); n != 0 {
		e.year = y
		return n
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
	if !p.isMark(n, '-') && !p.isMark(n, '/') && p.link(n)&(linkTo|linkAnd|linkOr|linkAlso) == 0 {
		return
	}
	n = p.skipLinks(n + 1)
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
