package speech

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/char"
)

// entity is somebody or something the article names.
type entity struct {
	name  string // fullest form
	alias string // its abbreviation: "NIS"; "" for none
	words []string
	role  string
	typ   string
	heads []string   // lemmas of the role nouns, lower case
	field string     // what the first of them known belongs to: "sport"; "" for none
	feats text.Feats // gender and number, as far as sure
	seen  int        // how often it is named
	agent bool       // it is a news agency
	whole bool       // its last word alone does not name it: "Polizei Dortmund"
}

// registry is who the article names, in order of first mention.
type registry struct {
	all      []entity
	byWord   map[string][]int32 // by word of a name without its genitive -s
	byAlias  map[string]int32
	mentions []sighting // in order of place
}

// sighting is a place where an entity is named.
type sighting struct{ token, entity int32 }

// candidates is how many entities that share a word are looked at, newest
// first; lookback how many namings a role or pronoun reaches back.
const (
	candidates = 40
	lookback   = 120
)

func (r *registry) reset() {
	r.all, r.mentions = r.all[:0], r.mentions[:0]
	if r.byWord == nil {
		r.byWord, r.byAlias = map[string][]int32{}, map[string]int32{}
	}
	clear(r.byWord)
	clear(r.byAlias)
}

// key is a word of a name without accents and the -s it may have as a genitive.
func key(w string) string { return withoutS(char.Bare(w)) }

// withoutS is w without the -s it may have as a genitive.
func withoutS(w string) string {
	if len(w) > 3 && w[len(w)-1] == 's' {
		return w[:len(w)-1]
	}
	return w
}

// enter makes entity e findable by words it has not been entered with.
func (r *registry) enter(e int32, words []string) {
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) && !unicode.IsDigit(c) {
			continue
		}
		k := key(w)
		list := r.byWord[k]
		if len(list) > 0 && list[len(list)-1] == e {
			continue
		}
		r.byWord[k] = append(list, e)
	}
}

// names collects who and what the article names.
func (f *Finder) names() {
	r := &f.reg
	r.reset()
	for k := range f.ch {
		ch := &f.ch[k]
		if ch.Kind != text.NounPhrase || ch.Name.Empty() {
			continue
		}
		words := nameWords(f.d, ch.Name)
		if len(words) == 0 {
			continue
		}
		if f.titleBefore(ch) {
			words[len(words)-1] = f.d.Tokens[ch.Name.To-1].Word.Form // "Schulleiter Bernd Ahlers" is no genitive
		}
		whole := false
		if n := f.bodyNoun(ch); n >= 0 && f.d.Tokens[ch.Name.From].Zone == f.d.Tokens[ch.Head].Zone {
			words = f.bodyWords(ch, n, words)
			whole = f.inName(n)
		}
		whole = whole || f.titled(ch) && ch.Name.Has(ch.Head)
		id := r.find(words, whole)
		if id < 0 {
			id = int32(len(r.all))
			r.all = append(r.all, entity{name: strings.Join(words, " "), words: words, whole: whole, feats: f.nameGender(ch)})
			r.enter(id, words)
		} else if e := &r.all[id]; len(words) > len(e.words) {
			e.words, e.name = words, strings.Join(words, " ")
			r.enter(id, words)
		} else if last := len(e.words) - 1; e.words[last] == words[len(words)-1]+"s" && f.d.Tokens[ch.Name.To-1].Feats.Is(text.Nom) {
			e.words = append(slices.Clone(e.words[:last]), words[len(words)-1])
			e.name = strings.Join(e.words, " ") // "Apples", "Karl Holms" was a genitive
		}
		r.mentions = append(r.mentions, sighting{int32(ch.Head), id})
		r.all[id].seen++
		if !f.owned(ch) {
			f.characterize(ch, k, &r.all[id])
		}
	}
	f.predicates()
	f.aliases()
}

// predicates takes roles from what is said of a name: "Jens Holm ist der neue Trainer".
func (f *Finder) predicates() {
	for c := range f.d.Clauses {
		if !f.isCopular(c) {
			continue
		}
		fin := f.d.Clauses[c].Finite
		k := f.chunkAt(fin)
		if k == 0 || k+1 >= len(f.ch) || f.ch[k].Kind != text.VerbGroup || !f.belongs(k-1, c) || !f.belongs(k+1, c) {
			continue
		}
		n, p := k-1, k+1
		if f.ch[n].Name.Empty() {
			n, p = p, n
		}
		e := f.reg.at(f.sighted(f.ch[n].Head))
		if h := f.ch[p].Head; e == nil || e.typ != "person" || f.ch[p].Kind != text.NounPhrase || f.ch[p].Prep >= 0 || f.ch[n].Prep >= 0 || !f.ch[p].Name.Empty() || f.owned(&f.ch[n]) || !f.isPerson(h) || f.d.Tokens[h].Feats.Is(text.Plur) {
			continue
		}
		e.heads = addRole(e.heads, f.d.Tokens[f.ch[p].Head].Lemma)
	}
}

// inName reports whether the noun n before a name is part of it: "Polizei
// Dortmund", "Radio Vatikan", but not "die Zeitung Nordblick".
func (f *Finder) inName(n int) bool {
	e := f.lex.medium.Entry(f.d, n)
	return e == nil || e.Get("part") != ""
}

// owned reports whether the name in ch is not that of its head but whose it is:
// "Holms Team", "ein Sprecher Holms" where the article also has Holm.
func (f *Finder) owned(ch *text.Chunk) bool {
	if ch.Name.Empty() || f.d.Tokens[ch.Head].POS != text.NOUN || ch.Name.Has(ch.Head) {
		return false
	}
	if ch.Name.To <= ch.Head {
		return f.d.Tokens[ch.Name.To-1].POS == text.PROPN && f.d.Tokens[ch.Name.From].Zone == f.d.Tokens[ch.Head].Zone
	}
	w := f.d.Tokens[ch.Name.To-1].Word.Form
	if withoutS(w) == w || !f.isPerson(ch.Head) || f.titleBefore(ch) {
		return false
	}
	e := f.reg.at(f.reg.find(nameWords(f.d, ch.Name), false))
	return e != nil && e.words[len(e.words)-1] == withoutS(w)
}

// titleBefore reports whether ch is a full name behind a title without article.
func (f *Finder) titleBefore(ch *text.Chunk) bool {
	return ch.Name.Len() >= 2 && ch.Name.From == ch.Tokens.From+1 && ch.Tokens.To == ch.Name.To && f.d.Tokens[ch.Tokens.From].POS == text.NOUN && !f.d.Tokens[ch.Tokens.From].Feats.Is(text.Plur) && f.isFirstName(ch.Name.From)
}

// bodyNoun is the noun right before the name of ch when the two together name a
// body or medium, -1 for none: "Staatsanwaltschaft Köln".
func (f *Finder) bodyNoun(ch *text.Chunk) int {
	i := ch.Name.From - 1
	if i < ch.Tokens.From || f.d.Tokens[i].POS != text.NOUN || f.isPerson(i) || f.isKin(i) || f.isText(i) && !f.isBody(i) || ch.Name.Len() > 3 || ch.Name.Len() > 1 && f.isFirstName(ch.Name.From) {
		return -1
	}
	if f.isBody(i) || f.isOutlet(i) {
		return i
	}
	return -1
}

// bodyWords is name with the noun n for a body before it, and the adjectives of that
// which are written like parts of a name: "der Technischen Hochschule | Kamenz".
func (f *Finder) bodyWords(ch *text.Chunk, n int, name []string) []string {
	from := n
	for from-1 > ch.Tokens.From-f.preposes(ch) && f.d.Tokens[from-1].POS == text.ADJ && f.d.Tokens[from-1].Word.Has(text.Capital) {
		from--
	}
	words := make([]string, 0, n-from+1+len(name))
	for i := from; i <= n; i++ {
		words = append(words, nominative(f.d, i, n))
	}
	return append(words, name...)
}

// preposes is 1 when a preposition stands before phrase ch, so that a capital on its
// first word is no mark of the sentence's head, else 0.
func (f *Finder) preposes(ch *text.Chunk) int {
	if preposed(ch) {
		return 1
	}
	return 0
}

// nameGender is the gender of the first name the dictionary knows in ch.
func (f *Finder) nameGender(ch *text.Chunk) text.Feats {
	if ch.Name.Len() < 2 {
		return 0
	}
	t := &f.d.Tokens[ch.Name.From]
	if t.Guess || t.POS != text.PROPN {
		return 0
	}
	return t.Feats & text.Gender
}

// characterize takes role, gender and type of e from the phrase ch, number k,
// that names it.
func (f *Finder) characterize(ch *text.Chunk, k int, e *entity) {
	for i := ch.Tokens.From; i < ch.Tokens.To; i++ {
		t := &f.d.Tokens[i]
		if t.POS != text.NOUN && !f.lex.personEnd.Has(f.d, i) || ch.Name.Has(i) || t.Feats.Is(text.Plur) && ch.Next < 0 && f.isDoer(i) && canBe(t.Word, text.NOUN, text.Plur) && !canBe(t.Word, text.NOUN, text.Sing) {
			continue // "von den Ermittlern | Holm zugeordnet"
		}
		e.heads = addRole(e.heads, t.Lemma)
		e.field = cmp.Or(e.field, f.field(i))
		if e.role == "" {
			e.role = roleText(f.d, ch)
		}
		if d := f.lex.doer.Entry(f.d, i); t.POS != text.NOUN && d != nil && d.Get("of") == "fem" {
			e.typ, e.feats = "person", e.feats&^text.Gender|text.Fem // an unknown "Landrätin"
		} else if g := t.Feats & text.Gender; t.POS == text.NOUN && g != 0 && !(e.feats&text.Gender != 0 && canBe(t.Word, text.NOUN, e.feats&text.Gender|text.Sing)) {
			e.feats = e.feats&^text.Gender | g // not "Filialleiter Karl Huber", where Leiter is a ladder too
		}
		switch {
		case f.isOutlet(i):
			e.typ = "media"
		case f.isPerson(i):
			e.typ = "person"
		}
	}
	f.apposed(k, e)
	if e.typ != "" && e.typ != "organization" {
		return
	}
	for i := ch.Name.From; i < ch.Name.To; i++ {
		switch l := f.lex.of.Entry(f.d, i); {
		case l != nil && l.Get("body") != "":
			e.typ = "organization"
			return
		case f.isOutlet(i), f.lex.press.Has(f.d, i), f.lex.agency.Has(f.d, i), f.inTitle(ch) && f.lex.pressEnd.Has(f.d, i):
			e.typ, e.agent = "media", f.lex.agency.Has(f.d, i)
			return
		case f.isBody(i), f.lex.legal.Has(f.d, i), f.lex.club.Has(f.d, i), i == ch.Name.To-1 && i > ch.Name.From && f.lex.foreign.Has(f.d, i):
			e.typ = "organization"
			if l := f.lex.club.Entry(f.d, i); l != nil {
				for _, w := range strings.Fields(l.Get("is")) {
					e.heads = addRole(e.heads, w)
				}
			}
			return
		}
	}
	switch {
	case f.lex.state.Has(f.d, ch.Name.To-1):
		e.typ = "state"
	case f.inTitle(ch):
		e.typ = "organization"
	case len(e.words) >= 2 && !e.whole:
		e.typ = "person"
	case len(e.words) == 1 && ch.Tokens.Len() == 1 && f.isFirstName(ch.Name.From) && !f.d.Tokens[ch.Name.From].Word.Has(text.AllCaps):
		e.typ = "person"
		e.feats |= f.d.Tokens[ch.Name.From].Feats & text.Gender
	default:
		e.typ = "organization"
	}
}

// inTitle reports whether the name of ch stands in marks of its own: "das „Lausitzer Echo“".
func (f *Finder) inTitle(ch *text.Chunk) bool {
	z := f.d.Tokens[ch.Name.From].Zone
	return z >= 0 && f.title[z] && ch.Name.Has(ch.Head) && f.d.Zones[z].Tokens.Contains(ch.Name)
}

// field is what the role noun at i belongs to, "" for none known.
func (f *Finder) field(i int) string {
	if l := f.lex.field.Entry(f.d, i); l != nil {
		return l.Get("field")
	}
	return ""
}

// addRole adds the lemma of a role noun to roles unless it is there.
func addRole(roles []string, lemma string) []string {
	l := strings.ToLower(lemma)
	for _, r := range roles {
		if r == l {
			return roles
		}
	}
	if len(roles) >= 12 {
		return roles
	}
	return append(roles, l)
}

// apposed takes the role from an apposition: "Andriy Kovalenko, Leiter der …,".
func (f *Finder) apposed(k int, e *entity) {
	for _, j := range [...]int{k - 1, k + 1} {
		if j < 0 || j >= len(f.ch) || f.ch[j].Kind != text.NounPhrase || !f.ch[j].Name.Empty() {
			continue
		}
		if j > k && f.ch[j].Of != k || j < k && (f.ch[k].Of != j || f.hangsOn(k, j) || f.d.Tokens[f.ch[k].Tokens.From].POS == text.DET) {
			continue // "die Sprecherin | der Stiftung Nordwerk", "das Ministerium | in Berlin" is two
		}
		h := &f.d.Tokens[f.ch[j].Head]
		if h.POS != text.NOUN || f.ch[j].Prep >= 0 && j > k || !h.Feats.Agrees(f.d.Tokens[f.ch[k].Head].Feats, text.Number) || !f.isPerson(f.ch[j].Head) && !h.Feats.Agrees(f.d.Tokens[f.ch[k].Head].Feats, text.Gender) {
			continue
		}
		e.heads = addRole(e.heads, h.Lemma)
		e.field = cmp.Or(e.field, f.field(f.ch[j].Head))
		if f.isPerson(f.ch[j].Head) {
			e.typ = "person"
			if g := h.Feats & text.Gender; g != 0 {
				e.feats = e.feats&^text.Gender | g
			}
		}
		if e.role == "" {
			e.role = roleText(f.d, &f.ch[j])
		}
	}
}

// hangsOn reports whether phrase k tells by its preposition where or whose j is: "das
// Ministerium | in Berlin", "ein Mann | aus Bonn", but not "ein Mann | namens Holm".
func (f *Finder) hangsOn(k, j int) bool {
	return preposed(&f.ch[k]) && !f.tells(f.ch[j].Head) && !f.lex.named.Has(f.d, f.ch[k].Prep)
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
// when the reading says genitive, adjectives are nominative.
func nameWords(d *text.Doc, r text.Range) []string {
	var out []string
	end := declined(d, r)
	for i := r.From; i < r.To; i++ {
		t := &d.Tokens[i]
		if t.Word.Has(text.Punct) {
			continue
		}
		w := t.Word.Form
		switch {
		case t.POS == text.NOUN && i < end:
			w = nominativeNoun(d, i)
		case t.POS != text.NOUN && i == r.To-1 && t.Feats.Is(text.Gen) && len(t.Lemma) == len(w)-1 && strings.HasPrefix(w, t.Lemma):
			w = t.Lemma
		case t.POS == text.ADJ && i < end && (i == 0 || d.Tokens[i-1].POS != text.NOUN): // not "der Partei Neue Ufer"
			w = nominative(d, i, end-1) // "der Vereinten Nationen"
		}
		out = append(out, w)
	}
	return out
}

// declined is the end of what shows the case of the name r: "der Europäischen Agentur |
// für Flugsicherheit".
func declined(d *text.Doc, r text.Range) int {
	for i := r.From + 1; i < r.To; i++ {
		if t := &d.Tokens[i]; !t.Word.Has(text.Capital) && (t.POS == text.ADP || t.POS == text.DET) {
			return i
		}
	}
	return r.To
}

// find is the entity that words name, -1 for none: the same name, a longer one
// that ends with the same family name, or one whose family name they are. whole
// says that all of words must be in it.
func (r *registry) find(words []string, whole bool) int32 {
	if len(words) == 0 {
		return -1
	}
	if len(words) == 1 {
		if id, ok := r.byAlias[words[0]]; ok {
			return id
		}
	}
	list := r.byWord[key(words[len(words)-1])]
	if len(list) == 0 && len(words) > 1 {
		list = r.byWord[key(words[0])]
	}
	for n, i := 0, len(list)-1; i >= 0 && n < candidates; n, i = n+1, i-1 {
		e := &r.all[list[i]]
		if (e.whole || whole) && len(e.words) != len(words) && !sansTail(e.words, words) {
			continue
		}
		if sameName(e.words, words) {
			return list[i]
		}
	}
	return -1
}

// sansTail reports whether one of a, b, names of bodies, is the other without what
// stands behind its noun: "Europäische Agentur", "Europäische Agentur für Flugsicherheit".
func sansTail(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 || len(a) >= len(b) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(b[len(a)])
	return unicode.IsLower(c)
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

// same compares two words of a name but for accents and the genitive -s.
func same(a, b string) bool {
	if a == b {
		return true
	}
	a, b = char.Bare(a), char.Bare(b)
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 2 && len(b)-len(a) == 1 && strings.HasPrefix(b, a) && b[len(b)-1] == 's'
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

// worksIn reports whether a role noun of this field can take e up; unknown fields fit all.
func (e *entity) worksIn(field string) bool {
	return field == "" || e.field == "" || e.field == field
}
