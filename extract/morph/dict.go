package morph

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/morph/internal/packed"
	"github.com/belegt/extract/extract/text"
)

//go:generate go run ./gen -o data/dict.bin

// dictData is made by gen from german-pos-dict (CC-BY-SA-4.0) and our own
// tables; data/LICENSE and data/README.md stand beside it.
//
//go:embed data/dict.bin
var dictData string

// Dict knows the forms of German words. It is read only and safe for concurrent
// use, apart from its readers.
type Dict struct {
	file     *packed.File
	declined map[string][]text.Reading // by ending: readings of the model adjective
}

var loadDict = sync.OnceValues(func() (*Dict, error) {
	f, err := packed.Open(dictData)
	if err != nil {
		return nil, err
	}
	d := &Dict{file: f, declined: map[string][]text.Reading{}}
	for _, e := range adjectiveEndings {
		d.declined[e] = d.appendStyle(nil, "", modelAdjective+e, lowerStyle)
	}
	return d, nil
})

// modelAdjective shows how adjectives are declined and compared with
// adjectiveEndings.
const modelAdjective = "klein"

var adjectiveEndings = [...]string{"", "e", "en", "er", "es", "em", "ere", "eren", "erer", "eres", "erem", "ste", "sten", "ster", "stes", "stem"}

// Load opens the embedded dictionary. It costs microseconds: next to nothing is
// parsed.
func Load() (*Dict, error) { return loadDict() }

// Lookup returns the dictionary's readings of form, likeliest first, nil when it
// isn't in. A form with a capital is looked up as it is written ("Essen" the
// noun); a form in capitals throughout as a noun or name and as anything else.
func (d *Dict) Lookup(form string) []text.Reading {
	return d.AppendLookup(nil, form)
}

// AppendLookup appends the dictionary's readings of form to rs.
func (d *Dict) AppendLookup(rs []text.Reading, form string) []text.Reading {
	return d.appendStyle(rs, form, strings.ToLower(form), stylesOf(form))
}

// styles is a set of packed.Style.
type styles uint8

const (
	lowerStyle styles = 1 << packed.LowerCase
	titleStyle styles = 1 << packed.TitleCase
	ownStyle   styles = 1 << packed.OwnCase
	allStyles         = lowerStyle | titleStyle | ownStyle
)

// stylesOf tells which entries a form as written can belong to.
func stylesOf(form string) styles {
	r, n := utf8.DecodeRuneInString(form)
	rest := form[n:]
	switch {
	case !unicode.IsUpper(r):
		if strings.ContainsFunc(rest, unicode.IsUpper) {
			return ownStyle
		}
		return lowerStyle
	case !strings.ContainsFunc(rest, unicode.IsUpper):
		return titleStyle | ownStyle
	case !strings.ContainsFunc(rest, unicode.IsLower):
		return allStyles
	case !strings.ContainsRune(rest, '-'): // "ExpertInnen", "PayPal"
		return ownStyle
	}
	return titleStyle | ownStyle
}

// appendStyle appends the readings of the key whose style is in want.
func (d *Dict) appendStyle(rs []text.Reading, form, key string, want styles) []text.Reading {
	id, ok := d.file.Words.Get(key)
	if !ok {
		return rs
	}
	return d.appendBundle(rs, id, form, key, want)
}

// appendBundle is appendStyle for the bundle of readings that key has.
func (d *Dict) appendBundle(rs []text.Reading, id uint32, form, key string, want styles) []text.Reading {
	start := len(rs)
	for b := d.file.Bundle(id); len(b) > 0; {
		var r packed.Rule
		r, b = d.file.Next(b)
		if want&(1<<r.Style) == 0 {
			continue
		}
		rs = append(rs, text.Reading{Lemma: d.lemma(rs[start:], form, key, r), POS: r.POS, Feats: r.Feats})
	}
	return rs
}

// lemma applies r to the key. It takes memory only when the lemma is neither a
// part of the form nor that of an earlier reading.
func (d *Dict) lemma(rs []text.Reading, form, key string, r packed.Rule) string {
	kept, suffix := key[:len(key)-int(r.Strip)], d.file.SuffixOf(r)
	if r.Style != packed.TitleCase {
		if suffix == "" {
			return kept
		}
		for i := range rs {
			if l := rs[i].Lemma; len(l) == len(kept)+len(suffix) && l[:len(kept)] == kept && l[len(kept):] == suffix {
				return l
			}
		}
		return kept + suffix
	}
	_, n := utf8.DecodeRuneInString(key)
	for i := range rs { // earlier readings in title case: alike but for the first letter
		if l := rs[i].Lemma; len(l) == len(kept)+len(suffix) && len(kept) >= n && l[n:len(kept)] == kept[n:] && l[len(kept):] == suffix && len(form) >= n && l[:n] == form[:n] {
			return l
		}
	}
	if suffix == "" && len(form) >= len(kept) && len(kept) >= n && form[n:len(kept)] == kept[n:] {
		if c, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(c) {
			return form[:len(kept)]
		}
	}
	return title(kept + suffix)
}

// title writes the first letter large.
func title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if u := unicode.ToUpper(r); u != r {
		return string(u) + s[n:]
	}
	return s
}

// Separable returns the separable verb that a particle at the end of a clause
// and the lemma of its finite verb make up: "mit", "teilen" → "mitteilen".
func (d *Dict) Separable(particle, lemma string) (string, bool) {
	verb := particle + lemma
	for _, r := range d.appendStyle(nil, "", particle+"zu"+lemma, lowerStyle) {
		if r.Feats&text.VerbForm == text.InfZu && r.Lemma == verb {
			return verb, true
		}
	}
	return "", false
}

func (d *Dict) isInfinitive(id uint32) bool { return d.file.Kind(id)&packed.KindInf != 0 }
