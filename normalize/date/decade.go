package date

// decade reads "1990er Jahre", "90er-Jahren".
func (p *parser) decade(i int, e *Expr) int {
	t := p.at(i)
	if t.class != cDigits || t.digits != 4 && t.digits != 2 || t.num%10 != 0 {
		return 0
	}
	k := i + 1
	if p.gluedMark(k, '-') {
		k++
	}
	er := p.at(k)
	if !er.glued || er.class != cNone {
		return 0
	}
	n := k + 1
	switch {
	case p.has(k, roleDecade):
		if p.isMark(n, '-') {
			n++
			if p.link(n)&(linkAnd|linkOr|linkTo) != 0 && t.digits == 4 {
				break // "1970er- und 80er-Jahre"
			}
		}
		if i > 1 && p.is(i-1, cDet) != nil && p.is(i-2, cPos) != nil && p.is(n, cUnit) == nil {
			break // "Mitte der 80er"
		}
		if u := p.is(n, cUnit); u == nil || u.code != "Y" || p.is(n, cYears) == nil {
			return 0
		}
		n++
	case p.has(k, roleDecades):
		if t.digits == 2 && p.before(i)&(beforePeriod) == 0 {
			return 0
		}
	default:
		return 0
	}
	e.kind, e.year = kDecade, t.num
	if t.digits == 2 {
		e.year = 1900 + t.num
		if t.num < 20 {
			e.year = 2000 + t.num
		}
	}
	return n
}

// decadeWord reads "siebziger Jahre", "Siebzigerjahren".
func (p *parser) decadeWord(i int, r *entry, e *Expr, det bool) int {
	e.kind, e.year = kDecade, 1900+10*int(r.n)
	n := i + 1
	w := p.word(i)
	if w[len(w)-1] != 'r' {
		return n
	}
	if p.isMark(n, '-') {
		n++
	}
	if u := p.is(n, cUnit); u != nil && u.code == "Y" {
		return n + 1
	}
	return 0
}
