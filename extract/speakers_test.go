package extract

import (
	"os"
	"strings"
	"testing"
)

// rows reads a table of testdata/corpus: tab-separated columns, # for comments.
func rows(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	b, err := os.ReadFile("../testdata/corpus/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != columns {
			t.Fatalf("%s:%d: got %d columns; want %d", name, n+1, len(cols), columns)
		}
		out = append(out, cols)
	}
	return out
}

// eachClaim reads the text in the first column of each row of the table name and hands
// over the claim whose text stands in the second.
func eachClaim(t *testing.T, name string, columns int, do func(a *Article, c *Claim, row []string)) {
	t.Helper()
	w := newWorker(t)
	for _, row := range rows(t, name, columns) {
		a, err := w.Read("row.txt", []byte(row[0]))
		if err != nil {
			t.Fatal(err)
		}
		if c := claimOf(a, row[1]); c != nil {
			do(a, c, row)
		} else {
			t.Errorf("%s: no claim %q", row[0], row[1])
		}
	}
}

// TestSpeakers reads each text of speakers.tsv and looks whose word its number
// is.
func TestSpeakers(t *testing.T) {
	eachClaim(t, "speakers.tsv", 5, func(a *Article, c *Claim, row []string) {
		speaker, via := "-", "-"
		if c.Speaker != nil {
			speaker = c.Speaker.Name
		}
		var names []string
		for _, v := range c.Via {
			names = append(names, v.Name)
		}
		if len(names) > 0 {
			via = strings.Join(names, ";")
		}
		if string(c.Speech) != row[2] || speaker != row[3] || via != row[4] {
			t.Errorf("%s: %s: got %s, %q via %q; want %s, %q via %q", row[0], row[1], c.Speech, speaker, via, row[2], row[3], row[4])
		}
	})
}

func claimOf(a *Article, q string) *Claim {
	for i := range a.Claims {
		if c := &a.Claims[i]; a.Doc.Text[c.Start:c.End] == q {
			return c
		}
	}
	return nil
}

// TestBrokenOff reads each text of speakers.tsv cut off behind one word after another: what
// ends in the middle must be read without an error, every span inside it.
func TestBrokenOff(t *testing.T) {
	w := newWorker(t)
	for _, row := range rows(t, "speakers.tsv", 5) {
		words := strings.Fields(row[0])
		for k := 1; k < len(words); k++ {
			s := strings.Join(words[:k], " ")
			a, err := w.Read("row.txt", []byte(s))
			if err != nil {
				t.Fatalf("%s: %v", s, err)
			}
			for i := range a.Quotes {
				if q := &a.Quotes[i]; q.Start < 0 || q.End > len(a.Doc.Text) || q.Start >= q.End {
					t.Errorf("%s: quotation %d to %d", s, q.Start, q.End)
				}
			}
		}
	}
}
