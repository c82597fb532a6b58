package morph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// note is what the tagger and the chunker want to know of a form at hand. It is
// worked out once per form and kept in Word.Note.
//
// The tagger goes by the fields up to count, which fill a line of memory.
type note struct {
	set    uint64       // bit set of the candidates
	mark   uint32       // hash of the form for closed classes, else of its ending
	end    uint32       // hash of the ending
	amb    uint32       // hash of set
	sum    uint32       // hash of what matters most of set and writing
	look   uint32       // hash of the writing: capital, digits, hyphen, guess
	agr    agr          // what the form can agree with as part of a noun phrase
	kind   kinds        // the lists of chunk_words.tsv that hold one of its lemmas
	first  [usual]class // the first candidates
	fits   [usual]agr   // what it agrees with as each of them
	ahead  uint8        // what a form before it may expect of it
	count  uint8        // of first
	lemmas uint8        // how many
	ways   []way        // every reading with its class
	two    [2]string    // the first lemmas
	more   *unusual     // what has no room here
}

// usual is for how many candidates a note has room.
const usual = 8

type unusual struct {
	cand   []class  // all candidates when there are more than usual
	lemmas []string // behind the first two
}

// way is one way to read a form.
type way struct {
	class class
	cases uint8 // preposition: bit set of cases, bit number as in text.Case>>4
	agr   agr
	feats text.Feats
	pos   text.POS
	lemma uint8 // number of its lemma in the note
}

// cand lists the distinct classes, likeliest first.
func (n *note) cand() []class {
	if n.more != nil && n.more.cand != nil {
		return n.more.cand
	}
	return n.first[:n.count]
}

// lemma is the lemma of w, one of n's ways.
func (n *note) lemma(w *way) string {
	if w.lemma < 2 {
		return n.two[w.lemma]
	}
	return n.more.lemmas[w.lemma-2]
}

// reading is w, one of n's ways, as a reading.
func (n *note) reading(w *way) text.Reading {
	return text.Reading{Lemma: n.lemma(w), POS: w.pos, Feats: w.feats}
}

// agrAs is what the form can agree with when read as class c.
func (n *note) agrAs(c class) agr {
	for i, x := range n.first[:n.count] {
		if x == c {
			return n.fits[i]
		}
	}
	var a agr
	for i := range n.ways {
		if n.ways[i].class == c {
			a |= n.ways[i].agr
		}
	}
	return a
}

// agr is a set of combinations of case with gender and number: bit 4·(case-1)
// plus 0 for Masc Sing, 1 Fem Sing, 2 Neut Sing, 3 Plur.
type agr uint16

const (
	agrNom agr = 0xf << (4 * iota)
	agrGen
	agrDat
	agrAcc

	agrAll  agr = 0xffff
	agrSing agr = 0x7777
	agrPlur agr = 0x8888
	agrMasc agr = 0x1111
	agrFem  agr = 0x2222
	agrNeut agr = 0x4444
)

// anyCase is the genders and the plural that a allows in some case.
func (a agr) anyCase() agr { return (a | a>>4 | a>>8 | a>>12) & 0xf }

// agrOf is the set that f allows; a field not given allows all.
func agrOf(f text.Feats) agr {
	a := agrAll
	switch f.Get(text.Case) {
	case text.Nom:
		a = agrNom
	case text.Gen:
		a = agrGen
	case text.Dat:
		a = agrDat
	case text.Acc:
		a = agrAcc
	}
	switch f.Get(text.Number) {
	case text.Sing:
		a &= agrSing
	case text.Plur:
		return a & agrPlur
	}
	switch f.Get(text.Gender) {
	case text.Masc:
		a &= agrMasc | agrPlur
	case text.Fem:
		a &= agrFem | agrPlur
	case text.Neut:
		a &= agrNeut | agrPlur
	}
	return a
}

// agrCases turns a preposition's cases into a set.
func agrCases(cases uint8) agr {
	var a agr
	for c := range 4 {
		if cases&(2<<c) != 0 {
			a |= agrNom << (4 * c)
		}
	}
	return a
}

// noteOf returns the note of w, worked out anew if nobody has kept it.
func noteOf(w *text.Word) *note {
	if n, ok := w.Note.(*note); ok {
		return n
	}
	m := analysisMems.Get().(*analysisMem)
	defer analysisMems.Put(m)
	return newNote(w, m)
}

func newNote(w *text.Word, m *analysisMem) *note {
	n := &cut(&m.notes, 1)[0]
	n.ways = m.way[:0]
	n.fill(w)
	n.ahead = aheadOf(n)
	m.way = n.ways
	n.ways = append(cut(&m.ways, len(m.way))[:0], m.way...)
	return n
}

// fill works the note of w out.
func (n *note) fill(w *text.Word) {
	c := closed().get(w.Lower)
	isClosed := c != nil
	if isMark(w) {
		n.add(punctClass(w), 0, text.Reading{Lemma: w.Form, POS: text.PUNCT})
		n.hash(w, true)
		return
	}
	if w.Has(text.Letters) && w.Form[len(w.Form)-1] == '-' && len(w.Form) > 1 {
		n.add(cTRUNC, 0, text.Reading{Lemma: w.Form, POS: text.NOUN})
		n.hash(w, false)
		return
	}
	if isClosed {
		for _, r := range c.readings {
			if r.class == cCARD && r.Feats != 0 && w.Has(text.Capital) {
				continue // "Tausende" is a noun
			}
			n.add(r.class, r.cases, r.Reading)
		}
	}
	words := chunkWords()
	kind := words.get(w.Lower)
	for _, r := range w.Readings {
		if isClosed && (isPlain(c, r) || !c.open && r.POS != text.NOUN && r.POS != text.PROPN) || (kind&isTime != 0 || w.Head != "" && w.Has(text.Hyphen) && w.Readings[0].POS == text.NOUN) && r.POS == text.PROPN {
			continue
		}
		if r.POS == text.PROPN && w.Shape&(text.Capital|text.Mixed|text.Digits) == 0 && len(w.Readings) > 1 && kind&isParticle == 0 {
			continue
		}
		k := classOf(r)
		if k == cADJD && r.Lemma == w.Form && w.Shape&(text.Capital|text.Digits) != 0 && strings.HasSuffix(r.Lemma, "er") {
			k = cADJA // "Wiener", "70er": before nouns, without ending
		}
		n.add(k, 0, r)
	}
	if len(n.ways) == 0 {
		n.guess(w)
	}
	n.widen(w)
	n.hash(w, isClosed)
	n.kind = kind
	if w.Head != "" {
		k := kindOf(words, w.Head)
		n.kind |= k & (isTitled | isSole | isPersonTitle)
		if k&isTime != 0 && len(w.Head) < len(w.Form) {
			n.kind |= kindOf(words, w.Form[:len(w.Form)-len(w.Head)]) & isTime // "Montagabend", but not "Bundestag"
		}
	}
	for i := range n.lemmas {
		l := n.lemma(&way{lemma: i})
		if l != w.Lower && l != w.Form {
			n.kind |= kindOf(words, l)
		}
		if cut := len(w.Form) - len(w.Head); w.Head != "" && cut > 0 && len(l) > cut && l[:cut] == w.Form[:cut] {
			n.kind |= kindOf(words, l[cut:]) & (isTitled | isSole | isPersonTitle) // "Bauernverbandes"
		}
	}
}

// kindOf looks a word up that may hold capitals.
func kindOf(words *wordMap[kinds], s string) kinds {
	var buf [64]byte
	low := buf[:0]
	for len(s) > 0 && s[0] < utf8.RuneSelf {
		c := s[0]
		if c-'A' < 26 {
			c += 'a' - 'A'
		}
		low, s = append(low, c), s[1:]
	}
	for _, r := range s {
		low = utf8.AppendRune(low, unicode.ToLower(r))
	}
	return words.get(string(low))
}

// add adds a candidate or another reading of one.
func (n *note) add(c class, cases uint8, r text.Reading) {
	v := n.also(c, cases, r)
	if n.set&(1<<c) == 0 {
		n.set |= 1 << c
		switch {
		case n.count < usual:
			n.first[n.count] = c
			n.count++
		default:
			if n.more == nil {
				n.more = &unusual{}
			}
			if n.more.cand == nil {
				n.more.cand = slices.Clone(n.first[:])
			}
			n.more.cand = append(n.more.cand, c)
		}
	}
	for i, x := range n.first[:n.count] {
		if x == c {
			n.fits[i] |= v.agr
		}
	}
	switch c {
	case cART, cPDAT, cPIAT, cPPOSAT, cADJA, cNN, cNE, cCARD, cPWAT:
		n.agr |= v.agr
	}
}

// also adds a way that makes no candidate.
func (n *note) also(c class, cases uint8, r text.Reading) way {
	v := way{class: c, cases: cases, agr: agrOf(r.Feats), feats: r.Feats, pos: r.POS}
	if cases != 0 {
		v.agr &= agrCases(cases)
	}
	for v.lemma < n.lemmas && n.lemma(&v) != r.Lemma {
		v.lemma++
	}
	switch {
	case v.lemma < n.lemmas:
	case v.lemma < 2:
		n.two[v.lemma] = r.Lemma
		n.lemmas++
	default:
		if n.more == nil {
			n.more = &unusual{}
		}
		n.more.lemmas = append(n.more.lemmas, r.Lemma)
		n.lemmas++
	}
	n.ways = append(n.ways, v)
	return v
}

func (n *note) has(c class) bool { return n.set&(1<<c) != 0 }

func isPlain(c *closedWord, r text.Reading) bool {
	for _, p := range c.plain {
		if p == r {
			return true
		}
	}
	return false
}

// isMark reports whether w is punctuation and nothing else.
func isMark(w *text.Word) bool {
	if w.Shape&(text.Letters|text.Digits) != 0 {
		return false
	}
	if w.Shape&(text.Punct|text.SentenceEnd) != 0 && !w.Can(text.SYM) && !w.Can(text.NOUN) {
		return true
	}
	return w.Can(text.PUNCT)
}

func punctClass(w *text.Word) class {
	switch w.Form {
	case ",":
		return cCOMMA
	case ".", "!", "?", ":", ";", "…", "...":
		return cSTOP
	}
	return cPUNCT
}

// classOf is the class of a reading from the dictionary or a guess.
func classOf(r text.Reading) class {
	f := r.Feats
	switch r.POS {
	case text.NOUN:
		return cNN
	case text.PROPN:
		return cNE
	case text.ADJ:
		if c := r.Lemma; c != "" && c[len(c)-1] == '.' && c[0] >= '0' && c[0] <= '9' {
			return cADJA // an ordinal: "3."
		}
		if f.Get(text.Case|text.Gender|text.Number) != 0 {
			return cADJA
		}
		return cADJD
	case text.VERB:
		switch f.Get(text.VerbForm) {
		case text.Inf:
			return cVVINF
		case text.InfZu:
			return cVVIZU
		case text.Part:
			if f.Is(text.Pres) {
				return cADJD
			}
			return cVVPP
		}
		if f.Is(text.Imp) {
			return cVVIMP
		}
		return cVVFIN
	case text.AUX:
		switch f.Get(text.VerbForm) {
		case text.Inf, text.InfZu:
			return cVAINF
		case text.Part:
			return cVAPP
		}
		return cVAFIN
	case text.ADV:
		return cADV
	case text.NUM:
		return cCARD
	case text.ADP:
		return cAPPR
	case text.CCONJ:
		return cKON
	case text.SCONJ:
		return cKOUS
	case text.PART:
		return cPTKNEG
	case text.DET:
		return cPIAT
	case text.PRON:
		return cPIS
	case text.INTJ:
		return cITJ
	case text.PUNCT:
		return cPUNCT
	case text.X:
		return cFM
	}
	return cXY
}

// guess gives a form without any reading the classes its writing suggests.
func (n *note) guess(w *text.Word) {
	r := text.Reading{Lemma: w.Form}
	switch {
	case w.Has(text.Digits):
		r.POS = text.NUM
		n.add(cCARD, 0, r)
	case w.Has(text.Capital):
		r.POS = text.PROPN
		n.add(cNE, 0, r)
		r.POS = text.NOUN
		n.add(cNN, 0, r)
	case w.Has(text.Letters):
		r.POS = text.X
		n.add(cFM, 0, r)
		r.POS = text.ADV
		n.add(cADV, 0, r)
	default:
		r.POS = text.SYM
		n.add(cXY, 0, r)
	}
}

// widen adds the adverbial use of adjectives without ending, an adverb in
// Universal Dependencies, and the use of nouns as names.
func (n *note) widen(w *text.Word) {
	names := n.has(cNE)
	for _, v := range n.ways {
		r := n.reading(&v)
		if v.class == cNN && !names && v.feats.Get(text.Number) != text.Plur {
			// a noun may turn out a name ("Kohl"), but only Tag's repair says so
			r.POS = text.PROPN
			n.also(cNE, v.cases, r)
			continue
		}
		if v.class == cADJD {
			r.POS = text.ADV
			n.add(cADJV, v.cases, r)
		}
	}
	if !names && w.Has(text.Capital) && !n.has(cNN) {
		n.also(cNE, 0, text.Reading{Lemma: w.Form, POS: text.PROPN, Feats: text.Sing})
	}
}

// hash32 is FNV-1a.
func hash32(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

const hashSeed = 2166136261

func mix(a, b uint32) uint32 {
	h := (a ^ b*0x9E3779B1) * 0x85EBCA6B
	return h ^ h>>15
}

// sumBits are the kinds of class that decide what may stand before them.
var sumBits = [...]uint64{
	1<<cVVINF | 1<<cVAINF | 1<<cVMINF,
	1<<cVVFIN | 1<<cVAFIN | 1<<cVMFIN,
	1<<cVVPP | 1<<cVAPP,
	1 << cNN,
	1 << cNE,
	1 << cADJA,
	1<<cADJD | 1<<cADV,
	1<<cART | 1<<cPDAT | 1<<cPIAT | 1<<cPPOSAT,
	1<<cPPER | 1<<cPRF | 1<<cPIS | 1<<cPDS,
	1<<cAPPR | 1<<cAPPRART,
	1<<cCOMMA | 1<<cSTOP | 1<<cPUNCT,
	1 << cCARD,
}

func (n *note) hash(w *text.Word, isClosed bool) {
	n.amb = mix(uint32(n.set), uint32(n.set>>32))
	end := w.Lower
	for i, k := len(end), 0; i > 0; k++ {
		if k == 3 {
			end = end[i:]
			break
		}
		_, size := utf8.DecodeLastRuneInString(end[:i])
		i -= size
	}
	n.end = hash32(hashSeed, end)
	n.mark = mix(n.end, n.amb)
	if isClosed || n.set&(1<<cPUNCT|1<<cCOMMA|1<<cSTOP) != 0 {
		n.mark = hash32(hashSeed+1, w.Lower)
	}
	look := uint32(w.Shape & (text.Letters | text.Digits | text.Capital | text.AllCaps | text.Mixed | text.Hyphen))
	if w.Guess {
		look |= 1 << 20
	}
	if w.Head != "" {
		look |= 1 << 21
	}
	n.look = mix(look, 77)
	sum := uint32(w.Shape & text.Capital)
	for i, b := range sumBits {
		if n.set&b != 0 {
			sum |= 1 << (16 + i)
		}
	}
	n.sum = mix(sum, 78)
}
