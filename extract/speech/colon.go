package speech

import "github.com/belegt/extract/extract/text"

// explained credits what stands in the Konjunktiv I behind a colon with the subject of
// the main clause before it, else with who spoke in the sentence before: "Die Grünen
// haben Zweifel: Der Betrieb zahle nichts". In an article that has lost its marks it
// does so with the first person: "Holm war zufrieden: Wir haben gewonnen".
func (f *Finder) explained() {
	for c := range f.d.Clauses {
		cl := &f.d.Clauses[c]
		at := cl.Tokens.From - 1
		if cl.Finite <= at || at < 1 || cl.Intro >= 0 || f.form(at) != ":" && f.form(cl.Tokens.From) != ":" {
			continue
		}
		if f.form(at) != ":" {
			at++
		}
		fin := &f.d.Tokens[cl.Finite]
		sent := f.sentence(at)
		said := text.Range{From: at + 1, To: sent.To}
		mood := fin.Feats.Is(text.Sub | text.Pres)
		if !mood && !(f.unmarked && f.speaksOfSelf(said)) || fin.Zone >= 0 || fin.Sent != f.d.Tokens[at].Sent || f.told(cl.Finite) {
			continue
		}
		u := Utterance{Type: Indirect, Said: []text.Range{said}, who: nobody, at: at, Holds: true, Rule: "speech.colon"}
		m := f.mainClause(text.Range{From: sent.From, To: at})
		if k := f.presented(text.Range{From: sent.From, To: at}); m < 0 && k >= 0 {
			u.who = f.phrase(k, text.Span{})
			f.add(u)
			continue
		}
		if m < 0 || f.d.Clauses[m].Kind != text.MainClause || f.reportMood(f.d.Clauses[m].Finite) {
			continue
		}
		k := f.subject(m)
		if k >= 0 && f.animate(k) && !f.unknown(k) && !f.lex.nobody.Has(f.d, f.ch[k].Head) && !f.isText(f.ch[k].Head) && !f.timely(k) && !f.lex.pointer.Has(f.d, f.ch[k].Head) {
			u.who = f.phrase(k, text.Span{})
		} else if t := f.dativeOf(m); mood && t >= 0 && f.isSource(t) {
			u.who = f.phrase(t, text.Span{}) // "Das reicht dem Verband nicht: Die Stadt habe …"
		} else if last := f.recent(fin.Sent, len(f.out), 8); mood && last >= 0 && f.d.Sentences[fin.Sent].Para == f.d.Sentences[f.d.Tokens[f.out[last].at].Sent].Para {
			u.who.same = last + 1 // "Holm klagte. Der Fall zeigt es: Es seien 40 Eier gestohlen worden"
		} else {
			continue
		}
		f.add(u)
	}
}

// presented is the person that r, words without a verb before a colon, gives the word to, -1
// for none: "Trainer Holm nach dem Spiel: …", "Dazu Holm: …".
func (f *Finder) presented(r text.Range) int {
	first := -1
	for k := f.chunkAt(r.From); k < len(f.ch) && f.ch[k].Tokens.From < r.To; k++ {
		ch := &f.ch[k]
		switch {
		case ch.Kind != text.NounPhrase:
		case first < 0:
			if ch.Prep >= 0 || ch.Tokens.From > r.From+1 || ch.Tokens.From > r.From && f.d.Tokens[r.From].POS != text.ADV || !f.isSomebody(k) {
				return -1
			}
			first = k
		case ch.Prep < 0 && ch.Of < 0:
			return -1
		}
	}
	return first
}

// furtherColon is the first token behind the colon of a sentence r that begins with
// nothing but words that somebody goes on, 0 for none: "Und weiter: | Es fehlen 30 Leute".
func (f *Finder) furtherColon(r text.Range) int {
	i := r.From
	if i < r.To && f.d.Tokens[i].POS == text.CCONJ {
		i++
	}
	if i < r.To && f.lex.further.Has(f.d, i) {
		i++
	}
	if i == r.From || i+1 >= r.To || f.form(i) != ":" || f.d.Tokens[i+1].Zone >= 0 {
		return 0
	}
	return i + 1
}

// unknown reports whether phrase k is a lone word read as a name that the article says
// nothing else of: "Operandi".
func (f *Finder) unknown(k int) bool {
	ch := &f.ch[k]
	if ch.Name.Len() != 1 || !f.d.Tokens[ch.Name.From].Guess || f.voice(ch.Head) || f.d.Tokens[ch.Name.From].Word.Has(text.AllCaps) {
		return false
	}
	e := f.reg.at(f.reg.find(nameWords(f.d, ch.Name), false))
	return e == nil || len(e.words) < 2 && e.typ != "person"
}
