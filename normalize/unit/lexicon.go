package unit

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/belegt/extract/normalize/char"
	"github.com/belegt/extract/normalize/number"
)

//go:embed prefixes.tsv
var prefixesTSV string

//go:embed units.tsv
var unitsTSV string

//go:embed currencies.tsv
var currenciesTSV string

//go:embed bounds.tsv
var boundsTSV string

//go:embed words.tsv
var wordsTSV string

//go:embed jaehrig.tsv
var jaehrigTSV string

//go:embed heads.tsv
var headsTSV string

// measure is one unit of measure or currency.
type measure struct {
	code   string
	kind   Kind
	factor float64 // one of the named in the code's unit
	size   float64 // the code's unit in the base of its kind, 0 for none
	weak   bool    // no unit behind ein
	word   bool    // the code is the word in the text
	mass   bool    // in a compound a weight
	large  bool    // only behind a large number
}

// boundWord is a word that bounds the number behind it.
type boundWord struct {
	bound                             Bound
	round, prep, time, unit, adj, age bool
}

// wordClass is a set of classes of words.tsv.
type wordClass uint64

const (
	filler wordClass = 1 << iota
	fillOver
	fillUnder
	fillHalf
	connector
	joint
	orWord
	andWord
	between
	every
	halfArticle
	oldWord
	clockWord
	monthWord
	weekdayWord
	perWord
	perIn
	notGut
	articleWord
	ordinalHalf
	compareWord
	postAtLeast
	postAtMost
	postOver
	postUnder
	determiner
	never
	within
	timeTail
	angleTail
	functionWord
	factorArticle
	belowZero
	perAnnum
	versus
	perOn
)

var wordClasses = map[string]wordClass{
	"filler": filler, "just_over": fillOver, "just_under": fillUnder, "half": fillHalf, "connector": connector, "joint": joint,
	"or": orWord, "and": andWord, "between": between, "every": every, "half_article": halfArticle, "old": oldWord, "clock": clockWord,
	"month": monthWord, "weekday": weekdayWord, "per": perWord, "per_in": perIn, "not_gut": notGut, "article": articleWord, "ordinal_half": ordinalHalf,
	"compare": compareWord, "post_at_least": postAtLeast, "post_at_most": postAtMost, "post_over": postOver, "post_under": postUnder,
	"determiner": determiner, "never": never, "within": within, "time_tail": timeTail, "angle_tail": angleTail, "function": functionWord,
	"factor_article": factorArticle, "below_zero": belowZero, "per_annum": perAnnum, "versus": versus, "per_on": perOn,
}

// head is the second part of a compound with a number.
type head struct {
	code string
	kind Kind
	noun bool // stands by itself, without an adjective's ending
	mod  bool // another noun follows, closed up
}

// table finds the longest phrase of folded words at a place.
type table[V any] struct {
	m map[string]phrase[V]
}

type phrase[V any] struct {
	v         V
	end, more bool // a phrase ends here; a longer one goes on
}

func (t *table[V]) add(key string, v V, merge func(old, new V) V) {
	p := t.m[key]
	if p.end && merge != nil {
		v = merge(p.v, v)
	}
	p.v, p.end = v, true
	t.m[key] = p
	for i := len(key) - 1; i > 0; i-- {
		if key[i] == ' ' {
			q := t.m[key[:i]]
			q.more = true
			t.m[key[:i]] = q
		}
	}
}

// match is the longest phrase at s[at:]; end is 0 when there is none.
func (t *table[V]) match(s string, at int) (v V, end int) {
	var buf [64]byte
	key := buf[:0]
	for p := at; p < len(s); {
		w := phraseWord(s, p)
		if w == p || w-p > 40 || len(key) > 100 {
			return v, end
		}
		key = char.Fold(key, s[p:w])
		e, ok := t.m[string(key)]
		if w < len(s) && s[w] == '.' {
			key = append(key, '.')
			if d, dotted := t.m[string(key)]; dotted {
				e, ok = d, true
				w++
			} else {
				key = key[:len(key)-1]
			}
		}
		if !ok {
			return v, end
		}
		if e.end {
			v, end = e.v, w
		}
		if !e.more {
			return v, end
		}
		n := char.SkipSpace(s, w, true)
		if n == w && (w == 0 || s[w-1] != '.' && s[w-1] != ',') {
			return v, end
		}
		key = append(key, ' ')
		p = n
	}
	return v, end
}

// phraseWord is the end of the word at s[at:] as phrases count it: letters with
// hyphens inside, or one sign.
func phraseWord(s string, at int) int {
	w := char.WordEnd(s, at)
	if w == at {
		if w < len(s) && char.ClassOf(s[w]) == char.Other {
			return w + 1
		}
		if strings.HasPrefix(s[at:], "≈") || strings.HasPrefix(s[at:], "∼") || strings.HasPrefix(s[at:], "≥") || strings.HasPrefix(s[at:], "≤") {
			return at + 3
		}
		if strings.HasPrefix(s[at:], "×") {
			return at + 2
		}
		return at
	}
	for {
		n := char.DashAt(s, w)
		if n == 0 || n == 3 && s[w+2] != 0x90 && s[w+2] != 0x91 {
			if w < len(s) && s[w] == '/' && strings.HasPrefix(s[w:], "/minus") { // plus/minus
				n = 1
			} else {
				return w
			}
		}
		e := char.WordEnd(s, w+n)
		if e == w+n {
			return w
		}
		w = e
	}
}

// first says how an expression can go on from its first word.
type first uint8

const (
	firstBound  first = 1 << iota // a bound word, or the beginning of one
	firstWord                     // zwischen, jeder, die before Hälfte, or never
	firstSign                     // a currency sign or code
	firstNumber                   // may begin a number word
	firstAlone                    // of the first three: whatever follows; without it, one of lexicon.seconds has to
)

type lexicon struct {
	first            map[string]first    // folded first words
	starts           hashes              // of all that may begin a quantity
	seconds          hashes              // of what follows a first word that is none alone
	lengths          [256]uint32         // by first byte: set of lengths of symbols
	units            table[*measure]     // words of units and currencies, folded
	symbols          map[string]*measure // as written
	signs            map[string]*measure // currency signs and codes before a number, as written
	times            map[string]string   // folded time noun: UCUM code
	bounds           table[boundWord]
	words            table[wordClass]
	heads            map[string]head // folded, with the endings of adjectives
	mods             []modifier
	maxSign          int
	angle            *measure        // degrees of an angle
	lasting, persons map[string]bool // last parts of nouns, folded
}

type modifier struct {
	form string
	head
}

var adjectiveEndings = []string{"e", "er", "es", "en", "em"}

// rows calls f for every line of a table.
func rows(name, tsv string, columns int, f func(c []string)) {
	for n := 1; tsv != ""; n++ {
		line := tsv
		if i := strings.IndexByte(tsv, '\n'); i >= 0 {
			line, tsv = tsv[:i], tsv[i+1:]
		} else {
			tsv = ""
		}
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != columns {
			panic(fmt.Sprintf("unit/%s:%d: has %d columns; want %d", name, n, len(c), columns))
		}
		f(c)
	}
}

func float(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("unit: table: " + err.Error())
	}
	return v
}

// forms calls f with every form of a noun given as "Tag(e,es)".
func forms(s string, f func(string)) {
	stem, rest, ok := strings.Cut(s, "(")
	if !ok {
		f(s)
		return
	}
	ends, tail, _ := strings.Cut(rest, ")")
	f(stem + tail)
	for ends != "" {
		var e string
		e, ends, _ = strings.Cut(ends, ",")
		f(stem + e + tail)
	}
}

func fold(s string) string {
	var buf [64]byte
	return string(char.Fold(buf[:0], s))
}

var lex = sync.OnceValue(load)

func load() *lexicon {
	l := &lexicon{
		units:   table[*measure]{make(map[string]phrase[*measure], 4000)},
		symbols: make(map[string]*measure, 300),
		signs:   make(map[string]*measure, 80),
		times:   make(map[string]string, 60),
		bounds:  table[boundWord]{make(map[string]phrase[boundWord], 200)},
		words:   table[wordClass]{make(map[string]phrase[wordClass], 400)},
		heads:   make(map[string]head, 200),
		lasting: make(map[string]bool, 120),
		persons: make(map[string]bool, 40),
	}
	type si struct {
		factor           float64
		ucum, syms, word string
	}
	var sis []si
	rows("prefixes.tsv", prefixesTSV, 4, func(c []string) {
		sis = append(sis, si{float(c[0]), c[1], c[2], c[3]})
	})
	rows("units.tsv", unitsTSV, 8, func(c []string) {
		m := measure{code: c[0], kind: Kind(c[1]), factor: float(c[2]), size: float(c[3]),
			weak: strings.Contains(c[4], "weak"), word: strings.Contains(c[4], "word")}
		base := &m
		var names []string
		if c[7] != "" {
			names = strings.Split(fold(c[7]), "|")
		}
		words := func(m *measure, prefix string) {
			for _, name := range names {
				forms(name, func(f string) {
					key := prefix + f
					l.units.add(key, m, nil)
					if m.kind == Duration && !m.word && m.factor == 1 {
						l.times[key] = m.code
					}
				})
			}
		}
		words(base, "")
		for _, sym := range strings.Fields(c[6]) {
			if strings.Contains(c[4], "nobase") {
				break
			}
			l.symbols[sym] = base
		}
		if strings.Contains(c[4], "sq") {
			words(&measure{code: c[0] + "2", kind: Area, factor: 1, size: m.size * m.size}, "quadrat")
		}
		if strings.Contains(c[4], "cu") {
			words(&measure{code: c[0] + "3", kind: Volume, factor: 1, size: m.size * m.size * m.size}, "kubik")
		}
		si := strings.Contains(c[4], "si")
		if !si && c[5] == "" {
			return
		}
		for _, p := range sis {
			take := false
			for _, s := range strings.Fields(c[5]) {
				take = take || strings.Contains(" "+p.syms+" ", " "+s+" ")
			}
			if !si && !take {
				continue
			}
			pm := m
			pm.code, pm.size, pm.weak = p.ucum+m.code, m.size*p.factor, false
			if si {
				words(&pm, p.word)
				if strings.Contains(c[4], "sq") {
					words(&measure{code: pm.code + "2", kind: Area, factor: 1, size: pm.size * pm.size}, "quadrat"+p.word)
				}
				if strings.Contains(c[4], "cu") {
					words(&measure{code: pm.code + "3", kind: Volume, factor: 1, size: pm.size * pm.size * pm.size}, "kubik"+p.word)
				}
			}
			if take {
				for _, sym := range strings.Fields(c[6]) {
					for _, ps := range strings.Fields(p.syms) {
						if l.symbols[ps+sym] == nil {
							l.symbols[ps+sym] = &pm
						}
					}
				}
			}
		}
	})
	rows("currencies.tsv", currenciesTSV, 5, func(c []string) {
		m := &measure{code: c[0], kind: Money, factor: float(c[1]), size: 1, weak: c[2] == "weak", mass: c[2] == "mass", large: c[2] == "large"}
		for _, sign := range strings.Fields(c[3]) {
			if l.symbols[sign] == nil {
				l.symbols[sign] = m
			}
			if m.factor == 1 && l.signs[sign] == nil {
				l.signs[sign] = m
			}
		}
		add := func(key string) {
			if !l.units.m[key].end {
				l.units.add(key, m, nil)
			}
		}
		for names := fold(c[4]); names != ""; {
			var name string
			name, names, _ = strings.Cut(names, "|")
			forms(name, func(f string) {
				if strings.Contains(f, "~") {
					for _, e := range adjectiveEndings {
						add(strings.ReplaceAll(f, "~", e))
					}
				} else {
					add(f)
				}
			})
		}
	})
	rows("bounds.tsv", boundsTSV, 3, func(c []string) {
		b := boundWord{bound: Bound(c[0])}
		for _, flag := range strings.Fields(c[1]) {
			switch flag {
			case "round":
				b.round = true
			case "prep":
				b.prep = true
			case "time":
				b.time = true
			case "unit":
				b.unit = true
			case "adj":
				b.adj = true
			case "age":
				b.age = true
			default:
				panic("unit/bounds.tsv: unknown flag " + flag)
			}
		}
		for _, p := range strings.Split(c[2], "|") {
			if key := fold(p); !l.bounds.m[key].end {
				l.bounds.add(key, b, nil)
			}
		}
	})
	rows("words.tsv", wordsTSV, 2, func(c []string) {
		class := wordClasses[c[0]]
		if class == 0 {
			panic("unit/words.tsv: unknown class " + c[0])
		}
		for _, p := range strings.Split(c[1], "|") {
			l.words.add(fold(p), class, func(old, new wordClass) wordClass { return old | new })
		}
	})
	rows("heads.tsv", headsTSV, 4, func(c []string) {
		h := head{code: c[1], kind: Kind(c[2]), noun: c[0] == "noun", mod: c[0] == "mod"}
		for _, f := range strings.Fields(c[3]) {
			key := fold(f)
			switch c[0] {
			case "adj":
				l.heads[key] = h
				for _, e := range adjectiveEndings {
					l.heads[key+e] = h
				}
			case "noun":
				l.heads[key] = h
			case "mod":
				l.mods = append(l.mods, modifier{key, h})
			default:
				panic("unit/heads.tsv: unknown class " + c[0])
			}
		}
	})
	rows("jaehrig.tsv", jaehrigTSV, 2, func(c []string) {
		set := l.persons
		if c[0] == "lasting" {
			set = l.lasting
		}
		for _, f := range strings.Fields(c[1]) {
			set[fold(f)] = true
		}
	})
	l.angle = &measure{code: "deg", kind: Other, factor: 1}
	for s := range l.symbols {
		l.maxSign = max(l.maxSign, len(s))
		l.lengths[s[0]] |= 1 << len(s)
	}
	l.firsts()
	return l
}

// firsts fills the tables that sort out words no quantity begins with.
func (l *lexicon) firsts() {
	l.first = make(map[string]first, 400)
	numbers := number.Starts()
	for _, s := range numbers {
		l.starts.add(s)
	}
	add := func(key string, f first) {
		key, second, more := strings.Cut(key, " ")
		key = strings.TrimSuffix(key, ".")
		if i := strings.IndexAny(key, "-/$"); i > 0 {
			key, more = key[:i], false
		}
		if more && letters3(second) != "" && !slices.ContainsFunc(numbers, func(n string) bool { return strings.HasPrefix(key, n) }) {
			l.seconds.add(letters3(second))
		} else {
			f |= firstAlone
		}
		l.first[key] |= f
		l.starts.add(key)
	}
	for k, p := range l.bounds.m {
		if p.end {
			add(k, firstBound)
		}
	}
	for k, p := range l.words.m {
		switch {
		case p.v&(between|every|never) != 0:
			add(k, firstWord)
		case p.v&halfArticle != 0:
			add(k+" h", firstWord)
		}
	}
	for s := range l.signs {
		add(fold(s), firstSign)
	}
}

// letters3 is what comes of the first three characters of a folded phrase as far as
// they are letters.
func letters3(s string) string {
	n := 0
	for n < 3 && n < len(s) && (s[n]-'a' < 26 || s[n] >= 0x80) {
		n++
	}
	return s[:n]
}

// hashes is a set of words by the hashes of their first three letters: it may
// hold more than was put in.
type hashes [1 << 10]uint64

func (x *hashes) add(w string) {
	h := hash3([]byte(w))
	x[h>>6] |= 1 << (h & 63)
}

func (x *hashes) has(w []byte) bool {
	h := hash3(w)
	return x[h>>6]&(1<<(h&63)) != 0
}

// hash3 hashes the first three bytes of a folded word.
func hash3(w []byte) uint32 {
	h := uint32(0)
	for i := 0; i < 3 && i < len(w); i++ {
		h = h<<5 ^ uint32(w[i]-'a')
	}
	return h * 0x9E3779B1 >> 16
}
