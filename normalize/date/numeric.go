package date

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

// numeric reads what begins with digits and is a date: "2024-11-05", "05.11.2024",
// "5. November", "1990er Jahre", "2023/24", "2024".
func (p *parser) numeric(i int, e *Expr) int {
	if n := p.beforeChrist(i, e); n != 0 {
		return n
	}
	if p.at(i).digits > 2 {
		if n := p.isoDate(i, e); n != 0 {
			return n
		}
		if n := p.decade(i, e); n != 0 {
			return n
		}
		if n := p.yearSpan(i, e); n != 0 {
			return n
		}
		if p.plainYear(i) {
			e.kind, e.year, e.Bare = kYear, p.at(i).num, true
			return p.rangeEnd(i+1, e)
		}
		return 0
	}
	if n := p.decade(i, e); n != 0 {
		return n
	}
	if n := p.shortSpan(i, e); n != 0 {
		return n
	}
	return p.numericDay(i, e)
}

// beforeChrist reads "44 v. Chr.", "300 vor Christus".
func (p *parser) beforeChrist(i int, e *Expr) int {
	t := p.at(i)
	if t.digits > 4 || t.num == 0 {
		return 0
	}
	n := i + 1
	switch {
	case p.gluedMark(n+1, '.') && p.has(n, roleBefore) && p.has(n+2, roleChr):
		n += 3
		if p.gluedMark(n, '.') {
			n++
		}
	case p.link(n) == linkAgo && p.has(n+1, roleChrist):
		n += 2
	default:
		return 0
	}
	e.kind, e.year = kBC, t.num
	return n
}

// isoDate reads YYYY-MM-DD, perhaps with a time behind T.
func (p *parser) isoDate(i int, e *Expr) int {
	y, m, d := p.at(i), p.at(i+2), p.at(i+4)
	if p.plainYear(i) && p.gluedMark(i+1, '-') && m.digits == 2 && m.glued && m.num >= 1 && m.num <= 12 && m.num != (y.num+1)%100 && !p.at(i+3).glued {
		e.kind, e.year, e.month = kMonth, y.num, int8(m.num) // "2024-11", but not "2010-11"
		return i + 3
	}
	if y.digits != 4 || !p.gluedMark(i+1, '-') || m.digits != 2 || !m.glued || !p.gluedMark(i+3, '-') || d.digits != 2 || !d.glued {
		return 0
	}
	if !valid(y.num, m.num, d.num) {
		return 0
	}
	e.kind, e.year, e.month, e.day = kDate, y.num, int8(m.num), int8(d.num)
	return i + 5
}

func (p *parser) gluedMark(i int, m byte) bool { return p.isMark(i, m) && p.at(i).glued }

// plainYear reports whether token i is four digits that stand alone as a year
// can.
func (p *parser) plainYear(i int) bool {
	t := p.at(i)
	return t.class == cDigits && t.digits == 4 && t.num >= 1000 && t.num < 2200 && !p.decimalAfter(i)
}

// decimalAfter reports whether the digits at token i go on as a number, a word or
// a measure.
func (p *parser) decimalAfter(i int) bool {
	t, d := p.at(i+1), p.at(i+2)
	if t.class == 0 && t.end == 0 {
		return false
	}
	if !t.glued {
		return t.class == cDigits && t.digits == 3 && p.at(i).digits < 4 || t.class == cPunct && (t.mark == '%' || t.mark == '$') || p.currency(i+1)
	}
	if t.class == cPunct {
		switch t.mark {
		case '.', ',', '\'', ':':
			return d.class == cDigits && d.glued
		case '%', '$':
			return true
		}
		return p.currency(i + 1)
	}
	return t.class == cNone
}

// currency reports whether token i is a currency sign outside ASCII.
func (p *parser) currency(i int) bool {
	switch p.word(i) {
	case "€", "£", "¥":
		return true
	}
	return false
}
