package morph

import "github.com/belegt/extract/extract/text"

// Chunk finds the clauses of a tagged document, its noun phrases and verb groups
// and the clauses' subjects. It fills Doc.Clauses and Doc.Chunks and the tokens'
// Clause and Chunk. A separated particle is joined to its verb: Token.Particle
// names it and the verb's lemma holds it ("teilte … mit": mitteilen). Haben, sein
// and werden without another verb become VERB, but for the copula. Case, gender,
// number and mood are sharpened by agreement.
//
// A clause that shares the subject of the clause before it ("sie kam und sagte")
// has that one as its Subject; its Clause field names the first.
//
// Chunk is safe for concurrent use on different documents.
func (d *Dict) Chunk(doc *text.Doc) {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	doc.Clauses, doc.Chunks = doc.Clauses[:0], doc.Chunks[:0]
	s.load(doc)
	for i := range doc.Tokens {
		s.classes[i] = class(doc.Tokens[i].Class)
	}
	for i := range doc.Sentences {
		r := doc.Sentences[i].Tokens
		if r.Empty() {
			continue
		}
		first := len(doc.Clauses)
		s.clauses(doc, i, r)
		s.phrases(doc, r)
		s.groups(d, doc, first)
		s.subjects(doc, first)
		s.existence(doc)
		s.agree(doc)
		s.finite(doc, first)
		s.emit(doc, first)
		s.inherit(doc, first)
	}
	clear(s.notes)
}

// phrase is a noun phrase in the making.
type phrase struct {
	text.Range
	full    text.Range
	head    int
	prep    int
	name    text.Range
	agr     agr
	next    int // index into scratch.nps
	of      int // index into scratch.nps
	clause  int
	subject bool
	pred    bool // predicate beside sein
	app     bool // apposition
	gen     bool // attached genitive
	kokom   bool // behind als or wie
	nps     int  // place in Doc.Chunks
}

// group is a verb group in the making.
type group struct {
	clause  int
	parts   []int
	head    int
	passive bool
	feats   text.Feats
	at      int // place in Doc.Chunks
}

// emit writes the sentence's phrases and groups into doc in order of place.
func (s *scratch) emit(doc *text.Doc, first int) {
	base := len(doc.Chunks)
	i, j := 0, 0
	n := base
	// groups are sorted by clause; sort them by first token (few per sentence)
	gs := s.groupList
	for a := 1; a < len(gs); a++ {
		for b := a; b > 0 && gs[b].from() < gs[b-1].from(); b-- {
			gs[b], gs[b-1] = gs[b-1], gs[b]
		}
	}
	for i < len(s.nps) || j < len(gs) {
		if j == len(gs) || i < len(s.nps) && s.nps[i].From <= gs[j].from() {
			s.nps[i].nps = n
			i++
		} else {
			gs[j].at = n
			j++
		}
		n++
	}
	i, j = 0, 0
	for n := base; i < len(s.nps) || j < len(gs); n++ {
		c := addChunk(doc)
		if i < len(s.nps) && s.nps[i].nps == n {
			p := &s.nps[i]
			i++
			parts := c.Parts[:0]
			*c = text.Chunk{Kind: text.NounPhrase, Tokens: p.Range, Full: p.full, Head: p.head, Prep: p.prep, Name: p.name,
				Feats: doc.Tokens[p.head].Feats & (text.Case | text.Gender | text.Number | text.Person | text.Definite), Clause: p.clause, Next: -1, Of: -1, Parts: parts}
			if p.next >= 0 {
				c.Next = s.nps[p.next].nps
			}
			if p.of >= 0 {
				c.Of = s.nps[p.of].nps
			}
			if p.subject && p.clause >= 0 && doc.Clauses[p.clause].Subject < 0 {
				doc.Clauses[p.clause].Subject = n
			}
			for k := p.From; k < p.To; k++ {
				doc.Tokens[k].Chunk = n
			}
			continue
		}
		g := &gs[j]
		j++
		if f := doc.Clauses[g.clause].Finite; f >= 0 {
			g.feats = doc.Tokens[f].Feats & (text.Tense | text.Mood | text.VerbForm | text.Person | text.Number)
		} else {
			g.feats = doc.Tokens[g.head].Feats & (text.Tense | text.VerbForm)
		}
		from, to := g.from(), 0
		for _, k := range g.parts {
			to = max(to, k+1)
			if doc.Tokens[k].Chunk < 0 {
				doc.Tokens[k].Chunk = n
			}
		}
		r := text.Range{From: from, To: to}
		parts := append(c.Parts[:0], g.parts...)
		*c = text.Chunk{Kind: text.VerbGroup, Tokens: r, Full: r, Head: g.head, Prep: -1, Feats: g.feats, Clause: g.clause, Next: -1, Of: -1, Parts: parts, Passive: g.passive}
		doc.Clauses[g.clause].Group = n
	}
}

// addChunk makes room for a chunk and keeps the memory of the one that stood
// there before Reset.
func addChunk(doc *text.Doc) *text.Chunk {
	n := len(doc.Chunks)
	if n < cap(doc.Chunks) {
		doc.Chunks = doc.Chunks[:n+1]
	} else {
		doc.Chunks = append(doc.Chunks, text.Chunk{})
	}
	return &doc.Chunks[n]
}

func (g *group) from() int {
	f := g.parts[0]
	for _, k := range g.parts {
		f = min(f, k)
	}
	return f
}
