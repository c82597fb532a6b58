package text

import (
	"strings"
	"testing"
)

func TestLexiconReads(t *testing.T) {
	l, err := parseLexicon(abbreviationData, wordData)
	if err != nil {
		t.Fatal(err)
	}
	for form, k := range l.abbr {
		if !strings.HasSuffix(form, ".") {
			t.Errorf("abbreviation %q has no full stop", form)
		}
		if k == abbrNone {
			t.Errorf("abbreviation %q has no kind", form)
		}
	}
	for w := range l.word {
		if w != strings.ToLower(w) && !strings.Contains(w, "'") {
			t.Errorf("word %q is not in lower case", w)
		}
	}
	for _, c := range []struct {
		form string
		want abbrKind
	}{
		{"Dr.", abbrNever}, {"usw.", abbrEnd}, {"Mio.", abbrUnit}, {"Art.", abbrNum}, {"So.", abbrDay},
		{"Friedrichstr.", abbrUnit}, {"Haus.", abbrNone}, {"Astr.", abbrNone}, {"Chef-Ing.", abbrNever},
	} {
		if got := l.abbreviation(c.form); got != c.want {
			t.Errorf("%q: got %d; want %d", c.form, got, c.want)
		}
	}
}

func TestLexiconRefuses(t *testing.T) {
	for _, c := range []struct{ abbr, words, want string }{
		{"Dr. never", "", "abbreviations.tsv:1: want form, tab"},
		{"# a\nDr.\tsometimes", "", "abbreviations.tsv:2: want form, tab"},
		{"Dr.\tnever\nDr.\tunit", "", `abbreviations.tsv:2: "Dr." is listed twice`},
		{"", "\n# a\nnoun\thaus", `words.tsv:3: unknown class "noun"`},
	} {
		_, err := parseLexicon(c.abbr, c.words)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q, %q: got %v; want %q", c.abbr, c.words, err, c.want)
		}
	}
}

// prose's words are found again where they stand, whatever it changed in them.
func TestProseCuts(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{" geht's", " |geht|'s"},
		{" don't", " |do|n't"},
		{" Grimm'sche Wort.", " |Grimm|'sche |Wort|."}, // prose loses 'sche
		{" (Wort), [so]", " |(|Wort|)|, |[|so|]"},
		{" a’b’s c", " |a’b|’s |c"},
		{" x&rsquo;s y", " |x|&rsquo;s |y"},
		{" $5,", " |$|5|,"},
	} {
		cut := make([]bool, len(c.in))
		proseCuts(c.in, cut)
		var b strings.Builder
		for i := range len(c.in) {
			if cut[i] && c.in[i] != ' ' {
				b.WriteByte('|')
			}
			b.WriteByte(c.in[i])
		}
		if got := b.String(); got != c.want {
			t.Errorf("%q: got %q; want %q", c.in, got, c.want)
		}
	}
}
