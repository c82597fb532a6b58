package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/belegt/extract/extract/morph"
	. "github.com/belegt/extract/extract/text"
)

var sourcesOnce = sync.OnceValues(func() (*sources, error) {
	dir, err := sourceDir()
	if err != nil {
		return nil, err
	}
	return loadSources(dir)
})

var lexiconOnce = sync.OnceValues(func() (*lexicon, error) {
	s, err := sourcesOnce()
	if err != nil {
		return nil, err
	}
	return expand(s)
})

// testSources loads the source archives or skips the test.
func testSources(t *testing.T) (*sources, *lexicon) {
	t.Helper()
	s, err := sourcesOnce()
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%v (set EXTRACT_DICT_SOURCES, see README.md)", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	x, err := lexiconOnce()
	if err != nil {
		t.Fatal(err)
	}
	return s, x
}

func TestPackedFileIsFresh(t *testing.T) {
	_, x := testSources(t)
	want, err := x.pack()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../data/dict.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("data/dict.bin: got another file of %d bytes; want %d bytes as made from the sources: run go generate", len(got), len(want))
	}
	if max := 4 << 20; len(got) > max {
		t.Errorf("data/dict.bin: got %d bytes; want at most %d", len(got), max)
	}
}

// analyzed returns the readings of form, worked out once.
func analyzed(t *testing.T) func(form string) []Reading {
	t.Helper()
	d, err := morph.Load()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string][]Reading{}
	return func(form string) []Reading {
		rs, ok := known[form]
		if !ok {
			w := Word{Form: form}
			d.Analyze(&w)
			rs = w.Readings
			if w.Guess {
				rs = nil
			}
			known[form] = rs
		}
		return rs
	}
}

func hasReading(rs []Reading, lemma string, pos []POS, feats Feats) bool {
	for _, r := range rs {
		for _, p := range pos {
			if r.POS == p && r.Lemma == lemma && r.Feats.Agrees(feats, ^Feats(0)) {
				return true
			}
		}
	}
	return false
}

// misses counts what a property doesn't hold for and shows the first few.
type misses struct {
	t        *testing.T
	n, total int
}

func (m *misses) check(ok bool, format string, args ...any) {
	m.total++
	if !ok {
		if m.n++; m.n <= 25 {
			m.t.Logf(format, args...)
		}
	}
}

// atMost fails when more than the share of the checks missed.
func (m *misses) atMost(share float64) {
	m.t.Helper()
	if float64(m.n) > share*float64(m.total) {
		m.t.Errorf("got %d misses of %d; want at most %.2f %%", m.n, m.total, 100*share)
	}
}

func TestVerbsOfTheSource(t *testing.T) {
	s, _ := testSources(t)
	read := analyzed(t)
	m := misses{t: t}
	pos := []POS{VERB, AUX}
	for key, v := range s.verbs {
		lemma := infinitiveOf(key, v.INF, s.verbs)
		if lemma == "" {
			continue
		}
		want := func(form string, feats Feats) {
			if form != "" && !strings.Contains(form, " ") {
				m.check(hasReading(read(form), lemma, pos, feats), "%q: got %v; want %s with features %x", form, read(form), lemma, feats)
			}
		}
		particle := particleOf(lemma, &v)
		for _, tn := range tenses {
			for _, c := range cells {
				f := tn.of(&v)[c.number][c.person]
				form := f.form
				if strings.Contains(form, " ") {
					continue
				}
				if f.particle != "" {
					form = particle + form
				}
				want(form, Fin|tn.feats|c.feats)
			}
		}
		want(v.INF, Inf)
		want(v.EIZ, InfZu)
		for _, p := range v.PA2 {
			want(p, Part|Past)
		}
	}
	m.atMost(0.0005) // "anstelle" and the like are left to the closed classes
}

func TestSeparableVerbsOfTheSource(t *testing.T) {
	s, _ := testSources(t)
	d, err := morph.Load()
	if err != nil {
		t.Fatal(err)
	}
	read := analyzed(t)
	m := misses{t: t}
	for key, v := range s.verbs {
		lemma := infinitiveOf(key, v.INF, s.verbs)
		p := particleOf(lemma, &v)
		if p == "" {
			continue
		}
		base := lemma[len(p):]
		got, ok := d.Separable(p, base)
		m.check(ok && got == lemma, "Separable(%q, %q): got %q, %v; want %q", p, base, got, ok, lemma)
		if f := v.PRT["S"]["3"]; f.particle != "" { // "teilte" alone is read as "teilen"
			rs := read(f.form)
			m.check(hasReading(rs, base, []POS{VERB, AUX}, Fin), "%q: got %v; want %s", f.form, rs, base)
		}
	}
	m.atMost(0.01)
}

func TestAdjectivesOfTheSource(t *testing.T) {
	s, _ := testSources(t)
	tb, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	read := analyzed(t)
	m := misses{t: t}
	cases := map[string]Feats{"NOM": Nom, "GEN": Gen, "DAT": Dat, "AKK": Acc}
	numbers := map[string]Feats{"P": Plur, "M": Sing | Masc, "F": Sing | Fem, "N": Sing | Neut}
	for lemma, a := range s.adjs {
		if tb.notAdjectives[lemma] {
			continue
		}
		for c, byDeclension := range a {
			for _, byGender := range byDeclension {
				for g, form := range byGender {
					if form != "" {
						f := cases[c] | numbers[g]
						m.check(hasReading(read(form), lemma, []POS{ADJ, DET, NUM}, f), "%q: got %v; want %s with features %x", form, read(form), lemma, f)
					}
				}
			}
		}
	}
	m.atMost(0.001)
}

func TestNounsOfTheSource(t *testing.T) {
	s, x := testSources(t)
	tb, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	read := analyzed(t)
	m := misses{t: t}
	pos := []POS{NOUN, PROPN}
	for lemma, n := range s.nouns {
		if tb.replaced[lemma] || strings.Contains(lemma, " ") || strings.HasSuffix(lemma, "Innen") {
			continue
		}
		if g, ok := tb.genders[lemma]; ok {
			n.G = g
		}
		want, g := lemma, genders[n.G]
		nominal := x.nominal(lemma, &n)
		if nominal {
			g = 0
			if stem, ok := strings.CutSuffix(lemma, "er"); ok && n.NOM.SIN == "" {
				want = stem + "e"
			}
		}
		if x.named(lemma) {
			g = 0
		}
		for _, c := range []struct {
			feats Feats
			cell  struct{ SIN, PLU string }
		}{{Nom, n.NOM}, {Gen, n.GEN}, {Dat, n.DAT}, {Acc, n.AKK}} {
			if f := c.cell.SIN; f != "" {
				m.check(hasReading(read(f), want, pos, c.feats|Sing|g), "%q: got %v; want %s with features %x", f, read(f), want, c.feats|Sing|g)
			}
			if f := c.cell.PLU; f != "" {
				m.check(hasReading(read(f), want, pos, c.feats|Plur|g), "%q: got %v; want %s with features %x", f, read(f), want, c.feats|Plur|g)
			}
		}
	}
	m.atMost(0.001)
}
