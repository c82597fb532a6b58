package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/morph"
	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/rules"
	"github.com/belegt/extract/extract/text"
)

// TestExamples runs the examples of every rule on the text as the stages read
// it.
func TestExamples(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	faults, err := x.CheckRules()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

// TestPackedIsFresh holds that builtin.pack was made from the files as they are.
// A stale one costs start-up time, not correctness.
func TestPackedIsFresh(t *testing.T) {
	if !rules.Builtin().Fresh() {
		t.Error("builtin.pack is older than the rule files; run go generate ./extract/rules")
	}
}

func BenchmarkLoadBuiltin(b *testing.B) {
	src := rules.Builtin()
	for b.Loop() {
		if _, err := rule.Load(nil, src); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStages matches the rules of each stage on the test articles, analysed
// before.
func BenchmarkStages(b *testing.B) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	names, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(names) == 0 {
		b.Skip("no test articles")
	}
	var docs []*text.Doc
	tokens := 0
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		w, err := x.NewWorker()
		if err != nil {
			b.Fatal(err)
		}
		a, err := w.Read(name, raw)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, a.Doc)
		tokens += len(a.Doc.Tokens)
	}
	for _, stage := range []string{"block", "claim", "per", "attribution", "source", "hedge"} {
		b.Run(stage, func(b *testing.B) {
			m := x.Rules().Matcher(stage)
			var buf []rule.Match
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					buf = m.Match(d, text.Range{To: len(d.Tokens)}, buf[:0])
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
		})
	}
}

// BenchmarkClassify measures the work for each distinct word.
func BenchmarkClassify(b *testing.B) {
	set, err := rule.Load(nil, rules.Builtin())
	if err != nil {
		b.Fatal(err)
	}
	dict, err := morph.Load()
	if err != nil {
		b.Fatal(err)
	}
	vocab := text.NewVocab(dict.Analyze)
	var words []*text.Word
	for _, form := range strings.Fields("Der ukrainische Präsident teilte am Mittwoch nach Angaben der Polizei mit, dass 12 Infanteriesoldaten bei Boeing möglicherweise 3,5 Mio. verdienten G20 könne") {
		words = append(words, vocab.Word(form))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			set.Classify(w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(words)), "ns/word")
}

// TestUserFolder loads a user's folder over the built-in rules.
func TestUserFolder(t *testing.T) {
	x, err := extract.New(extract.Options{RuleDirs: []string{"../../testdata/rules/user"}})
	if err != nil {
		t.Fatal(err)
	}
	set := x.Rules()
	for _, id := range []string{"block.rank.top", "block.list.bracket", "block.list.inner"} {
		if set.Rule(id) != nil {
			t.Errorf("rule %s is still there; want it off", id)
		}
	}
	if r := set.Rule("block.team"); r == nil || !strings.HasSuffix(r.File, "mine.yaml") {
		t.Errorf("rule block.team: got %v; want the user's", r)
	}
	if set.Rule("my.shelf") == nil || set.Lexicon("block.label").Lookup("Regal") == nil || set.Lexicon("block.label").Lookup("Seite") == nil {
		t.Error("the user's rule or words are missing, or the built-in words are gone")
	}
	faults, err := x.CheckRules()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		if strings.Contains(f.Error(), "mine.yaml") { // TestExamples tells of the others
			t.Error(f)
		}
	}
	shown, err := set.Show("my.shelf")
	if err != nil || !strings.Contains(shown, "mine.yaml:8\n- id: my.shelf\n  proposes: block\n") {
		t.Errorf("Show: got %q, %v", shown, err)
	}
}
