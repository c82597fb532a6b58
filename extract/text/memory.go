package text

import "hash/maphash"

// memory remembers values by their text within a bound: when the newer table is
// full it becomes the older one, whose values are forgotten unless asked for
// again. The values hold their text themselves.
type memory[V any, P textual[V]] struct {
	seed       maphash.Seed // decides where a value lies, never what it is
	limit      int
	young, old table[V, P]
}

type textual[V any] interface {
	*V
	is(text string) bool
}

// table is a hash table with open addressing, at most half full.
type table[V any, P textual[V]] struct {
	slots []slot[V] // their number is a power of two
	n     int
}

type slot[V any] struct {
	hash uint32
	v    *V
}

const firstSize = 1 << 11

func newMemory[V any, P textual[V]](limit int) memory[V, P] {
	return memory[V, P]{
		seed: maphash.MakeSeed(), limit: limit,
		young: table[V, P]{slots: make([]slot[V], firstSize)},
	}
}

func (m *memory[V, P]) hash(s string) uint32 { return uint32(maphash.String(m.seed, s)) }

// likely returns what may be the value of the text with hash h, nil when that is
// not to be had at a glance.
func (m *memory[V, P]) likely(h uint32) *V {
	s := &m.young.slots[h&uint32(len(m.young.slots)-1)]
	if s.hash != h {
		return nil
	}
	return s.v
}

// at returns the place of the value of s, whose hash is h: nil in it when none is
// remembered, and the caller has to put one there before the next call.
func (m *memory[V, P]) at(s string, h uint32) **V {
	at := m.young.find(s, h)
	if at.v != nil {
		return &at.v
	}
	var v *V
	if m.old.n > 0 {
		v = m.old.find(s, h).v
	}
	if m.young.n >= m.limit {
		m.old = m.young
		m.young = table[V, P]{slots: make([]slot[V], len(m.old.slots))}
		at = m.young.find(s, h)
	} else if 2*m.young.n >= len(m.young.slots) {
		m.young.grow()
		at = m.young.find(s, h)
	}
	at.hash, at.v = h, v
	m.young.n++
	return &at.v
}

// find returns the slot of s, whose hash is h, or the empty one to put it in.
func (t *table[V, P]) find(s string, h uint32) *slot[V] {
	mask := uint32(len(t.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		slot := &t.slots[i]
		if slot.v == nil || slot.hash == h && P(slot.v).is(s) {
			return slot
		}
	}
}

func (t *table[V, P]) grow() {
	was := t.slots
	t.slots = make([]slot[V], 2*len(was))
	mask := uint32(len(t.slots) - 1)
	for _, s := range was {
		if s.v == nil {
			continue
		}
		i := s.hash & mask
		for t.slots[i].v != nil {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}
