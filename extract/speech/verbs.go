package speech

import (
	"strings"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// verb is a verb of saying in its clause.
type verb struct {
	head          int    // token
	at            int    // token: its first part in the clause
	group         int    // index into the chunks
	object        bool   // its object can be what is said
	preps         string // what is said can hang on one of these prepositions
	class         string
	with          string // the words beside which alone it is one of saying
	by            string // the preposition before who says it, "" for its subject
	tag           bool   // of a weak one: it may stand behind what is said
	report        bool   // its clause is by itself a report of what was said
	modal, passiv bool
}

// verbs credits what hangs on a verb of saying to its subject.
func (f *Finder) verbs() {
	for c := range f.d.Clauses {
		if v, ok := f.saying(c); ok {
			f.credit(c, v)
		} else {
			f.plan(c)
		}
	}
}

// plan: "Die Partei will die Steuer senken": an announcement that names no words
// of saying. It is a quotation but credits nobody with a figure.
func (f *Finder) plan(c int) {
	cl := &f.d.Clauses[c]
	i := cl.Finite
	if i < 0 || cl.Group < 0 || cl.Kind != text.MainClause || !f.lex.plan.Has(f.d, i) || !f.d.Tokens[i].Feats.Is(text.Ind|text.Pres) || f.d.Chunks[cl.Group].Head == i || f.inSpeech(i) {
		return
	}
	s := f.subject(c)
	if s < 0 || !f.animate(s) || f.lex.nobody.Has(f.d, f.ch[s].Head) || f.holds(i) {
		return
	}
	f.add(Utterance{Type: Reported, Said: []text.Range{f.subtree(c)}, Cue: f.d.Tokens[i].Span, who: f.phrase(s, f.d.Tokens[i].Span), at: i, Mere: true, Rule: "speech.plan"})
}

// condition reports whether clause c sets a condition or asks the reader, with its verb
// first: "Rechnet man mit 20 Euro, …", "Glauben Sie das?".
func (f *Finder) condition(c int) bool {
	cl := &f.d.Clauses[c]
	i := cl.Finite
	if i < 0 || i != f.firstWord(cl.Tokens) || i+1 >= len(f.d.Tokens) {
		return false
	}
	s := f.sentence(i)
	asks := f.form(s.To-1) == "?" || s.To < len(f.d.Tokens) && f.form(s.To) == "?"
	return !asks && i == f.firstWord(s) && f.lex.nobody.Has(f.d, i+1) && f.d.Tokens[i+1].POS == text.PRON || asks && f.form(i+1) == "Sie"
}

// mainVerb is the head of verb group g, in "hat wie berichtet gebeten" the verb that is
// no inserted one.
func (f *Finder) mainVerb(g *text.Chunk) int {
	if g.Head == 0 || !f.lex.as.Has(f.d, g.Head-1) || f.d.Tokens[g.Head].Feats.Is(text.Fin) {
		return g.Head
	}
	for k := len(g.Parts) - 1; k >= 0; k-- {
		if i := g.Parts[k]; i != g.Head && f.d.Tokens[i].POS == text.VERB && !f.d.Tokens[i].Feats.Is(text.Fin) {
			return i
		}
	}
	return g.Head
}

// saying returns the verb of saying that carries clause c. Words inside a
// quotation that is credited as a whole don't count.
func (f *Finder) saying(c int) (verb, bool) {
	cl := &f.d.Clauses[c]
	if cl.Group < 0 || f.inSpeech(cl.Tokens.From) {
		return verb{}, false
	}
	if i := cl.Finite; i >= 0 && i == f.firstWord(cl.Tokens) && f.d.Tokens[i].Feats.Is(text.Sub) && i <= f.sentence(i).From+1 {
		return verb{}, false // "Sollte der Antrag angenommen werden, …"
	}
	if f.condition(c) {
		return verb{}, false
	}
	g := &f.d.Chunks[cl.Group]
	v := verb{head: f.mainVerb(g), group: cl.Group, passiv: g.Passive}
	v.at = v.head
	if cl.Finite >= 0 {
		v.at = min(v.at, cl.Finite)
		v.modal = cl.Finite != v.head && f.lex.ability.Has(f.d, cl.Finite)
	}
	e := f.lex.verb.Entry(f.d, v.head)
	if cl.Finite >= 0 && cl.Finite != v.head && (e == nil || e.Get("perfect") == "") && f.lex.be.Has(f.d, cl.Finite) && f.d.Tokens[v.head].Feats.Is(text.Part|text.Past) {
		v.passiv = true // "ist festgelegt": most verbs of saying have their perfect with haben
	}
	if cl.Finite >= 0 && cl.Finite != v.head && (e == nil || e.Get("with") != "" && !f.hasWord(c, e.Get("with")) || f.d.Tokens[cl.Finite].POS == text.VERB && f.d.Tokens[v.head].Feats.Is(text.Part|text.Past)) {
		// "entgegnete empört", "zeigte sich überzeugt": the participle is no part of the verb
		if e = f.lex.verb.Entry(f.d, cl.Finite); e != nil {
			v.head, v.passiv = cl.Finite, false
		}
	}
	if also := f.lex.verbAlso.Entry(f.d, v.head); also != nil && (f.hasWord(c, also.Get("with")) || also.Get("form") != "" && also.Get("form") == f.d.Tokens[v.head].Word.Lower) {
		e = also
	}
	if by := f.lex.verbFor.Entry(f.d, v.head); by != nil && (by.Get("with") == "" || f.hasWord(c, by.Get("with"))) && !f.behindPrep(c, by.Get("by"), text.Span{}).none() {
		e = by
	}
	if e == nil {
		return verb{}, false
	}
	if cl.Finite >= 0 && cl.Finite != v.head && f.d.Tokens[cl.Finite].POS == text.VERB && !f.lex.let.Has(f.d, cl.Finite) {
		return verb{}, false // "macht von sich reden"
	}
	if w := e.Get("without"); w != "" && f.hasPrep(c, w) {
		return verb{}, false
	}
	if w := e.Get("unless"); w != "" && f.hasFree(c, w) || v.passiv && (e.Get("passive") == "no" || e.Get("passive") == "agent" && f.agentOf(c) < 0 || e.Get("state") != "" && f.lex.be.Has(f.d, cl.Finite)) {
		return verb{}, false
	}
	if cl.Finite >= 0 && f.lex.be.Has(f.d, cl.Finite) && f.toVerb(v.head) && e.Get("class") != "es" && e.Get("class") != "from" {
		return verb{}, false // "ist zu begrüßen"
	}
	if w := e.Get("with"); w != "" && !f.hasWord(c, w) {
		return verb{}, false
	}
	v.by = e.Get("by")
	v.object, v.preps, v.class, v.with = e.Get("content") != "", e.Get("prep"), e.Get("class"), e.Get("with")
	if w := e.Get("says"); w != "" && f.hasWord(c, w) {
		v.class, v.tag = "weak", true // "zeigte sich überzeugt"
	}
	if v.class == "from" && f.hasWord(c, "nicht") {
		return verb{}, false // "geht aus dem Bericht nicht hervor"
	}
	if v.class == "es" && cl.Finite >= 0 && cl.Finite != v.head && f.lex.let.Has(f.d, cl.Finite) && f.d.Tokens[cl.Finite].POS == text.VERB {
		v.class = "" // "ließ verlauten"
	}
	v.tag = v.tag || e.Get("tag") != ""
	v.report = e.Get("content") == "report" || e.Get("report") != ""
	return v, true
}

// hasWord reports whether one of the words, separated by blanks, stands in
// clause c itself.
func (f *Finder) hasWord(c int, words string) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if t := &f.d.Tokens[i]; t.Clause == c && hasField(words, t.Word.Lower) {
			return true
		}
	}
	return false
}

// hasFree reports whether one of the words stands in clause c itself and behind no
// preposition.
func (f *Finder) hasFree(c int, words string) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if t := &f.d.Tokens[i]; t.Clause == c && hasField(words, t.Word.Lower) && (i == 0 || f.d.Tokens[i-1].POS != text.ADP) {
			return true
		}
	}
	return false
}

func hasField(words, w string) bool {
	for words != "" {
		var one string
		one, words, _ = strings.Cut(words, " ")
		if one == w {
			return true
		}
	}
	return false
}

// credit finds what clause c, carried by the verb of saying v, says and who
// says it.
func (f *Finder) credit(c int, v verb) {
	cl := &f.d.Clauses[c]
	cue := f.cue(v)
	subj := f.subject(c)
	if subj >= 0 && !v.passiv && !f.certain(subj) && (!f.animate(subj) || f.isText(f.ch[subj].Head)) {
		if k := f.livingSubject(c, subj); k >= 0 && !f.isText(f.ch[k].Head) {
			subj = k // "Den Plan nannte Holm falsch", "Die Zahl bezifferte die Polizei auf 30"
		}
	}
	if subj >= 0 && v.preps != "" {
		f.cutContent(&f.ch[subj], c, v.preps)
	}
	who := f.sayer(c, v, subj, cue)
	impersonal := v.class == "es" || v.class == "from"
	if v.class == "es" && !f.impersonal(c) && (who.none() || f.pointing(c)) {
		return // "das heißt im Klartext"
	}
	if who.none() && f.further(c) {
		if last := f.lastBefore(v.head); last >= 0 {
			who.same = last + 1 // "wie weiter erklärt wurde"
		}
	}
	if v.class == "text" && subj >= 0 && f.ch[subj].Tokens.Len() == 1 && f.d.Tokens[f.ch[subj].Head].POS != text.NOUN && f.ch[subj].Name.Empty() {
		doc := f.documentBefore(f.ch[subj].Head)
		if doc < 0 || !f.d.Tokens[f.ch[doc].Head].Feats.Agrees(f.d.Tokens[f.ch[subj].Head].Feats, text.Gender|text.Number) {
			return
		}
		who = f.putForward(doc, cue) // "… eine Studie. Sie zeigt, …"
		who.show = f.ch[subj].Tokens
		subj = doc
	}
	if v.class == "text" && (subj < 0 || !f.isText(f.ch[subj].Head)) && (who.chunk < 0 || !f.isText(f.ch[who.chunk].Head)) {
		return
	}
	if !who.none() && !impersonal && (!f.speaks(who) || v.class == "weak" && !f.animate(who.chunk)) {
		return
	}
	base := Utterance{Type: Indirect, Cue: cue, Frame: cl.Tokens, who: who, passers: f.hearers(c, subj), at: v.head, Holds: v.class != "plan" && !who.vague, view: v.class == "think" || v.with != "", Rule: "speech.verb"}
	if v.class == "medium" && !v.passiv {
		o := f.object(c, subj)
		if cl.Kind == text.RelClause && cl.Intro >= 0 && f.d.Tokens[cl.Intro].Chunk >= 0 {
			if r := int(f.into[f.d.Tokens[cl.Intro].Chunk]); r != subj {
				o = r // "ein Beamter, den die Zeitung zitiert"
			}
		}
		if o >= 0 {
			if !who.none() {
				base.passers = append(base.passers, who)
			}
			base.who = f.phrase(o, cue)
		}
	}
	weak := v.class == "weak" || v.class == "text"
	if i := f.firstWord(cl.Tokens); who.vague && f.lex.as.Has(f.d, i) {
		return // "wie man sagt"
	}
	if f.asClause(c, base) {
		if v.class == "from" && !who.none() {
			f.sentenceBefore(c, base)
		}
		f.content(c, v, base)
		return
	}
	found := f.quoted(c, base)
	if !found && (!weak || v.tag || v.with != "" || v.class == "text" && cl.Finite >= 0 && f.firstWord(cl.Tokens) == cl.Finite) {
		found = f.before(c, v, base) // also "…, ergab eine Umfrage"
	}
	if found && f.insideStatement(c) {
		return
	}
	if f.content(c, v, base) || found || (!weak || v.tag || v.class == "text") && f.pointsBack(c, base) {
		return
	}
	if v.class == "medium" && len(base.passers) > 0 && base.who.chunk >= 0 && f.animate(base.who.chunk) {
		f.cited = append(f.cited, citation{who: base.who, by: base.passers[len(base.passers)-1], sent: cl.Sent})
	}
	f.reported(c, v, subj, base)
}

// reported: the clause tells that something was said: "sprach von 24 Toten",
// "bestätigte 24 Tote", "wird Betrug vorgeworfen". Words in marks in it are the
// speaker's own.
func (f *Finder) reported(c int, v verb, subj int, u Utterance) {
	cl := &f.d.Clauses[c]
	if v.modal || cl.Kind == text.InfClause {
		return
	}
	switch {
	case v.preps != "" && f.hasPrep(c, v.preps):
	case v.object && v.passiv && subj >= 0:
	case v.object && f.wordsIn(c):
	case v.object && (f.object(c, subj) >= 0 || subj >= 0 && f.ch[subj].Tokens.To < len(f.d.Tokens) && f.d.Tokens[f.ch[subj].Tokens.To].Quantity >= 0): // "nennt die Bank 40"
	default:
		return
	}
	if !v.passiv && (u.who.none() || !f.animate(u.who.chunk)) {
		return
	}
	own := f.ownTokens(c)
	words := false
	for z := f.zoneAt(own.From); z < len(f.d.Zones) && f.d.Zones[z].Tokens.From < own.To; z++ {
		zn := &f.d.Zones[z]
		if zn.Outer >= 0 || f.used[z] || f.title[z] || f.isName(zn.Tokens) {
			continue
		}
		words = true
		w := u
		w.Type, w.Rule, w.Said = Direct, "speech.verb.words", []text.Range{zn.Tokens}
		if f.add(w) != nil {
			f.used[z] = true
		}
	}
	u.Type, u.Rule = Reported, "speech.verb.object"
	u.Said = f.withoutRelative(f.subtree(c), c, subj)
	if cl.Finite >= 0 && f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) {
		u.Quiet, u.Holds = true, false // itself told by somebody
	}
	if o := f.object(c, subj); !v.passiv && o >= 0 && (v.preps == "" || !f.hasPrep(c, v.preps)) && !f.counts(text.Range{From: f.measured(o), To: u.Said[len(u.Said)-1].To}) {
		u.Mere = true // "Bei 430 Knoten meldeten die Piloten Rauch"
	}
	u.Quiet = u.Quiet || words || v.passiv && u.who.none() || !v.report && !f.counts(text.Range{From: u.Said[0].From, To: u.Said[len(u.Said)-1].To})
	f.add(u)
}

// wordsIn reports whether words in marks that are no name stand in clause c itself:
// "nannte ihn „überzogen“".
func (f *Finder) wordsIn(c int) bool {
	own := f.ownTokens(c)
	for z := f.zoneAt(own.From); z < len(f.d.Zones) && f.d.Zones[z].Tokens.From < own.To; z++ {
		zn := &f.d.Zones[z]
		if zn.Outer < 0 && !f.used[z] && !f.title[z] && !f.isName(zn.Tokens) && f.d.Tokens[zn.Tokens.From].Clause == c {
			return true
		}
	}
	return false
}

// withoutRelative is r, the stretch of clause c, without inserted words of saying, else
// without a relative clause about its subject, which is the article's own voice: "der Mann, | der 30 Jahre dort war, |
// sprach von 40".
func (f *Finder) withoutRelative(r text.Range, c, subj int) []text.Range {
	cs := f.idx.clauses[f.d.Clauses[c].Sent]
	for k := cs.From; k < cs.To; k++ {
		if n := &f.d.Clauses[k]; k != c && n.Intro >= 0 && f.lex.as.Has(f.d, n.Intro) && f.under(k, c) && f.isSaying(k) {
			return without(r, f.subtree(k)) // "Wie X sagte, | lehnt Y das ab"
		}
	}
	for k := cs.From; k < cs.To; k++ {
		if n := &f.d.Clauses[k]; k != c && f.comments(n) && f.under(k, c) && n.Tokens.From > f.d.Clauses[c].Finite && n.Tokens.To <= r.To && n.Tokens.To >= r.To-1 {
			r.To = n.Tokens.From // "…, was viele freute"
		}
	}
	if subj < 0 {
		return []text.Range{r}
	}
	ch := &f.ch[subj]
	for k := cs.From; k < cs.To; k++ {
		if n := &f.d.Clauses[k]; n.Kind == text.RelClause && f.under(k, c) && n.Tokens.From >= ch.Tokens.To && n.Tokens.From <= max(ch.Full.To, ch.Tokens.To)+1 && n.Tokens.To < r.To {
			return without(r, f.subtree(k))
		}
	}
	return []text.Range{r}
}

// measured is where object phrase o begins, with the measure before it: "zwei Jahre | Haft".
func (f *Finder) measured(o int) int {
	c := &f.ch[o]
	if o == 0 || f.ch[o-1].Tokens.To != c.Tokens.From || f.d.Tokens[c.Tokens.From-1].Quantity < 0 || f.governed(&f.ch[o-1]) {
		return c.Tokens.From
	}
	return f.ch[o-1].Tokens.From
}

// counts reports whether a quantity stands in r.
func (f *Finder) counts(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if t := &f.d.Tokens[i]; t.Quantity >= 0 && t.POS != text.DET {
			return true
		}
	}
	return false
}

// cutContent takes what a verb tells off its subject: "berichtet die Agentur | von 24
// Toten", unless more of the kind stands in clause c.
func (f *Finder) cutContent(ch *text.Chunk, c int, preps string) {
	for i := ch.Tokens.To; i < ch.Full.To; i++ {
		t := &f.d.Tokens[i]
		if t.POS != text.ADP || !hasField(preps, t.Lemma) && !hasField(preps, t.Word.Lower) {
			continue
		}
		for j := ch.Full.To; j < f.d.Clauses[c].Tokens.To; j++ {
			if o := &f.d.Tokens[j]; o.Clause == c && o.POS == text.ADP && (hasField(preps, o.Lemma) || hasField(preps, o.Word.Lower)) {
				return // "sprach der Leiter von Holm von 24 Toten"
			}
		}
		ch.Full.To = i
		return
	}
}

// further reports whether clause c says that somebody goes on.
func (f *Finder) further(c int) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if f.d.Tokens[i].Clause == c && f.lex.further.Has(f.d, i) {
			return true
		}
	}
	return false
}

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
		if o := f.livingSubject(c, subj); o > subj && v.class == "weak" {
			return f.phrase(o, cue) // "Anders sieht es Holm"
		}
		if t := f.topic(f.d.Clauses[c].Sent - 1); t >= 0 && v.class == "" && f.d.Tokens[f.ch[t].Head].Feats.Is(text.Neut|text.Sing) {
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
	return f.withoutHearer(f.phrase(subj, cue))
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

// hearerOf is the medium right behind person k, -1 for none.
func (f *Finder) hearerOf(k int) int {
	if k < 0 || k+1 >= len(f.ch) {
		return -1
	}
	ch, n := &f.ch[k], &f.ch[k+1]
	if n.Kind != text.NounPhrase || n.Of != k || n.Prep >= 0 || n.Tokens.From != ch.Tokens.To || !f.isMedium(n) {
		return -1
	}
	if !f.isPerson(ch.Head) && ch.Name.Empty() {
		return -1
	}
	return k + 1
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
		if e := f.lex.origin.Entry(f.d, ch.Prep); e != nil && !f.barred(e, ch.Head) && (e.Get("of") == "" || e.Get("body") != "" && (f.isBody(ch.Head) || f.lex.group.Has(f.d, ch.Head) || f.titled(ch)) || f.isText(ch.Head) || f.lex.medium.Has(f.d, ch.Head) || !v.passiv && f.lex.state.Has(f.d, ch.Head) || f.lex.agent.Has(f.d, ch.Prep) && f.animate(k) || v.class == "es" && f.isBody(ch.Head) || v.passiv && f.lex.bodyEnd.Has(f.d, ch.Head) && f.isKnown(ch) || v.class == "es" && f.d.Tokens[ch.Head].Word.Has(text.AllCaps)) {
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
	if !f.isText(ch.Head) || !f.isKnown(ch) || ch.Full.Len() > ch.Tokens.Len() {
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
		c := f.mainClause(f.d.Sentences[b].Tokens)
		if c < 0 || !f.isSaying(c) {
			continue
		}
		if s := f.subject(c); s >= 0 && f.isPasser(f.phrase(s, text.Span{})) && !f.isText(f.ch[s].Head) {
			return s
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
	if j := k + 1; j < len(f.ch) && f.ch[j].Kind == text.NounPhrase && f.ch[j].Prep < 0 && f.ch[j].Tokens.From == f.ch[k].Tokens.To &&
		f.d.Tokens[f.ch[j].Tokens.From].Feats.Is(text.Gen) && (!f.ch[j].Name.Empty() || f.isPerson(f.ch[j].Head)) {
		return j // "Angaben des Bandenchef Mohamed Said", without its genitive -s
	}
	return -1
}

// pointing reports whether clause c has "das" or "dies" for its subject.
func (f *Finder) pointing(c int) bool {
	i := f.firstWord(f.d.Clauses[c].Tokens)
	return i >= 0 && f.lex.pointer.Has(f.d, i) && f.d.Tokens[i].POS == text.PRON
}

// impersonal reports whether clause c has an "es".
func (f *Finder) impersonal(c int) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if f.d.Tokens[i].Clause == c && f.lex.expletive.Has(f.d, i) {
			return true
		}
	}
	return false
}

// hasPrep reports whether a noun phrase of clause c stands behind one of the
// prepositions.
func (f *Finder) hasPrep(c int, preps string) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if t := &f.d.Tokens[i]; t.Clause == c && t.POS == text.ADP && (hasField(preps, t.Lemma) || hasField(preps, t.Word.Lower)) {
			return true
		}
	}
	return false
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
		if ch.Kind != text.NounPhrase || k == subj || ch.Of >= 0 || !f.belongs(k, c) {
			continue
		}
		to := ch.Prep >= 0 && (f.toldTo(ch) || f.lex.after.Has(f.d, ch.Prep) && f.isMedium(ch)) && f.animate(k) && !f.timely(k)
		if to || ch.Prep < 0 && f.isMedium(ch) && !ch.Feats.Is(text.Nom) && (subj < 0 || f.ch[subj].Tokens.To <= ch.Tokens.From || !ch.Feats.Is(text.Acc)) {
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
		if f.lex.medium.Has(f.d, i) || f.lex.agency.Has(f.d, i) || ch.Name.Has(i) && f.lex.press.Has(f.d, i) {
			return true
		}
	}
	return false
}

// asClause: "wie X mitteilte", "so X sagte": the clause it is inserted in is
// what X says.
func (f *Finder) asClause(c int, u Utterance) bool {
	own := f.ownTokens(c)
	for !own.Empty() && f.d.Tokens[own.From].Word.Has(text.Punct) {
		own.From++
	}
	end := f.d.Clauses[c].Tokens.To
	for i := max(u.at, f.d.Clauses[c].Finite) + 1; i < end; i++ {
		if f.form(i) == "," && f.d.Tokens[i].Clause == c {
			end = i // "wie der Verein mitteilte, | 40 Mitglieder aus"
		}
	}
	if own.Empty() || !f.lex.as.Has(f.d, own.From) || f.d.Clauses[c].Finite == own.From+1 && !f.impersonal(c) {
		return false
	}
	u.Frame = f.subtree(c)
	u.Frame.To = min(u.Frame.To, end)
	u.Rule = "speech.verb.as"
	u.Said = without(f.sentence(own.From), u.Frame)
	return f.add(u) != nil
}

// sentenceBefore credits the sentence before that of clause c, when nobody is
// credited with it, to the document the clause names: "…, wie aus einer
// Mitteilung hervorgeht".
func (f *Finder) sentenceBefore(c int, u Utterance) {
	s := f.d.Clauses[c].Sent
	if s == 0 || f.d.Sentences[s-1].Heading || f.d.Sentences[s-1].Para != f.d.Sentences[s].Para || f.lastIn(s-1, len(f.out)) >= 0 {
		return
	}
	u.Rule, u.Quiet = "speech.verb.as.back", true
	u.Said = []text.Range{f.d.Sentences[s-1].Tokens}
	f.add(u)
}

// content: clauses that say what was said: "sagte, dass …", "forderte, … zu …",
// "sagte, er habe …", and what goes on from there.
func (f *Finder) content(c int, v verb, u Utterance) bool {
	from, to, rule := f.complement(c, v.at, v)
	if from < 0 {
		return f.contentFirst(c, v, u)
	}
	if f.ofNoun(from, to) {
		return true
	}
	if rule == "speech.verb.colon" && (u.who.chunk >= 0 && !f.animate(u.who.chunk) || f.form(f.ownTokens(c).To-1) == ")") {
		return true // "Das Wetter meinte es gut: …", "(Nordblick berichtete): …"
	}
	if s := f.subject(c); rule == "speech.verb.colon" && v.passiv && u.who.none() && s >= 0 && !f.lex.expletive.Has(f.d, f.ch[s].Head) && !f.lex.pointer.Has(f.d, f.ch[s].Head) {
		return true // "Mehr Geld wird gefordert: …" explains
	}
	if i := f.firstWord(text.Range{From: from, To: to}); i >= 0 && f.d.Tokens[i].Zone >= 0 && f.used[f.d.Tokens[i].Zone] {
		return true // "rief sie, „und wir gehen“"
	}
	u.Frame.To = max(min(u.Frame.To, from), v.at+1)
	u.Said = []text.Range{{From: from, To: to}}
	u.Rule = rule
	return f.add(u) != nil
}

// ofNoun reports whether a noun of saying is already credited with the clauses
// from token a to b: "lehnte den Vorschlag der Partei ab, … zu …".
func (f *Finder) ofNoun(a, b int) bool {
	found := false
	f.idx.in(f.d.Tokens[a].Sent, func(k int) bool {
		u := &f.out[k]
		found = u.Rule == "speech.noun" && u.start() >= a && u.start() < b && u.start() <= a+2
		return !found
	})
	return found
}

// contentFirst: "Dass 300 Lehrer fehlen, bestätigte der Minister".
func (f *Finder) contentFirst(c int, v verb, u Utterance) bool {
	cl := &f.d.Clauses[c]
	if v.class == "weak" && v.with == "" && v.preps == "" || cl.Finite < 0 || cl.Kind != text.MainClause {
		return false
	}
	cs := f.idx.clauses[cl.Sent]
	for k := cs.From; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		if n.Tokens.From > cs.From && n.Tokens.From >= cl.Finite {
			break
		}
		if k != c && n.Kind == text.SubClause && (n.Parent == c || n.Parent < 0 && n.Tokens.To == cl.Tokens.From && cl.Finite <= cl.Tokens.From+1) && n.Intro >= 0 && f.lex.that.Has(f.d, n.Intro) && n.Tokens.From == f.sentence(cl.Tokens.From).From && !(f.lex.as.Has(f.d, n.Intro) && f.isSaying(k)) {
			u.Said = []text.Range{n.Tokens}
			u.Rule = "speech.verb.that"
			return f.add(u) != nil
		}
	}
	return false
}

// complement is the stretch of clauses behind token at, in the sentence of
// clause c, that say what c tells is said; from is -1 for none.
func (f *Finder) complement(c, at int, v verb) (from, to int, rule string) {
	cl := &f.d.Clauses[c]
	from = -1
	pending := -1
	mood := false // what stands behind the colon begins in the Konjunktiv
	cs := f.idx.clauses[cl.Sent]
	for k := cs.From; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		if k == c || n.Tokens.From <= at {
			continue
		}
		if from >= 0 {
			if f.comments(n) && f.isSaying(k) && n.Finite >= 0 && !f.reportMood(n.Finite) && n.Tokens.From > from+1 {
				to = min(to, n.Tokens.From)
				break // "…, was die Firma bestreitet"
			}
			if n.Tokens.From < to {
				to = max(to, n.Tokens.To)
				continue
			}
			if rule == "speech.verb.colon" && !f.isFrame(k) && n.Tokens.From <= to && (!mood || f.joined(k)) {
				to = n.Tokens.To // "sagte: Die Lage ist ernst, aber es gibt Hoffnung"
				continue
			}
			if n.Kind == text.MainClause && (n.Finite < 0 || !f.reportMood(n.Finite)) || n.Kind == text.ParenClause || n.Kind == text.FragmentClause && n.Parent < 0 {
				break
			}
			to = n.Tokens.To
			continue
		}
		if f.form(n.Tokens.From) == ":" && v.class != "weak" && n.Kind != text.MainClause && n.Finite >= 0 && f.ownTokens(c).To == n.Tokens.From && !f.inSpeech(n.Tokens.From) && cs.To > k+1 {
			from, to, rule = n.Tokens.From, n.Tokens.To, "speech.verb.colon" // "sagte: Wenn es regnet, …"
			continue
		}
		kind := n.Kind
		if (kind == text.RelClause || kind == text.SubClause) && f.infinitive(n) {
			kind = text.InfClause
		}
		if f.comments(n) && n.Finite >= 0 && !f.reportMood(n.Finite) && f.under(k, c) && (v.passiv && f.subject(c) >= 0 || f.object(c, f.subject(c)) >= 0 || f.complete(c, v)) {
			return -1, -1, "" // "Der Plan wurde angekündigt, was viele freute"
		}
		switch kind {
		case text.RelClause:
			if f.namesTopic(n) {
				continue
			}
			if n.Intro >= 0 && f.lex.that.Has(f.d, n.Intro) && f.under(k, c) && !f.afterNoun(n.Tokens.From) {
				from, rule = n.Tokens.From, "speech.verb.that"
			}
		case text.InfClause:
			if (n.Parent == c || n.Kind != kind) && (v.class != "weak" || v.with != "") && v.class != "text" && !f.circumstance(n.Tokens) {
				from, rule = n.Tokens.From, "speech.verb.inf"
			}
		case text.FragmentClause:
			if i := f.firstWord(n.Tokens); i >= 0 && n.Parent == c && f.lex.fact.Has(f.d, i) {
				from, rule = n.Tokens.From, "speech.verb.that" // its verb stands further on
			}
		case text.SubClause:
			switch {
			case n.Intro >= 0 && f.lex.as.Has(f.d, n.Intro) && f.isSaying(k):
				// "…, wie er sagte": inserted
			case f.namesTopic(n):
				// "…, was die Lehrer angeht, …"
			case n.Intro >= 0 && f.lex.that.Has(f.d, n.Intro) && f.under(k, c) && !(v.modal && !f.lex.fact.Has(f.d, n.Intro)):
				from, rule = n.Tokens.From, "speech.verb.that"
			case pending < 0 && f.ownTokens(c).To <= n.Tokens.From+1:
				pending = n.Tokens.From
			}
		case text.MainClause:
			if n.Finite < 0 {
				continue
			}
			if f.joined(k) && n.Subject < 0 {
				return -1, -1, "" // "verwies auf das Wetter und möchte nichts ausschließen"
			}
			if (cl.Kind == text.SubClause || cl.Kind == text.RelClause) && (n.Finite <= n.Tokens.From+1 || cl.Parent == k) {
				return -1, -1, "" // "Weil er damit rechnet, sei …"
			}
			if f.form(n.Tokens.From) == ":" && (v.class != "weak" || v.with != "") && !f.inSpeech(n.Tokens.From) {
				from, rule, mood = n.Tokens.From, "speech.verb.colon", f.reportMood(n.Finite) && n.Finite != f.firstWord(n.Tokens)
				break
			}
			if pending < 0 && n.Finite == f.firstWord(n.Tokens) && f.d.Tokens[n.Finite].Feats.Is(text.Sub|text.Past) {
				pending = n.Tokens.From // "…, sollten andere das tun"
				continue
			}
			if f.reportMood(n.Finite) || f.verbSecond(k, c) && v.class != "weak" && !f.complete(c, v) {
				from, rule = n.Tokens.From, "speech.verb.mood"
				if pending >= 0 {
					from = pending
				}
				break
			}
			return -1, -1, ""
		}
		if from >= 0 {
			to = n.Tokens.To
		}
	}
	return from, to, rule
}

// comments reports whether clause n begins with a was that can take up all that was
// said before.
func (f *Finder) comments(n *text.Clause) bool {
	return n.Intro >= 0 && n.Intro == f.firstWord(n.Tokens) && f.lex.comment.Has(f.d, n.Intro)
}

// isFrame reports whether clause k is a frame behind or between what is said: "…, sagte er".
func (f *Finder) isFrame(k int) bool {
	n := &f.d.Clauses[k]
	return n.Finite >= 0 && n.Finite == f.firstWord(n.Tokens) && f.isSaying(k)
}

// namesTopic reports whether clause n only says what it is about: "was die Lehrer
// angeht".
func (f *Finder) namesTopic(n *text.Clause) bool {
	return n.Group >= 0 && n.Intro >= 0 && !f.lex.fact.Has(f.d, n.Intro) && f.d.Chunks[n.Group].Head == n.Finite && f.lex.topic.Has(f.d, n.Finite)
}

// complete reports whether clause c already names what the verb of saying v tells: "geht
// von 30 Toten aus", "wird ein Sturm erwartet".
func (f *Finder) complete(c int, v verb) bool {
	if v.passiv {
		return f.subject(c) >= 0
	}
	if v.preps == "" {
		return false
	}
	cl := &f.d.Clauses[c]
	for k := f.chunkAt(cl.Tokens.From); k < len(f.ch) && f.ch[k].Tokens.From < cl.Tokens.To; k++ {
		if ch := &f.ch[k]; ch.Kind == text.NounPhrase && ch.Prep >= 0 && f.belongs(k, c) && f.governs(v, ch.Prep) {
			return !f.isAct(ch.Head) // but "begründete das mit dem Hinweis, es fehlten …"
		}
	}
	return false
}

// infinitive reports whether clause n, which begins like a relative or subordinate
// clause, has only an infinitive with zu: "…, das Haus zu bauen", "…, seit 2014
// betrogen zu haben".
func (f *Finder) infinitive(n *text.Clause) bool {
	if n.Finite < 0 {
		return n.Group >= 0 && f.d.Tokens[f.d.Chunks[n.Group].Head].Feats.Is(text.InfZu) || n.Group >= 0 && f.toVerb(f.d.Chunks[n.Group].Head)
	}
	return f.toVerb(n.Finite)
}

// toVerb reports whether zu stands before the verb at i, which can be an infinitive.
func (f *Finder) toVerb(i int) bool {
	t := &f.d.Tokens[i]
	return i > 0 && f.d.Tokens[i-1].POS == text.PART && f.d.Tokens[i-1].Chunk >= 0 && f.d.Tokens[i-1].Chunk == t.Chunk && canBe(t.Word, t.POS, text.Inf)
}

func (f *Finder) isSaying(c int) bool {
	_, ok := f.saying(c)
	return ok
}

// afterNoun reports whether a noun stands right before the mark at token i.
func (f *Finder) afterNoun(i int) bool {
	if i > 0 && f.d.Tokens[i].Word.Has(text.Punct) {
		i--
	} else if i > 0 {
		i--
	}
	p := f.d.Tokens[i].POS
	return p == text.NOUN || p == text.PROPN
}

// circumstance reports whether the infinitive clause r says for what purpose or
// without what: "um … zu", "ohne … zu".
func (f *Finder) circumstance(r text.Range) bool {
	i := f.firstWord(r)
	return i >= 0 && f.lex.purpose.Has(f.d, i)
}

// firstWord is the first token of r that is no mark, -1 for none.
func (f *Finder) firstWord(r text.Range) int {
	for ; r.From < r.To; r.From++ {
		if !f.d.Tokens[r.From].Word.Has(text.Punct) {
			return r.From
		}
	}
	return -1
}

// verbSecond reports whether clause k is a statement right behind the verb of
// saying in c, joined by a comma alone: "sagte, es fehlten Lehrer".
func (f *Finder) verbSecond(k, c int) bool {
	n := &f.d.Clauses[k]
	from := n.Tokens.From
	if n.Kind != text.MainClause || n.Parent >= 0 || f.form(from) != "," || f.ownTokens(c).To != from {
		return false
	}
	first := &f.d.Tokens[from+1]
	if first.POS == text.CCONJ || n.Finite == from+1 || f.object(c, f.subject(c)) >= 0 {
		return false
	}
	_, says := f.saying(k)
	return !says
}

// reportMood reports whether the finite verb at i stands in the mood of
// reported speech: Konjunktiv I, or II where I looks like the indicative.
func (f *Finder) reportMood(i int) bool { return f.d.Tokens[i].Feats.Is(text.Sub) }

// before: the verb opens the clause and what stands before it in the sentence
// is said: "…, sagte X".
func (f *Finder) before(c int, v verb, u Utterance) bool {
	cl := &f.d.Clauses[c]
	if v.modal || cl.Finite < 0 || f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) {
		return false
	}
	s := f.sentence(cl.Tokens.From)
	i := cl.Tokens.From
	for i < cl.Tokens.To && f.d.Tokens[i].Word.Has(text.Punct) {
		i++
	}
	if cl.Finite-i <= 2 && i < cl.Finite && i > s.From && f.lex.pointer.Has(f.d, i) {
		i++ // "…, das berichtet X"
		if i+1 == cl.Finite && f.d.Tokens[i].POS == text.ADV {
			i++ // "– das jedenfalls meint X"
		}
	}
	if i != cl.Finite || i == s.From || !f.d.Tokens[cl.Tokens.From].Word.Has(text.Punct) || !f.statement(s.From, i, c) && !(f.insideStatement(c) && u.who.chunk >= 0 && f.animate(u.who.chunk)) {
		return false
	}
	if f.opensBare(c) && u.who.chunk >= 0 && u.who.tokens.From < cl.Finite && v.class != "es" && v.class != "from" && !v.passiv {
		return false // "Die Polizei zählte 30 Tote, befürchtet aber weitere Opfer"
	}
	u.Rule = "speech.verb.inverted"
	u.Frame = f.withRelative(c, f.ownTokens(c))
	u.Said = without(s, u.Frame)
	if from, _, _ := f.complement(c, v.at, v); (from >= 0 || f.saysOn(c)) && !f.insideStatement(c) {
		u.Said = []text.Range{{From: s.From, To: u.Frame.From}} // "A, sagt X: B"
	}
	if from := f.behindAnnouncement(s.From, u.Frame.From); from > s.From {
		u.Said[0].From = from
		if f.told(from) {
			return true // credited by the words before the colon
		}
	}
	return f.add(u) != nil
}

// saysOn reports whether a second verb of saying is joined to frame c: "sagte X und
// erklärte: …".
func (f *Finder) saysOn(c int) bool {
	cs := f.idx.clauses[f.d.Clauses[c].Sent]
	for k := c + 1; k < cs.To; k++ {
		if f.d.Clauses[k].Finite >= 0 {
			return f.joined(k) && f.isSaying(k)
		}
	}
	return false
}

// behindAnnouncement is the token behind a colon between a and b with words of saying
// before it, else a: "X warnte vor den Folgen: | …, sagte er".
func (f *Finder) behindAnnouncement(a, b int) int {
	cs := f.idx.clauses[f.d.Tokens[a].Sent]
	for i := b - 1; i > a; i-- {
		if f.form(i) != ":" || f.d.Tokens[i].Zone >= 0 {
			continue
		}
		for k := cs.From; k < cs.To; k++ {
			if n := &f.d.Clauses[k]; n.Finite >= a && n.Finite < i && (f.isSaying(k) || f.subject(k) >= 0 && f.isAct(f.ch[f.subject(k)].Head)) {
				return i + 1
			}
		}
	}
	return a
}

// statement reports whether a main clause with a finite verb, other than c,
// begins in tokens a to b.
func (f *Finder) statement(a, b, c int) bool {
	cs := f.idx.clauses[f.d.Tokens[a].Sent]
	for k := cs.From; k < cs.To; k++ {
		n := &f.d.Clauses[k]
		if k != c && (n.Kind == text.MainClause || n.Kind == text.ParenClause) && n.Finite >= a && n.Finite < b {
			return true
		}
	}
	return false
}

// withRelative is r, the own tokens of clause c, with a relative clause behind it that
// hangs on c: "…, sagte Holm, | die den Verein leitet".
func (f *Finder) withRelative(c int, r text.Range) text.Range {
	cs := f.idx.clauses[f.d.Clauses[c].Sent]
	for k := c + 1; k < cs.To; k++ {
		if n := &f.d.Clauses[k]; n.Kind == text.RelClause && n.Parent == c && n.Tokens.From <= r.To+1 && n.Tokens.From >= r.To-1 {
			t := f.subtree(k)
			r.To = max(r.To, t.To)
		}
	}
	return r
}

// insideStatement reports whether clause c is put into a main clause before its verb:
// "Der Minister, | sagt X, | sei müde".
func (f *Finder) insideStatement(c int) bool {
	cl := &f.d.Clauses[c]
	if cl.Kind != text.ParenClause || cl.Parent < 0 {
		return false
	}
	p := &f.d.Clauses[cl.Parent]
	return p.Kind == text.MainClause && p.Tokens.From < cl.Tokens.From && p.Finite >= cl.Tokens.To
}

// ownTokens is the stretch of clause c from its first to its last own token.
func (f *Finder) ownTokens(c int) text.Range {
	r := f.d.Clauses[c].Tokens
	for r.From < r.To && f.d.Tokens[r.From].Clause != c {
		r.From++
	}
	for r.From < r.To && f.d.Tokens[r.To-1].Clause != c {
		r.To--
	}
	return r
}

// pointsBack: "Das berichtet X": the sentence before is what X says.
func (f *Finder) pointsBack(c int, u Utterance) bool {
	cl := &f.d.Clauses[c]
	if cl.Sent == 0 || cl.Parent >= 0 || u.who.none() || u.who.vague || !f.speaks(u.who) || cl.Finite >= 0 && f.d.Tokens[cl.Finite].Feats.Is(text.Sub|text.Pres) {
		return false
	}
	first := f.sentence(cl.Tokens.From).From
	if k := f.d.Tokens[first].Chunk; !f.lex.pointer.Has(f.d, first) || f.d.Tokens[first].POS == text.DET && k >= 0 && f.d.Chunks[k].Tokens.Len() > 1 {
		return false
	}
	prev := &f.d.Sentences[cl.Sent-1]
	if prev.Heading || prev.Para != f.d.Sentences[cl.Sent].Para {
		return false
	}
	u.Said = []text.Range{prev.Tokens}
	u.Rule = "speech.verb.back"
	return f.add(u) != nil
}
