package morph

import "github.com/belegt/extract/extract/text"

// maxSurnames is how many family names that are other words too are kept in mind of
// one document.
const maxSurnames = 16

// learnSurnames keeps in mind the family names of sentence r that are other words too:
// "Sebastian Kurz", "Günter Kräuter".
func (s *scratch) learnSurnames(doc *text.Doc, r text.Range) {
	for i := r.From + 1; i < r.To && len(s.surnames) < maxSurnames; i++ {
		if s.classes[i] != cNE || s.classes[i-1] != cNE || doc.Tokens[i-1].Guess || !s.isPerson(i-1) || i+1 < r.To && s.classes[i+1] == cNE {
			continue
		}
		if w := doc.Tokens[i].Word; w.Shape&(text.Capital|text.AllCaps) == text.Capital {
			if n := noteOf(w); n.set&^(1<<cNE) != 0 && !s.isSurname(n) {
				s.surnames = append(s.surnames, n)
			}
		}
	}
}

// isSurname reports whether the word of n has been a family name before.
func (s *scratch) isSurname(n *note) bool {
	for _, m := range s.surnames {
		if m == n {
			return true
		}
	}
	return false
}

// readSurnames reads words of sentence r that have been somebody's family name as such
// where they stand like one: without article, and at the head of the sentence before a
// verb in the singular ("Kurz sagte, …", not "Kurz darauf sagte er").
func (s *scratch) readSurnames(doc *text.Doc, r text.Range) {
	for i := r.From; i < r.To && len(s.surnames) > 0; i++ {
		if s.classes[i] == cNE || !s.isSurname(s.notes[i]) {
			continue
		}
		verb := i+1 < r.To && s.classes[i+1].isFinite() && s.finiteNumber(i+1)&agrSing != 0
		if i == r.From || s.classes[i-1] == cPUNCT || s.classes[i-1] == cSTOP {
			if verb {
				s.readName(doc, i)
			}
			continue
		}
		switch c := s.classes[i-1]; {
		case c.isFinite():
			if s.finiteNumber(i-1)&agrSing != 0 && s.classes[i] != cADJA {
				s.readName(doc, i)
			}
		case c == cAPPR, c == cCOMMA && verb, c == cKOUS, i-1 == r.From && s.notes[i-1].has(cAPPR):
			s.readName(doc, i) // also "Laut Engel"
		}
	}
}

// openingName reports whether token i behind a given name is the family name of whom the
// sentence begins with, whatever else the word is: names and titles only stand before it,
// the verb behind it ("Minister Jens Freitag sagte").
func (s *scratch) openingName(doc *text.Doc, r text.Range, i, to int) bool {
	if i+1 >= to || !s.classes[i+1].isFinite() || s.finiteNumber(i+1)&agrSing == 0 || doc.Tokens[i].Word.Shape&(text.Capital|text.AllCaps) != text.Capital || doc.Tokens[i-1].Guess || !s.isPerson(i-1) {
		return false
	}
	for k := i - 1; k >= r.From; k-- {
		if c := s.classes[k]; c != cNE && c != cNN && c != cART && c != cADJA {
			return false
		}
	}
	return true
}

// titledPlural reports whether noun i is a plural behind a given name that has a title:
// "der Anwalt Karl Kräuter".
func (s *scratch) titledPlural(doc *text.Doc, i int) bool {
	return s.notes[i].agrAs(cNN)&agrSing == 0 && s.notes[i].kind&(isTime|isCount) == 0 && doc.Tokens[i].Word.Head == "" && !doc.Tokens[i-1].Guess && s.isPerson(i-1) && s.classes[i-2] == cNN && isAgentNoun(doc.Tokens[i-2].Lemma) && s.notes[i-2].agrAs(cNN)&agrSing != 0
}
