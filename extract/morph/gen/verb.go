package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	. "github.com/belegt/extract/extract/text"
)

// tenses tells the features of the blocks of finite forms, likeliest first.
var tenses = []struct {
	feats Feats
	rank  int
	of    func(*verb) persons
}{
	{Ind | Pres, 10, func(v *verb) persons { return v.PRÄ }},
	{Ind | Past, 0, func(v *verb) persons { return v.PRT }},
	{Sub | Past, 40, func(v *verb) persons { return v.KJ2 }},
	{Sub | Pres, 30, func(v *verb) persons { return v.KJ1 }},
}

var cells = []struct {
	number, person string
	feats          Feats
	rank           int
}{
	{"S", "3", Sing | Third, 0},
	{"P", "3", Plur | Third, 1},
	{"S", "1", Sing | First, 2},
	{"P", "1", Plur | First, 3},
	{"S", "2", Sing | Second, 6},
	{"P", "2", Plur | Second, 7},
}

// auxiliaries are tagged AUX by Universal Dependencies; sein always.
var auxiliaries = []string{"sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"}

// addVerbs adds every form of every verb. A separable verb gives the joined
// forms under its own lemma ("mitteilte") and the separated ones under its base
// ("teilte"), should the source have no such base.
func (x *lexicon) addVerbs(verbs map[string]verb) {
	for _, key := range slices.Sorted(maps.Keys(verbs)) {
		v := verbs[key]
		lemma := infinitiveOf(key, v.INF, verbs)
		if lemma == "" {
			continue
		}
		particle := particleOf(lemma, &v)
		base := lemma[len(particle):]
		_, known := verbs[base]
		known = known || particle == ""
		x.addVerbForm(lemma, lemma, Inf, rankVerb+5)
		if !known {
			x.addVerbForm(base, base, Inf, rankVerb+5)
		}
		if particle != "" {
			x.addVerbForm(particle+"zu"+base, lemma, InfZu, rankVerb)
		}
		for _, t := range tenses {
			block := t.of(&v)
			for _, c := range cells {
				f := block[c.number][c.person]
				form := f.form
				if apart, _, ok := strings.Cut(form, " "); ok { // "fahre rad"
					form = apart
				} else if f.particle == "" {
					form = strings.TrimPrefix(form, particle)
				}
				if form == "" {
					continue
				}
				x.addVerbForm(particle+form, lemma, Fin|t.feats|c.feats, rankVerb+t.rank+c.rank)
				if !known {
					x.addVerbForm(form, base, Fin|t.feats|c.feats, rankVerb+t.rank+c.rank)
				}
			}
		}
		if stem, ok := strings.CutSuffix(lemma, "eln"); ok { // "handele" beside "handle"
			x.addVerbForm(stem+"ele", lemma, Fin|Sub|Pres|Sing|Third, rankVerb+30)
			x.addVerbForm(stem+"ele", lemma, Fin|Ind|Pres|Sing|First, rankVerb+32)
		}
		if particle == "" {
			x.addVerbForm(v.IMP.S, lemma, Fin|Imp|Sing|Second, rankVerb+50)
			x.addVerbForm(v.IMP.P, lemma, Fin|Imp|Plur|Second, rankVerb+50)
		}
		for _, p := range v.PA2 {
			x.addVerbForm(p, lemma, Part|Past, rankPartVerb)
			x.addParticiple(respell(p, lemma, Part|Past), Past)
			x.addParticiple(p, Past)
		}
		if v.PA1 != "" {
			x.addVerbForm(v.PA1, lemma, Part|Pres, rankRare)
			x.addParticiple(v.PA1, Pres)
		}
	}
}

// withSeparable adds the separable verbs of the supplement, conjugated like the
// verb behind the particle, to those of the source, or in place of what it has.
func (t *tables) withSeparable(verbs map[string]verb) (map[string]verb, error) {
	all := maps.Clone(verbs)
	for _, r := range t.separable {
		particle, base := r[0], r[1]
		v, ok := verbs[base]
		if !ok {
			return nil, fmt.Errorf("supplement.tsv: sep %q: want a verb of the source", r)
		}
		v.INF, v.EIZ = particle+base, particle+"zu"+base
		v.PA1 = particle + v.PA1
		v.PA2 = slices.Clone(v.PA2)
		for i := range v.PA2 {
			v.PA2[i] = particle + v.PA2[i]
		}
		all[v.INF] = v
	}
	return all, nil
}

// infinitiveOf is the lemma of a verb. Long keys of the source are cut off; some
// are the infinitive with zu of a verb that has its own entry, and left out with
// "", like those of two words.
func infinitiveOf(key, inf string, verbs map[string]verb) string {
	if inf == "" || strings.Contains(key, "-") {
		inf = key
	}
	if !strings.HasSuffix(inf, "n") { // nothing but scraps
		return ""
	}
	if strings.Contains(inf, " ") {
		return ""
	}
	if a, b, ok := strings.Cut(inf, "zu"); ok && a != "" {
		if _, ok := verbs[a+b]; ok && key != inf {
			return ""
		}
	}
	return inf
}

// addParticiple adds a participle as adjective: its lemma is its own short form,
// as in the German treebanks.
func (x *lexicon) addParticiple(p string, tense Feats) {
	if rest, ok := strings.CutPrefix(p, "miß"); ok {
		x.addParticiple("miss"+rest, tense)
	}
	x.add(p, p, ADJ, Pos|Part|tense, rankPartAdj)
	x.decline(p, p, Pos|Part|tense, rankPartAdj)
}

// respell gives a form in the new spelling when the source, which keeps one of
// them, has the old: ß behind a short vowel at the end of a syllable ("umfaßt",
// "mußte") where the infinitive has ss. The strong pasts keep it ("ließt").
func respell(form, lemma string, feats Feats) string {
	if !strings.Contains(lemma, "ss") || strings.Contains(form, "ieß") {
		return form
	}
	i := strings.LastIndex(form, "ß")
	if i < 0 {
		return form
	}
	rest := form[i+len("ß"):]
	if feats&Tense == Past && feats&VerbForm == Fin && !strings.HasPrefix(rest, "te") || rest != "" && rest[0] != 't' {
		return form
	}
	return form[:i] + "ss" + rest
}

func (x *lexicon) addVerbForm(form, lemma string, feats Feats, rank int) {
	if now := strings.Replace(lemma, "miß", "miss", 1); now != lemma && strings.HasPrefix(form, "miß") {
		x.addVerbForm("miss"+strings.TrimPrefix(form, "miß"), now, feats, rank)
	}
	if n := respell(form, lemma, feats); n != form {
		x.addVerbForm(n, lemma, feats, rank)
	}
	if slices.Contains(auxiliaries, lemma) {
		x.add(form, lemma, AUX, feats, rank-rankVerb+rankAux)
		if lemma == "sein" {
			return
		}
	}
	x.add(form, lemma, VERB, feats, rank)
}

// particleOf finds the separable particle of a verb: written apart in its finite
// forms, else before the zu of its infinitive.
func particleOf(lemma string, v *verb) string {
	for _, t := range tenses {
		for _, n := range t.of(v) {
			for _, f := range n {
				if f.particle != "" && strings.HasPrefix(lemma, f.particle) {
					return f.particle
				}
				if _, p, ok := strings.Cut(f.form, " "); ok && strings.HasPrefix(lemma, p) {
					return p
				}
			}
		}
	}
	for i := 1; i < len(lemma); i++ {
		if lemma[:i]+"zu"+lemma[i:] == v.EIZ {
			return lemma[:i]
		}
	}
	return ""
}

// demote puts the readings of rare verbs behind those of others.
func (x *lexicon) demote(rare map[string]bool) {
	for _, es := range x.forms {
		for i, e := range es {
			if e.pos == VERB && rare[e.lemma] {
				es[i].rank += rankOld
			}
		}
	}
}
