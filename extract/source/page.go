package source

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// page is an article's text while its furniture is being found.
type page struct {
	s     string
	lines []line
	marks []piece // furniture inside lines
	dates []day   // dates in furniture of head and foot, the stronger evidence first
}

// piece is a piece of furniture and the rule behind it.
type piece struct {
	text.Span
	rule string
}

const (
	bodyLine = 60  // bytes from which a closed line counts as text and not as a heading or a dek's fragment
	dekLine  = 500 // bytes up to which the first closed line below a heading is taken for a dek
	lookBack = 120 // bytes at a line's end in which a credit or bracketed mark is looked for
)

func newPage(s string) *page {
	return &page{s: s, lines: splitLines(s, nil)}
}

// mark finds the furniture.
func (p *page) mark(r *ruleSet) {
	for i := range p.lines {
		if !p.markLine(r, i, scopeLine) {
			p.markCaption(r, &p.lines[i])
		}
	}
	first, last := p.body()
	dated, links := p.chronicle(r), "" // links: the rule of the heading above a list of links
	for i := range p.lines {
		switch l := &p.lines[i]; {
		case i > last && links == "" && p.markLine(r, i, scopeLinks):
			links = l.rule
		case l.whole:
		case links != "" && !closes(p.s[l.Start:l.End]):
			l.whole, l.rule = true, links
		case dated && p.dateLine(r, i):
		case i < first && p.markLine(r, i, scopeHead):
		case i > last && p.markLine(r, i, scopeFoot):
		default:
			p.markInside(r, i, i >= last)
		}
	}
	p.markDateline(r)
}

// chronicle reports whether dates head sections of the text: two lines that are
// nothing but a date, with text between.
func (p *page) chronicle(r *ruleSet) bool {
	last := -1
	for i := range p.lines {
		if p.dateLine(r, i) {
			if last >= 0 && p.textBetween(last, i) {
				return true
			}
			last = i
		}
	}
	return false
}

// dateLine reports whether line i is nothing but a date.
func (p *page) dateLine(r *ruleSet, i int) bool {
	m, ok := p.headLine(r, i)
	return ok && m.date.d != 0
}

func (p *page) headLine(r *ruleSet, i int) (match, bool) {
	l := &p.lines[i]
	return r.by[scopeHead].longest(p.s[:l.End], skipBullet(p.s[:l.End], l.Start), true)
}

func (p *page) textBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if !p.lines[k].whole {
			return true
		}
	}
	return false
}

// body is the first line of the body, which head lines stand before, and the last
// one, which foot lines stand behind. Without a line of text both are the end.
func (p *page) body() (first, last int) {
	first, last = len(p.lines), len(p.lines)
	for i := range p.lines {
		if p.isText(i) {
			if first == len(p.lines) {
				first = i
			}
			last = i
		}
	}
	if first == len(p.lines) {
		return first, last
	}
	// A short text line below a heading may be a dek: what stands between it and
	// the next text line belongs to the head too.
	if l := p.lines[first]; l.Len() <= dekLine && p.heading(first) >= 0 {
		for i := first + 1; i < len(p.lines); i++ {
			if p.isText(i) {
				return i, last
			}
		}
	}
	return first, last
}

// isText reports whether line i is a line of sentences.
func (p *page) isText(i int) bool {
	l := &p.lines[i]
	return !l.whole && !l.caption && l.Len() >= bodyLine && (closes(p.s[l.Start:l.End]) || strings.Contains(p.s[l.Start:l.End], ". "))
}

// heading is the first line before line i that is no furniture, -1 for none.
func (p *page) heading(i int) int {
	for j := range i {
		if !p.lines[j].whole {
			return j
		}
	}
	return -1
}

// markLine sets line i aside when a pattern of the scope reads all of it. Dates
// count as evidence of the article's date when the pattern asks for one.
func (p *page) markLine(r *ruleSet, i int, sc scope) bool {
	l := &p.lines[i]
	s := p.s[:l.End]
	at := skipBullet(s, l.Start)
	m, ok := r.by[sc].longest(s, at, true)
	if !ok && at > l.Start {
		m, ok = r.by[sc].longest(s, l.Start, true)
	}
	if !ok {
		return false
	}
	l.whole, l.rule = true, m.rule
	p.evidence(m)
	return true
}

func (p *page) evidence(m match) {
	if m.date != (day{}) {
		p.dates = append(p.dates, m.date)
	}
}

// skipBullet is the offset behind a bullet or arrow that leads a link.
func skipBullet(s string, at int) int {
	r, n := utf8.DecodeRuneInString(s[at:])
	if strings.ContainsRune("•·*>»▶►→–-|+#", r) {
		if next := skipBlanks(s, at+n); next > at+n {
			return next
		}
	}
	return at
}

// markInside finds furniture at the beginning and the end of a line of text.
func (p *page) markInside(r *ruleSet, i int, last bool) {
	l := &p.lines[i]
	s := p.s[:l.End]
	if m, ok := r.by[scopeStart].longest(s, l.Start, false); ok && startsText(s, m.end) {
		p.set(text.Span{Start: l.Start, End: m.end}, m)
		p.evidence(m)
		l.rest.Start = skipBlanks(s, m.end)
	}
	for p.markEnd(r, l, last) {
	}
	if last {
		p.markAmid(r, l)
	}
	p.markEmpty(l)
}

// markCaption finds the marks and credits at the end of a picture's caption. A
// caption that reads as a sentence or holds a number stays text.
func (p *page) markCaption(r *ruleSet, l *line) {
	for p.markCaptionEnd(r, l) || p.markCredit(r, l) {
	}
	p.markEmpty(l)
	if l.caption && !l.rest.Empty() && !closes(p.s[l.rest.Start:l.rest.End]) &&
		!strings.ContainsAny(p.s[l.rest.Start:l.rest.End], "0123456789") {
		l.whole = true
	}
}

// markEmpty sets l aside whole when marks left nothing of it.
func (p *page) markEmpty(l *line) {
	if l.rest.Empty() && !l.whole {
		l.whole, l.rule = true, p.marks[len(p.marks)-1].rule
	}
}

func (p *page) set(sp text.Span, m match) { p.marks = append(p.marks, piece{sp, m.rule}) }

// startsText reports whether what stands at offset at of s, behind a mark, is
// nothing or begins a sentence.
func startsText(s string, at int) bool {
	i := skipBlanks(s, at)
	if i >= len(s) {
		return true
	}
	if i == at && at > 0 {
		if r, _ := utf8.DecodeLastRuneInString(s[:at]); wordRune(r) {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("„\"»«“‚'›‹", r)
}

// bracketed is the bracketed stretch at the end of l and what stands before it.
func (p *page) bracketed(l *line) (in, before text.Span, ok bool) {
	s := p.s[:l.rest.End]
	if l.rest.Len() < 3 || s[len(s)-1] != ')' {
		return in, before, false
	}
	low := max(l.rest.Start, len(s)-lookBack)
	open := strings.LastIndexByte(s[low:], '(')
	if open < 0 {
		return in, before, false
	}
	in = text.Span{Start: low + open, End: l.rest.End}
	return in, trim(p.s, text.Span{Start: l.rest.Start, End: in.Start}), true
}

// inBrackets reads what stands in the brackets of in.
func (p *page) inBrackets(r *ruleSet, sc scope, in text.Span) (match, bool) {
	inner := p.s[:in.End-1]
	return r.by[sc].longest(inner, skipBlanks(inner, in.Start+1), true)
}

// markCaptionEnd sets a bracketed mark of a caption aside.
func (p *page) markCaptionEnd(r *ruleSet, l *line) bool {
	in, before, ok := p.bracketed(l)
	if !ok {
		return false
	}
	m, ok := p.inBrackets(r, scopeCaption, in)
	if !ok {
		return false
	}
	l.caption, l.rule = true, m.rule
	p.set(in, m)
	l.rest.End = before.End
	return true
}

// markEnd sets a bracketed mark at the end of l aside.
func (p *page) markEnd(r *ruleSet, l *line, last bool) bool {
	in, before, ok := p.bracketed(l)
	if !ok {
		return false
	}
	var m match
	if b := p.s[before.Start:before.End]; b == "" || closesText(b) {
		if m, ok = p.inBrackets(r, scopeEnd, in); !ok && last {
			m, ok = p.inBrackets(r, scopeLast, in)
		}
	} else {
		ok = false
		if last && before.End < in.Start {
			m, ok = p.inBrackets(r, scopeFinal, in)
		}
	}
	if !ok {
		return false
	}
	p.set(in, m)
	if last {
		p.evidence(m)
	}
	l.rest.End = before.End
	return true
}

// markAmid sets the dated marks aside that stand between the sentences of l, where
// tables, line-ups or links have come to stand behind an article on its last line.
// The last one is the evidence of the article's date. A date that is not of the
// latest year the text speaks of belongs to what is told, not to the telling.
func (p *page) markAmid(r *ruleSet, l *line) {
	s := p.s[:l.rest.End]
	latest := -1 // known when the first mark is found
	for end := len(s); ; {
		open := strings.LastIndexByte(s[l.rest.Start:end], '(')
		if open < 0 {
			return
		}
		end = l.rest.Start + open
		in := text.Span{Start: end, End: min(len(s), end+lookBack)}
		n := strings.IndexByte(s[in.Start:in.End], ')')
		if n < 0 {
			continue
		}
		in.End = in.Start + n + 1
		if in.End == len(s) || in.Start == l.rest.Start || !isDigit(s[in.End-2]) || skipBlanks(s, in.End) == in.End || !startsText(s, in.End) {
			continue
		}
		before := trim(s, text.Span{Start: l.rest.Start, End: in.Start})
		if before.End == in.Start || !closesText(s[before.Start:before.End]) {
			continue
		}
		m, ok := p.inBrackets(r, scopeAmid, in)
		if !ok {
			continue
		}
		if latest < 0 {
			_, years := p.weekdays(r)
			latest = slices.Max(append(years, 0))
		}
		if m.date.y >= latest {
			p.set(in, m)
			p.evidence(m)
		}
	}
}

// closesText reports whether t ends as a sentence does, also where a remark in
// brackets stands behind it, and leads up to nothing.
func closesText(t string) bool {
	if strings.HasSuffix(t, ")") && !closes(t) {
		if open := strings.LastIndexByte(t, '('); open >= 0 {
			t = strings.TrimRight(t[:open], " \u00a0")
		}
	}
	return closes(t) && !strings.HasSuffix(t, ":")
}

// markCredit sets a picture credit at the end of l aside.
func (p *page) markCredit(r *ruleSet, l *line) bool {
	s := p.s[:l.rest.End]
	for i := max(l.rest.Start, len(s)-lookBack); i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if i > l.rest.Start && wordRune(c) || c == '©' {
			if p.breakBefore(l, i, c == '©') {
				if m, ok := r.by[scopeCredit].longest(s, i, true); ok {
					p.set(text.Span{Start: i, End: m.end}, m)
					l.rest.End = trim(p.s, text.Span{Start: l.rest.Start, End: i}).End
					l.caption, l.rule = true, m.rule
					return true
				}
			}
			if wordRune(c) {
				i = max(wordEnd(s, i), i+n)
				continue
			}
		}
		i += n
	}
	return false
}

// breakBefore reports whether a credit may begin at offset i of l: behind a
// closed sentence or a bar, and a sign of its own behind any blank.
func (p *page) breakBefore(l *line, i int, sign bool) bool {
	before := trim(p.s, text.Span{Start: l.rest.Start, End: i})
	if before.Empty() {
		return true
	}
	if before.End == i {
		return false
	}
	t := p.s[before.Start:before.End]
	return sign || closes(t) || strings.HasSuffix(t, "|") || strings.HasSuffix(t, "/")
}

// markDateline sets the place and agency before a report's first sentence aside:
// at the beginning of one of the first three text lines or, where all stands on
// one line, behind one of its first sentences.
func (p *page) markDateline(r *ruleSet) {
	seen := 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.whole || !p.isText(i) {
			continue
		}
		if p.datelineAt(r, l, l.rest.Start) {
			return
		}
		if len(p.lines) == 1 {
			p.datelineInside(r, l)
			return
		}
		if seen++; seen == 3 {
			return
		}
	}
}

func (p *page) datelineAt(r *ruleSet, l *line, at int) bool {
	s := p.s[:l.rest.End]
	m, ok := r.by[scopeDateline].longest(s, at, false)
	if !ok || !startsText(s, m.end) || skipBlanks(s, m.end) == m.end || len(s)-m.end < bodyLine || !strings.Contains(s[m.end:], ".") {
		return false
	}
	p.set(text.Span{Start: at, End: m.end}, m)
	p.evidence(m)
	return true
}

// datelineInside looks behind the sentences that a headline and a dek may have
// become on a line that holds a whole article.
func (p *page) datelineInside(r *ruleSet, l *line) {
	s := p.s[:l.rest.End]
	for i := l.rest.Start; i < min(len(s), l.rest.Start+800); i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && i+1 < len(s) && s[i+1] == ' ' {
			if p.datelineAt(r, l, skipBlanks(s, i+1)) {
				return
			}
		}
	}
}

// furniture lists all that was set aside, whole lines and stretches inside
// others, and the rule behind each.
func (p *page) furniture() (spans []text.Span, rules []string) {
	all := p.marks
	for _, l := range p.lines {
		if l.whole {
			all = append(all, piece{l.Span, l.rule})
		}
	}
	slices.SortFunc(all, func(a, b piece) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	for _, f := range all {
		// A whole line swallows the marks inside it.
		if n := len(spans); n > 0 && f.Start < spans[n-1].End {
			continue
		}
		spans, rules = append(spans, f.Span), append(rules, f.rule)
	}
	return spans, rules
}

// title is the headline: the first line, when it closes no sentence as a text
// line does, does not fill a page, and a text line stands below it.
func (p *page) title() text.Span {
	const longest = 250 // bytes
	for i := range p.lines {
		l := &p.lines[i]
		if l.whole || l.caption {
			continue
		}
		t := p.s[l.rest.Start:l.rest.End]
		if len(t) > longest || endsFlat(t) || !p.textBelow(i) {
			return text.Span{}
		}
		// A line of one or two words above another heading is a kicker.
		if next := p.next(i); len(strings.Fields(t)) <= 2 && next >= 0 {
			if u := p.lines[next].rest; !p.lines[next].gap && u.Len() <= longest && !endsFlat(p.s[u.Start:u.End]) && p.textBelow(next) {
				return u
			}
		}
		return l.rest
	}
	return text.Span{}
}

// endsFlat reports whether t ends with a full stop or colon, as no headline does.
func endsFlat(t string) bool {
	t = strings.TrimRight(t, "\"'“”‘’«»‹›)] ")
	return strings.HasSuffix(t, ".") && !strings.HasSuffix(t, "...") || strings.HasSuffix(t, ":") || strings.HasSuffix(t, ",") || strings.HasSuffix(t, ";")
}

// next is the first line behind line i that is no furniture and no caption, -1 for none.
func (p *page) next(i int) int {
	for j := i + 1; j < len(p.lines); j++ {
		if !p.lines[j].whole && !p.lines[j].caption {
			return j
		}
	}
	return -1
}

func (p *page) textBelow(i int) bool {
	for j := i + 1; j < len(p.lines); j++ {
		if p.isText(j) {
			return true
		}
	}
	return false
}
