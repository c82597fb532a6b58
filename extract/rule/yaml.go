package rule

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// reader walks the syntax tree of one YAML file and notes every fault on the
// way instead of stopping at the first.
type reader struct {
	file  string
	errs  Errors
	depth int // of the item being read

	content
}

// pair is one key of a mapping with its value.
type pair struct {
	key   string
	at    place // of the key
	value ast.Node
}

func (r *reader) fault(p place, format string, args ...any) {
	r.errs = append(r.errs, p.errorf(format, args...))
}

// at is the place of a node's first token.
func (r *reader) at(n ast.Node) place {
	p := place{file: r.file}
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		n = m.Values[0].Key
	}
	if m, ok := n.(*ast.MappingValueNode); ok {
		n = m.Key
	}
	if n != nil {
		if t := n.GetToken(); t != nil && t.Position != nil {
			p.line, p.col = t.Position.Line, t.Position.Column
		}
	}
	return p
}

// parse reads the file's YAML into documents. The parser stops at its first
// syntax error.
func (r *reader) parse(data []byte) (f *ast.File) {
	defer func() {
		if p := recover(); p != nil {
			f = nil
			r.fault(place{file: r.file}, "not readable as YAML: %v", p)
		}
	}()
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		at := place{file: r.file}
		msg := err.Error()
		var yerr yaml.Error
		if errors.As(err, &yerr) {
			msg = yerr.GetMessage()
			if t := yerr.GetToken(); t != nil && t.Position != nil {
				at.line, at.col = t.Position.Line, t.Position.Column
			}
		}
		r.fault(at, "not readable as YAML: %s", msg)
		return nil
	}
	return f
}

func describe(n ast.Node) string {
	switch n := n.(type) {
	case nil:
		return "nothing"
	case *ast.NullNode:
		return "nothing (put null or ~ in quotes if you mean the text)"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a map"
	case *ast.SequenceNode:
		return "a list"
	case *ast.AnchorNode, *ast.AliasNode:
		return "an anchor or alias (not supported)"
	case *ast.TagNode:
		return "a tag (not supported)"
	default:
		if s, ok := scalar(n); ok {
			return strconv.Quote(s)
		}
		return fmt.Sprint(n.Type())
	}
}

// scalar is the text of a scalar as it stands in the file.
func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		if n.Value == nil {
			return "", false
		}
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// pairs lists a mapping's keys; it complains about anything else and about keys
// that occur twice.
func (r *reader) pairs(n ast.Node, what string) ([]pair, bool) {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		r.fault(r.at(n), "want %s, a map; got %s", what, describe(n))
		return nil, false
	}
	out := make([]pair, 0, len(values))
	for _, v := range values {
		key, ok := scalar(v.Key)
		if !ok {
			r.fault(r.at(v.Key), "a key must be a plain word")
			continue
		}
		at := r.at(v.Key)
		for _, p := range out {
			if p.key == key {
				r.fault(at, "key %q is given twice", key)
			}
		}
		out = append(out, pair{key, at, v.Value})
	}
	return out, true
}

// list gives a sequence's members; it complains about anything else.
func (r *reader) list(n ast.Node, what string) []ast.Node {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		r.fault(r.at(n), "want a list of %s; got %s", what, describe(n))
		return nil
	}
	return s.Values
}

// str reads a text.
func (r *reader) str(n ast.Node, what string) (string, bool) {
	s, ok := scalar(n)
	if !ok {
		r.fault(r.at(n), "want %s, a text; got %s", what, describe(n))
		return "", false
	}
	if s == "" {
		r.fault(r.at(n), "%s must not be empty", what)
		return "", false
	}
	return s, true
}

// one is a text with its place.
type one struct {
	s  string
	at place
}

// strs reads a text or a list of texts.
func (r *reader) strs(n ast.Node, what string) []one {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		if s, ok := r.str(n, what); ok {
			return []one{{s, r.at(n)}}
		}
		return nil
	}
	if len(seq.Values) == 0 {
		r.fault(r.at(n), "the list of %s is empty", what)
	}
	var out []one
	for _, v := range seq.Values {
		if s, ok := r.str(v, what); ok {
			out = append(out, one{s, r.at(v)})
		}
	}
	return out
}

// boolean reads true or false.
func (r *reader) boolean(n ast.Node, what string) (bool, bool) {
	b, ok := n.(*ast.BoolNode)
	if !ok {
		r.fault(r.at(n), "want %s: true or false; got %s", what, describe(n))
		return false, false
	}
	return b.Value, true
}

func (r *reader) tri(n ast.Node, what string) tri {
	v, ok := r.boolean(n, what)
	switch {
	case !ok:
		return unasked
	case v:
		return yes
	}
	return no
}

// number reads a whole number between lo and hi.
func (r *reader) number(n ast.Node, what string, lo, hi int) int {
	s, ok := scalar(n)
	v, err := strconv.Atoi(s)
	if !ok || err != nil || v < lo || v > hi {
		r.fault(r.at(n), "want %s, a whole number from %d to %d; got %s", what, lo, hi, describe(n))
		return lo
	}
	return v
}

// choice reads one of some names and returns its index, -1 when it isn't one.
func (r *reader) choice(o one, what string, names []string) int {
	for i, n := range names {
		if n == o.s {
			return i
		}
	}
	r.fault(o.at, "unknown %s %q; allowed: %s", what, o.s, allowed(names))
	return -1
}

// choices reads names, singly or as a list, and returns them.
func (r *reader) choices(n ast.Node, what string, names []string) []string {
	var out []string
	for _, o := range r.strs(n, what) {
		if r.choice(o, what, names) >= 0 {
			out = append(out, o.s)
		}
	}
	return out
}

func (r *reader) unknownKey(p pair, what string, keys ...string) {
	r.fault(p.at, "unknown key %q of %s; allowed: %s", p.key, what, allowed(keys))
}
