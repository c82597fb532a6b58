package rule

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/belegt/extract/extract/text"
)

// maxRepeat bounds how often an item may repeat, maxGap how many tokens a gap
// may pass over.
const (
	maxRepeat = 20
	maxGap    = 100
)

var itemKeys = []string{
	"word", "lemma", "lex", "prefix", "suffix", "like", "case", "pos", "feats", "can", "shape", "clause", "quoted", "not",
	"quantity", "date", "np", "zone", "gap", "any", "seq", "use", "at", "ahead", "behind", "as", "opt", "repeat",
}

// readerKinds are the keys that decide what an item reads.
var readerKinds = map[string]nodeKind{
	"quantity": kindQuantity, "date": kindDate, "np": kindNP, "zone": kindZone, "gap": kindGap, "any": kindAny,
	"seq": kindSeq, "at": kindAt, "ahead": kindAhead, "behind": kindBehind, "use": kindUse,
}

// item reads one item of a pattern, nil when it is none.
func (r *reader) item(n ast.Node) *node {
	pp, ok := r.pairs(n, "an item")
	if !ok {
		return nil
	}
	d := &node{place: r.at(n)}
	if r.depth++; r.depth > maxDepth {
		r.depth--
		r.fault(d.place, "items are nested too deep")
		return nil
	}
	defer func() { r.depth-- }()
	if len(pp) == 0 {
		r.fault(d.place, "the item is empty; allowed: %s", allowed(itemKeys))
		return nil
	}
	exact := false
	kindKey := ""
	tests := 0
	for _, p := range pp {
		if p.key == "case" {
			exact = r.caseExact(p.value)
		}
		if k, ok := readerKinds[p.key]; ok {
			if kindKey != "" {
				r.fault(p.at, "an item can't have both %s and %s", kindKey, p.key)
			}
			kindKey, d.kind = p.key, k
		}
	}
	caseUsed := false
	for _, p := range pp {
		tests++
		switch p.key {
		case "case":
			tests--
			continue
		case "word":
			d.lists = append(d.lists, r.words(p.value, byForm, exact))
			caseUsed = true
		case "prefix":
			d.lists = append(d.lists, r.words(p.value, byPrefix, exact))
			caseUsed = true
		case "suffix":
			d.lists = append(d.lists, r.words(p.value, bySuffix, exact))
			caseUsed = true
		case "lemma":
			d.lists = append(d.lists, r.words(p.value, byLemma, false))
		case "like":
			d.lists = append(d.lists, r.words(p.value, byLike, false))
		case "lex":
			var t listTest
			for _, o := range r.strs(p.value, "lexicon ids") {
				t.lex, t.at = append(t.lex, o.s), append(t.at, o.at)
			}
			d.lists = append(d.lists, t)
		case "pos":
			d.pos = r.pos(p.value)
		case "feats":
			d.feats = r.feats(p.value)
		case "can":
			d.can = r.can(p)
		case "shape":
			for _, o := range r.strs(p.value, "shapes") {
				d.shape |= r.shape(o)
			}
		case "clause":
			for _, o := range r.strs(p.value, "kinds of clause") {
				if i := r.choice(o, "kind of clause", clauseNames); i >= 0 {
					d.clause |= 1 << i
				}
			}
		case "quoted":
			d.quoted = r.tri(p.value, "quoted")
		case "not":
			if it := r.item(p.value); it != nil {
				d.not = append(d.not, it)
			}
		case "as":
			d.as = r.captureName(p)
			tests--
		case "opt":
			d.opt, _ = r.boolean(p.value, "opt")
			tests--
		case "repeat":
			r.repeat(d, p)
			tests--
		default:
			if _, ok := readerKinds[p.key]; !ok {
				r.unknownKey(p, "an item", itemKeys...)
				continue
			}
			r.readerItem(d, p)
			tests--
		}
	}
	if exact && !caseUsed {
		r.fault(d.place, "case belongs to word, prefix or suffix")
	}
	if kindKey == "" && tests == 0 {
		r.fault(d.place, "the item has no test; allowed: %s", allowed(itemKeys))
	}
	switch d.kind {
	case kindAt, kindAhead, kindBehind:
		if len(pp) > 1 {
			r.fault(d.place, "%s reads nothing and stands alone in its item", kindKey)
		}
	case kindGap:
		if tests > 0 || d.opt || d.rmax > 0 {
			r.fault(d.place, "gap stands alone in its item, or with as")
		}
	case kindAny, kindSeq, kindUse:
		if tests > 0 {
			r.fault(d.place, "%s can't be joined with tests of a token: put them inside", kindKey)
		}
	}
	return d
}

func (r *reader) words(n ast.Node, by listBy, exact bool) listTest {
	t := listTest{by: by, exact: exact}
	for _, o := range r.strs(n, "words") {
		if r.listWord(o, by) {
			if by != byLemma && by != byLike && !exact {
				o.s = strings.ToLower(o.s)
			}
			t.words = append(t.words, o.s)
		}
	}
	slices.Sort(t.words)
	t.words = slices.Compact(t.words)
	return t
}

func (r *reader) shape(o one) text.Shape {
	var names []string
	for _, s := range shapeNames {
		if s.name == o.s {
			return s.mark
		}
		names = append(names, s.name)
	}
	r.fault(o.at, "unknown shape %q; allowed: %s", o.s, allowed(names))
	return 0
}

func (r *reader) captureName(p pair) string {
	s, ok := r.str(p.value, "a capture's name")
	if ok && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz_") != "" {
		r.fault(r.at(p.value), "bad capture name %q: want lower-case letters and _", s)
	}
	if s == "text" || s == "span" {
		r.fault(r.at(p.value), "a capture can't be named %s: examples use the word", s)
	}
	return s
}

// can reads what some reading of the word must be.
func (r *reader) can(p pair) *node {
	d := &node{}
	pp, _ := r.pairs(p.value, "can")
	for _, q := range pp {
		switch q.key {
		case "pos":
			d.pos = r.pos(q.value)
		case "feats":
			d.feats = r.feats(q.value)
		default:
			r.unknownKey(q, "can", "pos", "feats")
		}
	}
	if len(pp) == 0 {
		r.fault(p.at, "can asks nothing; allowed: pos, feats")
	}
	return d
}

func (r *reader) repeat(d *node, p pair) {
	pp, _ := r.pairs(p.value, "repeat")
	d.rmin, d.rmax = 1, maxRepeat
	for _, q := range pp {
		switch q.key {
		case "min":
			d.rmin = r.number(q.value, "min", 0, maxRepeat)
		case "max":
			d.rmax = r.number(q.value, "max", 1, maxRepeat)
		default:
			r.unknownKey(q, "repeat", "min", "max")
		}
	}
	if d.rmin > d.rmax {
		r.fault(p.at, "repeat has min %d above max %d", d.rmin, d.rmax)
	}
}

func (r *reader) feats(n ast.Node) []featTest {
	var out []featTest
	pp, _ := r.pairs(n, "feats")
	for _, p := range pp {
		var field *featField
		var names []string
		for i := range featFields {
			if featFields[i].name == p.key {
				field = &featFields[i]
			}
			names = append(names, featFields[i].name)
		}
		if field == nil {
			r.fault(p.at, "unknown feature %q; allowed: %s", p.key, allowed(names))
			continue
		}
		out = append(out, featTest{field.mask, r.featValues(p.value, field)})
	}
	return out
}

func (r *reader) featValues(n ast.Node, field *featField) (set uint16) {
	var names []string
	for _, v := range field.values {
		names = append(names, v.name)
	}
	for _, o := range r.strs(n, "values of "+field.name) {
		if i := r.choice(o, "value of "+field.name, names); i >= 0 {
			set |= 1 << fieldValue(field.values[i].feat, field.mask)
		}
	}
	return set
}

// anyOf reads "any" or a choice of names, nil for any.
func (r *reader) anyOf(n ast.Node, what string, names []string) []string {
	if s, ok := scalar(n); ok && s == "any" {
		return nil
	}
	return r.choices(n, what, names)
}

// readerItem reads the key that decides what the item reads.
func (r *reader) readerItem(d *node, p pair) {
	switch p.key {
	case "quantity":
		r.quantity(d, p)
	case "date":
		d.names = r.anyOf(p.value, "type of date", dateTypes)
	case "np":
		r.nounPhrase(d, p)
	case "zone":
		if v, ok := r.boolean(p.value, "zone"); ok && !v {
			r.fault(r.at(p.value), "zone is true or left out")
		}
	case "gap":
		r.gap(d, p)
	case "any":
		for _, v := range r.list(p.value, "alternatives") {
			d.seqs = append(d.seqs, r.items(v))
		}
		if len(d.seqs) == 0 {
			r.fault(p.at, "any has no alternatives")
		}
	case "use":
		d.part, _ = r.str(p.value, "a part's id")
	case "seq":
		d.seqs = [][]*node{r.pattern(p.value)}
	case "at":
		for _, o := range r.strs(p.value, "at") {
			if i := r.choice(o, "place", atNames); i >= 0 {
				d.at = atKind(i)
			}
		}
	case "ahead", "behind":
		items := r.items(p.value)
		// {not: X} alone turns the look-around round, so that it also holds
		// where there is no token.
		if len(items) == 1 {
			if pp, ok := soleNot(items[0]); ok {
				d.negative, items = true, pp
			}
		}
		d.seqs = [][]*node{items}
	}
}

// soleNot returns the negated item of an item that is nothing else.
func soleNot(n *node) ([]*node, bool) {
	if n.kind == kindToken && len(n.not) == 1 && len(n.lists) == 0 && n.pos == 0 && n.feats == nil && n.shape == 0 &&
		n.clause == 0 && n.quoted == unasked && n.can == nil && n.as == "" && !n.opt && n.rmax == 0 {
		return n.not, true
	}
	return nil, false
}

func (r *reader) quantity(d *node, p pair) {
	switch p.value.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
	default:
		d.names = r.anyOf(p.value, "kind of quantity", quantityKinds)
		return
	}
	pp, _ := r.pairs(p.value, "quantity")
	for _, q := range pp {
		switch q.key {
		case "kind":
			d.names = r.anyOf(q.value, "kind of quantity", quantityKinds)
		case "bound":
			d.bounds = r.anyOf(q.value, "bound", boundNames)
		case "unit":
			for _, o := range r.strs(q.value, "units") {
				d.units = append(d.units, o.s)
			}
		case "compound":
			d.compound = r.tri(q.value, "compound")
		case "one":
			d.one = r.tri(q.value, "one")
		case "year":
			d.year = r.tri(q.value, "year")
		default:
			r.unknownKey(q, "quantity", "kind", "bound", "unit", "compound", "one", "year")
		}
	}
}

func (r *reader) nounPhrase(d *node, p pair) {
	switch p.value.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
	default:
		if v, ok := r.boolean(p.value, "np"); ok && !v {
			r.fault(r.at(p.value), "np is true, a map, or left out")
		}
		return
	}
	pp, _ := r.pairs(p.value, "np")
	for _, q := range pp {
		switch q.key {
		case "full":
			d.full, _ = r.boolean(q.value, "full")
		case "name":
			d.name, _ = r.boolean(q.value, "name")
		case "case":
			for i := range featFields {
				if featFields[i].mask == text.Case {
					d.cases = uint8(r.featValues(q.value, &featFields[i]))
				}
			}
		case "head":
			if it := r.item(q.value); it != nil {
				if it.kind != kindToken || it.opt || it.rmax > 0 || it.as != "" {
					r.fault(it.place, "head is one item that tests a token")
				}
				d.head = []*node{it}
			}
		default:
			r.unknownKey(q, "np", "full", "case", "head", "name")
		}
	}
}

func (r *reader) gap(d *node, p pair) {
	pp, _ := r.pairs(p.value, "gap")
	for _, q := range pp {
		switch q.key {
		case "min":
			d.min = r.number(q.value, "min", 0, maxGap)
		case "max":
			d.max = r.number(q.value, "max", 1, maxGap)
		case "within":
			for _, s := range r.choices(q.value, "value of within", []string{"clause", "sentence"}) {
				d.clausal = s == "clause"
			}
		case "not":
			d.seqs = [][]*node{r.items(q.value)}
		default:
			r.unknownKey(q, "gap", "min", "max", "within", "not")
		}
	}
	if !has(pp, "max") {
		r.fault(p.at, "gap has no max")
	} else if d.min > d.max {
		r.fault(p.at, "gap has min %d above max %d", d.min, d.max)
	}
}
