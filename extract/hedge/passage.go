package hedge

import (
	"sort"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// How far back and on a sentence about verification may reach, in paragraphs of
// running text.
const maxParas = 2

// pointer is what a sentence about verification or a denial points at.
type pointer struct {
	kind   string // word: what was said; figure: the numbers; thing: a video, a letter …; "" for nothing
	amount string // of a figure: count or money, "" for any
	at     int    // its noun or pronoun
	topic  int    // the noun that says what it is about, -1 for none
	plural bool
	both   bool // "beides", "beider Seiten": more than one source
}

// points finds the noun or pronoun that stands for what was said: in the clauses
// of h, else, with sentence, elsewhere in its sentence.
func (f *Finder) points(h *Hedge, sentence bool) pointer {
	d := f.d
	a, b := d.Tokens[h.at].Clause, d.Tokens[h.last].Clause
	s := d.Sentences[d.Tokens[h.at].Sent].Tokens
	found := pointer{topic: -1}
	for _, near := range [...]bool{true, false} {
		for i := s.From; i < s.To; i++ {
			t := &d.Tokens[i]
			if near != (t.Clause == a || t.Clause == b) || h.Contains(t.Span) && f.lex.untrue.has(d, i) {
				continue
			}
			if k := f.lex.pointed.get(d, i, "kind"); k != "" {
				found = pointer{kind: k, amount: f.lex.amount.get(d, i, "kind"), at: i, topic: -1, plural: t.Feats.Is(text.Plur)}
				if j := i + 1; j < s.To && f.lex.topic.has(d, j) {
					found.topic = f.headAfter(j, s.To)
				} else if h.Class == Denied && j < s.To && d.Tokens[j].POS == text.DET && d.Tokens[j].Feats.Is(text.Gen) {
					found.topic = f.headAfter(j, s.To) // "Vorwürfe der Bestechung"
				}
				break
			}
			if near && found.kind == "" && f.lex.back.has(d, i) && f.alone(i) {
				found = pointer{kind: "word", at: i, topic: -1}
			}
		}
		if found.kind != "" || !sentence {
			break
		}
	}
	for i := s.From; i < s.To && found.kind != ""; i++ {
		found.both = found.both || f.lex.both.has(d, i)
	}
	return found
}

// alone reports whether token i is a pronoun, not the article of a noun.
func (f *Finder) alone(i int) bool {
	c := f.d.Tokens[i].Chunk
	return c < 0 || f.d.Chunks[c].Kind != text.NounPhrase || f.d.Chunks[c].Head == i
}

// headAfter is the head of the noun phrase behind the preposition i.
func (f *Finder) headAfter(i, end int) int {
	for j := i + 1; j < end && j < i+8; j++ {
		if f.d.Tokens[j].POS == text.NOUN {
			return j
		}
	}
	return -1
}

// own appends the targets of the sentence that the clause of h holds or governs.
func (f *Finder) own(h *Hedge, ts []Target, sent text.Range, buf []int) []int {
	c := f.d.Tokens[h.last].Clause
	for i := sent.From; i < sent.To; i++ {
		t := &ts[i]
		if f.oneVoice(h, t.Tokens.From) && !f.describes(t) && t.Kind != unit.Duration && f.governs(c, f.d.Tokens[t.Tokens.From].Clause) {
			buf = append(buf, i)
		}
	}
	return buf
}

// verified is the reach of a sentence that says something cannot be verified.
func (f *Finder) verified(h *Hedge, ts []Target, sent text.Range, buf []int) ([]int, string) {
	n := len(buf)
	if buf = f.own(h, ts, sent, buf); len(buf) > n {
		h.Scope = Clause
		return buf, "what it says cannot be verified"
	}
	if f.d.Sentences[f.d.Tokens[h.at].Sent].Heading {
		return buf, "a heading"
	}
	if c := f.complement(h); c >= 0 && f.whether(c) && !f.ofTruth(c) {
		return buf, "says itself what cannot be verified"
	}
	p := f.points(h, true)
	if p.kind == "" {
		return buf, "points at nothing that was said"
	}
	if f.announces(h) {
		return f.rest(h, ts, buf), "what it announces"
	}
	if c := f.detail(p); c >= 0 {
		return f.told(c, ts, sent, buf), "what the report tells"
	}
	if p.kind == "figure" {
		return f.figures(h, ts, p, buf), "the figures it points at"
	}
	if p.kind == "thing" {
		var known bool
		if buf, known = f.shown(h, ts, p, buf); len(buf) > n || known {
			return buf, "what the thing it points at shows"
		}
	}
	buf = f.back(h, ts, p, "", buf)
	if len(buf) > n {
		buf = f.onward(h, ts, ts[buf[len(buf)-1]].Speaker, buf)
	}
	return buf, "the passage it points at"
}

// shown appends what a video, letter or list tells: the targets from the
// paragraph that brings it up to h, and what is quoted in the paragraph behind. known
// is true when a sentence before brings it up.
func (f *Finder) shown(h *Hedge, ts []Target, p pointer, buf []int) (_ []int, known bool) {
	d := f.d
	here := f.para(h.at)
	from := here
	for q := here; q >= 0 && f.apartBy(q, here) <= maxParas; q-- {
		r := f.tokens(d.Paragraphs[q].Sentences)
		if q == here {
			r.To = h.at
		}
		if f.running(q) && f.names(r, d.Tokens[p.at].Lemma) {
			from = q
		}
	}
	first := f.tokens(d.Paragraphs[from].Sentences).From
	for first < h.at && d.Tokens[first].Lemma != d.Tokens[p.at].Lemma {
		first++
	}
	speaker := ""
	before := f.within(ts, text.Range{From: d.Sentences[d.Tokens[first].Sent].Tokens.From, To: h.at})
	for i := before.From; i < before.To; i++ {
		if t := &ts[i]; !f.incidental(t) && f.running(f.para(t.Tokens.From)) {
			buf = append(buf, i)
			if t.Speaker != "" {
				speaker = t.Speaker
			}
		}
	}
	behind := f.within(ts, text.Range{From: h.last + 1, To: len(d.Tokens)})
	for i := behind.From; i < behind.To; i++ {
		q := f.para(ts[i].Tokens.From)
		if f.apartBy(here, q) > 1 || f.section(here, q) || !ts[i].Credited || speaker != "" && ts[i].Speaker != speaker && !f.goesOn(&ts[i]) {
			break
		}
		if d.Tokens[ts[i].Tokens.From].Zone >= 0 && !f.incidental(&ts[i]) {
			buf = append(buf, i)
		}
	}
	return buf, d.Tokens[first].Sent < d.Tokens[h.at].Sent
}

// detail is the clause with the content that hangs on the noun pointed at
// ("Berichte, wonach …"), -1 for none.
func (f *Finder) detail(p pointer) int {
	d := f.d
	c := d.Tokens[p.at].Clause
	if c < 0 || d.Tokens[p.at].POS != text.NOUN {
		return -1
	}
	for k := c + 1; k < len(d.Clauses) && d.Clauses[k].Sent == d.Clauses[c].Sent; k++ {
		cl := &d.Clauses[k]
		if i := f.firstWord(k); cl.Tokens.From > p.at && i >= 0 && (cl.Parent == c || f.lex.content.get(d, i, "of") == "report") && f.lex.content.has(d, i) && f.lex.content.get(d, i, "asks") != "how" {
			return k
		}
	}
	return -1
}

// told appends the targets of the sentence that clause c tells.
func (f *Finder) told(c int, ts []Target, sent text.Range, buf []int) []int {
	for i := sent.From; i < sent.To; i++ {
		if x := f.d.Tokens[ts[i].Tokens.From].Clause; !f.describes(&ts[i]) && (x == c || f.governs(c, x)) {
			buf = append(buf, i)
		}
	}
	return buf
}

// announces reports whether the sentence of h speaks of what comes next.
func (f *Finder) announces(h *Hedge) bool {
	d := f.d
	s := d.Sentences[d.Tokens[h.at].Sent].Tokens
	for i := s.From; i < s.To; i++ {
		if f.lex.announce.has(d, i) {
			return true
		}
	}
	return s.To > s.From && d.Tokens[s.To-1].Word.Form == ":"
}

// rest appends the targets behind h in its paragraph, those of the next one when
// h ends it.
func (f *Finder) rest(h *Hedge, ts []Target, buf []int) []int {
	para := f.para(h.at)
	to := f.within(ts, text.Range{From: h.last + 1, To: len(f.d.Tokens)})
	for i := to.From; i < to.To; i++ {
		p := f.para(ts[i].Tokens.From)
		if p != para && !(len(buf) == 0 || f.para(ts[buf[0]].Tokens.From) == p) || f.apartBy(para, p) > 1 {
			break
		}
		if !f.incidental(&ts[i]) {
			buf = append(buf, i)
		}
	}
	return buf
}

// goesOn reports whether the speaker of t is mentioned as one who is known, by no
// name ("resümiert der Mann").
func (f *Finder) goesOn(t *Target) bool {
	d := f.d
	i := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > t.Who.Start })
	if t.Who.Empty() || i >= len(d.Tokens) {
		return false
	}
	if d.Tokens[i].POS != text.DET {
		i--
	}
	if i < 0 || d.Tokens[i].Lemma != "der" {
		return false
	}
	for i++; i < len(d.Tokens) && d.Tokens[i].Start < t.Who.End; i++ {
		if d.Tokens[i].POS == text.PROPN {
			return false
		}
	}
	return true
}

func (f *Finder) para(token int) int { return f.d.Sentences[f.d.Tokens[token].Sent].Para }

// running reports whether paragraph p is running text: no heading, no page
// furniture, nothing without a closing mark.
func (f *Finder) running(p int) bool {
	d := f.d
	s := d.Paragraphs[p].Sentences
	if s.Empty() {
		return false
	}
	r := f.tokens(s)
	if d.Sentences[s.From].Heading || r.Empty() || d.Tokens[r.From].Furniture {
		return false
	}
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Word.Has(text.SentenceEnd) {
			return true
		}
	}
	return false
}

// apartBy is how many paragraphs of running text lie from p to the later q: 0
// for the same, 1 for the next.
func (f *Finder) apartBy(p, q int) int {
	n := 0
	for i := p + 1; i <= q && n <= maxParas; i++ {
		if f.running(i) {
			n++
		}
	}
	return n
}

// section reports whether a heading stands between the paragraphs p and q.
func (f *Finder) section(p, q int) bool {
	d := f.d
	for i := p + 1; i < q && i < p+8; i++ {
		if s := d.Paragraphs[i].Sentences; !s.Empty() && d.Sentences[s.From].Heading {
			return true
		}
	}
	return false
}

// back appends, in order, the targets before h that p points at: those of the
// nearest source other than not; of several words also those of the other
// sources in the sentences right before; with no source at all those of the
// sentence before.
func (f *Finder) back(h *Hedge, ts []Target, p pointer, not string, buf []int) []int {
	d := f.d
	here := f.para(h.at)
	before := f.within(ts, text.Range{To: h.at}).To
	near := before - 1
	for near >= 0 && (!ts[near].Credited || f.incidental(&ts[near]) || f.theirs(h, &ts[near], not) || h.Class == Denied && f.demanded(&ts[near])) {
		near--
	}
	last := d.Tokens[h.at].Sent
	if d.Tokens[p.at].POS != text.NOUN {
		// a pronoun stands for the sentence before, a relative one for its own
		from := last - 1
		if p.both {
			from = last - 2
		}
		if c := d.Tokens[p.at].Clause; c >= 0 && d.Clauses[c].Parent >= 0 {
			from = last
		}
		if near >= 0 && d.Tokens[ts[near].Tokens.From].Sent < from {
			near = -1
		}
		if near < 0 && from == last {
			return buf
		}
	}
	if near < 0 || f.apartBy(f.para(ts[near].Tokens.From), here) > maxParas ||
		f.section(f.para(ts[near].Tokens.From), here) && !f.sameThing(p, f.para(ts[near].Tokens.From)) {
		if h.Class == Denied && p.kind == "word" && (p.at == h.at || d.Tokens[p.at].POS == text.NOUN) {
			return buf // a report is somebody's word
		}
		return f.plain(ts, before, last, buf)
	}
	at := f.para(ts[near].Tokens.From)
	from := near
	sent := d.Tokens[ts[near].Tokens.From].Sent
	for i := near - 1; i >= 0; i-- {
		t := &ts[i]
		q, s := f.para(t.Tokens.From), d.Tokens[t.Tokens.From].Sent
		if f.apartBy(q, at) > maxParas || f.section(q, at) && !f.sameThing(p, q) {
			break
		}
		same := t.Speaker == ts[near].Speaker && (t.Speaker != "" || q == at)
		if !same && !((p.plural && q == here || p.both && q == at) && sent-s <= 1) {
			if t.Credited {
				break
			}
			continue
		}
		if t.Credited {
			from, sent = i, s
		}
	}
	for i := from; i <= near; i++ {
		if ts[i].Credited && !f.incidental(&ts[i]) && !f.theirs(h, &ts[i], not) && (h.Class != Denied || ts[i].Kind != unit.Duration) {
			buf = append(buf, i)
		}
	}
	return buf
}

// theirs reports whether t is the word of speaker who, by more than the denial h
// itself.
func (f *Finder) theirs(h *Hedge, t *Target, who string) bool {
	if who == "" || t.Speaker != who {
		return false
	}
	for i := range f.said {
		if u := &f.said[i]; u.Cue.Overlaps(h.Span) && u.Covers(t.Tokens.From) {
			return false
		}
	}
	return true
}

// demanded reports whether t is what somebody asks for: against that one may
// speak, but not deny it.
func (f *Finder) demanded(t *Target) bool {
	d := f.d
	for i := range f.said {
		u := &f.said[i]
		if u.Cue.Empty() || !u.Covers(t.Tokens.From) {
			continue
		}
		at := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > u.Cue.Start })
		if at < len(d.Tokens) && f.lex.demand.has(d, at) {
			return true
		}
	}
	return false
}

// plain appends the targets of the sentence before sentence last, of the same
// paragraph, when nobody is named for them.
func (f *Finder) plain(ts []Target, before, last int, buf []int) []int {
	d := f.d
	if last == 0 || d.Sentences[last-1].Para != d.Sentences[last].Para {
		return buf
	}
	from := before
	for from > 0 && d.Tokens[ts[from-1].Tokens.From].Sent >= last-1 {
		from--
	}
	for i := from; i < before; i++ {
		if !f.incidental(&ts[i]) && !f.demanded(&ts[i]) {
			buf = append(buf, i)
		}
	}
	return buf
}

// sameThing reports whether paragraph q names the thing that p points at: then a
// heading between doesn't part them.
func (f *Finder) sameThing(p pointer, q int) bool {
	return p.kind == "thing" && f.names(f.tokens(f.d.Paragraphs[q].Sentences), f.d.Tokens[p.at].Lemma)
}

func (f *Finder) tokens(s text.Range) text.Range {
	if s.Empty() {
		return text.Range{}
	}
	return text.Range{From: f.d.Sentences[s.From].Tokens.From, To: f.d.Sentences[s.To-1].Tokens.To}
}

func (f *Finder) names(r text.Range, lemma string) bool {
	for i := r.From; i < r.To; i++ {
		if f.d.Tokens[i].Lemma == lemma {
			return true
		}
	}
	return false
}

// onward appends what the same source goes on to say up to the end of the next
// paragraph, as long as no heading and no other source comes between.
func (f *Finder) onward(h *Hedge, ts []Target, speaker string, buf []int) []int {
	if speaker == "" {
		return buf
	}
	here := f.para(h.at)
	to := f.within(ts, text.Range{From: h.last + 1, To: len(f.d.Tokens)})
	for i := to.From; i < to.To; i++ {
		p := f.para(ts[i].Tokens.From)
		if f.apartBy(here, p) > 1 || f.section(here, p) || ts[i].Credited && ts[i].Speaker != speaker {
			break
		}
		if ts[i].Credited && !f.incidental(&ts[i]) {
			buf = append(buf, i)
		}
	}
	return buf
}

// figures appends the credited numbers before h: those of its paragraph and of
// the paragraphs right before, whoever names them, as long as each gives one.
func (f *Finder) figures(h *Hedge, ts []Target, p pointer, buf []int) []int {
	before := f.within(ts, text.Range{To: h.at}).To
	at, from := f.para(h.at), before
	for i := before - 1; i >= 0; i-- {
		t := &ts[i]
		if !f.figure(t, p) {
			continue
		}
		q := f.para(t.Tokens.From)
		if f.apartBy(q, at) > 1 {
			break
		}
		at, from = q, i
	}
	if from == before {
		return f.plain(ts, before, f.d.Tokens[h.at].Sent, buf)
	}
	for i := from; i < before; i++ {
		if f.figure(&ts[i], p) {
			buf = append(buf, i)
		}
	}
	return buf
}

func (f *Finder) figure(t *Target, p pointer) bool {
	return t.Credited && !f.incidental(t) && (p.amount == "" || string(t.Kind) == p.amount)
}

// asked is the reach of "unklar": what its clause asks whether, and for a
// question of number the figures somebody gives for it nearby.
func (f *Finder) asked(h *Hedge, ts []Target, sent text.Range, buf []int) ([]int, string) {
	d := f.d
	c := f.question(h)
	if c >= 0 && f.whether(c) {
		for i := sent.From; i < sent.To; i++ {
			if !f.incidental(&ts[i]) && f.governs(c, d.Tokens[ts[i].Tokens.From].Clause) {
				buf = append(buf, i)
			}
		}
		return buf, "what is asked"
	}
	kind := f.amountAsked(h, c)
	if kind == "" {
		return buf, "asks for no number"
	}
	noun := f.askedNoun(h, c)
	fits := func(t *Target) bool {
		return t.Credited && string(t.Kind) == kind && !f.incidental(t) && f.sameNoun(noun, t)
	}
	own := d.Tokens[h.at].Clause
	s := d.Tokens[h.at].Sent
	n := len(buf)
	if s > 0 && d.Sentences[s-1].Para == d.Sentences[s].Para {
		b := f.within(ts, d.Sentences[s-1].Tokens)
		for i := b.From; i < b.To; i++ {
			if fits(&ts[i]) {
				buf = append(buf, i)
			}
		}
	}
	for i := sent.From; i < sent.To; i++ {
		x := d.Tokens[ts[i].Tokens.From].Clause
		if fits(&ts[i]) && x != own && (c < 0 || !f.governs(c, x)) {
			buf = append(buf, i)
		}
	}
	if len(buf) == n && s+1 < len(d.Sentences) && d.Sentences[s+1].Para == d.Sentences[s].Para {
		a := f.within(ts, d.Sentences[s+1].Tokens)
		for i := a.From; i < a.To; i++ {
			if fits(&ts[i]) {
				buf = append(buf, i)
			}
		}
		if len(buf) > n {
			h.Scope = Passage
		}
	}
	return buf, "the figures given for what is asked"
}

// askedNoun is the noun whose number is asked for ("wie viele Menschen", "die Zahl
// der Toten"), -1 for none.
func (f *Finder) askedNoun(h *Hedge, c int) int {
	d := f.d
	if c < 0 {
		c = d.Tokens[h.at].Clause
	}
	r := d.Clauses[c].Tokens
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].POS == text.NOUN && f.lex.amount.get(d, i, "kind") == "" && i != h.at {
			return i
		}
	}
	return -1
}

// sameNoun reports whether t may count what noun names: a bare number may, so may
// people and people.
func (f *Finder) sameNoun(noun int, t *Target) bool {
	d := f.d
	i := t.Tokens.To
	for i < len(d.Tokens) && d.Tokens[i].POS == text.ADJ {
		i++
	}
	if noun < 0 || i >= len(d.Tokens) || d.Tokens[i].POS != text.NOUN {
		return true
	}
	return d.Tokens[i].Lemma == d.Tokens[noun].Lemma || f.lex.people.has(d, i) || !f.lex.people.has(d, noun)
}

// question is the clause that says what is unclear, -1 when there is none.
func (f *Finder) question(h *Hedge) int {
	d := f.d
	own := d.Tokens[h.at].Clause
	if own < 0 {
		return -1
	}
	s := d.Clauses[own].Sent
	for c := firstClause(d, own); c < len(d.Clauses) && d.Clauses[c].Sent == s; c++ {
		if cl := &d.Clauses[c]; cl.Kind == text.SubClause && cl.Intro >= 0 && f.lex.content.has(d, cl.Intro) && (cl.Parent == own || cl.Parent < 0) {
			return c
		}
		if d.Clauses[c].Kind == text.SubClause && d.Clauses[c].Intro < 0 && d.Clauses[c].Parent == own {
			return c
		}
	}
	return -1
}

// whether reports whether clause c asks whether something is so.
func (f *Finder) whether(c int) bool {
	i := f.firstWord(c)
	return i >= 0 && f.lex.content.get(f.d, i, "asks") == "whether"
}

// ofTruth reports whether clause c asks if what was said or shown is true.
func (f *Finder) ofTruth(c int) bool {
	r := f.d.Clauses[c].Tokens
	for i := r.From; i < r.To; i++ {
		if f.d.Tokens[i].Clause == c && f.lex.truth.has(f.d, i) {
			return true
		}
	}
	return false
}

func (f *Finder) firstWord(c int) int {
	d := f.d
	for i := d.Clauses[c].Tokens.From; i < d.Clauses[c].Tokens.To; i++ {
		if !d.Tokens[i].Word.Has(text.Punct) {
			return i
		}
	}
	return -1
}

// amountAsked is the kind of number that clause c or the clause of h asks for:
// count, money or "".
func (f *Finder) amountAsked(h *Hedge, c int) string {
	d := f.d
	if c >= 0 {
		if i := f.firstWord(c); i >= 0 && i+1 < d.Clauses[c].Tokens.To && f.lex.content.get(d, i, "asks") == "how" {
			if k := f.lex.amount.get(d, i+1, "kind"); k != "" {
				return k
			}
			for j := i + 1; j < d.Clauses[c].Tokens.To && j < i+6; j++ {
				if k := f.lex.amount.get(d, j, "kind"); k != "" && d.Tokens[j].POS == text.NOUN {
					return k
				}
			}
		}
		return ""
	}
	own := d.Tokens[h.at].Clause
	if own < 0 {
		return ""
	}
	r := d.Clauses[own].Tokens
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Clause != own || d.Tokens[i].POS != text.NOUN {
			continue
		}
		if n := d.Tokens[i].Chunk; n >= 0 && d.Chunks[n].Prep >= 0 && f.lex.cause.has(d, d.Chunks[n].Prep) {
			continue // "umstritten wegen der hohen Kosten"
		}
		if k := f.lex.amount.get(d, i, "kind"); k != "" {
			return k
		}
	}
	return ""
}
