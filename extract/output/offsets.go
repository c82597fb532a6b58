package output

import "math/bits"

// block is the distance in bytes between two counted places.
const block = 64

// offsets counts code points: byte offset in, code point offset out. Building it
// reads the text once; an answer reads less than a block, wherever it is asked.
type offsets struct {
	text string
	at   []int // code points before byte i*block
}

// reset makes o count in text, which is valid UTF-8.
func (o *offsets) reset(text string) {
	o.text = text
	o.at = append(o.at[:0], 0)
	n := 0
	for i := block; i <= len(text); i += block {
		n += runes(text[i-block : i])
		o.at = append(o.at, n)
	}
}

// of is the number of code points before byte i.
func (o *offsets) of(i int) int {
	k := i / block
	return o.at[k] + runes(o.text[k*block:i])
}

// runes counts the bytes of s that begin a code point, eight at a time.
func runes(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n -= bits.OnesCount64(w >> 7 &^ (w >> 6) & 0x0101010101010101) // continuation bytes are 10xxxxxx
	}
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}
