package date

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
	x := Expr{Core: e.Core, hour: -1}
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
		if t := p.at(i + 1); t.class == cDigits && (t.digits == 4 || t.digits == 3 && !p.at(i+2).capital && !measureWords()[p.word(i+2)]) && t.num > 0 {
			if n := p.yearSpan(i+1, e); n != 0 {
				return n
			}
			if !p.decimalAfter(i + 1) {
				e.kind, e.year = kYear, t.num
				return p.rangeEnd(i+2, e)
			}
		} else if y, n := p.shortYear(i + 1); n != 0 {
			e.kind, e.year = kYear, y
			return n
		}
	}
	if u.code == "WE" {
		e.kind, e.code = kRel, "WE"
		if det || p.before(i)&beforePart != 0 {
			return i + 1
		}
		return 0
	}
	if u.code == "D" && p.is(i+1, cLater) != nil && p.has(i, roleDayBefore) {
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
	if w := p.word(i); !det && u.n&unitPlur != 0 && w[len(w)-1] == 'n' && p.before(i)&beforeSpan != 0 {
		if l := p.is(i+1, cLater); l != nil {
			return 0
		}
		e.kind, e.amount, e.code = kDur, "X", u.code
		return i + 1
	}
	if det && i > 0 && len(u.code) == 1 && !p.plural(i) && p.before(i-1)&beforeCourse != 0 {
		e.kind, e.code = kRel, u.code
		return i + 1
	}
	if det && u.code == "Y" && p.has(i, roleThatYear) {
		e.kind, e.code = kRel, "Y"
		return i + 1
	}
	return 0
}

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
	if u.code == "Y" && p.plainYear(n+1) && !p.at(n+2).capital && (r.class == cDir || r.class == cThis) {
		e.kind, e.year = kYear, p.at(n+1).num
		return n + 2
	}
	if p.at(n+1).class == cDigits && u.code == "Y" && r.class != cDir && r.class != cThis {
		return 0 // else it counts: "im vergangenen Jahr 665 Fälle"
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

// feminine reports whether the unit word at token i is feminine.
func (p *parser) feminine(i int) bool {
	u := p.is(i, cUnit)
	return u != nil && u.n&unitFem != 0
}

// plural reports whether the unit word at token i stands in the plural. The old
// dative singular looks like one: "im Jahre".
func (p *parser) plural(i int) bool {
	u := p.is(i, cUnit)
	if u == nil || u.n&unitPlur == 0 {
		return false
	}
	w := p.word(i)
	return w[len(w)-1] == 'n' || p.before(0)&beforeFused == 0
}
