package date

import "strings"

// Tense is the tense of the clause around an expression.
type Tense uint8

// The tenses a caller may tell apart.
const (
	TenseUnknown Tense = iota
	Past
	Present
	Future
)

// Hint is what the caller knows of the place an expression stands at.
type Hint struct {
	Tense Tense
}

// Resolver gives expressions their values. It is fed in the order of the text and
// keeps what later expressions hang on. It belongs to one text.
type Resolver struct {
	ref         point // the reference date
	last        point // the last date mentioned
	end         int   // where that was
	day         point // the last day mentioned
	dayEnd      int
	named       [8]namedDay // the day a weekday was explained by ("Freitag, 1. November")
	vague       int         // where a day not told exactly was mentioned: "vor einigen Tagen"
	bareWeekday bool        // the last date mentioned was a bare weekday
}

// namedDay is a day with the place it was told at.
type namedDay struct {
	day
	end int
}

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

// NewResolver starts a text whose reference date is ref: "2024-11-05", "2024-11",
// "2024" or "" when it is unknown; what cannot be read counts as unknown.
func NewResolver(ref string) *Resolver {
	r := &Resolver{}
	r.Reset(ref)
	return r
}

// Reset makes r ready for another text.
func (r *Resolver) Reset(ref string) {
	*r = Resolver{}
	r.ref = parsePoint(ref)
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

// How far back, in bytes, a time of day or a pronoun-like date reaches for the
// day it hangs on: about two sentences, about a paragraph.
const (
	nearby  = 300
	passage = 1000
)

// Resolve gives e its value and remembers it for what follows.
func (r *Resolver) Resolve(e Expr, h Hint) Timex {
	t := Timex{Type: Date, Mod: e.mod}
	switch e.kind {
	case kYear:
		t.Value = isoYear(e.year)
		r.mention(e, point{byYear, e.year, 7, 1})
	case kYears:
		t.Value = isoYear(e.year) + "/" + isoYear(e.n2)
		r.mention(e, point{byYear, e.year, 7, 1})
	case kDecade:
		t.Value = isoYear(e.year)[:3]
	case kCentury:
		t.Value = string(appendTwo(nil, e.n-1))
	case kMillen:
		t.Value = itoa(e.n - 1)
	case kDate:
		t.Value = r.date(&e, h)
	case kMonth:
		y := r.yearFor(&e, h, func(y int) (day, day) { return dayOf(y, int(e.month), 1), dayOf(y, int(e.month)+1, 0) })
		t.Value = isoMonth(y, int(e.month))
		if y > 0 {
			r.mention(e, point{byMonth, y, int(e.month), 15})
		}
	case kSeason:
		t.Value = r.season(&e, h)
	case kQuarter:
		t.Value = r.quarter(&e, h)
	case kHoliday:
		t.Value = r.holiday(&e, h)
	case kWeekday:
		t.Value = r.weekday(&e, h)
	case kNow:
		if !e.dirSet && r.general(&e, h) {
			t.Value = "PRESENT_REF"
			t.Anchor = r.ref.String()
			return t
		}
		fallthrough
	case kDay:
		if r.ref.prec == byDay {
			n := r.ref.day() + day(e.off)
			t.Value = n.String()
			r.mention(e, pointOf(n))
		}
	case kRel:
		t.Value = r.relative(&e, h)
	case kShift:
		r.shift(&e, &t)
	case kWeekNo:
		y := r.yearFor(&e, h, func(y int) (day, day) { n := weekStart(y, e.n); return n, n + 6 })
		t.Value = string(appendTwo(append(appendYear(nil, y), "-W"...), e.n))
		if y > 0 {
			r.mentionPeriod(e, pointOf(weekStart(y, e.n)))
		}
	case kBC:
		t.Value = "BC" + isoYear(e.year)
	case kFromRef:
		if p, ok := r.fromRef(&e); ok {
			t.Value = p.String()
			r.mention(e, p)
		}
	case kNthWeek:
		if r.day.prec == byDay {
			n := r.day.day() + day(7*(e.n-1))
			t.Value = isoWeek(n)
			r.mentionPeriod(e, pointOf(n.monday()))
		}
	case kPart:
		if e.n > 0 && (r.day.prec != byDay || e.Start-r.dayEnd > 60*e.n*e.n) {
			t.Type, t.Value = Set, "PT1"+e.part
			return t
		}
		t.Type, t.Value = Time, r.dayOfTime(&e, h)+"T"+e.part
		return t
	case kClock:
		b := append(make([]byte, 0, 16), r.dayOfTime(&e, h)...)
		b = appendTwo(append(b, 'T'), int(e.hour))
		t.Type, t.Value = Time, string(appendTwo(append(b, ':'), int(e.min)))
		return t
	case kRef:
		t.Value = e.code
		if e.n == 1 && r.last.prec != none && (r.ref.prec == none || r.last.day() < r.ref.day()-1) {
			t.Anchor = r.last.String()
		}
		return t
	case kDur:
		t.Type, t.Value = Duration, durationValue(&e)
		r.anchor(&e, &t)
		return t
	case kSet:
		t.Type, t.Value = Set, e.code
		return t
	}
	if e.part != "" && t.Value != "" {
		t.Type = Time
		if e.n == -1 {
			if n, ok := parseDay(t.Value); ok {
				t.Value = (n - 1).String()
			}
		}
		t.Value += "T" + e.part
	} else if e.part != "" {
		t.Type = Time
	}
	return t
}

func parseDay(s string) (day, bool) {
	p := parsePoint(s)
	return p.day(), p.prec == byDay
}

func durationValue(e *Expr) string { return "P" + durationBody(e.amount, e.code) + e.more }

// mention remembers a date that was told.
func (r *Resolver) mention(e Expr, p point) {
	r.last, r.end, r.bareWeekday = p, e.End, false
	if p.prec == byDay {
		r.day, r.dayEnd, r.vague = p, e.End, 0
	}
}

// mentionPeriod remembers a week: the day that weeks are counted from stays.
func (r *Resolver) mentionPeriod(e Expr, p point) { r.last, r.end = p, e.End }

// near reports whether a date was mentioned within n bytes before at.
func (r *Resolver) near(at, n int) bool { return r.last.prec != none && at-r.end <= n }

// dayOfTime is the day that a time of day belongs to: the one mentioned shortly
// before, else the reference day. For a clock time a day to come reaches beyond its sentence
// only in a story: in a programme of events each entry starts from today again.
func (r *Resolver) dayOfTime(e *Expr, h Hint) string {
	switch {
	case r.day.prec == byDay && e.Start-r.dayEnd <= nearby && (r.dayEnd > e.sent || e.kind == kPart || h.Tense == Past || r.ref.prec != byDay || r.day.day() <= r.ref.day()):
		return r.day.String()
	case r.vague > 0 && e.Start-r.vague <= nearby:
		// "vor einigen Tagen … in den frühen Morgenstunden": some day of the month
		if r.ref.prec >= byMonth && r.ref.d > 10 {
			return isoMonth(r.ref.y, r.ref.m) + "-XX"
		}
	case r.ref.prec == byDay:
		return r.ref.String()
	}
	return "XXXX-XX-XX"
}

// general reports whether "heute" means the present age rather than the day: in
// the present tense, unless it limits a time ("bis heute").
func (r *Resolver) general(e *Expr, h Hint) bool {
	if e.n == 3 {
		return true
	}
	switch {
	case e.before&beforeLimit != 0:
		return false
	case e.before&beforeStill != 0:
		return true
	}
	if h.Tense == Past || h.Tense == Future {
		return false
	}
	return true
}

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
