package rule

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Set is a loaded, validated set of rules and lexicons. It is read only.
type Set struct {
	rules    []*Rule    // by id
	lexicons []*Lexicon // by id
	lists    []*Lexicon // by number: those of the files and the lists written in patterns
	words    int        // length of the longest Word.Lex
	index    index
	stages   map[string]*stageRules
	starts   []uint16 // by lexicon: the bits of the stages some pattern of which begins with it
	sources  []Source
}

// Load reads the sources, each adding to and overriding by id those before it.
// On faults it returns all of them as Errors and no Set. A rule may propose only
// what a stage of that name consumes; nil stages allow anything.
func Load(stages []Stage, sources ...Source) (*Set, error) {
	var errs Errors
	m := merger{lexicons: map[string]*lexDecl{}, parts: map[string]*partDecl{}, rules: map[string]*ruleDecl{}, from: map[string]int{}}
	for i, src := range sources {
		found, err := src.read()
		errs = append(errs, err...)
		errs = append(errs, m.merge(i, &found)...)
	}
	s := &Set{sources: sources}
	errs = append(errs, s.build(&m, stages)...)
	if len(errs) > 0 {
		return nil, errs.sorted()
	}
	return s, nil
}

// read gives the declarations of a source.
func (src Source) read() (content, Errors) {
	if src.Packed != "" && src.Fresh() {
		found, err := unpack(src.Packed)
		if err != nil {
			return found, Errors{{File: src.Label + "(packed)", Msg: err.Error()}}
		}
		for _, d := range found.lexicons {
			d.file = src.Label + d.file
		}
		for _, d := range found.rules {
			d.file = src.Label + d.file
		}
		return found, nil
	}
	return src.parse()
}

// parse reads the YAML files of a source.
func (src Source) parse() (found content, errs Errors) {
	names, err := src.files()
	if err != nil {
		return found, Errors{{File: strings.TrimSuffix(src.Label, "/"), Msg: "can't be read: " + reason(err)}}
	}
	for _, name := range names {
		r := &reader{file: src.Label + name}
		data, err := fs.ReadFile(src.FS, name)
		if err != nil {
			r.fault(place{file: r.file}, "can't be read: %s", reason(err))
		} else {
			r.readFile(data)
		}
		found.lexicons, found.parts = append(found.lexicons, r.lexicons...), append(found.parts, r.parts...)
		found.rules, found.off = append(found.rules, r.rules...), append(found.off, r.off...)
		errs = append(errs, r.errs...)
	}
	return found, errs
}

// files lists the rule files of a source in byte order.
func (src Source) files() ([]string, error) {
	if src.FS == nil {
		return nil, errors.New("no folder given")
	}
	var names []string
	err := fs.WalkDir(src.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.IsDir() && strings.HasSuffix(path, ".yaml") {
			names = append(names, path)
		}
		return nil
	})
	slices.Sort(names)
	return names, err
}

// reason is an error without the path that the message already names.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

// merger joins the declarations of several sources.
type merger struct {
	lexicons map[string]*lexDecl
	parts    map[string]*partDecl
	rules    map[string]*ruleDecl
	from     map[string]int // rule id → source
}

func (m *merger) merge(source int, found *content) (errs Errors) {
	seenLex, seenPart, seenRule := map[string]*lexDecl{}, map[string]*partDecl{}, map[string]*ruleDecl{}
	for _, d := range found.parts {
		if d.id == "" {
			continue
		}
		if first := seenPart[d.id]; first != nil {
			errs = append(errs, d.errorf("part %q is already at %s:%d", d.id, first.file, first.line))
			continue
		}
		seenPart[d.id] = d
		m.parts[d.id] = d
	}
	for _, d := range found.lexicons {
		if d.id == "" || d.add {
			continue
		}
		if first := seenLex[d.id]; first != nil {
			errs = append(errs, d.errorf("lexicon %q is already at %s:%d; to add words to it use add in place of entries", d.id, first.file, first.line))
			continue
		}
		seenLex[d.id] = d
		m.lexicons[d.id] = d
	}
	for _, d := range found.lexicons {
		if d.id == "" || !d.add {
			continue
		}
		to := m.lexicons[d.id]
		if to == nil {
			errs = append(errs, d.errorf("no lexicon %q to add to", d.id))
			continue
		}
		whole := *to
		whole.entries = append(slices.Clip(to.entries), d.entries...)
		whole.places = nil
		for i := range to.entries {
			whole.places = append(whole.places, to.entryPlace(i))
		}
		whole.places = append(whole.places, d.places...)
		whole.checked = false
		m.lexicons[d.id] = &whole
	}
	for _, d := range found.rules {
		if d.id == "" {
			continue
		}
		if first := seenRule[d.id]; first != nil {
			errs = append(errs, d.errorf("rule %q is already at %s:%d", d.id, first.file, first.line))
			continue
		}
		seenRule[d.id] = d
	}
	for _, o := range found.off {
		any := false
		for id := range m.rules {
			if id == o.id || strings.HasSuffix(o.id, ".*") && strings.HasPrefix(id, o.id[:len(o.id)-1]) {
				delete(m.rules, id)
				any = true
			}
		}
		if !any {
			errs = append(errs, o.errorf("no rule %q in an earlier source to switch off", o.id))
		}
	}
	for id, d := range seenRule {
		m.rules[id], m.from[id] = d, source
	}
	return errs
}

// build makes the set from the merged declarations.
func (s *Set) build(m *merger, stages []Stage) (errs Errors) {
	c := compiler{set: s, parts: m.parts, lexByID: map[string]int{}, anon: map[string]int{}}
	for _, d := range m.lexicons {
		c.lexDecls = append(c.lexDecls, d)
	}
	slices.SortFunc(c.lexDecls, func(a, b *lexDecl) int { return cmp.Compare(a.id, b.id) })
	for _, d := range c.lexDecls {
		c.addLexicon(d)
	}
	s.lexicons = slices.Clone(s.lists)

	decls := make([]*ruleDecl, 0, len(m.rules))
	for _, d := range m.rules {
		decls = append(decls, d)
	}
	slices.SortFunc(decls, func(a, b *ruleDecl) int { return cmp.Compare(a.id, b.id) })
	for _, d := range decls {
		c.checkStage(d, stages)
		s.rules = append(s.rules, c.rule(d, m.from[d.id]))
	}
	s.words = (len(s.lists) + 63) / 64
	s.index = newIndex(s.lists)
	s.buildStages()
	return c.errs
}

// checkStage holds a rule to what its consumer understands.
func (c *compiler) checkStage(d *ruleDecl, stages []Stage) {
	c.stage = nil
	if stages == nil {
		return
	}
	var st *Stage
	var names []string
	for i := range stages {
		names = append(names, stages[i].Name)
		if stages[i].Name == d.proposes {
			st = &stages[i]
		}
	}
	if st == nil {
		if d.proposes != "" {
			c.fault(d.by, "unknown value of proposes %q; allowed: %s", d.proposes, allowed(names))
		}
		return
	}
	c.stage = st
	if st.Keys == nil {
		return
	}
	at := d.setPlace
	if at.line == 0 {
		at = d.place
	}
	names = names[:0]
	for _, k := range st.Keys {
		names = append(names, k.Name)
		v := get(d.set, k.Name)
		switch {
		case v == "" && k.Required:
			c.fault(at, "set has no %s, which stage %s needs", k.Name, st.Name)
		case v != "" && k.Values != nil && !slices.Contains(k.Values, v):
			c.fault(at, "unknown value of %s %q; allowed: %s", k.Name, v, allowed(k.Values))
		}
	}
	for _, a := range d.set {
		if !slices.Contains(names, a.key) {
			c.fault(at, "unknown key %q of set; stage %s allows: %s", a.key, st.Name, allowed(names))
		}
	}
}

// Lexicon returns the lexicon with this id, nil when there is none.
func (s *Set) Lexicon(id string) *Lexicon {
	i, ok := slices.BinarySearchFunc(s.lexicons, id, func(l *Lexicon, id string) int { return cmp.Compare(l.ID, id) })
	if !ok {
		return nil
	}
	return s.lexicons[i]
}

// List returns all rules by id. The caller must not change the slice.
func (s *Set) List() []*Rule { return s.rules }

// Rule returns the rule with this id, nil when there is none.
func (s *Set) Rule(id string) *Rule {
	i, ok := slices.BinarySearchFunc(s.rules, id, func(r *Rule, id string) int { return cmp.Compare(r.ID, id) })
	if !ok {
		return nil
	}
	return s.rules[i]
}
