package text

import "unicode/utf8"

// Parts appends to dst the words that the German treebanks of Universal
// Dependencies make of the token t of text: a compound is cut at its hyphens,
// each hyphen a word of its own ("US-Präsident": US, -, Präsident), but not
// between digits. Every other token is one word. The pipeline's stages keep
// the compound whole.
func Parts(dst []Span, text string, t Span) []Span {
	from := t.Start
	for i := t.Start; i < t.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if classOf(r) == clHyphen && i > t.Start && !(isDigit(text[i-1]) && i+n < t.End && isDigit(text[i+n])) && wordIn(text[t.Start:i]) && (i+n == t.End || wordIn(text[i+n:t.End])) {
			if from < i {
				dst = append(dst, Span{from, i})
			}
			dst = append(dst, Span{i, i + n})
			from = i + n
		}
		i += n
	}
	if from < t.End {
		dst = append(dst, Span{from, t.End})
	}
	return dst
}

// wordIn reports whether s is one word: letters, digits and hyphens.
func wordIn(s string) bool {
	for _, r := range s {
		switch c := classOf(r); {
		case c == clPunct && r != '.' && r != ',', c == clSymbol:
			return false
		}
	}
	return s != ""
}
