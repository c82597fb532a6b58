package text

import (
	"strings"
	"unicode/utf8"
)

// Split fills d.Paragraphs and d.Sentences and the Sent field of d.Tokens.
// Paragraphs end at line breaks; in a text that is wrapped at a fixed width
// they end at empty lines. Page furniture shares no sentence with the article.
func Split(d *Doc) {
	d.Sentences, d.Paragraphs = d.Sentences[:0], d.Paragraphs[:0]
	w := wrapped(d)
	from, line := 0, 0
	for i := range d.Tokens {
		if i+1 < len(d.Tokens) {
			n := lineBreaks(d, i)
			if n == 0 {
				continue
			}
			// A line that goes on in lower case was only broken.
			was := line
			line = i + 1
			if n == 1 && (w || goesOn(d, was, i)) {
				continue
			}
		}
		paragraph(d, Range{from, i + 1})
		from = i + 1
	}
}

// lineBreaks counts the line breaks between token i and the next, at most two.
func lineBreaks(d *Doc, i int) (n int) {
	a, b := d.Tokens[i].End, d.Tokens[i+1].Start
	if b-a <= 1 && (b == a || d.Text[a] == ' ') {
		return 0
	}
	for a < b {
		size, line := spaceAt(d.Text, a)
		if line {
			if d.Text[a] == '\r' && a+1 < b && d.Text[a+1] == '\n' {
				size = 2
			}
			n++
		}
		a += max(size, 1)
	}
	return min(n, 2)
}

// goesOn reports whether the line break behind token i stands in the middle of
// a sentence: the line, which begins at token from, is not short, no mark ends
// it, and the next line begins in lower case and is no byline ("von …").
func goesOn(d *Doc, from, i int) bool {
	const short = 40 // bytes
	t, u := &d.Tokens[i], &d.Tokens[i+1]
	if t.End-d.Tokens[from].Start < short || t.Furniture != u.Furniture || t.Word.Has(SentenceEnd) || t.Word.quote != 0 || t.Word.Form == ":" {
		return false
	}
	if !u.Word.Has(Letters) || u.Word.Has(Capital) || u.Word.Has(Mixed) || u.Word.Has(Digits) || u.Word.Has(Hyphen) {
		return false
	}
	return u.Word.Form != "von" || i+2 >= len(d.Tokens) || !d.Tokens[i+2].Word.Has(Capital)
}

// wrapped reports whether the text's lines are broken at a fixed width: many
// lines go on in lower case and none is long.
func wrapped(d *Doc) bool {
	const width = 120
	lines, open, start := 0, 0, 0
	for i := 0; i+1 < len(d.Tokens); i++ {
		if lineBreaks(d, i) == 0 {
			continue
		}
		if d.Tokens[i].End-d.Tokens[start].Start > width {
			return false
		}
		lines++
		if goesOn(d, start, i) {
			open++
		}
		start = i + 1
	}
	return open >= 2 && open*4 >= lines
}

// paragraph adds the paragraph of the tokens r and its sentences.
func paragraph(d *Doc, r Range) {
	p := len(d.Paragraphs)
	first := len(d.Sentences)
	from := r.From
	for i := r.From; i < r.To; i++ {
		d.Tokens[i].Sent = len(d.Sentences)
		if i+1 < r.To {
			if d.Tokens[i].Furniture == d.Tokens[i+1].Furniture {
				end := sentenceEnd(d, r, i)
				if end < 0 {
					continue
				}
				for ; i < end; i++ {
					d.Tokens[i+1].Sent = len(d.Sentences)
				}
			}
		}
		d.Sentences = append(d.Sentences, Sentence{
			Span:   Span{d.Tokens[from].Start, d.Tokens[i].End},
			Tokens: Range{from, i + 1},
			Para:   p,
		})
		from = i + 1
	}
	d.Paragraphs = append(d.Paragraphs, Paragraph{
		Span:      Span{d.Tokens[r.From].Start, d.Tokens[r.To-1].End},
		Sentences: Range{first, len(d.Sentences)},
	})
	if len(d.Sentences) == first+1 {
		s := &d.Sentences[first]
		s.Heading = heading(d, s)
	}
}

// heading reports whether s, alone in its paragraph, is a headline: it has no
// closing mark, or source has found it to be the title.
func heading(d *Doc, s *Sentence) bool {
	if !d.Title.Empty() && d.Title.Contains(s.Span) {
		return true
	}
	const longest = 200
	if utf8.RuneCountInString(d.Text[s.Start:s.End]) > longest || d.Tokens[s.Tokens.From].Furniture {
		return false
	}
	i := s.Tokens.To - 1
	for i > s.Tokens.From && closes(&d.Tokens[i]) {
		i--
	}
	w := d.Tokens[i].Word
	return !w.Has(SentenceEnd) && w.Form != ":" && w.Form != ";" && w.Form != "," && w.Shape&(Letters|Digits) != 0 && w.abbr == abbrNone
}

// closes reports whether t can close a quotation or a bracket.
func closes(t *Token) bool {
	w := t.Word
	return w.Has(QuoteClose) || w.Form == ")" || w.Form == "]" || w.Form == "}"
}

// sentenceEnd returns the last token of the sentence that token i of the
// paragraph r ends, closing marks behind it included, or -1 when i ends none.
// A token stands behind i.
func sentenceEnd(d *Doc, r Range, i int) int {
	w := d.Tokens[i].Word
	if !w.Has(SentenceEnd) {
		// An abbreviation, ordinal or initial keeps its full stop.
		if w.marks&isDotted == 0 {
			return -1
		}
		return dotted(d, r, i)
	}
	// "(!)" and "(?)" comment on a word.
	if next := &d.Tokens[i+1]; next.Word.Form == ")" && i > r.From && d.Tokens[i-1].Word.Form == "(" {
		return -1
	}
	end := i
	for end+1 < r.To && d.Tokens[end+1].Word.Has(SentenceEnd) && !d.Tokens[end+1].Space && end < i+manyMarks {
		end++ // "?!"
	}
	end = closing(d, r, end)
	if end+1 >= r.To {
		return end
	}
	next, behind := &d.Tokens[end+1], first(d, r, end+1)
	if behind == nil {
		return -1 // only marks are left
	}
	dots := len(w.Form) > 1 || w.Form == "…"
	switch {
	case startsItem(next.Word.Form) && next.Space:
		if behind.Has(Letters) && !behind.Has(Capital) {
			return -1
		}
		return end
	case next.Word.Has(Punct) && next.Word.quote == 0 && !opensBracket(next.Word.Form):
		return -1 // the sentence goes on: „Nein!“, sagte er
	case opensBracket(next.Word.Form) && next.Space && closedAtEnd(d, r, end+1):
		return end // "… steigen. (dpa)"
	case behind.Has(Letters) && !behind.Has(Capital) && !behind.Has(Mixed) && !behind.Has(Digits) && behind.Form[0] != '#' && behind.Form[0] != '@':
		return -1
	case dots && !d.Tokens[i].Space && !next.Space && end == i:
		return -1 // "Ver...wirrung"
	case dots && i == r.From:
		return -1 // "… Und dann"
	}
	return end
}

// closedAtEnd reports whether the bracket opened at token i runs to the end of
// the paragraph r.
func closedAtEnd(d *Doc, r Range, i int) bool {
	const far = 40
	for j := i + 1; j < min(r.To, i+far); j++ {
		if f := d.Tokens[j].Word.Form; f == ")" || f == "]" || f == "}" {
			return j+1 == r.To || j+2 == r.To && d.Tokens[j+1].Word.Has(SentenceEnd)
		}
	}
	return false
}

// startsItem reports whether a sentence or list item may begin with the mark f.
func startsItem(f string) bool {
	switch f {
	case "-", "--", "–", "—", "•", "·", "*", "**":
		return true
	}
	return false
}

func opensBracket(f string) bool { return f == "(" || f == "[" || f == "{" }

// manyMarks is how many marks in a row are looked at: more are no punctuation.
const manyMarks = 32

// closing returns the last of the closing marks behind token end.
func closing(d *Doc, r Range, end int) int {
	for from := end; end+1 < r.To && end < from+manyMarks; {
		t := &d.Tokens[end+1]
		if !closes(t) {
			break
		}
		last := end+2 >= r.To
		if t.Space {
			// A mark with spaces around closes when it cannot open, or nothing follows.
			if !last && (t.Word.Has(QuoteOpen) && !d.Tokens[end+2].Space || t.Word.quote == '"') {
				break
			}
		} else if !last && t.Word.Has(QuoteOpen) && !d.Tokens[end+2].Space && d.Tokens[end+2].Word.Shape&(Letters|Digits) != 0 && t.Word.quote == '»' {
			break // "Ende.»Anfang"
		}
		end++
	}
	return end
}

// first returns the first word at or behind token i in r, past opening marks,
// or nil when only marks are left.
func first(d *Doc, r Range, i int) *Word {
	for to := min(r.To, i+manyMarks); i < to; i++ {
		w := d.Tokens[i].Word
		if !w.Has(Punct) {
			return w
		}
	}
	return nil
}

// dotted is sentenceEnd for a token that ends in a full stop of its own.
func dotted(d *Doc, r Range, i int) int {
	w := d.Tokens[i].Word
	end := closing(d, r, i)
	if end+1 >= r.To {
		return end
	}
	behind := first(d, r, end+1)
	if behind == nil || !behind.Has(Capital) || w.Has(Digits) && behind.marks&isConj != 0 && behind.Has(AllCaps) || d.Tokens[end+1].Word.Has(Punct) && d.Tokens[end+1].Word.quote == 0 && !opensBracket(d.Tokens[end+1].Word.Form) {
		return -1
	}
	start := isStart(behind)
	switch k := w.abbr; {
	case k == abbrEnd:
		return end
	case k == abbrUnit:
		if start {
			return end
		}
		return -1
	case k != abbrNone:
		return -1
	case w.Has(Digits):
		// An ordinal ends no sentence; a date in digits may.
		if start && strings.Count(w.Form, ".") == 2 {
			return end
		}
		return -1
	case w.Has(Letters):
		// A Roman number may end one, an initial does not; "M.A." may.
		if start && (roman(w.Form[:len(w.Form)-1]) || strings.Count(w.Form, ".") > 1 && !initials(d, r, i)) {
			return end
		}
		if start && initialEnds(d, r, i) {
			return end
		}
	}
	return -1
}

// initialEnds reports whether the single letter at i may end a sentence before
// an opening word: as a shortened family name or a Roman number it follows a
// name ("Thomas K. Der …", "Karl V. Er …").
func initialEnds(d *Doc, r Range, i int) bool {
	if i == r.From || utf8.RuneCountInString(d.Tokens[i].Word.Form) != 2 || !d.Tokens[i].Word.Has(Capital) {
		return false
	}
	w := d.Tokens[i-1].Word
	return w.Has(Capital) && w.Form[len(w.Form)-1] != '.'
}

// initials reports whether the initials at i begin a name: a capital follows
// that opens no sentence.
func initials(d *Doc, r Range, i int) bool {
	return i == r.From || i+1 < r.To && !isStart(d.Tokens[i+1].Word)
}
