package date

// each reads "jeden Montag", "jedes Jahr", "alle vier Jahre", "jeden Tag".
func (p *parser) each(i int, r *entry, e *Expr) int {
	n := i + 1
	e.kind = kSet
	if r.code == "EVERY" {
		x := *e
		if m := p.countedUnits(n, &x); m != 0 && x.amount != "" && x.kind == kDur {
			if x.amount == "X" && p.is(n, cQuant) == nil {
				return 0
			}
			e.code = "P" + durationBody(x.amount, x.code)
			return m
		}
		return 0
	}
	if d := p.is(n, cDir); d != nil {
		n++
	} else if o := p.is(n, cOrd); o != nil {
		if w := p.is(n+1, cUnit); w != nil && w.code != "TNI" {
			e.code = "P" + durationBody(itoa(int(o.n)), w.code)
			return n + 2
		}
		n++
	}
	t := p.at(n)
	for c := t.e; c != nil; c = c.next {
		if c.capital && !t.capital {
			continue
		}
		switch c.class {
		case cWeekday:
			e.code = "XXXX-WXX-" + string(rune('0'+c.n))
			n++
			if w := p.is(n, cIm); w != nil && n > i+2 {
				if u := p.is(n+1, cUnit); u != nil {
					e.code = "P1" + u.code
					return n + 2
				}
			}
			return n
		case cWeekdayPart:
			e.code = "XXXX-WXX-" + string(rune('0'+c.n)) + "T" + c.code
			return n + 1
		case cPart:
			e.code = "XXXX-XX-XXT" + c.code
			return n + 1
		case cMonth:
			e.code = string(appendTwo([]byte("XXXX-"), int(c.n)))
			return n + 1
		case cSeason:
			e.code = "P1" + c.code
			return n + 1
		case cUnit:
			if !p.plural(n) || c.code == "WE" {
				e.code = "P" + durationBody("1", c.code)
				return n + 1
			}
		}
	}
	return 0
}

// per reads "pro Jahr", "im Jahr", "am Tag" behind a number: a rate.
func (p *parser) per(i int, r *entry, e *Expr) int {
	u := p.is(i+1, cUnit)
	if u == nil || p.plural(i+1) || u.code == "WE" {
		return 0
	}
	if r.class == cIm {
		if u.code != "Y" && u.code != "M" && u.code != "D" || p.at(i+2).class == cDigits {
			return 0
		}
		if p.is(i+2, cLater) != nil || !p.rate(i) {
			return 0
		}
		if p.has(i+2, roleAfterRate) {
			return 0
		}
	}
	e.kind, e.code = kSet, "P"+durationBody("1", u.code)
	return i + 2
}

// frequency reads "zweimal täglich", "dreimal pro Woche", "einmal im Jahr".
func (p *parser) frequency(i int, e *Expr) int {
	if o := p.is(i+1, cOften); o != nil {
		e.kind, e.code = kSet, o.code
		return i + 2
	}
	t := p.at(i + 1)
	for r := t.e; r != nil; r = r.next {
		if r.class == cPro || r.class == cIm {
			u := p.is(i+2, cUnit)
			if u == nil || p.plural(i+2) || p.at(i+3).class == cDigits && u.code == "Y" {
				return 0
			}
			e.kind, e.code = kSet, "P"+durationBody("1", u.code)
			return i + 3
		}
	}
	// "einmal in der Woche", "zweimal die Woche"
	n := i + 1
	if p.link(n) == linkIn {
		n++
	}
	if p.is(n, cDet) != nil {
		if u := p.is(n+1, cUnit); u != nil && !p.plural(n+1) && p.feminine(n+1) {
			e.kind, e.code = kSet, "P"+durationBody("1", u.code)
			return n + 2
		}
	}
	return 0
}

// countedFrequency reads "zehn Mal pro Jahr", "10-mal am Tag".
func (p *parser) countedFrequency(i int, e *Expr) int {
	n := i + 1
	if p.gluedMark(n, '-') {
		n++
	}
	if p.is(n, cTimes) == nil || !p.has(n, roleCounted) {
		return 0
	}
	return p.frequency(n, e)
}
