package extract

import (
	"sort"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// dated gives each claim the points in time that say when it holds: those of its
// clause, of the clauses it hangs on, and of a clause of time that hangs on it.
func (w *Worker) dated() {
	d := &w.doc
	for i := range w.art.Claims {
		c := &w.art.Claims[i]
		at := w.tokenAt(c.Start)
		s := d.Tokens[at].Sent
		only := w.dateOf(d.Tokens[at].Clause)
		for k := w.firstDate(d.Sentences[s].Start); k < len(d.Dates) && d.Dates[k].Start < d.Sentences[s].End; k++ {
			x := &d.Dates[k]
			if x.Type != date.Date && x.Type != date.Time || x.Overlaps(c.Span) || x.Vague() {
				continue
			}
			if w.issued(x.Tokens, at) || w.framed(x.Tokens, at) {
				c.Times = append(c.Times, Time{Span: x.Span, Type: x.Type, Value: x.Value})
				w.near = append(w.near, k)
				continue
			}
			if d.Tokens[x.Tokens.From].Clause != d.Tokens[at].Clause && (only >= 0 && k != only || w.isMain(d.Tokens[at].Clause) && w.telling(k)) {
				continue
			}
			if !w.sameTime(x.Tokens, d.Tokens[at].Clause) || w.compares(x.Tokens.From) && !w.bracketed(x.Tokens.To, at) || w.attributive(x.Tokens, at) || w.aside(x.Tokens.From, at) || w.modifies(x.Tokens.To, at) || w.otherSegment(i, at, k) {
				continue
			}
			c.Times = append(c.Times, Time{Span: x.Span, Type: x.Type, Value: x.Value})
			w.near = append(w.near, k)
		}
		w.direct(c)
	}
}

// issued reports whether the date of tokens x says when the source of what token at
// stands in came out: "laut dem am Mittwoch vorgelegten Bericht".
func (w *Worker) issued(x text.Range, at int) bool {
	d := &w.doc
	i := x.To
	if i+1 >= len(d.Tokens) || x.From == 0 || d.Tokens[x.From-1].POS != text.ADP || !w.counted.issue.Has(d, i) || d.Tokens[i+1].POS != text.NOUN {
		return false
	}
	u := w.speech.Innermost(at)
	return u != nil && u.Frame.Has(i)
}

// framed reports whether the date of tokens x stands in inserted words of saying around or right
// behind what token at stands in, which is what it dates: "wie die Polizei am Dienstag
// mitteilte", "so die Polizei am Montag".
func (w *Worker) framed(x text.Range, at int) bool {
	u := w.speech.Innermost(at)
	if u == nil || u.Frame.Empty() {
		return false
	}
	switch u.Rule {
	case "speech.verb.as":
		return u.Frame.Has(x.From) && w.doc.Tokens[x.From].Clause == w.doc.Tokens[u.Frame.To-1].Clause
	case "speech.so":
		return x.From >= u.Frame.To && x.From <= u.Frame.To+1
	}
	return false
}

// isMain reports whether c is a main clause.
func (w *Worker) isMain(c int) bool { return c >= 0 && w.doc.Clauses[c].Kind == text.MainClause }

// direct leaves the dates of claim c that only tell which thing another noun means
// ("das Niveau von 2008") out where another says when.
func (w *Worker) direct(c *Claim) {
	n := 0
	for _, k := range w.near {
		if w.telling(k) {
			n++
		}
	}
	if n > 0 && n < len(w.near) {
		times := c.Times[:0]
		for i, k := range w.near {
			if !w.telling(k) {
				times = append(times, c.Times[i])
			}
		}
		c.Times = times
	}
	w.near = w.near[:0]
}

// telling reports whether date k hangs on the noun before it: "das Niveau von 2008",
// "Pläne aus dem Jahr 2005". A span ("von Montag bis Freitag") does not.
func (w *Worker) telling(k int) bool {
	d := &w.doc
	x := &d.Dates[k]
	i := x.Tokens.From - 1
	for i > 0 && (d.Tokens[i].POS == text.DET || d.Tokens[i].POS == text.ADJ) {
		i--
	}
	if i < 1 || d.Tokens[i].Sent != d.Tokens[x.Tokens.From].Sent || !w.counted.from.Has(d, i) {
		return false
	}
	if k+1 < len(d.Dates) && d.Dates[k+1].Tokens.From == x.Tokens.To+1 {
		return false
	}
	return d.Tokens[i-1].POS == text.NOUN && d.Tokens[i-1].Date < 0 && d.Tokens[i-1].Quantity < 0
}

// dateOf is the date that clause c tells of, -1 for none: "seit 2009, als 200
// Menschen starben".
func (w *Worker) dateOf(c int) int {
	d := &w.doc
	if c < 0 {
		return -1
	}
	i := d.Clauses[c].Intro
	if i < 2 || d.Tokens[i-1].Word.Form != "," || !w.counted.timeClause.Has(d, i) {
		return -1
	}
	return d.Tokens[i-2].Date
}

func (w *Worker) firstDate(b int) int {
	return sort.Search(len(w.doc.Dates), func(i int) bool { return w.doc.Dates[i].Start >= b })
}

// sameTime reports whether a date of tokens at says when what stands in clause c
// holds: the same clause, one that c hangs on, or a clause of time that hangs on
// c when c has no date of its own ("Nachdem der Fall 2003 …, gaben 123 Männer …").
func (w *Worker) sameTime(at text.Range, c int) bool {
	x := w.doc.Tokens[at.From].Clause
	if x >= 0 && c >= 0 && (w.doc.Clauses[x].Parent == c || w.doc.Clauses[x].Parent < 0 && x == c-1 && w.doc.Clauses[x].Sent == w.doc.Clauses[c].Sent) {
		if i := w.doc.Clauses[x].Intro; i >= 0 && w.counted.timeClause.Has(&w.doc, i) && !w.hasDate(c) {
			return true
		}
	}
	if w.saying(x, c) {
		return true
	}
	for n := 0; c >= 0 && n < 32; n++ {
		if c == x {
			return true
		}
		if (w.apart(c) || w.doc.Clauses[c].Kind == text.RelClause && n == 0 && w.hasDate(c)) && w.doc.Clauses[c].Intro-1 != at.To {
			return false // but "die Grippe von 1918, die Millionen getötet hatte"
		}
		if p := w.doc.Clauses[c].Parent; p >= 0 {
			c = p
		} else if c = w.introducing(c); c < 0 {
			break
		}
	}
	return x < 0
}

// saying reports whether clause x, right behind clause c or what hangs on it, tells
// who said it and when: "20 Menschen starben, sagte die Polizei am Montag".
func (w *Worker) saying(x, c int) bool {
	d := &w.doc
	if x <= c || c < 0 || d.Clauses[x].Sent != d.Clauses[c].Sent || d.Clauses[x].Finite < 0 || d.Tokens[d.Clauses[x].Finite].POS != text.VERB || !w.counted.says.Has(d, d.Clauses[x].Finite) {
		return false
	}
	for k := c + 1; k < x; k++ {
		if d.Clauses[k].Parent < c {
			return false
		}
	}
	i := d.Clauses[x].Tokens.From
	for i < d.Clauses[x].Tokens.To && d.Tokens[i].Word.Has(text.Punct) {
		i++
	}
	return i > d.Clauses[x].Tokens.From && i == d.Clauses[x].Finite
}

// introducing is the clause before clause c that c carries on: behind a colon
// ("Am 9. Juni sagte er: Der Bau kostet 500 Euro"), or with a word for all of
// it ("2011 stieg der Umsatz – das war ein Plus von 20 Prozent"). -1 for none.
func (w *Worker) introducing(c int) int {
	d := &w.doc
	x := &d.Clauses[c]
	if c == 0 || d.Clauses[c-1].Sent != x.Sent {
		return -1
	}
	i, p := x.Tokens.From, c-1
	for p > 0 && (d.Clauses[p].Kind == text.InfClause || d.Clauses[p].Kind == text.SubClause) && d.Clauses[p].Tokens.From < i && d.Clauses[p-1].Sent == x.Sent {
		i, p = d.Clauses[p].Tokens.From, p-1 // clauses of its own before it
	}
	if d.Tokens[i].Word.Form == ":" {
		return p
	}
	if f := x.Finite; f >= 0 && d.Tokens[i].Word.Form == "," && d.Tokens[f].Feats.Is(text.Sub) && d.Clauses[c-1].Finite >= 0 && d.Tokens[d.Clauses[c-1].Finite].POS == text.VERB && w.counted.says.Has(d, d.Clauses[c-1].Finite) {
		return c - 1 // "sagte am Samstag, 20 Menschen seien gestorben"
	}
	if w.goesOn(c) {
		return c - 1
	}
	for i < x.Tokens.To && d.Tokens[i].Word.Has(text.Punct) {
		i++
	}
	if i > x.Tokens.From && i < x.Finite && w.counted.back.Has(d, i) && w.counted.copula.Has(d, x.Finite) {
		return c - 1
	}
	return -1
}

// hasDate reports whether a date stands in clause c itself.
func (w *Worker) hasDate(c int) bool {
	d := &w.doc
	for k := w.firstDate(d.Clauses[c].Start); k < len(d.Dates) && d.Dates[k].Start < d.Clauses[c].End; k++ {
		if y := &d.Dates[k]; y.Type == date.Date && !y.Vague() && d.Tokens[y.Tokens.From].Clause == c && !w.compares(y.Tokens.From) {
			return true
		}
	}
	return false
}

// goesOn reports whether main clause c goes on telling what the main clause before
// it began: "Am Montag brannte ein Haus, 20 Menschen wurden verletzt". It has no date
// of its own and the same tense.
func (w *Worker) goesOn(c int) bool {
	d := &w.doc
	x, o := &d.Clauses[c], &d.Clauses[c-1]
	if x.Kind != text.MainClause || o.Kind != text.MainClause || x.Finite < 0 || o.Finite < 0 || w.hasDate(c) {
		return false
	}
	if t := &d.Tokens[x.Tokens.From]; t.Word.Form != "," && t.POS != text.CCONJ {
		return false
	}
	past := text.Past | text.Ind
	return d.Tokens[x.Finite].Feats.Is(past) && d.Tokens[o.Finite].Feats.Is(past)
}

// apart reports whether clause c tells of another time than the clause it hangs
// on: of what had been before, or of what is while that one tells of the past.
func (w *Worker) apart(c int) bool {
	d := &w.doc
	x := &d.Clauses[c]
	if x.Kind == text.SubClause && x.Intro >= 0 && x.Group >= 0 && w.counted.compare.Has(d, x.Intro) && !w.counted.timeClause.Has(d, x.Intro) && w.counted.says.Has(d, d.Chunks[x.Group].Head) {
		return true // "…, wie am Dienstag aus einer Umfrage unter 400 Firmen hervorgeht"
	}
	if x.Kind == text.SubClause && x.Intro >= 0 && x.Finite >= 0 && w.counted.timeClause.Has(d, x.Intro) {
		f := &d.Tokens[x.Finite] // "…, nachdem es zuvor drei Millionen gewesen waren"
		return f.POS == text.AUX && f.Feats.Is(text.Past|text.Ind) && w.counted.perfect.Has(d, x.Finite) && w.perfect(x.Group)
	}
	if x.Kind != text.RelClause || x.Parent < 0 || x.Finite < 0 || d.Clauses[x.Parent].Finite < 0 {
		return false
	}
	f, o := &d.Tokens[x.Finite], &d.Tokens[d.Clauses[x.Parent].Finite]
	if f.POS == text.AUX && f.Feats.Is(text.Past|text.Ind) && w.counted.had.Has(d, x.Finite) && w.perfect(x.Group) {
		return true
	}
	return o.Feats.Is(text.Pres|text.Ind) && o.POS == text.VERB && f.Feats.Is(text.Past|text.Ind)
}

// modifies reports whether the date that ends before token i goes with the
// compound number there and not with token at: "seine heute achtjährige Tochter".
func (w *Worker) modifies(i, at int) bool {
	d := &w.doc
	if i >= len(d.Tokens) || d.Tokens[i].Quantity < 0 || i == at {
		return false
	}
	q := &d.Quantities[d.Tokens[i].Quantity]
	return q.Compound > 0 && q.Kind == unit.Age && d.Tokens[i-1].POS == text.ADV
}

// aside reports whether the date at token i stands in a quotation or in brackets
// that token at is not in.
func (w *Worker) aside(i, at int) bool {
	d := &w.doc
	if z := d.Tokens[i].Zone; z >= 0 && !d.Zones[z].Tokens.Has(at) {
		if b := d.Zones[z].Tokens.From - 2; b >= 0 && !d.Tokens[b].Word.Has(text.Punct) {
			return true // a title; words said go on behind a comma
		}
	}
	s := d.Sentences[d.Tokens[i].Sent].Tokens
	for k := i - 1; k >= s.From && d.Tokens[k].Word.Form != ")"; k-- {
		if d.Tokens[k].Word.Form != "(" {
			continue
		}
		for j := i + 1; j < s.To; j++ {
			if d.Tokens[j].Word.Form == ")" {
				return (at < k || at > j) && !w.dates(k, j, at)
			}
		}
		break
	}
	return false
}

// compares reports whether the date at token i is only what a number is compared
// with: "14 Prozent mehr als im Vorjahr", "gegenüber dem Vorjahr", "im Vergleich
// zu 2014". A number in brackets behind it is its own.
func (w *Worker) compares(i int) bool {
	d := &w.doc
	if p := i - 1; p > 0 && w.counted.since.Has(d, p) && w.unlike(p-1) {
		return true // "die längste Reihe seit 2011"
	}
	for k, n := i-1, 0; k >= 0 && n < 4 && d.Tokens[k].Sent == d.Tokens[i].Sent; k, n = k-1, n+1 {
		t := &d.Tokens[k]
		if w.counted.compare.Has(d, k) {
			return t.POS != text.SCONJ && (t.Clause < 0 || d.Clauses[t.Clause].Intro != k)
		}
		if k == i-1 && t.POS == text.NOUN && t.Chunk >= 0 && t.Chunk == d.Tokens[i].Chunk {
			continue // "gegenüber dem Rekordjahr 2014"
		}
		if t.POS != text.ADP && t.POS != text.DET && t.POS != text.ADV && t.POS != text.ADJ {
			return false
		}
	}
	return false
}

// bracketed reports whether the number at token at is the first word of brackets
// that open at token i: "mehr als im Vorjahr (0,9 Prozent)".
func (w *Worker) bracketed(i, at int) bool {
	return at == i+1 && w.doc.Tokens[i].Word.Form == "("
}

// unlike reports whether the noun phrase that ends at token i is the most of its
// kind, or token i says that something is so for the first time.
func (w *Worker) unlike(i int) bool {
	d := &w.doc
	if w.counted.unique.Has(d, i) {
		return true
	}
	k := d.Tokens[i].Chunk
	if k < 0 || d.Chunks[k].Kind != text.NounPhrase || d.Chunks[k].Tokens.To != i+1 {
		return false
	}
	if p := d.Chunks[k].Prep; p > 0 && d.Tokens[p-1].Chunk >= 0 && d.Tokens[p-1].Sent == d.Tokens[p].Sent {
		if o := d.Tokens[p-1].Chunk; d.Chunks[o].Kind == text.NounPhrase && d.Chunks[o].Tokens.To == p {
			k, i = o, p // "das beste Jahr für Alpina seit 2011"
		}
	}
	for j := d.Chunks[k].Tokens.From; j < i; j++ {
		if t := &d.Tokens[j]; t.POS == text.ADJ && t.Feats.Get(text.Degree) == text.Sup {
			return true
		}
	}
	return false
}

// dates reports whether the brackets at tokens k and j say when the number at
// token at holds, right before or behind them: "4,2 Millionen Hörer (1932)".
func (w *Worker) dates(k, j, at int) bool {
	d := &w.doc
	for i := k + 1; i < j; i++ {
		if d.Tokens[i].Quantity >= 0 && d.Tokens[i].Date < 0 {
			return false // "31 Prozent (2019: 36)"
		}
	}
	if q := d.Tokens[at].Quantity; at < k && q >= 0 {
		to := d.Quantities[q].Tokens.To
		return to == k || to+1 == k && d.Tokens[to].POS == text.NOUN
	}
	return at == j+1
}

// attributive reports whether the date of tokens x stands in an attribute of a
// noun phrase that token at is no part of: "das 1938 erbaute Gefängnis".
func (w *Worker) attributive(x text.Range, at int) bool {
	d := &w.doc
	from := x.From - 1
	for n := 0; from > 0 && n < 3 && (d.Tokens[from].POS == text.ADP || n > 0 && d.Tokens[from].POS == text.ADV); n++ {
		from-- // "der ursprünglich für Sonntag geplante Start"
	}
	if from < 0 || d.Tokens[from].POS != text.DET || d.Tokens[from].Sent != d.Tokens[x.From].Sent {
		return false
	}
	for k := x.To; k+1 < len(d.Tokens) && k < x.To+8 && d.Tokens[k].Sent == d.Tokens[x.From].Sent; k++ {
		t := &d.Tokens[k]
		if t.Word.Has(text.Punct) || t.POS == text.AUX || t.Quantity >= 0 && k == x.To {
			return false
		}
		if (t.POS == text.ADJ || t.Word.Can(text.ADJ) && t.POS == text.VERB) && d.Tokens[k+1].POS == text.NOUN {
			// not "der Montag nächster Woche": the date itself must not be the noun
			if k+2 < len(d.Tokens) && d.Tokens[k+2].POS == text.ADP && at > k+1 && at <= k+4 {
				return false // "die 2007 geplante Erhöhung auf 19 Prozent"
			}
			if q := d.Tokens[at].Quantity; q >= 0 && d.Quantities[q].Tokens.To == from {
				return false // "ein Viertel der in diesem Jahr gezählten Fälle"
			}
			return at < from || at > k+1
		}
		if t.POS == text.VERB {
			return false
		}
	}
	return false
}

// otherSegment reports whether date k belongs to another claim of the clause
// than claim i at token at: each of several dates goes with what stands behind
// it ("1999 seien es 20.000 gewesen, in diesem Jahr 5.000").
func (w *Worker) otherSegment(i, at, k int) bool {
	d := &w.doc
	x := &d.Dates[k]
	c := d.Tokens[x.Tokens.From].Clause
	if x.Start < w.art.Claims[i].Start {
		// a later date before the claim, with another claim between the two
		for j := k + 1; j < len(d.Dates) && d.Dates[j].Start < w.art.Claims[i].Start; j++ {
			y := &d.Dates[j]
			if y.Type != date.Date && y.Type != date.Time || d.Tokens[y.Tokens.From].Clause != c {
				continue
			}
			if w.claimBetween(x.End, y.Start) {
				return true
			}
		}
		return w.ownOfOther(i, k)
	}
	if w.othersDate(i, k) || w.ownOfOther(i, k) {
		return true
	}
	// a date behind the claim, when the claim has one before it and the date a
	// claim of its own behind it
	y := k - 1
	for y >= 0 && (d.Dates[y].Start > w.art.Claims[i].Start || d.Dates[y].Type != date.Date && d.Dates[y].Type != date.Time) {
		y--
	}
	s := d.Tokens[at].Sent
	if y < 0 || i+1 >= len(w.art.Claims) || d.Tokens[d.Dates[y].Tokens.From].Sent != s || d.Tokens[d.Dates[y].Tokens.From].Clause != c {
		return false
	}
	for j := i + 1; j < len(w.art.Claims) && w.art.Claims[j].Start < d.Sentences[s].End; j++ {
		if w.art.Claims[j].Start > x.End {
			return d.Tokens[w.tokenAt(w.art.Claims[j].Start)].Clause == c
		}
	}
	return false
}

// ownOfOther reports whether date k stands right behind another claim of its
// clause than claim i, which has such a date too: "von drei Prozent in diesem Jahr
// auf vier im Jahr 2020", "die Niederlage am Donnerstag und das 2:1 am Sonntag".
func (w *Worker) ownOfOther(i, k int) bool {
	if own := w.ownDate(i); own < 0 || own == k || w.leads(i) {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if w.ownDate(j) == k {
			return true
		}
	}
	for j := i + 1; j < len(w.art.Claims) && j <= i+4; j++ {
		if w.ownDate(j) == k {
			return true
		}
	}
	return false
}

// leads reports whether a date stands before the first claim of the clause of claim
// i: then dates go before what they date ("1924 zwei Mark, 1970 drei Mark").
func (w *Worker) leads(i int) bool {
	d := &w.doc
	c := d.Tokens[w.tokenAt(w.art.Claims[i].Start)].Clause
	for n := 0; n < 16 && i > 0 && d.Tokens[w.tokenAt(w.art.Claims[i-1].Start)].Clause == c; n++ {
		i--
	}
	for k := w.firstDate(d.Clauses[max(c, 0)].Start); c >= 0 && k < len(d.Dates) && d.Dates[k].Start < w.art.Claims[i].Start; k++ {
		if y := &d.Dates[k]; (y.Type == date.Date || y.Type == date.Time) && d.Tokens[y.Tokens.From].Clause == c {
			return true
		}
	}
	return false
}

// ownDate is the date right behind claim i, before any other claim of its clause;
// -1 for none.
func (w *Worker) ownDate(i int) int {
	d := &w.doc
	c := &w.art.Claims[i]
	k := w.firstDate(c.End)
	for k < len(d.Dates) && d.Dates[k].Type != date.Date && d.Dates[k].Type != date.Time {
		k++
	}
	if k >= len(d.Dates) || d.Tokens[d.Dates[k].Tokens.From].Clause != d.Tokens[w.tokenAt(c.Start)].Clause || d.Dates[k].Vague() || w.claimBetween(c.End, d.Dates[k].Start) || w.compares(d.Dates[k].Tokens.From) {
		return -1
	}
	return k
}

// othersDate reports whether date k behind claim i belongs to what and joins to it:
// "die 0:1-Niederlage am Donnerstag und das 2:1 am Sonntag". Dates joined to each
// other are of one thing.
func (w *Worker) othersDate(i, k int) bool {
	d := &w.doc
	for j := k - 1; j >= 0 && d.Dates[j].Start > w.art.Claims[i].End; j-- {
		y := &d.Dates[j]
		if y.Type != date.Date && y.Type != date.Time || y.Vague() {
			continue
		}
		from, to := y.Tokens.To, d.Dates[k].Tokens.From
		joined, noun := false, false
		for n := from; n < to; n++ {
			joined = joined || d.Tokens[n].POS == text.CCONJ
			noun = noun || joined && (d.Tokens[n].POS == text.NOUN || d.Tokens[n].Quantity >= 0)
		}
		if noun && d.Tokens[from].POS == text.CCONJ {
			return true
		}
	}
	return false
}

// claimBetween reports whether a claim begins between bytes a and b.
func (w *Worker) claimBetween(a, b int) bool {
	i := sort.Search(len(w.art.Claims), func(i int) bool { return w.art.Claims[i].Start >= a })
	return i < len(w.art.Claims) && w.art.Claims[i].Start < b
}
