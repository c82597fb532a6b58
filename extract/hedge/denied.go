package hedge

import (
	"github.com/belegt/extract/extract/speech"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// denied is the reach of a denial: its complement or object, else what it points
// back at, said by somebody else.
func (f *Finder) denied(h *Hedge, ts []Target, sent text.Range, buf []int) ([]int, string) {
	d := f.d
	n := len(buf)
	if c := f.complement(h); c >= 0 && d.Clauses[c].Kind != text.MainClause {
		for i := sent.From; i < sent.To; i++ {
			if f.inComplement(h, &ts[i], c) {
				buf = append(buf, i)
			}
		}
		return buf, "what is denied"
	}
	own := d.Tokens[h.at].Clause
	p := f.points(h, !f.hasObject(own))
	named := p.kind != "" && d.Tokens[p.at].POS == text.NOUN && d.Tokens[p.at].Clause == own
	for i := sent.From; i < sent.To; i++ {
		t := &ts[i]
		if f.oneVoice(h, t.Tokens.From) && d.Tokens[t.Tokens.From].Clause == own && t.Kind != unit.Duration && !f.describes(t) && !f.inSubject(own, t) &&
			(!named || t.Tokens.From > p.at && t.Tokens.From-p.at <= 4) {
			buf = append(buf, i)
		}
	}
	if len(buf) > n {
		return buf, "what is denied"
	}
	if p.kind == "" {
		if f.hasObject(own) {
			return buf, "denies something else"
		}
		p.kind, p.at = "word", h.at
	}
	if c := f.detail(p); c >= 0 {
		return f.told(c, ts, sent, buf), "what the report tells"
	}
	by := ""
	if h.By != nil {
		by = h.By.Name
	}
	h.Scope = Passage
	if buf = f.back(h, ts, p, by, buf); len(buf) > n && f.apartBy(f.para(ts[buf[len(buf)-1]].Tokens.From), f.para(h.at)) > 1 {
		return buf[:n], "points at nothing near"
	}
	if p.kind == "figure" && !p.plural && !p.both && len(buf) > n {
		buf = f.lastSentence(ts, buf, n)
	}
	if p.topic >= 0 {
		buf = f.about(ts, p, buf, n)
	}
	if f.lex.accuse.has(d, p.at) {
		buf = f.accused(h, ts, buf, n)
	}
	return buf, "what the denial points back at"
}

// lastSentence keeps of buf[n:] the targets of the last sentence: "diese Zahl" is
// the one named last.
func (f *Finder) lastSentence(ts []Target, buf []int, n int) []int {
	s := f.d.Tokens[ts[buf[len(buf)-1]].Tokens.From].Sent
	for f.d.Tokens[ts[buf[n]].Tokens.From].Sent != s {
		n++
	}
	return append(buf[:0], buf[n:]...)
}

// about keeps of buf[n:] the targets whose sentence names the topic of p: a
// denial that says what it is about denies no more than that.
func (f *Finder) about(ts []Target, p pointer, buf []int, n int) []int {
	d := f.d
	kept := buf[:n]
	for _, i := range buf[n:] {
		s := d.Tokens[ts[i].Tokens.From].Sent
		if s != d.Tokens[p.at].Sent && f.names(d.Sentences[s].Tokens, d.Tokens[p.topic].Lemma) {
			kept = append(kept, i)
		}
	}
	return kept
}

// accused keeps of buf[n:] the targets that the accusation h denies can be: those of
// the sentence before, and of sentences that accuse somebody. What is denied by the
// way ("der Mann, der alle Vorwürfe bestreitet, …") is none but the latter.
func (f *Finder) accused(h *Hedge, ts []Target, buf []int, n int) []int {
	d := f.d
	here, c := d.Tokens[h.at].Sent, d.Tokens[h.at].Clause
	last := here - 1
	if c >= 0 && d.Clauses[c].Kind == text.RelClause {
		last = here
	}
	kept := buf[:n]
	for _, i := range buf[n:] {
		if s := d.Tokens[ts[i].Tokens.From].Sent; s >= last || f.accuses(d.Sentences[s].Tokens) {
			kept = append(kept, i)
		}
	}
	return kept
}

// accuses reports whether a word of accusing stands in r.
func (f *Finder) accuses(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if f.lex.accuse.has(f.d, i) {
			return true
		}
	}
	return false
}

func (f *Finder) inSubject(c int, t *Target) bool {
	if c < 0 {
		return false
	}
	s := f.d.Clauses[c].Subject
	return s >= 0 && !f.passive(c) && f.d.Chunks[s].Tokens.Overlaps(t.Tokens)
}

func (f *Finder) passive(c int) bool {
	g := f.d.Clauses[c].Group
	return g >= 0 && f.d.Chunks[g].Passive
}

// hasObject reports whether clause c has a noun phrase besides its subject and
// those behind prepositions.
func (f *Finder) hasObject(c int) bool {
	if c < 0 {
		return false
	}
	d := f.d
	r := d.Clauses[c].Tokens
	for i := r.From; i < r.To; i++ {
		k := d.Tokens[i].Chunk
		if d.Tokens[i].Clause != c || k < 0 || d.Chunks[k].Tokens.From != i {
			continue
		}
		ch := &d.Chunks[k]
		if ch.Kind == text.NounPhrase && ch.Prep < 0 && ch.Of < 0 && k != d.Clauses[c].Subject && d.Tokens[ch.Head].Date < 0 {
			return true
		}
	}
	return false
}

// denier is who denies: the speaker of the utterance h is the cue of, the one
// behind von or durch of a passive, or the subject of its clause; with speaker
// the one whose word the denial is.
func (f *Finder) denier(h *Hedge, speaker bool) *speech.Speaker {
	d := f.d
	if speaker {
		var who *speech.Speaker
		for i := range f.said {
			if u := &f.said[i]; u.Said[0].From <= h.at && u.Covers(h.at) {
				who = u.Speaker
			}
		}
		return who
	}
	for i := range f.said {
		if u := &f.said[i]; u.Speaker != nil && u.Cue.Overlaps(h.Span) {
			return u.Speaker
		}
	}
	c := d.Tokens[h.at].Clause
	if c < 0 {
		return nil
	}
	n := d.Clauses[c].Subject
	switch {
	case f.passive(c):
		n = f.agent(c)
	case n < 0 || d.Tokens[d.Chunks[n].Head].POS == text.PRON:
		n = f.other(c) // "was Moskau bestritt"
	}
	if n < 0 {
		return nil
	}
	r := d.Chunks[n].Tokens
	for r.From < r.To && d.Tokens[r.From].POS == text.DET {
		r.From++
	}
	if head := d.Chunks[n].Head; r.Empty() || d.Tokens[head].POS == text.PRON || f.lex.pointed.has(d, head) {
		return nil
	}
	who := f.span(r)
	for i := range f.said {
		if s := f.said[i].Speaker; s != nil && s.Span == who {
			return s
		}
	}
	return &speech.Speaker{Name: d.Text[who.Start:who.End], Span: who, Type: "unnamed", Cue: h.Span}
}

// other is the one noun phrase of clause c that stands behind its opening pronoun
// without a preposition, -1 for none or several.
func (f *Finder) other(c int) int {
	d := f.d
	cl := &d.Clauses[c]
	if i := f.firstWord(c); i < 0 || !f.lex.back.has(d, i) {
		return -1
	}
	found := -1
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		k := d.Tokens[i].Chunk
		if d.Tokens[i].Clause != c || k < 0 || d.Chunks[k].Tokens.From != i {
			continue
		}
		ch := &d.Chunks[k]
		if ch.Kind != text.NounPhrase || ch.Prep >= 0 || ch.Of >= 0 || d.Tokens[ch.Head].POS == text.PRON || d.Tokens[ch.Head].Date >= 0 {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = k
	}
	return found
}

// agent is the noun phrase behind a preposition of the agent in clause c, -1 for none.
func (f *Finder) agent(c int) int {
	d := f.d
	r := d.Clauses[c].Tokens
	for i := r.From; i < r.To; i++ {
		k := d.Tokens[i].Chunk
		if d.Tokens[i].Clause != c || k < 0 || d.Chunks[k].Prep < 0 {
			continue
		}
		if f.lex.agent.has(d, d.Chunks[k].Prep) {
			return k
		}
	}
	return -1
}
