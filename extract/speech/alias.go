package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// aliases reads abbreviations in brackets behind a name or body: "Nationaler
// Nachrichtendienst (NIS)", and those a name's capitals spell.
func (f *Finder) aliases() {
	r := &f.reg
	for k := range f.ch {
		ch := &f.ch[k]
		i := ch.Tokens.To
		if ch.Kind != text.NounPhrase || i+2 >= len(f.d.Tokens) {
			continue
		}
		switch {
		case f.form(i) == "(" && f.form(i+2) == ")":
		case f.form(i) == "," && f.lex.brief.Has(f.d, i+1):
			i++ // "der Verband der Sägewerke, kurz VDS,"
		case f.form(i) == "(":
			f.spelledOut(ch)
			continue
		default:
			continue
		}
		if !isAbbreviation(f.d.Tokens[i+1].Word) {
			continue
		}
		short := f.d.Tokens[i+1].Word.Form
		if p := f.bodyFor(k); p >= 0 {
			o := &f.ch[p]
			f.abbreviated(short, f.cite(text.Range{From: o.Tokens.From, To: ch.Tokens.To}, o.Head), o)
			continue
		}
		if p := f.longForm(k, short); p >= 0 {
			o := &f.ch[p]
			f.abbreviated(short, f.cite(text.Range{From: o.Head, To: ch.Tokens.To}, o.Head), o)
			continue
		}
		if ch.Prep >= 0 && f.lex.forPrep.Has(f.d, ch.Prep) && !f.begins(ch, short) {
			continue // "der Minister für Verkehr (SPD)"
		}
		if ch.Name.Empty() || f.d.Tokens[ch.Head].POS == text.NOUN && !f.isPerson(ch.Head) && ch.Name.From > ch.Tokens.From {
			if h := &f.d.Tokens[ch.Head]; h.POS != text.NOUN && h.POS != text.PROPN || f.isPerson(ch.Head) {
				continue
			}
			p := ch
			if o := ch.Of; o >= 0 && f.d.Tokens[ch.Tokens.From].POS == text.DET && f.ch[f.into[o]].Prep < 0 && f.d.Tokens[f.ch[f.into[o]].Head].Word.Form[0] == short[0] {
				p = &f.ch[f.into[o]] // "der Bund der Steuerzahler (BdS)"
			}
			id := f.abbreviated(short, f.cite(text.Range{From: p.Tokens.From, To: ch.Tokens.To}, p.Head), ch)
			r.mentions = append(r.mentions, sighting{int32(ch.Head), id})
			continue
		}
		if id := r.find(nameWords(f.d, ch.Name), false); id >= 0 && r.all[id].alias == "" && r.all[id].typ != "person" {
			r.all[id].alias = short
			r.alias(short, id)
		}
	}
	spelled := map[string]int32{}
	for i := range r.all {
		if e := &r.all[i]; len(e.words) >= 2 {
			if s := initials(e.words); s != "" {
				spelled[s] = int32(i)
			}
		}
	}
	for i := range r.all {
		if e := &r.all[i]; len(e.words) == 1 && e.alias == "" {
			if o, ok := spelled[e.words[0]]; ok && r.all[o].alias == "" {
				r.all[o].alias = e.words[0]
				r.all[o].typ = "organization"
				r.alias(e.words[0], o)
			}
		}
	}
}

// abbreviated enters a body named in full before its abbreviation short, with the
// gender, number and head of ch.
func (f *Finder) abbreviated(short, name string, ch *text.Chunk) int32 {
	r := &f.reg
	if id := r.find(strings.Fields(name), true); id >= 0 && r.all[id].name == name && r.all[id].alias == "" {
		r.all[id].alias = short
		r.alias(short, id)
		return id
	}
	id := int32(len(r.all))
	r.all = append(r.all, entity{name: name, words: strings.Fields(name), whole: true, alias: short, typ: "organization", feats: ch.Feats & (text.Gender | text.Number),
		heads: addRole(nil, f.d.Tokens[ch.Head].Lemma)})
	r.alias(short, id)
	return id
}

// bodyFor is the body whose name ends with phrase k behind für or the like, -1 for none:
// "das Amt | für Umwelt | und Klima (AfUK)".
func (f *Finder) bodyFor(k int) int {
	for k > 0 && f.ch[k-1].Next >= 0 && int(f.into[f.ch[k-1].Next]) == k {
		k--
	}
	if k == 0 || f.ch[k].Prep < 0 || !f.goesOnFor(&f.ch[k-1], &f.ch[k]) || f.ch[k-1].Kind != text.NounPhrase || f.ch[k].Prep != f.ch[k-1].Tokens.To {
		return -1
	}
	return k - 1
}

// begins reports whether the noun of ch or an adjective written like a name before it
// begins like short.
func (f *Finder) begins(ch *text.Chunk, short string) bool {
	for i := ch.Tokens.From; i <= ch.Head; i++ {
		if t := &f.d.Tokens[i]; t.Word.Has(text.Capital) && t.POS != text.DET && t.Word.Form[0] == short[0] {
			return true
		}
	}
	return false
}

// spelledOut reads the name in brackets behind an abbreviation that its capitals spell:
// "die GWK (Genossenschaft Wasser Kärnten)".
func (f *Finder) spelledOut(ch *text.Chunk) {
	if ch.Name.Len() != 1 || !isAbbreviation(f.d.Tokens[ch.Name.From].Word) {
		return
	}
	short := f.d.Tokens[ch.Name.From].Word.Form
	rest, from := short, ch.Tokens.To+1
	i := from
	for ; i < len(f.d.Tokens) && i < from+longestTitle && f.form(i) != ")"; i++ {
		t := &f.d.Tokens[i]
		c, n := utf8.DecodeRuneInString(t.Word.Form)
		if s, _ := utf8.DecodeRuneInString(rest); rest != "" && unicode.ToUpper(c) == unicode.ToUpper(s) {
			rest = rest[n:]
		} else if t.Word.Has(text.Capital) || t.Word.Has(text.Punct) {
			return
		}
	}
	if rest != "" || f.form(i) != ")" {
		return
	}
	id := f.reg.find([]string{short}, false)
	e := f.reg.at(id)
	if e == nil || e.alias != "" || e.typ == "person" {
		return
	}
	e.name = f.words(text.Range{From: from, To: i})
	e.words, e.alias, e.whole, e.typ = strings.Fields(e.name), short, true, "organization"
	f.reg.enter(id, e.words)
	f.reg.alias(short, id)
}

// longForm is the phrase whose head begins the long form of the abbreviation short
// behind phrase k, the last of several, -1 when k holds all of it: the capitals from
// there on spell short, as in "Organisation für Sicherheit und Zusammenarbeit in
// Europa (OSZE)".
func (f *Finder) longForm(k int, short string) int {
	end := f.ch[k].Tokens.To
	from := f.sentence(f.ch[k].Head).From
	for p := k - 1; p >= 0 && p >= k-4 && f.ch[p].Tokens.From >= from; p-- {
		o := &f.ch[p]
		if o.Kind != text.NounPhrase || f.d.Tokens[o.Head].POS != text.NOUN {
			return -1
		}
		rest := short
		for i := o.Head; i < end; i++ {
			t := &f.d.Tokens[i]
			if t.Word.Has(text.Punct) {
				return -1
			}
			if !t.Word.Has(text.Capital) {
				continue
			}
			c, n := utf8.DecodeRuneInString(t.Word.Form)
			if s, _ := utf8.DecodeRuneInString(rest); s != c {
				rest = short
				break
			}
			rest = rest[n:]
		}
		if rest == "" {
			return p
		}
	}
	return -1
}

func (r *registry) alias(short string, id int32) {
	if _, ok := r.byAlias[short]; !ok {
		r.byAlias[short] = id
	}
}

// isAbbreviation reports whether w is written like one: two to six letters, most
// of them capitals.
func isAbbreviation(w *text.Word) bool {
	n, up := 0, 0
	for _, c := range w.Form {
		if !unicode.IsLetter(c) {
			return false
		}
		n++
		if unicode.IsUpper(c) {
			up++
		}
	}
	return n >= 2 && n <= 8 && up*2 > n
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			b.WriteRune(c)
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}
