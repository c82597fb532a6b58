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
		if i <= head && r.Has(head) && f.d.Tokens[i].Zone == f.d.Tokens[head].Zone && !(i == head && f.lex.state.Has(f.d, i)) {
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
		return nominativeNoun(d, i)
	case t.POS == text.ADJ && h.POS == text.NOUN && t.Lemma != t.Word.Form && !(t.Guess && t.Word.Has(text.Mixed)):
		a := article(d, i)
		stem, ok := withoutEnding(t.Word.Form)
		switch {
		case !ok, a >= 0 && d.Tokens[a].Word.Lower == d.Tokens[a].Lemma && d.Tokens[a].Feats.Is(text.Indef):
			return t.Word.Form // "ein hochrangiger Militär": its own ending tells the gender
		case a >= 0 && d.Tokens[a].Feats.Is(text.Fem):
			return stem + "e"
		}
		return stem + ending(h)
	}
	return t.Word.Form
}

// withoutEnding is the form w of an adjective without what it is declined with;
// false when it ends in nothing of the kind.
func withoutEnding(w string) (string, bool) {
	for _, e := range [...]string{"e", "en", "er", "es", "em"} {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) > 1 {
			return s, true
		}
	}
	return w, false
}

// article is the determiner of the phrase the adjective at token i stands in, -1 when
// none stands before its adjectives.
func article(d *text.Doc, i int) int {
	for i--; i >= 0 && d.Tokens[i].POS == text.ADJ; i-- {
	}
	if i >= 0 && d.Tokens[i].POS == text.DET {
		return i
	}
	return -1
}

// manyOf reports whether the noun at token i has no word before it that shows its
// number, no name behind it, and can be many: "Experten" in "Experten zufolge".
func manyOf(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if t.Word.Form == t.Lemma+"n" && likeAdjective(t) {
		return false // "Beamten zufolge": the strong nominative is "Beamte"
	}
	if !canBe(t.Word, text.NOUN, text.Nom|text.Plur) || i+1 < len(d.Tokens) && d.Tokens[i+1].POS == text.PROPN {
		return false
	}
	if i == 0 {
		return true
	}
	switch d.Tokens[i-1].POS {
	case text.NUM:
		return d.Tokens[i-1].Lemma != "ein"
	case text.DET, text.ADJ, text.PROPN, text.NOUN:
		return false
	}
	// "vom Zeugen" has its article in the preposition
	return d.Tokens[i-1].POS != text.ADP || !strings.HasSuffix(d.Tokens[i-1].Word.Lower, "m")
}

// ending is the strong ending of an adjective before the noun h.
func ending(h *text.Token) string {
	switch {
	case h.Feats.Is(text.Plur), h.Feats.Is(text.Fem):
		return "e"
	case h.Feats.Is(text.Masc):
		return "er"
	case h.Feats.Is(text.Neut):
		return "es"
	}
	return "e"
}

// nominativeNoun is the noun at token i in the nominative of its number.
func nominativeNoun(d *text.Doc, i int) string {
	t := &d.Tokens[i]
	w := t.Word.Form
	switch {
	case t.Feats.Is(text.Sing) && strings.HasSuffix(t.Lemma, "er") && w == t.Lemma[:len(t.Lemma)-1]+"n":
		return t.Lemma // "einen Beamten"
	case strings.HasSuffix(t.Lemma, "e") && strings.HasPrefix(w, t.Lemma) && likeAdjective(t):
		return nominalAdjective(d, i)
	case t.Feats.Is(text.Sing) && !namesAlready(t) && t.Lemma != "" && len(t.Lemma) < len(w) && strings.HasPrefix(w, t.Lemma):
		switch w[len(t.Lemma):] {
		case "s", "es", "n", "en", "ns", "e":
			return t.Lemma
		}
	case t.Feats.Is(text.Dat|text.Plur) && strings.HasSuffix(w, "n") && !canBe(t.Word, text.NOUN, text.Nom|text.Plur):
		return w[:len(w)-1] // "Medienberichten"
	}
	return w
}

// nominalAdjective is the noun at token i, declined like an adjective, in the
// nominative: the weak one behind a mere article ("der Angeklagte"), else the strong
// one ("ein Angeklagter", "des neuen Vorsitzenden" → "neuer Vorsitzender").
func nominalAdjective(d *text.Doc, i int) string {
	t := &d.Tokens[i]
	adjective := i > 0 && d.Tokens[i-1].POS == text.ADJ
	switch {
	case t.Feats.Is(text.Plur) && t.Word.Form == t.Lemma+"n" && (i == 0 || d.Tokens[i-1].POS == text.ADP):
		return t.Lemma // "nach Angaben von Angehörigen"
	case t.Feats.Is(text.Plur) && !adjective:
		return t.Word.Form
	case t.Feats.Is(text.Plur), !t.Feats.Is(text.Masc):
		return t.Lemma
	case strings.HasSuffix(t.Word.Form, "er"), adjective, i > 0 && d.Tokens[i-1].POS == text.DET && !d.Tokens[i-1].Feats.Is(text.Def) && !d.Tokens[i-1].Feats.Is(text.Dem):
		return t.Lemma + "r"
	}
	return t.Lemma
}

// likeAdjective reports whether the noun t is declined like an adjective: all its
// plurals are without gender, and there is a feminine of it (not so "Zeuge").
func likeAdjective(t *text.Token) bool {
	like := false
	for i := range t.Word.Readings {
		r := &t.Word.Readings[i]
		if r.POS != text.NOUN || r.Lemma != t.Lemma {
			continue
		}
		if r.Feats.Is(text.Plur) && r.Feats&text.Gender != 0 {
			return false
		}
		like = like || r.Feats.Is(text.Sing) && (r.Feats&text.Gender == 0 || r.Feats.Is(text.Fem))
	}
	return like
}

// namesAlready reports whether the form of noun t is a nominative singular of its
// gender: "Fonds", but not "des Zeugen", though there is "das Zeugen".
func namesAlready(t *text.Token) bool {
	for i := range t.Word.Readings {
		if r := &t.Word.Readings[i]; r.POS == text.NOUN && r.Feats.Is(text.Nom|text.Sing) && r.Feats.Agrees(t.Feats, text.Gender) {
			return true
		}
	}
	return false
}
