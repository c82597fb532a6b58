// Package date reads German time expressions and resolves them to TIMEX3 values
// (TimeML). It knows nothing of the article: what it needs from there comes in
// as arguments.
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
}
