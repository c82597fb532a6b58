package char

import "testing"

func TestFilter(t *testing.T) {
	var f Filter
	in := []string{"", "a", "ab", "über", "Bundeskanzler", "in"}
	if f.Has("a") {
		t.Error("an empty filter has a word")
	}
	for _, w := range in {
		f.Add(w)
	}
	for _, w := range in {
		if !f.Has(w) {
			t.Errorf("%q: not in; want in", w)
		}
	}
	out := 0
	for _, w := range []string{"b", "ba", "unter", "Bundeskanzlern", "Haus", "und", "1.200"} {
		if !f.Has(w) {
			out++
		}
	}
	if out < 6 {
		t.Errorf("%d of 7 other words are kept out; want 6 or more", out)
	}
}
