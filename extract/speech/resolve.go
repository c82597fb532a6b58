package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
)

// resolve turns mentions into speakers: a family name into the full name, a
// role or pronoun into the name of the last one it fits.
func (f *Finder) resolve() {
	for k := range f.out {
		u := &f.out[k]
		w, via := u.who, u.passers
		for n := 0; w.same > 0 && n < len(f.out); n++ {
			o := &f.out[w.same-1]
			if via == nil {
				via = o.passers
			}
			w = o.who
		}
		u.Speaker = nil
		u.Via = nil
		if w.none() {
			if len(via) > 0 && u.Cue.Empty() {
				continue
			}
		} else if s, ok := f.speaker(w); ok {
			u.Speaker = &s
		}
		for _, v := range via {
			if s, ok := f.speaker(v); ok && (u.Speaker == nil || s.Name != u.Speaker.Name) {
				u.Via = append(u.Via, s)
			}
		}
	}
}

// speaker is the speaker m names; false when the phrase names nobody.
func (f *Finder) speaker(m mention) (Speaker, bool) {
	r := m.tokens
	s := Speaker{Span: f.span(r), Cue: m.cue}
	if m.chunk < 0 {
		s.Name = f.words(r)
		s.Type = "unnamed"
		return s, s.Name != ""
	}
	ch := &f.d.Chunks[m.chunk]
	h := &f.d.Tokens[ch.Head]
	if h.POS == text.PRON && ch.Name.Empty() {
		e := f.lastNamed(ch.Head, h)
		if e == nil {
			e = f.reg.pronoun(f.d, h, ch)
		}
		if e == nil {
			if f.lex.nobody.Has(f.d, ch.Head) {
				return s, false
			}
			s.Name, s.Type = f.words(r), "unnamed"
			return s, s.Name != ""
		}
		s.Name, s.Role, s.Type = e.name, e.role, e.typ
		return s, true
	}
	if e := f.reg.fitting(f.d, m, &f.lex); e != nil {
		s.Name, s.Role, s.Type = e.name, e.role, e.typ
		return s, true
	}
	s.Name = f.words(r)
	s.Type = f.kind(ch)
	return s, s.Name != ""
}

// lastNamed is the person who was credited last before token i, when the pronoun
// h fits them.
func (f *Finder) lastNamed(i int, h *text.Token) *entity {
	if h.Feats.Is(text.Plur) || h.Feats.Is(text.Neut) {
		return nil
	}
	var best *entity
	at := -1
	for k := range f.out {
		w := f.out[k].who
		if w.chunk < 0 || w.same > 0 || w.tokens.From >= i || w.tokens.From <= at || f.d.Tokens[i].Sent-f.d.Tokens[w.tokens.From].Sent > 3 {
			continue
		}
		if ch := &f.d.Chunks[w.chunk]; f.d.Tokens[ch.Head].POS == text.PRON && ch.Name.Empty() {
			continue
		}
		e := f.reg.fitting(f.d, w, &f.lex)
		if e == nil || e.typ != "person" || !e.feats.Agrees(h.Feats, text.Gender) {
			continue
		}
		best, at = e, w.tokens.From
	}
	return best
}

// kind is the type of speaker the head of ch stands for.
func (f *Finder) kind(ch *text.Chunk) string {
	for i := ch.Tokens.To - 1; i >= ch.Tokens.From; i-- {
		t := &f.d.Tokens[i]
		switch {
		case t.POS != text.NOUN && t.POS != text.PROPN:
		case f.lex.document.Has(f.d, i), f.lex.noun.Has(f.d, i):
			return "document"
		case f.lex.medium.Has(f.d, i):
			return "media"
		case f.lex.group.Has(f.d, i):
			return "group"
		case f.lex.state.Has(f.d, i):
			return "state"
		case f.lex.person.Has(f.d, i):
			if t.Feats.Is(text.Plur) {
				return "group"
			}
			return "person"
		}
	}
	if ch.Feats.Is(text.Plur) && ch.Name.Empty() {
		return "group"
	}
	if ch.Name.Len() >= 2 {
		return "person"
	}
	return "organization"
}

// entity is somebody or something the article names.
type entity struct {
	name  string // fullest form
	alias string // its abbreviation: "NIS"; "" for none
	words []string
	role  string
	typ   string
	heads []string   // lemmas of the role nouns, lower case
	feats text.Feats // gender and number
	seen  []int      // tokens where it is mentioned, in order
}

// registry is who the article names, in order of first mention.
type registry struct {
	all []entity
}

// build collects the names of d.
func (r *registry) build(d *text.Doc, lex *lexicons) {
	r.all = r.all[:0]
	for k := range d.Chunks {
		ch := &d.Chunks[k]
		if ch.Kind != text.NounPhrase || ch.Name.Empty() {
			continue
		}
		words := nameWords(d, ch.Name)
		if len(words) == 0 {
			continue
		}
		e := r.find(words)
		if e == nil {
			r.all = append(r.all, entity{name: strings.Join(words, " "), words: words, feats: ch.Feats & (text.Gender | text.Number)})
			e = &r.all[len(r.all)-1]
		} else if len(words) > len(e.words) {
			e.words, e.name = words, strings.Join(words, " ")
		}
		e.seen = append(e.seen, ch.Head)
		for i := ch.Tokens.From; i < ch.Tokens.To; i++ {
			t := &d.Tokens[i]
			if t.POS == text.NOUN && !ch.Name.Has(i) {
				e.heads = append(e.heads, strings.ToLower(t.Lemma))
				if e.role == "" {
					e.role = roleText(d, ch)
				}
				if g := t.Feats & text.Gender; g != 0 {
					e.feats = e.feats&^text.Gender | g
				}
				switch {
				case lex.medium.Has(d, i):
					e.typ = "media"
				case lex.person.Has(d, i):
					e.typ = "person"
				}
			}
		}
		r.apposed(d, k, e)
		if e.typ == "" {
			switch {
			case lex.state.Has(d, ch.Name.To-1):
				e.typ = "state"
			case len(e.words) >= 2:
				e.typ = "person"
			default:
				e.typ = "organization"
			}
		}
	}
	r.aliases(d)
}

// aliases reads abbreviations in brackets behind a name or body: "Nationaler
// Nachrichtendienst (NIS)", and those a name's capitals spell.
func (r *registry) aliases(d *text.Doc) {
	for k := range d.Chunks {
		ch := &d.Chunks[k]
		if ch.Kind != text.NounPhrase || ch.Tokens.To+2 >= len(d.Tokens) || ch.Head >= ch.Tokens.To {
			continue
		}
		i := ch.Tokens.To
		if d.Tokens[i].Word.Form != "(" || d.Tokens[i+2].Word.Form != ")" || !isAbbreviation(d.Tokens[i+1].Word) {
			continue
		}
		short := d.Tokens[i+1].Word.Form
		if ch.Name.Empty() {
			if h := &d.Tokens[ch.Head]; h.POS != text.NOUN && h.POS != text.PROPN {
				continue
			}
			name := roleText(d, ch)
			r.all = append(r.all, entity{name: name, alias: short, typ: "organization", feats: ch.Feats & (text.Gender | text.Number), seen: []int{ch.Head}})
			continue
		}
		if e := r.find(nameWords(d, ch.Name)); e != nil && e.alias == "" {
			e.alias = short
		}
	}
	for i := range r.all {
		e := &r.all[i]
		if len(e.words) != 1 || e.alias != "" {
			continue
		}
		for j := range r.all {
			if o := &r.all[j]; len(o.words) >= 2 && initials(o.words) == e.words[0] {
				o.alias = e.words[0]
			}
		}
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
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

// byAlias is the entity whose abbreviation heads ch.
func (r *registry) byAlias(d *text.Doc, ch *text.Chunk) *entity {
	return r.named(d.Tokens[ch.Head].Word.Form)
}

// named is the entity with this abbreviation, nil for none.
func (r *registry) named(form string) *entity {
	for i := range r.all {
		if r.all[i].alias == form {
			return &r.all[i]
		}
	}
	return nil
}

// apposed takes the role from an apposition: "Andriy Kovalenko, Leiter der …,".
func (r *registry) apposed(d *text.Doc, k int, e *entity) {
	for _, j := range [...]int{k - 1, k + 1} {
		if j < 0 || j >= len(d.Chunks) || d.Chunks[j].Kind != text.NounPhrase || !d.Chunks[j].Name.Empty() {
			continue
		}
		if j > k && d.Chunks[j].Of != k || j < k && d.Chunks[k].Of != j {
			continue
		}
		h := &d.Tokens[d.Chunks[j].Head]
		if h.POS == text.NOUN && h.Feats.Agrees(d.Tokens[d.Chunks[k].Head].Feats, text.Number|text.Gender) {
			e.heads = append(e.heads, strings.ToLower(h.Lemma))
			if e.role == "" {
				e.role = roleText(d, &d.Chunks[j])
			}
		}
	}
}

func roleText(d *text.Doc, ch *text.Chunk) string {
	from, to := ch.Tokens.From, ch.Tokens.To
	for from < to && d.Tokens[from].POS == text.DET {
		from++
	}
	if !ch.Name.Empty() && ch.Name.From > from {
		to = ch.Name.From
	}
	if from >= to {
		return ""
	}
	return d.Text[d.Tokens[from].Start:d.Tokens[to-1].End]
}

// nameWords is the words of the name r in citation form: the genitive -s goes
// when the reading says genitive.
func nameWords(d *text.Doc, r text.Range) []string {
	var out []string
	for i := r.From; i < r.To; i++ {
		t := &d.Tokens[i]
		if t.Word.Has(text.Punct) {
			continue
		}
		w := t.Word.Form
		if i == r.To-1 && t.Feats.Is(text.Gen) && t.Lemma != "" && len(t.Lemma) < len(w) && strings.HasPrefix(w, t.Lemma) {
			w = t.Lemma
		}
		out = append(out, w)
	}
	return out
}

// find is the entity that words name: the same name, a longer one that ends
// with the same family name, or one whose family name they are.
func (r *registry) find(words []string) *entity {
	if len(words) == 1 {
		if e := r.named(words[0]); e != nil {
			return e
		}
	}
	for i := len(r.all) - 1; i >= 0; i-- {
		e := &r.all[i]
		if sameName(e.words, words) {
			return e
		}
	}
	return nil
}

// sameName reports whether one of a, b is the other or a part of it: its last
// word (family name), its first (family names that stand first), or a run.
func sameName(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) == 0 {
		return false
	}
	if len(b) == 1 {
		return same(a[len(a)-1], b[0]) || same(a[0], b[0]) && len(a) > 1 && strings.Contains(a[len(a)-1], "-")
	}
	j := 0
	for _, w := range a {
		if j < len(b) && same(w, b[j]) {
			j++
		}
	}
	return j == len(b)
}

// same compares two words of a name but for the genitive -s.
func same(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 2 && len(b)-len(a) == 1 && strings.HasPrefix(b, a) && b[len(b)-1] == 's'
}

// fitting is the entity mention m stands for: by its name, else by its role
// when the phrase is definite.
func (r *registry) fitting(d *text.Doc, m mention, lex *lexicons) *entity {
	ch := &d.Chunks[m.chunk]
	if !ch.Name.Empty() {
		if words := nameWords(d, ch.Name); len(words) > 0 {
			return r.find(words)
		}
		return nil
	}
	// "der Regierungssprecher, Jan Holm,": the apposition names them
	for j := m.chunk + 1; j < len(d.Chunks) && j < m.chunk+5; j++ {
		if a := &d.Chunks[j]; a.Of == m.chunk && a.Prep < 0 && !a.Name.Empty() && a.Tokens.From > 0 && d.Tokens[a.Tokens.From-1].Word.Form == "," {
			return r.find(nameWords(d, a.Name))
		}
	}
	if e := r.byAlias(d, ch); e != nil {
		return e
	}
	first := &d.Tokens[ch.Tokens.From]
	if first.POS != text.DET || first.Feats.Is(text.Indef) || first.Feats&text.Poss != 0 || m.tokens.Len() > ch.Tokens.Len() {
		return nil
	}
	h := &d.Tokens[ch.Head]
	if h.Feats.Is(text.Plur) {
		return nil
	}
	role := strings.ToLower(h.Lemma)
	var best *entity
	at := -1
	for i := range r.all {
		e := &r.all[i]
		if !e.plays(role) || !e.feats.Agrees(h.Feats, text.Gender) {
			continue
		}
		if s := e.lastBefore(ch.Head); s > at {
			best, at = e, s
		}
	}
	return best
}

// plays reports whether role is one of e's role nouns or the head of one
// ("minister" of "verteidigungsminister").
func (e *entity) plays(role string) bool {
	for _, h := range e.heads {
		if h == role || len(role) >= 4 && strings.HasSuffix(h, role) || len(h) >= 5 && strings.HasSuffix(role, h) {
			return true
		}
	}
	return false
}

// lastBefore is the last mention of e before token i, -1 for none.
func (e *entity) lastBefore(i int) int {
	at := -1
	for _, s := range e.seen {
		if s >= i {
			break
		}
		at = s
	}
	return at
}

// pronoun is the person a personal pronoun stands for: the last one named
// before it that fits by gender and number.
func (r *registry) pronoun(d *text.Doc, h *text.Token, ch *text.Chunk) *entity {
	if h.Feats.Is(text.Plur) || h.Feats.Is(text.Neut) || h.Feats.Is(text.First) {
		return nil
	}
	var best *entity
	at := -1
	for i := range r.all {
		e := &r.all[i]
		if e.typ != "person" || !e.feats.Agrees(h.Feats, text.Gender) {
			continue
		}
		if s := e.lastBefore(ch.Head); s > at {
			best, at = e, s
		}
	}
	return best
}

// medium reports whether the mention is a name known as a medium.
func (r *registry) medium(m mention) bool {
	for i := range r.all {
		e := &r.all[i]
		if e.typ != "media" {
			continue
		}
		for _, s := range e.seen {
			if m.tokens.Has(s) {
				return true
			}
		}
	}
	return false
}
