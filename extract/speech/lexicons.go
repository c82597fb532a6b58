package speech

import (
	"fmt"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// lexicons are the word lists of extract/rules the mechanisms ask for.
type lexicons struct {
	ability, act, actAlone, after, aged, agency, agent, as                *rule.Lexicon
	authority, bare, be, body, bodyEnd, borders, both, brief, comment     *rule.Lexicon
	document, doer, expletive, fact, faq, field, forBody, forPrep         *rule.Lexicon
	foreignFirst, noble, noblePrep                                        *rule.Lexicon
	foreign, former, further, generic, group, inside, latter, let         *rule.Lexicon
	likely, manner, medium, mute, nobody, noun, of, office                *rule.Lexicon
	origin, other, own, person, personEnd, plan, pointer, post            *rule.Lexicon
	press, publish, purpose, receive, report, retired, role, search, seek *rule.Lexicon
	self, shall, short, site, some, someone, state, suspect, textEnd      *rule.Lexicon
	that, thing, time, topic, toward, verb, verbAlso, verbFor             *rule.Lexicon
	writing                                                               *rule.Lexicon
}

func newLexicons(set *rule.Set) (l lexicons, err error) {
	for _, w := range []struct {
		id   string
		into **rule.Lexicon
	}{
		{"speech.ability", &l.ability}, {"speech.act", &l.act}, {"speech.act.alone", &l.actAlone}, {"speech.after", &l.after},
		{"speech.aged", &l.aged}, {"speech.agency", &l.agency}, {"speech.agent", &l.agent}, {"speech.as", &l.as},
		{"speech.authority", &l.authority}, {"speech.bare", &l.bare}, {"speech.be", &l.be}, {"speech.body", &l.body},
		{"speech.body.end", &l.bodyEnd}, {"speech.borders", &l.borders}, {"speech.both", &l.both}, {"speech.brief", &l.brief}, {"speech.comment", &l.comment},
		{"speech.document", &l.document}, {"speech.doer", &l.doer}, {"speech.expletive", &l.expletive}, {"speech.fact", &l.fact},
		{"speech.faq", &l.faq}, {"speech.field", &l.field}, {"speech.for", &l.forBody}, {"speech.for.prep", &l.forPrep},
		{"speech.foreign", &l.foreign}, {"speech.foreign.first", &l.foreignFirst}, {"speech.noble", &l.noble}, {"speech.noble.prep", &l.noblePrep}, {"speech.former", &l.former}, {"speech.further", &l.further}, {"speech.generic", &l.generic},
		{"speech.group", &l.group}, {"speech.inside", &l.inside}, {"speech.latter", &l.latter}, {"speech.let", &l.let},
		{"speech.likely", &l.likely}, {"speech.manner", &l.manner}, {"speech.medium", &l.medium}, {"speech.mute", &l.mute},
		{"speech.nobody", &l.nobody}, {"speech.noun", &l.noun}, {"speech.of", &l.of}, {"speech.office", &l.office},
		{"speech.origin", &l.origin}, {"speech.other", &l.other}, {"speech.own", &l.own}, {"speech.person", &l.person},
		{"speech.person.end", &l.personEnd}, {"speech.plan", &l.plan}, {"speech.pointer", &l.pointer}, {"speech.post", &l.post},
		{"speech.press", &l.press}, {"speech.publish", &l.publish}, {"speech.purpose", &l.purpose}, {"speech.receive", &l.receive},
		{"speech.report", &l.report}, {"speech.retired", &l.retired}, {"speech.role", &l.role}, {"speech.search", &l.search}, {"speech.seek", &l.seek},
		{"speech.self", &l.self}, {"speech.shall", &l.shall}, {"speech.short", &l.short}, {"speech.site", &l.site},
		{"speech.some", &l.some}, {"speech.someone", &l.someone}, {"speech.state", &l.state}, {"speech.suspect", &l.suspect}, {"speech.text.end", &l.textEnd},
		{"speech.that", &l.that}, {"speech.thing", &l.thing}, {"speech.time", &l.time}, {"speech.topic", &l.topic},
		{"speech.toward", &l.toward}, {"speech.verb", &l.verb}, {"speech.verb.also", &l.verbAlso}, {"speech.verb.for", &l.verbFor},
		{"speech.writing", &l.writing},
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
