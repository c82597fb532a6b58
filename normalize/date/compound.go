package date

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed compounds.tsv
var compoundsTSV string

// part is one half of a compound.
type part struct{ form, value string }

func (x part) n() int {
	n, _ := strconv.Atoi(x.value)
	return n
}

// addCompounds adds the words made of the halves that compounds.tsv lists.
func (l *lexicon) addCompounds() {
	parts := make(map[string][]part, 16)
	eachLine(compoundsTSV, func(f []string) {
		for _, form := range strings.Fields(f[2]) {
			parts[f[0]] = append(parts[f[0]], part{form, f[1]})
		}
	})
	l.addNumbers(parts)
	for _, d := range parts["weekday"] {
		for _, x := range parts["part"] {
			l.add(d.form+x.form, entry{class: cWeekdayPart, n: int16(d.n()), code: x.value})
		}
	}
	for _, s := range parts["season"] {
		for _, m := range parts["months"] {
			l.add(s.form+m.form, entry{class: cSeasonMonths, code: s.value})
		}
	}
	for _, kind := range [...][2]string{{"amount", "lasting"}, {"years", "lastingyears"}} {
		for _, a := range parts[kind[0]] {
			for _, u := range parts[kind[1]] {
				l.addForms(a.form+u.form, entry{class: cLastingWord, code: u.value, mod: a.value})
			}
		}
	}
}

// addNumbers adds the number words that occur with units of time: 3 to 99, the
// hundreds and thousands, and the halves.
func (l *lexicon) addNumbers(parts map[string][]part) {
	num := func(w string, n int) { l.add(w, entry{class: cNum, n: int16(n), code: strconv.Itoa(n)}) }
	for _, x := range append(parts["teen"], parts["ten"]...) {
		num(x.form, x.n())
	}
	for _, one := range parts["one"] {
		for _, and := range parts["and"] {
			for _, ten := range parts["ten"] {
				num(one.form+and.form+ten.form, one.n()+ten.n())
			}
		}
		if one.n() > 2 {
			num(one.form, one.n())
		}
		if one.n() < 2 {
			continue
		}
		for _, h := range parts["hundred"] {
			num(one.form+h.form, one.n()*h.n())
		}
		for _, h := range parts["half"] {
			l.add(one.form+h.form, entry{class: cNum, n: int16(one.n()), code: one.value + h.value})
		}
	}
}
