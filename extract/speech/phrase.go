package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// dead marks a chunk that has become part of the one before it.
const dead text.ChunkKind = 255

// longestTitle is the most words of a name in quotation marks.
const longestTitle = 7

// phrases copies the chunks of the text and puts together the names that were
// cut: "Antony | Blinken", "der New York | Times", "dem Sender | „Al Jazeera“".
func (f *Finder) phrases() {
	f.ch = append(f.ch[:0], f.d.Chunks...)
	f.into = f.into[:0]
	for k := range f.ch {
		f.into = append(f.into, int32(k))
	}
	f.title = grow(f.title, len(f.d.Zones))
	last, prev := -1, -1
	for k := range f.ch {
		c := &f.ch[k]
		if c.Kind != text.NounPhrase {
			continue
		}
		f.cutTime(c)
		f.cutObject(c)
		f.cutOwner(c, last)
		f.cutRetired(c)
		f.markedName(c)
		f.titleName(c)
		f.smallName(c)
		f.bareName(c)
		if last >= 0 && (f.joins(&f.ch[last], c) || f.noble(&f.ch[last], c) || f.foreignBody(&f.ch[last], c) || f.articleName(&f.ch[last], c) || f.behindRetired(&f.ch[last], c)) {
			f.join(last, k)
			if prev >= 0 && f.joins(&f.ch[prev], &f.ch[last]) {
				f.join(prev, last) // "Kommissar | Dimitris | Holm"
				last, prev = prev, -1
			}
			continue
		}
		if last >= 0 && f.retired(&f.ch[last], c) {
			c.Kind = dead
			f.into[k] = int32(last)
			continue
		}
		f.extendLeft(k, last)
		last, prev = k, last
		f.absorbTitle(k)
	}
	f.made = f.made[:0]
	for k := range f.ch {
		f.cutMaker(k)
		f.cutRole(&f.ch[k])
		f.legalForm(&f.ch[k])
		f.fullBody(k)
	}
}

// fullBody takes what belongs to the name of a body behind its noun into phrase k:
// "das Bundesamt | für Migration", "Ärzte | ohne Grenzen", "Spiegel | Online".
func (f *Finder) fullBody(k int) {
	c := &f.ch[k]
	if c.Kind != text.NounPhrase {
		return
	}
	for i := c.Name.From - 1; !c.Name.Empty() && i >= c.Tokens.From && (f.lex.foreign.Has(f.d, i+1) && f.d.Tokens[i].POS == text.NOUN && !f.voice(i) || f.lex.foreignFirst.Has(f.d, i)); i-- {
		c.Name.From = i
	}
	if i := c.Name.From - 1; !c.Name.Empty() && i >= c.Tokens.From && f.lex.press.Has(f.d, i) && f.d.Tokens[i].POS == text.NOUN {
		c.Name.From = i
	}
	if k+1 >= len(f.ch) || !c.Name.Empty() && !f.titleBody(c) {
		return
	}
	if !c.Name.Empty() {
		f.titleTail(k)
		return
	}
	n := &f.ch[k+1]
	if n.Kind != text.NounPhrase || n.Prep != c.Tokens.To || f.timely(k+1) || f.d.Tokens[n.Tokens.From].Quantity >= 0 || c.Full.To > n.Full.To {
		return
	}
	switch {
	case f.goesOnFor(c, n):
		f.takeFor(k)
	case f.lex.borders.Has(f.d, n.Head) && c.Tokens.Len() == 1 && n.Tokens.Len() == 1:
		c.Tokens.To, c.Full.To = n.Tokens.To, max(c.Full.To, n.Tokens.To)
		c.Name = c.Tokens
		n.Kind = dead
		f.into[k+1] = int32(k)
		if k > 0 && f.ch[k-1].Kind == text.NounPhrase && f.ch[k-1].Tokens.To == c.Tokens.From && f.isBody(f.ch[k-1].Head) && f.ch[k-1].Name.Empty() {
			f.join(k-1, k) // "die Hilfsorganisation | Ärzte ohne Grenzen"
		}
	}
}

// goesOnFor reports whether n, a phrase with a preposition right behind c, is part of
// the name of the body c: "das Bundesamt | für Migration".
func (f *Finder) goesOnFor(c, n *text.Chunk) bool {
	first := &f.d.Tokens[n.Tokens.From]
	return f.lex.forBody.Has(f.d, c.Head) && f.lex.forPrep.Has(f.d, n.Prep) && first.POS != text.DET && first.POS != text.PRON && n.Name.Empty()
}

// takeFor widens phrase k, and those it hangs on, by the phrase behind it and what is
// joined to that: "der Sprecher | des Amtes | für Umwelt | und Klima".
func (f *Finder) takeFor(k int) {
	n := &f.ch[k+1]
	end := max(n.Full.To, n.Tokens.To)
	for n.Next >= 0 && f.form(end) != "," {
		if n = &f.ch[f.into[n.Next]]; n.Tokens.From != end+1 {
			break
		}
		end = max(n.Full.To, n.Tokens.To)
	}
	f.ch[k].Full.To = end
	for at := f.ch[k].Tokens.To; f.ch[k].Of >= 0; {
		k = int(f.into[f.ch[k].Of])
		if f.ch[k].Full.To < at || f.ch[k].Full.To > end {
			break
		}
		f.ch[k].Full.To = end
	}
}

// titleBody reports whether c is a body with an adjective written like a name and
// nothing behind its noun.
func (f *Finder) titleBody(c *text.Chunk) bool {
	return c.Name.To == c.Head+1 && c.Tokens.To == c.Name.To && c.Name.Len() > 1 && c.Next < 0 && f.titled(c) && (f.isBody(c.Head) || f.lex.forBody.Has(f.d, c.Head))
}

// titleTail takes what belongs to the name of phrase k, a body with an adjective, into
// it: "das Europäische Zentrum | für Hirnforschung", "der Wissenschaftliche Dienst | des
// Bundestages", "das Statistische Landesamt | in Kamenz".
func (f *Finder) titleTail(k int) {
	c, n := &f.ch[k], &f.ch[k+1]
	if n.Kind != text.NounPhrase || f.timely(k+1) || f.d.Tokens[n.Tokens.From].Quantity >= 0 {
		return
	}
	hangs := n.Of >= 0 && int(f.into[n.Of]) == k
	switch {
	case n.Prep == c.Tokens.To && f.goesOnFor(c, n):
		f.takeFor(k)
	case n.Prep == c.Tokens.To && hangs && (f.lex.agent.Has(f.d, n.Prep) && f.titled(n) || f.lex.office.Has(f.d, c.Head)):
		c.Full.To = max(n.Full.To, n.Tokens.To)
	case n.Prep < 0 && n.Tokens.From == c.Tokens.To && hangs && f.d.Tokens[n.Tokens.From].POS == text.DET && n.Name.Empty() && f.isBody(n.Head):
		c.Full.To = max(n.Full.To, n.Tokens.To)
	default:
		return
	}
	c.Name.To = c.Full.To
}

// foreignBody reports whether b goes on with the foreign name that a begins, or is one
// behind its noun: "die Bank of | England", "die Deutsche Bank | Research", "die Firma |
// Warner Brothers".
func (f *Finder) foreignBody(a, b *text.Chunk) bool {
	i := a.Tokens.To
	if b.Tokens.From == i && !preposed(b) && f.d.Tokens[i].Word.Has(text.Capital) && f.d.Tokens[i-1].Word.Has(text.Capital) && f.d.Tokens[i-1].Sent == f.d.Tokens[i].Sent && f.d.Tokens[i].Space && !f.titled(a) {
		if a.Name.Empty() && (f.isPerson(a.Head) || a.Head != i-1) {
			return false
		}
		return (!a.Name.Empty() || !f.isBody(a.Head)) && f.lex.foreign.Has(f.d, i) ||
			(!a.Name.Empty() || f.isBody(a.Head)) && b.Tokens.Len() == 2 && f.lex.foreign.Has(f.d, i+1)
	}
	return !preposed(b) && b.Tokens.From == i+1 && i+1 < len(f.d.Tokens) && f.lex.of.Has(f.d, i) && f.d.Tokens[i].Chunk < 0 && f.d.Tokens[i-1].Word.Has(text.Capital) && f.d.Tokens[i+1].Word.Has(text.Capital) && f.d.Tokens[i+1].POS != text.DET && (f.d.Tokens[i-1].POS == text.NOUN || f.d.Tokens[i-1].POS == text.PROPN) && f.d.Tokens[i-1].Sent == f.d.Tokens[i+1].Sent
}

// articleName reports whether b is the name of the body or medium a that begins with an
// article: "die Partei | Die Linke".
func (f *Finder) articleName(a, b *text.Chunk) bool {
	if a.Tokens.To != b.Tokens.From || !a.Name.Empty() || preposed(b) || b.Tokens.Len() < 2 || f.d.Tokens[a.Head].Sent != f.d.Tokens[b.Head].Sent {
		return false
	}
	t := &f.d.Tokens[b.Tokens.From]
	return t.POS == text.DET && t.Word.Has(text.Capital) && (f.isBody(a.Head) || f.isOutlet(a.Head))
}

// cutRole takes a noun for a person that was read as a first name off a name:
// "Betriebsrätin | Ilka Holm", "Obstbauer | Karl Holm".
func (f *Finder) cutRole(c *text.Chunk) {
	for c.Kind == text.NounPhrase && c.Name.Len() >= 2 && (f.isPerson(c.Name.From) || f.lex.personEnd.Has(f.d, c.Name.From) && !f.isFirstName(c.Name.From) || f.trade(c)) {
		c.Name.From++
	}
}

// legalForm takes the legal form behind the name of a firm into it: "die Nordwerk | GmbH".
func (f *Finder) legalForm(c *text.Chunk) {
	if i := c.Name.To; c.Kind == text.NounPhrase && !c.Name.Empty() && i < c.Tokens.To && f.lex.legal.Has(f.d, i) {
		c.Name.To++
	}
}

// trade reports whether the name of c begins with a noun for what somebody is, before a
// first name and a family name.
func (f *Finder) trade(c *text.Chunk) bool {
	i := c.Name.From
	t := &f.d.Tokens[i]
	if c.Name.Len() < 3 || !f.isFirstName(i+1) || t.Word.Has(text.AllCaps|text.Hyphen) || f.isBody(i) || f.isOutlet(i) {
		return false
	}
	noun := !t.Guess && canBe(t.Word, text.NOUN, text.Sing)
	if f.isFirstName(i) {
		return noun && t.Word.Head != "" && f.lex.doer.Has(f.d, i) // or a family name: "Obstbauer"
	}
	return noun || i > c.Tokens.From && f.d.Tokens[i-1].POS == text.DET
}

// cutTime takes a time or number that stands behind the head off phrase c: "der
// Konzern | Mittwochabend", "nennt die Bank | 40".
func (f *Finder) cutTime(c *text.Chunk) {
	for i := c.Head + 1; i < c.Tokens.To; i++ {
		if f.d.Tokens[i].Date < 0 && (f.d.Tokens[i].Quantity < 0 || c.Name.Has(i)) {
			continue
		}
		if c.Full.To == c.Tokens.To {
			c.Full.To = i
		}
		c.Tokens.To = i
		if c.Name.To > i {
			c.Name.To = i
		}
		if c.Name.Empty() {
			c.Name = text.Range{}
		}
		return
	}
}

// cutOwner takes what a number counts off the name before it, which is the owner of what
// is said: "nach Angaben Kiews | 30 Panzer".
func (f *Finder) cutOwner(c *text.Chunk, last int) {
	i := c.Tokens.From
	if last < 0 || c.Tokens.Len() < 3 || c.Prep >= 0 || f.ch[last].Tokens.To != i || f.d.Tokens[i].POS != text.PROPN || !f.d.Tokens[i].Feats.Is(text.Gen) || f.d.Tokens[i+1].Quantity < 0 || !f.lex.noun.Has(f.d, f.ch[last].Head) {
		return
	}
	c.Tokens.To, c.Full.To, c.Head, c.Of = i+1, i+1, i, last
	c.Name = c.Tokens
}

// cutObject takes an object in the plural off an abbreviation with an article
// right behind the verb: "meldet die KNZ | Verluste".
func (f *Finder) cutObject(c *text.Chunk) {
	i := c.Tokens.From + 1
	if c.Name.From != i || i+2 != c.Tokens.To || c.Prep >= 0 || i < 2 || !f.d.Tokens[i-2].Feats.Is(text.Fin) {
		return
	}
	if a, o := &f.d.Tokens[i], &f.d.Tokens[i+1]; a.POS == text.PROPN && a.Word.Has(text.AllCaps) && o.POS == text.NOUN && o.Feats.Is(text.Plur) {
		if c.Full.To == c.Tokens.To {
			c.Full.To = i + 1
		}
		c.Tokens.To, c.Name.To, c.Head = i+1, i+1, i
	}
}

// preposed reports whether a preposition stands before phrase c, not behind it.
func preposed(c *text.Chunk) bool { return c.Prep >= 0 && c.Prep < c.Tokens.From }

// verbOrMark reports whether a finite verb or a mark stands at token i.
func (f *Finder) verbOrMark(i int) bool {
	return i >= len(f.d.Tokens) || f.d.Tokens[i].Word.Has(text.Punct) || f.d.Tokens[i].Feats.Is(text.Fin)
}

// joins reports whether the name at the end of a goes on in b.
func (f *Finder) joins(a, b *text.Chunk) bool {
	if a.Tokens.To != b.Tokens.From {
		return !a.Name.Empty() && a.Tokens.Contains(b.Tokens) // inside a title that a has taken
	}
	l, r := &f.d.Tokens[a.Tokens.To-1], &f.d.Tokens[b.Tokens.From]
	if a.Name.Empty() && a.Head == a.Tokens.To-1 && (f.isPerson(a.Head) || f.isDoer(a.Head)) && !l.Feats.Is(text.Plur) && !preposed(b) && b.Name.Len() >= 2 && b.Name.From == b.Tokens.From && f.isFirstName(b.Name.From) && l.Sent == r.Sent {
		return true // "Forscherin | Ute Holm"
	}
	if a.Name.Empty() && a.Tokens.Len() == 1 && (a.Prep >= 0 || a.Tokens.From > 0 && f.lex.after.Has(f.d, a.Tokens.From-1)) && (f.isPerson(a.Head) || f.isDoer(a.Head)) && l.Word.Form == l.Lemma && canBe(l.Word, text.NOUN, text.Sing) && !preposed(b) && l.Sent == r.Sent && r.Space && r.Word.Has(text.Capital) &&
		(r.POS == text.PROPN || r.POS == text.NOUN && !r.Feats.Is(text.Plur)) && r.Quantity < 0 && r.Date < 0 {
		return true // "laut Herausgeber | Nordspiel": without an article a title wants its name
	}
	if a.Name.Empty() && a.Head == a.Tokens.To-1 && f.isPerson(a.Head) && l.Word.Form == l.Lemma && !preposed(b) && b.Tokens.Len() == 1 && l.Sent == r.Sent && r.Space && r.POS == text.NOUN && !r.Feats.Is(text.Plur) && r.Quantity < 0 && r.Date < 0 &&
		!f.voice(b.Head) && !f.isDoer(b.Head) && f.verbOrMark(b.Tokens.To) {
		return true // "Anwältin | Rest sagte"
	}
	if (a.Name.Empty() && a.Head == a.Tokens.To-1 || a.Name.Len() == 1 && a.Name.From == a.Head+1 && a.Name.To == a.Tokens.To) && f.isOutlet(a.Head) && r.POS == text.NOUN && r.Space && !preposed(b) && l.Sent == r.Sent && r.Date < 0 && r.Quantity < 0 && !f.isPerson(b.Head) && !r.Feats.Is(text.Plur) {
		return true // "dem Sender | Kanal Nord"
	}
	if a.Name.Empty() && a.Tokens.Len() == 2 && a.Head == a.Tokens.From+1 && l.Feats.Is(text.Plur) && b.Tokens.Len() == 1 && !preposed(b) && r.Feats.Is(text.Sing) && r.Space && l.Sent == r.Sent && canBe(f.d.Tokens[a.Tokens.From].Word, text.DET, text.Sing|text.Fem) && f.isOutlet(b.Head) {
		return true // "der Kronen | Zeitung"
	}
	if f.ownName(a, b) {
		return true
	}
	unknown := a.Name.Empty() && l.Guess && l.POS == text.NOUN && a.Head == a.Tokens.To-1 && r.POS == text.NOUN && !r.Feats.Is(text.Plur)
	if preposed(b) || f.lex.site.Has(f.d, a.Tokens.To-1) || !unknown && (a.Name.Empty() || a.Name.To != a.Tokens.To) {
		return false
	}
	if l.POS != text.PROPN && !unknown || !r.Word.Has(text.Capital) && !(r.Guess && r.Word.Has(text.Mixed) && r.Word.Has(text.Hyphen)) || l.Sent != r.Sent || r.Date >= 0 || r.Quantity >= 0 || !r.Space {
		return false
	}
	if l.Feats.Is(text.Gen) && l.Lemma != l.Word.Form && (!b.Name.Has(b.Tokens.From) || f.d.Tokens[a.Tokens.From].POS == text.DET) {
		return false // "Frankreichs Präsident"
	}
	switch r.POS {
	case text.PROPN:
		return a.Name.Len() < 3
	case text.NOUN:
		return b.Tokens.Len() == 1 && (r.Guess || a.Name.Len() == 1 && f.isFirstName(a.Name.From) || !r.Feats.Is(text.Plur) && !f.isPerson(b.Tokens.From))
	}
	return false
}

// ownName reports whether b right behind the body or medium a is its name: it begins
// with an adjective written like one ("die Partei | Neue Ufer"), or both stand before
// the verb of a main clause, where one phrase stands ("die Gewerkschaft | Verkehr sagte"),
// or behind one of saying that has no object ("sagte die Gewerkschaft | Verkehr.").
func (f *Finder) ownName(a, b *text.Chunk) bool {
	r := &f.d.Tokens[b.Tokens.From]
	if !a.Name.Empty() || a.Head != a.Tokens.To-1 || f.d.Tokens[a.Head].POS != text.NOUN || f.d.Tokens[a.Head].Feats.Is(text.Plur) || preposed(b) || !r.Word.Has(text.Capital) || !r.Space || r.Sent != f.d.Tokens[a.Head].Sent || r.Quantity >= 0 || r.Date >= 0 ||
		f.d.Tokens[b.Head].POS != text.NOUN && f.d.Tokens[b.Head].POS != text.PROPN || f.d.Tokens[a.Tokens.From].Quantity >= 0 {
		return false
	}
	if !f.isBody(a.Head) && !f.lex.medium.Has(f.d, a.Head) || f.isPerson(a.Head) || f.isPerson(b.Head) {
		return false
	}
	if r.POS == text.ADJ {
		return b.Tokens.Len() == 2 && !strings.EqualFold(r.Lemma, r.Word.Form) && !f.d.Tokens[b.Head].Feats.Is(text.Gen|text.Plur) // not "der Verband | Deutscher Imker"
	}
	if b.Tokens.Len() != 1 || r.POS == text.PROPN && r.Feats.Is(text.Gen) && r.Lemma != r.Word.Form {
		return false // "die Regierung | Guatemalas"
	}
	next := b.Tokens.To
	if c := f.d.Tokens[a.Head].Clause; c >= 0 && f.d.Clauses[c].Finite == next && f.d.Clauses[c].Kind == text.MainClause && f.d.Tokens[f.d.Clauses[c].Tokens.From].POS != text.SCONJ {
		return f.d.Clauses[c].Intro < 0
	}
	if v := a.Tokens.From - 1; v >= 0 && f.verbOrMark(next) && !r.Feats.Is(text.Plur) {
		e := f.lex.verb.Entry(f.d, v)
		return e != nil && e.Get("content") == "" && e.Get("with") == "" && f.d.Tokens[v].Feats.Is(text.Fin)
	}
	return false
}

// noble reports whether b is the rest of a name that a begins with a first name:
// "Matthias | von der Leyten".
func (f *Finder) noble(a, b *text.Chunk) bool {
	if a.Name.Len() >= 2 && a.Name.To == a.Tokens.To && b.Prep == a.Tokens.To && f.lex.noble.Has(f.d, a.Name.To-1) && f.lex.noblePrep.Has(f.d, b.Prep) && b.Tokens.Len() <= 2 {
		return f.d.Tokens[b.Tokens.To-1].Word.Has(text.Capital) // "Henning Graf | von Otter"
	}
	if a.Name.Len() != 1 || a.Name.To != a.Tokens.To || b.Prep != a.Tokens.To || !f.lex.agent.Has(f.d, b.Prep) || !f.isFirstName(a.Name.From) || b.Tokens.Len() > 2 {
		return false
	}
	t := &f.d.Tokens[b.Tokens.To-1]
	return (t.POS == text.PROPN || t.Guess || t.POS == text.NOUN && !t.Feats.Is(text.Plur) && f.d.Tokens[b.Tokens.From].POS == text.DET && !f.isPerson(b.Head)) && t.Word.Has(text.Capital) && !t.Word.Has(text.AllCaps) && !f.isBody(b.Head) && !f.lex.state.Has(f.d, b.Head)
}

// retired reports whether b is what stands behind a name for an office that its
// bearer no longer has: "Jana Holm a. D.".
func (f *Finder) retired(a, b *text.Chunk) bool {
	return !a.Name.Empty() && b.Tokens.Len() == 1 && f.lex.retired.Has(f.d, b.Head) && b.Tokens.From <= a.Tokens.To+1
}

// cutRetired takes what stands for an office no longer held off the name behind it:
// "Oberst a. D. | Rolf Hagen".
func (f *Finder) cutRetired(c *text.Chunk) {
	if i := c.Tokens.From; c.Tokens.Len() > 1 && c.Name.From == i && c.Name.Len() > 1 && f.lex.retired.Has(f.d, i) && i > 1 && !f.d.Tokens[i-1].Word.Has(text.Capital) {
		c.Tokens.From, c.Name.From, c.Full.From = i+1, i+1, max(c.Full.From, i+1)
	}
}

// behindRetired reports whether b is the name of the person a with an office no longer
// held between them.
func (f *Finder) behindRetired(a, b *text.Chunk) bool {
	i := b.Tokens.From - 1
	return i > 1 && f.lex.retired.Has(f.d, i) && !b.Name.Empty() && a.Name.Empty() && (f.isPerson(a.Head) || f.isDoer(a.Head)) && a.Tokens.To <= i && a.Tokens.To >= i-1
}

func (f *Finder) join(a, b int) {
	p, c := &f.ch[a], &f.ch[b]
	switch {
	case !p.Name.Empty():
	case f.isOutlet(p.Head), f.d.Tokens[c.Tokens.From].POS == text.DET, c.Name == c.Tokens && f.isBody(p.Head) && p.Tokens.To == c.Tokens.From:
		p.Name = c.Tokens
	case !c.Name.Empty() && (f.isPerson(p.Head) || c.Name.Len() >= 2 && f.isDoer(p.Head)):
		p.Name = c.Name
	case p.Tokens.Len() == 1 && f.isDoer(p.Head):
		p.Name = c.Tokens
	}
	if p.Name.Empty() {
		p.Name = text.Range{From: p.Tokens.To - 1, To: p.Tokens.To}
	}
	for p.Name.From > p.Tokens.From {
		t := &f.d.Tokens[p.Name.From-1]
		if !t.Guess || !t.Word.Has(text.Capital) || f.isPerson(p.Name.From-1) || f.lex.retired.Has(f.d, p.Name.From-1) {
			break
		}
		p.Name.From-- // "New" of "New York Times"
	}
	if c.Tokens.To > p.Tokens.To {
		p.Name.To, p.Tokens.To = c.Tokens.To, c.Tokens.To
	}
	p.Full.From, p.Full.To = min(p.Full.From, p.Tokens.From), max(p.Full.To, c.Full.To, p.Tokens.To)
	if p.Prep < 0 {
		for k := p.Of; k >= 0; k = f.ch[k].Of {
			f.ch[k].Full.To = max(f.ch[k].Full.To, p.Full.To) // "Forscher der University | of Exeter"
		}
	}
	if p.Next < 0 {
		p.Next = c.Next
	}
	if p.Prep < 0 && c.Prep >= c.Tokens.To {
		p.Prep = c.Prep // "der New York | Times zufolge"
	}
	c.Kind = dead
	f.into[b] = int32(a)
}

// extendLeft takes a capitalised word no chunk holds before a name into it:
// "die Human | Rights Watch"; and the article before that.
func (f *Finder) extendLeft(k, last int) {
	c := &f.ch[k]
	i := c.Tokens.From - 1
	if c.Name.Empty() || c.Name.From != c.Tokens.From || c.Prep >= 0 || i < 0 {
		return
	}
	t := &f.d.Tokens[i]
	if t.Chunk >= 0 || !t.Word.Has(text.Capital) || t.POS == text.ADP || t.POS == text.ADV && !t.Guess || t.Sent != f.d.Tokens[c.Head].Sent || i == f.d.Sentences[t.Sent].Tokens.From {
		return
	}
	c.Name.From, c.Tokens.From = i, i
	if last >= 0 {
		if a := &f.ch[last]; a.Tokens.To == i && a.Tokens.Len() == 1 && (f.d.Tokens[a.Head].Feats.Is(text.Dem) || f.d.Tokens[a.Head].POS == text.DET) {
			c.Tokens.From, c.Prep = a.Tokens.From, a.Prep
			a.Kind = dead
			f.into[last] = int32(k)
		}
	}
	c.Full.From = min(c.Full.From, c.Tokens.From)
}

// absorbTitle takes a name in quotation marks right behind a noun into its
// phrase: "die Zeitung „Nordblick“".
func (f *Finder) absorbTitle(k int) {
	c := &f.ch[k]
	open := c.Tokens.To
	if open+1 >= len(f.d.Tokens) || !f.d.Tokens[open].Word.Has(text.Punct) || f.d.Tokens[open].Sent != f.d.Tokens[c.Head].Sent {
		return
	}
	z := f.d.Tokens[open+1].Zone
	if z < 0 || f.d.Zones[z].Tokens.From != open+1 || !f.d.Zones[z].Closed {
		return
	}
	zn := f.d.Zones[z].Tokens
	if zn.Len() > longestTitle || !f.isTitle(zn) || f.d.Tokens[c.Head].POS != text.NOUN || c.Tokens.Len() > 1 && f.d.Tokens[c.Tokens.To-1].POS == text.ADJ {
		return
	}
	f.title[z] = true
	c.Name = zn
	c.Tokens.To = zn.To + 1
	c.Full.To = max(c.Full.To, c.Tokens.To)
}

// titleName makes a name of a noun with adjectives written like one: "das Rote
// Kreuz", "der Vereinten Nationen".
func (f *Finder) titleName(c *text.Chunk) {
	if !c.Name.Empty() || f.d.Tokens[c.Head].POS != text.NOUN || f.isPerson(c.Head) {
		return
	}
	from := c.Tokens.From
	if !preposed(c) {
		from++
	}
	for i := from; i < c.Head; i++ {
		if t := &f.d.Tokens[i]; t.POS == text.ADJ && t.Word.Has(text.Capital) {
			c.Name = text.Range{From: i, To: c.Head + 1}
			return
		}
	}
}

// bareName takes a lone noun in the singular right behind a finite verb of saying that
// opens its clause for a family name: "…, sagte Wolf", and a medium with a hyphen for one.
func (f *Finder) bareName(c *text.Chunk) {
	if h := &f.d.Tokens[c.Head]; c.Name.Empty() && h.POS == text.NOUN && h.Word.Has(text.Hyphen) && !h.Feats.Is(text.Plur) {
		if e := f.lex.medium.Entry(f.d, c.Head); e != nil && e.Get("hyphen") != "" && !hasField(e.Get("without"), h.Word.Lower[:strings.IndexByte(h.Word.Lower, '-')]) {
			c.Name = text.Range{From: c.Head, To: c.Head + 1} // "die Bild-Zeitung"
			return
		}
	}
	if first := c.Tokens.From; c.Name.Empty() && c.Tokens.Len() == 2 && c.Head == first+1 && canBe(f.d.Tokens[first].Word, text.DET, text.Def) && f.lex.press.Has(f.d, c.Head) && f.d.Tokens[c.Head].POS == text.NOUN && !f.d.Tokens[c.Head].Feats.Is(text.Plur) && (f.nearSaying(c.Tokens.To) || first > 0 && f.nearSaying(first-1)) {
		c.Name = text.Range{From: c.Head, To: c.Head + 1} // "der Spiegel meldet"
		return
	}
	i := c.Tokens.From
	if !c.Name.Empty() || c.Tokens.Len() != 1 || i < 2 || f.d.Tokens[i].POS != text.NOUN || f.d.Tokens[i].Feats.Is(text.Plur) || f.d.Tokens[i].Quantity >= 0 || f.d.Tokens[i].Date >= 0 || !f.d.Tokens[i].Space {
		return
	}
	if v := &f.d.Tokens[i-1]; v.POS != text.VERB || !f.d.Tokens[i-2].Word.Has(text.Punct) || !f.nearSaying(i-1) || v.Feats.Is(text.Plur) || f.voice(i) || f.isAct(i) || f.isDoer(i) {
		return
	}
	c.Name = c.Tokens
}

// smallName takes unknown words in small letters behind the noun for a body or medium
// for its name: "die Organisation amnesty international", "die Zeitung taz".
func (f *Finder) smallName(c *text.Chunk) {
	i := c.Tokens.To
	if !c.Name.Empty() || c.Head != i-1 || f.d.Tokens[c.Head].Feats.Is(text.Plur) || !f.isBody(c.Head) && !f.isOutlet(c.Head) || f.isPerson(c.Head) {
		return
	}
	for j := i; j < len(f.d.Tokens) && j < i+longestTitle; j++ {
		t := &f.d.Tokens[j]
		if t.Sent != f.d.Tokens[i].Sent || !t.Space || t.Word.Has(text.Capital|text.Punct) || t.POS != text.ADV && t.POS != text.ADJ && t.POS != text.X || j == i && !t.Guess || t.Chunk >= 0 || t.Quantity >= 0 || f.lex.of.Has(f.d, j) {
			break
		}
		c.Tokens.To = j + 1
	}
	if c.Tokens.To < len(f.d.Tokens) && c.Tokens.To > i && f.d.Tokens[c.Tokens.To].POS == text.NOUN {
		c.Tokens.To = i // an adjective: "die Behörde bekannter Fälle"
	}
	if c.Tokens.To > i {
		c.Name = text.Range{From: i, To: c.Tokens.To}
		c.Full.To = max(c.Full.To, c.Tokens.To)
	}
}

// markedName takes a name in quotation marks with its article into one phrase:
// "meldet der „Focus“", "„BBC News“ berichtet". What is no proper name must stand
// beside words of saying, and without an article be that of a medium, for it
// could be what is said.
func (f *Finder) markedName(c *text.Chunk) {
	first := c.Tokens.From
	from := first // of the words in marks
	article := f.d.Tokens[first].Zone < 0
	if article {
		if from += 2; !canBe(f.d.Tokens[first].Word, text.DET, text.Def) || from >= len(f.d.Tokens) {
			return
		}
	}
	z := f.d.Tokens[from].Zone
	if z < 0 || f.d.Zones[z].Tokens.From != from || !f.d.Zones[z].Closed {
		return
	}
	zn := f.d.Zones[z].Tokens
	if zn.Len() > longestTitle || f.d.Tokens[zn.To].Sent != f.d.Tokens[first].Sent || c.Tokens.To > zn.To+1 {
		return
	}
	before := first - 1
	if !article {
		before--
	}
	near := f.nearSaying(before) || article && f.toldBehind(first) || f.nearSaying(zn.To+1) || f.form(zn.To+1) == "(" && zn.To+2 < len(f.d.Tokens) && isAbbreviation(f.d.Tokens[zn.To+2].Word)
	if !f.isName(zn) && !(near && (f.mediumIn(zn) || article && f.isTitle(zn))) || !article && !near {
		return
	}
	f.title[z] = true
	if c.Head < from {
		c.Head = zn.To - 1
	}
	c.Name, c.Tokens.To = zn, zn.To
	if article {
		c.Tokens.To++ // with the closing mark
	}
	c.Full.To = max(c.Full.To, c.Tokens.To)
}

// toldBehind reports whether an article in the dative at token i stands right behind who
// says something behind a verb of saying: "sagte Holm | der „Küstenpost“".
func (f *Finder) toldBehind(i int) bool {
	if !canBe(f.d.Tokens[i].Word, text.DET, text.Dat) {
		return false
	}
	for n := 0; n < 4; n++ {
		c := -1
		if i > 0 {
			c = f.d.Tokens[i-1].Chunk
		}
		if c < 0 || f.d.Chunks[c].Kind != text.NounPhrase || f.d.Chunks[c].Tokens.To != i && f.ch[f.into[c]].Tokens.To != i {
			return false
		}
		if i = f.ch[f.into[c]].Tokens.From; f.nearSaying(i - 1) {
			return f.d.Tokens[i-1].POS == text.VERB
		}
	}
	return false
}

// nearSaying reports whether token i is a finite verb of saying or a preposition
// that names a source.
func (f *Finder) nearSaying(i int) bool {
	if i < 0 || i >= len(f.d.Tokens) {
		return false
	}
	if e := f.lex.verb.Entry(f.d, i); e != nil && e.Get("with") == "" && f.d.Tokens[i].Feats.Is(text.Fin) {
		return true
	}
	if t := &f.d.Tokens[i]; t.POS == text.AUX && t.Feats.Is(text.Fin) && t.Chunk >= 0 && f.d.Chunks[t.Chunk].Head != i {
		e := f.lex.verb.Entry(f.d, f.d.Chunks[t.Chunk].Head)
		return e != nil && e.Get("with") == "" // "hatte berichtet"
	}
	return f.lex.after.Has(f.d, i)
}

// mediumIn reports whether a word of r is one of media or of their names.
func (f *Finder) mediumIn(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if f.isOutlet(i) || f.lex.agency.Has(f.d, i) || f.lex.press.Has(f.d, i) {
			return true
		}
	}
	return false
}

// isTitle reports whether the words in marks are a name or title: a capital
// first, no finite verb.
func (f *Finder) isTitle(r text.Range) bool {
	if r.Empty() || !f.d.Tokens[r.From].Word.Has(text.Capital) && !f.d.Tokens[r.From].Word.Has(text.Digits) {
		return false
	}
	names := false
	for i := r.From; i < r.To; i++ {
		t := &f.d.Tokens[i]
		if t.Feats.Is(text.Fin) && !t.Word.Has(text.Capital) || t.Word.Has(text.SentenceEnd) {
			return false
		}
		names = names || t.POS == text.PROPN || t.POS == text.NOUN || t.POS == text.X
	}
	return names
}

// isName reports whether the words in marks are a proper name.
func (f *Finder) isName(r text.Range) bool {
	if r.Len() > longestTitle {
		return false
	}
	for i := r.From; i < r.To; i++ {
		t := &f.d.Tokens[i]
		if t.POS != text.PROPN && t.POS != text.X && !t.Word.Has(text.Punct) && !t.Word.Has(text.AllCaps) {
			return false
		}
	}
	return true
}
