package morph

import "github.com/belegt/extract/extract/text"

// phrases finds the noun phrases of the sentence r and what hangs on them.
func (s *scratch) phrases(doc *text.Doc, r text.Range) {
	s.nps = s.nps[:0]
	for i := r.From; i < r.To; {
		if j, ok := s.bareAttribute(doc, r, i); ok {
			if n := len(s.nps) - 1; n >= 0 && s.nps[n].From == j.From {
				s.nps = s.nps[:n]
			}
			s.nps = append(s.nps, j)
			i = j.To
			continue
		}
		if j, ok := s.nounPhrase(doc, i, r.To); ok {
			s.nps = append(s.nps, j)
			i = j.To
			continue
		}
		i++
	}
	s.governed(doc, r)
	s.attach(doc, r)
}

// bareAttribute reads a noun phrase without article that begins with what belongs to its
// adjective: "laut | gut informierten Kreisen", "| von der Bank befragte Ärzte | sagten".
// Only behind a preposition or number, or when it fills all before the finite verb of a
// main clause, is it sure to be one phrase.
func (s *scratch) bareAttribute(doc *text.Doc, r text.Range, i int) (phrase, bool) {
	clause, e := doc.Tokens[i].Clause, 0
	if clause < 0 {
		return phrase{}, false
	}
	switch s.classes[i] {
	case cAPPR, cAPPRART:
		e = s.attribute(doc, i, r.To, clause)
	case cADV, cADJD, cADJV, cPTKNEG:
		e = s.beforeModifier(doc, i, r.To, clause)
	}
	if e <= i || s.classes[e] != cADJA {
		return phrase{}, false
	}
	for k := e - 1; k > i; k-- {
		if c := s.classes[k]; c == cNN || c == cNE || c == cPRF || c == cPPER {
			break
		} else if c == cAPPR || c == cAPPRART {
			return phrase{}, false // "unter Berufung auf | nicht genannte Quellen"
		}
	}
	from, open := i, i
	for open > doc.Clauses[clause].Tokens.From && (s.classes[open-1] == cPUNCT || s.classes[open-1] == cCOMMA) {
		open--
	}
	behind := i > r.From && (s.classes[i-1] == cAPPR || s.classes[i-1] == cAPPRART)
	if n := len(s.nps) - 1; !behind && n >= 0 && s.nps[n].To == i && s.nps[n].Len() == 1 && s.nps[n].prep < 0 && (s.classes[s.nps[n].head] == cCARD || s.classes[s.nps[n].head] == cPIAT || s.classes[s.nps[n].head] == cPIS) && s.classes[i] != cADV {
		from, behind = s.nps[n].From, true // "zwei | mit dem Fall vertraute Personen"
	}
	c := &doc.Clauses[clause]
	if !behind && (open > c.Tokens.From || c.Kind != text.MainClause) {
		return phrase{}, false
	}
	p, ok := s.nounPhrase(doc, e, r.To)
	if !ok || s.classes[p.head] != cNN || !behind && (p.To != c.Finite || p.agr&agrNom&s.finiteNumber(c.Finite) == 0) {
		return phrase{}, false
	}
	if n := len(s.nps) - 1; from < i {
		if a := p.agr & s.nps[n].agr; a != 0 {
			p.agr = a
		}
	}
	p.From, p.full.From = from, from
	return p, true
}

// opensPhrase reports whether a noun phrase can begin with token i.
func (s *scratch) opensPhrase(doc *text.Doc, i, to int) bool {
	c := s.classes[i]
	switch c {
	case cNN, cNE, cADJA, cCARD, cTRUNC:
		return true
	case cADV, cADJD, cADJV:
		// "rund 2000 Soldaten"
		return i+1 < to && s.classes[i+1] == cCARD && s.notes[i].kind&isApprox != 0
	case cAPPR:
		// "über 2000 Soldaten": an approximator that looks like a preposition
		return false
	}
	return c.isDeterminer() || isPronoun(c)
}

func isPronoun(c class) bool {
	switch c {
	case cPDS, cPIS, cPPER, cPPOSS, cPRELS, cPRF, cPWS:
		return true
	}
	return false
}

// nounPhrase reads the noun phrase that begins with token i.
func (s *scratch) nounPhrase(doc *text.Doc, i, to int) (phrase, bool) {
	if !s.opensPhrase(doc, i, to) {
		return phrase{}, false
	}
	clause := doc.Tokens[i].Clause
	p := phrase{head: -1, prep: -1, next: -1, of: -1, clause: clause, agr: agrAll}
	p.From = i
	done := func(end int) (phrase, bool) {
		p.To = end
		p.full = p.Range
		return p, true
	}
	if c := s.classes[i]; isPronoun(c) {
		p.head = i
		p.agr = s.notes[i].agrAs(c)
		// "alles andere", "wir Deutsche" stay two phrases
		return done(i + 1)
	}
	det := s.classes[i].isDeterminer()
	k := i
	mods := 0
	for ; k < to && doc.Tokens[k].Clause == clause; k++ {
		c := s.classes[k]
		n := s.notes[k]
		switch {
		case c.isDeterminer():
			if k > i && !(mods == 0 && s.doubles(k)) {
				return s.headless(p, i, k)
			}
			if c != cPRELAT { // "deren Hilfe" has the case of Hilfe
				p.agr = p.agr & n.agrAs(c)
			}
			continue
		case c == cPIS && det && k > i && n.has(cPIAT):
			// "die meisten", "die beiden"
			if a := p.agr & n.agrAs(c); a != 0 {
				p.agr = a
			}
			p.head = k
			return done(k + 1)
		case c == cADJA, c == cCARD:
			if a := p.agr & n.agrAs(c); a != 0 {
				p.agr = a
			}
			mods++
			continue
		case det && s.mustBe(doc, k, to):
			// "die zu erwartende Lage"
			continue
		case c == cADV, c == cADJD, c == cADJV, c == cPTKA, c == cPTKNEG, c == cVVPP,
			c == cAPPRART && n.has(cPTKA) && det && s.beforeModifier(doc, k, to, clause) > k:
			// "eine sehr große Zahl", "rund 2000 Soldaten"
			if e := s.beforeModifier(doc, k, to, clause); e > k && (det || mods > 0 || k == i) {
				k = e - 1
				continue
			}
			return s.headless(p, i, k)
		case c == cKON || c == cCOMMA:
			// "große und kleine Städte", "zwei oder drei Tage"
			if mods > 0 && k+1 < to && (s.classes[k+1] == cADJA || s.classes[k+1] == cCARD && s.classes[k-1] == cCARD) && s.nounFollows(doc, k+1, to, clause) {
				continue
			}
			return s.headless(p, i, k)
		case c == cPUNCT:
			// a quotation mark inside: die "neue" Regierung
			if det && k+1 < to && doc.Tokens[k].Word.Shape&(text.QuoteOpen|text.QuoteClose) != 0 && k > i {
				continue
			}
			// "der (mutmaßliche) Täter"
			if b := isBracket(doc.Tokens[k].Word.Form); k > i && (b == 1 && k+2 < to && (s.classes[k+1] == cADJA || s.classes[k+1] == cADJD) && isBracket(doc.Tokens[k+2].Word.Form) == 2 || b == 2 && s.classes[k-1] == cADJA) {
				continue
			}
			return s.headless(p, i, k)
		case c == cTRUNC:
			// "Industrie- und Handelskammer"
			if k+2 < to && s.classes[k+1] == cKON {
				k++
				continue
			}
			return s.headless(p, i, k)
		case c == cNN || c == cNE:
			a := p.agr & n.agrAs(c)
			if first := s.notes[i].agrAs(s.classes[i]); det && c == cNN && s.classes[k-1] == cCARD && s.presentParticiple(doc, k+1, to) && s.nounAfter(doc, k+1, to, clause, first) {
				p.agr = first // "das 30 Mitarbeiter zählende Amt"
				continue
			}
			if a == 0 && det {
				// "die Russland unterstützenden Soldaten"
				if e := s.attribute(doc, k+1, to, clause); e > 0 {
					k = e - 1
					continue
				}
				a = n.agrAs(c)
			}
			if det && a != 0 && mods == 0 && s.classes[k] == cNN && k+1 < to && s.participle(doc, k+1) && s.nounAfter(doc, k+1, to, clause, p.agr) {
				// "die Waffen tragenden Männer"
				continue
			}
			if a != 0 {
				p.agr = a
			}
			p.head = k
			return done(s.extendHead(doc, &p, k, to, clause))
		case (c == cAPPR || c == cAPPRART || c == cPRF) && det && k == i+1, (c == cAPPR || c == cAPPRART) && det && mods > 0:
			// "die nach Russland entsandten Soldaten"
			if e := s.attribute(doc, k, to, clause); e > 0 {
				k = e - 1
				continue
			}
			return s.headless(p, i, k)
		default:
			return s.headless(p, i, k)
		}
	}
	return s.headless(p, i, k)
}

// doubles reports whether determiner k may follow another ("alle diese", "all
// die", "diese seine").
func (s *scratch) doubles(k int) bool {
	switch s.classes[k] {
	case cPPOSAT, cART, cPDAT:
		return s.classes[k-1] == cPIAT || s.classes[k-1] == cPDAT && s.classes[k] == cPPOSAT
	case cPIAT:
		return true
	}
	return false
}

// headless closes a phrase without noun before token k: its last determiner,
// number or adjective is the head.
func (s *scratch) headless(p phrase, i, k int) (phrase, bool) {
	for h := k - 1; h >= i; h-- {
		switch c := s.classes[h]; {
		case c == cCARD, c == cADJA, c == cTRUNC:
		case c.isDeterminer() && c != cART:
		default:
			continue
		}
		p.head = h
		p.To = h + 1
		p.full = p.Range
		return p, true
	}
	return phrase{}, false
}

// beforeModifier returns the token behind the adverbs at k when an adjective or
// number follows them inside the phrase, else 0.
func (s *scratch) beforeModifier(doc *text.Doc, k, to, clause int) int {
	e := k
	for ; e < to && e < k+4 && doc.Tokens[e].Clause == clause; e++ {
		switch s.classes[e] {
		case cADV, cADJD, cADJV, cPTKA, cPTKNEG:
			continue
		case cAPPRART:
			if s.notes[e].has(cPTKA) {
				continue // "die am weitesten verbreitete Form"
			}
		case cVVPP:
			if e+1 < to && s.classes[e+1] == cADJA {
				return e + 1 // "die getrennt lebende Ehefrau"
			}
		case cAPPR, cPTKZU:
			if s.mustBe(doc, e, to) {
				return e + 1 // "die ernst zu nehmende Lage"
			}
		case cADJA:
			if e+1 < to && s.classes[e+1] == cADJA && s.classes[e-1] == cAPPRART {
				return e + 1
			}
			return e
		case cCARD:
			if s.notes[e-1].kind&isApprox != 0 {
				return e
			}
		}
		break
	}
	return 0
}

// nounFollows reports whether a noun closes the run of adjectives at k.
func (s *scratch) nounFollows(doc *text.Doc, k, to, clause int) bool {
	for ; k < to && doc.Tokens[k].Clause == clause; k++ {
		switch s.classes[k] {
		case cADJA, cCARD, cADV, cADJD, cADJV, cKON, cCOMMA:
			continue
		case cNN, cNE:
			return true
		}
		return false
	}
	return false
}

// participle reports whether token k is an adjective made of a verb
// ("entsandten", "tragenden") or could be.
func (s *scratch) participle(doc *text.Doc, k int) bool {
	if s.classes[k] != cADJA {
		return false
	}
	for i := range s.notes[k].ways {
		w := &s.notes[k].ways[i]
		if w.class == cADJA && (w.feats.Get(text.VerbForm) == text.Part || isParticipleLemma(s.notes[k].lemma(w))) {
			return true
		}
	}
	return false
}

// presentParticiple reports whether token k before to is a declined participle of the
// present: "zählende".
func (s *scratch) presentParticiple(doc *text.Doc, k, to int) bool {
	if k >= to || !s.participle(doc, k) {
		return false
	}
	l := doc.Tokens[k].Lemma
	return len(l) > 4 && l[len(l)-2:] == "nd"
}

// mustBe reports whether token k is the zu before a participle that is an attribute:
// "ernst zu nehmende".
func (s *scratch) mustBe(doc *text.Doc, k, to int) bool {
	return (s.classes[k] == cAPPR || s.classes[k] == cPTKZU) && s.notes[k].has(cPTKZU) && s.presentParticiple(doc, k+1, to)
}

// isParticipleLemma tells by the ending what the dictionary keeps as adjective.
func isParticipleLemma(l string) bool {
	n := len(l)
	return n > 4 && (l[n-1] == 't' || l[n-2:] == "nd" || l[n-2:] == "en" || l[n-2:] == "ig")
}

// attribute reads the object or adverbial of a participle from token k on, and
// returns the participle's place, 0 when none follows: "nach Russland
// entsandten".
func (s *scratch) attribute(doc *text.Doc, k, to, clause int) int {
	seen := 0
	for e := k; e < to && e < k+10 && doc.Tokens[e].Clause == clause; e++ {
		switch c := s.classes[e]; {
		case c == cADJA:
			if e > k && s.participle(doc, e) && s.classes[e-1] != cART && seen > 0 && s.nounFollows(doc, e, to, clause) && !s.belongs(e, to) {
				return e
			}
		case c == cNN, c == cNE, c == cCARD, c == cPRF, c == cPPER:
			seen++
		case c == cAPPR, c == cAPPRART, c == cADV, c == cADJD, c == cADJV, c == cTRUNC, c == cKON, c == cPTKNEG, c == cPTKA:
		case c.isDeterminer():
		case c == cPUNCT && doc.Tokens[e].Word.Shape&(text.QuoteOpen|text.QuoteClose) != 0: // "im „Spiegel“ veröffentlichten"
		default:
			return 0
		}
	}
	return 0
}

// belongs reports whether adjective e agrees with a determiner right before it
// and so opens the inner phrase.
func (s *scratch) belongs(e, to int) bool {
	return s.classes[e-1].isDeterminer() || s.classes[e-1] == cAPPR || s.classes[e-1] == cAPPRART
}

// nounAfter reports whether the noun behind the adjectives at k agrees with a.
func (s *scratch) nounAfter(doc *text.Doc, k, to, clause int, a agr) bool {
	for ; k < to && doc.Tokens[k].Clause == clause; k++ {
		switch s.classes[k] {
		case cADJA, cCARD, cADV, cADJD, cADJV:
			continue
		case cNN, cNE:
			return a&s.notes[k].agrAs(s.classes[k]) != 0
		}
		return false
	}
	return false
}

// extendHead takes in names and counted nouns behind head k and returns the
// phrase's end.
func (s *scratch) extendHead(doc *text.Doc, p *phrase, k, to, clause int) int {
	e := k + 1
	if s.classes[k] == cNE {
		e = s.nameEnd(doc, k, to, clause)
		if e < to && doc.Tokens[e].Clause == clause && s.classes[e] == cNN && k > p.From && s.classes[p.From].isDeterminer() && s.notes[p.From].agrAs(s.classes[p.From])&s.notes[e].agrAs(cNN) != 0 && !s.genitiveName(doc, e-1) && s.foreignTo(k, e, s.notes[p.From].agrAs(s.classes[p.From])) {
			// "die New York Times": the noun closes the name
			p.head = e
			p.agr = s.notes[p.From].agrAs(s.classes[p.From]) & s.notes[e].agrAs(cNN)
			p.name = text.Range{From: k, To: e + 1}
			return e + 1
		}
		p.name = text.Range{From: k, To: e}
		// "Merkels Sprecher": the name is a genitive before its noun
		if e < to && doc.Tokens[e].Clause == clause && e == k+1 || s.genitiveName(doc, e-1) {
			if h := s.behindGenitive(doc, e, to, clause); h >= 0 && s.genitiveName(doc, e-1) {
				p.head = h
				p.agr = s.notes[h].agrAs(s.classes[h])
				p.name = text.Range{From: k, To: e}
				return s.extendHead(doc, p, h, to, clause)
			}
		}
		p.head = e - 1
		if p.head != k {
			p.agr = p.agr & (s.notes[p.head].agrAs(cNE) | agrSing)
		}
		return e
	}
	for e < to && doc.Tokens[e].Clause == clause {
		switch s.classes[e] {
		case cNE:
			f := s.nameEnd(doc, e, to, clause)
			if s.isPlace(e) && f == e+1 && s.notes[k].kind&isTitled == 0 && !doc.Tokens[e].Guess {
				return e // "mit deren Umsetzung Norwegen rechnet"
			}
			if s.genitiveRun(doc, e, f) {
				return e // "die Armee Kim Jong-uns": a phrase of its own
			}
			p.name = text.Range{From: e, To: f}
			return f
		case cNN:
			if s.notes[k].kind&isCount != 0 {
				// "zwei Millionen Menschen": the counted noun is the head
				p.head, k = e, e
				p.agr = s.notes[e].agrAs(cNN)
				e++
				continue
			}
			if s.notes[k].kind&isTime != 0 && s.notes[e].kind&isTime != 0 {
				e++ // "Montag Abend", "Ende Oktober"
				continue
			}
			if s.notes[e].kind&isTime != 0 || s.notes[k].kind&isTime != 0 {
				return e
			}
			if s.notes[k].kind&isTitled != 0 && e == k+1 && s.notes[e].agrAs(cNN)&agrSing != 0 && s.namesLike(doc, p.From, k, e) {
				f := e + 1
				if f < to && doc.Tokens[f].Clause == clause && s.classes[f] == cNE {
					f = s.nameEnd(doc, f, to, clause)
				}
				p.name = text.Range{From: e, To: f}
				return f // "die Zeitung Tagespost"
			}
			return e
		case cADJA:
			// "zwei Millionen weitere Menschen"
			if s.notes[k].kind&isCount != 0 && s.nounFollows(doc, e, to, clause) {
				for e < to && s.classes[e] != cNN && s.classes[e] != cNE {
					e++
				}
				p.head, k = e, e
				p.agr = s.notes[e].agrAs(s.classes[e])
				e++
				continue
			}
			return e
		case cCARD:
			// "Artikel 5", "Platz 3", "Ende 2023"
			if len(doc.Tokens[e].Word.Form) <= 4 && doc.Tokens[e].Word.Shape&text.Digits != 0 && !s.cardCounts(e, to) {
				e++
				continue
			}
			return e
		default:
			return e
		}
	}
	return e
}

// cardCounts reports whether number e counts a noun behind it.
func (s *scratch) cardCounts(e, to int) bool {
	return e+1 < to && (s.classes[e+1] == cNN || s.classes[e+1] == cADJA)
}

// namesLike reports whether noun e behind title k of the phrase that begins with token
// from can be a name: a guess, a word that the dictionary also knows as name, or a
// compound, unless it can be the object beside a person in the dative.
func (s *scratch) namesLike(doc *text.Doc, from, k, e int) bool {
	w := doc.Tokens[e].Word
	return w.Guess || w.Head != "" && !s.givenTo(from, k) || s.notes[e].has(cNE)
}

// givenTo reports whether the person k is whom something is given, by the article from:
// "warf dem Minister Wortbruch vor".
func (s *scratch) givenTo(from, k int) bool {
	return s.notes[k].kind&isPersonTitle != 0 && s.classes[from] == cART && s.notes[from].agrAs(cART)&agrNom == 0 && (from == 0 || s.classes[from-1] != cAPPR)
}

// genitiveName reports whether token k can be a name in the genitive.
func (s *scratch) genitiveName(doc *text.Doc, k int) bool {
	f := doc.Tokens[k].Word.Form
	return s.classes[k] == cNE && len(f) > 3 && (f[len(f)-1] == 's' || f[len(f)-1] == '\'') && s.notes[k].agrAs(cNE)&agrGen != 0
}

// foreignTo reports whether the names [k, e) can't take a determiner of set det
// by themselves: it belongs to the noun behind them ("die Washington Post", not
// "in der SPÖ Zweifel").
func (s *scratch) foreignTo(k, e int, det agr) bool {
	for ; k < e; k++ {
		w := s.notes[k].firstWay(cNE)
		if w.class == cNE && w.feats.Get(text.Gender) != 0 && w.agr&det != 0 {
			return false
		}
	}
	return true
}

// genitiveRun reports whether the names [e, f) behind a noun are its genitive and
// not its name: the dictionary says so, or a person's full name ends in s.
func (s *scratch) genitiveRun(doc *text.Doc, e, f int) bool {
	a := s.notes[f-1].agrAs(cNE)
	if a&^agrGen == 0 && a != 0 {
		return true
	}
	form := doc.Tokens[f-1].Word.Form
	return f-e > 1 && form[len(form)-1] == 's' && doc.Tokens[f-1].Word.Guess && s.isGivenName(e)
}

// behindGenitive returns the noun behind a genitive that ends before token e,
// -1 when there is none.
func (s *scratch) behindGenitive(doc *text.Doc, e, to, clause int) int {
	for ; e < to && doc.Tokens[e].Clause == clause; e++ {
		switch s.classes[e] {
		case cADJA, cCARD:
			continue
		case cNN:
			return e
		}
		return -1
	}
	return -1
}

// nameEnd returns the end of the run of names that begins with token k; small
// words inside names stay in it ("Ursula von der Leyen", "Osama bin Laden").
func (s *scratch) nameEnd(doc *text.Doc, k, to, clause int) int {
	e := k + 1
	for e < to && doc.Tokens[e].Clause == clause {
		if s.classes[e] == cNE {
			if s.genitiveName(doc, e-1) && e-1 == k && doc.Tokens[k].Word.Guess == false && s.notes[k].firstWay(cNE).feats.Is(text.Gen) && !(s.isGivenName(k) && doc.Tokens[e].Guess) {
				return e // "Deutschlands Kanzler", not "Giannis Varoufakis"
			}
			e++
			continue
		}
		if s.notes[e-1].kind&isParticle != 0 {
			// "Ivo van der Berg", "Van der Berg": the tagger took the small word for a name
			j := e
			for j < to && j < e+2 && s.notes[j].kind&isParticle != 0 {
				j++
			}
			if j < to && (s.classes[j] == cNN || s.classes[j] == cNE) && s.notes[e-1].set&(1<<cAPPR) == 0 {
				e = j + 1
				continue
			}
		}
		j := e
		for j < to && j < e+3 && s.notes[j].kind&isParticle != 0 && doc.Tokens[j].Word.Shape&text.Capital == 0 {
			j++
		}
		foreign := s.notes[e].set&(1<<cAPPR|1<<cAPPRART|1<<cART) == 0
		if j > e && j < to && (s.classes[j] == cNE || s.classes[j] == cNN && foreign) && s.particleFits(doc, k, e, j) {
			e = j + 1
			continue
		}
		break
	}
	return e
}

// particleFits reports whether the small words [e, j) stand inside a name that
// began with token k: a German preposition only behind a lone given name.
func (s *scratch) particleFits(doc *text.Doc, k, e, j int) bool {
	if s.notes[e].set&(1<<cAPPR|1<<cAPPRART|1<<cART) == 0 {
		return true
	}
	if e != k+1 || doc.Tokens[e].Word.Lower != "von" && doc.Tokens[e].Word.Lower != "zu" {
		return false
	}
	return s.isGivenName(k) && !s.isPlace(j)
}

// isGivenName and isPlace read what the dictionary says of a name: people have
// a gender of their own, places are neuter.
func (s *scratch) isGivenName(k int) bool {
	w := s.notes[k].firstWay(cNE)
	g := w.feats.Get(text.Gender)
	return g == text.Masc || g == text.Fem
}

func (s *scratch) isPlace(k int) bool {
	return s.notes[k].firstWay(cNE).feats.Get(text.Gender) == text.Neut
}

// governed finds the preposition before each phrase and lets it choose cases.
func (s *scratch) governed(doc *text.Doc, r text.Range) {
	for i := range s.nps {
		p := &s.nps[i]
		k := p.From - 1
		// "in rund 20 Fällen", "bis zu 30", "für nur drei"
		for k >= r.From && k > p.From-4 && (s.classes[k] == cADV || s.classes[k] == cPUNCT && doc.Tokens[k].Word.Shape&text.QuoteOpen != 0) && s.notes[k].kind&isApprox|kinds(doc.Tokens[k].Word.Shape&text.Punct) != 0 {
			k--
		}
		if k < r.From {
			continue
		}
		switch s.classes[k] {
		case cAPPR, cAPPRART:
			p.prep = k
			var a agr
			for j := range s.notes[k].ways {
				if w := &s.notes[k].ways[j]; w.class == s.classes[k] {
					a |= w.agr
				}
			}
			if a == agrAll {
				a = agrGen | agrDat | agrAcc
			}
			if b := p.agr & a; b != 0 {
				p.agr = b
			} else if b := s.notes[p.head].agrAs(s.classes[p.head]) & a; b != 0 {
				p.agr = b
			} else {
				p.agr = a
			}
		case cKOKOM:
			// "mehr als 300 Bewohner" is no comparison
			p.kokom = s.classes[p.From] != cCARD || k == r.From || s.notes[k-1].kind&isApprox == 0
		}
	}
	for i := range s.nps {
		p := &s.nps[i]
		if k := p.To; p.prep < 0 && k < r.To && s.classes[k] == cAPPO {
			if a := s.notes[k].agrAs(cAPPO); i > 0 && s.nps[i-1].To == p.From && s.nps[i-1].prep < 0 && s.nps[i-1].agr&a != 0 && a&agrGen == 0 && s.canBeGenitive(doc, &s.nps[i-1], p) {
				// "dem Chef der Bank zufolge"
				s.nps[i-1].prep = k
				s.nps[i-1].agr &= a
				continue
			}
			p.prep = k
			if a := s.notes[k].agrAs(cAPPO) & p.agr; a != 0 {
				p.agr = a
			}
		}
	}
}

// attach joins genitives, von-phrases, appositions and conjuncts to the phrases
// before them.
func (s *scratch) attach(doc *text.Doc, r text.Range) {
	for i := 1; i < len(s.nps); i++ {
		p := &s.nps[i]
		h := &s.nps[i-1]
		switch {
		case p.From == h.To && p.prep < 0 && s.canBeGenitive(doc, h, p):
			p.gen = true
			p.agr &= agrGen
			s.hang(i, i-1)
		case p.prep >= 0 && p.prep == h.To && p.prep < p.From && s.belongsTo(doc, h, p):
			s.hang(i, i-1)
		}
	}
	for i := 1; i < len(s.nps); i++ {
		s.coordinate(doc, i)
	}
	s.appositions(doc, r)
	for i := 1; i < len(s.nps); i++ {
		s.coordinateNamed(doc, i)
	}
}

// coordinateNamed joins phrase i to one whose apposition a comma closes: "Der
// Leiter, Jan Kern, und Anna Berg sprachen".
func (s *scratch) coordinateNamed(doc *text.Doc, i int) {
	p := &s.nps[i]
	k := p.From - 1
	if p.prep >= 0 || p.of >= 0 || k < 2 || s.classes[k] != cKON || s.notes[k].kind&isJoin == 0 || s.classes[k-1] != cCOMMA {
		return
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		h := &s.nps[j]
		if h.full.To != k-1 || h.full.To == h.To || h.of >= 0 || h.next >= 0 || h.prep >= 0 || h.clause != p.clause {
			continue
		}
		if both := s.caseSet(h.agr) & s.caseSet(p.agr); both != 0 {
			h.next = i
			h.agr &= both
			p.agr &= both
			return
		}
	}
}

// hang puts phrase i on phrase on and widens all it hangs on.
func (s *scratch) hang(i, on int) {
	s.nps[i].of = on
	end := s.nps[i].full.To
	for k := on; k >= 0; k = s.nps[k].of {
		s.nps[k].full.To = max(s.nps[k].full.To, end)
	}
}

// canBeGenitive reports whether p right behind h is its genitive.
func (s *scratch) canBeGenitive(doc *text.Doc, h, p *phrase) bool {
	if p.agr&agrGen == 0 || s.classes[h.head] != cNN && s.classes[h.head] != cNE && s.classes[h.head] != cCARD && s.classes[h.head] != cPIS && s.classes[h.head] != cPIAT {
		return false
	}
	switch c := s.classes[p.From]; {
	case c == cART || c == cPDAT || c == cPPOSAT || c == cPIAT || c == cPRELAT:
		if s.notes[p.From].agrAs(c)&agrGen == 0 {
			return false // "ein" before a noun of another gender than is known
		}
		if c == cPIAT && s.notes[p.From].agrAs(c) == agrAll {
			return false // without an ending: "laut Vertrag | wenig Chancen"
		}
		if c == cART && h.prep >= 0 && p.agr&agrNom&agrMasc&agrSing != 0 && s.notes[p.head].kind&isTime == 0 && (s.notes[h.head].kind&isTime != 0 || s.classes[h.head] == cNE && h.From == h.head) {
			return false // "sagte am Montag | der Sprecher", "in Wien | der Minister"
		}
	case c == cADJA:
		// "die Zahl russischer Soldaten"
		if p.agr&agrGen&^(agrGen&agrFem) == 0 && p.agr&^agrGen != 0 && s.classes[p.head] != cNN {
			return false
		}
		if p.head == p.From || s.notes[p.From].agrAs(cADJA)&agrGen&p.agr == 0 {
			return false
		}
		return endsInR(doc.Tokens[p.From].Word.Lower) || p.agr&^agrGen == 0
	case c == cCARD:
		return s.notes[p.From].agrAs(c)&^agrGen == 0 // "der Tod zweier Kinder"
	case c == cNE:
		return p.agr&^agrGen == 0 || s.genitiveRun(doc, p.name.From, p.name.To)
	default:
		return false
	}
	// A dative reading is left only for a phrase of its own ("gab der Frau der
	// Mann"); behind a noun the genitive is likelier.
	return p.agr&agrGen != 0
}

func endsInR(s string) bool { return len(s) > 0 && s[len(s)-1] == 'r' }

// belongsTo reports whether a prepositional phrase right behind h belongs to it:
// von-phrases, and all of them before the finite verb of a main clause.
func (s *scratch) belongsTo(doc *text.Doc, h, p *phrase) bool {
	if h.clause != p.clause || h.clause < 0 {
		return false
	}
	switch s.classes[h.head] {
	case cNN, cNE, cCARD, cPIS, cADJA, cPIAT:
	default:
		return false
	}
	c := &doc.Clauses[h.clause]
	form := doc.Tokens[p.prep].Word.Lower
	von := form == "von" || form == "vom"
	if h.name.Len() > 0 && h.head >= h.name.From && von {
		return false
	}
	if c.Kind == text.MainClause && c.Finite >= 0 && p.From < c.Finite && s.notes[p.head].kind&isTime == 0 {
		return true
	}
	return von && s.notes[h.head].kind&isTime == 0
}

// coordinate joins phrase i to the one before it by a conjunction.
func (s *scratch) coordinate(doc *text.Doc, i int) {
	p := &s.nps[i]
	k := p.From - 1
	if p.prep >= 0 && p.prep < p.From {
		k = p.prep - 1
	}
	if k > 1 && s.notes[k].kind&isAlsoSecond != 0 && s.notes[k-1].kind&isAlsoFirst != 0 {
		k-- // "sowohl A | als auch B"
	}
	if k < 1 || s.classes[k] != cKON && s.classes[k] != cKOKOM || s.notes[k].kind&isJoin == 0 && (s.notes[k].kind&isAlsoFirst == 0 || s.notes[k+1].kind&isAlsoSecond == 0) {
		return
	}
	// the phrase before: the outermost that ends at the conjunction and stands
	// under a preposition like this one
	best := -1
	end := k
	if s.classes[k-1] == cPUNCT && isBracket(doc.Tokens[k-1].Word.Form) == 2 {
		// "Florian Ernst (42.) und Karl Umar (89.)"
		for end = k - 1; end > 0 && end > k-6 && isBracket(doc.Tokens[end].Word.Form) != 1; end-- {
		}
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		h := &s.nps[j]
		if h.full.To != end && h.To != end || h.clause != p.clause {
			continue
		}
		own := p.prep >= 0 && p.prep < p.From
		if (h.prep >= 0 && h.prep < h.From) != own && own {
			continue
		}
		a := s.caseSet(h.agr) & s.caseSet(p.agr)
		if a == 0 {
			continue
		}
		if best < 0 || s.classes[p.From].isDeterminer() == s.classes[h.From].isDeterminer() && s.classes[s.nps[best].From].isDeterminer() != s.classes[p.From].isDeterminer() {
			best = j
		}
	}
	if best < 0 {
		return
	}
	h := &s.nps[best]
	h.next = i
	both := s.caseSet(h.agr) & s.caseSet(p.agr)
	h.agr &= both
	p.agr &= both
	if h.prep >= 0 && p.prep < 0 {
		p.prep = h.prep
		if h.prep > h.From {
			p.prep = -1
		}
	}
	p.gen, p.kokom = h.gen, h.kokom
	// "A, B und C"
	for j := best; j > 0; {
		g := &s.nps[j-1]
		if g.clause != p.clause || g.full.To+1 != s.nps[j].From || s.classes[g.full.To] != cCOMMA || g.next >= 0 || s.caseSet(g.agr)&s.caseSet(s.nps[j].agr) == 0 || isPronoun(s.classes[s.nps[j].head]) {
			break
		}
		g.next = j
		if g.prep >= 0 && g.prep < g.From {
			s.nps[j].prep = g.prep
		}
		j--
	}
	if h.of >= 0 {
		s.hang(i, h.of)
	}
}

// caseSet widens a set to all genders and numbers of its cases.
func (s *scratch) caseSet(a agr) agr {
	var b agr
	for c := range 4 {
		if a&(agrNom<<(4*c)) != 0 {
			b |= agrNom << (4 * c)
		}
	}
	return b
}

// appositions joins "der Leiter des Zentrums, Andriy Kovalenko," and "Andriy
// Kovalenko, Leiter des Zentrums,".
func (s *scratch) appositions(doc *text.Doc, r text.Range) {
	for i := range s.nps {
		h := &s.nps[i]
		if h.of >= 0 || h.next >= 0 || h.full.To >= r.To || s.classes[h.full.To] != cCOMMA {
			continue
		}
		j := i + 1
		for j < len(s.nps) && s.nps[j].From < h.full.To {
			j++
		}
		if j >= len(s.nps) {
			return
		}
		p := &s.nps[j]
		if p.From != h.full.To+1 || p.clause != h.clause || p.of >= 0 || p.next >= 0 || p.full.To >= r.To {
			continue
		}
		end, tail := p.full.To, -1
		if c := s.classes[end]; (c == cAPPR || c == cAPPRART) && h.name.Len() > 0 && p.name.Len() == 0 && j+1 < len(s.nps) && s.nps[j+1].prep == end && s.nps[j+1].of < 0 && s.nps[j+1].full.To < r.To {
			end, tail = s.nps[j+1].full.To, j+1 // "Karl Ott, ein Anwalt | aus Linz"
		}
		switch s.classes[end] {
		case cCOMMA, cSTOP:
		case cVVFIN, cVAFIN, cVMFIN:
			// the second comma is missing: "Anna Berg, die Leiterin des Amts sagte"
		default:
			if doc.Tokens[end].Word.Shape&text.Punct == 0 {
				continue
			}
		}
		hn, pn := h.name.Len() > 0 && h.head < h.name.To, p.name.Len() > 0 && p.head < p.name.To
		switch {
		case hn == pn:
			continue
		case hn && (s.classes[p.head] != cNN || p.prep >= 0):
			continue
		case pn && (s.classes[h.head] != cNN || p.prep >= 0):
			continue
		}
		if s.caseSet(h.agr)&s.caseSet(p.agr) == 0 || s.notes[h.head].kind&isTime != 0 {
			continue
		}
		p.app = true
		if tail >= 0 {
			s.hang(tail, j)
		}
		s.hang(j, i)
	}
}
