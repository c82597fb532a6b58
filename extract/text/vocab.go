package text

import "strings"

// maxChunks and maxWords bound what a Vocab remembers: each memory holds at
// most two generations of that many entries. The older generation is dropped
// when the newer one is full.
const (
	maxChunks = 1 << 16
	maxWords  = 1 << 15
)

// Vocab makes the Words of a goroutine's articles and splits text into tokens
// of them. It remembers the forms and chunks it has met within a bound, so that
// each costs one look-up from then on; it keeps no part of the articles' text.
// A Vocab is not safe for concurrent use.
type Vocab struct {
	analyze func(*Word)
	lex     *lexicon

	words    generations[*Word]
	chunks   chunkMemory
	pieceMem []piece // where the pieces of chunks are cut from

	refs    []chunkRef // of the text being tokenized
	unseen  []unseen   // those of refs that are not split yet
	batch   []byte     // unseen chunks as prose gets them
	cut     []bool
	scratch []piece
}

// chunkRef is a chunk at its place in the text.
type chunkRef struct {
	*chunk
	start, end int
	line       bool // a line break stands before it
}

// unseen is a chunk that has to be split, with its text.
type unseen struct {
	*chunk
	src string // owned, no part of an article
}

// NewVocab returns an empty Vocab. analyze is called once on each Word made,
// with Form, Lower and Shape set, to fill the rest; it may be nil. A form that
// was dropped from the bounded memory and comes again is made again.
func NewVocab(analyze func(*Word)) *Vocab {
	return &Vocab{analyze: analyze, lex: lex(), words: newGenerations[*Word](maxWords), chunks: newChunkMemory()}
}

// Word returns the Word of form.
func (v *Vocab) Word(form string) *Word {
	if w, ok := v.words.get(form); ok {
		return w
	}
	return v.newWord(strings.Clone(form))
}

// newWord makes the Word of form, which must not be part of an article's text.
func (v *Vocab) newWord(form string) *Word {
	w := &Word{Form: form, Lower: strings.ToLower(form), Shape: shapeOf(form)}
	w.marks = v.lex.word[w.Lower]
	if n := len(form); n > 1 && form[n-1] == '.' && !w.Has(SentenceEnd) {
		w.marks |= isDotted
	}
	if n := len(form); n > 1 && form[n-1] == '.' && w.Shape&Letters != 0 {
		w.abbr = v.lex.abbreviation(form)
		w.marks |= v.lex.word[w.Lower[:len(w.Lower)-1]] & isMonth
	}
	if w.Has(Punct) {
		w.quote = quoteMark(form)
	}
	if v.analyze != nil {
		v.analyze(w)
	}
	if len(form) <= maxWord {
		v.words.put(form, w)
	}
	return w
}

// Tokenize fills d.Tokens from d.Text and d.Furniture. Tokens are sorted and
// disjoint, none is empty, and together they cover every character that is not
// white space. Sent is set by Split, Zone by Zones.
func (v *Vocab) Tokenize(d *Doc) {
	v.find(d.Text)
	v.splitUnseen()
	v.emit(d)
}

// find cuts text at white space into v.refs and looks the chunks up.
func (v *Vocab) find(text string) {
	clear(v.unseen)
	v.refs, v.unseen = v.refs[:0], v.unseen[:0]
	line := true
	for i := 0; i < len(text); {
		if spaceByte[text[i]] != 0 {
			if n, br := spaceAt(text, i); n > 0 {
				i += n
				line = line || br
				continue
			}
		}
		start := i
		for i++; i < len(text); i++ {
			if k := spaceByte[text[i]]; k != 0 {
				if k != 3 {
					break
				}
				if n, _ := spaceAt(text, i); n > 0 {
					break
				}
			}
		}
		s := text[start:i]
		c, ok := v.chunks.get(s)
		if !ok {
			v.unseen = append(v.unseen, unseen{c, strings.Clone(s)})
		}
		v.refs = append(v.refs, chunkRef{c, start, i, line})
		line = false
	}
	v.refs = append(v.refs, chunkRef{start: len(text), end: len(text), line: true})
}

// splitUnseen splits the chunks that are met for the first time. One call of
// prose serves them all: its set-up costs more than its work on a chunk.
func (v *Vocab) splitUnseen() {
	v.batch = v.batch[:0]
	for i := range v.unseen {
		c := &v.unseen[i]
		c.at = -1
		if askProse(c.src) {
			v.batch = append(v.batch, ' ')
			c.at = int32(len(v.batch))
			v.batch = appendForProse(v.batch, c.src)
		}
	}
	if len(v.batch) > 0 {
		v.cut = append(v.cut[:0], make([]bool, len(v.batch))...)
		proseCuts(string(v.batch), v.cut)
	}
	for _, c := range v.unseen {
		var cut []bool
		if c.at >= 0 {
			cut = v.cut[c.at : int(c.at)+len(c.src)]
		}
		v.fill(c.chunk, c.src, cut)
	}
}

// fill splits c, whose text is src, into its pieces.
func (v *Vocab) fill(c *chunk, src string, cut []bool) {
	var at int
	v.scratch, c.doubt, at = borders(v.scratch[:0], src, cut, v.lex)
	c.at = int32(at)
	if len(v.scratch) == 1 {
		c.one[0] = v.scratch[0]
		c.pieces = c.one[:]
	} else {
		if len(v.pieceMem) < len(v.scratch) {
			v.pieceMem = make([]piece, max(256, len(v.scratch)))
		}
		n := copy(v.pieceMem, v.scratch)
		c.pieces, v.pieceMem = v.pieceMem[:n:n], v.pieceMem[n:]
	}
	for i := range c.pieces {
		p := &c.pieces[i]
		p.word = v.own(src[p.start:p.end])
		p.single = p.word.quote != 0 && classOf(p.word.quote) == clApos
	}
}

// own is Word for a form that is not part of an article's text.
func (v *Vocab) own(form string) *Word {
	if w, ok := v.words.get(form); ok {
		return w
	}
	return v.newWord(form)
}

// longSingle is how many tokens a quotation in single marks runs at most: one
// that was opened farther back makes no apostrophe a closing mark.
const longSingle = 100

// emit writes the tokens of v.refs, answering what their chunks leave open.
func (v *Vocab) emit(d *Doc) {
	text, furniture := d.Text, d.Furniture
	tokens := d.Tokens[:0]
	single := -1   // the token of the line's last single opening mark, -1 when it was closed
	lineStart := 0 // the line's first token
	for k := range v.refs[:len(v.refs)-1] {
		r := &v.refs[k]
		if r.line {
			single, lineStart = -1, len(tokens)
		}
		join := -1
		if r.doubt != noDoubt && v.belongs(tokens, lineStart, r, &v.refs[k+1], single >= 0 && len(tokens)-single < longSingle) {
			join = int(r.at)
		}
		space := r.start > 0
		for i := 0; i < len(r.pieces); i++ {
			p := &r.pieces[i]
			t := Token{
				Span: Span{r.start + int(p.start), r.start + int(p.end)}, Word: p.word, Space: space,
				Zone: -1, Clause: -1, Chunk: -1, Quantity: -1, Date: -1, Particle: -1,
			}
			space = false
			if i == join {
				i++
				t.End = r.start + int(r.pieces[i].end)
				if r.joined == nil {
					r.joined = v.Word(text[t.Start:t.End])
				}
				t.Word = r.joined
			} else if p.single {
				switch {
				case p.word.quote == '‚' || i+1 < len(r.pieces) && !r.pieces[i+1].word.Has(Punct) && (i == 0 || r.pieces[i-1].word.Has(Punct)):
					single = len(tokens)
				default:
					single = -1
				}
			}
			for len(furniture) > 0 && furniture[0].End <= t.Start {
				furniture = furniture[1:]
			}
			if len(furniture) > 0 && furniture[0].Start < t.End {
				t.Furniture = true
			}
			tokens = append(tokens, t)
		}
	}
	d.Tokens = tokens
}

// belongs answers the doubt of r from the tokens before it and the chunk
// behind it.
func (v *Vocab) belongs(tokens []Token, lineStart int, r, next *chunkRef, single bool) bool {
	at := int(r.at)
	stem := r.pieces[at].word
	if r.doubt == apostrophe {
		// A mark that closes a quotation has one open; else it stands for left-out letters.
		for _, p := range r.pieces[:at] {
			single = single || classOf(p.word.quote) == clApos
		}
		return !single
	}
	var before, before2 *Word
	if at > 0 {
		before = r.pieces[at-1].word
		if at > 1 {
			before2 = r.pieces[at-2].word
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
	for i := at + 2; i < len(r.pieces); i++ {
		if w := r.pieces[i].word; w.Has(Punct) && !w.Has(SentenceEnd) && w.Form != ")" && w.quote == 0 {
			return true // a comma or dash behind the full stop
		}
	}
	if !next.line {
		behind = next.pieces[0].word
		for _, p := range next.pieces {
			behind = p.word
			if behind.quote == 0 && behind.Form != "(" {
				break
			}
		}
	}
	closed := at+2 < len(r.pieces) // closing marks follow
	if closed && before != nil && before.Form == "(" && r.pieces[at+2].word.Form == ")" && (r.doubt == ordinalDot && len(stem.Form) <= 3 || r.doubt == dateDot) {
		return true // "(65.)", "(24.12.)"
	}
	switch r.doubt {
	case ordinalDot:
		if behind != nil && !closed && len(stem.Form) <= 2 && len(next.pieces) > 1 && next.pieces[1].word.Form == "." && digits(behind.Form) && len(behind.Form) <= 2 {
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
