package main

import (
	"maps"
	"slices"
	"strings"

	. "github.com/belegt/extract/extract/text"
)

var genders = map[string]Feats{"M": Masc, "F": Fem, "N": Neut}

// Ranks within the forms of a noun: the plural before the dative in -e ("Tage").
var nounRank = map[Feats]int{
	Sing | Nom: 0, Sing | Acc: 2, Sing | Dat: 4, Sing | Gen: 6,
	Plur | Nom: 1, Plur | Acc: 3, Plur | Dat: 5, Plur | Gen: 7,
}

func (x *lexicon) addNounForm(form, lemma string, feats Feats) {
	x.add(form, lemma, NOUN, feats, rankNoun+nounRank[feats&(Number|Case)])
}

// addNouns adds the nouns of the source. It keeps one form a cell and has lost
// its variants; those that the grammar makes sure are added: the dative without
// -e, the genitive in -es beside -s. Nominal adjectives and infinitives, half of
// the source with a gender that is noise, follow from the adjective or the verb
// and are left to the reader.
func (x *lexicon) addNouns(nouns map[string]noun, t *tables) {
	replaced := t.replaced
	for _, lemma := range slices.Sorted(maps.Keys(nouns)) {
		n := nouns[lemma]
		if g, ok := t.genders[lemma]; ok {
			n.G = g
		}
		if replaced[lemma] || x.named(lemma) || strings.Contains(lemma, " ") || strings.HasSuffix(lemma, "Innen") || x.nominal(lemma, &n) {
			continue
		}
		g := genders[n.G]
		if lemma == strings.ToUpper(lemma) && n.NOM.PLU == "" { // "EU", "ADAC"
			for _, c := range []Feats{Nom, Acc, Dat, Gen} {
				x.addName(lemma, lemma, g|Sing|c, rankPlace)
			}
		}
		for _, c := range []struct {
			feats Feats
			cell  *struct{ SIN, PLU string }
		}{{Nom, &n.NOM}, {Acc, &n.AKK}, {Dat, &n.DAT}, {Gen, &n.GEN}} {
			if f := c.cell.SIN; f == lemma+"e" && c.feats == Dat {
				x.add(f, lemma, NOUN, g|Sing|Dat, rankNoun+20)
			} else if f != "" {
				x.addNounForm(f, lemma, g|Sing|c.feats)
			}
			if f := c.cell.PLU; f != "" {
				x.addNounForm(f, lemma, g|Plur|c.feats)
			}
		}
		gen, dat := n.GEN.SIN, n.DAT.SIN
		switch {
		case n.NOM.SIN == "" && n.GEN.SIN == "" && n.NOM.PLU != lemma && n.NOM.PLU != "": // "Flocke": the singular is lost
			for _, c := range []Feats{Nom, Acc, Dat} {
				x.addNounForm(lemma, lemma, g|Sing|c)
			}
		case g == Fem || gen == "":
		case n.AKK.SIN != lemma && n.AKK.SIN != "" && gen == lemma+"s": // "Students" beside "Studenten"
			x.addNounForm(n.AKK.SIN, lemma, g|Sing|Gen)
		case gen == lemma+"s" || gen == lemma+"es":
			x.addNounForm(lemma, lemma, g|Sing|Dat)
			if dat == lemma+"e" || gen == lemma+"es" {
				x.addNounForm(lemma+"es", lemma, g|Sing|Gen)
				if !endsIn(lemma, "s", "ß", "x", "z", "sch", "st") {
					x.addNounForm(lemma+"s", lemma, g|Sing|Gen)
				}
			}
		}
	}
}

// named reports whether the lemma is in already as a name, written so.
func (x *lexicon) named(lemma string) bool {
	return slices.ContainsFunc(x.forms[strings.ToLower(lemma)], func(e entry) bool { return e.pos == PROPN && e.lemma == lemma })
}

// nominal reports whether the noun is an adjective, participle or infinitive
// written with a capital and declined as such.
func (x *lexicon) nominal(lemma string, n *noun) bool {
	low := strings.ToLower(lemma)
	if stem, ok := strings.CutSuffix(low, "e"); ok && n.GEN.SIN == lemma+"n" && (n.G == "N" || x.participle(stem)) {
		return x.adjectiveForm(low)
	}
	if stem, ok := strings.CutSuffix(low, "er"); ok && n.G == "" && n.NOM.SIN == "" {
		return x.adjectiveForm(stem + "e")
	}
	if n.G == "N" && n.GEN.SIN == lemma+"s" && (n.NOM.PLU == "" || n.NOM.PLU == lemma) {
		for _, e := range x.forms[low] {
			if e.pos == VERB && e.feats == Inf && n.NOM.PLU == "" {
				return true
			}
		}
	}
	return false
}

// adjectiveForm reports whether the form is one of an adjective or participle.
func (x *lexicon) adjectiveForm(form string) bool { return x.has(form, ADJ) }

// preferNewSpelling puts readings with a lemma in the old spelling ("Ausschuß")
// behind those in the new.
func (x *lexicon) preferNewSpelling() {
	for _, es := range x.forms {
		for i, e := range es {
			if !strings.Contains(e.lemma, "ß") {
				continue
			}
			now := strings.ReplaceAll(e.lemma, "ß", "ss")
			if slices.ContainsFunc(es, func(o entry) bool { return o.lemma == now && o.pos == e.pos }) {
				es[i].rank += rankOld
			}
		}
	}
}
