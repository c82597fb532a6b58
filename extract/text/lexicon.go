package text

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/belegt/extract/normalize/char"
)

//go:embed data/abbreviations.tsv
var abbreviationData string

//go:embed data/words.tsv
var wordData string

// abbrKind says how an abbreviation behaves; the kinds are explained at the
// head of data/abbreviations.tsv.
type abbrKind uint8

const (
	abbrNone abbrKind = iota
	abbrNever
	abbrUnit
	abbrEnd
	abbrNum
	abbrDay
)

// marks are the word classes of data/words.tsv as a bit set.
type marks uint16

const (
	isStarter marks = 1 << iota
	isMonth
	isBefore
	isConj
	isOrdNoun
	isLetterNoun
	isHost
	isClitic
	isGender
	isTLD
	isPer
	isDotted // not from the data: a word or number that ends with a full stop
)

type lexicon struct {
	abbr map[string]abbrKind
	word map[string]marks
	has  char.Filter // of word
}

var abbrKinds = map[string]abbrKind{"never": abbrNever, "unit": abbrUnit, "end": abbrEnd, "num": abbrNum, "day": abbrDay}

var markNames = map[string]marks{
	"starter": isStarter, "month": isMonth, "before": isBefore, "conj": isConj, "ordnoun": isOrdNoun,
	"letternoun": isLetterNoun, "host": isHost, "clitic": isClitic, "gender": isGender, "tld": isTLD, "per": isPer,
}

// lex is the embedded data, read at first use.
var lex = sync.OnceValue(func() *lexicon {
	l, err := parseLexicon(abbreviationData, wordData)
	if err != nil {
		panic(err) // the data is embedded: a test reads it
	}
	return l
})

func parseLexicon(abbreviations, words string) (*lexicon, error) {
	l := &lexicon{abbr: make(map[string]abbrKind, 512), word: make(map[string]marks, 1024)}
	n := 0
	for line := range strings.Lines(abbreviations) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		form, kind, ok := strings.Cut(line, "\t")
		k := abbrKinds[kind]
		if !ok || k == abbrNone {
			return nil, fmt.Errorf("abbreviations.tsv:%d: want form, tab, and never, unit, end, num or day: got %q", n, line)
		}
		if _, twice := l.abbr[form]; twice {
			return nil, fmt.Errorf("abbreviations.tsv:%d: %q is listed twice", n, form)
		}
		l.abbr[form] = k
	}
	n = 0
	for line := range strings.Lines(words) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		name, list, _ := strings.Cut(line, "\t")
		m := markNames[name]
		if m == 0 {
			return nil, fmt.Errorf("words.tsv:%d: unknown class %q", n, name)
		}
		for w := range strings.FieldsSeq(list) {
			l.word[w] |= m
			l.has.Add(w)
		}
	}
	return l, nil
}

// marks are the classes of a word.
func (l *lexicon) marks(w string) marks {
	if !l.has.Has(w) {
		return 0
	}
	return l.word[w]
}

// abbreviation looks up a form that ends with a full stop, whole or by its
// part behind the last hyphen or as the end of a compound ("-str.").
func (l *lexicon) abbreviation(form string) abbrKind {
	if k := l.abbr[form]; k != abbrNone {
		return k
	}
	if i := strings.LastIndexByte(form, '-'); i > 0 && len(form)-i > 3 {
		if k := l.abbr[form[i+1:]]; k == abbrNever || k == abbrUnit || k == abbrEnd {
			return k
		}
	}
	if strings.HasSuffix(form, "str.") && len(form) > 6 {
		return l.abbr["-str."]
	}
	return abbrNone
}
