package extract

import (
	"github.com/belegt/extract/extract/speech"
	"github.com/belegt/extract/extract/text"
)

// Quote is one quotation: what somebody said, in their words or in the
// article's. Spans are bytes of the article's Doc.Text.
type Quote struct {
	text.Span // the words said, without the marks

	Type    QuoteType
	Speaker *Speaker  // nil when nobody is credited
	Via     []Speaker // who passes it on, outermost last
	Cue     text.Span // the words of saying; empty for none
	Frame   text.Span // the clause that introduces it; empty for none
}

// QuoteType is the way a quotation stands in the text.
type QuoteType = speech.Type

// The types of quotation.
const (
	Direct               = speech.Direct
	Indirect             = speech.Indirect
	FreeIndirect         = speech.FreeIndirect
	IndirectFreeIndirect = speech.IndirectFreeIndirect
	Reported             = speech.Reported
)
