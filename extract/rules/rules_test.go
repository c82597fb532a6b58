package rules_test

import (
	"testing"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/rules"
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
