package speech

import "github.com/belegt/extract/extract/text"

// remarks credits what a noun for somebody's words announces by a colon, alone or with
// lauten: "Seine Antwort: …", "Die Forderung der Partei lautet: …"; and a figure that hangs
// on a noun for one put forward: "die Forderung der Partei nach 30 Euro".
func (f *Finder) remarks() {
	for k := range f.ch {
		ch := &f.ch[k]
		if ch.Kind != text.NounPhrase || f.inSpeech(ch.Head) {
			continue
		}
		if f.lex.remark.Has(f.d, ch.Head) && ch.Prep < 0 && f.sentence(ch.Head).From == ch.Tokens.From {
			f.remarked(k)
		}
		if e := f.lex.sum.Entry(f.d, ch.Head); e != nil {
			f.summed(k, e.Get("prep"), e.Get("by") != "")
		}
	}
}

// remarked credits what stands behind the colon after noun k and its owner.
func (f *Finder) remarked(k int) {
	who, end := f.ownerOf(k)
	if who.none() {
		return
	}
	if full := max(f.ch[k].Full.To, f.ch[who.chunk].Full.To); f.form(end) != ":" && f.form(full) == ":" {
		end = full
	}
	if end < len(f.d.Tokens) && f.lex.runs.Has(f.d, end) && f.d.Tokens[end].Feats.Is(text.Fin|text.Ind) {
		end++
	}
	s := f.sentence(f.ch[k].Head)
	if f.form(end) != ":" || end+1 >= s.To || f.d.Tokens[end].Zone >= 0 {
		return
	}
	u := Utterance{Type: Indirect, who: who, at: f.ch[k].Head, Cue: f.d.Tokens[f.ch[k].Head].Span, Frame: text.Range{From: s.From, To: end}, Holds: true, Rule: "speech.noun.colon"}
	u.Said = []text.Range{{From: end + 1, To: s.To}}
	if end+2 < len(f.d.Tokens) {
		if z := f.d.Tokens[end+2].Zone; z >= 0 && f.d.Zones[z].Tokens.From == end+2 {
			u.Type, u.Said = Direct, []text.Range{f.d.Zones[z].Tokens}
			f.used[z] = f.add(u) != nil
			return
		}
	}
	f.add(u)
}

// ownerOf is whose the noun of saying k is, by a genitive, a von-phrase or a possessive,
// nobody for none, and the token behind both.
func (f *Finder) ownerOf(k int) (mention, int) {
	ch := &f.ch[k]
	cue := f.d.Tokens[ch.Head].Span
	if j := f.wordsOf(k); j >= 0 && f.animate(j) {
		return f.phrase(j, cue), f.ch[j].Tokens.To
	}
	if j := k + 1; j < len(f.ch) && f.ch[j].Kind == text.NounPhrase && f.ch[j].Prep < 0 && f.ch[j].Tokens.From == ch.Tokens.To && canBe(f.d.Tokens[ch.Tokens.To].Word, text.DET, text.Gen) && f.animate(j) {
		return f.phrase(j, cue), f.ch[j].Tokens.To // read as a dative: "lehnt die Forderung der Partei nach … ab"
	}
	if f.owned(ch) && ch.Name.From == ch.Tokens.From && ch.Name.To == ch.Head {
		if id := f.reg.find(nameWords(f.d, ch.Name), false); id >= 0 {
			return mention{tokens: ch.Name, chunk: k, cue: cue, known: int(id) + 1}, ch.Tokens.To // "Holms Antwort"
		}
	}
	if f.lex.own.Entry(f.d, ch.Tokens.From) != nil && ch.Tokens.From < ch.Head {
		return f.phrase(k, cue), ch.Tokens.To
	}
	return nobody, ch.Tokens.To
}

// summed credits the figures behind noun k, which hang on it by one of the prepositions,
// to its owner, or where revised only to who changes it: "seine Prognose von 1,1 auf 1,4 Prozent".
func (f *Finder) summed(k int, preps string, revised bool) {
	who, end := f.ownerOf(k)
	if revised {
		if who = f.reviser(k); who.none() || f.lex.revise.Entry(f.d, f.d.Chunks[f.d.Clauses[f.d.Tokens[f.ch[k].Head].Clause].Group].Head).Get("told") == "" {
			return // "Die Zahl der Toten stieg auf 41", "Die Firma senkte die Zahl der Stellen auf 41"
		}
	}
	if who.none() {
		who = f.reviser(k)
	}
	said := text.Range{From: end, To: end}
	for j := f.chunkAt(end); j < len(f.ch) && f.ch[j].Kind == text.NounPhrase && f.ch[j].Prep == end && !hasField(preps, f.d.Tokens[end].Word.Lower) && (f.timely(j) || !f.counts(f.ch[j].Tokens)); j++ {
		end = f.ch[j].Tokens.To // "Prognose | für das laufende Jahr | von 0,9 Prozent"
		said = text.Range{From: end, To: end}
	}
	if r := f.revised(k, preps); said.To >= len(f.d.Tokens) || !hasField(preps, f.d.Tokens[said.To].Word.Lower) && !r.Empty() {
		said = r
		if who.none() || who.chunk == k {
			who = f.reviser(k)
		}
	}
	for j := f.chunkAt(said.To); j < len(f.ch) && f.ch[j].Prep == said.To && hasField(preps, f.d.Tokens[said.To].Word.Lower); j++ {
		said.To = f.ch[j].Tokens.To
		if f.timely(j) {
			return // "die Forderung der Bank von 2012"
		}
	}
	if who.none() || said.Empty() || !f.counts(said) {
		return
	}
	if who.chunk == k && who.known == 0 {
		t := f.topic(f.d.Tokens[f.ch[k].Head].Sent)
		if c := f.d.Tokens[f.ch[k].Head].Clause; t < 0 && c >= 0 {
			t = f.livingSubject(c, k)
		}
		if t >= 0 && t != k && f.possesses(k, t) {
			who = f.phrase(t, who.cue) // "Mit ihrer Forderung nach 8 Prozent geht die Bahn …"
		}
	}
	if who.tokens.Has(said.From) {
		who.tokens.To = said.From
	}
	f.add(Utterance{Type: Reported, Said: []text.Range{said}, who: who, at: f.ch[k].Head, Cue: who.cue, Quiet: true, Rule: "speech.noun.sum"})
}

// revised is what stands behind one of the prepositions in the clause whose verb changes the
// figure that noun k is for: "Die Prognose senkte das Institut | auf 0,4 Prozent |"; empty for
// none.
func (f *Finder) revised(k int, preps string) text.Range {
	c := f.d.Tokens[f.ch[k].Head].Clause
	if f.reviser(k).none() {
		return text.Range{}
	}
	for j := k + 1; j < len(f.ch) && f.ch[j].Tokens.From < f.d.Clauses[c].Tokens.To; j++ {
		if ch := &f.ch[j]; ch.Kind == text.NounPhrase && ch.Prep >= 0 && f.belongs(j, c) && hasField(preps, f.d.Tokens[ch.Prep].Word.Lower) && !f.timely(j) && f.counts(ch.Tokens) {
			return text.Range{From: ch.Prep, To: ch.Tokens.To}
		}
	}
	return text.Range{}
}

// reviser is who changes the figure that noun k is for, nobody for none: "Die Bank hob die
// Prognose auf 1,4 Prozent an".
func (f *Finder) reviser(k int) mention {
	c := f.d.Tokens[f.ch[k].Head].Clause
	if c < 0 || f.d.Clauses[c].Group < 0 || f.ch[k].Prep >= 0 || !f.lex.revise.Has(f.d, f.d.Chunks[f.d.Clauses[c].Group].Head) {
		return nobody
	}
	s := f.subject(c)
	if s == k || s >= 0 && !f.animate(s) {
		s = f.livingSubject(c, k) // "Die Prognose hat das Institut gesenkt"
	}
	if s >= 0 && s != k && f.animate(s) && !f.d.Chunks[f.d.Clauses[c].Group].Passive {
		return f.phrase(s, f.d.Tokens[f.ch[k].Head].Span)
	}
	return nobody
}
