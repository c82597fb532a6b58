package number

import (
	"bufio"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	xnumber "golang.org/x/text/number"
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

func same(a, b float64) bool {
	return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-12*math.Max(math.Abs(a), 1)
}

func TestCorpus(t *testing.T) {
	rows := lines(t, "numbers.tsv")
	if len(rows) < 400 {
		t.Errorf("numbers.tsv has %d rows; want at least 400", len(rows))
	}
	for _, row := range rows {
		c := strings.Split(row, "\t")
		want, err := strconv.ParseFloat(c[1], 64)
		if err != nil {
			t.Fatalf("numbers.tsv: %q: %v", row, err)
		}
		n, ok := Parse(c[2])
		if !ok {
			t.Errorf("Parse(%q) declined; want %s %s", c[2], c[0], c[1])
			continue
		}
		got := n.Value
		if n.Kind == Vague {
			got = n.Min
		}
		if n.Kind.String() != c[0] || !same(got, want) {
			t.Errorf("Parse(%q): got %s %v; want %s %s", c[2], n.Kind, got, c[0], c[1])
		}
		// In a sentence it ends where the number ends.
		s := "(" + c[2] + ")"
		if _, end, ok := Scan(s, 1); !ok || end != len(s)-1 {
			t.Errorf("Scan(%q, 1): got end %d, %v; want %d", s, end, ok, len(s)-1)
		}
	}
}

func TestCorpusNegative(t *testing.T) {
	for _, s := range lines(t, "numbers_negative.tsv") {
		if n, ok := Parse(s); ok {
			t.Errorf("Parse(%q): got %+v; want it declined", s, n)
		}
	}
}

// spell writes n as the speller of CLDR does (de, spellout-numbering), written
// anew here from the grammar of German numerals so that it shares nothing with
// the parser.
func spell(n int64) string {
	units := [...]string{"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
		"dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"}
	tens := [...]string{"", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"}
	first := func(n int64) string { // before hundert, tausend, und
		if n == 1 {
			return "ein"
		}
		return spell(n)
	}
	switch {
	case n < 20:
		return units[n]
	case n < 100:
		if n%10 == 0 {
			return tens[n/10]
		}
		return first(n%10) + "und" + tens[n/10]
	case n < 1000:
		s := first(n/100) + "hundert"
		if n%100 != 0 {
			s += spell(n % 100)
		}
		return s
	case n < 1e6:
		h := n / 1000
		s := spell(h)
		if h%100 == 1 { // ein(hundertein)tausend
			s = strings.TrimSuffix(s, "s")
		}
		s += "tausend"
		if n%1000 != 0 {
			s += spell(n % 1000)
		}
		return s
	}
	for _, m := range []struct {
		v         int64
		one, many string
	}{{1e15, "eine Billiarde", "Billiarden"}, {1e12, "eine Billion", "Billionen"}, {1e9, "eine Milliarde", "Milliarden"}, {1e6, "eine Million", "Millionen"}} {
		if n < m.v {
			continue
		}
		s := m.one
		if h := n / m.v; h > 1 {
			s = spell(h) + " " + m.many
			if h%100 == 1 {
				s = strings.TrimSuffix(spell(h), "s") + " " + m.many
			}
		}
		if n%m.v != 0 {
			s += " " + spell(n%m.v)
		}
		return s
	}
	return ""
}

// respell gives another usual spelling of the same number.
func respell(s string, how int64) string {
	switch how % 6 {
	case 1:
		return strings.ReplaceAll(s, "ß", "ss")
	case 2:
		if i := strings.Index(s, "hundert"); i >= 0 && i+7 < len(s) && !strings.HasPrefix(s[i+7:], "tausend") && !strings.HasPrefix(s[i+7:], " ") {
			return s[:i+7] + "und" + s[i+7:]
		}
	case 3:
		if strings.HasPrefix(s, "einhundert") || strings.HasPrefix(s, "eintausend") {
			return s[3:]
		}
	case 4:
		return strings.ReplaceAll(strings.ReplaceAll(s, "zwei", "zwo"), "zwolf", "zwölf")
	case 5:
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

func TestEveryInteger(t *testing.T) {
	step := int64(1)
	if testing.Short() {
		step = 37
	}
	for n := int64(0); n <= 1_000_000; n += step {
		s := respell(spell(n), n)
		got, ok := Parse(s)
		if !ok || got.Value != float64(n) || got.Kind != Cardinal {
			t.Fatalf("Parse(%q): got %v %v, %v; want %d", s, got.Kind, got.Value, ok, n)
		}
	}
}

func TestRandomIntegers(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for range 10_000 {
		n := r.Int63n(1_000_000_000_000_000)
		if r.Intn(2) == 0 {
			n %= int64(math.Pow10(7 + r.Intn(8)))
		}
		s := respell(spell(n), n)
		got, ok := Parse(s)
		if !ok || got.Value != float64(n) {
			t.Fatalf("Parse(%q): got %v, %v; want %d", s, got.Value, ok, n)
		}
	}
}

// TestFormatted reads back what x/text writes for Germany, Austria, Switzerland.
func TestFormatted(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for _, tag := range []string{"de", "de-AT", "de-CH", "de-LI"} {
		p := message.NewPrinter(language.MustParse(tag))
		for i := range 3000 {
			n := r.Int63n(int64(math.Pow10(1 + i%15)))
			s := p.Sprint(n)
			if got, ok := Parse(s); !ok || got.Value != float64(n) {
				t.Fatalf("%s: Parse(%q): got %v, %v; want %d", tag, s, got.Value, ok, n)
			}
			if tag == "de-CH" || tag == "de-LI" {
				continue // 1’234.56: the point is read as a decimal too, but "1.234" is German
			}
			f := float64(n%1_000_000_000) / 100
			s = p.Sprint(xnumber.Decimal(f, xnumber.MinFractionDigits(2), xnumber.MaxFractionDigits(2)))
			if got, ok := Parse(s); !ok || !same(got.Value, f) {
				t.Fatalf("%s: Parse(%q): got %v, %v; want %v", tag, s, got.Value, ok, f)
			}
		}
	}
}

func ExampleScan() {
	s := "Es kamen 1,2 Mio. Menschen, zweieinhalbmal so viele."
	n, end, ok := Scan(s, 9)
	fmt.Println(s[9:end], n.Value, ok)
	at := strings.Index(s, "zwei")
	n, end, ok = Scan(s, at)
	fmt.Println(s[at:end], n.Kind, n.Value, ok)
	// Output:
	// 1,2 Mio. 1.2e+06 true
	// zweieinhalbmal times 2.5 true
}

func ExampleParse() {
	for _, s := range []string{"achtzehnhundertsechzig", "1’234.50", "mehrere hundert", "24.12.2024"} {
		n, ok := Parse(s)
		fmt.Println(s, ok, n.Kind, n.Value, n.Min)
	}
	// Output:
	// achtzehnhundertsechzig true cardinal 1860 NaN
	// 1’234.50 true cardinal 1234.5 NaN
	// mehrere hundert true vague NaN 200
	// 24.12.2024 false cardinal 0 0
}

func FuzzScan(f *testing.F) {
	for _, row := range lines(f, "numbers.tsv") {
		f.Add(strings.Split(row, "\t")[2])
	}
	for _, s := range lines(f, "numbers_negative.tsv") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, end, ok := Scan(s, 0)
		if !ok {
			return
		}
		if end <= 0 || end > len(s) {
			t.Fatalf("Scan(%q): end %d is outside", s, end)
		}
		if m, ok := Parse(s[:end]); !ok || m.Kind != n.Kind || !same(m.Value, n.Value) || !same(m.Min, n.Min) {
			t.Fatalf("Scan(%q) reads %+v, Parse(%q) %+v, %v", s, n, s[:end], m, ok)
		}
		if (n.Kind == Vague) != math.IsNaN(n.Value) || (n.Kind == Vague) == math.IsNaN(n.Min) {
			t.Fatalf("Scan(%q): %+v: a vague number has a minimum and no value, others the reverse", s, n)
		}
		if !CanStart(s[:end]) {
			t.Fatalf("CanStart(%q) is false", s[:end])
		}
	})
}

// FuzzDigits writes a number in every grouping and reads it back.
func FuzzDigits(f *testing.F) {
	f.Add(uint64(1234567), uint8(2), uint8(0))
	f.Add(uint64(7), uint8(0), uint8(3))
	f.Fuzz(func(t *testing.T, u uint64, decimals, how uint8) {
		u %= 1_000_000_000_000_000
		d := int(decimals % 4)
		mark := []string{"", ".", " ", "\u00a0", "\u202f", "\u2009", "'", "’"}[how%8]
		digits := strconv.FormatUint(u, 10)
		whole, frac := digits, ""
		if d > 0 {
			for len(digits) <= d {
				digits = "0" + digits
			}
			whole, frac = digits[:len(digits)-d], ","+digits[len(digits)-d:]
		}
		for i := len(whole) - 3; i > 0 && mark != ""; i -= 3 {
			whole = whole[:i] + mark + whole[i:]
		}
		want := float64(u) / math.Pow10(d)
		if n, ok := Parse(whole + frac); !ok || !same(n.Value, want) {
			t.Fatalf("Parse(%q): got %v, %v; want %v", whole+frac, n.Value, ok, want)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, s := range []string{"12", "1.234.567,89", "dreiundzwanzig", "neunhundertneunundneunzigtausendneunhundertneunundneunzig", "2,5 Milliarden", "mehrere hundert", "Regierung", "einigen"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(s)
			}
		})
	}
}
