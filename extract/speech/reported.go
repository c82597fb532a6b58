package speech

import "github.com/belegt/extract/extract/text"

// plan: "Die Partei will die Steuer senken": an announcement that names no words
// of saying. It is a quotation but credits nobody with a figure, unless it says what
// somebody claims to have seen or done.
func (f *Finder) plan(c int) {
	cl := &f.d.Clauses[c]
	i := cl.Finite
	if i < 0 || cl.Group < 0 || cl.Kind != text.MainClause || !f.lex.plan.Has(f.d, i) || !f.d.Tokens[i].Feats.Is(text.Ind|text.Pres) || f.d.Chunks[cl.Group].Head == i || f.inSpeech(i) {
		return
	}
	s := f.subject(c)
	if s < 0 || !f.animate(s) || f.lex.nobody.Has(f.d, f.ch[s].Head) || f.holds(i) {
		return
	}
	said := f.d.Tokens[f.d.Chunks[cl.Group].Head].Feats.Is(text.Part|text.Past) && !f.hasPrep(c, "bis") // "will 30 Schüsse gehört haben"
	f.add(Utterance{Type: Reported, Said: []text.Range{f.subtree(c)}, Cue: f.d.Tokens[i].Span, who: f.phrase(s, f.d.Tokens[i].Span), at: i, Mere: !said, Rule: "speech.plan"})
}

// reported: the clause tells that something was said: "sprach von 24 Toten",
// "bestätigte 24 Tote", "wird Betrug vorgeworfen". Words in marks in it are the
// speaker's own.
func (f *Finder) reported(c int, v verb, subj int, u Utterance) {
	cl := &f.d.Clauses[c]
	if v.modal || cl.Kind == text.InfClause || subj >= 0 && f.shareOf(subj) {
		return // "60 Prozent der Ärzte lehnen das ab" tells what came out
	}
	switch {
	case v.preps != "" && f.hasPrep(c, v.preps):
	case v.object && v.passiv && subj >= 0:
	case v.object && f.wordsIn(c):
	case v.object && (f.object(c, subj) >= 0 || subj >= 0 && f.ch[subj].Tokens.To < len(f.d.Tokens) && f.d.Tokens[f.ch[subj].Tokens.To].Quantity >= 0): // "nennt die Bank 40"
	default:
		return
	}
	if !v.passiv && (u.who.none() || !f.animate(u.who.chunk)) {
		return
	}
	own := f.ownTokens(c)
	words := false
	for z := f.zoneAt(own.From); z < len(f.d.Zones) && f.d.Zones[z].Tokens.From < own.To; z++ {
		zn := &f.d.Zones[z]
		if zn.Outer >= 0 || f.used[z] || f.title[z] || f.isName(zn.Tokens) {
			continue
		}
		words = true
		w := u
		w.Type, w.Rule, w.Said = Direct, "speech.verb.words", []text.Range{zn.Tokens}
		if f.add(w) != nil {
			f.used[z] = true
		}
	}
	u.Type, u.Rule = Reported, "speech.verb.object"
	u.Said = f.withoutRelative(f.subtree(c), c, subj)
	if cl.Finite >= 0 && (f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) || f.reportMood(cl.Finite) && f.told(cl.Finite)) {
		if u.who.vague || v.passiv && f.agentOf(c) < 0 {
			return // "…, man rechne mit 24 Toten", "…, dort seien 24 Tote gezählt worden"
		}
		u.Quiet, u.Holds = true, false // itself told by somebody
		if r := &u.Said[len(u.Said)-1]; f.form(r.To-1) == "." {
			r.To-- // as what they tell ends
		}
	}
	if o := f.object(c, subj); !v.passiv && o >= 0 && (v.preps == "" || !f.hasPrep(c, v.preps)) && !f.counts(text.Range{From: f.measured(o), To: u.Said[len(u.Said)-1].To}) {
		u.Mere = true // "Bei 430 Knoten meldeten die Piloten Rauch"
	}
	if o := f.object(c, subj); o >= 0 && !v.figure && f.lex.petition.Has(f.d, f.ch[o].Head) || o < 0 && v.preps != "" && !v.passiv && !f.counts(f.governedBy(c, v, u.Said[len(u.Said)-1])) {
		u.Mere = true // "lehnte 300 Anträge ab", "sprach vor 300 Gästen von einem Fehler"
	}
	gap, k := f.gapping(c, v, u.Said[len(u.Said)-1])
	if k >= 0 {
		u.Said[len(u.Said)-1].To = gap.From - 1
	}
	u.Quiet = u.Quiet || words || v.passiv && u.who.none() || !v.report && !f.counts(text.Range{From: u.Said[0].From, To: u.Said[len(u.Said)-1].To})
	f.add(u)
	for k >= 0 {
		w := u
		w.who, w.passers, w.Rule = f.phrase(k, u.Cue), nil, "speech.verb.gap"
		last := gap
		if gap, k = f.gapping(c, v, text.Range{From: f.ch[k].Tokens.To, To: gap.To}); k >= 0 {
			last.To = gap.From - 1
		}
		w.Said, w.Quiet = []text.Range{last}, false
		f.add(w)
	}
}

// governedBy is the end of r, what clause c tells of, from a preposition on that the verb of
// saying v asks for; all of r for none.
func (f *Finder) governedBy(c int, v verb, r text.Range) text.Range {
	for i := r.From; i < r.To; i++ {
		if t := &f.d.Tokens[i]; t.Clause == c && t.POS == text.ADP && f.governs(v, i) {
			return text.Range{From: i, To: r.To}
		}
	}
	return r
}

// gapping is what another tells by the same verb, which is left out, behind a comma
// or conjunction in r of clause c, and the phrase that names them, -1 for none:
// "sprach von 500 Gästen, | die Polizei von 200".
func (f *Finder) gapping(c int, v verb, r text.Range) (text.Range, int) {
	cl := &f.d.Clauses[c]
	if v.passiv || cl.Kind != text.MainClause || cl.Finite < 0 {
		return r, -1
	}
	o := f.object(c, f.subject(c))
	living := o >= 0 && f.animate(o) && !f.counts(f.ch[o].Tokens)
	for j := max(r.From, cl.Finite); j < r.To; j++ {
		if t := &f.d.Tokens[j]; t.Clause != c || f.form(j) != "," && t.POS != text.CCONJ || !f.counts(text.Range{From: r.From, To: j}) {
			continue
		}
		k := f.chunkAt(j + 1)
		if k >= len(f.ch) {
			return r, -1
		}
		ch := &f.ch[k]
		if ch.Kind != text.NounPhrase || ch.Tokens.From != j+1 || ch.Prep >= 0 || !f.animate(k) || f.unknown(k) || f.counts(ch.Tokens) || f.d.Tokens[j+1].POS == text.DET && !canBe(f.d.Tokens[j+1].Word, text.DET, text.Nom) || living && f.ch[o].Tokens.From < j && !f.certain(k) {
			continue // "sieht die SPD bei 20 Prozent, die CDU bei 30"
		}
		i := f.pastAdverbs(ch.Tokens.To)
		if i < r.To && f.d.Tokens[i].POS == text.ADP {
			if !f.prepBefore(text.Range{From: r.From, To: j}, f.d.Tokens[i].Word.Lower) {
				continue
			}
			i = f.pastAdverbs(i + 1)
		}
		if i < r.To && f.d.Tokens[i].Quantity >= 0 {
			ch.Full.To = ch.Tokens.To // "die Polizei | von 200"
			return text.Range{From: j + 1, To: r.To}, k
		}
	}
	return r, -1
}

// pastAdverbs is the first token from i on that is no adverb: "dagegen | nur 200".
func (f *Finder) pastAdverbs(i int) int {
	for i < len(f.d.Tokens) && f.d.Tokens[i].POS == text.ADV && f.d.Tokens[i].Quantity < 0 {
		i++
	}
	return i
}

// prepBefore reports whether the preposition form stands in r.
func (f *Finder) prepBefore(r text.Range, form string) bool {
	for i := r.From; i < r.To; i++ {
		if t := &f.d.Tokens[i]; t.POS == text.ADP && t.Word.Lower == form {
			return true
		}
	}
	return false
}

// wordsIn reports whether words in marks that are no name stand in clause c itself:
// "nannte ihn „überzogen“".
func (f *Finder) wordsIn(c int) bool {
	own := f.ownTokens(c)
	for z := f.zoneAt(own.From); z < len(f.d.Zones) && f.d.Zones[z].Tokens.From < own.To; z++ {
		zn := &f.d.Zones[z]
		if zn.Outer < 0 && !f.used[z] && !f.title[z] && !f.isName(zn.Tokens) && f.d.Tokens[zn.Tokens.From].Clause == c {
			return true
		}
	}
	return false
}

// withoutRelative is r, the stretch of clause c, without inserted words of saying, else
// without a relative clause about its subject, which is the article's own voice: "der Mann, | der 30 Jahre dort war, |
// sprach von 40".
func (f *Finder) withoutRelative(r text.Range, c, subj int) []text.Range {
	cs := f.idx.clauses[f.d.Clauses[c].Sent]
	for k := cs.From; k < cs.To; k++ {
		if n := &f.d.Clauses[k]; k != c && n.Intro >= 0 && f.lex.as.Has(f.d, n.Intro) && f.under(k, c) && f.isSaying(k) {
			return without(r, f.subtree(k)) // "Wie X sagte, | lehnt Y das ab"
		}
	}
	for k := cs.From; k < cs.To; k++ {
		if n := &f.d.Clauses[k]; k != c && f.comments(n) && f.under(k, c) && n.Tokens.From > f.d.Clauses[c].Finite && n.Tokens.To <= r.To && n.Tokens.To >= r.To-1 {
			r.To = n.Tokens.From // "…, was viele freute"
		}
	}
	if subj < 0 {
		return []text.Range{r}
	}
	ch := &f.ch[subj]
	if b := ch.Tokens.To; f.form(b) == "(" && b < f.d.Clauses[c].Finite {
		for e := b + 1; e < f.d.Clauses[c].Finite; e++ {
			if f.form(e) == ")" {
				return without(r, text.Range{From: b, To: e + 1}) // "Die Stadt (30.000 Einwohner) rechnet mit 45 Gästen"
			}
		}
	}
	for k := cs.From; k < cs.To; k++ {
		if n := &f.d.Clauses[k]; n.Kind == text.RelClause && f.under(k, c) && n.Tokens.From >= ch.Tokens.To && n.Tokens.From <= max(ch.Full.To, ch.Tokens.To)+1 && n.Tokens.To < r.To {
			return without(r, f.subtree(k))
		}
	}
	return []text.Range{r}
}

// measured is where object phrase o begins, with the measure before it: "zwei Jahre | Haft".
func (f *Finder) measured(o int) int {
	c := &f.ch[o]
	if o == 0 || f.ch[o-1].Tokens.To != c.Tokens.From || f.d.Tokens[c.Tokens.From-1].Quantity < 0 || f.governed(&f.ch[o-1]) {
		return c.Tokens.From
	}
	return f.ch[o-1].Tokens.From
}

// counts reports whether a quantity stands in r.
func (f *Finder) counts(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if t := &f.d.Tokens[i]; t.Quantity >= 0 && t.POS != text.DET {
			return true
		}
	}
	return false
}

// cutContent takes what a verb tells off its subject: "berichtet die Agentur | von 24
// Toten", unless more of the kind stands in clause c.
func (f *Finder) cutContent(ch *text.Chunk, c int, preps string) {
	for i := ch.Tokens.To; i < ch.Full.To; i++ {
		t := &f.d.Tokens[i]
		if t.POS != text.ADP || !hasField(preps, t.Lemma) && !hasField(preps, t.Word.Lower) {
			continue
		}
		for j := ch.Full.To; j < f.d.Clauses[c].Tokens.To; j++ {
			if o := &f.d.Tokens[j]; o.Clause == c && o.POS == text.ADP && (hasField(preps, o.Lemma) || hasField(preps, o.Word.Lower)) {
				return // "sprach der Leiter von Holm von 24 Toten"
			}
		}
		ch.Full.To = i
		return
	}
}
