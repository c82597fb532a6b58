package date

// Most articles and prepositions that may open a time expression open none. What
// the words behind them have to begin with is known beforehand: leads sorts the
// others out before anything is parsed.
type leads struct {
	known prefixes // beginnings of all words of the lexicon and of the second words of phrases
	rest  prefixes // of the second words of phrases alone
}

// Lead says what has to follow a word for a time expression to begin with it.
type Lead uint8

const (
	NoLead     Lead = iota // none begins with it
	leadAny                // anything may
	leadPhrase             // the rest of a phrase
	leadKnown              // a number or a word of the lexicon
)

// prefixes is a set of hashes of the first three bytes of words. It may hold
// more than was put in, never less.
type prefixes [1 << 10]uint64

func (x *prefixes) add(w string) {
	h := prefixHash(w[:min(3, len(w))])
	x[h>>6] |= 1 << (h & 63)
}

func prefixHash(w string) uint32 {
	h := uint32(len(w))
	for i := range len(w) {
		h = h<<8 | uint32(w[i])
	}
	return h * 0x9E3779B1 >> 16
}

// addLeads fills l.leads and the lead of the first reading of each word.
func (l *lexicon) addLeads() {
	for w, first := range l.words {
		l.leads.known.add(w)
		first.lead = NoLead
		for e := first; e != nil; e = e.next {
			if len(e.rest) == 0 {
				switch {
				case noStart[e.class]:
				case e.class == cDet || e.class == cIm:
					first.lead = first.lead.or(leadKnown)
				default:
					first.lead = leadAny
				}
				continue
			}
			second := e.rest[0]
			if k := len(second) - 1; second[k] == '~' || second[k] == '-' {
				if second = second[:k]; k < 3 {
					first.lead = leadAny
					continue
				}
			}
			first.lead = first.lead.or(leadPhrase)
			l.leads.known.add(second)
			l.leads.rest.add(second)
		}
	}
}

// or is the lead of a word that has both.
func (a Lead) or(b Lead) Lead {
	if a == leadAny || b == leadAny {
		return leadAny
	}
	return max(a, b)
}

// Opens reports whether a time expression may begin with a word of this lead that
// ends at byte i of s. It is a cheap first look and wrong only in saying yes;
// [Scan] decides.
func (a Lead) Opens(s string, i int) bool {
	if a <= leadAny {
		return a == leadAny
	}
	if i < len(s) && s[i] != ' ' && s[i] != '\n' {
		return true
	}
	for i < len(s) && (s[i] == ' ' || s[i] == '\n') {
		i++
	}
	if i == len(s) {
		return false
	}
	if isDigit(s[i]) {
		return a == leadKnown
	}
	end := i
	for end < len(s) && end < i+3 && (isLetterByte(s[end]) && s[end] < 0x80 || s[end] == 0xC3) {
		end += 1 + b2i(s[end] == 0xC3)
	}
	if end > len(s) || end < len(s) && end < i+3 && s[end] >= 0x80 || wordEnd(s, i) < end {
		return true // letters to look at more closely
	}
	var buf [4]byte
	key, ok := lower(buf[:0], s[i:end])
	if !ok || len(key) == 0 && end < len(s) && s[i] != '.' && s[i] != ',' {
		return true
	}
	set := &lex().leads.known
	if a == leadPhrase {
		set = &lex().leads.rest
	}
	h := prefixHash(string(key[:min(3, len(key))]))
	return set[h>>6]&(1<<(h&63)) != 0
}
