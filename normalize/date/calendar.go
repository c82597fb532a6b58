package date

// A day is a day number of the proleptic Gregorian calendar; 0 is 1970-01-01, a
// Thursday.
type day int

// dayOf is the day of a civil date. Days and months outside their range carry
// over.
func dayOf(y, m, d int) day {
	m--
	y += floorDiv(m, 12)
	m = floorMod(m, 12) + 1
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return day(era*146097 + doe - 719468)
}

// civil is the date of a day.
func (n day) civil() (y, m, d int) {
	z := int(n) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	y = yoe + era*400
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	if m > 12 {
		m -= 12
	}
	if m <= 2 {
		y++
	}
	return y, m, d
}

// weekday is 1 for Monday to 7 for Sunday.
func (n day) weekday() int { return floorMod(int(n)+3, 7) + 1 }

// week is the ISO 8601 week of a day with the year it is counted in.
func (n day) week() (year, week int) {
	thursday := n - day(n.weekday()) + 4
	y, _, _ := thursday.civil()
	return y, int(thursday-dayOf(y, 1, 1))/7 + 1
}

// monday is the first day of the week n is in.
func (n day) monday() day { return n - day(n.weekday()) + 1 }

// weekStart is the Monday of an ISO week.
func weekStart(year, week int) day { return dayOf(year, 1, 4).monday() + day(7*(week-1)) }

func monthDays(y, m int) int { return int(dayOf(y, m+1, 1) - dayOf(y, m, 1)) }

// valid reports whether the civil date exists.
func valid(y, m, d int) bool { return m >= 1 && m <= 12 && d >= 1 && d <= monthDays(y, m) }

// easter is Easter Sunday (the anonymous Gregorian rule, Meeus).
func easter(y int) day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	return dayOf(y, (h+l-7*m+114)/31, (h+l-7*m+114)%31+1)
}

// lastAdvent is the fourth Sunday of Advent: the last one before Christmas Day.
func lastAdvent(y int) day {
	n := dayOf(y, 12, 24)
	return n - day(n.weekday()%7)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }

// String is the date as YYYY-MM-DD.
func (n day) String() string {
	y, m, d := n.civil()
	return isoDay(y, m, d)
}

func isoDay(y, m, d int) string {
	b := make([]byte, 0, 10)
	b = appendYear(b, y)
	b = appendTwo(append(b, '-'), m)
	return string(appendTwo(append(b, '-'), d))
}

func isoMonth(y, m int) string {
	b := make([]byte, 0, 7)
	b = appendYear(b, y)
	return string(appendTwo(append(b, '-'), m))
}

func isoYear(y int) string { return string(appendYear(make([]byte, 0, 4), y)) }

// appendYear writes an unknown year, below 1, as XXXX.
func appendYear(b []byte, y int) []byte {
	if y < 1 {
		return append(b, "XXXX"...)
	}
	return append(b, byte('0'+y/1000%10), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
}

func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10%10), byte('0'+n%10)) }

func isoWeek(n day) string {
	y, w := n.week()
	b := make([]byte, 0, 8)
	b = appendYear(b, y)
	return string(appendTwo(append(b, "-W"...), w))
}
