package unit

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/currency"

	"github.com/belegt/extract/normalize/char"
)

// lines reads the rows of a table in testdata/corpus.
func lines(t testing.TB, name string) (out []string) {
	t.Helper()
	f, err := os.Open("../../testdata/corpus/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		if line := sc.Text(); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

type hit struct {
	Quantity
	start, end int
}

// hits scans s as the pipeline does: at every word start, left to right.
func hits(s string) (out []hit) {
	for at := 0; at < len(s); {
		if q, end, ok := Scan(s, at); ok {
			out = append(out, hit{q, at, end})
			at = end
			continue
		}
		next := at
		for next < len(s) {
			if n := char.LetterAt(s, next); n > 0 {
				next += n
			} else if char.IsDigit(s[next]) {
				next++
			} else if next > at && strings.IndexByte("-.,:^", s[next]) >= 0 && next+1 < len(s) && (char.LetterAt(s, next+1) > 0 || char.IsDigit(s[next+1])) {
				next++
			} else {
				break
			}
		}
		if next == at {
			_, n := utf8.DecodeRuneInString(s[at:])
			next = at + n
		}
		at = next
	}
	return out
}

func number64(t *testing.T, s string) float64 {
	if s == "" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func same(a, b float64) bool {
	return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), 1e-9)
}

func TestCorpus(t *testing.T) {
	rows := lines(t, "units.tsv")
	if len(rows) < 400 {
		t.Errorf("units.tsv has %d rows; want at least 400", len(rows))
	}
	for _, row := range rows {
		c := strings.Split(row, "\t")
		if len(c) != 9 {
			t.Fatalf("units.tsv: %q has %d columns; want 9", row, len(c))
		}
		start := strings.Index(c[8], "[")
		end := strings.Index(c[8], "]") - 1
		s := strings.NewReplacer("[", "", "]", "").Replace(c[8])
		want := fmt.Sprintf("%s %s %s [%s %s] %q per %q %s", c[0], c[1], c[2], c[3], c[4], c[5], c[6], s[start:end])
		var found *hit
		all := hits(s)
		for i := range all {
			if h := &all[i]; h.start < end && start < h.end && found == nil {
				found = h
			}
		}
		if found == nil {
			t.Errorf("%q: found nothing; want %s", s, want)
			continue
		}
		q := found.Quantity
		got := fmt.Sprintf("%s %s %v [%v %v] %q per %q %s", q.Kind, q.Bound, q.Value, q.Min, q.Max, q.Unit, q.Per, s[found.start:found.end])
		if found.start != start || found.end != end || string(q.Kind) != c[0] || string(q.Bound) != c[1] ||
			!same(q.Value, number64(t, c[2])) || !same(q.Min, number64(t, c[3])) || !same(q.Max, number64(t, c[4])) || q.Unit != c[5] || q.Per != c[6] {
			t.Errorf("%q: got %s; want %s", s, got, want)
		}
		if q.One != (c[7] == "one") || q.Year != (c[7] == "year") {
			t.Errorf("%q: got One %v, Year %v; want %q", s, q.One, q.Year, c[7])
		}
		n := 0
		for _, h := range all {
			if h.start == found.start || !h.One && h.Kind != Ordinal {
				n++
			}
		}
		if n != 1 && c[7] != "more" {
			t.Errorf("%q: found %d quantities; want one", s, n)
		}
	}
}

func TestCorpusNegative(t *testing.T) {
	rows := lines(t, "units_negative.tsv")
	for _, row := range rows {
		class, s, _ := strings.Cut(row, "\t")
		all := hits(s)
		if len(all) == 0 && class != "none" {
			t.Errorf("%q: found nothing; want a number marked %s", s, class)
		}
		for _, h := range all {
			ok := class == "ordinal" && h.Kind == Ordinal || class == "one" && h.One || class == "year" && h.Year || class == "clock" && h.Clock
			if !ok {
				t.Errorf("%q: got %q %s %s %v; want %s", s, s[h.start:h.end], h.Kind, h.Bound, h.Value, class)
			}
		}
	}
}

// TestCurrencies holds every currency code against ISO 4217.
func TestCurrencies(t *testing.T) {
	rows("currencies.tsv", currenciesTSV, 5, func(c []string) {
		switch c[0] {
		case "", "XBT": // Bitcoin has no code of its own in ISO 4217
			return
		case "MRU", "VES", "SLE", "ZWG", "XCG": // newer than x/text's list
			return
		}
		if _, err := currency.ParseISO(c[0]); err != nil {
			t.Errorf("currencies.tsv: %s: %v", c[0], err)
		}
	})
}

// TestPrefixes reads every SI prefix before a unit that takes them all.
func TestPrefixes(t *testing.T) {
	rows("prefixes.tsv", prefixesTSV, 4, func(c []string) {
		for _, u := range []struct{ word, code string }{{"meter", "m"}, {"gramm", "g"}, {"watt", "W"}, {"joule", "J"}, {"byte", "By"}} {
			s := "3 " + strings.ToUpper(c[3][:1]) + c[3][1:] + u.word
			q, end, ok := Scan(s, 0)
			if !ok || end != len(s) || q.Unit != c[1]+u.code || q.Value != 3 {
				t.Errorf("Scan(%q): got %v %q up to %d, %v; want 3 %q", s, q.Value, q.Unit, end, ok, c[1]+u.code)
			}
		}
	})
}

// checkSpans holds what must be true of every quantity wherever it is found.
func checkSpans(t *testing.T, s string, at, end int, q Quantity) {
	t.Helper()
	switch {
	case end <= at || end > len(s):
		t.Fatalf("Scan(%q, %d): end %d is outside", s, at, end)
	case q.NumStart < at || q.NumEnd > end || q.NumStart >= q.NumEnd:
		t.Fatalf("Scan(%q, %d): number [%d:%d] lies outside [%d:%d]", s, at, q.NumStart, q.NumEnd, at, end)
	case q.UnitStart > q.UnitEnd || q.UnitEnd > len(s):
		t.Fatalf("Scan(%q, %d): unit [%d:%d]", s, at, q.UnitStart, q.UnitEnd)
	case q.Compound != 0 && (q.Compound <= q.NumStart || q.Compound > end):
		t.Fatalf("Scan(%q, %d): compound at %d outside [%d:%d]", s, at, q.Compound, q.NumStart, end)
	}
	nan := math.IsNaN
	ok := false
	switch q.Bound {
	case Exact:
		ok = q.Kind == Score || q.Kind == Ordinal || same(q.Value, q.Min) && same(q.Value, q.Max) && !nan(q.Value)
	case About:
		ok = !nan(q.Value) && nan(q.Min) && nan(q.Max)
	case Over, AtLeast, JustOver:
		ok = same(q.Min, q.Value) && !nan(q.Value) && nan(q.Max)
	case Under, AtMost, JustUnder:
		ok = same(q.Max, q.Value) && !nan(q.Value) && nan(q.Min)
	case Range:
		ok = nan(q.Value) && q.Min <= q.Max
	case Vague:
		ok = nan(q.Value) && !nan(q.Min) && nan(q.Max)
	}
	if !ok {
		t.Fatalf("Scan(%q, %d): %s: value %v, min %v, max %v", s, at, q.Bound, q.Value, q.Min, q.Max)
	}
}

func FuzzScan(f *testing.F) {
	for _, row := range lines(f, "units.tsv") {
		f.Add(strings.NewReplacer("[", "", "]", "").Replace(row[strings.LastIndex(row, "\t")+1:]))
	}
	for _, row := range lines(f, "units_negative.tsv") {
		f.Add(row[strings.Index(row, "\t")+1:])
	}
	f.Fuzz(func(t *testing.T, s string) {
		for at := range s {
			if at > 200 {
				break
			}
			q, end, ok := Scan(s, at)
			if !ok {
				continue
			}
			checkSpans(t, s, at, end, q)
			// What a caller asks with the first word must let the quantity through.
			w := end
			for i := at; i < end; i++ {
				if s[i] == ' ' || s[i] == '\t' || s[i] == '\n' {
					w = i
					break
				}
			}
			if !CanStart(s[at:w]) {
				t.Fatalf("Scan(%q, %d) reads %q, CanStart(%q) is false", s, at, s[at:end], s[at:w])
			}
		}
	})
}

func ExampleScan() {
	s := "Rund 240 Millionen Dollar pro Jahr kostet das."
	q, end, _ := Scan(s, 0)
	fmt.Println(s[:end])
	fmt.Println(q.Kind, q.Bound, q.Value, q.Unit, q.Per)
	// Output:
	// Rund 240 Millionen Dollar
	// money about 2.4e+08 USD a
}

func ExampleScan_range() {
	s := "zwischen 10.000 und 12.000 Gäste"
	q, end, _ := Scan(s, 0)
	fmt.Println(s[:end], q.Bound, q.Min, q.Max)
	// Output: zwischen 10.000 und 12.000 range 10000 12000
}

func ExampleScanPer() {
	s := "50 Flüchtlinge pro Stunde"
	per, _, ok := ScanPer(s, len("50 Flüchtlinge"))
	fmt.Println(per, ok)
	// Output: h true
}
