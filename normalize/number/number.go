// Package number reads German numbers: digits in all groupings, number words in
// all spellings, both mixed, fractions, factors, ordinals and vague plurals. It
// reads a number whole or declines.
//
// All positions are byte offsets into the string given, end exclusive.
package number

import "math"

// Kind is what a number says.
type Kind uint8

// The kinds of number.
const (
	Cardinal Kind = iota
	Ordinal       // dritte, 3. before a lower-case word is not read here
	Fraction      // Hälfte, ein Drittel, ½, 1/3
	Half          // the adjective halb, which only counts before a measure
	Factor        // doppelt, dreifach, 14-fache, verdoppelt
	Times         // fünfmal, drei Mal: a frequency, or a factor before "so viele"
	Vague         // Tausende, mehrere hundert, Dutzende
)

var kindNames = [...]string{"cardinal", "ordinal", "fraction", "half", "factor", "times", "vague"}

// String is the kind's name.
func (k Kind) String() string { return kindNames[k] }

// Number is a number read whole.
type Number struct {
	Kind  Kind
	Value float64 // NaN for Vague
	Min   float64 // Vague: two of the magnitude; else NaN

	One      bool // only the word ein, eine, einer …, which is an article in most places
	Digits   bool // written with digits
	Grouped  bool // with marks between groups of three digits
	Decimals int  // digits behind the decimal mark, 0 for none
	Point    bool // the decimal mark is a point: only a decimal where a unit or magnitude follows
	Scaled   bool // a magnitude word follows the number ("2,5 Millionen")
	Dash     bool // a dash stands for the decimals, as of money ("20,–")
}

func of(v float64) Number { return Number{Value: v, Min: math.NaN()} }

func vague(magnitude float64) Number {
	return Number{Kind: Vague, Value: math.NaN(), Min: 2 * magnitude}
}
