package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// mention is a noun phrase, pronoun or bare stretch that names a speaker,
// before it is resolved.
type mention struct {
	tokens text.Range // empty: nobody is named
	chunk  int        // index into Doc.Chunks, -1 for a bare stretch
	cue    text.Span
	same   int // index+1 of the utterance whose speaker goes on; 0 for none
}

var nobody = mention{chunk: -1}

func (m mention) none() bool { return m.tokens.Empty() && m.same == 0 }

// phrase makes a mention of chunk c, credited by cue.
func (f *Finder) phrase(c int, cue text.Span) mention {
	if c < 0 {
		return nobody
	}
	ch := &f.d.Chunks[c]
	r := ch.Tokens
	if ch.Full.Len() > r.Len() {
		r = ch.Full
	}
	return mention{tokens: r, chunk: c, cue: cue}
}

// stretch makes a mention of the tokens r: of the noun phrase that begins there
// when there is one.
func (f *Finder) stretch(r text.Range, cue text.Span) mention {
	for i := r.From; i < r.To; i++ {
		if c := f.d.Tokens[i].Chunk; c >= 0 && f.d.Chunks[c].Kind == text.NounPhrase && f.d.Chunks[c].Tokens.From >= r.From {
			m := f.phrase(c, cue)
			if m.tokens.Len() < r.Len() {
				m.tokens = r
			}
			return m
		}
	}
	return mention{tokens: r, chunk: -1, cue: cue}
}

// words is the text of the tokens of r without the determiner at its start.
func (f *Finder) words(r text.Range) string {
	for r.From < r.To-1 && f.d.Tokens[r.From].POS == text.DET {
		r.From++
	}
	for r.From < r.To && f.d.Tokens[r.To-1].Word.Has(text.Punct) && f.d.Tokens[r.To-1].Word.Form != ")" {
		r.To--
	}
	if r.Empty() {
		return ""
	}
	s := f.d.Text[f.d.Tokens[r.From].Start:f.d.Tokens[r.To-1].End]
	if strings.ContainsAny(s, "\n\r\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}
