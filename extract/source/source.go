// Package source turns the bytes of a file into an article: it decodes them,
// finds the title and the article's date, and sets page furniture aside.
//
// Nothing is cut out of the text. Furniture is a list of spans, so every offset
// stays what it is in the file.
package source

import (
	"fmt"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/date"
)

// Options steer Read.
type Options struct {
	// Date is the article's date as the caller knows it: 2024-11-05, 2024-11, 2024
	// or what else date.ParsePublished reads. It goes before all evidence in the
	// article. "" means unknown.
	Date string
}

// Article is one article, ready to be analysed. All spans are byte offsets into
// Text.
type Article struct {
	Name string    // as given to Read
	Raw  string    // the article as it stands in the file: UTF-8 without a byte order mark; what is printed counts in it
	Text string    // Raw in NFC; the same string when Raw is NFC already
	Map  *char.Map // leads byte offsets in Text back to Raw, nil when the two are the same

	Title     text.Span   // the headline, empty when there is none
	Furniture []text.Span // page furniture, sorted, disjoint, not empty; never overlaps Title
	Rules     []string    // the ids of the rules in rules.txt behind Furniture, one each
	Published text.Published

	// Anchor is the day that bare weekdays and words such as "gestern" are
	// counted from: Published when it names a day, else a weekday beside a day
	// and a month that fits it ("Montag (4. November)" in an article of 2024-11).
	// "" when no such day is certain.
	Anchor string
}

// Read makes an article of the bytes of a file. name is used in errors, and the
// article's date is looked for in it.
//
// raw is UTF-8, with or without a byte order mark, or UTF-16 with one. Anything
// else is an error that says at which byte and what to do about it; Read never
// guesses an encoding. An empty file is an article without text and no error.
func Read(name string, raw []byte, opt Options) (*Article, error) {
	given := ""
	if opt.Date != "" {
		var ok bool
		if given, ok = date.ParsePublished(opt.Date); !ok {
			return nil, fmt.Errorf("date %q: want a date such as 2024-11-05, 2024-11 or 2024", opt.Date)
		}
	}
	s, err := decode(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	a := &Article{Name: name, Raw: s}
	a.Text, a.Map = char.NFC(s)
	r := rules()
	p := newPage(a.Text)
	p.mark(r)
	a.Title = p.title()
	a.Furniture, a.Rules = p.furniture()
	a.Published, a.Anchor = p.published(r, name, given)
	return a, nil
}

// Fill empties d and writes the layers of this stage into it. The spans are
// copied, the text is shared.
func (a *Article) Fill(d *text.Doc) {
	d.Reset(a.Name, a.Text)
	d.Published, d.Anchor, d.Title = a.Published, a.Anchor, a.Title
	d.Furniture = append(d.Furniture[:0], a.Furniture...)
}
