package unit

import (
	"math"

	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/number"
)

// Scan reads the longest quantity expression that begins at s[at:], the
// beginning of a word: bound words, number or range, unit, and a bound behind
// it ("3000 überschritten"). For a count the expression ends with the number;
// for a measure, money or percent with the unit word or sign; a compound is the
// whole word. What pro, je or im say behind it goes into Per and stays outside.
// Where numbers share a unit ("von 25 auf 18 Prozent"), each Scan reads one.
//
// Dates, clock times, versions and numbers with leading zeros are declined.
func Scan(s string, at int) (q Quantity, end int, ok bool) {
	if at < 0 || at >= len(s) {
		return q, 0, false
	}
	sc := scanner{s: s, l: lex(), firstAt: -1}
	if f := sc.first(at); f == 0 || !sc.goesOn(f, at) || at >= 1 && s[at-1] == '^' || at >= 2 && s[at-1] == '-' && char.IsDigit(s[at-2]) && char.IsDigit(s[at]) {
		return q, 0, false // no number begins here, or it goes on from the left (1-999-367)
	}
	q, end, ok = sc.scan(at)
	if ok && q.Kind == Duration && (sc.ageBefore(at) || sc.agedBefore(at, q)) {
		q.Kind = Age
	}
	return q, end, ok
}

// CanStart reports whether a quantity expression can begin with this word form.
func CanStart(word string) bool {
	if word == "" {
		return false
	}
	l := lex()
	if c := word[0]; char.IsDigit(c) || c == '+' || c == ',' || char.DashAt(word, 0) > 0 {
		return true
	}
	var three [3]byte
	if letters, ascii := fold3(&three, word, 0); ascii && len(letters) == 3 && !l.starts.has(letters) {
		return false // most words end here
	}
	if number.CanStart(word) {
		return true
	}
	var buf [64]byte
	key := char.Fold(buf[:0], word[:phraseWord(word, 0)])
	if p, ok := l.bounds.m[string(key)]; ok && (p.end || p.more) {
		return true
	}
	if p := l.words.m[string(key)]; p.v&(between|every|halfArticle) != 0 {
		return true
	}
	if p, ok := l.bounds.m[string(append(key, '.'))]; ok && (p.end || p.more) {
		return true
	}
	if _, ok := l.signs[word]; ok {
		return true
	}
	_, _, ok := sign(l, word, 0)
	return ok
}

type scanner struct {
	s string
	l *lexicon

	// What was last found where: the grammar looks at the same place often.
	firstAt   int
	firstSet  first
	wordsAt   [2]int // position + 1
	wordsEnd  [2]int
	wordClass [2]wordClass
}

// first says how a quantity can go on that begins with the word at s[at:]; 0
// when none can.
func (sc *scanner) first(at int) first {
	if at == sc.firstAt {
		return sc.firstSet
	}
	f := sc.readFirst(at)
	sc.firstAt, sc.firstSet = at, f
	return f
}

func (sc *scanner) readFirst(at int) first {
	s := sc.s
	if at >= len(s) {
		return 0
	}
	var three [3]byte
	letters, ascii := fold3(&three, s, at)
	switch {
	case ascii && len(letters) == 0: // a digit or sign
		if char.IsDigit(s[at]) || s[at] == '-' || s[at] == '+' {
			return firstNumber
		}
		if s[at] == ',' {
			if at+1 < len(s) && char.IsDigit(s[at+1]) {
				return firstNumber
			}
			return 0
		}
		return firstNumber | firstBound | firstSign | firstAlone
	case ascii:
		if !sc.l.starts.has(letters) {
			return 0
		}
	}
	w := char.WordEnd(s, at)
	if w == at { // € and its like
		return firstNumber | firstBound | firstSign | firstAlone
	}
	if w-at > 60 {
		return firstNumber
	}
	var buf [64]byte
	key := char.Fold(buf[:0], s[at:w])
	if !ascii && !sc.l.starts.has(key) {
		return 0
	}
	return sc.l.first[string(key)] | firstNumber
}

// fold3 is the first three letters at s[at:], as far as there are letters, in
// lower case; ascii is false when one of them is outside ASCII.
func fold3(buf *[3]byte, s string, at int) (letters []byte, ascii bool) {
	n := 0
	for i := at; n < 3 && i < len(s); i++ {
		c := s[i]
		if char.ClassOf(c) != char.Letter {
			return buf[:n], c < utf8Lead
		}
		buf[n] = c | 0x20
		n++
	}
	return buf[:n], true
}

// goesOn reports whether what stands behind the word at s[at:], first of f, can go
// on with it. It is wrong only in saying yes.
func (sc *scanner) goesOn(f first, at int) bool {
	if f&(firstBound|firstWord|firstSign) == 0 || f&firstAlone != 0 {
		return true
	}
	s := sc.s
	w := char.WordEnd(s, at)
	p := char.SkipSpace(s, w, true)
	if p == w || p == len(s) {
		return true
	}
	var three [3]byte
	letters, ascii := fold3(&three, s, p)
	return !ascii || sc.l.seconds.has(letters) || s[p] == 'h' || s[p] == 'H' // die Hälfte
}

// term is one number with its unit.
type term struct {
	number.Number
	kind      Kind
	unit      *measure // nil for none
	code      string   // overrides the unit's code
	from      int
	numFrom   int
	numEnd    int
	unitFrom  int
	unitEnd   int
	end       int
	compound  int
	factor    float64 // Value times factor is in code; 1 for none
	open      bool    // a truncated compound ("20-" of "20- bis 30-jährig")
	fixed     bool    // takes no unit: scores, ordinals, factors, shares
	bound     Bound   // from an adjective inside ("eine gute Stunde"), "" for none
	clock     bool    // could be a time of day
	clockTail bool    // Uhr follows behind other numbers
	point     bool    // a point and a word follow: could be an ordinal
}

func (t *term) value() float64 { return t.Value * t.factor }

func (sc *scanner) scan(at int) (q Quantity, end int, ok bool) {
	b, p, ok := sc.boundsAt(at)
	if !ok || p >= len(sc.s) {
		return q, 0, false
	}
	if sc.first(p)&firstWord != 0 && sc.class(p)&between != 0 {
		_, e := sc.wordAt(p)
		if q, end, ok = sc.betweenAt(p, e); ok {
			return sc.finish(q, end), end, true
		}
		return q, 0, false
	}
	if b.bound != "" && sc.class(p)&factorArticle != 0 { // mehr als das Doppelte
		_, e := sc.wordAt(p)
		if e = char.SkipSpace(sc.s, e, true); char.Upper(sc.s, e) || e < len(sc.s) && char.IsDigit(sc.s[e]) {
			t, ok := sc.term(e)
			if !ok || t.kind != Factor {
				return q, 0, false
			}
			q = sc.quantity(t)
			q.setBound(b.bound, t)
			return q, t.end, true
		}
	}
	t, ok := sc.term(p)
	if !ok {
		return q, 0, false
	}
	if t.open {
		return sc.truncated(b, t)
	}
	if r, ok := sc.rangeBehind(t); ok {
		if b.bound != Exact && b.bound != About && b.bound != "" && !b.unit {
			// "bis zu 20 bis 30" is no wording; the bound goes with the first number
			if !sc.fits(b, t) {
				return q, 0, false
			}
		}
		return sc.finishRange(t, r)
	}
	if h := char.DashAt(sc.s, t.end); h > 0 && t.Digits && t.end+h < len(sc.s) && char.IsDigit(sc.s[t.end+h]) {
		return q, 0, false // Boeing 767-300, Artikel 49-3
	}
	if !t.fixed && t.unit == nil && t.compound == 0 {
		sc.share(&t)
		if t.unit == nil {
			sc.shareBack(&t, at)
		}
	} else if t.unit != nil && t.compound == 0 {
		sc.composite(&t)
	}
	if !sc.fits(b, t) {
		return q, 0, false
	}
	if !sc.mayStand(t) {
		return q, 0, false
	}
	q = sc.quantity(t)
	end = t.end
	if b.age && q.Kind == Duration {
		q.Kind = Age // "älter als 30 Jahre"
	}
	if b.bound == "" || b.bound == Exact {
		b.bound = t.bound
	}
	if b.bound == "" {
		if pb, e := sc.postBound(t); e > 0 {
			b.bound, end = pb, e
		}
	}
	q.setBound(b.bound, t)
	if b.bound == AtLeast && !b.time {
		q.One = false
	}
	q.Year = yearLike(t) && (b.bound == "" || !sc.counted(t.end, b.bound == About))
	return sc.finish(q, t.end), end, true
}

// counted reports whether a word that could be counted stands behind s[:at]: any
// word but als or, to be sure of it, a noun or an adjective with one.
func (sc *scanner) counted(at int, sure bool) bool {
	s := sc.s
	if !sure {
		p := char.SkipSpace(s, at, true)
		w := char.WordEnd(s, p)
		return p > at && w > p && s[p:w] != "als"
	}
	for range 3 {
		p := char.SkipSpace(s, at, true)
		w := char.WordEnd(s, p)
		switch {
		case p == at || w == p:
			return false
		case char.Upper(s, p):
			return true
		case w-p < 4 || s[w-1] != 'e' && s[w-2] != 'e' || sc.class(p)&(functionWord|timeTail) != 0:
			return false // no adjective
		}
		at = w
	}
	return false
}

// yearLike reports whether t is written as a year is.
func yearLike(t term) bool {
	return t.Digits && !t.Grouped && t.Decimals == 0 && !t.Scaled && !t.Dash && t.unit == nil && t.compound == 0 && !t.fixed &&
		t.Value >= 1000 && t.Value <= 2100 && t.numEnd-t.numFrom == 4
}

// mayStand says whether t, read alone, is a quantity at all.
func (sc *scanner) mayStand(t term) bool {
	switch {
	case t.clockTail:
		return false // 9 und 17 Uhr
	case t.Point && t.unit == nil && !t.Scaled && t.compound == 0 && sc.s[t.numFrom] != '0':
		return false // 2.5: a date, version or decimal
	case t.Kind == number.Half && t.unit == nil && t.kind != Factor:
		return false
	case t.Kind == number.Fraction && t.unit == nil && t.compound == 0 && !t.Digits && t.kind != Share:
		return false
	}
	p := char.SkipSpace(sc.s, t.end, true)
	if p > t.end && t.unit == nil {
		if class, e := sc.wordAt(p); class&clockWord != 0 && e > 0 {
			return false
		}
	}
	return true
}

// fits says whether bound word b can go with t.
func (sc *scanner) fits(b boundWord, t term) bool {
	if b.bound == "" {
		return true
	}
	if t.kind == Ordinal || t.kind == Score {
		return false
	}
	measured := t.unit != nil && t.compound == 0 || t.Kind == number.Fraction
	switch {
	case b.round && t.Kind == number.Fraction:
		return false // "um die Hälfte reduziert" says by how much
	case b.round && !measured && !t.Scaled && !(t.Value >= 20 && math.Mod(t.Value, 10) == 0):
		return false
	case b.round && t.compound > 0 || b.prep && t.compound > 0 && t.kind != Age:
		return false
	case b.prep && !measured && t.compound == 0 && !t.Digits && !t.Scaled && (t.Value <= 12 || t.One):
		return false
	case b.prep && t.Decimals >= 3 && !t.Scaled:
		return false // liefen über 42,195 Kilometer
	case b.time && yearLike(t):
		return false
	case b.unit && t.unit == nil:
		return false
	}
	return true
}

// boundsAt reads the bound words at s[at:]; p is where the number must begin.
func (sc *scanner) boundsAt(at int) (b boundWord, p int, ok bool) {
	p = at
	for range 4 {
		if p >= len(sc.s) || sc.first(p)&firstBound == 0 {
			break
		}
		w, e := sc.l.bounds.match(sc.s, p)
		if e == 0 {
			break
		}
		if w.adj && p == at {
			if prev, _ := sc.wordBefore(at); prev&notGut != 0 {
				return b, p, false
			}
		}
		n := char.SkipSpace(sc.s, e, true)
		if h := hyphenAt(sc.s, e); h > 0 && w.prep && e+h < len(sc.s) && char.IsDigit(sc.s[e+h]) {
			n = e + h // Unter-18-Jährige
		} else if n == e && char.LetterBefore(sc.s, e) {
			break
		}
		if b.bound == "" || b.bound == About || w.bound != About {
			// the innermost limits, but "etwa" inside another bound changes nothing
			w.time = w.time || b.time // bis mindestens 2024
			b = w
		}
		p = n
	}
	return b, p, true
}

// wordAt is the class of the word or phrase at s[at:].
func (sc *scanner) wordAt(at int) (wordClass, int) {
	if at >= len(sc.s) || char.IsDigit(sc.s[at]) || sc.s[at] == '.' {
		return 0, 0
	}
	i := at & 1
	if sc.wordsAt[i] != at+1 {
		sc.wordsAt[i] = at + 1
		sc.wordClass[i], sc.wordsEnd[i] = sc.l.words.match(sc.s, at)
	}
	return sc.wordClass[i], sc.wordsEnd[i]
}

func (sc *scanner) class(at int) wordClass {
	c, _ := sc.wordAt(at)
	return c
}

// wordBefore is the class of the word that ends before s[:at].
func (sc *scanner) wordBefore(at int) (wordClass, int) {
	p := at
	for p > 0 && (sc.s[p-1] == ' ' || sc.s[p-1] == 0xA0 && p > 1 && sc.s[p-2] == 0xC2) {
		p--
		if sc.s[p] == 0xA0 {
			p--
		}
	}
	w := p
	for w > 0 && p-w < 24 && char.LetterBefore(sc.s, w) {
		w--
		for w > 0 && sc.s[w]&0xC0 == 0x80 {
			w--
		}
	}
	if w == p {
		return 0, p
	}
	class, e := sc.l.words.match(sc.s[:p], w)
	if e != p {
		return 0, w
	}
	return class, w
}

// term reads one number with its unit at s[at:].
func (sc *scanner) term(at int) (t term, ok bool) {
	s := sc.s
	t = term{from: at, numFrom: at, factor: 1, kind: Count}
	c := s[at]
	if !char.IsDigit(c) {
		f := sc.first(at)
		if f == 0 {
			return t, false
		}
		if f&firstSign != 0 {
			if m, e, ok := sign(sc.l, s, at); ok {
				return sc.signed(t, m, at, e)
			}
		}
		if f&firstWord != 0 {
			class, e := sc.wordAt(at)
			switch {
			case class&never != 0:
				if prev, _ := sc.wordBefore(at); prev&within == 0 {
					return t, false
				}
			case class&every != 0:
				return sc.every(t, e)
			case class&halfArticle != 0:
				p := char.SkipSpace(s, e, true)
				if p == e || p >= len(s) || s[p] != 'H' && s[p] != 'h' {
					return t, false
				}
				n, e, ok := number.Scan(s, p)
				if !ok || n.Kind != number.Fraction {
					return t, false
				}
				t.Number, t.kind, t.fixed = n, Share, true
				t.numFrom, t.numEnd, t.end = p, e, e
				return t, true
			}
		}
	}
	if char.IsDigit(c) {
		if at >= 2 && (s[at-1] == '/' || s[at-1] == ':') && char.IsDigit(s[at-2]) {
			return t, false // the rest of 2009/10, 69/67
		}
		if done, ok := sc.digitsSpecial(&t, at); done {
			return t, ok
		}
	}
	n, e, ok := number.Scan(s, at)
	if !ok {
		return sc.compoundAt(t, at)
	}
	t.Number, t.numEnd, t.end = n, e, e
	if h := hyphenAt(s, e); h > 0 && n.Kind != number.Ordinal {
		switch {
		case e+h < len(s) && char.LetterAt(s, e+h) > 0:
			return sc.compoundAt(t, at)
		case sc.cut(e+h) && n.Kind == number.Cardinal:
			t.open = true
			t.end = e + h
			return t, true
		}
	}
	switch n.Kind {
	case number.Ordinal:
		t.kind, t.fixed = Ordinal, true
		return t, true
	case number.Factor:
		t.kind, t.fixed = Factor, true
		return t, true
	case number.Times:
		sc.times(&t)
		return t, true
	case number.Half:
		if class, _ := sc.wordAt(char.SkipSpace(s, e, false)); class&compareWord != 0 && s[e-1] == 'b' {
			t.kind, t.fixed = Factor, true
			return t, true
		}
		sc.unitBehind(&t)
		return t, t.unit != nil
	case number.Fraction:
		if s[e-1] == 'e' || s[e-1] == 'E' { // Hälfte
			if class, _ := sc.wordBefore(at); class&ordinalHalf != 0 {
				return t, false
			}
			t.kind, t.fixed = Share, true
			return t, true
		}
		if !n.Digits && sc.bareFraction(at, e) {
			return t, false
		}
		sc.unitBehind(&t)
		if t.unit == nil || t.unit.word {
			t.unit, t.end = nil, t.numEnd
			t.unitFrom, t.unitEnd = 0, 0
			t.kind, t.fixed = Share, true
		}
		return t, true
	}
	if !n.Digits && n.Value <= 20 && !n.One && sc.versus(&t) {
		return t, true
	}
	if n.Digits {
		if sc.digitGroups(at, e) {
			return t, false
		}
	} else if n.Value <= 12 && (endsIn(s, at, " halb ") || endsIn(s, at, "(halb ")) {
		return t, false // halb neun
	}
	if n.Digits && e < len(s) && s[e] == '.' && n.Decimals == 0 && !n.Dash && !n.Scaled && n.Value == math.Trunc(n.Value) {
		if done, ok := sc.point(&t); done {
			return t, ok
		}
	}
	if sc.unitBehind(&t) {
		// "ein Dreivierteljahr": the number is in the compound
		return t, !(n.One && t.kind == Duration && t.factor < 1)
	}
	if n.One && sc.factorNoun(&t) {
		return t, true
	}
	sc.fillers(&t)
	return t, true
}

// factorNoun reads "eine Verdoppelung", "einer Halbierung".
func (sc *scanner) factorNoun(t *term) bool {
	p := char.SkipSpace(sc.s, t.end, true)
	if p == t.end || !char.Upper(sc.s, p) {
		return false
	}
	n, e, ok := number.Scan(sc.s, p)
	if !ok || n.Kind != number.Factor {
		return false
	}
	t.Number, t.kind, t.fixed, t.numEnd, t.end = n, Factor, true, e, e
	return true
}

// versus reads "drei zu eins" behind the number of t.
func (sc *scanner) versus(t *term) bool {
	s := sc.s
	p := char.SkipSpace(s, t.end, false)
	if p == t.end || p+3 >= len(s) || s[p] != 'z' || sc.class(p)&versus == 0 {
		return false
	}
	q := char.SkipSpace(s, p+2, false)
	if q == p+2 || q >= len(s) || sc.first(q)&firstNumber == 0 {
		return false
	}
	n, e, ok := number.Scan(s, q)
	if !ok || n.Kind != number.Cardinal || n.One || n.Digits || n.Value > 20 || n.Scaled || hyphenAt(s, e) > 0 {
		return false
	}
	t.kind, t.fixed, t.numEnd, t.end = Score, true, e, e
	return true
}

// digitGroups reports whether the digits s[at:end] are one of three or more
// groups in a row, as of a telephone number.
func (sc *scanner) digitGroups(at, end int) bool {
	s := sc.s
	groups := 1
	for p := at; groups < 3 && p >= 2 && s[p-1] == ' ' && char.IsDigit(s[p-2]); groups++ {
		for p--; p > 0 && char.IsDigit(s[p-1]); p-- {
		}
	}
	for p := end; groups < 3 && p+1 < len(s) && s[p] == ' ' && char.IsDigit(s[p+1]); groups++ {
		p = char.DigitsEnd(s, p+1)
	}
	return groups >= 3
}

const utf8Lead = 0xC2

// bareFraction reports whether the fraction word at s[at:end] has no numerator:
// Viertel and Drittel alone are parts of a town or a match.
func (sc *scanner) bareFraction(at, end int) bool {
	n, e, ok := number.Scan(sc.s, at)
	if !ok || e != end || char.WordEnd(sc.s, at) != end {
		return false
	}
	r := 1 / n.Value
	return math.Abs(r-math.Round(r)) < 1e-9
}

// cut reports whether what follows the hyphen that ends at s[:at] shows a
// truncated word: "20- bis", "sechs-, siebenmal".
func (sc *scanner) cut(at int) bool {
	s := sc.s
	return char.SpaceAt(s, at) > 0 || at+1 < len(s) && s[at] == ',' && char.SpaceAt(s, at+1) > 0
}

// hyphenAt is the length of a hyphen (no dash) at s[at:].
func hyphenAt(s string, at int) int {
	n := char.DashAt(s, at)
	if n == 3 && (s[at+1] != 0x80 || s[at+2] != 0x90 && s[at+2] != 0x91) {
		return 0
	}
	return n
}

// point decides what the point behind a whole number in digits is: part of an
// ordinal or the end of the sentence. done is false for the latter.
func (sc *scanner) point(t *term) (done, ok bool) {
	s := sc.s
	e := t.numEnd + 1
	if h := hyphenAt(s, e); h > 0 || e < len(s) && (s[e] == ',' || s[e] == ')' || s[e] == '/') {
		sc.ordinal(t, e)
		return true, true
	}
	p := char.SkipSpace(s, e, false)
	if p >= len(s) || p == e {
		return false, true
	}
	if class, _ := sc.wordAt(p); class&monthWord != 0 {
		return true, false
	}
	if char.LetterAt(s, p) > 0 && t.Value <= 200 && sc.listed(t.from) {
		sc.ordinal(t, e)
		return true, true
	}
	if char.IsDigit(s[p]) { // 23. 3. 1976
		d := char.DigitsEnd(s, p)
		if d < len(s) && s[d] == '.' && d-p <= 2 && t.Value <= 31 || d-p == 4 && t.Value <= 12 && endsIn(s, t.from, ". ") {
			return true, false
		}
	}
	prev, _ := sc.wordBefore(t.from)
	if t.Value <= 3000 && !t.Grouped && (prev&articleWord != 0 && char.LetterAt(s, p) > 0 && t.Value <= 200 || char.LetterAt(s, p) > 0 && !char.Upper(s, p)) {
		sc.ordinal(t, e)
		return true, true
	}
	t.point = char.LetterAt(s, p) > 0
	return false, true
}

func (sc *scanner) ordinal(t *term, end int) {
	t.kind, t.fixed, t.numEnd, t.end = Ordinal, true, end, end
	t.Kind = number.Ordinal
}

// listed reports whether a number at s[at:] stands where an item of a list
// begins: at a line's start, behind a dash, comma or bracket.
func (sc *scanner) listed(at int) bool {
	s := sc.s
	p := at
	for p > 0 && s[p-1] == ' ' {
		p--
	}
	if p == 0 || s[p-1] == '\n' || s[p-1] == '(' {
		return true
	}
	return p < at && (s[p-1] == ',' || s[p-1] == ';' || s[p-1] == ':' || p >= 3 && char.DashAt(s, p-3) == 3)
}

// every reads jeder zehnte, jede Dritte: a share.
func (sc *scanner) every(t term, e int) (term, bool) {
	s := sc.s
	p := char.SkipSpace(s, e, true)
	if p == e || p >= len(s) {
		return t, false
	}
	n, e, ok := number.Scan(s, p)
	if ok && n.Kind == number.Cardinal && n.Digits && e < len(s) && s[e] == '.' {
		n.Kind, e = number.Ordinal, e+1
	}
	if !ok || n.Kind != number.Ordinal || n.Value < 2 {
		return t, false
	}
	if q := char.SkipSpace(s, e, true); q > e && q < len(s) {
		if m, _ := sc.l.units.match(s, q); m != nil && (m.kind == Duration || m.kind == Count) {
			return t, false // jeden zweiten Tag, jedes dritte Mal: a set of times
		}
		if class, _ := sc.wordAt(q); class&(weekdayWord|monthWord) != 0 {
			return t, false
		}
	}
	t.Number = n
	t.Kind = number.Fraction
	t.Value = 1 / n.Value
	t.kind, t.fixed = Share, true
	t.numFrom, t.numEnd, t.end = p, e, e
	return t, true
}

// times decides whether fünfmal is a factor or a frequency.
func (sc *scanner) times(t *term) {
	t.fixed = true
	if sc.compared(t.end) {
		t.kind = Factor
		return
	}
	t.kind, t.code = Count, "Mal"
}

// compared reports whether "so viele", "mehr" or a comparative with als follows.
func (sc *scanner) compared(at int) bool {
	s := sc.s
	p := char.SkipSpace(s, at, true)
	if p == at || p >= len(s) {
		return false
	}
	if class, _ := sc.wordAt(p); class&compareWord != 0 {
		return true
	}
	w := char.WordEnd(s, p)
	if w-p < 5 || char.Upper(s, p) || s[w-2:w] != "er" {
		return false
	}
	q := char.SkipSpace(s, w, true)
	return q+3 <= len(s) && s[q:q+3] == "als" && char.LetterAt(s, q+3) == 0
}
