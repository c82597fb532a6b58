package output

import (
	"encoding/json"
	"fmt"

	"github.com/belegt/extract/extract/text"
)

// feature is a field of text.Feats as Universal Dependencies names it and its
// values.
type feature struct {
	name   string
	mask   text.Feats
	values []featValue
}

type featValue struct {
	feat text.Feats
	name string
}

// features is in the order of Universal Dependencies (by name).
var features = []feature{
	{"Case", text.Case, []featValue{{text.Nom, "Nom"}, {text.Gen, "Gen"}, {text.Dat, "Dat"}, {text.Acc, "Acc"}}},
	{"Definite", text.Definite, []featValue{{text.Def, "Def"}, {text.Indef, "Ind"}}},
	{"Degree", text.Degree, []featValue{{text.Pos, "Pos"}, {text.Cmp, "Cmp"}, {text.Sup, "Sup"}}},
	{"Gender", text.Gender, []featValue{{text.Masc, "Masc"}, {text.Fem, "Fem"}, {text.Neut, "Neut"}}},
	{"Mood", text.Mood, []featValue{{text.Ind, "Ind"}, {text.Sub, "Sub"}, {text.Imp, "Imp"}}},
	{"Number", text.Number, []featValue{{text.Sing, "Sing"}, {text.Plur, "Plur"}}},
	{"Person", text.Person, []featValue{{text.First, "1"}, {text.Second, "2"}, {text.Third, "3"}}},
	{"Poss", text.Poss, []featValue{{text.Poss, "Yes"}}},
	{"PronType", text.PronType, []featValue{
		{text.Art, "Art"}, {text.Prs, "Prs"}, {text.Dem, "Dem"}, {text.Rel, "Rel"}, {text.Int, "Int"},
		{text.IndPron, "Ind"}, {text.NegPron, "Neg"}, {text.Tot, "Tot"},
	}},
	{"Reflex", text.Reflex, []featValue{{text.Reflex, "Yes"}}},
	{"Tense", text.Tense, []featValue{{text.Pres, "Pres"}, {text.Past, "Past"}}},
	// Universal Dependencies has one infinitive; zu inside the word is the lemma's business there.
	{"VerbForm", text.VerbForm, []featValue{{text.Fin, "Fin"}, {text.Inf, "Inf"}, {text.Part, "Part"}, {text.InfZu, "Inf"}}},
}

// AppendJSON appends the features as an object, by name.
func (f Feats) AppendJSON(b []byte) []byte {
	b = append(b, '{')
	first := true
	for i := range features {
		v := text.Feats(f) & features[i].mask
		if v == 0 {
			continue
		}
		for _, fv := range features[i].values {
			if fv.feat == v {
				if !first {
					b = append(b, ',')
				}
				first = false
				b = append(b, '"')
				b = append(b, features[i].name...)
				b = append(b, `":"`...)
				b = append(b, fv.name...)
				b = append(b, '"')
			}
		}
	}
	return append(b, '}')
}

// MarshalJSON is AppendJSON for encoding/json.
func (f Feats) MarshalJSON() ([]byte, error) { return f.AppendJSON(nil), nil }

// UnmarshalJSON reads what AppendJSON writes. An infinitive with zu comes back
// as an infinitive.
func (f *Feats) UnmarshalJSON(b []byte) error {
	var m map[string]string
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	*f = 0
	read := 0
	for i := range features {
		v, ok := m[features[i].name]
		if !ok {
			continue
		}
		for _, fv := range features[i].values {
			if fv.name == v {
				*f |= Feats(fv.feat)
				read++
				break
			}
		}
	}
	if read != len(m) {
		return fmt.Errorf("features %s: a name or value is unknown", b)
	}
	return nil
}
