package extract

import (
	"math"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// How far apart two figures of one matter may stand, in sentences.
const rivalSentences = 2

// rivalWords are the lists the search for rival figures asks for; rivals.yaml
// says what they hold.
type rivalWords struct {
	contrast, others, loose, people, part, plain, says *rule.Lexicon
}

func newRivalWords(set *rule.Set) rivalWords {
	return rivalWords{
		contrast: set.Lexicon("rival.contrast"), others: set.Lexicon("rival.other"), loose: set.Lexicon("rival.loose"), plain: set.Lexicon("rival.plain"),
		people: set.Lexicon("hedge.people"), part: set.Lexicon("hedge.part"), says: set.Lexicon("speech.verb"),
	}
}

// rivals finds figures that contradict each other: of one thing, from two
// sources, in one sentence or with a word of contrast. Each gets the other's
// index. A rival figure alone doesn't deny: Status stays.
func (w *Worker) rivals() {
	claims := w.art.Claims
	for j := range claims {
		b := &claims[j]
		if b.Speaker == nil || !comparable(b.Kind) {
			continue
		}
		here := w.doc.Tokens[w.tokenAt(b.Start)].Sent
		set, of := w.contrasts(b), -1
		for i := j - 1; i >= 0; i-- {
			a := &claims[i]
			s := w.doc.Tokens[w.tokenAt(a.Start)].Sent
			if here-s > rivalSentences || of >= 0 && s != of {
				break
			}
			if s != here && !set || !w.rival(a, b) || s == here && w.partOf(a, b) {
				continue
			}
			of = s // the nearest sentence with one
			a.Rivals, b.Rivals = append(a.Rivals, j), append([]int{i}, b.Rivals...)
			w.explain(Step{Claim: j, Stage: "rivals", Span: a.Span, Note: "another figure for the same thing, from another source"})
		}
	}
}

// other reports whether the words for s name others of the same kind: "manche
// Zeitungen nennen …, andere …".
func (w *Worker) other(s *Speaker) bool {
	i := w.tokenAt(s.Span.Start)
	return i < len(w.doc.Tokens) && w.doc.Tokens[i].End == s.Span.End && w.rivalWords.others.Has(&w.doc, i)
}

// comparable reports whether two numbers of a kind can be figures for one thing.
func comparable(k unit.Kind) bool {
	switch k {
	case unit.Count, unit.Money, unit.Percent, unit.Share, unit.Length, unit.Area, unit.Volume, unit.Mass, unit.Power, unit.Energy:
		return true
	}
	return false
}

// rival reports whether b gives another figure than a for what a counts, by
// another source.
func (w *Worker) rival(a, b *Claim) bool {
	if a.Kind != b.Kind || a.Speaker == nil && a.Speech == NoSpeech || a.Speaker != nil && a.Speaker.Name == b.Speaker.Name && !w.other(b.Speaker) || figure(a) == figure(b) {
		return false
	}
	for i := range a.Times {
		for k := range b.Times {
			if a.Times[i].Value != b.Times[k].Value {
				return false // at two times
			}
		}
	}
	if a.Kind != unit.Count {
		return a.Unit == b.Unit && a.Per == b.Per && (a.Subject == "" || b.Subject == "" || a.Subject == b.Subject)
	}
	return w.sameCounted(a, b) && w.samePredicate(a, b)
}

// partOf reports whether b is named as a part of what a counts ("darunter 62
// Zivilisten").
func (w *Worker) partOf(a, b *Claim) bool {
	for i, to := w.tokenAt(a.End), w.tokenAt(b.Start); i < to; i++ {
		if w.rivalWords.part.Has(&w.doc, i) {
			return true
		}
	}
	return false
}

// samePredicate reports whether the clauses of a and b can say the same of what
// they count: one has no verb, or one that only tells a number, or both have the
// same.
func (w *Worker) samePredicate(a, b *Claim) bool {
	v, u := w.verbOf(a), w.verbOf(b)
	return v < 0 || u < 0 || w.doc.Tokens[v].Lemma == w.doc.Tokens[u].Lemma || w.tells(v) || w.tells(u)
}

func (w *Worker) tells(v int) bool {
	return w.rivalWords.plain.Has(&w.doc, v) || w.rivalWords.says.Has(&w.doc, v)
}

// verbOf is the token of the full verb of c's clause, -1 for none.
func (w *Worker) verbOf(c *Claim) int {
	d := &w.doc
	x := d.Tokens[w.tokenAt(c.Start)].Clause
	if x < 0 || d.Clauses[x].Group < 0 {
		return -1
	}
	return d.Chunks[d.Clauses[x].Group].Head
}

// figure is the number a claim stands for.
func figure(c *Claim) float64 {
	for _, f := range [...]float64{c.Value, c.Min, c.Max} {
		if !math.IsNaN(f) {
			return f
		}
	}
	return 0
}

// sameCounted reports whether a and b count the same: the same noun, or people
// of some kind and people or losses.
func (w *Worker) sameCounted(a, b *Claim) bool {
	m, n := w.countedNoun(a), w.countedNoun(b)
	if m < 0 || n < 0 {
		return false
	}
	d := &w.doc
	if d.Tokens[m].Lemma == d.Tokens[n].Lemma {
		return true
	}
	l := &w.rivalWords
	return l.loose.Has(d, m) && l.people.Has(d, n) || l.loose.Has(d, n) && l.people.Has(d, m)
}

// countedNoun is the token of what c counts, -1 when it isn't found: behind the
// number, else the last one before.
func (w *Worker) countedNoun(c *Claim) int {
	if c.Unit == "" {
		return -1
	}
	d := &w.doc
	at := w.tokenAt(c.Start)
	for i := at; i < d.Sentences[d.Tokens[at].Sent].Tokens.To; i++ {
		if d.Tokens[i].Word.Form == c.Unit {
			return i
		}
	}
	first := d.Sentences[max(0, d.Tokens[at].Sent-2*rivalSentences)].Tokens.From
	for i := at - 1; i >= first; i-- {
		if d.Tokens[i].Word.Form == c.Unit {
			return i
		}
	}
	return -1
}

// contrasts reports whether the sentence of c holds a word that sets one source
// against another.
func (w *Worker) contrasts(c *Claim) bool {
	d := &w.doc
	s := d.Sentences[d.Tokens[w.tokenAt(c.Start)].Sent].Tokens
	for i := s.From; i < s.To; i++ {
		if w.rivalWords.contrast.Has(d, i) || w.rivalWords.others.Has(d, i) && i+1 < s.To && d.Tokens[i+1].POS != text.NOUN && d.Tokens[i+1].POS != text.ADJ {
			return true
		}
	}
	return false
}
