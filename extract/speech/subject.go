package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// subject is the noun phrase that is the subject of clause c, -1 for none: the
// one the clause names, else the likeliest of its own phrases.
func (f *Finder) subject(c int) int {
	cl := &f.d.Clauses[c]
	if f.joined(c) {
		if k := f.sharedSubject(c); k >= 0 && f.agrees(k, cl.Finite) && f.animate(k) {
			return k // "…, und warfen der Regierung Wortbruch vor"
		}
		if k := f.firstSubject(c); k >= 0 {
			return k // "A sagte, das sei so, und warnte, …"
		}
	}
	if f.opensBare(c) {
		if k := f.leftSubject(c); k >= 0 {
			return k
		}
		if k := f.sharedSubject(c); k >= 0 && f.ch[k].Tokens.From < cl.Finite && f.agrees(k, cl.Finite) && f.animate(k) {
			return k // "Die Polizei zählte 30 Tote, befürchtet aber weitere Opfer"
		}
	}
	named := cl.Subject
	if named >= 0 {
		if k := int(f.into[named]); k != named && f.ch[k].Of >= 0 && f.ch[k].Prep < 0 {
			named = int(f.into[f.ch[k].Of]) // "Forscher der University | of Exeter"
		} else {
			named = k
		}
		if f.belongs(named, c) && f.ch[named].Prep < 0 && !f.timely(named) && !f.loneAge(named, cl.Finite) && (cl.Finite < 0 || f.d.Tokens[f.ch[named].Tokens.From].Zone == f.d.Tokens[cl.Finite].Zone || f.ch[named].Name.Has(f.ch[named].Tokens.From)) {
			if k := f.behindVerb(c, named); k >= 0 {
				return k // "Weiter sagte Larsen"
			}
			if k := f.asker(c, named); k >= 0 {
				return k
			}
			return named
		}
	}
	if k := f.likelySubject(c); k >= 0 {
		return k
	}
	if k := f.leftSubject(c); k >= 0 {
		return k
	}
	if named >= 0 && f.ch[named].Prep < 0 && !f.timely(named) {
		return named
	}
	return f.sharedSubject(c)
}

// opensBare reports whether clause c begins with its verb behind a comma and nobody in
// it can be the verb's subject.
func (f *Finder) opensBare(c int) bool {
	cl := &f.d.Clauses[c]
	i := f.firstWord(cl.Tokens)
	if cl.Finite < 0 || i != cl.Finite || i == 0 || f.form(i-1) != "," || f.d.Tokens[i].Zone >= 0 || f.impersonal(c) {
		return false
	}
	for k := f.chunkAt(i + 1); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		if f.ch[k].Kind == text.NounPhrase && f.ch[k].Prep < 0 && f.canBeSubject(k, c, i) && f.agrees(k, i) && (f.animate(k) || f.isText(f.ch[k].Head)) {
			return false
		}
	}
	return true
}

// leftSubject is the subject of a clause that begins with its verb behind an
// apposition, which was read as part of the clause before, -1 for none: "A
// schwieg, die Sprecherin der Fraktion, Jana Holm, | sagte".
func (f *Finder) leftSubject(c int) int {
	cl := &f.d.Clauses[c]
	i := f.firstWord(cl.Tokens)
	if cl.Finite < 0 || i != cl.Finite || i == cl.Tokens.From || f.form(i-1) != "," {
		return -1
	}
	s := f.sentence(i)
	best := -1
	for k := f.chunkAt(i) - 1; k >= 0 && f.ch[k].Tokens.From > s.From; k-- {
		ch := &f.ch[k]
		if ch.Kind == text.VerbGroup && ch.Parts[len(ch.Parts)-1] >= s.From && ch.Parts[len(ch.Parts)-1] < i {
			if best >= 0 && ch.Parts[len(ch.Parts)-1] > f.ch[best].Tokens.From {
				return -1
			}
			if ch.Parts[0] < i {
				break
			}
		}
		if ch.Kind == text.NounPhrase && ch.Prep < 0 && f.form(ch.Tokens.From-1) == "," && f.agrees(k, i) && f.animate(k) && canBe(f.d.Tokens[ch.Tokens.From].Word, f.d.Tokens[ch.Tokens.From].POS, text.Nom) {
			best = k
		}
	}
	return best
}

// behindVerb is the phrase right behind the finite verb of clause c that is its
// subject rather than the word named at the head of the sentence, which need be
// no noun, -1 for
// none.
func (f *Finder) behindVerb(c, named int) int {
	h := &f.d.Tokens[f.ch[named].Head]
	fin := f.d.Clauses[c].Finite
	if f.ch[named].Tokens.Len() != 1 || f.isText(f.ch[named].Head) || !h.Word.Can(text.ADV) && !h.Word.Can(text.ADJ) && !h.Word.Can(text.VERB) && !f.lex.manner.Has(f.d, f.ch[named].Head) || fin != f.ch[named].Head+1 || f.d.Sentences[h.Sent].Tokens.From != f.ch[named].Head {
		return -1
	}
	if id := f.reg.find(nameWords(f.d, f.ch[named].Name), false); id >= 0 && len(f.reg.all[id].words) > 1 {
		return -1
	}
	k := f.chunkAt(fin + 1)
	if k < len(f.ch) && f.ch[k].Tokens.From == fin+1 && f.canBeSubject(k, c, fin) && f.agrees(k, fin) && f.animate(k) && f.ch[k].Tokens.Len() <= 4 && !f.isMedium(&f.ch[k]) {
		return k
	}
	return -1
}

// asker is who stands before the verb of clause c when the phrase named behind it is
// one it is addressed to, -1 for none: "Holm bat Präsident Kern, …".
func (f *Finder) asker(c, named int) int {
	fin := f.d.Clauses[c].Finite
	if fin < 0 || f.ch[named].Tokens.From != fin+1 || f.d.Tokens[f.ch[named].Head].POS == text.PRON {
		return -1
	}
	if k := f.chunkAt(fin) - 1; k >= 0 && f.ch[k].Kind == text.NounPhrase && f.belongs(k, c) && f.canBeSubject(k, c, fin) && f.whom(fin, k, named) {
		return k
	}
	return -1
}

// loneAge reports whether phrase k is a lone number between commas before the verb
// at token fin: "Holm, 41, sagte".
func (f *Finder) loneAge(k, fin int) bool {
	ch := &f.ch[k]
	return f.d.Tokens[ch.Head].POS == text.NUM && ch.Tokens.To+1 == fin && f.form(ch.Tokens.To) == "," && f.form(ch.Tokens.From-1) == ","
}

// belongs reports whether the head of phrase k stands in clause c itself.
func (f *Finder) belongs(k, c int) bool { return f.d.Tokens[f.ch[k].Head].Clause == c }

// timely reports whether phrase k is a time or a bare number.
func (f *Finder) timely(k int) bool {
	h := &f.d.Tokens[f.ch[k].Head]
	if n := f.ch[k].Name; n.Len() >= 2 && n.Has(f.ch[k].Head) && f.isFirstName(n.From) {
		return false // "Paul Winter"
	}
	return h.Date >= 0 || f.d.Tokens[f.ch[k].Tokens.From].Date >= 0
}

// likelySubject is the phrase of clause c that can be nominative and stands
// right behind its finite verb, else the last one before it, else the first
// behind it: of those that have the verb's number, else of all ("Ärzte ohne
// Grenzen sagte").
func (f *Finder) likelySubject(c int) int {
	if k := f.nominative(c, true); k >= 0 {
		return k
	}
	return f.nominative(c, false)
}

// joined reports whether clause c begins with a conjunction and its verb.
func (f *Finder) joined(c int) bool {
	cl := &f.d.Clauses[c]
	i := f.firstWord(cl.Tokens)
	return i >= 0 && cl.Finite == i+1 && f.d.Tokens[i].POS == text.CCONJ
}

func (f *Finder) nominative(c int, agreeing bool) int {
	cl := &f.d.Clauses[c]
	at := cl.Finite
	if at < 0 {
		if cl.Group < 0 {
			return -1
		}
		at = f.d.Chunks[cl.Group].Head // "die taz vermutet", read as a participle
	}
	before, behind := -1, -1
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		if !f.canBeSubject(k, c, at) || agreeing && !f.agrees(k, at) || !agreeing && f.things(k) && !f.agrees(k, at) {
			continue
		}
		switch from := f.ch[k].Tokens.From; {
		case from < at:
			if before < 0 {
				before = k
			}
		case from == at+1:
			if before < 0 || !f.certain(before) && !f.whom(at, before, k) {
				return k
			}
		case behind < 0:
			behind = k
		}
	}
	if before >= 0 {
		return before
	}
	if behind < 0 && !agreeing {
		return f.nobleSubject(c, at)
	}
	return behind
}

// whom reports whether phrase k behind the verb at token at is one it is addressed to
// rather than its subject: "Holm bat Präsident Kern, …".
func (f *Finder) whom(at, before, k int) bool {
	e := f.lex.verb.Entry(f.d, at)
	return e != nil && e.Get("whom") != "" && f.animate(before) && f.animate(k) && !f.timely(before) && f.ch[before].Prep < 0 && f.ch[before].Tokens.To == at
}

// things reports whether phrase k is a noun in the plural for nobody, and no name the
// article has: "Gedichte".
func (f *Finder) things(k int) bool {
	ch := &f.ch[k]
	h := &f.d.Tokens[ch.Head]
	return ch.Name.Empty() && h.Feats.Is(text.Plur) && !f.animate(k) && f.reg.find([]string{h.Word.Form}, false) < 0
}

// agrees reports whether phrase k has the number of the verb at token at; names of
// one word may be those of bodies, which are either.
func (f *Finder) agrees(k, at int) bool {
	ch := &f.ch[k]
	h, v := &f.d.Tokens[ch.Head], &f.d.Tokens[at]
	if h.POS == text.PROPN {
		return !v.Feats.Is(text.Plur) || h.Feats.Is(text.Plur) || ch.Next >= 0 || ch.Name.Len() < 2 || f.titled(ch)
	}
	return ch.Next >= 0 || h.Feats.Agrees(v.Feats, text.Number)
}

// livingSubject is the first phrase of clause c other than not that can be its
// subject and is surely somebody, -1 for none.
func (f *Finder) livingSubject(c, not int) int {
	cl := &f.d.Clauses[c]
	at := cl.Finite
	if at < 0 {
		return -1
	}
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		if k != not && (f.d.Tokens[f.ch[k].Tokens.From].Quantity < 0 || f.shareOf(k)) && f.canBeSubject(k, c, at) && f.animate(k) && (f.d.Tokens[f.ch[k].Head].Feats.Agrees(f.d.Tokens[at].Feats, text.Number) || f.unknownMany(k)) {
			return k
		}
	}
	return -1
}

// unknownMany reports whether phrase k is an article and a word nobody knows, which may be
// a plural: "die Huthi".
func (f *Finder) unknownMany(k int) bool {
	ch := &f.ch[k]
	return ch.Tokens.Len() == 2 && ch.Head == ch.Tokens.From+1 && f.d.Tokens[ch.Head].Guess && canBe(f.d.Tokens[ch.Tokens.From].Word, text.DET, text.Nom|text.Plur)
}

// nobleSubject is the name that begins with a preposition at the head of clause
// c, right before its verb: "Von der Heide sagte".
func (f *Finder) nobleSubject(c, at int) int {
	k := f.chunkAt(f.d.Clauses[c].Tokens.From)
	if k >= len(f.ch) || f.ch[k].Kind != text.NounPhrase || f.ch[k].Prep < 0 || f.ch[k].Tokens.To != at || !f.lex.agent.Has(f.d, f.ch[k].Prep) {
		return -1
	}
	if h := &f.d.Tokens[f.ch[k].Head]; h.POS != text.PROPN && !h.Guess || !f.ch[k].Name.Empty() && f.ch[k].Name.From > f.ch[k].Tokens.From+1 {
		return -1
	}
	f.ch[k].Tokens.From, f.ch[k].Name.From, f.ch[k].Full.From = f.ch[k].Prep, f.ch[k].Prep, f.ch[k].Prep
	f.ch[k].Name.To, f.ch[k].Prep = f.ch[k].Tokens.To, -1
	return k
}

// certain reports whether phrase k is marked as nominative by its words.
func (f *Finder) certain(k int) bool {
	t := &f.d.Tokens[f.ch[k].Tokens.From]
	return t.Feats.Is(text.Nom) && (t.POS == text.PRON || t.POS == text.DET && t.Feats.Is(text.Masc))
}

func (f *Finder) canBeSubject(k, c, at int) bool {
	ch := &f.ch[k]
	if ch.Kind != text.NounPhrase || ch.Prep >= 0 || ch.Of >= 0 || !f.belongs(k, c) || f.timely(k) {
		return false
	}
	h := &f.d.Tokens[ch.Head]
	if i := ch.Tokens.From - 1; i >= 0 && i == f.firstWord(f.d.Clauses[c].Tokens) && f.lex.role.Has(f.d, i) && f.d.Clauses[c].Intro != i {
		return false // "Als Begründung wurde genannt, …"
	}
	if h.Feats&text.Reflex != 0 || f.d.Tokens[ch.Tokens.From].Zone != f.d.Tokens[at].Zone {
		return false
	}
	if first := &f.d.Tokens[ch.Tokens.From]; first.POS == text.DET && !canBe(first.Word, text.DET, text.Nom) {
		return false
	}
	if h.POS == text.NOUN && f.isAct(ch.Head) && ch.Tokens.Len() > 1 && f.d.Tokens[at].POS == text.AUX {
		return false // "ist der Meinung"
	}
	if h.POS == text.PRON && !canBe(h.Word, text.PRON, text.Nom) {
		return false
	}
	return h.POS != text.NUM || f.shareOf(k)
}

// shareOf reports whether phrase k is a number or share of people who hang on it: "zwei der
// Ärzte", "30 Prozent der Befragten".
func (f *Finder) shareOf(k int) bool {
	ch := &f.ch[k]
	if h := &f.d.Tokens[ch.Head]; h.POS != text.NUM && !f.lex.share.Has(f.d, ch.Head) || h.Date >= 0 || k+1 >= len(f.ch) {
		return false
	}
	n := &f.ch[k+1]
	if n.Kind != text.NounPhrase || n.Of != k || n.Tokens.From > ch.Tokens.To+1 || !f.d.Tokens[n.Head].Feats.Is(text.Plur) && f.d.Tokens[n.Tokens.From].POS != text.NUM {
		return false
	}
	return f.voice(n.Head) && !f.isText(n.Head) || f.isDoer(n.Head) || f.lex.someone.Has(f.d, n.Head)
}

// canBe reports whether some reading of w is p with the features want.
func canBe(w *text.Word, p text.POS, want text.Feats) bool {
	for i := range w.Readings {
		if r := &w.Readings[i]; r.POS == p && r.Feats.Is(want) {
			return true
		}
	}
	return false
}

// sharedSubject is the subject of the clause that c is joined to: "Er bestätigte
// das und sagte, …".
func (f *Finder) sharedSubject(c int) int {
	cl := &f.d.Clauses[c]
	if p := cl.Parent; p >= 0 && f.d.Clauses[p].Sent == cl.Sent {
		if s := f.d.Clauses[p].Subject; s >= 0 {
			return int(f.into[s])
		}
		if s := f.likelySubject(p); s >= 0 {
			return s
		}
	}
	told := !f.joined(c) || f.d.Tokens[cl.Finite].Feats.Is(text.Sub)
	for b := c - 1; b >= 0 && f.d.Clauses[b].Sent == cl.Sent; b-- {
		if o := &f.d.Clauses[b]; o.Finite >= 0 && !told && o.Kind == text.MainClause && f.d.Tokens[o.Finite].Feats.Is(text.Sub|text.Pres) {
			continue // "Holm sagte, die Bank sei pleite, und fügte hinzu, …"
		}
		if o := &f.d.Clauses[b]; (o.Kind == text.MainClause || o.Kind == text.ParenClause && b == c-1) && o.Finite >= 0 && f.d.Tokens[o.Finite].Zone == f.d.Tokens[cl.Tokens.From].Zone {
			if s := o.Subject; s >= 0 {
				return int(f.into[s])
			}
			return f.likelySubject(b)
		}
	}
	return -1
}

// firstSubject is the subject of the nearest main clause before c in its sentence
// that is no report and whose subject is somebody, -1 for none.
func (f *Finder) firstSubject(c int) int {
	cl := &f.d.Clauses[c]
	for b := c - 1; b >= 0 && f.d.Clauses[b].Sent == cl.Sent; b-- {
		o := &f.d.Clauses[b]
		if o.Kind != text.MainClause && (o.Kind != text.ParenClause || b != c-1) || o.Finite < 0 || o.Subject < 0 || f.reportMood(o.Finite) || f.d.Tokens[o.Finite].Zone != f.d.Tokens[cl.Tokens.From].Zone {
			continue
		}
		if k := int(f.into[o.Subject]); f.agrees(k, cl.Finite) && f.animate(k) {
			return k
		}
	}
	return -1
}

// agentOf is the agent of a passive clause, -1 for none: "von der Polizei".
func (f *Finder) agentOf(c int) int {
	cl := &f.d.Clauses[c]
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		ch := &f.ch[k]
		if ch.Kind == text.NounPhrase && ch.Prep >= 0 && f.belongs(k, c) && f.lex.agent.Has(f.d, ch.Prep) && !f.timely(k) && (ch.Of < 0 || f.animate(k)) {
			return k
		}
	}
	return -1
}

// object is the first noun phrase of clause c that is neither its subject s nor
// behind a preposition nor a time, -1 for none.
func (f *Finder) object(c, s int) int {
	cl := &f.d.Clauses[c]
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		ch := &f.ch[k]
		h := &f.d.Tokens[ch.Head]
		if ch.Kind != text.NounPhrase || k == s || s >= 0 && f.ch[s].Next >= 0 && int(f.into[f.ch[s].Next]) == k || ch.Of >= 0 || h.Clause != c || h.Date >= 0 {
			continue
		}
		if f.governed(ch) || ch.Feats.Is(text.Dat) && ch.Prep < 0 {
			continue
		}
		if s >= 0 && cl.Kind == text.MainClause && f.ch[s].Tokens.From < cl.Finite && ch.Tokens.From < cl.Finite {
			continue // part of the subject: "Holm (SPD), 41, sagte"
		}
		if h.Feats&text.Reflex != 0 || h.POS == text.PRON && h.Quantity < 0 {
			continue
		}
		return k
	}
	return -1
}

// governed reports whether a preposition stands before phrase ch that is no part of a
// number: "nach zwei Jahren", but not "bis zu zwei Jahre".
func (f *Finder) governed(ch *text.Chunk) bool {
	return ch.Prep >= 0 && f.d.Tokens[ch.Prep].Quantity < 0
}

// speaks reports whether m can be somebody who speaks: a name, a person, a body,
// a document, no time, number or abstract noun.
func (f *Finder) speaks(m mention) bool {
	if m.none() || m.same > 0 {
		return m.same > 0
	}
	if m.chunk < 0 {
		return true
	}
	return f.canSpeak(m.chunk)
}

func (f *Finder) canSpeak(k int) bool {
	ch := &f.ch[k]
	h := &f.d.Tokens[ch.Head]
	if f.shareOf(k) {
		return true
	}
	if h.Date >= 0 || h.POS == text.NUM || f.d.Tokens[ch.Tokens.From].POS == text.NUM && f.lex.mute.Has(f.d, ch.Head) {
		return false
	}
	if ch.Name.Empty() && f.lex.thing.Has(f.d, ch.Head) && !f.isText(ch.Head) {
		return false
	}
	if !ch.Name.Empty() && f.d.Tokens[ch.Name.From].Zone >= 0 && f.title[f.d.Tokens[ch.Name.From].Zone] {
		return true // "die „Morgenwoche“"
	}
	if ch.Name.Len() >= 2 || f.titled(ch) || f.voice(ch.Head) {
		return true
	}
	if h.POS == text.PRON && f.opensRelative(ch.Head) {
		return true // whom it takes up is looked at later
	}
	if h.POS == text.PRON || h.POS == text.DET || h.POS == text.ADV {
		e := f.lex.nobody.Entry(f.d, ch.Head)
		return e == nil || e.Get("vague") != ""
	}
	if h.POS == text.NOUN || h.POS == text.PROPN && h.Word.Has(text.Hyphen) {
		return (!f.lex.mute.Has(f.d, ch.Head) || f.isDoer(ch.Head)) && !f.lex.thing.Has(f.d, ch.Head) && h.Quantity < 0
	}
	return true
}

// opensRelative reports whether token i is the pronoun of a relative clause that
// takes up somebody, its verb last: "Ägypten, das vorschlug, …", not "…, das
// berichtet X" or "…, was X bestreitet".
func (f *Finder) opensRelative(i int) bool {
	c := f.d.Tokens[i].Clause
	if c < 0 || f.d.Clauses[c].Kind != text.RelClause || f.d.Clauses[c].Intro != i || f.lex.nobody.Has(f.d, i) && !f.lex.pointer.Has(f.d, i) {
		return false
	}
	n := f.d.Clauses[c].Finite + 1
	return n < 1 || n >= len(f.d.Tokens) || f.d.Tokens[n].Clause != c || f.d.Tokens[n].Word.Has(text.Punct)
}

// voice reports whether the noun at i is a word for a body, person, group,
// medium, document or state.
func (f *Finder) voice(i int) bool {
	return f.isBody(i) || f.isPerson(i) || f.lex.press.Has(f.d, i) || f.lex.agency.Has(f.d, i) || f.lex.group.Has(f.d, i) || f.isOutlet(i) || f.isText(i) || f.lex.state.Has(f.d, i) || f.lex.people.Has(f.d, i) && f.d.Tokens[i].Feats.Is(text.Plur)
}

// longestCode is how many letters an abbreviation that stands for a body has at most.
const longestCode = 5

// isCode reports whether noun h is made of the initials of a body: "WHO", "Nato", "VfB".
func isCode(h *text.Token) bool {
	if len(h.Word.Form) > longestCode {
		return false
	}
	return h.Word.Has(text.AllCaps) || h.Word.Has(text.Capital) && (h.Word.Has(text.Mixed) || len(h.Lemma) > 2 && strings.ToUpper(h.Lemma) == h.Lemma)
}

// animate reports whether phrase k is surely somebody: a name, person, body,
// medium or pronoun, or a noun built as one for a person.
func (f *Finder) animate(k int) bool {
	if k < 0 {
		return true
	}
	if !f.canSpeak(k) {
		return false
	}
	ch := &f.ch[k]
	h := &f.d.Tokens[ch.Head]
	if f.shareOf(k) {
		return true
	}
	if ch.Name.Empty() && f.opensRelative(ch.Head) {
		a := f.before1(f.d.Clauses[h.Clause].Tokens.From, h.Feats)
		return a >= 0 && f.animate(a)
	}
	return !ch.Name.Empty() || h.POS != text.NOUN || isCode(h) || f.titled(ch) || f.voice(ch.Head) || f.lex.someone.Has(f.d, ch.Head) || h.Guess ||
		f.isDoer(ch.Head)
}

// isDoer reports whether the noun at i is built as one for somebody who does
// something, and has the gender of one.
func (f *Finder) isDoer(i int) bool {
	if t := &f.d.Tokens[i]; t.POS == text.NOUN && !t.Feats.Is(text.Neut) && eitherSex(t) && !f.lex.victim.Has(f.d, i) {
		return true // "die Aufständischen", "der Beschuldigte"
	}
	e := f.lex.doer.Entry(f.d, i)
	if e == nil {
		return false
	}
	want := text.Masc
	if e.Get("of") == "fem" {
		want = text.Fem
	}
	return f.d.Tokens[i].Feats.Agrees(want, text.Gender)
}

// eitherSex reports whether the noun t is declined like an adjective and can be a man as
// well as a woman.
func eitherSex(t *text.Token) bool {
	if !strings.HasSuffix(t.Lemma, "e") {
		return false
	}
	for i := range t.Word.Readings {
		if r := &t.Word.Readings[i]; r.POS == text.NOUN && r.Lemma == t.Lemma && r.Feats.Is(text.Dat|text.Sing) && t.Word.Form == t.Lemma {
			return false // "der Alternative": a noun of its own
		}
	}
	return likeAdjective(t)
}

// titled reports whether an adjective of ch is written like a name: "das Rote
// Kreuz".
func (f *Finder) titled(ch *text.Chunk) bool {
	from := ch.Tokens.From
	if !preposed(ch) {
		from++ // not "Rote Zahlen …"
	}
	for i := from; i < ch.Head; i++ {
		if t := &f.d.Tokens[i]; t.POS == text.ADJ && t.Word.Has(text.Capital) {
			return true
		}
	}
	return false
}

// isText reports whether the noun at i is a document or a word for what is said.
func (f *Finder) isText(i int) bool {
	return f.lex.document.Has(f.d, i) || f.lex.noun.Has(f.d, i) || f.d.Tokens[i].POS == text.NOUN && f.lex.textEnd.Has(f.d, i)
}

// tells reports whether the noun at i is a document, a word for what is said or
// something words can stand on: "auf einem Plakat hieß es".
func (f *Finder) tells(i int) bool {
	return f.isText(i) || f.isAct(i) || f.lex.writing.Has(f.d, i)
}
