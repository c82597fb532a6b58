package char

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestSpaces(t *testing.T) {
	for _, c := range []struct {
		s    string
		want int
	}{{" x", 1}, {"\tx", 1}, {"\u00a0x", 2}, {"\u2009x", 3}, {"\u202fx", 3}, {"\u2003x", 3}, {"x", 0}, {"", 0}, {"\n", 0}, {"ä", 0}, {"–", 0}} {
		if got := SpaceAt(c.s, 0); got != c.want {
			t.Errorf("SpaceAt(%q): got %d; want %d", c.s, got, c.want)
		}
	}
	for _, c := range []struct {
		s    string
		wrap bool
		want int
	}{{"  x", false, 2}, {" \nx", false, 1}, {" \n x", true, 3}, {" \n\nx", true, 2}, {" \r\n x", true, 4}, {"x", true, 0}} {
		if got := SkipSpace(c.s, 0, c.wrap); got != c.want {
			t.Errorf("SkipSpace(%q, %v): got %d; want %d", c.s, c.wrap, got, c.want)
		}
	}
}

func TestDashes(t *testing.T) {
	for s, want := range map[string]int{"-": 1, "–": 3, "—": 3, "−": 3, "\u2010": 3, "\u2011": 3, "_": 0, "„": 0, "": 0} {
		if got := DashAt(s, 0); got != want {
			t.Errorf("DashAt(%q): got %d; want %d", s, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"Dreißig", "dreissig"}, {"FÜNF", "f\xfcnf"}, {"drei\u00adhundert", "dreihundert"}, {"ÄÖÜ", "\xe4\xf6\xfc"}, {"Złoty", "złoty"}, {"STRAẞE", "strasse"},
	} {
		if got := string(Fold(nil, c.s)); got != c.want {
			t.Errorf("Fold(%q): got %q; want %q", c.s, got, c.want)
		}
	}
}

func TestBare(t *testing.T) {
	for in, want := range map[string]string{"Nikolić": "Nikolic", "Erdoğan": "Erdogan", "Müller": "Müller", "Peña": "Pena", "Holm": "Holm", "Ñandú": "Nandu"} {
		if got := Bare(in); got != want {
			t.Errorf("Bare(%q) = %q; want %q", in, got, want)
		}
	}
}

func TestWordEnd(t *testing.T) {
	for s, want := range map[string]string{"Übung macht": "Übung", "über-all": "über", "a1": "a", "×3": "", "e\u0301t\u00ade.": "e\u0301t\u00ade", "5": ""} {
		if got := s[:WordEnd(s, 0)]; got != want {
			t.Errorf("WordEnd(%q): got %q; want %q", s, got, want)
		}
	}
}

func ExampleNFC() {
	s := "fu\u0308nf Fa\u0308lle"
	n, m := NFC(s)
	at := strings.Index(n, "lle")
	fmt.Println(n, s[m.Original(at):])
	// Output: fünf Fälle lle
}

func FuzzNFC(f *testing.F) {
	f.Add("fu\u0308nf")
	f.Add("abc")
	f.Add("\u1100\u1161\u11a8 \u0344 q\u0307\u0323")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		n, m := NFC(s)
		if want := norm.NFC.String(s); n != want {
			t.Fatalf("NFC(%q): got %q; want %q", s, n, want)
		}
		if (m == nil) != (n == s) {
			t.Fatalf("NFC(%q): map %v, changed %v", s, m, n != s)
		}
		last := 0
		for at := 0; at <= len(n); at++ {
			o := m.Original(at)
			if o < last || o > len(s) {
				t.Fatalf("NFC(%q): %d leads to %d behind %d", s, at, o, last)
			}
			last = o
		}
		if last != len(s) {
			t.Fatalf("NFC(%q): the end leads to %d; want %d", s, last, len(s))
		}
		for at := range len(n) { // an ASCII letter leads to itself, or to what decomposes to it (K, ;)
			if o := m.Original(at); n[at] < utf8.RuneSelf && s[o] < utf8.RuneSelf && s[o] != n[at] {
				t.Fatalf("NFC(%q): %q at %d leads to %q", s, n[at], at, s[o])
			}
		}
	})
}

func FuzzFold(f *testing.F) {
	f.Add("Fünfzigjährige", 6)
	f.Add("ẞß\u00ad", 2)
	f.Fuzz(func(t *testing.T, s string, n int) {
		if !utf8.ValidString(s) || n < 0 {
			return
		}
		at := FoldedLen(s, n)
		if at > len(s) || !utf8.ValidString(s[:at]) {
			t.Fatalf("FoldedLen(%q, %d): got %d, inside a character or outside", s, n, at)
		}
		if got := len(Fold(nil, s[:at])); got < n && at < len(s) {
			t.Fatalf("FoldedLen(%q, %d): got %d, which folds to %d bytes", s, n, at, got)
		}
		if twice := Fold(nil, strings.ToLower(s)); string(twice) != string(Fold(nil, s)) && strings.ToLower(strings.ToUpper(s)) == strings.ToLower(s) {
			t.Fatalf("Fold(%q): got %q; want the same as for its lower case, %q", s, Fold(nil, s), twice)
		}
	})
}
