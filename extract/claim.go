package extract

import (
	"github.com/belegt/extract/extract/hedge"
	"github.com/belegt/extract/extract/speech"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// Claim is one numeric claim: a number expression of the article with what it
// counts, who says it, how surely, and when. Spans are bytes of the article's
// Doc.Text; the README's record table says what each field holds.
type Claim struct {
	text.Span // the quantity expression with its bound words and, for measures and money, its unit

	Kind            unit.Kind
	Value, Min, Max float64 // NaN when the wording does not state it
	Bound           unit.Bound
	Unit            string // ISO 4217, UCUM, "%", "pp" or the counted noun; "" for none
	Per             string // UCUM time code or noun; "" for none
	Subject         string // the counted or measured thing; "" for none

	Speaker *Speaker  // the innermost source; nil when the article asserts it without one
	Via     []Speaker // who passes it on, outermost last
	Speech  Speech
	Hedges  []Hedge // in order of place
	Status  Status  // StatusOf(Speaker, Speech, Hedges)
	Rivals  []int   // indices into Article.Claims of other figures for the same thing, in order of place
	Times   []Time  // in order of place

	Sentence text.Span // the sentence that holds the claim
	Rule     string    // id of the rule that proposed it
}

// Speech says whether the claim's number is spoken by somebody.
type Speech string

// The kinds of speech.
const (
	NoSpeech       Speech = "none"     // the article's own voice
	DirectSpeech   Speech = "direct"   // inside quotation marks
	IndirectSpeech Speech = "indirect" // reported: laut, zufolge, sagte, dass, Konjunktiv I …
)

// Speaker is a person or body to whom a claim or quotation is credited.
type Speaker = speech.Speaker

// Hedge is a word or phrase that weakens or distances the truth of a claim.
type Hedge = hedge.Hedge

// HedgeClass is the way in which a hedge weakens a claim.
type HedgeClass = hedge.Class

// The classes of hedge.
const (
	Hearsay     = hedge.Hearsay
	Epistemic   = hedge.Epistemic
	Unverified  = hedge.Unverified
	Provisional = hedge.Provisional
	Denied      = hedge.Denied
	Conditional = hedge.Conditional
)

// HedgeScope is how far a hedge reaches.
type HedgeScope = hedge.Scope

// The scopes of a hedge.
const (
	ClauseScope   = hedge.Clause
	SentenceScope = hedge.Sentence
	PassageScope  = hedge.Passage
)

// Time is a time expression that says when the claimed fact holds or was stated.
type Time struct {
	text.Span
	Type  date.Type
	Value string // TIMEX3; "" when it cannot be resolved
}

// Status sums up how the article stands to a claim.
type Status string

// The statuses, from the least cautious to the most.
const (
	StatusAsserted   Status = "asserted"
	StatusAttributed Status = "attributed"
	StatusHedged     Status = "hedged"
	StatusUnverified Status = "unverified"
	StatusDenied     Status = "denied"
)

// StatusOf derives the status from who speaks and the hedges; the strongest
// caution wins. Reported speech without a named speaker counts as attributed.
func StatusOf(speaker *Speaker, speech Speech, hedges []Hedge) Status {
	rank := 0
	if speaker != nil || speech == DirectSpeech || speech == IndirectSpeech {
		rank = 1
	}
	for i := range hedges {
		switch hedges[i].Class {
		case Denied:
			rank = max(rank, 4)
		case Unverified:
			rank = max(rank, 3)
		default:
			rank = max(rank, 2)
		}
	}
	return statuses[rank]
}

// statuses is in order of caution.
var statuses = [...]Status{StatusAsserted, StatusAttributed, StatusHedged, StatusUnverified, StatusDenied}
