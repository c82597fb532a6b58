package date

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed cues.tsv
var cuesTSV string

// More readings of a verb form: one that only looks like a past, a participle, the
// auxiliary that makes a past of it, and what may be a participle at the end of a
// clause.
const (
	noTense         Tense = 255
	participleTense Tense = 254
	auxTense        Tense = 253
	finalTense      Tense = 252
)

// cueList holds what cues.tsv says: the tense of whole forms and of forms by their
// shape.
type cueList struct {
	words  map[string]Tense
	shapes []shape
}

var cues = sync.OnceValue(func() *cueList {
	names := map[string]Tense{"past": Past, "present": Present, "future": Future, "aux": auxTense, "none": noTense, "participle": participleTense, "final": finalTense}
	l := &cueList{words: make(map[string]Tense, 256)}
	eachLine(cuesTSV, func(f []string) {
		for _, w := range strings.Fields(f[1]) {
			if strings.Contains(w, "*") {
				l.shapes = append(l.shapes, newShape(w, names[f[0]]))
			} else {
				l.words[w] = names[f[0]]
			}
		}
	})
	return l
})

// shape is a pattern of a form: "ge*t", "*ge*t".
type shape struct {
	tense          Tense
	pre, mid, post string
	size           int // least length in bytes
}

const minShape = 6

func newShape(pattern string, t Tense) shape {
	pattern, size, _ := strings.Cut(pattern, ":")
	x := shape{tense: t, size: minShape}
	if size != "" {
		x.size = int(size[0] - '0')
	}
	f := strings.Split(pattern, "*")
	x.pre, x.post = f[0], f[len(f)-1]
	if len(f) == 3 {
		x.mid = f[1]
	}
	return x
}

func (x *shape) matches(w string) bool {
	return len(w) >= x.size && strings.HasPrefix(w, x.pre) && strings.HasSuffix(w, x.post) &&
		(x.mid == "" || strings.Contains(w[2:], x.mid))
}

// tenseAround looks for the nearest verb that tells the tense, in the sentence of
// s[start:end].
func tenseAround(s string, start, end int) Tense {
	const reach = 160
	// The nearest verb that shows a past or future decides; a participle shows a
	// past only with an auxiliary or when no other verb is seen, a present form
	// only when there is nothing else.
	var aux, present, partSeen bool
	best, tense := 3*reach, TenseUnknown
	see := func(w string, dist int) {
		switch t := verbTense(w); t {
		case TenseUnknown:
		case Present:
			present = true
		case auxTense:
			aux = true
		case participleTense:
			partSeen = true
		default:
			if dist < best {
				best, tense = dist, t
			}
		}
	}
	far := 0 // a verb in another clause counts for less
	for i := start - 1; i > 0 && start-i < reach && !isSentenceEnd(s, i); {
		if !isLetterByte(s[i]) {
			far += clauseMark(s[i])
			i--
			continue
		}
		j := i
		for j > 0 && isLetterByte(s[j-1]) {
			j--
		}
		see(s[j:i+1], start-i+far)
		i = j - 1
	}
	far = 0
	for i := end; i < len(s) && i-end < reach; {
		if isSentenceEnd(s, i) {
			// an auxiliary in the present with a participle at the end
			partSeen = partSeen || aux && participle(s, i)
			break
		}
		j := wordEnd(s, i)
		if !isLetterByte(s[i]) || j == i {
			if m := clauseMark(s[i]); m > 0 {
				far += m
				partSeen = partSeen || aux && participle(s, i)
			}
			i++
			continue
		}
		see(s[i:j], i-end+far)
		i = j
	}
	switch {
	case tense != TenseUnknown:
		return tense
	case partSeen && aux:
		return Past
	case aux || present:
		return Present
	}
	return TenseUnknown
}

// participle reports whether the word that ends at i can be a past participle.
func participle(s string, i int) bool {
	j := i
	for j > 0 && isLetterByte(s[j-1]) {
		j--
	}
	w := s[j:i]
	if w == "" || w[0]-'a' >= 26 {
		return false
	}
	for k := range cues().shapes {
		if x := &cues().shapes[k]; x.tense == finalTense && x.matches(w) {
			return true
		}
	}
	return false
}

func clauseMark(c byte) int {
	switch c {
	case ',', ':', '"', '(', ')':
		return 80
	}
	return 0
}

// sentenceStart is where the sentence of the word at i begins, as far as full
// stops tell.
func sentenceStart(s string, i int) int {
	const reach = 400
	for j := i - 1; j > 0 && i-j < reach; j-- {
		if isSentenceEnd(s, j) {
			return j + 1
		}
	}
	return max(0, i-reach)
}

func isSentenceEnd(s string, i int) bool {
	switch s[i] {
	case '!', '?', ';':
		return true
	case '\n':
		return i > 0 && s[i-1] == '\n'
	case '.':
		return (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n' || s[i+1] == '"') && i > 0 && !isDigit(s[i-1])
	}
	return false
}

// verbTense tells the tense of a finite verb by its form: the strong ones from the
// list, the weak ones and participles by the first shape that they have.
func verbTense(w string) Tense {
	if w[0]-'a' >= 26 && w[0] != 0xC3 {
		return TenseUnknown
	}
	l := cues()
	t := l.words[w]
	for k := 0; t == TenseUnknown && k < len(l.shapes) && len(w) >= minShape; k++ {
		if x := &l.shapes[k]; x.tense != finalTense && x.matches(w) {
			t = x.tense
		}
	}
	if t == noTense {
		return TenseUnknown
	}
	return t
}
