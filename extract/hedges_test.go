package extract

import (
	"slices"
	"strings"
	"testing"
)

// TestHedges reads each text of hedges.tsv and looks which of its numbers the
// hedge reaches, as what, and how far.
func TestHedges(t *testing.T) {
	w := newWorker(t)
	lines, none := 0, 0
	for _, row := range rows(t, "hedges.tsv", 5) {
		a, err := w.Read("row.txt", []byte(strings.ReplaceAll(row[0], " ¶ ", "\n\n")))
		if err != nil {
			t.Fatal(err)
		}
		lines++
		if len(a.Claims) == 0 {
			t.Errorf("%s: no claim", row[0])
			continue
		}
		if row[2] == "none" {
			none++
			notHedged(t, a, row)
			continue
		}
		hedgedAs(t, a, row)
	}
	if lines < 400 || none < 150 {
		t.Errorf("got %d lines, %d of them no hedge; want at least 400 and 150", lines, none)
	}
}

// notHedged checks that the words row[1] hedge no claim.
func notHedged(t *testing.T, a *Article, row []string) {
	t.Helper()
	at := strings.Index(a.Doc.Text, row[1])
	if at < 0 {
		t.Errorf("%s: no %q in it", row[0], row[1])
	}
	for i := range a.Claims {
		for j := range a.Claims[i].Hedges {
			h := &a.Claims[i].Hedges[j]
			if words := hedgeWords(a, h); slices.ContainsFunc(strings.Split(words, " … "), func(p string) bool { return strings.Contains(" "+p+" ", " "+row[1]+" ") }) {
				t.Errorf("%s: got %s %q on %q by %s; want none", row[0], h.Class, words, a.Doc.Text[a.Claims[i].Start:a.Claims[i].End], h.Rule)
			}
		}
	}
}

// hedgedAs checks that the hedge row[1] is of class row[2] and scope row[3] and
// reaches the numbers row[4] and no other.
func hedgedAs(t *testing.T, a *Article, row []string) {
	t.Helper()
	class, by, _ := strings.Cut(row[2], "/")
	var got []string
	for i := range a.Claims {
		c := &a.Claims[i]
		for j := range c.Hedges {
			h := &c.Hedges[j]
			if hedgeWords(a, h) != row[1] || string(h.Class) != class {
				continue
			}
			got = append(got, a.Doc.Text[c.Start:c.End])
			if string(h.Scope) != row[3] {
				t.Errorf("%s: %s: got scope %q; want %q", row[0], row[1], h.Scope, row[3])
			}
			name := ""
			if h.By != nil {
				name = h.By.Name
			}
			if name != by {
				t.Errorf("%s: %s: got denied by %q; want %q", row[0], row[1], name, by)
			}
		}
	}
	if want := strings.Split(row[4], ";"); !slices.Equal(got, want) {
		var all []string
		for i := range a.Claims {
			for j := range a.Claims[i].Hedges {
				h := &a.Claims[i].Hedges[j]
				all = append(all, a.Doc.Text[a.Claims[i].Start:a.Claims[i].End]+": "+string(h.Class)+" "+hedgeWords(a, h))
			}
		}
		t.Errorf("%s: %s %q: got %q; want %q; hedges: %q", row[0], class, row[1], got, want, all)
	}
}

// hedgeWords are the words of h, its parts joined by " … ".
func hedgeWords(a *Article, h *Hedge) string {
	if h.Parts == nil {
		return a.Doc.Text[h.Start:h.End]
	}
	var words []string
	for i, p := range h.Parts {
		w := a.Doc.Text[p.Start:p.End]
		if i > 0 && p.Start-h.Parts[i-1].End <= 1 {
			words[len(words)-1] += " " + w
			continue
		}
		words = append(words, w)
	}
	return strings.Join(words, " … ")
}
