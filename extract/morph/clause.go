package morph

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// segment is a stretch of a sentence between two boundaries: commas, dashes,
// brackets, colons and conjunctions between two finite verbs.
type segment struct {
	text.Range      // its tokens with the boundary in front
	open       int  // first token behind the boundary and a conjunction
	kon        int  // conjunction it opens with, -1 for none
	intro      int  // subjunction or relative pronoun it opens with, -1 for none
	finite     int  // its finite verb, -1 for none
	zu         int  // its infinitive with zu, -1 for none
	infinite   bool // it holds a participle, an infinitive or a verb particle
	particle   bool // of these it holds a particle alone
	kind       text.ClauseKind
	bracket    bool // it stands in brackets
	closes     bool // a bracket or dash closes before it
	dash       bool // a dash stands before it
	colon      bool // a colon or semicolon stands before it
}

// openClause is a clause not yet at its end.
type openClause struct {
	id     int
	finite bool // has its finite verb
	last   bool // verb-final: finished once the finite verb has come
	await  bool // finite auxiliary without participle or infinitive yet
}

// clauses cuts the sentence r into clauses.
func (s *scratch) clauses(doc *text.Doc, sent int, r text.Range) {
	s.cut(doc, r)
	s.stack = s.stack[:0]
	for i := range s.segs {
		s.place(doc, sent, i)
	}
	s.span(doc, sent, r)
}

// boundary reports whether token i separates clauses when verbs allow it.
func (s *scratch) boundary(doc *text.Doc, i int) bool {
	switch s.classes[i] {
	case cCOMMA:
		return !s.joinsAttributes(i)
	case cSTOP:
		f := doc.Tokens[i].Word.Form
		return f == ":" || f == ";"
	case cPUNCT:
		return isDash(doc, i) || isBracket(doc.Tokens[i].Word.Form) != 0
	}
	return false
}

// joinsAttributes reports whether the comma i stands between two attributes of
// one noun: "die verschwundene, womöglich tote Familie".
func (s *scratch) joinsAttributes(i int) bool {
	j := i + 1
	if j < len(s.classes) && (s.classes[j] == cADV || s.classes[j] == cADJD) {
		j++
	}
	return i > 0 && s.classes[i-1] == cADJA && j+1 < len(s.classes) && s.classes[j] == cADJA && (s.classes[j+1] == cNN || s.classes[j+1] == cADJA)
}

// isDash reports whether token i is a dash between words.
func isDash(doc *text.Doc, i int) bool {
	t := &doc.Tokens[i]
	switch t.Word.Form {
	case "–", "—", "-", "--", "―":
		return t.Space && i+1 < len(doc.Tokens) && doc.Tokens[i+1].Space
	}
	return false
}

// isBracket is 1 for an opening bracket, 2 for a closing one.
func isBracket(form string) int {
	switch form {
	case "(", "[":
		return 1
	case ")", "]":
		return 2
	}
	return 0
}

// cut fills s.segs with the segments of r.
func (s *scratch) cut(doc *text.Doc, r text.Range) {
	s.segs = s.segs[:0]
	from, quoteEnd := r.From, 0
	for i := r.From; i <= r.To; i++ {
		if i < r.To && i > from && s.classes[i] == cPUNCT && isBracket(doc.Tokens[i].Word.Form) == 1 {
			// a bracket without a verb parts nothing
			if e := s.closing(doc, i, r.To); e > 0 && s.firstFinite(i, e) < 0 {
				i = e
				continue
			}
		}
		if i < r.To && i > from && s.quoteStarts(doc, i, from, r.To) {
			quoteEnd = min(doc.Zones[doc.Tokens[i+1].Zone].Tokens.To, r.To)
		} else if i < r.To && !(i > from && (s.boundary(doc, i) || i == quoteEnd+1 && quoteEnd > 0)) {
			continue
		}
		if i > from {
			s.cutAtConjunctions(doc, from, i)
		}
		from = i
	}
}

// quoteStarts reports whether token i opens a quotation with a finite verb of its
// own behind a stretch that begins at from and has one too: "Er rief „Ich komme“".
func (s *scratch) quoteStarts(doc *text.Doc, i, from, to int) bool {
	if s.classes[i] != cPUNCT || i+1 >= to || s.firstFinite(from, i) < 0 {
		return false
	}
	z := doc.Tokens[i+1].Zone
	if z < 0 || z >= len(doc.Zones) || z == doc.Tokens[i].Zone || doc.Zones[z].Tokens.From != i+1 {
		return false
	}
	return s.firstFinite(i+1, min(doc.Zones[z].Tokens.To, to)) >= 0
}

// closing returns the bracket that closes the one at token i, 0 for none.
func (s *scratch) closing(doc *text.Doc, i, to int) int {
	for k := i + 1; k < to; k++ {
		if s.classes[k] == cPUNCT {
			switch isBracket(doc.Tokens[k].Word.Form) {
			case 1:
				return 0
			case 2:
				return k
			}
		}
	}
	return 0
}

// cutAtConjunctions adds the segments of the stretch [from, to): a conjunction
// between two finite verbs opens one of its own.
func (s *scratch) cutAtConjunctions(doc *text.Doc, from, to int) {
	verb, kon, zu := -1, -1, -1
	start := from
	for i := from; i < to; i++ {
		switch c := s.classes[i]; {
		case c == cKON && verb < 0 && zu >= 0 && s.notes[i].kind&isJoin != 0 && s.afterInfinitive(zu, i) && s.finiteBefore(i+1, to):
			s.addSegment(doc, start, i) // "…, Scheine zu prüfen | und ging"
			start, zu = i, -1
		case c == cVVIZU || c == cPTKZU:
			zu = i
		case c == cKOUS || c == cPRELS || c == cPRELAT || c == cPWAV || c == cPWS:
			zu = to // verb-final: its finite verb is still to come
			if verb < 0 || i <= verb+1 || !s.finiteIn(i+1, to) || s.classes[verb] == cVMFIN || c != cKOUS {
				continue
			}
			s.addSegment(doc, start, i)
			start, verb, kon = i, -1, -1
		case c == cKON && verb >= 0 && s.notes[i].kind&isJoin != 0:
			if kon < 0 || !s.nominalBetween(kon+1, i) {
				kon = i
			}
		case c.isFinite():
			if verb >= 0 && kon > verb {
				s.addSegment(doc, start, kon)
				start = kon
			} else if verb >= 0 {
				continue
			}
			verb, kon = i, -1
		}
	}
	s.addSegment(doc, start, to)
}

// afterInfinitive reports whether nothing but verbs stands from the zu at token zu to
// the conjunction at token i.
func (s *scratch) afterInfinitive(zu, i int) bool {
	for k := zu + 1; k < i; k++ {
		if !s.classes[k].isVerb() {
			return false
		}
	}
	return zu < i
}

// finiteBefore reports whether a finite verb stands in [i, to) before any infinitive
// with zu.
func (s *scratch) finiteBefore(i, to int) bool {
	for ; i < to; i++ {
		switch c := s.classes[i]; {
		case c == cVVIZU, c == cPTKZU:
			return false
		case c.isFinite():
			return true
		}
	}
	return false
}

// nominalBetween reports whether only the words of noun phrases stand in [i, j):
// then the conjunction at j joins two of them.
func (s *scratch) nominalBetween(i, j int) bool {
	if i >= j {
		return false
	}
	for ; i < j; i++ {
		switch c := s.classes[i]; c {
		case cNN, cNE, cADJA, cCARD, cTRUNC:
		default:
			if !c.isDeterminer() {
				return false
			}
		}
	}
	return true
}

func (s *scratch) finiteIn(i, j int) bool {
	for ; i < j; i++ {
		if s.classes[i].isFinite() {
			return true
		}
	}
	return false
}

// addSegment reads what the stretch [from, to) opens with and which verbs it has.
func (s *scratch) addSegment(doc *text.Doc, from, to int) {
	g := segment{Range: text.Range{From: from, To: to}, kon: -1, intro: -1, finite: -1, zu: -1}
	i := from
	for ; i < to; i++ {
		form := doc.Tokens[i].Word.Form
		switch c := s.classes[i]; {
		case c == cCOMMA:
			continue
		case c == cSTOP:
			g.colon = g.colon || form == ":" || form == ";"
			continue
		case c == cPUNCT:
			g.dash = g.dash || isDash(doc, i)
			switch isBracket(form) {
			case 1:
				g.bracket = true
			case 2:
				g.closes = true
			}
			continue
		case c == cKON && g.kon < 0:
			g.kon = i
			continue
		}
		break
	}
	g.open = i
	g.kind = text.MainClause
	// "in dem", "auf deren Grundlage", "nur weil", "bis dass"
	for k := i; k < to && k < i+3 && g.intro < 0; k++ {
		switch c := s.classes[k]; c {
		case cKOUS:
			g.intro, g.kind = k, text.SubClause
		case cKOUI:
			g.intro, g.kind = k, text.InfClause
		case cPRELS, cPRELAT:
			if k+1 < to && doc.Tokens[k+1].Word.Has(text.Digits) && strings.HasSuffix(doc.Tokens[k+1].Word.Form, ".") {
				k = to // the article of a date: "am Freitag, dem 17. März"
				continue
			}
			g.intro, g.kind = k, text.RelClause
		case cPWAV, cPWS, cPWAT:
			// an indirect question: the verb stands last
			if f := s.firstFinite(k+1, to); f > k+1 && s.verbLast(doc, f, to) && (from < i || s.verbFollows(doc, to)) {
				g.intro, g.kind = k, text.SubClause
			} else {
				k = to
			}
		case cAPPR, cADV:
			continue
		default:
			k = to
		}
	}
	for k := i; k < to; k++ {
		switch c := s.classes[k]; {
		case c.isFinite():
			// the verb of a title in marks is not that of the clause: die „Aktion hilft“ sagte
			if g.finite < 0 || doc.Tokens[k].Zone == doc.Tokens[i].Zone && doc.Tokens[g.finite].Zone != doc.Tokens[i].Zone {
				g.finite = k
			}
		case c == cVVIZU:
			g.zu = k
			g.infinite, g.particle = true, false
		case c == cPTKZU:
			g.zu = k
		case c == cPTKVZ:
			g.particle = !g.infinite
			g.infinite = true
		case c.isVerb():
			g.infinite, g.particle = true, false
		}
	}
	s.segs = append(s.segs, g)
}

// verbFollows reports whether token to is a comma with a finite verb behind it.
func (s *scratch) verbFollows(doc *text.Doc, to int) bool {
	return to+1 < len(doc.Tokens) && s.classes[to] == cCOMMA && s.classes[to+1].isFinite()
}

func (s *scratch) firstFinite(i, to int) int {
	for ; i < to; i++ {
		if s.classes[i].isFinite() {
			return i
		}
	}
	return -1
}

// verbLast reports whether only verbs and marks follow the finite verb f.
func (s *scratch) verbLast(doc *text.Doc, f, to int) bool {
	for k := f + 1; k < to; k++ {
		if c := s.classes[k]; !c.isVerb() && c != cPUNCT && c != cSTOP && c != cKON {
			return false
		}
	}
	return true
}

// place gives segment i to a clause, new or open.
func (s *scratch) place(doc *text.Doc, sent, i int) {
	g := &s.segs[i]
	if g.colon && i > 0 {
		s.stack = s.stack[:0]
	}
	switch {
	case len(s.stack) == 0:
		s.begin(doc, sent, g, -1)
	case g.intro >= 0 && (g.finite >= 0 || g.zu >= 0 || i+1 < len(s.segs)):
		s.placeIntroduced(doc, sent, g)
	case g.finite >= 0:
		s.placeFinite(doc, sent, i)
	case g.zu >= 0:
		s.begin(doc, sent, g, s.top().id)
	default:
		s.placeVerbless(doc, sent, i)
	}
}

func (s *scratch) top() *openClause { return &s.stack[len(s.stack)-1] }

// begin opens a clause with segment g.
func (s *scratch) begin(doc *text.Doc, sent int, g *segment, parent int) {
	id := len(doc.Clauses)
	c := text.Clause{Tokens: g.Range, Kind: g.kind, Sent: sent, Parent: parent, Finite: -1, Intro: g.intro, Group: -1, Subject: -1}
	if g.kind == text.MainClause && g.finite < 0 && g.zu >= 0 {
		c.Kind = text.InfClause
	}
	doc.Clauses = append(doc.Clauses, c)
	s.stack = append(s.stack, openClause{id: id, last: g.intro >= 0})
	s.extend(doc, g)
}

// extend gives g's tokens to the clause on top.
func (s *scratch) extend(doc *text.Doc, g *segment) {
	t := s.top()
	c := &doc.Clauses[t.id]
	for k := g.From; k < g.To; k++ {
		doc.Tokens[k].Clause = t.id
	}
	c.Tokens.To = max(c.Tokens.To, g.To)
	if g.finite >= 0 {
		if c.Finite < 0 {
			c.Finite = g.finite
			cl := s.classes[g.finite]
			t.await = (cl == cVAFIN || cl == cVMFIN) && !g.infinite && !t.last
		}
		t.finite = true
	} else if g.infinite {
		t.await = false
		if c.Kind == text.InfClause {
			t.finite = true
		}
	}
}

// complete reports whether clause o could end here.
func (o *openClause) complete() bool { return o.finite }

// placeIntroduced opens a clause with subjunction or relative pronoun.
func (s *scratch) placeIntroduced(doc *text.Doc, sent int, g *segment) {
	parent := s.top().id
	if g.kon >= 0 && len(s.stack) > 1 {
		// "…, dass A und dass B": both hang on the same clause
		for k := len(s.stack) - 1; k > 0; k-- {
			if c := doc.Clauses[s.stack[k].id]; c.Kind == g.kind && s.stack[k].complete() {
				parent = c.Parent
				s.stack = s.stack[:k]
				break
			}
		}
	}
	s.begin(doc, sent, g, parent)
}

// placeFinite gives a segment with a finite verb and no subjunction its clause.
func (s *scratch) placeFinite(doc *text.Doc, sent, i int) {
	g := &s.segs[i]
	// A clause without its verb goes on here.
	k := len(s.stack) - 1
	for k >= 0 && s.stack[k].complete() {
		k--
	}
	if k >= 0 && s.isFrame(doc, i) && s.behindColon(doc, s.stack[k].id) && s.segs[i-1].From == doc.Clauses[s.stack[k].id].Tokens.From && s.classes[g.open-1] == cCOMMA {
		k = -1 // "zwei Dinge: Geduld und Geld, | sagte Holm"
	}
	if k >= 0 && doc.Clauses[s.stack[k].id].Kind != text.InfClause {
		// "Die Firma, sagte Holm, braucht …", but "Die Firma, die wächst, braucht Leute, sagte Holm"
		if s.isFrame(doc, i) && i+1 < len(s.segs) && s.segs[i+1].finite == s.segs[i+1].open && s.segs[i+1].kon < 0 &&
			(s.segs[i-1].From == doc.Clauses[s.stack[k].id].Tokens.From || s.classes[s.segs[i+1].finite] != cVVFIN) {
			c := *g
			c.kind = text.ParenClause
			s.begin(doc, sent, &c, s.stack[k].id)
			s.stack = s.stack[:len(s.stack)-1]
			return
		}
		if g.dash && i+1 < len(s.segs) && s.segs[i+1].dash && s.segs[i+1].finite == s.segs[i+1].open && g.finite > g.open {
			// "Die Suche – es fehlen Kinder – dauert an."
			c := *g
			c.kind = text.ParenClause
			s.begin(doc, sent, &c, s.stack[k].id)
			s.stack = s.stack[:len(s.stack)-1]
			return
		}
		if g.kon < 0 || !s.topCoordinates(doc) || !s.verbLast(doc, g.finite, g.To) {
			s.stack = s.stack[:k+1]
			s.extend(doc, g)
			return
		}
	}
	if g.kon >= 0 {
		// "…, der kam und ging": the same kind of clause again
		t := s.top()
		c := doc.Clauses[t.id]
		if t.last && s.verbLast(doc, g.finite, g.To) {
			h := *g
			h.kind = c.Kind
			s.stack = s.stack[:len(s.stack)-1]
			s.begin(doc, sent, &h, c.Parent)
			s.top().last = true
			return
		}
		s.stack = s.stack[:0]
		s.begin(doc, sent, g, -1)
		return
	}
	c := *g
	if s.isFrame(doc, i) {
		base := s.stack[0].id
		if (s.goesOn(i+1) || g.bracket) && !s.answers(i) {
			c.kind = text.ParenClause
			s.begin(doc, sent, &c, base)
			if o := &s.stack[len(s.stack)-2]; !o.complete() || o.await {
				s.stack = s.stack[:len(s.stack)-1]
			}
			return
		}
	}
	if t := s.top(); t.last && t.complete() && g.finite > g.open+1 && !g.bracket && s.verbLast(doc, g.finite, g.To) {
		// "dass A kommt, B geht": the same kind of clause again
		o := doc.Clauses[t.id]
		if o.Kind == text.SubClause {
			c.kind = o.Kind
			s.stack = s.stack[:len(s.stack)-1]
			s.begin(doc, sent, &c, o.Parent)
			s.top().last = true
			return
		}
	}
	if g.bracket {
		c.kind = text.ParenClause
		s.begin(doc, sent, &c, s.stack[0].id)
		s.stack = s.stack[:len(s.stack)-1]
		return
	}
	if t := s.top(); t.await && !g.colon && i+1 < len(s.segs) && s.segs[i+1].finite < 0 && s.segs[i+1].intro < 0 && s.segs[i+1].infinite {
		// "Er soll zehn Kühe, das sind alle, verkauft haben."
		c.kind = text.ParenClause
		s.begin(doc, sent, &c, t.id)
		s.stack = s.stack[:len(s.stack)-1]
		return
	}
	s.stack = s.stack[:0]
	s.begin(doc, sent, &c, -1)
}

// behindColon reports whether clause id opens behind a colon with no verb and no
// subjunction.
func (s *scratch) behindColon(doc *text.Doc, id int) bool {
	c := &doc.Clauses[id]
	return c.Finite < 0 && c.Intro < 0 && c.Kind == text.MainClause && s.classes[c.Tokens.From] == cSTOP
}

// goesOn reports whether segments from i on hold verbs of the same sentence.
func (s *scratch) goesOn(i int) bool {
	for ; i < len(s.segs); i++ {
		g := &s.segs[i]
		if g.colon {
			return false
		}
		if g.infinite && !g.particle || g.finite >= 0 && g.intro < 0 {
			return true
		}
	}
	return false
}

// answers reports whether segment i is the main clause of the subordinate one before
// it rather than an inserted frame, because another is joined to it: "Als er kam,
// sang der Mann und rief".
func (s *scratch) answers(i int) bool {
	if i+1 >= len(s.segs) || s.segs[i+1].kon < 0 || s.segs[i+1].finite < 0 {
		return false
	}
	sub := false
	for k := range s.segs[:i] {
		g := &s.segs[k]
		if g.finite >= 0 && g.intro < 0 {
			return false
		}
		sub = sub || g.finite >= 0
	}
	return sub
}

// topCoordinates reports whether a conjunction behind the clause on top can join
// another one to it.
func (s *scratch) topCoordinates(doc *text.Doc) bool {
	t := s.top()
	return t.last && t.complete()
}

// isFrame reports whether segment i reads like ", sagte er": the finite verb
// opens it and a short subject follows.
func (s *scratch) isFrame(doc *text.Doc, i int) bool {
	g := &s.segs[i]
	return g.finite == g.open && g.kon < 0 && s.classes[g.finite] == cVVFIN && g.To > g.finite+1
}

// placeVerbless gives a segment without finite verb to the clause it goes on
// with.
func (s *scratch) placeVerbless(doc *text.Doc, sent, i int) {
	g := &s.segs[i]
	if s.isSoFrame(doc, g) {
		c := *g
		c.kind = text.FragmentClause
		s.begin(doc, sent, &c, s.stack[0].id)
		s.top().finite = true
		if o := &s.stack[len(s.stack)-2]; !o.complete() || o.await {
			s.stack = s.stack[:len(s.stack)-1]
		}
		return
	}
	if s.opensMain(doc, i) {
		s.stack = s.stack[:0]
		s.begin(doc, sent, g, -1)
		return
	}
	k := len(s.stack) - 1
	if t := &s.stack[k]; t.complete() && !t.await && k > 0 {
		// Behind a finished verb-final clause the outer one goes on when it
		// still wants something.
		for j := k - 1; j >= 0; j-- {
			if o := &s.stack[j]; !o.complete() || o.await && g.infinite {
				s.stack = s.stack[:j+1]
				s.extend(doc, g)
				return
			}
		}
		if t.last && g.kon < 0 && !g.bracket && doc.Clauses[t.id].Kind == text.RelClause {
			s.stack = s.stack[:k]
		}
	}
	s.extend(doc, g)
}

// opensMain reports whether segment i, a noun phrase behind a finished clause, is the
// front of a main clause whose verb comes behind a subordinate one: "Er sagt, | der Mann,
// den er kenne, sei verletzt".
func (s *scratch) opensMain(doc *text.Doc, i int) bool {
	g := &s.segs[i]
	if t := s.top(); !t.complete() || t.await || t.last || g.kon >= 0 || g.bracket || g.dash || g.infinite || g.open >= g.To || s.classes[g.open-1] != cCOMMA {
		return false
	}
	if c := s.classes[g.open]; !c.isDeterminer() && c != cNE && c != cNN {
		return false
	}
	j := i + 1
	for j < len(s.segs) && s.segs[j].intro >= 0 && s.segs[j].finite >= 0 {
		j++
	}
	if j == i+1 || j >= len(s.segs) {
		return false
	}
	n := &s.segs[j]
	if n.finite != n.open || n.finite < 0 || n.kon >= 0 || n.dash || n.colon || s.classes[n.open-1] != cCOMMA {
		return false
	}
	if c := s.classes[n.finite]; c == cVAFIN || c == cVMFIN {
		return true
	}
	k := n.finite + 1
	return k < n.To && !s.isNominal(k) && !s.classes[k].isDeterminer() && s.classes[k] != cPPER && s.classes[k] != cADJA
}

// isSoFrame reports whether g reads like ", so der Sprecher".
func (s *scratch) isSoFrame(doc *text.Doc, g *segment) bool {
	if g.open >= g.To || g.infinite || doc.Tokens[g.open].Word.Lower != "so" {
		return false
	}
	if g.open+1 >= g.To {
		return false
	}
	switch c := s.classes[g.open+1]; c {
	case cNN, cNE, cADJA, cPPER:
		return true
	default:
		return c.isDeterminer()
	}
}

// span turns the clauses' tokens into spans and names those without a verb.
func (s *scratch) span(doc *text.Doc, sent int, r text.Range) {
	for id := len(doc.Clauses) - 1; id >= 0 && doc.Clauses[id].Sent == sent; id-- {
		c := &doc.Clauses[id]
		c.Span = text.Span{Start: doc.Tokens[c.Tokens.From].Start, End: doc.Tokens[c.Tokens.To-1].End}
		if c.Finite < 0 && c.Kind != text.InfClause {
			c.Kind = text.FragmentClause
		}
	}
}
