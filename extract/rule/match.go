package rule

import (
	"math/bits"
	"slices"

	"github.com/belegt/extract/extract/text"
)

// maxSteps bounds the work for one pattern at one place. A pattern that needs
// more declines there.
const maxSteps = 20000

// Matcher finds the matches of one stage's rules. It holds scratch memory: one
// goroutine at a time.
type Matcher struct {
	set   *Set
	rules *stageRules // nil when no rule proposes the stage

	d     *text.Doc
	sent  text.Range
	steps int
	open  [MaxCaptures]int
	caps  [MaxCaptures]text.Range
	want  int // where the running program has to end, -1 for anywhere
	end   int // where it ended

	rest   open    // of the sentence
	tried  []int64 // program number → stamp of the last start it was tried at
	stamp  int64
	inSent []uint64 // lexicons with a token in the sentence
}

// Matcher returns a matcher for the rules that propose stage.
func (s *Set) Matcher(stage string) *Matcher {
	m := &Matcher{set: s, rules: s.stages[stage]}
	if m.rules != nil {
		m.tried = make([]int64, len(m.rules.programs))
	}
	return m
}

// Match appends to buf the matches of the stage's rules in the whole of d, as
// Matcher.Match does. It may be called by several goroutines.
func (s *Set) Match(d *text.Doc, stage string, buf []Match) []Match {
	st := s.stages[stage]
	if st == nil {
		return buf
	}
	m, _ := st.idle.Get().(*Matcher)
	if m == nil {
		m = s.Matcher(stage)
	}
	buf = m.Match(d, text.Range{To: len(d.Tokens)}, buf)
	m.d = nil
	st.idle.Put(m)
	return buf
}

// Match appends to buf the matches that begin at a token of r, conflicts
// resolved: of matches that overlap the one with the higher priority stays, then
// the longer, then the one further left, then the one whose rule's id sorts
// first. The result is in order of place.
func (m *Matcher) Match(d *text.Doc, r text.Range, buf []Match) []Match {
	return m.run(d, r, buf, true)
}

// All appends to buf every match that begins at a token of r, in order of place,
// then of rule id: at most one for each pattern and place.
func (m *Matcher) All(d *text.Doc, r text.Range, buf []Match) []Match {
	return m.run(d, r, buf, false)
}

func (m *Matcher) run(d *text.Doc, r text.Range, buf []Match, resolved bool) []Match {
	st := m.rules
	if st == nil {
		return buf
	}
	r.To = min(r.To, len(d.Tokens))
	for i := max(r.From, 0); i < r.To; {
		m.enter(d, i)
		from, end := len(buf), min(m.sent.To, r.To)
		m.sort()
		if m.rest.none() && len(st.quantity)+len(st.byKind)+len(st.date)+len(st.zone) == 0 && !st.begins(m.inSent) {
			i = end
			continue
		}
		for ; i < end; i++ {
			if t := &d.Tokens[i]; t.Word.Starts&st.bit != 0 || m.typed(t, i) {
				buf = m.from(i, buf)
			} else if len(m.rest.any) > 0 {
				m.stamp++
				found := len(buf)
				buf = m.try(m.rest.any, i, buf)
				sortAt(buf[found:])
			}
		}
		if resolved {
			buf = resolve(buf, from)
		}
	}
	return buf
}

// open is the programs that can match in a sentence, of those that may begin with
// more than the words of a lexicon.
type open struct {
	any, np []int32
	pos     posSet
}

func (o *open) none() bool { return len(o.any)+len(o.np) == 0 && o.pos == 0 }

// sort fills m.rest for the sentence: programs that need a word it hasn't got are
// out.
func (m *Matcher) sort() {
	st := m.rules
	m.rest.any = m.possible(m.rest.any[:0], st.any)
	m.rest.np = m.possible(m.rest.np[:0], st.np)
	m.rest.pos = 0
	for set := st.pos; set != 0; set &= set - 1 {
		p := bits.TrailingZeros32(uint32(set))
		for _, n := range st.byPOS[p] {
			if need := st.programs[n].need; need == nil || m.sentenceHas(need) {
				m.rest.pos |= 1 << p
				break
			}
		}
	}
}

func (m *Matcher) possible(dst, programs []int32) []int32 {
	for _, n := range programs {
		if need := m.rules.programs[n].need; need == nil || m.sentenceHas(need) {
			dst = append(dst, n)
		}
	}
	return dst
}

// typed reports whether a pattern may begin with token i, t, for something else
// than the lexicons of its word.
func (m *Matcher) typed(t *text.Token, i int) bool {
	st := m.rules
	return m.rest.pos>>t.POS&1 != 0 || t.Quantity >= 0 && len(st.quantity)+len(st.byKind) > 0 || t.Date >= 0 && len(st.date) > 0 ||
		len(m.rest.np) > 0 && nounPhrase(m.d, i) != nil || len(st.zone) > 0
}

// from appends the matches that begin at token i.
func (m *Matcher) from(i int, buf []Match) []Match {
	st, d := m.rules, m.d
	t := &d.Tokens[i]
	m.stamp++
	found := len(buf)
	if lex := t.Word.Lex; t.Word.Starts&st.bit != 0 {
		for j, n := 0, min(len(lex), len(st.mask)); j < n; j++ {
			for b := lex[j] & st.mask[j]; b != 0; b &= b - 1 {
				buf = m.try(st.byList[st.bitOf(j, bits.TrailingZeros64(b))], i, buf)
			}
		}
	}
	if m.rest.pos>>t.POS&1 != 0 {
		buf = m.try(st.byPOS[t.POS], i, buf)
	}
	if t.Quantity >= 0 {
		if q := &d.Quantities[t.Quantity]; q.Tokens.From == i {
			buf = m.try(st.ofKind(string(q.Kind)), i, buf)
		}
	}
	if t.Date >= 0 && d.Dates[t.Date].Tokens.From == i {
		buf = m.try(st.date, i, buf)
	}
	if len(m.rest.np) > 0 && nounPhrase(d, i) != nil {
		buf = m.try(m.rest.np, i, buf)
	}
	if len(st.zone) > 0 && zoneEnd(d, i) > 0 {
		buf = m.try(st.zone, i, buf)
	}
	buf = m.try(m.rest.any, i, buf)
	sortAt(buf[found:])
	return buf
}

// enter makes the sentence of token i the one that matches may lie in: the whole
// text when it is in none.
func (m *Matcher) enter(d *text.Doc, i int) {
	m.d = d
	n := m.set.words
	if s := d.Tokens[i].Sent; s >= 0 && s < len(d.Sentences) && d.Sentences[s].Tokens.Has(i) {
		if len(d.Lexicons) != n*len(d.Sentences) {
			d.Lexicons = slices.Grow(d.Lexicons[:0], n*len(d.Sentences))[:n*len(d.Sentences)]
			for k := range d.Sentences {
				join(d.Lexicons[n*k:n*k+n], d, d.Sentences[k].Tokens)
			}
		}
		m.sent, m.inSent = d.Sentences[s].Tokens, d.Lexicons[n*s:n*s+n]
		return
	}
	m.sent, m.inSent = text.Range{From: 0, To: len(d.Tokens)}, make([]uint64, n)
	join(m.inSent, d, m.sent)
}

// join makes lex the union of the lexicons of the tokens of r.
func join(lex []uint64, d *text.Doc, r text.Range) {
	clear(lex)
	for i := r.From; i < r.To; i++ {
		for j, l := range d.Tokens[i].Word.Lex {
			lex[j] |= l
		}
	}
}

// try runs programs from token i.
func (m *Matcher) try(programs []int32, i int, buf []Match) []Match {
	for _, n := range programs {
		if m.tried[n] == m.stamp {
			continue
		}
		m.tried[n] = m.stamp
		p := m.rules.programs[n]
		if p.need != nil && !m.has(p, i) {
			continue
		}
		if m.at(p, i) {
			buf = append(buf, Match{Rule: p.rule, Tokens: text.Range{From: i, To: m.end}, caps: m.caps, num: p.num})
		}
	}
	return buf
}

// at runs one program from token i.
func (m *Matcher) at(p *program, i int) bool {
	m.steps = 0
	m.want = -1
	if len(p.rule.captures) > 0 {
		m.caps = [MaxCaptures]text.Range{}
	}
	return m.exec(p, 0, i) && m.end > i
}

// has reports whether a token that p needs stands where it can be in a match
// from token i.
func (m *Matcher) has(p *program, i int) bool {
	if !m.sentenceHas(p.need) {
		return false
	}
	if p.hi < 0 {
		return true
	}
	for j := i + p.lo; j <= i+p.hi && j < m.sent.To; j++ {
		w := m.d.Tokens[j].Word
		for _, l := range p.need {
			if w.InLex(int(l)) {
				return true
			}
		}
	}
	return false
}

func (m *Matcher) sentenceHas(lists []int32) bool {
	for _, l := range lists {
		if m.inSent[l>>6]&(1<<(l&63)) != 0 {
			return true
		}
	}
	return false
}

// exec runs a program by backtracking: it prefers what an item can read to
// leaving it out, the first alternative to the second, the shorter gap to the
// longer. Captures keep their value only on the way that succeeds.
func (m *Matcher) exec(p *program, pc, i int) bool {
	for {
		if m.steps++; m.steps > maxSteps {
			return false
		}
		in := &p.insts[pc]
		switch in.op {
		case opDone:
			if m.want >= 0 && i != m.want {
				return false
			}
			m.end = i
			return true
		case opRead:
			n := m.read(in.item, i)
			if n < 0 {
				return false
			}
			i = n
		case opSplit:
			if m.exec(p, pc+1, i) {
				return true
			}
			pc = in.x
			continue
		case opJump:
			pc = in.x
			continue
		case opOpen:
			old := m.open[in.x]
			m.open[in.x] = i
			if m.exec(p, pc+1, i) {
				return true
			}
			m.open[in.x] = old
			return false
		case opClose:
			old := m.caps[in.x]
			if from := m.open[in.x]; from < i {
				m.caps[in.x] = text.Range{From: from, To: i}
			}
			if m.exec(p, pc+1, i) {
				return true
			}
			m.caps[in.x] = old
			return false
		case opAt:
			if !m.place(in.item.at, i) {
				return false
			}
		case opAhead:
			if m.look(in.sub, i, -1) == in.item.negative {
				return false
			}
		case opBehind:
			if m.lookBehind(in.sub, i) == in.item.negative {
				return false
			}
		case opGap:
			return m.gap(p, pc, i)
		}
		pc++
	}
}

// look runs a sub-program from i that has to end at want (-1: anywhere).
func (m *Matcher) look(sub *program, i, want int) bool {
	oldWant, oldEnd := m.want, m.end
	m.want = want
	ok := m.exec(sub, 0, i)
	m.want, m.end = oldWant, oldEnd
	return ok
}

// maxBehind is how many tokens a look-behind may go back.
const maxBehind = 20

func (m *Matcher) lookBehind(sub *program, i int) bool {
	for j := i - 1; j >= m.sent.From && j >= i-maxBehind; j-- {
		if m.look(sub, j, i) {
			return true
		}
	}
	return false
}

func (m *Matcher) gap(p *program, pc, i int) bool {
	in := &p.insts[pc]
	it := in.item
	clause := -1
	if it.clausal && i > m.sent.From {
		clause = m.d.Tokens[i-1].Clause
	}
	for n := 0; ; i++ {
		if n >= it.min && (clause < 0 || i < m.sent.To && m.d.Tokens[i].Clause == clause) && m.exec(p, pc+1, i) {
			return true
		}
		if i >= m.sent.To || m.steps > maxSteps {
			return false
		}
		if clause >= 0 && m.d.Tokens[i].Clause != clause {
			continue // inside an inserted clause
		}
		if n >= it.max || in.sub != nil && m.look(in.sub, i, -1) {
			return false
		}
		n++
	}
}

// read returns the token behind what the item reads from i, -1 when it doesn't
// match there.
func (m *Matcher) read(it *item, i int) int {
	if i < m.sent.From || i >= m.sent.To || !m.test(it, i) {
		return -1
	}
	d := m.d
	end := i + 1
	switch it.kind {
	case kindQuantity:
		q := d.Tokens[i].Quantity
		if q < 0 || d.Quantities[q].Tokens.From != i || !quantityIs(it, &d.Quantities[q]) {
			return -1
		}
		end = d.Quantities[q].Tokens.To
	case kindDate:
		q := d.Tokens[i].Date
		if q < 0 || d.Dates[q].Tokens.From != i || !oneOf(it.names, string(d.Dates[q].Type)) {
			return -1
		}
		end = d.Dates[q].Tokens.To
	case kindNP:
		c := nounPhrase(d, i)
		if c == nil || !m.phraseIs(it, c) {
			return -1
		}
		end = c.Tokens.To
		if it.full {
			end = max(end, c.Full.To)
		}
	case kindZone:
		end = zoneEnd(d, i)
	}
	if end <= i || end > m.sent.To {
		return -1
	}
	return end
}

// test asks the item's questions about token i.
func (m *Matcher) test(it *item, i int) bool {
	d := m.d
	t := &d.Tokens[i]
	for _, list := range it.lists {
		if !m.inAny(list, i, t.Word) {
			return false
		}
	}
	if it.pos != 0 && !it.pos.has(t.POS) || !haveFeats(t.Feats, it.feats) {
		return false
	}
	if it.clause != 0 && (t.Clause < 0 || it.clause>>d.Clauses[t.Clause].Kind&1 == 0) {
		return false
	}
	if it.quoted != unasked && !it.quoted.ask(t.Zone >= 0) {
		return false
	}
	for _, n := range it.not {
		if m.look(n, i, -1) {
			return false
		}
	}
	return true
}

func haveFeats(have text.Feats, want []featTest) bool {
	for _, f := range want {
		if f.values>>fieldValue(have, f.mask)&1 == 0 {
			return false
		}
	}
	return true
}

// canBe reports whether some reading of w has the part of speech and features
// of n.
func canBe(w *text.Word, n *node) bool {
	for i := range w.Readings {
		if r := &w.Readings[i]; (n.pos == 0 || n.pos.has(r.POS)) && haveFeats(r.Feats, n.feats) {
			return true
		}
	}
	return false
}

func (m *Matcher) inAny(list []int32, i int, w *text.Word) bool {
	for _, n := range list {
		if !w.InLex(int(n)) {
			continue
		}
		if l := m.set.lists[n]; l.plain() || l.find(m.d, i) >= 0 {
			return true
		}
	}
	return false
}

func oneOf(names []string, s string) bool {
	if names == nil {
		return true
	}
	for _, n := range names {
		if n == s {
			return true
		}
	}
	return false
}

func quantityIs(it *item, q *text.Quantity) bool {
	return oneOf(it.names, string(q.Kind)) && oneOf(it.bounds, string(q.Bound)) && oneOf(it.units, q.Unit) &&
		it.compound.ask(q.Compound > 0) && it.one.ask(q.One) && it.year.ask(q.Year)
}

// nounPhrase is the noun phrase that begins at token i, nil when none does.
func nounPhrase(d *text.Doc, i int) *text.Chunk {
	n := d.Tokens[i].Chunk
	if n < 0 || n >= len(d.Chunks) {
		return nil
	}
	if c := &d.Chunks[n]; c.Kind == text.NounPhrase && c.Tokens.From == i {
		return c
	}
	return nil
}

func (m *Matcher) phraseIs(it *item, c *text.Chunk) bool {
	if it.name && c.Name.Empty() {
		return false
	}
	if v := fieldValue(c.Feats, text.Case); it.cases != 0 && v != 0 && it.cases>>v&1 == 0 {
		return false
	}
	return it.head == nil || m.sent.Has(c.Head) && m.test(it.head, c.Head)
}

// zoneEnd is the token behind the closing mark of the quotation that opens with
// token i, 0 when none does.
func zoneEnd(d *text.Doc, i int) int {
	if i+1 >= len(d.Tokens) {
		return 0
	}
	z := d.Tokens[i+1].Zone
	for z >= 0 && z < len(d.Zones) && d.Zones[z].Tokens.From == i+1 {
		if q := &d.Zones[z]; q.Start == d.Tokens[i].Start && q.Closed {
			return q.Tokens.To + 1
		}
		z = d.Zones[z].Outer
	}
	return 0
}

// place reports whether the zero-width place holds before token i.
func (m *Matcher) place(at atKind, i int) bool {
	d := m.d
	before, behind := i-1, i
	for before >= m.sent.From && isPunct(d, before) {
		before--
	}
	for behind < m.sent.To && isPunct(d, behind) {
		behind++
	}
	first, last := before < m.sent.From, behind >= m.sent.To
	switch at {
	case atSentenceStart:
		return first
	case atSentenceEnd:
		return last
	case atClauseStart:
		return first || !last && d.Tokens[before].Clause != d.Tokens[behind].Clause
	case atClauseEnd:
		return last || !first && d.Tokens[before].Clause != d.Tokens[behind].Clause
	}
	if !first || i >= len(d.Tokens) {
		return false
	}
	s := d.Tokens[i].Sent
	if s < 0 || s >= len(d.Sentences) {
		return true
	}
	p := d.Sentences[s].Para
	return p < 0 || p >= len(d.Paragraphs) || d.Paragraphs[p].Sentences.From == s
}

func isPunct(d *text.Doc, i int) bool { return d.Tokens[i].Word.Has(text.Punct) }
