package rule_test

import (
	"fmt"
	"testing/fstest"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

const file = `
lexicons:
  - id: source.word
    by: form
    entries: [laut, gemäß]
rules:
  - id: source.named
    proposes: source
    set: {speech: indirect}
    pattern:
      - {lex: source.word, as: cue}
      - {shape: capital, as: speaker}
    match:
      - {text: "Laut Polizei kamen alle an.", speaker: "Polizei"}
    nomatch:
      - "Es war laut in der Stadt."
`

// A rule file is loaded, its examples are run, and its rules matched.
func Example() {
	set, err := rule.Load(nil, rule.Source{Label: "my/", FS: fstest.MapFS{"source.yaml": {Data: []byte(file)}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	vocab := text.NewVocab(set.Classify)
	analyze := func(s string) *text.Doc {
		d := &text.Doc{}
		d.Reset("", s)
		vocab.Tokenize(d)
		text.Split(d)
		return d
	}
	fmt.Println("faults:", len(set.Check(analyze)))

	d := analyze("Das Feuer brach laut Feuerwehr nachts aus.")
	for _, m := range set.Match(d, "source", nil) {
		fmt.Println(m.Explain(d))
		fmt.Println(m.Rule.Get("speech"))
	}
	// Output:
	// faults: 0
	// source.named (my/source.yaml:7) "laut Feuerwehr" cue="laut" speaker="Feuerwehr"
	// indirect
}

// Faults name file, line, column and what would be right; all are reported.
func ExampleLoad_errors() {
	_, err := rule.Load(nil, rule.Source{FS: fstest.MapFS{"mine.yaml": {Data: []byte(`rules:
  - id: mine
    proposes: source
    patern: []
    pattern:
      - {lex: source.word}
      - {shape: big}
    match: [x]
    nomatch: [y]
`)}}})
	fmt.Println(err)
	// Output:
	// mine.yaml:4:5: unknown key "patern" of a rule; allowed: id, proposes, priority, set, note, pattern, patterns, match, nomatch
	// mine.yaml:6:15: no lexicon "source.word"; there are: none
	// mine.yaml:7:17: unknown shape "big"; allowed: letters, digits, capital, allcaps, mixed, hyphen, punct, quote-open, quote-close, sentence-end
}
