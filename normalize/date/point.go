package date

import "strings"

// point is a date as precise as known.
type point struct {
	prec    prec
	y, m, d int
}

type prec uint8

const (
	none prec = iota
	byYear
	byMonth
	byDay
)

func (p point) day() day { return dayOf(p.y, p.m, p.d) }

func pointOf(n day) point {
	y, m, d := n.civil()
	return point{byDay, y, m, d}
}

func (p point) String() string {
	switch p.prec {
	case byYear:
		return isoYear(p.y)
	case byMonth:
		return isoMonth(p.y, p.m)
	case byDay:
		return isoDay(p.y, p.m, p.d)
	}
	return ""
}

// parsePoint reads an ISO 8601 date of up to day precision.
func parsePoint(s string) point {
	if i := strings.IndexByte(s, 'T'); i >= 0 {
		s = s[:i]
	}
	var p point
	num := func(from, to int) int {
		n := 0
		for ; from < to; from++ {
			if !isDigit(s[from]) {
				return -1
			}
			n = n*10 + int(s[from]-'0')
		}
		return n
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return point{}
	}
	if p.y = num(0, 4); p.y < 1 {
		return point{}
	}
	p.prec, p.m, p.d = byYear, 7, 1
	if len(s) > 4 {
		if p.m = num(5, 7); s[4] != '-' || p.m < 1 || p.m > 12 {
			return point{}
		}
		p.prec, p.d = byMonth, 15
	}
	if len(s) > 7 {
		if p.d = num(8, 10); s[7] != '-' || !valid(p.y, p.m, p.d) {
			return point{}
		}
		p.prec = byDay
	}
	return p
}

func parseDay(s string) (day, bool) {
	p := parsePoint(s)
	return p.day(), p.prec == byDay
}
