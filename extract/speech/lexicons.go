package speech

import (
	"fmt"

	"github.com/belegt/extract/extract/rule"
)

// lexicons are the word lists of extract/rules the mechanisms ask for.
type lexicons struct {
	verb, noun, document, medium             *rule.Lexicon
	agent, expletive, origin, toward         *rule.Lexicon
	as, that, pointer, ability, shall        *rule.Lexicon
	person, group, state, body, mute, nobody *rule.Lexicon
}

func newLexicons(set *rule.Set) (l lexicons, err error) {
	for _, w := range []struct {
		id   string
		into **rule.Lexicon
	}{
		{"speech.verb", &l.verb}, {"speech.noun", &l.noun}, {"speech.document", &l.document}, {"speech.medium", &l.medium},
		{"speech.agent", &l.agent}, {"speech.expletive", &l.expletive}, {"speech.origin", &l.origin}, {"speech.toward", &l.toward},
		{"speech.as", &l.as}, {"speech.that", &l.that}, {"speech.pointer", &l.pointer}, {"speech.ability", &l.ability}, {"speech.shall", &l.shall},
		{"speech.person", &l.person}, {"speech.group", &l.group}, {"speech.state", &l.state}, {"speech.body", &l.body}, {"speech.mute", &l.mute}, {"speech.nobody", &l.nobody},
	} {
		if *w.into = set.Lexicon(w.id); *w.into == nil {
			return l, fmt.Errorf("lexicon %q is missing: the speech stage needs it", w.id)
		}
	}
	return l, nil
}

// verb is a verb of saying in its clause.
type verb struct {
	head, group          int
	content, prep, class string
}
