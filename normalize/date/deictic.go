package date

// deicticDay reads "gestern", "heute Abend", "heute, Dienstag".
func (p *parser) deicticDay(i int, r *entry, e *Expr) int {
	e.kind, e.code, e.off = kDay, "D", int(r.n)
	if r.n == 0 {
		e.kind = kNow
		// a clock time or the verb of a single event makes it this very day
		if p.at(i+1).class == cDigits || p.is(i+1, cEvent) != nil || p.eventBefore(i) ||
			p.link(i+1)&(linkTo|linkAnd) != 0 && p.is(i+2, cDay) != nil ||
			p.isMark(i+1, '(') && (p.is(i+2, cDay) != nil || p.is(i+2, cWeekday) != nil || p.at(i+2).class == cDigits) {
			e.dirSet = true
		}
	}
	if p.idiom(i, r) {
		return 0
	}
	if r.n == 0 && e.part == "" {
		// "heute vor 25 Jahren", "heute in einer Woche"
		if w := p.link(i + 1); w&(linkAgo|linkIn) != 0 {
			x := Expr{}
			if n := p.countedUnits(i+2, &x); n != 0 && x.more == "" && x.amount != "X" && len(x.amount) < 4 && len(x.code) == 1 {
				e.kind, e.code, e.amount, e.off = kFromRef, x.code, x.amount, 1
				if w == linkAgo {
					e.off = -1
				}
				return n
			}
		}
	}
	if p.before(i)&beforeOf != 0 && r.n >= -1 && r.n <= 1 {
		if !p.has(i+1, roleOnward) {
			e.kind, e.code = kRef, [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[r.n+1]
			return i + 1
		}
	}
	if part := p.partHere(i + 1); part != nil {
		e.part = part.code
		e.kind = kDay
		return i + 2
	}
	n := i + 1
	if p.isMark(n, ',') {
		n++
	}
	if w := p.is(n, cWeekday); w != nil {
		// "heute, Dienstag", "heute Dienstag"
		e.kind = kDay
		x := *e
		if m := p.weekday(n, w, &x); x.kind == kDate {
			*e = x
			return m
		}
		return n + 1
	}
	return i + 1
}

// idiom reports "von heute auf morgen", which is no time.
func (p *parser) idiom(i int, r *entry) bool {
	switch r.n {
	case 0:
		return p.link(i+1) == linkOn && p.is(i+2, cDay) != nil && p.before(i)&beforeOf != 0
	case 1:
		if p.before(i)&beforeMoved == 0 {
			return false
		}
		today := p.entryOf(lastWords(p.s, p.at(i).start)[1], cDay)
		return today != nil && today.n == 0
	}
	return false
}

// partHere is the reading of token i as the part of a day named just before.
func (p *parser) partHere(i int) *entry {
	for _, c := range [...]class{cPart, cPartAdv, cDaily} {
		if e := p.is(i, c); e != nil && e.code != "24:00" {
			return e
		}
	}
	return nil
}

// deicticAdj reads "heutigen Dienstag", "gestrigen Abend", "heutigen".
func (p *parser) deicticAdj(i int, r *entry, e *Expr) int {
	e.kind, e.code, e.off = kDay, "D", int(r.n)
	if w := p.is(i+1, cWeekday); w != nil {
		x := *e
		x.wd = int8(w.n)
		if n := p.weekdayDate(i+2, &x); n > i+2 {
			x.bareSpan = true
			*e = x
			return n
		}
		return i + 2
	}
	if w := p.is(i+1, cWeekdayPart); w != nil {
		e.part = w.code
		return i + 2
	}
	if w := p.is(i+1, cPart); w != nil && w.code != "24:00" {
		e.part = w.code
		return i + 2
	}
	if w := p.is(i+1, cUnit); w != nil && w.code == "D" {
		return i + 2
	}
	x := *e
	if n := p.phrase(i+1, &x); n != 0 && x.kind == kHoliday {
		return n // "gestrigen Ostersonntag"
	}
	if r.n == 0 {
		e.kind, e.n, e.bareSpan = kNow, 3, true
		return i + 1
	}
	e.bareSpan = true
	return i + 1
}

// eventBefore reports whether the word before token i is the verb of a single
// event ("beginnt heute").
func (p *parser) eventBefore(i int) bool {
	w, mark := p.wordBefore(i)
	return mark == 0 && p.entryOf(w, cEvent) != nil
}
