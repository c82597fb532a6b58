package morph

import "github.com/belegt/extract/normalize/char"

// wordMap maps words to what a list says of them. Most words are in no list: a
// filter before the map tells so at once.
type wordMap[V any] struct {
	m   map[string]V
	has char.Filter
}

func newWordMap[V any](m map[string]V) *wordMap[V] {
	t := &wordMap[V]{m: m}
	for w := range m {
		t.has.Add(w)
	}
	return t
}

// get returns what is known of w, the zero value for nothing.
func (t *wordMap[V]) get(w string) V {
	if !t.has.Has(w) {
		var none V
		return none
	}
	return t.m[w]
}
