package rule

import (
	"cmp"
	"slices"
)

// resolve settles the conflicts among buf[from:] and sorts what stays by place.
func resolve(buf []Match, from int) []Match {
	found := buf[from:]
	if len(found) < 2 {
		return buf
	}
	slices.SortFunc(found, byRank)
	kept := 0
	for i := range found {
		clash := false
		for j := 0; j < kept && !clash; j++ {
			clash = found[i].Tokens.Overlaps(found[j].Tokens)
		}
		if !clash {
			found[kept] = found[i]
			kept++
		}
	}
	found = found[:kept]
	slices.SortFunc(found, func(a, b Match) int { return cmp.Compare(a.Tokens.From, b.Tokens.From) })
	return buf[:from+kept]
}

// byRank orders matches by who wins: priority, longest, leftmost, id.
func byRank(a, b Match) int {
	return cmp.Or(cmp.Compare(b.Rule.Priority, a.Rule.Priority), cmp.Compare(b.Tokens.Len(), a.Tokens.Len()),
		cmp.Compare(a.Tokens.From, b.Tokens.From), cmp.Compare(a.Rule.ID, b.Rule.ID), cmp.Compare(a.num, b.num))
}

// sortAt orders the matches that begin at one token by rule id, then pattern.
func sortAt(found []Match) {
	if len(found) > 1 {
		slices.SortFunc(found, func(a, b Match) int {
			return cmp.Or(cmp.Compare(a.Rule.ID, b.Rule.ID), cmp.Compare(a.num, b.num))
		})
	}
}
