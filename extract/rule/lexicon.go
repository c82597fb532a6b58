package rule

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
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
	set       *Set
}

// Entry is one word of a lexicon.
type Entry struct {
	Key   string // the lemma, form, prefix, suffix or template
	attrs []attr
	lex   *Lexicon
	base  []attr // the lexicon's own set
}

// Get returns an attribute of the entry, or the lexicon's when the entry has
// none of that name, else "".
func (e *Entry) Get(name string) string {
	if v := get(e.attrs, name); v != "" {
		return v
	}
	return get(e.base, name)
}

// ref is an entry's place in the lexicons.
type ref struct{ lex, entry int32 }

// index finds lexicon entries by word.
type index struct {
	lemmas   map[string][]ref
	heads    map[string][]ref // lower-case lemmas of lexicons with compounds
	forms    map[string][]ref // lower case
	exact    map[string][]ref
	prefixes affixes
	suffixes affixes
	likes    []likeRef
	tails    []tail // sorted by rev
}

type likeRef struct {
	template string
	ref
}

// tail is a lemma that may stand separated in the text, spelled backwards, so
// that all lemmas with a given ending are neighbours.
type tail struct {
	rev string
	lex int32
}

// affixes holds prefixes or suffixes by their text, tried by length.
type affixes struct {
	lower, exact         map[string][]ref
	lowerLens, exactLens []int // descending
}

func (a *affixes) add(key string, exact bool, r ref) {
	m, lens := &a.lower, &a.lowerLens
	if exact {
		m, lens = &a.exact, &a.exactLens
	} else {
		key = strings.ToLower(key)
	}
	if *m == nil {
		*m = map[string][]ref{}
	}
	(*m)[key] = append((*m)[key], r)
	if i, ok := slices.BinarySearchFunc(*lens, len(key), func(a, b int) int { return b - a }); !ok {
		*lens = slices.Insert(*lens, i, len(key))
	}
}

// each calls f with the entries that w begins (or ends) with, longest first.
func (a *affixes) each(w *text.Word, suffix bool, f func(ref)) {
	one := func(form string, m map[string][]ref, lens []int) {
		for _, n := range lens {
			if n >= len(form) {
				continue
			}
			part := form[:n]
			if suffix {
				part = form[len(form)-n:]
			}
			for _, r := range m[part] {
				f(r)
			}
		}
	}
	one(w.Lower, a.lower, a.lowerLens)
	one(w.Form, a.exact, a.exactLens)
}

// add puts lexicon l with its entries into the index.
func (x *index) add(l *Lexicon) {
	for i := range l.Entries {
		e, r := &l.Entries[i], ref{int32(l.num), int32(i)}
		switch l.by {
		case byLemma:
			x.lemmas[e.Key] = append(x.lemmas[e.Key], r)
			if c, _ := utf8.DecodeRuneInString(e.Key); unicode.IsLower(c) && strings.HasSuffix(e.Key, "n") && len(e.Key) > 4 {
				x.tails = append(x.tails, tail{reversed(e.Key), r.lex})
			}
			if l.compounds {
				k := strings.ToLower(e.Key)
				x.heads[k] = append(x.heads[k], r)
			}
		case byForm:
			if l.exact {
				x.exact[e.Key] = append(x.exact[e.Key], r)
			} else {
				k := strings.ToLower(e.Key)
				x.forms[k] = append(x.forms[k], r)
			}
		case byPrefix:
			x.prefixes.add(e.Key, l.exact, r)
		case bySuffix:
			x.suffixes.add(e.Key, l.exact, r)
		case byLike:
			x.likes = append(x.likes, likeRef{e.Key, r})
		}
	}
}

func reversed(s string) string { return string(appendReversed(nil, s)) }

func appendReversed(b []byte, s string) []byte {
	for i := len(s) - 1; i >= 0; i-- {
		b = append(b, s[i])
	}
	return b
}

// Classify fills w.Lex: the lexicons that w may be in, whatever its place. The
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
	top := 0
	mark := func(r ref) {
		l := s.lists[r.lex]
		if l.pos != 0 && len(w.Readings) > 0 && !canAny(w, l.pos) {
			return
		}
		bits[r.lex>>6] |= 1 << (r.lex & 63)
		top = max(top, int(r.lex>>6)+1)
	}
	x := &s.index
	for _, r := range x.forms[w.Lower] {
		mark(r)
	}
	for _, r := range x.exact[w.Form] {
		mark(r)
	}
	x.prefixes.each(w, false, mark)
	x.suffixes.each(w, true, mark)
	for i := range x.likes {
		if likeMatches(x.likes[i].template, w.Form) {
			mark(x.likes[i].ref)
		}
	}
	for i := range w.Readings {
		rd := &w.Readings[i]
		for _, r := range x.lemmas[rd.Lemma] {
			if p := s.lists[r.lex].pos; p == 0 || p.has(rd.POS) {
				mark(r)
			}
		}
		if w.Head != "" && len(x.heads) > 0 {
			for _, r := range x.heads[headLemma(w, rd.Lemma)] {
				if p := s.lists[r.lex].pos; p == 0 || p.has(rd.POS) {
					mark(r)
				}
			}
		}
		if rd.POS == text.VERB || rd.POS == text.AUX {
			var buf [48]byte
			rev := string(appendReversed(buf[:0], rd.Lemma))
			j := sort.Search(len(x.tails), func(j int) bool { return x.tails[j].rev >= rev })
			for ; j < len(x.tails) && strings.HasPrefix(x.tails[j].rev, rev); j++ {
				mark(ref{lex: x.tails[j].lex})
			}
		}
	}
	w.Lex = nil
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
		a.each(t.Word, l.by == bySuffix, func(r ref) {
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

// pick is the first of refs that is the lexicon's own.
func (l *Lexicon) pick(refs []ref) int {
	for _, r := range refs {
		if int(r.lex) == l.num {
			return int(r.entry)
		}
	}
	return -1
}
