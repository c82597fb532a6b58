package date

import (
	"os"
	"strings"
	"testing"
)

// TestCorpus reads testdata/corpus/dates.tsv: every text must give exactly the
// expressions of its lines.
func TestCorpus(t *testing.T) {
	raw, err := os.ReadFile("../../testdata/corpus/dates.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type want struct {
		text, ref string
		lines     []string
	}
	var all []want
	positive, negative := 0, 0
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(all) == 0 || all[len(all)-1].text != f[0] || all[len(all)-1].ref != f[1] {
			all = append(all, want{text: f[0], ref: f[1]})
		}
		if f[2] == "-" {
			negative++
			continue
		}
		positive++
		w := &all[len(all)-1]
		w.lines = append(w.lines, strings.Join(f[2:], "\t"))
	}
	if positive < 250 || negative < 90 {
		t.Errorf("got %d positive and %d negative lines; want 250 and 90 at least", positive, negative)
	}
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	for _, w := range all {
		ref := w.ref
		if ref == "-" {
			ref = ""
		}
		var got []string
		for _, d := range FindAll(w.text, ref) {
			got = append(got, w.text[d.Start:d.End]+"\t"+string(d.Type)+"\t"+dash(d.Value)+"\t"+dash(d.Mod))
		}
		if g, x := strings.Join(got, " ; "), strings.Join(w.lines, " ; "); g != x {
			t.Errorf("%q on %s:\n got %q;\nwant %q", w.text, w.ref, g, x)
		}
	}
}
