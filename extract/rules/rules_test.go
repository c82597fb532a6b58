package rules_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/belegt/extract/extract"
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
