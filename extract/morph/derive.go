package morph

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/belegt/extract/extract/morph/internal/packed"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/char"
)

//go:embed derive.tsv
var deriveTSV string

// formation is what derive.tsv knows of word formation.
type formation struct {
	modifiers    [256][]string // by first byte
	short        *wordMap[bool]
	particles    *wordMap[bool]
	inseparables []string
	adjectives   []string
	adverbs      []string
	linking      []string
	names        *wordMap[bool]
	whole        *wordMap[bool]
	numerals     *wordMap[bool]
	numeralHead  char.Filter // of the first three bytes of numerals
	nouns        []nounEnding
	nounsBy      [256][]int32 // indices of nouns, by the last byte of their forms
}

// nounEnding is an ending that makes nouns.
type nounEnding struct {
	ending           string
	gender           text.Feats
	genitive, plural string   // what they put on
	plurals          bool     // there is a plural
	base             string   // verb, adj, noun, sure or any
	ends             []string // what its forms end in
}

var formationTable = sync.OnceValue(func() *formation {
	f, err := parseFormation(deriveTSV)
	if err != nil {
		panic("morph: derive.tsv: " + err.Error())
	}
	return f
})

func parseFormation(src string) (*formation, error) {
	f := &formation{}
	sets := map[string]map[string]bool{"modifier": {}, "short": {}, "particle": {}, "numeral": {}, "name": {}, "whole": {}}
	line := 0
	for l := range strings.SplitSeq(src, "\n") {
		line++
		if l == "" || l[0] == '#' {
			continue
		}
		kind, rest, _ := strings.Cut(l, "\t")
		switch set := sets[kind]; {
		case set != nil:
			for w := range strings.FieldsSeq(rest) {
				set[w] = true
			}
		case kind == "inseparable":
			f.inseparables = append(f.inseparables, strings.Fields(rest)...)
		case kind == "adjective":
			f.adjectives = append(f.adjectives, strings.Fields(rest)...)
		case kind == "adverb":
			f.adverbs = append(f.adverbs, strings.Fields(rest)...)
		case kind == "linking":
			f.linking = append(f.linking, strings.Fields(rest)...)
		case kind == "noun":
			c := strings.Split(rest, "\t")
			if len(c) != 5 {
				return nil, fmt.Errorf("line %d: got %d columns; want 5 behind noun", line, len(c))
			}
			g, ok := map[string]text.Feats{"M": text.Masc, "F": text.Fem, "N": text.Neut}[c[1]]
			if !ok {
				return nil, fmt.Errorf("line %d: gender: got %q; want M, F or N", line, c[1])
			}
			f.addNoun(nounEnding{ending: c[0], gender: g, genitive: c[2], plural: c[3], plurals: c[3] != "-", base: c[4]})
		default:
			return nil, fmt.Errorf("line %d: unknown kind %q", line, kind)
		}
	}
	for w := range sets["modifier"] {
		f.modifiers[w[0]] = append(f.modifiers[w[0]], w)
	}
	f.short, f.particles, f.numerals = newWordMap(sets["short"]), newWordMap(sets["particle"]), newWordMap(sets["numeral"])
	for w := range sets["numeral"] {
		if len(w) >= 3 { // shorter ones are no parts
			f.numeralHead.Add(w[:3])
		}
	}
	f.names, f.whole = newWordMap(sets["name"]), newWordMap(sets["whole"])
	return f, nil
}

func (f *formation) addNoun(e nounEnding) {
	e.ends = []string{e.ending, e.ending + e.genitive}
	if e.plurals {
		e.ends = append(e.ends, e.ending+e.plural, e.ending+e.plural+"n")
	}
	for i, end := range e.ends {
		same := func(s string) bool { return s[len(s)-1] == end[len(end)-1] }
		if by := &f.nounsBy[end[len(end)-1]]; !slices.ContainsFunc(e.ends[:i], same) {
			*by = append(*by, int32(len(f.nouns)))
		}
	}
	f.nouns = append(f.nouns, e)
}

// takesS reports whether the first part of a compound is one that a linking -s
// follows as a rule: nouns with certain endings and, if prefixed, those with a
// prefix.
func (f *formation) takesS(modifier string, prefixed bool) bool {
	for _, e := range f.linking {
		if strings.HasSuffix(modifier, e) {
			return true
		}
	}
	for i := 2; prefixed && i <= min(6, len(modifier)-4); i++ {
		if f.particles.get(modifier[:i]) || slices.Contains(f.inseparables, modifier[:i]) {
			return true
		}
	}
	return false
}

// kind is what a word of the dictionary, in lower case, can be.
func (d *Dict) kind(key string) packed.Kind {
	id, ok := d.file.Words.Get(key)
	if !ok {
		return 0
	}
	return d.file.Kind(id)
}

// derivedNoun reads a noun by its ending, when what stands before the ending is
// known to make such nouns; with any, by the ending alone.
func (a *analysis) derivedNoun(any bool) bool {
	n := len(a.rs)
	if a.lower == "" {
		return false
	}
	f := formationTable()
	for _, i := range f.nounsBy[a.lower[len(a.lower)-1]] {
		e := &f.nouns[i]
		if (e.base == "any") != any || !slices.ContainsFunc(e.ends, func(s string) bool { return strings.HasSuffix(a.lower, s) }) {
			continue
		}
		a.endingForms(e)
		if len(a.rs) > n {
			return true
		}
	}
	return false
}

func (a *analysis) endingForms(e *nounEnding) {
	stemOf := func(inflection string) (string, bool) {
		s, ok := strings.CutSuffix(a.lower, inflection)
		if !ok {
			return "", false
		}
		s, ok = strings.CutSuffix(s, e.ending)
		return s, ok && len(s) >= 3 && a.baseKnown(s, e.base)
	}
	lemma := func(inflection string) string { return a.form[:len(a.form)-len(inflection)] }
	weak := e.gender == text.Masc && strings.HasSuffix(e.genitive, "n")
	if _, ok := stemOf(""); ok {
		a.add(lemma(""), text.NOUN, e.gender|text.Sing|text.Nom)
		if !weak {
			a.add(lemma(""), text.NOUN, e.gender|text.Sing|text.Acc)
			a.add(lemma(""), text.NOUN, e.gender|text.Sing|text.Dat)
		}
		if e.genitive == "" {
			a.add(lemma(""), text.NOUN, e.gender|text.Sing|text.Gen)
		}
	}
	if e.plurals {
		if _, ok := stemOf(e.plural); ok {
			for _, c := range []text.Feats{text.Nom, text.Acc, text.Gen} {
				a.add(lemma(e.plural), text.NOUN, e.gender|text.Plur|c)
			}
			if strings.HasSuffix(e.plural, "n") || strings.HasSuffix(e.plural, "s") || strings.HasSuffix(e.ending, "n") && e.plural == "" {
				a.add(lemma(e.plural), text.NOUN, e.gender|text.Plur|text.Dat)
			}
		}
		if !strings.HasSuffix(e.plural, "n") && !strings.HasSuffix(e.plural, "s") && !strings.HasSuffix(e.ending, "n") {
			if _, ok := stemOf(e.plural + "n"); ok {
				a.add(lemma(e.plural+"n"), text.NOUN, e.gender|text.Plur|text.Dat)
			}
		}
	}
	if e.genitive != "" {
		if _, ok := stemOf(e.genitive); ok {
			a.add(lemma(e.genitive), text.NOUN, e.gender|text.Sing|text.Gen)
			if weak {
				a.add(lemma(e.genitive), text.NOUN, e.gender|text.Sing|text.Dat)
				a.add(lemma(e.genitive), text.NOUN, e.gender|text.Sing|text.Acc)
			}
		}
	}
}

// baseKnown reports whether the stem of a derivation belongs to a known word.
func (a *analysis) baseKnown(stem, base string) bool {
	d := a.d
	switch base {
	case "verb":
		return d.kind(stem+"en")&packed.KindInf != 0 || d.kind(stem+"n")&packed.KindInf != 0 || a.prefixedVerb(stem+"en") ||
			len(stem) > 2*minHead-2 && a.splitHead(stem+"en", packed.KindInf) > 0
	case "adj":
		return d.kind(stem)&packed.KindAdjBase != 0 || a.compoundKind(stem, packed.KindAdjBase)
	case "noun":
		return d.kind(stem)&packed.KindNoun != 0 || d.kind(stem+"e")&packed.KindFem != 0
	}
	return true
}

// woman reads the feminine of a noun for a man: "Expertin", "Zeuginnen".
func (a *analysis) woman() bool {
	number := text.Sing
	low, ok := strings.CutSuffix(a.lower, "innen")
	if ok {
		number = text.Plur
	} else if low, ok = strings.CutSuffix(a.lower, "in"); !ok {
		return false
	}
	if len(low) < 3 || !a.man(low) {
		return false
	}
	lemma := a.form[:len(low)] + "in"
	for _, c := range []text.Feats{text.Nom, text.Acc, text.Dat, text.Gen} {
		a.add(lemma, text.NOUN, text.Fem|number|c)
	}
	return true
}

// man reports whether low or low with -e is a masculine noun.
func (a *analysis) man(low string) bool { return a.manLemma(low) != "" }

// manLemma is the masculine noun that -in is put on, "" for none.
func (a *analysis) manLemma(low string) string {
	for _, s := range [...]string{low, low + "e"} {
		sub := a.sub(title(s))
		if sub.guess {
			continue
		}
		for _, r := range sub.rs {
			if r.POS == text.NOUN && r.Feats&(text.Gender|text.Number|text.Case) == text.Masc|text.Sing|text.Nom && len(r.Lemma) == len(s) {
				return r.Lemma
			}
		}
	}
	return ""
}

// genderMarks stand before innen or in where women and men are both meant.
var genderMarks = [...]string{":", "*", "_", "/-", "/", "·"}

// bothGenders reads ExpertInnen, Expert:innen, Expert*in and their kin: first
// under the noun for a man, then under that for a woman.
func (a *analysis) bothGenders() bool {
	number, at, tail := text.Plur, 0, ""
	for _, end := range [...]string{"innen", "in"} {
		if !strings.HasSuffix(a.lower, end) {
			continue
		}
		at, tail = len(a.form)-len(end), end
		if end == "in" {
			number = text.Sing
		}
		break
	}
	if at < 3 {
		return false
	}
	stem := a.form[:at]
	if a.form[at] == 'I' {
		if stem == strings.ToUpper(stem) {
			return false
		}
	} else {
		marked := false
		for _, m := range genderMarks {
			if s, ok := strings.CutSuffix(stem, m); ok {
				stem, marked = s, true
				break
			}
		}
		if !marked {
			return false
		}
	}
	if stem == "" || !startsUpper(stem) || tail == "" {
		return false
	}
	man := a.manLemma(strings.ToLower(stem))
	if man != "" {
		for _, c := range []text.Feats{text.Nom, text.Acc, text.Dat, text.Gen} {
			a.add(man, text.NOUN, number|c)
		}
	}
	for _, c := range []text.Feats{text.Nom, text.Acc, text.Dat, text.Gen} {
		a.add(stem+"in", text.NOUN, text.Fem|number|c)
	}
	a.guess = man == ""
	return true
}

// prefixedVerb reports whether the lower-case infinitive is a known verb with a
// prefix.
func (a *analysis) prefixedVerb(inf string) bool {
	for i := 2; i <= len(inf)-4 && i < 14; i++ {
		if formationTable().particles.get(inf[:i]) && a.d.kind(inf[i:])&packed.KindInf != 0 {
			return true
		}
	}
	for _, p := range formationTable().inseparables {
		if rest, ok := strings.CutPrefix(inf, p); ok && len(rest) >= 4 && a.d.kind(rest)&packed.KindInf != 0 {
			return true
		}
	}
	return false
}

// verb reads a verb with a prefix that the dictionary hasn't got: "weitertransportiert",
// "wiederherzustellen", "erstrahlt".
func (a *analysis) verb() bool {
	n := len(a.rs)
	low := a.lower
	f := formationTable()
	for i := min(13, len(low)-3); i >= 2; i-- {
		if !f.particles.get(low[:i]) {
			continue
		}
		p, rest := low[:i], low[i:]
		if z, ok := strings.CutPrefix(rest, "zu"); ok {
			if inf := a.infinitive(z); inf != "" { // "gleichzukommen" is no verb "gleichzukommen"
				a.add(p+inf, text.VERB, text.InfZu)
				return true
			}
		}
		for _, r := range a.d.appendStyle(nil, rest, rest, lowerStyle) {
			lemma := r.Lemma
			if !strings.HasPrefix(lemma, p) { // some participles stand in the source without their particle: "gesackt" of absacken
				lemma = p + lemma
			}
			if r.POS == text.VERB && r.Feats&text.Mood != text.Imp {
				a.add(lemma, text.VERB, r.Feats)
			} else if r.POS == text.ADJ && r.Feats&text.VerbForm == text.Part {
				a.add(lemma, text.ADJ, r.Feats)
			}
		}
		if len(a.rs) > n {
			return true
		}
	}
	for _, p := range f.inseparables {
		rest, ok := strings.CutPrefix(low, p)
		if !ok || len(rest) < 4 {
			continue
		}
		a.inseparable(p, rest)
		if len(a.rs) > n {
			return true
		}
	}
	return false
}

// inseparable reads the forms of p + verb. Its participle is made without ge-:
// with -t like the third person, else from the base's strong participle.
func (a *analysis) inseparable(p, rest string) {
	rs := a.d.appendStyle(nil, rest, rest, lowerStyle)
	for _, r := range rs {
		if r.POS == text.VERB && strings.HasSuffix(rest, "t") && r.Feats&(text.VerbForm|text.Mood|text.Tense|text.Person|text.Number) == text.Fin|text.Ind|text.Pres|text.Third|text.Sing {
			a.add(p+r.Lemma, text.VERB, text.Part|text.Past)
		}
	}
	for _, r := range a.d.appendStyle(nil, "ge"+rest, "ge"+rest, lowerStyle) {
		switch {
		case r.POS == text.VERB && r.Feats&text.VerbForm == text.Part:
			a.add(p+r.Lemma, text.VERB, r.Feats)
		case r.POS == text.ADJ && r.Feats&text.VerbForm == text.Part:
			a.add(p+strings.TrimPrefix(r.Lemma, "ge"), text.ADJ, r.Feats)
		}
	}
	for _, r := range rs {
		if r.POS == text.VERB && r.Feats&text.VerbForm != text.Part && r.Feats&text.Mood != text.Imp {
			a.add(p+r.Lemma, text.VERB, r.Feats)
		}
	}
}

// infinitive returns s when it is an infinitive, with or without an inseparable
// prefix, else "".
func (a *analysis) infinitive(s string) string {
	if a.d.kind(s)&packed.KindInf != 0 {
		return s
	}
	for _, p := range formationTable().inseparables {
		if rest, ok := strings.CutPrefix(s, p); ok && len(rest) >= 4 && a.d.kind(rest)&packed.KindInf != 0 {
			return s
		}
	}
	return ""
}
