package main

import (
	"maps"
	"slices"
	"strings"

	. "github.com/belegt/extract/extract/text"
)

// The declension of adjectives by ending, likeliest first. Weak, mixed and
// strong declension are one: which of them holds is known from the article, not
// from the form. A gender that the form leaves open isn't given, nor is any in
// the plural.
var declension = []struct {
	ending string
	feats  []Feats
}{
	{"e", []Feats{Sing | Nom, Sing | Acc | Fem, Sing | Acc | Neut, Plur | Nom, Plur | Acc}},
	{"en", []Feats{Sing | Dat, Sing | Acc | Masc, Plur | Dat, Plur | Nom, Plur | Acc, Sing | Gen, Plur | Gen}},
	{"er", []Feats{Sing | Nom | Masc, Sing | Dat | Fem, Sing | Gen | Fem, Plur | Gen}},
	{"es", []Feats{Sing | Nom | Neut, Sing | Acc | Neut}},
	{"em", []Feats{Sing | Dat | Masc, Sing | Dat | Neut}},
}

// Ranks: the order of the readings of a form. In steps of 100, room for the
// order within a paradigm.
const (
	rankAdj      = 1000 // inflected or not, no participle
	rankVerb     = 2000
	rankPartVerb = 2000
	rankPartAdj  = 2500 // a participle as adjective
	rankAux      = 500
	rankNoun     = 3000
	rankPlace    = 2800 // names of countries and towns
	rankName     = 3500 // names of persons
	rankRare     = 4000
	rankOld      = 100 // added for a lemma in the old spelling
)

// decline adds the inflected forms of the adjective stem.
func (x *lexicon) decline(stem, lemma string, feats Feats, rank int) {
	for _, d := range declension {
		for i, f := range d.feats {
			x.add(stem+d.ending, lemma, ADJ, feats|f, rank+i)
		}
	}
}

// addAdjective adds an adjective with its degrees.
func (x *lexicon) addAdjective(lemma, stem string, rank int) {
	x.add(lemma, lemma, ADJ, Pos, rank)
	x.decline(stem, lemma, Pos, rank+10)
}

// compare adds comparative and superlative to a regular adjective.
func (x *lexicon) compare(lemma, stem string, rank int) {
	cmp := strings.TrimSuffix(stem, "e") + "er"
	x.addComparative(lemma, cmp, rank)
	for _, s := range superlatives(lemma) {
		x.addSuperlative(lemma, s, rank)
	}
}

// addComparative adds a comparative: as predicate and inflected.
func (x *lexicon) addComparative(lemma, cmp string, rank int) {
	x.add(cmp, lemma, ADJ, Cmp, rank+30)
	x.decline(cmp, lemma, Cmp, rank+20)
}

// addSuperlative adds the inflected forms of a superlative; without an ending
// it is no word of its own.
func (x *lexicon) addSuperlative(lemma, sup string, rank int) {
	x.decline(sup, lemma, Sup, rank+20)
}

// superlatives forms the regular superlative stem, both where usage wavers.
func superlatives(lemma string) []string {
	lemma = strings.TrimSuffix(lemma, "e")
	switch {
	case strings.HasSuffix(lemma, "isch"), strings.HasSuffix(lemma, "end"):
		return []string{lemma + "st"}
	case endsIn(lemma, "s", "ß", "x", "z", "d", "t", "sch"):
		return []string{lemma + "est"}
	case endsIn(lemma, "au", "eu", "ei", "h"):
		return []string{lemma + "st", lemma + "est"}
	}
	return []string{lemma + "st"}
}

func endsIn(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// addAdjectives adds those of the source that are no participles.
func (x *lexicon) addAdjectives(adjs map[string]adjective, t *tables) {
	for _, lemma := range slices.Sorted(maps.Keys(adjs)) {
		a := adjs[lemma]
		stem := strings.TrimSuffix(a["NOM"]["DEF"]["N"], "e")
		if stem == "" || t.notAdjectives[lemma] {
			continue
		}
		if a["NOM"]["DEF"]["N"] == lemma && a["DAT"]["DEF"]["P"] == lemma { // Berliner: never inflected
			x.add(lemma, lemma, ADJ, Pos, rankAdj)
			continue
		}
		if x.participle(lemma) {
			continue
		}
		x.addAdjective(lemma, stem, rankAdj)
		if !t.irregular[lemma] {
			x.compare(lemma, stem, rankAdj)
		}
	}
}

// participle reports whether the form is one of a verb that is in already.
func (x *lexicon) participle(form string) bool {
	for _, e := range x.forms[form] {
		if e.feats&VerbForm == Part {
			return true
		}
	}
	return false
}
