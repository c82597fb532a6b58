package text

import "github.com/belegt/extract/normalize/date"

// Reading is one way to read a form: its dictionary form, part of speech and
// features.
type Reading struct {
	Lemma string
	POS   POS
	Feats Feats
}

// POS is a part of speech of Universal Dependencies (UPOS).
type POS uint8

// The parts of speech. NoPOS is the zero value: not read yet.
const (
	NoPOS POS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var posNames = [...]string{"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String is the tag as Universal Dependencies writes it, "" for NoPOS.
func (p POS) String() string { return posNames[p] }

// ParsePOS reads a tag as Universal Dependencies writes it.
func ParsePOS(s string) (POS, bool) {
	for i, n := range posNames {
		if i > 0 && n == s {
			return POS(i), true
		}
	}
	return NoPOS, false
}

// Feats packs the features of Universal Dependencies that the rules ask for,
// one field each. A field of zero is not given. Compare and combine fields with
// the masks.
type Feats uint32

// The features: a mask for each field, then its values.
const (
	Gender Feats = 3
	Masc   Feats = 1
	Fem    Feats = 2
	Neut   Feats = 3

	Number Feats = 3 << 2
	Sing   Feats = 1 << 2
	Plur   Feats = 2 << 2

	Case Feats = 7 << 4
	Nom  Feats = 1 << 4
	Gen  Feats = 2 << 4
	Dat  Feats = 3 << 4
	Acc  Feats = 4 << 4

	Person Feats = 3 << 7
	First  Feats = 1 << 7
	Second Feats = 2 << 7
	Third  Feats = 3 << 7

	Tense Feats = 3 << 9
	Pres  Feats = 1 << 9
	Past  Feats = 2 << 9

	Mood Feats = 3 << 11
	Ind  Feats = 1 << 11
	Sub  Feats = 2 << 11 // Konjunktiv; Tense tells I (Pres) from II (Past)
	Imp  Feats = 3 << 11

	VerbForm Feats = 7 << 13
	Fin      Feats = 1 << 13
	Inf      Feats = 2 << 13
	Part     Feats = 3 << 13 // participle; Tense tells Partizip I (Pres) from II (Past)
	InfZu    Feats = 4 << 13 // infinitive with zu inside ("mitzuteilen")

	Degree Feats = 3 << 16
	Pos    Feats = 1 << 16
	Cmp    Feats = 2 << 16
	Sup    Feats = 3 << 16

	Definite Feats = 3 << 18
	Def      Feats = 1 << 18
	Indef    Feats = 2 << 18

	PronType Feats = 15 << 20
	Art      Feats = 1 << 20
	Prs      Feats = 2 << 20
	Dem      Feats = 3 << 20
	Rel      Feats = 4 << 20
	Int      Feats = 5 << 20
	IndPron  Feats = 6 << 20
	NegPron  Feats = 7 << 20
	Tot      Feats = 8 << 20

	Poss   Feats = 1 << 24
	Reflex Feats = 1 << 25
)

// Get returns the field of f that mask selects.
func (f Feats) Get(mask Feats) Feats { return f & mask }

// Is reports whether every field given in want has that value in f.
func (f Feats) Is(want Feats) bool {
	for _, m := range fields {
		if w := want & m; w != 0 && f&m != w {
			return false
		}
	}
	return true
}

// Agrees reports whether f and g contradict each other in no field of mask; a
// field that is not given on one side contradicts nothing.
func (f Feats) Agrees(g, mask Feats) bool {
	for _, m := range fields {
		if m&mask == 0 {
			continue
		}
		if a, b := f&m, g&m; a != 0 && b != 0 && a != b {
			return false
		}
	}
	return true
}

var fields = [...]Feats{Gender, Number, Case, Person, Tense, Mood, VerbForm, Degree, Definite, PronType, Poss, Reflex}

// Shape says how a form is written.
type Shape uint16

// The marks of a form; several may hold.
const (
	Letters        Shape = 1 << iota // holds a letter
	Digits                           // holds a digit
	Capital                          // begins with an upper-case letter
	AllCaps                          // two letters or more, all upper case
	Mixed                            // an upper-case letter behind a lower-case one ("ExpertInnen")
	Hyphen                           // holds a hyphen inside
	Punct                            // punctuation only
	QuoteOpen                        // opens a quotation here or can
	QuoteClose                       // closes one or can
	SentenceEnd                      // . ! ? …
	StartsQuantity                   // a number expression may begin with it
)

// Word is what is known of a form wherever it stands. Words are made once per
// distinct form by a Vocab and shared by all tokens of that form: read only.
type Word struct {
	Shape    Shape
	marks    marks     // word classes of the tokenizer and splitter; here to lie beside Shape
	Starts   uint16    // bit set of the rule stages some pattern of which may begin with it; rule's own numbering
	abbr     abbrKind  // for a form with its full stop
	Guess    bool      // Readings are guessed
	Lead     date.Lead // what has to follow for a time expression to begin with it
	quote    rune      // the quotation mark it is, else 0
	Form     string    // as written
	Note     any       // what morph works out of the readings once per form, else nil
	Head     string    // for a compound: the form of its last part ("Soldaten" of "Infanteriesoldaten"), else ""
	Lex      []uint64  // bit set of the rule lexicons that hold one of its readings' lemmas or its form
	Readings []Reading // every reading of the dictionaries and guessers, likeliest first
	Lower    string    // lower case
}

func (w *Word) is(form string) bool { return w.Form == form }

// Has reports whether w has mark s.
func (w *Word) Has(s Shape) bool { return w.Shape&s == s }

// InLex reports whether w is in the lexicon with number id.
func (w *Word) InLex(id int) bool {
	return id>>6 < len(w.Lex) && w.Lex[id>>6]&(1<<(id&63)) != 0
}

// Can reports whether one of w's readings is p.
func (w *Word) Can(p POS) bool {
	for i := range w.Readings {
		if w.Readings[i].POS == p {
			return true
		}
	}
	return false
}
