package extract

import (
	"math"
	"strings"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// count finds the counted noun of quantity q.
func (x *counter) count(d *text.Doc, q int, c *Claim) {
	qu := &d.Quantities[q]
	if qu.Compound > 0 || c.Unit != "" {
		if s, ok := x.attributed(d, qu); ok && c.Subject == "" {
			c.Subject = s
		}
		if c.Subject == "" {
			c.Subject = c.Unit
		}
		return
	}
	head, full := x.noun(d, qu.Tokens)
	if head >= 0 && d.Tokens[head].POS == text.PROPN && broken(qu) {
		return // "21,69 Tomas Berger": a list
	}
	if head >= 0 {
		c.Unit = d.Tokens[head].Word.Form
		c.Subject = x.phrase(d, x.holding(d, full, head))
		if s := x.ahead(d, qu.Tokens, full.To); s != "" {
			c.Subject = s
		} else if head+1 < len(d.Tokens) && x.dimension.May(d, head+1) {
			c.Subject = c.Unit // "ein 14 Seiten umfassender Bericht"
		}
		if x.piece.Has(d, head) && !qu.One {
			if s := x.strong(d, head); s != "" {
				c.Subject = s
			} else if s := x.governing(d, qu.Tokens.From); s != "" {
				c.Subject = s
			} else if s := x.byVerb(d, qu, qu.Tokens.From); s != "" {
				c.Subject = s
			} else if n := len(x.last); n > 0 {
				c.Subject = x.last[n-1].subject
			}
			x.last = append(x.last, counted{at: qu.Tokens.From, unit: c.Unit, subject: c.Subject, head: head})
			return
		}
		x.last = append(x.last, counted{at: qu.Tokens.From, unit: c.Unit, subject: c.Subject, head: head})
		if i := qu.Tokens.To; i < head && (x.of.Has(d, i) || d.Tokens[i].POS == text.DET && x.partitive(&d.Tokens[i])) {
			x.group = group{sent: d.Tokens[i].Sent, subject: c.Subject} // "sechs von zehn Schülern"
		}
		return
	}
	if x.label(d, qu) {
		if n := x.likeLast(d, q); n != nil {
			c.Unit, c.Subject = n.unit, n.subject
			return
		}
		if decimal(d, qu) {
			c.Kind = unit.Other // no number of things
		}
		if i := qu.Tokens.From; i > 0 && d.Tokens[i-1].POS == text.NOUN && d.Tokens[i-1].Sent == d.Tokens[i].Sent && d.Tokens[i-1].Date < 0 {
			c.Subject = d.Tokens[i-1].Word.Form // "die Stärke 6,8"
		} else if i > 1 && x.of.Has(d, i-1) && d.Tokens[i-2].POS == text.NOUN {
			c.Subject = x.governing(d, i) // "eine Stärke von 7,0"
		} else if i > 0 && x.shift.Has(d, i-1) && decimal(d, qu) {
			c.Subject = x.byVerb(d, qu, i) // "die Note lag bei 1,7"
		}
		return
	}
	n := x.byNumber(d, qu.Tokens)
	if n == nil {
		n = x.bracketAfter(d, qu.Tokens.From, true)
	}
	if n == nil {
		if i := qu.Tokens.From; i > 0 && x.shift.Has(d, i-1) {
			if c.Subject = x.byVerb(d, qu, i); c.Subject != "" { // "der Schnitt kletterte auf 21.350"
				x.last = append(x.last, counted{at: i, subject: c.Subject, head: i})
				return
			}
		}
		if i := qu.Tokens.From; i > 1 && x.of.Has(d, i-1) && d.Tokens[i-2].POS == text.NOUN && d.Tokens[i-2].Quantity < 0 && !x.toOther(d, i) {
			if c.Subject = x.governing(d, i); c.Subject != "" {
				return // "einen Puls von 160"
			}
		}
		n = x.before(d, qu.Tokens)
	}
	if n != nil {
		c.Unit, c.Subject = n.unit, n.subject
	}
}

// holding is the phrase full without an attribute that holds another number: "35
// von ihm für zehn Spiele nominierte Spieler".
func (x *counter) holding(d *text.Doc, full text.Range, head int) text.Range {
	for k := head - 1; k >= full.From; k-- {
		if q := d.Tokens[k].Quantity; q >= 0 && !d.Quantities[q].One && d.Quantities[q].Compound == 0 {
			full.From = head
			for full.From-1 > k && d.Tokens[full.From-1].POS == text.ADJ {
				full.From--
			}
			break
		}
	}
	return full
}

// ahead is by how much the noun counted by tokens q puts one ahead or behind:
// "fünf Zähler Vorsprung auf Alpina", "der Rückstand beträgt sechs Punkte". to is
// the token behind the noun.
func (x *counter) ahead(d *text.Doc, q text.Range, to int) string {
	if to < len(d.Tokens) && x.lead.Has(d, to) && d.Tokens[to].Chunk >= 0 && d.Chunks[d.Tokens[to].Chunk].Head == to {
		r := text.Range{From: to, To: max(to+1, d.Chunks[d.Tokens[to].Chunk].Full.To)}
		if k := d.Tokens[to].Chunk + 1; r.To == to+1 && k < len(d.Chunks) && d.Chunks[k].Prep == to+1 && x.upTo.Has(d, to+1) {
			r.To = d.Chunks[k].Tokens.To
		}
		return x.phrase(d, r)
	}
	c := d.Tokens[q.From].Clause
	if c < 0 || d.Clauses[c].Subject < 0 || d.Clauses[c].Group < 0 || !x.verb.Has(d, d.Chunks[d.Clauses[c].Group].Head) {
		return ""
	}
	if k := d.Clauses[c].Subject; x.lead.Has(d, d.Chunks[k].Head) {
		return x.phrase(d, fullOf(&d.Chunks[k]))
	}
	return ""
}

// broken reports whether qu is no whole number.
func broken(qu *text.Quantity) bool {
	return !math.IsNaN(qu.Value) && qu.Value != math.Trunc(qu.Value)
}

// likeLast is what the number before counted, when it was a fraction too and quantity
// q stands against it: "1,7 Kinder statt wie früher 2,4".
func (x *counter) likeLast(d *text.Doc, q int) *counted {
	n := len(x.last)
	if n == 0 || q == 0 || x.last[n-1].at != d.Quantities[q-1].Tokens.From || !broken(&d.Quantities[q-1]) || !broken(&d.Quantities[q]) {
		return nil
	}
	at := d.Quantities[q].Tokens.From
	for i := at - 1; i > x.last[n-1].head && i >= at-3 && d.Tokens[i].Sent == d.Tokens[x.last[n-1].at].Sent; i-- {
		if x.beside.Has(d, i) {
			return &x.last[n-1]
		}
	}
	return nil
}

// decimal reports whether qu is no whole number or written as none: "7,0".
func decimal(d *text.Doc, qu *text.Quantity) bool {
	return broken(qu) || strings.IndexByte(d.Text[qu.NumStart:qu.NumEnd], ',') >= 0 && qu.Value < 1000
}

// strong is the noun behind an adjective right behind token i: "die 17.000 Mann
// starke Mission".
func (x *counter) strong(d *text.Doc, i int) string {
	if i+2 >= len(d.Tokens) || d.Tokens[i+1].POS != text.ADJ || d.Tokens[i+2].POS != text.NOUN || d.Tokens[i+2].Sent != d.Tokens[i].Sent {
		return ""
	}
	if k := d.Tokens[i+2].Chunk; k >= 0 && d.Chunks[k].Kind == text.NounPhrase && d.Chunks[k].Head == i+2 {
		return x.phrase(d, text.Range{From: i + 2, To: max(i+3, d.Chunks[k].Tokens.To)})
	}
	return d.Tokens[i+2].Word.Form
}

// label reports whether qu is the value of the noun before it rather than a
// count ("Stärke 6,8", "Faktor 1,5"), or no whole number.
func (x *counter) label(d *text.Doc, qu *text.Quantity) bool {
	if decimal(d, qu) {
		return true
	}
	i := qu.Tokens.From
	return i > 0 && d.Tokens[i-1].POS == text.NOUN && d.Tokens[i-1].Date < 0 && d.Tokens[i-1].Sent == d.Tokens[i].Sent && d.Tokens[i-1].Chunk >= 0 && d.Tokens[i-1].Chunk == d.Tokens[i].Chunk
}

// noun is the noun that tokens q count: the head of the phrase they stand in,
// or of the genitive or von-phrase right behind ("zwei der Getöteten", "acht
// von zehn Kindern"). full is the phrase behind the number.
func (x *counter) noun(d *text.Doc, q text.Range) (head int, full text.Range) {
	if q.To < len(d.Tokens) && d.Tokens[q.To].Word.Has(text.Punct) && d.Tokens[q.To].Word.Shape&(text.QuoteClose|text.QuoteOpen) == 0 {
		if n := q.To + 1; d.Tokens[q.To].Word.Form == "," && n < len(d.Tokens) && d.Tokens[n].Quantity >= 0 {
			if o := &d.Quantities[d.Tokens[n].Quantity]; o.Kind == unit.Count && o.Tokens.From == n && o.Compound == 0 && d.Tokens[n].Space && !broken(o) {
				return x.noun(d, o.Tokens) // "drei, vier oder fünf Parteien"
			}
		}
		if n := q.To + 3; n < len(d.Tokens) && d.Tokens[q.To].Word.Form == "," && x.unless.Has(d, n-2) && x.not.Has(d, n-1) && d.Tokens[n].Quantity >= 0 {
			return x.noun(d, d.Quantities[d.Tokens[n].Quantity].Tokens) // "zehn, wenn nicht zwölf Leute"
		}
		return -1, text.Range{} // "21,69, 4. Platz"
	}
	if h := q.To; h+1 < len(d.Tokens) && d.Tokens[h].POS == text.NOUN && d.Tokens[h+1].POS == text.ADJ && d.Tokens[h+1].Sent == d.Tokens[h].Sent && x.participle(d, h+1) && d.Tokens[h].Chunk >= 0 && d.Chunks[d.Tokens[h].Chunk].Head > h+1 && d.Chunks[d.Tokens[h].Chunk].Tokens.From < q.From && canBePlural(d.Tokens[h].Word) {
		return h, text.Range{From: h, To: h + 1} // "die für zehn Spiele nominierten Spieler"
	}
	if k := d.Tokens[q.To-1].Chunk; k >= 0 {
		if h, f := x.headBehind(d, &d.Chunks[k], q.To); h >= 0 {
			return h, f
		}
	}
	if t := q.To; t < len(d.Tokens) && d.Tokens[t].POS == text.PROPN && (d.Tokens[t].Guess || canBePlural(d.Tokens[t].Word)) && d.Tokens[t].Word.Has(text.Capital) && d.Tokens[t-1].POS == text.NOUN && d.Tokens[t].Sent == d.Tokens[q.From].Sent {
		return t, text.Range{From: t, To: t + 1} // "eine Million User": a noun nobody knows
	}
	i := q.To
	for i < len(d.Tokens) && i < q.To+2 && d.Tokens[i].Word.Has(text.Punct) && d.Tokens[i].Word.Shape&(text.QuoteClose|text.QuoteOpen) != 0 {
		i++
	}
	if i >= len(d.Tokens) || d.Tokens[i].Sent != d.Tokens[q.From].Sent {
		return -1, text.Range{}
	}
	// the number may be read apart from its phrase: the phrase begins behind it
	for n := 0; n < 2 && i < len(d.Tokens); n++ {
		t := &d.Tokens[i]
		if t.Chunk >= 0 && d.Chunks[t.Chunk].Kind == text.NounPhrase && d.Chunks[t.Chunk].Tokens.From == i {
			ch := &d.Chunks[t.Chunk]
			if n > 0 || ch.Prep < 0 && (t.POS != text.DET || x.partitive(t) && !ch.Feats.Is(text.Sing)) {
				if h := &d.Tokens[ch.Head]; n > 0 && h.POS == text.PROPN && !h.Feats.Is(text.Plur) {
					return -1, text.Range{} // "15 von Alpina": whose they are
				}
				return x.headBehind(d, ch, i)
			}
			return -1, text.Range{}
		}
		if x.recipient.Has(d, i) && i+1 < len(d.Tokens) && d.Tokens[i+1].POS == text.NOUN && d.Tokens[i+1].Chunk >= 0 && d.Chunks[d.Tokens[i+1].Chunk].Tokens.From == i+1 {
			if ch := &d.Chunks[d.Tokens[i+1].Chunk]; ch.Feats.Get(text.Case) == text.Dat && ch.Feats.Is(text.Plur) {
				return x.headBehind(d, ch, i+1) // "Millionen an Überschüssen"
			}
		}
		if t.POS != text.ADP || !x.of.Has(d, i) {
			break
		}
		i++
		for i < len(d.Tokens) && d.Tokens[i].POS == text.ADV {
			i++ // "von insgesamt 10.000"
		}
		// "acht von zehn Kindern": over the second number to its noun
		if i < len(d.Tokens) && d.Tokens[i].Quantity >= 0 {
			return x.noun(d, d.Quantities[d.Tokens[i].Quantity].Tokens)
		}
	}
	if i := q.To; q.From > 0 && x.of.Has(d, q.From-1) && x.upTo.Has(d, i) {
		for i++; i < len(d.Tokens) && d.Tokens[i].POS == text.ADV && d.Tokens[i].Quantity < 0; i++ {
		}
		if i < len(d.Tokens) && d.Tokens[i].Quantity >= 0 {
			if o := &d.Quantities[d.Tokens[i].Quantity]; o.Kind == unit.Count && o.Tokens.From == i && o.Compound == 0 {
				return x.noun(d, o.Tokens) // "von 144 auf 100 Sitze"
			}
		}
	}
	if h, full := x.overAttribute(d, q.To, false); h >= 0 {
		return h, full
	}
	if h := x.loose(d, q.To); h >= 0 {
		return h, text.Range{From: q.To, To: h + 1}
	}
	return x.instead(d, q.To)
}

// loose is the noun in the plural at token i or behind words there that can be
// adjectives: phrases that were not recognised.
func (x *counter) loose(d *text.Doc, i int) int {
	for k := i; k < len(d.Tokens) && k < i+3 && d.Tokens[k].Sent == d.Tokens[i].Sent; k++ {
		t := &d.Tokens[k]
		switch {
		case x.part.Has(d, k):
			return -1 // "20.000 davon"
		case k == i && t.POS == text.ADV && k+1 < len(d.Tokens) && (d.Tokens[k+1].POS == text.ADJ || d.Tokens[k+1].POS == text.NOUN): // "stets verfügbare Artikel", "zumeist Vermummte"
		case t.POS == text.NOUN:
			if canBePlural(t.Word) && t.Date < 0 && t.Quantity < 0 {
				return k
			}
			return -1
		case t.POS != text.ADJ && !t.Word.Can(text.ADJ) || t.POS == text.ADP || t.Quantity >= 0 || t.Word.Has(text.Punct):
			return -1
		}
	}
	return -1
}

// instead is the noun of the number that stands beside one without a noun: "80
// statt bisher 40 Polizisten".
func (x *counter) instead(d *text.Doc, i int) (int, text.Range) {
	if i >= len(d.Tokens) || !x.beside.Has(d, i) {
		return -1, text.Range{}
	}
	k := i + 1
	for k < len(d.Tokens) && k < i+3 && d.Tokens[k].POS == text.ADV && d.Tokens[k].Quantity < 0 {
		k++
	}
	if k >= len(d.Tokens) || d.Tokens[k].Quantity < 0 || d.Tokens[k].Sent != d.Tokens[i].Sent {
		return -1, text.Range{}
	}
	o := &d.Quantities[d.Tokens[k].Quantity]
	if o.Kind != unit.Count || o.Compound > 0 || o.One || o.Tokens.From != k {
		return -1, text.Range{}
	}
	return x.noun(d, o.Tokens)
}

// partitive reports whether determiner t right behind a number opens a genitive
// plural that the number is a part of ("zwei der Getöteten", "drei seiner
// Leute") or goes with it ("acht andere Fälle").
func (x *counter) partitive(t *text.Token) bool {
	if t.Feats.Get(text.PronType) == text.IndPron {
		return true
	}
	return strings.HasSuffix(t.Word.Lower, "er")
}

// overAttribute is the noun behind a participle with words of its own: "10.000
// in Russland vermuteten Soldaten". With mass it may stand in the singular.
func (x *counter) overAttribute(d *text.Doc, i int, mass bool) (int, text.Range) {
	if i >= len(d.Tokens) || d.Tokens[i].POS != text.ADP && d.Tokens[i].Date < 0 {
		return -1, text.Range{}
	}
	first := i + 2
	if d.Tokens[i].POS != text.ADP {
		first = i + 1 // "sechs 2014 ernannte Mitglieder"
	}
	for k := first; k < len(d.Tokens) && k < i+8 && d.Tokens[k].Clause == d.Tokens[i].Clause; k++ {
		t := &d.Tokens[k]
		if t.Word.Has(text.Punct) || t.POS == text.AUX || x.compare.Has(d, k) {
			break
		}
		if t.POS != text.ADJ && !t.Word.Can(text.ADJ) || k+1 >= len(d.Tokens) || !x.participle(d, k) {
			if t.POS == text.VERB {
				break
			}
			continue
		}
		if !inflected(t.Word.Lower) {
			continue // not inflected
		}
		if d.Tokens[k-1].POS == text.DET {
			continue // "fünf zu den geplanten Duellen": the phrase of the preposition
		}
		j := k + 1 // the noun behind the participle, other adjectives between
		for j+1 < len(d.Tokens) && d.Tokens[j].POS == text.ADJ && j < k+3 {
			j++
		}
		h := &d.Tokens[j]
		if h.POS != text.NOUN || h.Date >= 0 || h.Chunk < 0 || !mass && h.Feats.Is(text.Sing) && !canBePlural(h.Word) || h.Sent != t.Sent {
			continue
		}
		if ch := &d.Chunks[h.Chunk]; ch.Kind == text.NounPhrase && ch.Head == j && ch.Tokens.From >= i {
			return j, text.Range{From: i, To: max(ch.Tokens.To, ch.Full.To)}
		}
	}
	return -1, text.Range{}
}

// participle reports whether the adjective at token i is the participle of a
// verb, by its features or its form: a prefix of verbs and the ending of a
// participle.
func (x *counter) participle(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if t.Feats.Get(text.VerbForm) == text.Part {
		return true
	}
	for k := range t.Word.Readings {
		if t.Word.Readings[k].Feats.Get(text.VerbForm) == text.Part {
			return true
		}
	}
	l := t.Lemma
	if t.Feats.Get(text.Degree) == text.Sup || len(l) < 6 {
		return false
	}
	return strings.HasSuffix(l, "end") || strings.HasSuffix(l, "iert") || x.verbal.Has(d, i) && (strings.HasSuffix(l, "t") || strings.HasSuffix(l, "en"))
}

// canBePlural reports whether some reading of w is a noun in the plural.
func canBePlural(w *text.Word) bool {
	for i := range w.Readings {
		if r := &w.Readings[i]; r.POS == text.NOUN && r.Feats.Is(text.Plur) {
			return true
		}
	}
	return false
}

// headBehind is the head of ch when it is a noun at token from or behind it.
func (x *counter) headBehind(d *text.Doc, ch *text.Chunk, from int) (int, text.Range) {
	if ch.Kind != text.NounPhrase || ch.Head < from {
		return -1, text.Range{}
	}
	h := &d.Tokens[ch.Head]
	if h.POS != text.NOUN && h.POS != text.PROPN && !(h.POS == text.ADJ && h.Word.Has(text.Capital)) || h.Quantity >= 0 && ch.Head != from {
		return -1, text.Range{}
	}
	r := text.Range{From: from, To: max(ch.Tokens.To, ch.Full.To)}
	return ch.Head, r
}

// inBrackets is what the number in brackets at token at counts, nil when it is the
// age of a person: the things named before it ("die meisten Stimmen (19)") or what a
// list counts in a place ("die meisten Fälle gab es in Ulm (22)").
func (x *counter) inBrackets(d *text.Doc, at int) *counted {
	if n := x.listed(d, at); n != nil || at < 3 {
		return n
	}
	if n := x.bracketAfter(d, at, false); n != nil {
		return n
	}
	if t := &d.Tokens[at-2]; t.POS == text.PROPN && place(t.Word) && d.Tokens[at-3].POS == text.ADP {
		if n := x.plural(d, at, false); n != nil {
			o := *n
			o.at = at
			x.last = append(x.last, o)
			return &x.last[len(x.last)-1]
		}
	}
	// the next of a list: "in Ulm (22), Gera (19)"
	if q := d.Tokens[at].Quantity - 1; q >= 0 && len(x.last) > 0 {
		o, p := &x.last[len(x.last)-1], d.Quantities[q].Tokens
		if o.at == p.From && p.From > 0 && d.Tokens[p.From-1].Word.Form == "(" && d.Tokens[p.From].Sent == d.Tokens[at].Sent && at-p.To <= 6 {
			o.at = at
			return o
		}
	}
	return nil
}

// bracketAfter is the noun in the plural right before the bracket that the number at
// token at opens, if it is none for people, who have an age: "weniger Fehler (19
// gegenüber 22)".
func (x *counter) bracketAfter(d *text.Doc, at int, people bool) *counted {
	i := at - 2
	if i < 0 || d.Tokens[i+1].Word.Form != "(" {
		return nil
	}
	t := &d.Tokens[i]
	if t.POS != text.NOUN || place(t.Word) || t.Chunk < 0 || t.Quantity >= 0 || t.Date >= 0 || !people && x.person.Has(d, i) {
		return nil
	}
	ch := &d.Chunks[t.Chunk]
	if ch.Head != i || ch.Of >= 0 || !ch.Feats.Is(text.Plur) && !(d.Tokens[i-1].Word.Can(text.DET) && canBePlural(t.Word)) {
		return nil
	}
	x.last = append(x.last, counted{at: at, unit: t.Word.Form, subject: x.phrase(d, ch.Tokens), head: i})
	return &x.last[len(x.last)-1]
}

// listed is what the number in brackets at token at counts behind the name of a
// place or a club, which have no age: "67 Punkte …, Wacker (64)", "mit 126
// Fällen, gefolgt von Hessen (59)".
func (x *counter) listed(d *text.Doc, at int) *counted {
	if at < 2 || d.Tokens[at-1].Word.Form != "(" {
		return nil
	}
	near := 2
	if place(d.Tokens[at-2].Word) {
		near = 4
	}
	for n := len(x.last) - 1; n >= 0; n-- {
		o := &x.last[n]
		far := d.Tokens[at].Sent - d.Tokens[o.at].Sent
		switch {
		case far > 8:
			return nil
		case x.points.Has(d, o.head) && (far <= near || place(d.Tokens[at-2].Word) || d.Tokens[at-3].POS != text.PROPN), near > 2 && far <= near:
			return o
		}
	}
	return nil
}

// place reports whether w is the name of a place: people have a gender of their
// own, places are neuter.
func place(w *text.Word) bool {
	ok := false
	for i := range w.Readings {
		if r := &w.Readings[i]; r.POS == text.PROPN {
			if !r.Feats.Is(text.Neut) {
				return false
			}
			ok = true
		}
	}
	return ok
}

// byNumber is what the number at q counts by a "Zahl der …" before it in its
// sentence.
func (x *counter) byNumber(d *text.Doc, q text.Range) *counted {
	s := d.Tokens[q.From].Sent
	for i := q.From - 1; i >= d.Sentences[s].Tokens.From; i-- {
		if !x.number.Has(d, i) {
			continue
		}
		if w, ok := strings.CutSuffix(d.Tokens[i].Lemma, "zahl"); ok && len(w) > 3 {
			x.last = append(x.last, counted{at: q.From, unit: w, subject: d.Tokens[i].Word.Form, head: i})
			return &x.last[len(x.last)-1]
		}
		k := d.Tokens[i].Chunk
		if t := i + 1; k >= 0 && t < q.From && d.Tokens[t].POS == text.DET && x.partitive(&d.Tokens[t]) && d.Tokens[t].Chunk >= 0 {
			if ch := &d.Chunks[d.Tokens[t].Chunk]; ch.Kind == text.NounPhrase && d.Tokens[ch.Head].POS == text.NOUN {
				x.last = append(x.last, counted{at: q.From, unit: d.Tokens[ch.Head].Word.Form, subject: x.phrase(d, fullOf(ch)), head: ch.Head})
				return &x.last[len(x.last)-1]
			}
		}
		for j := k + 1; k >= 0 && j < len(d.Chunks) && j < k+4; j++ {
			if d.Chunks[j].Of == k && d.Chunks[j].Kind == text.NounPhrase && d.Tokens[d.Chunks[j].Head].POS == text.NOUN {
				h := d.Chunks[j].Head
				x.last = append(x.last, counted{at: q.From, unit: d.Tokens[h].Word.Form, subject: x.phrase(d, fullOf(&d.Chunks[j])), head: h})
				return &x.last[len(x.last)-1]
			}
		}
	}
	return nil
}

// before is what the number at q counts when it stands alone ("drei weitere
// wurden verletzt", "2003 waren es 4.500"): what the last count of the sentence
// or the two before counted.
func (x *counter) before(d *text.Doc, q text.Range) *counted {
	s := d.Tokens[q.From].Sent
	if len(x.last) > 0 {
		if n := x.last[len(x.last)-1]; s-d.Tokens[n.at].Sent <= 2 {
			if o := x.nearer(d, q, n.head); o != nil {
				return o
			}
			n.at = q.From
			x.last = append(x.last, n)
			return &x.last[len(x.last)-1]
		}
	}
	// "ein Mensch starb, 35 weitere wurden verletzt"
	c := d.Tokens[q.From].Clause
	more := q.To < len(d.Tokens) && x.further.Has(d, q.To) || c >= 0 && d.Clauses[c].Subject >= 0 && d.Chunks[d.Clauses[c].Subject].Tokens.Has(q.From)
	for k := d.Tokens[q.From].Quantity - 1; more && k >= 0 && d.Tokens[d.Quantities[k].Tokens.From].Sent == s; k-- {
		if o := &d.Quantities[k]; o.One && o.Kind == unit.Count {
			if h, full := x.noun(d, o.Tokens); h >= 0 && x.isSubject(d, h) {
				x.last = append(x.last, counted{at: q.From, unit: d.Tokens[h].Word.Form, subject: x.phrase(d, full), head: h})
				return &x.last[len(x.last)-1]
			}
		}
	}
	switch there := x.thereWere(d, q.From); {
	case there, q.To+1 < len(d.Tokens) && d.Tokens[q.To].POS == text.ADP && d.Tokens[q.To+1].POS == text.PRON:
		return x.plural(d, q.From, there)
	case q.To < len(d.Tokens) && x.part.Has(d, q.To):
		return x.plural(d, q.From, false)
	}
	return nil
}

// nearer is the noun in the plural that the number of tokens q is a part of
// ("sechs von ihnen") when it stands behind the noun at token head, which was
// counted last: a subject or people.
func (x *counter) nearer(d *text.Doc, q text.Range, head int) *counted {
	if q.To+1 >= len(d.Tokens) || !x.of.Has(d, q.To) || d.Tokens[q.To+1].POS != text.PRON {
		return nil
	}
	for k := firstChunk(d, q.From) - 1; k >= 0 && d.Chunks[k].Head > head && d.Tokens[q.From].Sent-d.Tokens[d.Chunks[k].Head].Sent <= 1; k-- {
		ch := &d.Chunks[k]
		h := &d.Tokens[ch.Head]
		if ch.Kind != text.NounPhrase || ch.Prep >= 0 || ch.Tokens.From >= q.From || h.POS != text.NOUN || !canBePlural(h.Word) || h.Quantity >= 0 {
			continue
		}
		if h.Clause >= 0 && d.Clauses[h.Clause].Subject == k || x.person.Has(d, ch.Head) {
			x.last = append(x.last, counted{at: q.From, unit: h.Word.Form, subject: x.phrase(d, fullOf(ch)), head: ch.Head})
			return &x.last[len(x.last)-1]
		}
	}
	return nil
}

// plural is the last noun phrase in the plural before token i, of its sentence or
// the one before; with governed also behind a preposition.
func (x *counter) plural(d *text.Doc, i int, governed bool) *counted {
	for k := firstChunk(d, i) - 1; k >= 0; k-- {
		ch := &d.Chunks[k]
		h := &d.Tokens[ch.Head]
		if d.Tokens[i].Sent-h.Sent > 1 {
			return nil
		}
		if ch.Tokens.From >= i || ch.Kind != text.NounPhrase || ch.Prep >= 0 && !governed || h.POS != text.NOUN || !h.Feats.Is(text.Plur) || h.Quantity >= 0 || h.Date >= 0 {
			continue
		}
		x.last = append(x.last, counted{at: ch.Head, unit: h.Word.Form, subject: x.phrase(d, fullOf(ch)), head: ch.Head})
		return &x.last[len(x.last)-1]
	}
	return nil
}

// attributed is the noun a compound number is attribute of: "das 44-sekündige
// Video", "der 37-jährige Fahrer". A compound that is itself a noun has none.
func (x *counter) attributed(d *text.Doc, qu *text.Quantity) (string, bool) {
	last := qu.Tokens.To - 1
	t := &d.Tokens[last]
	if t.POS == text.NOUN || t.Word.Has(text.Capital) && !t.Word.Has(text.Digits) {
		if t.POS == text.NOUN && t.Chunk >= 0 && d.Chunks[t.Chunk].Head == last {
			return "", false
		}
	}
	if t.Chunk < 0 || d.Chunks[t.Chunk].Kind != text.NounPhrase {
		return "", false
	}
	h, full := x.headBehind(d, &d.Chunks[t.Chunk], qu.Tokens.To)
	if h < 0 || x.amount.Has(d, h) {
		return "", false
	}
	if qu.UnitStart > 0 && x.dimension.May(d, full.From) {
		full.From = x.undimensioned(d, full.From, h) // "ein 90 Kilometer langer Weg"
	}
	return x.phrase(d, full), true
}

// lastPart is the last part of a compound written with hyphens.
func lastPart(s string) string {
	s = strings.Trim(s, "-")
	if i := strings.LastIndexByte(s, '-'); i >= 0 {
		s = s[i+1:]
	}
	return s
}
