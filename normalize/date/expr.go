package date

// Expr is a time expression as read, not yet resolved. Start to End is its span
// with determiner as TIMEX3 has it, without preposition; Core is where it begins
// without the determiner.
type Expr struct {
	Start, Core, End int

	// Bare is set when the expression is nothing but four digits that could just
	// as well count something; the caller who knows better may veto it. It is
	// not set where [SureYear] and [LikelyYear] hold.
	Bare bool
	// Next is the byte where the other end of a range begins ("5." in "5. bis
	// 22. November"), 0 when no range follows. Scan there to go on.
	Next int

	kind   kind
	code   string  // unit, season, part of the day, reference, holiday rule
	amount string  // of a duration: "3", "2.5", "X"
	more   string  // second term of a duration ("4M" in P3Y4M)
	mod    string  // TIMEX3 mod
	year   int     // 0 for not given
	rel    yearRel // the year relative to the reference date
	off    int     // direction or distance, in code's unit
	n, n2  int     // from and to of what is counted; kPart: 1, 2 for an adverb, small or capital; kNow: 3 for "heutig-";
	// kRef: 1 points back to a time told; with part: -1 for the night before the day
	before before // what the word before allows
	month  int8
	day    int8
	wd     int8
	hour   int8 // -1 for none
	min    int8
	part   string // part of the day
	week   bool   // a weekday of the week that is off weeks away
	dirSet bool   // off was said: letzten, nächsten, diesen
	// bareSpan: the determiner is not part of the span, as with days of a month
	bareSpan bool
	sent     int // where the sentence of a time of day begins
}

// yearRel is a year told from the reference date: none, or its distance.
type yearRel struct {
	set bool
	off int
	// last: it hangs on the last date mentioned, not on the reference date
	last bool
}

type kind uint8

const (
	kNone    kind = iota
	kYear         // year
	kYears        // season or business year over the turn of the year: year, n2
	kDecade       // year is its first
	kCentury      // n-th
	kMillen       // n-th
	kDate         // month, day, perhaps weekday and year
	kMonth        // month, perhaps year
	kSeason       // code
	kQuarter      // code Q or H, n to n2
	kHoliday      // code is the rule
	kWeekday      // wd
	kDay          // off days from the reference day
	kRel          // off units of code from the reference date
	kShift        // off units of code from the last date mentioned
	kPart         // part of a day told before
	kClock        // time of a day told before
	kRef          // code is PAST_REF, PRESENT_REF, FUTURE_REF
	kNthWeek      // n-th week from the last day mentioned
	kWeekNo       // calendar week n
	kBC           // year before Christ
	kFromRef      // amount units from the reference day, to the day
	kNow          // "heute": the reference day or the present
	kDur          // amount and code
	kSet          // code is the value
)
