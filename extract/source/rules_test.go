package source

import (
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

// TestRuleExamples runs the examples beside the rules through the whole of the
// furniture finding, each as a line of an article in the place its rule speaks of.
func TestRuleExamples(t *testing.T) {
	r, err := parseRules(rulesText)
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range r.rules {
		if len(rule.patterns) == 0 || len(rule.match) == 0 || len(rule.nomatch) == 0 {
			t.Errorf("rule %s: %d patterns, %d match, %d nomatch; want at least one of each", rule.id, len(rule.patterns), len(rule.match), len(rule.nomatch))
		}
		places := map[string]bool{}
		for _, p := range rule.patterns {
			switch p.scope {
			case scopeHead:
				places["head"] = true
			case scopeFoot, scopeLinks:
				places["foot"] = true
			default:
				places["body"], places["last"] = true, true
			}
		}
		for _, ex := range rule.match {
			line, want := marked(ex.text)
			ok := false
			var got string
			for place := range places {
				if got = setAside(r, place, line); got == want {
					ok = true
				}
			}
			if !ok {
				t.Errorf("rules.txt:%d: %s: in %q got %q; want %q", ex.line, rule.id, line, got, want)
			}
		}
		for _, ex := range rule.nomatch {
			for _, place := range []string{"head", "foot", "body", "last"} {
				if got := setAside(r, place, ex.text); got != "" {
					t.Errorf("rules.txt:%d: %s: as %s line of the article %q got %q; want nothing", ex.line, rule.id, place, ex.text, got)
				}
			}
		}
	}
}

// marked takes the brackets out of an example: its line and what is set aside.
func marked(ex string) (line, want string) {
	if a, b := strings.Index(ex, "["), strings.Index(ex, "]"); a >= 0 && b > a && (a == 0 || b == len(ex)-1) {
		return ex[:a] + ex[a+1:b] + ex[b+1:], ex[a+1 : b]
	}
	return ex, ex
}

// setAside is the furniture of line in an article of which it is the first, a
// middle or the last line.
func setAside(r *ruleSet, place, line string) string {
	const a = "Am frühen Morgen rückten mehrere Züge der Feuerwehr in die Innenstadt aus."
	const b = "Die Ermittler suchten bis zum späten Abend nach der Ursache des Feuers."
	lines := map[string][]string{
		"head": {line, a, b},
		"body": {a, line, b},
		"last": {a, b, line},
		"foot": {a, b, line},
	}[place]
	s := strings.Join(lines, "\n\n")
	at := strings.Index(s, line)
	sp := text.Span{Start: at, End: at + len(line)}
	p := newPage(s)
	p.mark(r)
	var got []string
	spans, _ := p.furniture()
	for _, f := range spans {
		if f.Overlaps(sp) {
			got = append(got, s[f.Start:f.End])
		}
	}
	return strings.Join(got, " … ")
}

func TestRuleErrors(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"set month\nline x", `rules.txt:2: "line" before the first rule`},
		{"rule a\nlines x", `rules.txt:2: unknown key "lines"`},
		{"rule a\nline <nix>", "rules.txt:2: unknown shape <nix>"},
		{"rule a\nline {nix}", "rules.txt:2: no set {nix} stands above"},
		{"rule a\nline x y?|z", "stands behind the last word"},
		{"rule a\nline x?", "the first item has to be there"},
		{"rule a\nrule a", `rules.txt:2: rule "a" stands above already`},
		{"set x a=b", `rules.txt:1: "a=b": no number behind =`},
		{"rule a\nline x", "no set month"},
	} {
		if _, err := parseRules(c.src); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("parseRules(%q): got %v; want %q", c.src, err, c.want)
		}
	}
}

func BenchmarkParseRules(b *testing.B) {
	for b.Loop() {
		if _, err := parseRules(rulesText); err != nil {
			b.Fatal(err)
		}
	}
}
