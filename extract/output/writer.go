package output

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/text"
)

// Writer makes records of what was found in an article. It keeps its buffers
// from one article to the next and belongs to one goroutine.
//
// The records it returns are good until its next call; their strings share the
// memory of the article.
type Writer struct {
	art  *extract.Article
	off  offsets
	name string         // the article's name without folders
	why  []extract.Step // the article's decisions by claim, those of none first

	id       [16]byte
	claim    ClaimRecord
	quote    QuoteRecord
	number   NumberRecord
	date     DateRecord
	token    TokenRecord
	words    []extract.UDWord
	upos     string
	speakers []SpeakerRecord
	texts    []TextRecord
	via      []SpeakerRecord
	hedges   []HedgeRecord
	parts    []PartRecord
	rivals   []RivalRecord
	times    []TimeRecord
	steps    []StepRecord
}

// Reset turns to another article.
func (w *Writer) Reset(a *extract.Article) {
	w.art = a
	w.off.reset(a.Source.Raw)
	w.name = base(a.Source.Name)
	w.why = append(w.why[:0], a.Explain...)
	slices.SortStableFunc(w.why, func(a, b extract.Step) int { return cmp.Compare(a.Claim, b.Claim) })
}

// stepsOf are the decisions behind claim i, what was passed over for -1.
func (w *Writer) stepsOf(i int) []extract.Step {
	by := func(s extract.Step, claim int) int { return cmp.Compare(s.Claim, claim) }
	from, _ := slices.BinarySearchFunc(w.why, i, by)
	to, _ := slices.BinarySearchFunc(w.why, i+1, by)
	return w.why[from:to]
}

// base is a path's last element, whatever system the path is of.
func base(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }

// Claims appends the claims that keep accepts, one a line. A nil keep accepts
// all.
func (w *Writer) Claims(b []byte, keep func(*extract.Claim) bool, explain bool) []byte {
	for i := range w.art.Claims {
		if keep == nil || keep(&w.art.Claims[i]) {
			b = append(w.Claim(i, explain).AppendJSON(b), '\n')
		}
	}
	return b
}

// Numbers appends the quantity expressions that keep accepts, one a line. A nil
// keep accepts all. What may as well be an article ("ein") or a year is left out
// unless it is a claim.
func (w *Writer) Numbers(b []byte, keep func(*text.Quantity) bool) []byte {
	claims := w.art.Claims
	for i := range w.art.Doc.Quantities {
		q := &w.art.Doc.Quantities[i]
		for len(claims) > 0 && claims[0].End <= q.Start {
			claims = claims[1:]
		}
		if (q.One || q.Year) && (len(claims) == 0 || claims[0].Start >= q.End) {
			continue
		}
		if keep == nil || keep(q) {
			b = append(w.Number(i).AppendJSON(b), '\n')
		}
	}
	return b
}

// Dates appends the time expressions, one a line.
func (w *Writer) Dates(b []byte) []byte {
	for i := range w.art.Doc.Dates {
		b = append(w.Date(i).AppendJSON(b), '\n')
	}
	return b
}

// Tokens appends the tokens, one a line: compounds with hyphens whole, as the
// rules see them, or in the words a treebank makes of them.
func (w *Writer) Tokens(b []byte, whole bool) []byte {
	for i := range w.art.Doc.Tokens {
		if whole {
			b = append(w.Token(i).AppendJSON(b), '\n')
			continue
		}
		w.words = w.art.Words(w.words[:0], i)
		for k := range w.words {
			b = append(w.word(i, &w.words[k]).AppendJSON(b), '\n')
		}
	}
	return b
}

// Quotes appends the quotations, one a line.
func (w *Writer) Quotes(b []byte) []byte {
	for i := range w.art.Quotes {
		b = append(w.Quote(i).AppendJSON(b), '\n')
	}
	return b
}

// Claim is the record of claim i. explain adds the decisions behind it.
func (w *Writer) Claim(i int, explain bool) *ClaimRecord {
	c, r := &w.art.Claims[i], &w.claim
	w.clear()
	r.Doc = w.art.Source.Name
	r.Published = orNull(&w.art.Source.Published.Value)
	r.PublishedFrom = w.art.Source.Published.From
	if r.PublishedFrom == "" {
		r.PublishedFrom = "none"
	}
	r.Start, r.End, r.Text = w.span(c.Span)
	r.ID = w.hash(r.Start, r.End, r.Text)
	r.Kind, r.Bound = c.Kind, c.Bound
	r.Value, r.Min, r.Max = number(&c.Value), number(&c.Min), number(&c.Max)
	r.Unit, r.Per, r.Subject = orNull(&c.Unit), orNull(&c.Per), orNull(&c.Subject)
	r.Speaker = w.speaker(c.Speaker)
	r.Via = w.passers(c.Via)
	r.Speech, r.Status, r.Rule = c.Speech, c.Status, c.Rule
	for j := range c.Hedges {
		h := &c.Hedges[j]
		var hr HedgeRecord
		hr.Start, hr.End, hr.Text = w.span(h.Span)
		hr.Class, hr.Scope = h.Class, h.Scope
		from := len(w.parts)
		for _, p := range h.Parts {
			s, e, _ := w.span(p)
			w.parts = append(w.parts, PartRecord{s, e})
		}
		hr.Parts = w.parts[from:len(w.parts):len(w.parts)]
		hr.By = w.speaker(h.By)
		w.hedges = append(w.hedges, hr)
	}
	r.Hedges = w.hedges
	for _, j := range c.Rivals {
		var rr RivalRecord
		o := &w.art.Claims[j]
		rr.Start, rr.End, rr.Text = w.span(o.Span)
		rr.ID = w.hash(rr.Start, rr.End, rr.Text)
		if o.Speaker != nil {
			rr.Speaker = orNull(&o.Speaker.Name)
		}
		w.rivals = append(w.rivals, rr)
	}
	r.Rivals = w.rivals
	for j := range c.Times {
		var t TimeRecord
		t.Start, t.End, t.Text = w.span(c.Times[j].Span)
		t.Type, t.Value = c.Times[j].Type, orNull(&c.Times[j].Value)
		w.times = append(w.times, t)
	}
	r.Times = w.times
	r.Sentence.Start, r.Sentence.End, r.Sentence.Text = w.span(c.Sentence)
	r.Explain = nil
	if explain {
		for _, s := range w.stepsOf(i) {
			w.steps = append(w.steps, w.step(&s))
		}
		r.Explain = w.steps
	}
	return r
}

// Number is the record of quantity i.
func (w *Writer) Number(i int) *NumberRecord {
	q, r := &w.art.Doc.Quantities[i], &w.number
	r.Doc = w.art.Source.Name
	r.Start, r.End, r.Text = w.span(q.Span)
	r.Kind, r.Bound = q.Kind, q.Bound
	r.Value, r.Min, r.Max = number(&q.Value), number(&q.Min), number(&q.Max)
	r.Unit, r.Per = orNull(&q.Unit), orNull(&q.Per)
	return r
}

// Date is the record of time expression i.
func (w *Writer) Date(i int) *DateRecord {
	d, r := &w.art.Doc.Dates[i], &w.date
	r.Doc = w.art.Source.Name
	r.Start, r.End, r.Text = w.span(d.Span)
	r.Type, r.Value, r.Mod = d.Type, orNull(&d.Value), orNull(&d.Mod)
	return r
}

// Token is the record of token i.
func (w *Writer) Token(i int) *TokenRecord {
	t := &w.art.Doc.Tokens[i]
	return w.word(i, &extract.UDWord{Span: t.Span, Reading: t.Reading, Guess: t.Guess})
}

// word is the record of a word of token i.
func (w *Writer) word(i int, u *extract.UDWord) *TokenRecord {
	t, r := &w.art.Doc.Tokens[i], &w.token
	r.Doc = w.art.Source.Name
	r.Start, r.End, r.Text = w.span(u.Span)
	r.Lemma, r.UPOS = orNull(&u.Lemma), nil
	if u.POS != text.NoPOS {
		w.upos = u.POS.String()
		r.UPOS = &w.upos
	}
	r.Feats, r.Sent, r.Guess = Feats(u.Feats), t.Sent, u.Guess
	r.Clause, r.Chunk = index(&t.Clause), index(&t.Chunk)
	return r
}

// Quote is the record of quotation i.
func (w *Writer) Quote(i int) *QuoteRecord {
	q, r := &w.art.Quotes[i], &w.quote
	w.clear()
	r.Doc = w.art.Source.Name
	r.Start, r.End, r.Text = w.span(q.Span)
	r.Type = q.Type
	r.Speaker = w.speaker(q.Speaker)
	r.Via = w.passers(q.Via)
	r.Cue, r.Frame = w.stretch(q.Cue), w.stretch(q.Frame)
	return r
}

// Steps appends the decisions of --explain as lines for a reader: each claim
// that keep accepts with its steps below, at the end what was passed over.
func (w *Writer) Steps(b []byte, keep func(*extract.Claim) bool) []byte {
	line := func(s *extract.Step) {
		r := w.step(s)
		b = append(b, "  "...)
		b = append(b, r.Stage...)
		if r.Rule != "" {
			b = append(append(b, ' '), r.Rule...)
		}
		if r.Text != "" {
			b = appendPlace(append(b, ' '), r.Start, r.End, r.Text)
		}
		if r.Note != "" {
			b = append(append(b, ": "...), r.Note...)
		}
		b = append(b, '\n')
	}
	for i := range w.art.Claims {
		c := &w.art.Claims[i]
		if keep != nil && !keep(c) {
			continue
		}
		start, end, txt := w.span(c.Span)
		b = append(append(b, w.art.Source.Name...), ": "...)
		b = appendPlace(b, start, end, txt)
		b = append(append(b, " by "...), c.Rule...)
		b = append(b, '\n')
		for _, s := range w.stepsOf(i) {
			line(&s)
		}
	}
	for i, s := range w.stepsOf(-1) {
		if i == 0 {
			b = append(append(b, w.art.Source.Name...), ": passed over\n"...)
		}
		line(&s)
	}
	return b
}

func appendPlace(b []byte, start, end int, txt string) []byte {
	b = appendInt(b, start)
	b = appendInt(append(b, '-'), end)
	return appendString(append(b, ' '), txt)
}

// clear empties the lists that the last record of a claim or quotation used.
func (w *Writer) clear() {
	w.speakers, w.texts, w.via = w.speakers[:0], w.texts[:0], w.via[:0]
	w.hedges, w.parts, w.rivals, w.times, w.steps = w.hedges[:0], w.parts[:0], w.rivals[:0], w.times[:0], w.steps[:0]
}

// span converts s to code points of the article as it stands in the file and
// returns the text there.
func (w *Writer) span(s text.Span) (start, end int, txt string) {
	from, to := w.art.Source.Map.Original(s.Start), w.art.Source.Map.Original(s.End)
	return w.off.of(from), w.off.of(to), w.art.Source.Raw[from:to]
}

func (w *Writer) step(s *extract.Step) StepRecord {
	r := StepRecord{Stage: s.Stage, Rule: s.Rule, Note: s.Note}
	r.Start, r.End, r.Text = w.span(s.Span)
	return r
}

// stretch is the record of s, nil when s is empty.
func (w *Writer) stretch(s text.Span) *TextRecord {
	if s.Empty() {
		return nil
	}
	var r TextRecord
	r.Start, r.End, r.Text = w.span(s)
	w.texts = append(w.texts, r)
	return &w.texts[len(w.texts)-1]
}

func (w *Writer) speaker(s *extract.Speaker) *SpeakerRecord {
	if s == nil {
		return nil
	}
	w.speakers = append(w.speakers, w.speakerRecord(s))
	return &w.speakers[len(w.speakers)-1]
}

func (w *Writer) passers(list []extract.Speaker) []SpeakerRecord {
	for i := range list {
		w.via = append(w.via, w.speakerRecord(&list[i]))
	}
	return w.via
}

func (w *Writer) speakerRecord(s *extract.Speaker) SpeakerRecord {
	r := SpeakerRecord{Name: s.Name, Role: orNull(&s.Role), Type: s.Type, Cue: w.stretch(s.Cue)}
	r.Start, r.End, r.Text = w.span(s.Span)
	return r
}

// hash is the claim's id: FNV-1a of the article's name without folders, the
// offsets and the text, 16 hexadecimal digits. So it stays the same wherever
// the file lies and on every system.
func (w *Writer) hash(start, end int, txt string) string {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	str := func(s string) {
		for i := 0; i < len(s); i++ {
			h = (h ^ uint64(s[i])) * prime
		}
		h = (h ^ 0xFF) * prime // no byte of UTF-8: ends the part
	}
	num := func(n int) {
		for i := 0; i < 64; i += 8 {
			h = (h ^ uint64(n)>>i&0xFF) * prime
		}
	}
	str(w.name)
	num(start)
	num(end)
	str(txt)
	for i := range w.id {
		w.id[i] = hex[h>>(60-4*i)&15]
	}
	return string(w.id[:])
}

// number is f, nil when it is not a number.
func number(f *float64) *float64 {
	if math.IsNaN(*f) {
		return nil
	}
	return f
}

// orNull is s, nil when it is empty.
func orNull(s *string) *string {
	if *s == "" {
		return nil
	}
	return s
}

// index is i, nil when it is negative.
func index(i *int) *int {
	if *i < 0 {
		return nil
	}
	return i
}
