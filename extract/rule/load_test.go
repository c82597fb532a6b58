package rule

import (
	"flag"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/belegt/extract/extract/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestErrors loads each broken file alone and compares all messages with those
// in the file of the same name with .want.
func TestErrors(t *testing.T) {
	dir := "../../testdata/rules/broken"
	stages := []Stage{{Name: "claim", Keys: []Key{{Name: "class"}}}, {Name: "source", Captures: []string{"cue", "who"}},
		{Name: "hedge", Keys: []Key{{Name: "class", Values: []string{"hearsay", "epistemic"}, Required: true}}}}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".yaml")
		if !ok {
			if !strings.HasSuffix(f.Name(), ".want") {
				t.Errorf("stray file %s", f.Name())
			}
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		_, err = Load(stages, Source{Label: "rules/", FS: fstest.MapFS{f.Name(): {Data: data}}})
		if err == nil {
			t.Errorf("%s: loads without error", f.Name())
			continue
		}
		got := err.Error() + "\n"
		golden := filepath.Join(dir, name+".want")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, _ := os.ReadFile(golden)
		if got != string(want) {
			t.Errorf("%s: got\n%s; want\n%s", f.Name(), got, want)
		}
	}
}

func TestLoadUnreadable(t *testing.T) {
	for _, tt := range []struct {
		src  Source
		want string
	}{
		{Source{Label: "my/", FS: os.DirFS("no such folder")}, "my: can't be read: no such file or directory"},
		{Source{Label: "my"}, "my: can't be read: no folder given"},
		{Source{FS: fstest.MapFS{"a.yaml": {Data: []byte("a: \xff")}}}, "a.yaml: not UTF-8"},
	} {
		_, err := Load(nil, tt.src)
		if err == nil || err.Error() != tt.want {
			t.Errorf("got %q; want %q", err, tt.want)
		}
	}
	if s, err := Load(nil, source("", "# nothing\n", "---\n---\n")); err != nil || len(s.List()) != 0 {
		t.Errorf("empty files: got %v, %v; want an empty set", s, err)
	}
}

const ruleFiles = `
lexicons:
  - id: say
    pos: [VERB]
    set: {kind: saying, tone: plain}
    entries: [sagen, {lemma: schreien, tone: loud}]
rules:
  - id: quote
    proposes: test
    pattern: [{lex: say}]
    match: [a]
    nomatch: [b]
  - id: other
    proposes: test
    pattern: [{word: x}]
    match: [a]
    nomatch: [b]
  - id: other.more
    proposes: test
    pattern: [{word: y}]
    match: [a]
    nomatch: [b]
`

func TestSourcesOverride(t *testing.T) {
	user := source(`
lexicons:
  - id: say
    add: [{lemma: flüstern, tone: low}]
rules:
  - id: quote
    proposes: test
    set: {from: user}
    pattern: [{lex: say, as: cue}]
    match: [a]
    nomatch: [b]
  - id: mine
    proposes: test
    pattern: [{word: z}]
    match: [a]
    nomatch: [b]
off: [other.*]
`)
	s, err := Load(nil, source(ruleFiles), user)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range s.List() {
		ids = append(ids, r.ID)
	}
	if got, want := strings.Join(ids, " "), "mine other quote"; got != want {
		t.Errorf("rules: got %q; want %q", got, want)
	}
	if got := s.Rule("quote").Get("from"); got != "user" {
		t.Errorf("overridden rule: got from %q; want %q", got, "user")
	}
	d := docOf(t, s, "flüsterte/VERB/flüstern schrie/VERB/schreien sagt/VERB/sagen Sagen/NOUN/Sage")
	l := s.Lexicon("say")
	for i, want := range []string{"saying low", "saying loud", "saying plain"} {
		e := l.Entry(d, i)
		if e == nil {
			t.Fatalf("%s: not in the lexicon", d.Tokens[i].Word.Form)
		}
		if got := e.Get("kind") + " " + e.Get("tone"); got != want {
			t.Errorf("%s: got %q; want %q", e.Key, got, want)
		}
	}
	if l.Has(d, 3) || l.Entry(d, 3) != nil {
		t.Errorf("%q is in the lexicon as a noun; want it out", "Sagen")
	}
	if e := l.Lookup("schreien"); e == nil || e.Key != "schreien" {
		t.Errorf("Lookup: got %v; want schreien", e)
	}
	if s.Lexicon("nothing") != nil || s.Rule("nothing") != nil || l.Lookup("Sagen") != nil {
		t.Errorf("an unknown id finds something; want nil")
	}

	s, err = Load(nil, source(ruleFiles), source("lexicons: [{id: say, by: form, entries: [Sagen]}]\noff: other"))
	if err != nil {
		t.Fatal(err)
	}
	d = docOf(t, s, "sagt/VERB/sagen sagen/NOUN/Sage")
	if l := s.Lexicon("say"); l.Has(d, 0) || !l.Has(d, 1) {
		t.Errorf("the user's lexicon doesn't take the place of the first")
	}
	if s.Rule("other") != nil || s.Rule("other.more") == nil {
		t.Errorf("off: other switches off another rule or not this one")
	}
}

// TestShuffle spreads the same rules over files in many ways: ids, lexicons and
// matches have to stay the same.
func TestShuffle(t *testing.T) {
	blocks := []string{
		"lexicons: [{id: a, by: form, entries: [x, y]}]\n",
		"lexicons: [{id: b, by: form, entries: [y, z]}]\n",
	}
	for _, r := range []string{"r1: [{lex: a}]", "r2: [{lex: [b, a]}, {word: y, opt: true}]", "r3: [{word: [x, z]}, {lex: b}]", "r4: [{word: [z, x]}]", "r5: [{lex: b, as: it}]"} {
		id, pattern, _ := strings.Cut(r, ":")
		blocks = append(blocks, "rules: [{id: "+id+", proposes: test, pattern: "+pattern+", match: [a], nomatch: [b]}]\n")
	}
	run := func(files []string) string {
		s := load(t, files...)
		d := docOf(t, s, "x y z y x x z z y || z y x")
		m := s.Matcher("test")
		var out []string
		for _, found := range [][]Match{m.Match(d, text.Range{To: len(d.Tokens)}, nil), m.All(d, text.Range{To: len(d.Tokens)}, nil)} {
			for i := range found {
				found[i].Rule.File, found[i].Rule.Line = "", 0 // the only difference there may be
				out = append(out, found[i].Explain(d))
			}
		}
		return strings.Join(out, "\n")
	}
	want := run(blocks)
	if strings.Count(want, "\n") < 10 {
		t.Fatalf("too few matches to compare:\n%s", want)
	}
	rng := rand.New(rand.NewSource(1))
	for range 50 {
		shuffled := append([]string(nil), blocks...)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		var files []string
		for len(shuffled) > 0 {
			n := 1 + rng.Intn(len(shuffled))
			files = append(files, strings.Join(shuffled[:n], "---\n"))
			shuffled = shuffled[n:]
		}
		if got := run(files); got != want {
			t.Fatalf("files %q:\ngot\n%s; want\n%s", files, got, want)
		}
	}
}
