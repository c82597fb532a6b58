package rule

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"github.com/belegt/extract/extract/text"
)

// readFile reads the declarations of one file.
func (r *reader) readFile(data []byte) {
	if !utf8.Valid(data) {
		r.fault(place{file: r.file}, "not UTF-8")
		return
	}
	f := r.parse(data)
	if f == nil {
		return
	}
	for _, d := range f.Docs {
		switch d.Body.(type) {
		case nil, *ast.NullNode, *ast.CommentGroupNode:
			continue
		}
		top, _ := r.pairs(d.Body, "the top level")
		for _, p := range top {
			switch p.key {
			case "lexicons":
				for _, n := range r.list(p.value, "lexicons") {
					r.lexicon(n)
				}
			case "rules":
				for _, n := range r.list(p.value, "rules") {
					r.rule(n)
				}
			case "parts":
				for _, n := range r.list(p.value, "parts") {
					r.part(n)
				}
			case "off":
				for _, o := range r.strs(p.value, "rule ids") {
					r.off = append(r.off, offDecl{o.at, o.s})
				}
			default:
				r.unknownKey(p, "the top level", "lexicons", "parts", "rules", "off")
			}
		}
	}
}

// identifier checks the spelling of an id.
func (r *reader) identifier(p pair) string {
	s, ok := r.str(p.value, "an id")
	if !ok {
		return ""
	}
	for i, part := range strings.Split(s, ".") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789_-") != "" {
			r.fault(r.at(p.value), "bad id %q (part %d): want lower-case letters, digits, _ and -, in parts joined by dots", s, i+1)
			return ""
		}
	}
	return s
}

func (r *reader) pos(n ast.Node) (s posSet) {
	for _, o := range r.strs(n, "parts of speech") {
		if p, ok := text.ParsePOS(o.s); ok {
			s |= 1 << p
		} else {
			r.fault(o.at, "unknown part of speech %q; allowed: %s", o.s, allowed(posNames()))
		}
	}
	return s
}

func (r *reader) caseExact(n ast.Node) bool {
	return len(r.choices(n, "case", []string{"exact"})) == 1
}

// attrs reads a map of texts.
func (r *reader) attrs(n ast.Node, what string) []attr {
	var out []attr
	pp, _ := r.pairs(n, what)
	for _, p := range pp {
		if s, ok := r.str(p.value, "the value of "+p.key); ok {
			out = append(out, attr{p.key, s})
		}
	}
	return out
}

func (r *reader) lexicon(n ast.Node) {
	pp, ok := r.pairs(n, "a lexicon")
	if !ok {
		return
	}
	d := &lexDecl{place: r.at(n)}
	var entries ast.Node
	var compounds place
	other := ""
	for _, p := range pp {
		if p.key != "id" && p.key != "add" {
			other = p.key
		}
		switch p.key {
		case "id":
			d.id = r.identifier(p)
		case "by":
			for _, o := range r.strs(p.value, "by") {
				if i := r.choice(o, "value of by", byNames); i >= 0 {
					d.by = listBy(i)
				}
			}
		case "case":
			d.exact = r.caseExact(p.value)
		case "pos":
			d.pos = r.pos(p.value)
		case "compounds":
			d.compounds, _ = r.boolean(p.value, "compounds")
			compounds = p.at
		case "set":
			d.set = r.attrs(p.value, "set")
		case "entries":
			entries = p.value
		case "add":
			entries, d.add = p.value, true
		default:
			r.unknownKey(p, "a lexicon", "id", "by", "case", "pos", "compounds", "set", "entries", "add")
		}
	}
	if d.id == "" && !has(pp, "id") {
		r.fault(d.place, "the lexicon has no id")
	}
	if d.compounds && d.by != byLemma {
		r.fault(compounds, "compounds needs by: lemma")
	}
	if d.add && other != "" {
		r.fault(d.place, "a lexicon with add has only id besides; got %s", other)
	}
	if entries == nil {
		r.fault(d.place, "the lexicon has no entries")
		return
	}
	list := r.list(entries, "entries")
	if len(list) == 0 {
		r.fault(r.at(entries), "the lexicon has no entries")
	}
	for _, n := range list {
		r.entry(d, n)
	}
	r.lexicons = append(r.lexicons, d)
}

func has(pp []pair, key string) bool {
	for _, p := range pp {
		if p.key == key {
			return true
		}
	}
	return false
}

func (r *reader) entry(d *lexDecl, n ast.Node) {
	e, at := Entry{}, r.at(n)
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		pp, _ := r.pairs(n, "an entry")
		for _, p := range pp {
			s, ok := r.str(p.value, "the value of "+p.key)
			switch {
			case !ok:
			case p.key == byNames[d.by], d.add && e.Key == "" && isBy(p.key):
				e.Key = s
			default:
				e.attrs = append(e.attrs, attr{p.key, s})
			}
		}
		if e.Key == "" {
			r.fault(at, "the entry has no %s", byNames[d.by])
			return
		}
	default:
		s, ok := r.str(n, "an entry")
		if !ok {
			return
		}
		e.Key = s
	}
	if r.listWord(one{e.Key, at}, d.by) {
		d.entries, d.places = append(d.entries, e), append(d.places, at)
	}
}

func isBy(key string) bool {
	for _, n := range byNames {
		if n == key {
			return true
		}
	}
	return false
}

// listWord checks an entry of a list: one token, and a sound template.
func (r *reader) listWord(o one, by listBy) bool {
	if strings.IndexFunc(o.s, isSpace) >= 0 {
		r.fault(o.at, "%q holds white space: an entry is one token; write a pattern with an item for each", o.s)
		return false
	}
	if by == byLike {
		if msg := checkLike(o.s); msg != "" {
			r.fault(o.at, "bad template %q: %s", o.s, msg)
			return false
		}
	}
	return true
}

func (r *reader) part(n ast.Node) {
	pp, ok := r.pairs(n, "a part")
	if !ok {
		return
	}
	d := &partDecl{place: r.at(n)}
	for _, p := range pp {
		switch p.key {
		case "id":
			d.id = r.identifier(p)
		case "pattern":
			d.pattern = r.pattern(p.value)
		case "note":
			r.str(p.value, "note")
		default:
			r.unknownKey(p, "a part", "id", "pattern", "note")
		}
	}
	for _, key := range []string{"id", "pattern"} {
		if !has(pp, key) {
			r.fault(d.place, "the part has no %s", key)
		}
	}
	r.parts = append(r.parts, d)
}

func (r *reader) rule(n ast.Node) {
	pp, ok := r.pairs(n, "a rule")
	if !ok {
		return
	}
	d := &ruleDecl{place: r.at(n)}
	for _, p := range pp {
		switch p.key {
		case "id":
			d.id = r.identifier(p)
		case "proposes":
			d.proposes, _ = r.str(p.value, "proposes")
			d.by = r.at(p.value)
		case "priority":
			d.priority = r.number(p.value, "priority", -1000, 1000)
		case "set":
			d.set = r.attrs(p.value, "set")
			d.setPlace = p.at
		case "note":
			d.note, _ = r.str(p.value, "note")
		case "pattern":
			d.patterns = append(d.patterns, r.pattern(p.value))
		case "patterns":
			for _, v := range r.list(p.value, "patterns") {
				d.patterns = append(d.patterns, r.pattern(v))
			}
		case "match":
			for _, v := range r.list(p.value, "match examples") {
				r.example(d, v)
			}
		case "nomatch":
			for _, o := range r.strs(p.value, "nomatch examples") {
				d.nomatch = append(d.nomatch, example{place: o.at, text: o.s})
			}
		default:
			r.unknownKey(p, "a rule", "id", "proposes", "priority", "set", "note", "pattern", "patterns", "match", "nomatch")
		}
	}
	for _, key := range []string{"id", "proposes"} {
		if !has(pp, key) {
			r.fault(d.place, "the rule has no %s", key)
		}
	}
	switch {
	case has(pp, "pattern") && has(pp, "patterns"):
		r.fault(d.place, "a rule has pattern or patterns, not both")
	case len(d.patterns) == 0:
		r.fault(d.place, "the rule has no pattern")
	}
	if len(d.match) == 0 {
		r.fault(d.place, "the rule has no match example")
	}
	if len(d.nomatch) == 0 {
		r.fault(d.place, "the rule has no nomatch example")
	}
	r.rules = append(r.rules, d)
}

func (r *reader) example(d *ruleDecl, n ast.Node) {
	e := example{place: r.at(n)}
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		for _, a := range r.attrs(n, "an example") {
			if a.key == "text" {
				e.text = a.value
			} else {
				e.want = append(e.want, a)
			}
		}
		if e.text == "" {
			r.fault(e.place, "the example has no text")
			return
		}
	default:
		s, ok := r.str(n, "an example")
		if !ok {
			return
		}
		e.text = s
	}
	d.match = append(d.match, e)
}

// pattern reads a list of items.
func (r *reader) pattern(n ast.Node) []*node {
	var out []*node
	list := r.list(n, "items")
	if _, ok := n.(*ast.SequenceNode); ok && len(list) == 0 {
		r.fault(r.at(n), "the list of items is empty")
	}
	for _, v := range list {
		if it := r.item(v); it != nil {
			out = append(out, it)
		}
	}
	return out
}

// items reads one item or a list of them.
func (r *reader) items(n ast.Node) []*node {
	if _, ok := n.(*ast.SequenceNode); ok {
		return r.pattern(n)
	}
	if it := r.item(n); it != nil {
		return []*node{it}
	}
	return nil
}
