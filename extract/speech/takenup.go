package speech

import "github.com/belegt/extract/extract/text"

// figureTold credits a figure that relative clause c, of the verb of saying v, takes up to
// who names it there: "die 30 Toten, | von denen die Polizei sprach".
func (f *Finder) figureTold(c int, v verb) {
	cl := &f.d.Clauses[c]
	if cl.Kind != text.RelClause || cl.Intro < 1 || v.passiv || v.modal || cl.Finite < 0 || f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) {
		return
	}
	pron := &f.d.Tokens[cl.Intro]
	governed := f.d.Tokens[cl.Intro-1].POS == text.ADP
	if governed != (v.preps != "" && f.governs(v, cl.Intro-1)) || !governed && !f.lex.told.Has(f.d, v.head) {
		return
	}
	s := f.subject(c)
	if s < 0 || f.ch[s].Head == cl.Intro || !f.animate(s) || f.lex.nobody.Has(f.d, f.ch[s].Head) {
		return
	}
	a := f.before1(cl.Tokens.From, pron.Feats&text.Number)
	if a < 0 || f.ch[a].Prep >= 0 && f.ch[a].Of >= 0 && !f.counts(f.ch[a].Tokens) {
		return
	}
	if o := f.ch[a].Of; o >= 0 && f.ch[a].Prep >= 0 && f.d.Tokens[f.ch[f.into[o]].Head].Feats.Agrees(pron.Feats, text.Gender|text.Number) {
		a = int(f.into[o]) // "die Zahl | von 30 Toten, die …"
	}
	said := text.Range{From: f.measured(a), To: max(f.ch[a].Tokens.To, f.ch[a].Full.To)}
	if said.To = min(said.To, cl.Tokens.From); !f.counts(said) || f.d.Tokens[cl.Tokens.From].Sent != f.d.Tokens[said.From].Sent {
		return
	}
	f.add(Utterance{Type: Reported, Said: []text.Range{said}, Cue: f.cue(v), Frame: cl.Tokens, who: f.phrase(s, f.cue(v)), at: v.head, Quiet: true, Rule: "speech.verb.takenup"})
}
