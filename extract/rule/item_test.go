package rule

import (
	"fmt"
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

const testLexicons = `
lexicons:
  - id: say
    pos: [VERB]
    entries: [sagen, mitteilen, {lemma: erklären, content: object}]
  - id: report
    compounds: true
    entries: [Bericht, Angabe]
  - id: prep
    by: form
    entries: [laut, nach]
  - id: prep.upper
    by: form
    case: exact
    entries: [LAUT]
  - id: street
    by: suffix
    entries: [straße, weg]
  - id: us
    by: prefix
    case: exact
    entries: [US-]
  - id: model
    by: like
    entries: [Xd+, X-d+]
parts:
  - id: pair
    pattern: [{word: a, as: first}, {word: b}]
  - id: pairs
    pattern: [{use: pair}, {use: pair, opt: true}]
`

// rulesWith is a file with one rule of this pattern (flow style items, a line
// each).
func rulesWith(items string) string {
	var b strings.Builder
	b.WriteString(testLexicons + "rules:\n  - id: t\n    proposes: test\n    pattern:\n")
	for _, l := range strings.Split(strings.TrimSpace(items), "\n") {
		b.WriteString("      - " + strings.TrimSpace(l) + "\n")
	}
	b.WriteString("    match: [x]\n    nomatch: [y]\n")
	return b.String()
}

// found writes each match as its text and captures: "laut Polizei who=Polizei".
func found(d *text.Doc, matches []Match) string {
	var out []string
	for i := range matches {
		m := &matches[i]
		s := covered(d, m.Tokens)
		for _, c := range m.Rule.Captures() {
			if r, ok := m.Capture(c); ok {
				s += fmt.Sprintf(" %s=%s", c, covered(d, r))
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

// itemTests are patterns, a text, and what they find in it.
var itemTests = []struct{ items, doc, want string }{
	// word
	{"{word: laut}", "Laut Polizei laut LAUT lauter", "Laut | laut | LAUT"},
	{"{word: laut, case: exact}", "Laut laut", "laut"},
	{"{word: [ÜBER, an]}", "über An auf", "über | An"},
	{"{word: '§'}\n{quantity: any, as: n}", "Nach § 218 und 5 §", "§ 218 n=218"},
	// prefix, suffix, like
	{"{prefix: us-}", "US-Präsident us-amerikanisch US- Bus-Linie", "US-Präsident | us-amerikanisch"},
	{"{prefix: us-, case: exact}", "US-Präsident us-amerikanisch", "us-amerikanisch"},
	{"{suffix: [straße, weg]}", "Hauptstraße Feldweg Straße weg", "Hauptstraße | Feldweg"},
	{"{like: [Xd+, X-d+, X+d]}", "A9 B27 G20 F-16 Ö3 MDR1 a9 A9b A-9x 9", "A9 | B27 | G20 | F-16 | Ö3 | MDR1"},
	{"{like: [0dd+, 9x]}", "030 03 01234 130 9a 8a", "030 | 01234 | 9a"},
	{"{like: 'd/dd'}", "9/11 9/1 19/11", "9/11"},
	{"{like: Xx+}", "Berlin BERLIN B Bé b", "Berlin | Bé"},
	// lemma
	{"{lemma: sagen}", "sagte/VERB/sagen sagen/VERB Sagen/NOUN/Sage sagte/NOUN/x", "sagte | sagen"},
	{"{lemma: [mitteilen]}", "teilte/VERB/teilen [ die/DET Zahl/NOUN ] mit/ADP^ . || teilte/VERB/teilen die Torte", "teilte"},
	{"{lemma: teilen}", "teilte/VERB/teilen die Zahl mit/ADP^ . || teilte/VERB/teilen die Torte", "teilte"},
	{"{lemma: mitteilen}", "teilte/VERB/mitteilen es mit/ADP^ . || mitzuteilen/VERB/mitteilen", "teilte | mitzuteilen"},
	{"{lemma: sagen}", "sagte", ""}, // no reading known at all
	// lexicons
	{"{lex: say, as: cue}", "sagte/VERB/sagen teilte/VERB/teilen es mit/ADP^ erklärte/ADJ/erklären", "sagte cue=sagte | teilte cue=teilte"},
	{"{lex: report}", "Berichte/NOUN/Bericht Medien+berichten/NOUN/Medienbericht Bericht+erstatter/NOUN/Berichterstatter Sport+angaben/NOUN/Sportangabe", "Berichte | Medienberichten | Sportangaben"},
	{"{lex: [prep, street]}", "Laut Hauptstraße nach", "Laut | Hauptstraße | nach"},
	{"{lex: prep.upper}", "LAUT laut", "LAUT"},
	{"{lex: prep, not: {word: nach}}", "laut nach", "laut"},
	{"{lex: us}", "US-Heer us-Heer", "US-Heer"},
	{"{lex: model}", "A9 F-16 A99a", "A9 | F-16"},
	// pos, feats, shape, clause, quoted
	{"{pos: [NOUN, PROPN]}", "der/DET Mann/NOUN Meier/PROPN x", "Mann | Meier"},
	{"{pos: VERB, feats: {Mood: Sub}}", "sei/VERB/sein/Mood=Sub ist/VERB/sein/Mood=Ind", "sei"},
	{"{feats: {Case: [Gen, Dat], Number: Plur}}", "a/NOUN/a/Case=Gen,Number=Plur b/NOUN/b/Case=Dat,Number=Plur c/NOUN/c/Case=Acc,Number=Plur d/NOUN/d/Case=Gen", "a | b"},
	{"{feats: {PronType: Ind}}", "man/PRON/man/PronType=Ind er/PRON/er/PronType=Prs", "man"},
	{"{can: {pos: VERB}}", "sagen/NOUN/Sage sagen/VERB x", "sagen | sagen"},
	{"{can: {pos: NOUN, feats: {Number: Plur}}, not: {feats: {Number: Sing}}}", "a/NOUN/a/Number=Plur a/NOUN/a/Number=Sing b/NOUN/b/Number=Sing b/VERB/b/Number=Plur", "a"},
	{"{shape: capital}", "Berlin NATO klein 5", "Berlin | NATO"},
	{"{shape: [capital, digits]}", "A9 B 9", "A9"},
	{"{shape: allcaps, not: {word: NATO}}", "NATO EU Eu", "EU"},
	{"{clause: sub, word: x}", "x <1> x", "x"},
	{"{quoted: true, word: x}", "x „ x “ x", "x"},
	{"{quoted: false, word: x}", "„ x “ x", "x"},
	{"{not: {shape: punct}, shape: capital}", "A . B", "A | B"},
	{"{not: {seq: [{word: a}, {word: b}]}, word: a}", "a b a c", "a"},
	// quantity
	{"{quantity: any}", "5 Leute (q money 5 Euro ) x", "5 | 5 Euro"},
	{"{quantity: money, as: q}", "5 Leute (q money 5 Euro )", "5 Euro q=5 Euro"},
	{"{quantity: [percent, share]}", "(q percent 5 Prozent ) (q share Hälfte ) 7", "5 Prozent | Hälfte"},
	{"{quantity: {kind: count, bound: exact, year: false}}", "7 (q money 5 Euro )", "7"},
	{"{quantity: {bound: [about, over]}}", "7", ""},
	{"{quantity: {unit: EUR}}", "7", ""},
	{"{quantity: {compound: true}}", "7", ""},
	{"{quantity: any, word: rund}", "(q count rund 5 ) 5", "rund 5"},
	// date
	{"{word: am}\n{date: DATE}", "am (d DATE 5. November ) am (d TIME Abend )", "am 5. November"},
	{"{date: any}", "(d TIME Abend ) (d SET täglich )", "Abend | täglich"},
	// np
	{"{word: laut}\n{np: true, as: who}", "laut [[ der/DET Polizei/NOUN ] von/ADP Berlin/PROPN ]] x", "laut der Polizei who=der Polizei"},
	{"{word: laut}\n{np: {full: true}, as: who}", "laut [[ der/DET Polizei/NOUN ] von/ADP Berlin/PROPN ]] x", "laut der Polizei von Berlin who=der Polizei von Berlin"},
	{"{np: true}\n{word: zufolge}", "[ einem/DET Bericht/NOUN ] zufolge, [ der/DET Zug/NOUN ]", ""},
	{"{np: true}\n{word: zufolge}", "[ einem/DET Bericht/NOUN ] zufolge [ der/DET Zug/NOUN ]", "einem Bericht zufolge"},
	{"{np: {head: {lex: report}}}", "[ ein/DET Bericht/NOUN ] [ der/DET Zug/NOUN ]", "ein Bericht"},
	{"{np: {case: [Dat, Gen]}}", "[ a/NOUN/a/Case=Dat ] [ b/NOUN/b/Case=Nom ] [ c/NOUN ]", "a | c"},
	{"{np: {name: true}}", "[ Herr/NOUN Meier/PROPN ] [ der/DET Zug/NOUN ]", "Herr Meier"},
	// zone
	{"{zone: true, as: words}\n{word: ','}\n{lex: say}", "„ Es reicht “ , sagte/VERB/sagen er", "„ Es reicht“, sagte words=„ Es reicht“"},
	// gap
	{"{word: a}\n{gap: {max: 2}}\n{word: b}", "a b || a x b || a x x b || a x x x b", "a b | a x b | a x x b"},
	{"{word: a}\n{gap: {min: 1, max: 2}}\n{word: b}", "a b || a x b", "a x b"},
	{"{word: a}\n{gap: {max: 9}, as: between}\n{word: b}", "a x b b", "a x b between=x"},
	{"{word: a}\n{gap: {max: 9, not: {word: stop}}}\n{word: b}", "a x b || a stop b", "a x b"},
	{"{word: a}\n{gap: {max: 2, within: clause}}\n{word: b}", "a <1> b || <0> a x b || <0> a <1> x b x x x <0> b", "a x b | a x b x x x b"},
	{"{word: a}\n{gap: {max: 9}}\n{word: b}", "a || b", ""},
	// any, seq
	{"{any: [{word: a}, [{word: b}, {word: c}]], as: x}\n{word: d}", "a d b c d b d", "a d x=a | b c d x=b c"},
	{"{any: [[{word: a}], [{word: a}, {word: b}]]}\n{word: c}", "a b c", "a b c"},
	{"{seq: [{word: a}, {word: b, as: inner}], as: outer}\n{word: c}", "a b c", "a b c outer=a b inner=b"},
	{"{word: a}\n{seq: [{gap: {max: 3}}, {word: b}], opt: true}", "a x b a a x x x x", "a x b | a | a"},
	// opt, repeat
	{"{word: a}\n{word: b, opt: true, as: b}\n{word: c, opt: true}", "a b c || a c || a || a b", "a b c b=b | a c | a | a b b=b"},
	{"{word: a, repeat: {max: 3}, as: run}\n{word: b}", "a a b || a a a a b", "a a b run=a a | a a a b run=a a a"},
	{"{word: a, repeat: {min: 2}}", "a || a a a", "a a a"},
	{"{word: x}\n{word: a, repeat: {min: 0, max: 2}}\n{word: b}", "x b x a a b x a a a b", "x b | x a a b"},
	{"{word: a, opt: true, repeat: {min: 2, max: 2}}\n{word: b}", "a a b || a b", "a a b | b"},
	// zero width
	{"{at: sentence-start}\n{word: a}", "a a || „ a “", "a | a"},
	{"{word: a}\n{at: sentence-end}", "a a . || a b", "a"},
	{"{at: clause-start}\n{word: a}", "x a , <1> a a", "a"},
	{"{word: a}\n{at: clause-end}", "a a , <1> a b", "a"},
	{"{at: paragraph-start}\n{word: a}", "a || a ||| a", "a | a"},
	{"{word: a}\n{ahead: {word: b}}", "a b a c a", "a"},
	{"{word: a}\n{ahead: {not: {word: b}}}", "a b a c || a", "a | a"},
	{"{behind: {word: b}}\n{word: a}", "b a c a || a", "a"},
	{"{behind: {not: {word: b}}}\n{word: a}", "b a c a || a", "a | a"},
	{"{behind: {quantity: money}}\n{word: a}", "(q money 5 Euro ) a 5 a", "a"},
	{"{behind: {not: {seq: [{word: x}, {gap: {max: 2}}, {word: y}]}}}\n{word: a}", "x q y a || x a", "a"},
	{"{ahead: {seq: [{gap: {max: 5}}, {word: b}]}}\n{word: a}", "a x b a", "a"},
	{"{word: a}\n{ahead: [{word: b}, {word: c}]}", "a b c a b", "a"},
	// what is needed further on
	{"{shape: capital}\n{word: a, opt: true}\n{word: b}", "A b || A a b || A a a b", "A b | A a b"},
	{"{shape: capital}\n{any: [{word: x}, [{word: y}, {word: z}]]}\n{word: b}", "A x b A y z b A y b", "A x b | A y z b"},
	{"{shape: capital}\n{gap: {max: 12}}\n{word: b}", "A x x x x x x x x x x b", "A x x x x x x x x x x b"},
	{"{shape: capital}\n{gap: {max: 1, within: clause}}\n{word: b}", "<0> A <1> x x x x x x x x x x <0> x b", "A x x x x x x x x x x x b"},
	{"{shape: capital}\n{word: a, repeat: {min: 0, max: 12}}\n{word: b}", "A a a a a a a a a a a b", "A a a a a a a a a a a b"},
}

func TestItems(t *testing.T) {
	for _, tt := range itemTests {
		s := load(t, rulesWith(tt.items))
		d := docOf(t, s, tt.doc)
		m := s.Matcher("test")
		if got := found(d, m.Match(d, text.Range{To: len(d.Tokens)}, nil)); got != tt.want {
			t.Errorf("%s\non %q: got %q; want %q", tt.items, tt.doc, got, tt.want)
		}
	}
}

// TestIndexLosesNothing compares the matches found through the indexes with
// those of every program tried at every token.
func TestIndexLosesNothing(t *testing.T) {
	docs := []string{
		"Laut der/DET Polizei/NOUN sagte/VERB/sagen [[ der/DET Bericht/NOUN ] von/ADP Berlin/PROPN ]] 5 a b c A9",
		"a a b x a b c || <0> a <1> x b x <0> b stop „ x a “ , sagte/VERB/sagen x y",
		"(q money 5 Euro ) a (d DATE 5. Mai ) teilte/VERB/teilen [ die/DET Angabe/NOUN/Angabe/Number=Plur,Case=Dat ] mit/ADP^ am (d TIME Abend )",
		"sei/VERB/sein/Mood=Sub Hauptstraße US-Heer NATO § 218 ||| a . A [ Herr/NOUN Meier/PROPN ] zufolge",
	}
	total := 0
	for _, tt := range itemTests {
		s := load(t, rulesWith(tt.items))
		for _, line := range append(docs, tt.doc) {
			if line == "" {
				continue
			}
			d := docOf(t, s, line)
			m := s.Matcher("test")
			whole := text.Range{To: len(d.Tokens)}
			got := found(d, m.All(d, whole, nil))
			var all []Match
			for i := range d.Tokens {
				m.enter(d, i)
				for _, p := range m.rules.programs {
					if m.at(p, i) {
						all = append(all, Match{Rule: p.rule, Tokens: text.Range{From: i, To: m.end}, caps: m.caps, num: p.num})
					}
				}
			}
			total += len(all)
			if want := found(d, all); got != want {
				t.Errorf("%s\non %q: got %q; want %q", tt.items, line, got, want)
			}
		}
	}
	if total < 300 {
		t.Errorf("only %d matches compared", total)
	}
}
