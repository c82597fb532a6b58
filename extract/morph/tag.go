package morph

import (
	"sync"

	"github.com/belegt/extract/extract/text"
)

// scratch is the working memory of Tag and Chunk for one document.
type scratch struct {
	notes     []*note // by token
	fore      []uint8 // by token: note.ahead
	ahead     []uint8
	waits     bool // the verb of a subjunction has not come yet
	classes   []class
	feats     [maxFeatures]uint32
	reversed  []*note // of the sentence being read
	back      []uint8 // fore in the order of reversed
	places    []int   // where the scores of its tokens begin, from right to left
	scores    []int32 // by token and candidate
	segs      []segment
	stack     []openClause
	nps       []phrase
	groupList []group
	surnames  []*note // of people the document has named that are other words too
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// Tag chooses one reading for each token of d by the sentence around it: class,
// lemma, part of speech and features. What needs the whole clause is left to
// Chunk, which joins separated particles to their verbs, tells full verbs from
// auxiliaries and sharpens features by agreement; read tokens after both.
//
// Tag needs d.Tokens and d.Sentences. It is safe for concurrent use on
// different documents.
func (d *Dict) Tag(doc *text.Doc) { d.tag(tagger(), doc) }

func (d *Dict) tag(m *model, doc *text.Doc) {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	s.load(doc)
	s.surnames = s.surnames[:0]
	for i := range doc.Sentences {
		r := doc.Sentences[i].Tokens
		if r.Empty() {
			continue
		}
		s.classify(m, r)
		s.settle(d, doc, r)
	}
	clear(s.notes)
	clear(s.reversed)
	clear(s.surnames)
}

// load fetches the notes of all tokens.
func (s *scratch) load(doc *text.Doc) {
	n := len(doc.Tokens)
	if cap(s.notes) < n {
		s.notes, s.fore, s.ahead, s.classes = make([]*note, n+n/4), make([]uint8, n+n/4), make([]uint8, n+n/4), make([]class, n+n/4)
	}
	s.notes, s.fore, s.ahead, s.classes = s.notes[:n], s.fore[:n], s.ahead[:n], s.classes[:n]
	for i := range doc.Tokens {
		s.notes[i] = noteOf(doc.Tokens[i].Word)
	}
	for i, n := range s.notes { // a short loop: the processor fetches several notes at a time
		s.fore[i] = n.ahead
	}
}

// lookAhead fills ahead for the sentence whose notes have fore.
func lookAhead(fore, ahead []uint8) {
	var a uint8
	last := true
	for i := len(fore) - 1; i >= 0; i-- {
		b := fore[i]
		if b&aheadEnd != 0 {
			a, last = 0, true
			ahead[i] = a
			continue
		}
		ahead[i] = a
		if last && b&aheadFin != 0 {
			a |= aheadLast
			if b&aheadOnlyFin != 0 {
				a |= aheadSure
			}
		}
		last = false
		a |= b
	}
}

// classify chooses the classes of the tokens of r: it scores them from right to
// left first and adds the scores from left to right.
func (s *scratch) classify(m *model, r text.Range) {
	ns, ahead := s.notes[r.From:r.To], s.ahead[r.From:r.To]
	n := len(ns)
	s.reversed, s.back, s.places, s.scores = s.reversed[:0], s.back[:0], s.places[:0], s.scores[:0]
	for i := n - 1; i >= 0; i-- {
		s.reversed = append(s.reversed, ns[i])
		s.back = append(s.back, s.fore[r.From+i])
	}
	lookAhead(s.back, ahead)
	st := state{det: agrAll}
	for i, x := range s.reversed {
		s.places = append(s.places, len(s.scores))
		cand := x.cand()
		c := cand[0]
		if len(cand) > 1 {
			k := features(&s.feats, s.reversed, ahead, i, n-1, &st)
			s.scores = m.backward.all(s.scores, s.feats[:k], cand)
			c = likeliest(cand, s.scores[s.places[i]:], nil)
		}
		st.step(c, x)
	}
	lookAhead(s.fore[r.From:r.To], ahead)
	st = state{det: agrAll}
	for i, x := range ns {
		cand := x.cand()
		c := cand[0]
		if len(cand) > 1 {
			k := features(&s.feats, ns, ahead, i, 0, &st)
			back := s.scores[s.places[n-1-i]:][:len(cand)]
			end := len(s.scores)
			s.scores = m.forward.all(s.scores, s.feats[:k], cand)
			c = likeliest(cand, s.scores[end:], back)
			s.scores = s.scores[:end]
		}
		s.classes[r.From+i] = c
		st.step(c, x)
	}
}

// likeliest is the candidate with the highest score, the first of several; more is
// added to the scores unless it is nil.
func likeliest(cand []class, scores, more []int32) (c class) {
	best := int32(-1 << 30)
	for i, x := range cand {
		v := scores[i]
		if more != nil {
			v += more[i]
		}
		if v > best {
			best, c = v, x
		}
	}
	return c
}

// settle writes classes and first readings into the tokens of r.
func (s *scratch) settle(d *Dict, doc *text.Doc, r text.Range) {
	for i := r.From; i < r.To; i++ {
		t := &doc.Tokens[i]
		c := s.classes[i]
		t.Class = uint8(c)
		t.Particle = -1
		t.Guess = t.Word.Guess
		t.Clause, t.Chunk = -1, -1
		t.Reading = s.notes[i].firstReading(c)
	}
	s.readSurnames(doc, r)
	s.repair(d, doc, r)
	s.learnSurnames(doc, r)
}

// isPerson reports whether token i is a given name: names of people have a
// gender, places are neuter.
func (s *scratch) isPerson(i int) bool {
	g := s.notes[i].firstWay(cNE).feats.Get(text.Gender)
	return g == text.Masc || g == text.Fem
}

// read changes the class of token i.
func (s *scratch) read(doc *text.Doc, i int, c class) {
	s.classes[i] = c
	t := &doc.Tokens[i]
	t.Class, t.Reading = uint8(c), s.notes[i].firstReading(c)
}

// readName reads token i as part of a person's name, whatever else the word is: "Eva
// Grün", "Ingrid Mayr-Reiter".
func (s *scratch) readName(doc *text.Doc, i int) {
	if !s.notes[i].has(cNE) {
		n := &note{}
		for _, c := range [...]text.Feats{text.Nom, text.Dat, text.Acc} {
			n.add(cNE, 0, text.Reading{Lemma: doc.Tokens[i].Word.Form, POS: text.PROPN, Feats: text.Sing | c})
		}
		s.notes[i] = n
	}
	s.read(doc, i, cNE)
}

// firstReading is the likeliest reading of class c.
func (n *note) firstReading(c class) text.Reading { return n.reading(n.firstWay(c)) }

// firstWay is the likeliest way of class c.
func (n *note) firstWay(c class) *way {
	for i := range n.ways {
		if n.ways[i].class == c {
			return &n.ways[i]
		}
	}
	return &n.ways[0]
}
