package date

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
	if p.has(i+1, roleOf) {
		// "Abend des 29. Juni", "Morgen des nächsten Tages"
		x := Expr{Core: e.Core, hour: -1}
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
		if (r.code == "NI" || r.mod == "") && i > 0 && p.is(i-1, cDet) != nil && p.before(i-1)&beforeIn == 0 {
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
	switch p.link(i) {
	case linkOn, linkFor:
	case linkOf:
		return p.nightBetween(n, e)
	default:
		return 0
	}
	if p.is(n, cDet) != nil {
		n++
	}
	x := Expr{Core: e.Core, hour: -1}
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
	x := Expr{Core: e.Core, hour: -1}
	m := 0
	if w := p.is(n, cWeekday); w != nil {
		x.kind, x.wd = kWeekday, int8(w.n)
		m = n + 1
	} else if p.at(n).class == cDigits {
		m = p.numericDay(n, &x)
	}
	if m == 0 || p.link(m)&(linkOn|linkFor) == 0 {
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
