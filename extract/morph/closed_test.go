package morph

import (
	"testing"

	"github.com/belegt/extract/extract/text"
)

func TestClosed(t *testing.T) {
	m, err := parseClosed(closedTSV)
	if err != nil {
		t.Fatal(err)
	}
	if len(m) < 1200 {
		t.Errorf("got %d forms; want at least 1200", len(m))
	}
	for _, c := range []struct {
		form, lemma string
		pos         text.POS
		feats       text.Feats
	}{
		{"der", "der", text.DET, text.Art | text.Def | text.Nom | text.Sing | text.Masc},
		{"keinem", "kein", text.DET, text.NegPron | text.Dat | text.Sing | text.Neut},
		{"zur", "zu", text.ADP, text.Dat | text.Sing | text.Fem},
		{"habe", "haben", text.AUX, text.Fin | text.Third | text.Sing | text.Pres | text.Sub},
		{"würden", "werden", text.AUX, text.Fin | text.Third | text.Plur | text.Past | text.Sub},
		{"dass", "dass", text.SCONJ, 0},
		{"nicht", "nicht", text.PART, 0},
	} {
		rs, _, ok := closedReadings(c.form)
		if !ok {
			t.Errorf("%s: not in the closed classes", c.form)
			continue
		}
		found := false
		for _, r := range rs {
			found = found || r.Lemma == c.lemma && r.POS == c.pos && r.Feats.Is(c.feats)
		}
		if !found {
			t.Errorf("%s: got %v; want %s %v %b among them", c.form, rs, c.lemma, c.pos, c.feats)
		}
	}
	for _, form := range []string{"soldat", "gehen", "schön"} {
		if _, _, ok := closedReadings(form); ok {
			t.Errorf("%s: got a closed class; want none", form)
		}
	}
}

func BenchmarkClosedParse(b *testing.B) {
	for b.Loop() {
		if _, err := parseClosed(closedTSV); err != nil {
			b.Fatal(err)
		}
	}
}
