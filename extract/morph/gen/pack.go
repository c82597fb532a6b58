package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/morph/internal/packed"
	"github.com/belegt/extract/extract/text"
)

// entry is one reading of one form. Of the readings of a form those with the
// lower rank stand first.
type entry struct {
	lemma string
	pos   text.POS
	feats text.Feats
	rank  int
	style packed.Style
}

// lexicon gathers the readings of every form, keyed by the form in lower case.
type lexicon struct {
	forms map[string][]entry
}

func newLexicon() *lexicon { return &lexicon{forms: map[string][]entry{}} }

// add notes that form can be read so. Adding a reading again keeps the better rank.
func (x *lexicon) add(form, lemma string, pos text.POS, feats text.Feats, rank int) {
	if form == "" || lemma == "" || strings.ContainsAny(form+lemma, " \t") {
		return
	}
	key := strings.ToLower(form)
	e := entry{lemma, pos, feats, rank, styleOf(form, lemma)}
	for i, o := range x.forms[key] {
		if o.lemma == lemma && o.pos == pos && o.feats == feats && o.style == e.style {
			x.forms[key][i].rank = min(o.rank, rank)
			return
		}
	}
	x.forms[key] = append(x.forms[key], e)
}

// has reports whether form has a reading with this part of speech.
func (x *lexicon) has(form string, pos text.POS) bool {
	return slices.ContainsFunc(x.forms[strings.ToLower(form)], func(e entry) bool { return e.pos == pos })
}

func styleOf(form, lemma string) packed.Style {
	switch {
	case form == strings.ToLower(form) && lemma == strings.ToLower(lemma):
		return packed.LowerCase
	case title(strings.ToLower(form)) == form && title(strings.ToLower(lemma)) == lemma:
		return packed.TitleCase
	}
	return packed.OwnCase
}

func title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// pack writes the lexicon in the format package packed documents.
func (x *lexicon) pack() ([]byte, error) {
	keys := slices.Sorted(maps.Keys(x.forms))
	var (
		suffixes                   = map[string]int{}
		suffixData, rules, bundles []byte
		ruleIDs, bundleIDs         = map[string]int{}, map[string]int{}
		bundleStarts               []uint32
		kinds                      []byte
		values                     []uint32
	)
	for _, key := range keys {
		es := x.forms[key]
		slices.SortStableFunc(es, func(a, b entry) int {
			return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.lemma, b.lemma), cmp.Compare(a.pos, b.pos), cmp.Compare(a.feats, b.feats), cmp.Compare(a.style, b.style))
		})
		var bundle []byte
		for _, e := range es {
			lemma := e.lemma
			if e.style != packed.OwnCase {
				lemma = strings.ToLower(lemma)
			}
			n := commonPrefix(key, lemma)
			if e.style == packed.OwnCase {
				n = 0
			}
			suffix := lemma[n:]
			at, ok := suffixes[suffix]
			if !ok {
				at = len(suffixData)
				suffixes[suffix] = at
				suffixData = append(suffixData, suffix...)
			}
			if len(key)-n > 255 || len(suffix) > 255 || at > 1<<24-1 {
				return nil, fmt.Errorf("%q: lemma %q doesn't fit the format", key, lemma)
			}
			r := packed.Rule{Strip: uint8(len(key) - n), SuffixLen: uint8(len(suffix)), Suffix: uint32(at), POS: e.pos, Style: e.style, Feats: e.feats}.Append(nil)
			id, ok := ruleIDs[string(r)]
			if !ok {
				id = len(ruleIDs)
				ruleIDs[string(r)] = id
				rules = append(rules, r...)
			}
			bundle = binary.AppendUvarint(bundle, uint64(id))
		}
		bundle = append(bundle, byte(kindOf(key, es)))
		id, ok := bundleIDs[string(bundle)]
		if !ok {
			id = len(bundleIDs)
			bundleIDs[string(bundle)] = id
			bundle = bundle[:len(bundle)-1]
			bundleStarts = append(bundleStarts, uint32(len(bundles)))
			bundles = append(bundles, bundle...)
			kinds = append(kinds, byte(kindOf(key, es)))
		}
		values = append(values, uint32(id))
	}
	bundleStarts = append(bundleStarts, uint32(len(bundles)))
	words, err := packed.BuildAutomaton(keys, values)
	if err != nil {
		return nil, err
	}
	return packed.Join(bundleStarts, bundles, kinds, rules, suffixData, words), nil
}

// kindOf tells what a word can be in a compound.
func kindOf(key string, es []entry) packed.Kind {
	var k packed.Kind
	for _, e := range es {
		base := strings.ToLower(e.lemma) == key
		switch e.pos {
		case text.NOUN:
			k |= packed.KindNoun
			if base {
				k |= packed.KindNounBase
				if e.feats&text.Gender == text.Fem {
					k |= packed.KindFem
				}
			}
		case text.PROPN:
			k |= packed.KindName
		case text.ADJ:
			k |= packed.KindAdj
			if base && e.feats&(text.Case|text.Degree) == text.Pos {
				k |= packed.KindAdjBase
			}
		case text.VERB, text.AUX:
			k |= packed.KindVerb
			if e.feats == text.Inf {
				k |= packed.KindInf
			}
		}
	}
	return k
}

// commonPrefix is the length of the longest common prefix that ends between two
// code points.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) || n > 0 && n < len(b) && !utf8.RuneStart(b[n]) {
		n--
	}
	return n
}
