package char

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Map leads offsets of an edited string back to the string it was made from. A
// nil Map is the identity.
type Map struct {
	// Begin and end of each edited stretch, alternating, in both strings.
	edited, original []int
}

// Original is the offset in the original string of offset at in the edited one.
// An offset inside an edited stretch leads to that stretch's beginning.
func (m *Map) Original(at int) int {
	if m == nil {
		return at
	}
	i := sort.SearchInts(m.edited, at+1) - 1
	if i < 0 {
		return at
	}
	if i%2 == 0 { // inside an edited stretch
		return m.original[i]
	}
	return m.original[i] + at - m.edited[i]
}

// NFC puts s into Unicode normal form C. The Map leads offsets of the result
// back to s; it is nil when nothing changed.
func NFC(s string) (string, *Map) {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii || norm.NFC.IsNormalString(s) {
		return s, nil
	}
	m := &Map{}
	out := make([]byte, 0, len(s))
	var it norm.Iter
	it.InitString(norm.NFC, s)
	for !it.Done() {
		from := it.Pos()
		seg := it.Next()
		if was := it.Pos() - from; was != len(seg) || string(seg) != s[from:it.Pos()] {
			// The stretch itself is one place: its inside leads to its beginning.
			m.edited = append(m.edited, len(out), len(out)+len(seg))
			m.original = append(m.original, from, it.Pos())
		}
		out = append(out, seg...)
	}
	return string(out), m
}

// Bare is s without accents: "Nikolić" is "Nikolic". Letters with a diaeresis, German
// umlauts among them, stay as they are.
func Bare(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return s
	}
	const diaeresis = '\u0308'
	out := make([]rune, 0, len(s))
	for _, r := range norm.NFD.String(s) {
		if r == diaeresis || !unicode.Is(unicode.Mn, r) {
			out = append(out, r)
		}
	}
	return norm.NFC.String(string(out))
}
