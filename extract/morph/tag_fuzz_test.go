package morph

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// checkLaws tests what must hold for every document.
func checkLaws(t *testing.T, doc *text.Doc) {
	t.Helper()
	for i := range doc.Tokens {
		tok := &doc.Tokens[i]
		if tok.POS == text.NoPOS || tok.Class == 0 {
			t.Errorf("token %d %q has no reading", i, tok.Word.Form)
		}
		if tok.Clause < 0 || tok.Clause >= len(doc.Clauses) || !doc.Clauses[tok.Clause].Tokens.Has(i) {
			t.Errorf("token %d %q: clause %d doesn't hold it", i, tok.Word.Form, tok.Clause)
		}
		if tok.Chunk >= 0 && !doc.Chunks[tok.Chunk].Tokens.Has(i) {
			t.Errorf("token %d %q: chunk %d doesn't hold it", i, tok.Word.Form, tok.Chunk)
		}
		if p := tok.Particle; p >= 0 && (p <= i || doc.Tokens[p].Sent != tok.Sent) {
			t.Errorf("token %d %q: particle %d", i, tok.Word.Form, p)
		}
	}
	for i := range doc.Clauses {
		c := &doc.Clauses[i]
		s := doc.Sentences[c.Sent].Tokens
		if c.Tokens.Empty() || !s.Contains(c.Tokens) {
			t.Errorf("clause %d: tokens %v outside sentence %v", i, c.Tokens, s)
		}
		if c.Parent == i || c.Parent >= len(doc.Clauses) || c.Parent >= 0 && doc.Clauses[c.Parent].Sent != c.Sent {
			t.Errorf("clause %d: parent %d", i, c.Parent)
		}
		if c.Finite >= 0 && doc.Tokens[c.Finite].Clause != i {
			t.Errorf("clause %d: finite verb %d is in clause %d", i, c.Finite, doc.Tokens[c.Finite].Clause)
		}
		if c.Group >= 0 && (doc.Chunks[c.Group].Kind != text.VerbGroup || doc.Chunks[c.Group].Clause != i) {
			t.Errorf("clause %d: group %d is not its own", i, c.Group)
		}
		if c.Subject >= 0 && doc.Chunks[c.Subject].Kind != text.NounPhrase {
			t.Errorf("clause %d: subject %d is no noun phrase", i, c.Subject)
		}
	}
	last := text.Range{}
	from := 0
	for i := range doc.Chunks {
		c := &doc.Chunks[i]
		if c.Tokens.From < from {
			t.Errorf("chunk %d out of order", i)
		}
		from = c.Tokens.From
		if c.Tokens.Empty() || !c.Full.Contains(c.Tokens) || !doc.Sentences[doc.Tokens[c.Head].Sent].Tokens.Contains(c.Full) {
			t.Errorf("chunk %d: tokens %v, full %v", i, c.Tokens, c.Full)
		}
		if !c.Tokens.Has(c.Head) {
			t.Errorf("chunk %d: head %d outside %v", i, c.Head, c.Tokens)
		}
		if c.Kind == text.VerbGroup {
			for _, k := range c.Parts {
				if !c.Tokens.Has(k) {
					t.Errorf("group %d: part %d outside %v", i, k, c.Tokens)
				}
			}
			if len(c.Parts) == 0 {
				t.Errorf("group %d has no parts", i)
			}
			continue
		}
		if c.Tokens.From < last.To {
			t.Errorf("noun phrases %v and %v overlap", last, c.Tokens)
		}
		last = c.Tokens
		if !c.Name.Empty() && !c.Tokens.Contains(c.Name) {
			t.Errorf("chunk %d: name %v outside %v", i, c.Name, c.Tokens)
		}
		if c.Of >= 0 {
			h := &doc.Chunks[c.Of]
			if c.Of == i || h.Kind != text.NounPhrase || !h.Full.Contains(c.Full) {
				t.Errorf("chunk %d %v hangs on %d %v", i, c.Full, c.Of, h.Full)
			}
		}
		if c.Next >= 0 && (doc.Chunks[c.Next].Kind != text.NounPhrase || doc.Chunks[c.Next].Tokens.From <= c.Tokens.From) {
			t.Errorf("chunk %d: next %d", i, c.Next)
		}
	}
}

func FuzzChunk(f *testing.F) {
	f.Add(benchText)
	f.Add("Er sagte: „Das (42) – so der Chef – sei, wie er meint, und")
	f.Add("und und , , der die das ( – ) zu zu sein werden haben mit ab.")
	f.Add("Die nach Norden entsandten, von der und in den 3 oder 4 Anna von der van B.")
	d, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	v := text.NewVocab(d.Analyze)
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || len(src) > 4000 {
			t.Skip()
		}
		doc := &text.Doc{Text: src}
		v.Tokenize(doc)
		text.Split(doc)
		text.Zones(doc)
		d.Tag(doc)
		d.Chunk(doc)
		checkLaws(t, doc)
	})
}

// TestLaws holds the laws on every sentence of the corpora and on all of them as
// one document read twice.
func TestLaws(t *testing.T) {
	r := newReader(t)
	all := benchText
	for _, row := range corpus(t, "clauses.tsv", 6) {
		all += row[0] + "\n\n"
	}
	doc := r.read(all)
	checkLaws(t, doc)
	n := len(doc.Chunks)
	r.d.Tag(doc)
	r.d.Chunk(doc)
	checkLaws(t, doc)
	if len(doc.Chunks) != n {
		t.Errorf("got %d chunks the second time; want %d", len(doc.Chunks), n)
	}
}

// TestLongSentence reads runaway sentences in bounded time.
func TestLongSentence(t *testing.T) {
	r := newReader(t)
	for _, s := range []string{"der Mann, ", "die von ", "und er sagte ", "Haus Anna von der ", "( – „ ", "dass er, "} {
		start := time.Now()
		doc := r.read(strings.Repeat(s, 40000/len(s)))
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%q: %d tokens took %v; want under 3s", s, len(doc.Tokens), d)
		}
	}
}
