package speech

import "github.com/belegt/extract/extract/text"

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
	f.familyNames()
	last, prev := -1, -1
	for k := range f.ch {
		c := &f.ch[k]
		if c.Kind != text.NounPhrase {
			continue
		}
		if i := c.Name.To; c.Name.Len() == 1 && c.Head == i && c.Tokens.To == i+1 && f.isFirstName(i-1) && f.d.Tokens[i].POS == text.NOUN && f.d.Tokens[i].Word.Has(text.Hyphen) && f.d.Tokens[i-1].Word.Has(text.Capital) && !f.isPerson(i) && !f.isBody(i) {
			c.Name.To++ // "Doris | Huber-Grünwald"
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

// familyNames notes the last words of the full names of the text that are common nouns too.
func (f *Finder) familyNames() {
	if f.families == nil {
		f.families = map[string]bool{}
	}
	clear(f.families)
	for k := range f.ch {
		r := f.ch[k].Name
		if r.Len() < 2 || !f.isFirstName(r.From) {
			continue
		}
		if w := f.d.Tokens[r.To-1].Word; canBe(w, text.NOUN, 0) {
			f.families[w.Form] = true
		}
	}
}

// cutRole takes a noun for a person that was read as a first name off a name:
// "Betriebsrätin | Ilka Holm", "Obstbauer | Karl Holm".
func (f *Finder) cutRole(c *text.Chunk) {
	for c.Kind == text.NounPhrase && c.Name.Len() >= 2 && (f.isPerson(c.Name.From) || f.lex.personEnd.Has(f.d, c.Name.From) && !f.isFirstName(c.Name.From) || f.trade(c) || c.Name.From > c.Tokens.From && f.lex.generic.Has(f.d, c.Name.From)) {
		c.Name.From++
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
	if a.Name.Empty() && a.Head == a.Tokens.To-1 && (f.isPerson(a.Head) || f.isDoer(a.Head)) && !preposed(b) && b.Tokens.Len() == 1 && l.Sent == r.Sent && r.Space && r.POS == text.NOUN && f.families[r.Word.Form] {
		return true // "Trainer | Läufer", where the article also has Thomas Läufer
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
	if p := c.Tokens.From - 1; c.Prep < 0 && p >= 0 && f.d.Tokens[p].POS == text.ADP && f.d.Tokens[p].Chunk < 0 {
		c.Prep = p
		if last >= 0 && f.ch[last].Tokens.To == p && f.lex.agent.Has(f.d, p) {
			c.Of = last // "der Bericht von | Human Rights Watch"
			f.ch[last].Full.To = max(f.ch[last].Full.To, c.Tokens.To)
		}
	}
}
