package rule

import (
	"unicode"
	"unicode/utf8"
)

func isSpace(c rune) bool { return unicode.IsSpace(c) || c == 0 }

// checkLike says what is wrong with a template, "" when it is sound.
func checkLike(t string) string {
	prev, run := rune(0), rune(0)
	for _, c := range t {
		switch {
		case c == run:
			return "a run takes all it can: write " + string([]rune{c, c}) + "+ for two or more"
		case c == '+' && prev != 'X' && prev != 'x' && prev != 'd':
			return "+ stands only after X, x or d"
		case unicode.IsLetter(c) && c != 'X' && c != 'x' && c != 'd':
			return "X is an upper-case letter, x a lower-case letter, d a digit; no other letter can be given"
		case run == 'd' && unicode.IsDigit(c):
			return "a run takes all it can: no digit can follow d+"
		}
		run = 0
		if c == '+' {
			run = prev
		}
		prev = c
	}
	return ""
}

// likeMatches reports whether form has the shape of template t. It needs no
// memory; a run ("x+") takes all it can, which is right because no two classes
// share a character and no class follows its own run.
func likeMatches(t, form string) bool {
	for t != "" {
		c, n := utf8.DecodeRuneInString(t)
		t = t[n:]
		got, n := utf8.DecodeRuneInString(form)
		if n == 0 || !likeClass(c, got) {
			return false
		}
		form = form[n:]
		if t == "" || t[0] != '+' || (c != 'X' && c != 'x' && c != 'd') {
			continue
		}
		t = t[1:]
		for form != "" {
			got, n = utf8.DecodeRuneInString(form)
			if !likeClass(c, got) {
				break
			}
			form = form[n:]
		}
	}
	return form == ""
}

func likeClass(class, c rune) bool {
	switch class {
	case 'X':
		return unicode.IsUpper(c)
	case 'x':
		return unicode.IsLower(c)
	case 'd':
		return '0' <= c && c <= '9'
	}
	return class == c
}
