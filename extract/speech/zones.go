package speech

import "github.com/belegt/extract/extract/text"

// leadSentences is how many sentences of heading and lead may have kept the quotation
// marks that the rest of an article has lost.
const leadSentences = 3

// speechZones marks the quotations that hold whole sentences: what is inside is
// the speaker's word, and no verb in it credits anybody else.
func (f *Finder) speechZones() {
	f.spoken = grow(f.spoken, len(f.d.Zones))
	f.unmarked = true
	for z := range f.d.Zones {
		zn := &f.d.Zones[z]
		f.spoken[z] = zn.Outer >= 0 && f.spoken[zn.Outer] || f.isSpeech(zn.Tokens)
		if f.spoken[z] && f.d.Tokens[zn.Tokens.From].Sent >= leadSentences {
			f.unmarked = false
		}
	}
}

// inSpeech reports whether token i, or the word behind the marks it is, stands
// in a quotation of whole sentences.
func (f *Finder) inSpeech(i int) bool {
	for i+1 < len(f.d.Tokens) && f.d.Tokens[i].Word.Has(text.Punct) && f.d.Tokens[i].Zone < 0 {
		i++
	}
	z := f.d.Tokens[i].Zone
	return z >= 0 && f.spoken[z]
}

// quoted credits the quotation zones that lean on clause c: behind a colon,
// before an inverted verb, and what goes on behind an interruption.
func (f *Finder) quoted(c int, u Utterance) bool {
	cl := &f.d.Clauses[c]
	own := f.ownTokens(c)
	found := false
	for z := f.leaningZone(own); z < len(f.d.Zones); z++ {
		zn := &f.d.Zones[z]
		if zn.Outer >= 0 || f.used[z] || zn.Tokens.Empty() {
			continue
		}
		open, shut := zn.Tokens.From-1, zn.Tokens.To
		if zn.Tokens.From > own.To+4 {
			break
		}
		switch {
		case open > 0 && f.form(open-1) == ":" && open-1 >= own.From && open-1 <= own.To && !f.framedBy(z, c):
		case open > 0 && f.form(open-1) == "." && open-1 >= own.From && open-1 <= own.To && f.spoken[z] && f.frameBehind(z) < 0:
		case open > 0 && f.spoken[z] && own.Has(open-1) && f.d.Tokens[open-1].POS == text.NOUN && f.tells(open-1): // "mit den Worten „…“"
		case (f.leadsTo(shut, cl.Finite, own.From) || f.fronted(zn.Tokens, c, own.From)) && !f.partOf(z, c) && !(!f.spoken[z] && open > 0 && f.d.Tokens[open-1].POS == text.DET && f.d.Tokens[open-1].Sent == f.d.Tokens[open].Sent):
		case found && open > max(u.at, cl.Finite) && f.form(open-1) == "," && own.Has(open) && (shut+1 >= own.To || f.d.Tokens[shut+1].Word.Has(text.Punct)):
			own.To = open // "„Es fehlen“, sagte sie, | „30 Leute.“", which has no verb of its own
		case found && !f.framedBy(z, c) && (open == own.To || open == own.To+1 && f.d.Tokens[own.To].Word.Has(text.Punct)):
		default:
			continue
		}
		w := u
		w.Type, w.Rule = Direct, "speech.verb.quoted"
		w.Said = []text.Range{zn.Tokens}
		w.Frame = own
		if w.Frame.Has(zn.Tokens.From) && zn.Tokens.From <= own.From+1 {
			w.Frame.From = shut + 1 // "„40 Tote“, | sagte X"
		}
		if f.add(w) != nil {
			f.used[z] = true
			found = true
		}
	}
	return found
}

// fronted reports whether the words in marks r, which have no verb of their own, fill
// clause c up to its verb, behind a comma: "„40 Tote“, sagte X".
func (f *Finder) fronted(r text.Range, c, from int) bool {
	end := f.form(r.To - 1)
	return from >= r.From-1 && (f.form(r.To+1) == "," || end == "!" || end == "?") && f.leadsTo(r.To, f.d.Clauses[c].Finite, r.To)
}

// frameBehind is the clause whose verb or "so" stands right behind zone z, -1 for
// none: "„…“, freute sich X".
func (f *Finder) frameBehind(z int) int {
	i := f.d.Zones[z].Tokens.To
	for n := 0; n < 3 && i < len(f.d.Tokens) && f.d.Tokens[i].Word.Has(text.Punct) && f.d.Tokens[i].Zone < 0; n++ {
		i++
	}
	if i >= len(f.d.Tokens) || i == f.d.Zones[z].Tokens.To || f.d.Tokens[i].Word.Has(text.Capital) || f.form(i-1) == ":" || f.form(i-1) == "." {
		return -1
	}
	if c := f.d.Tokens[i].Clause; c >= 0 && (f.d.Clauses[c].Finite == i || f.lex.as.Has(f.d, i)) {
		return c
	}
	return -1
}

// partOf reports whether zone z is only the end of a sentence that has begun outside
// it, other than clause c: "Das sei „reiner Unsinn“, sagte X".
func (f *Finder) partOf(z, c int) bool {
	zn := f.d.Zones[z].Tokens
	s := f.sentence(zn.To)
	if zn.From <= s.From+1 || f.form(zn.From-2) == ":" || zn.From-2 >= 0 && f.d.Tokens[zn.From-2].Zone >= 0 {
		return false
	}
	return f.statement(s.From, zn.From-1, c)
}

// framedBy reports whether another clause than c stands behind zone z as its words of
// saying: "„…“, sagte A. „…“, sagte B".
func (f *Finder) framedBy(z, c int) bool {
	b := f.frameBehind(z)
	return b >= 0 && b != c && f.isSaying(b)
}

// leaningZone is the first zone that may lean on the tokens own: the one that
// ends right before them, else the first behind.
func (f *Finder) leaningZone(own text.Range) int {
	for i := own.From; i > 0 && i > own.From-4; i-- {
		if z := f.d.Tokens[i-1].Zone; z >= 0 {
			for f.d.Zones[z].Outer >= 0 {
				z = f.d.Zones[z].Outer
			}
			return z
		}
	}
	return f.zoneAt(own.From)
}

// leadsTo reports whether only marks stand between the closing mark at shut and
// the finite verb that opens a clause at from.
func (f *Finder) leadsTo(shut, finite, from int) bool {
	if finite < 0 || shut >= finite || finite-shut > 3 {
		return false
	}
	for i := shut; i < finite; i++ {
		if !f.d.Tokens[i].Word.Has(text.Punct) {
			return false
		}
	}
	return from >= shut-1
}

func (f *Finder) form(i int) string {
	if i < 0 || i >= len(f.d.Tokens) {
		return ""
	}
	return f.d.Tokens[i].Word.Form
}

// marks credits the zones no verb claimed: a quotation inside credited speech
// to its speaker, one behind a colon to the subject before it, one that stands
// as its own sentence to whoever spoke last.
//
// Whole sentences come first; what is only a part of one, later.
func (f *Finder) marks(whole bool) {
	for z := range f.d.Zones {
		zn := &f.d.Zones[z]
		if zn.Outer >= 0 || f.used[z] || zn.Tokens.Empty() || f.title[z] || whole != f.spoken[z] {
			continue
		}
		if k := f.inBrackets(zn.Tokens.From - 1); k >= 0 && f.spoken[z] {
			u := Utterance{Type: Direct, Said: []text.Range{zn.Tokens}, who: f.phrase(k, text.Span{}), at: zn.Tokens.From, Rule: "speech.marks.brackets"}
			f.used[z] = f.add(u) != nil
			continue
		}
		if u := f.holder(zn.Tokens); u >= 0 {
			if f.isName(zn.Tokens) || f.named(z) || zn.Tokens.Len() <= 2 && f.mediumIn(zn.Tokens) {
				continue
			}
			w := f.out[u]
			w.Type, w.Said, w.Rule = Direct, []text.Range{zn.Tokens}, "speech.marks.inside"
			w.Mere, w.Quiet = false, false
			f.used[z] = f.add(w) != nil
			continue
		}
		w := Utterance{Type: Direct, Said: []text.Range{zn.Tokens}, who: nobody, at: zn.Tokens.From, Holds: true}
		if c := f.colonClause(zn.Tokens.From - 1); c >= 0 {
			w.who, w.Rule, w.Frame = f.announcer(c, zn.Tokens.From), "speech.marks.colon", f.d.Clauses[c].Tokens
			if !w.who.none() {
				f.used[z] = f.add(w) != nil
				continue
			}
			w.Frame = text.Range{}
		}
		if !f.spoken[z] {
			continue
		}
		w.Rule = "speech.marks.alone"
		if k := f.subjectBehind(z); k >= 0 {
			w.who, w.Rule = f.phrase(k, text.Span{}), "speech.marks.before"
		} else if last := f.lastIn(f.d.Tokens[zn.Tokens.From].Sent, len(f.out)); last >= 0 && !f.out[last].who.none() && !f.out[last].who.vague && f.out[last].at < zn.Tokens.From && f.out[last].Rule == "speech.so.inserted" {
			w.who.same = last + 1 // "…, so Holm, werde er „bald gehen“"
		} else if k := f.within(zn.Tokens); k >= 0 {
			w.who = f.phrase(k, text.Span{})
		} else if last := f.lastBefore(zn.Tokens.From); last >= 0 {
			w.who.same = last + 1
		} else if k := f.floor(f.d.Tokens[zn.Tokens.From].Sent - 1); k >= 0 {
			w.who = f.phrase(k, text.Span{})
			if last := f.lastDirect(zn.Tokens.From, k); last >= 0 {
				w.who = mention{chunk: -1, same: last + 1}
			}
		}
		f.used[z] = f.add(w) != nil
	}
}

// subjectBehind is the subject of the clause that zone z is told with, -1 for none:
// "„…“, freute sich X".
func (f *Finder) subjectBehind(z int) int {
	if i := f.d.Zones[z].Tokens.To + 1; i+1 < len(f.d.Tokens) && f.d.Tokens[i].Feats.Is(text.Fin) && f.d.Tokens[i].Zone < 0 && !f.d.Tokens[i].Word.Has(text.Capital) {
		// "„….“ sagte X", without a comma: not seen as a clause
		if k := f.chunkAt(i + 1); k < len(f.ch) && f.ch[k].Tokens.From == i+1 && f.ch[k].Kind == text.NounPhrase && f.animate(k) && f.agrees(k, i) {
			return k
		}
	}
	c := f.frameBehind(z)
	if c < 0 || f.d.Clauses[c].Finite < 0 {
		return -1
	}
	if k := f.subject(c); k >= 0 && f.ch[k].Tokens.From > f.d.Zones[z].Tokens.To && f.animate(k) {
		return k
	}
	return -1
}

// within is the subject of the main clause that the words in marks r are only a
// part of, -1 for none: "X will „sorgfältig prüfen“, ob …".
func (f *Finder) within(r text.Range) int {
	s := f.sentence(r.From)
	if r.From <= s.From+1 || r.To >= s.To && f.form(r.From-2) == ":" {
		return -1
	}
	c := f.mainClause(s)
	if c < 0 || f.d.Tokens[f.d.Clauses[c].Finite].Zone >= 0 || f.d.Clauses[c].Finite > r.From {
		return -1
	}
	if k := f.subject(c); k >= 0 && f.animate(k) && f.ch[k].Tokens.To <= r.From {
		return k
	}
	return -1
}

// named reports whether zone z is the name of something: behind a noun that is
// itself not what is said.
func (f *Finder) named(z int) bool {
	zn := f.d.Zones[z].Tokens
	i := zn.From - 2
	return zn.Len() <= longestTitle && i >= 0 && f.d.Tokens[i].POS == text.NOUN && f.isTitle(zn)
}

// colonClause is the clause before the colon that stands right before the mark
// at token open, -1 for none.
func (f *Finder) colonClause(open int) int {
	if open < 2 || f.form(open-1) != ":" {
		return -1
	}
	for i := open - 2; i >= 0 && f.d.Tokens[i].Sent == f.d.Tokens[open-1].Sent; i-- {
		if c := f.d.Tokens[i].Clause; c >= 0 && !f.d.Tokens[i].Word.Has(text.Punct) {
			return c
		}
	}
	return -1
}

// betweenMarks is the phrase of somebody that stands alone between a dash and the colon
// before the words at token i, -1 for none: "Graz verliert – Trainer Holm: „…“".
func (f *Finder) betweenMarks(i int) int {
	for i > 0 && f.form(i) != ":" {
		i--
	}
	k := f.chunkAt(i) - 1
	if k < 0 || f.ch[k].Kind != text.NounPhrase || f.ch[k].Tokens.To != i || f.ch[k].Tokens.From == 0 || !f.animate(k) {
		return -1
	}
	switch f.form(f.ch[k].Tokens.From - 1) {
	case "–", "—", "-":
		return k
	}
	return -1
}

// inBrackets is the person named right before the bracket that holds nothing before the mark
// at token open, -1 for none: "es gratulierten Jana Holm („…“) und …".
func (f *Finder) inBrackets(open int) int {
	if open < 2 || f.form(open-1) != "(" {
		return -1
	}
	return f.namedAt(open - 1)
}

// namedAt is the name of a person that ends right before token i, -1 for none.
func (f *Finder) namedAt(i int) int {
	k := f.chunkAt(i) - 1
	if k < 0 || f.ch[k].Kind != text.NounPhrase || f.ch[k].Tokens.To != i || f.ch[k].Name.To != i || f.ch[k].Prep >= 0 {
		return -1
	}
	if e := f.reg.at(f.reg.find(nameWords(f.d, f.ch[k].Name), false)); e == nil || e.typ != "person" {
		return -1
	}
	return k
}

// lastOfMany is the person that ends a list of people right before the colon at token i, -1
// for none: "Es gratulierten der Papst, die Bank und Minister Holm: „…“".
func (f *Finder) lastOfMany(i int) int {
	for i > 0 && f.form(i) != ":" {
		i--
	}
	k := f.namedAt(i)
	if k < 0 {
		return -1
	}
	from := f.ch[k].Tokens.From - 1
	if from < 2 || f.d.Tokens[from].POS != text.CCONJ || f.form(from-1) != "," && f.form(from-1) != ")" {
		return -1
	}
	return k
}

// announcer is who announces the words behind a colon at token i in the sentence
// of clause c: whom the sentence credits, else the subject of its main clause,
// else of c, else the first named in it.
func (f *Finder) announcer(c, i int) mention {
	s := f.d.Clauses[c].Sent
	if k := f.betweenMarks(i); k >= 0 {
		return f.phrase(k, text.Span{})
	}
	if k := f.lastOfMany(i); k >= 0 {
		return f.phrase(k, text.Span{})
	}
	if last := f.lastIn(s, len(f.out)); last >= 0 && f.out[last].at < i && !f.out[last].who.none() && !f.out[last].who.vague && f.out[last].start() < i {
		return mention{chunk: -1, same: last + 1}
	}
	cs := f.idx.clauses[s]
	for k := cs.From; k < cs.To && f.d.Clauses[k].Tokens.From < i; k++ {
		if cl := &f.d.Clauses[k]; cl.Kind != text.MainClause || cl.Finite < 0 || cl.Finite > i {
			continue
		}
		if n := f.teller(k); n >= 0 && f.ch[n].Tokens.From < i {
			return f.phrase(n, text.Span{})
		}
	}
	if n := f.teller(c); n >= 0 {
		return f.phrase(n, text.Span{})
	}
	if n := f.chunkAt(f.sentence(f.d.Clauses[c].Tokens.From).From); n < len(f.ch) && f.ch[n].Tokens.From < i && f.isAct(f.ch[n].Head) {
		if b := f.bodyBehind(n); b >= 0 {
			return f.phrase(b, text.Span{}) // "Das Fazit der Polizei: „…“"
		}
		if b := f.agentOf(c); b >= 0 && f.animate(b) {
			return f.phrase(b, text.Span{}) // "Kritik kam von der Polizei: „…“"
		}
	}
	for k := f.chunkAt(f.sentence(f.d.Clauses[c].Tokens.From).From); k < len(f.ch) && f.ch[k].Tokens.From < i; k++ {
		if ch := &f.ch[k]; ch.Kind == text.NounPhrase && ch.Prep < 0 && ch.Of < 0 && (!ch.Name.Empty() || f.isPerson(ch.Head)) && f.animate(k) {
			return f.phrase(k, text.Span{})
		}
	}
	return nobody
}

// teller is the subject of clause c that can announce what is said: somebody or a
// document, no mere noun of saying; -1 for none.
func (f *Finder) teller(c int) int {
	n := f.subject(c)
	if n < 0 {
		return -1
	}
	if h := f.ch[n].Head; !f.animate(n) || f.ch[n].Name.Empty() && f.isAct(h) && !f.isPerson(h) {
		return f.livingSubject(c, n)
	}
	return n
}

// holder is the smallest utterance that holds r, -1 for none.
func (f *Finder) holder(r text.Range) int {
	best := -1
	f.idx.in(f.d.Tokens[r.From].Sent, func(i int) bool {
		for _, s := range f.out[i].Said {
			if (!f.out[i].Mere || r.Len() > 2) && s.Contains(r) && (best < 0 || f.out[i].Size() < f.out[best].Size()) {
				best = i
			}
		}
		return true
	})
	return best
}

// isSpeech reports whether the words in marks are a sentence.
func (f *Finder) isSpeech(r text.Range) bool {
	if r.Len() < 4 {
		return false
	}
	for i := r.From; i < r.To; i++ {
		if f.d.Tokens[i].Feats.Is(text.Fin) {
			return true
		}
	}
	return false
}

// lastBefore is the utterance credited last before token i in its sentence or
// the one before, if it can be one that is not itself told, -1 for none.
func (f *Finder) lastBefore(i int) int {
	best, told := -1, -1
	s := f.d.Tokens[i].Sent
	for _, n := range [...]int{s, s - 1} {
		f.idx.in(n, func(k int) bool {
			u := &f.out[k]
			b := &best
			if u.at < i && f.isReported(u.at) {
				b = &told
			}
			if u.at < i && !u.who.none() && (*b < 0 || f.later(k, *b)) {
				*b = k
			}
			return true
		})
	}
	if best < 0 {
		return told
	}
	return best
}

// lastDirect is the quotation of the sentence before last when the one between, of phrase
// k, is about a body or one of the speaker's own and tells of no words: "„…“, sagte
// Holm. Ihr Sohn lacht. „…“"; -1 for none.
func (f *Finder) lastDirect(i, k int) int {
	s := f.d.Tokens[i].Sent
	own := f.lex.own.Has(f.d, f.ch[k].Tokens.From)
	if s < 2 || f.d.Sentences[s-2].Para != f.d.Sentences[s].Para || !own && (!f.isBody(f.ch[k].Head) || !f.ch[k].Name.Empty()) || f.isSaying(f.d.Tokens[f.ch[k].Head].Clause) {
		return -1
	}
	last := f.lastIn(s-2, len(f.out))
	if last < 0 || f.out[last].Type != Direct || f.out[last].who.none() || f.out[last].who.vague {
		return -1
	}
	return last
}

// isReported reports whether what token i credits is itself told in the words of
// another: "Er habe gestanden, …".
func (f *Finder) isReported(i int) bool {
	c := f.d.Tokens[i].Clause
	return c >= 0 && f.d.Clauses[c].Finite >= 0 && f.reportMood(f.d.Clauses[c].Finite)
}
