package speech

import "github.com/belegt/extract/extract/text"

// maker is who an attribute of a phrase names as the one who wrote it or passes it on: "ein
// | von der Zeitung | zitierter Offizier".
type maker struct {
	chunk  int
	by     text.Range
	author bool
}

// cutMaker takes such an attribute off phrase k and notes whom it names.
func (f *Finder) cutMaker(k int) {
	c := &f.ch[k]
	if c.Kind != text.NounPhrase || c.Tokens.Len() < 4 {
		return
	}
	for p := c.Tokens.From; p < c.Tokens.From+2; p++ {
		if f.d.Tokens[p].POS != text.ADP || !f.lex.agent.Has(f.d, p) {
			continue
		}
		for q := p + 2; q < c.Head; q++ {
			e := f.lex.passed.Entry(f.d, q)
			if e == nil || f.d.Tokens[q].POS != text.ADJ {
				continue
			}
			f.made = append(f.made, maker{chunk: k, by: text.Range{From: p + 1, To: q}, author: e.Get("of") == "author"})
			if c.Full.From == c.Tokens.From {
				c.Full.From = q + 1
			}
			c.Tokens.From = q + 1
			if c.Name.From < c.Tokens.From {
				c.Name = text.Range{}
			}
			return
		}
	}
}

// makerOf is who an attribute of phrase k names, nil for none.
func (f *Finder) makerOf(k int) *maker {
	for i := range f.made {
		if f.made[i].chunk == k {
			return &f.made[i]
		}
	}
	return nil
}

// byMaker makes who wrote the source of u its speaker, and who passes it on a passer.
func (f *Finder) byMaker(u *Utterance, m *maker) {
	w := mention{tokens: m.by, chunk: -1, known: int(f.reg.find(nameWords(f.d, m.by), false)) + 1}
	s, ok := f.speaker(w)
	if !ok {
		return
	}
	if !m.author {
		u.Via = append(u.Via, s)
		return
	}
	s.Cue = u.Speaker.Cue
	u.Speaker = &s
}
