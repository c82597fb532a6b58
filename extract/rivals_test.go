package extract

import (
	"strings"
	"testing"
)

// TestRivals reads each text of rivals.tsv and looks which figures contradict
// its number, and that each names the other.
func TestRivals(t *testing.T) {
	eachClaim(t, "rivals.tsv", 3, func(a *Article, c *Claim, row []string) {
		var got []string
		for _, j := range c.Rivals {
			r := &a.Claims[j]
			got = append(got, a.Doc.Text[r.Start:r.End])
			mutual := false
			for _, k := range r.Rivals {
				mutual = mutual || &a.Claims[k] == c
			}
			if !mutual {
				t.Errorf("%s: %q has the rival %q, but not the other way round", row[0], row[1], got[len(got)-1])
			}
		}
		if len(got) == 0 {
			got = []string{"-"}
		}
		if g := strings.Join(got, ";"); g != row[2] {
			t.Errorf("%s: %s: got rivals %q; want %q", row[0], row[1], g, row[2])
		}
	})
}
