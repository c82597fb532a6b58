// Package rule is the rule engine: it loads rules and lexicons from YAML files,
// validates them, and finds what they match in an analysed text.
//
// The format of the files is described in extract/rules/FORMAT.md. A Set is made
// once by Load and read only from then on; it may be shared by goroutines. A
// Matcher holds the scratch memory of one goroutine.
package rule

import (
	"io/fs"

	"github.com/belegt/extract/extract/text"
)

// MaxCaptures is how many named captures a rule may have.
const MaxCaptures = 8

// Source is a folder of rule files.
type Source struct {
	Label  string // put before file names in messages, such as "rules/"; may be ""
	FS     fs.FS  // every *.yaml in its root and below is read
	Packed string // the same files as written by Pack, to start faster; passed over when the files have changed since
}

// Stage is a consumer of rules: what rules may propose.
type Stage struct {
	Name     string
	Keys     []Key    // what a rule's set may hold; nil allows anything
	Captures []string // the names a rule may capture; nil allows anything
}

// Key is a key of a rule's set with its allowed values; nil Values allow anything.
type Key struct {
	Name     string
	Values   []string
	Required bool
}

// Rule is one rule.
type Rule struct {
	ID       string
	Proposes string
	Priority int
	Note     string // "" in a packed set
	File     string // with the source's label
	Line     int    // first line, from 1

	set      []attr
	captures []string
	patterns []*program
	source   int
}

// Get returns the value of a key in the rule's set, "" when it isn't there.
func (r *Rule) Get(key string) string { return get(r.set, key) }

// Captures lists the names the rule's patterns capture, in order of the pattern.
// The caller must not change it.
func (r *Rule) Captures() []string { return r.captures }

// Match is one place where a rule's pattern holds.
type Match struct {
	Rule   *Rule
	Tokens text.Range // all that was read, captures and gaps included
	caps   [MaxCaptures]text.Range
	num    int // of the pattern in its stage
}

// Capture returns the tokens captured under name. It is false when the rule has
// no such name or that part of the pattern was not taken.
func (m *Match) Capture(name string) (text.Range, bool) {
	for i, n := range m.Rule.captures {
		if n == name {
			return m.caps[i], !m.caps[i].Empty()
		}
	}
	return text.Range{}, false
}

// attr is a key with its value.
type attr struct{ key, value string }

func get(attrs []attr, key string) string {
	for i := range attrs {
		if attrs[i].key == key {
			return attrs[i].value
		}
	}
	return ""
}
