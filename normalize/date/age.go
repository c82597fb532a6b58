package date

// isAge reports whether a number of years before token m tells how old someone is.
func (p *parser) isAge(i, m int, b before) bool {
	if p.has(m, roleOld) {
		return true
	}
	if b&beforeAge != 0 && b&beforeSpan == 0 {
		return true
	}
	w, mark := p.wordBefore(i)
	if mark == '(' && p.isMark(m, ')') {
		return true
	}
	if mark != 0 {
		return false
	}
	last := lastWords(p.s, p.at(i).start)
	switch {
	case p.beforeWord(w)&beforeOf != 0:
		return p.plays(last[1], roleAgeNoun)
	case p.linkOf(w)&(linkTo|linkAnd) != 0:
		// the second of two ages: "Jugendliche zwischen 13 und 15 Jahren"
		return (p.plays(last[2], roleBetween) || p.beforeWord(last[2])&beforeOf != 0) && capital(last[3])
	case p.plays(w, roleBetween):
		return capital(last[1])
	case p.plays(w, roleOver):
		return p.beforeWord(last[1])&beforeSpan == 0
	}
	return false
}

// capital reports whether a word begins with a capital letter of ASCII.
func capital(w string) bool { return w != "" && w[0]-'A' < 26 }
