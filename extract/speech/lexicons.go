package speech

import (
	"fmt"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// lexicons are the word lists of extract/rules the mechanisms ask for.
type lexicons struct {
	verb, verbAlso, verbFor, noun, document, medium, generic                                                                                                                                                                                  *rule.Lexicon
	agent, expletive, origin, toward                                                                                                                                                                                                          *rule.Lexicon
	as, that, pointer, ability, shall                                                                                                                                                                                                         *rule.Lexicon
	person, group, state, body, mute, nobody                                                                                                                                                                                                  *rule.Lexicon
	act, fact, purpose, own, both                                                                                                                                                                                                             *rule.Lexicon
	bodyEnd, personEnd, textEnd                                                                                                                                                                                                               *rule.Lexicon
	doer, further, let, bare, time, thing                                                                                                                                                                                                     *rule.Lexicon
	self, faq, agency, press, plan, be, receive                                                                                                                                                                                               *rule.Lexicon
	after, writing, manner, other, some, site, short, retired, inside, someone, topic, report, likely, comment, search, seek, foreign, post, former, field, forBody, forPrep, borders, of, publish, actAlone, aged, latter, authority, office *rule.Lexicon
}

func newLexicons(set *rule.Set) (l lexicons, err error) {
	for _, w := range []struct {
		id   string
		into **rule.Lexicon
	}{
		{"speech.verb", &l.verb}, {"speech.verb.also", &l.verbAlso}, {"speech.verb.for", &l.verbFor}, {"speech.generic", &l.generic}, {"speech.noun", &l.noun}, {"speech.document", &l.document}, {"speech.medium", &l.medium},
		{"speech.agent", &l.agent}, {"speech.expletive", &l.expletive}, {"speech.origin", &l.origin}, {"speech.toward", &l.toward},
		{"speech.as", &l.as}, {"speech.that", &l.that}, {"speech.pointer", &l.pointer}, {"speech.ability", &l.ability}, {"speech.shall", &l.shall},
		{"speech.person", &l.person}, {"speech.group", &l.group}, {"speech.state", &l.state}, {"speech.body", &l.body}, {"speech.mute", &l.mute}, {"speech.nobody", &l.nobody},
		{"speech.act", &l.act}, {"speech.fact", &l.fact}, {"speech.purpose", &l.purpose}, {"speech.own", &l.own}, {"speech.both", &l.both},
		{"speech.body.end", &l.bodyEnd}, {"speech.person.end", &l.personEnd}, {"speech.text.end", &l.textEnd}, {"speech.doer", &l.doer}, {"speech.further", &l.further}, {"speech.let", &l.let}, {"speech.bare", &l.bare}, {"speech.time", &l.time}, {"speech.thing", &l.thing}, {"speech.self", &l.self}, {"speech.faq", &l.faq}, {"speech.agency", &l.agency}, {"speech.be", &l.be}, {"speech.press", &l.press}, {"speech.plan", &l.plan}, {"speech.receive", &l.receive}, {"speech.after", &l.after}, {"speech.retired", &l.retired}, {"speech.inside", &l.inside}, {"speech.someone", &l.someone}, {"speech.short", &l.short}, {"speech.topic", &l.topic}, {"speech.foreign", &l.foreign}, {"speech.search", &l.search}, {"speech.comment", &l.comment}, {"speech.likely", &l.likely}, {"speech.report", &l.report}, {"speech.seek", &l.seek}, {"speech.post", &l.post}, {"speech.former", &l.former}, {"speech.field", &l.field}, {"speech.for", &l.forBody}, {"speech.for.prep", &l.forPrep}, {"speech.borders", &l.borders}, {"speech.of", &l.of}, {"speech.act.alone", &l.actAlone}, {"speech.publish", &l.publish}, {"speech.aged", &l.aged}, {"speech.latter", &l.latter}, {"speech.authority", &l.authority}, {"speech.office", &l.office}, {"speech.site", &l.site}, {"speech.other", &l.other}, {"speech.some", &l.some}, {"speech.manner", &l.manner}, {"speech.writing", &l.writing},
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
