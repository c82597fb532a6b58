// Package output writes what was found in an article as records, one JSON object
// a line.
//
// Offsets in records are Unicode code points of the article's text as it stands
// in the file (without a byte order mark), end exclusive; inside the program
// they are bytes. Every text of a record is the slice of the article at its
// offsets. What is absent is null, never missing; no value knows a locale.
package output

import (
	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// The tag doc of a field is its description in the JSON Schema and in the README.

// ClaimRecord is one numeric claim.
type ClaimRecord struct {
	ID            string          `json:"id" doc:"stable hash of the file's name without folders, the offsets and the text"`
	Doc           string          `json:"doc" doc:"the path as given, - for stdin"`
	Published     *string         `json:"published" doc:"the article's date, ISO 8601, as precise as known (2024-11)"`
	PublishedFrom string          `json:"published_from" doc:"where that date was found" enum:"published_from"`
	Start         int             `json:"start" doc:"first code point of the quantity expression"`
	End           int             `json:"end" doc:"the code point behind its last"`
	Text          string          `json:"text" doc:"the quantity expression: bound words, number and, for measures and money, the unit"`
	Kind          unit.Kind       `json:"kind" doc:"what the number measures" enum:"claim_kind"`
	Value         *float64        `json:"value" doc:"the number, scaled; null for ranges, vague plurals and scores"`
	Min           *float64        `json:"min" doc:"the lower bound that the wording states"`
	Max           *float64        `json:"max" doc:"the upper bound that the wording states"`
	Bound         unit.Bound      `json:"bound" doc:"how the wording limits the number" enum:"bound"`
	Unit          *string         `json:"unit" doc:"ISO 4217 or UCUM code, %, pp, or the counted noun"`
	Per           *string         `json:"per" doc:"what follows pro, je or im: UCUM if a time (mo, a, d, h), else the noun"`
	Subject       *string         `json:"subject" doc:"the counted or measured thing"`
	Speaker       *SpeakerRecord  `json:"speaker" doc:"who is credited with the number; null when the article says it in its own voice"`
	Via           []SpeakerRecord `json:"via" doc:"speakers who pass it on, outermost last"`
	Speech        extract.Speech  `json:"speech" doc:"in quotation marks, reported, or the article's own voice" enum:"speech"`
	Hedges        []HedgeRecord   `json:"hedges" doc:"words that weaken or distance the truth of the claim"`
	Status        extract.Status  `json:"status" doc:"how the article stands to the claim: the strongest caution of speaker and hedges" enum:"status"`
	Rivals        []RivalRecord   `json:"rivals" doc:"other figures of the article for the same thing, from other sources"`
	Times         []TimeRecord    `json:"times" doc:"dates that say when the claimed fact holds or was stated"`
	Sentence      SentenceRecord  `json:"sentence" doc:"the sentence that holds the claim"`
	Rule          string          `json:"rule" doc:"id of the rule that proposed the claim"`
	Explain       []StepRecord    `json:"explain,omitempty" doc:"only with --explain=json: the decisions behind the claim"`
}

// SpeakerRecord is a person or body credited with a claim or quotation.
type SpeakerRecord struct {
	Name  string      `json:"name" doc:"the fullest form in the article, in the nominative where its words settle it"`
	Text  string      `json:"text" doc:"the mention that credits this claim"`
	Start int         `json:"start" doc:"its first code point"`
	End   int         `json:"end" doc:"the code point behind its last"`
	Role  *string     `json:"role" doc:"what the article calls them besides their name"`
	Type  string      `json:"type" doc:"what they are" enum:"speaker_type"`
	Cue   *TextRecord `json:"cue" doc:"the words of saying"`
}

// TextRecord is a stretch of the article.
type TextRecord struct {
	Text  string `json:"text" doc:"the words"`
	Start int    `json:"start" doc:"first code point"`
	End   int    `json:"end" doc:"the code point behind the last"`
}

// SentenceRecord is the sentence of a claim.
type SentenceRecord struct {
	Start int    `json:"start" doc:"first code point"`
	End   int    `json:"end" doc:"the code point behind the last"`
	Text  string `json:"text" doc:"the sentence"`
}

// HedgeRecord is a word or phrase that weakens a claim.
type HedgeRecord struct {
	Text  string             `json:"text" doc:"the words, from the first to the last"`
	Start int                `json:"start" doc:"first code point"`
	End   int                `json:"end" doc:"the code point behind the last"`
	Class extract.HedgeClass `json:"class" doc:"how it weakens" enum:"hedge_class"`
	Scope extract.HedgeScope `json:"scope" doc:"how far it reaches" enum:"hedge_scope"`
	Parts []PartRecord       `json:"parts" doc:"the parts of a split hedge; empty when it is in one piece"`
	By    *SpeakerRecord     `json:"by" doc:"who denies"`
}

// RivalRecord is another figure for what a claim counts or measures.
type RivalRecord struct {
	ID      string  `json:"id" doc:"the id of that claim"`
	Text    string  `json:"text" doc:"its quantity expression"`
	Start   int     `json:"start" doc:"first code point"`
	End     int     `json:"end" doc:"the code point behind the last"`
	Speaker *string `json:"speaker" doc:"the name of who is credited with it"`
}

// PartRecord is a part of a split hedge.
type PartRecord struct {
	Start int `json:"start" doc:"first code point"`
	End   int `json:"end" doc:"the code point behind the last"`
}

// TimeRecord is a time expression that belongs to a claim.
type TimeRecord struct {
	Text  string    `json:"text" doc:"the words"`
	Start int       `json:"start" doc:"first code point"`
	End   int       `json:"end" doc:"the code point behind the last"`
	Type  date.Type `json:"type" doc:"TIMEX3 type" enum:"timex_type"`
	Value *string   `json:"value" doc:"TIMEX3 value; null when it cannot be resolved"`
}

// StepRecord is one decision behind a claim.
type StepRecord struct {
	Stage string `json:"stage" doc:"the stage that decided"`
	Rule  string `json:"rule" doc:"id of the rule or construction"`
	Text  string `json:"text" doc:"the words it read"`
	Start int    `json:"start" doc:"first code point"`
	End   int    `json:"end" doc:"the code point behind the last"`
	Note  string `json:"note" doc:"what it decided"`
}

// NumberRecord is one quantity expression, claim or not.
type NumberRecord struct {
	Doc   string     `json:"doc" doc:"the path as given, - for stdin"`
	Start int        `json:"start" doc:"first code point"`
	End   int        `json:"end" doc:"the code point behind the last"`
	Text  string     `json:"text" doc:"the quantity expression"`
	Kind  unit.Kind  `json:"kind" doc:"what the number measures; ordinal for an ordinal number" enum:"kind"`
	Value *float64   `json:"value" doc:"the number, scaled; null for ranges, vague plurals and scores"`
	Min   *float64   `json:"min" doc:"the lower bound that the wording states"`
	Max   *float64   `json:"max" doc:"the upper bound that the wording states"`
	Bound unit.Bound `json:"bound" doc:"how the wording limits the number" enum:"bound"`
	Unit  *string    `json:"unit" doc:"ISO 4217 or UCUM code, % or pp"`
	Per   *string    `json:"per" doc:"what follows pro, je or im: UCUM if a time (mo, a, d, h), else the noun"`
}

// DateRecord is one time expression.
type DateRecord struct {
	Doc   string    `json:"doc" doc:"the path as given, - for stdin"`
	Start int       `json:"start" doc:"first code point"`
	End   int       `json:"end" doc:"the code point behind the last"`
	Text  string    `json:"text" doc:"the time expression, without preposition"`
	Type  date.Type `json:"type" doc:"TIMEX3 type" enum:"timex_type"`
	Value *string   `json:"value" doc:"TIMEX3 value; null when it cannot be resolved"`
	Mod   *string   `json:"mod" doc:"TIMEX3 modifier (START, MID, END, APPROX …)"`
}

// TokenRecord is one token.
type TokenRecord struct {
	Doc    string  `json:"doc" doc:"the path as given, - for stdin"`
	Start  int     `json:"start" doc:"first code point"`
	End    int     `json:"end" doc:"the code point behind the last"`
	Text   string  `json:"text" doc:"the token"`
	Lemma  *string `json:"lemma" doc:"dictionary form; of a verb with a separated particle the joined one"`
	UPOS   *string `json:"upos" doc:"part of speech of Universal Dependencies" enum:"upos"`
	Feats  Feats   `json:"feats" doc:"features of Universal Dependencies, by name"`
	Sent   int     `json:"sent" doc:"number of its sentence in the article, from 0"`
	Clause *int    `json:"clause" doc:"number of its clause in the article, from 0"`
	Chunk  *int    `json:"chunk" doc:"number of its noun phrase or verb group in the article, from 0"`
	Guess  bool    `json:"guess" doc:"the reading is a guess, not from a dictionary"`
}

// QuoteRecord is one quotation.
type QuoteRecord struct {
	Doc     string            `json:"doc" doc:"the path as given, - for stdin"`
	Start   int               `json:"start" doc:"first code point of the words said"`
	End     int               `json:"end" doc:"the code point behind their last"`
	Text    string            `json:"text" doc:"the words said, without the marks around them"`
	Type    extract.QuoteType `json:"type" doc:"how the quotation stands in the text" enum:"quote_type"`
	Speaker *SpeakerRecord    `json:"speaker" doc:"whose words they are"`
	Via     []SpeakerRecord   `json:"via" doc:"speakers who pass them on, outermost last"`
	Cue     *TextRecord       `json:"cue" doc:"the words of saying"`
	Frame   *TextRecord       `json:"frame" doc:"the clause that introduces the quotation"`
}

// Feats are the features of a token.
type Feats text.Feats
