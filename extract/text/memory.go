package text

import (
	"hash/maphash"
	"strings"
)

// chunkMemory remembers chunks by their text within a bound. Almost every chunk
// is short: its text is kept in the table itself, so that a look-up touches one
// line of memory; longer ones are kept in a map.
type chunkMemory struct {
	seed       maphash.Seed
	young, old chunkTable
	long       generations[*chunk]
	mem        []chunk // where chunks are cut from
}

// chunkTable is a hash table with open addressing, at most half full.
type chunkTable struct {
	slots []chunkSlot // a power of two
	n     int
}

type chunkSlot struct {
	key  [slotKey]byte
	size uint8
	c    *chunk
}

const (
	slotKey   = 23
	firstSize = 1 << 11
)

func newChunkMemory() chunkMemory {
	return chunkMemory{
		seed:  maphash.MakeSeed(), // decides where a chunk lies, never what it is
		young: chunkTable{slots: make([]chunkSlot, firstSize)},
		long:  newGenerations[*chunk](maxChunks / 8),
	}
}

func (m *chunkMemory) newChunk() *chunk {
	if len(m.mem) == 0 {
		m.mem = make([]chunk, 64)
	}
	c := &m.mem[0]
	m.mem = m.mem[1:]
	return c
}

// get returns the chunk of text s and whether it was remembered; if not it is
// made, empty, and remembered unless it is longer than maxWord.
func (m *chunkMemory) get(s string) (c *chunk, ok bool) {
	if len(s) > slotKey {
		if c, ok := m.long.get(s); ok {
			return c, true
		}
		c = m.newChunk()
		if len(s) <= maxWord {
			m.long.put(strings.Clone(s), c)
		}
		return c, false
	}
	h := maphash.String(m.seed, s)
	if c := m.young.find(s, h).c; c != nil {
		return c, true
	}
	if m.old.n > 0 {
		c = m.old.find(s, h).c
	}
	if ok = c != nil; !ok {
		c = m.newChunk()
	}
	if m.young.n >= maxChunks {
		m.old, m.young = m.young, chunkTable{slots: make([]chunkSlot, len(m.young.slots))}
	} else if 2*m.young.n >= len(m.young.slots) {
		m.young.grow(m.seed)
	}
	slot := m.young.find(s, h)
	slot.size, slot.c = uint8(copy(slot.key[:], s)), c
	m.young.n++
	return c, ok
}

// find returns the slot of s, whose hash is h, or the empty one to put it in.
func (t *chunkTable) find(s string, h uint64) *chunkSlot {
	mask := uint64(len(t.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		slot := &t.slots[i]
		if slot.c == nil || int(slot.size) == len(s) && string(slot.key[:slot.size]) == s {
			return slot
		}
	}
}

func (t *chunkTable) grow(seed maphash.Seed) {
	was := t.slots
	t.slots = make([]chunkSlot, 2*len(was))
	for i := range was {
		if s := &was[i]; s.c != nil {
			key := s.key[:s.size]
			*t.find(string(key), maphash.Bytes(seed, key)) = *s
		}
	}
}

// generations is a bounded memory by string keys: when the newer map is full it
// becomes the older one, whose entries are forgotten unless asked for again.
type generations[V any] struct {
	limit      int
	young, old map[string]V
}

func newGenerations[V any](limit int) generations[V] {
	return generations[V]{limit: limit, young: make(map[string]V)}
}

func (g *generations[V]) get(key string) (V, bool) {
	if v, ok := g.young[key]; ok {
		return v, true
	}
	if len(g.old) == 0 {
		var none V
		return none, false
	}
	v, ok := g.old[key]
	if ok {
		g.put(strings.Clone(key), v)
	}
	return v, ok
}

// put stores v; key must be owned by the caller.
func (g *generations[V]) put(key string, v V) {
	if len(g.young) >= g.limit {
		g.old, g.young = g.young, make(map[string]V, g.limit)
	}
	g.young[key] = v
}
