// Package packed is the file format of the full-form dictionary, shared by its
// generator and its reader.
//
// The file is a header of seven little-endian uint32 (a magic number and the
// lengths of six sections) and then the sections:
//
//	starts    uint32 each: where bundle i begins in bundles; one more for the end
//	bundles   the readings of a form: uvarint numbers of rules, likeliest first
//	kinds     one byte a bundle: what a word with these readings can be in a compound
//	rules     RuleSize bytes each: how to make the lemma, part of speech, features
//	suffixes  the text that rules put on
//	words     an Automaton: form in lower case → number of its bundle
//
// Nothing but the first steps of the automaton has to be read before the first
// lookup.
package packed

import (
	"encoding/binary"
	"errors"

	"github.com/belegt/extract/extract/text"
)

const magic = "EMG2"

// Style says how a form and its lemma are written.
type Style uint8

// The styles.
const (
	LowerCase Style = iota // both in lower case
	TitleCase              // both with a capital
	OwnCase                // the rule's suffix is the whole lemma ("NATO"); the form holds a capital
)

// Kind is a set of what a word can be inside a compound.
type Kind uint8

// The kinds.
const (
	KindNoun     Kind = 1 << iota // a form of a noun
	KindNounBase                  // a noun in its dictionary form
	KindFem                       // the dictionary form of a feminine noun
	KindName                      // a proper name
	KindAdjBase                   // an adjective without ending
	KindAdj                       // a form of an adjective
	KindInf                       // an infinitive
	KindVerb                      // a form of a verb
)

// RuleSize is the length of a packed Rule in bytes.
const RuleSize = 12

// Rule makes one reading of a form: the last Strip bytes of the lower-cased form
// give way to the suffix.
type Rule struct {
	Strip, SuffixLen uint8
	Suffix           uint32 // offset into the suffixes
	POS              text.POS
	Style            Style
	Feats            text.Feats
}

// Append packs r behind b.
func (r Rule) Append(b []byte) []byte {
	b = append(b, r.Strip, r.SuffixLen, byte(r.POS)|byte(r.Style)<<6, byte(r.Suffix>>16), byte(r.Suffix>>8), byte(r.Suffix), 0, 0)
	return binary.LittleEndian.AppendUint32(b, uint32(r.Feats))
}

// File is a packed dictionary.
type File struct {
	starts, bundles, kinds, rules, suffixes string
	Words                                   Words
}

// Join builds the file from its sections.
func Join(starts []uint32, bundles, kinds, rules, suffixes []byte, words Automaton) []byte {
	b := []byte(magic)
	for _, n := range []int{4 * len(starts), len(bundles), len(kinds), len(rules), len(suffixes), len(words)} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	for _, s := range starts {
		b = binary.LittleEndian.AppendUint32(b, s)
	}
	b = append(b, bundles...)
	b = append(b, kinds...)
	b = append(b, rules...)
	b = append(b, suffixes...)
	return append(b, words...)
}

// Open reads the header of a file that Join built. The File keeps data.
func Open(data string) (*File, error) {
	if len(data) < 28 || data[:4] != magic {
		return nil, errors.New("packed dictionary: not one of this version, run go generate")
	}
	var f File
	rest := data[28:]
	var words string
	for i, s := range []*string{&f.starts, &f.bundles, &f.kinds, &f.rules, &f.suffixes, &words} {
		n := int(le32(data[4+4*i:]))
		if n > len(rest) {
			return nil, errors.New("packed dictionary: cut short, run go generate")
		}
		*s, rest = rest[:n], rest[n:]
	}
	f.Words = newWords(Automaton(words))
	return &f, nil
}

func le32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Bundle returns the packed rule numbers of bundle i.
func (f *File) Bundle(i uint32) string {
	at := f.starts[4*i:]
	return f.bundles[le32(at):le32(at[4:])]
}

// Kind is what a word with bundle i can be in a compound.
func (f *File) Kind(i uint32) Kind { return Kind(f.kinds[i]) }

// Next reads the first rule of a bundle and returns what is left of it.
func (f *File) Next(bundle string) (Rule, string) {
	var id, n, shift int
	for {
		c := bundle[n]
		n++
		id |= int(c&0x7f) << shift
		if c < 0x80 {
			break
		}
		shift += 7
	}
	b := f.rules[RuleSize*id : RuleSize*id+RuleSize]
	return Rule{
		Strip: b[0], SuffixLen: b[1],
		POS: text.POS(b[2] & 63), Style: Style(b[2] >> 6),
		Suffix: uint32(b[3])<<16 | uint32(b[4])<<8 | uint32(b[5]),
		Feats:  text.Feats(le32(b[8:])),
	}, bundle[n:]
}

// SuffixOf is the text r puts on.
func (f *File) SuffixOf(r Rule) string {
	return f.suffixes[r.Suffix : r.Suffix+uint32(r.SuffixLen)]
}
