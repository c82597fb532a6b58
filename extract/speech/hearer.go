package speech

import "github.com/belegt/extract/extract/text"

// behindFinite reports whether phrase k stands behind the finite verb of its clause, or in
// one whose verb comes last: before the verb there is room for one phrase, none for a dative.
func (f *Finder) behindFinite(k int) bool {
	c := f.d.Tokens[f.ch[k].Head].Clause
	if c < 0 {
		return true
	}
	cl := &f.d.Clauses[c]
	return cl.Kind != text.MainClause || cl.Finite < f.ch[k].Tokens.From
}

// noOwner reports whether phrase of, a time or the bare name of a place behind the speaker
// subj, owns nothing, so that the medium ch behind it is the one spoken to: "sagte Holm am
// Montag | der Zeitung", "sagte ein Arzt aus Bonn | der Agentur".
func (f *Finder) noOwner(of int, ch *text.Chunk, subj int) bool {
	o := &f.ch[f.into[of]]
	if !preposed(o) || !preposed(&f.ch[of]) || ch.Tokens.From != o.Tokens.To || ch.Prep >= 0 || !canBe(f.d.Tokens[ch.Tokens.From].Word, text.DET, text.Dat) {
		return false
	}
	return f.timely(of) || o.Name == o.Tokens && subj >= 0 && f.ch[subj].Tokens.To == o.Prep
}

// pressNoun reports whether phrase k is the name of a medium that is a common noun too, in
// the dative with its article: "sagte Holm dem Spiegel".
func (f *Finder) pressNoun(k int) bool {
	ch := &f.ch[k]
	from := ch.Tokens.From
	if ch.Tokens.Len() != 2 || ch.Prep >= 0 || ch.Head != from+1 || !canBe(f.d.Tokens[from].Word, text.DET, text.Dat|text.Def) || !f.behindFinite(k) {
		return false
	}
	return f.lex.press.Has(f.d, ch.Head) || f.newsName(ch.Head)
}

// newsName reports whether token i is a noun the dictionary does not have that ends like the
// name of a newspaper: "Küstenpost".
func (f *Finder) newsName(i int) bool {
	t := &f.d.Tokens[i]
	return t.Word.Has(text.Capital) && (t.Guess || t.Word.Guess || t.POS == text.PROPN) && f.lex.pressEnd.Has(f.d, i)
}

// markedPress reports whether phrase k is a name in quotation marks with an article in the
// dative: "sagte Holm der „Küstenpost“".
func (f *Finder) markedPress(k int) bool {
	ch := &f.ch[k]
	if ch.Name.Empty() || ch.Prep >= 0 || !f.behindFinite(k) || !canBe(f.d.Tokens[ch.Tokens.From].Word, text.DET, text.Dat|text.Def) || ch.Name.From != ch.Tokens.From+2 {
		return false
	}
	z := f.d.Tokens[ch.Name.From].Zone
	return z >= 0 && f.title[z]
}

// isAgency reports whether ch is a press agency: "der Nachrichtenagentur Nordpress", "der dpa".
func (f *Finder) isAgency(ch *text.Chunk) bool {
	for i := ch.Tokens.From; i < ch.Tokens.To; i++ {
		if f.lex.agency.Has(f.d, i) || f.lex.wire.Has(f.d, i) {
			return true
		}
	}
	return false
}
