package speech

import "github.com/belegt/extract/extract/text"

// nouns credits the clause that hangs on a noun of saying: "die Forderung der
// Partei, … zu …", "vertrat die Auffassung, …", "mit der Begründung, …".
func (f *Finder) nouns() {
	for k := range f.ch {
		ch := &f.ch[k]
		if ch.Kind != text.NounPhrase || !f.isAct(ch.Head) && !f.tells(ch.Head) || f.inSpeech(ch.Head) {
			continue
		}
		said := f.clauseBehind(k)
		if said.Empty() {
			continue
		}
		if i := f.firstWord(said); !f.isAct(ch.Head) && (i < 0 || !f.lex.whereby.Has(f.d, i)) {
			continue // only "eine Studie, wonach …"
		}
		c := f.d.Tokens[ch.Head].Clause
		if c >= 0 && ch.Prep >= 0 && f.lex.after.Has(f.d, ch.Prep) && f.isSaying(c) && f.animate(f.subject(c)) && f.subject(c) >= 0 {
			continue // "Holm sagte nach Angaben der Agentur, dass …"
		}
		if c >= 0 && ch.Prep >= 0 && f.lex.toward.Has(f.d, ch.Prep) && f.lex.suspect.Has(f.d, ch.Head) && f.isSaying(c) {
			continue // "Holm sagte zu dem Vorwurf, dass …"
		}
		if i := f.firstWord(said); ch.Prep >= 0 && f.lex.after.Has(f.d, ch.Prep) && i >= 0 && !f.lex.that.Has(f.d, i) {
			continue // "nach den Worten der Sprecherin, Jana Holm, fehle …"
		}
		cue := f.d.Tokens[ch.Head].Span
		u := Utterance{Type: Indirect, Cue: cue, who: f.holderOf(k, c, cue), at: ch.Head, Holds: true, Rule: "speech.noun"}
		if ch.Tokens.From > 0 && f.lex.role.Has(f.d, ch.Tokens.From-1) && u.who.chunk == k {
			u.who = nobody // "Als Begründung wurde angegeben, …"
		}
		u.Frame = ch.Tokens
		u.Said = []text.Range{said}
		if who, by := f.quotedBy(c, cue); !who.none() {
			if u.who, u.passers = who, nil; !by.none() {
				u.passers = []mention{by} // "Die Zeitung zitierte Holm mit den Worten, …"
			}
		}
		u.Holds = !u.who.vague || !f.denies(c) // "Er wies die Darstellung zurück, …": he goes on
		f.add(u)
	}
}

// isAct reports whether the noun at i is one of saying with a clause for its content.
func (f *Finder) isAct(i int) bool {
	return f.lex.act.Has(f.d, i) || f.lex.actAlone.Has(f.d, i)
}

// denies reports whether the verb of clause c says the contrary.
func (f *Finder) denies(c int) bool {
	if c < 0 || f.d.Clauses[c].Group < 0 {
		return false
	}
	e := f.lex.verb.Entry(f.d, f.d.Chunks[f.d.Clauses[c].Group].Head)
	return e != nil && e.Get("class") == "deny"
}

// quotedBy is whom a medium cites in clause c, and that medium; nobody where the
// verb of c is none of citing.
func (f *Finder) quotedBy(c int, cue text.Span) (who, by mention) {
	if c < 0 {
		return nobody, nobody
	}
	v, ok := f.saying(c)
	if !ok || v.class != "medium" {
		return nobody, nobody
	}
	s := f.subject(c)
	if v.passiv && s >= 0 && f.canSpeak(s) && !f.isText(f.ch[s].Head) {
		return f.phrase(s, cue), f.phrase(f.agentOf(c), text.Span{}) // "Holm wird mit den Worten zitiert, …"
	}
	if v.passiv {
		return nobody, nobody
	}
	o := f.object(c, s)
	if s < 0 || o < 0 || !f.canSpeak(o) {
		return nobody, nobody
	}
	return f.phrase(o, cue), f.phrase(s, text.Span{})
}

// clauseBehind is the clause that begins behind phrase k and what hangs on it,
// but for the rest of a verb, and says what was said, with what hangs on it in
// turn; empty for none.
func (f *Finder) clauseBehind(k int) text.Range {
	none := text.Range{}
	ch := &f.ch[k]
	s := f.sentence(ch.Head)
	i := ch.Tokens.To
	for i < s.To && f.form(i) != "," && f.form(i) != ":" {
		if t := &f.d.Tokens[i]; i >= ch.Full.To && i >= ch.Tokens.To+12 || t.Feats.Is(text.Fin) && t.Clause != f.d.Tokens[ch.Head].Clause {
			return none
		}
		if j := f.d.Tokens[i].Chunk; j >= 0 {
			o := &f.ch[f.into[j]]
			if o.Kind == text.NounPhrase && o.Of < 0 && o != ch && o.Tokens.From > ch.Head {
				return none
			}
		}
		i++
	}
	if i+1 >= s.To {
		return none
	}
	for n := f.d.Tokens[i+1].Clause; n >= 0; n = -1 {
		cl := &f.d.Clauses[n]
		if cl.Tokens.From < i {
			if n == f.d.Tokens[ch.Head].Clause && cl.Finite > i+1 && (f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) || f.mayReport(cl, ch.Head, i)) {
				// "Der Hinweis, die Preise seien gefallen, überzeugte", read as one clause
				return text.Range{From: i + 1, To: f.ownTokens(n).To}
			}
			break
		}
		switch {
		case cl.Kind == text.InfClause && !f.circumstance(cl.Tokens):
			return f.subtree(n)
		case cl.Kind == text.SubClause && cl.Intro >= 0 && f.lex.fact.Has(f.d, cl.Intro) && !f.lex.as.Has(f.d, cl.Intro-1):
			return f.subtree(n)
		case cl.Kind == text.MainClause && cl.Finite > i+1 && (f.reportMood(cl.Finite) || f.mayReport(cl, ch.Head, i)) && f.d.Tokens[i+1].POS != text.CCONJ:
			return f.goingOn(f.subtree(n), n, s)
		}
	}
	return none
}

// goingOn is r, clause n in the Konjunktiv with what hangs on it, and the clauses right
// behind it in sentence s that are in it too: "Sein Argument: Man habe 30 Betten, | 40
// seien geplant".
func (f *Finder) goingOn(r text.Range, n int, s text.Range) text.Range {
	cs := f.idx.clauses[f.d.Tokens[s.From].Sent]
	for k := n + 1; k < cs.To; k++ {
		cl := &f.d.Clauses[k]
		if cl.Tokens.From < r.To {
			continue
		}
		if cl.Kind != text.MainClause || cl.Tokens.From > r.To+1 || cl.Finite < 0 || cl.Finite == f.firstWord(cl.Tokens) || !f.d.Tokens[cl.Finite].Feats.Is(text.Sub) {
			break
		}
		r.To = max(r.To, f.subtree(k).To)
	}
	return r
}

// mayReport reports whether clause cl right behind the comma at token i, which ends its
// sentence or stands before the verb of it, is one in a form that is Konjunktiv II too, behind the noun of a view at head:
// "vertrat die Ansicht, neun Stände reichten".
func (f *Finder) mayReport(cl *text.Clause, head, i int) bool {
	t := &f.d.Tokens[cl.Finite]
	for k := i + 1; k < cl.Finite; k++ {
		if f.form(k) == "," {
			return false // "der Absender der Mitteilungen, ein Mann aus Wien, bekundete …"
		}
	}
	to := cl.Tokens.To
	ends := to >= f.sentence(i).To-1 || f.form(to) == "," && f.d.Tokens[to+1].Feats.Is(text.Fin)
	return f.form(i) == "," && ends && f.lex.noun.Has(f.d, head) && canBe(t.Word, t.POS, text.Sub|text.Past)
}

// holderOf is whose word the noun of saying k is: the genitive or von-phrase
// behind it, its possessive, else the subject of its clause c.
func (f *Finder) holderOf(k, c int, cue text.Span) mention {
	for j := k + 1; j < len(f.ch) && j < k+4; j++ {
		if n := &f.ch[j]; n.Kind == text.NounPhrase && n.Of == k && (n.Prep < 0 || f.lex.agent.Has(f.d, n.Prep)) && f.canSpeak(j) {
			return f.phrase(j, cue)
		}
	}
	if c < 0 {
		return nobody
	}
	itself := f.phrase(k, cue)
	itself.vague = true
	g := f.d.Clauses[c].Group
	if g < 0 {
		return itself
	}
	if v, ok := f.saying(c); ok && v.by != "" {
		return f.behindPrep(c, v.by, cue) // "für Holm besteht kein Zweifel, …"
	}
	if f.denies(c) {
		return itself // "wies die Darstellung zurück, …"
	}
	if e := f.lex.suspect.Entry(f.d, f.ch[k].Head); e != nil && f.ch[k].Prep >= 0 && hasField(e.Get("prep"), f.d.Tokens[f.ch[k].Prep].Lemma) {
		return nobody // "Holm steht im Verdacht, …"
	}
	s := f.subject(c)
	if f.d.Chunks[g].Passive || s == k || f.lex.receive.Has(f.d, f.d.Chunks[g].Head) {
		if a := f.agentOf(c); a >= 0 && f.animate(a) {
			return f.phrase(a, cue) // "von der Polizei kam die Information, …"
		}
		if o := f.origin(c, verb{}, cue); s == k && o.chunk >= 0 && o.chunk != k {
			return o // "aus dem Rathaus kam die Nachricht, …"
		}
		if s != k || !f.joined(c) {
			return itself
		}
	}
	if s >= 0 && s != k && f.d.Tokens[f.ch[s].Tokens.From].Quantity >= 0 {
		return f.phrase(s, cue) // "22 Prozent teilen die Meinung, …"
	}
	if s == k || s >= 0 && !f.animate(s) {
		if s = f.livingSubject(c, k); s < 0 && f.joined(c) {
			s = f.sharedSubject(c) // "… und wagte die Prognose, …"
		}
	}
	if s >= 0 && s != k && f.animate(s) {
		if o := &f.ch[s]; f.ch[k].Of == s && f.ch[k].Prep < 0 && f.lex.be.Has(f.d, f.d.Chunks[g].Head) {
			o.Full.To = f.ch[k].Tokens.From // "war der Minister | der Ansicht"
		}
		return f.phrase(s, cue)
	}
	return itself
}
