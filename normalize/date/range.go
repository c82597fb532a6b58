package date

// Range joins two expressions of s that are the ends of one span of time ("1996
// bis 2001", "5. bis 22. November", "zwischen 1943 und 1945", "14-18 Uhr") into
// one whose value is "A/B". It declines when the words between or before them
// make no range, or when one of them has no value of its own.
func Range(s string, a, b Found) (Found, bool) {
	if a.End > b.Start || a.Type != b.Type || a.Type != Date && a.Type != Time || !definite(a.Value) || !definite(b.Value) {
		return Found{}, false
	}
	if b.Start-a.End > len("  bis einschließlich zum ") {
		return Found{}, false
	}
	var p parser
	p.s, p.pos, p.lex = s[:b.Start], a.End, lex()
	i := 0
	switch {
	case p.link(i) == linkTo, p.isMark(i, '-'):
		i++
	case p.link(i) == linkAnd:
		// "zwischen 1943 und 1945", "zwischen dem 5. und dem 9. Mai"
		last := lastWords(s, a.Start)
		w := last[0]
		if p.plays(w, roleDative) {
			w = last[1]
		}
		if !p.plays(w, roleBetween) {
			return Found{}, false
		}
		i++
	default:
		return Found{}, false
	}
	for p.at(i).end > 0 {
		if p.link(i) != linkFor && p.is(i, cDet) == nil {
			return Found{}, false
		}
		i++
	}
	mod := a.Mod
	if mod != b.Mod {
		mod = ""
	}
	return Found{a.Start, b.End, Timex{Type: a.Type, Value: a.Value + "/" + b.Value, Mod: mod}}, true
}

// definite reports whether a value names a time, not just past or future.
func definite(v string) bool {
	return v != "" && (isDigit(v[0]) || v[0] == 'X')
}
