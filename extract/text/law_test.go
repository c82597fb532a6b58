package text_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// laws checks what holds for every text.
func laws(d *text.Doc) error {
	at := 0
	gap := func(from, to int) error {
		for i, r := range d.Text[from:to] {
			if !unicode.IsSpace(r) && !unicode.IsControl(r) && !strings.ContainsRune("\u200b\ufeff\u200e\u200f", r) {
				return fmt.Errorf("%q at %d is in no token", r, from+i)
			}
		}
		return nil
	}
	for i, t := range d.Tokens {
		if t.Start < at || t.Empty() || t.End > len(d.Text) {
			return fmt.Errorf("token %d: bad span %v behind %d", i, t.Span, at)
		}
		if err := gap(at, t.Start); err != nil {
			return err
		}
		if t.Space != (t.Start > at || i == 0 && t.Start > 0) {
			return fmt.Errorf("token %d: space %v", i, t.Space)
		}
		if t.Word == nil || t.Word.Form != d.Text[t.Start:t.End] {
			return fmt.Errorf("token %d: word is not the text %q", i, d.Text[t.Start:t.End])
		}
		if strings.ContainsFunc(t.Word.Form, unicode.IsSpace) {
			return fmt.Errorf("token %d holds white space: %q", i, t.Word.Form)
		}
		at = t.End
	}
	if err := gap(at, len(d.Text)); err != nil {
		return err
	}
	next := 0
	for i, s := range d.Sentences {
		if s.Tokens.From != next || s.Tokens.Empty() {
			return fmt.Errorf("sentence %d: tokens %v, want from %d", i, s.Tokens, next)
		}
		next = s.Tokens.To
		if s.Start != d.Tokens[s.Tokens.From].Start || s.End != d.Tokens[next-1].End {
			return fmt.Errorf("sentence %d: span %v is not that of its tokens", i, s.Span)
		}
		for k := s.Tokens.From; k < next; k++ {
			if d.Tokens[k].Sent != i || d.Tokens[k].Furniture != d.Tokens[s.Tokens.From].Furniture {
				return fmt.Errorf("token %d of sentence %d: sent %d", k, i, d.Tokens[k].Sent)
			}
		}
	}
	if next != len(d.Tokens) {
		return fmt.Errorf("sentences end at token %d of %d", next, len(d.Tokens))
	}
	next = 0
	for i, p := range d.Paragraphs {
		if p.Sentences.From != next || p.Sentences.Empty() {
			return fmt.Errorf("paragraph %d: sentences %v, want from %d", i, p.Sentences, next)
		}
		next = p.Sentences.To
		for k := p.Sentences.From; k < next; k++ {
			if d.Sentences[k].Para != i {
				return fmt.Errorf("sentence %d: paragraph %d; want %d", k, d.Sentences[k].Para, i)
			}
		}
	}
	if next != len(d.Sentences) {
		return fmt.Errorf("paragraphs end at sentence %d of %d", next, len(d.Sentences))
	}
	for i, z := range d.Zones {
		if !z.Contains(z.Inner) || z.Empty() || z.Tokens.To < z.Tokens.From || z.Tokens.To > len(d.Tokens) {
			return fmt.Errorf("zone %d: %+v", i, z)
		}
		if i > 0 && z.Start <= d.Zones[i-1].Start {
			return fmt.Errorf("zone %d is not sorted", i)
		}
		if z.Outer >= i || z.Outer >= 0 && !d.Zones[z.Outer].Inner.Contains(z.Span) {
			return fmt.Errorf("zone %d %v does not lie in its outer zone %d", i, z.Span, z.Outer)
		}
		for j := range i {
			if o := d.Zones[j]; o.Overlaps(z.Span) && !o.Inner.Contains(z.Span) {
				return fmt.Errorf("zones %d %v and %d %v cross", j, o.Span, i, z.Span)
			}
		}
	}
	for i, t := range d.Tokens {
		inner := -1
		for j, z := range d.Zones {
			if z.Start > t.Start {
				break
			}
			if z.Inner.Contains(t.Span) && z.Tokens.Has(i) {
				inner = j
			}
		}
		if t.Zone != inner && !(t.Word.Has(text.QuoteOpen) && inner >= 0 && t.Zone == d.Zones[inner].Outer) {
			return fmt.Errorf("token %d %q: zone %d; want %d", i, t.Word.Form, t.Zone, inner)
		}
	}
	return nil
}

func TestLawsOverCorpus(t *testing.T) {
	names, texts := corpus(t)
	v, d := text.NewVocab(nil), new(text.Doc)
	for i, s := range texts {
		process(v, d, names[i], s)
		if err := laws(d); err != nil {
			t.Errorf("%s: %v", names[i], err)
		}
	}
}

// A text is split the same whatever the Vocab has seen before.
func TestMemoryChangesNothing(t *testing.T) {
	v := text.NewVocab(nil)
	once := forms(v, article)
	if again := forms(v, article); again != once {
		t.Errorf("second time: got %q; want %q", again, once)
	}
	if fresh := forms(text.NewVocab(nil), article+article); fresh != once+"|"+once {
		t.Errorf("doubled: got %q; want %q twice", fresh, once)
	}
}

func FuzzLaws(f *testing.F) {
	f.Add(article)
	for _, s := range []string{
		"„Nein“, »ja« \"so\" 'da' ‚dort‘ ’s", "\"a \"b \"c\n\"d", "„a\n\n„b“ ‚c", "3. 4. Mai ’n .. ... ?!", "a'b'c''d'''e", ",,a'' ``b''",
		"'sist n't 'll don't Grimm'sche", "www.a.de://x @a #b a@b.de", "Ⱥ'll ẞ İ'm &rsquo;s", "👩\u200d🚀 a\u0301 \u00ad", "1.-2.-3. 14.-- ,5 -3", "( ) [ „ ( “ ) ]", "\r\n\v\f\u2028a\u0085b",
	} {
		f.Add(s)
	}
	v, d := text.NewVocab(nil), new(text.Doc)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		process(v, d, "", s)
		if err := laws(d); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if len(s) > 2000 {
			return
		}
		first := fmt.Sprint(d.Sentences, d.Zones, len(d.Tokens))
		process(v, d, "", s)
		if second := fmt.Sprint(d.Sentences, d.Zones, len(d.Tokens)); second != first {
			t.Fatalf("%q: got %s; want %s", s, second, first)
		}
	})
}
