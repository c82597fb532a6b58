package date

// clock reads a time of day: "16.30 Uhr", "14:30", "neun Uhr", "halb neun",
// "Viertel nach acht", and the first of a pair that shares its "Uhr" ("14" in
// "14-18 Uhr").
func (p *parser) clock(i int, e *Expr) int {
	if p.is(i, cHalfHour) != nil {
		h := p.is(i+1, cNum)
		if h == nil && p.has(i+1, roleHour) {
			h = p.is(i+1, cEin)
		}
		if h == nil || h.n > 12 || h.n < 1 || len(h.code) > 2 || p.is(i+2, cUnit) != nil {
			return 0
		}
		e.kind, e.hour, e.min = kClock, int8(h.n)-1, 30
		return p.uhr(i+2, e)
	}
	if q := p.is(i, cQuarterHour); q != nil {
		h := p.is(i+2, cNum)
		if h == nil || h.n > 12 || h.n < 1 {
			return 0
		}
		switch p.link(i + 1) {
		case linkAfter:
			e.hour, e.min = int8(h.n), 15
		case linkAgo:
			e.hour, e.min = int8(h.n)-1, 45
		default:
			return 0
		}
		if p.is(i+3, cUnit) != nil {
			return 0
		}
		e.kind = kClock
		return p.uhr(i+3, e)
	}
	n, h, m := p.hour(i)
	if n == 0 {
		return 0
	}
	e.kind, e.hour, e.min = kClock, int8(h), int8(m)
	colon := n == i+3 && p.isMark(i+1, ':')
	if p.is(n, cUhr) != nil {
		return p.uhr(n, e)
	}
	// a second time behind, with the "Uhr" that both share
	if p.isMark(n, '-') || p.link(n)&(linkTo|linkAnd|linkOr) != 0 {
		if k, _, _ := p.hour(n + 1); k != 0 {
			if p.is(k, cUhr) != nil || colon && p.at(n).glued {
				e.Next = p.at(n + 1).start
				return n
			}
			// "8.30-12 und 14.30-16.30 Uhr"
			if p.link(k) == linkAnd {
				x := Expr{}
				if p.clock(k+1, &x) != 0 && !p.unitAfter(k+1) {
					e.Next = p.at(n + 1).start
					return n
				}
			}
		}
	}
	if n > i+1 && p.link(n) == linkAnd && p.isMark(i+1, '.') {
		return 0
	}
	if colon && p.at(i).digits == 2 && p.before(i)&beforeClock != 0 {
		return n
	}
	// "12" in "8.30-12 und 14.30-16.30 Uhr": the second of the first pair
	if _, mark := p.wordBefore(i); mark == '-' {
		if p.link(n) == linkAnd {
			x := Expr{}
			if k := p.clock(n+1, &x); k != 0 {
				return n
			}
		}
	}
	return 0
}

func (p *parser) unitAfter(i int) bool { return p.is(i+1, cUnit) != nil }

// hour reads a number that can be an hour, with its minutes.
func (p *parser) hour(i int) (n, h, m int) {
	t := p.at(i)
	if t.class != cDigits {
		w := p.is(i, cNum)
		if w == nil {
			if w = p.is(i, cEin); w == nil || !p.has(i, roleHour) {
				return 0, 0, 0
			}
		}
		if w.n > 24 || len(w.code) > 2 {
			return 0, 0, 0
		}
		return i + 1, int(w.n), 0
	}
	if t.digits > 2 || t.num > 24 {
		return 0, 0, 0
	}
	if p.gluedMark(i+1, '.') || p.gluedMark(i+1, ':') {
		if u := p.at(i + 2); u.class == cDigits && u.glued {
			if u.digits != 2 || u.num > 59 || t.num == 24 && u.num > 0 {
				return 0, 0, 0
			}
			return i + 3, t.num, u.num
		}
	}
	return i + 1, t.num, 0
}

// uhr reads on from "Uhr", which may be missing behind "halb neun": minutes, and
// the part of the day that tells eight in the evening from eight in the morning.
func (p *parser) uhr(n int, e *Expr) int {
	if p.is(n, cUhr) != nil {
		n++
		if t := p.at(n); t.class == cDigits && t.digits == 2 && t.num < 60 && e.min == 0 && !p.decimalAfter(n) && p.is(n+1, cUnit) == nil && !p.gluedMark(n+1, '.') {
			e.min = int8(t.num)
			n++
		}
	}
	if d := p.is(n, cDaily); d != nil {
		if e.hour < 12 && (d.code == "AF" || d.code == "EV" || d.code == "NI" && e.hour > 6) {
			e.hour += 12
		}
		return n + 1
	}
	if p.has(n, roleEarlyHour) {
		return n + 1
	}
	return n
}
