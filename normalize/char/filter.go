package char

// Filter is a set of words that answers quickly and errs only in saying yes: it
// keeps most words from a look-up that would fail. The zero Filter is empty.
type Filter struct{ bits [1 << 9]uint64 }

// Add puts w in.
func (f *Filter) Add(w string) {
	h := ends(w)
	f.bits[h>>6] |= 1 << (h & 63)
}

// Has reports whether w may be in.
func (f *Filter) Has(w string) bool {
	h := ends(w)
	return f.bits[h>>6]&(1<<(h&63)) != 0
}

// ends hashes the length of w and the two bytes at each end to 15 bits.
func ends(w string) uint32 {
	n := len(w)
	if n < 2 {
		if n == 0 {
			return 0
		}
		return uint32(w[0])
	}
	h := uint32(w[0]) | uint32(w[1])<<8 | uint32(w[n-2])<<16 | uint32(w[n-1])<<24
	return (h ^ uint32(n)<<11) * 0x9E3779B1 >> 17
}
