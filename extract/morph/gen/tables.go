package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	. "github.com/belegt/extract/extract/text"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

//go:embed supplement.tsv
var supplementTSV string

//go:embed countries.tsv
var countriesTSV string

//go:embed places.tsv
var placesTSV string

//go:embed firstnames.tsv
var firstNamesTSV string

//go:embed names.tsv
var namesTSV string

// tables are the lists of our own, and the names.
type tables struct {
	supplement    [][]string
	replaced      map[string]bool   // nouns that stand in for the source's
	irregular     map[string]bool   // adjectives with their own comparison
	rare          map[string]bool   // verbs that stand behind others of the same form
	notAdjectives map[string]bool   // the source's adjectives that are none
	genders       map[string]string // genders that the source got wrong
	countries     [][]string
	places        []string
	names         [][]string
	separable     [][2]string // particle and verb
}

func rows(name, tsv string, fields int) ([][]string, error) {
	var rs [][]string
	for i, l := range strings.Split(strings.TrimSuffix(tsv, "\n"), "\n") {
		if strings.HasPrefix(l, "#") {
			continue
		}
		r := strings.Split(l, "\t")
		if fields > 0 && len(r) != fields {
			return nil, fmt.Errorf("%s:%d: got %d fields; want %d", name, i+1, len(r), fields)
		}
		rs = append(rs, r)
	}
	return rs, nil
}

// supplementFields is the number of fields of each kind of line.
var supplementFields = map[string]int{"replace": 2, "gender": 3, "noadj": 2, "rare": 2, "adjnoun": 2, "verb": 2, "strong": 5, "sub": 3, "noun": 5, "adj": 3, "inv": 2, "comp": 4, "past": 4, "form": 5, "sep": 3}

func readTables() (*tables, error) {
	t := tables{replaced: map[string]bool{}, genders: map[string]string{}, notAdjectives: map[string]bool{}, rare: map[string]bool{}, irregular: map[string]bool{}}
	var err error
	if t.supplement, err = rows("supplement.tsv", supplementTSV, 0); err != nil {
		return nil, err
	}
	for _, r := range t.supplement {
		if n := supplementFields[r[0]]; n != len(r) {
			return nil, fmt.Errorf("supplement.tsv: %q: got %d fields; want %d", r, len(r), n)
		}
		switch r[0] {
		case "replace", "adjnoun":
			t.replaced[r[1]] = true
		case "rare":
			t.rare[r[1]] = true
		case "noadj":
			t.notAdjectives[r[1]] = true
		case "gender":
			t.genders[r[1]] = r[2]
		case "comp":
			t.irregular[r[1]] = true
		case "sep":
			t.separable = append(t.separable, [2]string{r[1], r[2]})
		}
	}
	if t.countries, err = rows("countries.tsv", countriesTSV, 4); err != nil {
		return nil, err
	}
	ps, err := rows("places.tsv", placesTSV, 1)
	if err != nil {
		return nil, err
	}
	for _, p := range ps {
		t.places = append(t.places, p[0])
	}
	if t.names, err = rows("names.tsv", namesTSV, 2); err != nil {
		return nil, err
	}
	first, err := rows("firstnames.tsv", firstNamesTSV, 2)
	t.names = append(t.names, first...)
	return &t, err
}

// addTo adds the supplement.
func (t *tables) addTo(x *lexicon) error {
	for _, r := range t.supplement {
		switch r[0] {
		case "noun":
			x.addNoun(r[1], genders[r[2]], r[3], r[4])
		case "adj":
			x.addAdjective(r[1], r[2], rankAdj)
			if !t.irregular[r[1]] {
				x.compare(r[1], r[2], rankAdj)
			}
		case "inv":
			x.add(r[1], r[1], ADJ, Pos, rankAdj)
		case "comp":
			for _, c := range strings.Split(r[2], ",") {
				if c != "-" {
					x.addComparative(r[1], c, rankAdj)
				}
			}
			for _, s := range strings.Split(r[3], ",") {
				if s != "-" {
					x.addSuperlative(r[1], s, rankAdj)
				}
			}
		case "adjnoun":
			stem := strings.TrimSuffix(r[1], "e")
			for _, d := range declension {
				for i, f := range d.feats {
					x.add(stem+d.ending, r[1], NOUN, f, rankNoun+i)
				}
			}
		case "verb":
			x.addWeakVerb(r[1])
		case "strong":
			x.addStrongVerb(r[1], r[2], r[3], r[4])
		case "sub":
			x.addSubjunctive(r[1], r[2])
		case "past":
			if err := x.addPast(r[1], r[2], r[3]); err != nil {
				return err
			}
		case "form":
			pos, ok := ParsePOS(r[3])
			if !ok {
				return fmt.Errorf("supplement.tsv: %q: no part of speech", r)
			}
			f, err := parseFeats(r[4])
			if err != nil {
				return fmt.Errorf("supplement.tsv: %q: %w", r, err)
			}
			x.add(r[1], r[2], pos, f, rankAdj-100)
		}
	}
	return nil
}

var featNames = map[string]Feats{"Masc": Masc, "Fem": Fem, "Neut": Neut, "Sing": Sing, "Plur": Plur, "Nom": Nom, "Gen": Gen, "Dat": Dat, "Acc": Acc,
	"First": First, "Second": Second, "Third": Third, "Pres": Pres, "Past": Past, "Ind": Ind, "Sub": Sub, "Imp": Imp, "Fin": Fin, "Inf": Inf, "Part": Part}

// parseFeats reads the names of features with dots between; "-" is none.
func parseFeats(s string) (Feats, error) {
	var f Feats
	if s == "-" {
		return 0, nil
	}
	for n := range strings.SplitSeq(s, ".") {
		v, ok := featNames[n]
		if !ok {
			return 0, fmt.Errorf("unknown feature %q", n)
		}
		f |= v
	}
	return f, nil
}

// addWeakVerb conjugates a weak verb without separable particle. The participle
// has ge- unless the verb begins with an unstressed prefix or ends in -ieren.
func (x *lexicon) addWeakVerb(lemma string) {
	stem := strings.TrimSuffix(lemma, "n")
	short := strings.TrimSuffix(stem, "e") // before -t, -st
	first := short + "e"
	if endsIn(lemma, "eln", "ern") {
		short, first = stem, stem[:len(stem)-2]+stem[len(stem)-1:]+"e"
	}
	t := short
	if endsIn(short, "d", "t") || endsIn(short, "m", "n") && len(short) > 2 && !strings.ContainsAny(short[len(short)-2:len(short)-1], "aeiouylrmnh") {
		t += "e"
	}
	st := t + "st"
	if endsIn(short, "s", "ß", "z", "x") {
		st = t + "t"
	}
	for i, f := range []string{t + "t", lemma, first, lemma, st, t + "t"} {
		x.addVerbForm(f, lemma, Fin|Ind|Pres|cells[i].feats, rankVerb+10+cells[i].rank)
	}
	for i, e := range []string{"te", "ten", "te", "ten", "test", "tet"} {
		x.addVerbForm(t+e, lemma, Fin|Ind|Past|cells[i].feats, rankVerb+cells[i].rank)
		x.addVerbForm(t+e, lemma, Fin|Sub|Past|cells[i].feats, rankVerb+40+cells[i].rank)
	}
	for i, f := range []string{short + "e", lemma, short + "e", lemma, short + "est", short + "et"} {
		x.addVerbForm(f, lemma, Fin|Sub|Pres|cells[i].feats, rankVerb+30+cells[i].rank)
	}
	part := t + "t"
	if !endsIn(lemma, "ieren") && !slices.ContainsFunc([]string{"be", "ent", "er", "ge", "miss", "ver", "zer"}, func(p string) bool { return strings.HasPrefix(lemma, p) }) {
		part = "ge" + part
	}
	x.addVerbForm(lemma, lemma, Inf, rankVerb+5)
	x.addVerbForm(part, lemma, Part|Past, rankPartVerb)
	x.addParticiple(part, Past)
	x.addVerbForm(lemma+"d", lemma, Part|Pres, rankRare)
	x.addParticiple(lemma+"d", Pres)
}

// addStrongVerb conjugates a strong verb by its infinitive, in which a | stands
// behind a separable particle, the third persons singular of present and past
// and the participle.
func (x *lexicon) addStrongVerb(inf, third, past, part string) {
	particle, base, ok := strings.Cut(inf, "|")
	if !ok {
		particle, base = "", inf
	}
	lemma := particle + base
	add := func(form string, feats Feats, rank int) { x.addVerbForm(particle+form, lemma, feats, rankVerb+rank) }
	stem := strings.TrimSuffix(base, "en")
	second := strings.TrimSuffix(third, "t")
	if endsIn(second, "s", "ß", "z", "x") {
		second = third
	} else {
		second += "st"
	}
	plural := stem + "t"
	if endsIn(stem, "d", "t") {
		plural = stem + "et"
	}
	pastSecond, pastPlural := past+"st", past+"t"
	if endsIn(past, "d", "t") {
		pastSecond, pastPlural = past+"est", past+"et"
	}
	for i, f := range []string{third, base, stem + "e", base, second, plural} {
		add(f, Fin|Ind|Pres|cells[i].feats, 10+cells[i].rank)
	}
	for i, f := range []string{past, past + "en", past, past + "en", pastSecond, pastPlural} {
		add(f, Fin|Ind|Past|cells[i].feats, cells[i].rank)
	}
	for i, f := range []string{stem + "e", base, stem + "e", base, stem + "est", stem + "et"} {
		add(f, Fin|Sub|Pres|cells[i].feats, 30+cells[i].rank)
	}
	x.addVerbForm(lemma, lemma, Inf, rankVerb+5)
	if particle != "" {
		x.addVerbForm(particle+"zu"+base, lemma, InfZu, rankVerb)
	}
	add(part, Part|Past, 0)
	x.addParticiple(particle+part, Past)
	add(base+"d", Part|Pres, rankRare-rankVerb)
	x.addParticiple(particle+base+"d", Pres)
}

// addSubjunctive adds a Konjunktiv II by its third person, to the verb and to
// all that put a prefix before it.
func (x *lexicon) addSubjunctive(lemma, third string) {
	for _, prefix := range pastPrefixes {
		if !x.has(prefix+lemma, VERB) {
			continue
		}
		for i, e := range []string{"", "n", "", "n", "st", "t"} {
			x.addVerbForm(prefix+third+e, prefix+lemma, Fin|Sub|Past|cells[i].feats, rankVerb+40+cells[i].rank)
		}
	}
}

// addNoun adds a noun by its genitive and plural, "-" for none.
func (x *lexicon) addNoun(lemma string, g Feats, gen, plural string) {
	if gen != "-" {
		oblique := lemma
		if g == Masc && gen != lemma && strings.HasSuffix(gen, "n") {
			oblique = gen
		}
		x.addNounForm(lemma, lemma, g|Sing|Nom)
		x.addNounForm(oblique, lemma, g|Sing|Acc)
		x.addNounForm(oblique, lemma, g|Sing|Dat)
		x.addNounForm(gen, lemma, g|Sing|Gen)
		if stem, ok := strings.CutSuffix(gen, "s"); ok && stem == lemma && !endsIn(lemma, "e", "el", "en", "er", "a", "i", "o", "u", "y") {
			x.addNounForm(lemma+"es", lemma, g|Sing|Gen)
			x.add(lemma+"e", lemma, NOUN, g|Sing|Dat, rankNoun+20)
		}
	}
	if plural != "-" {
		dat := plural
		if plural != lemma && endsIn(plural, "e", "el", "er") || plural == lemma && endsIn(plural, "er", "el") {
			dat += "n"
		}
		x.addNounForm(plural, lemma, g|Plur|Nom)
		x.addNounForm(plural, lemma, g|Plur|Acc)
		x.addNounForm(plural, lemma, g|Plur|Gen)
		x.addNounForm(dat, lemma, g|Plur|Dat)
	}
}

// addPast adds a past tense to a verb and to all that put a prefix before it.
func (x *lexicon) addPast(lemma, past, kind string) error {
	endings := []string{"", "en", "", "en", "st", "t"}
	if kind == "weak" {
		endings = []string{"", "n", "", "n", "st", "t"}
	} else if kind != "strong" {
		return fmt.Errorf("supplement.tsv: past %s: got kind %q; want strong or weak", lemma, kind)
	}
	for _, prefix := range pastPrefixes {
		if !x.has(prefix+lemma, VERB) {
			continue
		}
		for i, c := range cells {
			e := endings[i]
			if kind == "strong" && e == "st" && endsIn(past, "d", "t") {
				e = "est"
			} else if kind == "strong" && e == "t" && endsIn(past, "d", "t") {
				e = "et"
			}
			x.addVerbForm(prefix+past+e, prefix+lemma, Fin|Ind|Past|c.feats, rankVerb+c.rank)
			if kind == "weak" {
				x.addVerbForm(prefix+past+e, prefix+lemma, Fin|Sub|Past|c.feats, rankVerb+40+c.rank)
			}
		}
	}
	return nil
}

// pastPrefixes are the prefixes that the verbs with two past tenses go with.
var pastPrefixes = []string{"", "ab", "an", "auf", "aus", "be", "bei", "ein", "ent", "er", "fort", "ge", "nach", "über", "um", "ver", "vor", "weg", "zer", "zu", "zurück", "hinzu", "herbei", "durch", "unter"}

// addCountries adds countries with their adjectives and peoples.
func (x *lexicon) addCountries(t *tables) {
	for _, r := range t.countries {
		name, gender, adj, man := r[0], r[1], r[2], r[3]
		switch gender {
		case "P":
			for _, c := range []Feats{Nom, Acc, Dat, Gen} {
				x.addName(name, name, Plur|c, rankPlace)
			}
			if !strings.HasSuffix(name, "n") && !strings.HasSuffix(name, "A") {
				x.addName(name+"n", name, Plur|Dat, rankPlace)
			}
		default:
			x.addPlace(name, genders[strings.ToUpper(gender)])
		}
		if adj != "-" && !x.has(adj, ADJ) {
			x.addAdjective(adj, adj, rankAdj)
		}
		if man != "-" {
			man, woman, _ := strings.Cut(man, "/")
			x.addPeople(man, woman)
		}
	}
}

// addNames adds the names of regions and languages that golang.org/x/text holds
// (from CLDR), towns and names of persons.
func (x *lexicon) addNames(t *tables) {
	regions := display.Regions(language.German)
	for _, r := range isoRegions() {
		if n := regions.Name(r); n != "" && isWord(n) && !x.has(n, PROPN) {
			x.addPlace(n, Neut)
		}
	}
	languages := display.Languages(language.German)
	for _, b := range display.Supported.BaseLanguages() {
		n := languages.Name(language.Make(b.String()))
		if stem, ok := strings.CutSuffix(n, "isch"); !ok || stem == "" || !isWord(n) {
			continue
		}
		if adj := strings.ToLower(n); !x.has(adj, ADJ) {
			x.addAdjective(adj, adj, rankAdj)
		}
		x.addNoun(n, Neut, n+"s", "-")
	}
	for _, p := range t.places {
		x.addPlace(p, Neut)
	}
	for _, r := range t.names {
		g, rank := Feats(0), rankName
		switch r[1] {
		case "T":
			if !x.has(r[0], NOUN) { // not Essen, Halle
				x.addPlace(r[0], Neut)
				continue
			}
			g = Neut
		case "M":
			g = Masc
		case "F":
			g = Fem
		case "L":
			rank += 50
		}
		x.addName(r[0], r[0], Sing|g, rank)
		if !endsIn(r[0], "s", "x", "z", "ß") {
			x.addName(r[0]+"s", r[0], Sing|Gen|g, rank+10)
		}
	}
}

// isoRegions are all codes of two letters.
func isoRegions() []language.Region {
	var rs []language.Region
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if r, err := language.ParseRegion(string(a) + string(b)); err == nil && r.IsCountry() {
				rs = append(rs, r)
			}
		}
	}
	return rs
}

func isWord(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

func (x *lexicon) addName(form, lemma string, feats Feats, rank int) {
	x.add(form, lemma, PROPN, feats, rank+nounRank[feats&(Number|Case)])
}

func (x *lexicon) addPlace(name string, g Feats) {
	for _, c := range []Feats{Nom, Acc, Dat} {
		x.addName(name, name, Sing|g|c, rankPlace)
	}
	switch {
	case g == Fem || endsIn(name, "s", "x", "z", "ß"):
		x.addName(name, name, Sing|g|Gen, rankPlace)
	default:
		x.addName(name+"s", name, Sing|g|Gen, rankPlace)
		if g == Masc {
			x.addName(name, name, Sing|g|Gen, rankPlace)
		}
	}
}

// addPeople adds a man and a woman of a people by the shape of the word. A man
// with a + behind is declined weakly though he has no -e; an empty woman is
// derived from the man.
func (x *lexicon) addPeople(man, woman string) {
	man, weak := strings.CutSuffix(man, "+")
	stem := strings.TrimSuffix(man, "e")
	switch {
	case weak || stem != man:
		x.addNoun(man, Masc, man+"n", man+"n")
	case strings.HasSuffix(man, "it"), strings.HasSuffix(man, "at"):
		x.addNoun(man, Masc, man+"en", man+"en")
	case strings.HasSuffix(man, "i"):
		x.addNoun(man, Masc, man+"s", man+"s")
	default:
		x.addNoun(man, Masc, man+"s", man)
	}
	if woman == "" {
		woman = stem + "in"
	}
	x.addNoun(woman, Fem, woman, woman+"nen")
}
