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
	known  int // index+1 of the entity a label names; 0 for what has to be resolved

	show  text.Range // what stands for the speaker in the text when it is not tokens: "eigenen Angaben"
	first bool       // only the first part of a compound with a hyphen: "Nordblick-Gespräch"
	vague bool       // names nobody in particular: "Berichten zufolge"
}

var nobody = mention{chunk: -1}

func (m mention) none() bool { return m.tokens.Empty() && m.same == 0 }

// phrase makes a mention of chunk c, credited by cue.
func (f *Finder) phrase(c int, cue text.Span) mention {
	if c < 0 {
		return nobody
	}
	ch := &f.ch[c]
	r := ch.Tokens
	if ch.Full.Len() > r.Len() {
		r = ch.Full
	}
	for i := ch.Head + 1; i < r.To; i++ {
		if f.d.Tokens[i].Date >= 0 {
			r.To = i // "der Konzern | Mittwochabend"
		}
	}
	for i := ch.Tokens.To; i < r.To; i++ {
		if c := f.d.Tokens[i].Chunk; c >= 0 && f.lex.inquiry.Has(f.d, i) && f.ch[f.into[c]].Prep >= ch.Tokens.To {
			r.To = f.ch[f.into[c]].Prep // "die Antwort der Regierung | auf eine Anfrage"
		}
	}
	for r.To > ch.Head+1 && f.d.Tokens[r.To-1].POS == text.ADP {
		r.To-- // "einer Schätzung vom | Dienstag"
	}
	return mention{tokens: r, chunk: c, cue: cue, vague: f.lex.nobody.Has(f.d, ch.Head) && f.lex.nobody.Entry(f.d, ch.Head).Get("vague") != ""}
}

// stretch makes a mention of the tokens r: of the noun phrase that begins there
// when there is one.
func (f *Finder) stretch(r text.Range, cue text.Span) mention {
	for i := r.From; i < r.To; i++ {
		c := f.d.Tokens[i].Chunk
		if c < 0 {
			continue
		}
		if f.d.Chunks[c].Kind != text.NounPhrase {
			continue
		}
		if own := c; int(f.into[c]) != own && f.ch[f.into[c]].Name.Has(i) {
			return f.phrase(int(f.into[c]), cue) // "Ursula von | der Leyen"
		}
		c = int(f.into[c])
		if h := f.ch[c].Head; h >= r.To && f.ch[c].Tokens.From < r.From && f.ch[c].Tokens.To >= r.To {
			return mention{tokens: r, chunk: -1, cue: cue, known: int(f.reg.find(nameWords(f.d, r), false)) + 1} // "die vom | Rat | genannte Zahl"
		}
		if z := f.d.Tokens[i].Zone; z > f.d.Tokens[r.From].Zone && f.d.Zones[z].Tokens.From == r.From+1 && f.ch[c].Tokens.To < f.d.Zones[z].Tokens.To {
			return mention{tokens: f.d.Zones[z].Tokens, chunk: -1, cue: cue} // "„Neuburg aktuell“"
		}
		if from := f.ch[c].Tokens.From; from >= r.From || f.d.Tokens[from].POS == text.DET {
			m := f.phrase(c, cue)
			m.tokens.From = max(m.tokens.From, r.From)
			if m.tokens.To < r.To {
				m.tokens.To = r.To
			}
			return m
		}
	}
	return mention{tokens: r, chunk: -1, cue: cue}
}

// leaves reports whether the word at i, the first of a phrase, is no part of a
// name: a determiner or an opening mark.
func (f *Finder) leaves(i int) bool {
	t, next := &f.d.Tokens[i], &f.d.Tokens[i+1]
	if t.POS == text.ADV && f.lex.focus.Has(f.d, i) {
		return true // "Selbst unbeteiligte Beobachter"
	}
	return t.POS == text.DET || t.POS == text.PRON && (next.Word.Has(text.Punct) || t.Feats.Is(text.Gen) && next.POS == text.NOUN) || t.Word.Has(text.Punct) && next.Zone > t.Zone
}

// words is the text of the tokens of r without the determiner at its start.
func (f *Finder) words(r text.Range) string {
	for r.From < r.To-1 && f.leaves(r.From) {
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
