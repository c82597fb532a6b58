// Package hedge finds the words that weaken or distance the truth of what an
// article states, and says how far each reaches.
//
// The words are rules that propose "hedge" (rules/hedge*.yaml says what they
// set); this package holds what a rule cannot see: who speaks, which day it is,
// and the reach.
package hedge

import (
	"cmp"
	"slices"
	"sort"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/speech"
	"github.com/belegt/extract/extract/text"
)

// Class is the way in which a hedge weakens a claim.
type Class string

// The classes of hedge.
const (
	Hearsay     Class = "hearsay"
	Epistemic   Class = "epistemic"
	Unverified  Class = "unverified"
	Provisional Class = "provisional"
	Denied      Class = "denied"
	Conditional Class = "conditional"
)

// none is the class of a reading that is no hedge: it keeps weaker rules from
// reading its words as one.
const none Class = "none"

// Classes lists the classes in the order of the README.
var Classes = [...]Class{Hearsay, Epistemic, Unverified, Provisional, Denied, Conditional}

// Known reports whether c is one of Classes.
func (c Class) Known() bool { return slices.Contains(Classes[:], c) }

// Scope is how far a hedge reaches.
type Scope string

// The scopes of a hedge.
const (
	Clause   Scope = "clause"
	Sentence Scope = "sentence"
	Passage  Scope = "passage"
)

// Hedge is a word or phrase that weakens or distances the truth of a claim.
// Spans are bytes of Doc.Text.
type Hedge struct {
	text.Span                 // from its first to its last word
	Class     Class           // how it weakens
	Scope     Scope           // how far it reaches
	Parts     []text.Span     // the parts of a split hedge ("gehen … davon aus"); nil when in one piece
	By        *speech.Speaker // who denies; nil for other classes or when nobody is named

	Rule  string
	Why   string // why it was passed over, for Class none; else ""
	reach reach
	at    int // its first token, or that of its part a
	last  int // its last token
}

// Stage is the consumer of the rules of this package, with all they may set: a
// rule of a user that says something else is refused when it is loaded.
func Stage() rule.Stage {
	classes := []string{string(none)}
	for _, c := range Classes {
		classes = append(classes, string(c))
	}
	return rule.Stage{
		Name: "hedge",
		Keys: []rule.Key{
			{Name: "class", Values: classes, Required: true},
			{Name: "reach", Values: []string{"clause", "predicate", "said", "thought", "phrase", "sentence", "announced", "asked", "passage", "denied"}},
			{Name: "unless", Values: []string{"future", "reported", "bare", "late"}},
			{Name: "by", Values: []string{"speaker"}},
		},
		Captures: partNames[:],
	}
}

// Finder finds hedges. It holds buffers: one per goroutine.
type Finder struct {
	rules *rule.Matcher
	lex   lexicons
	d     *text.Doc
	said  []speech.Utterance
	buf   []rule.Match
	out   []Hedge
}

// NewFinder returns a Finder that reads its rules and lexicons from set.
func NewFinder(set *rule.Set) *Finder {
	return &Finder{rules: set.Matcher("hedge"), lex: newLexicons(set)}
}

// Find returns the hedges of d in order of place, those of class none with it.
// said is what speech found in d. The result is good until the next call.
func (f *Finder) Find(d *text.Doc, said []speech.Utterance) []Hedge {
	f.d, f.said = d, said
	f.out = f.out[:0]
	f.buf = f.settle(f.rules.All(d, text.Range{To: len(d.Tokens)}, f.buf[:0]))
	for i := range f.buf {
		m := &f.buf[i]
		h := Hedge{
			Span:  f.span(m.Tokens),
			Class: Class(m.Rule.Get("class")),
			Rule:  m.Rule.ID,
			at:    m.Tokens.From,
			last:  m.Tokens.To - 1,
			reach: reach(m.Rule.Get("reach")),
		}
		h.Scope = h.reach.scope()
		f.parts(m, &h)
		switch {
		case h.Class == none:
			h.Why = "another sense of the word"
		case m.Rule.Get("unless") != "":
			if h.Why = f.except(m.Rule.Get("unless"), h.at); h.Why != "" {
				h.Class = none
			}
		}
		if h.Class == Denied {
			h.By = f.denier(&h, m.Rule.Get("by") == "speaker")
		}
		f.out = append(f.out, h)
	}
	sort.SliceStable(f.out, func(i, j int) bool { return f.out[i].Start < f.out[j].Start })
	return f.out
}

// settle resolves the conflicts among matches, sentence by sentence: of two that
// take the same word for their hedge the one of higher priority stays, then the
// longer, then the one further left. What merely stands in a gap of another
// ("sollen wohl 300 getötet worden sein") is no conflict.
func (f *Finder) settle(found []rule.Match) []rule.Match {
	kept := 0
	for from := 0; from < len(found); {
		to := from + 1
		for to < len(found) && f.d.Tokens[found[to].Tokens.From].Sent == f.d.Tokens[found[from].Tokens.From].Sent {
			to++
		}
		slices.SortStableFunc(found[from:to], byRank)
		first := kept
		for i := from; i < to; i++ {
			clash := false
			for j := first; j < kept && !clash; j++ {
				clash = clashes(&found[i], &found[j])
			}
			if !clash {
				found[kept] = found[i]
				kept++
			}
		}
		from = to
	}
	return found[:kept]
}

func byRank(a, b rule.Match) int {
	return cmp.Or(cmp.Compare(b.Rule.Priority, a.Rule.Priority), cmp.Compare(b.Tokens.Len(), a.Tokens.Len()),
		cmp.Compare(a.Tokens.From, b.Tokens.From), cmp.Compare(a.Rule.ID, b.Rule.ID))
}

// partNames are the captures that a hedge is made of.
var partNames = [...]string{"a", "b", "c", "d"}

// clashes reports whether two matches take the same token for a part of their
// hedge.
func clashes(m, n *rule.Match) bool {
	if !m.Tokens.Overlaps(n.Tokens) {
		return false
	}
	var mem [2][len(partNames)]text.Range
	for _, p := range taken(m, &mem[0]) {
		for _, q := range taken(n, &mem[1]) {
			if p.Overlaps(q) {
				return true
			}
		}
	}
	return false
}

// taken is what a match takes for its hedge: its parts, else the whole.
func taken(m *rule.Match, mem *[len(partNames)]text.Range) []text.Range {
	n := 0
	for _, name := range partNames {
		if r, ok := m.Capture(name); ok {
			mem[n] = r
			n++
		}
	}
	if n == 0 {
		mem[0] = m.Tokens
		n = 1
	}
	return mem[:n]
}

// parts takes the captures a, b, c, d of a split hedge. One alone narrows the
// hedge to itself.
func (f *Finder) parts(m *rule.Match, h *Hedge) {
	for _, name := range partNames {
		if r, ok := m.Capture(name); ok {
			if h.Parts == nil {
				h.last = r.To - 1
			}
			h.last = max(h.last, r.To-1)
			h.Parts = append(h.Parts, f.span(r))
			if name == "a" {
				h.at = r.From
			}
		}
	}
	if len(h.Parts) == 0 {
		return
	}
	sort.Slice(h.Parts, func(i, j int) bool { return h.Parts[i].Start < h.Parts[j].Start })
	h.Span = text.Span{Start: h.Parts[0].Start, End: h.Parts[len(h.Parts)-1].End}
	whole := true
	for i := 1; i < len(h.Parts); i++ {
		whole = whole && h.Parts[i].Start-h.Parts[i-1].End <= 1
	}
	if whole {
		h.Parts = nil
	}
}

func (f *Finder) span(r text.Range) text.Span {
	if r.Empty() {
		return text.Span{}
	}
	return text.Span{Start: f.d.Tokens[r.From].Start, End: f.d.Tokens[r.To-1].End}
}
