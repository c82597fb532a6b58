package hedge

import (
	"sort"

	"github.com/belegt/extract/extract/speech"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// reach is how a rule says its words reach:
//
//	clause    the clause they stand in with what hangs on it (default)
//	predicate the same without the subject of the clause
//	said      what the verb or noun of thinking says: its complement, else its clause
//	thought   the clause without those who think
//	phrase    the noun phrase they stand in, or the one right behind
//	sentence  the sentence
//	announced what stands behind the colon
//	asked     what the question asks for, and the figures given for it
//	passage   what a sentence about verification points at
//	denied    what is denied: the complement, else what is pointed at
type reach string

func (r reach) scope() Scope {
	switch r {
	case "sentence", "announced":
		return Sentence
	case "passage":
		return Passage
	}
	return Clause
}

// Far reports whether h may reach claims of other sentences.
func (h *Hedge) Far() bool {
	return h.reach == "asked" || h.reach == "passage" || h.reach == "denied"
}

// Target is a claim as the reach sees it.
type Target struct {
	Tokens   text.Range
	Kind     unit.Kind
	Credited bool      // somebody's word
	Speaker  string    // who, "" for nobody
	Who      text.Span // the mention of Speaker that credits the claim
}

// Reach appends to buf the indices of the targets that hedge h reaches, in
// order, and says by which way. ts holds the claims in order of place. It sets
// h.Scope to how far the hedge went.
func (f *Finder) Reach(h *Hedge, ts []Target, buf []int) ([]int, string) {
	sent := f.within(ts, f.d.Sentences[f.d.Tokens[h.at].Sent].Tokens)
	way := "the clause it governs"
	keep := f.inClause
	switch h.reach {
	case "said":
		if c := f.complement(h); c >= 0 {
			way = "what it says"
			keep = func(h *Hedge, t *Target) bool { return f.inComplement(h, t, c) }
		} else if u := f.saying(h); u != nil {
			way = "what it says"
			keep = func(h *Hedge, t *Target) bool {
				return !f.incidental(t) && !f.thinks(h, t) && (u.Covers(t.Tokens.From) && !f.aside(t.Tokens.From, h.at) || f.inClause(h, t))
			}
		} else {
			keep = func(h *Hedge, t *Target) bool { return f.inClause(h, t) && !f.thinks(h, t) }
		}
	case "predicate":
		way = "the predicate of its clause"
		keep = func(h *Hedge, t *Target) bool {
			return f.inClause(h, t) && !f.inSubject(f.d.Tokens[h.at].Clause, t)
		}
	case "thought":
		keep = func(h *Hedge, t *Target) bool { return f.inClause(h, t) && !f.thinks(h, t) }
	case "phrase":
		way, keep = "its noun phrase", f.inPhrase
	case "sentence":
		way, keep = "its sentence", f.inSentence
	case "announced":
		way, keep = "what it announces", f.behindColon
	case "asked":
		return f.asked(h, ts, sent, buf)
	case "passage":
		return f.verified(h, ts, sent, buf)
	case "denied":
		return f.denied(h, ts, sent, buf)
	default:
		if f.prenominal(h) {
			way, keep = "its noun phrase", f.inPhrase
		}
	}
	for i := sent.From; i < sent.To; i++ {
		if keep(h, &ts[i]) {
			buf = append(buf, i)
		}
	}
	return buf, way
}

// within are the targets whose first token is in r.
func (f *Finder) within(ts []Target, r text.Range) text.Range {
	from := sort.Search(len(ts), func(i int) bool { return ts[i].Tokens.From >= r.From })
	to := from
	for to < len(ts) && ts[to].Tokens.From < r.To {
		to++
	}
	return text.Range{From: from, To: to}
}

// inClause reports whether t stands in the clause of h or one that hangs on it.
func (f *Finder) inClause(h *Hedge, t *Target) bool {
	d, at := f.d, t.Tokens.From
	own, c := d.Tokens[h.at].Clause, d.Tokens[at].Clause
	if !f.oneVoice(h, at) || f.incidental(t) && h.at+1 != at {
		return false
	}
	if c == own {
		return f.segment(h).Has(at) && !f.apposed(h, at) && !f.conjunct(h, at)
	}
	return f.governs(own, c) && (h.Class == Conditional || !f.ifClause(c, own))
}

// ifClause reports whether clause c stands under a condition below clause own:
// what it supposes is not what own says.
func (f *Finder) ifClause(c, own int) bool {
	for n := 0; c >= 0 && c != own && n < 32; n++ {
		if cl := &f.d.Clauses[c]; cl.Kind == text.SubClause && cl.Intro >= 0 && f.lex.condition.has(f.d, cl.Intro) {
			return true
		}
		c = f.above(c)
	}
	return false
}

// conjunct reports whether h, an adverb, stands in a further predicate of the
// clause than token at before it: "hat 2:0 gewonnen und vielleicht den Titel geholt".
func (f *Finder) conjunct(h *Hedge, at int) bool {
	d := f.d
	if d.Tokens[h.at].POS != text.ADV && d.Tokens[h.at].POS != text.ADJ {
		return false
	}
	for i := h.at - 1; i > at; i-- {
		if d.Tokens[i].POS == text.CCONJ {
			return d.Tokens[i-1].POS == text.VERB && !d.Tokens[i-1].Feats.Is(text.Fin) && f.verbBehind(h.last+1)
		}
	}
	return false
}

// verbBehind reports whether a full verb stands at or behind token i in its
// sentence.
func (f *Finder) verbBehind(i int) bool {
	d := f.d
	for end := d.Sentences[d.Tokens[i].Sent].Tokens.To; i < end; i++ {
		if d.Tokens[i].POS == text.VERB {
			return true
		}
	}
	return false
}

// apposed reports whether token at stands in an apposition before the finite
// verb h ("der Stürmer, 29 Tore in dieser Saison, soll …").
func (f *Finder) apposed(h *Hedge, at int) bool {
	d := f.d
	c := d.Tokens[h.at].Clause
	if c < 0 || d.Clauses[c].Finite != h.at || at >= h.at || d.Tokens[h.at-1].Word.Form != "," || d.Clauses[c].Kind != text.MainClause {
		return false
	}
	for i := at; i > d.Clauses[c].Tokens.From; i-- {
		if d.Tokens[i].Word.Form == "," {
			return true
		}
	}
	return false
}

// inSentence reports whether t stands in the sentence of h, in the same mouth.
func (f *Finder) inSentence(h *Hedge, t *Target) bool {
	d, at := f.d, t.Tokens.From
	if !f.oneVoice(h, at) || f.incidental(t) || !f.inBrackets(h).Has(at) {
		return false
	}
	own, c := d.Tokens[h.at].Clause, d.Tokens[at].Clause
	switch {
	case own < 0 || c < 0 || c == own:
		return true
	case h.Class == Conditional:
		return !f.aside(at, h.at) && !f.colonBetween(at, h.at)
	}
	return !f.governs(c, own) // what it hangs on is no part of what is known so far
}

// colonBetween reports whether a colon stands between the tokens from and to.
func (f *Finder) colonBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Tokens[i].Word.Form == ":" {
			return true
		}
	}
	return false
}

// inBrackets is the inside of the brackets that h stands in, else its sentence.
func (f *Finder) inBrackets(h *Hedge) text.Range {
	d := f.d
	r := d.Sentences[d.Tokens[h.at].Sent].Tokens
	for i := h.at - 1; i >= r.From; i-- {
		switch d.Tokens[i].Word.Form {
		case ")":
			return r
		case "(":
			r.From = i
			for j := h.last + 1; j < r.To; j++ {
				if d.Tokens[j].Word.Form == ")" {
					r.To = j
				}
			}
			return r
		}
	}
	return r
}

// behindColon reports whether t stands behind the colon that ends h.
func (f *Finder) behindColon(h *Hedge, t *Target) bool { return t.Tokens.From > h.last && !f.before(t) }

// governs reports whether clause c is b or hangs on it with its content: not as
// a relative clause or one that tells what is known.
func (f *Finder) governs(b, c int) bool {
	if b < 0 || c < 0 {
		return true
	}
	for n := 0; c >= 0 && n < 32; n++ {
		if c == b {
			return true
		}
		if f.apart(c) {
			return false
		}
		c = f.above(c)
	}
	return false
}

// aside reports whether token at stands in a clause that tells what is known and
// the token from doesn't.
func (f *Finder) aside(at, from int) bool {
	own := f.d.Tokens[from].Clause
	for c, n := f.d.Tokens[at].Clause, 0; c >= 0 && c != own && n < 32; n++ {
		if f.apart(c) {
			return true
		}
		c = f.above(c)
	}
	return false
}

// above is the clause that c hangs on, -1 for none. A conjunct that leaves its
// finite verb to the clause before ("sollen 30 getötet und 50 verletzt haben")
// hangs on that.
func (f *Finder) above(c int) int {
	d := f.d
	cl := &d.Clauses[c]
	if cl.Parent >= 0 || c == 0 || d.Clauses[c-1].Sent != cl.Sent || cl.Kind != text.MainClause && cl.Kind != text.FragmentClause {
		return cl.Parent
	}
	i := f.firstWord(c)
	if i < 0 || d.Tokens[i].POS != text.CCONJ {
		return -1
	}
	if cl.Finite < 0 {
		return c - 1
	}
	for j := cl.Finite + 1; j < cl.Tokens.To; j++ {
		if d.Tokens[j].Clause == c && !d.Tokens[j].Word.Has(text.Punct) && !d.Tokens[j].Feats.Is(text.Inf) && !d.Tokens[j].Feats.Is(text.Part) && d.Tokens[j].POS != text.CCONJ {
			return f.spared(c)
		}
	}
	if cl.Finite-i > 1 {
		return c - 1
	}
	return -1
}

// spared is the clause before c when c, a conjunct, ends with an infinitive and
// a further conjunct.
func (f *Finder) spared(c int) int {
	d := f.d
	cl := &d.Clauses[c]
	t := &d.Tokens[cl.Finite]
	if cl.Finite+1 < cl.Tokens.To && d.Tokens[cl.Finite+1].POS == text.CCONJ && (t.Lemma == "haben" || t.Lemma == "sein") && cl.Finite > cl.Tokens.From && d.Tokens[cl.Finite-1].Feats.Is(text.Part) {
		return c - 1
	}
	return -1
}

// apart reports whether what clause c tells is the article's own, whatever it
// hangs on.
func (f *Finder) apart(c int) bool {
	cl := &f.d.Clauses[c]
	if cl.Kind == text.RelClause && cl.Parent >= 0 && f.opens(cl.Parent) {
		return false // the rest of a dass-clause, its verb with it
	}
	if cl.Intro < 0 {
		return cl.Kind == text.RelClause || f.continues(c) && f.apart(c-1)
	}
	if cl.Kind == text.RelClause {
		return f.lex.content.get(f.d, cl.Intro, "of") != "report"
	}
	return f.lex.presupposed.has(f.d, cl.Intro)
}

// continues reports whether clause c is a further conjunct of the subordinate
// clause before it ("bevor er kam und drei Gäste traf").
func (f *Finder) continues(c int) bool {
	d := f.d
	cl := &d.Clauses[c]
	if c == 0 || cl.Kind != text.SubClause || d.Clauses[c-1].Kind != text.SubClause || d.Clauses[c-1].Parent != cl.Parent || d.Clauses[c-1].Sent != cl.Sent {
		return false
	}
	i := f.firstWord(c)
	return i >= 0 && d.Tokens[i].POS == text.CCONJ
}

// opens reports whether clause c is the beginning of a content clause, cut off
// before its verb.
func (f *Finder) opens(c int) bool {
	cl := &f.d.Clauses[c]
	if cl.Kind != text.FragmentClause || cl.Finite >= 0 {
		return false
	}
	i := f.firstWord(c)
	return i >= 0 && f.lex.content.has(f.d, i)
}

// oneVoice reports whether quotation marks leave h and token at together: a
// hedge inside them says nothing of what is outside, one outside nothing of a
// sentence inside.
func (f *Finder) oneVoice(h *Hedge, at int) bool {
	d := f.d
	hz, tz := d.Tokens[h.at].Zone, d.Tokens[at].Zone
	if hz == tz {
		return true
	}
	for z := tz; z >= 0; z = d.Zones[z].Outer {
		if z == hz {
			break
		}
		if c := d.Tokens[at].Clause; c >= 0 && d.Clauses[c].Finite >= 0 && d.Zones[z].Tokens.Has(d.Clauses[c].Finite) {
			return false
		}
	}
	for z := tz; z >= 0; z = d.Zones[z].Outer {
		if z == hz {
			return true
		}
	}
	return hz < 0
}

// incidental reports whether t only describes or is taken for granted ("die
// 16-jährige Schülerin", "der achtseitige Bericht", "seine drei Brüder"): a hedge
// of the clause leaves it alone unless the clause is about it.
func (f *Finder) incidental(t *Target) bool {
	return f.definite(t.Tokens.From) || f.describes(t) || f.before(t)
}

// before reports whether t is where a change begins: "von 20 auf 16 Prozent".
func (f *Finder) before(t *Target) bool {
	d, r := f.d, t.Tokens
	return r.From > 0 && f.lex.from.has(d, r.From-1) && r.To+1 < len(d.Tokens) && f.lex.to.has(d, r.To) && d.Tokens[r.To+1].Quantity >= 0
}

// describes reports whether t is part of a word that describes or names a kind,
// or an age behind its noun ("Kinder unter zwölf Jahren").
func (f *Finder) describes(t *Target) bool {
	d, at := f.d, t.Tokens.From
	if t.Kind == unit.Age && at > 0 && d.Tokens[at-1].POS == text.NOUN && d.Tokens[at-1].Sent == d.Tokens[at].Sent && d.Tokens[at].POS == text.ADP {
		return true
	}
	if t.Kind == unit.Duration && at > 0 && f.lex.since.has(d, at-1) && f.superlative(at-1) {
		return true
	}
	q := d.Tokens[at].Quantity
	if q < 0 || d.Quantities[q].Compound == 0 {
		return false
	}
	if c := d.Tokens[at].Clause; c >= 0 && d.Clauses[c].Group >= 0 {
		switch d.Tokens[d.Chunks[d.Clauses[c].Group].Head].Lemma {
		case "sein", "handeln":
			s := d.Clauses[c].Subject
			return s >= 0 && d.Chunks[s].Tokens.Has(at)
		}
	}
	return t.Kind == unit.Age || d.Tokens[at].POS == text.ADJ || d.Tokens[at].Word.Has(text.Hyphen)
}

// superlative reports whether a noun phrase with a superlative stands before token
// at, no verb or comma between ("das schwerste Beben in der Region seit").
func (f *Finder) superlative(at int) bool {
	const far = 8
	d := f.d
	for i := at - 1; i >= 0 && at-i <= far && d.Tokens[i].Clause == d.Tokens[at].Clause; i-- {
		switch t := &d.Tokens[i]; t.POS {
		case text.ADJ:
			if t.Feats.Is(text.Sup) {
				return true
			}
		case text.VERB, text.AUX, text.PUNCT:
			return false
		}
	}
	return false
}

// definite reports whether a definite article, demonstrative or possessive stands
// before the number at token at, at most an attribute between ("die letzten fünf
// Jahre").
func (f *Finder) definite(at int) bool {
	d := f.d
	if d.Tokens[at].POS == text.NOUN {
		return false // die Hälfte, die Tausende
	}
	i := at - 1
	if i > 0 && f.lex.coming.has(d, i) {
		return false // in den nächsten drei Monaten
	}
	if i > 0 && (d.Tokens[i].POS == text.ADJ || d.Tokens[i].POS == text.ADV) {
		i--
	}
	if i < 0 || d.Tokens[i].Sent != d.Tokens[at].Sent || !f.lex.definite.has(d, i) {
		return false
	}
	c := d.Tokens[i].Clause
	switch d.Tokens[i].POS {
	case text.DET:
		return c < 0 || d.Clauses[c].Intro != i
	case text.PRON: // an article read as a pronoun
		return c >= 0 && d.Clauses[c].Kind == text.MainClause
	}
	return false
}

// segment is the stretch of its clause that h, an adverb or adjunct, belongs to:
// the whole, or the part behind a comma, dash or word such as "darunter" that
// has no verb of its own ("30 Tote, darunter wohl zwölf Kinder").
func (f *Finder) segment(h *Hedge) text.Range {
	d := f.d
	c := d.Tokens[h.at].Clause
	if c < 0 {
		return text.Range{To: len(d.Tokens)}
	}
	r := d.Clauses[c].Tokens
	lo, hard := r.From, false
	for i := h.at - 1; i > r.From; i-- {
		if d.Tokens[i].Clause != c {
			continue
		}
		switch cut, dash := f.cut(i); {
		case dash:
			hard = true
			fallthrough
		case cut:
			lo = i
		}
		if lo > r.From {
			break
		}
	}
	if lo == r.From {
		return r
	}
	hi := r.To
	for i := h.last + 1; i < r.To; i++ {
		if cut, _ := f.cut(i); cut && d.Tokens[i].Clause == c && !f.lex.part.has(d, i) {
			hi = i
			break
		}
	}
	part := text.Range{From: lo, To: hi}
	if f.verbIn(c, part, hard) {
		return r
	}
	return part
}

// cut reports whether token i parts segments, and whether it does so hard.
func (f *Finder) cut(i int) (cut, hard bool) {
	switch f.d.Tokens[i].Word.Form {
	case ",":
		return true, false
	case "–", "—", "-", "(", ")", ";":
		return true, true
	}
	return f.lex.part.has(f.d, i), false
}

// verbIn reports whether the finite verb of clause c stands in r, or any part of
// its verb group when the segment isn't cut off hard.
func (f *Finder) verbIn(c int, r text.Range, hard bool) bool {
	cl := &f.d.Clauses[c]
	if cl.Finite >= 0 && r.Has(cl.Finite) {
		return true
	}
	if hard || cl.Group < 0 {
		return false
	}
	for _, p := range f.d.Chunks[cl.Group].Parts {
		if r.Has(p) {
			return true
		}
	}
	return false
}

// prenominal reports whether h, an adverb, stands between a determiner or
// preposition and its noun: "die angeblich 300 Toten", "mit wohl 40 Helfern".
func (f *Finder) prenominal(h *Hedge) bool {
	d := f.d
	if h.at != h.last || h.at == 0 || h.at+1 >= len(d.Tokens) {
		return false
	}
	b, t, n := &d.Tokens[h.at-1], &d.Tokens[h.at], &d.Tokens[h.at+1]
	if t.POS != text.ADV && t.POS != text.ADJ && t.POS != text.PART || b.Sent != t.Sent || n.Sent != t.Sent {
		return false
	}
	switch {
	case b.POS == text.ADP:
		return n.POS == text.NUM || n.Quantity >= 0
	case b.Word.Form == ",": // "die verschwundene, womöglich tote Familie"
		return h.at > 1 && d.Tokens[h.at-2].POS == text.ADJ && n.POS == text.ADJ && n.Clause == b.Clause
	}
	if b.POS != text.DET && (b.POS != text.PRON || b.Lemma != "der") || n.POS != text.NUM && n.POS != text.ADJ && n.Quantity < 0 {
		return false
	}
	return b.Clause < 0 || d.Clauses[b.Clause].Intro != h.at-1 && d.Clauses[b.Clause].Kind != text.RelClause
}

// inPhrase reports whether h stands in the noun phrase of t or right before it.
func (f *Finder) inPhrase(h *Hedge, t *Target) bool {
	d, r := f.d, t.Tokens
	if f.describes(t) && h.at+1 != r.From || !f.oneVoice(h, r.From) {
		return false
	}
	if c := d.Tokens[h.at].Chunk; c >= 0 {
		ch := &d.Chunks[c]
		switch {
		case ch.Kind != text.NounPhrase:
		case ch.Tokens.Overlaps(r):
			return true
		case r.From > ch.Head && !f.ownAmount(ch.Head, r.From):
			return false // "das erwartete Urteil gegen drei Reporter"
		case ch.Full.Overlaps(r):
			return true
		}
	}
	if r.To == h.at || f.around(h, t) {
		return true
	}
	from, to := h.last+1, r.From
	if h.Parts != nil {
		from = h.at + 1
	}
	if r.From < h.at || to-from > 3 {
		return false
	}
	for i := from; i < to; i++ {
		if p := d.Tokens[i].POS; p == text.VERB || p == text.AUX || p == text.PUNCT {
			return false
		}
	}
	return true
}

// ownAmount reports whether the number at token at, a little behind the noun head,
// is its amount: nothing or only prepositions of an amount stand between.
func (f *Finder) ownAmount(head, at int) bool {
	for i := head + 1; i < at; i++ {
		if f.d.Tokens[i].POS == text.ADP && !f.lex.of.has(f.d, i) {
			return false
		}
	}
	return true
}

// around reports whether t counts the noun that h is an attribute of, with an
// adverbial of h between ("10.000 in Russland vermutete Soldaten").
func (f *Finder) around(h *Hedge, t *Target) bool {
	d := f.d
	from, to := t.Tokens.To, h.at
	if t.Kind != unit.Count || to <= from || to-from > 4 || d.Tokens[from].POS != text.ADP || h.last+1 >= len(d.Tokens) || d.Tokens[h.last+1].POS != text.NOUN {
		return false
	}
	for i := from + 1; i < to; i++ {
		if p := d.Tokens[i].POS; p != text.NOUN && p != text.PROPN && p != text.ADJ && p != text.ADV {
			return false
		}
	}
	return true
}

// complement is the clause that says what the verb or noun h thinks: one that
// hangs on its clause with dass, ob, a question word or zu and an infinitive, or
// a main clause right behind the comma. It is -1 when there is none.
func (f *Finder) complement(h *Hedge) int {
	d := f.d
	own := d.Tokens[h.at].Clause
	if own < 0 {
		return -1
	}
	s := d.Clauses[own].Sent
	for c := firstClause(d, own); c < len(d.Clauses) && d.Clauses[c].Sent == s; c++ {
		cl := &d.Clauses[c]
		if cl.Parent == own && (cl.Kind == text.SubClause || cl.Kind == text.InfClause) && !f.apart(c) && f.says(cl) && (cl.Tokens.From > h.at || f.whether(c)) {
			return c
		}
		if cl.Parent < 0 && c == own-1 && cl.Kind == text.SubClause && f.whether(c) {
			return c
		}
		if cl.Parent == own && f.opens(c) {
			return c
		}
		if cl.Kind == text.MainClause && cl.Finite >= 0 && cl.Parent < 0 && cl.Tokens.From == d.Clauses[own].Tokens.To && f.spliced(cl) && !(f.passive(own) && d.Clauses[own].Subject >= 0) {
			return c
		}
	}
	return -1
}

// thinks reports whether t counts those who think what h says.
func (f *Finder) thinks(h *Hedge, t *Target) bool {
	if i := h.at + 1; i < len(f.d.Tokens) && f.d.Tokens[i].POS == text.PRON && f.d.Tokens[i].Lemma != "es" && f.d.Tokens[i].Feats&text.Reflex == 0 {
		return false // the subject stands behind the verb
	}
	c := f.d.Tokens[h.at].Clause
	if t.Tokens.From > h.at && f.objectBehind(h, t) {
		return f.inSubject(c, t) // "hofften drei Millionen Menschen auf Hilfe"
	}
	if t.Tokens.From >= h.at || f.d.Tokens[h.at].POS == text.NOUN || f.d.Tokens[h.at].Feats.Is(text.Part) {
		return false
	}
	return f.inSubject(c, t)
}

// objectBehind reports whether the preposition by which the verb h takes its
// object stands behind t.
func (f *Finder) objectBehind(h *Hedge, t *Target) bool {
	d := f.d
	prep := f.lex.verb.get(d, h.at, "takes")
	for i := t.Tokens.To; prep != "" && i < len(d.Tokens) && d.Tokens[i].Clause == d.Tokens[h.at].Clause; i++ {
		if d.Tokens[i].POS == text.ADP && d.Tokens[i].Word.Lower == prep {
			return true
		}
	}
	return false
}

// saying is the utterance whose verb is h, nil when there is none.
func (f *Finder) saying(h *Hedge) *speech.Utterance {
	for i := range f.said {
		if f.said[i].Cue.Overlaps(f.span(text.Range{From: h.at, To: h.at + 1})) {
			return &f.said[i]
		}
	}
	return nil
}

// says reports whether a clause of a subjunction or an infinitive is a
// complement, not an adverbial of time, cause or purpose.
func (f *Finder) says(cl *text.Clause) bool {
	if cl.Kind == text.InfClause {
		return cl.Intro < 0
	}
	return cl.Intro < 0 || f.lex.content.has(f.d, cl.Intro)
}

// spliced reports whether a main clause begins behind a comma or colon with no
// conjunction.
func (f *Finder) spliced(cl *text.Clause) bool {
	d := f.d
	i := cl.Tokens.From
	if w := d.Tokens[i].Word.Form; w != "," && w != ":" || i+2 >= cl.Tokens.To {
		return false
	}
	first := &d.Tokens[i+1]
	if first.POS == text.CCONJ || cl.Finite == i+1 || first.POS == text.ADP && d.Tokens[i+2].POS == text.PRON {
		return false
	}
	for j := cl.Finite + 1; j < cl.Tokens.To; j++ {
		if d.Tokens[j].Clause == d.Tokens[i].Clause && !d.Tokens[j].Word.Has(text.Punct) {
			return true
		}
	}
	return cl.Finite-i <= maxVerbLast
}

// maxVerbLast is how many words a main clause may have before a finite verb that
// ends it ("er komme"): a longer one is a relative clause.
const maxVerbLast = 4

// inComplement reports whether t stands in clause c, which says what h thinks,
// or in one that hangs on it or goes on from it.
func (f *Finder) inComplement(h *Hedge, t *Target, c int) bool {
	d, at := f.d, t.Tokens.From
	if !f.oneVoice(h, at) || f.incidental(t) && h.at+1 != at {
		return false
	}
	x := d.Tokens[at].Clause
	if f.governs(c, x) {
		return true
	}
	// "… und 30 verletzt wurden": a further complement of the same verb
	return x > c && d.Clauses[c].Kind != text.MainClause && d.Clauses[x].Parent == d.Clauses[c].Parent && d.Clauses[x].Kind == d.Clauses[c].Kind && !f.apart(x)
}

// firstClause is the first clause of the sentence that holds clause c.
func firstClause(d *text.Doc, c int) int {
	s := d.Clauses[c].Sent
	for c > 0 && d.Clauses[c-1].Sent == s {
		c--
	}
	return c
}
