package extract

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// UDWord is one word as the treebanks of Universal Dependencies cut it: the
// stages keep "US-Präsident" whole, a treebank makes three words of it.
type UDWord struct {
	text.Span
	text.Reading
	Guess bool
}

// Words appends to dst the words that a treebank makes of token i: the token
// itself, or the parts of a compound with hyphens. The last part has the
// compound's reading, those before it their own.
func (a *Article) Words(dst []UDWord, i int) []UDWord {
	t := &a.Doc.Tokens[i]
	parts := text.Parts(nil, a.Doc.Text, t.Span)
	if len(parts) < 2 {
		return append(dst, UDWord{Span: t.Span, Reading: t.Reading, Guess: t.Guess})
	}
	for k, p := range parts {
		form := a.Doc.Text[p.Start:p.End]
		w := UDWord{Span: p, Guess: true}
		switch known := a.worker.vocab.Word(form); {
		case known.Has(text.Punct):
			w.Reading, w.Guess = text.Reading{Lemma: form, POS: text.PUNCT}, false
		case k == len(parts)-1:
			w.Reading, w.Guess = t.Reading, t.Guess
			if n := strings.LastIndexByte(w.Lemma, '-'); n >= 0 {
				w.Lemma = w.Lemma[n+1:]
			}
		case len(known.Readings) > 0:
			w.Reading, w.Guess = known.Readings[0], known.Guess
		}
		dst = append(dst, w)
	}
	return dst
}
