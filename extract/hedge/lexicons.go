package hedge

import (
	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
)

// lexicons are the word lists the reach asks for. A list that a user's rules
// have taken away is empty.
type lexicons struct {
	pointed     words // nouns a sentence on verification points at; attribute kind: word, figure, thing
	back        words // pronouns that do the same
	announce    words // what says that the matter is yet to come
	presupposed words // subjunctions of what is told as known
	content     words // relative adverbs whose clause is the content of a report
	part        words // words that open a part of the whole before
	future      words // what puts the clause in the future
	condition   words // what makes the sentence a supposition
	amount      words // nouns of number and amount; attribute kind: count, money
	truth       words // what says that a report is true
	untrue      words // nouns that call something false
	definite    words // determiners of what is known
	both        words // words for more than one source
	people      words // nouns of people
	demand      words // verbs of asking for something
	cause       words // prepositions of the cause
	coming      words // attributes of a time to come
	of          words // prepositions of the own amount of a noun
	verb        words // verbs of supposing; attribute takes: the preposition of their object
	from, to    words // prepositions of where a change begins and ends
	since       words // prepositions of the time a superlative holds for
	topic       words // prepositions of what a report is about
	accuse      words // words of accusing and suspecting
	agent       words // prepositions of who does what a passive tells, as for speech
}

// words is a lexicon or none.
type words struct{ *rule.Lexicon }

func (w words) has(d *text.Doc, i int) bool { return w.Lexicon != nil && w.Lexicon.Has(d, i) }

// get is an attribute of the entry for token i, "" when there is none.
func (w words) get(d *text.Doc, i int, name string) string {
	if w.Lexicon == nil {
		return ""
	}
	if e := w.Lexicon.Entry(d, i); e != nil {
		return e.Get(name)
	}
	return ""
}

func newLexicons(set *rule.Set) lexicons {
	get := func(id string) words { return words{set.Lexicon("hedge." + id)} }
	return lexicons{
		pointed: get("pointed"), back: get("back"), announce: get("announce"), presupposed: get("presupposed"), content: get("content"),
		part: get("part"), future: get("future"), condition: get("condition"), amount: get("amount"), topic: get("topic"), both: get("both"), people: get("people"), demand: get("demand"), definite: get("definite"), untrue: get("false"), truth: get("true"), from: get("from"), to: get("to"), verb: get("verb"), of: get("of"), coming: get("coming"), cause: get("cause"), since: get("since"),
		accuse: get("accusing"),
		agent:  words{set.Lexicon("speech.agent")},
	}
}
