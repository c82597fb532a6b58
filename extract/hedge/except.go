package hedge

import (
	"sort"

	"github.com/belegt/extract/extract/speech"
	"github.com/belegt/extract/extract/text"
)

// except asks whether the exception a rule names holds at token at, and says
// why; "" when it doesn't.
//
//	future    the clause speaks of what is to come: a plan
//	reported  the form only marks reported speech
//	bare      nothing else in the sentence makes it a supposition
//	late      the word isn't the first of its clause
func (f *Finder) except(name string, at int) string {
	switch name {
	case "future":
		if f.future(at) {
			return "the clause speaks of what is planned"
		}
	case "reported":
		if f.reported(at) && !f.supposed(at) {
			return "the form marks reported speech"
		}
	case "bare":
		if !f.supposed(at) {
			return "nothing in the sentence makes it a supposition"
		}
	case "late":
		if !f.first(at) {
			return "not the first word of its clause"
		}
	}
	return ""
}

// future reports whether the clause of token at names a time after the article's
// day or a word of what is to come.
func (f *Finder) future(at int) bool {
	d := f.d
	c := d.Tokens[at].Clause
	if c < 0 {
		return false
	}
	for i := d.Clauses[c].Tokens.From; i < d.Clauses[c].Tokens.To; i++ {
		t := &d.Tokens[i]
		if t.Clause != c {
			continue
		}
		if f.lex.future.has(d, i) {
			return true
		}
		if t.Date >= 0 && d.Dates[t.Date].Tokens.From == i && f.after(d.Dates[t.Date].Value) {
			return true
		}
	}
	return false
}

// after reports whether a TIMEX3 value lies wholly after the article's day.
func (f *Finder) after(v string) bool {
	day := f.d.Anchor
	if day == "" {
		day = f.d.Published.Value
	}
	n := min(len(v), len(day))
	if n < 4 || v[0] < '0' || v[0] > '9' || n > 5 && (v[5] < '0' || v[5] > '9') {
		return false
	}
	return v[:n] > day[:n]
}

// reported reports whether token at is the content of indirect speech or of a
// clause with dass, or goes on from the sentence before that is.
func (f *Finder) reported(at int) bool {
	c := f.d.Tokens[at].Clause
	for n := 0; c >= 0 && n < 8; n++ {
		if i := f.firstWord(c); i >= 0 && f.lex.content.get(f.d, i, "asks") == "whether" {
			return true
		}
		if f.apart(c) {
			break
		}
		c = f.above(c)
	}
	here := f.d.Tokens[at].Sent
	for i := range f.said {
		u := &f.said[i]
		if u.Type == speech.Direct || !f.byVerb(u) {
			continue
		}
		if u.Said[0].From <= at && u.Covers(at) {
			return true
		}
		if s := f.d.Tokens[u.Said[len(u.Said)-1].To-1].Sent; s == here-1 && f.d.Sentences[s].Para == f.d.Sentences[here].Para {
			return true
		}
	}
	return false
}

// byVerb reports whether u is credited by a verb, not by "laut" or "nach": these
// leave the mood alone.
func (f *Finder) byVerb(u *speech.Utterance) bool {
	d := f.d
	if u.Cue.Empty() {
		return true
	}
	at := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > u.Cue.Start })
	return at == len(d.Tokens) || d.Tokens[at].POS != text.ADP
}

// supposed reports whether the sentence of token at has another word that makes
// it a supposition.
func (f *Finder) supposed(at int) bool {
	s := f.d.Sentences[f.d.Tokens[at].Sent].Tokens
	for i := s.From; i < s.To; i++ {
		if i != at && f.lex.condition.has(f.d, i) {
			return true
		}
	}
	return false
}

// first reports whether token at is the first word of its clause.
func (f *Finder) first(at int) bool {
	c := f.d.Tokens[at].Clause
	if c < 0 {
		return true
	}
	for i := f.d.Clauses[c].Tokens.From; i < at; i++ {
		if !f.d.Tokens[i].Word.Has(text.Punct) {
			return false
		}
	}
	return true
}
