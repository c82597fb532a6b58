package speech

import (
	"strings"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// further reports whether clause c says that somebody goes on.
func (f *Finder) further(c int) bool { return f.clauseHas(c, f.lex.further) }

// cue is the stretch of the verb group when its parts stand together, else its
// head.
func (f *Finder) cue(v verb) text.Span {
	g := &f.d.Chunks[v.group]
	if len(g.Parts) == g.Tokens.Len() && g.Tokens.Has(v.head) {
		return f.span(g.Tokens)
	}
	return f.d.Tokens[v.head].Span
}

// sayer is the subject of clause c, in the passive its agent.
func (f *Finder) sayer(c int, v verb, subj int, cue text.Span) mention {
	if v.passiv && v.class != "medium" {
		if k := f.agentOf(c); k >= 0 && f.animate(k) {
			return f.phrase(k, cue)
		}
		return f.origin(c, v, cue)
	}
	if v.class == "es" || v.class == "from" {
		return f.origin(c, v, cue)
	}
	if v.by != "" {
		return f.behindPrep(c, v.by, cue)
	}
	if subj < 0 {
		return f.inMarks(c, cue)
	}
	h := f.ch[subj].Head
	if f.lex.expletive.Has(f.d, h) {
		if o := f.behindIt(c, subj); o >= 0 {
			return f.source(o, cue) // "So formuliert es Holm", "so sieht es die Regelung vor"
		}
		if o := f.livingSubject(c, subj); o > subj && v.class == "weak" {
			return f.phrase(o, cue) // "Anders sieht es Holm"
		}
		if t := f.topic(f.d.Clauses[c].Sent - 1); t >= 0 && (v.class == "" || v.class == "think" || v.resolves) && f.d.Tokens[f.ch[t].Head].Feats.Is(text.Neut|text.Sing) {
			return f.phrase(t, cue) // "Das Gericht …. Hier stellte es fest, …"
		}
		return f.origin(c, v, cue)
	}
	if m := f.phrase(subj, cue); m.vague {
		v.class = "es"
		if o := f.origin(c, v, cue); o.chunk >= 0 && (f.voice(f.ch[o.chunk].Head) || f.tells(f.ch[o.chunk].Head)) {
			return o // "In Brüssel fürchtet man, …"
		}
		return m
	}
	if f.lex.pointer.Has(f.d, h) && !f.opensRelative(h) {
		// "Das teilte die Feuerwehr mit": what is said stands first
		if o := f.livingSubject(c, subj); o >= 0 {
			return f.phrase(o, cue)
		}
		if o := f.object(c, subj); o >= 0 {
			return f.phrase(o, cue)
		}
		return nobody
	}
	if f.ch[subj].Name.Empty() && f.isText(h) && f.bodyBehind(subj) >= 0 {
		return f.source(subj, cue) // "Eine Studie der Bank zeigt, …"
	}
	if j := f.wordsOf(subj); v.figure && f.lex.remark.Has(f.d, h) && j >= 0 {
		return f.phrase(j, cue) // "…, lautet die Botschaft der Bank"
	}
	if v.figure && f.lex.remark.Has(f.d, h) && !f.lex.document.Has(f.d, h) && f.lex.own.Entry(f.d, f.ch[subj].Tokens.From) == nil {
		m := f.phrase(subj, cue)
		m.vague = true // "…, lautete die Botschaft"
		return m
	}
	return f.withoutHearer(f.phrase(subj, cue))
}

// behindIt is the phrase right behind an es that stands behind the verb of clause c, which begins with
// so or wie, or behind the wie of one with its verb last, so that it says and es is what is said;
// -1 for none.
func (f *Finder) behindIt(c, es int) int {
	cl := &f.d.Clauses[c]
	i := f.firstWord(cl.Tokens)
	if i < 0 || !f.lex.as.Has(f.d, i) || f.ch[es].Tokens.From != i+1 && f.ch[es].Tokens.From != cl.Finite+1 {
		return -1
	}
	at := cl.Finite
	if at < 0 {
		at = f.d.Chunks[cl.Group].Head // "wie es Holm formuliert", read as a participle
	}
	k := f.chunkAt(f.ch[es].Tokens.To)
	if k >= len(f.ch) || f.ch[k].Tokens.From != f.ch[es].Tokens.To || !f.canBeSubject(k, c, at) || !f.canSpeak(k) || f.timely(k) {
		return -1
	}
	return k
}

// behindPrep is who stands behind one of the prepositions in clause c.
func (f *Finder) behindPrep(c int, preps string, cue text.Span) mention {
	cl := &f.d.Clauses[c]
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		ch := &f.ch[k]
		if ch.Kind == text.NounPhrase && ch.Prep >= 0 && hasField(preps, f.d.Tokens[ch.Prep].Word.Lower) && f.belongs(k, c) && f.animate(k) && !f.timely(k) {
			return f.phrase(k, cue)
		}
	}
	return nobody
}

// inMarks is the name in quotation marks or of a site between "wie" and the verb of
// clause c: "wie „heute online“ berichtet".
func (f *Finder) inMarks(c int, cue text.Span) mention {
	i := f.firstWord(f.d.Clauses[c].Tokens)
	if i < 0 || !f.lex.as.Has(f.d, i) || i+2 >= len(f.d.Tokens) {
		return nobody
	}
	if f.lex.site.Has(f.d, i+1) {
		return mention{tokens: text.Range{From: i + 1, To: i + 2}, chunk: -1, cue: cue}
	}
	z := f.d.Tokens[i+2].Zone
	if z < 0 || f.spoken[z] || f.d.Zones[z].Tokens.From != i+2 || f.d.Zones[z].Tokens.Len() > longestTitle {
		return nobody
	}
	return mention{tokens: f.d.Zones[z].Tokens, chunk: -1, cue: cue}
}

// withoutHearer takes a medium behind the speaker that reads like a genitive but
// is the one spoken to off the phrase: "sagte der Beamte der Zeitung".
func (f *Finder) withoutHearer(m mention) mention {
	if k := f.hearerOf(m.chunk); k >= 0 {
		m.tokens.To = f.ch[k].Tokens.From
	}
	return m
}

// hearerOf is the medium behind phrase k that stands like a genitive of it or of a body
// behind it, but behind the verb is the one spoken to, -1 for none: "sagte der Beamte der
// Zeitung", "sagte ein Sprecher der Bahn der Agentur".
func (f *Finder) hearerOf(k int) int {
	if k < 0 || !f.behindFinite(k) {
		return -1
	}
	ch := &f.ch[k]
	for last, n := k, k+1; n < len(f.ch) && n <= k+3; last, n = n, n+1 {
		o := &f.ch[n]
		if o.Prep == f.ch[last].Tokens.To && o.Tokens.From == o.Prep+1 && o.Name == o.Tokens && (o.Of == last || o.Of == k) {
			continue // "sagte ein Bewohner | von Kiew | der Agentur"
		}
		if o.Kind != text.NounPhrase || o.Of != last && o.Of != k || o.Prep >= 0 || o.Tokens.From != f.ch[last].Tokens.To {
			return -1
		}
		if t := &f.d.Tokens[o.Tokens.From]; t.POS == text.DET && !canBe(t.Word, text.DET, text.Dat) {
			return -1 // "die Moderatorin eines Senders"
		}
		if !f.isMedium(o) && !f.pressNoun(n) && !f.markedPress(n) {
			continue
		}
		if n > k+1 || f.isPerson(ch.Head) || f.isDoer(ch.Head) || !ch.Name.Empty() || f.lex.someone.Has(f.d, ch.Head) || f.isAgency(o) && f.isBody(ch.Head) {
			return n
		}
		return -1
	}
	return -1
}

// origin is the place or document an impersonal verb of saying names: "hieß es
// aus dem Ministerium", "in einer Mitteilung der Polizei heißt es".
func (f *Finder) origin(c int, v verb, cue text.Span) mention {
	cl := &f.d.Clauses[c]
	if cl.Kind == text.RelClause && cl.Intro > 0 && f.lex.origin.Has(f.d, cl.Intro-1) {
		if a := f.before1(cl.Tokens.From, f.d.Tokens[cl.Intro].Feats); a >= 0 {
			return f.source(a, cue) // "eine Erklärung, in der es heißt"
		}
	}
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if f.d.Tokens[i].Clause == c && f.lex.inside.Has(f.d, i) {
			if doc := f.documentBefore(i); doc >= 0 {
				return f.source(doc, cue) // "Darin heißt es, …"
			}
		}
	}
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		if ch := &f.ch[k]; ch.Kind == text.NounPhrase && f.tells(ch.Head) && f.belongs(k, c) && (ch.Prep >= 0 && f.lex.origin.Has(f.d, ch.Prep) && !f.barred(f.lex.origin.Entry(f.d, ch.Prep), ch.Head) && !f.governs(v, ch.Prep) || ch.Prep < 0 && ch.Feats.Is(text.Dat)) {
			return f.source(k, cue)
		}
	}
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		ch := &f.ch[k]
		if ch.Kind != text.NounPhrase || ch.Prep < 0 || !f.belongs(k, c) || ch.Of >= 0 || f.timely(k) || f.governs(v, ch.Prep) || k > 0 && f.ch[k-1].Tokens.To == ch.Prep && f.ch[k-1].Prep >= 0 && f.governs(v, f.ch[k-1].Prep) {
			continue
		}
		if e := f.lex.origin.Entry(f.d, ch.Prep); e != nil && !f.barred(e, ch.Head) && (e.Get("of") == "" || e.Get("body") != "" && (f.isBody(ch.Head) || f.lex.group.Has(f.d, ch.Head) || f.titled(ch)) || f.isText(ch.Head) || f.isOutlet(ch.Head) || !v.passiv && f.lex.state.Has(f.d, ch.Head) || f.lex.agent.Has(f.d, ch.Prep) && f.animate(k) || v.class == "es" && f.isBody(ch.Head) || v.passiv && f.lex.bodyEnd.Has(f.d, ch.Head) && f.isKnown(ch) || v.class == "es" && f.d.Tokens[ch.Head].Word.Has(text.AllCaps)) {
			return f.source(k, cue)
		}
	}
	return nobody
}

// barred reports whether the noun at i never tells where words come from behind the
// preposition of entry e: "auf Anfrage".
func (f *Finder) barred(e *rule.Entry, i int) bool {
	w := e.Get("without")
	return w != "" && strings.HasSuffix(strings.ToLower(f.d.Tokens[i].Lemma), w)
}

// governs reports whether the verb v asks for the preposition at token i: what is
// told stands behind it, nobody who tells.
func (f *Finder) governs(v verb, i int) bool {
	t := &f.d.Tokens[i]
	return v.preps != "" && (hasField(v.preps, t.Lemma) || hasField(v.preps, t.Word.Lower))
}

// source is the body behind noun phrase k: of a document or noun of saying the
// genitive or von-phrase that hangs on it, else the phrase itself.
func (f *Finder) source(k int, cue text.Span) mention {
	if j := f.bodyBehind(k); j >= 0 {
		if b := f.bodyBehind(j); b >= 0 && f.isText(f.ch[j].Head) {
			j = b // "das Ergebnis einer Studie der Bank"
		}
		m := f.phrase(j, cue)
		for i := f.ch[j].Tokens.To; i < m.tokens.To; i++ {
			if f.d.Tokens[i].POS == text.ADP && f.lex.addressed.Has(f.d, i) {
				m.tokens.To = i // "ein Schreiben des Ministeriums | an den Landtag"
			}
		}
		m.show = text.Range{From: f.ch[k].Tokens.From, To: m.tokens.To}
		return m
	}
	if j := f.issuer(k); j >= 0 {
		m := f.phrase(j, cue)
		m.show = f.ch[k].Tokens
		return m
	}
	if j := f.toldBefore(k); j >= 0 {
		m := f.phrase(j, cue)
		m.show = f.ch[k].Tokens
		return m
	}
	m := f.phrase(k, cue)
	if j := k + 1; f.tells(f.ch[k].Head) && j < len(f.ch) && f.ch[j].Prep == f.ch[k].Tokens.To && f.lex.agent.Has(f.d, f.ch[j].Prep) && !f.animate(j) {
		m.tokens.To = f.ch[k].Tokens.To // "laut einer Studie | von Wassermangel bedroht"
	}
	return m
}

// issuer is who put out the document k by the relative clause behind it: "Zahlen, die
// das Amt vorlegte"; -1 for none.
func (f *Finder) issuer(k int) int {
	ch := &f.ch[k]
	if !f.isText(ch.Head) {
		return -1
	}
	cs := f.idx.clauses[f.d.Tokens[ch.Head].Sent]
	for c := cs.From; c < cs.To; c++ {
		n := &f.d.Clauses[c]
		if n.Kind != text.RelClause || n.Tokens.From < ch.Tokens.To || n.Group < 0 || n.Intro < 0 || !f.lex.publish.Has(f.d, f.d.Chunks[n.Group].Head) || f.d.Chunks[n.Group].Passive {
			continue
		}
		if a := f.before1(n.Tokens.From, f.d.Tokens[n.Intro].Feats&(text.Gender|text.Number)); a != k {
			continue
		}
		if s := f.subject(c); s >= 0 && f.ch[s].Head != n.Intro && f.animate(s) && !f.isText(f.ch[s].Head) {
			return s
		}
	}
	return -1
}

// toldBefore is whose the document k is when it was named before with its body:
// "ein Bericht der Bank … Dem Bericht zufolge", else the medium that reported in the
// sentences before; -1 for none.
func (f *Finder) toldBefore(k int) int {
	const far = 60 // chunks
	ch := &f.ch[k]
	if !f.isText(ch.Head) || !f.isKnown(ch) || ch.Full.Len() > ch.Tokens.Len() || k+1 < len(f.ch) && f.ch[k+1].Prep == ch.Tokens.To && f.lex.agent.Has(f.d, f.ch[k+1].Prep) {
		return -1
	}
	for j := k - 1; j >= 0 && j >= k-far; j-- {
		if o := &f.ch[j]; o.Kind == text.NounPhrase && f.d.Tokens[o.Head].Lemma == f.d.Tokens[ch.Head].Lemma {
			if b := f.bodyBehind(j); b >= 0 {
				return b
			}
			return -1
		}
	}
	if !f.lex.report.Has(f.d, ch.Head) {
		return -1
	}
	for b := f.d.Tokens[ch.Head].Sent - 1; b >= 0 && b >= f.d.Tokens[ch.Head].Sent-2; b-- {
		cs := f.idx.clauses[b]
		for c := cs.From; c < cs.To; c++ {
			if f.d.Clauses[c].Finite < 0 || !f.isSaying(c) {
				continue
			}
			if s := f.subject(c); s >= 0 && f.isPasser(f.phrase(s, text.Span{})) && !f.isText(f.ch[s].Head) {
				return s // "A, berichtete der Guardian. Dem Bericht zufolge B"
			}
		}
		told := -1
		f.idx.in(b, func(n int) bool {
			if w := f.out[n].who; w.chunk >= 0 && f.d.Tokens[f.ch[w.chunk].Head].Sent == b && f.isMedium(&f.ch[w.chunk]) && !f.isText(f.ch[w.chunk].Head) {
				told = w.chunk // "Laut dem Guardian A. Dem Bericht zufolge B"
			}
			return told < 0
		})
		if told >= 0 {
			return told
		}
	}
	return -1
}

// bodyBehind is the genitive or von-phrase that hangs on the document or noun of
// saying k and can speak, -1 for none.
func (f *Finder) bodyBehind(k int) int {
	if !f.tells(f.ch[k].Head) {
		return -1
	}
	if j := f.wordsOf(k); j >= 0 {
		return j
	}
	if j := k + 1; j < len(f.ch) && f.ch[j].Kind == text.NounPhrase && f.ch[j].Prep == f.ch[k].Tokens.To && f.lex.outOf.Has(f.d, f.ch[j].Prep) && (f.lex.group.Has(f.d, f.ch[j].Head) || f.isBody(f.ch[j].Head) || f.isText(f.ch[j].Head)) {
		return j // "nach Informationen aus Parteikreisen"
	}
	return -1
}

// wordsOf is the genitive or von-phrase that hangs on noun k and can speak, -1 for none.
func (f *Finder) wordsOf(k int) int {
	for j := k + 1; j < len(f.ch) && j < k+4; j++ {
		n := &f.ch[j]
		if n.Kind != text.NounPhrase || n.Of != k {
			continue
		}
		if f.lex.document.Has(f.d, f.ch[k].Head) && f.isText(n.Head) && f.d.Tokens[n.Head].Feats.Is(text.Plur) {
			continue // "eine Auswertung der Zahlen"
		}
		if n.Prep < 0 && !f.timely(j) && f.canSpeak(j) && (!f.lex.document.Has(f.d, f.ch[k].Head) || f.animate(j)) || n.Prep >= 0 && f.lex.agent.Has(f.d, n.Prep) && !f.timely(j) && f.animate(j) {
			return j
		}
	}
	if j := k + 2; j < len(f.ch) && f.ch[k+1].Prep == f.ch[k].Tokens.To && (f.timely(k+1) || f.d.Tokens[f.ch[k+1].Head].POS == text.NUM) && f.ch[j].Kind == text.NounPhrase && f.ch[j].Prep < 0 &&
		f.ch[j].Tokens.From == f.ch[k+1].Tokens.To && f.d.Tokens[f.ch[j].Tokens.From].Feats.Is(text.Gen) && f.canSpeak(j) {
		return j // "im Bericht für 2005 des Ministeriums"
	}
	if j := k + 1; j < len(f.ch) && f.ch[j].Kind == text.NounPhrase && f.ch[j].Prep < 0 && f.ch[j].Tokens.From == f.ch[k].Tokens.To && f.ch[j].Tokens.Len() == 2 && f.lex.press.Has(f.d, f.ch[j].Head) && canBe(f.d.Tokens[f.ch[j].Tokens.From].Word, text.DET, text.Gen) {
		return j // "ein Bericht der Bild"
	}
	if j := k + 1; j < len(f.ch) && f.ch[j].Kind == text.NounPhrase && f.ch[j].Prep < 0 && f.ch[j].Tokens.From == f.ch[k].Tokens.To &&
		f.d.Tokens[f.ch[j].Tokens.From].Feats.Is(text.Gen) && (!f.ch[j].Name.Empty() || f.isPerson(f.ch[j].Head)) {
		return j // "Angaben des Bandenchef Mohamed Said", without its genitive -s
	}
	return -1
}

// hearers are those to whom the clause says it was said and who so pass it on:
// "sagte X dem Sender Y", "gegenüber Y".
func (f *Finder) hearers(c, subj int) []mention {
	cl := &f.d.Clauses[c]
	var out []mention
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		ch := &f.ch[k]
		if subj >= 0 && f.hearerOf(subj) == k {
			out = append(out, f.phrase(k, text.Span{}))
			continue
		}
		if ch.Kind != text.NounPhrase || k == subj || ch.Of >= 0 && !f.noOwner(ch.Of, ch, subj) || !f.belongs(k, c) {
			continue
		}
		to := ch.Prep >= 0 && (f.toldTo(ch) || f.lex.after.Has(f.d, ch.Prep) && f.isMedium(ch)) && f.animate(k) && !f.timely(k)
		if to || ch.Prep < 0 && (f.isMedium(ch) || f.pressNoun(k) || f.markedPress(k)) && !ch.Feats.Is(text.Nom) && (subj < 0 || f.ch[subj].Tokens.To <= ch.Tokens.From || !ch.Feats.Is(text.Acc)) {
			out = append(out, f.phrase(k, text.Span{}))
		}
	}
	return out
}

// toldTo reports whether the preposition of ch says that it is spoken to:
// "gegenüber der Behörde", "zur Agentur".
func (f *Finder) toldTo(ch *text.Chunk) bool {
	e := f.lex.toward.Entry(f.d, ch.Prep)
	return e != nil && (e.Get("of") == "" || f.isMedium(ch))
}

// isMedium reports whether the head of ch, or the noun before its name, is a
// word for a medium.
func (f *Finder) isMedium(ch *text.Chunk) bool {
	for i := ch.Tokens.From; i < ch.Tokens.To; i++ {
		if f.isOutlet(i) || f.lex.agency.Has(f.d, i) || (ch.Name.Has(i) || f.d.Tokens[i].Word.Has(text.AllCaps) || f.titled(ch)) && f.lex.press.Has(f.d, i) {
			return true
		}
	}
	return false
}
