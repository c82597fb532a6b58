package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// chains reads the words by which one source rests on another ("unter Berufung
// auf X", "unter Verweis auf X"): the one relied on becomes the speaker, the
// one who relies passes it on. Documents and findings replace a medium as
// speaker, but not a person or body that speaks of its own work.
func (f *Finder) chains() {
	f.buf = f.sources.Match(f.d, text.Range{To: len(f.d.Tokens)}, f.buf[:0])
	for i := range f.buf {
		m := &f.buf[i]
		r, ok := m.Capture("speaker")
		if !ok {
			continue
		}
		cue := f.span(m.Tokens)
		if c, ok := m.Capture("cue"); ok {
			cue = f.span(c)
		}
		src := f.bodyOf(f.stretch(r, cue), m.Rule)
		if to := f.beforeAgent(r); src.tokens.From < to && src.tokens.To > to {
			src.tokens.To = to // "berichtete unter Berufung auf den Rat | von 53 Toten"
		}
		if m.Rule.Get("part") == "first" {
			src = mention{tokens: r, chunk: -1, first: true}
		}
		fact := m.Rule.Get("fact") != "" && src.chunk >= 0 && !f.animate(src.chunk) && !f.isText(f.ch[src.chunk].Head) && !f.tells(f.ch[src.chunk].Head)
		if src.chunk >= 0 && f.opensRelative(f.ch[src.chunk].Head) {
			continue // "Maßnahmen, auf die sich Holm beruft"
		}
		if m.Rule.Get("role") == "via" && src.chunk >= 0 && (!f.animate(src.chunk) || f.timely(src.chunk)) {
			continue // "gegenüber dem Jahr davor"
		}
		if m.Rule.Get("of") == "medium" && (src.chunk < 0 || !f.isMedium(&f.ch[src.chunk]) && !f.pressNoun(src.chunk) && !f.markedPress(src.chunk)) {
			continue
		}
		f.near = f.near[:0]
		f.idx.in(f.d.Tokens[m.Tokens.From].Sent, func(k int) bool {
			if u := &f.out[k]; u.who.same == 0 && f.isNear(u, m.Tokens.From) {
				f.near = append(f.near, k)
			}
			return true
		})
		if len(f.near) == 0 && m.Rule.Get("role") != "via" {
			if f.whereby(m.Tokens, src) {
				continue
			}
			f.near = f.takenUp(f.d.Tokens[m.Tokens.From].Clause, f.near)
		}
		for _, k := range f.near {
			u := &f.out[k]
			if m.Rule.Get("role") == "via" {
				src.cue = text.Span{}
				if !f.listed(u.passers, src) && !f.samePhrase(u.who, src) {
					u.passers = append(u.passers, src)
				}
				continue
			}
			if f.samePhrase(u.who, src) || f.relates(u.who, src) {
				if by := f.relier(m.Tokens); !by.none() && !f.listed(u.passers, by) && !f.samePhrase(by, src) {
					u.passers = append(u.passers, by) // "beruft sich auf einen Beamten, dem zufolge …"
				}
				continue
			}
			if (fact || f.isDocument(src)) && !f.isPasser(u.who) { // also "unter Hinweis auf die Krise"
				continue
			}
			if !u.who.none() {
				w := u.who
				w.cue = text.Span{}
				u.passers = append([]mention{w}, u.passers...)
			}
			u.who = src
			u.Cue = cue
		}
	}
}

// relates reports whether m is a pronoun right behind src that takes it up.
func (f *Finder) relates(m, src mention) bool {
	return m.chunk >= 0 && f.d.Tokens[f.ch[m.chunk].Head].POS == text.PRON && m.tokens.From-src.tokens.To <= 1 && m.tokens.From >= src.tokens.To
}

// relier is the subject of the clause of r, who relies on somebody, when its verb stands
// in r; nobody for none.
func (f *Finder) relier(r text.Range) mention {
	c := f.d.Tokens[r.From].Clause
	if c < 0 || f.d.Clauses[c].Finite < 0 || f.d.Clauses[c].Group < 0 || !r.Has(f.d.Chunks[f.d.Clauses[c].Group].Head) {
		return nobody
	}
	if s := f.subject(c); s >= 0 && f.animate(s) {
		return f.phrase(s, text.Span{})
	}
	return nobody
}

// whereby credits the clause with wonach behind the words r by which somebody relies on
// src to it: "Der Sender beruft sich auf einen Beamten, wonach …".
func (f *Finder) whereby(r text.Range, src mention) bool {
	by := f.relier(r)
	c := f.d.Tokens[r.From].Clause + 1
	if by.none() || src.chunk < 0 || c >= len(f.d.Clauses) || f.d.Clauses[c].Tokens.From > max(r.To, src.tokens.To)+1 {
		return false
	}
	i := f.firstWord(f.d.Clauses[c].Tokens)
	if i < 0 || f.d.Tokens[i].Sent != f.d.Tokens[r.From].Sent || !f.lex.fact.Has(f.d, i) {
		return false
	}
	return f.add(Utterance{Type: Indirect, Said: []text.Range{f.subtree(c)}, Cue: src.cue, who: src, passers: []mention{by}, at: r.From, Holds: true, Rule: "speech.whereby"}) != nil
}

// takenUp adds to near what the medium in the sentence before said, when it is the
// subject of clause c: "Die Zeitung meldet 30 Tote. Sie beruft sich auf die Polizei."
func (f *Finder) takenUp(c int, near []int) []int {
	if c < 0 || f.d.Clauses[c].Parent >= 0 {
		return near
	}
	s := f.subject(c)
	if s < 0 {
		return near
	}
	if f.d.Clauses[c].Sent+1 < len(f.d.Sentences) {
		f.idx.in(f.d.Clauses[c].Sent+1, func(k int) bool {
			if u := &f.out[k]; u.Rule == "speech.runon" && u.who.same == 0 && u.who.chunk == s {
				near = append(near, k) // "Der Sender berief sich auf die Polizei. Es seien 30 Tote."
			}
			return true
		})
	}
	if f.d.Clauses[c].Sent == 0 {
		return near
	}
	h := &f.d.Tokens[f.ch[s].Head]
	f.idx.in(f.d.Clauses[c].Sent-1, func(k int) bool {
		w := f.out[k].who
		if w.same > 0 || w.chunk < 0 || !f.isPasser(w) {
			return true
		}
		if o := &f.d.Tokens[f.ch[w.chunk].Head]; h.POS == text.PRON && f.takesUp(h.Feats&(text.Gender|text.Number), w.chunk) || h.POS != text.PRON && h.Lemma == o.Lemma {
			near = append(near, k)
		}
		return true
	})
	return near
}

// isNear reports whether the words at token i belong to the frame of u: they
// stand in its frame, or in its sentence with no nearer utterance.
func (f *Finder) isNear(u *Utterance, i int) bool {
	if u.Frame.Has(i) {
		return true
	}
	if f.d.Tokens[u.at].Sent != f.d.Tokens[i].Sent {
		return false
	}
	c, b := f.d.Tokens[i].Clause, f.d.Tokens[u.at].Clause
	return c >= 0 && b >= 0 && (f.under(c, b) || f.root(c) == f.root(b) || b == c+1 && f.joined(b) || c == b+1 && f.joined(c))
}

func (f *Finder) listed(ms []mention, m mention) bool {
	for i := range ms {
		if f.samePhrase(ms[i], m) {
			return true
		}
	}
	return false
}

func (f *Finder) samePhrase(a, b mention) bool {
	return !a.tokens.Empty() && a.tokens.Overlaps(b.tokens)
}

// isDocument reports whether m is a document or finding with no body of its own.
func (f *Finder) isDocument(m mention) bool {
	if m.chunk < 0 {
		return false
	}
	h := f.ch[m.chunk].Head
	return f.isText(h) && !f.lex.group.Has(f.d, h)
}

// isPasser reports whether m is a medium or a document, or nobody.
func (f *Finder) isPasser(m mention) bool {
	if m.none() {
		return true
	}
	if m.chunk < 0 {
		return false
	}
	return f.isMedium(&f.ch[m.chunk]) || f.ch[m.chunk].Tokens.Len() == 1 && f.lex.press.Has(f.d, f.ch[m.chunk].Head) || f.isDocument(m) || f.isMediumName(m)
}

// retold names those in whose words somebody's words are told as passers: "Der Minister
// sagte, laut Polizei gebe es 30 Verletzte", "Der Sender meldete, die Polizei gehe von 30
// Tätern aus". A document or medium does not take the place of a person who tells of it.
func (f *Finder) retold() {
	for k := range f.out {
		u := &f.out[k]
		prep := strings.HasPrefix(u.Rule, "speech.prep.")
		if u.Speaker == nil || u.Speaker.Vague || u.Mere || !prep && (!strings.HasPrefix(u.Rule, "speech.verb.") || !f.isReported(u.at)) {
			continue
		}
		best := -1
		f.idx.in(f.d.Tokens[u.at].Sent, func(j int) bool {
			o := &f.out[j]
			if j != k && o.Type != Reported && o.Type != Direct && !o.Mere && (o.who.same > 0 || o.Rule != "speech.runon") && o.Speaker != nil && !o.Speaker.Vague && o.Covers(u.at) && (prep && !strings.HasPrefix(o.Rule, "speech.prep.") || o.Covers(u.start())) && (best < 0 || o.Size() < f.out[best].Size()) {
				best = j
			}
			return true
		})
		if best >= 0 && f.out[best].Speaker.Name == u.Speaker.Name && u.Type == Reported {
			u.Mere = true // "Er sagte, er rechne mit 30 Toten"
		}
		if best < 0 || f.out[best].Speaker.Name == u.Speaker.Name || prep && f.isPasser(u.who) && !f.isPasser(f.out[best].who) {
			continue
		}
		o := &f.out[best]
		if prep {
			u.Said = inside(u.Said, o.Said)
		}
		s := *o.Speaker
		s.Cue = text.Span{}
		u.Via = addVia(u.Via, s, u.Speaker.Name)
		for _, v := range o.Via {
			u.Via = addVia(u.Via, v, u.Speaker.Name)
		}
	}
}

// addVia is via with s at its end, when s is neither in it nor of the name not.
func addVia(via []Speaker, s Speaker, not string) []Speaker {
	if s.Name == not {
		return via
	}
	for i := range via {
		if via[i].Name == s.Name {
			return via
		}
	}
	return append(via[:len(via):len(via)], s)
}

// inside is what of a lies in b, a for nothing.
func inside(a, b []text.Range) []text.Range {
	var out []text.Range
	for _, r := range a {
		for _, o := range b {
			if c := (text.Range{From: max(r.From, o.From), To: min(r.To, o.To)}); c.From < c.To {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 {
		return a
	}
	return out
}

// citation is that a medium quotes somebody, before any words of theirs: "Die
// Zeitung zitierte den Abgeordneten Holm."
type citation struct {
	who, by mention
	sent    int
}

// citedFor is how many sentences behind a citation the words it announces stand.
const citedFor = 3

// passOn gives what somebody says right behind a citation to the medium that cites
// them, and to those who pass that medium on.
func (f *Finder) passOn() {
	for i := range f.cited {
		c := &f.cited[i]
		who, ok := f.speaker(c.who)
		by, named := f.speaker(c.by)
		if !ok || !named {
			continue
		}
		for s := c.sent + 1; s <= c.sent+citedFor && s < len(f.d.Sentences) && f.d.Sentences[s].Para == f.d.Sentences[c.sent].Para; s++ {
			f.idx.in(s, func(k int) bool {
				if u := &f.out[k]; u.Speaker != nil && u.Speaker.Name == who.Name && len(u.Via) == 0 {
					u.Via = append([]Speaker{by}, f.viaOf(by.Name, c.sent)...)
				}
				return true
			})
		}
	}
}

// viaOf is who passed on the words of the medium of that name in the sentences
// before s.
func (f *Finder) viaOf(name string, s int) (via []Speaker) {
	for b := s; b >= 0 && b >= s-citedFor && via == nil; b-- {
		f.idx.in(b, func(k int) bool {
			if u := &f.out[k]; u.Speaker != nil && u.Speaker.Name == name {
				via = u.Via
			}
			return via == nil
		})
	}
	return via
}
