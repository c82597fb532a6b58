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
	selves := f.unmarked && f.quotesSelf()
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
		if ok && typ == IndirectFreeIndirect && f.unmarked && !f.inMood(sent.Tokens) && f.speaksOfSelf(sent.Tokens) {
			typ = Direct // "Das Lokal ist voll, sagte der Wirt. Wir könnten 300 Gäste aufnehmen."
		}
		if !ok && near && f.unmarked && !f.placeOrNobody(last) && !(f.ofBody(last) && f.saysI([]text.Range{sent.Tokens})) && f.firstPersonAhead(s, last) {
			typ, ok = Direct, true // the article has lost its marks
		}
		opened := -1
		if !ok && !near && f.unmarked && len(f.labels) < 2 && f.speaksOfSelf(sent.Tokens) && s > 0 && f.d.Sentences[s-1].Para == sent.Para {
			if opened = f.floor(s - 1); opened >= 0 && (f.isSomebody(opened) && f.feels(f.mainClause(f.d.Sentences[s-1].Tokens)) || selves && f.saysI([]text.Range{sent.Tokens}) && f.isOnePerson(opened)) {
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
		if typ == FreeIndirect && f.asTold(sent.Tokens.From) {
			u.who = nobody // "Wie berichtet, sollen 30 Stellen wegfallen"
		} else if near {
			u.who = f.carriedOn(last)
		} else if opened >= 0 && typ == Direct {
			u.who = f.phrase(opened, text.Span{})
		} else if t := f.floor(s - 1); t >= 0 && typ == IndirectFreeIndirect && (f.isSaying(f.mainClause(f.d.Sentences[s-1].Tokens)) || f.newVoice(t, s) || f.ch[t].Prep >= 0) {
			u.who = f.phrase(t, text.Span{})
		} else if t := f.stanceBefore(s); t >= 0 && typ == IndirectFreeIndirect {
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

// carriedOn is who goes on behind utterance k: its speaker, but where somebody tells of a
// document they themselves: "Holm zitierte Schätzungen, wonach … Es gebe …".
func (f *Finder) carriedOn(k int) mention {
	u := &f.out[k]
	if n := len(u.passers); n > 0 && f.isDocument(u.who) && !f.isPasser(u.passers[n-1]) {
		return u.passers[n-1]
	}
	return mention{chunk: -1, same: k + 1}
}

// asTold reports whether "wie berichtet" stands at token i, before a comma or the verb.
func (f *Finder) asTold(i int) bool {
	return i+2 < len(f.d.Tokens) && f.lex.as.Has(f.d, i) && f.lex.verb.Has(f.d, i+1) && (f.form(i+2) == "," || f.d.Tokens[i+2].Feats.Is(text.Fin))
}

// inMood reports whether the main clause of r stands in the Konjunktiv I.
func (f *Finder) inMood(r text.Range) bool {
	c := f.mainClause(r)
	return c >= 0 && f.d.Tokens[f.d.Clauses[c].Finite].Feats.Is(text.Sub|text.Pres)
}

// lengthen carries utterance k on to the end of r, which is sentence s.
func (f *Finder) lengthen(k int, r text.Range, s int) {
	u := &f.out[k]
	u.Said[len(u.Said)-1].To = f.trim(r).To
	f.idx.enter(s, k)
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
		s := f.sentence(i)
		switch {
		case i == s.From && (f.form(s.To-1) == "!" || f.form(s.To) == "!"): // "Zahle 300 Euro!"
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
