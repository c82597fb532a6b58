package speech

import (
	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// reach is what match m, which is f.buf[i], says was said, by set.reach of its rule.
func (f *Finder) reach(m *rule.Match, i int) []text.Range {
	at := m.Tokens.From
	s := f.sentence(at)
	switch m.Rule.Get("reach") {
	case "back":
		if n := f.d.Tokens[at].Sent; n > 0 {
			return []text.Range{f.d.Sentences[n-1].Tokens}
		}
		return nil
	case "before":
		return []text.Range{{From: f.leftStop(s.From, i), To: at}}
	case "after":
		return []text.Range{{From: m.Tokens.To, To: f.rightStop(s.To, i)}}
	case "number":
		for k := m.Tokens.To; k < s.To && k < m.Tokens.To+3; k++ {
			if q := f.d.Tokens[k].Quantity; q >= 0 {
				return []text.Range{f.d.Quantities[q].Tokens}
			}
		}
		return nil
	}
	return f.around(m, i)
}

// around is the clause that holds the words of saying, with what hangs on it:
// inside a subordinate clause that clause, else the sentence up to the next
// words of saying.
func (f *Finder) around(m *rule.Match, i int) []text.Range {
	at := m.Tokens.From
	s := f.sentence(at)
	if r := f.beforeBrackets(m.Tokens); !r.Empty() {
		return []text.Range{r}
	}
	if r := f.inserted(m.Tokens, s); !r.Empty() {
		return []text.Range{r}
	}
	c := f.d.Tokens[at].Clause
	if c >= 0 && f.d.Clauses[c].Parent >= 0 && f.d.Clauses[c].Kind != text.ParenClause && f.d.Clauses[c].Kind != text.FragmentClause && f.d.Clauses[c].Kind != text.MainClause {
		return without(f.subtree(c), f.hole(m))
	}
	r := f.ownPart(text.Range{From: f.leftStop(s.From, i), To: f.rightStop(s.To, i)}, m.Tokens)
	if c >= 0 && f.d.Clauses[c].Kind == text.MainClause && f.d.Clauses[c].Tokens.From > r.From && f.joined(c) {
		r.From = f.d.Clauses[c].Tokens.From + 1 // "hat 30 Zimmer und | kostet laut Holm …"
	}
	if c >= 0 && f.firstOf(c, m) && f.statement(r.From, f.d.Clauses[c].Tokens.From, c) {
		r.From = f.d.Clauses[c].Tokens.From // "40 Leute waren dort, | doch laut Polizei wurde …"
	}
	return without(r, f.hole(m))
}

// firstOf reports whether the words of match m stand before the verb of main clause c and
// nothing but a conjunction before them.
func (f *Finder) firstOf(c int, m *rule.Match) bool {
	cl := &f.d.Clauses[c]
	if cl.Kind != text.MainClause || cl.Finite != m.Tokens.To || f.reportMood(cl.Finite) && !f.inMood(f.sentence(m.Tokens.From)) {
		return false
	}
	i := f.firstWord(cl.Tokens)
	if i >= 0 && f.d.Tokens[i].POS == text.CCONJ {
		i++
	}
	return i == m.Tokens.From
}

// beforeBrackets is the clause up to the brackets that words of saying r fill: "Es kamen
// 4000 Leute (laut Polizei)"; empty for none.
func (f *Finder) beforeBrackets(r text.Range) text.Range {
	b := r.From
	if f.form(b) != "(" {
		b--
	}
	if b <= 0 || f.form(b) != "(" || f.form(r.To) != ")" && f.form(r.To-1) != ")" {
		return text.Range{}
	}
	c := f.d.Tokens[b-1].Clause
	if c < 0 || f.d.Tokens[b-1].Sent != f.d.Tokens[b].Sent {
		return text.Range{}
	}
	return text.Range{From: f.d.Clauses[c].Tokens.From, To: b}
}

// ownPart cuts from r, around the words of saying at, what stands beyond a
// semicolon or bracket and main clauses that name a source of their own: "nach
// Angaben der Veranstalter 7000, | die Polizei spricht von 4000".
func (f *Finder) ownPart(r, at text.Range) text.Range {
	open := -1
	for i := r.From; i < at.From; i++ {
		switch f.form(i) {
		case ";":
			r.From = i + 1
		case ":":
			if f.d.Tokens[i].Zone < 0 && f.statement(r.From, i, -1) {
				r.From = i + 1 // "Es gibt einen Grund: | Laut Holm …"
			}
		case "(":
			open = i
		case ")":
			open = -1
		}
	}
	if open >= 0 {
		r.From = open + 1
	}
	for i := at.To; i < r.To; i++ {
		if f.form(i) == ";" && f.sourced(i, r.To) || open >= 0 && f.form(i) == ")" {
			r.To = i
		}
	}
	cs := f.idx.clauses[f.d.Tokens[at.From].Sent]
	for c := cs.From; c < cs.To; c++ {
		cl := &f.d.Clauses[c]
		if cl.Kind != text.MainClause || cl.Parent >= 0 || cl.Finite < 0 || cl.Tokens.From < at.To || cl.Tokens.From >= r.To || cl.Tokens.From <= r.From {
			continue
		}
		if i := f.firstWord(cl.Tokens); i >= 0 && i < cl.Finite && f.d.Tokens[i].Chunk >= 0 && f.isSaying(c) && f.animate(f.subject(c)) && f.subject(c) >= 0 {
			r.To = cl.Tokens.From
		}
	}
	return r
}

// sourced reports whether a clause that begins between tokens a and b tells what
// somebody says.
func (f *Finder) sourced(a, b int) bool {
	cs := f.idx.clauses[f.d.Tokens[a].Sent]
	for c := cs.From; c < cs.To; c++ {
		if cl := &f.d.Clauses[c]; cl.Tokens.From >= a && cl.Tokens.From < b && cl.Finite >= 0 && f.isSaying(c) {
			if k := f.subject(c); k >= 0 && f.animate(k) {
				return true
			}
		}
	}
	return false
}

// inserted is what stands behind the words of saying r in a bit without a verb
// between marks: "…; nach Angaben der Bank 120 Millionen". Empty for none.
func (f *Finder) inserted(r, s text.Range) text.Range {
	if before := r.From - 1; r.From > s.From+1 && f.d.Tokens[before].POS == text.ADV && f.d.Tokens[before-1].Word.Has(text.Punct) {
		r.From = before // "…, darunter laut Polizei 30"
	}
	if r.From <= s.From || !f.d.Tokens[r.From-1].Word.Has(text.Punct) || r.To >= s.To || f.d.Tokens[r.To].Quantity < 0 {
		return text.Range{}
	}
	to := r.To
	for to < s.To && !f.d.Tokens[to].Word.Has(text.Punct) {
		if f.d.Tokens[to].Feats.Is(text.Fin) {
			return text.Range{}
		}
		to++
	}
	return text.Range{From: r.To, To: to}
}

// leftStop moves the left end of a reach behind the main clause that an earlier
// match in the same sentence credits.
func (f *Finder) leftStop(from, i int) int {
	at := f.buf[i].Tokens.From
	for k := i - 1; k >= 0; k-- {
		o := &f.buf[k]
		if o.Tokens.From < from {
			break
		}
		if b := f.boundary(o.Tokens.To, at); b > from {
			from = b
		}
	}
	return from
}

// rightStop moves the right end of a reach before the main clause of the next
// match.
func (f *Finder) rightStop(to, i int) int {
	at := f.buf[i].Tokens.To
	for k := i + 1; k < len(f.buf); k++ {
		o := &f.buf[k]
		if o.Tokens.From >= to {
			break
		}
		if b := f.boundary(at, o.Tokens.From); b > 0 {
			to = min(to, b)
		}
	}
	return to
}

// boundary is the last place between tokens a and b where a main clause or a
// clause in brackets begins, 0 for none.
func (f *Finder) boundary(a, b int) int {
	for k := b; k > a; k-- {
		c := f.d.Tokens[k].Clause
		if c >= 0 && f.d.Clauses[c].Tokens.From == k && f.d.Clauses[c].Parent < 0 {
			return k
		}
	}
	for k := b; k > a; k-- {
		switch f.form(k) {
		case ";", ",", "–":
			return k
		}
	}
	return 0
}

// hole is the words of saying, which are not said: the whole match, or with
// frame: cue the captured cue alone.
func (f *Finder) hole(m *rule.Match) text.Range {
	if m.Rule.Get("frame") == "cue" {
		if r, ok := m.Capture("cue"); ok {
			return r
		}
	}
	return m.Tokens
}

// relativeBehind is the end of r, words that name the source who, with a relative
// clause behind them that is about it: "laut Holm, | der 30 Leute führt, |".
func (f *Finder) relativeBehind(r text.Range, who mention) int {
	if who.none() || who.tokens.To != r.To || f.form(r.To) != "," {
		return r.To
	}
	of := f.chunkAt(r.To) - 1
	if of < 0 || f.ch[of].Kind != text.NounPhrase {
		return r.To
	}
	cs := f.idx.clauses[f.d.Tokens[r.From].Sent]
	for k := cs.From; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		if n.Tokens.From != r.To || n.Kind != text.RelClause || n.Intro < 0 || n.Finite < 0 || f.reportMood(n.Finite) || f.isSaying(k) {
			continue
		}
		if to := f.subtree(k).To; f.standsFor(n, of) && to < f.sentence(r.From).To-1 {
			return to
		}
	}
	return r.To
}
