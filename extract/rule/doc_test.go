package rule

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// docOf builds a Doc from a line of annotated tokens, so that the engine is
// tested without the stages before it:
//
//	form/POS/lemma/Feat=Val,Feat=Val   a token; all but the form may be missing
//	form^                              the separated particle of the verb before
//	first+last                         a compound, its last part known
//	[ … ]   [[ … ] … ]]                a noun phrase; with its full stretch
//	(q kind … )  (d TYPE … )           a quantity, a time expression
//	<1>                                what follows is clause 1
//	||                                 a new sentence; ||| a new paragraph
//	„ … “                              a quotation zone
//
// Digits are a quantity of kind count by themselves.
func docOf(t testing.TB, s *Set, line string) *text.Doc {
	t.Helper()
	d := &text.Doc{}
	words := map[string]*text.Word{}
	var b strings.Builder
	clause, np, full, zone := 0, -1, -1, -1
	quantity, timex := -1, -1
	sentence, paragraph := 0, 0
	closeSentence := func() {
		d.Sentences = append(d.Sentences, text.Sentence{Tokens: text.Range{From: sentence, To: len(d.Tokens)}, Para: len(d.Paragraphs)})
		sentence = len(d.Tokens)
	}
	fields := strings.Fields(line)
	for i := 0; i < len(fields); i++ {
		f := fields[i]
		n := len(d.Tokens)
		switch {
		case f == "[" || f == "[[":
			np = len(d.Chunks)
			d.Chunks = append(d.Chunks, text.Chunk{Tokens: text.Range{From: n}, Full: text.Range{From: n}, Head: -1, Prep: -1, Next: -1, Of: -1})
			if f == "[[" {
				full = np
			}
			continue
		case f == "]":
			d.Chunks[np].Tokens.To, d.Chunks[np].Full.To = n, n
			np = -1
			continue
		case f == "]]":
			d.Chunks[full].Full.To = n
			continue
		case f == "(q":
			i++
			quantity = len(d.Quantities)
			d.Quantities = append(d.Quantities, text.Quantity{Tokens: text.Range{From: n}, Quantity: unit.Quantity{Kind: unit.Kind(fields[i]), Bound: unit.Exact}})
			continue
		case f == "(d":
			i++
			timex = len(d.Dates)
			d.Dates = append(d.Dates, text.Date{Tokens: text.Range{From: n}, Timex: date.Timex{Type: date.Type(fields[i])}})
			continue
		case f == ")" && quantity >= 0:
			d.Quantities[quantity].Tokens.To = n
			quantity = -1
			continue
		case f == ")" && timex >= 0:
			d.Dates[timex].Tokens.To = n
			timex = -1
			continue
		case f == "||" || f == "|||":
			closeSentence()
			if f == "|||" {
				d.Paragraphs = append(d.Paragraphs, text.Paragraph{Sentences: text.Range{From: paragraph, To: len(d.Sentences)}})
				paragraph = len(d.Sentences)
			}
			continue
		case len(f) == 3 && f[0] == '<' && f[2] == '>':
			clause = int(f[1] - '0')
			continue
		}
		f, particle := strings.CutSuffix(f, "^")
		parts := strings.SplitN(f, "/", 4)
		if f[0] >= '0' && f[0] <= '9' {
			parts = []string{f}
		}
		form, head, compound := strings.Cut(parts[0], "+")
		if compound {
			form += head
		}
		w := words[form]
		if w == nil {
			w = &text.Word{Form: form, Lower: strings.ToLower(form), Head: head, Shape: shapeOf(form)}
			words[form] = w
		}
		if n > 0 && !w.Has(text.Punct) || zone < 0 && form == "„" {
			b.WriteByte(' ')
		}
		tok := text.Token{Word: w, Sent: len(d.Sentences), Zone: zone, Clause: clause, Chunk: np, Quantity: quantity, Date: timex, Particle: -1}
		tok.Start = b.Len()
		b.WriteString(form)
		tok.End = b.Len()
		if len(parts) > 1 {
			p, ok := text.ParsePOS(parts[1])
			if !ok {
				t.Fatalf("bad POS in %q", f)
			}
			tok.POS, tok.Lemma = p, form
			if len(parts) > 2 && parts[2] != "" {
				tok.Lemma = parts[2]
			}
			if len(parts) > 3 {
				tok.Feats = featsOf(t, parts[3])
			}
			w.Readings = append(w.Readings, tok.Reading)
			if np >= 0 && (p == text.NOUN || p == text.PROPN) {
				d.Chunks[np].Head = n
				d.Chunks[np].Feats = tok.Feats
				if p == text.PROPN {
					if d.Chunks[np].Name.Empty() {
						d.Chunks[np].Name.From = n
					}
					d.Chunks[np].Name.To = n + 1
				}
			}
		}
		if particle {
			for j := n - 1; j >= 0; j-- {
				if d.Tokens[j].POS == text.VERB {
					d.Tokens[j].Particle = n
					break
				}
			}
		}
		if quantity < 0 && timex < 0 && form[0] >= '0' && form[0] <= '9' {
			tok.Quantity = len(d.Quantities)
			d.Quantities = append(d.Quantities, text.Quantity{Tokens: text.Range{From: n, To: n + 1}, Quantity: unit.Quantity{Kind: unit.Count, Bound: unit.Exact}})
		}
		switch form {
		case "„":
			d.Zones = append(d.Zones, text.Zone{Span: text.Span{Start: tok.Start}, Tokens: text.Range{From: n + 1}, Outer: -1})
			zone = len(d.Zones) - 1
		case "“":
			tok.Zone = -1
			z := &d.Zones[zone]
			z.End, z.Tokens.To, z.Closed = tok.End, n, true
			zone = -1
		}
		d.Tokens = append(d.Tokens, tok)
	}
	closeSentence()
	d.Paragraphs = append(d.Paragraphs, text.Paragraph{Sentences: text.Range{From: paragraph, To: len(d.Sentences)}})
	for i := range d.Tokens {
		for d.Tokens[i].Clause >= len(d.Clauses) {
			kind := text.MainClause
			if len(d.Clauses) > 0 {
				kind = text.SubClause
			}
			d.Clauses = append(d.Clauses, text.Clause{Kind: kind})
		}
	}
	for _, w := range words {
		s.Classify(w)
	}
	d.Text = b.String()
	return d
}

func shapeOf(form string) (s text.Shape) {
	c, _ := utf8.DecodeRuneInString(form)
	letters, upper, punct := 0, 0, true
	for _, c := range form {
		switch {
		case unicode.IsLetter(c):
			letters++
			punct = false
			if unicode.IsUpper(c) {
				upper++
			}
		case unicode.IsDigit(c):
			s |= text.Digits
			punct = false
		case c == '-' && len(form) > 1:
			s |= text.Hyphen
		}
	}
	if letters > 0 {
		s |= text.Letters
	}
	if unicode.IsUpper(c) {
		s |= text.Capital
	}
	if letters > 1 && upper == letters {
		s |= text.AllCaps
	}
	if punct {
		s |= text.Punct
	}
	if form == "." || form == "!" || form == "?" {
		s |= text.SentenceEnd
	}
	return s
}

func featsOf(t testing.TB, s string) (f text.Feats) {
	t.Helper()
	for _, part := range strings.Split(s, ",") {
		name, value, _ := strings.Cut(part, "=")
		found := false
		for _, field := range featFields {
			for _, v := range field.values {
				if field.name == name && v.name == value {
					f |= v.feat
					found = true
				}
			}
		}
		if !found {
			t.Fatalf("bad feature %q", part)
		}
	}
	return f
}

// load makes a set from file contents, named a.yaml, b.yaml …
func load(t testing.TB, files ...string) *Set {
	t.Helper()
	s, err := Load(nil, source(files...))
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return s
}

func source(files ...string) Source {
	m := fstest.MapFS{}
	for i, f := range files {
		m[string(rune('a'+i))+".yaml"] = &fstest.MapFile{Data: []byte(f)}
	}
	return Source{FS: m}
}

func sprint(v ...any) string { return fmt.Sprintf("%+v", v) }
