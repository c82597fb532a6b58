package morph

import (
	"strings"
	"unicode/utf8"

	"github.com/belegt/extract/extract/morph/internal/packed"
	"github.com/belegt/extract/extract/text"
)

// numeral reads numbers in words and their ordinals: "dreiundzwanzig",
// "zwanzigste".
func (a *analysis) numeral() bool {
	if numeralParts(a.lower) > 1 {
		a.add(a.lower, text.NUM, 0)
		return true
	}
	for _, e := range [...]string{"te", "ten", "ter", "tes", "tem", "ste", "sten", "ster", "stes", "stem"} {
		number, ok := strings.CutSuffix(a.lower, e)
		if !ok || numeralParts(number) == 0 {
			continue
		}
		stem := number + strings.TrimRight(e, "enrm")
		if strings.HasPrefix(e, "te") && strings.HasSuffix(e, "s") {
			stem = number + "t"
		} else if strings.HasPrefix(e, "ste") {
			stem = number + "st"
		}
		key := "erst" + strings.TrimPrefix(a.lower, stem)
		for _, r := range a.d.appendStyle(nil, key, key, lowerStyle) {
			if r.POS == text.ADJ && r.Feats&text.Degree == text.Pos {
				a.add(stem, text.ADJ, r.Feats)
			}
		}
		if startsUpper(a.form) {
			small := a.rs
			a.rs = nil
			a.nominal(small)
			a.rs = append(a.rs, small...)
		}
		return len(a.rs) > 0
	}
	return false
}

// numeralParts is the number of parts of numerals that s is made of, 0 when it
// isn't.
func numeralParts(s string) int {
	if len(s) < 3 || len(s) > maxWord {
		return 0
	}
	parts := formationTable().numerals
	if !formationTable().numeralHead.Has(s[:3]) {
		return 0
	}
	var count [maxWord + 1]uint8
	count[0] = 1
	for i := range len(s) {
		if count[i] == 0 {
			continue
		}
		for e := i + 3; e <= min(i+9, len(s)); e++ {
			if parts.get(s[i:e]) {
				count[e] = min(count[i]+1, 200)
			}
		}
	}
	return max(0, int(count[len(s)])-1)
}

// beyond reads compounds and derivations of known words.
func (a *analysis) beyond(capital bool) {
	if a.spelling(capital, false) {
		return
	}
	a.formed(capital)
	if len(a.rs) == 0 {
		a.spelling(capital, true)
	}
}

// formed reads words that are made of known ones.
func (a *analysis) formed(capital bool) {
	if lastHyphen(a.form) >= 0 && !strings.Contains(a.form, "/-") && a.hyphened() || a.counted() || a.bothGenders() || a.apostrophe() {
		return
	}
	if !capital {
		_ = a.verb() || a.smallCompound() || a.degree() || a.negated()
		return
	}
	if a.woman() {
		return
	}
	i := a.splitHead(a.lower, packed.KindNoun)
	if i > minLooseMod+minLoose && a.nominalCompound(i) { // "Kinder-fernsehen", not "Kinderferns-ehen"
		return
	}
	if i > 0 && a.nounCompound(i) {
		if a.form == a.rs[0].Lemma && formationTable().names.get(a.lower[i:]) { // "Beckenbauer", "Frankfurt"
			a.add(a.form, text.PROPN, text.Sing)
		}
		return
	}
	if a.nominalCompound(len(a.lower)) || a.inhabitant() || a.derivedNoun(false) {
		return
	}
	if a.depth < 2 {
		small := a.sub(a.lower)
		if !small.guess && len(small.rs) > 0 {
			a.nominal(small.rs)
			if len(a.rs) == 0 { // "Reinhold": in the text only at the start of a sentence, or a name
				a.add(a.form, text.PROPN, text.Sing)
			}
			a.rs = append(a.rs, small.rs...)
			a.head = title(small.head)
		}
	}
}

// spelling looks up the other spelling of ß and ss: the dictionary has words in
// the old spelling only, and Swiss texts know no ß. With made, it looks for words
// made of others too.
func (a *analysis) spelling(capital, made bool) bool {
	if a.depth > 0 {
		return false
	}
	for _, pair := range [...][2]string{{"ss", "ß"}, {"ß", "ss"}} {
		from, to := pair[0], pair[1]
		for i := strings.Index(a.form, from); i >= 0; {
			other := a.form[:i] + to + a.form[i+len(from):]
			b := &analysis{d: a.d, mem: a.mem, form: other, lower: strings.ToLower(other), depth: 1}
			if b.dictionary(capital); len(b.rs) == 0 && made {
				b.formed(capital)
			}
			if len(b.rs) > 0 && !b.guess {
				a.rs = b.rs
				return true
			}
			next := strings.Index(a.form[i+len(from):], from)
			if next < 0 {
				break
			}
			i += len(from) + next
		}
	}
	return false
}

// apostrophe reads the genitive of names and nouns in -s: "Virus'".
func (a *analysis) apostrophe() bool {
	i := max(strings.LastIndexByte(a.form, '\''), strings.LastIndex(a.form, "’"))
	if i < 3 {
		return false
	}
	if rest := a.form[i:]; rest != "'" && rest != "’" && rest != "'s" && rest != "’s" {
		return false
	}
	sub := a.sub(a.form[:i])
	for _, r := range sub.rs {
		if r.POS == text.NOUN || r.POS == text.PROPN {
			a.add(r.Lemma, r.POS, r.Feats&^text.Case|text.Gen)
		}
	}
	a.guess = sub.guess
	return len(a.rs) > 0
}

// degree reads the comparative and superlative of participles and of adjectives
// that are themselves made of others: "bekannteste".
func (a *analysis) degree() bool {
	for _, e := range [...]string{"er", "ere", "eren", "erer", "eres", "erem", "ste", "sten", "ster", "stes", "stem", "este", "esten", "ester", "estes", "estem"} {
		base, ok := strings.CutSuffix(a.lower, e)
		if !ok || len(base) < 4 || a.d.kind(base)&packed.KindAdjBase == 0 && a.splitHead(base, packed.KindAdjBase) == 0 {
			continue
		}
		ending := e
		if strings.HasPrefix(e, "est") {
			ending = e[1:]
		}
		for _, r := range a.d.declined[ending] {
			if r.POS == text.ADJ && r.Feats&text.Degree != text.Pos {
				a.add(base, text.ADJ, r.Feats)
			}
		}
		return len(a.rs) > 0
	}
	return false
}

// negated reads un- before an adjective that is itself derived.
func (a *analysis) negated() bool {
	rest, ok := strings.CutPrefix(a.lower, "un")
	if !ok || len(rest) < 4 || a.depth > 1 {
		return false
	}
	sub := a.sub(rest)
	for _, r := range sub.rs {
		if r.POS == text.ADJ && (!sub.guess || r.Feats != 0) {
			a.add("un"+r.Lemma, r.POS, r.Feats)
		}
	}
	a.guess = sub.guess
	return len(a.rs) > 0
}

// inhabitant reads words in -er from names of places: "Kiewer", as adjective and
// as the man who lives there.
func (a *analysis) inhabitant() bool {
	low, dat := strings.CutSuffix(a.lower, "ern")
	if !dat {
		var ok bool
		if low, ok = strings.CutSuffix(a.lower, "er"); !ok {
			low, ok = strings.CutSuffix(a.lower, "ers")
			if !ok {
				return false
			}
		}
	}
	if len(low) < 3 || !a.place(low) && !a.place(low+"e") && !a.place(low+"en") {
		return false
	}
	lemma := a.form[:len(low)] + "er"
	g := text.Masc
	switch {
	case dat:
		a.add(lemma, text.NOUN, g|text.Plur|text.Dat)
	case strings.HasSuffix(a.lower, "s"):
		a.add(lemma, text.NOUN, g|text.Sing|text.Gen)
	default:
		a.add(lemma, text.ADJ, text.Pos)
		for _, n := range []text.Feats{text.Sing, text.Plur} {
			a.add(lemma, text.NOUN, g|n|text.Nom)
			a.add(lemma, text.NOUN, g|n|text.Acc)
		}
		a.add(lemma, text.NOUN, g|text.Sing|text.Dat)
		a.add(lemma, text.NOUN, g|text.Plur|text.Gen)
	}
	return true
}

// place reports whether low is the name of a place. Places have a gender and a
// case, names of persons no case.
func (a *analysis) place(low string) bool {
	if a.d.kind(low)&packed.KindName == 0 {
		return false
	}
	for _, r := range a.d.appendStyle(nil, "", low, titleStyle) {
		if r.POS == text.PROPN && r.Feats&text.Case == text.Nom {
			return true
		}
	}
	return false
}

// guessed reads by the look of the word.
func (a *analysis) guessed(capital bool) {
	a.guess = true
	if capital {
		a.guessedCapital()
	} else {
		a.guessedSmall()
	}
}

func (a *analysis) guessedCapital() {
	if utf8.RuneCountInString(a.form) > 1 && a.form == strings.ToUpper(a.form) {
		a.add(a.form, text.PROPN, text.Sing)
		a.add(a.form, text.NOUN, 0)
		return
	}
	if strings.HasSuffix(a.form, ".") && utf8.RuneCountInString(a.form) > 2 {
		a.add(a.form, text.NOUN, 0)
		a.add(a.form, text.PROPN, text.Sing)
		return
	}
	if i := strings.LastIndex(a.lower, "isch"); i > 2 && len(a.lower)-i <= len("ischen") && a.adjective() {
		small := a.rs
		a.rs = nil
		a.nominal(small)
		a.rs = append(a.rs, small...)
		a.add(a.form, text.PROPN, text.Sing)
		return
	}
	if i := a.d.looseHead(a.lower); i > 0 && a.nounCompound(i) {
		if a.lower[i-1] == 's' && formationTable().takesS(a.lower[:i-1], false) { // "Adoptions-verbot"
			a.guess = false
		} else {
			a.add(a.form, text.PROPN, text.Sing)
		}
		return
	}
	a.add(a.form, text.PROPN, text.Sing)
	if name, ok := strings.CutSuffix(a.form, "s"); ok && len(name) > 2 && !strings.HasSuffix(name, "s") {
		a.add(name, text.PROPN, text.Sing|text.Gen)
	}
	if !a.derivedNoun(true) {
		a.looseNoun()
	}
}

// looseNoun reads an unknown noun: as it stands, or in the plural or genitive.
func (a *analysis) looseNoun() {
	if stem, ok := strings.CutSuffix(a.form, "s"); ok && len(stem) > 2 && !strings.ContainsAny(stem[len(stem)-1:], "sauio") {
		a.add(stem, text.NOUN, 0)
	}
	if strings.HasSuffix(a.form, "e") {
		a.add(a.form, text.NOUN, text.Sing|text.Fem)
	} else {
		a.add(a.form, text.NOUN, text.Sing)
	}
	for _, e := range [...]string{"en", "n", "e"} {
		if stem, ok := strings.CutSuffix(a.form, e); ok && len(stem) > 3 {
			a.add(stem, text.NOUN, text.Plur)
		}
	}
}

func (a *analysis) guessedSmall() {
	if i := strings.IndexByte(a.form, '.'); i > 1 && i+2 < len(a.form) && strings.IndexByte(a.form[i+1:], '.') != 1 { // "golem.de", not "z.B."
		if strings.IndexByte(a.form, '/') >= 0 {
			a.add(a.form, text.X, 0)
		} else {
			a.add(a.form, text.PROPN, text.Sing)
		}
		return
	}
	switch {
	case utf8.RuneCountInString(a.form) <= 3: // a foreign word or an abbreviation
		a.add(a.form, text.PROPN, 0)
	case adverbEnding(a.lower):
		a.add(a.lower, text.ADV, 0)
	}
	verb := a.weakVerb()
	adj := a.adjective()
	if !verb && !adj {
		a.add(a.lower, text.ADJ, text.Pos)
	}
	for _, r := range a.d.appendStyle(nil, "", a.lower, titleStyle) { // a noun in small letters
		a.add(r.Lemma, r.POS, r.Feats)
	}
	a.add(a.lower, text.ADV, 0)
	a.add(a.form, text.PROPN, 0)
}

func adverbEnding(low string) bool {
	for _, e := range formationTable().adverbs {
		if strings.HasSuffix(low, e) && len(low) > len(e)+2 {
			return true
		}
	}
	return false
}

// weakVerb reads the endings of weak verbs. Those in -ieren are made freely and
// have a participle without ge-.
func (a *analysis) weakVerb() bool {
	n := len(a.rs)
	for _, e := range [...]struct {
		ending string
		feats  []text.Feats
	}{
		{"te", []text.Feats{text.Fin | text.Ind | text.Past | text.Sing | text.Third}},
		{"ten", []text.Feats{text.Fin | text.Ind | text.Past | text.Plur | text.Third}},
		{"t", []text.Feats{text.Fin | text.Ind | text.Pres | text.Sing | text.Third}},
		{"en", []text.Feats{text.Inf, text.Fin | text.Ind | text.Pres | text.Plur | text.Third}},
	} {
		stem, ok := strings.CutSuffix(a.lower, e.ending)
		if !ok || len(stem) < 3 || !pronounceable(stem) {
			continue
		}
		ier := strings.HasSuffix(stem, "ier")
		if e.ending == "t" {
			if ier {
				a.add(stem+"en", text.VERB, text.Part|text.Past)
			} else if base, ok := strings.CutPrefix(stem, "ge"); ok && len(base) > 2 {
				a.add(base+"en", text.VERB, text.Part|text.Past)
				continue
			}
		}
		if adjectiveEnding(a.lower, e.ending) && !ier {
			continue
		}
		for _, f := range e.feats {
			a.add(strings.TrimSuffix(stem, "e")+"en", text.VERB, f)
		}
	}
	return len(a.rs) > n
}

// adjectiveEnding reports whether what the ending of a verb was cut from looks
// more like an adjective ("festlichen").
func adjectiveEnding(low, ending string) bool {
	base := low
	if ending == "en" {
		base = strings.TrimSuffix(low, "en")
	}
	for _, s := range formationTable().adjectives {
		if strings.HasSuffix(base, s) && len(base) > len(s)+1 {
			return true
		}
	}
	return false
}

// adjective reads an unknown adjective by its ending.
func (a *analysis) adjective() bool {
	n := len(a.rs)
	for _, e := range adjectiveEndings {
		base, ok := strings.CutSuffix(a.lower, e)
		if !ok || len(base) < 4 || !adjectiveLike(base, e) {
			continue
		}
		for _, r := range a.d.declined[e] {
			if r.POS == text.ADJ {
				a.add(base, text.ADJ, r.Feats)
			}
		}
	}
	return len(a.rs) > n
}

// adjectiveLike reports whether base can be an adjective without ending. Inflected
// it needs less to look like one.
func adjectiveLike(base, ending string) bool {
	for _, s := range formationTable().adjectives {
		if strings.HasSuffix(base, s) && len(base) > len(s)+1 {
			return true
		}
	}
	return len(ending) > 0 && len(ending) <= 2 && (strings.HasSuffix(base, "t") || strings.HasSuffix(base, "end") || strings.HasSuffix(base, "en")) && pronounceable(base)
}
