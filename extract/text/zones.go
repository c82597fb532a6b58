package text

import "strings"

// closersOf lists the marks that close a quotation opened by mark, "" when mark
// opens none. Usage is mixed in the wild ("„…\"", "»…«", "«…»", "”…”"), so each has
// several.
func closersOf(mark rune) string {
	switch mark {
	case '„', '‟', '〝':
		return "“”\"″〞„"
	case '“':
		return "”\"“″"
	case '”':
		return "”"
	case '"', '″':
		return "\"″“”"
	case '»':
		return "«»"
	case '«':
		return "»"
	case '›':
		return "‹›"
	case '‹':
		return "›"
	case '‚', '‛':
		return "‘’'´`"
	case '\'', '`', '´':
		return "'’´"
	case '‘':
		return "’'"
	case '’':
		return "’"
	case '「':
		return "」"
	case '『':
		return "』"
	}
	return ""
}

// simple reports whether mark is also an apostrophe: it opens a quotation only
// when another closes it in the same paragraph.
func simple(mark rune) bool { return classOf(mark) == clApos && mark != '‚' }

// Zones fills d.Zones and the Zone field of d.Tokens. It wants Tokenize and
// Split to have run.
//
// A quotation without a closing mark ends with its paragraph, unless the next
// paragraph begins with an opening mark of its kind, as newspapers set long
// quotations, or a later one has a closing mark too many: then it goes on. Apostrophes are no marks.
func Zones(d *Doc) {
	z := zoner{d: d, zones: d.Zones[:0]}
	z.open = z.mem[:0]
	for p := range d.Paragraphs {
		para := &d.Paragraphs[p]
		r := Range{d.Sentences[para.Sentences.From].Tokens.From, d.Sentences[para.Sentences.To-1].Tokens.To}
		z.paragraph(r)
		if len(z.open) > 0 {
			z.endParagraph(p, r)
		}
	}
	d.Zones = z.zones
}

type zoner struct {
	d     *Doc
	zones []Zone
	open  []openZone // innermost last
	mem   [8]openZone
}

// openZone is a zone whose closing mark has not come.
type openZone struct {
	zone int // index into zones
	mark rune
	sure bool // its closing mark is known to follow
}

func (z *zoner) paragraph(r Range) {
	tokens := z.d.Tokens
	in := z.inner()
	for i := r.From; i < r.To; i++ {
		t := &tokens[i]
		t.Zone = in
		q := t.Word.quote
		if q == 0 {
			continue
		}
		glued := i > r.From && !t.Space                                        // to what stands before
		glues := i+1 < r.To && !tokens[i+1].Space && !trails(tokens[i+1].Word) // to what stands behind
		head := !glued || openingContext(tokens[i-1].Word)                     // a quotation may begin here
		if i == r.From && len(z.open) > 0 && z.continues(q) {
			t.Zone = z.zones[z.open[len(z.open)-1].zone].Outer
			continue
		}
		if k := z.closes(q); k >= 0 && !(head && glues && t.Word.Has(QuoteOpen) && (!glued || !strings.HasSuffix(tokens[i-1].Word.Form, "-"))) && (glued || !glues) {
			z.close(k, i)
			in = z.inner()
			t.Zone = in
			continue
		}
		if !z.opensAt(q, r, i, head, glues) {
			continue
		}
		if k := z.same(q); k >= 0 && !z.open[k].sure && !z.nests(q, r, i) {
			// The mark that should have closed the one before is missing.
			z.unclosed(k, i)
			in = z.inner()
			t.Zone = in
		}
		z.zones = append(z.zones, Zone{Span: t.Span, Inner: Span{t.End, t.End}, Tokens: Range{i + 1, i + 1}, Outer: in})
		z.open = append(z.open, openZone{zone: len(z.zones) - 1, mark: q})
		in = len(z.zones) - 1
	}
}

func (z *zoner) inner() int {
	if n := len(z.open); n > 0 {
		return z.open[n-1].zone
	}
	return -1
}

// openingContext reports whether a quotation may begin right behind w.
func openingContext(w *Word) bool {
	if w.Has(QuoteOpen) {
		return true
	}
	switch w.Form {
	case "(", "[", "{", "/", "–", "—", "-", "…", "...", "*", ":":
		return true
	}
	return strings.HasSuffix(w.Form, "-")
}

// trails reports whether w is a mark that follows a word or quotation.
func trails(w *Word) bool {
	switch w.Form {
	case ".", ",", ";", ":", "!", "?", ")", "]", "}":
		return true
	}
	return false
}

// closes returns the index in z.open of the innermost zone that q can close,
// -1 for none.
func (z *zoner) closes(q rune) int {
	for k := len(z.open) - 1; k >= 0; k-- {
		if strings.ContainsRune(closersOf(z.open[k].mark), q) {
			if q == '„' {
				return -1
			}
			return k
		}
	}
	return -1
}

// same returns the index in z.open of a zone opened by q itself, -1 for none.
func (z *zoner) same(q rune) int {
	for k := len(z.open) - 1; k >= 0; k-- {
		if z.open[k].mark == q {
			return k
		}
	}
	return -1
}

// nests reports whether q at token i, of the kind of an open zone, opens one
// inside it: marks follow that close both.
func (z *zoner) nests(q rune, r Range, i int) bool {
	switch q {
	case '„', '‚', '»', '«', '›', '‹', '「', '『':
	default:
		return false // a mark that opens and closes does not nest in itself
	}
	depth, closers := 1, closersOf(q)
	for j := i; j < min(r.To, i+far); j++ {
		switch m := z.d.Tokens[j].Word.quote; {
		case m == 0:
		case m == q:
			depth++
		case strings.ContainsRune(closers, m):
			if depth--; depth == 0 {
				return true
			}
		}
	}
	return false
}

// far is how many tokens ahead a closing mark is looked for.
const far = 400

// opensAt reports whether the mark q at token i opens a quotation.
func (z *zoner) opensAt(q rune, r Range, i int, head, glues bool) bool {
	switch q {
	case '„', '‚', '‟', '‛', '〝', '「', '『':
		return i+1 < r.To && (glues || q != '‚')
	case '〞', '」', '』', 'ʼ', '′', '″', '´':
		return false
	}
	if !head || i+1 >= r.To || !z.d.Tokens[i].Word.Has(QuoteOpen) {
		return false
	}
	if q == '"' && i > r.From && !z.d.Tokens[i].Space && z.d.Tokens[i-1].Word.Has(Digits) {
		return false // inches
	}
	if !glues {
		// With spaces on both sides only a pair makes sense of it.
		return !simple(q) && z.closedLater(q, r, i, true)
	}
	if simple(q) {
		return z.closedLater(q, r, i, false)
	}
	return true
}

// closedLater reports whether a mark that closes q follows in the paragraph,
// with spaces around it if it may.
func (z *zoner) closedLater(q rune, r Range, i int, spaced bool) bool {
	tokens := z.d.Tokens
	closers := closersOf(q)
	for j := i + 1; j < min(r.To, i+far); j++ {
		t := &tokens[j]
		if t.Word.quote == 0 || !strings.ContainsRune(closers, t.Word.quote) {
			continue
		}
		if spaced || !t.Space && j > i+1 || j+1 >= r.To || tokens[j+1].Space {
			return j > i+1
		}
	}
	return false
}

// close ends the zone z.open[k] with the mark at token i; zones inside it that
// are still open end before the mark.
func (z *zoner) close(k, i int) {
	z.unclosed(k+1, i)
	o := z.open[k]
	z.open = z.open[:k]
	zone := &z.zones[o.zone]
	mark := z.d.Tokens[i].Span
	zone.Inner.End, zone.End, zone.Tokens.To, zone.Closed = mark.Start, mark.End, i, true
	zone.Inner = z.trim(zone.Inner)
}

// unclosed ends the zones from z.open[k] on before token i.
func (z *zoner) unclosed(k, i int) {
	for _, o := range z.open[k:] {
		zone := &z.zones[o.zone]
		end := z.d.Tokens[i-1].End
		zone.End, zone.Inner.End, zone.Tokens.To = end, max(end, zone.Inner.Start), i
		zone.Inner = z.trim(zone.Inner)
	}
	z.open = z.open[:k]
}

// trim takes white space off both ends.
func (z *zoner) trim(s Span) Span {
	text := z.d.Text
	for s.Start < s.End {
		n, _ := spaceAt(text, s.Start)
		if n == 0 {
			break
		}
		s.Start += n
	}
	for s.Start < s.End && text[s.End-1] == ' ' {
		s.End--
	}
	return s
}

// continues reports whether q at a paragraph's start takes up the quotation
// that endParagraph has left open.
func (z *zoner) continues(q rune) bool { return q == z.open[len(z.open)-1].mark }

// runsOn reports whether a quotation opened by mark goes on behind token i, a
// paragraph's first: a mark follows that closes it and nothing else. Only marks
// that cannot close tell.
func (z *zoner) runsOn(mark rune, i int) bool {
	if mark != '„' && mark != '»' && mark != '‚' && mark != '›' {
		return false
	}
	depth, closers := 1, closersOf(mark)
	for j := i; j < min(len(z.d.Tokens), i+far); j++ {
		t := &z.d.Tokens[j]
		switch m := t.Word.quote; {
		case t.Furniture:
			return false
		case m == 0:
		case m == mark:
			depth++
		case m == '"' || classOf(m) == clApos && mark != '‚':
			// these open as well
		case strings.ContainsRune(closers, m):
			if depth--; depth == 0 {
				return true
			}
		}
	}
	return false
}

// endParagraph ends the quotations open at the end of paragraph p unless the
// following ones take the outermost up; those inside it end in any case.
func (z *zoner) endParagraph(p int, r Range) {
	keep := 0
	if p+1 < len(z.d.Paragraphs) {
		next := z.d.Sentences[z.d.Paragraphs[p+1].Sentences.From].Tokens.From
		if o, w := z.open[0], z.d.Tokens[next].Word; w.quote == o.mark && w.Has(QuoteOpen) && !simple(o.mark) {
			keep = 1
		} else if z.runsOn(o.mark, r.To) {
			keep, z.open[0].sure = 1, true
		}
	}
	z.unclosed(keep, r.To)
}
