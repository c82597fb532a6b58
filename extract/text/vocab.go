package text

import (
	"slices"
	"strings"
)

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

	words    memory[Word, *Word]
	chunks   memory[chunk, *chunk]
	long     memory[longChunk, *longChunk]
	wordMem  []Word // where words are cut from,
	chunkMem []chunk
	moreMem  [][]piece
	pieceMem []piece

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
	hash       uint32
	line       bool // a line break stands before it
}

// unseen is a chunk that has to be split, with its text.
type unseen struct {
	*chunk
	src string // part of the article until ownUnseen
}

// NewVocab returns an empty Vocab. analyze is called once on each Word made,
// with Form, Lower and Shape set, to fill the rest; it may be nil. A form that
// was dropped from the bounded memory and comes again is made again.
func NewVocab(analyze func(*Word)) *Vocab {
	return &Vocab{
		analyze: analyze, lex: lex(), words: newMemory[Word, *Word](maxWords),
		chunks: newMemory[chunk, *chunk](maxChunks), long: newMemory[longChunk, *longChunk](maxChunks / 8),
	}
}

// Word returns the Word of form.
func (v *Vocab) Word(form string) *Word {
	if len(form) > maxWord {
		return v.newWord(strings.Clone(form))
	}
	w := v.words.at(form, v.words.hash(form))
	if *w == nil {
		*w = v.newWord(strings.Clone(form))
	}
	return *w
}

// cutOne takes one member from a slab.
func cutOne[T any](slab *[]T) *T {
	if len(*slab) == 0 {
		*slab = make([]T, 64)
	}
	x := &(*slab)[0]
	*slab = (*slab)[1:]
	return x
}

// newWord makes the Word of form, which must not be part of an article's text.
func (v *Vocab) newWord(form string) *Word {
	w := cutOne(&v.wordMem)
	w.Form, w.Lower, w.Shape = form, strings.ToLower(form), shapeOf(form)
	w.marks = v.lex.marks(w.Lower)
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
		v.refs = append(v.refs, chunkRef{start: start, end: i, line: line, hash: v.chunks.hash(text[start:i])})
		line = false
	}
	// The table and the chunks lie far apart in memory: two short loops let the
	// processor fetch several of them at a time.
	for i := range v.refs {
		r := &v.refs[i]
		r.chunk = v.chunks.likely(r.hash)
	}
	for i := range v.refs {
		r := &v.refs[i]
		if s := text[r.start:r.end]; r.chunk == nil || !r.is(s) {
			r.chunk = v.chunk(s, r.hash)
		}
	}
	v.refs = append(v.refs, chunkRef{start: len(text), end: len(text), line: true})
}

// chunk returns the chunk of s, whose hash is h; one that is not remembered is
// noted in unseen.
func (v *Vocab) chunk(s string, h uint32) (c *chunk) {
	switch {
	case len(s) <= chunkKey:
		at := v.chunks.at(s, h)
		if *at != nil {
			return *at
		}
		c = cutOne(&v.chunkMem)
		c.size = uint8(copy(c.key[:], s))
		*at = c
	case len(s) <= maxWord:
		at := v.long.at(s, v.long.hash(s))
		if *at != nil {
			return &(*at).chunk
		}
		*at = &longChunk{text: strings.Clone(s)}
		c = &(*at).chunk
	default:
		c = new(chunk)
	}
	v.unseen = append(v.unseen, unseen{c, s})
	return c
}

// splitUnseen splits the chunks that are met for the first time. One call of
// prose serves them all: its set-up costs more than its work on a chunk.
func (v *Vocab) splitUnseen() {
	v.ownUnseen()
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

// ownUnseen copies the text of the unseen chunks out of the article: in one piece,
// but for those too long to be remembered.
func (v *Vocab) ownUnseen() {
	size := 0
	for _, c := range v.unseen {
		if len(c.src) <= maxWord {
			size += len(c.src)
		}
	}
	var b strings.Builder
	b.Grow(size)
	for i := range v.unseen {
		c := &v.unseen[i]
		if len(c.src) > maxWord {
			c.src = strings.Clone(c.src)
			continue
		}
		at := b.Len()
		b.WriteString(c.src)
		c.src = b.String()[at:]
	}
}

// fill splits c, whose text is src, into its pieces.
func (v *Vocab) fill(c *chunk, src string, cut []bool) {
	var at int
	v.scratch, c.doubt, at = borders(v.scratch[:0], src, cut, v.lex)
	c.at = int32(at)
	for i := range v.scratch {
		p := &v.scratch[i]
		p.word = v.own(src[p.start:p.end])
		p.single = p.word.quote != 0 && classOf(p.word.quote) == clApos
	}
	c.word, c.single = v.scratch[0].word, v.scratch[0].single
	if n := len(v.scratch); n > 1 {
		if len(v.pieceMem) < n {
			v.pieceMem = make([]piece, max(256, n))
		}
		copy(v.pieceMem, v.scratch)
		c.more = cutOne(&v.moreMem)
		*c.more, v.pieceMem = v.pieceMem[:n:n], v.pieceMem[n:]
	}
}

// own is Word for a form that is not part of an article's text.
func (v *Vocab) own(form string) *Word {
	if len(form) > maxWord {
		return v.newWord(form)
	}
	w := v.words.at(form, v.words.hash(form))
	if *w == nil {
		*w = v.newWord(form)
	}
	return *w
}

// longSingle is how many tokens a quotation in single marks runs at most: one
// that was opened farther back makes no apostrophe a closing mark.
const longSingle = 100

// untouched is a token that no later stage has said anything of.
var untouched = Token{Zone: -1, Clause: -1, Chunk: -1, Quantity: -1, Date: -1, Particle: -1}

// emit writes the tokens of v.refs, answering what their chunks leave open.
func (v *Vocab) emit(d *Doc) {
	text, furniture := d.Text, d.Furniture
	n := 0
	for i := range v.refs[:len(v.refs)-1] {
		n += v.refs[i].count()
	}
	tokens := slices.Grow(d.Tokens[:0], n)
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
		if r.more == nil {
			if r.single {
				single = -1
				if r.word.quote == '‚' {
					single = len(tokens)
				}
			}
			tokens = tokens[:len(tokens)+1]
			t := &tokens[len(tokens)-1]
			*t = untouched
			t.Start, t.End, t.Word, t.Space = r.start, r.end, r.word, space
			continue
		}
		pieces := *r.more
		for i := 0; i < len(pieces); i++ {
			p := &pieces[i]
			tokens = tokens[:len(tokens)+1]
			t := &tokens[len(tokens)-1]
			*t = untouched
			t.Start, t.End, t.Word, t.Space = r.start+int(p.start), r.start+int(p.end), p.word, space
			space = false
			if i == join {
				i++
				t.End = r.start + int(pieces[i].end)
				if r.joined == nil {
					r.joined = v.Word(text[t.Start:t.End])
				}
				t.Word = r.joined
			} else if p.single {
				switch {
				case p.word.quote == '‚' || i+1 < len(pieces) && !pieces[i+1].word.Has(Punct) && (i == 0 || pieces[i-1].word.Has(Punct)):
					single = len(tokens) - 1
				default:
					single = -1
				}
			}
		}
	}
	for i := 0; i < len(tokens) && len(furniture) > 0; i++ {
		t := &tokens[i]
		for len(furniture) > 0 && furniture[0].End <= t.Start {
			furniture = furniture[1:]
		}
		t.Furniture = len(furniture) > 0 && furniture[0].Start < t.End
	}
	d.Tokens = tokens
}
