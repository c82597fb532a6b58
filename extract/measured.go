package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// compared is the thing a factor says something of: the subject of its verb of
// measure.
func (x *counter) compared(d *text.Doc, q, at int) string {
	qu := &d.Quantities[q]
	t := &d.Tokens[qu.Tokens.To-1]
	if c := t.Clause; t.POS == text.VERB && c >= 0 && d.Clauses[c].Group >= 0 && d.Chunks[d.Clauses[c].Group].Head == qu.Tokens.To-1 {
		if s := x.acted(d, c); s != "" && !d.Chunks[d.Clauses[c].Group].Passive && !x.reflexive(d, c) {
			return s
		}
		return x.subjectOf(d, at)
	}
	if t.POS == text.VERB || t.POS == text.ADJ || !t.Word.Has(text.Capital) && qu.Compound > 0 {
		return ""
	}
	return x.byVerb(d, qu, at)
}

// reflexive reports whether clause c has a sich: "hat sich verdoppelt".
func (x *counter) reflexive(d *text.Doc, c int) bool {
	for i := d.Clauses[c].Tokens.From; i < d.Clauses[c].Tokens.To; i++ {
		if d.Tokens[i].Clause == c && d.Tokens[i].Feats&text.Reflex != 0 {
			return true
		}
	}
	return false
}

// acted is the first noun phrase of clause c that no preposition governs and
// that is not its subject: what a verb of change acts on.
func (x *counter) acted(d *text.Doc, c int) string {
	for k := firstChunk(d, d.Clauses[c].Tokens.From); k < len(d.Chunks); k++ {
		ch := &d.Chunks[k]
		if ch.Tokens.From >= d.Clauses[c].Tokens.To {
			break
		}
		if h := &d.Tokens[ch.Head]; ch.Kind == text.NounPhrase && ch.Prep < 0 && k != d.Clauses[c].Subject && ch.Of < 0 && h.Quantity < 0 && h.Date < 0 && h.POS == text.NOUN && h.Clause == c {
			return x.phrase(d, fullOf(ch))
		}
	}
	return ""
}

// measured is the thing that quantity q measures.
// at is the token its wording begins with.
func (x *counter) measured(d *text.Doc, q, at int) string {
	qu := &d.Quantities[q]
	if s, ok := x.attributed(d, qu); ok {
		return s
	}
	if s := x.compounded(d, q); s != "" {
		return s
	}
	if s := x.gapped(d, q, at); s != "" {
		return s
	}
	if qu.Kind == unit.Percent {
		if s := x.governing(d, at); s != "" {
			return s
		}
	}
	if s := x.substance(d, q); s != "" {
		return s
	}
	if s := x.labelled(d, q, at); s != "" {
		return s
	}
	if qu.Kind == unit.Duration {
		p := at - 1
		for p > 0 && p > at-4 && (d.Tokens[p].POS == text.DET || d.Tokens[p].POS == text.ADJ || d.Tokens[p].POS == text.ADV) {
			p-- // "in den vergangenen zehn Tagen"
		}
		if p >= 0 && x.spanOf.Has(d, p) && d.Tokens[p].Sent == d.Tokens[at].Sent {
			// "die Wahl vor fünf Jahren": the event; else the span only says when
			return x.eventBefore(d, p)
		}
	}
	if s := x.governing(d, at); s != "" {
		return s
	}
	if s := x.following(d, qu, x.behind(d, qu)); s != "" {
		return s
	}
	return x.byVerb(d, qu, at)
}

// compounded is the last part of the noun that quantity q is a part of
// ("500-Euro-Scheine"), also where a second number shares it ("200- und …").
func (x *counter) compounded(d *text.Doc, q int) string {
	qu := &d.Quantities[q]
	if qu.Kind == unit.Duration || qu.Kind == unit.Factor {
		return ""
	}
	if d.Text[qu.End-1] == '-' && q+1 < len(d.Quantities) {
		if o := &d.Quantities[q+1]; o.Compound > 0 && o.Tokens.From == qu.Tokens.To+1 && d.Tokens[qu.Tokens.To].POS == text.CCONJ {
			return x.compounded(d, q+1)
		}
	}
	if qu.Compound == 0 {
		return ""
	}
	s := lastPart(d.Text[qu.Compound:qu.End])
	if r, _ := utf8.DecodeRuneInString(s); d.Tokens[qu.Tokens.To-1].POS == text.NOUN || unicode.IsUpper(r) {
		return s
	}
	return ""
}

// eventBefore is the event whose phrase ends before the preposition at token p:
// "der Sturz von Machthaber Brenner vor vier Jahren".
func (x *counter) eventBefore(d *text.Doc, p int) string {
	if p < 1 || d.Tokens[p-1].Sent != d.Tokens[p].Sent {
		return ""
	}
	direct := true
	for k, n := d.Tokens[p-1].Chunk, 0; k >= 0 && n < 4; n++ {
		ch := &d.Chunks[k]
		if ch.Kind == text.NounPhrase && (direct && x.event.Has(d, ch.Head) || x.happening.Has(d, ch.Head) && x.point.Has(d, p) && !x.since.Has(d, p)) && d.Tokens[ch.Head].POS == text.NOUN {
			return x.phrase(d, text.Range{From: ch.Tokens.From, To: p})
		}
		if k = ch.Of; k < 0 && ch.Prep > 0 && d.Tokens[ch.Prep-1].Sent == d.Tokens[p].Sent {
			direct, k = false, d.Tokens[ch.Prep-1].Chunk // "der Absturz einer Maschine in Ulm vor sieben Monaten"
		}
	}
	return ""
}

// behind is the first token behind qu that belongs to a phrase, adverbs and
// loose adjectives passed over.
func (x *counter) behind(d *text.Doc, qu *text.Quantity) int {
	i := qu.Tokens.To
	for n := 0; n < 2 && i+1 < len(d.Tokens) && d.Tokens[i].Chunk < 0 && (d.Tokens[i].POS == text.ADJ || d.Tokens[i].POS == text.ADV && (d.Tokens[i+1].POS == text.ADJ || qu.Kind == unit.Factor && d.Tokens[i+1].POS == text.DET)); n++ {
		i++ // "radioaktiv verseuchtes Wasser"
	}
	return i
}

// gapped is the noun phrase right before a number, or before its preposition,
// that stands in a row of such pairs: "die Aktiva betragen 7 Millionen, die
// Passiva 9", "die Grünen mit 12, die Liberalen mit 5 Prozent".
func (x *counter) gapped(d *text.Doc, q, at int) string {
	qu := &d.Quantities[q]
	if at < 2 || qu.Kind != unit.Percent && qu.Kind != unit.Money && qu.Kind != unit.Length && qu.Kind != unit.Mass {
		return ""
	}
	p := at - 1
	prep := d.Tokens[p].POS == text.ADP
	if prep {
		p--
	}
	for n := 0; n < 2 && p > 0 && d.Tokens[p].POS == text.ADV; n++ {
		p-- // "die CDU hingegen auf 28 Prozent"
	}
	s := d.Tokens[at].Sent
	k := d.Tokens[p].Chunk
	if k < 0 || d.Tokens[p].Sent != s {
		return ""
	}
	ch := &d.Chunks[k]
	h := &d.Tokens[ch.Head]
	if ch.Kind != text.NounPhrase || ch.Tokens.To != p+1 || ch.Prep >= 0 || ch.Of >= 0 || h.POS != text.NOUN && h.POS != text.PROPN || h.Date >= 0 || h.Quantity >= 0 {
		return ""
	}
	same := func(k int) bool {
		return k >= 0 && k < len(d.Quantities) && d.Tokens[d.Quantities[k].Tokens.From].Sent == s && (d.Quantities[k].Kind == qu.Kind || d.Quantities[k].Kind == unit.Count && broken(&d.Quantities[k]))
	}
	b := ch.Tokens.From - 1
	row := b >= 0 && d.Tokens[b].Sent == s && (d.Tokens[b].Word.Form == "," || d.Tokens[b].POS == text.CCONJ) && same(q-1)
	if !row && !prep && (qu.Kind == unit.Percent || qu.Kind == unit.Money) && (b < d.Sentences[s].Tokens.From || d.Tokens[b].Word.Has(text.Punct)) && (same(q-1) || same(q+1)) {
		c := d.Tokens[at].Clause
		row = c < 0 || d.Clauses[c].Finite < 0 // "Die Roten 31 Prozent; die Blauen 28 Prozent"
	}
	if !row && !(prep && x.with.Has(d, at-1) && qu.Kind == unit.Percent && same(q+1)) {
		return ""
	}
	if !prep && qu.Kind == unit.Percent && x.toward.Has(d, qu.Tokens.To) {
		return ""
	}
	return x.phrase(d, ch.Tokens)
}

// substance is the thing right behind quantity q: "11.500 Tonnen Wasser", "drei
// Milliarden Schulden", "ein Drittel der Wähler".
func (x *counter) substance(d *text.Doc, q int) string {
	qu := &d.Quantities[q]
	i := x.behind(d, qu)
	if i >= len(d.Tokens) || d.Tokens[i].Sent != d.Tokens[qu.Tokens.From].Sent {
		return ""
	}
	if d.Tokens[i-1].POS == text.SYM {
		return "" // "2,09 Cent/kWh"
	}
	if from := i; d.Tokens[i].POS == text.ADP || d.Tokens[i].POS == text.DET && i+1 < len(d.Tokens) && d.Tokens[i+1].POS == text.ADP {
		if d.Tokens[i].POS == text.DET {
			from++ // "die Hälfte aller in Europa gemessenen Beben"
		}
		if h, full := x.overAttribute(d, from, true); h >= 0 {
			return x.phrase(d, full) // "153.000 Euro im Voraus gezahlte Hilfe"
		}
	}
	if i = qu.Tokens.To; qu.UnitStart > 0 && x.dimension.May(d, i) {
		return x.dimensioned(d, i)
	}
	i = x.behind(d, qu)
	k := d.Tokens[i].Chunk
	if k < 0 {
		if t := &d.Tokens[i]; t.Word.Has(text.Capital|text.Digits) && t.Quantity < 0 && t.Date < 0 {
			return t.Word.Form // "4.500 Tonnen CO2"
		}
		return ""
	}
	if d.Chunks[k].Kind != text.NounPhrase {
		return ""
	}
	ch := &d.Chunks[k]
	if ch.Head < i && ch.Name.From == i && !ch.Name.Empty() && (qu.Tokens.From == 0 || !x.of.Has(d, qu.Tokens.From-1)) {
		return x.phrase(d, ch.Name) // "4.500 Tonnen CO2"
	}
	first := &d.Tokens[i]
	p := qu.Tokens.From - 1
	if p > 0 && x.of.Has(d, p) {
		p-- // "innerhalb von"
	}
	if qu.Kind == unit.Duration && p >= 0 && x.spanOf.Has(d, p) && ch.Tokens.From >= i && (d.Tokens[ch.Head].POS != text.NOUN || ch.Feats.Is(text.Plur) && ch.Feats.Get(text.Case) != text.Gen) {
		return "" // "seit 44 Jahren Flugzeuge baut"
	}
	if qu.Kind == unit.Duration && ch.Tokens.From >= i && ch.Head > i && ch.Feats.Get(text.Case) != text.Gen && x.definite(d, qu.Tokens.From) {
		return "" // "innerhalb der nächsten drei Jahre private Firmen"
	}
	if f := ch.Tokens.From; f >= i && d.Tokens[f].Quantity >= 0 && d.Tokens[f].POS != text.DET {
		return "" // "auf 1.700 Quadratmetern rund 750 Objekte": counted by itself
	}
	gen := ch.Feats.Get(text.Case) == text.Gen || ch.Feats.Get(text.Case) == 0 && i == qu.Tokens.To && (first.POS != text.DET || strings.HasSuffix(first.Word.Lower, "er") || strings.HasSuffix(first.Word.Lower, "es"))
	if h := &d.Tokens[ch.Head]; ch.Head >= i && h.Date < 0 && h.Quantity < 0 && (h.POS == text.NOUN || h.POS == text.PROPN) && h.Word.Form != h.Word.Lower && (first.POS != text.DET || gen || qu.Kind == unit.Factor || x.more.Has(d, i)) && (ch.Prep < 0 || ch.Tokens.From < i) && (!x.amount.Has(d, ch.Head) || qu.Kind == unit.Length && qu.Tokens.From > 0 && x.inward.Has(d, qu.Tokens.From-1)) {
		return x.phrase(d, text.Range{From: i, To: max(ch.Tokens.To, ch.Full.To)})
	}
	return ""
}

// definite reports whether the number at token i stands behind an article, or an
// adjective with one.
func (x *counter) definite(d *text.Doc, i int) bool {
	for i--; i > 0 && d.Tokens[i].POS == text.ADJ && d.Tokens[i].Chunk == d.Tokens[i+1].Chunk; i-- {
	}
	return i >= 0 && d.Tokens[i].POS == text.DET
}

// inflected reports whether the adjective w, in lower case, has an ending: -e, -en,
// -er, -es or -em.
func inflected(w string) bool {
	return strings.HasSuffix(strings.TrimRight(w, "nrsm"), "e")
}

// dimensioned is the noun that the inflected word of dimension at token i is an
// attribute of: "90 Kilometer langer Weg", "19 Meter lange, blau gestrichene Barke".
func (x *counter) dimensioned(d *text.Doc, i int) string {
	if !inflected(d.Tokens[i].Word.Lower) {
		return "" // "ist 90 Kilometer lang"
	}
	if d.Tokens[i].Feats.Get(text.Degree) == text.Cmp && (i+1 >= len(d.Tokens) || d.Tokens[i+1].POS != text.NOUN && d.Tokens[i+1].POS != text.PROPN) {
		return "" // "16 Euro teurer"
	}
	first, s := i, d.Tokens[i].Sent
	for i++; i+1 < len(d.Tokens) && d.Tokens[i+1].Sent == s; i++ {
		t := &d.Tokens[i]
		if t.POS == text.ADP {
			if _, full := x.overAttribute(d, i, true); !full.Empty() {
				return x.phrase(d, full)
			}
			return ""
		}
		if k := t.Chunk; k >= 0 && t.POS != text.CCONJ {
			ch := &d.Chunks[k]
			if h := &d.Tokens[ch.Head]; ch.Kind != text.NounPhrase || ch.Head < i || h.POS != text.NOUN && h.POS != text.PROPN {
				return ""
			}
			return x.phrase(d, text.Range{From: max(i, x.undimensioned(d, first, ch.Head)), To: max(ch.Tokens.To, ch.Full.To)})
		}
		if t.POS != text.ADJ && t.POS != text.ADV && t.POS != text.CCONJ && t.POS != text.NUM && t.POS != text.DET && t.Word.Form != "," {
			return ""
		}
	}
	return ""
}

// undimensioned is the token behind the last word of dimension between token i and
// the noun at token head: "100 Meter hohes und 90 Tonnen schweres Gerüst".
func (x *counter) undimensioned(d *text.Doc, i, head int) int {
	for k := i; k < head; k++ {
		if x.dimension.May(d, k) && (k == i || d.Tokens[k-1].Quantity >= 0) {
			i = k + 1
		}
	}
	return i
}

// isOld is who or what the verb sein makes as old as qu says, or the noun of an
// attribute: "das Auto ist laut Polizei 30 Jahre alt", "das laut Polizei 30 Jahre alte
// Auto". ok is false where neither is said.
func (x *counter) isOld(d *text.Doc, qu *text.Quantity, at int) (s string, ok bool) {
	i := qu.Tokens.To
	if i >= len(d.Tokens) || !x.dimension.May(d, i) {
		return "", false
	}
	if inflected(d.Tokens[i].Word.Lower) {
		s = x.dimensioned(d, i)
		return s, s != ""
	}
	if c := d.Tokens[at].Clause; c >= 0 && d.Clauses[c].Group >= 0 && at > 0 && d.Tokens[at-1].Word.Form != "," {
		if g := &d.Chunks[d.Clauses[c].Group]; d.Clauses[c].Finite >= 0 && d.Tokens[d.Clauses[c].Finite].POS == text.AUX || x.copula.Has(d, g.Head) {
			return x.subjectOf(d, at), true
		}
	}
	return "", false
}

// aged is the noun phrase right before an age: "Deutsche zwischen 18 und 34
// Jahren", "Kinder unter drei Jahren".
func (x *counter) aged(d *text.Doc, qu *text.Quantity) string {
	i := qu.Tokens.From - 1
	for i > 1 && d.Tokens[i].POS == text.ADV && d.Tokens[i].Sent == d.Tokens[i-1].Sent {
		i-- // "im Alter von nur 39 Jahren"
	}
	if i > 0 && d.Tokens[i].Word.Form == "," && d.Tokens[i-1].Sent == d.Tokens[qu.Tokens.From].Sent && x.inserted(d, qu) {
		i-- // "der Fahrer, 34 Jahre alt, floh"
		if d.Tokens[i].Word.Form == ")" {
			for i > 0 && d.Tokens[i].Word.Form != "(" && d.Tokens[i].Sent == d.Tokens[qu.Tokens.From].Sent {
				i--
			}
			i-- // "Karl Brenner (SPÖ), 55"
		}
	}
	if i > 0 && x.of.Has(d, i) && d.Tokens[i-1].Sent == d.Tokens[i].Sent && x.amount.Has(d, i-1) {
		i-- // "im Alter von 69 Jahren"
	}
	if i < 0 || d.Tokens[i].Sent != d.Tokens[qu.Tokens.From].Sent || d.Tokens[i].Chunk < 0 {
		return ""
	}
	ch := &d.Chunks[d.Tokens[i].Chunk]
	if p := ch.Prep - 1; p > 0 && d.Tokens[p].Word.Form == "," && d.Tokens[p-1].Chunk >= 0 && x.inserted(d, qu) {
		i, ch = p-1, &d.Chunks[d.Tokens[p-1].Chunk] // "ein Mann, laut Polizei 34 Jahre alt, floh"
	}
	if h := &d.Tokens[ch.Head]; ch.Kind != text.NounPhrase || ch.Tokens.To != i+1 || h.POS != text.NOUN && h.POS != text.PROPN || h.Date >= 0 || h.Quantity >= 0 {
		return ""
	}
	if x.amount.Has(d, ch.Head) { // "Jugendliche im Alter zwischen 15 und 24 Jahren"
		if p := ch.Prep; p > 0 && d.Tokens[p-1].Chunk >= 0 && d.Tokens[p-1].Sent == d.Tokens[p].Sent {
			if o := &d.Chunks[d.Tokens[p-1].Chunk]; o.Kind == text.NounPhrase && o.Prep < 0 && o.Tokens.To == p && d.Tokens[o.Head].Date < 0 && d.Tokens[o.Head].Quantity < 0 && d.Tokens[o.Head].POS != text.PRON {
				return x.phrase(d, o.Tokens)
			}
		}
		return x.subjectOf(d, qu.Tokens.From)
	}
	return x.phrase(d, ch.Tokens)
}

// inserted reports whether the age qu stands between commas: "…, 34 Jahre alt, …",
// "…, 55, …".
func (x *counter) inserted(d *text.Doc, qu *text.Quantity) bool {
	i := qu.Tokens.To
	if i < len(d.Tokens) && x.dimension.May(d, i) {
		i++
	}
	return i < len(d.Tokens) && d.Tokens[i].Word.Form == ","
}

// nameBefore is the run of capitalised words that ends before token i.
func (x *counter) nameBefore(d *text.Doc, i int) string {
	from := i
	for from > 0 && d.Tokens[from-1].Sent == d.Tokens[i].Sent && d.Tokens[from-1].Word.Has(text.Capital) && d.Tokens[from-1].POS != text.DET {
		from--
	}
	if from == i {
		return ""
	}
	return d.Text[d.Tokens[from].Start:d.Tokens[i-1].End]
}

// following is the noun phrase that a preposition at token i right behind qu
// governs: "drei Millionen für den Fonds", "30 Jahre nach der Gründung".
func (x *counter) following(d *text.Doc, qu *text.Quantity, i int) string {
	if i < len(d.Tokens) && d.Tokens[i].Word.Form == "(" { // "1,5 Milliarden Dollar (1,2 Milliarden Euro) für den Umbau"
		for k := i + 1; k < len(d.Tokens) && k < i+8; k++ {
			if d.Tokens[k].Word.Form == ")" {
				i = k + 1
				break
			}
		}
	}
	if i+1 >= len(d.Tokens) || d.Tokens[i+1].Sent != d.Tokens[qu.Tokens.From].Sent {
		return ""
	}
	switch {
	case qu.Kind == unit.Length:
		return "" // "fünf Meter von der Gruppe": from where
	case qu.Kind == unit.Duration:
		if k := d.Tokens[i+1].Chunk; !x.point.Has(d, i) || d.Tokens[i+1].POS == text.PROPN || k >= 0 && !d.Chunks[k].Name.Empty() {
			return "" // "zwei Sekunden vor Berger": ahead of whom
		}
	case !x.toward.Has(d, i) && !x.into(d, i):
		return ""
	}
	k := d.Tokens[i+1].Chunk
	if k < 0 || d.Tokens[i+1].Date >= 0 || d.Tokens[i+1].Quantity >= 0 {
		return ""
	}
	if c := d.Tokens[i].Clause; c >= 0 && d.Clauses[c].Group >= 0 && d.Chunks[d.Clauses[c].Group].Passive && x.of.Has(d, i) {
		return "" // "werden drei Millionen von Spendern überwiesen": by whom
	}
	if ch := &d.Chunks[k]; ch.Kind == text.NounPhrase && ch.Tokens.From == i+1 {
		if x.recipient.Has(d, i) && ch.Feats.Get(text.Case) == text.Acc {
			return "" // who gets it
		}
		return x.phrase(d, fullOf(ch))
	}
	return ""
}

// into reports whether token i is in with the accusative behind a verb of
// investing: "steckte drei Millionen in den Bau".
func (x *counter) into(d *text.Doc, i int) bool {
	if !x.inward.Has(d, i) {
		return false
	}
	if !x.inSentence(d, i, x.invest) {
		return false
	}
	k := d.Tokens[i+1].Chunk
	return k >= 0 && d.Chunks[k].Feats.Is(text.Acc)
}

// inSentence reports whether a word of l stands in the sentence of token i.
func (x *counter) inSentence(d *text.Doc, i int, l *rule.Lexicon) bool {
	s := &d.Sentences[d.Tokens[i].Sent]
	for k := s.Tokens.From; k < s.Tokens.To; k++ {
		if l.Has(d, k) {
			return true
		}
	}
	return false
}

// labelled is the noun phrase before a bracket or colon that a number stands
// behind: "Strafe: 500 Euro", "die Sparte (-15,7 Prozent)". A sentence of its own
// behind a colon says itself what its number measures.
func (x *counter) labelled(d *text.Doc, q, i int) string {
	if i < 2 || !d.Tokens[i-1].Word.Has(text.Punct) {
		return ""
	}
	name := false
	switch d.Tokens[i-1].Word.Form {
	case "(":
		name = true
	case ":":
		if c := d.Tokens[i].Clause; c >= 0 && d.Clauses[c].Finite > d.Quantities[q].Tokens.To-1 {
			return ""
		}
	default:
		return ""
	}
	k := d.Tokens[i-2].Chunk
	if k < 0 || d.Chunks[k].Kind != text.NounPhrase || d.Chunks[k].Tokens.To != i-1 || d.Tokens[i-2].Sent != d.Tokens[i].Sent || d.Tokens[d.Chunks[k].Head].Date >= 0 || d.Tokens[d.Chunks[k].Head].Quantity >= 0 {
		return ""
	}
	if name && x.named(d, i-2) {
		if s := x.inTurn(d, q, d.Tokens[i-2].Clause); s != "" {
			return s
		}
	}
	r := d.Chunks[k].Tokens
	if o := d.Chunks[k].Of; o >= 0 && d.Chunks[k].Prep < 0 && d.Chunks[o].Kind == text.NounPhrase && d.Chunks[o].Tokens.To == r.From {
		r.From = d.Chunks[o].Tokens.From // "die Zuwanderer der ersten Generation (30 Prozent)"
	}
	return x.phrase(d, r)
}

// bracketed reports whether the number at token i stands in brackets behind a
// noun.
func (x *counter) bracketed(d *text.Doc, i int) bool {
	return i > 1 && d.Tokens[i-1].Word.Form == "(" && d.Tokens[i-2].Chunk >= 0
}

// named reports whether token i is a name, or can be one: a word nobody knows.
func (x *counter) named(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	return t.POS == text.PROPN || t.POS == text.NOUN && t.Guess && d.Chunks[t.Chunk].Tokens.Len() == 1
}

// inTurn is what a sum or percentage in brackets behind a name measures when the
// clause c says it for one name after the other: "der Zuwachs war hoch in Nordau
// (zehn Prozent) und Südau (neun Prozent)".
func (x *counter) inTurn(d *text.Doc, q, c int) string {
	if c >= 0 && d.Clauses[c].Subject >= 0 {
		if k := d.Clauses[c].Subject; x.change.Has(d, d.Chunks[k].Head) || x.lead.Has(d, d.Chunks[k].Head) || x.number.Has(d, d.Chunks[k].Head) {
			return x.phrase(d, fullOf(&d.Chunks[k]))
		}
	}
	if x.row.kind == d.Quantities[q].Kind && x.row.sent == d.Tokens[d.Quantities[q].Tokens.From].Sent {
		return x.row.subject
	}
	return ""
}

// byVerb is what the verb of the clause makes the measured thing: the subject of
// a verb of measure ("kostet", "liegt bei"), what a verb of change acts on
// ("senkte die Dividende auf 60 Cent"). Other verbs say nothing of it.
func (x *counter) byVerb(d *text.Doc, qu *text.Quantity, at int) string {
	c := d.Tokens[at].Clause
	if c < 0 || d.Clauses[c].Group < 0 {
		return ""
	}
	if x.thereWere(d, at) {
		return "" // "waren es 500 Tonnen": of what was named before
	}
	g := &d.Chunks[d.Clauses[c].Group]
	if f := d.Clauses[c].Finite; x.there.Has(d, g.Head) && f >= 0 && x.expletive(d, f) {
		if k := d.Clauses[c].Subject; k >= 0 && d.Tokens[d.Chunks[k].Head].POS == text.NOUN {
			return x.phrase(d, fullOf(&d.Chunks[k]))
		}
		return x.acted(d, c) // "Karten gibt es ab zehn Euro"
	}
	if k := d.Clauses[c].Subject; k >= 0 && d.Chunks[k].Tokens.Has(at) && (qu.Kind == unit.Percent || qu.Kind == unit.Share) && !x.copula.Has(d, g.Head) {
		return x.whole(d, at) // "13 Prozent erreichen das Ziel": of those spoken of
	}
	if qu.Kind == unit.Duration {
		if !x.lasting.Has(d, g.Head) && (d.Clauses[c].Finite < 0 || !x.lasting.Has(d, d.Clauses[c].Finite)) {
			return ""
		}
	}
	e := x.verb.Entry(d, g.Head)
	if f := d.Clauses[c].Finite; e == nil && f >= 0 && d.Tokens[f].POS == text.VERB {
		e = x.verb.Entry(d, f)
	}
	for n := len(g.Parts) - 1; e == nil && n >= 0; n-- {
		if p := g.Parts[n]; p != g.Head && p > at && d.Tokens[p].POS == text.VERB {
			e = x.verb.Entry(d, p) // "soll … von 4,5 auf 3,5 Prozent sinken"
		}
	}
	if e != nil && (e.Get("kind") != "" && e.Get("kind") != string(qu.Kind) || e.Get("unit") != "" && e.Get("unit") != qu.Unit || e.Get("bare") != "" && x.governed(d, at) || e.Get("beside") != "" && !inClause(d, c, e.Get("beside")) || e.Get("prep") != "" && !(at > 0 && x.shift.Has(d, at-1))) {
		e = nil
	}
	if e == nil {
		if i := qu.Tokens.To; i < len(d.Tokens) && d.Tokens[i].Sent == d.Tokens[at].Sent && qu.UnitStart > 0 && qu.Kind != unit.Duration && (x.copula.Has(d, g.Head) || x.future.Has(d, g.Head)) && x.dimension.May(d, i) && d.Tokens[i].Chunk < 0 && !inflected(d.Tokens[i].Word.Lower) {
			return x.subjectOf(d, at) // "wird drei Kilometer lang"
		}
		if at > 0 && x.toward.Has(d, at-1) && g.Passive && qu.Kind == unit.Money {
			return x.subjectOf(d, at) // "kann für 70 Euro bestellt werden"
		}
		if at > 0 && x.with.Has(d, at-1) && (g.Passive || qu.Kind == unit.Percent || qu.Kind == unit.Speed) {
			return x.subjectOf(d, at) // "wird mit drei Millionen gefördert"
		}
		return ""
	}
	if e.Get("of") == "object" && !g.Passive {
		if s := x.acted(d, c); s != "" {
			return s
		}
	}
	return x.subjectOf(d, at)
}

// governed reports whether a preposition stands before the number at token i, at most
// an article and attributes between: "für die drei Millionen".
func (x *counter) governed(d *text.Doc, i int) bool {
	for i--; i > 0 && (d.Tokens[i].POS == text.DET || d.Tokens[i].POS == text.ADJ || d.Tokens[i].POS == text.ADV) && d.Tokens[i-1].Sent == d.Tokens[i].Sent; i-- {
	}
	return i >= 0 && d.Tokens[i].POS == text.ADP
}

// inClause reports whether a word of form stands in clause c.
func inClause(d *text.Doc, c int, form string) bool {
	for i := d.Clauses[c].Tokens.From; i < d.Clauses[c].Tokens.To; i++ {
		if d.Tokens[i].Clause == c && d.Tokens[i].Word.Form == form {
			return true
		}
	}
	return false
}

// expletive reports whether es stands beside the finite verb at token f.
func (x *counter) expletive(d *text.Doc, f int) bool {
	return f > 0 && x.back.Has(d, f-1) && d.Tokens[f-1].POS == text.PRON || f+1 < len(d.Tokens) && x.back.Has(d, f+1) && d.Tokens[f+1].POS == text.PRON
}

// governing is the noun phrase that the preposition before token i hangs on:
// "ein Gehalt von 2.000 Dollar", "Kosten in Höhe von 5 Euro".
func (x *counter) governing(d *text.Doc, i int) string {
	from := d.Sentences[d.Tokens[i].Sent].Tokens.From
	p := i - 1
	for p >= from && d.Tokens[p].POS != text.ADP && i-p <= 3 && (d.Tokens[p].POS == text.DET || d.Tokens[p].POS == text.ADV || d.Tokens[p].POS == text.ADJ || d.Tokens[p].POS == text.VERB) {
		p--
	}
	if q := d.Tokens[i].Quantity; q >= 0 && d.Quantities[q].Bound != unit.About {
		if s := x.limited(d, i); s != "" {
			return s
		}
	}
	dimension, start := "", p
	for n := 0; n < 3 && p > from; n++ {
		if d.Tokens[p].POS != text.ADP || x.after.Has(d, p) {
			break
		}
		if q := d.Tokens[i].Quantity; q >= 0 && d.Quantities[q].Kind == unit.Length && x.point.Has(d, p) {
			break // "nach sieben Metern": how far on the way
		}
		if q := d.Tokens[i].Quantity; q >= 0 && x.with.Has(d, p) && (d.Quantities[q].Kind == unit.Money || d.Quantities[q].Kind == unit.Percent) {
			if c, k := d.Tokens[i].Clause, d.Tokens[p-1].Chunk; c >= 0 && k >= 0 && d.Clauses[c].Subject == k && d.Clauses[c].Finite >= 0 && x.ranked.Has(d, d.Clauses[c].Finite) {
				return x.phrase(d, d.Chunks[k].Tokens) // "dahinter folgt Alpina mit 43 Millionen"
			}
			break // "Österreich mit drei Millionen": the means, not a measure of it
		}
		if dimension != "" || n == 0 && x.of.Has(d, p) && d.Tokens[p-1].Date >= 0 && !x.toOther(d, i) { // "eine Abschreibung im 3. Quartal in Höhe von"
			for n := 0; n < 2 && p > from+1 && d.Tokens[p-1].Date >= 0; n++ {
				p = d.Dates[d.Tokens[p-1].Date].Tokens.From - 1
			}
			if p <= from || d.Tokens[p].POS != text.ADP {
				break
			}
		}
		k := d.Tokens[p-1].Chunk
		if k < 0 || x.period.Has(d, d.Chunks[k].Head) && !x.lasts(d, i, p) || d.Chunks[k].Kind != text.NounPhrase || d.Chunks[k].Tokens.To != p && d.Chunks[k].Full.To < p || d.Tokens[d.Chunks[k].Head].Date >= 0 || d.Tokens[d.Chunks[k].Head].POS == text.PRON {
			break
		}
		ch := &d.Chunks[k]
		if d.Tokens[ch.Head].Quantity >= 0 { // "von 4,5 auf 3,5 Prozent"
			p = ch.Tokens.From - 1
			for p > from && d.Tokens[p].POS == text.ADV {
				p--
			}
			start = p
			continue
		}
		for n := 0; n < 3 && ch.Of >= 0 && ch.Of < len(d.Chunks) && d.Chunks[ch.Of].Full.To >= p && !(x.amount.Has(d, ch.Head) && ch.Tokens.From == ch.Head); n++ {
			ch = &d.Chunks[ch.Of]
		}
		if x.amount.Has(d, ch.Head) && (ch.Tokens.From == ch.Head || ch.Prep >= 0 && ch.Prep+2 == ch.Head && (d.Tokens[ch.Prep+1].Feats.Get(text.Definite) == text.Def || x.isMoney(d, i))) {
			dimension = d.Tokens[ch.Head].Word.Form
			p = ch.Tokens.From - 1
			continue
		}
		if c := d.Tokens[i].Clause; c >= 0 && d.Clauses[c].Subject == k && p == start && x.shift.Has(d, p) && !x.of.Has(d, p) {
			if q := d.Tokens[i].Quantity; q >= 0 { // "den Schaden schätzt die Polizei auf"
				if s := x.byVerb(d, &d.Quantities[q], i); s != "" {
					return s
				}
			}
		}
		prep := ch.Prep
		if o := k - 1; prep < 0 && o >= 0 && d.Chunks[o].Tokens.To == ch.Tokens.From && d.Chunks[o].Prep >= 0 && x.rate.Has(d, d.Chunks[o].Prep) {
			prep = d.Chunks[o].Prep // "der Preis pro Unze Gold liegt bei"
		}
		if prep >= 0 && (x.among.Has(d, p) || !x.event.Has(d, ch.Head) && !x.change.Has(d, ch.Head) && !x.event.Has(d, d.Chunks[k].Head)) {
			// "stieg das Angebot in Tirol um acht Prozent": the place is no measure
			place, shift := x.place.Has(d, prep), p == start && x.shift.Has(d, p) && (!x.of.Has(d, p) || x.toOther(d, i))
			if q := d.Tokens[i].Quantity; q >= 0 && (place && (shift || x.with.Has(d, p) || x.toward.Has(d, p) && !x.of.Has(d, p)) || shift && !x.of.Has(d, p)) {
				if s := x.byVerb(d, &d.Quantities[q], i); s != "" {
					return s
				}
				if place && shift && d.Quantities[q].Kind == unit.Length {
					return "" // "in freiem Gelände auf 2.050 Metern": how high
				}
				if place && !x.of.Has(d, p) && d.Quantities[q].Kind == unit.Percent {
					if s := x.subjectOf(d, i); s != "" {
						return s
					}
				}
			}
		}
		if c := d.Tokens[i].Clause; x.change.Has(d, ch.Head) && ch.Prep >= 0 && x.with.Has(d, ch.Prep) && c >= 0 && d.Clauses[c].Group >= 0 && x.grows.Has(d, d.Chunks[d.Clauses[c].Group].Head) {
			if s := x.subjectOf(d, i); s != "" {
				return s // "die Wirtschaft wächst mit einem Plus von 1,5 Prozent"
			}
		}
		r := ch.Tokens
		if ch.Full.To == p {
			r.To = p
		} else if o := d.Chunks[k].Tokens.To; dimension != "" && o > r.To && o <= p {
			r.To = o
		}
		if dimension != "" && ch.Prep > from && d.Tokens[ch.Prep-1].Chunk >= 0 { // "eine Abschreibung auf die Anlagen in Höhe von"
			if o := &d.Chunks[d.Tokens[ch.Prep-1].Chunk]; o.Kind == text.NounPhrase && o.Head == ch.Prep-1 && d.Tokens[o.Head].POS == text.NOUN && (x.event.Has(d, o.Head) || x.money.Has(d, o.Head)) {
				r.From = o.Tokens.From
			}
		}
		if x.change.Has(d, ch.Head) && r.To == ch.Head+1 { // "ein Rückgang um 1,4 Prozent bei den Prämien"
			if q := d.Tokens[i].Quantity; q >= 0 {
				if s := x.at(d, d.Quantities[q].Tokens.To); s != "" {
					return s
				}
			}
		}
		return x.phrase(d, r)
	}
	if q := d.Tokens[i].Quantity; q >= 0 && q == x.aging {
		return "" // "im Alter von": of somebody
	}
	return dimension
}

// lasts reports whether the number at token i is the length of the time before the
// preposition at token p: "ein Zeitraum von einem Jahr".
func (x *counter) lasts(d *text.Doc, i, p int) bool {
	q := d.Tokens[i].Quantity
	return q >= 0 && d.Quantities[q].Kind == unit.Duration && x.of.Has(d, p)
}

// isMoney reports whether the number at token i is a sum of money.
func (x *counter) isMoney(d *text.Doc, i int) bool {
	q := d.Tokens[i].Quantity
	return q >= 0 && d.Quantities[q].Kind == unit.Money
}

// limited is the noun right before the preposition at token i that a limit begins
// with: "die Klasse bis 53 Kilogramm", "Strafen bis zu 500 Euro".
func (x *counter) limited(d *text.Doc, i int) string {
	if i == 0 || d.Tokens[i].POS != text.ADP || d.Tokens[i-1].Sent != d.Tokens[i].Sent || d.Tokens[i-1].Chunk < 0 {
		return ""
	}
	ch := &d.Chunks[d.Tokens[i-1].Chunk]
	if ch.Kind != text.NounPhrase || ch.Tokens.To != i || !x.scale.Has(d, ch.Head) && !x.money.Has(d, ch.Head) || d.Tokens[ch.Head].Date >= 0 || d.Tokens[ch.Head].Quantity >= 0 {
		return ""
	}
	return x.phrase(d, ch.Tokens)
}

// toOther reports whether auf and another number follow the number at token i:
// "von 4 auf 5 Prozent".
func (x *counter) toOther(d *text.Doc, i int) bool {
	q := d.Tokens[i].Quantity
	if q < 0 || q+1 >= len(d.Quantities) {
		return false
	}
	n := d.Quantities[q+1].Tokens.From
	return d.Tokens[n].Sent == d.Tokens[i].Sent && x.upTo.Has(d, n-1)
}

// at is the noun phrase that bei governs at token i.
func (x *counter) at(d *text.Doc, i int) string {
	if i+1 >= len(d.Tokens) || !x.among.Has(d, i) || d.Tokens[i+1].Chunk < 0 {
		return ""
	}
	ch := &d.Chunks[d.Tokens[i+1].Chunk]
	if h := &d.Tokens[ch.Head]; ch.Kind != text.NounPhrase || h.POS != text.NOUN || h.Quantity >= 0 || h.Date >= 0 {
		return ""
	}
	return x.phrase(d, fullOf(ch))
}
