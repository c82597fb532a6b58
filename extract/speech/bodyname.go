package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

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

// legalForm takes the legal form behind the name of a firm into it: "die Nordwerk | GmbH".
func (f *Finder) legalForm(c *text.Chunk) {
	if i := c.Name.To; c.Kind == text.NounPhrase && !c.Name.Empty() && i < c.Tokens.To && f.lex.legal.Has(f.d, i) {
		c.Name.To++
	}
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
