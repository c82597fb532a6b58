// Package date reads German time expressions and resolves them to TIMEX3 values
// (TimeML). It knows nothing of the article: what it needs from there comes in
// as arguments.
//
// Reading and resolving are two steps. [Scan] reads the longest time expression
// that begins at a word and says nothing yet of which day it is; a [Resolver]
// gives it a value, in the order of the text, from the reference date, the tense
// around it and the dates mentioned before. [FindAll] does both for a whole text.
//
// All positions are byte offsets into the string given, end exclusive.
package date

// Type is the TIMEX3 type.
type Type string

// The TIMEX3 types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Timex is one resolved time expression: TIMEX3 type, value ("2024-11-02",
// "2024-W45", "P3D", "XXXX-11-02" when the year is unknown, "" when it cannot be
// resolved) and mod ("START", "APPROX", …, "" for none).
type Timex struct {
	Type       Type
	Value, Mod string

	// Anchor is the date an expression hangs on that has no date of its own:
	// the one "damals" points back to, the point a duration behind "vor" or "in"
	// reaches to. "" when there is none or it is unknown.
	Anchor string
}

// Vague reports whether t says no more than past, present or future ("damals",
// "derzeit").
func (t Timex) Vague() bool {
	return t.Value == "PAST_REF" || t.Value == "PRESENT_REF" || t.Value == "FUTURE_REF"
}
