package date

// relative resolves a period told by its distance from the reference date.
func (r *Resolver) relative(e *Expr, h Hint) string {
	ref := r.ref
	if ref.prec == none {
		return ""
	}
	need := byDay
	switch e.code {
	case "Y", "DE", "CE", "ML":
		need = byYear
	case "M", "Q", "H":
		need = byMonth
	}
	if ref.prec < need {
		return ""
	}
	off := e.off
	switch e.code {
	case "WE":
		n := ref.day()
		mon := n.monday()
		switch {
		case off > 0 && n.weekday() < 6:
			// the coming weekend is this week's
			mon += day(7 * (off - 1))
		case e.dirSet || off != 0:
			mon += day(7 * off)
		case h.Tense != Future && n.weekday() < 6:
			mon -= 7
		}
		r.mention(*e, pointOf(mon+5))
		return isoWeek(mon) + "-WE"
	}
	s, p := period(ref, e.code, off)
	switch {
	case e.code == "W":
		r.mentionPeriod(*e, p)
	case p.prec != none:
		r.mention(*e, p)
	}
	return s
}

// period is the value of the period of a unit that lies off units from p.
func period(p point, unit string, off int) (string, point) {
	switch unit {
	case "D":
		q := pointOf(p.day() + day(off))
		return q.String(), q
	case "W":
		n := p.day() + day(7*off)
		return isoWeek(n), pointOf(n.monday())
	case "WE":
		n := p.day().monday() + day(7*off)
		return isoWeek(n) + "-WE", pointOf(n + 5)
	case "M":
		y, m, _ := dayOf(p.y, p.m+off, 1).civil()
		return isoMonth(y, m), point{byMonth, y, m, 15}
	case "Q":
		y, m, _ := dayOf(p.y, (p.m-1)/3*3+1+3*off, 1).civil()
		return isoYear(y) + "-Q" + itoa((m-1)/3+1), point{byMonth, y, m, 15}
	case "H":
		y, m, _ := dayOf(p.y, (p.m-1)/6*6+1+6*off, 1).civil()
		return isoYear(y) + "-H" + itoa((m-1)/6+1), point{byMonth, y, m, 15}
	case "Y":
		return isoYear(p.y + off), point{byYear, p.y + off, 7, 1}
	case "DE":
		return isoYear(p.y + 10*off)[:3], point{}
	case "CE":
		return isoYear(p.y + 100*off)[:2], point{}
	case "ML":
		return isoYear(p.y + 1000*off)[:1], point{}
	}
	return "", point{}
}

// shift resolves what is told from the last date mentioned: "am nächsten Tag",
// "zwei Jahre später". Without such a date a distance stays a duration.
func (r *Resolver) shift(e *Expr, t *Timex) {
	need := byDay
	switch e.code {
	case "Y", "DE", "CE":
		need = byYear
	case "M", "Q", "H":
		need = byMonth
	}
	base, end := r.last, r.end
	if e.code == "D" {
		base, end = r.day, r.dayEnd
	}
	if base.prec < need || e.Start-end > passage {
		if e.amount != "" {
			t.Type, t.Value = Duration, durationValue(e)
			return
		}
		base = r.ref
		if base.prec < need {
			return
		}
	}
	off := e.off
	if e.amount != "" {
		k := 0
		for i := 0; i < len(e.amount); i++ {
			if !isDigit(e.amount[i]) || k > 1000 {
				t.Type, t.Value = Duration, durationValue(e)
				return
			}
			k = k*10 + int(e.amount[i]-'0')
		}
		if e.more != "" || e.code[0] == 'T' {
			t.Type, t.Value = Duration, durationValue(e)
			return
		}
		off *= k
	}
	if base.y+off < 1 || base.y+off*100 > 9000 && (e.code == "CE" || e.code == "ML") {
		return
	}
	s, p := period(base, e.code, off)
	t.Value = s
	switch {
	case e.code == "W":
		r.mentionPeriod(*e, p)
	case p.prec != none:
		r.mention(*e, p)
	}
}

// fromRef is the day that lies the told number of units from the reference day.
func (r *Resolver) fromRef(e *Expr) (point, bool) {
	k := 0
	for i := 0; i < len(e.amount); i++ {
		if !isDigit(e.amount[i]) {
			return point{}, false
		}
		k = k*10 + int(e.amount[i]-'0')
	}
	k *= e.off
	p := r.ref
	if p.prec != byDay {
		return p, false
	}
	switch e.code {
	case "D":
		return pointOf(p.day() + day(k)), true
	case "W":
		return pointOf(p.day() + day(7*k)), true
	case "M":
		y, m, _ := dayOf(p.y, p.m+k, 1).civil()
		return point{byDay, y, m, min(p.d, monthDays(y, m))}, y > 0
	case "Y":
		if p.y+k < 1 {
			return p, false
		}
		return point{byDay, p.y + k, p.m, min(p.d, monthDays(p.y+k, p.m))}, true
	}
	return p, false
}

// anchor finds the point a duration reaches to from the reference date.
func (r *Resolver) anchor(e *Expr, t *Timex) {
	sign := 0
	if e.amount == "X" && e.code == "D" && e.before&beforeAgo != 0 {
		r.day, r.vague = point{}, e.End
	}
	switch {
	case e.before&(beforeAgo|beforeSince) != 0:
		sign = -1
	case e.before&beforeAhead != 0:
		if e.dirSet {
			return
		}
		sign = 1
	default:
		return
	}
	if e.more != "" || len(e.amount) > 3 || r.ref.prec == none {
		return
	}
	k := 0
	for i := 0; i < len(e.amount); i++ {
		if !isDigit(e.amount[i]) {
			return
		}
		k = k*10 + int(e.amount[i]-'0')
	}
	need := byDay
	switch e.code {
	case "Y":
		need = byYear
	case "M":
		need = byMonth
	case "D", "W":
	default:
		return
	}
	if r.ref.prec < need || r.ref.y+sign*k < 1 {
		return
	}
	t.Anchor, _ = period(r.ref, e.code, sign*k)
}
