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
	figure        bool   // it says how much, its subject a figure or who reckons
	fact          bool   // saying with dass alone, not with ob
	resolves      bool   // its content is credited to courts alone
	hears         bool   // its subject hears it and passes it on
	naming        bool   // with two objects it tells what somebody is called
	modal, passiv bool
}

// verbs credits what hangs on a verb of saying to its subject.
func (f *Finder) verbs() {
	for c := range f.d.Clauses {
		if v, ok := f.saying(c); ok {
			if !f.inFrame(v.head) {
				f.credit(c, v)
				f.figureTold(c, v)
			}
		} else {
			f.plan(c)
		}
	}
}

// inFrame reports whether the verb at token i stands in inserted words of saying that are
// credited: "Der Konzern, so sagte die Chefin, habe …".
func (f *Finder) inFrame(i int) bool {
	found := false
	f.idx.in(f.d.Tokens[i].Sent, func(k int) bool {
		found = f.out[k].Rule == "speech.so.verb" && f.out[k].Frame.Has(i)
		return !found
	})
	return found
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
	if f.condition(c) || cl.Finite >= 0 && f.d.Tokens[cl.Finite].Feats.Is(text.Imp) {
		return verb{}, false // also "siehe oben"
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
	if n := f.lex.verbFigure.Entry(f.d, v.head); n != nil && f.figures(c, n.Get("of")) {
		e = n
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
	if v.class == "from" && f.hasWord(c, "nicht") || e.Get("denied") != "" && f.negated(c, v.head) {
		return verb{}, false // "geht aus dem Bericht nicht hervor"
	}
	if v.class == "es" && cl.Finite >= 0 && cl.Finite != v.head && f.lex.let.Has(f.d, cl.Finite) && f.d.Tokens[cl.Finite].POS == text.VERB {
		v.class = "" // "ließ verlauten"
	}
	if v.figure = e.Get("of") != ""; v.figure && !f.isText(f.ch[f.subject(c)].Head) && !f.lex.finding.Has(f.d, f.ch[f.subject(c)].Head) {
		v.class = "" // "der Gutachter kommt auf 30"
	}
	v.tag = v.tag || e.Get("tag") != ""
	v.resolves = e.Get("mere") != ""
	v.fact, v.naming, v.hears = e.Get("whether") != "", e.Get("naming") != "", e.Get("hears") != ""
	v.report = e.Get("content") == "report" || e.Get("report") != ""
	return v, true
}

// figures reports whether the subject of clause c is a noun of a figure or one for who
// reckons: "die Schätzung liegt bei 30", "die Studie kommt auf 30".
func (f *Finder) figures(c int, of string) bool {
	k := f.subject(c)
	if k < 0 || f.ch[k].Prep >= 0 {
		return false
	}
	ch := &f.ch[k]
	switch of {
	case "figure":
		return f.lex.figure.Has(f.d, ch.Head)
	case "remark":
		return f.lex.remark.Has(f.d, ch.Head)
	}
	return of == "counter" && f.lex.counter.Has(f.d, ch.Head) || f.lex.reckoner.Has(f.d, ch.Head) || ch.Name.From > ch.Tokens.From && f.lex.reckoner.Has(f.d, ch.Name.From-1)
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
	if subj >= 0 && !v.passiv && !v.figure && !f.certain(subj) && (!f.animate(subj) || f.isText(f.ch[subj].Head)) {
		if k := f.livingSubject(c, subj); k >= 0 && !f.isText(f.ch[k].Head) {
			subj = k // "Den Plan nannte Holm falsch", "Die Zahl bezifferte die Polizei auf 30"
		}
	}
	if subj >= 0 && v.preps != "" {
		f.cutContent(&f.ch[subj], c, v.preps)
	}
	who := f.sayer(c, v, subj, cue)
	impersonal := v.class == "es" || v.class == "from"
	heard := nobody
	if v.hears && !v.passiv {
		if subj >= 0 && (f.isPasser(f.phrase(subj, cue)) && !f.isText(f.ch[subj].Head) || f.shortMarks(f.ch[subj].Head)) {
			heard = f.phrase(subj, cue)
		} else if subj < 0 {
			heard = f.inMarks(c, cue)
		}
		if who.none() {
			who, heard = heard, nobody // "wie die Zeitung erfuhr"
		}
	}
	if v.class == "es" && !f.impersonal(c) && (who.none() || f.pointing(c)) {
		return // "das heißt im Klartext"
	}
	if who.none() && f.further(c) {
		last := f.lastBefore(v.head)
		if n := f.lastNamed(f.d.Tokens[v.head].Sent); n >= 0 && (last < 0 || f.ofNobody(last)) {
			last = n
		}
		if last >= 0 {
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
	if v.class == "weak" && v.by == "" && subj >= 0 && (who.vague || f.lex.everybody.Has(f.d, f.ch[subj].Head)) {
		return // "Man sieht, dass …", "Jeder weiß, dass …"
	}
	finding := v.class == "text" && subj >= 0 && f.lex.finding.Has(f.d, f.ch[subj].Head) // "Die Obduktion ergab, dass …"
	if v.class == "text" && !finding && (subj < 0 || !f.isText(f.ch[subj].Head)) && (who.chunk < 0 || !f.isText(f.ch[who.chunk].Head)) {
		return
	}
	if !who.none() && !impersonal && !finding && (!f.speaks(who) || v.class == "weak" && !f.animate(who.chunk)) {
		return
	}
	base := Utterance{Type: Indirect, Cue: cue, Frame: cl.Tokens, who: who, passers: f.hearers(c, subj), at: v.head, Holds: v.class != "plan" && !who.vague, view: v.class == "think" || v.with != "", Rule: "speech.verb"}
	if v.resolves && who.chunk >= 0 && !f.lex.court.Has(f.d, f.ch[who.chunk].Head) {
		base.Mere = true // "Der Sender hat entschieden, dass 30 Leute kommen"
	}
	if !heard.none() {
		base.passers = append(base.passers, heard) // "wie die Zeitung aus Kreisen der Partei erfuhr"
	}
	if a := f.agentOf(c); v.class == "medium" && v.passiv && a >= 0 && (f.ch[a].Of < 0 || f.isMedium(&f.ch[a])) {
		base.passers = append(base.passers, f.phrase(a, text.Span{})) // "wird von der Zeitung zitiert"
	}
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
	if f.content(c, v, base) || found || f.fragment(c, v, base) || (!weak || v.tag || v.class == "text") && f.pointsBack(c, v, base) {
		return
	}
	if v.class == "medium" && len(base.passers) > 0 && base.who.chunk >= 0 && f.animate(base.who.chunk) {
		f.cited = append(f.cited, citation{who: base.who, by: base.passers[len(base.passers)-1], sent: cl.Sent})
	}
	f.reported(c, v, subj, base)
}

// shortMarks reports whether token i stands in marks around a few words, no sentence: "die
// „Küstenrundschau“".
func (f *Finder) shortMarks(i int) bool {
	z := f.d.Tokens[i].Zone
	return z >= 0 && !f.spoken[z] && f.d.Zones[z].Tokens.Len() <= longestOutlet
}

// negated reports whether a word of negation that is part of no phrase stands before the verb at
// token head of clause c or behind its finite verb with nothing else: "hatte 30 Euro nicht | angegeben".
func (f *Finder) negated(c, head int) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if t := &f.d.Tokens[i]; t.Clause == c && t.Chunk < 0 && f.lex.not.Has(f.d, i) && (i+1 == head || i-1 == cl.Finite) {
			return true
		}
	}
	return false
}

// pointing reports whether clause c has "das" or "dies" for its subject.
func (f *Finder) pointing(c int) bool {
	i := f.firstWord(f.d.Clauses[c].Tokens)
	return i >= 0 && f.lex.pointer.Has(f.d, i) && f.d.Tokens[i].POS == text.PRON
}

// impersonal reports whether clause c has an "es".
func (f *Finder) impersonal(c int) bool { return f.clauseHas(c, f.lex.expletive) }

// clauseHas reports whether a word of l stands in clause c itself.
func (f *Finder) clauseHas(c int, l *rule.Lexicon) bool {
	cl := &f.d.Clauses[c]
	for i := cl.Tokens.From; i < cl.Tokens.To; i++ {
		if f.d.Tokens[i].Clause == c && l.Has(f.d, i) {
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

func (f *Finder) isSaying(c int) bool {
	_, ok := f.saying(c)
	return ok
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

// reportMood reports whether the finite verb at i stands in the mood of
// reported speech: Konjunktiv I, or II where I looks like the indicative.
func (f *Finder) reportMood(i int) bool { return f.d.Tokens[i].Feats.Is(text.Sub) }

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
