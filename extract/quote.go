package extract

import "github.com/belegt/extract/extract/text"

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
type QuoteType string

// The types of quotation.
const (
	Direct               QuoteType = "Direct"               // in quotation marks
	Indirect             QuoteType = "Indirect"             // a clause that hangs on a verb, noun or preposition of saying
	FreeIndirect         QuoteType = "FreeIndirect"         // reported speech with nothing in its sentence that says so but the mood
	IndirectFreeIndirect QuoteType = "IndirectFreeIndirect" // a main clause with the words of saying beside it ("…, sagte X")
	Reported             QuoteType = "Reported"             // that something was said, not in which words
)
