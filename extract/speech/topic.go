package speech

import "github.com/belegt/extract/extract/text"

// topic is the subject of the main clause of sentence s when it is somebody
// named or a body, -1 for none: whose view the next sentence may go on with.
func (f *Finder) topic(s int) int {
	if s < 0 || f.d.Sentences[s].Heading || f.insideZone(f.d.Sentences[s].Tokens) {
		return -1
	}
	c := f.mainClause(f.d.Sentences[s].Tokens)
	if c < 0 || f.reportMood(f.d.Clauses[c].Finite) {
		return -1
	}
	k := f.subject(c)
	if a := f.comesFrom(c, k); a >= 0 {
		return a
	}
	if k >= 0 && f.lex.pointer.Has(f.d, f.ch[k].Head) {
		k = f.livingSubject(c, k) // "Das sagte Holm"
	}
	if k < 0 || f.timely(k) {
		return -1
	}
	if j := f.equated(c, k); j >= 0 {
		k = j // "Holm wurde neuer Chef"
	}
	if f.animate(k) && !f.lex.nobody.Has(f.d, f.ch[k].Head) && !f.isText(f.ch[k].Head) {
		return k
	}
	return -1
}

// floor is the topic of sentence s when the next may be its word, -1 for none.
func (f *Finder) floor(s int) int {
	if k := f.topic(s); k >= 0 && !f.someOf(k) {
		return k
	}
	return -1
}

// comesFrom is from whom a reaction k, the subject of clause c, comes, -1 for none: "Kritik
// kam von der Opposition."
func (f *Finder) comesFrom(c, k int) int {
	if k < 0 || !f.lex.reaction.Has(f.d, f.ch[k].Head) || f.d.Clauses[c].Group < 0 || !f.lex.come.Has(f.d, f.d.Chunks[f.d.Clauses[c].Group].Head) {
		return -1
	}
	if a := f.agentOf(c); a >= 0 && f.animate(a) {
		return a
	}
	return -1
}

// equated is the name in clause c that phrase k on the other side of its verb only says
// something of, -1 for none: "Jens Holm ist | der neue Trainer".
func (f *Finder) equated(c, k int) int {
	cl := &f.d.Clauses[c]
	if !f.isCopular(c) || !f.ch[k].Name.Empty() {
		return -1
	}
	j := f.chunkAt(cl.Finite)
	for j < len(f.ch) && f.ch[j].Kind != text.NounPhrase && f.ch[j].Tokens.From <= cl.Finite {
		j++
	}
	if f.ch[k].Tokens.From > cl.Finite {
		j = f.chunkAt(cl.Finite) - 1
	}
	if j < 0 || j >= len(f.ch) || f.ch[j].Kind != text.NounPhrase || f.ch[j].Name.Empty() || f.owned(&f.ch[j]) || !f.canBeSubject(j, c, cl.Finite) || !f.agrees(j, cl.Finite) {
		return -1
	}
	return j
}

// isCopular reports whether the verb of clause c only tells what somebody is.
func (f *Finder) isCopular(c int) bool {
	cl := &f.d.Clauses[c]
	return cl.Group >= 0 && f.d.Chunks[cl.Group].Head == cl.Finite && f.lex.copula.Has(f.d, cl.Finite)
}

// newVoice reports whether phrase t is a name before sentence s of a paragraph in
// which nobody has spoken so far.
func (f *Finder) newVoice(t, s int) bool {
	para := &f.d.Paragraphs[f.d.Sentences[s].Para]
	if f.ch[t].Name.Empty() || s-1 < para.Sentences.From {
		return false
	}
	for b := s - 1; b >= para.Sentences.From && b > s-8; b-- {
		if f.lastIn(b, len(f.out)) >= 0 {
			return false
		}
	}
	return true
}

// someOf reports whether phrase k tells of people not met before: "Helfer",
// "zwei Agenten". They don't take the floor by doing something.
func (f *Finder) someOf(k int) bool {
	ch := &f.ch[k]
	first := &f.d.Tokens[ch.Tokens.From]
	return ch.Name.Empty() && f.d.Tokens[ch.Head].POS == text.NOUN && f.d.Tokens[ch.Head].Feats.Is(text.Plur) && (first.POS != text.DET || first.Feats.Is(text.Indef))
}

// namesPerson reports whether a person is named in r.
func (f *Finder) namesPerson(r text.Range) bool {
	for m := f.mentionBefore(r.To); m >= 0 && int(f.reg.mentions[m].token) >= r.From; m-- {
		if f.reg.all[f.reg.mentions[m].entity].typ == "person" {
			return true
		}
	}
	return false
}
