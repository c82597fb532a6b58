package speech

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// calledWithin is how many sentences back the other word for a role reaches.
const calledWithin = 8

// calledAs is the person named in the sentences before token i whose role the noun there
// is another word for: "Kanzler Holm … der Regierungschef"; of several the one talked
// about last, nil for none.
func (f *Finder) calledAs(i int) *entity {
	t := &f.d.Tokens[i]
	l := f.lex.called.Entry(f.d, i)
	if l == nil || len(t.Lemma) != len(l.Key) && !t.Word.Has(text.Hyphen) {
		return nil
	}
	likes := strings.Fields(l.Get("like"))
	var best *entity
	for k := f.mentionBefore(i); k >= 0; k-- {
		m := f.reg.mentions[k]
		if f.d.Tokens[m.token].Sent < t.Sent-calledWithin {
			break
		}
		e := &f.reg.all[m.entity]
		if e == best || e.typ != "person" || !t.Feats.Is(text.Neut) && !e.feats.Agrees(t.Feats, text.Gender) || !e.isCalled(strings.ToLower(t.Lemma), likes) {
			continue
		}
		if best == nil {
			best = e
		} else if last := f.lastPerson(i, false); last == e {
			return e
		}
	}
	return best
}

// isCalled reports whether some role of e is like one of likes and belongs to no other
// party than the word: "CDU-Chef" is no "SPD-Vorsitzender".
func (e *entity) isCalled(word string, likes []string) bool {
	for _, h := range e.heads {
		if a, b := strings.LastIndexByte(h, '-'), strings.LastIndexByte(word, '-'); a >= 0 && b >= 0 && h[:a] != word[:b] {
			continue
		}
		for _, l := range likes {
			if role, ok := strings.CutPrefix(l, "*"); h == l || strings.HasSuffix(h, role) && (ok || h[len(h)-len(role)-1] == '-') {
				return true
			}
		}
	}
	return false
}

// formerly is the person talked about last, whatever the article calls them now, for one
// called by a role of the past at token i: "Kandidatin Holm … die frühere Ministerin"; nil
// for none, or for one whose role is to speak of others.
func (f *Finder) formerly(i int) *entity {
	if !f.lex.former.Has(f.d, i-1) || !f.isPerson(i) {
		return nil
	}
	e := f.lastPerson(i, false)
	if e == nil {
		return nil
	}
	for _, h := range e.heads {
		for k := range f.lex.apart.Entries {
			if strings.HasSuffix(h, strings.ToLower(f.lex.apart.Entries[k].Key)) {
				return nil
			}
		}
	}
	return e
}

// introduced is the person whom phrase k, a role without article in a heading or at the
// head of the article, tells of: the only one the next sentences name with these words,
// "Lindauer Bürgermeister fordert … Der Lindauer Bürgermeister Karl Holm"; nil for none.
func (f *Finder) introduced(k int) *entity {
	ch := &f.ch[k]
	h := &f.d.Tokens[ch.Head]
	if h.Sent > 0 && !f.d.Sentences[h.Sent].Heading || h.POS != text.NOUN || h.Feats.Is(text.Plur) || !f.isPerson(ch.Head) || ch.Full.Len() > ch.Tokens.Len() {
		return nil
	}
	if first := f.d.Tokens[ch.Tokens.From].POS; first == text.DET || first == text.NUM || ch.Head != ch.Tokens.To-1 || ch.Tokens.Len() > 2 {
		return nil
	}
	one := int32(-1)
	for m := f.mentionBefore(ch.Tokens.To) + 1; m < len(f.reg.mentions); m++ {
		s := f.reg.mentions[m]
		if f.d.Tokens[s.token].Sent > h.Sent+calledWithin {
			break
		}
		if s.entity != one && f.namedWith(int(s.token), ch) {
			if one >= 0 {
				return nil
			}
			one = s.entity
		}
	}
	return f.reg.at(one)
}

// namedWith reports whether the name at token i stands behind the same words as phrase ch.
func (f *Finder) namedWith(i int, ch *text.Chunk) bool {
	c := f.d.Tokens[i].Chunk
	if c < 0 {
		return false
	}
	o := &f.ch[f.into[c]]
	n := o.Name.From - 1
	if n < o.Tokens.From || f.owned(o) || f.d.Tokens[n].Lemma != f.d.Tokens[ch.Head].Lemma {
		return false
	}
	return ch.Tokens.Len() == 1 || n > o.Tokens.From && f.d.Tokens[n-1].Lemma == f.d.Tokens[ch.Tokens.From].Lemma
}

// paperBefore is the name in quotation marks that the sentences before s tell of as their
// subject last, for a word for a medium: "Das „Ufer“ hatte berichtet. Dem Blatt zufolge …";
// nil for none.
func (f *Finder) paperBefore(s int) *entity {
	for b := s - 1; b >= 0 && b >= s-3; b-- {
		k := f.topic(b)
		if k < 0 || f.ch[k].Name.Empty() || !f.inTitle(&f.ch[k]) {
			continue // not "der Film „…“"
		}
		if e := f.reg.at(f.reg.find(nameWords(f.d, f.ch[k].Name), false)); e != nil && e.typ == "organization" {
			return e
		}
	}
	return nil
}
