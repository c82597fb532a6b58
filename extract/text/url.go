package text

import (
	"strings"
	"unicode/utf8"
)

// url returns the end of a web address, e-mail address or file name that begins
// at i, 0 when there is none.
func (b *border) url(i int) int {
	const longest = 256 // of scheme or host
	s := b.s[i:]
	if head := s[:min(len(s), longest)]; strings.IndexByte(head, '.') < 1 && !strings.Contains(head, "://") {
		return 0
	}
	// host: letters, digits, dots and hyphens
	h, at := 0, -1
	for h < len(s) && h < longest {
		r, n := utf8.DecodeRuneInString(s[h:])
		if r == '@' && at < 0 && h > 0 {
			at = h
		} else if !isWordClass(classOf(r)) && r != '.' && r != '-' && !(at < 0 && (r == '_' || r == '+')) {
			break
		}
		h += n
	}
	scheme := strings.HasPrefix(s[h:], "://") && len(s) > h+3
	host := strings.TrimRight(s[:h], ".-")
	if !scheme {
		dot := strings.LastIndexByte(host, '.')
		if dot < 2 || strings.Contains(host, "..") || at >= 0 && dot < at {
			return 0
		}
		www := len(host) > 4 && strings.EqualFold(host[:4], "www.")
		last := host[dot+1:]
		if at < 0 && !www && (b.lex.word[last]&isTLD == 0 || digits(host[:dot])) {
			return 0
		}
		if at == len(host)-1 || len(last) < 2 {
			return 0
		}
		if h != len(host) { // a full stop behind it ends it
			return i + len(host)
		}
		if h >= len(s) || s[h] != '/' && s[h] != '?' && s[h] != ':' && s[h] != '#' {
			return i + h
		}
	}
	end := h
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if c := classOf(r); c == clQuote || c == clApos || c == clClose || c == clSpace || r == '<' || r == '>' || r == '…' {
			break
		}
		end += n
	}
	for end > h && strings.IndexByte(".,;:!?-", s[end-1]) >= 0 {
		end--
	}
	return i + end
}
