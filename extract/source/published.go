package source

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// published finds the article's date and the day that weekdays count from. The
// strongest evidence wins: the caller's date, the file's name, a dated line of
// head or foot, a weekday in the text. A weaker kind never changes the value of a
// stronger one; a weekday that fits a month or year only sets the anchor.
func (p *page) published(r *ruleSet, name, given string) (pub text.Published, anchor string) {
	pub, known := text.Published{From: "none"}, day{}
	if d, ok := parseISO(given); ok {
		pub, known = text.Published{Value: given, From: "flag"}, d
	} else if d, ok := nameDay(name); ok {
		pub, known = text.Published{Value: d.String(), From: "name"}, d
	} else if d := precisest(p.dates); d != (day{}) {
		pub, known = text.Published{Value: d.String(), From: "head"}, d
	}
	if known.d != 0 {
		return pub, pub.Value
	}
	d, ok := p.weekdayEvidence(r, known)
	if !ok {
		return pub, ""
	}
	if known == (day{}) {
		pub = text.Published{Value: d.String(), From: "weekday"}
	}
	return pub, d.String()
}

// precisest is the first date with a day, else the first one.
func precisest(ds []day) (best day) {
	for _, d := range ds {
		if d.d != 0 {
			return d
		}
		if best == (day{}) {
			best = d
		}
	}
	return best
}

// nameDay reads the date in a file's name: 20241105-x.txt at its beginning,
// 2024-11-05 or 2024_11_05 anywhere in it, 2024-11 at its beginning.
func nameDay(name string) (day, bool) {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if len(base) >= 8 {
		if v, end, ok := digits(base, 0, 8, 8); ok && (end == len(base) || !wordByte(base[end])) {
			if d := (day{v / 10000, v / 100 % 100, v % 100}); d.m != 0 && d.d != 0 && d.valid() {
				return d, true
			}
		}
	}
	for i := range len(base) {
		if !isDigit(base[i]) || i > 0 && wordByte(base[i-1]) {
			continue
		}
		s := base
		if i+10 <= len(s) && s[i+4] == '_' && s[i+7] == '_' {
			s = s[:i+4] + "-" + s[i+5:i+7] + "-" + s[i+8:]
		}
		d, end := readISO(s, i)
		if end < len(s) && wordByte(s[end]) {
			continue
		}
		if d.d != 0 || d.m != 0 && i == 0 {
			return d, true
		}
	}
	return day{}, false
}

func wordByte(c byte) bool {
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

// dated is a weekday with day and month and, when the text gives it, the year.
type dated struct {
	day
	weekday int
	bracket bool // "Montag (4. November)": how an editor dates a weekday of this week
}

// weekdayEvidence is the day that the first weekday with day and month in the
// text names. Where the text gives its year, that must be the latest year the
// text speaks of. Else the year is one that all such weekdays fit: the known one,
// or one that the text speaks of, or the year after, or with a date in brackets
// the second year after; if several of these fit, none is taken. Reports often
// speak of years long past, so further away any year would fit sooner or later.
func (p *page) weekdayEvidence(r *ruleSet, known day) (day, bool) {
	found, years := p.weekdays(r)
	for _, f := range found {
		if f.y == 0 {
			continue
		}
		if known == (day{}) && f.y == slices.Max(years) || known != (day{}) && known.fits(f.day) {
			return f.day, true
		}
		return day{}, false
	}
	if len(found) == 0 {
		return day{}, false
	}
	if known.y != 0 {
		years = []int{known.y}
	}
	after := 1
	if found[0].bracket {
		after = 2
	}
	fit := 0
	for _, e := range years {
		for y := e; y <= e+after && (known.y == 0 || y == e); y++ {
			ok := y != fit
			for _, f := range found {
				d := day{y, f.m, f.d}
				ok = ok && d.valid() && d.weekday() == f.weekday
			}
			if ok && fit != 0 {
				return day{}, false
			}
			if ok {
				fit = y
			}
		}
	}
	if fit == 0 {
		return day{}, false
	}
	for _, f := range found {
		if d := (day{fit, f.m, f.d}); known == (day{}) || known.fits(d) {
			return d, true
		}
	}
	return day{}, false
}

// weekdays lists the weekdays with day and month ("Montag (4. November)",
// "Montag, dem 4.11.") and the years that the text speaks of and that are not
// still to come ("bis 2030").
func (p *page) weekdays(r *ruleSet) (found []dated, years []int) {
	s := p.s
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case isDigit(c) && (i == 0 || !wordByte(s[i-1])):
			v, end, ok := digits(s, i, 4, 4)
			if ok && v >= 1900 && v <= 2099 && (end == len(s) || !wordByte(s[end])) && r.speaksOfYear(s, i) {
				years = append(years, v)
			}
			i = numberEnd(s, i)
		case 'A' <= c && c <= 'Z' && (i == 0 || !wordByte(s[i-1])):
			w, end := weekdayAt(s, i)
			if w == 0 {
				i++
				continue
			}
			from := i
			i = end
			at := skipBlanks(s, end)
			bracket := at < len(s) && s[at] == '('
			if bracket || at < len(s) && s[at] == ',' {
				at = skipBlanks(s, at+1)
			}
			for _, article := range []string{"den", "dem", "der"} {
				if e := literal(s, at, article); e >= 0 {
					at = skipBlanks(s, e)
				}
			}
			d, end := readDayMonth(s, at)
			if end == at {
				continue
			}
			i = end
			if full, fullEnd := readDay(s, at); fullEnd > end {
				d, i = full, fullEnd
				years = append(years, d.y)
				if d.weekday() != w {
					continue // one of the two is wrong
				}
			}
			if !r.ahead.endsIn(s, from, 3) {
				found = append(found, dated{d, w, bracket})
			}
		default:
			i++
		}
	}
	return found, years
}

// speaksOfYear reports whether what stands before the four digits at offset at
// makes them a year that has come: a month, a word such as Jahr or seit, a
// bracket, day and month in digits; and no bis, ab or vor shortly before.
func (r *ruleSet) speaksOfYear(s string, at int) bool {
	if r.ahead.endsIn(s, at, 3) {
		return false
	}
	before := trim(s, text.Span{Start: max(0, at-24), End: at})
	t := s[before.Start:before.End]
	if strings.HasSuffix(t, "(") {
		return true
	}
	if n := len(t); n >= 2 && t[n-1] == '.' && isDigit(t[n-2]) {
		return true
	}
	t = strings.TrimRight(t, ".")
	return r.month.endsIn(s, before.Start+len(t), 1) || r.year.endsIn(s, before.Start+len(t), 1)
}

// endsIn reports whether one of the n words before offset at of s is in the set.
// No further than the line's beginning.
func (t *set) endsIn(s string, at, n int) bool {
	for ; n > 0; n-- {
		end := at
		for end > 0 {
			r, size := utf8.DecodeLastRuneInString(s[:end])
			if wordRune(r) {
				break
			}
			if r == '\n' || r == '.' && end != at {
				return false
			}
			end -= size
		}
		start := end
		for start > 0 {
			r, size := utf8.DecodeLastRuneInString(s[:start])
			if !wordRune(r) {
				break
			}
			start -= size
		}
		if start == end {
			return false
		}
		if e, _ := t.lookup(s[:end], start); e == end {
			return true
		}
		at = start
	}
	return false
}
