package rule

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/belegt/extract/extract/text"
)

func TestConflicts(t *testing.T) {
	type r struct {
		id       string
		priority int
		pattern  string
	}
	tests := []struct {
		rules []r
		doc   string
		want  string // resolved
		all   string
	}{
		{[]r{{"a", 0, "[{word: x}]"}, {"b", 1, "[{word: x}]"}}, "x", "b:x", "a:x b:x"},
		{[]r{{"a", 0, "[{word: x}]"}, {"b", 0, "[{word: x}, {word: y}]"}}, "x y", "b:x y", "a:x b:x y"},
		{[]r{{"a", 1, "[{word: x}]"}, {"b", 0, "[{word: x}, {word: y}]"}}, "x y", "a:x", "a:x b:x y"},
		{[]r{{"b", 0, "[{word: x}, {word: y}]"}, {"a", 0, "[{word: y}, {word: z}]"}}, "x y z", "b:x y", "b:x y a:y z"},
		{[]r{{"b", 0, "[{word: x}]"}, {"a", 0, "[{word: x}]"}}, "x", "a:x", "a:x b:x"},
		// what loses to a loser stays: c overlaps only b, which a beats
		{[]r{{"a", 2, "[{word: x}, {word: y}]"}, {"b", 1, "[{word: y}, {word: z}]"}, {"c", 0, "[{word: z}]"}}, "x y z", "a:x y c:z", "a:x y b:y z c:z"},
		// one rule with itself
		{[]r{{"a", 0, "[{word: x}, {word: x}]"}}, "x x x", "a:x x", "a:x x a:x x"},
		// sentences don't touch
		{[]r{{"a", 0, "[{word: x}]"}, {"b", 0, "[{word: y}]"}}, "x y || y x", "a:x b:y b:y a:x", "a:x b:y b:y a:x"},
	}
	for _, tt := range tests {
		var b strings.Builder
		b.WriteString("rules:\n")
		for _, r := range tt.rules {
			fmt.Fprintf(&b, "  - {id: %s, proposes: test, priority: %d, pattern: %s, match: [a], nomatch: [b]}\n", r.id, r.priority, r.pattern)
		}
		s := load(t, b.String())
		d := docOf(t, s, tt.doc)
		write := func(found []Match) string {
			var out []string
			for i := range found {
				out = append(out, found[i].Rule.ID+":"+covered(d, found[i].Tokens))
			}
			return strings.Join(out, " ")
		}
		m := s.Matcher("test")
		whole := text.Range{To: len(d.Tokens)}
		if got := write(m.Match(d, whole, nil)); got != tt.want {
			t.Errorf("%v on %q: got %q; want %q", tt.rules, tt.doc, got, tt.want)
		}
		if got := write(m.All(d, whole, nil)); got != tt.all {
			t.Errorf("all of %v on %q: got %q; want %q", tt.rules, tt.doc, got, tt.all)
		}
		if got := write(s.Match(d, "test", nil)); got != tt.want {
			t.Errorf("Set.Match: got %q; want %q", got, tt.want)
		}
	}
}

// TestStages holds that only rules of the stage asked for match, that what
// stands in the buffer stays, and that a range limits where matches begin.
func TestStages(t *testing.T) {
	s := load(t, "rules:\n  - {id: a, proposes: one, pattern: [{word: x}], match: [a], nomatch: [b]}\n  - {id: b, proposes: two, pattern: [{word: x}], match: [a], nomatch: [b]}\n")
	d := docOf(t, s, "x x x")
	buf := s.Match(d, "one", nil)
	buf = s.Match(d, "two", buf)
	if len(buf) != 6 || buf[0].Rule.ID != "a" || buf[3].Rule.ID != "b" {
		t.Errorf("got %v; want three of a, then three of b", buf)
	}
	if got := s.Match(d, "three", nil); got != nil {
		t.Errorf("unknown stage: got %v; want none", got)
	}
	if got := s.Matcher("one").Match(d, text.Range{From: 1, To: 2}, nil); len(got) != 1 || got[0].Tokens.From != 1 {
		t.Errorf("range: got %v; want the one at 1", got)
	}
}

// TestSteps holds that a pattern that could run for ever declines.
func TestSteps(t *testing.T) {
	s := load(t, rulesWith("{seq: [{word: a, repeat: {max: 20}}, {word: a, repeat: {max: 20}}, {word: a, repeat: {max: 20}}, {word: a, repeat: {max: 20}}]}\n{word: b}"))
	d := docOf(t, s, strings.Repeat("a ", 200))
	if got := s.Match(d, "test", nil); len(got) != 0 {
		t.Errorf("got %d matches; want none", len(got))
	}
}

// TestSetIsShared matches with one set from several goroutines.
func TestSetIsShared(t *testing.T) {
	s := load(t, rulesWith("{lex: say, as: cue}\n{gap: {max: 5}}\n{np: true, as: who}"))
	var wg sync.WaitGroup
	for range 4 {
		d := docOf(t, s, "sagte/VERB/sagen x [ der/DET Bericht/NOUN ] || teilte/VERB/teilen [ der/DET Zug/NOUN ] mit/ADP^")
		wg.Go(func() {
			for range 200 {
				if got, want := found(d, s.Match(d, "test", nil)), "sagte x der Bericht cue=sagte who=der Bericht | teilte der Zug cue=teilte who=der Zug"; got != want {
					t.Errorf("got %q; want %q", got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}
