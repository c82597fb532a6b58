package number

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/belegt/extract/normalize/char"
)

//go:embed words.tsv
var wordsTSV string

//go:embed endings.tsv
var endingsTSV string

// class is what a number word or a part of one does in the grammar.
type class uint8

const (
	noClass class = iota
	// parts of closed-up numbers
	one
	digit
	teen
	ten
	hundred
	thousand
	illion
	and
	half
	ordstem
	fracstem
	oneAndHalf
	// whole words
	null
	magnitude
	plural
	quantifier
	vaguePrefix
	halves
	halfadj
	factor
	minus
	plus
	// endings
	endOne
	endFew
	endSmall
	endTe
	endSte
	endE
	endTel
	endStel
	endMultiply
	endTimes
	endTimesAdj
	endGenitive
)

var classNames = map[string]class{
	"one": one, "digit": digit, "teen": teen, "ten": ten, "hundred": hundred, "thousand": thousand, "illion": illion,
	"and": and, "half": half, "ordstem": ordstem, "fracstem": fracstem, "one_and_half": oneAndHalf,
	"null": null, "magnitude": magnitude, "plural": plural, "quantifier": quantifier, "vague_prefix": vaguePrefix,
	"halves": halves, "halfadj": halfadj, "factor": factor, "minus": minus, "plus": plus,
}

var endingNames = map[string]class{
	"one": endOne, "few": endFew, "small": endSmall, "plural": plural, "ordinal_te": endTe, "ordinal_ste": endSte, "ordinal_e": endE,
	"tel": endTel, "stel": endStel, "factor": factor, "multiply": endMultiply, "times": endTimes, "timesadj": endTimesAdj, "genitive": endGenitive,
}

type entry struct {
	class class
	value float64
}

// node of the trie of number morphemes, over folded letters.
type node struct {
	next [29]uint16
	entry
}

// lexicon holds the two tables: morphemes of closed-up numbers as a trie, whole
// words and endings by form.
type lexicon struct {
	trie          []node
	words         map[string]entry
	endings       map[string]uint64  // set of classes, 1<<class
	vaguePrefixes map[string]float64 // zig, aber, viel: they make the noun behind them vague
	first         [256]bool          // a folded byte that begins some word or morpheme
	second        [256]uint32        // for each of them the letters behind it, 1<<(letter&31)
}

var lex = sync.OnceValue(func() *lexicon {
	l := &lexicon{trie: make([]node, 1, 400), words: make(map[string]entry, 200), endings: make(map[string]uint64, 80), vaguePrefixes: make(map[string]float64)}
	var buf [64]byte
	for n, line := range strings.Split(wordsTSV, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		c := classNames[f[0]]
		if len(f) != 3 || c == noClass {
			panic(fmt.Sprintf("number/words.tsv:%d: want class, value and forms", n+1))
		}
		v, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			panic(fmt.Sprintf("number/words.tsv:%d: %v", n+1, err))
		}
		for _, form := range strings.Fields(f[2]) {
			key := char.Fold(buf[:0], form)
			l.first[key[0]] = true
			if len(key) > 1 {
				l.second[key[0]] |= 1 << (key[1] & 31)
			} else {
				l.second[key[0]] = 1<<32 - 1
			}
			if c == vaguePrefix {
				l.vaguePrefixes[string(key)] = v
			} else if c <= oneAndHalf {
				l.insert(key, entry{c, v})
			} else {
				l.words[string(key)] = entry{c, v}
			}
		}
	}
	for n, line := range strings.Split(endingsTSV, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, forms, _ := strings.Cut(line, "\t")
		c := endingNames[name]
		if c == noClass {
			panic(fmt.Sprintf("number/endings.tsv:%d: unknown class %q", n+1, name))
		}
		for _, form := range strings.Fields(forms) {
			l.endings[form] |= 1 << c
		}
	}
	return l
})

// letter is the trie's index of a folded byte, -1 for none.
func letter(b byte) int {
	switch {
	case 'a' <= b && b <= 'z':
		return int(b - 'a')
	case b == 0xE4:
		return 26
	case b == 0xF6:
		return 27
	case b == 0xFC:
		return 28
	}
	return -1
}

func (l *lexicon) insert(key []byte, e entry) {
	at := uint16(0)
	for _, b := range key {
		i := letter(b)
		if l.trie[at].next[i] == 0 {
			l.trie = append(l.trie, node{})
			l.trie[at].next[i] = uint16(len(l.trie) - 1)
		}
		at = l.trie[at].next[i]
	}
	l.trie[at].entry = e
}

// longest morpheme at the beginning of w; its class is noClass when there is none.
func (l *lexicon) longest(w []byte) (e entry, n int) {
	at := uint16(0)
	for i, b := range w {
		c := letter(b)
		if c < 0 {
			break
		}
		if at = l.trie[at].next[c]; at == 0 {
			break
		}
		if l.trie[at].class != noClass {
			e, n = l.trie[at].entry, i+1
		}
	}
	return e, n
}

// Starts lists what number words begin with, folded (char.Fold): whole words or
// first parts of closed-up ones. It is for tables that sort out other words.
func Starts() []string {
	l := lex()
	out := make([]string, 0, len(l.words)+64)
	for w := range l.words {
		out = append(out, w)
	}
	for p := range l.vaguePrefixes {
		out = append(out, p)
	}
	out = append(out, "ver")
	var walk func(at uint16, key []byte)
	walk = func(at uint16, key []byte) {
		if l.trie[at].class != noClass {
			out = append(out, string(key))
			return
		}
		for i, n := range l.trie[at].next {
			if n == 0 {
				continue
			}
			b := byte('a' + i)
			switch i {
			case 26:
				b = 0xE4
			case 27:
				b = 0xF6
			case 28:
				b = 0xFC
			}
			walk(n, append(key, b))
		}
	}
	walk(0, nil)
	return out
}
