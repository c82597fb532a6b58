package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

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
	near := f.nearSaying(before) || article && (f.lex.as.Has(f.d, max(before, 0)) || f.talksTo(before, zn)) || article && f.toldBehind(first) || f.nearSaying(zn.To+1) || f.form(zn.To+1) == "(" && zn.To+2 < len(f.d.Tokens) && isAbbreviation(f.d.Tokens[zn.To+2].Word)
	words := f.ofWords(before) && zn.Len() <= longestOutlet && f.isTitle(zn) // "nach Informationen von „Sportecho“"
	if !f.isName(zn) && !(near && (f.mediumIn(zn) || article && f.isTitle(zn))) && !words || !article && !near && !words {
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

// longestOutlet is the most words of the name of a medium in marks.
const longestOutlet = 3

// ofWords reports whether a noun of saying or a document stands at token i, or before a von
// there, behind a preposition that names a source: "nach Informationen von".
func (f *Finder) ofWords(i int) bool {
	if i > 0 && f.d.Tokens[i].POS == text.ADP && f.lex.agent.Has(f.d, i) {
		i--
	}
	if i <= 0 || !f.tells(i) {
		return false
	}
	c := f.d.Tokens[i].Chunk
	return c >= 0 && f.d.Chunks[c].Prep >= 0 && f.lex.after.Has(f.d, f.d.Chunks[c].Prep)
}

// talksTo reports whether token i leads to the medium zn that somebody talks to: "im Gespräch
// mit | dem „Kurier“", "gegenüber", "in | der „Welt am Sonntag“".
func (f *Finder) talksTo(i int, zn text.Range) bool {
	if i < 1 || f.d.Tokens[i].POS != text.ADP || !f.isTitle(zn) {
		return false
	}
	if e := f.lex.toward.Entry(f.d, i); e != nil && e.Get("of") == "" {
		return true
	}
	return f.lex.talking.Has(f.d, i-1) || f.mediumIn(zn)
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
		if f.ch[f.into[c]].Prep == i-1 {
			i-- // "sagte Holm am Montag"
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
