package unit

import (
	"bytes"
	"math"

	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/number"
)

// compoundAt reads a word that a number begins: "37-Jähriger", "dreitägig",
// "60-mm-Mörser", "100.000-Einwohner-Stadt", "Zweidrittelmehrheit", and a symbol
// written on to its digits ("30km").
func (sc *scanner) compoundAt(t term, at int) (term, bool) {
	s := sc.s
	n, rest, ok := number.Prefix(s, at)
	if !ok {
		return t, false
	}
	t.Number, t.numEnd = n, rest
	t.kind, t.factor = Count, 1
	if h := hyphenAt(s, rest); h > 0 {
		if n.Value == .5 && n.Kind == number.Half {
			return t, false
		}
		if sc.cut(rest+h) && !n.One {
			t.open, t.end = true, rest+h
			return t, true
		}
		return sc.hyphened(t, rest+h)
	}
	end := char.WordEnd(s, rest)
	if n.Digits {
		if m, e := sc.symbolAt(rest); m != nil && m.kind != Data && (e-rest > 1 || m.kind != Other && m.kind != Power) {
			sc.take(&t, m, rest, e)
			return t, true
		}
	}
	if end-rest > 60 || end < len(s) && (char.IsDigit(s[end]) || hyphenAt(s, end) > 0 && letterOrDigit(s, end+hyphenAt(s, end))) {
		return t, false
	}
	var buf [64]byte
	w := char.Fold(buf[:0], s[rest:end])
	if sc.head(&t, w, rest, end) {
		return t, true
	}
	if n.Digits {
		if string(w) == "fach" || len(w) <= 6 && bytes.HasPrefix(w, []byte("fach")) {
			t.kind, t.fixed, t.compound, t.end = Factor, true, rest, end
			return t, true
		}
		if string(w) == "mal" {
			t.end = end
			sc.times(&t)
			t.compound = rest
			return t, true
		}
		return t, false
	}
	switch n.Kind {
	case number.Fraction:
		return sc.fractionCompound(t, at, w, rest, end)
	case number.Half:
		return t, false
	}
	for _, m := range sc.l.mods {
		if len(w) >= len(m.form)+3 && bytes.HasPrefix(w, []byte(m.form)) {
			t.kind, t.code, t.fixed = m.kind, m.code, true
			t.compound, t.end = rest, end
			t.One = false
			return t, m.kind != Count || n.Value > 1
		}
	}
	// Dreiergruppe, Vierertreffen
	if n.Value >= 2 && n.Value <= 12 && len(w) >= 6 && w[0] == 'e' && w[1] == 'r' && char.Upper(s, at) && !sc.notGroup(s[at:end]) {
		t.compound = rest + 2
		t.end, t.fixed = end, true
		return t, true
	}
	return t, false
}

// notGroup reports whether a word in -er- is no group of so many (Achterbahn).
func (sc *scanner) notGroup(w string) bool {
	class, e := sc.l.words.match(w, 0)
	return class&never != 0 && e == len(w)
}

// head reads the rest of a compound as an adjective in -ig or a noun of its own.
func (sc *scanner) head(t *term, w []byte, rest, end int) bool {
	h, ok := sc.l.heads[string(w)]
	if !ok {
		return false
	}
	if t.Value == 1 && h.kind == Count {
		return false // einseitig, einteilig say something else
	}
	t.kind, t.code, t.fixed = h.kind, h.code, true
	t.compound, t.end = rest, end
	t.One = false
	if t.Kind == number.Half {
		t.Kind = number.Cardinal
	}
	if h.kind == Age && !sc.aged(t) {
		t.kind = Duration
	}
	return true
}

// hyphened reads what follows the hyphen of "37-Jähriger", "60-mm-Mörser".
func (sc *scanner) hyphened(t term, at int) (term, bool) {
	s := sc.s
	end := char.WordEnd(s, at)
	if end == at || end-at > 40 {
		return t, false
	}
	tail := sc.wordTail(at)
	var buf [64]byte
	w := char.Fold(buf[:0], s[at:end])
	t.compound, t.end = at, tail
	t.One = false
	if tail == end {
		if sc.head(&t, w, at, end) {
			return t, true
		}
		if bytes.HasPrefix(w, []byte("fach")) && len(w) <= 6 {
			t.kind, t.fixed = Factor, true
			return t, t.Value != 1
		}
		if string(w) == "mal" || string(w) == "malig" {
			sc.times(&t)
			return t, true
		}
	}
	if m, e := sc.symbolAt2(at, end); m != nil {
		sc.compoundUnit(&t, m, at, e, tail)
		return t, true
	}
	if p, ok := sc.l.units.m[string(w)]; ok && p.end && p.v.kind != Count {
		sc.compoundUnit(&t, p.v, at, end, tail)
		return t, true
	}
	if h := hyphenAt(s, end); h > 0 { // 3.000-US-Dollar-Suite
		e := char.WordEnd(s, end+h)
		if p, ok := sc.l.units.m[string(char.Fold(buf[:0], s[at:e]))]; ok && p.end && p.v.kind == Money {
			sc.compoundUnit(&t, p.v, at, e, tail)
			return t, true
		}
	}
	if f, e, ok := number.Scan(s, at); ok && e == end && f.Kind == number.Fraction && tail > end && t.Value > 1 {
		t.Value *= f.Value // Zwei-Drittel-Mehrheit
		t.kind, t.fixed, t.Kind = Share, true, number.Fraction
		return t, true
	}
	// 100.000-Einwohner-Stadt, Drei-Parteien-Koalition
	if tail > end && end-at >= 3 && char.Upper(s, at) && hyphenAt(s, end) > 0 && t.Value != 1 {
		t.kind, t.code, t.fixed = Count, s[at:end], true
		return t, true
	}
	return t, false
}

// symbolAt2 is the unit symbol that is the whole of s[at:end].
func (sc *scanner) symbolAt2(at, end int) (*measure, int) {
	if m := sc.l.symbols[sc.s[at:end]]; m != nil && (end-at > 1 || m.kind == Length || m.kind == Mass) {
		return m, end
	}
	return nil, 0
}

func (sc *scanner) compoundUnit(t *term, m *measure, from, end, tail int) {
	compound := t.compound
	t.unit, t.unitFrom, t.unitEnd = m, from, end
	t.kind, t.factor, t.fixed = m.kind, m.factor, true
	if m.mass { // a 12-Pfund-Granate
		t.unit, t.kind, t.factor = sc.l.symbols["kg"], Mass, .5
	}
	if m.word {
		t.code = sc.s[from:end]
	}
	if m.code == "Cel" && math.Mod(t.Value, 45) == 0 && t.Value >= 90 {
		t.unit, t.kind = sc.l.angle, Other // 180-Grad-Wende, 360-Grad-Video
	}
	t.compound, t.end = compound, tail
}

// fractionCompound reads Zweidrittelmehrheit (a share), Viertelstunde and
// Viertelmillion (a fraction of a unit). Viertelfinale and its like are names.
func (sc *scanner) fractionCompound(t term, at int, w []byte, rest, end int) (term, bool) {
	s := sc.s
	var buf [64]byte
	whole := char.Fold(buf[:0], s[at:end])
	if p, ok := sc.l.units.m[string(whole)]; ok && p.end { // Dreivierteljahr
		t.Value, t.unit, t.kind, t.factor = 1, p.v, p.v.kind, p.v.factor
		t.Kind = number.Cardinal
		t.end, t.compound = end, rest
		t.unitFrom, t.unitEnd = at, end
		return t, true
	}
	if p, ok := sc.l.units.m[string(w)]; ok && p.end {
		sc.compoundUnit(&t, p.v, rest, end, end)
		t.Kind, t.compound = number.Cardinal, rest
		return t, true
	}
	if v, e, ok := number.Magnitude(s[rest:end], 0); ok && e == end-rest {
		t.Value *= v
		t.Kind, t.Scaled = number.Cardinal, true
		t.numEnd, t.end = end, end
		sc.unitBehind(&t)
		return t, true
	}
	r := 1 / t.Value
	if r-float64(int(r+.5)) < 1e-9 && r-float64(int(r+.5)) > -1e-9 || len(w) < 4 {
		return t, false // no numerator: Viertelfinale
	}
	t.kind, t.fixed, t.compound, t.end = Share, true, rest, end
	return t, true
}

// aged says whether -jährig tells an age: of a person, not of a thing that
// lasts. The noun behind it decides, else how high the number is.
func (sc *scanner) aged(t *term) bool {
	s := sc.s
	head := t.compound
	if char.Upper(s, t.from) && !t.Digits || char.Upper(s, head) {
		// Zwölfjährige, 37-Jährige; "Dreijährige Haft" at a sentence's start is the exception
		if char.Upper(s, head) {
			return true
		}
	}
	p := char.SkipSpace(s, t.end, true)
	for range 3 {
		if p >= len(s) {
			break
		}
		w := phraseWord(s, p)
		if w == p {
			break
		}
		if char.Upper(s, p) {
			return !sc.lasts(s[p:w]) && (t.Digits || t.Value >= 13 || sc.person(s[p:w]))
		}
		p = char.SkipSpace(s, w, true)
		if p == w {
			break
		}
	}
	return t.Digits || t.Value >= 13 || char.Upper(s, t.from)
}

// lasts reports whether noun ends like a word for something that takes time.
func (sc *scanner) lasts(noun string) bool { return sc.l.endsLike(noun, sc.l.lasting) }

// person reports whether noun ends like a word for somebody.
func (sc *scanner) person(noun string) bool { return sc.l.endsLike(noun, sc.l.persons) }

func (l *lexicon) endsLike(noun string, set map[string]bool) bool {
	var buf [64]byte
	if len(noun) > 60 {
		return false
	}
	w := char.Fold(buf[:0], noun)
	for _, inflection := range []string{"", "s", "es", "e", "n", "en", "er", "ern"} {
		if !bytes.HasSuffix(w, []byte(inflection)) {
			continue
		}
		stem := w[:len(w)-len(inflection)]
		for i := 0; i+3 <= len(stem); i++ {
			if set[string(stem[i:])] {
				return true
			}
		}
	}
	return false
}
