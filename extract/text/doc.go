// Package text holds the document model every stage works on and the stages
// that need no knowledge of words: tokens, sentences, paragraphs and quotation
// zones.
//
// All positions in this package are byte offsets into Doc.Text, end exclusive.
// They become code points only in package output.
package text

import (
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// Span is a stretch of Doc.Text in bytes, end exclusive. The zero Span is empty
// and means "none".
type Span struct{ Start, End int }

// Empty reports whether s covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Range is a run of tokens, as indices into Doc.Tokens, end exclusive. The zero
// Range is empty.
type Range struct{ From, To int }

// Empty reports whether r holds no token.
func (r Range) Empty() bool { return r.To <= r.From }

// Len is the number of tokens.
func (r Range) Len() int { return r.To - r.From }

// Has reports whether token i is in r.
func (r Range) Has(i int) bool { return r.From <= i && i < r.To }

// Contains reports whether q lies inside r.
func (r Range) Contains(q Range) bool { return r.From <= q.From && q.To <= r.To }

// Overlaps reports whether r and q share a token.
func (r Range) Overlaps(q Range) bool { return r.From < q.To && q.From < r.To }

// Doc is one article on its way through the pipeline. Each stage fills the
// layers that are its own and only reads those before it. A Doc belongs to one
// goroutine; Reset makes it ready for the next article and keeps its memory.
type Doc struct {
	Name string // as given by the caller
	Text string // valid UTF-8 in NFC; every Span points into it

	Published Published // the article's date, from source
	Anchor    string    // the day bare weekdays and words such as "gestern" count from, as YYYY-MM-DD; "" when unknown; from source
	Title     Span      // from source; empty when there is none
	Furniture []Span    // from source: page furniture, sorted, disjoint; no token carries a claim there

	Tokens     []Token     // from text
	Sentences  []Sentence  // from text
	Paragraphs []Paragraph // from text
	Zones      []Zone      // from text: quotation zones by Start, outer before inner

	Lexicons []uint64 // from rule: by sentence, the union of its words' Lex

	Clauses []Clause // from morph
	Chunks  []Chunk  // from morph: sorted by Tokens.From, disjoint per kind

	Quantities []Quantity // from normalize, sorted, disjoint
	Dates      []Date     // from normalize, sorted, disjoint
}

// Published is the article's date: an ISO 8601 value as precise as known
// ("2024-11", "2024-11-05"), "" when unknown, and the evidence it came from:
// flag, name, head, weekday, record or none.
type Published struct{ Value, From string }

// Token is one word, number or punctuation mark.
type Token struct {
	Span
	Word      *Word // what is known of the form whatever its place; never nil
	Sent      int   // index into Doc.Sentences
	Zone      int   // innermost quotation zone holding the token, -1 for none; the marks themselves lie outside
	Clause    int   // index into Doc.Clauses, -1 before morph
	Chunk     int   // index into Doc.Chunks of the noun phrase or verb group holding the token, -1 for none
	Quantity  int   // index into Doc.Quantities, -1 for none
	Date      int   // index into Doc.Dates, -1 for none
	Space     bool  // white space stands before it
	Furniture bool  // inside page furniture

	Reading        // the reading chosen in context, from morph
	Particle int   // for a verb: the token of its separated particle ("teilte … mit"), else -1
	Guess    bool  // the reading is a guess, not from a dictionary
	Class    uint8 // word class in context, finer than POS; for morph's own use
}

// Sentence is a run of tokens that reads as one sentence, headline or list item.
type Sentence struct {
	Span
	Tokens  Range
	Para    int  // index into Doc.Paragraphs
	Heading bool // a title, subheading or other line without a verb of its own and a closing mark
}

// Paragraph is a block of text between line breaks.
type Paragraph struct {
	Span
	Sentences Range // indices into Doc.Sentences
}

// Zone is a stretch in quotation marks. Span covers the marks, Inner what stands
// between them. A zone may run over several sentences and paragraphs.
type Zone struct {
	Span
	Inner  Span
	Tokens Range // tokens of Inner
	Outer  int   // index of the enclosing zone, -1 for none
	Closed bool  // the closing mark was found
}

// ClauseKind says how a clause hangs in its sentence.
type ClauseKind uint8

// The kinds of clause.
const (
	MainClause     ClauseKind = iota // verb first or second
	SubClause                        // introduced by a subjunction, verb last ("dass …")
	RelClause                        // introduced by a relative pronoun
	InfClause                        // zu + infinitive, no finite verb
	ParenClause                      // an inserted main clause or apposition with a verb (", sagte er,")
	FragmentClause                   // no verb
)

// Clause is a stretch of a sentence around one finite verb. A clause may be cut
// in two by one inside it: Tokens then covers the whole stretch, and a token
// belongs to the clause its own Clause field names.
type Clause struct {
	Span
	Tokens  Range
	Kind    ClauseKind
	Sent    int // index into Doc.Sentences
	Parent  int // the clause this one is inserted in or hangs on, -1 for none
	Finite  int // token of the finite verb, -1 for none
	Intro   int // token of the subjunction or relative pronoun, -1 for none
	Group   int // index into Doc.Chunks of its verb group, -1 for none
	Subject int // index into Doc.Chunks of the subject's noun phrase, -1 when not found
}

// ChunkKind is the kind of a chunk.
type ChunkKind uint8

// The kinds of chunk.
const (
	NounPhrase ChunkKind = iota
	VerbGroup
)

// Chunk is a noun phrase or a verb group.
//
// Tokens of a noun phrase run from its determiner to its head with a name or
// title behind it ("der ukrainische Präsident Wolodymyr Selenskyj"); Full adds
// what hangs on behind: genitives, von- and other prepositional phrases that
// belong to it, and appositions in commas. A preposition before the phrase is
// Prep, not part of Tokens. The parts of a verb group may stand apart: Parts
// lists them in order, Tokens goes from the first to the last.
type Chunk struct {
	Kind    ChunkKind
	Tokens  Range
	Full    Range // noun phrase only, else equal to Tokens
	Head    int   // token: head noun, or the verb that carries the meaning
	Prep    int   // token of the governing preposition, -1 for none
	Name    Range // the run of proper names inside a noun phrase, empty for none
	Feats   Feats // agreed features of the phrase, or tense and mood of the group
	Clause  int   // index into Doc.Clauses
	Next    int   // the conjunct joined by und/oder/sowie, -1 for none
	Of      int   // the noun phrase this one hangs on as genitive, von-phrase or apposition, -1 for none
	Parts   []int // verb group only: its tokens, finite verb first
	Passive bool  // verb group: werden + participle (also sein + participle + worden)
}

// Quantity is a number expression with its place.
type Quantity struct {
	Span
	Tokens Range // the tokens it touches
	unit.Quantity
}

// Date is a time expression with its place.
type Date struct {
	Span
	Tokens Range
	date.Timex
}
