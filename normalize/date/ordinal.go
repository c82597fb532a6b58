package date

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
