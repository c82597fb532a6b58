package rule

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/char"
)

// Lexicon is a list of words with their attributes.
type Lexicon struct {
	ID      string
	Entries []Entry // in the order of the file; those added from elsewhere behind

	num       int // its bit in Word.Lex
	by        listBy
	exact     bool
	compounds bool
	pos       posSet
	base      []attr // of every entry
	set       *Set

	shape text.Shape // of byShape: the marks asked for
	can   *node      // of byReading: what some reading has to be
}

// Entry is one word of a lexicon.
type Entry struct {
	Key   string // the lemma, form, prefix, suffix or template
	attrs []attr
	lex   *Lexicon
}

// Get returns an attribute of the entry, or the lexicon's when the entry has
// none of that name, else "".
func (e *Entry) Get(name string) string {
	if v := get(e.attrs, name); v != "" {
		return v
	}
	return get(e.lex.base, name)
}

// ref is an entry's place in the lexicons, and the next one with the same key:
// a place in index.refs, 0 for none.
type ref struct{ lex, entry, next int32 }

// index finds lexicon entries by word. The maps hold the first of a chain of
// refs.
type index struct {
	refs     []ref // refs[0] is not used
	lemmas   map[string]int32
	heads    map[string]int32 // lower-case lemmas of lexicons with compounds
	forms    map[string]int32 // lower case
	any      char.Filter      // of the keys of lemmas, heads, forms and exact
	exact    map[string]int32
	prefixes affixes
	suffixes affixes
	likes    []likeRef
	marks    []*Lexicon        // those of byShape and byReading
	tails    map[string][]tail // by the last tailLen bytes
}

type likeRef struct {
	template string
	digits   bool // it asks for a digit; one that doesn't matches no form that has any
	ref
}

// tail is the lemma of a verb that may stand separated in the text: the verb
// left is an end of it.
type tail struct {
	lemma string
	lex   int32
}

// tailLen is the length in bytes of the shortest verb a particle can leave
// behind ("tun").
const tailLen = 3

// affixes holds prefixes or suffixes by their text, tried by length.
type affixes struct{ lower, exact affixTable }

type affixTable struct {
	first map[string]int32
	has   char.Filter
	lens  [256][]int // by the first byte of prefixes, the last of suffixes: descending
}

func newIndex(lists []*Lexicon) index {
	n := 0
	for _, l := range lists {
		n += len(l.Entries)
	}
	x := index{
		refs: make([]ref, 1, n+n/8+1), lemmas: make(map[string]int32, n), heads: map[string]int32{},
		forms: make(map[string]int32, n/2), exact: map[string]int32{}, tails: map[string][]tail{},
	}
	for _, l := range lists {
		x.add(l)
	}
	return x
}

// enter puts r under key in m.
func (x *index) enter(m map[string]int32, key string, r ref) {
	x.any.Add(key)
	r.next = m[key]
	m[key] = int32(len(x.refs))
	x.refs = append(x.refs, r)
}

func (x *index) affix(a *affixes, key string, exact, suffix bool, r ref) {
	t := &a.exact
	if !exact {
		t, key = &a.lower, strings.ToLower(key)
	}
	if key == "" {
		return
	}
	if t.first == nil {
		t.first = map[string]int32{}
	}
	x.enter(t.first, key, r)
	t.has.Add(key)
	lens := &t.lens[edge(key, suffix)]
	if i, ok := slices.BinarySearchFunc(*lens, len(key), func(a, b int) int { return b - a }); !ok {
		*lens = slices.Insert(*lens, i, len(key))
	}
}

// edge is the byte that an affix of s shares with it.
func edge(s string, suffix bool) byte {
	if suffix {
		return s[len(s)-1]
	}
	return s[0]
}

// eachAffix calls f with the entries that w begins (or ends) with, longest first.
func (x *index) eachAffix(a *affixes, w *text.Word, suffix bool, f func(ref)) {
	one := func(form string, t *affixTable) {
		if form == "" {
			return
		}
		for _, n := range t.lens[edge(form, suffix)] {
			if n >= len(form) {
				continue
			}
			part := form[:n]
			if suffix {
				part = form[len(form)-n:]
			}
			if !t.has.Has(part) {
				continue
			}
			for i := t.first[part]; i > 0; i = x.refs[i].next {
				f(x.refs[i])
			}
		}
	}
	one(w.Lower, &a.lower)
	one(w.Form, &a.exact)
}

// add puts lexicon l with its entries into the index.
func (x *index) add(l *Lexicon) {
	if l.by == byShape || l.by == byReading {
		x.marks = append(x.marks, l)
		return
	}
	for i := range l.Entries {
		e, r := &l.Entries[i], ref{lex: int32(l.num), entry: int32(i)}
		switch l.by {
		case byLemma:
			x.enter(x.lemmas, e.Key, r)
			if n := len(e.Key) - tailLen; n > 0 && e.Key[n+2] == 'n' && l.mayBeVerb() {
				if c, _ := utf8.DecodeRuneInString(e.Key); unicode.IsLower(c) {
					x.tails[e.Key[n:]] = append(x.tails[e.Key[n:]], tail{e.Key, r.lex})
				}
			}
			if l.compounds {
				x.enter(x.heads, strings.ToLower(e.Key), r)
			}
		case byForm:
			if l.exact {
				x.enter(x.exact, e.Key, r)
			} else {
				x.enter(x.forms, strings.ToLower(e.Key), r)
			}
		case byPrefix:
			x.affix(&x.prefixes, e.Key, l.exact, false, r)
		case bySuffix:
			x.affix(&x.suffixes, e.Key, l.exact, true, r)
		case byLike:
			x.likes = append(x.likes, likeRef{e.Key, strings.ContainsAny(e.Key, "d0123456789"), r})
		}
	}
}

func (l *Lexicon) mayBeVerb() bool {
	return l.pos == 0 || l.pos.has(text.VERB) || l.pos.has(text.AUX)
}

// Classify fills w.Lex, the lexicons that w may be in, whatever its place, and w.Starts. The
// bit of a lexicon of lemmas says that one of w's readings has the lemma, or
// that it may with a separated particle; whether it has at a certain place is
// asked again by Lexicon.Has. Call it once for each distinct word, after its
// Readings and Head are known.
func (s *Set) Classify(w *text.Word) {
	var mem [32]uint64
	bits := mem[:]
	if s.words > len(mem) {
		bits = make([]uint64, s.words)
	}
	top, starts := 0, uint16(0)
	mark := func(r ref) {
		l := s.lists[r.lex]
		if l.pos != 0 && len(w.Readings) > 0 && !canAny(w, l.pos) {
			return
		}
		bits[r.lex>>6] |= 1 << (r.lex & 63)
		starts |= s.starts[r.lex]
		top = max(top, int(r.lex>>6)+1)
	}
	x := &s.index
	if x.any.Has(w.Lower) {
		for i := x.forms[w.Lower]; i > 0; i = x.refs[i].next {
			mark(x.refs[i])
		}
	}
	if x.any.Has(w.Form) {
		for i := x.exact[w.Form]; i > 0; i = x.refs[i].next {
			mark(x.refs[i])
		}
	}
	x.eachAffix(&x.prefixes, w, false, mark)
	x.eachAffix(&x.suffixes, w, true, mark)
	digits := false
	for i := range len(w.Form) {
		digits = digits || w.Form[i]-'0' < 10
	}
	for i := range x.likes {
		if x.likes[i].digits == digits && likeMatches(x.likes[i].template, w.Form) {
			mark(x.likes[i].ref)
		}
	}
	for _, l := range x.marks {
		if l.by == byShape && w.Has(l.shape) || l.by == byReading && canBe(w, l.can) {
			mark(ref{lex: int32(l.num)})
		}
	}
	for i := range w.Readings {
		rd := &w.Readings[i]
		if i > 0 && rd.POS == w.Readings[i-1].POS && rd.Lemma == w.Readings[i-1].Lemma {
			continue // another case of the same noun
		}
		read := func(first int32) {
			for j := first; j > 0; j = x.refs[j].next {
				if p := s.lists[x.refs[j].lex].pos; p == 0 || p.has(rd.POS) {
					mark(x.refs[j])
				}
			}
		}
		if x.any.Has(rd.Lemma) {
			read(x.lemmas[rd.Lemma])
		}
		if w.Head != "" && len(x.heads) > 0 {
			read(x.heads[headLemma(w, rd.Lemma)])
		}
		if n := len(rd.Lemma) - tailLen; n >= 0 && (rd.POS == text.VERB || rd.POS == text.AUX) {
			for _, t := range x.tails[rd.Lemma[n:]] {
				if len(t.lemma) > len(rd.Lemma) && strings.HasSuffix(t.lemma, rd.Lemma) {
					mark(ref{lex: t.lex})
				}
			}
		}
	}
	w.Lex, w.Starts = nil, starts
	if top > 0 {
		w.Lex = slices.Clone(bits[:top])
	}
}

func canAny(w *text.Word, s posSet) bool {
	for i := range w.Readings {
		if s.has(w.Readings[i].POS) {
			return true
		}
	}
	return false
}

// headLemma is the lower-case lemma of a compound's head, "" when lemma doesn't
// have the compound's first part.
func headLemma(w *text.Word, lemma string) string {
	n := len(w.Form) - len(w.Head)
	if n <= 0 || n >= len(lemma) || !utf8.RuneStart(lemma[n]) {
		return ""
	}
	return strings.ToLower(lemma[n:])
}

// Has reports whether token i of d is in the lexicon, by the reading chosen for
// it there.
func (l *Lexicon) Has(d *text.Doc, i int) bool {
	w := d.Tokens[i].Word
	return w.InLex(l.num) && (l.plain() || l.find(d, i) >= 0)
}

// May reports whether token i of d can be in the lexicon, by any reading of its
// word: for places where the chosen one is not to be relied on.
func (l *Lexicon) May(d *text.Doc, i int) bool { return d.Tokens[i].Word.InLex(l.num) }

// Entry returns the entry that token i of d stands for, nil when it isn't in the
// lexicon. Of several affixes the longest is taken.
func (l *Lexicon) Entry(d *text.Doc, i int) *Entry {
	if !d.Tokens[i].Word.InLex(l.num) {
		return nil
	}
	if n := l.find(d, i); n >= 0 {
		return &l.Entries[n]
	}
	return nil
}

// Lookup returns the entry with this key, nil when there is none. Keys of forms
// and affixes are compared without regard to case unless the lexicon is exact.
func (l *Lexicon) Lookup(key string) *Entry {
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Key == key || !l.exact && (l.by == byForm || l.by == byPrefix || l.by == bySuffix) && strings.EqualFold(e.Key, key) {
			return e
		}
	}
	return nil
}

// plain reports whether the word alone decides.
func (l *Lexicon) plain() bool { return l.by != byLemma && l.pos == 0 }

// find is the index of the entry for token i, -1 for none.
func (l *Lexicon) find(d *text.Doc, i int) int {
	t := &d.Tokens[i]
	if t.POS != text.NoPOS && l.pos != 0 && !l.pos.has(t.POS) {
		return -1
	}
	x := &l.set.index
	switch l.by {
	case byForm:
		if l.exact {
			return l.pick(x.exact[t.Word.Form])
		}
		return l.pick(x.forms[t.Word.Lower])
	case byPrefix, bySuffix:
		found := -1
		a := &x.prefixes
		if l.by == bySuffix {
			a = &x.suffixes
		}
		x.eachAffix(a, t.Word, l.by == bySuffix, func(r ref) {
			if found < 0 && int(r.lex) == l.num {
				found = int(r.entry)
			}
		})
		return found
	case byLike:
		for j := range x.likes {
			if k := &x.likes[j]; int(k.lex) == l.num && likeMatches(k.template, t.Word.Form) {
				return int(k.entry)
			}
		}
		return -1
	}
	particle := ""
	if t.Particle >= 0 && t.Particle < len(d.Tokens) && t.Particle != i {
		particle = d.Tokens[t.Particle].Word.Lower
	}
	if t.POS != text.NoPOS {
		return l.findLemma(t.Word, t.Lemma, particle)
	}
	for j := range t.Word.Readings {
		rd := &t.Word.Readings[j]
		if l.pos == 0 || l.pos.has(rd.POS) {
			if n := l.findLemma(t.Word, rd.Lemma, ""); n >= 0 {
				return n
			}
		}
	}
	return -1
}

func (l *Lexicon) findLemma(w *text.Word, lemma, particle string) int {
	x := &l.set.index
	if particle != "" && !strings.HasPrefix(lemma, particle) {
		var buf [64]byte
		joined := append(append(buf[:0], particle...), lemma...)
		return l.pick(x.lemmas[string(joined)])
	}
	if n := l.pick(x.lemmas[lemma]); n >= 0 || !l.compounds || w.Head == "" {
		return n
	}
	return l.pick(x.heads[headLemma(w, lemma)])
}

// pick is the entry of the chain that is the lexicon's own, -1 for none.
func (l *Lexicon) pick(first int32) int {
	refs := l.set.index.refs
	for i := first; i > 0; i = refs[i].next {
		if int(refs[i].lex) == l.num {
			return int(refs[i].entry)
		}
	}
	return -1
}
