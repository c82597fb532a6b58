package date

import (
	"strconv"
	"strings"

	"github.com/belegt/extract/normalize/number"
)

// duration reads a number of units with the words that say how exact it is: "gut
// ein Jahr", "drei Jahre und vier Monate", "mehr als zehn Jahren", "zwei Tage
// später".
func (p *parser) duration(i int, e *Expr) int {
	n := i
	mod := ""
	if l := p.is(n, cLasting); l != nil {
		e.kind, e.amount, e.code = kDur, "X", l.code
		return n + 1
	}
	for {
		if a := p.is(n, cApprox); a != nil {
			if mod == "" {
				mod = a.mod
			}
			n++
			if p.isMark(n, '.') && p.at(n).glued {
				n++
			}
			continue
		}
		if m := p.is(n, cMore); m != nil && p.is(n+1, cAls) != nil {
			mod = m.mod
			n += 2
			continue
		}
		break
	}
	// an age or an age limit is no stretch of time
	b := p.before(i)
	x := *e
	m := p.countedUnits(n, &x)
	if m == 0 {
		return 0
	}
	if x.code == "Y" && p.isAge(i, m, b) {
		return 0
	}
	if x.mod == "" {
		x.mod = mod
	}
	if l := p.is(m, cLater); l != nil && p.at(m).start > 0 {
		if p.has(m, roleCompared) && p.is(m+1, cAls) != nil || p.has(m, roleComparedFar) && p.is(m+2, cAls) != nil {
			*e = x
			return m + 1
		}
		if strings.HasPrefix(x.code, "T") && x.code != "TH" && x.code != "TM" {
			*e = x
			return m
		}
		x.kind, x.off = kShift, int(l.n)
		*e = x
		return m + 1
	}
	*e = x
	return m
}

// countedUnits reads number and unit: "zwei Jahren", "ein halbes Jahr", "einigen
// Tagen", "14-Tage", "35-Stunden-Woche", "17 lange Jahre", "zwei bis drei Wochen".
func (p *parser) countedUnits(i int, e *Expr) int {
	n := i
	amount, to := "", ""
	t := p.at(n)
	ein := false
	switch {
	case t.class == cDigits:
		k := n
		if amount, n = p.digitAmount(n); n == 0 {
			return 0
		}
		if w := p.at(n); w.capital && w.e == nil {
			// "65 Millionen Jahre"
			if a, m := p.longNumber(k, n); m != 0 {
				amount, n = a, m
			}
		}
	default:
		for r := t.e; r != nil; r = r.next {
			if r.rest != nil || r.capital && !t.capital {
				continue
			}
			switch r.class {
			case cNum:
				amount = r.code
			case cQuant:
				amount = r.code
			case cEin:
				amount, ein = "1", true
			}
		}
		n++
		switch w := p.at(n); {
		case t.e == nil:
			if amount, n = p.longNumber(i, n); n == 0 {
				return 0
			}
		case amount == "":
			return 0
		case w.capital && w.e == nil && (ein || p.is(i, cNum) != nil):
			// "zwei Millionen Jahre"; behind "ein" nothing but a magnitude goes on
			if _, _, ok := number.Magnitude(p.s, t.end); ein && !ok {
				break
			}
			if a, m := p.longNumber(i, n+1); m != 0 {
				amount, ein, n = a, false, m
			}
		}
		if ein {
			if q := p.is(n, cQuant); q != nil && p.has(n, roleFew) {
				amount, ein = "X", false
				n++
			} else if h := p.is(n, cHalf); h != nil {
				amount = "0.5"
				n++
			} else if p.has(n, roleAndHalf) {
				amount = "1.5"
				n++
			}
		}
	}
	between := false
	if p.link(n) == linkAnd {
		w, _ := p.wordBefore(i)
		between = p.plays(w, roleBetween)
	}
	if p.isMark(n, '-') && p.at(n).glued || p.link(n)&(linkTo|linkOr) != 0 || between {
		second := ""
		k := n + 1
		if s := p.at(k); s.class == cDigits {
			second, k = p.digitAmount(k)
		} else if c := p.is(k, cNum); c != nil {
			second, k = c.code, k+1
		}
		if second != "" && k != 0 {
			to, n = second, k
		}
	}
	// an amount that borrows the unit of the next: "50 statt 30 Jahre"
	if to == "" && p.link(n)&(linkInstead|linkAnd|linkOn) != 0 {
		x := Expr{}
		if p.at(n+1).class == cDigits && t.class == cDigits || p.is(n+1, cNum) != nil && t.class != cDigits {
			if m := p.countedUnits(n+1, &x); m != 0 && x.more == "" {
				e.kind, e.amount, e.code, e.Next = kDur, amount, x.code, p.at(n+1).start
				return n
			}
		}
	}
	// "14-tägig", "100-jähriges", "20minütige"
	if k := n + b2i(p.gluedMark(n, '-')); t.class == cDigits && p.at(k).glued {
		if a := p.is(k, cLastingAdj); a != nil && (a.code != "Y" || t.num >= 100) {
			e.kind, e.amount, e.code, e.bareSpan = kDur, amount, a.code, true
			return k + 1
		}
	}
	// a compound: "14-Tage-Frist", "35-Stunden-Woche"
	if p.isMark(n, '-') && p.at(n).glued && p.at(n+1).glued {
		if u := p.is(n+1, cUnit); u != nil {
			n += 2
			e.kind, e.amount, e.code, e.bareSpan = kDur, amount, u.code, true
			if p.isMark(n, '-') && p.at(n).glued && p.at(n+1).glued && p.at(n+1).class == cNone {
				n += 2
			}
			return n
		}
		return 0
	}
	for l := p.is(n, cLong); l != nil && p.is(n, cHalf) == nil; l = p.is(n, cLong) {
		if ein && l.mod != "" {
			e.mod = l.mod
		}
		n++
	}
	if d := p.is(n, cDir); d != nil && d.n != 0 && amount != "1" {
		n++
	}
	u := p.is(n, cUnit)
	if u == nil {
		return 0
	}
	if t.class == cDigits && p.isMark(n-1, '.') {
		return 0
	}
	if ein && u.code == "D" && p.has(n, roleSomeday) {
		return 0
	}
	// "ein Min": no unit, since it does not agree
	if ein && amount == "1" && to == "" && p.has(n-1, roleHour) && u.n&(unitFem|unitPlur) == unitFem {
		return 0
	}
	if amount != "1" && amount != "0.5" && !ein && u.n&unitSing != 0 {
		return 0
	}
	n++
	if p.isMark(n, '.') && p.at(n).glued && len(u.code) == 2 && u.code[0] == 'T' && len(p.word(n-1)) == 3 {
		n++
	}
	e.kind, e.amount, e.code = kDur, amount, u.code
	if to != "" {
		e.more = "/P" + durationBody(to, u.code)
		return n
	}
	// further terms: "zwei Stunden, drei Minuten und vier Sekunden"
	for last := u.code; ; {
		k := n
		if p.isMark(k, ',') || p.link(k) == linkAnd {
			k++
		}
		a, c, m := p.amountUnit(k)
		if m == 0 || unitOrder(c) >= unitOrder(last) {
			return n
		}
		body := durationBody(a, c)
		if u.code[0] == 'T' || strings.Contains(e.more, "T") {
			body = strings.TrimPrefix(body, "T")
		}
		e.more += body
		last, n = c, m
	}
}

// longNumber reads a number that is no entry of the word list: "hundertfünfzig",
// "65 Millionen". It must end at or behind token min.
func (p *parser) longNumber(i, min int) (amount string, n int) {
	t := p.at(i)
	if t.class == cPunct || t.end == 0 {
		return "", 0
	}
	v, end, ok := number.Scan(p.s, t.start)
	if !ok || v.Kind != number.Cardinal || v.One || v.Value < 0 || v.Value > 1e12 {
		return "", 0
	}
	for n = i + 1; p.at(n).end > 0 && p.at(n).start < end; n++ {
	}
	if n < min || p.end(n) != end {
		return "", 0
	}
	return strconv.FormatFloat(v.Value, 'f', -1, 64), n
}

// amountUnit reads the second term of a duration.
func (p *parser) amountUnit(i int) (amount, code string, n int) {
	t := p.at(i)
	n = i + 1
	switch {
	case t.class == cDigits && t.digits < 4:
		amount = p.word(i)
	case p.is(i, cNum) != nil:
		amount = p.is(i, cNum).code
	case p.is(i, cEin) != nil:
		amount = "1"
	default:
		return "", "", 0
	}
	u := p.is(n, cUnit)
	if u == nil {
		return "", "", 0
	}
	return amount, u.code, n + 1
}

func unitOrder(code string) int {
	for i, c := range [...]string{"TS", "TM", "TH", "D", "W", "M", "Q", "H", "Y", "DE", "CE", "ML"} {
		if c == code {
			return i
		}
	}
	return -1
}

// digitAmount reads digits as TIMEX3 writes them: "1.200" as 1200, "1,5" as 1.5.
func (p *parser) digitAmount(i int) (string, int) {
	t := p.at(i)
	a := p.word(i)
	n := i + 1
	if t.digits > 4 {
		return a, n
	}
	for p.gluedMark(n, '.') && p.at(n+1).class == cDigits && p.at(n+1).glued && p.at(n+1).digits == 3 {
		a += p.word(n + 1)
		n += 2
	}
	if p.gluedMark(n, ',') && p.at(n+1).class == cDigits && p.at(n+1).glued {
		a += "." + p.word(n+1)
		n += 2
	}
	if p.gluedMark(n, '.') {
		return "", 0
	}
	return a, n
}

// durationBody writes a duration without its P; quarters and halves of a year
// are months in TIMEX3.
func durationBody(amount, code string) string {
	switch code {
	case "Q", "H":
		k := 3
		if code == "H" {
			k = 6
		}
		if len(amount) == 1 && isDigit(amount[0]) {
			return itoa(k*int(amount[0]-'0')) + "M"
		}
		return amount + "M"
	}
	if code[0] == 'T' {
		return "T" + amount + code[1:]
	}
	return amount + code
}

// rate reports whether a number stands shortly before token i, in its clause.
func (p *parser) rate(i int) bool {
	at := p.at(i).start
	for j := at - 1; j >= 0 && j > at-40; j-- {
		switch c := p.s[j]; {
		case isDigit(c):
			return true
		case c == '\n', c == ';', c == ':', c == '(', c == ')':
			return false
		case c == '.' && j+1 < len(p.s) && !isDigit(p.s[j+1]):
			return false
		}
	}
	return false
}

// longYears reads "lange Jahre", "lange Zeit" being too vague.
func (p *parser) longYears(i int, e *Expr) int {
	if p.is(i+1, cUnit) == nil || !p.plural(i+1) {
		return 0
	}
	e.kind, e.amount, e.code = kDur, "X", p.is(i+1, cUnit).code
	return i + 2
}
