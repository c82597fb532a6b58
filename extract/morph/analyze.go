package morph

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// Analyze fills what can be known of a word out of context: Readings, likeliest
// first, Guess, and Head for a compound. It asks in turn the closed classes, the
// dictionary, the rules for compounds and derivations, and guesses at last. Every
// word gets a reading.
//
// A word with a capital may stand at the beginning of a sentence: after its
// readings as noun or name come those of its form in small letters.
func (d *Dict) Analyze(w *text.Word) {
	if w.Lower == "" {
		w.Lower = strings.ToLower(w.Form)
	}
	m := analysisMems.Get().(*analysisMem)
	a := analysis{d: d, mem: m, form: w.Form, lower: w.Lower, rs: m.rs[:0]}
	a.run()
	w.Readings, w.Guess, w.Head = append(cut(&m.readings, len(a.rs))[:0], a.rs...), a.guess, a.head
	w.Note = newNote(w, m)
	m.rs = a.rs
	analysisMems.Put(m)
}

// analysisMem is the working memory of an analysis: where readings are collected
// before they are kept, how the word met last falls into parts, and where what is
// kept is cut from: words come by the thousand.
type analysisMem struct {
	rs       []text.Reading
	subs     [maxDepth + 1]analysis
	cuts     cuts
	way      []way // where those of a note are collected
	readings []text.Reading
	notes    []note
	ways     []way
}

// cut takes n members from a slab.
func cut[T any](slab *[]T, n int) []T {
	if n > len(*slab) {
		*slab = make([]T, max(n, 128))
	}
	out := (*slab)[:n:n]
	*slab = (*slab)[n:]
	return out
}

var analysisMems = sync.Pool{New: func() any { return &analysisMem{rs: make([]text.Reading, 0, 32)} }}

// maxWord bounds the work on one word, in bytes: longer ones are no German words.
const maxWord = 120

// maxDepth bounds how deep a word is taken apart into words of parts of it.
const maxDepth = 3

// analysis is the work on one word.
type analysis struct {
	d           *Dict
	mem         *analysisMem
	form, lower string
	rs          []text.Reading
	guess       bool
	head        string
	depth       int // of words taken apart into others
}

func (a *analysis) run() {
	if a.symbols() {
		return
	}
	if len(a.form) > maxWord {
		a.add(a.form, text.X, 0)
		a.guess = true
		return
	}
	capital := startsUpper(a.form)
	if len(a.form) != len(a.lower) { // a rare letter like İ: the rules below count on bytes that stay in place
		a.form = a.lower
		if t := title(a.lower); capital && len(t) == len(a.lower) {
			a.form = t
		}
	}
	closed, open, known := closedReadings(a.lower)
	a.rs = append(a.rs, closed...)
	if known && !open && !capital {
		return
	}
	if known && !open { // at the beginning of a sentence, unless there is a noun written so ("Sein")
		a.rs = a.d.appendStyle(a.rs, a.form, a.lower, stylesOf(a.form)&^lowerStyle)
		return
	}
	n := len(a.rs)
	a.dictionary(capital)
	if len(a.rs) > n {
		a.adverbial(capital)
		if capital && !known {
			a.knownCompound()
		}
	}
	if known {
		a.compact()
	}
	if known || len(a.rs) > n || a.numeral() {
		return
	}
	a.beyond(capital)
	if len(a.rs) == 0 {
		a.guessed(capital)
	}
	a.compact()
	a.adverbial(capital)
	if capital && !a.guess && a.head == "" {
		a.knownCompound()
	}
}

// adverbial adds the use as adverb of an adjective without ending: out of
// context it is told from the predicate by nothing.
func (a *analysis) adverbial(capital bool) {
	if a.depth > 0 || capital && len(a.rs) > 0 && a.rs[0].POS == text.NOUN {
		return
	}
	for _, r := range a.rs {
		if r.POS == text.ADJ && r.Feats&(text.Case|text.Degree) == text.Pos || r.POS == text.ADJ && r.Feats&(text.Case|text.Degree) == text.Cmp {
			if !startsUpper(r.Lemma) {
				a.add(r.Lemma, text.ADV, 0)
			}
			return
		}
	}
}

// dictionary adds what the dictionary holds, by itself and through the nominal
// use of adjectives and infinitives.
func (a *analysis) dictionary(capital bool) {
	if !capital {
		a.rs = a.d.appendStyle(a.rs, a.form, a.lower, stylesOf(a.form)&^titleStyle)
		return
	}
	id, ok := a.d.file.Words.Get(a.lower)
	if !ok {
		a.nominalGenitive()
		return
	}
	n := len(a.rs)
	a.rs = a.d.appendBundle(a.rs, id, a.form, a.lower, stylesOf(a.form)&^lowerStyle)
	m := len(a.rs)
	a.rs = a.d.appendBundle(a.rs, id, a.form, a.lower, lowerStyle)
	var buf [16]text.Reading
	small := append(buf[:0], a.rs[m:]...)
	a.rs = a.rs[:m]
	a.nominal(small)
	if len(a.rs) == n {
		a.nominalGenitive()
	}
	a.rs = append(a.rs, small...)
}

// nominal adds the use as noun of what the form is in small letters.
func (a *analysis) nominal(small []text.Reading) {
	for _, r := range small {
		switch {
		case r.POS == text.ADJ && r.Feats&text.Case != 0:
			stem := a.form[:len(a.form)-len(declensionEnding(a.lower))]
			f := r.Feats & (text.Case | text.Number | text.Gender)
			a.add(stem+"e", text.NOUN, f)
		case r.POS == text.VERB && r.Feats == text.Inf && !slices.ContainsFunc(a.rs, func(r text.Reading) bool { return r.POS == text.NOUN && r.Lemma == a.form }):
			for _, c := range []text.Feats{text.Nom, text.Acc, text.Dat} {
				a.add(a.form, text.NOUN, text.Neut|text.Sing|c)
			}
		}
	}
}

// nominalGenitive reads "Verhandelns".
func (a *analysis) nominalGenitive() {
	inf, ok := strings.CutSuffix(a.lower, "s")
	if !ok || !strings.HasSuffix(inf, "n") {
		return
	}
	if id, ok := a.d.file.Words.Get(inf); ok && a.d.isInfinitive(id) {
		a.add(a.form[:len(a.form)-1], text.NOUN, text.Neut|text.Sing|text.Gen)
	}
}

// declensionEnding is the ending of an inflected adjective.
func declensionEnding(s string) string {
	for _, e := range [...]string{"e", "en", "er", "es", "em"} {
		if strings.HasSuffix(s, e) {
			return e
		}
	}
	return ""
}

// symbols reads words without letters: numbers, ordinals, marks.
func (a *analysis) symbols() bool {
	digits, letters := false, false
	for _, r := range a.form {
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			return false
		}
		switch {
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsDigit(r), unicode.Is(unicode.No, r):
			digits = true
		}
	}
	switch {
	case letters || a.form == "":
		return false
	case digits && strings.HasSuffix(a.form, ".") && len(a.form) <= 4:
		a.add(a.form, text.ADJ, 0)
		a.add(a.form, text.NUM, 0)
	case digits:
		a.add(a.form, text.NUM, 0)
	case a.form == "%", a.form == "‰":
		a.add(a.form, text.NOUN, text.Neut)
	default:
		pos := text.PUNCT
		for _, r := range a.form {
			if unicode.IsSymbol(r) || strings.ContainsRune("&@#§*/\\", r) {
				pos = text.SYM
			}
		}
		a.add(a.form, pos, 0)
	}
	return true
}

// compact removes readings that came twice.
func (a *analysis) compact() {
	kept := a.rs[:0]
	for _, r := range a.rs {
		if !slices.Contains(kept, r) {
			kept = append(kept, r)
		}
	}
	a.rs = kept
}

func (a *analysis) add(lemma string, pos text.POS, feats text.Feats) {
	r := text.Reading{Lemma: lemma, POS: pos, Feats: feats}
	if !slices.Contains(a.rs, r) {
		a.rs = append(a.rs, r)
	}
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
