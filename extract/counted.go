package extract

import (
	"fmt"
	"strings"

	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// counter finds what a quantity counts or measures: unit, subject and per.
type counter struct {
	// the words the stage asks for; claim.yaml says what each list holds
	number, amount, future, money, points, piece       *rule.Lexicon
	of                                                 *rule.Lexicon // the preposition of the whole and the measure
	perfect, says                                      *rule.Lexicon // for the tense of dates
	verb, lasting, invest, event, change, verbal       *rule.Lexicon
	point, toward, spanOf, with, shift, place          *rule.Lexicon
	portion, after, beside, part, back, others         *rule.Lexicon
	perWord, perTime, period, since, ordinal           *rule.Lexicon
	compare, timeClause, further                       *rule.Lexicon
	among, upTo, inward, recipient, copula             *rule.Lexicon
	dimension, lead, scale, match, there               *rule.Lexicon
	person, unique, more, rate, otherwise, ranked, had *rule.Lexicon
	happening, grows, from, pay, issue, judge          *rule.Lexicon
	unless, not, this                                  *rule.Lexicon

	blocked         []bool        // by quantity
	best            []*rule.Match // by quantity
	pers            []per
	perBuf          []rule.Match
	aging           int       // the quantity that is being read as an age, -1 for none
	row             row       // the sum or percentage before, measured by something without a name
	last            []counted // what earlier counts of the article counted, in order
	group           group     // whom the last share was taken of
	currency, first string    // the one of the last sum, and of the first of the article
	currencyAt      int       // token of the last sum
	currencyOf      string    // what the last sum with a thing of its own measured
}

// counted is what an earlier count counted.
type counted struct {
	at            int // token of the quantity
	unit, subject string
	head          int // token of the noun
}

// row is a thing measured that goes on for other names.
type row struct {
	sent    int
	kind    unit.Kind
	subject string
}

func newCounter(set *rule.Set) (counter, error) {
	var c counter
	for _, l := range []struct {
		id   string
		into **rule.Lexicon
	}{
		{"claim.number", &c.number},
		{"claim.amount", &c.amount},
		{"claim.future", &c.future}, {"claim.of", &c.of}, {"claim.perfect", &c.perfect}, {"speech.verb", &c.says},
		{"claim.money", &c.money},
		{"claim.point", &c.point},
		{"claim.toward", &c.toward},
		{"claim.span", &c.spanOf},
		{"claim.verb", &c.verb},
		{"claim.event", &c.event},
		{"claim.piece", &c.piece},
		{"claim.with", &c.with},
		{"claim.after", &c.after},
		{"claim.back", &c.back},
		{"claim.period", &c.period},
		{"claim.per", &c.perWord},
		{"claim.per.time", &c.perTime},
		{"claim.since", &c.since},
		{"claim.ordinal", &c.ordinal},
		{"claim.further", &c.further},
		{"claim.change", &c.change},
		{"claim.shift", &c.shift},
		{"claim.place", &c.place},
		{"claim.lasting", &c.lasting},
		{"claim.invest", &c.invest},
		{"claim.beside", &c.beside},
		{"claim.points", &c.points},
		{"claim.verbal", &c.verbal},
		{"claim.portion", &c.portion},
		{"claim.rest", &c.others},
		{"claim.part.of", &c.part},
		{"claim.compare", &c.compare},
		{"claim.time.clause", &c.timeClause},
		{"claim.among.group", &c.among},
		{"claim.up.to", &c.upTo},
		{"claim.inward", &c.inward},
		{"claim.recipient", &c.recipient},
		{"claim.copula", &c.copula},
		{"claim.dimension", &c.dimension},
		{"claim.lead", &c.lead},
		{"claim.scale", &c.scale},
		{"claim.match", &c.match},
		{"claim.there", &c.there},
		{"claim.person", &c.person},
		{"claim.unique", &c.unique}, {"claim.more", &c.more},
		{"claim.rate", &c.rate},
		{"claim.otherwise", &c.otherwise},
		{"claim.rank", &c.ranked},
		{"claim.had", &c.had},
		{"claim.happening", &c.happening},
		{"claim.grow", &c.grows},
		{"claim.from", &c.from}, {"claim.pay", &c.pay}, {"claim.issue", &c.issue}, {"claim.judge", &c.judge}, {"claim.unless", &c.unless}, {"claim.not", &c.not}, {"claim.this", &c.this},
	} {
		if *l.into = set.Lexicon(l.id); *l.into == nil {
			return c, fmt.Errorf("lexicon %q is missing: the claim stage needs it", l.id)
		}
	}
	return c, nil
}

// fill sets unit, subject and per of the claim of quantity q.
func (x *counter) fill(w *Worker, q int, m *rule.Match, c *Claim) {
	d := &w.doc
	qu := &d.Quantities[q]
	at := w.tokenAt(c.Start)
	x.aging = -1
	if c.Kind == unit.Money {
		x.currency, x.currencyAt = c.Unit, at
	}
	if c.Per == "" {
		c.Per = x.perOf(d, q, c.Kind)
	}
	if c.Per != "" && strings.HasSuffix(c.Unit, "/"+c.Per) {
		c.Per = "" // the unit says it: "63 Kilometer pro Stunde"
	}
	if r, ok := m.Capture("unit"); ok {
		c.Unit = d.Tokens[r.To-1].Word.Form
	}
	if o, ok := x.doubled(w, at); ok && c.Kind != unit.Count && c.Kind != unit.Age {
		c.Subject = o.Subject
		return // "jeder Fünfte (19 Prozent)"
	}
	if o := x.saidAgain(w, q, at); o != nil && (c.Kind == unit.Percent || c.Kind == unit.Share || c.Kind == unit.Money) {
		c.Subject = o.Subject
		return
	}
	if o := x.ages(w, at); o != nil && c.Kind == unit.Duration && c.Unit == o.Unit {
		c.Kind, c.Subject = unit.Age, o.Subject
		return
	}
	switch c.Kind {
	case unit.Count:
		head, _ := x.noun(d, qu.Tokens)
		if code, ok := x.elliptic(d, q, head); ok {
			qu.Kind, qu.Unit = unit.Money, code
			c.Kind, c.Unit = unit.Money, code
			x.currency, x.currencyAt = code, at
			if c.Subject = x.measured(d, q, at); c.Subject == "" && x.spokenOf(d, at) {
				c.Subject = x.currencyOf
			}
			return
		}
		if c.Unit == "Mal" {
			return // how often: of nothing
		}
		if head < 0 && x.sharesUnit(d, q) {
			c.Kind, c.Unit = qu.Kind, qu.Unit
			if c.Subject = x.sharedNoun(d, q); c.Subject == "" {
				c.Subject = x.measured(d, q, at)
			}
			break
		}
		x.count(d, q, c)
	case unit.Age:
		if m.Rule.Get("subject") == "none" {
			return
		}
		if c.Rule == "claim.age.bracket" {
			if n := x.inBrackets(d, at); n != nil {
				c.Kind, c.Unit, c.Subject = unit.Count, n.unit, n.subject
				return
			}
		}
		if qu.Compound > 0 || c.Rule == "claim.age.bracket" {
			if s, ok := x.attributed(d, qu); ok {
				c.Subject = s
			} else if c.Rule == "claim.age.bracket" {
				c.Subject = x.nameBefore(d, qu.Tokens.From-1)
			}
			return
		}
		x.aging = q
		var old bool
		if c.Subject, old = x.isOld(d, qu, at); !old {
			c.Subject = x.aged(d, qu)
		}
		if old || c.Subject != "" {
			break
		}
		if at > 0 && x.with.Has(d, at-1) || qu.Kind == unit.Count {
			c.Subject = x.subjectOf(d, at) // "starb mit 81 Jahren", "ist Mitte 40"
		} else {
			c.Subject = x.measured(d, q, at)
		}
	case unit.Score:
		c.Subject = x.played(d, qu)
		return
	case unit.Share:
		if t := &d.Tokens[qu.Tokens.To-1]; qu.Tokens.Len() > 1 && t.POS != text.NUM && t.Word.Has(text.Capital) && d.Tokens[qu.Tokens.To-2].Feats.Get(text.PronType) == text.Tot {
			c.Subject = x.whole(d, at) // "jeder Vierte": of those spoken of, else one of all
			break
		}
		if at > 0 && x.portion.Has(d, at-1) && x.substance(d, q) == "" {
			c.Subject = x.subjectOf(d, at) // "die Gäste kommen zu zwei Dritteln aus Europa"
		}
		if c.Subject == "" {
			c.Subject = x.measured(d, q, at)
		}
		if c.Subject == "" {
			c.Subject = x.rest(d, at)
		}
		if c.Subject == "" {
			c.Subject = x.whole(d, at)
		}
		if c.Subject == "" && len(x.last) > 0 {
			c.Subject = x.last[len(x.last)-1].subject
		}
	case unit.Percent:
		if c.Subject = x.groupBefore(d, q); c.Subject != "" {
			break
		}
		if c.Subject = x.sharedNoun(d, q); c.Subject != "" {
			break
		}
		if p := x.beforeFurther(d, at); p >= 0 && x.portion.Has(d, p) && x.substance(d, q) == "" {
			c.Subject = x.subjectOf(d, at) // "wird zu 50 Prozent aus Spenden bezahlt"
		}
		if c.Subject == "" {
			c.Subject = x.measured(d, q, at)
		}
		if c.Subject == "" && x.isSubject(d, at) {
			c.Subject = x.whole(d, at)
		}
	case unit.Factor: // what stands behind is what it is compared with: "das Fünffache des Werts"
		if c.Subject = x.compared(d, q, at); c.Subject == "" && !x.thereWere(d, at) {
			c.Subject = x.measured(d, q, at)
		}
	default:
		if c.Subject = x.shared(w, q); c.Subject == "" {
			c.Subject = x.measured(d, q, at)
		}
	}
	if c.Kind == unit.Share || c.Kind == unit.Percent {
		if s := x.substance(d, q); s != "" {
			x.group = group{sent: d.Tokens[at].Sent, subject: s}
		}
	}
	if (c.Kind == unit.Percent || c.Kind == unit.Money) && c.Subject != "" && (c.Subject == x.row.subject || !x.bracketed(d, at)) {
		x.row = row{sent: d.Tokens[at].Sent, kind: c.Kind, subject: c.Subject}
	}
	x.repeat(w, c)
	if c.Kind == unit.Money && c.Subject != "" {
		x.currencyOf = c.Subject
	}
}
