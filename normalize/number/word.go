package number

import (
	"math"

	"github.com/belegt/extract/normalize/char"
)

// compound is the closed-up number at the beginning of a folded word, with what
// its last morpheme allows to follow.
type compound struct {
	value float64
	n     int   // bytes of the folded word
	last  class // class of the last morpheme
	lastV float64
	pure  bool // a lone power of ten (hundert, zehntausend): its plural is vague
	one   bool // only "ein"
}

// below100 reads ein … neunundneunzig at w.
func (l *lexicon) below100(w []byte) (c compound) {
	e, n := l.longest(w)
	switch e.class {
	case one, digit:
		c = compound{value: e.value, n: n, last: e.class, lastV: e.value, one: e.class == one}
		if u, m := l.longest(w[n:]); u.class == and {
			if t, k := l.longest(w[n+m:]); t.class == ten {
				return compound{value: e.value + t.value, n: n + m + k, last: ten, lastV: t.value}
			}
		}
	case teen, ten:
		c = compound{value: e.value, n: n, last: e.class, lastV: e.value, pure: e.value == 10}
	}
	return c
}

// below1000 reads ein … neunhundertneunundneunzig, and elfhundert … with the
// hundreds of years and prices (achtzehnhundertsechzig).
func (l *lexicon) below1000(w []byte) compound {
	c := l.below100(w)
	h, n := l.longest(w[c.n:])
	if h.class != hundred || c.n > 0 && c.value > 9 && int(c.value)%10 == 0 {
		return c
	}
	v := h.value
	if c.n > 0 {
		v *= c.value
	}
	return l.join(w, compound{value: v, n: c.n + n, last: hundred, lastV: h.value, pure: c.n == 0}, false)
}

// join adds the smaller number that follows c, with or without "und": below a
// thousand or, behind hundreds, below a hundred. (No function value here: it
// would move every caller's buffer to the heap.)
func (l *lexicon) join(w []byte, c compound, thousands bool) compound {
	at := c.n
	if u, n := l.longest(w[at:]); u.class == and {
		at += n
	}
	var r compound
	if thousands {
		r = l.below1000(w[at:])
	} else {
		r = l.below100(w[at:])
	}
	if r.n == 0 {
		return c
	}
	return compound{value: c.value + r.value, n: at + r.n, last: r.last, lastV: r.lastV}
}

// cardinal reads the longest closed-up number at w, up to Trillionen, with
// "einhalb" at its end.
func (l *lexicon) cardinal(w []byte) compound {
	c := l.below1000(w)
	if c.n == 0 {
		if e, n := l.longest(w); e.class == oneAndHalf {
			c = compound{value: e.value, n: n, last: half, lastV: .5}
		}
	} else {
		c = l.addHalf(w, c)
	}
	if t, n := l.longest(w[c.n:]); t.class == thousand {
		v := t.value
		if c.n > 0 {
			v *= c.value
		}
		c = l.join(w, compound{value: v, n: c.n + n, last: thousand, lastV: t.value, pure: c.n == 0 || c.pure}, true)
		c = l.addHalf(w, c)
	}
	return l.illions(w, c)
}

// addHalf reads einhalb or undeinhalb behind an integer.
func (l *lexicon) addHalf(w []byte, c compound) compound {
	at := c.n
	e, n := l.longest(w[at:])
	if e.class == and {
		at += n
		e, n = l.longest(w[at:])
	}
	if e.class != half {
		return c
	}
	return compound{value: c.value + e.value, n: at + n, last: half, lastV: e.value}
}

// illions reads million(en), milliarde(n) … closed up behind c, and what follows
// them.
func (l *lexicon) illions(w []byte, c compound) compound {
	m, n := l.longest(w[c.n:])
	if m.class != illion {
		return c
	}
	v := m.value
	if c.n > 0 {
		v *= c.value
	}
	out := compound{value: v, n: c.n + n, last: illion, lastV: m.value}
	at := out.n
	for _, plural := range []string{"en", "n", "e", ""} {
		if len(w)-at >= len(plural) && string(w[at:at+len(plural)]) == plural {
			p := at + len(plural)
			if u, k := l.longest(w[p:]); u.class == and {
				p += k
			}
			if r := l.cardinal(w[p:]); r.n > 0 && r.value < m.value {
				return compound{value: v + r.value, n: p + r.n, last: r.last, lastV: r.lastV}
			}
		}
	}
	return out
}

// denominator reads the fraction noun that ends w: Drittel, Zehntel,
// Hundertstel, with an ending.
func (l *lexicon) denominator(w []byte) (float64, bool) {
	if e, n := l.longest(w); e.class == fracstem && (n == len(w) || l.ends(w[n:], endGenitive)) {
		return e.value, true
	}
	c := l.cardinal(w)
	if c.n == 0 || c.value < 4 {
		return 0, false
	}
	if c.last == digit || c.last == teen {
		return c.value, l.ends(w[c.n:], endTel)
	}
	return c.value, l.ends(w[c.n:], endStel)
}

func (l *lexicon) ends(w []byte, c class) bool { return l.endings[string(w)]&(1<<c) != 0 }

// word reads a whole folded word that begins with a closed-up number.
func (l *lexicon) word(w []byte) (Number, bool) {
	if e, n := l.longest(w); e.class == ordstem && l.ends(w[n:], endE) {
		return Number{Kind: Ordinal, Value: e.value, Min: math.NaN()}, true
	} else if e.class == fracstem && (n == len(w) || l.ends(w[n:], endGenitive)) {
		return Number{Kind: Fraction, Value: 1 / e.value, Min: math.NaN()}, true
	}
	c := l.cardinal(w)
	if c.n == 0 {
		return l.prefixed(w)
	}
	rest := w[c.n:]
	num := of(c.value)
	if len(rest) == 0 {
		num.One = c.one
		return num, c.last != illion || c.value != c.lastV
	}
	set := l.endings[string(rest)]
	has := func(c class) bool { return set&(1<<c) != 0 }
	switch {
	case c.last == one && has(endOne):
		num.One = c.one && string(rest) != "s"
		return num, true
	case c.last == digit && c.value == c.lastV && c.value <= 3 && has(endFew),
		c.last == digit && c.value == c.lastV && c.value > 3 && c.value != 8 && has(endSmall),
		c.last == teen && c.value == c.lastV && c.value <= 12 && has(endSmall):
		return num, true
	case (c.last == hundred || c.last == thousand) && has(plural):
		if !c.pure {
			return num, false // Achttausender, Viertausender: names of mountains and sums
		}
		return vague(c.value), true
	case c.last == illion && (string(rest) == "en" || string(rest) == "n"):
		return num, c.value != c.lastV
	case (c.last == digit || c.last == teen || c.last == one) && has(endTe) && c.lastV != 3 && c.lastV != 1 && c.lastV != 8 && c.lastV != 7,
		c.last == digit && (c.lastV == 8 || c.lastV == 7) && (has(endE) && c.lastV == 8 || has(endTe) && c.lastV == 7),
		c.last != digit && c.last != teen && c.last != one && c.last != half && has(endSte):
		num.Kind = Ordinal
		return num, true
	case has(factor):
		num.Kind = Factor
		return num, c.value != 1 // einfach is an adverb
	case has(endTimes), has(endTimesAdj):
		num.Kind = Times
		num.One = c.value == 1
		return num, true
	case c.last == digit && c.value == 8 && (string(rest) == "el" || string(rest) == "els" || string(rest) == "eln"):
		return Number{Kind: Fraction, Value: 1. / 8, Min: math.NaN()}, true
	}
	if c.last == hundred || c.last == thousand { // hundertdritte, tausenderste
		if e, n := l.longest(rest); e.class == ordstem && l.ends(rest[n:], endE) {
			num.Kind, num.Value = Ordinal, c.value+e.value
			return num, true
		}
	}
	if d, ok := l.denominator(w); ok {
		return Number{Kind: Fraction, Value: 1 / d, Min: math.NaN()}, true
	}
	if d, ok := l.denominator(rest); ok && c.last != half { // dreiviertel, zweidrittel
		return Number{Kind: Fraction, Value: c.value / d, Min: math.NaN()}, true
	}
	return num, false
}

// prefixed reads what begins with a morpheme that is no number itself:
// zigtausende, Abertausende, verdreifacht.
func (l *lexicon) prefixed(w []byte) (Number, bool) {
	for n := 3; n <= 4 && n < len(w); n++ {
		if e := l.vaguePrefixes[string(w[:n])]; e > 0 {
			return l.vagueNoun(w[n:], e)
		}
	}
	if len(w) > 7 && string(w[:3]) == "ver" {
		if c := l.cardinal(w[3:]); c.n > 0 && c.value > 1 && l.ends(w[3+c.n:], endMultiply) {
			return Number{Kind: Factor, Value: c.value, Min: math.NaN()}, true
		}
	}
	return Number{}, false
}

func (l *lexicon) vagueNoun(w []byte, times float64) (Number, bool) {
	c := l.cardinal(w)
	if c.n == 0 || !c.pure && c.last != illion {
		if e := l.words[string(w)]; e.class == plural {
			return vague(times * e.value), true
		}
		return Number{}, false
	}
	if rest := w[c.n:]; len(rest) == 0 || l.ends(rest, plural) || c.last == illion && (string(rest) == "n" || string(rest) == "en") {
		return vague(times * c.value), true
	}
	return Number{}, false
}

// folded is the folded word at s[at:end] in buf.
func folded(buf *[96]byte, s string, at, end int) []byte {
	return char.Fold(buf[:0], s[at:end])
}
