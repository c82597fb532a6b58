package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// kindWithin is how many sentences back a word for a kind of body reaches.
const kindWithin = 4

// ofKind is the body named last that the noun of definite phrase k is a word for: by the
// end of its name ("Bauernverband … der Verband") or by what speech.kind says of it ("IG
// Metall … die Gewerkschaft"); nil for none.
func (f *Finder) ofKind(k int) *entity {
	h := &f.d.Tokens[f.ch[k].Head]
	e := f.lex.kind.Entry(f.d, f.ch[k].Head)
	if e == nil || h.Feats.Is(text.Plur) {
		return nil
	}
	kind := strings.ToLower(h.Lemma)
	for j := k - 1; j >= 0 && f.d.Tokens[f.ch[j].Head].Sent >= h.Sent-kindWithin; j-- {
		ch := &f.ch[j]
		if ch.Kind != text.NounPhrase || f.owned(ch) || f.d.Tokens[ch.Head].Feats.Is(text.Plur) && ch.Name.Empty() {
			continue
		}
		if ch.Name.Empty() {
			if f.d.Tokens[ch.Head].Lemma == h.Lemma && !f.isKnown(ch) {
				return nil // another one: "ein Verband"
			}
			continue
		}
		n := f.reg.at(f.sighted(ch.Head))
		if n == nil {
			n = f.reg.at(f.reg.find(nameWords(f.d, ch.Name), false))
		}
		if n == nil || n.typ == "state" || n.typ == "person" && !hasField(e.Get("of"), strings.ToLower(n.words[0])) {
			continue
		}
		if n.isKind(kind, e.Get("of"), e.Get("ends")) {
			return n
		}
	}
	return nil
}

// compoundOf reports whether phrase o, near before k, is a nameless compound for a body of the
// kind that the noun of k is a word for: "Bundeskartellamt" of "Behörde".
func (f *Finder) compoundOf(o, k int) bool {
	e := f.lex.kind.Entry(f.d, f.ch[k].Head)
	ch := &f.ch[o]
	h := &f.d.Tokens[ch.Head]
	if e == nil || ch.Kind != text.NounPhrase || !ch.Name.Empty() || h.Feats.Is(text.Plur) || h.POS != text.NOUN || h.Sent < f.d.Tokens[f.ch[k].Head].Sent-kindWithin || h.Word.Head == "" && !h.Word.Has(text.Hyphen) || ch.Prep >= 0 && f.lex.place.Has(f.d, ch.Prep) {
		return false
	}
	return endsIn(strings.ToLower(h.Lemma), e.Get("ends"))
}

// endsIn reports whether word ends in one of ends, separated by blanks.
func endsIn(word, ends string) bool {
	for ends != "" {
		var one string
		if one, ends, _ = strings.Cut(ends, " "); strings.HasSuffix(word, one) {
			return true
		}
	}
	return false
}

// isKind reports whether a word of the name of e or of its role ends in kind or in one of ends,
// or is one of names, all lower case and separated by blanks.
func (e *entity) isKind(kind, names, ends string) bool {
	for _, words := range [...][]string{e.words, e.heads} {
		for _, w := range words {
			w = strings.ToLower(w)
			if strings.HasSuffix(w, kind) || hasField(names, w) || endsIn(w, ends) {
				return true
			}
		}
	}
	return false
}
