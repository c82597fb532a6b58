package date

// Found is a resolved time expression with its place.
type Found struct {
	Start, End int
	Timex
}

// FindAll reads all time expressions of a text and resolves them against its
// reference date ref ("2024-11-05", "2024-11", ""). The tense is told from the
// verbs around as far as their form shows it. The result is sorted and disjoint.
func FindAll(s, ref string) []Found {
	var out []Found
	r := NewResolver(ref)
	for i := 0; i < len(s); {
		c := s[i]
		if !isLetterByte(c) && !isDigit(c) {
			i++
			continue
		}
		end := i
		if isDigit(c) {
			for end < len(s) && isDigit(s[end]) {
				end++
			}
		} else if end = wordEnd(s, i); end == i {
			i++
			continue
		}
		if glue := i > 0 && s[i-1] != ' ' && midNumber(s, i); glue || !CanStart(s[i:end]) {
			i = end
			continue
		}
		e, ok := Scan(s, i)
		if !ok || e.Bare && !LikelyYear(s, e) {
			i = end
			continue
		}
		t := r.Resolve(e, Hint{Tense: tenseAround(s, e.Start, e.End)})
		out = append(out, Found{e.Start, e.End, t})
		i = e.End
	}
	return out
}

// midNumber reports whether the word at i goes on with a number or word before it
// ("1.200", "A4", "Covid-19").
func midNumber(s string, i int) bool {
	c := s[i-1]
	if !isDigit(s[i]) {
		return isDigit(c) || c == '-' && i > 1 && (isLetterByte(s[i-2])) && s[i-2] != 'x'
	}
	switch {
	case isLetterByte(c) && c != 0x93 && c != 0x94 && c != 0x9E && c != 0xBB && c != 0xAB && c != 0x9C:
		return true
	case c == '.' || c == ',' || c == ':' || c == '/':
		return i > 1 && isDigit(s[i-2])
	case c == '-':
		return i > 1 && isLetterByte(s[i-2])
	}
	return c == '#' || c == '@' || c == '_' || c == '$'
}
