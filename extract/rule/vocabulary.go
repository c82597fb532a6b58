package rule

import (
	"math/bits"
	"strings"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// The words the file format has for the model's values.

var shapeNames = []struct {
	name string
	mark text.Shape
}{
	{"letters", text.Letters}, {"digits", text.Digits}, {"capital", text.Capital}, {"allcaps", text.AllCaps},
	{"mixed", text.Mixed}, {"hyphen", text.Hyphen}, {"punct", text.Punct}, {"quote-open", text.QuoteOpen},
	{"quote-close", text.QuoteClose}, {"sentence-end", text.SentenceEnd},
}

type featField struct {
	name   string
	mask   text.Feats
	values []featValue
}

type featValue struct {
	name string
	feat text.Feats
}

var featFields = []featField{
	{"Gender", text.Gender, []featValue{{"Masc", text.Masc}, {"Fem", text.Fem}, {"Neut", text.Neut}}},
	{"Number", text.Number, []featValue{{"Sing", text.Sing}, {"Plur", text.Plur}}},
	{"Case", text.Case, []featValue{{"Nom", text.Nom}, {"Gen", text.Gen}, {"Dat", text.Dat}, {"Acc", text.Acc}}},
	{"Person", text.Person, []featValue{{"1", text.First}, {"2", text.Second}, {"3", text.Third}}},
	{"Tense", text.Tense, []featValue{{"Pres", text.Pres}, {"Past", text.Past}}},
	{"Mood", text.Mood, []featValue{{"Ind", text.Ind}, {"Sub", text.Sub}, {"Imp", text.Imp}}},
	{"VerbForm", text.VerbForm, []featValue{{"Fin", text.Fin}, {"Inf", text.Inf}, {"Part", text.Part}, {"InfZu", text.InfZu}}},
	{"Degree", text.Degree, []featValue{{"Pos", text.Pos}, {"Cmp", text.Cmp}, {"Sup", text.Sup}}},
	{"Definite", text.Definite, []featValue{{"Def", text.Def}, {"Ind", text.Indef}}},
	{"PronType", text.PronType, []featValue{{"Art", text.Art}, {"Prs", text.Prs}, {"Dem", text.Dem}, {"Rel", text.Rel},
		{"Int", text.Int}, {"Ind", text.IndPron}, {"Neg", text.NegPron}, {"Tot", text.Tot}}},
	{"Poss", text.Poss, []featValue{{"Yes", text.Poss}}},
	{"Reflex", text.Reflex, []featValue{{"Yes", text.Reflex}}},
}

// fieldValue is the number a field holds in f.
func fieldValue(f, mask text.Feats) uint {
	return uint(f&mask) >> bits.TrailingZeros32(uint32(mask))
}

var quantityKinds = []string{
	string(unit.Count), string(unit.Money), string(unit.Percent), string(unit.Share), string(unit.Duration), string(unit.Length),
	string(unit.Area), string(unit.Volume), string(unit.Mass), string(unit.Speed), string(unit.Temperature), string(unit.Energy),
	string(unit.Power), string(unit.Pressure), string(unit.Data), string(unit.Age), string(unit.Score), string(unit.Factor),
	string(unit.Rate), string(unit.Other), string(unit.Ordinal),
}

var boundNames = []string{
	string(unit.Exact), string(unit.About), string(unit.Over), string(unit.AtLeast), string(unit.Under), string(unit.AtMost),
	string(unit.JustUnder), string(unit.JustOver), string(unit.Range), string(unit.Vague),
}

var dateTypes = []string{string(date.Date), string(date.Time), string(date.Duration), string(date.Set)}

func posNames() []string {
	var out []string
	for p := text.ADJ; p <= text.X; p++ {
		out = append(out, p.String())
	}
	return out
}

func allowed(names []string) string { return strings.Join(names, ", ") }
