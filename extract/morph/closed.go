package morph

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/belegt/extract/extract/text"
)

//go:embed closed.tsv
var closedTSV string

// closedReading is one reading of a word of a closed class.
type closedReading struct {
	class class
	cases uint8 // for a preposition: bit set of the cases it governs
	text.Reading
}

// closedWord is what the closed classes know of a small form.
type closedWord struct {
	readings []closedReading
	plain    []text.Reading // the readings without class, no two alike
	open     bool           // the dictionary's readings of the small form hold besides
}

// closed is the table of closed classes by lower-case form.
var closed = sync.OnceValue(func() *wordMap[*closedWord] {
	m, err := parseClosed(closedTSV)
	if err != nil {
		panic("morph: closed.tsv: " + err.Error())
	}
	return newWordMap(m)
})

// closedReadings gives the readings of a lower-case form of a closed class.
// When open is false and the form stands in small letters, no other source
// need be asked. The slice is shared: read only.
func closedReadings(lower string) (rs []text.Reading, open, ok bool) {
	w := closed().get(lower)
	if w == nil {
		return nil, true, false
	}
	return w.plain, w.open, true
}

var closedEndings = map[byte][]struct{ ending, feats string }{
	'd': {{"er", "NSm,GDSf,GP"}, {"e", "NASf,NAP"}, {"es", "NASn,GSm,GSn"}, {"em", "DSm,DSn"}, {"en", "ASm,DP,GSm,GSn"}},
	'e': {{"", "NSm,NASn"}, {"e", "NASf,NAP"}, {"es", "GSm,GSn"}, {"em", "DSm,DSn"}, {"en", "ASm,DP"}, {"er", "GDSf,GP"}},
	'j': {{"e", "NSm,NASf,NASn,NAP"}, {"er", "NSm,GDSf,GP"}, {"es", "NASn"}, {"em", "DSm,DSn"}, {"en", "ASm,NAP,DP,GP,DSm,DSn,DSf,GSm,GSn,GSf"}},
}

var closedFeats = map[string]text.Feats{
	"Art": text.Art, "Prs": text.Prs, "Dem": text.Dem, "Rel": text.Rel, "Int": text.Int, "IndPron": text.IndPron,
	"NegPron": text.NegPron, "Tot": text.Tot, "Def": text.Def, "Indef": text.Indef, "Poss": text.Poss, "Reflex": text.Reflex,
	"First": text.First, "Second": text.Second, "Third": text.Third, "Sing": text.Sing, "Plur": text.Plur,
	"Masc": text.Masc, "Fem": text.Fem, "Neut": text.Neut, "Dat": text.Dat, "Acc": text.Acc,
}

func parseClosed(src string) (map[string]*closedWord, error) {
	m := make(map[string]*closedWord, 2048)
	line := 0
	for l := range strings.SplitSeq(src, "\n") {
		line++
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 5 {
			return nil, fmt.Errorf("line %d: %d columns; want 5", line, len(f))
		}
		c, ok := parseClass(f[0])
		pos, ok2 := text.ParsePOS(f[1])
		if !ok || !ok2 {
			return nil, fmt.Errorf("line %d: unknown class %q or part of speech %q", line, f[0], f[1])
		}
		var fixed text.Feats
		if f[2] != "-" {
			for name := range strings.SplitSeq(f[2], ".") {
				v, ok := closedFeats[name]
				if !ok {
					return nil, fmt.Errorf("line %d: unknown feature %q", line, name)
				}
				fixed |= v
			}
		}
		for form := range strings.FieldsSeq(f[4]) {
			if err := addClosed(m, c, pos, fixed, f[3], form); err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
		}
	}
	return m, nil
}

func addClosed(m map[string]*closedWord, c class, pos text.POS, fixed text.Feats, lemma, form string) error {
	form, open := strings.CutSuffix(form, "+")
	if stem, p, ok := strings.Cut(form, "@"); ok {
		for _, e := range closedEndings[p[0]] {
			if err := addClosedForm(m, c, pos, fixed, lemma, stem+e.ending, e.feats, open); err != nil {
				return err
			}
		}
		return nil
	}
	if f, g, ok := strings.Cut(form, "/"); ok && len(f) > 0 {
		var cases uint8
		for i := range len(g) {
			n, err := caseOf(g[i])
			if err != nil {
				return err
			}
			cases |= 1 << (n >> 4)
		}
		if lemma == "=" {
			lemma = f
		}
		w := closedEntry(m, f, open)
		w.add(closedReading{class: c, cases: cases, Reading: text.Reading{Lemma: lemma, POS: pos, Feats: fixed}})
		return nil
	}
	f, alts, _ := strings.Cut(form, ":")
	return addClosedForm(m, c, pos, fixed, lemma, f, alts, open)
}

func closedEntry(m map[string]*closedWord, form string, open bool) *closedWord {
	w := m[form]
	if w == nil {
		w = &closedWord{}
		m[form] = w
	}
	w.open = w.open || open
	return w
}

func addClosedForm(m map[string]*closedWord, c class, pos text.POS, fixed text.Feats, lemma, form, alts string, open bool) error {
	if lemma == "=" {
		lemma = form
	}
	w := closedEntry(m, form, open)
	if alts == "" {
		w.add(closedReading{class: c, Reading: text.Reading{Lemma: lemma, POS: pos, Feats: fixed}})
		return nil
	}
	for a := range strings.SplitSeq(alts, ",") {
		fs, err := alternatives(a)
		if err != nil {
			return fmt.Errorf("%s: %w", form, err)
		}
		for _, v := range fs {
			w.add(closedReading{class: c.ofVerbForm(v), Reading: text.Reading{Lemma: lemma, POS: pos, Feats: fixed | v}})
		}
	}
	return nil
}

func (w *closedWord) add(r closedReading) {
	for _, o := range w.readings {
		if o == r {
			return
		}
	}
	w.readings = append(w.readings, r)
	for _, p := range w.plain {
		if p == r.Reading {
			return
		}
	}
	w.plain = append(w.plain, r.Reading)
}

func caseOf(b byte) (text.Feats, error) {
	switch b {
	case 'N':
		return text.Nom, nil
	case 'G':
		return text.Gen, nil
	case 'D':
		return text.Dat, nil
	case 'A':
		return text.Acc, nil
	}
	return 0, fmt.Errorf("unknown case %q; want N, G, D or A", string(b))
}

// alternatives reads one code of the last column: "NASf", "DP", "3sTK", "INF".
func alternatives(a string) ([]text.Feats, error) {
	switch a {
	case "INF":
		return []text.Feats{text.Inf}, nil
	case "PP":
		return []text.Feats{text.Part | text.Past}, nil
	case "P1":
		return []text.Feats{text.Part | text.Pres}, nil
	case "IZ":
		return []text.Feats{text.InfZu}, nil
	}
	if len(a) == 4 && a[0] >= '1' && a[0] <= '3' {
		f := text.Fin | text.Feats(a[0]-'0')*text.First
		f |= map[byte]text.Feats{'s': text.Sing, 'p': text.Plur}[a[1]]
		f |= map[byte]text.Feats{'P': text.Pres, 'T': text.Past}[a[2]]
		f |= map[byte]text.Feats{'I': text.Ind, 'K': text.Sub, 'M': text.Imp}[a[3]]
		return []text.Feats{f}, nil
	}
	i := 0
	for i < len(a) && a[i] != 'S' && a[i] != 'P' {
		i++
	}
	var rest text.Feats
	switch a[i:] {
	case "P":
		rest = text.Plur
	case "Sm":
		rest = text.Sing | text.Masc
	case "Sf":
		rest = text.Sing | text.Fem
	case "Sn":
		rest = text.Sing | text.Neut
	case "":
	default:
		return nil, fmt.Errorf("unknown alternative %q", a)
	}
	var fs []text.Feats
	for _, c := range []byte(a[:i]) {
		n, err := caseOf(c)
		if err != nil {
			return nil, err
		}
		fs = append(fs, n|rest)
	}
	if fs == nil {
		fs = append(fs, rest)
	}
	return fs, nil
}
