package rule

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/belegt/extract/extract/text"
)

// maxProgram bounds a compiled pattern; repeats inside repeats multiply.
const maxProgram = 2000

// maxUses bounds how many parts go into one rule.
const maxUses = 200

type opcode uint8

const (
	opRead   opcode = iota // an item that reads tokens
	opSplit                // go on at next, if that fails at x
	opJump                 // go on at x
	opOpen                 // capture x begins
	opClose                // capture x ends
	opAt                   // zero-width place
	opAhead                // look-around
	opBehind               //
	opGap
	opDone
)

type inst struct {
	op   opcode
	x    int
	item *item
	sub  *program // look-around, gap's not
}

// item is a compiled item: its declaration with the ids resolved.
type item struct {
	*node
	lists [][]int32 // lexicon numbers: of each list one must hold the token
	words int       // how many of the lists are words, not marks
	not   []*program
	head  *item
}

// program is a compiled pattern.
type program struct {
	rule  *Rule
	insts []inst
	first firstSet
	need  []int32 // some token must be in one of these lexicons; nil asks nothing
	lo    int     // how far from the first token it stands at least
	hi    int     // and at most, -1 for anywhere in the sentence
	num   int     // in its stage
}

// firstSet says which tokens a pattern can begin with.
type firstSet struct {
	lists                    []int32
	pos                      posSet
	quantity, date, np, zone bool
	kinds                    []string // of quantities; nil for any kind
	any                      bool
}

func (f *firstSet) join(g firstSet) {
	f.lists = append(f.lists, g.lists...)
	f.pos |= g.pos
	switch {
	case !f.quantity:
		f.kinds = g.kinds
	case g.quantity && (f.kinds == nil || g.kinds == nil):
		f.kinds = nil
	case g.quantity:
		f.kinds = append(slices.Clip(f.kinds), g.kinds...)
	}
	f.quantity = f.quantity || g.quantity
	f.date = f.date || g.date
	f.np = f.np || g.np
	f.zone = f.zone || g.zone
	f.any = f.any || g.any
}

// compiler turns declarations into a Set.
type compiler struct {
	set      *Set
	errs     Errors
	lexDecls []*lexDecl
	lexByID  map[string]int
	parts    map[string]*partDecl
	inside   []string       // parts being compiled, to notice one inside itself
	uses     int            // parts put into the current rule
	anon     map[string]int // canonical list → number

	current *Rule
	stage   *Stage // of the current rule, nil for one of no known needs
	prog    *program
	full    bool // the program has become too big

	key       []byte
	entrySlab []Entry
	numSlab   []int32
	listSlab  [][]int32
	itemSlab  []item
	scratch   [][]inst
}

func (c *compiler) fault(p place, format string, args ...any) {
	c.errs = append(c.errs, p.errorf(format, args...))
}

func (c *compiler) addLexicon(d *lexDecl) {
	l := &Lexicon{ID: d.id, num: len(c.set.lists), by: d.by, exact: d.exact, compounds: d.compounds, pos: d.pos, base: d.set, set: c.set}
	l.Entries = d.entries
	for i := range l.Entries {
		l.Entries[i].lex = l
	}
	if !d.checked {
		c.checkTwice(d)
	}
	c.lexByID[d.id] = l.num
	c.set.lists = append(c.set.lists, l)
}

// checkTwice complains of entries that are the same to a token.
func (c *compiler) checkTwice(d *lexDecl) {
	seen := make(map[string]struct{}, len(d.entries))
	for i := range d.entries {
		key := d.entries[i].Key
		if d.by != byLemma && d.by != byLike && !d.exact {
			key = strings.ToLower(key)
		}
		if _, dup := seen[key]; dup {
			c.fault(d.entryPlace(i), "entry %q is twice in lexicon %q", key, d.id)
		}
		seen[key] = struct{}{}
	}
}

// list gives the lexicon numbers of a test.
func (c *compiler) list(t *listTest) []int32 {
	size := len(t.lex)
	if len(t.words) > 0 {
		size++
	}
	out := cut(&c.numSlab, size)[:0]
	for i, id := range t.lex {
		n, ok := c.lexByID[id]
		if !ok {
			at := place{file: c.current.File, line: c.current.Line}
			if i < len(t.at) {
				at = t.at[i]
			}
			c.fault(at, "no lexicon %q; there are: %s", id, allowed(c.lexiconsLike(id)))
			continue
		}
		out = append(out, int32(n))
	}
	if len(t.words) == 0 {
		return out
	}
	key := append(c.key[:0], byte(t.by))
	key = strconv.AppendBool(key, t.exact)
	for _, w := range t.words {
		key = append(append(key, ' '), w...)
	}
	c.key = key
	n, ok := c.anon[string(key)]
	if !ok {
		l := &Lexicon{num: len(c.set.lists), by: t.by, exact: t.exact, set: c.set}
		l.Entries = cut(&c.entrySlab, len(t.words))
		for i, w := range t.words {
			l.Entries[i] = Entry{Key: w, lex: l}
		}
		n = l.num
		c.anon[string(key)] = n
		c.set.lists = append(c.set.lists, l)
	}
	return append(out, int32(n))
}

// mark gives the number of a list that isn't of words, making it when it is new.
func (c *compiler) mark(key string, l Lexicon) []int32 {
	n, ok := c.anon[key]
	if !ok {
		n = len(c.set.lists)
		l.num, l.set = n, c.set
		c.set.lists = append(c.set.lists, &l)
		c.anon[key] = n
	}
	return []int32{int32(n)}
}

// lexiconsLike lists the lexicons whose id has the first part of id, or all when
// none has.
func (c *compiler) lexiconsLike(id string) []string {
	first, _, _ := strings.Cut(id, ".")
	var all, like []string
	for _, d := range c.lexDecls {
		all = append(all, d.id)
		if d.id == first || strings.HasPrefix(d.id, first+".") {
			like = append(like, d.id)
		}
	}
	switch {
	case like != nil:
		return like
	case all == nil:
		return []string{"none"}
	}
	return all
}

func (c *compiler) rule(d *ruleDecl, source int) *Rule {
	r := &Rule{ID: d.id, Proposes: d.proposes, Priority: d.priority, Note: d.note, File: d.file, Line: d.line, set: d.set, source: source}
	c.current = r
	c.uses = 0
	for _, p := range d.patterns {
		if len(p) == 0 {
			continue // its fault is noted already
		}
		if p[0].kind == kindGap {
			c.fault(p[0].place, "a pattern must not begin with a gap")
		}
		if last := p[len(p)-1]; last.kind == kindGap {
			c.fault(last.place, "a pattern must not end with a gap")
		}
		prog := c.program(p, true)
		var empty bool
		prog.first, empty = firstOf(prog)
		if empty {
			c.fault(p[0].place, "the pattern can match without reading a token")
		}
		prog.findNeed()
		r.patterns = append(r.patterns, prog)
	}
	for _, e := range d.match {
		for _, a := range e.want {
			if a.key != "span" && !slices.Contains(r.captures, a.key) {
				c.fault(e.place, "the rule captures no %q; it captures: %s", a.key, allowed(append(slices.Clone(r.captures), "span")))
			}
		}
	}
	return r
}

// program compiles a list of items. Captures are allowed only at top.
func (c *compiler) program(nodes []*node, top bool) *program {
	outer := c.prog
	p := &program{rule: c.current}
	if n := len(c.scratch); n > 0 {
		p.insts, c.scratch = c.scratch[n-1][:0], c.scratch[:n-1]
	}
	c.prog = p
	c.full = false
	c.sequence(nodes, top)
	c.emit(inst{op: opDone})
	c.prog = outer
	c.scratch = append(c.scratch, p.insts)
	p.insts = slices.Clone(p.insts)
	return p
}

func (c *compiler) emit(i inst) int {
	c.prog.insts = append(c.prog.insts, i)
	return len(c.prog.insts) - 1
}

func (c *compiler) sequence(nodes []*node, top bool) {
	for i, n := range nodes {
		// A gap takes as little as it can, so one before an item that may be
		// missing would never look for it.
		if n.kind == kindGap && i+1 < len(nodes) {
			if next := nodes[i+1]; next.opt || next.rmax > 0 && next.rmin == 0 {
				c.fault(next.place, "an item behind a gap can't be left out; write {seq: [{gap: …}, …], opt: true} around both")
			}
		}
		c.node(n, top)
	}
}

func (c *compiler) node(n *node, top bool) {
	if len(c.prog.insts) > maxProgram {
		if !c.full {
			c.fault(n.place, "the pattern is too big: repeats inside repeats multiply")
		}
		c.full = true
		return
	}
	skip := -1
	if n.opt {
		skip = c.emit(inst{op: opSplit})
	}
	capture := -1
	if n.as != "" {
		if top {
			capture = c.capture(n)
		} else {
			c.fault(n.place, "as inside not, ahead, behind or gap captures nothing")
		}
	}
	if capture >= 0 {
		c.emit(inst{op: opOpen, x: capture})
	}
	lo, hi := 1, 1
	if n.rmax > 0 {
		lo, hi = n.rmin, n.rmax
	}
	for i := 0; i < lo; i++ {
		c.body(n, top)
	}
	var splits []int
	for i := lo; i < hi; i++ {
		splits = append(splits, c.emit(inst{op: opSplit}))
		c.body(n, top)
	}
	for _, s := range splits {
		c.prog.insts[s].x = len(c.prog.insts)
	}
	if capture >= 0 {
		c.emit(inst{op: opClose, x: capture})
	}
	if skip >= 0 {
		c.prog.insts[skip].x = len(c.prog.insts)
	}
}

func (c *compiler) capture(n *node) int {
	i := slices.Index(c.current.captures, n.as)
	if i < 0 {
		if c.stage != nil && c.stage.Captures != nil && !slices.Contains(c.stage.Captures, n.as) {
			c.fault(n.place, "stage %s knows no capture %q; allowed: %s", c.stage.Name, n.as, allowed(c.stage.Captures))
		}
		i = len(c.current.captures)
		if i == MaxCaptures {
			c.fault(n.place, "capture %q is one too many: a rule has at most %d", n.as, MaxCaptures)
			return -1
		}
		c.current.captures = append(c.current.captures, n.as)
	}
	return i
}

// body compiles one reading of an item.
func (c *compiler) body(n *node, top bool) {
	switch n.kind {
	case kindSeq:
		c.sequence(n.seqs[0], top)
	case kindUse:
		c.use(n, top)
	case kindAny:
		var ends []int
		for i, alt := range n.seqs {
			split := -1
			if i < len(n.seqs)-1 {
				split = c.emit(inst{op: opSplit})
			}
			c.sequence(alt, top)
			if split >= 0 {
				ends = append(ends, c.emit(inst{op: opJump}))
				c.prog.insts[split].x = len(c.prog.insts)
			}
		}
		for _, e := range ends {
			c.prog.insts[e].x = len(c.prog.insts)
		}
	case kindAt:
		c.emit(inst{op: opAt, item: &item{node: n}})
	case kindAhead, kindBehind:
		op := opAhead
		if n.kind == kindBehind {
			op = opBehind
		}
		c.emit(inst{op: op, item: &item{node: n}, sub: c.program(n.seqs[0], false)})
	case kindGap:
		in := inst{op: opGap, item: &item{node: n}}
		if len(n.seqs) > 0 {
			in.sub = c.program(n.seqs[0], false)
		}
		c.emit(in)
	default:
		c.emit(inst{op: opRead, item: c.item(n)})
	}
}

// use compiles the items of a part in place.
func (c *compiler) use(n *node, top bool) {
	d := c.parts[n.part]
	switch {
	case d == nil:
		names := slices.Sorted(maps.Keys(c.parts))
		if names == nil {
			names = []string{"none"}
		}
		c.fault(n.place, "no part %q; there are: %s", n.part, allowed(names))
	case slices.Contains(c.inside, n.part):
		c.fault(n.place, "part %q uses itself", n.part)
	case c.uses > maxUses:
		c.fault(n.place, "the rule uses too many parts inside parts")
	default:
		c.uses++
		c.inside = append(c.inside, n.part)
		c.sequence(d.pattern, top)
		c.inside = c.inside[:len(c.inside)-1]
	}
}

func (c *compiler) item(n *node) *item {
	it := &cut(&c.itemSlab, 1)[0]
	it.node = n
	it.lists = cut(&c.listSlab, len(n.lists))
	it.words = len(n.lists)
	for i := range n.lists {
		it.lists[i] = c.list(&n.lists[i])
	}
	// What the word alone decides becomes a list too, to be looked up as one bit.
	if n.shape != 0 {
		it.lists = append(it.lists, c.mark("shape "+strconv.Itoa(int(n.shape)), Lexicon{by: byShape, shape: n.shape}))
	}
	if n.can != nil {
		it.lists = append(it.lists, c.mark(fmt.Sprint("can ", n.can.pos, n.can.feats), Lexicon{by: byReading, can: n.can}))
	}
	for _, x := range n.not {
		it.not = append(it.not, c.program([]*node{x}, false))
	}
	for _, h := range n.head {
		it.head = c.item(h)
	}
	return it
}

// firstOf computes what tokens the program can begin with and whether it can
// end without reading any.
func firstOf(p *program) (f firstSet, empty bool) {
	seen := make([]bool, len(p.insts))
	var walk func(pc int)
	walk = func(pc int) {
		for !seen[pc] {
			seen[pc] = true
			in := &p.insts[pc]
			switch in.op {
			case opRead:
				f.join(firstOfItem(in.item))
				return
			case opGap:
				f.any = true
				if in.item.min > 0 {
					return
				}
			case opDone:
				empty = true
				return
			case opJump:
				pc = in.x
				continue
			case opSplit:
				walk(in.x)
			}
			pc++
		}
	}
	walk(0)
	slices.Sort(f.lists)
	f.lists = slices.Compact(f.lists)
	return f, empty
}

func firstOfItem(it *item) (f firstSet) {
	if best := shortest(it.lists[:it.words]); best != nil {
		f.lists = slices.Clone(best)
		return f
	}
	switch {
	case it.kind == kindQuantity:
		f.quantity, f.kinds = true, it.names
	case it.kind == kindDate:
		f.date = true
	case it.kind == kindZone:
		f.zone = true
	case it.kind == kindNP:
		f.np = true
	case len(it.lists) > 0:
		f.lists = slices.Clone(it.lists[len(it.lists)-1])
	case it.pos != 0:
		f.pos = it.pos
	default:
		f.any = true
	}
	return f
}

func shortest(lists [][]int32) (best []int32) {
	for _, l := range lists {
		if best == nil || len(l) < len(best) {
			best = l
		}
	}
	return best
}

// findNeed finds lexicons of which every match must hold a token, and how far
// from its beginning: the first item with a list of words that can't be left out,
// other than the one the pattern is found by.
func (p *program) findNeed() {
	byWords := len(p.first.lists) > 0 && p.first.pos == 0 && !p.first.quantity && !p.first.date && !p.first.np && !p.first.zone && !p.first.any
	skipTo, lo, hi := 0, 0, 0
	for pc := range p.insts {
		in := &p.insts[pc]
		must := pc >= skipTo
		switch in.op {
		case opSplit, opJump:
			skipTo = max(skipTo, in.x)
		case opGap:
			if must {
				lo += in.item.min
			}
			if hi >= 0 {
				hi += in.item.max
			}
			if in.item.clausal {
				hi = -1
			}
		case opRead:
			if must && (lo > 0 || !byWords) && in.item.words > 0 {
				p.need, p.lo, p.hi = shortest(in.item.lists[:in.item.words]), lo, hi
				if hi > maxNear {
					p.hi = -1
				}
				return
			}
			if must {
				lo++
			}
			if in.item.kind != kindToken {
				hi = -1
			}
			if hi >= 0 {
				hi++
			}
		}
	}
}

// maxNear is how many tokens are looked at for a needed one before it is cheaper
// to know what the whole sentence holds.
const maxNear = 8

// stageRules is the rules of one stage, found by what they can begin with.
type stageRules struct {
	bit      uint16 // of Word.Starts
	programs []*program
	mask     []uint64  // lexicons some program begins with
	rank     []int32   // for each word of mask, how many bits are set before it
	byList   [][]int32 // for each bit of mask
	byPOS    [text.X + 1][]int32
	quantity []int32            // for kinds that no program names
	byKind   map[string][]int32 // for those that some name
	date     []int32
	np       []int32
	zone     []int32
	any      []int32
	pos      posSet    // byPOS holds something for these
	idle     sync.Pool // of *Matcher, for Set.Match
}

func (s *Set) buildStages() {
	s.stages, s.starts = map[string]*stageRules{}, make([]uint16, len(s.lists))
	for _, r := range s.rules {
		st := s.stages[r.Proposes]
		if st == nil {
			// With more stages than bits the last bit is for all the rest.
			st = &stageRules{mask: make([]uint64, s.words), bit: 1 << min(len(s.stages), 15)}
			s.stages[r.Proposes] = st
		}
		for _, p := range r.patterns {
			p.num = len(st.programs)
			st.programs = append(st.programs, p)
			if !p.first.any {
				for _, l := range p.first.lists {
					st.mask[l>>6] |= 1 << (l & 63)
					s.starts[l] |= st.bit
				}
			}
		}
	}
	for _, st := range s.stages {
		for len(st.mask) > 0 && st.mask[len(st.mask)-1] == 0 {
			st.mask = st.mask[:len(st.mask)-1]
		}
		n := 0
		for _, m := range st.mask {
			st.rank = append(st.rank, int32(n))
			n += bits.OnesCount64(m)
		}
		st.byList = make([][]int32, n)
		for _, p := range st.programs {
			st.enter(p)
		}
	}
}

// bitOf is the place of a lexicon's bit among those of mask.
func (st *stageRules) bitOf(word, bit int) int {
	return int(st.rank[word]) + bits.OnesCount64(st.mask[word]&(1<<bit-1))
}

// enterQuantity enters program n for quantities of the kinds, nil for all.
func (st *stageRules) enterQuantity(n int32, kinds []string) {
	for _, k := range kinds {
		if _, ok := st.byKind[k]; !ok {
			if st.byKind == nil {
				st.byKind = map[string][]int32{}
			}
			st.byKind[k] = slices.Clone(st.quantity)
		}
		if l := st.byKind[k]; len(l) == 0 || l[len(l)-1] != n {
			st.byKind[k] = append(l, n)
		}
	}
	if kinds != nil {
		return
	}
	st.quantity = append(st.quantity, n)
	for k, l := range st.byKind {
		st.byKind[k] = append(l, n)
	}
}

// ofKind lists the programs that begin with a quantity of kind k.
func (st *stageRules) ofKind(k string) []int32 {
	if l, ok := st.byKind[k]; ok {
		return l
	}
	return st.quantity
}

// begins reports whether a pattern of st can begin with a word of these lexicons.
func (st *stageRules) begins(lex []uint64) bool {
	for i, m := range st.mask[:min(len(st.mask), len(lex))] {
		if m&lex[i] != 0 {
			return true
		}
	}
	return false
}

func (st *stageRules) enter(p *program) {
	n, f := int32(p.num), &p.first
	if f.any {
		st.any = append(st.any, n)
		return
	}
	for _, l := range f.lists {
		i := st.bitOf(int(l>>6), int(l&63))
		st.byList[i] = append(st.byList[i], n)
	}
	for set := uint32(f.pos); set != 0; set &= set - 1 {
		i := bits.TrailingZeros32(set)
		st.byPOS[i] = append(st.byPOS[i], n)
	}
	st.pos |= f.pos
	if f.quantity {
		st.enterQuantity(n, f.kinds)
	}
	if f.date {
		st.date = append(st.date, n)
	}
	if f.np {
		st.np = append(st.np, n)
	}
	if f.zone {
		st.zone = append(st.zone, n)
	}
}
