package morph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/belegt/extract/extract/morph/internal/packed"
	"github.com/belegt/extract/extract/text"
)

// The parts of a compound, in bytes: shorter ones are found by accident.
const (
	minModifier = 3
	minHead     = 4
	minLoose    = 5 // of a head behind a first part that isn't known
	minLooseMod = 4
)

// cuts is how the beginning of a word falls into known parts: the same whatever
// head is asked for, so that it is found once for all of them.
type cuts struct {
	key      string
	shortest int
	loose    bool
	done     int                // the parts that begin before it are found
	reach    [maxWord + 2]bool  // parts end here
	tail     [maxWord + 2]uint8 // what the word from here on is, as far as it was asked for
	asked    [maxWord + 2]bool
}

// of makes c ready for key.
func (c *cuts) of(key string, shortest int, loose bool) {
	if c.key == key && c.shortest == shortest && c.loose == loose {
		return
	}
	n := len(key) + 2
	clear(c.reach[:n])
	clear(c.asked[:n])
	c.key, c.shortest, c.loose, c.done = key, shortest, loose, 0
	c.reach[0] = true
}

// is reports whether the word from i on is of one of the kinds.
func (c *cuts) is(d *Dict, i int, kinds packed.Kind) bool {
	if !c.asked[i] {
		c.asked[i], c.tail[i] = true, uint8(d.kind(c.key[i:]))
	}
	return packed.Kind(c.tail[i])&kinds != 0
}

// splitHead finds the longest known head of key that known parts stand before,
// and returns where it begins, 0 for none. The parts are words of the
// dictionary in any form, which covers the linking elements -n, -en, -er, -es;
// with a linking -s; feminine nouns that lost their -e; stems of verbs; and the
// modifiers of derive.tsv.
func (a *analysis) splitHead(key string, heads packed.Kind) int {
	return a.split(key, heads, minModifier, true)
}

// split is splitHead with a bound on the length of the parts before the head;
// loose admits parts that are no nouns or adjectives.
func (a *analysis) split(key string, heads packed.Kind, shortest int, loose bool) int {
	if len(key) > maxWord || len(key) < minModifier+minHead-1 {
		return 0
	}
	d, f, c := a.d, formationTable(), &a.mem.cuts
	c.of(key, shortest, loose)
	for i := 0; i <= len(key)-3; i++ {
		if !c.reach[i] {
			continue
		}
		if i > 0 && (len(key)-i >= minHead && (i >= minModifier || len(key)-i > minLoose) || i > minModifier && f.short.get(key[i:])) && c.is(d, i, heads) {
			if next := i + 1; key[i] == 's' && c.reach[next] && (f.takesS(key[:i], true) || key[i-1] == 'e' && c.reach[i-1]) && c.is(d, next, heads) && (len(key)-next >= minHead || f.short.get(key[next:])) {
				return next // "Aufenthalts-orte", "Bundes-amt", not "Aufenthalt-sorte", "Bunde-samt"
			}
			return i
		}
		if i >= c.done {
			c.from(d, f, i)
			c.done = i + 1
		}
	}
	return 0
}

// from finds the parts that begin at i.
func (c *cuts) from(d *Dict, f *formation, i int) {
	key, loose, reach := c.key, c.loose, &c.reach
	words := &d.file.Words
	s, ok := words.Two(key[i], key[i+1])
	for j := i + 2; ok && j < len(key)-2; j++ {
		if s, ok = words.Step(s, key[j]); !ok {
			break
		}
		e := j + 1
		if e-i < c.shortest {
			continue
		}
		if id, ok := words.Value(s); ok {
			k := d.file.Kind(id)
			if k&(packed.KindNoun|packed.KindAdjBase) != 0 || loose && (k&packed.KindName != 0 && e-i > minHead || k&packed.KindInf != 0) {
				reach[e] = true
				if key[e] == 's' && k&(packed.KindNounBase|packed.KindInf) != 0 {
					reach[e+1] = true
				}
			}
		}
		if loose && e-i > minModifier && key[j-1] == 'e' && (key[j] == 'r' || key[j] == 'l') { // "Liefer-", "Sammel-"
			if t, ok := words.Step(s, 'n'); ok {
				if id, ok := words.Value(t); ok && d.file.Kind(id)&packed.KindInf != 0 {
					reach[e] = true
				}
			}
		}
		t, ok := words.Step(s, 'e')
		if !ok {
			continue
		}
		if id, ok := words.Value(t); ok && d.file.Kind(id)&packed.KindFem != 0 {
			reach[e] = true
			if key[e] == 's' {
				reach[e+1] = true
			}
		}
		if !loose || e-i <= minModifier {
			continue
		}
		if t, ok = words.Step(t, 'n'); ok {
			if id, ok := words.Value(t); ok && d.file.Kind(id)&packed.KindInf != 0 {
				reach[e] = true
			}
		}
	}
	if !loose {
		return
	}
	for _, m := range f.modifiers[key[i]] {
		if e := i + len(m); e <= len(key)-3 && !reach[e] && strings.HasPrefix(key[i:], m) {
			reach[e] = true
		}
	}
}

// compoundKind reports whether the lower-case key is a compound whose head is of
// one of the kinds.
func (a *analysis) compoundKind(key string, heads packed.Kind) bool {
	return a.splitHead(key, heads) > 0
}

// looseHead finds the longest known noun at the end of key, no matter what
// stands before it as long as it can be a word; 0 for none.
func (d *Dict) looseHead(key string) int {
	for i := minLooseMod; i <= len(key)-minLoose; i++ {
		if utf8.RuneStart(key[i]) && d.kind(key[i:])&packed.KindNoun != 0 && pronounceable(key[:i]) {
			return i
		}
	}
	return 0
}

// pronounceable reports whether s holds a vowel and a consonant and no more than
// five consonants in a row.
func pronounceable(s string) bool {
	vowel, consonant, run := false, false, 0
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
			return false
		case strings.ContainsRune("aeiouyäöüáéíóúàèâêîôûåø", r):
			vowel, run = true, 0
		default:
			consonant = true
			if run++; run > 5 {
				return false
			}
		}
	}
	return vowel && consonant
}

// nounCompound reads a capitalised compound by its head at byte i.
func (a *analysis) nounCompound(i int) bool {
	n := len(a.rs)
	head := title(a.lower[i:])
	var buf [16]text.Reading
	var last, lemma string // a noun's cases have one lemma
	for _, r := range a.d.appendStyle(buf[:0], head, a.lower[i:], titleStyle) {
		if r.POS != text.NOUN {
			continue
		}
		if r.Lemma != last {
			last, lemma = r.Lemma, a.form[:i]+strings.ToLower(r.Lemma)
		}
		a.add(lemma, text.NOUN, r.Feats)
	}
	if len(a.rs) == n {
		return false
	}
	a.head = head
	return true
}

// nominalCompound reads a compound with an infinitive as head: "Massensterben",
// "Blutvergießens", when that head begins before byte limit.
func (a *analysis) nominalCompound(limit int) bool {
	low, genitive := strings.CutSuffix(a.lower, "ns")
	if genitive {
		low += "n"
	} else {
		low = a.lower
	}
	i := a.splitHead(low, packed.KindInf)
	if i == 0 || i >= limit || len(low)-i <= minLoose {
		return false
	}
	lemma := a.form[:len(low)]
	if genitive {
		a.add(lemma, text.NOUN, text.Neut|text.Sing|text.Gen)
	} else {
		for _, c := range []text.Feats{text.Nom, text.Acc, text.Dat} {
			a.add(lemma, text.NOUN, text.Neut|text.Sing|c)
		}
	}
	a.head = title(a.lower[i:])
	return true
}

// knownCompound finds the head of a noun that the dictionary knows whole: the
// last part must be a noun with the same gender, number and case, and the lemma
// must end in that noun's.
func (a *analysis) knownCompound() {
	if len(a.rs) == 0 || a.rs[0].POS != text.NOUN || len(a.form) < 2*minHead-1 {
		return
	}
	i := a.split(a.lower, packed.KindNoun, minHead, false)
	if i == 0 {
		return
	}
	head := title(a.lower[i:])
	found, other := false, false
	var buf [16]text.Reading
	for _, r := range a.d.appendStyle(buf[:0], head, a.lower[i:], titleStyle) {
		if r.POS != text.NOUN {
			continue
		}
		if r.Feats == a.rs[0].Feats && len(a.rs[0].Lemma) == i+len(r.Lemma) && strings.EqualFold(a.rs[0].Lemma[i:], r.Lemma) {
			found = true
		} else if r.Lemma == head && len(a.rs[0].Lemma) != len(a.form) {
			other = true // "Zeuge", of "Flugzeuge", is another word
		}
	}
	if found && !other && !formationTable().whole.get(strings.ToLower(a.rs[0].Lemma)) {
		a.head = head
	}
}

// smallCompound reads an adjective or participle with a part before it:
// "milliardenschwer", "umsatzstärksten".
func (a *analysis) smallCompound() bool {
	i := a.splitHead(a.lower, packed.KindAdj)
	if i == 0 {
		return false
	}
	n := len(a.rs)
	for _, r := range a.d.appendStyle(nil, a.lower[i:], a.lower[i:], lowerStyle) {
		if r.POS == text.ADJ {
			a.add(a.lower[:i]+r.Lemma, text.ADJ, r.Feats)
		}
	}
	if len(a.rs) == n {
		return false
	}
	a.head = a.lower[i:]
	return true
}

// hyphened reads a word by what stands behind its last hyphen: "US-Außenminister",
// "60-mm-Mörsern", "37-Jährige", "SPD-nahe".
func (a *analysis) hyphened() bool {
	i := lastHyphen(a.form)
	if i <= 0 {
		return false
	}
	_, n := utf8.DecodeRuneInString(a.form[i:])
	prefix, last := a.form[:i+n], a.form[i+n:]
	if last == "" { // "Bundes-" before "und Landespolitik"
		if startsUpper(a.form) {
			a.add(a.form, text.NOUN, 0)
		} else {
			a.add(a.form, text.ADJ, 0)
		}
		return true
	}
	counted := prefix[0] <= '9'
	if counted && strings.HasPrefix(last, "fach") {
		last = "ein" + last // "25-fache": "fache" alone is a verb
	}
	sub := a.sub(last)
	capital := startsUpper(last)
	adjective := slices.ContainsFunc(sub.rs, func(r text.Reading) bool { return r.POS == text.ADJ })
	for _, r := range sub.rs {
		switch {
		case r.POS == text.ADV && adjective, r.POS == text.PROPN && !startsUpper(prefix) && (!sub.guess || counted), r.POS == text.VERB && counted:
		case r.POS == text.NOUN && (capital || !sub.guess && !startsUpper(prefix)), r.POS == text.PROPN && capital:
			a.add(prefix+r.Lemma, r.POS, r.Feats)
		case !capital && (r.POS == text.ADJ || r.POS == text.VERB && !startsUpper(prefix) || r.POS == text.NUM || r.POS == text.ADV):
			if counted && r.Lemma == "einfach" {
				r.Lemma = "fach"
			}
			a.add(prefix+r.Lemma, r.POS, r.Feats)
		}
	}
	if len(a.rs) == 0 {
		return false
	}
	if first := strings.ToLower(prefix[:i]); startsUpper(prefix) && capital && prefix[:i] != strings.ToUpper(prefix[:i]) && (sub.guess || a.d.kind(first)&packed.KindNoun == 0) {
		a.add(a.form, text.PROPN, text.Sing) // "Müller-Lüdenscheidt"
	}
	a.guess = sub.guess
	a.head = last
	return true
}

// lastHyphen is where the last hyphen or dash of s stands, -1 for nowhere.
func lastHyphen(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		switch {
		case s[i] == '-':
			return i
		case s[i] == 0xE2 && (strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "‑")):
			return i
		}
	}
	return -1
}

// counted reads digits with a word behind them: "125jährigen", "1990er", "20fach".
func (a *analysis) counted() bool {
	i := strings.IndexFunc(a.lower, unicode.IsLetter)
	if i <= 0 || a.lower[i-1] < '0' || a.lower[i-1] > '9' {
		return false
	}
	switch rest := a.lower[i:]; rest {
	case "er", "ern":
		lemma := a.form[:i] + "er"
		a.add(lemma, text.ADJ, text.Pos)
		a.add(lemma, text.NOUN, text.Plur)
	default:
		sub := a.sub(rest)
		for _, r := range sub.rs {
			if r.POS == text.ADJ {
				a.add(a.form[:i]+r.Lemma, r.POS, r.Feats)
			}
		}
		a.guess = sub.guess
	}
	return len(a.rs) > 0
}

// sub analyses a part of the word as a word of its own. Depth is bounded: no
// word is made of parts without end. The result is good until the next call.
func (a *analysis) sub(form string) *analysis {
	s := &a.mem.subs[a.depth]
	*s = analysis{d: a.d, mem: a.mem, form: form, lower: strings.ToLower(form), rs: s.rs[:0], depth: a.depth + 1}
	if s.depth > maxDepth {
		s.guess = true
		return s
	}
	s.run()
	return s
}
