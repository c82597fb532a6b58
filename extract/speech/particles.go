package speech

import (
	"slices"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// particles credits what rules find: "laut X", "nach Angaben von X", "X
// zufolge", ", so X". A rule's set.reach says what is said:
//
//	clause   the main clause around the words with what hangs on it (default)
//	number   the number expression right behind, when the words are inserted
//	back     the sentence before
//	before   what stands before in the sentence
//	after    what stands behind in the sentence
//
// With frame: cue only the captured cue keeps out of what is said, else all that
// the rule reads.
func (f *Finder) particles() {
	f.buf = f.credits.Match(f.d, text.Range{To: len(f.d.Tokens)}, f.buf[:0])
	f.buf = slices.DeleteFunc(f.buf, func(m rule.Match) bool { return m.Rule.Get("only") == "zone" && !f.signs(&m) })
	for i := range f.buf {
		m := &f.buf[i]
		if f.inSpeech(m.Tokens.From) || m.Rule.Get("only") == "beside" && f.impersonalSaying(f.d.Tokens[m.Tokens.From].Clause) || m.Rule.Get("only") == "merged" && !f.merged(m.Tokens) {
			continue
		}
		cue := f.span(m.Tokens)
		if r, ok := m.Capture("cue"); ok {
			if f.isParticle(r.To - 1) {
				continue // "gehen jedem Hinweis nach"
			}
			cue = f.span(r)
		}
		who := nobody
		if r, ok := m.Capture("speaker"); ok {
			to := min(f.beforeNumber(r), f.beforeAgent(r))
			cut := to < r.To && !f.lex.numbered.Has(f.d, to-1)
			if to < r.To {
				if m.Tokens.To == r.To {
					m.Tokens.To = to
				}
				r.To = to
				cue = f.span(m.Tokens)
				if c, ok := m.Capture("cue"); ok {
					cue = f.span(c)
				}
			}
			who = f.bodyOf(f.stretch(r, cue), m.Rule)
			if who.tokens.From < r.To && who.tokens.To > r.To && cut {
				who.tokens.To = r.To
			}
			if m.Rule.Get("only") == "words" {
				if who = f.wordsBefore(r); who.none() {
					continue
				}
			} else if m.Rule.Get("speaker") == "owner" {
				who = f.owner(r, who)
			}
			if m.Rule.Get("speaker") == "nobody" {
				who.vague = true
			}
			if own, ok := m.Capture("own"); ok {
				who = f.subjectAround(m.Tokens.From, cue)
				who.show = own
			}
		} else if m.Rule.Get("speaker") == "same" {
			continue // again
		} else if m.Rule.Get("speaker") == "subject" {
			who = f.subjectAround(m.Tokens.From, cue)
			who.show = m.Tokens
		}
		if m.Rule.Get("speaker") != "nobody" && !who.none() && !f.speaks(who) && !(m.Rule.Get("finding") != "" && who.chunk >= 0 && f.lex.finding.Has(f.d, f.ch[who.chunk].Head)) || f.sought(m, who) || f.movesPrice(m) || f.unowned(m, who) || f.ofAsked(m) {
			continue
		}
		if t := who.tokens; who.show.Empty() && t.From < m.Tokens.To && t.To > m.Tokens.To {
			m.Tokens.To = t.To // with the name in marks
		}
		if c := f.d.Tokens[m.Tokens.To-1].Chunk; c >= 0 && m.Tokens.To-1 == f.d.Chunks[c].Head {
			if ch := &f.ch[f.into[c]]; ch.Kind == text.NounPhrase && !ch.Name.Empty() {
				m.Tokens.To = max(m.Tokens.To, ch.Tokens.To) // "nach Angaben der Organisation | Ärzte ohne Grenzen"
			}
		}
		if n := m.Tokens.To; f.form(n) == "(" && f.form(n+2) == ")" && isAbbreviation(f.d.Tokens[n+1].Word) {
			m.Tokens.To += 3 // "laut der Bank für Wohnbau (BfW)"
		}
		if t := who.tokens; who.show.Empty() && t.From < m.Tokens.From && t.To > m.Tokens.From {
			m.Tokens.From = t.From // with all of the name
		}
		m.Tokens.To = f.relativeBehind(m.Tokens, who)
		u := Utterance{Type: Indirect, Cue: cue, Frame: m.Tokens, who: who, at: m.Tokens.From, Holds: true, Rule: m.Rule.ID}
		if r, ok := m.Capture("via"); ok {
			u.passers = append(u.passers, f.stretch(r, text.Span{}))
		}
		u.Frame = f.hole(m)
		if z := f.zoneBefore(m); z >= 0 {
			u.Type, u.Said = Direct, []text.Range{f.d.Zones[z].Tokens}
			f.used[z] = f.add(u) != nil
			if n := f.zoneBehind(m.Tokens.To); n >= 0 && !f.used[n] {
				u.Said = []text.Range{f.d.Zones[n].Tokens} // "„Wir haben“, so X, | „30 Leute verloren.“"
				f.used[n] = f.add(u) != nil
			}
			continue
		}
		u.Said = f.reach(m, i)
		u.Quiet = m.Rule.Get("quote") != ""
		u.figure = m.Rule.Get("reach") == "number" || !f.inserted(m.Tokens, f.sentence(m.Tokens.From)).Empty()
		f.add(u)
	}
}

// sought reports whether the bare phrase who of match m is what the verb of its clause
// or the noun before it seeks: "fragt den Wirt nach Quellen", "die Suche nach Quellen".
func (f *Finder) sought(m *rule.Match, who mention) bool {
	i := m.Tokens.From
	if m.Rule.Get("body") == "" || who.chunk < 0 || f.form(i) != "nach" {
		return false
	}
	if c := f.d.Tokens[i].Clause; !(i > 0 && f.lex.search.Has(f.d, i-1)) && (c < 0 || f.d.Clauses[c].Group < 0 || !f.lex.seek.Has(f.d, f.d.Chunks[f.d.Clauses[c].Group].Head)) {
		return false
	}
	ch := &f.ch[who.chunk]
	return f.tells(ch.Head) && who.tokens.To <= ch.Tokens.To && who.show.Empty()
}

// afterNews reports whether the preposition at token i names a time too: "nach den Zahlen".
func (f *Finder) afterNews(i int) bool {
	e := f.lex.after.Entry(f.d, i)
	return e != nil && e.Get("time") != ""
}

// movesPrice reports whether match m tells with nach behind which news a price moved: "Die
// Aktie fiel nach den Zahlen um 4 Prozent".
func (f *Finder) movesPrice(m *rule.Match) bool {
	i := m.Tokens.From
	r, ok := m.Capture("speaker")
	c := f.d.Tokens[i].Clause
	if !ok || c < 0 || !f.afterNews(i) || m.Rule.Get("body") == "" {
		return false
	}
	s := f.subject(c)
	if s < 0 || f.d.Tokens[f.ch[s].Tokens.From].Quantity >= 0 || !f.lex.traded.Has(f.d, f.ch[s].Head) {
		return false
	}
	k := f.chunkAt(r.From)
	return k < len(f.ch) && f.lex.news.Has(f.d, f.ch[k].Head)
}

// ofAsked reports whether the clause of match m only tells how many were asked: "In einer
// Umfrage wurden 600 Leute befragt".
func (f *Finder) ofAsked(m *rule.Match) bool {
	c := f.d.Tokens[m.Tokens.From].Clause
	return m.Rule.Get("not") == "asked" && c >= 0 && f.d.Clauses[c].Group >= 0 && f.lex.ask.Has(f.d, f.d.Chunks[f.d.Clauses[c].Group].Head)
}

// unowned reports whether match m has nach before a noun that names a source only by its
// owner, and who is none: "nach langen Recherchen", "nach Kenntnis der Lage".
func (f *Finder) unowned(m *rule.Match, who mention) bool {
	r, ok := m.Capture("speaker")
	if !ok || who.chunk < 0 {
		return false
	}
	if m.Rule.Get("only") == "owned" {
		return !f.animate(who.chunk) || f.isText(f.ch[who.chunk].Head)
	}
	if f.d.Tokens[m.Tokens.From].Word.Lower != "nach" {
		return false
	}
	for i := r.From; i < r.To && i <= f.ch[who.chunk].Head; i++ {
		if e := f.lex.noun.Entry(f.d, i); e != nil && e.Get("owned") != "" {
			return !f.animate(who.chunk) || f.isText(f.ch[who.chunk].Head)
		}
	}
	return false
}

// isParticle reports whether token i is the separated particle of a verb.
func (f *Finder) isParticle(i int) bool {
	c := f.d.Tokens[i].Chunk
	return f.d.Tokens[i].POS == text.ADP && c >= 0 && f.d.Chunks[c].Kind == text.VerbGroup
}

// signs reports whether the words of m stand behind a quotation of their own and
// name, if anything, somebody: "„…“ (Holm)", not "„…“ (Artikel 65 GG)".
func (f *Finder) signs(m *rule.Match) bool {
	if z := f.zoneBefore(m); z < 0 || !f.spoken[z] {
		return false
	}
	r, ok := m.Capture("speaker")
	for i := r.From; ok && i < r.To; i++ {
		if f.isText(i) {
			return false
		}
	}
	return true
}

// impersonalSaying reports whether clause c is carried by a verb that says where
// words come from, and is credited by it: "aus Kreisen der Bank verlautet".
func (f *Finder) impersonalSaying(c int) bool {
	if c < 0 {
		return false
	}
	v, ok := f.saying(c)
	return ok && v.class == "es"
}

// beforeNumber is the end of r before a number that is no part of the phrase it
// stands behind: "laut Polizei | 30 verletzt wurden".
func (f *Finder) beforeNumber(r text.Range) int {
	for i := r.From + 1; i < r.To; i++ {
		if c := f.d.Tokens[i-1].Chunk; c >= 0 && f.d.Tokens[i].Quantity >= 0 && f.d.Tokens[i].POS == text.NUM && f.ch[f.into[c]].Tokens.To == i {
			return i
		}
	}
	return r.To
}

// beforeAgent is the end of r before a von-phrase that is no part of the phrase it stands
// behind but hangs on the verb: "stieg laut Polizei | von 30 auf 40", "wurde laut Polizei |
// von Unbekannten verprügelt".
func (f *Finder) beforeAgent(r text.Range) int {
	for i := r.From + 1; i+1 < r.To; i++ {
		c := f.d.Tokens[i-1].Chunk
		if c < 0 || f.d.Tokens[i].POS != text.ADP || !f.lex.agent.Has(f.d, i) {
			continue
		}
		n := f.chunkAt(i + 1)
		if n >= len(f.ch) || f.ch[n].Prep != i {
			continue
		}
		of, by := f.ch[f.into[c]].Head, &f.ch[n]
		counts := f.d.Tokens[by.Tokens.From].Quantity >= 0
		switch {
		case f.tells(of):
			if counts && !f.animate(n) {
				return i
			}
		case counts:
			return i
		case !f.isPerson(of) && (f.isBody(of) || f.isOutlet(of)) && !f.ofPlaceOrBody(by):
			return i
		}
	}
	return r.To
}

// ofPlaceOrBody reports whether phrase ch is a name, but not a person's: "die Universität
// von Exeter".
func (f *Finder) ofPlaceOrBody(ch *text.Chunk) bool {
	if ch.Name.Empty() || !ch.Name.Has(ch.Head) {
		return false
	}
	e := f.reg.at(f.reg.find(nameWords(f.d, ch.Name), false))
	return e == nil || e.typ != "person"
}

// zoneBehind is the outermost quotation whose opening mark is token i, behind a comma; -1
// for none.
func (f *Finder) zoneBehind(i int) int {
	if i+1 >= len(f.d.Tokens) || f.form(i-1) != "," || f.d.Tokens[i].Zone >= 0 {
		return -1
	}
	z := f.d.Tokens[i+1].Zone
	for z >= 0 && f.d.Zones[z].Outer >= 0 {
		z = f.d.Zones[z].Outer
	}
	if z < 0 || f.d.Zones[z].Tokens.From != i+1 {
		return -1
	}
	return z
}

// zoneBefore is the quotation that ends right before the words of saying of a
// match that reaches back, -1 for none: "„…“, so X".
func (f *Finder) zoneBefore(m *rule.Match) int {
	if m.Rule.Get("reach") != "before" && m.Rule.Get("zone") == "" {
		return -1
	}
	i := m.Tokens.From - 1
	for n := 0; i > 0 && n < 3 && f.d.Tokens[i].Word.Has(text.Punct) && f.d.Tokens[i].Zone < 0; n++ {
		i--
	}
	if i <= 0 || i == m.Tokens.From-1 {
		return -1
	}
	z := f.d.Tokens[i].Zone
	if z < 0 || !f.spoken[z] && f.d.Zones[z].Tokens.From > f.sentence(i).From+1 {
		return -1
	}
	for f.d.Zones[z].Outer >= 0 {
		z = f.d.Zones[z].Outer
	}
	if f.partOf(z, f.d.Tokens[m.Tokens.From].Clause) {
		return -1
	}
	return z
}

// merged reports whether the clause of the words of saying r goes on behind
// them: no clause of their own was seen.
func (f *Finder) merged(r text.Range) bool {
	c := f.d.Tokens[r.From].Clause
	return c < 0 || f.d.Clauses[c].Tokens.To > r.To+1
}

// again credits what goes on with a particle such as "demnach" to who spoke last.
func (f *Finder) again() {
	for i := range f.buf {
		m := &f.buf[i]
		if m.Rule.Get("speaker") != "same" {
			continue
		}
		u := Utterance{Type: FreeIndirect, who: nobody, at: m.Tokens.From, Holds: true, Rule: m.Rule.ID, Said: f.reach(m, i)}
		if len(u.Said) == 2 { // around the particle
			u.Said = []text.Range{{From: u.Said[0].From, To: u.Said[1].To}}
		} else if len(u.Said) == 1 {
			u.Said[0].From = min(u.Said[0].From, m.Tokens.From)
		}
		if f.holds(m.Tokens.From) {
			continue
		}
		if c := f.d.Tokens[m.Tokens.From].Clause; c >= 0 && f.isSaying(c) && f.impersonalSaying(c) {
			continue // "…, heißt es demnach"
		}
		doc := f.documentBefore(m.Tokens.From)
		by, verb := f.informer(m.Tokens.From)
		if by >= 0 && m.Rule.Get("only") == "document" && !f.presentAt(m.Tokens.To) && f.lex.informs.Entry(f.d, verb).Get("after") == "" {
			continue // "Die Bank legte einen Bericht vor. Danach gingen 30 Gäste."
		}
		if by >= 0 && (doc < 0 || f.lex.inquiry.Has(f.d, f.ch[doc].Head) || f.ch[doc].Head > f.ch[by].Head) {
			u.who = f.phrase(by, text.Span{})
			u.who.show = m.Tokens
			f.add(u)
			continue
		}
		if m.Rule.Get("only") == "document" && (doc < 0 || !f.presentAt(m.Tokens.To)) {
			continue
		}
		last := f.lastBefore(m.Tokens.From)
		if last >= 0 && f.ofNobody(last) {
			if n := f.lastNamed(f.d.Tokens[m.Tokens.From].Sent); n >= 0 {
				last = n
			}
		}
		if last < 0 {
			last = f.lastOverMood(f.d.Tokens[m.Tokens.From].Sent)
		}
		if last >= 0 {
			u.who.same = last + 1
			u.who.show = m.Tokens
		} else if doc >= 0 {
			u.who = f.putForward(doc, text.Span{})
			u.who.show = m.Tokens
		} else if last = f.lastNamed(f.d.Tokens[m.Tokens.From].Sent); last >= 0 {
			u.who.same = last + 1
			u.who.show = m.Tokens
		} else {
			u.who = mention{tokens: m.Tokens, chunk: -1, vague: true}
		}
		f.add(u)
	}
}

// presentAt reports whether a verb in the present stands at token i.
func (f *Finder) presentAt(i int) bool {
	return i < len(f.d.Tokens) && f.d.Tokens[i].Feats.Is(text.Pres)
}

// informer is the subject of the sentence before token i, of the same paragraph, whose verb tells that
// they inform, and that verb, -1 for none: "Die Kasse hat Daten ausgewertet. Demnach …".
func (f *Finder) informer(i int) (who, verb int) {
	s := f.d.Tokens[i].Sent
	if s == 0 || f.d.Sentences[s-1].Heading || f.d.Sentences[s-1].Para != f.d.Sentences[s].Para || f.lastIn(s-1, len(f.out)) >= 0 {
		return -1, -1
	}
	c := f.mainClause(f.d.Sentences[s-1].Tokens)
	if c < 0 || f.d.Clauses[c].Group < 0 || f.d.Chunks[f.d.Clauses[c].Group].Passive || !f.lex.informs.Has(f.d, f.d.Chunks[f.d.Clauses[c].Group].Head) {
		return -1, -1
	}
	if k := f.subject(c); k >= 0 && f.animate(k) && !f.timely(k) && !f.lex.nobody.Has(f.d, f.ch[k].Head) && !f.isText(f.ch[k].Head) {
		return k, f.d.Chunks[f.d.Clauses[c].Group].Head
	}
	return -1, -1
}

// ofNobody reports whether utterance k is credited to nobody in particular: "nach bisherigen
// Erkenntnissen".
func (f *Finder) ofNobody(k int) bool {
	w := f.out[k].who
	return w.vague || w.chunk >= 0 && f.lex.bare.Has(f.d, f.ch[w.chunk].Head)
}

// lastNamed is the utterance of somebody named credited last in the four sentences of the
// paragraph before sentence s, -1 for none: "laut Polizei … Den Angaben zufolge …".
func (f *Finder) lastNamed(s int) int {
	for b := s - 1; b >= 0 && b >= s-4 && f.d.Sentences[b].Para == f.d.Sentences[s].Para; b-- {
		if k := f.lastIn(b, len(f.out)); k >= 0 && !f.out[k].who.none() && !f.ofNobody(k) {
			return k
		}
	}
	return -1
}

// lastOverMood is the utterance credited last before sentence s with nothing but
// sentences in the Konjunktiv I of its paragraph between, -1 for none.
func (f *Finder) lastOverMood(s int) int {
	for b := s - 1; b > 0 && b >= s-4 && f.d.Sentences[b].Para == f.d.Sentences[s].Para && f.inMood(f.d.Sentences[b].Tokens); b-- {
		if k := f.lastIn(b-1, len(f.out)); k >= 0 {
			return k
		}
	}
	return -1
}

// putForward is whose words document doc holds: who is named with it, else the subject
// of its sentence, who put it forward.
func (f *Finder) putForward(doc int, cue text.Span) mention {
	who := f.source(doc, cue)
	if t := f.topic(f.d.Tokens[f.ch[doc].Head].Sent); t >= 0 && who.chunk == doc && f.ch[doc].Prep < 0 && !f.ch[doc].Feats.Is(text.Dat) {
		return f.phrase(t, cue)
	}
	return who
}

// documentBefore is the last document or words of somebody that the sentence before
// token i names, of the same paragraph; -1 for none.
func (f *Finder) documentBefore(i int) int {
	s := f.d.Tokens[i].Sent
	if s == 0 || f.d.Sentences[s-1].Heading || f.d.Sentences[s-1].Para != f.d.Sentences[s].Para {
		return -1
	}
	prev := f.d.Sentences[s-1].Tokens
	for k := f.chunkAt(prev.To) - 1; k >= 0 && f.ch[k].Tokens.From >= prev.From; k-- {
		if ch := &f.ch[k]; ch.Kind == text.NounPhrase && !(ch.Prep >= 0 && f.lex.inquiry.Has(f.d, ch.Head)) && (f.isText(ch.Head) || f.lex.writing.Has(f.d, ch.Head)) {
			return k
		}
	}
	return -1
}

// holds reports whether token i is already part of what somebody says.
func (f *Finder) holds(i int) bool {
	found := false
	f.idx.in(f.d.Tokens[i].Sent, func(k int) bool {
		found = f.out[k].Covers(i)
		return !found
	})
	return found
}

// owner is whom the relative pronoun r stands for, m for none: "die Bank, nach deren
// Angaben …".
func (f *Finder) owner(r text.Range, m mention) mention {
	c := f.d.Tokens[r.From].Clause
	if c < 0 {
		return m
	}
	a := -1
	if i := f.firstWord(f.d.Clauses[c].Tokens); i >= r.From-1 && f.d.Clauses[c].Parent >= 0 {
		a = f.before1(f.d.Clauses[c].Tokens.From, 0)
	} else {
		a = f.topic(f.d.Tokens[r.From].Sent - 1)
	}
	if a < 0 || !f.animate(a) {
		return m
	}
	w := f.phrase(a, m.cue)
	w.show = r
	return w
}

// wordsBefore is whose words the relative pronoun r takes up, nobody for none: "Angaben der
// Bank, nach denen …".
func (f *Finder) wordsBefore(r text.Range) mention {
	c := f.d.Tokens[r.From].Clause
	if c < 0 || f.d.Clauses[c].Kind != text.RelClause || f.d.Clauses[c].Intro != r.From {
		return nobody
	}
	a := f.before1(f.d.Clauses[c].Tokens.From, f.d.Tokens[r.From].Feats&(text.Gender|text.Number))
	if a < 0 || !f.tells(f.ch[a].Head) && !f.isAct(f.ch[a].Head) {
		return nobody
	}
	w := f.source(a, text.Span{})
	w.show = r
	return w
}

// bodyOf turns "Angaben der Polizei" into "der Polizei" when the rule asks for
// the body behind a noun of saying.
func (f *Finder) bodyOf(m mention, r *rule.Rule) mention {
	if r.Get("body") == "" || m.chunk < 0 {
		return m
	}
	return f.source(m.chunk, m.cue)
}

// subjectAround is the subject of the clause that holds token i: who speaks in
// "nach eigenen Angaben".
func (f *Finder) subjectAround(i int, cue text.Span) mention {
	for c, n := f.d.Tokens[i].Clause, 0; c >= 0 && n < 8; c, n = f.d.Clauses[c].Parent, n+1 {
		s := f.subject(c)
		if s >= 0 && (!f.animate(s) || f.isText(f.ch[s].Head)) {
			if o := f.dativeOf(c); o >= 0 {
				s = o // "Der Polizei liegen nach eigenen Angaben 30 Hinweise vor"
			}
		}
		if s >= 0 {
			return f.phrase(s, cue)
		}
	}
	return nobody
}

// dativeOf is the first phrase of clause c in the dative that is somebody, -1 for
// none.
func (f *Finder) dativeOf(c int) int {
	cl := &f.d.Clauses[c]
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		if ch := &f.ch[k]; ch.Kind == text.NounPhrase && ch.Prep < 0 && ch.Of < 0 && f.belongs(k, c) && canBe(f.d.Tokens[ch.Tokens.From].Word, f.d.Tokens[ch.Tokens.From].POS, text.Dat) && f.animate(k) {
			return k
		}
	}
	return -1
}
