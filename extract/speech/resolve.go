package speech

import (
	"slices"
	"strings"

	"github.com/belegt/extract/extract/text"
)

// resolve turns mentions into speakers: a family name into the full name, a
// role or pronoun into the name of the last one it fits.
func (f *Finder) resolve() {
	f.ofOne = grow(f.ofOne, len(f.out))
	for k := range f.out {
		if u := &f.out[k]; u.Type == Direct && f.saysI(u.Said) {
			f.ofOne[f.rootOf(k)] = true
		}
	}
	for k := range f.out {
		u := &f.out[k]
		f.one = f.ofOne[f.rootOf(k)]
		w, via := u.who, u.passers
		for n := 0; w.same > 0 && n < len(f.out); n++ {
			o := &f.out[w.same-1]
			if via == nil {
				via = o.passers
			}
			w = o.who
		}
		if u.who.same > 0 {
			w.show, w.cue = u.who.show, u.who.cue
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
		if m := f.makerOf(w.chunk); m != nil && u.Speaker != nil {
			f.byMaker(u, m)
		}
		f.one = false
		for _, v := range via {
			if s, ok := f.speaker(v); ok && (u.Speaker == nil || s.Name != u.Speaker.Name) {
				u.Via = append(u.Via, s)
			}
		}
	}
}

// rootOf is the utterance whose speaker utterance k carries on, itself for none.
func (f *Finder) rootOf(k int) int {
	for n := 0; f.out[k].who.same > 0 && n < len(f.out); n++ {
		k = f.out[k].who.same - 1
	}
	return k
}

// handDown gives what nobody is named for, told inside somebody's words, to them:
// "Holm sagte, es werde geschätzt, dass …".
func (f *Finder) handDown() {
	for k := range f.out {
		u := &f.out[k]
		if u.Speaker != nil && !(u.Speaker.Vague && u.Rule == "speech.noun") || u.Mere {
			continue
		}
		best := -1
		f.idx.in(f.d.Tokens[u.at].Sent, func(j int) bool {
			o := &f.out[j]
			if j != k && o.Speaker != nil && !o.Mere && o.Type != Reported && o.Covers(u.at) && o.Covers(u.start()) && (best < 0 || o.Size() < f.out[best].Size()) {
				best = j
			}
			return true
		})
		if best >= 0 {
			s := *f.out[best].Speaker
			s.Cue = text.Span{}
			u.Speaker, u.Via = &s, f.out[best].Via
		}
	}
}

// relayed names those by whose word somebody has said something as passers: "Laut
// Medienberichten sagte Holm, …".
func (f *Finder) relayed() {
	for k := range f.out {
		u := &f.out[k]
		if u.Speaker == nil || u.Speaker.Vague || !strings.HasPrefix(u.Rule, "speech.prep.") && (u.Rule != "speech.verb.as" || !f.isPasser(u.who)) {
			continue
		}
		f.idx.in(f.d.Tokens[u.at].Sent, func(j int) bool {
			o := &f.out[j]
			if o.Speaker == nil || o.Speaker.Vague || !strings.HasPrefix(o.Rule, "speech.verb.") || u.Rule != "speech.verb.as" && f.d.Tokens[o.at].Clause != f.d.Tokens[u.at].Clause || !u.Covers(o.at) || o.Speaker.Name == u.Speaker.Name {
				return true
			}
			if o.at < u.at && f.afterNews(u.at) && u.at+1 < len(f.d.Tokens) && f.d.Tokens[u.at+1].POS == text.DET {
				return true // "sagte der Trainer nach einer Analyse": a time
			}
			for i := range o.Via {
				if o.Via[i].Name == u.Speaker.Name {
					return true
				}
			}
			s := *u.Speaker
			s.Cue = text.Span{}
			var via []Speaker
			for i := range o.Via {
				if !slices.ContainsFunc(u.Via, func(v Speaker) bool { return v.Name == o.Via[i].Name }) {
					via = append(via, o.Via[i])
				}
			}
			via = append(via, s)
			for i := range u.Via {
				via = addVia(via, u.Via[i], o.Speaker.Name) // who passes s on stands further out
			}
			o.Via = via
			return true
		})
	}
}

// represented: of what a body thinks and somebody tells ("Die USA gehen davon aus,
// dass …, sagte X") the one who tells is the source.
func (f *Finder) represented() {
	for k := range f.out {
		u := &f.out[k]
		if !u.view || u.Speaker == nil || !u.Speaker.Vague && u.Speaker.Type != "state" && u.Speaker.Type != "organization" {
			continue
		}
		f.idx.in(f.d.Tokens[u.at].Sent, func(j int) bool {
			o := &f.out[j]
			u.Mere = u.Mere || o.at > u.at && !o.view && o.Type == Indirect && o.Speaker != nil && o.Speaker.Type == "person" && o.Covers(u.at) && o.Covers(u.start())
			return !u.Mere
		})
	}
}

// speaker is the speaker m names; false when the phrase names nobody.
func (f *Finder) speaker(m mention) (Speaker, bool) {
	s := Speaker{Span: f.span(m.tokens), Cue: m.cue, Vague: m.vague}
	if !m.show.Empty() {
		s.Span = f.span(m.show)
	}
	if e := f.reg.at(int32(m.known - 1)); e != nil {
		s.Name, s.Role, s.Type = e.name, e.role, e.typ
		return s, true
	}
	if m.first {
		s.Name, s.Type = f.d.Tokens[m.tokens.From].Word.Form, "media"
		if i := strings.LastIndexByte(s.Name, '-'); i > 0 {
			s.Name = s.Name[:i]
			s.Span.End = s.Span.Start + i
		}
		return s, true
	}
	if m.chunk < 0 {
		s.Name = f.words(m.tokens)
		s.Type = "unnamed"
		if last := &f.d.Tokens[m.tokens.To-1]; last.POS == text.NOUN && last.Zone < 0 {
			s.Name = f.cite(m.tokens, m.tokens.To-1)
		}
		return s, s.Name != ""
	}
	if n := f.secondOf(&f.ch[m.chunk]); n >= 0 {
		if a, ok := f.oneOf(m); ok {
			return f.together(a, n)
		}
	}
	return f.oneOf(m)
}

// ownerName is the name in the genitive before a noun of saying or a document, "" for none:
// "nach Jens Holms Angaben".
func (f *Finder) ownerName(ch *text.Chunk) string {
	if !f.owned(ch) || ch.Name.To != ch.Head || !f.isText(ch.Head) && !f.isAct(ch.Head) {
		return ""
	}
	if w := f.d.Tokens[ch.Name.To-1].Word.Form; withoutS(w) == w {
		return ""
	}
	return strings.Join(nameWords(f.d, ch.Name), " ")
}

// together is a with those joined to it from phrase n on, who speak with it:
// "Alpenverein, Bergwacht und Polizei".
func (f *Finder) together(a Speaker, n int) (Speaker, bool) {
	for k := 0; n >= 0 && k < 8; k++ {
		b, ok := f.oneOf(f.phrase(n, text.Span{}))
		if !ok || b.Name == a.Name {
			break
		}
		with := ", "
		if join := f.joint(n); join >= 0 {
			with = " " + f.form(join) + " "
			if e := f.lex.both.Entry(f.d, join); e != nil {
				with = " " + e.Get("as") + " "
			}
		}
		a.Name += with + b.Name
		a.Role, a.Type = "", "group"
		n = f.secondOf(&f.ch[n])
	}
	return a, a.Name != ""
}

// secondOf is the phrase joined to ch by a conjunction or comma right behind it, who
// speaks with it: "Alpenverein und Bergwacht"; -1 for none.
func (f *Finder) secondOf(ch *text.Chunk) int {
	if ch.Next < 0 || f.sameOne(ch) >= 0 || f.d.Tokens[ch.Head].POS == text.PRON {
		return -1
	}
	k := int(f.into[ch.Next])
	n := &f.ch[k]
	i := f.joint(k)
	if i < 0 && f.form(n.Tokens.From-1) == "," {
		i = n.Tokens.From - 1
	}
	end := f.bracketEnd(max(ch.Tokens.To, ch.Full.To))
	if n.Prep >= 0 && n.Prep != ch.Prep || i < end || i > end+1 || !f.animate(k) {
		return -1
	}
	return k
}

// bracketEnd is the token behind the bracket that opens at token i, i for none:
// "Holm (Grüne)".
func (f *Finder) bracketEnd(i int) int {
	if f.form(i) != "(" {
		return i
	}
	for k := i + 1; k < i+6; k++ {
		if f.form(k) == ")" {
			return k + 1
		}
	}
	return i
}

// joint is the conjunction right before phrase k, -1 for none: of one of two words
// the first, "sowohl A | als auch B".
func (f *Finder) joint(k int) int {
	i := f.ch[k].Tokens.From - 1
	if i > 0 && f.d.Tokens[i].POS == text.ADV && f.d.Tokens[i-1].POS == text.CCONJ {
		i--
	}
	if i < 0 || f.d.Tokens[i].POS != text.CCONJ {
		return -1
	}
	return i
}

// oneOf is the speaker m names, without those joined to it.
func (f *Finder) oneOf(m mention) (Speaker, bool) {
	s := Speaker{Span: f.span(m.tokens), Cue: m.cue, Vague: m.vague}
	if !m.show.Empty() {
		s.Span = f.span(m.show)
	}
	ch := &f.ch[m.chunk]
	h := &f.d.Tokens[ch.Head]
	n := f.elided(m.chunk)
	if n < 0 {
		n = f.someOfThem(m.chunk)
	}
	if n >= 0 {
		s.Name, s.Type = nominative(f.d, n, n), f.kind(ch)
		s.Vague = f.lex.bare.Has(f.d, n)
		return s, true
	}
	if ch.Tokens.Len() == 1 && f.lex.latter.Has(f.d, ch.Head) {
		if a, ok := f.namedLast(m.chunk); ok {
			s.Name, s.Role, s.Type = a.Name, a.Role, a.Type
			return s, true
		}
	}
	if ch.Tokens.Len() == 1 && f.lex.demo.Has(f.d, ch.Head) && h.POS != text.NOUN && ch.Head+1 < len(f.d.Tokens) && f.d.Tokens[ch.Head+1].Feats.Is(text.Fin) && !f.opensRelative(ch.Head) {
		if k := f.objectBefore(m.chunk); k >= 0 {
			if a, ok := f.speaker(f.phrase(k, text.Span{})); ok {
				s.Name, s.Role, s.Type = a.Name, a.Role, a.Type
				return s, true // "Vorwürfe gegen die Klinik. Diese wies sie zurück."
			}
		}
	}
	if h.POS == text.PRON && ch.Name.Empty() {
		if a, ok := f.antecedent(m.chunk); ok {
			s.Name, s.Role, s.Type = a.Name, a.Role, a.Type
			return s, true
		}
		s.Name, s.Type = f.words(m.tokens), "unnamed"
		return s, s.Name != "" && !f.lex.nobody.Has(f.d, ch.Head)
	}
	if a, ok := f.possessor(m.chunk); ok {
		s.Name, s.Role, s.Type = a.Name, a.Role, a.Type
		return s, true
	}
	if name := f.ownerName(ch); name != "" {
		owner := *ch
		owner.Tokens, owner.Head = ch.Name, ch.Name.To-1
		s.Name, s.Type = name, f.kind(&owner)
		if e := f.reg.at(f.reg.find(strings.Fields(name), false)); e != nil {
			s.Name, s.Role = e.name, e.role
			if e.typ != "" {
				s.Type = e.typ
			}
		}
		if last := len(s.Name) - 1; s.Name[last] == 's' && f.d.Tokens[ch.Name.To-1].Word.Form == s.Name[strings.LastIndexByte(s.Name, ' ')+1:] {
			s.Name = withoutS(s.Name) // named in the genitive alone
		}
		return s, true
	}
	if e := f.fitting(m); e != nil {
		if s.Name, s.Role, s.Type = e.name, e.role, e.typ; s.Type == "" {
			s.Type = f.kind(ch)
		}
		return s, true
	}
	if f.bare(m) {
		s.Vague = true
	}
	r, head := f.fullest(m)
	s.Name = f.cite(r, head)
	s.Type = f.kind(ch)
	return s, s.Name != ""
}

// elided is the noun that "andere" leaves out: "einige Berichte nennen 30, andere 40";
// -1 for none.
func (f *Finder) elided(k int) int {
	ch := &f.ch[k]
	if ch.Tokens.Len() > 1 || !f.lex.other.Has(f.d, ch.Head) || f.d.Tokens[ch.Head].POS == text.NOUN {
		return -1
	}
	from := f.sentence(ch.Head).From
	for b := k - 1; b >= 0 && f.ch[b].Tokens.From >= from; b-- {
		o := &f.ch[b]
		if o.Kind == text.NounPhrase && o.Tokens.Len() > 1 && f.lex.some.Has(f.d, o.Tokens.From) && f.d.Tokens[o.Head].POS == text.NOUN && f.d.Tokens[o.Head].Feats.Is(text.Plur) {
			return o.Head
		}
	}
	return -1
}

// someOfThem is the noun that "einige" leaves out: the subject in the plural of
// the main clause before: "Fachleute nennen 30, einige sogar 40"; -1 for none.
func (f *Finder) someOfThem(k int) int {
	ch := &f.ch[k]
	if ch.Tokens.Len() > 1 || ch.Prep >= 0 || !f.lex.some.Has(f.d, ch.Head) || f.d.Tokens[ch.Head].Feats.Is(text.Def) {
		return -1
	}
	c := f.d.Tokens[ch.Head].Clause
	if c < 1 || f.d.Clauses[c-1].Sent != f.d.Clauses[c].Sent || f.d.Clauses[c-1].Kind != text.MainClause {
		return -1
	}
	if s := f.subject(c - 1); s >= 0 && f.animate(s) && f.d.Tokens[f.ch[s].Head].POS == text.NOUN && f.d.Tokens[f.ch[s].Head].Feats.Is(text.Plur) {
		return f.ch[s].Head
	}
	return -1
}

// mentionBefore is the last naming before token i, -1 for none.
func (f *Finder) mentionBefore(i int) int {
	lo, hi := 0, len(f.reg.mentions)
	for lo < hi {
		m := (lo + hi) / 2
		if int(f.reg.mentions[m].token) < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo - 1
}

// sighted is the entity named at token i, -1 for none.
func (f *Finder) sighted(i int) int32 {
	if m := f.mentionBefore(i + 1); m >= 0 && int(f.reg.mentions[m].token) == i {
		return f.reg.mentions[m].entity
	}
	return -1
}

// kind is the type of speaker the head of ch stands for.
func (f *Finder) kind(ch *text.Chunk) string {
	for i := ch.Tokens.To - 1; i >= ch.Tokens.From; i-- {
		t := &f.d.Tokens[i]
		switch {
		case t.POS != text.NOUN && t.POS != text.PROPN:
		case f.isText(i):
			return "document"
		case f.isOutlet(i):
			return "media"
		case f.lex.group.Has(f.d, i):
			return "group"
		case f.lex.state.Has(f.d, i):
			return "state"
		case f.isPerson(i):
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

// fitting is the entity mention m stands for: by its name or the one set beside
// it, else by its role when the phrase is definite.
func (f *Finder) fitting(m mention) *entity {
	r := &f.reg
	ch := &f.ch[m.chunk]
	if l := f.lex.short.Entry(f.d, ch.Head); l != nil {
		if id := r.find(strings.Fields(l.Get("of")), true); id >= 0 {
			return r.at(id) // "UN" where the article also has the long form
		}
	}
	if i := ch.Name.From; ch.Name.Len() == 1 && i == ch.Head+1 && f.isPerson(ch.Head) && f.d.Tokens[i].Guess && withoutS(f.form(i)) != f.form(i) {
		if k := f.apposition(m); k >= 0 && f.ch[k].Name.Len() >= 2 {
			return r.at(r.find(nameWords(f.d, f.ch[k].Name), false)) // "der Präsident Tovaniens, Miro Dascal,"
		}
	}
	if !ch.Name.Empty() && !f.owned(ch) {
		if n := f.bodyNoun(ch); n >= 0 && f.d.Tokens[ch.Name.From].Zone == f.d.Tokens[ch.Head].Zone {
			return r.at(r.find(f.bodyWords(ch, n, nameWords(f.d, ch.Name)), f.inName(n)))
		}
		if e := r.at(f.sighted(ch.Head)); e != nil && len(e.words) > 1 {
			return e // who had the name so far, not one named later
		}
		return r.at(r.find(nameWords(f.d, ch.Name), false))
	}
	if ch.Name.Empty() && f.lex.agency.Has(f.d, ch.Head) {
		return nil // "dpa" is nobody's role
	}
	if k := f.apposition(m); k >= 0 {
		return r.at(r.find(nameWords(f.d, f.ch[k].Name), false))
	}
	if k := f.sameOne(ch); k >= 0 {
		return r.at(r.find(nameWords(f.d, f.ch[k].Name), false))
	}
	if id, ok := r.byAlias[f.d.Tokens[ch.Head].Word.Form]; ok {
		return r.at(id)
	}
	h := &f.d.Tokens[ch.Head]
	if ch.Tokens.Len() == 1 && h.POS == text.NOUN && (!h.Feats.Is(text.Plur) || h.Guess) {
		// a family name that reads as a noun: "Koch sagte"
		if e := r.at(r.find([]string{h.Word.Form}, false)); e != nil && e.typ == "person" && len(e.words) >= 2 {
			return e
		}
	}
	if h.Feats.Is(text.Plur) && !(f.bareSource(m) && canBe(h.Word, text.NOUN, text.Sing|text.Dat)) {
		return nil // "laut Unternehmen" may be one
	}
	if !f.definite(m) {
		if first := &f.d.Tokens[ch.Tokens.From]; first.POS == text.DET && first.Feats.Is(text.Def) && f.lex.former.Has(f.d, ch.Tokens.From+1) && f.isPost(ch.Head) {
			return f.postless(ch.Head) // "Die frühere Chefin der Bank"
		}
		if e := f.sameRole(m.chunk); e != nil {
			return e
		}
		return f.introduced(m.chunk)
	}
	role, also := strings.ToLower(h.Lemma), ""
	medium := f.lex.medium.Entry(f.d, ch.Head)
	if medium != nil {
		role, also = role[strings.LastIndexByte(role, '-')+1:], medium.Get("like") // "der US-Sender"
	}
	var best *entity
	for n, k := 0, f.mentionBefore(ch.Head); k >= 0 && n < lookback; n, k = n+1, k-1 {
		e := &r.all[r.mentions[k].entity]
		switch {
		case e.plays(role) && e.feats.Agrees(h.Feats, text.Gender):
			if best == nil || e != best && best.seen == 1 && e.seen > 2 {
				best = e // whom the article is about rather than one named in passing
			}
		case best == nil && e.typ == "media" && (also != "" && e.plays(also) || medium != nil && len(e.heads) == 0 && !e.agent):
			return e // "das Blatt" of a newspaper, or of one only named
		}
	}
	if best == nil && medium != nil {
		best = f.paperBefore(h.Sent)
	}
	if best == nil {
		best = f.ofKind(m.chunk)
	}
	if best == nil {
		best = f.described(h, f.mentionBefore(ch.Head))
	}
	if best == nil {
		best = f.calledAs(ch.Head)
	}
	if best == nil {
		best = f.formerly(ch.Head)
	}
	if l := f.lex.someone.Entry(f.d, ch.Head); best == nil && l != nil {
		if l.Get("any") != "" && f.passerby(h.Sent, h.Feats&text.Gender) >= 0 {
			return nil // "Ein Radfahrer stürzte. Der Mann …"
		}
		if best = f.onlyOne(ch.Head); best == nil {
			best = f.lastPerson(ch.Head, l.Get("of") != "")
		}
		return best
	}
	if best == nil && f.lex.aged.Has(f.d, ch.Head) {
		return f.lastPerson(ch.Head, true)
	}
	if best == nil && f.isPost(ch.Head) {
		return f.postless(ch.Head)
	}
	if best == nil && f.lex.authority.Has(f.d, ch.Head) {
		return f.authorityBefore(m.chunk)
	}
	if best == nil && f.lex.generic.Has(f.d, ch.Head) {
		return f.bodyBefore(m.chunk)
	}
	return best
}

func (r *registry) at(id int32) *entity {
	if id < 0 {
		return nil
	}
	return &r.all[id]
}

// apposition is the name set in commas behind the person m describes, -1 for
// none: "die Leiterin der Schule, Jana Holm,".
func (f *Finder) apposition(m mention) int {
	ch := &f.ch[m.chunk]
	if f.isText(ch.Head) || f.isOutlet(ch.Head) {
		return -1
	}
	person := f.isPerson(ch.Head) || f.isDoer(ch.Head) && !f.isBody(ch.Head)
	end := max(ch.Full.To, ch.Tokens.To)
	for j := m.chunk + 1; j < len(f.ch) && j < m.chunk+8; j++ {
		a := &f.ch[j]
		if a.Tokens.From > end+6 || f.d.Tokens[a.Head].Sent != f.d.Tokens[ch.Head].Sent {
			break
		}
		if a.Kind == text.VerbGroup && a.Tokens.From < end+1 {
			continue
		}
		if a.Kind == text.VerbGroup {
			break
		}
		if a.Kind != text.NounPhrase || a.Prep >= 0 || a.Name.Empty() {
			continue
		}
		if person && a.Of == m.chunk && a.Tokens.From == ch.Tokens.To && a.Name.Len() >= 2 && a.Name.From > a.Tokens.From && !f.isPerson(a.Head) && f.isFirstName(a.Name.From) && !f.d.Tokens[a.Name.From].Word.Has(text.AllCaps) {
			return j // "die Leiterin der Schule Eva Kolb", but not "des FC Herten"
		}
		if f.form(a.Tokens.From-1) != "," {
			if person && a.Tokens.From == ch.Full.To && a.Tokens.From == a.Name.From && a.Name.Len() >= 2 {
				return j // "die Chefin der Bank Jana Holm"
			}
			continue
		}
		if a.Of == m.chunk && (!person || a.Name.Len() >= 2 || a.Tokens.From == a.Name.From) || person && a.Name.Len() >= 2 && a.Tokens.From == a.Name.From {
			return j
		}
	}
	return -1
}

// isFirstName reports whether the dictionary knows the word at i as somebody's
// first name.
func (f *Finder) isFirstName(i int) bool {
	t := &f.d.Tokens[i]
	return t.POS == text.PROPN && !t.Guess && t.Feats.Get(text.Gender) != 0 && t.Feats.Get(text.Gender) != text.Neut
}

// isMediumName reports whether the mention is a name known as a medium.
func (f *Finder) isMediumName(m mention) bool {
	e := f.fitting(m)
	return e != nil && e.typ == "media"
}
