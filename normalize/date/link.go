package date

// A link is a word that joins the parts of an expression; words.tsv lists them.
type link uint16

const (
	linkTo link = 1 << iota
	linkAnd
	linkOr
	linkAlso
	linkOn
	linkFor
	linkAt
	linkOf
	linkAgo
	linkAfter
	linkIn
	linkInstead
)

var linkNames = map[string]link{
	"TO": linkTo, "AND": linkAnd, "OR": linkOr, "ALSO": linkAlso, "ON": linkOn, "FOR": linkFor, "AT": linkAt, "OF": linkOf,
	"AGO": linkAgo, "AFTER": linkAfter, "IN": linkIn, "INSTEAD": linkInstead,
}

// link is what token i joins, 0 when it is no such word.
func (p *parser) link(i int) link {
	if e := p.is(i, cLink); e != nil {
		return link(e.n)
	}
	return 0
}

// linkOf is what a word outside the stretch being read joins.
func (p *parser) linkOf(w string) link {
	if e := p.entryOf(w, cLink); e != nil {
		return link(e.n)
	}
	return 0
}

// skipLinks returns the token behind the prepositions and articles that may stand
// before the second end of a range ("bis zum 22. November").
func (p *parser) skipLinks(i int) int {
	for p.at(i).class == cNone && (p.link(i)&(linkFor|linkAt) != 0 || p.is(i, cDet) != nil) {
		i++
	}
	return i
}
