package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// proseCuts asks prose for the words of src, chunks separated by spaces, and
// marks in cut, one entry a byte, where a word begins. prose gives no offsets
// and changes and drops characters, so its words are found again by a cursor
// that only moves forward; a word that cannot be found is passed over.
func proseCuts(src string, cut []bool) {
	doc, err := prose.NewDocument(src, prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return // no border is known: the German rules alone decide
	}
	at := 0
	for _, t := range doc.Tokens() {
		start, end, ok := locate(src, at, t.Text)
		if !ok {
			continue
		}
		cut[start] = true
		if end < len(cut) {
			cut[end] = true
		}
		at = end
	}
}

// locate finds word in src at from or, when prose has dropped the rest of a
// chunk, at the start of the next chunk that has it.
func locate(src string, from int, word string) (start, end int, ok bool) {
	for at, tries := from, 0; tries < 4; tries++ {
		for at < len(src) && src[at] == ' ' {
			at++
		}
		if end, ok := matchAt(src, at, word); ok {
			return at, end, true
		}
		space := strings.IndexByte(src[at:], ' ')
		if space < 0 {
			break
		}
		at += space
	}
	return 0, 0, false
}

// matchAt matches word at src[at:] as prose writes it: curly apostrophes are
// straight in word.
func matchAt(src string, at int, word string) (end int, ok bool) {
	for i := 0; i < len(word); {
		if at >= len(src) {
			return 0, false
		}
		w, n := utf8.DecodeRuneInString(word[i:])
		r, m := utf8.DecodeRuneInString(src[at:])
		switch {
		case w == r:
		case w == '\'' && (r == '’' || r == '‘'):
		case w == '"' && (r == '“' || r == '”'):
		case w == '\'' && strings.HasPrefix(src[at:], "&rsquo;"):
			m = len("&rsquo;")
		default:
			return 0, false
		}
		i += n
		at += m
	}
	return at, word != ""
}

// askProse reports whether prose can say something about a chunk: one that,
// without the marks around it, is made of letters, digits and hyphens has no
// border inside.
func askProse(s string) bool {
	if len(s) > maxWord {
		return false
	}
	for len(s) > 0 && asciiMark(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && asciiMark(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	ask := false
	for _, r := range s {
		if c := classOf(r); !isWordClass(c) && c != clHyphen && c != clQuote {
			ask = true
		}
		// prose slices by offsets in the lower-case form
		if r >= utf8.RuneSelf && utf8.RuneLen(unicode.ToLower(r)) != utf8.RuneLen(r) || r == utf8.RuneError {
			return false
		}
	}
	return ask
}

// asciiMark reports whether c is a mark that is split off a word's ends in any
// case.
func asciiMark(c byte) bool {
	switch c {
	case ',', '.', ';', ':', '!', '?', '"', '(', ')', '[', ']':
		return true
	}
	return false
}

// appendForProse appends s with the marks that prose leaves glued to words
// blanked out, byte for byte.
func appendForProse(dst []byte, s string) []byte {
	for i, r := range s {
		n := utf8.RuneLen(r)
		c := classOf(r)
		if r >= utf8.RuneSelf && c != clLetter && c != clDigit && r != '’' || r == '%' || c == clSpace {
			dst = append(dst, "    "[:n]...)
		} else {
			dst = append(dst, s[i:i+n]...)
		}
	}
	return dst
}
