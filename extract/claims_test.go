package extract

import (
	"strings"
	"testing"

	"github.com/belegt/extract/normalize/unit"
)

// TestClaims reads each text of claims.tsv and looks what its number counts or
// measures.
func TestClaims(t *testing.T) {
	eachClaim(t, "claims.tsv", 6, func(a *Article, c *Claim, row []string) {
		got := []string{string(c.Kind), c.Unit, c.Per, c.Subject}
		for i := range got {
			if got[i] == "" {
				got[i] = "-"
			}
		}
		if g, want := strings.Join(got, " | "), strings.Join(row[2:], " | "); g != want {
			t.Errorf("%s: %s: got %q; want %q", row[0], row[1], g, want)
		}
	})
}

// TestClaimTimes reads each text of claims_times.tsv and looks when its number
// holds.
func TestClaimTimes(t *testing.T) {
	eachClaim(t, "claims_times.tsv", 3, func(a *Article, c *Claim, row []string) {
		var got []string
		for _, x := range c.Times {
			got = append(got, a.Doc.Text[x.Start:x.End])
		}
		if len(got) == 0 {
			got = []string{"-"}
		}
		if g := strings.Join(got, ";"); g != row[2] {
			t.Errorf("%s: %s: got times %q; want %q", row[0], row[1], g, row[2])
		}
	})
}

// TestNoClaims reads each text of claims_negative.tsv: no claim may touch the
// number it names.
func TestNoClaims(t *testing.T) {
	w := newWorker(t)
	for _, row := range rows(t, "claims_negative.tsv", 2) {
		a, err := w.Read("row.txt", []byte(row[0]))
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(row[0], row[1])
		if at < 0 {
			t.Fatalf("%s: %q is not in the text", row[0], row[1])
		}
		for _, c := range a.Claims {
			if c.Start < at+len(row[1]) && at < c.End {
				t.Errorf("%s: got claim %q by %s; want none at %q", row[0], a.Doc.Text[c.Start:c.End], c.Rule, row[1])
			}
		}
	}
}

// TestClaimLaws holds for every claim of the project's articles: spans in order
// and inside the text, a kind, and a subject and counted noun that stand in the
// article.
func TestClaimLaws(t *testing.T) {
	texts, _ := articles(t, "../testdata/articles/*.txt")
	w := newWorker(t)
	for _, b := range texts {
		a, err := w.Read("article.txt", b)
		if err != nil {
			t.Fatal(err)
		}
		flat := strings.Join(strings.Fields(a.Doc.Text), " ")
		end := 0
		for _, c := range a.Claims {
			q := a.Doc.Text[c.Start:c.End]
			if c.Start < end || c.End <= c.Start {
				t.Errorf("%q at %d runs into the claim before it", q, c.Start)
			}
			end = c.End
			if c.Kind == "" || c.Kind == unit.Ordinal {
				t.Errorf("%q: got kind %q; want one of the kinds of claim", q, c.Kind)
			}
			if c.Subject != "" && !strings.Contains(flat, strings.Join(strings.Fields(c.Subject), " ")) {
				t.Errorf("%q: subject %q is no stretch of the text", q, c.Subject)
			}
		}
	}
}
