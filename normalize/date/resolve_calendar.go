package date

// yearFor chooses the year of a day, month, season or holiday that bounds gives
// the first and last day of: the one said, or by direction word and tense the
// nearest one to the reference date. It is 0 when nothing tells.
func (r *Resolver) yearFor(e *Expr, h Hint, bounds func(year int) (from, to day)) int {
	if e.year > 0 {
		return e.year
	}
	if e.rel.set {
		base := r.ref
		if e.rel.last && r.last.prec != none {
			base = r.last
		}
		if base.prec == none {
			return 0
		}
		return base.y + e.rel.off
	}
	if r.ref.prec == none {
		return 0
	}
	if r.ref.prec == byYear {
		return r.ref.y
	}
	ref := r.ref.day()
	if r.ref.prec == byMonth {
		ref = dayOf(r.ref.y, r.ref.m, 15)
	}
	y := r.ref.y
	from, to := bounds(y)
	switch {
	case e.dirSet && e.off < 0:
		if to >= ref {
			y--
		}
		return y + e.off + 1
	case e.dirSet && e.off > 0:
		if from <= ref {
			y++
		}
		return y
	case e.dirSet:
		return y
	case e.before&beforeSince != 0:
		if from > ref {
			y--
		}
		return y
	}
	// The nearest one, unless the tense says otherwise and it isn't close: what
	// shows the tense may be another clause's verb.
	// Without a tense the past is likelier: news tells what was.
	const back, ahead, close = 215, 150, 40
	if from-ref > ahead {
		y--
	} else if ref-to > back {
		y++
	}
	from, to = bounds(y)
	switch {
	case e.before&beforeDated != 0 && e.Next == 0 && from-ref > 7:
		y--
	case h.Tense == Past && from-ref > close:
		y--
	case h.Tense == Future && ref-to > close:
		y++
	}
	return y
}

func (r *Resolver) date(e *Expr, h Hint) string {
	m, d := int(e.month), int(e.day)
	y := 0
	if e.wd != 0 && e.year == 0 && !e.rel.set && r.ref.prec != none {
		var ok bool
		if y, ok = YearFor(int(e.wd), d, m, []int{r.ref.y}); !ok {
			y = 0
		}
	}
	if y == 0 {
		y = r.yearFor(e, h, func(y int) (day, day) { n := dayOf(y, m, d); return n, n })
	}
	if y > 0 && !valid(y, m, d) {
		y = 0
	}
	if y > 0 {
		p := point{byDay, y, m, d}
		r.mention(*e, p)
		if n := p.day(); int(e.wd) == n.weekday() {
			r.named[e.wd] = namedDay{n, e.End}
		}
	}
	return isoDay(y, m, d)
}

func (r *Resolver) season(e *Expr, h Hint) string {
	first := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[e.code]
	y := r.yearFor(e, h, func(y int) (day, day) { return dayOf(y, first, 1), dayOf(y, first+3, 0) })
	if y > 0 {
		r.mention(*e, point{byYear, y, 7, 1})
	}
	return string(append(append(appendYear(nil, y), '-'), e.code...))
}

func (r *Resolver) quarter(e *Expr, h Hint) string {
	months := map[string]int{"Q": 3, "H": 6, "M": 1}[e.code]
	if h.Tense == TenseUnknown {
		h.Tense = Past // figures are told of quarters that are over
	}
	y := r.yearFor(e, h, func(y int) (day, day) {
		return dayOf(y, (e.n-1)*months+1, 1), dayOf(y, e.n2*months+1, 0)
	})
	if y > 0 {
		r.mention(*e, point{byYear, y, 7, 1})
	}
	if y == 0 && e.year == 0 && !e.rel.set && r.near(e.Start, passage) {
		y = r.last.y // figures are told of the year spoken of
	}
	one := func(n int) string {
		if e.code == "M" {
			return isoMonth(y, n)
		}
		return string(appendYear(nil, y)) + "-" + e.code + itoa(n)
	}
	if e.n == e.n2 {
		return one(e.n)
	}
	return one(e.n) + "/" + one(e.n2)
}

func (r *Resolver) holiday(e *Expr, h Hint) string {
	week := e.code[0] == 'W'
	y := r.yearFor(e, h, func(y int) (day, day) {
		n := holidayIn(e.code, y)
		if week {
			return n, n + 6
		}
		return n, n
	})
	if y == 0 {
		if m, d, ok := fixedHoliday(e.code); ok {
			return isoDay(0, m, d)
		}
		return ""
	}
	n := holidayIn(e.code, y)
	if week {
		r.mentionPeriod(*e, pointOf(n))
		return isoWeek(n)
	}
	r.mention(*e, pointOf(n))
	return n.String()
}

func (r *Resolver) weekday(e *Expr, h Hint) string {
	if n := r.named[e.wd]; n.end > 0 && !e.dirSet && !e.week {
		if d := n.day - r.ref.day(); r.ref.prec != byDay || e.Start-n.end <= passage || d > -7 && d < 7 {
			r.mention(*e, pointOf(n.day))
			return n.String()
		}
	}
	if r.ref.prec != byDay {
		return ""
	}
	ref := r.ref.day()
	back := day((ref.weekday() - int(e.wd) + 7) % 7)
	n := ref - back
	switch {
	case e.week:
		n = ref.monday() + day(7*e.off+int(e.wd)-1)
	case e.dirSet && e.off < 0:
		if back == 0 {
			n -= 7
		}
	case e.dirSet && e.off > 0:
		n += 7 * day(e.off)
	case e.dirSet:
		n = ref.monday() + day(e.wd) - 1
	case e.before&beforeUntil != 0 && r.bareWeekday && e.Start-r.end < 8:
		// "von Montag bis Mittwoch": the first one behind the other end
		n = r.last.day() + 1 + day((int(e.wd)-(r.last.day()+1).weekday()+7)%7)
	case e.before&beforeSince != 0:
	case e.before&beforeDated != 0 && e.Next == 0: // "die Proteste vom Sonntag" have been
	case e.before&beforeMoved != 0 && back != 0:
		n += 7 // "auf Dienstag verschoben"
	case (h.Tense == Future || h.Tense == Present) && back != 0:
		n += 7
	}
	r.mention(*e, pointOf(n))
	r.bareWeekday = true
	return n.String()
}
