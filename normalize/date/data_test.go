package date

import (
	"slices"
	"strings"
	"testing"
)

// TestDataNames proves that every line of the data files has a name the code
// knows and all its fields: a slip there would silently drop the words.
func TestDataNames(t *testing.T) {
	var classes []string
	for n := range classNames {
		classes = append(classes, n)
	}
	for _, x := range []struct {
		file, data string
		fields     int
		names      []string
	}{
		{"words.tsv", wordsTSV, 3, classes},
		{"roles.tsv", rolesTSV, 2, roleNames[:]},
		{"context.tsv", contextTSV, 2, beforeNames[:]},
		{"cues.tsv", cuesTSV, 2, []string{"past", "present", "aux", "none", "future", "participle", "final"}},
		{"compounds.tsv", compoundsTSV, 3, []string{"one", "teen", "ten", "and", "hundred", "half", "weekday", "part", "season", "months", "amount", "lasting", "years", "lastingyears"}},
		{"phrases.tsv", phrasesTSV, 3, nil},
		{"holidays.tsv", holidaysTSV, 2, nil},
	} {
		seen := map[string]bool{}
		eachLine(x.data, func(f []string) {
			if len(f) != x.fields || slices.Contains(f, "") {
				t.Errorf("%s: got %q; want %d fields", x.file, f, x.fields)
			}
			if x.names != nil && !slices.Contains(x.names, f[0]) {
				t.Errorf("%s: got name %q; want one of %s", x.file, f[0], strings.Join(x.names, " "))
			}
			seen[f[0]] = true
		})
		if x.file == "words.tsv" {
			continue // "none" and the like need no line
		}
		for _, n := range x.names {
			if !seen[n] {
				t.Errorf("%s: got no line for %q; want one", x.file, n)
			}
		}
	}
}

func TestRoles(t *testing.T) {
	var p parser
	p.s, p.lex = "Der Tags des tags", lex()
	for i, want := range []role{roleDer, roleDayBefore, roleOf | roleThing | roleAfterRate, roleDayBefore, 0} {
		if got := p.lex.roles[p.word(i)]; got != want {
			t.Errorf("%q got %b; want %b", p.word(i), got, want)
		}
	}
}
