package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// cite is the words of r in citation form, its head the noun at head: without the
// determiner and in the nominative ("des südkoreanischen Generalstabs" →
// "südkoreanischer Generalstab"). What the words alone do not settle stays as it
// stands.
func (f *Finder) cite(r text.Range, head int) string {
	if r.From > 0 && r.From < head && f.d.Tokens[r.From-1].Quantity >= 0 && f.d.Tokens[r.From].POS == text.ADJ && r.Has(head) {
		r.From++ // "eine 19 Jahre | alte Studentin"
	}
	for r.From < r.To-1 && f.leaves(r.From) {
		r.From++
	}
	for r.From < r.To && f.d.Tokens[r.To-1].Word.Has(text.Punct) && f.d.Tokens[r.To-1].Word.Form != ")" {
		r.To--
	}
	var b strings.Builder
	for i := r.From; i < r.To; i++ {
		if i > r.From && f.d.Tokens[i].Space {
			b.WriteByte(' ')
		}
		if i <= head && r.Has(head) && !(i == head && f.lex.state.Has(f.d, i)) {
			b.WriteString(nominative(f.d, i, head))
		} else {
			b.WriteString(f.d.Tokens[i].Word.Form)
		}
	}
	return b.String()
}

// nominative is the word at token i in the nominative, as part of a phrase with
// the noun at head.
func nominative(d *text.Doc, i, head int) string {
	t, h := &d.Tokens[i], &d.Tokens[head]
	switch {
	case i == head && t.POS == text.NOUN:
		if manyOf(d, i) {
			return t.Word.Form
		}
		return nominativeNoun(t)
	case t.POS == text.ADJ && h.POS == text.NOUN && !t.Feats.Is(text.Cmp) && !t.Feats.Is(text.Sup):
		w := t.Word.Form
		n := len(t.Lemma)
		if n == 0 || n >= len(w) || !strings.EqualFold(w[:n], t.Lemma) {
			return w
		}
		switch w[n:] {
		case "e", "en", "er", "es", "em":
			return w[:n] + ending(h)
		}
	}
	return t.Word.Form
}

// manyOf reports whether the noun at token i has no word before it that shows its
// number, no name behind it, and can be many: "Experten" in "Experten zufolge".
func manyOf(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if !canBe(t.Word, text.NOUN, text.Nom|text.Plur) || i+1 < len(d.Tokens) && d.Tokens[i+1].POS == text.PROPN {
		return false
	}
	if i == 0 {
		return true
	}
	switch d.Tokens[i-1].POS {
	case text.DET, text.ADJ, text.PROPN, text.NUM, text.NOUN:
		return false
	}
	// "vom Zeugen" has its article in the preposition
	return d.Tokens[i-1].POS != text.ADP || !strings.HasSuffix(d.Tokens[i-1].Word.Lower, "m")
}

// ending is the strong ending of an adjective before the noun h. Before a noun
// like "Beamte", which may itself be declined as one, it is the weak one.
func ending(h *text.Token) string {
	switch {
	case h.Feats.Is(text.Plur), h.Feats.Is(text.Fem), strings.HasSuffix(h.Lemma, "e") && h.Feats.Is(text.Masc):
		return "e"
	case h.Feats.Is(text.Masc):
		return "er"
	case h.Feats.Is(text.Neut):
		return "es"
	}
	return "e"
}

// nominativeNoun is noun t in the nominative of its number.
func nominativeNoun(t *text.Token) string {
	w := t.Word.Form
	switch {
	case t.Feats.Is(text.Sing) && strings.HasSuffix(t.Lemma, "er") && w == t.Lemma[:len(t.Lemma)-1]+"n":
		return t.Lemma // "einen Beamten"
	case t.Feats.Is(text.Sing) && !canBe(t.Word, text.NOUN, text.Nom|text.Sing) && t.Lemma != "" && len(t.Lemma) < len(w) && strings.HasPrefix(w, t.Lemma):
		switch w[len(t.Lemma):] {
		case "s", "es", "n", "en", "ns", "e":
			return t.Lemma
		}
	case t.Feats.Is(text.Dat|text.Plur) && strings.HasSuffix(w, "n") && !canBe(t.Word, text.NOUN, text.Nom|text.Plur):
		return w[:len(w)-1] // "Medienberichten"
	}
	return w
}
