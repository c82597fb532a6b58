package rule

import "github.com/belegt/extract/extract/text"

// The declarations are the content of the files as read, before ids are
// resolved. They are what Pack writes.

// listBy is how the entries of a list are compared with a token.
type listBy uint8

const (
	byLemma listBy = iota
	byForm
	byPrefix
	bySuffix
	byLike

	// Lists the engine makes of tests that the word alone decides.
	byShape
	byReading
)

var byNames = []string{"lemma", "form", "prefix", "suffix", "like"}

// posSet is a set of parts of speech, one bit each; 0 asks nothing.
type posSet uint32

func (s posSet) has(p text.POS) bool { return s>>p&1 != 0 }

// content is what a source declares.
type content struct {
	lexicons []*lexDecl
	parts    []*partDecl
	rules    []*ruleDecl
	off      []offDecl
}

// partDecl is a run of items with a name, to be used in several patterns.
type partDecl struct {
	place
	id      string
	pattern []*node
}

type offDecl struct {
	place
	id string
}

type lexDecl struct {
	place
	id        string
	by        listBy
	exact     bool
	compounds bool
	add       bool // entries join the lexicon declared elsewhere
	checked   bool // no entry is there twice
	pos       posSet
	set       []attr
	entries   []Entry
	places    []place // of the entries; nil in a packed set
}

// entryPlace is where entry i stands, as near as is known.
func (d *lexDecl) entryPlace(i int) place {
	if i < len(d.places) {
		return d.places[i]
	}
	return d.place
}

type ruleDecl struct {
	place
	id       string
	proposes string
	priority int
	set      []attr
	note     string
	patterns [][]*node
	match    []example
	nomatch  []example

	setPlace place // of the set, for the stage's complaints
	by       place // of proposes
}

type example struct {
	place
	text string
	want []attr // capture name → text; "span" is the whole match
}

// nodeKind is what an item reads.
type nodeKind uint8

const (
	kindToken nodeKind = iota
	kindQuantity
	kindDate
	kindNP
	kindZone
	kindGap
	kindAny
	kindSeq
	kindAt
	kindAhead
	kindBehind
	kindUse
)

// tri is a yes, a no, or a question not asked.
type tri uint8

const (
	unasked tri = iota
	yes
	no
)

// ask reports whether v is the answer wanted.
func (t tri) ask(v bool) bool { return t == unasked || (t == yes) == v }

// atKind is a zero-width place.
type atKind uint8

const (
	atSentenceStart atKind = iota
	atSentenceEnd
	atClauseStart
	atClauseEnd
	atParagraphStart
)

var atNames = []string{"sentence-start", "sentence-end", "clause-start", "clause-end", "paragraph-start"}

var clauseNames = []string{"main", "sub", "rel", "inf", "paren", "fragment"}

// node is one item of a pattern.
type node struct {
	place
	kind nodeKind

	lists  []listTest // all must hold
	pos    posSet
	feats  []featTest // all must hold
	shape  text.Shape
	clause uint8 // bit set of text.ClauseKind; 0 asks nothing
	quoted tri
	can    *node   // some reading of the word has its pos and feats
	not    []*node // none may match from here

	names               []string // kinds of quantity or types of date; nil: any
	bounds, units       []string
	compound, one, year tri

	full, name bool
	cases      uint8   // bit set of case values, NP only; 0 asks nothing
	head       []*node // one item or none

	min, max int // gap
	clausal  bool
	at       atKind
	negative bool      // look-around
	seqs     [][]*node // any: the alternatives; seq, gap's not, ahead, behind: one

	part       string // use: the id of the part
	as         string
	opt        bool
	rmin, rmax int // repeat; rmax 0: once
}

// listTest asks whether a token is in one of some lists: either the lexicons
// named, or the words given in the pattern itself.
type listTest struct {
	lex   []string
	at    []place // of each lexicon named
	by    listBy
	exact bool
	words []string
}

// featTest asks for one feature: the values allowed, as a bit set of the field's
// numbers.
type featTest struct {
	mask   text.Feats
	values uint16
}
