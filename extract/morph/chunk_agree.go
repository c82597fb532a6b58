package morph

import "github.com/belegt/extract/extract/text"

// subjects finds the subject of each clause from first on.
func (s *scratch) subjects(doc *text.Doc, first int) {
	for id := first; id < len(doc.Clauses); id++ {
		c := &doc.Clauses[id]
		if c.Finite < 0 {
			continue
		}
		best, bestScore := -1, -100
		after := 0
		for i := range s.nps {
			p := &s.nps[i]
			if p.clause != id || !s.canBeSubject(doc, i, c) {
				continue
			}
			score := s.subjectScore(doc, p, c, &after)
			if score > bestScore {
				best, bestScore = i, score
			}
		}
		if best < 0 || bestScore < -3 || s.nps[best].agr&^agrNom != 0 && s.nps[best].From > c.Finite {
			if a := s.approximate(doc, id, c); a >= 0 {
				best = a
			} else if bestScore < -3 {
				best = -1
			}
		}
		if best >= 0 && bestScore < 5 && s.opensWithVerb(c) && s.sharesSubject(doc, id, first) {
			best = -1 // "… und sollen andere Länder abhalten"
		}
		if best < 0 {
			continue
		}
		p := &s.nps[best]
		p.subject = true
		n := s.numberFor(c.Finite, s.personOf(p))
		for i := best; i >= 0; i = s.nps[i].next {
			s.nps[i].agr &= agrNom
		}
		if p.next < 0 && p.agr&n != 0 {
			p.agr &= n
		}
		s.predicates(doc, id, best)
	}
}

// approximate finds the subject that a preposition only makes inexact: "über
// 3000 Soldaten sollen …".
func (s *scratch) approximate(doc *text.Doc, id int, c *text.Clause) int {
	for i := range s.nps {
		p := &s.nps[i]
		if p.clause != id || p.prep < 0 || p.prep+1 != p.From || s.classes[p.From] != cCARD || !s.approximates(p.prep) || p.of >= 0 {
			continue
		}
		h := p.head
		a := s.notes[h].agrAs(s.classes[h]) & agrNom & agrPlur
		if a == 0 {
			continue
		}
		for q := p.next; q >= 0; q = s.nps[q].next {
			if s.nps[q].prep == p.prep {
				s.nps[q].prep = -1
				s.nps[q].agr |= s.notes[s.nps[q].head].agrAs(s.classes[s.nps[q].head]) & agrNom
			}
		}
		if a&s.finiteNumber(c.Finite) == 0 && a&agrPlur == 0 || p.From > c.Finite && s.hasSubjectBetween(id, c.Finite, p.From) {
			continue
		}
		p.prep = -1
		p.agr |= a
		return i
	}
	return -1
}

// approximates reports whether preposition k can make a number inexact: "über",
// "zwischen", "bis zu".
func (s *scratch) approximates(k int) bool {
	return s.notes[k].kind&isApprox != 0 || k > 0 && s.classes[k-1] == cAPPR && s.notes[k-1].kind&isApprox != 0
}

// hasSubjectBetween reports whether a phrase of clause id that can be its
// subject stands between tokens from and to.
func (s *scratch) hasSubjectBetween(id, from, to int) bool {
	for i := range s.nps {
		p := &s.nps[i]
		if p.clause == id && p.prep < 0 && p.From > from && p.To <= to && p.agr&agrNom&s.finiteNumber(from) != 0 && s.classes[p.head] != cPRF {
			return true
		}
	}
	return false
}

// opensWithVerb reports whether c begins with a conjunction and its finite verb.
func (s *scratch) opensWithVerb(c *text.Clause) bool {
	k := c.Finite - 1
	if k < c.Tokens.From || s.classes[k] != cKON {
		return false
	}
	for k--; k >= c.Tokens.From; k-- {
		if s.classes[k] != cCOMMA && s.classes[k] != cPUNCT {
			return false
		}
	}
	return true
}

// sharesSubject reports whether the main clause before clause id has a subject
// that its finite verb agrees with.
func (s *scratch) sharesSubject(doc *text.Doc, id, first int) bool {
	for i := range s.nps {
		p := &s.nps[i]
		if !p.subject || p.clause < first || p.clause >= id || doc.Clauses[p.clause].Kind != doc.Clauses[id].Kind {
			continue
		}
		n := s.numberFor(doc.Clauses[id].Finite, s.personOf(p))
		if p.agr&n != 0 || p.next >= 0 && n&agrPlur != 0 {
			return true
		}
	}
	return false
}

// finiteNumber is the set of numbers the finite verb k can have in the third
// person.
func (s *scratch) finiteNumber(k int) agr { return s.numberFor(k, text.Third) }

// numberFor is the set of numbers the finite verb k can have in a person.
func (s *scratch) numberFor(k int, person text.Feats) agr {
	var a agr
	for i := range s.notes[k].ways {
		if w := &s.notes[k].ways[i]; w.class == s.classes[k] && (w.feats.Get(text.Person) == 0 || w.feats.Get(text.Person) == person) {
			switch w.feats.Get(text.Number) {
			case text.Sing:
				a |= agrSing
			case text.Plur:
				a |= agrPlur
			default:
				a = agrAll
			}
		}
	}
	return a
}

// canBeSubject reports whether phrase i can stand in the nominative and agrees
// with the finite verb of c.
func (s *scratch) canBeSubject(doc *text.Doc, i int, c *text.Clause) bool {
	p := &s.nps[i]
	if p.prep >= 0 || p.gen || p.kokom || p.app || p.agr&agrNom == 0 || p.of >= 0 || s.classes[p.head] == cPRF {
		return false
	}
	if k := p.From - 1; k >= 0 && s.classes[k] == cPUNCT && isBracket(doc.Tokens[k].Word.Form) == 1 {
		return false
	}
	for j := range s.nps {
		if s.nps[j].next == i {
			return false
		}
	}
	person := s.personOf(p)
	for j := range s.notes[c.Finite].ways {
		w := &s.notes[c.Finite].ways[j]
		if w.class != s.classes[c.Finite] || w.feats.Get(text.Person) != 0 && w.feats.Get(text.Person) != person {
			continue
		}
		n := agrOf(w.feats & text.Number)
		if p.agr&agrNom&n != 0 || p.next >= 0 && n&agrPlur != 0 {
			return true
		}
		if s.notes[p.head].kind&isCount != 0 || s.classes[p.From] == cCARD {
			return true // "eine Million Menschen sind", "30 Prozent ist"
		}
	}
	return false
}

// personOf is the person of phrase p.
func (s *scratch) personOf(p *phrase) text.Feats {
	if s.classes[p.head] == cPPER {
		return s.notes[p.head].firstWay(cPPER).feats.Get(text.Person)
	}
	return text.Third
}

// subjectScore says how well p suits as subject of c. after counts the phrases
// behind the finite verb.
func (s *scratch) subjectScore(doc *text.Doc, p *phrase, c *text.Clause, after *int) int {
	score := 0
	if c.Kind == text.MainClause && p.full.To == c.Finite && s.notes[c.Finite].kind&isCopula != 0 {
		score += 4 // "Anna Berg ist Ärztin"
	}
	switch {
	case p.agr&^agrNom == 0 && p.head == p.From && s.classes[p.head] == cNN:
		score += 3
	case p.agr&^agrNom == 0:
		score += 6
	case p.agr&^(agrNom|agrGen) == 0:
		score += 5 // no genitive: it would hang on a noun
	}
	if s.notes[p.head].kind&isTime != 0 {
		score -= 5
	}
	verbFinal := c.Kind == text.SubClause || c.Kind == text.RelClause
	switch {
	case verbFinal:
		score += 3 - min(*after, 3)
		*after++
	case p.From < c.Finite:
		if p.full.To == c.Finite || p.To == c.Finite || p.full.To+1 == c.Finite && s.classes[p.full.To] == cCOMMA {
			score += 3
		} else {
			score += 2
		}
	default:
		score += 2 - min(*after, 3)
		*after++
		for k := c.Finite + 1; k < p.From; k++ {
			if s.classes[k] == cCOMMA && doc.Tokens[k].Clause == doc.Tokens[c.Finite].Clause {
				score -= 6 // behind a comma: part of something else
				break
			}
		}
	}
	if s.classes[p.head] == cPDS || s.classes[p.head] == cPIS {
		score--
		if p.agr&agrAcc != 0 && p.To == c.Finite && s.classes[c.Finite] == cVVFIN {
			score -= 3 // "Das berichtet die Zeitung"
		}
	}
	return score
}

// inherit gives clauses from first on without a subject of their own the one of
// the clause they are joined to: "sie kam und sagte, …", "…, haben aber …".
func (s *scratch) inherit(doc *text.Doc, first int) {
	for id := first + 1; id < len(doc.Clauses); id++ {
		c := &doc.Clauses[id]
		if c.Finite < 0 || c.Subject >= 0 || c.Intro >= 0 {
			continue
		}
		joined := true
		if c.Kind == text.SubClause || c.Kind == text.RelClause {
			// verb last: "…, der kam und dort schlief"
			if s.classes[c.Tokens.From] == cKON || s.classes[c.Tokens.From] == cCOMMA {
				c.Subject = s.subjectBefore(doc, id, first)
			}
			continue
		}
		for k := c.Tokens.From; k < c.Finite; k++ {
			switch s.classes[k] {
			case cCOMMA, cPUNCT, cADV, cADJV, cPTKNEG:
			case cKON:
			default:
				joined = joined && doc.Tokens[k].Chunk >= 0 && c.Kind != text.MainClause || s.classes[k] == cPRF
			}
		}
		if !joined {
			continue
		}
		c.Subject = s.subjectBefore(doc, id, first)
	}
}

// subjectBefore is the subject of the clause that clause id is joined to, -1
// when it can't be its own.
func (s *scratch) subjectBefore(doc *text.Doc, id, first int) int {
	c := &doc.Clauses[id]
	for o := id - 1; o >= first; o-- {
		b := &doc.Clauses[o]
		if b.Kind != c.Kind || b.Finite < 0 || b.Parent != c.Parent && c.Kind != text.MainClause || doc.Tokens[b.Finite].Zone != doc.Tokens[c.Finite].Zone {
			continue
		}
		if b.Subject >= 0 && s.sameNumber(doc, b.Finite, c.Finite) {
			return b.Subject
		}
		break
	}
	return -1
}

// sameNumber reports whether two finite verbs can have one subject.
func (s *scratch) sameNumber(doc *text.Doc, a, b int) bool {
	return s.finiteNumber(a)&s.finiteNumber(b) != 0
}

// predicates puts what stands beside the subject of a copula into the
// nominative.
func (s *scratch) predicates(doc *text.Doc, id, subject int) {
	c := &doc.Clauses[id]
	copula := false
	for i := range s.groupList {
		g := &s.groupList[i]
		if g.clause == id && g.head >= 0 && !g.passive {
			switch s.classes[g.head] {
			case cVAFIN, cVAINF, cVAPP, cVVFIN, cVVINF, cVVPP:
				copula = s.notes[g.head].kind&isCopula != 0
			}
		}
	}
	if !copula {
		return
	}
	for i := range s.nps {
		p := &s.nps[i]
		if p.clause != id || i == subject || p.subject || p.prep >= 0 || p.gen || p.of >= 0 || p.agr&agrNom == 0 || s.notes[p.head].kind&isTime != 0 || s.classes[p.head] == cPRF {
			continue
		}
		if s.nps[subject].next >= 0 && p.From < s.nps[subject].full.To {
			continue
		}
		if i > 0 && p.From < c.Finite {
			continue
		}
		p.pred = true
		p.agr &= agrNom
		if h := &s.nps[subject]; h.next < 0 && h.agr&agrPlur == 0 && p.agr&agrSing != 0 && p.next < 0 {
			p.agr &= agrSing // "Ihr Vater sei Lehrer gewesen"
		}
	}
}

// existence makes sein a full verb where it has no predicate in the nominative
// and no adjective: "Das Haus ist in Wien".
func (s *scratch) existence(doc *text.Doc) {
	for i := range s.groupList {
		g := &s.groupList[i]
		if g.head < 0 || doc.Tokens[g.head].Lemma != "sein" || doc.Tokens[g.head].POS != text.AUX {
			continue
		}
		c := &doc.Clauses[g.clause]
		full := false
		for k := c.Tokens.From; k < c.Tokens.To; k++ {
			if doc.Tokens[k].Clause != g.clause {
				continue
			}
			switch s.classes[k] {
			case cADJD, cADJV, cPTKVZ:
				full = true
			}
		}
		for j := range s.nps {
			p := &s.nps[j]
			if p.clause == g.clause && (p.pred || p.kokom || !p.subject && p.prep < 0 && p.of < 0 && s.classes[p.head] != cPRF && p.agr&agrNom != 0) {
				full = true
			}
		}
		if !full {
			doc.Tokens[g.head].POS = text.VERB
		}
	}
}

// agree chooses case, number and gender of each phrase and gives its tokens the
// readings that fit; then the finite verbs.
func (s *scratch) agree(doc *text.Doc) {
	for i := range s.nps {
		s.chooseCase(doc, i)
	}
	for i := range s.nps {
		p := &s.nps[i]
		if p.app && p.of >= 0 {
			h := &s.nps[p.of]
			if a := s.caseSet(h.agr) & p.agr; a != 0 {
				p.agr = a
			}
			if h.agr&agrPlur == 0 && p.agr&agrSing != 0 {
				p.agr &= agrSing // "Jonas Wirth, Sprecher des Ministeriums"
			}
		}
		s.chooseCell(doc, p)
		s.spread(doc, p)
	}
}

// chooseCase narrows phrase i to one case.
func (s *scratch) chooseCase(doc *text.Doc, i int) {
	p := &s.nps[i]
	if p.app {
		return
	}
	var order [4]agr
	switch {
	case p.subject || p.pred:
		order = [4]agr{agrNom, agrAcc, agrDat, agrGen}
	case p.gen:
		order = [4]agr{agrGen, agrDat, agrAcc, agrNom}
	case p.prep >= 0:
		order = [4]agr{agrDat, agrAcc, agrGen, agrNom}
		if s.classes[p.prep] == cAPPR && s.accFirst(doc, p.prep) {
			order = [4]agr{agrAcc, agrDat, agrGen, agrNom}
		}
		if s.genFirst(p.prep) {
			order = [4]agr{agrGen, agrDat, agrAcc, agrNom}
		}
	case p.kokom:
		order = [4]agr{agrNom, agrAcc, agrDat, agrGen}
	default:
		order = [4]agr{agrAcc, agrDat, agrNom, agrGen}
		if p.clause < 0 || doc.Clauses[p.clause].Finite < 0 && doc.Clauses[p.clause].Kind != text.InfClause {
			order = [4]agr{agrNom, agrAcc, agrDat, agrGen}
		} else if s.dativeVerb(p.clause) {
			order = [4]agr{agrDat, agrAcc, agrNom, agrGen}
		}
	}
	if p.prep >= 0 && p.head == p.From && p.agr&agrAcc&agrPlur != 0 && p.agr&agrDat&agrPlur == 0 && order[0] == agrDat {
		order[0], order[1] = agrAcc, agrDat // "auf Regierungskreise": no old dative in -e
	}
	for _, c := range order {
		if p.agr&c != 0 {
			p.agr &= c
			return
		}
	}
}

// accFirst reports whether preposition k of two cases rather takes the
// accusative.
func (s *scratch) accFirst(doc *text.Doc, k int) bool {
	n := s.notes[k]
	for i := range n.ways {
		if w := &n.ways[i]; w.class == cAPPR {
			return w.cases&(1<<4) != 0 && doc.Tokens[k].Word.Lower == "über"
		}
	}
	return false
}

func (s *scratch) genFirst(k int) bool {
	n := s.notes[k]
	for i := range n.ways {
		if w := &n.ways[i]; w.class == s.classes[k] {
			return w.cases&(1<<2) != 0
		}
	}
	return false
}

// dativeVerb reports whether the verb of the clause takes a dative object.
func (s *scratch) dativeVerb(clause int) bool {
	for i := range s.groupList {
		if g := &s.groupList[i]; g.clause == clause && g.head >= 0 {
			return s.notes[g.head].kind&isDative != 0
		}
	}
	return false
}

// chooseCell narrows a phrase of one case to one gender and number: the
// likeliest reading of its head that fits.
func (s *scratch) chooseCell(doc *text.Doc, p *phrase) {
	if p.agr&(p.agr-1) == 0 {
		return
	}
	n := s.notes[p.head]
	det := s.classes[p.From].isDeterminer() && s.notes[p.From].agrAs(s.classes[p.From]) != agrAll
	if p.agr&agrPlur != 0 && p.agr&agrSing == p.agr&agrFem && s.classes[p.head] == cNN && n.firstWay(cNN).feats.Get(text.Gender) == 0 {
		if n.kind&isSole == 0 || s.classes[p.From] != cART {
			p.agr &= agrPlur // "der Verletzten"
		} else {
			p.agr &= agrSing // "der Vorsitzenden der Partei"
		}
		return
	}
	var pick agr
	for i := range n.ways {
		w := &n.ways[i]
		if w.class != s.classes[p.head] || w.agr&p.agr == 0 {
			continue
		}
		a := w.agr & p.agr
		if pick == 0 {
			pick = a
		}
		if !det && p.prep < 0 && s.classes[p.head] == cNN && a&agrPlur != 0 {
			pick = a & agrPlur // a noun alone is rather a plural
			break
		}
	}
	if pick == 0 {
		pick = p.agr
	}
	if pick&(pick-1) != 0 {
		if pick&agrSing != 0 {
			pick &= agrSing
		}
		pick &= -pick
	}
	p.agr = pick
}

// cellFeats turns a set of one cell into features.
func cellFeats(a agr) text.Feats {
	for c := range 4 {
		if b := a >> (4 * c) & 0xf; b != 0 {
			f := text.Feats(c+1) * text.Nom
			switch {
			case b&1 != 0:
				return f | text.Sing | text.Masc
			case b&2 != 0:
				return f | text.Sing | text.Fem
			case b&4 != 0:
				return f | text.Sing | text.Neut
			}
			return f | text.Plur
		}
	}
	return 0
}

// spread gives the tokens of p the readings that fit its case, number and gender.
func (s *scratch) spread(doc *text.Doc, p *phrase) {
	gender := cellFeats(p.agr).Get(text.Gender)
	s.fit(doc, p.head, p.agr, 0)
	if gender == 0 {
		gender = doc.Tokens[p.head].Feats.Get(text.Gender)
	}
	for k := p.From; k < p.To; k++ {
		if k == p.head {
			continue
		}
		switch c := s.classes[k]; {
		case c == cADJA:
			s.fit(doc, k, p.agr, gender)
		case c == cNE && s.classes[p.head] == cNE, c.isDeterminer(), c == cCARD:
			s.fit(doc, k, p.agr, gender)
		case c == cNE, c == cNN:
			cell := s.caseSet(p.agr) & s.notes[k].agrAs(c)
			if k < p.head && s.notes[k].agrAs(c)&agrGen != 0 && c == cNE {
				cell = s.notes[k].agrAs(c) & agrGen
			} else if cell == 0 {
				cell = s.notes[k].agrAs(c)
			}
			if c == cNE && cell&agrSing != 0 {
				cell &= agrSing
			}
			s.fit(doc, k, cell, 0)
		}
	}
	if s.classes[p.head] == cADJA && gender != 0 {
		doc.Tokens[p.head].Feats = doc.Tokens[p.head].Feats&^text.Gender | gender
	}
}

// fit chooses for token k the first reading of its class that fits the set, and
// fills what that reading leaves open.
func (s *scratch) fit(doc *text.Doc, k int, a agr, gender text.Feats) {
	t := &doc.Tokens[k]
	n := s.notes[k]
	for i := range n.ways {
		w := &n.ways[i]
		if w.class != s.classes[k] || w.agr&a == 0 {
			continue
		}
		pos := t.POS
		t.Reading = n.reading(w)
		if pos != text.NoPOS && t.POS != pos {
			t.POS = pos
		}
		cell := w.agr & a
		cell &= -cell
		f := cellFeats(cell)
		switch s.classes[k] {
		case cCARD:
			return
		case cNN, cNE:
			t.Feats |= fill(t.Feats, f)
		case cADJA:
			t.Feats = t.Feats&^(text.Case|text.Number|text.Gender) | f
			if f.Is(text.Plur) && gender != 0 {
				t.Feats |= gender
			}
		default:
			t.Feats |= fill(t.Feats, f)
			if t.Feats.Is(text.Plur) && s.classes[k].isDeterminer() {
				t.Feats &^= text.Gender
				if s.classes[k] != cART {
					t.Feats |= gender
				}
			}
		}
		return
	}
}

// fill gives the fields of f that g leaves open.
func fill(g, f text.Feats) text.Feats {
	for _, m := range [...]text.Feats{text.Case, text.Number, text.Gender} {
		if g&m != 0 {
			f &^= m
		}
	}
	return f
}

// finite gives the finite verb of each clause from first on the reading that
// agrees with its subject. Where a form is both Indikativ and Konjunktiv for the
// same person, it counts as Indikativ.
func (s *scratch) finite(doc *text.Doc, first int) {
	for id := first; id < len(doc.Clauses); id++ {
		c := &doc.Clauses[id]
		if c.Finite < 0 {
			continue
		}
		person, number := text.Third, text.Feats(0)
		for i := range s.nps {
			if p := &s.nps[i]; p.clause == id && p.subject {
				if s.classes[p.head] == cPPER {
					person = doc.Tokens[p.head].Feats.Get(text.Person)
				}
				if number = doc.Tokens[p.head].Feats.Get(text.Number); p.next >= 0 {
					number = text.Plur
				}
				break
			}
		}
		s.fitVerb(doc, c.Finite, person, number)
	}
}

// fitVerb chooses for verb k the reading of its class that fits best.
func (s *scratch) fitVerb(doc *text.Doc, k int, person, number text.Feats) {
	t := &doc.Tokens[k]
	best, bestScore := -1, -1
	for i := range s.notes[k].ways {
		w := &s.notes[k].ways[i]
		if w.class != s.classes[k] {
			continue
		}
		score := 0
		if w.feats.Get(text.Person) == person {
			score += 8
		}
		if number != 0 && w.feats.Get(text.Number) == number {
			score += 4
		}
		switch w.feats.Get(text.Mood) {
		case text.Ind:
			score += 2
		case text.Sub:
			score++
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	if best < 0 {
		return
	}
	w := &s.notes[k].ways[best]
	if t.Particle < 0 {
		t.Lemma = s.notes[k].lemma(w)
	}
	t.Feats = w.feats
}
