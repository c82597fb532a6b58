package rule

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/belegt/extract/extract/text"
)

// Check runs every rule's examples, each rule alone, and returns what is wrong
// as *Error with the place of the example. analyze has to read a text up to the
// stages that the rules stand on, with words classified by s.
func (s *Set) Check(analyze func(string) *text.Doc) []error {
	return s.CheckStage("", analyze)
}

// CheckStage is Check for the rules of one stage; "" stands for all.
func (s *Set) CheckStage(stage string, analyze func(string) *text.Doc) []error {
	var errs Errors
	decls := map[string]*ruleDecl{}
	for i, src := range s.sources {
		found, _ := src.parse()
		for _, d := range found.rules {
			if r := s.Rule(d.id); r != nil && r.source == i {
				decls[d.id] = d
			}
		}
	}
	for _, r := range s.rules {
		if stage != "" && r.Proposes != stage {
			continue
		}
		d := decls[r.ID]
		if d == nil {
			errs = append(errs, &Error{File: r.File, Line: r.Line, Col: 1, Msg: fmt.Sprintf("rule %q is not in its file any more", r.ID)})
			continue
		}
		m := s.matcherOf(r)
		for _, e := range d.match {
			doc := analyze(e.text)
			if msg := e.missed(m, doc); msg != "" {
				errs = append(errs, e.errorf("rule %s: %s", r.ID, msg))
			}
		}
		for _, e := range d.nomatch {
			doc := analyze(e.text)
			if found := m.All(doc, text.Range{To: len(doc.Tokens)}, nil); len(found) > 0 {
				errs = append(errs, e.errorf("rule %s: matches its nomatch: %s", r.ID, found[0].Explain(doc)))
			}
		}
	}
	errs = errs.sorted()
	out := make([]error, len(errs))
	for i, e := range errs {
		out[i] = e
	}
	return out
}

// matcherOf is a matcher for one rule alone.
func (s *Set) matcherOf(r *Rule) *Matcher {
	alone := Set{rules: []*Rule{{ID: r.ID, Proposes: r.Proposes, File: r.File, Line: r.Line, captures: r.captures}}, lists: s.lists, words: s.words}
	for _, p := range r.patterns {
		q := *p
		q.rule = alone.rules[0]
		alone.rules[0].patterns = append(alone.rules[0].patterns, &q)
	}
	alone.buildStages()
	alone.stages[r.Proposes].bit = s.stages[r.Proposes].bit // words are classified by s
	return alone.Matcher(r.Proposes)
}

// missed says why an example is not met, "" when some match fulfils all of it.
func (e *example) missed(m *Matcher, d *text.Doc) string {
	found := m.All(d, text.Range{To: len(d.Tokens)}, nil)
	if len(found) == 0 {
		return "doesn't match " + strconv.Quote(e.text)
	}
	var first string
	for i := range found {
		var wrong []string
		for _, a := range e.want {
			r := found[i].Tokens
			if a.key != "span" {
				r, _ = found[i].Capture(a.key)
			}
			if got := covered(d, r); got != a.value {
				wrong = append(wrong, fmt.Sprintf("%s: got %q; want %q", a.key, got, a.value))
			}
		}
		if len(wrong) == 0 {
			return ""
		}
		if first == "" {
			first = strings.Join(wrong, ", ")
		}
	}
	return first
}
