package morph

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

// corpus reads a table of testdata/corpus: tab separated, # for comments.
func corpus(tb testing.TB, name string, columns int) [][]string {
	tb.Helper()
	b, err := os.ReadFile("../../testdata/corpus/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	var rows [][]string
	for i, l := range strings.Split(string(b), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != columns {
			tb.Fatalf("%s:%d: %d columns; want %d", name, i+1, len(f), columns)
		}
		rows = append(rows, f)
	}
	return rows
}

// reader reads sentences.
type reader struct {
	d *Dict
	v *text.Vocab
}

func newReader(tb testing.TB) *reader {
	tb.Helper()
	d, err := Load()
	if err != nil {
		tb.Fatal(err)
	}
	return &reader{d, text.NewVocab(d.Analyze)}
}

func (r *reader) read(src string) *text.Doc {
	doc := &text.Doc{Text: src}
	r.v.Tokenize(doc)
	text.Split(doc)
	text.Zones(doc)
	r.d.Tag(doc)
	r.d.Chunk(doc)
	return doc
}

// words is the text of a run of tokens, "-" for none.
func words(doc *text.Doc, r text.Range) string {
	if r.Empty() {
		return "-"
	}
	return doc.Text[doc.Tokens[r.From].Start:doc.Tokens[r.To-1].End]
}

var featNames = []struct {
	name string
	f    text.Feats
}{
	{"Nom", text.Nom}, {"Gen", text.Gen}, {"Dat", text.Dat}, {"Acc", text.Acc}, {"Sing", text.Sing}, {"Plur", text.Plur},
	{"Masc", text.Masc}, {"Fem", text.Fem}, {"Neut", text.Neut}, {"Ind", text.Ind}, {"Sub", text.Sub}, {"Imp", text.Imp},
	{"Pres", text.Pres}, {"Past", text.Past}, {"Fin", text.Fin}, {"Inf", text.Inf}, {"Part", text.Part},
}

// featString names the fields of f, "-" for none.
func featString(f text.Feats) string {
	var s []string
	for _, n := range featNames {
		if f.Is(n.f) {
			s = append(s, n.name)
		}
	}
	if s == nil {
		return "-"
	}
	return strings.Join(s, "|")
}

func feats(tb testing.TB, s string) text.Feats {
	tb.Helper()
	var f text.Feats
	if s == "-" {
		return f
	}
	for p := range strings.SplitSeq(s, "|") {
		found := false
		for _, n := range featNames {
			if n.name == p {
				f |= n.f
				found = true
			}
		}
		if !found {
			tb.Fatalf("unknown feature %q", p)
		}
	}
	return f
}

func TestReadings(t *testing.T) {
	r := newReader(t)
	for _, row := range corpus(t, "readings.tsv", 5) {
		src, form, lemma := row[0], row[1], row[2]
		nth := 1
		if f, n, ok := strings.Cut(form, "#"); ok {
			form = f
			nth, _ = strconv.Atoi(n)
		}
		doc := r.read(src)
		var tok *text.Token
		for i := range doc.Tokens {
			if doc.Tokens[i].Word.Form == form {
				if nth--; nth == 0 {
					tok = &doc.Tokens[i]
				}
			}
		}
		if tok == nil {
			t.Errorf("%s: no token %q", src, form)
			continue
		}
		pos, ok := text.ParsePOS(row[3])
		if !ok {
			t.Fatalf("%s: unknown part of speech %q", src, row[3])
		}
		if not, ok := strings.CutPrefix(lemma, "!"); ok {
			if tok.Lemma == not && tok.POS == pos {
				t.Errorf("%s: %s: got %s %v; want another reading", src, form, tok.Lemma, tok.POS)
			}
			continue
		}
		if tok.Lemma != lemma || tok.POS != pos || !tok.Feats.Is(feats(t, row[4])) {
			t.Errorf("%s: %s: got %s %v %s; want %s %v %s", src, form, tok.Lemma, tok.POS, featString(tok.Feats), lemma, pos, row[4])
		}
	}
}

func TestNounPhrases(t *testing.T) {
	r := newReader(t)
	for _, row := range corpus(t, "chunks.tsv", 9) {
		doc := r.read(row[0])
		found := false
		for i := range doc.Chunks {
			c := &doc.Chunks[i]
			if c.Kind != text.NounPhrase || words(doc, c.Tokens) != row[1] {
				continue
			}
			prep, of, next := "-", "-", "-"
			if c.Prep >= 0 {
				prep = doc.Tokens[c.Prep].Word.Form
			}
			if c.Of >= 0 {
				of = words(doc, doc.Chunks[c.Of].Tokens)
			}
			if c.Next >= 0 {
				next = words(doc, doc.Chunks[c.Next].Tokens)
			}
			got := []string{row[0], row[1], words(doc, c.Full), doc.Tokens[c.Head].Word.Form, featString(c.Feats & (text.Case | text.Number)), prep, words(doc, c.Name), of, next}
			if found = strings.Join(got, "\t") == strings.Join(row, "\t"); found {
				break
			}
			t.Errorf("got  %q\nwant %q", got[1:], row[1:])
			found = true
			break
		}
		if !found {
			t.Errorf("%s: no noun phrase %q", row[0], row[1])
		}
	}
}

func TestNoNounPhrases(t *testing.T) {
	r := newReader(t)
	for _, row := range corpus(t, "chunks_not.tsv", 2) {
		doc := r.read(row[0])
		for i := range doc.Chunks {
			if c := &doc.Chunks[i]; c.Kind == text.NounPhrase && words(doc, c.Tokens) == row[1] {
				t.Errorf("%s: got noun phrase %q; want none", row[0], row[1])
			}
		}
	}
}

var clauseKinds = [...]string{text.MainClause: "main", text.SubClause: "sub", text.RelClause: "rel", text.InfClause: "inf", text.ParenClause: "paren", text.FragmentClause: "frag"}

func TestClauses(t *testing.T) {
	r := newReader(t)
	for _, row := range corpus(t, "clauses.tsv", 6) {
		doc := r.read(row[0])
		var all []string
		found := false
		for i := range doc.Clauses {
			c := &doc.Clauses[i]
			if c.Group < 0 {
				continue
			}
			g := &doc.Chunks[c.Group]
			var parts []string
			for _, k := range g.Parts {
				parts = append(parts, doc.Tokens[k].Word.Form)
			}
			subject := "-"
			if c.Subject >= 0 {
				subject = words(doc, doc.Chunks[c.Subject].Tokens)
			}
			f := featString(g.Feats & (text.Mood | text.Tense))
			if g.Passive {
				f += "|Pass"
			}
			got := strings.Join([]string{strings.Join(parts, " "), clauseKinds[c.Kind], subject, doc.Tokens[g.Head].Lemma, f}, "\t")
			all = append(all, got)
			found = found || got == strings.Join(row[1:], "\t")
		}
		if !found {
			t.Errorf("%s: got %q; want %q among them", row[0], all, row[1:])
		}
	}
}

func TestNoSubjects(t *testing.T) {
	r := newReader(t)
	for _, row := range corpus(t, "clauses_not.tsv", 2) {
		doc := r.read(row[0])
		for i := range doc.Clauses {
			if c := &doc.Clauses[i]; c.Subject >= 0 && words(doc, doc.Chunks[c.Subject].Tokens) == row[1] {
				t.Errorf("%s: got subject %q; want another", row[0], row[1])
			}
		}
	}
}
