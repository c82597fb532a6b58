package morph

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// repair mends what the tagger, which looks at two words around, can't see:
// where the clause has its verb.
func (s *scratch) repair(d *Dict, doc *text.Doc, r text.Range) {
	s.repairSentence(doc, r)
	s.waits = false
	for from := r.From; from < r.To; {
		to := from
		for to < r.To && s.classes[to] != cCOMMA && s.classes[to] != cSTOP {
			to++
		}
		s.repairStretch(d, doc, r, from, to)
		from = to + 1
	}
}

// repairStretch mends the words between two marks, [from, to).
func (s *scratch) repairStretch(d *Dict, doc *text.Doc, r text.Range, from, to int) {
	for i := from; i < to; i++ {
		n := s.notes[i]
		switch s.classes[i] {
		case cPPOSAT:
			if n.has(cVVFIN) && (i+1 == to || s.classes[i+1] == cART) {
				s.read(doc, i, cVVFIN) // "„…“, meinen die Leute"
			}
		case cPRELS:
			if n.has(cPRELAT) && i+1 < to && (s.classes[i+1] == cNN || s.classes[i+1] == cADJA) {
				s.read(doc, i, cPRELAT) // "mit deren Hilfe"
			}
		case cKON:
			if i+1 < to && s.classes[i+1].isFinite() && n.kind&isJoin != 0 && s.firstFinite(from, i) < 0 && s.opens(from) {
				s.repairSecond(doc, from, i) // "Sie verfolgen Ziele und sollen …"
			}
			if n.has(cADV) && n.kind&isPairSecond != 0 && !s.correlate(r.From, i) {
				s.read(doc, i, cADV)
			}
		case cKOKOM, cAPPR:
			s.repairSmall(doc, r, i, from, to)
		case cVAFIN:
			if i > from && i+1 < to && n.kind&isParticle != 0 && s.classes[i] == cVAFIN && s.classes[i-1] == cNE && s.classes[i+1] == cNE {
				s.readName(doc, i) // "Mohammed bin Salman"
			}
		case cADJD, cADJV, cADJA, cADV, cVVFIN, cVVINF, cVVIMP, cFM, cITJ:
			if c := s.classes[i]; n.has(cNN) && i+1 < to && s.classes[i+1] == cART && doc.Tokens[i].Word.Shape&text.Capital != 0 && (c == cADJA && i == r.From || (c == cADJD || c == cADJV) && i <= r.From+1) {
				s.read(doc, i, cNN) // "Forscher der Universität …", "Wie Forscher der …"
				break
			}
			if c := s.classes[i]; c.isVerb() && i == r.From && i+2 < to && n.has(cNN) && s.classes[i+1] == cNE && !doc.Tokens[i+1].Guess && s.isPerson(i+1) && s.classes[i+2] == cNE && s.firstFinite(i+3, to) > 0 {
				s.read(doc, i, cNN) // "Zeuge Karl Holm sagte"
				break
			}
			if c := s.classes[i]; (c == cADJA || c == cADJD || c == cADJV) && n.has(cVVFIN) && i+1 == to && i > from+1 && s.classes[i-1] == cKON && s.notes[i-1].kind&isJoin != 0 && s.firstFinite(from, i-1) >= 0 && to < r.To && s.classes[to] == cCOMMA && doc.Tokens[i].Word.Shape&text.Capital == 0 {
				s.read(doc, i, cVVFIN) // "kamen und berichteten, …"
				break
			}
			if s.classes[i] == cVVFIN && n.has(cADJA) && i > from && i+1 < to && s.classes[i-1] == cCARD && s.classes[i+1] == cNN && len(doc.Tokens[i-1].Word.Form) != len("2014") && n.agrAs(cADJA)&s.notes[i+1].agrAs(cNN)&agrPlur != 0 {
				s.read(doc, i, cADJA) // "1.200 deutsche Abgeordnete, …"
				break
			}
			if i == r.From && s.classes[i].isVerb() && n.has(cNN) && n.agrAs(cNN)&agrPlur != 0 && i+1 < to && (s.classes[i+1].isFinite() || s.classes[i+1] == cAPPO || s.classes[i+1] == cART && s.notes[i+1].agrAs(cART)&agrGen != 0 && s.finiteOrLast(doc, i+2, to)) {
				s.read(doc, i, cNN) // "Umfragen sehen …", "Zahlen des Verbands zeigen …", "Anfragen zufolge"
				break
			}
			if i == r.From && s.classes[i] == cVVFIN && n.has(cVVINF) && i+1 < to && s.classes[i+1] == cVMFIN {
				s.read(doc, i, cVVINF) // "Sparen könne man …"
				break
			}
			if i == r.From && s.classes[i] == cVVFIN && (n.has(cADJD) || n.has(cVVPP)) && i+1 < to && s.classes[i+1].isFinite() {
				if n.has(cADJD) {
					s.read(doc, i, cADJD) // "Enttäuscht zeigte sich Holm"
				} else {
					s.read(doc, i, cVVPP)
				}
				break
			}
			if i == r.From && !s.classes[i].isVerb() && n.has(cVVPP) && i+1 < to && s.classes[i+1] == cVAFIN && doc.Tokens[i+1].Lemma != "sein" {
				s.read(doc, i, cVVPP) // "Gebaut würden …", "Ausgezahlt habe die Bank …"
				break
			}
			if s.classes[i] == cVVFIN && n.has(cADJA) && i > from && i+1 < to && s.classes[i+1] == cNN && n.agrAs(cADJA)&s.notes[i+1].agrAs(cNN) != 0 && doc.Tokens[i].Word.Shape&text.Capital == 0 &&
				(i+2 < to && s.classes[i+2].isFinite() || s.firstFinite(from, i) == from && s.classes[i-1] != cKON) {
				s.read(doc, i, cADJA) // "mit dem Fall vertraute Personen sagten"
				break
			}
			if s.classes[i] == cVVFIN && n.has(cADJA) && i == from && i >= 2 && i+1 < to && s.classes[i-1] == cCOMMA && s.classes[i-2] == cADJA && s.classes[i+1] == cNN && n.agrAs(cADJA)&s.notes[i+1].agrAs(cNN)&s.notes[i-2].agrAs(cADJA) != 0 {
				s.read(doc, i, cADJA) // "30 weitere, bekannte Musiker"
				break
			}
			if c := s.classes[i]; c != cADJA && n.has(cADJA) && doc.Tokens[i].Word.Guess && doc.Tokens[i].Word.Shape&text.Capital == 0 && i > from && i+1 < to && s.classes[i-1] == cAPPR && s.classes[i+1] == cNN && n.agrAs(cADJA)&s.notes[i+1].agrAs(cNN) != 0 {
				s.read(doc, i, cADJA) // "nach südkarelischen Angaben"
				break
			}
			if n.has(cAPPR) && i+1 < to && s.classes[i+1] == cAPPR && s.attributeAhead(doc, i+2, to) {
				s.read(doc, i, cAPPR) // "laut mit der Sache vertrauten Personen"
				break
			}
			if n.has(cAPPR) && s.beforeName(doc, i, from, to) {
				s.read(doc, i, cAPPR) // "Laut Holm"
				break
			}
			if s.capitalVerb(doc, r, i, to) {
				s.readName(doc, i) // "Laut Ahmet Holm"
			}
			if t := &doc.Tokens[i]; i > from && s.classes[i-1] == cNE && s.classes[i] == cADJD && t.Word.Shape&text.Capital != 0 && n.has(cNN) && s.isPerson(i-1) && !t.Guess {
				s.readName(doc, i) // "Eva Grün"
			} else if i > from && s.classes[i-1] == cNE && t.Word.Shape&text.Capital != 0 && !n.has(cNN) && (t.Guess || s.isPerson(i-1) || i+1 >= to || s.classes[i+1] != cNN && s.classes[i+1] != cADJA) {
				s.readName(doc, i) // "Kim Yong-hyun", "Amnesty International"
			} else if i > from && s.classes[i-1] == cNE && s.openingName(doc, r, i, to) {
				s.readName(doc, i) // "Trainer Uwe Morgen sagte"
			} else if c := s.classes[i]; (c == cADJD || c == cADJV) && t.Word.Shape&text.Capital != 0 && i+1 < to && s.classes[i+1] == cNE && (i > r.From || doc.Tokens[i+1].Guess) {
				s.readName(doc, i) // "Human Rights Watch"
			} else if (c == cADJD || c == cADJV || c == cADV) && t.Word.Shape&(text.Capital|text.AllCaps) == text.Capital && i > from && s.classes[i-1] == cNN && (i+1 >= to || s.classes[i+1] != cNN && s.classes[i+1] != cADJA || c != cADV && s.notes[i-1].kind&(isTitled|isPersonTitle) == isTitled) {
				s.readName(doc, i) // "Spiegel Online", "der Sender Polar TV"
			} else if (c == cADJD || c == cADJV || c == cADV) && t.Word.Shape&(text.Capital|text.AllCaps) == text.Capital && i == from+1 && s.classes[from] == cVVFIN && from > r.From && (i+1 >= to || !s.isNominal(i+1) && s.classes[i+1] != cADJA && !s.classes[i+1].isDeterminer()) {
				s.readName(doc, i) // "…, sagte Kurz"
			}
			if s.classes[i] == cADV && n.has(cKON) && n.kind&isPairSecond != 0 && s.correlate(r.From, i) {
				s.read(doc, i, cKON)
			}
			if s.classes[i] == cADV {
				s.repairSmall(doc, r, i, from, to)
				if n.has(cPIS) && n.firstWay(cPIS).pos == text.PRON && (i+1 == to || s.classes[i+1].isVerb() || s.classes[i+1] == cPTKZU) {
					s.read(doc, i, cPIS) // "dass sich etwas ändert"
				}
			}
		case cVAINF:
			if n.has(cPPOSAT) && i+1 < to && (s.classes[i+1] == cNN || s.classes[i+1] == cADJA) && n.agrAs(cPPOSAT)&s.notes[i+1].agr != 0 {
				s.read(doc, i, cPPOSAT) // "als sein Bruder"
			}
		case cKOUS, cPWAV:
			if n.has(cKOKOM) && i > from && s.isNominal(i-1) && i+1 < to && s.isNominal(i+1) {
				s.read(doc, i, cKOKOM) // "Leute wie Anna kamen"
				break
			}
			if n.has(cPWAV) && n.has(cKOKOM) && i+1 < to {
				switch s.classes[i+1] {
				case cADJD, cADJV, cPIAT: // "wie groß", "wie viele"
					s.read(doc, i, cPWAV)
				}
			}
		case cNE:
			if n.has(cNN) && i > from && i+1 < to && s.classes[i-1] == cART && s.classes[i+1].isFinite() && !doc.Tokens[i].Guess && doc.Tokens[i].Word.Shape&text.AllCaps == 0 && s.notes[i-1].agrAs(cART)&n.agrAs(cNN)&agrSing != 0 {
				s.read(doc, i, cNN) // "Der Mann sagte", which is a family name too
			}
		case cNN:
			if n.has(cADJA) && i+1 < to && s.classes[i+1] == cNN && i > from && n.agrAs(cADJA)&s.notes[i+1].agrAs(cNN) != 0 && s.opensNoun(i-1) {
				s.read(doc, i, cADJA) // "der Vereinigten Staaten"
			} else if n.has(cADJA) && i+2 < to && i > from && s.classes[i+1] == cADJA && s.classes[i+2] == cNN && doc.Tokens[i+1].Word.Shape&text.Capital != 0 && s.opensNoun(i-1) && n.agrAs(cADJA)&s.notes[i+2].agrAs(cNN) != 0 {
				s.read(doc, i, cADJA) // "das Deutsche Rote Kreuz"
			} else if i+1 < to && s.classes[i+1] == cNE && doc.Tokens[i+1].Guess && len(doc.Tokens[i].Word.Form) <= 3 && doc.Tokens[i].Word.Shape&(text.Capital|text.AllCaps) == text.Capital && n.kind&(isTime|isCount) == 0 && (i == from || !s.classes[i-1].isDeterminer() && s.classes[i-1] != cADJA) {
				s.readName(doc, i) // "Al Jazeera", "Xi Jinping"
			} else if i+1 < to && s.classes[i+1] == cNN && s.placeAdjective(d, doc, i, from) {
				t := &doc.Tokens[i]
				s.classes[i] = cADJA
				t.Class, t.Reading = uint8(cADJA), text.Reading{Lemma: t.Word.Form, POS: text.ADJ, Feats: text.Pos}
			} else if i > from && s.classes[i-1] == cNE && s.isPerson(i-1) && n.agrAs(cNN)&agrSing != 0 && doc.Tokens[i].Word.Head == "" {
				s.readName(doc, i) // "Helmut Kohl", "Hassan al-Bakri"
			} else if i > from && s.classes[i-1] == cNE && (s.isPerson(i-1) && s.doubleName(doc, i) || s.surname(doc, i, from)) {
				s.readName(doc, i) // "Ingrid Mayr-Reiter", "Bastian Schweinsteiger"
			} else if i > from && s.classes[i-1] == cNE && (s.openingName(doc, r, i, to) || i-1 > from && s.titledPlural(doc, i)) {
				s.readName(doc, i) // "Minister Jens Freitag", "Anwalt Karl Kräuter"
			} else if i > from && i+1 < to && s.classes[i+1] == cNE && (s.classes[i-1] == cNN || s.classes[i-1] == cADJA) && s.firstNameLike(doc, i) {
				s.readName(doc, i) // "Präsident Cord Holm"
			}
		}
	}
	s.repairRelative(doc, r, from, to)
	s.repairShortRelative(doc, r, from, to)
	s.repairFinite(doc, r, from, to)
	s.repairParticle(d, doc, r, from, to)
	for i := from; i < to; i++ {
		switch s.classes[i] {
		case cART:
			s.repairArticle(doc, r, i, from, to)
		case cPRELS:
			if i > from && s.classes[i-1] != cAPPR && s.opensAttribute(doc, i, to) {
				s.read(doc, i, cART) // "wie die seit Mai amtierende Chefin sagte"
			}
		case cPDS:
			if s.opensAttribute(doc, i, to) {
				s.read(doc, i, cART)
			} else if s.notes[i].has(cPRELS) && from > r.From && doc.Tokens[from-1].Word.Form == "," && s.opensStretch(i, from) && s.verbEnds(i, r.To) && s.firstFinite(i, to) > i+1 {
				s.read(doc, i, cPRELS) // "…, in denen die Leute wohnen"
				if s.notes[i].has(cPRELAT) && (s.classes[i+1] == cNN || s.classes[i+1] == cADJA) {
					s.read(doc, i, cPRELAT)
				}
			}
		}
	}
}

// opensAttribute reports whether token i, read as a pronoun, is the article of a noun that
// comes behind a participle and what belongs to it: "das von der Stadt geführte Heim",
// "die ernst zu nehmende Lage".
func (s *scratch) opensAttribute(doc *text.Doc, i, to int) bool {
	n := s.notes[i]
	if !n.has(cART) || i+2 >= to || s.classes[i+1].isFinite() {
		return false
	}
	e, clause := i+1, doc.Tokens[i].Clause
	for e < to && e < i+4 && (s.classes[e] == cADV || s.classes[e] == cADJD || s.classes[e] == cADJV || s.classes[e] == cPTKNEG) {
		e++
	}
	if e < to && s.mustBe(doc, e, to) {
		e++
	} else {
		e = s.attribute(doc, i+1, to, clause)
	}
	return e > 0 && e < to && s.nounAfter(doc, e, to, clause, n.agrAs(cART))
}

// repairSmall reads a small word that is subjunction, preposition, particle or
// adverb by what follows it.
func (s *scratch) repairSmall(doc *text.Doc, r text.Range, i, from, to int) {
	n := s.notes[i]
	c := s.classes[i]
	if n.has(cPWAV) && i == from && i+1 < to {
		switch x := s.classes[i+1]; {
		case x == cPIAT, (x == cADJD || x == cADJV) && i+2 < to && s.classes[i+2] != cPUNCT:
			s.read(doc, i, cPWAV) // "wie viele", "wie groß ist"
			return
		}
	}
	if c == cAPPR && (i+1 == to || s.classes[i+1].isVerb() || s.classes[i+1] == cPTKZU) {
		for _, x := range [...]class{cADJV, cADV} {
			if n.has(x) {
				s.read(doc, i, x) // "laut sprach er"
				return
			}
		}
	}
	if c == cAPPR && n.has(cPTKA) && i+1 < to && (s.classes[i+1] == cADJD || s.classes[i+1] == cADJV) && (i+2 >= to || !s.isNominal(i+2)) {
		s.read(doc, i, cPTKA) // "zu müde"
		return
	}
	if c != cADV && n.has(cKOUS) && i+1 < to {
		next := s.classes[i+1]
		// "als würde er", "während er schlief"
		if c == cKOKOM && next.isFinite() || s.opensStretch(i, from) && s.verbEnds(i, r.To) {
			s.read(doc, i, cKOUS)
			return
		}
	}
	if (c == cADV || c == cKOKOM) && n.has(cKOUS) && i == r.From && i == from && to+1 < r.To && s.classes[to] == cCOMMA && s.classes[to+1].isFinite() && to > i+2 {
		f, last := s.firstFinite(i+1, to), s.notes[to-1]
		if f == to-1 || f < 0 && s.classes[to-1] == cVVINF && last.has(cVVFIN) {
			s.read(doc, i, cKOUS) // "Da 30 Züge ausfielen, rechnet …"
			if f < 0 {
				s.read(doc, to-1, cVVFIN) // "Da 30 Leute fehlen, fordert …"
			}
			return
		}
	}
	if n.has(cKOUI) && c == cAPPR && s.opensStretch(i, from) && s.infinitiveEnds(i, to) {
		s.read(doc, i, cKOUI) // "um … zu senken"
		return
	}
	if n.has(cPTKZU) && c == cAPPR && i+1 < to {
		// "zu erhalten"
		x := s.notes[i+1]
		if x.has(cVVINF) && doc.Tokens[i+1].Word.Shape&text.Capital == 0 && (i+2 >= to || !s.isNominal(i+2)) {
			s.read(doc, i, cPTKZU)
			s.read(doc, i+1, cVVINF)
			return
		}
	}
	if c == cAPPR && n.kind&isApprox != 0 && i > from && i+1 < to && s.classes[i+1] == cCARD {
		// "in über 500 Fällen", "knapp über 70 Prozent"
		switch p := s.classes[i-1]; {
		case p == cAPPR, p == cAPPRART, p.isDeterminer(), p == cADV && s.notes[i-1].kind&isApprox != 0:
			s.classes[i] = cADV
			t := &doc.Tokens[i]
			t.Class, t.Reading = uint8(cADV), text.Reading{Lemma: t.Word.Lower, POS: text.ADV}
		}
	}
}

// placeAdjective reports whether noun i before another noun is an adjective in
// -er that doesn't inflect: "die 70er Jahre", "das Pariser Abkommen".
func (s *scratch) placeAdjective(d *Dict, doc *text.Doc, i, from int) bool {
	w := doc.Tokens[i].Word
	f := w.Form
	if len(f) < 4 || f[len(f)-2:] != "er" || s.notes[i].kind&isTitled != 0 {
		return false
	}
	if w.Shape&text.Digits != 0 {
		return true
	}
	if i == from || !s.opensNoun(i-1) {
		return d.fromPlace(f)
	}
	a := s.notes[i-1].agrAs(s.classes[i-1])
	next := a&s.notes[i+1].agrAs(cNN) != 0
	return next && (a&s.notes[i].agrAs(cNN) == 0 || w.Guess || d.fromPlace(f))
}

// fromPlace reports whether form, which ends in -er, is made from a name the
// dictionary knows: "Tiroler", "Bremer", "Dresdner".
func (d *Dict) fromPlace(form string) bool {
	base := form[:len(form)-len("er")]
	if d.isName(base) || d.isName(base+"en") || d.isName(base+"e") {
		return true
	}
	base, n := strings.CutSuffix(base, "n")
	return n && d.isName(base+"en")
}

// isName reports whether the first reading of form is a proper name.
func (d *Dict) isName(form string) bool {
	if d == nil || len(form) < 3 {
		return false
	}
	var buf [8]text.Reading
	rs := d.AppendLookup(buf[:0], form)
	return len(rs) > 0 && rs[0].POS == text.PROPN
}

// correlate reports whether the first word of a paired conjunction ("weder")
// stands in [from, i).
func (s *scratch) correlate(from, i int) bool {
	for k := from; k < i; k++ {
		if s.notes[k].kind&isPairFirst != 0 {
			return true
		}
	}
	return false
}

// infinitiveEnds reports whether the stretch behind token i ends with an
// infinitive with zu and has no finite verb.
func (s *scratch) infinitiveEnds(i, to int) bool {
	zu := false
	for k := i + 1; k < to; k++ {
		switch c := s.classes[k]; {
		case c.isFinite():
			return false
		case c == cPTKZU, c == cVVIZU:
			zu = true
		}
	}
	return zu
}

// repairFinite sees to it that a stretch with subjunction has its finite verb
// and one with a finite auxiliary no second one.
func (s *scratch) repairFinite(doc *text.Doc, r text.Range, from, to int) {
	const fin = 1<<cVVFIN | 1<<cVAFIN | 1<<cVMFIN
	intro, finite, end := -1, -1, -1
	for i := from; i < to; i++ {
		switch c := s.classes[i]; {
		case c == cKOUS, c == cPRELS, c == cPRELAT, (c == cPWS || c == cPWAV || c == cPWAT) && from > r.From:
			if intro < 0 {
				intro = i
			}
		case c == cKON && finite >= 0:
			return
		case c == cPUNCT:
			continue
		case c.isFinite():
			if finite < 0 {
				finite = i
			}
		}
		end = i
	}
	if end < 0 {
		return
	}
	if intro < 0 && finite < 0 {
		if finite = s.finiteBehind(doc, r, from, to); finite >= 0 {
			s.waits = false
			return
		}
	}
	n := s.notes[end]
	waits := s.waits && intro < 0 && finite < 0
	s.waits = (intro >= 0 || waits) && finite < 0
	switch {
	case waits && n.set&fin != 0 && s.classes[end].isVerb():
		// "wenn A, B oder C umgebaut werden"
		for _, c := range n.cand() {
			if c.isFinite() && c != cVVIMP {
				s.read(doc, end, c)
				s.waits = false
				break
			}
		}
	case intro < 0 && finite < 0 && (from == r.From || doc.Tokens[from-1].Word.Form == ":" || doc.Tokens[from-1].Word.Form == ";"):
		s.repairSecond(doc, from, to)
	case intro < 0 && finite < 0 && (s.classes[from].isDeterminer() || s.opensCount(from, to)) && !waits && !s.awaits(cVAFIN, r.From, from) && !s.awaits(cVMFIN, r.From, from):
		s.repairSecond(doc, from, to) // "Die Firma lobt den Plan, der Verband bezweifelt, dass …"
	case intro >= 0 && finite < 0 && end > intro+1 && n.set&fin != 0 && !s.isNominal(end):
		for _, c := range n.cand() {
			if c.isFinite() && c != cVVIMP {
				s.read(doc, end, c) // "dass sie es versuchen"
				s.waits = false
				break
			}
		}
	case intro < 0 && finite >= 0 && finite < end:
		switch c, f := s.classes[end], s.classes[finite]; {
		case c == cVVFIN && f == cVAFIN && n.has(cVVPP):
			s.read(doc, end, cVVPP) // "wurde das Kommando entzogen"
		case c == cVVFIN && f != cVVFIN && n.has(cVVINF):
			s.read(doc, end, cVVINF)
		case (c == cADJD || c == cADJV) && f == cVAFIN && n.has(cVVPP) && doc.Tokens[finite].Lemma == "haben":
			s.read(doc, end, cVVPP) // "hatte damals argumentiert, dass"
		case c == cVMFIN && f == cVAFIN && n.has(cVMINF):
			s.read(doc, end, cVMINF) // "hätte gesperrt werden müssen"
		case c == cVAFIN && f == cVMFIN && n.has(cVAINF):
			s.read(doc, end, cVAINF) // "soll … gefunden haben"
		case c == cVVINF && f == cVAFIN && n.has(cVVPP) && s.classes[end-1] != cPTKZU && doc.Tokens[finite].Lemma == "haben":
			s.read(doc, end, cVVPP) // "haben … bekommen"
		}
	}
	if intro < 0 && finite == end && finite >= 0 && n.has(cVVPP) && s.classes[end] == cVVFIN && from > r.From && s.awaits(cVAFIN, r.From, from) {
		s.read(doc, end, cVVPP) // "sind 18 Soldaten, die dort kämpften, desertiert"
	}
	if intro < 0 && finite == end && end > from && s.classes[end] == cVAFIN && n.has(cVAINF) && s.classes[end-1] == cVVPP && s.awaits(cVMFIN, r.From, from) {
		s.read(doc, end, cVAINF) // "soll am Freitag, dem 17. März, gekommen sein"
	}
	if from > r.From && s.classes[from] == cVVFIN && s.notes[from].has(cVVPP) && from+1 < to && s.notes[from+1].kind&isAgent != 0 {
		s.read(doc, from, cVVPP) // "…, verursacht durch Regen"
	}
	s.repairPredicate(doc, from, end)
	for i := from + 1; i <= end; i++ {
		if s.classes[i] == cVVFIN && s.notes[i].has(cADJA) && i == finite && i+1 <= end && s.classes[from].isDeterminer() && (s.classes[i+1] == cADJA || s.classes[i+1] == cNN) && s.firstFinite(i+1, end+1) > i && s.notes[i].agrAs(cADJA)&s.notes[from].agrAs(s.classes[from]) != 0 {
			s.read(doc, i, cADJA) // "die nach Norden entsandten Helfer trafen …"
			continue
		}
		if s.classes[i] == cVVFIN && s.notes[i].has(cADJA) && finite >= 0 && i < end && s.classes[i+1] == cNN &&
			(finite < i || intro >= 0 || s.firstFinite(i+1, end+1) > i) {
			k := from
			if finite < i {
				k = finite + 1
			}
			if k = s.bracketed(k, i); k >= 0 {
				s.read(doc, k, cART)
				s.read(doc, i, cADJA) // "wurde der in der Stadt erwartete Spruch vertagt"
				continue
			}
		}
		if s.classes[i] == cVVFIN && s.notes[i].has(cADJA) && i < end && s.classes[i+1] == cNN && s.inPhrase(i) {
			s.read(doc, i, cADJA) // "der polizeilich erfassten Fälle"
			continue
		}
		if s.classes[i] != cVVFIN || !s.notes[i].has(cVVPP) {
			continue
		}
		switch {
		case i+2 <= end && s.classes[i+1] == cPTKZU && s.classes[i+2].isVerb():
			s.read(doc, i, cVVPP) // "getötet zu haben"
		case i > from+1 && s.classes[i-1] == cKON && s.classes[i-2] == cVVPP && finite >= 0 && finite < i-2 && s.classes[finite] == cVAFIN:
			s.read(doc, i, cVVPP) // "wurde aufgelöst und ersetzt"
		}
	}
	// "verwundet oder verletzt worden sein"
	for i := from + 1; i < end; i++ {
		if s.classes[i] == cVVFIN && s.notes[i].has(cVVPP) && (s.classes[i+1] == cVAPP || s.classes[i+1] == cVAINF) {
			s.read(doc, i, cVVPP)
		}
		if i > from+1 && s.classes[i] == cVVPP && s.classes[i-1] == cKON && s.notes[i-2].has(cVVPP) && (s.classes[i-2].isVerb() || s.classes[i-2] == cADV || s.classes[i-2] == cADJD || s.classes[i-2] == cADJV) {
			s.read(doc, i-2, cVVPP)
		}
	}
}

// finiteBehind reads the word right behind a pronoun that opens the stretch, or right
// behind a quotation, as its finite verb when it can be one: "…, man bereite Streiks vor". It returns its place,
// -1 for none.
func (s *scratch) finiteBehind(doc *text.Doc, r text.Range, from, to int) int {
	if from >= 2 && from < to && s.classes[from-1] == cCOMMA && doc.Tokens[from-2].Word.Shape&text.QuoteClose != 0 && doc.Tokens[from].Word.Shape&text.Capital == 0 && s.notes[from].has(cVVFIN) {
		s.read(doc, from, cVVFIN) // "„…“, weisen Experten hin"
		return from
	}
	if from > 0 && from+1 < to && s.classes[from-1] == cCOMMA && s.classes[from] == cVVINF && s.notes[from].has(cVVFIN) && (s.isNominal(from+1) || s.classes[from+1].isDeterminer()) && !s.awaits(cVMFIN, r.From, from) {
		s.read(doc, from, cVVFIN) // "Es sei teuer, kolportieren Kritiker"
		return from
	}
	if from+1 >= to || s.classes[from] != cPPER && s.classes[from] != cPIS || !s.notes[from+1].has(cVVFIN) || s.classes[from+1].isVerb() {
		return -1
	}
	if s.notes[from].agrAs(s.classes[from])&agrNom == 0 {
		return -1
	}
	s.read(doc, from+1, cVVFIN)
	return from + 1
}

// repairSecond gives a main clause without finite verb one from the words that
// can stand second: "Zudem erhalten die Leute …", "Die Leute merken, dass …".
func (s *scratch) repairSecond(doc *text.Doc, from, to int) {
	for i := from + 1; i < to; i++ {
		switch s.classes[i] {
		case cPTKZU:
			return // an infinitive clause: "…, das Haus zu bauen und …"
		case cADJA, cADJD, cADJV:
			// "Stattdessen rettete Anna den Hund"
			if n := s.notes[i]; n.has(cVVFIN) && i+1 < to && !s.opensNoun(i-1) && doc.Tokens[i].Word.Shape&text.Capital == 0 {
				switch c := s.classes[i+1]; c {
				case cNE, cART, cPPER, cPRF, cPPOSAT, cPTKVZ:
					s.read(doc, i, cVVFIN)
					return
				}
			}
		}
		if c := s.classes[i]; c != cVVINF && c != cVVPP || !s.notes[i].has(cVVFIN) || s.classes[i-1] == cPTKZU || doc.Tokens[i].Word.Shape&text.Capital != 0 {
			continue
		}
		if i+1 == to || i+2 == to && s.classes[i+1] == cPUNCT {
			if to+1 < len(s.classes) && s.classes[to] == cCOMMA && (s.classes[to+1] == cKOUS || s.classes[to+1] == cKOUI || s.notes[to+1].has(cKOUI) || s.statementFollows(from, to)) && (s.isNominal(i-1) || i-1 == from && (s.classes[from] == cPIS || s.classes[from] == cPIAT) || s.notes[i-1].kind&isContrast != 0 && i > from+1 && s.isNominal(i-2)) {
				s.read(doc, i, cVVFIN) // also "Lehrer fehlen, sagte der Minister", "Die Leute sagen, es sei so"
			} else if s.isTheirVerb(doc, from, i) {
				s.read(doc, i, cVVFIN) // "Die Kosten steigen."
			}
			return
		}
		if c := s.classes[i+1]; !c.isVerb() && c != cPTKZU && c != cPUNCT && (c != cKON || i+2 == to) {
			s.read(doc, i, cVVFIN)
		}
		return
	}
}

// opensCount reports whether a number, or a word such as "über" before one, stands at token
// from.
func (s *scratch) opensCount(from, to int) bool {
	return s.classes[from] == cCARD || from+1 < to && s.classes[from+1] == cCARD && s.notes[from].kind&isApprox != 0
}

// isTheirVerb reports whether a phrase in the plural with a determiner or number, which can be
// subject, and nothing else stands between from and the infinitive i.
func (s *scratch) isTheirVerb(doc *text.Doc, from, i int) bool {
	for from < i && s.classes[from] == cPUNCT {
		from++
	}
	if s.classes[i] != cVVINF || !s.classes[from].isDeterminer() && !s.opensCount(from, i) {
		return false
	}
	if s.classes[from] != cCARD && !s.classes[from].isDeterminer() {
		from++
	}
	p, ok := s.nounPhrase(doc, from, i)
	return ok && p.To == i && p.agr&agrNom&agrPlur != 0
}

// statementFollows reports whether the stretch [from, to), which begins with no
// preposition, stands before one with a finite verb and no subjunction.
func (s *scratch) statementFollows(from, to int) bool {
	if c := s.classes[from]; c == cAPPR || c == cAPPRART {
		return false // "Von der Presse gelobt, trat er auf"
	}
	for i := to + 1; i < len(s.classes) && s.classes[i] != cCOMMA && s.classes[i] != cSTOP; i++ {
		switch c := s.classes[i]; {
		case c == cKOUS, c == cPRELS, c == cPRELAT, c == cKOUI:
			return false
		case c.isFinite():
			return true
		}
	}
	return false
}

// beforeName reports whether token i, written with a capital, opens a sentence or what
// stands between marks, and a name or noun follows.
func (s *scratch) beforeName(doc *text.Doc, i, from, to int) bool {
	if doc.Tokens[i].Word.Shape&text.Capital == 0 || i+1 >= to || i > from && s.classes[i-1] != cPUNCT && s.classes[i-1] != cSTOP && s.classes[i-1] != cCOMMA {
		return false
	}
	c := s.classes[i+1]
	return c == cNE || c == cNN && !s.classes[i].isVerb() && s.classes[i] != cADJA || (c == cADJD || c == cADJV) && doc.Tokens[i+1].Word.Shape&text.Capital != 0
}

// capitalVerb reports whether token i, read as a verb, is written with a capital where no
// sentence or quotation begins, or begins one before another verb or before a name whose verb
// comes later: it is a name the dictionary does not have.
func (s *scratch) capitalVerb(doc *text.Doc, r text.Range, i, to int) bool {
	if s.classes[i] != cVVFIN && s.classes[i] != cVVINF && s.classes[i] != cVVIMP || doc.Tokens[i].Word.Shape&(text.Capital|text.AllCaps) != text.Capital || s.notes[i].has(cNN) {
		return false
	}
	if i > r.From && s.classes[i-1] != cPUNCT && s.classes[i-1] != cSTOP && s.classes[i-1] != cCOMMA {
		return true
	}
	if n := s.notes[i]; i+1 < to && !n.has(cVVPP) && !n.has(cVVINF) && (s.classes[i+1].isFinite() || s.classes[i+1] == cVVPP && s.notes[i+1].has(cVVFIN)) {
		if s.classes[i+1] == cVVPP {
			s.read(doc, i+1, cVVFIN)
		}
		return true // "Google beschäftigt 300 Leute", but "Kontrolliert soll werden"
	}
	if i+1 >= to || s.classes[i+1] != cNE {
		return false
	}
	return doc.Tokens[i+1].Guess && s.firstFinite(i+1, to) > i+1
}

// surname reports whether noun i behind a name goes on with it: behind a lone first name,
// behind two names when it is short ("Kim Jong Un"), or with a small word before a
// hyphen ("Abdel Fattah al-Sisi").
func (s *scratch) surname(doc *text.Doc, i, from int) bool {
	w := doc.Tokens[i].Word
	second := i-2 >= from && s.classes[i-2] == cNE
	if s.notes[i].kind&(isTime|isCount|isTitled) != 0 || s.notes[i].agrAs(cNN)&agrSing == 0 && !second {
		return false
	}
	if k := strings.IndexByte(w.Form, '-'); k > 0 && k <= 3 && w.Shape&text.Capital == 0 && k+1 < len(w.Form) && w.Form[k+1] >= 'A' && w.Form[k+1] <= 'Z' {
		return true
	}
	if second {
		return len(w.Form) <= 4 && w.Head == ""
	}
	return s.isGivenName(i-1) && !doc.Tokens[i-1].Guess && !strings.HasSuffix(doc.Tokens[i-1].Word.Form, "s") && w.Shape&text.Hyphen == 0 && !isAgentNoun(w.Head) == (w.Head == "")
}

// doubleName reports whether token i is written like the last part of a name: two
// words with a hyphen of which the second is no common noun but for one in -er or
// -mann, which names often are.
func (s *scratch) doubleName(doc *text.Doc, i int) bool {
	w := doc.Tokens[i].Word
	k := strings.IndexByte(w.Form, '-')
	if k < 1 || k+2 >= len(w.Form) || w.Shape&text.Capital == 0 {
		return false
	}
	head := strings.ToLower(w.Head)
	return w.Head == "" || strings.HasSuffix(head, "er") || strings.HasSuffix(head, "mann")
}

// agentEndings are endings of nouns for somebody who has an office or trade.
var agentEndings = [...]string{"in", "er", "or", "eur", "ent", "ant", "ist", "oge", "nom", "chef", "anwalt", "arzt", "rat", "eral", "wirt", "vorsitzende", "abgeordnete"}

// isAgentNoun reports whether the noun ends like one for somebody.
func isAgentNoun(noun string) bool {
	for _, e := range agentEndings {
		if strings.HasSuffix(noun, e) {
			return true
		}
	}
	return false
}

// firstNameLike reports whether noun i between a word for somebody and a name is a
// first name the dictionary does not have: short, in the singular, without an article.
func (s *scratch) firstNameLike(doc *text.Doc, i int) bool {
	w := doc.Tokens[i].Word
	if len(w.Form) > 8 || w.Head != "" || w.Shape&(text.Capital|text.Hyphen|text.AllCaps|text.Digits) != text.Capital || s.notes[i].kind&(isTitled|isTime|isCount) != 0 || s.notes[i].agrAs(cNN)&agrSing == 0 {
		return false
	}
	if !doc.Tokens[i+1].Guess && s.isPerson(i+1) {
		return false // it has its first name
	}
	return isAgentNoun(doc.Tokens[i-1].Lemma) && !isAgentNoun(w.Form)
}

// inPhrase reports whether only adverbs part token i from a determiner that
// agrees with the noun behind i.
func (s *scratch) inPhrase(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch c := s.classes[k]; {
		case c == cADV, c == cADJV, c == cADJD, c == cPTKNEG:
			continue
		case c.isDeterminer():
			return s.notes[k].agrAs(c)&s.notes[i].agrAs(cADJA)&s.notes[i+1].agrAs(cNN) != 0
		}
		return false
	}
	return false
}

// bracketed returns the determiner right before a preposition, at or behind token
// from, that opens the noun phrase which goes on with the attribute i; -1 for none.
func (s *scratch) bracketed(from, i int) int {
	for k := from; k+1 < i; k++ {
		if s.classes[k] == cKON {
			break
		}
		if n := s.notes[k]; n.has(cART) && (s.classes[k+1] == cAPPR || s.classes[k+1] == cAPPRART) {
			if n.agrAs(cART)&s.notes[i].agrAs(cADJA)&s.notes[i+1].agrAs(cNN) != 0 {
				return k
			}
			break
		}
	}
	return -1
}

// repairPredicate reads an adjective at the end of a stretch whose only verb is
// sein as its predicate: "soll 30 Jahre alt sein", "dass es unklar ist".
func (s *scratch) repairPredicate(doc *text.Doc, from, end int) {
	be := false
	last := -1
	for i := from; i <= end; i++ {
		switch c := s.classes[i]; {
		case c == cVAFIN || c == cVAINF:
			if doc.Tokens[i].Lemma != "sein" {
				return
			}
			be = true
		case c == cVMFIN:
		case c.isVerb():
			return
		case c == cPUNCT:
		default:
			last = i
		}
	}
	if be && last >= 0 && s.classes[last] == cADJV {
		s.read(doc, last, cADJD)
	}
}

// awaits reports whether the last main clause in [from, to) has a finite verb of
// class aux and no participle or infinitive for it yet.
func (s *scratch) awaits(aux class, from, to int) bool {
	open, sub := false, false
	for i := from; i < to; i++ {
		switch c := s.classes[i]; {
		case c == cCOMMA || c == cSTOP:
			sub = false
		case c == cKOUS || c == cPRELS || c == cPRELAT || c == cKOUI:
			sub = true
		case sub:
		case c == aux && !open:
			open = true
		case c.isFinite(): // of a clause put in between: "das sind alle"
		case c.isVerb():
			open = false
		}
	}
	return open
}

// repairParticle reads the last word of a stretch as separated particle when the
// dictionary knows the verb they make, and as something else when none of its
// verbs stands before it.
func (s *scratch) repairParticle(d *Dict, doc *text.Doc, r text.Range, from, to int) {
	verb := s.verbBehind(r, from, to)
	for i := from; i < to; i++ {
		switch c := s.classes[i]; {
		case c == cVVFIN || c == cVVIMP:
			verb = i
		case c == cPTKVZ && verb < 0:
			for _, x := range s.notes[i].cand() {
				if x != cPTKVZ {
					s.read(doc, i, x)
					break
				}
			}
		case c != cPTKVZ && verb >= 0 && verb < i && s.notes[i].has(cPTKVZ):
			end := i+1 == to || s.classes[i+1] == cPUNCT || s.classes[i+1] == cKON
			if end && d != nil && s.separable(d, verb, doc.Tokens[i].Word.Lower) {
				s.read(doc, i, cPTKVZ)
			}
		}
	}
}

// verbBehind is the finite verb of the stretch before the one that ends at token from, when
// that is put in: a day ("teilte X heute, Freitag, | in Wien mit"), or anything without a
// finite verb or with it last before a lone word ("teilte X, die Chefin, | mit"); -1 for none.
func (s *scratch) verbBehind(r text.Range, from, to int) int {
	for to > from && (s.classes[to-1] == cPUNCT || s.classes[to-1] == cSTOP) {
		to--
	}
	day, alone := true, to == from+1
	i := from - 2
	for ; i > r.From && s.classes[i] != cCOMMA; i-- {
		c := s.classes[i]
		day = day && (s.notes[i].kind&isTime != 0 || c == cCARD)
		if c.isFinite() && i < from-2 || c == cSTOP {
			return -1
		}
	}
	if i <= r.From || i == from-2 || !day && !alone {
		return -1
	}
	for i--; i >= r.From && s.classes[i] != cCOMMA; i-- {
		if c := s.classes[i]; c == cVVFIN {
			return i
		} else if c.isVerb() {
			return -1
		}
	}
	return -1
}

// separable reports whether one of the verbs that token v can be takes particle.
func (s *scratch) separable(d *Dict, v int, particle string) bool {
	n := s.notes[v]
	for i := range n.ways {
		w := &n.ways[i]
		if w.class != cVVFIN && w.class != cVVIMP || i > 0 && n.ways[i-1].lemma == w.lemma && n.ways[i-1].class == w.class {
			continue
		}
		if _, ok := d.Separable(particle, n.lemma(w)); ok {
			return true
		}
	}
	return false
}

// opens reports whether no subjunction stands at token from.
func (s *scratch) opens(from int) bool {
	switch s.classes[from] {
	case cKOUS, cPRELS, cPRELAT, cKOUI, cAPPR, cPWAV, cPWS:
		return false
	}
	return true
}

// repairArticle reads an article without a noun of its own as pronoun: relative
// behind a comma when the verb stands last.
func (s *scratch) repairArticle(doc *text.Doc, r text.Range, i, from, to int) {
	n := s.notes[i]
	final := from > r.From && n.has(cPRELS) && s.opensStretch(i, from) && s.verbEnds(i, r.To)
	p, ok := s.nounPhrase(doc, i, to)
	if ok && (s.isNominal(p.head) || p.head > i) {
		if final && s.relativeBefore(doc, r, &p, to) && s.takesUp(r, i, from) {
			s.read(doc, i, cPRELS)
		}
		return
	}
	for k := i + 2; k < to; k++ {
		// "die in Gerüchten erwartete Leiste": its noun comes later
		if s.classes[k] == cADJA && !s.belongs(k, to) && s.nounFollows(doc, k, to, doc.Tokens[i].Clause) {
			return
		}
	}
	if final {
		s.read(doc, i, cPRELS)
	} else if n.has(cPDS) && i+1 < to && s.classes[i+1] != cADJA {
		s.read(doc, i, cPDS)
	}
}

// repairRelative reads an article, with or without a preposition, that doesn't agree
// with the noun behind it as the beginning of a relative clause, and its last word as
// the finite verb: "…, zu der 300 Gäste erwartet werden", "…, dem 30 Häuser gehören".
func (s *scratch) repairRelative(doc *text.Doc, r text.Range, from, to int) {
	const fin = 1<<cVVFIN | 1<<cVAFIN | 1<<cVMFIN
	end := to - 1
	for end > from && s.classes[end] == cPUNCT {
		end--
	}
	i := from
	if s.classes[i] == cAPPR {
		i++
	}
	if from == r.From || end < i+2 || doc.Tokens[from-1].Word.Form != "," || s.classes[i] != cART || !s.notes[i].has(cPRELS) ||
		!s.classes[end].isVerb() || s.notes[end].set&fin == 0 || s.firstFinite(from, to) >= 0 || !s.hasFullVerb(r.From, from-1) && (s.awaits(cVMFIN, r.From, from) || s.awaits(cVAFIN, r.From, from)) {
		return
	}
	k := i + 1
	for k < end && (s.classes[k] == cCARD || s.classes[k] == cPIAT || s.classes[k] == cADJA || s.classes[k] == cADV) {
		k++
	}
	if s.classes[k] != cNN || s.classes[end-1] == cPTKZU {
		return
	}
	if a := s.notes[i].agrAs(cART) & s.notes[k].agrAs(cNN); i > from && a&(agrDat|agrAcc) != 0 || i == from && (a != 0 || s.classes[i+1] != cCARD) {
		return
	}
	for _, c := range s.notes[end].cand() {
		if c.isFinite() && c != cVVIMP {
			s.read(doc, i, cPRELS)
			s.read(doc, end, c)
			return
		}
	}
}

// finiteOrLast reports whether a finite verb stands in [from, to), or a form that can be one
// stands last, which is then read as one: "Zahlen des Verbands | zeigen |, dass …".
func (s *scratch) finiteOrLast(doc *text.Doc, from, to int) bool {
	if s.firstFinite(from, to) >= 0 {
		return true
	}
	if to-1 < from || s.classes[to-1] != cVVINF || !s.notes[to-1].has(cVVFIN) || s.classes[to-2] == cPTKZU {
		return false
	}
	s.read(doc, to-1, cVVFIN)
	return true
}

// attributeAhead reports whether a participle and its noun stand soon behind token k with
// nothing but nouns, articles and adjectives before them.
func (s *scratch) attributeAhead(doc *text.Doc, k, to int) bool {
	for e := k + 6; k+1 < to && k < e; k++ {
		switch c := s.classes[k]; {
		case c == cADJA && s.participle(doc, k) && s.classes[k+1] == cNN && s.isNominal(k-1):
			return true
		case c == cADJA, c == cNN, c == cNE, c.isDeterminer():
		default:
			return false
		}
	}
	return false
}

// hasFullVerb reports whether the words behind the last comma in [from, to) have a
// finite verb that needs no other: "…, | sagte Holm".
func (s *scratch) hasFullVerb(from, to int) bool {
	for k := to - 1; k >= from && s.classes[k] != cCOMMA; k-- {
		if s.classes[k] == cVVFIN {
			return true
		}
	}
	return false
}

// repairShortRelative reads a relative clause of two words behind a noun: "eine Studie,
// die besagt, …", "ein Mann, der sagt, …".
func (s *scratch) repairShortRelative(doc *text.Doc, r text.Range, from, to int) {
	if from < r.From+2 || to != from+2 || to >= r.To || s.classes[to] != cCOMMA || s.classes[from-1] != cCOMMA || !s.isNominal(from-2) || doc.Tokens[from].Word.Lower == "das" {
		return
	}
	if c := s.classes[from]; c != cPRELS && c != cPDS && c != cART || !s.notes[from].has(cPRELS) {
		return
	}
	if c := s.classes[from+1]; !c.isVerb() && c != cADJD && c != cADJV || !s.notes[from+1].has(cVVFIN) {
		return
	}
	s.read(doc, from, cPRELS)
	s.read(doc, from+1, cVVFIN)
}

// relativeBefore reports whether p, "die Kunden" in "…, die Kunden hilft", is a
// relative pronoun and a noun rather than a phrase that opens a main clause: the
// noun can't be subject, or more than one phrase stands before the verb.
func (s *scratch) relativeBefore(doc *text.Doc, r text.Range, p *phrase, to int) bool {
	f := s.firstFinite(p.To, to)
	if f < 0 || p.From+1 >= to {
		return false
	}
	num := s.finiteNumber(f)
	if p.agr&agrNom&num == 0 {
		return true
	}
	// the noun without the article must be able to stand alone
	if a := s.notes[p.head].agrAs(s.classes[p.head]); a&s.notes[p.From].agrAs(cART) == 0 {
		return true
	}
	for k := p.To; k < f; k++ {
		switch c := s.classes[k]; c {
		case cADV, cADJV, cPRF, cPPER, cPTKNEG:
			if k == p.To && k == f-1 && s.notes[k].kind&isContrast != 0 {
				return false // "…, der Minister hingegen mahnt, …"
			}
			return true
		case cVVPP:
			if k == p.To && k == f-1 && s.classes[f] == cVAFIN {
				return true // "30 Euro, die Analysten erwartet hatten"
			}
		case cPTKZU:
			return false
		case cAPPR, cAPPRART:
			// a second phrase only if it can't hang on the first
			continue
		}
	}
	if s.notes[f].kind&isCopula != 0 && f == to-1 && s.classes[f-1] != cVVPP {
		return true // "…, der Chef von 30 Leuten ist"
	}
	// "Alle, die Übergänge verfolgen, wird …": the outer clause waits for its verb
	if s.firstFinite(r.From, p.From) < 0 && to+1 < r.To && s.classes[to] == cCOMMA && s.classes[to+1].isFinite() {
		return true
	}
	return false
}

// takesUp reports whether one of the last nouns before the comma at the left of the
// stretch from can be what the relative pronoun at token i stands for, by gender and
// number: not in "über die Reparatur, den Rückkauf oder …".
func (s *scratch) takesUp(r text.Range, i, from int) bool {
	want := s.notes[i].agrAs(cPRELS).anyCase()
	n := 0
	for k := from - 2; k >= r.From && n < 3; k-- {
		switch c := s.classes[k]; {
		case c == cCOMMA && n > 0:
			return false
		case c == cNN || c == cNE && n == 0:
			n++
			if a := s.notes[k].agrAs(c).anyCase(); a&want != 0 || a == 0 {
				return true
			}
		case c != cADJA && c != cART && !c.isDeterminer() && c != cAPPR && c != cAPPRART && c != cKON && c != cNE && c != cCARD && c != cCOMMA && n == 0:
			n++ // "…, sagte sie, die …"
			return true
		}
	}
	return n == 0
}

// repairSentence gives a sentence without any finite verb one if a word can be
// it.
func (s *scratch) repairSentence(doc *text.Doc, r text.Range) {
	if r.Len() < 4 || s.firstFinite(r.From, r.To) >= 0 {
		return
	}
	full := s.classes[r.To-1] == cSTOP || s.classes[r.To-1] == cPUNCT
	for i := r.From + 1; i < r.To; i++ {
		switch s.classes[i] {
		case cVVPP, cVVINF, cADJD, cADJV, cADJA:
		default:
			continue
		}
		if !s.notes[i].has(cVVFIN) || doc.Tokens[i].Word.Shape&text.Capital != 0 || i+1 >= r.To || s.classes[i-1] == cPTKZU {
			continue
		}
		switch c := s.classes[i+1]; {
		case !full && c != cPRF:
		case c == cPPER, c == cPRF, c.isDeterminer(), c == cNE, c == cAPPR, c == cAPPRART, c == cADV, c == cNN && s.classes[i] != cADJA:
			s.read(doc, i, cVVFIN)
			return
		}
	}
}

// opensStretch reports whether only a preposition, conjunction or adverb stands
// between from and token i.
func (s *scratch) opensStretch(i, from int) bool {
	for k := from; k < i; k++ {
		switch s.classes[k] {
		case cKON, cADV, cPUNCT, cAPPR:
		default:
			return false
		}
	}
	return i-from < 3
}

// verbEnds reports whether the stretch that token i stands in ends with its
// finite verb and holds no subjunction behind i.
func (s *scratch) verbEnds(i, to int) bool {
	last := -1
	for k := i + 1; k < to; k++ {
		switch c := s.classes[k]; c {
		case cCOMMA, cSTOP:
			return last >= 0
		case cPUNCT:
		case cKOUS, cPRELS:
			return false
		case cKON:
			if last >= 0 {
				return true
			}
		default:
			if last >= 0 {
				return false
			}
			if c.isFinite() {
				last = k
			}
		}
	}
	return last >= 0
}

func (s *scratch) isNominal(k int) bool {
	switch s.classes[k] {
	case cNN, cNE, cADJA, cCARD, cTRUNC:
		return true
	}
	return false
}

// opensNoun reports whether token i can stand before an adjective of a noun
// phrase.
func (s *scratch) opensNoun(i int) bool {
	c := s.classes[i]
	return c.isDeterminer() || c == cAPPR || c == cAPPRART || c == cADJA
}
