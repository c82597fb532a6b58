package speech

import (
	"fmt"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// lexicons are the word lists of extract/rules the mechanisms ask for.
type lexicons struct {
	ability, act, actAlone, addressed, after, aged, agency, agent, apart                      *rule.Lexicon
	as, ask, authority, bare, be, because, body, bodyEnd, borders                             *rule.Lexicon
	both, brief, called, club, come, comment, copula, counter, court, demo, document          *rule.Lexicon
	doer, everybody, expletive, fact, faq, field, figure, finding, fixed                      *rule.Lexicon
	focus, forBody, foreign, foreignFirst, former, forPrep, further, generic, group           *rule.Lexicon
	i, informs, inquiry, inside, kind, latter, legal, let, likely, manner, medium             *rule.Lexicon
	mediumAlone, mine, mute, named, nearly, noble, noblePrep, nobody                          *rule.Lexicon
	news, not, note, noun, numbered, of, office, origin, other, ours, outOf, own, passed      *rule.Lexicon
	people, person, personEnd, petition, place, plan, pointer, post, postEnd, press, pressEnd *rule.Lexicon
	publish, purpose, reaction, receive, reckoner, remark, report, retired                    *rule.Lexicon
	revise, role, runs, search, seek, self, shall, share, short                               *rule.Lexicon
	site, some, someone, stance, state, sum, suspect, talking, textEnd, that                  *rule.Lexicon
	thing, thus, time, topic, told, topical, toward, traded, untold, verb                     *rule.Lexicon
	verbAlso, verbFigure, verbFor, victim, when, whereby, where, wire, writing                *rule.Lexicon
}

func newLexicons(set *rule.Set) (l lexicons, err error) {
	for _, w := range []struct {
		id   string
		into **rule.Lexicon
	}{
		{"speech.ability", &l.ability}, {"speech.act", &l.act}, {"speech.act.alone", &l.actAlone}, {"speech.addressed", &l.addressed}, {"speech.after", &l.after},
		{"speech.aged", &l.aged}, {"speech.agency", &l.agency}, {"speech.agent", &l.agent}, {"speech.apart", &l.apart},
		{"speech.as", &l.as}, {"speech.ask", &l.ask}, {"speech.authority", &l.authority}, {"speech.bare", &l.bare},
		{"speech.be", &l.be}, {"speech.because", &l.because}, {"speech.body", &l.body}, {"speech.body.end", &l.bodyEnd},
		{"speech.borders", &l.borders}, {"speech.both", &l.both}, {"speech.brief", &l.brief}, {"speech.called", &l.called},
		{"speech.club", &l.club}, {"speech.come", &l.come}, {"speech.comment", &l.comment}, {"speech.copula", &l.copula},
		{"speech.counter", &l.counter}, {"speech.court", &l.court}, {"speech.demo", &l.demo}, {"speech.document", &l.document}, {"speech.informs", &l.informs}, {"speech.doer", &l.doer},
		{"speech.everybody", &l.everybody}, {"speech.expletive", &l.expletive}, {"speech.fact", &l.fact}, {"speech.faq", &l.faq},
		{"speech.field", &l.field}, {"speech.figure", &l.figure}, {"speech.finding", &l.finding}, {"speech.fixed", &l.fixed},
		{"speech.focus", &l.focus}, {"speech.for", &l.forBody}, {"speech.for.prep", &l.forPrep}, {"speech.foreign", &l.foreign}, {"speech.foreign.first", &l.foreignFirst},
		{"speech.former", &l.former}, {"speech.further", &l.further}, {"speech.generic", &l.generic}, {"speech.group", &l.group},
		{"speech.i", &l.i}, {"speech.inquiry", &l.inquiry}, {"speech.inside", &l.inside}, {"speech.kind", &l.kind}, {"speech.latter", &l.latter},
		{"speech.legal", &l.legal}, {"speech.let", &l.let}, {"speech.likely", &l.likely}, {"speech.manner", &l.manner},
		{"speech.medium", &l.medium}, {"speech.medium.alone", &l.mediumAlone}, {"speech.mine", &l.mine}, {"speech.mute", &l.mute},
		{"speech.named", &l.named}, {"speech.nearly", &l.nearly}, {"speech.news", &l.news}, {"speech.noble", &l.noble},
		{"speech.noble.prep", &l.noblePrep}, {"speech.nobody", &l.nobody}, {"speech.not", &l.not}, {"speech.note", &l.note}, {"speech.noun", &l.noun},
		{"speech.numbered", &l.numbered}, {"speech.of", &l.of}, {"speech.office", &l.office}, {"speech.origin", &l.origin},
		{"speech.other", &l.other}, {"speech.ours", &l.ours}, {"speech.out.of", &l.outOf}, {"speech.own", &l.own}, {"speech.passed", &l.passed},
		{"speech.people", &l.people}, {"speech.person", &l.person}, {"speech.person.end", &l.personEnd}, {"speech.petition", &l.petition},
		{"speech.place", &l.place}, {"speech.plan", &l.plan}, {"speech.pointer", &l.pointer}, {"speech.post", &l.post},
		{"speech.post.end", &l.postEnd}, {"speech.press", &l.press}, {"speech.press.end", &l.pressEnd}, {"speech.publish", &l.publish},
		{"speech.purpose", &l.purpose}, {"speech.reaction", &l.reaction}, {"speech.receive", &l.receive}, {"speech.reckoner", &l.reckoner},
		{"speech.remark", &l.remark}, {"speech.report", &l.report}, {"speech.retired", &l.retired}, {"speech.revise", &l.revise},
		{"speech.role", &l.role}, {"speech.runs", &l.runs}, {"speech.search", &l.search}, {"speech.seek", &l.seek},
		{"speech.self", &l.self}, {"speech.shall", &l.shall}, {"speech.share", &l.share}, {"speech.short", &l.short},
		{"speech.site", &l.site}, {"speech.some", &l.some}, {"speech.someone", &l.someone}, {"speech.stance", &l.stance},
		{"speech.state", &l.state}, {"speech.sum", &l.sum}, {"speech.suspect", &l.suspect}, {"speech.text.end", &l.textEnd},
		{"speech.talking", &l.talking}, {"speech.that", &l.that}, {"speech.thing", &l.thing}, {"speech.thus", &l.thus}, {"speech.time", &l.time},
		{"speech.told", &l.told}, {"speech.topic", &l.topic}, {"speech.topical", &l.topical}, {"speech.toward", &l.toward},
		{"speech.traded", &l.traded}, {"speech.untold", &l.untold}, {"speech.verb", &l.verb}, {"speech.verb.also", &l.verbAlso},
		{"speech.verb.figure", &l.verbFigure}, {"speech.verb.for", &l.verbFor}, {"speech.victim", &l.victim}, {"speech.when", &l.when}, {"speech.whereby", &l.whereby},
		{"speech.where", &l.where}, {"speech.wire", &l.wire}, {"speech.writing", &l.writing},
	} {
		if *w.into = set.Lexicon(w.id); *w.into == nil {
			return l, fmt.Errorf("lexicon %q is missing: the speech stage needs it", w.id)
		}
	}
	return l, nil
}

// isBody reports whether the noun at i is a word for a body that speaks.
func (f *Finder) isBody(i int) bool {
	return f.isKin(i) || f.lex.body.Has(f.d, i) || f.d.Tokens[i].POS == text.NOUN && f.lex.bodyEnd.Has(f.d, i)
}

// isPerson reports whether the noun at i is a word for somebody.
func (f *Finder) isPerson(i int) bool {
	return f.lex.person.Has(f.d, i) && !f.isKin(i) || f.d.Tokens[i].POS == text.NOUN && f.lex.personEnd.Has(f.d, i)
}

// isKin reports whether the noun at i tells which firm a firm belongs to: "die
// VW-Tochter Audi".
func (f *Finder) isKin(i int) bool {
	if !f.d.Tokens[i].Word.Has(text.Hyphen) {
		return false
	}
	e := f.lex.person.Entry(f.d, i)
	return e != nil && e.Get("firm") != ""
}

// isOutlet reports whether the noun at i is a word for a medium: "die Zeitung", "die
// Agentur", but not "die Netzagentur".
func (f *Finder) isOutlet(i int) bool {
	return f.lex.medium.Has(f.d, i) || f.lex.mediumAlone.Has(f.d, i)
}

// isPost reports whether the noun at i is a word for a post somebody holds.
func (f *Finder) isPost(i int) bool {
	return f.lex.post.Has(f.d, i) || f.d.Tokens[i].POS == text.NOUN && f.lex.postEnd.Has(f.d, i)
}
