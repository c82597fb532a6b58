package text

import "strings"

// belongs answers the doubt of r from the tokens before it and the chunk
// behind it.
func (v *Vocab) belongs(tokens []Token, lineStart int, r, next *chunkRef, single bool) bool {
	at := int(r.at)
	stem := r.wordOf(at)
	if r.doubt == apostrophe {
		// A mark that closes a quotation has one open; else it stands for left-out letters.
		for i := range at {
			single = single || classOf(r.wordOf(i).quote) == clApos
		}
		return !single
	}
	var before, before2 *Word
	if at > 0 {
		before = r.wordOf(at - 1)
		if at > 1 {
			before2 = r.wordOf(at - 2)
		} else if n := len(tokens); n > lineStart {
			before2 = tokens[n-1].Word
		}
	} else if n := len(tokens); n > lineStart {
		before = tokens[n-1].Word
		if n-1 > lineStart {
			before2 = tokens[n-2].Word
		}
	}
	for before != nil && before.quote != 0 {
		before, before2 = before2, nil
	}
	var behind *Word // the next word, past opening marks; nil at a line's end
	for i := at + 2; i < r.count(); i++ {
		if w := r.wordOf(i); w.Has(Punct) && !w.Has(SentenceEnd) && w.Form != ")" && w.quote == 0 {
			return true // a comma or dash behind the full stop
		}
	}
	if !next.line {
		for i := range next.count() {
			behind = next.wordOf(i)
			if behind.quote == 0 && behind.Form != "(" {
				break
			}
		}
	}
	closed := at+2 < r.count() // closing marks follow
	if closed && before != nil && before.Form == "(" && r.wordOf(at+2).Form == ")" && (r.doubt == ordinalDot && len(stem.Form) <= 3 || r.doubt == dateDot) {
		return true // "(65.)", "(24.12.)"
	}
	switch r.doubt {
	case ordinalDot:
		if behind != nil && !closed && len(stem.Form) <= 2 && next.count() > 1 && next.wordOf(1).Form == "." && digits(behind.Form) && len(behind.Form) <= 2 {
			return true // "2. 9. 2015"
		}
		return ordinal(stem.Form, before, before2, behind, closed)
	case rankDot:
		return behind != nil && behind.Has(Letters) && !behind.Has(Capital)
	case dateDot:
		return behind != nil && !closed && (!behind.Has(Capital) || !isStart(behind))
	case romanDot, initialDot:
		if behind == nil || closed {
			return r.doubt == romanDot && before != nil && before.Has(Capital|Letters) && len(stem.Form) > 1
		}
		if r.doubt == initialDot || len(stem.Form) == 1 {
			if before != nil && before.marks&isLetterNoun != 0 || isStart(behind) && before != nil && !before.Has(Capital) {
				return false
			}
			return behind.Has(Capital) && !isStart(behind) || behind.Has(Digits) || before != nil && (before.Has(Capital) || before.abbr != abbrNone) || !behind.Has(Capital) && behind.Has(Letters)
		}
		return before != nil && (before.Has(Capital) || before.marks&isBefore != 0)
	case numberDot:
		return behind != nil && !closed && behind.Has(Digits)
	case dayDot:
		return behind != nil && !closed && (behind.Has(Digits) || before != nil && before.Has(Digits) && !isStart(behind)) ||
			behind != nil && !closed && stem.Form == "Fr" && behind.Has(Capital) && !isStart(behind)
	}
	return false
}

// isStart reports whether w, as it is written, looks like a sentence's first
// word.
func isStart(w *Word) bool { return w.Has(Capital) && w.marks&isStarter != 0 }

// ordinal reports whether the full stop behind the digits makes them an ordinal.
// before and before2 are the words before in the line, behind the one that
// follows in the line; any may be nil.
func ordinal(digits string, before, before2, behind *Word, closed bool) bool {
	n := 1 << 20
	if len(digits) <= 4 {
		n = atoi(digits)
	}
	led := before != nil && before.marks&isBefore != 0
	if before != nil && before.marks&isConj != 0 && before2 != nil && isOrdinalForm(before2.Form) {
		led = true
	}
	if before != nil && isOrdinalForm(before.Form) {
		led = true
	}
	// "begangenes 60. Jubiläum"
	if before != nil && !before.Has(Capital) && len(before.Lower) > 4 && (strings.HasSuffix(before.Lower, "es") || strings.HasSuffix(before.Lower, "em")) {
		led = true
	}
	// The number of a list item stands at the line's or a sentence's start.
	listed := n < 100 && (before == nil || before.Has(SentenceEnd))
	if before != nil && n < 100 {
		// A rank or a list item: "…, 2. Meier 9,92 3. Schulz"
		switch before.Form {
		case "–", "-", "—", ",", ";", ":", "(", ")", "/":
			led = true
		}
		led = led || before.Has(Digits) && strings.ContainsAny(before.Form, ",:")
	}
	switch {
	case n == 0 || n > 9999:
		return false
	case closed || behind == nil:
		return led && n <= 31
	case behind.marks&isMonth != 0:
		return n <= 31
	case behind.marks&isOrdNoun != 0 && n < 1000:
		return true
	case len(digits) == 4:
		return led && behind.Has(Capital) && !isStart(behind) && (n < 1900 || n > 2100)
	case isStart(behind):
		return listed || led && behind.Has(AllCaps) && behind.marks&isConj != 0 // "VOM 21. BIS 27. MAI"
	case behind.Has(Digits):
		return led && n <= 31
	case behind.Has(Capital):
		return led || listed
	case behind.Has(Letters):
		return true
	}
	return led && behind.Has(Punct) && !behind.Has(SentenceEnd)
}

func isOrdinalForm(form string) bool {
	n := len(form)
	return n > 1 && form[n-1] == '.' && isDigit(form[0])
}
