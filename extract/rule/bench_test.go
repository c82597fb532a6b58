package rule

import (
	"fmt"
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

// bigSource is a set of the size the built-in one may grow to: 300 rules of four
// stages and 5,000 lexicon lines.
func bigSource(t testing.TB) Source {
	var b strings.Builder
	b.WriteString("lexicons:\n")
	for i := range 50 {
		by := [...]string{"lemma", "lemma", "lemma", "form", "suffix"}[i%5]
		fmt.Fprintf(&b, "  - id: lex.n%d\n    by: %s\n    set: {kind: k%d}\n    entries:\n", i, by, i)
		for j := range 100 {
			fmt.Fprintf(&b, "      - {%s: wort%dx%den, value: v%d, content: object}\n", by, i, j*7%100, j)
		}
	}
	b.WriteString("rules:\n")
	for i := range 300 {
		fmt.Fprintf(&b, `  - id: rule.n%d
    proposes: stage%d
    set: {class: hearsay, scope: clause}
    pattern:
      - {lex: lex.n%d, as: cue}
      - {gap: {max: 8, within: clause, not: {word: [aber, doch]}}}
      - {any: [{word: [dass, ob, "wie%d"]}, [{lemma: wort%den, pos: VERB}, {np: {full: true}, as: who}]]}
      - {quantity: {kind: [count, money], bound: exact}, as: number}
    match:
      - {text: "Ein Satz, der als Beispiel dient und der so lang ist wie sonst auch.", cue: Ein}
      - {text: "Noch ein Satz, der als Beispiel dient.", cue: Noch}
    nomatch:
      - "Ein Satz, der das Gegenteil zeigt."
      - "Noch einer."
`, i, i%4, i%50, i, i)
	}
	return source(b.String())
}

func BenchmarkLoadYAML(b *testing.B) {
	src := bigSource(b)
	for b.Loop() {
		if _, err := Load(nil, src); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoadPacked(b *testing.B) {
	src := bigSource(b)
	packed, err := Pack(src)
	if err != nil {
		b.Fatal(err)
	}
	src.Packed = packed
	b.ReportMetric(float64(len(packed)), "packed-bytes")
	for b.Loop() {
		if _, err := Load(nil, src); err != nil {
			b.Fatal(err)
		}
	}
}

// articleOf is 400 tokens of which every fourth is in a lexicon of rules.
func articleOf(t testing.TB, s *Set, word string) *text.Doc {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "der/DET Mann%d/NOUN %s ging/VERB/gehen ", i, word)
		if i%5 == 4 {
			b.WriteString("12 . || ")
		}
	}
	return docOf(t, s, b.String())
}

func BenchmarkMatch(b *testing.B) {
	s, err := Load(nil, bigSource(b))
	if err != nil {
		b.Fatal(err)
	}
	for _, bb := range []struct{ name, word string }{
		{"nothing", "sah/VERB/sehen"},              // no token starts a rule
		{"starts", "wort4x7en/VERB/wort4x7en"},     // in a lexicon of another stage's rules
		{"tried", "wort8x7en/VERB/wort8x7en dass"}, // six rules start and fail
	} {
		b.Run(bb.name, func(b *testing.B) {
			d := articleOf(b, s, bb.word)
			m := s.Matcher("stage0")
			buf := m.Match(d, text.Range{To: len(d.Tokens)}, nil)
			b.ReportAllocs()
			for b.Loop() {
				buf = m.Match(d, text.Range{To: len(d.Tokens)}, buf[:0])
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), "ns/token")
			b.ReportMetric(float64(len(buf)), "matches")
		})
	}
}

func BenchmarkClassify(b *testing.B) {
	s, err := Load(nil, bigSource(b))
	if err != nil {
		b.Fatal(err)
	}
	w := &text.Word{Form: "Angaben", Lower: "angaben", Readings: []text.Reading{{Lemma: "Angabe", POS: text.NOUN}, {Lemma: "angeben", POS: text.VERB}}}
	b.ReportAllocs()
	for b.Loop() {
		s.Classify(w)
	}
}

// TestMatchAllocations holds that matching needs no memory of its own.
func TestMatchAllocations(t *testing.T) {
	s := load(t, testLexicons, ruleFiles2)
	s2 := load(t, rulesWith("{lex: say, as: cue}\n{gap: {max: 5, not: {word: aber}}}\n{np: {head: {lex: report}}, as: who}\n{ahead: {not: {word: x}}}"))
	for _, s := range []*Set{s, s2} {
		d := docOf(t, s, "sagte/VERB/sagen x [ der/DET Bericht/NOUN ] || sagte/VERB/sagen [ der/DET Zug/NOUN ] x y z")
		m := s.Matcher("test")
		whole := text.Range{To: len(d.Tokens)}
		buf := m.Match(d, whole, nil)
		if len(buf) == 0 {
			t.Fatal("nothing matches")
		}
		if n := testing.AllocsPerRun(100, func() { buf = m.Match(d, whole, buf[:0]) }); n != 0 {
			t.Errorf("got %v allocations; want 0", n)
		}
	}
}
