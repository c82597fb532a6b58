package rule

import (
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

const shown = `lexicons: [{id: a, by: form, entries: [x]}]
rules:
  # before the first
  - id: first
    proposes: test
    pattern: [{word: a}]

    match: ["a"]
    nomatch: ["b"]
    note: >-
      over
      two lines

  # before the second
  - id: second
    proposes: test
    pattern:
    - {word: b, as: it}
    match: [{text: "b c", it: b, span: b}]
    nomatch: ["a"]
`

func TestShow(t *testing.T) {
	src := source(shown)
	src.Label = "dir/"
	s, err := Load(nil, src)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{
		"first": `# dir/a.yaml:4
- id: first
  proposes: test
  pattern: [{word: a}]

  match: ["a"]
  nomatch: ["b"]
  note: >-
    over
    two lines
`,
		"second": `# dir/a.yaml:15
- id: second
  proposes: test
  pattern:
  - {word: b, as: it}
  match: [{text: "b c", it: b, span: b}]
  nomatch: ["a"]
`,
	} {
		if got, err := s.Show(id); err != nil || got != want {
			t.Errorf("%s: got %q, %v; want %q", id, got, err, want)
		}
	}
	if _, err := s.Show("third"); err == nil || !strings.Contains(err.Error(), `"third"`) {
		t.Errorf("got %v; want an error that names the id", err)
	}
	if got := s.Rule("first").Note; got != "over two lines" {
		t.Errorf("note: got %q; want %q", got, "over two lines")
	}
}

func TestCheck(t *testing.T) {
	s := load(t, `
rules:
  - id: good
    proposes: test
    pattern: [{word: a, as: x}, {word: b, opt: true}]
    match: [{text: a b, x: a, span: a b}, a]
    nomatch: [b]
  - id: bad
    proposes: test
    priority: 5
    pattern: [{word: a, as: x}, {word: b, opt: true}]
    match:
      - {text: a b, x: a b}
      - {text: a, span: b}
      - b
    nomatch:
      - a c
`)
	analyze := func(line string) *text.Doc { return docOf(t, s, line) }
	var got []string
	for _, err := range s.Check(analyze) {
		got = append(got, err.Error())
	}
	want := []string{
		`a.yaml:13:9: rule bad: x: got "a"; want "a b"`,
		`a.yaml:14:9: rule bad: span: got "a"; want "b"`,
		`a.yaml:15:9: rule bad: doesn't match "b"`,
		`a.yaml:17:9: rule bad: matches its nomatch: bad (a.yaml:8) "a" x="a"`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s; want\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := s.CheckStage("other", analyze); len(got) != 0 {
		t.Errorf("other stage: got %v; want none", got)
	}
}
