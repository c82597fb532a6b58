package date

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
