package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// chunk is what is remembered of a stretch between white space: the pieces it
// falls into and, for its last word, the question that only the words around it
// can answer.
//
// It is as long as a line of memory and holds its text, if that isn't long, so
// that looking it up and writing its tokens touch no other.
type chunk struct {
	size   uint8 // length of the text, 0 for one that is not in key
	key    [chunkKey]byte
	doubt  doubt
	single bool     // the word is a single quotation mark
	at     int32    // pieces at and at+1 are one token if the doubt is answered with yes
	word   *Word    // of its first piece
	more   *[]piece // its pieces, nil when there is one
	joined *Word    // see at; made when first needed
}

const chunkKey = 33

// longChunk is a chunk whose text doesn't fit into its key.
type longChunk struct {
	text string
	chunk
}

func (c *longChunk) is(s string) bool { return c.text == s }

// is reports whether s is c's text.
func (c *chunk) is(s string) bool { return int(c.size) == len(s) && string(c.key[:c.size]) == s }

// count is the number of pieces.
func (c *chunk) count() int {
	if c.more == nil {
		return 1
	}
	return len(*c.more)
}

// wordOf is the word of piece i.
func (c *chunk) wordOf(i int) *Word {
	if c.more == nil {
		return c.word
	}
	return (*c.more)[i].word
}

// piece is a token of a chunk, in bytes from the chunk's start.
type piece struct {
	start, end int32
	single     bool // a single quotation mark
	word       *Word
}

// doubt is why a mark behind a word may be part of it.
type doubt uint8

const (
	noDoubt    doubt = iota
	ordinalDot       // "3." before a noun or at a sentence's end
	dateDot          // "24.12."
	rankDot          // "Tabellen-17."
	romanDot         // "XVI."
	initialDot       // "W."
	numberDot        // an abbreviation only before a number: "Art."
	dayDot           // an abbreviation beside a number or a comma: "So."
	apostrophe       // "Virus'" or the end of a quotation
)

// maxWord is the longest stretch in bytes that is given to prose and
// remembered; longer ones are no words, and prose is quadratic in them.
const maxWord = 96

// borders splits a chunk. cut tells where prose sees a border; nil stands for
// none. The pieces are appended to dst without their words.
//
// prose knows English: what it says is taken for its clitics ("n't", "'s") and
// held against the German words; numbers, abbreviations, marks and compounds
// are split by the rules here.
func borders(dst []piece, s string, cut []bool, l *lexicon) (pieces []piece, d doubt, at int) {
	b := border{s: s, cut: cut, lex: l}
	first := len(dst)
	fresh := true // only opening marks stand before
	for i := 0; i < len(s); {
		fresh = fresh && (len(dst) == first || b.opens(dst[len(dst)-1]))
		j := b.next(i, fresh)
		dst = append(dst, piece{start: int32(i), end: int32(j)})
		if b.doubt != noDoubt {
			d, at = b.doubt, len(dst)-1-first
			b.doubt = noDoubt
		}
		i = j
	}
	if d != noDoubt && at+1 >= len(dst)-first {
		d = noDoubt
	}
	return dst, d, at
}

type border struct {
	s     string
	cut   []bool
	lex   *lexicon
	doubt doubt // set by next when the mark behind the piece may belong to it
}

func (b *border) cutAt(i int) bool { return i < len(b.cut) && b.cut[i] }

// opens reports whether a word may begin behind p as at the chunk's start.
func (b *border) opens(p piece) bool {
	r, _ := utf8.DecodeRuneInString(b.s[p.start:])
	switch classOf(r) {
	case clQuote, clApos, clOpen, clDash:
		return true
	}
	return r == '/'
}

// next returns the end of the piece that begins at i.
func (b *border) next(i int, fresh bool) int {
	s := b.s
	r, n := utf8.DecodeRuneInString(s[i:])
	j := i + n
	after, c := b.class(j)
	switch classOf(r) {
	case clLetter, clDigit:
		return b.word(i, i)
	case clHyphen, clDash:
		if fresh && c == clDigit && (r == '-' || r == '−') {
			return b.word(i, j)
		}
		if fresh && c == clLetter && r == '-' { // "-innen"; but "-Wie" is a dash
			w := b.s[j:b.letters(j)]
			if u, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(u) || b.lex.word[strings.ToLower(w)]&isStarter == 0 {
				return b.word(i, j)
			}
		}
		if r == '-' {
			for j < len(s) && s[j] == '-' {
				j++
			}
		}
		return j
	case clApos:
		if r == '`' && after == '`' || r == '\'' && after == '\'' && (fresh || b.s[j+1:] == "" || b.s[j+1] != '\'') {
			return j + 1
		}
		if k := b.clitic(i, j, r); k > 0 {
			return k
		}
	case clPunct:
		switch {
		case r == ':' || r == ';':
			if k := smiley(s, j); k > 0 && (fresh || s[j] == '-') {
				return k
			}
		case r == '.':
			for j < len(s) && s[j] == '.' {
				j++
			}
		case r == ',' && after == ',' && i == 0:
			if _, c := b.class(j + 1); c == clLetter {
				return j + 1
			}
		case r == ',' && c == clDigit && fresh:
			return b.word(i, j)
		case (r == '@' || r == '#') && c == clLetter && fresh:
			return b.word(i, j)
		case r == '*' && after == '*' || r == '_' && after == '_':
			for j < len(s) && rune(s[j]) == r {
				j++
			}
		}
	case clSymbol:
		// An emoji keeps its modifiers and what a joiner ties to it.
		for j < len(s) {
			r, n := utf8.DecodeRuneInString(s[j:])
			if r == '\u200D' && j+n < len(s) {
				_, m := utf8.DecodeRuneInString(s[j+n:])
				j += n + m
			} else if unicode.IsMark(r) {
				j += n
			} else {
				break
			}
		}
	}
	return j
}

// class returns the character at i and its class, clSpace at the end.
func (b *border) class(i int) (rune, class) {
	if i >= len(b.s) {
		return 0, clSpace
	}
	r, _ := utf8.DecodeRuneInString(b.s[i:])
	return r, classOf(r)
}

// letters returns the end of the run of letters at i.
func (b *border) letters(i int) int {
	for i < len(b.s) {
		r, n := utf8.DecodeRuneInString(b.s[i:])
		if classOf(r) != clLetter {
			break
		}
		i += n
	}
	return i
}

// clitic returns the end of a word that begins with the apostrophe at i
// ("'s", "’n", "'68er"), 0 when it is none.
func (b *border) clitic(i, j int, r rune) int {
	if r != '\'' && r != '’' {
		return 0
	}
	if d := j; d+2 <= len(b.s) && isDigit(b.s[d]) && isDigit(b.s[d+1]) {
		k := b.letters(d + 2)
		if _, c := b.class(k); c == clDigit || strings.ContainsAny(b.s[k:], "'’") {
			return 0
		}
		return k
	}
	k := b.letters(j)
	if k == j {
		return 0
	}
	w := b.s[j:k]
	if _, c := b.class(k); c == clApos || c == clHyphen {
		return 0
	}
	if b.lex.word[w]&isClitic != 0 || i > 0 && (w == "ll" || w == "re" || w == "ve" || w == "d") {
		return k
	}
	return 0
}

// word returns the end of the word that begins at start; everything before j is
// known to belong to it.
func (b *border) word(start, j int) int {
	if k := b.url(start); k > 0 {
		return k
	}
	j = b.body(start, j)
	if j < len(b.s) {
		if b.s[j] == '.' {
			return b.dot(start, j)
		}
		if r, c := b.class(j); c == clApos && (r == '\'' || r == '’') {
			p, _ := utf8.DecodeLastRuneInString(b.s[:j])
			double := strings.HasPrefix(b.s[j:], "''") && !strings.HasPrefix(b.s[j:], "'''")
			if _, after := b.class(j + len(string(r))); classOf(p) == clLetter && !isWordClass(after) && !double {
				b.doubt = apostrophe
			}
		}
	}
	return j
}

// body walks over what belongs to a word by what stands around each mark.
func (b *border) body(start, j int) int {
	s := b.s
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		c := classOf(r)
		if c == clLetter || c == clDigit {
			if r == 'n' && b.cutAt(j) && j > start && (strings.HasPrefix(s[j:], "n't") || strings.HasPrefix(s[j:], "n’t")) {
				return j
			}
			j += n
			continue
		}
		if j == start {
			j += n
			continue
		}
		prev, _ := utf8.DecodeLastRuneInString(s[:j])
		pc := classOf(prev)
		next, nc := b.class(j + n)
		switch {
		case c == clHyphen:
			if isWordClass(nc) {
				j += n
				continue
			}
			if next == '-' || nc == clHyphen {
				return j
			}
			j += n
			if next == '/' { // "Spa-/Wellness-Bereich"
				k := j + 1
				if k < len(s) && s[k] == '-' {
					k++
				}
				if _, c := b.class(k); isWordClass(c) {
					j = k
					continue
				}
			}
			return j
		case r == '.' || r == ',':
			if pc == clDigit && nc == clDigit {
				if r == ',' && isPair(s[start:j]) && isPair(s[j+n:]) {
					return j // "6:3,7:5"
				}
				j += n
				continue
			}
			if pc == clDigit && (nc == clHyphen || nc == clDash) {
				// "1.-Liga-Spiel", and whole amounts: "14.--", "20.–", "50,-"
				k := j + n
				for k < len(s) {
					if _, c := b.class(k); c != clHyphen && c != clDash {
						break
					}
					_, m := utf8.DecodeRuneInString(s[k:])
					k += m
				}
				_, c := b.class(k)
				if c == clLetter && r == '.' && s[j+n] == '-' && k == j+n+1 {
					j = k
					continue
				}
				if !isWordClass(c) {
					return k
				}
			}
			return j
		case r == ':' || r == '*' || r == '_' || r == '/':
			if r == ':' && pc == clDigit && nc == clDigit || r == '_' && isWordClass(nc) {
				j += n
				continue
			}
			if k := b.gendered(j+n, r); pc == clLetter && k > 0 {
				j = k
				continue
			}
			if r == '/' && nc == clLetter {
				k := b.letters(j + n)
				if k-start <= 16 && b.lex.word[strings.ToLower(s[start:k])]&isPer != 0 {
					j = k
					continue
				}
			}
			return j
		case r == '(':
			k := b.letters(j + n)
			if pc == clLetter && k < len(s) && s[k] == ')' && b.lex.word[s[j+n:k]]&isGender != 0 {
				j = k + 1
				continue
			}
			return j
		case c == clApos:
			if r != '\'' && r != '’' && r != '´' && r != 'ʼ' {
				return j
			}
			if pc == clDigit && nc == clDigit {
				j += n
				continue
			}
			if !isWordClass(pc) || nc != clLetter {
				return j
			}
			if b.cutAt(j) {
				switch k := b.letters(j + n); s[j+n : k] {
				case "s":
					if b.lex.word[strings.ToLower(s[start:j])]&isHost != 0 {
						return j
					}
				case "ll", "re", "ve", "m":
					return j
				}
			}
			j += n
		case r == '&':
			if unicode.IsUpper(prev) && unicode.IsUpper(next) {
				j += n
				continue
			}
			return j
		case r == '+':
			k := j + n
			for k < len(s) && s[k] == '+' {
				k++
			}
			if _, c := b.class(k); isWordClass(c) {
				return j
			}
			j = k
		case r == '%' && pc == clDigit:
			// "50%ig", "50%-Anteil"
			if strings.HasPrefix(s[j+1:], "ig") {
				j++
				continue
			}
			if nc == clHyphen {
				if _, c := b.class(j + 2); c == clLetter {
					j += 2
					continue
				}
			}
			return j
		default:
			return j
		}
	}
	return j
}

// gendered returns the end of what follows a gender mark ("innen", "-in",
// "innenrat"), 0 when it is none.
func (b *border) gendered(i int, mark rune) int {
	if i < len(b.s) && b.s[i] == '-' && mark == '/' {
		i++
	}
	k := b.letters(i)
	w := b.s[i:k]
	if mark == '*' && k > i {
		return k
	}
	if b.lex.word[w]&isGender != 0 || strings.HasPrefix(w, "innen") {
		return k
	}
	return 0
}

// smiley returns the end of a smiley whose eyes stand before i, 0 for none.
func smiley(s string, i int) int {
	if i < len(s) && s[i] == '-' {
		i++
	}
	if i < len(s) && strings.IndexByte(")(DP", s[i]) >= 0 && (i+1 == len(s) || strings.IndexByte(".,!?;)\"", s[i+1]) >= 0) {
		return i + 1
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isPair reports whether s begins with one or two digits, a colon and a digit: a
// score.
func isPair(s string) bool {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i > 0 && i <= 2 && i+1 < len(s) && s[i] == ':' && s[i+1] >= '0' && s[i+1] <= '9'
}
