// Package speech finds who says what: quotations and reported speech with
// their speakers, the chain of those who pass them on, and how far each
// reaches.
//
// It stands on the clauses, chunks and quotation zones of a text.Doc and on the
// rules that propose "attribution". Its results are ranges of tokens.
package speech

import (
	"sort"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// Type is the way in which an utterance stands in the text; the names are those
// of the Wikinews quotation corpus (Petersen-Frey and Biemann, LREC-COLING 2024).
type Type string

// The types of utterance.
const (
	Direct               Type = "Direct"               // in quotation marks
	Indirect             Type = "Indirect"             // hangs on a verb, noun or preposition of saying
	FreeIndirect         Type = "FreeIndirect"         // goes on from a credited sentence, indicative
	IndirectFreeIndirect Type = "IndirectFreeIndirect" // goes on from a credited sentence, Konjunktiv
	Reported             Type = "Reported"             // that something was said, not in which words
)

// Speaker is a person or body credited with an utterance. Spans are bytes of
// Doc.Text.
type Speaker struct {
	Name string    // the fullest form in the article
	Span text.Span // the mention that credits this utterance
	Role string    // what the article calls them besides their name; "" for none
	Type string    // person, organization, media, state, group, document or unnamed
	Cue  text.Span // the words of saying ("laut", "sagte"); empty for none

	Vague bool // the words name nobody in particular: "Berichten zufolge", "man"
}

// Utterance is one stretch of the article that is somebody's word.
type Utterance struct {
	Type    Type
	Said    []text.Range // the tokens said, in order, disjoint; never empty
	Speaker *Speaker     // nil when nobody is named
	Via     []Speaker    // who passes it on, outermost last
	Cue     text.Span    // the words of saying; empty for none
	Frame   text.Range   // the tokens that introduce it, the article's own voice; empty for none
	Rule    string       // the rule or construction that found it
	Holds   bool         // a run-on may start from it
	Quiet   bool         // credits what is told in it, but is itself no quotation
	Mere    bool         // a quotation, but one that credits nobody with what is told in it

	figure  bool      // only an inserted figure: "…, laut Polizei 30"
	view    bool      // what the speaker thinks rather than says
	who     mention   // the speaker before resolution
	passers []mention // Via before resolution
	at      int       // the token the credit stands at
}

// Covers reports whether token i is part of what is said.
func (u *Utterance) Covers(i int) bool {
	if u.Frame.Has(i) && !u.overFrame() || u.who.tokens.Has(i) {
		return false
	}
	for _, r := range u.Said {
		if r.Has(i) {
			return true
		}
	}
	return false
}

// overFrame reports whether the words of saying and the words said are the
// same clause ("sprach von 24 Toten"): then the frame keeps nothing out.
func (u *Utterance) overFrame() bool { return u.Type == Reported }

// Size is the number of tokens said.
func (u *Utterance) Size() int {
	n := 0
	for _, r := range u.Said {
		n += r.Len()
	}
	return n
}

// start and end are the outer bounds of what is said.
func (u *Utterance) start() int { return u.Said[0].From }
func (u *Utterance) end() int   { return u.Said[len(u.Said)-1].To }

// Finder finds utterances. It holds buffers: one per goroutine.
type Finder struct {
	credits, sources *rule.Matcher
	lex              lexicons
	d                *text.Doc
	out              []Utterance
	idx              index
	ch               []text.Chunk // the text's chunks with their names put together
	into             []int32      // by chunk: the chunk it has become part of, itself for none
	buf              []rule.Match
	near             []int
	used             []bool // by zone: it has an utterance
	spoken           []bool // by zone: it holds whole sentences
	title            []bool // by zone: it is the name of something
	unmarked         bool   // the article has lost its quotation marks, or quotes nobody
	cited            []citation
	ofOne            []bool // by utterance: somebody says ich in it or what goes on from it
	one              bool   // who is being resolved says ich
	made             []maker
	families         map[string]bool // family names of the text that are nouns too
	labels           []label
	voices           []voice
	reg              registry
}

// NewFinder returns a Finder that reads its rules and lexicons from set.
// It fails when set lacks one of them.
func NewFinder(set *rule.Set) (*Finder, error) {
	lex, err := newLexicons(set)
	if err != nil {
		return nil, err
	}
	return &Finder{credits: set.Matcher("attribution"), sources: set.Matcher("source"), lex: lex}, nil
}

// Find returns the utterances of d in order of place, the outer before the
// inner. The result is good until the next call.
func (f *Finder) Find(d *text.Doc) []Utterance {
	f.d = d
	f.out, f.cited = f.out[:0], f.cited[:0]
	f.used = grow(f.used, len(d.Zones))
	f.idx.reset(d)
	f.phrases()
	f.speechZones()
	f.names()
	f.turns()
	f.particles()
	f.nouns()
	f.remarks()
	f.verbs()
	f.again()
	f.marks(true)
	f.explained()
	f.reasons()
	f.goesOn()
	f.selfBefore()
	f.marks(false)
	f.chains()
	f.resolve()
	f.handDown()
	f.retold()
	f.passOn()
	f.represented()
	f.relayed()
	sort.SliceStable(f.out, func(i, j int) bool {
		a, b := &f.out[i], &f.out[j]
		if a.start() != b.start() {
			return a.start() < b.start()
		}
		return a.end() > b.end()
	})
	f.idx.unlink()
	for k := range f.out {
		f.idx.put(d, &f.out[k], k)
	}
	return f.out
}

// Innermost is the innermost utterance of the last Find that holds token i, nil
// for none: the smallest; of two the same size the one that names its source in it.
func (f *Finder) Innermost(i int) *Utterance {
	if f.inNote(i) {
		return nil
	}
	var best *Utterance
	f.idx.in(f.d.Tokens[i].Sent, func(k int) bool {
		u := &f.out[k]
		if !u.Mere && u.Covers(i) && (best == nil || inner(u, best)) {
			best = u
		}
		return true
	})
	return best
}

// inNote reports whether token i stands in a bracket that its words say is the editor's:
// "(27 Millionen Euro, Anm.)".
func (f *Finder) inNote(i int) bool {
	const far = 30
	open := -1
	for k := i; k >= 0 && k > i-far && open < 0; k-- {
		switch f.form(k) {
		case "(", "[":
			open = k
		case ")", "]":
			if k < i {
				return false
			}
		}
	}
	if open < 0 {
		return false
	}
	for k := open + 1; k < len(f.d.Tokens) && k < open+far; k++ {
		switch f.form(k) {
		case ")", "]":
			return false
		}
		if f.lex.note.Has(f.d, k) {
			return true
		}
	}
	return false
}

// inner reports whether u lies further in than v.
func inner(u, v *Utterance) bool {
	a, b := u.Size(), v.Size()
	if a != b {
		return a < b
	}
	if (u.Type == Reported) != (v.Type == Reported) && u.Speaker != nil && v.Speaker != nil {
		return u.Type == Reported // it names its own source
	}
	return u.Speaker != nil && v.Speaker == nil
}

func grow(b []bool, n int) []bool {
	if cap(b) < n {
		return make([]bool, n)
	}
	b = b[:n]
	clear(b)
	return b
}

// add records an utterance whose said ranges are trimmed of outer punctuation;
// one that says nothing is dropped.
func (f *Finder) add(u Utterance) *Utterance {
	said := u.Said[:0:0]
	for _, r := range u.Said {
		if r = f.trim(r); !r.Empty() && u.Type == Indirect && f.form(r.To-1) == "." {
			r.To-- // the sentence around it ends there
		}
		if !r.Empty() {
			said = append(said, r)
		}
	}
	if len(said) == 0 {
		return nil
	}
	u.Said = said
	if f.reachesTurn(&u) {
		return nil
	}
	if u.Type == Indirect && len(said) == 1 {
		if z := f.inMarksWhole(said[0]); z >= 0 {
			u.Type, said[0] = Direct, f.d.Zones[z].Tokens // "seiner Ansicht nach „…“"
			f.used[z] = true
		}
	}
	if s := u.who.same; s > 0 && f.out[s-1].who.same > 0 {
		u.who.same = f.out[s-1].who.same // straight to who it goes back to
	}
	if u.Type == Indirect && f.unmarked && (f.speaksOfSelf(said[0]) || f.ofMine(said[0]) || f.ofOurs(said[0]) && u.framed()) && !f.inMood(said[0]) && !f.subordinate(said[0]) {
		u.Type = Direct // the article has lost its marks
	}
	f.out = append(f.out, u)
	f.idx.put(f.d, &u, len(f.out)-1)
	return &f.out[len(f.out)-1]
}

// subordinate reports whether r begins with a subordinating conjunction: "dass wir 30 Leute
// brauchen".
func (f *Finder) subordinate(r text.Range) bool {
	i := f.firstWord(r)
	return i >= 0 && f.d.Tokens[i].POS == text.SCONJ
}

// framed reports whether a verb or "so" names the speaker of u beside what is said.
func (u *Utterance) framed() bool {
	switch u.Rule {
	case "speech.verb.inverted", "speech.verb.colon", "speech.so", "speech.so.inserted", "speech.so.end":
		return true
	}
	return false
}

// inMarksWhole is the zone of a sentence or more that r is but for its marks, -1
// for none.
func (f *Finder) inMarksWhole(r text.Range) int {
	if r.Len() < 3 {
		return -1
	}
	z := f.d.Tokens[r.From+1].Zone
	if z < 0 || f.used[z] || !f.spoken[z] || f.d.Zones[z].Tokens.From != r.From+1 || f.d.Zones[z].Tokens.To < r.To-1 {
		return -1
	}
	return z
}

// trim takes commas, colons, dashes and blanks off both ends of r.
func (f *Finder) trim(r text.Range) text.Range {
	for !r.Empty() && f.trimmable(r.From, true) {
		r.From++
	}
	for !r.Empty() && f.trimmable(r.To-1, false) {
		r.To--
	}
	return r
}

func (f *Finder) trimmable(i int, left bool) bool {
	t := &f.d.Tokens[i]
	if !t.Word.Has(text.Punct) {
		return false
	}
	switch t.Word.Form {
	case ",", ":", ";", "–", "-", "—", "/":
		return true
	case ".", "!", "?", "…", ")":
		return left
	}
	return false
}

// span is the bytes of r.
func (f *Finder) span(r text.Range) text.Span {
	if r.Empty() {
		return text.Span{}
	}
	return text.Span{Start: f.d.Tokens[r.From].Start, End: f.d.Tokens[r.To-1].End}
}
