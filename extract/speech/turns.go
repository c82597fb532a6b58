package speech

import (
	"slices"

	"github.com/belegt/extract/extract/text"
)

// label is a name before a colon that begins a sentence.
type label struct {
	name  text.Range // its words
	turn  text.Range // what stands behind the colon, up to the next label
	voice int        // index into voices, -1 when there are too many
	inner bool       // another colon stands before it
	said  bool       // its turn is credited to it
}

// voice is all labels of the same words.
type voice struct {
	words   string
	n, asks int // how many labels, and how many of them stand before questions
}

// maxLabel is how many words a label has at most, maxVoices how many people talk
// in an interview.
const (
	maxLabel  = 3
	maxVoices = 12
)

// turns credits what stands behind a name and a colon: the answers of an
// interview, and single sentences ("Kehl: Wir zahlen nicht").
func (f *Finder) turns() {
	f.labels, f.voices = f.labels[:0], f.voices[:0]
	for s := range f.d.Sentences {
		if r := f.labelOf(f.d.Sentences[s].Tokens); !r.Empty() {
			f.labels = append(f.labels, label{name: r, voice: f.voiceOf(f.words(r))})
		}
	}
	f.innerLabels()
	for i := range f.labels {
		l := &f.labels[i]
		l.turn = text.Range{From: l.name.To + 1, To: f.paragraphEnd(l.name.From)}
		if i+1 < len(f.labels) {
			l.turn.To = f.labels[i+1].name.From
			if from := f.sentence(l.turn.To).From; from > l.turn.From {
				l.turn.To = from // "… Leser Kern fragt, was das kostet: | Holm: …"
			}
		}
		if l.voice >= 0 && f.question(l.turn) {
			f.voices[l.voice].asks++
		}
	}
	asked := false
	for i := range f.labels {
		l := &f.labels[i]
		v := voice{n: 1}
		if l.voice >= 0 {
			v = f.voices[l.voice]
		}
		switch {
		case v.n > 1 && 2*v.asks >= v.n:
			asked = true
		case v.n > 1 && (asked || l.name.Len() > 1 && f.person(l) >= 0):
			f.say(l, Utterance{Type: Direct, Said: []text.Range{l.turn}, Rule: "speech.interview"})
		default:
			f.remark(l)
		}
	}
}

// innerLabels adds the names between two colons: "Leser fragen, was das kostet: Jan
// Holm: Viel".
func (f *Finder) innerLabels() {
	n := len(f.labels)
	for _, m := range f.reg.mentions {
		k := f.d.Tokens[m.token].Chunk
		if k < 0 {
			continue
		}
		r := f.ch[f.into[k]].Tokens
		if r.From < 2 {
			continue
		}
		if f.form(r.From-1) == ":" && f.form(r.To) == ":" && f.d.Tokens[r.From-2].Word.Has(text.Letters) && r == f.ch[f.into[k]].Name && f.reg.all[m.entity].typ == "person" && f.d.Tokens[r.From-1].Sent == f.d.Tokens[r.To].Sent && f.d.Tokens[r.To].Zone < 0 &&
			f.mainClause(text.Range{From: f.sentence(r.From).From, To: r.From}) >= 0 {
			f.labels = append(f.labels, label{name: r, voice: f.voiceOf(f.words(r)), inner: true})
		}
	}
	if len(f.labels) > n {
		slices.SortStableFunc(f.labels, func(a, b label) int { return a.name.From - b.name.From })
	}
}

// labelOf is the name that begins the sentence r and ends in a colon, empty for
// none.
func (f *Finder) labelOf(r text.Range) text.Range {
	d, i := f.d, r.From
	for i < r.To && i-r.From <= maxLabel && d.Tokens[i].Word.Has(text.Capital) && d.Tokens[i].Word.Has(text.Letters) {
		i++
	}
	if i == r.From || i-r.From > maxLabel || i+1 >= r.To || f.form(i) != ":" || d.Tokens[i].Zone >= 0 || !d.Tokens[i+1].Space {
		return text.Range{}
	}
	last := &d.Tokens[i-1]
	if last.POS != text.PROPN && last.POS != text.NOUN && !last.Word.Has(text.AllCaps) || f.lex.faq.Has(d, i-1) {
		return text.Range{}
	}
	return text.Range{From: r.From, To: i}
}

// voiceOf counts a label with these words; -1 when there are too many voices.
func (f *Finder) voiceOf(words string) int {
	for i := range f.voices {
		if f.voices[i].words == words {
			f.voices[i].n++
			return i
		}
	}
	if len(f.voices) == maxVoices {
		return -1
	}
	f.voices = append(f.voices, voice{words: words, n: 1})
	return len(f.voices) - 1
}

// question reports whether r ends with a question mark.
func (f *Finder) question(r text.Range) bool {
	for i := r.To - 1; i > r.From && f.d.Tokens[i].Word.Has(text.Punct); i-- {
		if f.form(i) == "?" {
			return true
		}
	}
	return false
}

// paragraphEnd is the token behind the paragraph of token i.
func (f *Finder) paragraphEnd(i int) int {
	s := f.d.Paragraphs[f.d.Sentences[f.d.Tokens[i].Sent].Para].Sentences
	return f.d.Sentences[s.To-1].Tokens.To
}

// person is the entity of the person that label l names, -1 for none.
func (f *Finder) person(l *label) int32 {
	id := f.reg.find(nameWords(f.d, l.name), false)
	if e := f.reg.at(id); e == nil || e.typ != "person" {
		return -1
	}
	return id
}

// say credits u to the name of label l.
func (f *Finder) say(l *label, u Utterance) {
	u.Frame = text.Range{From: l.name.From, To: l.turn.From}
	u.who, u.at = f.stretch(l.name, text.Span{}), l.name.From
	u.who.known = int(f.person(l)) + 1
	l.said = f.add(u) != nil
}

// reachesTurn reports whether u is credited before a label and begins in its turn: "Die
// Leser sehen das anders: Jan Holm: | Es gibt drei Wege".
func (f *Finder) reachesTurn(u *Utterance) bool {
	for i := range f.labels {
		if l := &f.labels[i]; l.said && u.at < l.name.From && u.start() >= l.name.From && u.start() < l.turn.To {
			return true
		}
	}
	return false
}

// remark credits the sentence behind the name of a person the article knows, in a heading also behind a word for a person or body: "Polizei: Drei Tote".
func (f *Finder) remark(l *label) {
	d := f.d
	s := &d.Sentences[d.Tokens[l.name.From].Sent]
	if l.turn.From >= len(d.Tokens) || d.Tokens[l.turn.From].Zone >= 0 || d.Tokens[l.turn.From].Word.Has(text.Punct) {
		return // „…“ of its own
	}
	e := f.reg.at(f.person(l))
	head := l.name.To - 1
	title := s.Heading || d.Tokens[l.name.From].Sent == 0 && f.mainClause(s.Tokens) < 0 // with a full stop behind it
	switch {
	case e != nil && (len(e.words) > l.name.Len() || (e.seen > 1 || l.inner) && f.mainClause(text.Range{From: l.turn.From, To: min(s.Tokens.To, l.turn.To)}) >= 0):
	case title && (f.isPerson(head) || f.isBody(head)):
	default:
		return
	}
	u := Utterance{Type: Indirect, Said: []text.Range{{From: l.turn.From, To: min(s.Tokens.To, l.turn.To)}}, Rule: "speech.colon.name", Holds: true}
	if len(d.Zones) == 0 && !title {
		u.Type = Direct // the article has lost its marks
	}
	f.say(l, u)
}
