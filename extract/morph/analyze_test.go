package morph

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

func ExampleDict_Analyze() {
	d, err := Load()
	if err != nil {
		panic(err)
	}
	w := text.Word{Form: "Infanteriesoldaten"}
	d.Analyze(&w)
	fmt.Println(w.Readings[0].Lemma, w.Readings[0].POS, w.Head)
	// Output: Infanteriesoldat NOUN Soldaten
}

func ExampleDict_Separable() {
	d, err := Load()
	if err != nil {
		panic(err)
	}
	fmt.Println(d.Separable("mit", "teilen"))
	fmt.Println(d.Separable("mit", "sagen"))
	// Output:
	// mitteilen true
	//  false
}

func testDict(t testing.TB) *Dict {
	t.Helper()
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// table reads the lines of a table in testdata/corpus, each with its number.
func table(t *testing.T, name string, columns int) map[int][]string {
	t.Helper()
	f, err := os.Open("../../testdata/corpus/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows := map[int][]string{}
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		if l := s.Text(); l != "" && l[0] != '#' {
			r := strings.Split(l, "\t")
			if len(r) != columns {
				t.Fatalf("%s:%d: got %d columns; want %d", name, n, len(r), columns)
			}
			rows[n] = r
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

func parsePOS(t *testing.T, s string) (text.POS, bool) {
	t.Helper()
	s, not := strings.CutPrefix(s, "!")
	p, ok := text.ParsePOS(s)
	if !ok {
		t.Fatalf("got part of speech %q; want one of UPOS", s)
	}
	return p, !not
}

func TestCompounds(t *testing.T) {
	d := testDict(t)
	for n, r := range table(t, "compounds.tsv", 4) {
		pos, want := parsePOS(t, r[1])
		w := text.Word{Form: r[0]}
		d.Analyze(&w)
		got := slices.ContainsFunc(w.Readings, func(g text.Reading) bool { return g.POS == pos && g.Lemma == r[2] })
		if got != want {
			t.Errorf("compounds.tsv:%d: %s: got %v; want %s %s", n, r[0], w.Readings, r[1], r[2])
		}
		head := r[3]
		if head == "-" {
			continue
		}
		if want && w.Head != head {
			t.Errorf("compounds.tsv:%d: %s: got head %q; want %q", n, r[0], w.Head, head)
		}
	}
}

var featureNames = map[string]text.Feats{
	"Masc": text.Masc, "Fem": text.Fem, "Neut": text.Neut, "Sing": text.Sing, "Plur": text.Plur,
	"Nom": text.Nom, "Gen": text.Gen, "Dat": text.Dat, "Acc": text.Acc,
	"First": text.First, "Second": text.Second, "Third": text.Third, "Pres": text.Pres, "Past": text.Past,
	"Ind": text.Ind, "Sub": text.Sub, "Imp": text.Imp, "Inf": text.Inf, "Part": text.Part, "InfZu": text.InfZu,
	"Cmp": text.Cmp, "Sup": text.Sup,
}

func TestDerivations(t *testing.T) {
	d := testDict(t)
	for n, r := range table(t, "derivations.tsv", 4) {
		pos, want := parsePOS(t, r[1])
		var feats text.Feats
		if r[3] != "-" {
			for f := range strings.SplitSeq(r[3], ".") {
				v, ok := featureNames[f]
				if !ok {
					t.Fatalf("derivations.tsv:%d: got feature %q; want a known one", n, f)
				}
				feats |= v
			}
		}
		w := text.Word{Form: r[0]}
		d.Analyze(&w)
		got := slices.ContainsFunc(w.Readings, func(g text.Reading) bool {
			if g.POS != pos || g.Lemma != r[2] {
				return false
			}
			if !want {
				return g.Feats.Is(feats)
			}
			return g.Feats.Agrees(feats, ^text.Feats(0))
		})
		if got != want {
			t.Errorf("derivations.tsv:%d: %s: got %v; want %s %s %s", n, r[0], w.Readings, r[1], r[2], r[3])
		}
	}
}

func TestSeparable(t *testing.T) {
	d := testDict(t)
	for _, c := range []struct{ particle, base, want string }{
		{"mit", "teilen", "mitteilen"},
		{"teil", "nehmen", "teilnehmen"},
		{"statt", "finden", "stattfinden"},
		{"zurück", "weisen", "zurückweisen"},
		{"ein", "räumen", "einräumen"},
		{"an", "kündigen", "ankündigen"},
		{"bekannt", "geben", "bekanntgeben"},
		{"um", "kommen", "umkommen"},
		{"mit", "sagen", ""},
		{"der", "geben", ""},
		{"", "geben", ""},
		{"ver", "geben", ""},
	} {
		got, ok := d.Separable(c.particle, c.base)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Separable(%q, %q): got %q, %v; want %q", c.particle, c.base, got, ok, c.want)
		}
	}
}

func TestLookupWriting(t *testing.T) {
	d := testDict(t)
	for _, c := range []struct {
		form, lemma string
		pos         text.POS
		want        bool
	}{
		{"Essen", "Essen", text.NOUN, true},
		{"essen", "essen", text.VERB, true},
		{"essen", "Essen", text.NOUN, false},
		{"Essen", "essen", text.VERB, false},
		{"NATO", "NATO", text.PROPN, true},
		{"SOLDATEN", "Soldat", text.NOUN, true},
		{"soldaten", "Soldat", text.NOUN, false},
	} {
		rs := d.Lookup(c.form)
		got := slices.ContainsFunc(rs, func(r text.Reading) bool { return r.Lemma == c.lemma && r.POS == c.pos })
		if got != c.want {
			t.Errorf("Lookup(%q): got %v; want %s %s: %v", c.form, rs, c.pos, c.lemma, c.want)
		}
	}
}

// The head of a word that the dictionary knows whole: given when it is surely
// that, since rules look it up in place of the word.
func TestHeadOfKnownWord(t *testing.T) {
	d := testDict(t)
	for _, c := range []struct{ form, head string }{
		{"Finanzminister", "Minister"},
		{"Bundesrates", "Rates"},
		{"Menschenrechte", "Rechte"},
		{"Flugzeuge", ""},
		{"Flugzeug", "Zeug"},
		{"Verbraucher", ""},
		{"Lautsprecher", ""},
		{"Jahrhundert", ""},
		{"Talenten", ""},
		{"Angriff", ""},
		{"Wirtschaft", ""},
		{"Soldaten", ""},
		{"Berlin", ""},
	} {
		w := text.Word{Form: c.form}
		d.Analyze(&w)
		if w.Head != c.head {
			t.Errorf("%s: got head %q; want %q", c.form, w.Head, c.head)
		}
	}
}

// A word of any length takes bounded time.
func TestLongWord(t *testing.T) {
	d := testDict(t)
	for _, form := range []string{strings.Repeat("Donaudampfschiff", 640), strings.Repeat("a-", 5000), strings.Repeat("drei", 2500), strings.Repeat("Staats", 19), strings.Repeat("Ä", 5000), strings.Repeat("un", 55)} {
		start := time.Now()
		w := text.Word{Form: form}
		d.Analyze(&w)
		if took := time.Since(start); took > time.Second {
			t.Errorf("%.20s… of %d bytes: got %v; want under a second", form, len(form), took)
		}
		if len(w.Readings) == 0 {
			t.Errorf("%.20s…: got no reading; want one", form)
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{"", "Soldaten", "US-Außenminister", "Expert:innen", "37-Jährige", "-", "ß", "İstanbul", "ǅ", "a\x00b", "un-un-un", "Virus'", "dreiundzwanzigste", "…", "ſtraſſe", "ΑΣ"} {
		f.Add(s)
	}
	d := testDict(f)
	f.Fuzz(func(t *testing.T, form string) {
		if !utf8.ValidString(form) {
			return
		}
		var v, w text.Word
		v.Form, w.Form = form, form
		d.Analyze(&v)
		d.Analyze(&w)
		if !slices.Equal(v.Readings, w.Readings) || v.Guess != w.Guess || v.Head != w.Head {
			t.Errorf("%q: got %v, then %v; want the same twice", form, v.Readings, w.Readings)
		}
		if len(v.Readings) == 0 && form != "" {
			t.Errorf("%q: got no reading; want one", form)
		}
		for i, r := range v.Readings {
			if r.Lemma == "" && form != "" || !utf8.ValidString(r.Lemma) || r.POS == text.NoPOS {
				t.Errorf("%q: got reading %+v; want a lemma and a part of speech", form, r)
			}
			if slices.Contains(v.Readings[:i], r) {
				t.Errorf("%q: got reading %+v twice; want it once", form, r)
			}
		}
		if v.Head != "" && !strings.HasSuffix(strings.ToLower(form), strings.ToLower(v.Head)) {
			t.Errorf("%q: got head %q; want the end of the word", form, v.Head)
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	d := testDict(b)
	for _, form := range []string{"Soldaten", "mitgeteilt", "verletzten", "Selenskyj"} {
		b.Run(form, func(b *testing.B) {
			b.ReportAllocs()
			var rs []text.Reading
			for b.Loop() {
				rs = d.AppendLookup(rs[:0], form)
			}
		})
	}
}

func BenchmarkAnalyze(b *testing.B) {
	d := testDict(b)
	for _, form := range []string{"Soldaten", "sagte", "Infanteriesoldaten", "Menschenrechtsorganisation", "US-Außenminister", "Expert:innen", "milliardenschweren", "Selenskyj", "8000"} {
		b.Run(form, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := text.Word{Form: form}
				d.Analyze(&w)
			}
		})
	}
}
