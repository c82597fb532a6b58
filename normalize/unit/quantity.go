// Package unit reads German quantity expressions: a number with its bound or
// range and, when there is one, its unit of measure, currency or percent sign.
//
// The words it knows are data beside the code: units.tsv and prefixes.tsv,
// currencies.tsv, bounds.tsv, heads.tsv (second parts of compounds), jaehrig.tsv
// (age or span of time) and words.tsv (what may stand around a number).
//
// All positions are byte offsets into the string given, end exclusive.
package unit

// Kind is what a quantity measures.
type Kind string

// The kinds of quantity. Ordinal is no claim: it is read so that it can be told
// from a count.
const (
	Count       Kind = "count"
	Money       Kind = "money"
	Percent     Kind = "percent"
	Share       Kind = "share"
	Duration    Kind = "duration"
	Length      Kind = "length"
	Area        Kind = "area"
	Volume      Kind = "volume"
	Mass        Kind = "mass"
	Speed       Kind = "speed"
	Temperature Kind = "temperature"
	Energy      Kind = "energy"
	Power       Kind = "power"
	Pressure    Kind = "pressure"
	Data        Kind = "data"
	Age         Kind = "age"
	Score       Kind = "score"
	Factor      Kind = "factor"
	Rate        Kind = "rate"
	Other       Kind = "other"
	Ordinal     Kind = "ordinal"
)

// Bound says how the wording limits the number.
type Bound string

// The bounds; the README's table says what each sets in Value, Min and Max.
const (
	Exact     Bound = "exact"
	About     Bound = "about"
	Over      Bound = "over"
	AtLeast   Bound = "at_least"
	Under     Bound = "under"
	AtMost    Bound = "at_most"
	JustUnder Bound = "just_under"
	JustOver  Bound = "just_over"
	Range     Bound = "range"
	Vague     Bound = "vague"
)

// Quantity is one number expression, read whole.
type Quantity struct {
	Kind            Kind
	Value, Min, Max float64 // NaN when the wording does not state it
	Bound           Bound
	// Unit is a UCUM or ISO 4217 code, "%" or "pp"; the word as written where
	// there is no code (Semester, Saison); the counted noun where a compound
	// holds it ("Einwohner" of "100.000-Einwohner-Stadt", "Seiten" of
	// "achtseitig", "Mal" of "dreimal"). It is "" for a bare count, share, factor
	// or score, and for money whose country the wording leaves open (Kronen).
	Unit string
	Per  string // UCUM time code or noun behind pro/je/im; "" for none

	NumStart, NumEnd   int // the number alone, without bound and unit words; both numbers of a range
	UnitStart, UnitEnd int // the unit word or sign, equal when there is none

	// Compound is set when the number is part of a longer word ("37-Jähriger",
	// "60-mm-Mörser", "44-sekündig"): the byte offset in the string where the
	// rest of the compound (its head) begins, else 0.
	Compound int
	// One is set when the number is only the word ein/eine/einer…, which is a
	// number in some contexts and an article in most: the caller decides.
	One bool
	// Year is set when the number could just as well be a year (four digits,
	// 1000–2100, no grouping, no unit, nothing counted behind a bound): the
	// caller decides.
	Year bool
	// Point is set when a point and a word follow a whole number in digits, so
	// that it could be an ordinal ("die stattfindende 63. Konferenz") and not the
	// end of a sentence: the caller decides.
	Point bool
	// Clock is set when a score could just as well be a time of day ("12:30"):
	// the caller decides.
	Clock bool
}
