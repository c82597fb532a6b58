package speech

import "github.com/belegt/extract/extract/text"

// goesOn follows speech that runs on without a new credit: sentences in the
// Konjunktiv, and those with a word that says it goes on ("demnach"). An
// indicative sentence of the article's own voice or a new source ends it.
// Sentences that follow one another make one utterance.
func (f *Finder) goesOn() {
	last, lastSent := -1, -1   // who spoke in the sentence before, and which it was
	spoke, spokeSent := -1, -1 // who spoke last at all
	run, runSent := -1, -2     // the run-on that may be carried on
	credited := len(f.out)
	for s := range f.d.Sentences {
		sent := &f.d.Sentences[s]
		if sent.Heading {
			last = -1
			continue
		}
		c := f.mainClause(sent.Tokens)
		k := f.lastIn(s, credited)
		if k >= 0 && (c < 0 || !f.openReport(c)) {
			last, lastSent = k, s
			spoke, spokeSent = k, s
			continue
		}
		if k < 0 && f.insideZone(sent.Tokens) {
			lastSent = s
			continue
		}
		near := last >= 0 && lastSent == s-1
		same := near && f.d.Sentences[lastSent].Para == sent.Para
		if at := f.furtherColon(sent.Tokens); same && at > 0 && k < 0 {
			u := Utterance{Type: Indirect, Said: []text.Range{{From: at, To: sent.Tokens.To}}, who: nobody, at: sent.Tokens.From, Holds: true, Rule: "speech.further"}
			u.who.same = last + 1
			if f.add(u) != nil {
				last, lastSent = len(f.out)-1, s
				spoke, spokeSent = last, s
			}
			continue
		}
		typ, ok := f.continues(c, near, same)
		if !ok && c >= 0 && spoke >= 0 && s-spokeSent <= 2 && f.d.Sentences[spokeSent].Para == sent.Para && f.lex.shall.Has(f.d, f.d.Clauses[c].Finite) && f.further(c) {
			typ, ok, near, last = FreeIndirect, true, true, spoke // "außerdem sollen …"
		}
		if !ok && near && f.unmarked && !f.placeOrNobody(last) && f.firstPersonAhead(s, last) {
			typ, ok = Direct, true // the article has lost its marks
		}
		opened := -1
		if !ok && !near && f.unmarked && len(f.labels) < 2 && f.speaksOfSelf(sent.Tokens) && s > 0 && f.d.Sentences[s-1].Para == sent.Para {
			if opened = f.floor(s - 1); opened >= 0 && f.isSomebody(opened) && f.feels(f.mainClause(f.d.Sentences[s-1].Tokens)) {
				typ, ok = Direct, true // "Holm war zufrieden. Ich habe 30 Spiele gewonnen."
			}
		}
		if !ok {
			if last = -1; k >= 0 {
				last, lastSent = k, s
			}
			continue
		}
		if run >= 0 && runSent == s-1 && f.out[run].Type == typ && f.d.Sentences[runSent].Para == sent.Para {
			f.lengthen(run, sent.Tokens, s)
			runSent, lastSent = s, s
			continue
		}
		u := Utterance{Type: typ, Said: []text.Range{sent.Tokens}, who: nobody, at: sent.Tokens.From, Rule: "speech.runon"}
		if near {
			u.who.same = last + 1
		} else if opened >= 0 && typ == Direct {
			u.who = f.phrase(opened, text.Span{})
		} else if t := f.floor(s - 1); t >= 0 && typ == IndirectFreeIndirect && (f.isSaying(f.mainClause(f.d.Sentences[s-1].Tokens)) || f.newVoice(t, s) || f.ch[t].Prep >= 0) {
			u.who = f.phrase(t, text.Span{})
		} else if r := f.recent(s, credited, 2); r >= 0 {
			u.who.same = r + 1
		} else if t := f.floor(s - 1); t >= 0 && typ == IndirectFreeIndirect {
			u.who = f.phrase(t, text.Span{})
		} else if r := f.recent(s, credited, 8); r >= 0 {
			u.who.same = r + 1
		}
		if f.add(u) != nil {
			run, runSent = len(f.out)-1, s
			last, lastSent = run, s
		}
	}
}

// feels reports whether clause c tells what somebody felt, thought or said: "war
// zufrieden", "freute sich".
func (f *Finder) feels(c int) bool {
	if c < 0 || f.d.Clauses[c].Group < 0 {
		return false
	}
	cl := &f.d.Clauses[c]
	if f.lex.verb.Has(f.d, f.d.Chunks[cl.Group].Head) {
		return true
	}
	if !f.lex.copula.Has(f.d, cl.Finite) {
		return false
	}
	for i := cl.Finite + 1; i < cl.Tokens.To; i++ {
		if t := &f.d.Tokens[i]; t.Clause == c && t.POS == text.ADJ && t.Chunk < 0 {
			return true
		}
	}
	return false
}

// isSomebody reports whether phrase k is a person: a word for one or the name of one.
func (f *Finder) isSomebody(k int) bool {
	if f.isPerson(f.ch[k].Head) {
		return true
	}
	e := f.reg.at(f.reg.find(nameWords(f.d, f.ch[k].Name), false))
	return e != nil && e.typ == "person"
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

// selfBefore credits sentences in the first person that stand, by themselves or with one
// more between, before one whose speaker is named behind it: "Wir haben 30 Leute verloren.
// Wir sind müde, sagte Holm." Only an article that has lost its marks has such.
func (f *Finder) selfBefore() {
	if !f.unmarked {
		return
	}
	for k, n := 0, len(f.out); k < n; k++ {
		u := &f.out[k]
		s := f.d.Tokens[u.at].Sent
		if u.Type != Direct || u.Rule != "speech.verb.inverted" && u.Rule != "speech.so.end" || u.start() != f.d.Sentences[s].Tokens.From {
			continue
		}
		from, first := -1, true
		for b := s - 1; b >= 0 && b >= s-4; b-- {
			sent := &f.d.Sentences[b]
			if sent.Heading || sent.Para != f.d.Sentences[s].Para || f.lastIn(b, len(f.out)) >= 0 || f.told(sent.Tokens.From) || f.namesPerson(sent.Tokens) {
				break
			}
			if f.speaksOfSelf(sent.Tokens) || f.ofMine(sent.Tokens) {
				from, first = b, true
			} else if !first {
				break
			} else {
				first = false
			}
		}
		if from >= 0 {
			w := Utterance{Type: Direct, Said: []text.Range{{From: f.d.Sentences[from].Tokens.From, To: f.d.Sentences[s-1].Tokens.To}}, who: nobody, at: f.d.Sentences[from].Tokens.From, Rule: "speech.runon.before"}
			w.who.same = k + 1
			f.add(w)
		}
	}
}

// ofMine reports whether somebody speaks of what is theirs alone in r: "meines Lebens".
func (f *Finder) ofMine(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if t := &f.d.Tokens[i]; t.POS == text.DET && t.Zone < 0 && f.lex.mine.Has(f.d, i) {
			return true
		}
	}
	return false
}

// firstPersonAhead reports whether sentence s is in the first person, or stands, by itself
// or with one more, between direct utterance last and one that is: nobody is named in
// them and nobody else speaks.
func (f *Finder) firstPersonAhead(s, last int) bool {
	for n := s; n < len(f.d.Sentences) && n <= s+2; n++ {
		sent := &f.d.Sentences[n]
		if sent.Heading || sent.Para != f.d.Sentences[s].Para || n > s && f.lastIn(n, len(f.out)) >= 0 {
			return false
		}
		if f.speaksOfSelf(sent.Tokens) {
			return n == s || f.out[last].Type == Direct
		}
		c := f.mainClause(sent.Tokens)
		if c < 0 || f.reportMood(f.d.Clauses[c].Finite) || f.isSaying(c) || f.namesPerson(sent.Tokens) {
			return false
		}
	}
	return false
}

// placeOrNobody reports whether utterance k is credited to a state, a capital or nobody in
// particular, who never say ich: "In Paris glaubte man, … Ich sehe …".
func (f *Finder) placeOrNobody(k int) bool {
	w := f.out[k].who
	if w.same > 0 {
		w = f.out[w.same-1].who
	}
	return w.vague || w.chunk >= 0 && f.lex.state.Has(f.d, f.ch[w.chunk].Head)
}

// speaksOfSelf reports whether somebody speaks of themselves in r by a pronoun: "ich",
// "uns", but not "unsere Galaxie".
func (f *Finder) speaksOfSelf(r text.Range) bool {
	bracket := false
	for i := r.From; i < r.To; i++ {
		switch f.form(i) {
		case "(":
			bracket = true
		case ")":
			bracket = false
		}
		if bracket {
			continue
		}
		if t := &f.d.Tokens[i]; t.POS == text.PRON && t.Zone < 0 && f.lex.self.Has(f.d, i) {
			return true
		}
	}
	return false
}

// inMood reports whether the main clause of r stands in the Konjunktiv I.
func (f *Finder) inMood(r text.Range) bool {
	c := f.mainClause(r)
	return c >= 0 && f.d.Tokens[f.d.Clauses[c].Finite].Feats.Is(text.Sub|text.Pres)
}

// namesPerson reports whether a person is named in r.
func (f *Finder) namesPerson(r text.Range) bool {
	for m := f.mentionBefore(r.To); m >= 0 && int(f.reg.mentions[m].token) >= r.From; m-- {
		if f.reg.all[f.reg.mentions[m].entity].typ == "person" {
			return true
		}
	}
	return false
}

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

// lengthen carries utterance k on to the end of r, which is sentence s.
func (f *Finder) lengthen(k int, r text.Range, s int) {
	u := &f.out[k]
	u.Said[len(u.Said)-1].To = f.trim(r).To
	f.idx.enter(s, k)
}

// topic is the subject of the main clause of sentence s when it is somebody
// named or a body, -1 for none: whose view the next sentence may go on with.
func (f *Finder) topic(s int) int {
	if s < 0 || f.d.Sentences[s].Heading || f.insideZone(f.d.Sentences[s].Tokens) {
		return -1
	}
	c := f.mainClause(f.d.Sentences[s].Tokens)
	if c < 0 || f.reportMood(f.d.Clauses[c].Finite) {
		return -1
	}
	k := f.subject(c)
	if a := f.comesFrom(c, k); a >= 0 {
		return a
	}
	if k >= 0 && f.lex.pointer.Has(f.d, f.ch[k].Head) {
		k = f.livingSubject(c, k) // "Das sagte Holm"
	}
	if k < 0 || f.timely(k) {
		return -1
	}
	if j := f.equated(c, k); j >= 0 {
		k = j // "Holm wurde neuer Chef"
	}
	if f.animate(k) && !f.lex.nobody.Has(f.d, f.ch[k].Head) && !f.isText(f.ch[k].Head) {
		return k
	}
	return -1
}

// comesFrom is from whom a reaction k, the subject of clause c, comes, -1 for none: "Kritik
// kam von der Opposition."
func (f *Finder) comesFrom(c, k int) int {
	if k < 0 || !f.lex.reaction.Has(f.d, f.ch[k].Head) || f.d.Clauses[c].Group < 0 || !f.lex.come.Has(f.d, f.d.Chunks[f.d.Clauses[c].Group].Head) {
		return -1
	}
	if a := f.agentOf(c); a >= 0 && f.animate(a) {
		return a
	}
	return -1
}

// equated is the name in clause c that phrase k on the other side of its verb only says
// something of, -1 for none: "Jens Holm ist | der neue Trainer".
func (f *Finder) equated(c, k int) int {
	cl := &f.d.Clauses[c]
	if !f.isCopular(c) || !f.ch[k].Name.Empty() {
		return -1
	}
	j := f.chunkAt(cl.Finite)
	for j < len(f.ch) && f.ch[j].Kind != text.NounPhrase && f.ch[j].Tokens.From <= cl.Finite {
		j++
	}
	if f.ch[k].Tokens.From > cl.Finite {
		j = f.chunkAt(cl.Finite) - 1
	}
	if j < 0 || j >= len(f.ch) || f.ch[j].Kind != text.NounPhrase || f.ch[j].Name.Empty() || f.owned(&f.ch[j]) || !f.canBeSubject(j, c, cl.Finite) || !f.agrees(j, cl.Finite) {
		return -1
	}
	return j
}

// isCopular reports whether the verb of clause c only tells what somebody is.
func (f *Finder) isCopular(c int) bool {
	cl := &f.d.Clauses[c]
	return cl.Group >= 0 && f.d.Chunks[cl.Group].Head == cl.Finite && f.lex.copula.Has(f.d, cl.Finite)
}

// floor is the topic of sentence s when the next may be its word, -1 for none.
func (f *Finder) floor(s int) int {
	if k := f.topic(s); k >= 0 && !f.someOf(k) {
		return k
	}
	return -1
}

// newVoice reports whether phrase t is a name before sentence s of a paragraph in
// which nobody has spoken so far.
func (f *Finder) newVoice(t, s int) bool {
	para := &f.d.Paragraphs[f.d.Sentences[s].Para]
	if f.ch[t].Name.Empty() || s-1 < para.Sentences.From {
		return false
	}
	for b := s - 1; b >= para.Sentences.From && b > s-8; b-- {
		if f.lastIn(b, len(f.out)) >= 0 {
			return false
		}
	}
	return true
}

// someOf reports whether phrase k tells of people not met before: "Helfer",
// "zwei Agenten". They don't take the floor by doing something.
func (f *Finder) someOf(k int) bool {
	ch := &f.ch[k]
	first := &f.d.Tokens[ch.Tokens.From]
	return ch.Name.Empty() && f.d.Tokens[ch.Head].POS == text.NOUN && f.d.Tokens[ch.Head].Feats.Is(text.Plur) && (first.POS != text.DET || first.Feats.Is(text.Indef))
}

// recent is the utterance credited last in the far sentences before s, of the
// first n; -1 for none.
func (f *Finder) recent(s, n, far int) int {
	best := -1
	for b := s - 1; b >= 0 && b >= s-far; b-- {
		f.idx.in(b, func(k int) bool {
			if u := &f.out[k]; k < n && u.Holds && !u.who.none() && f.d.Tokens[u.at].Sent < s && (best < 0 || f.out[best].at <= u.at) {
				best = k
			}
			return true
		})
	}
	return best
}

// lastIn is the last of the first n utterances that is credited in sentence s,
// -1 for none.
func (f *Finder) lastIn(s, n int) int {
	best := -1
	f.idx.in(s, func(k int) bool {
		if u := &f.out[k]; k < n && u.Holds && (best < 0 || f.later(k, best)) {
			best = k
		}
		return true
	})
	return best
}

// later reports whether utterance a rather than b carries on behind them: the one
// that is more than an inserted figure, that of somebody named, the one that is not
// part of what the other says, else the one credited later.
func (f *Finder) later(a, b int) bool {
	x, y := &f.out[a], &f.out[b]
	if x.figure != y.figure {
		return y.figure
	}
	if noX, noY := x.who.none() && x.Quiet, y.who.none() && y.Quiet; noX != noY {
		return noY // "Er rechnet mit 40; vorher waren 45 in Aussicht gestellt worden"
	}
	if in, over := y.Covers(x.at), x.Covers(y.at); in != over && !x.who.none() && !y.who.none() {
		outer, inner := y, x
		if over {
			outer, inner = inner, outer
		}
		return over != (!inner.Quiet && f.isPasser(outer.who) && !f.isPasser(inner.who)) // not who passes it on: "sagte Holm laut Nordradio"
	}
	return y.at <= x.at
}

func (f *Finder) insideZone(r text.Range) bool {
	return !r.Empty() && f.d.Tokens[r.From].Zone >= 0 && f.d.Tokens[r.To-1].Zone >= 0
}

// openReport reports whether main clause c stands in the Konjunktiv I and is
// nobody's word so far: what is credited in it lies further in.
func (f *Finder) openReport(c int) bool {
	fin := f.d.Clauses[c].Finite
	t := &f.d.Tokens[fin]
	return t.Feats.Is(text.Sub|text.Pres) && t.Zone < 0 && !f.told(fin)
}

// told reports whether token i is somebody's word: not only reported to have been
// said.
func (f *Finder) told(i int) bool {
	found := false
	f.idx.in(f.d.Tokens[i].Sent, func(k int) bool {
		u := &f.out[k]
		found = u.Type != Reported && u.Covers(i)
		return !found
	})
	return found
}

// continues decides whether the sentence of main clause c goes on with reported
// speech. near says that the sentence before was credited, same that it was of
// this paragraph.
func (f *Finder) continues(c int, near, same bool) (Type, bool) {
	if c < 0 {
		return "", false
	}
	i := f.d.Clauses[c].Finite
	fin := &f.d.Tokens[i]
	if fin.Feats.Is(text.Sub) {
		switch {
		case f.fixed(i):
		case fin.Feats.Is(text.Pres):
			return IndirectFreeIndirect, true
		case !near && f.instance(c):
			return IndirectFreeIndirect, true
		case !near || f.lex.ability.Has(f.d, i) && !same || f.supposes(c) || f.nearly(c):
		case !canBe(fin.Word, fin.POS, text.Past|text.Ind) || same:
			return IndirectFreeIndirect, true
		}
		return "", false
	}
	if same && f.lex.shall.Has(f.d, i) {
		return FreeIndirect, true
	}
	return "", false
}

// fixed reports whether the Konjunktiv at token i stands in a phrase that reports
// nothing: "Gott sei Dank", "wie dem auch sei", "Erwähnt sei, dass".
func (f *Finder) fixed(i int) bool {
	if i == 0 || !f.lex.be.Has(f.d, i) {
		return false
	}
	s := f.sentence(i)
	e := f.lex.fixed.Entry(f.d, i-1)
	return e != nil && (e.Get("then") == "" || hasField(e.Get("then"), f.form(i+1))) && (e.Get("first") == "" || i-1 == s.From)
}

// nearly reports whether clause c tells what all but happened: "Beinahe wären 30 Leute
// ertrunken".
func (f *Finder) nearly(c int) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if f.d.Tokens[i].Clause == c && f.lex.nearly.Has(f.d, i) && f.d.Tokens[min(i+1, len(f.d.Tokens)-1)].Quantity < 0 {
			return true
		}
	}
	return false
}

// instance reports whether clause c gives an instance of what was told, in a plural whose
// Konjunktiv I shows no mood: "So hätten 68 Prozent Schäden gemeldet".
func (f *Finder) instance(c int) bool {
	cl := &f.d.Clauses[c]
	i := f.firstWord(cl.Tokens)
	return i >= 0 && i+1 == cl.Finite && f.lex.thus.Has(f.d, i) && f.d.Tokens[cl.Finite].POS == text.AUX && f.d.Tokens[cl.Finite].Feats.Is(text.Plur) && !f.lex.ability.Has(f.d, cl.Finite) && !f.lex.untold.Has(f.d, cl.Finite)
}

// supposes reports whether clause c is a supposition of the article's own, in "dürfte"
// without one of the words that make it a permission.
func (f *Finder) supposes(c int) bool {
	e := f.lex.likely.Entry(f.d, f.d.Clauses[c].Finite)
	return e != nil && !f.hasFree(c, e.Get("unless"))
}

// mainClause is the first clause of r with a finite verb that hangs on no
// other, else the first with one; -1 for none.
func (f *Finder) mainClause(r text.Range) int {
	if r.Empty() {
		return -1
	}
	first := -1
	cs := f.idx.clauses[f.d.Tokens[r.From].Sent]
	for c := cs.From; c < cs.To; c++ {
		cl := &f.d.Clauses[c]
		if cl.Finite < 0 || !r.Has(cl.Finite) {
			continue
		}
		if cl.Parent < 0 && cl.Kind == text.MainClause {
			return c
		}
		if first < 0 {
			first = c
		}
	}
	return first
}
