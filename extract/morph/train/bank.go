package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/belegt/extract/extract/morph"
	"github.com/belegt/extract/extract/text"
)

// sentence is one sentence of a treebank in our own tokens.
type sentence struct {
	doc     *text.Doc
	classes []string   // by token; "" where the treebank cuts tokens otherwise
	pos     []text.POS // by token; NoPOS for contractions and where tokens differ
}

// bank reads treebanks.
type bank struct {
	dict  *morph.Dict
	vocab *text.Vocab
}

func newBank() (*bank, error) {
	d, err := morph.Load()
	if err != nil {
		return nil, err
	}
	return &bank{dict: d, vocab: text.NewVocab(d.Analyze)}, nil
}

// row is a line of CoNLL-U.
type row struct {
	start, end              int
	form, upos, xpos, feats string
	deprel                  string
	whole                   bool // a contraction of several words ("im")
}

func (b *bank) read(path string) ([]sentence, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var ss []sentence
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		s, err := b.sentence(block)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		ss = append(ss, s)
	}
	return ss, nil
}

func (b *bank) sentence(block string) (sentence, error) {
	var rows []row
	var src string
	at, skip := 0, ""
	for l := range strings.SplitSeq(block, "\n") {
		if t, ok := strings.CutPrefix(l, "# text = "); ok {
			src = t
		}
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 10 {
			return sentence{}, fmt.Errorf("%d columns in %q; want 10", len(f), l)
		}
		if strings.Contains(f[0], ".") {
			continue
		}
		if skip != "" {
			if f[0] == skip {
				skip = ""
			}
			continue
		}
		r := row{form: f[1], upos: f[3], xpos: f[4], feats: f[5], deprel: f[7]}
		if _, last, ok := strings.Cut(f[0], "-"); ok {
			skip, r.whole = last, true
		}
		i := strings.Index(src[at:], f[1])
		if i < 0 {
			continue
		}
		r.start, r.end = at+i, at+i+len(f[1])
		at = r.end
		rows = append(rows, r)
	}
	d := &text.Doc{Text: src}
	b.vocab.Tokenize(d)
	d.Sentences = []text.Sentence{{Span: text.Span{Start: 0, End: len(src)}, Tokens: text.Range{From: 0, To: len(d.Tokens)}}}
	for i := range d.Tokens {
		d.Tokens[i].Sent = 0
	}
	s := sentence{doc: d, classes: make([]string, len(d.Tokens)), pos: make([]text.POS, len(d.Tokens))}
	k := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for k < len(rows) && rows[k].end < t.End {
			k++
		}
		if k == len(rows) || rows[k].end != t.End {
			continue
		}
		r := rows[k]
		if r.whole {
			if r.start == t.Start {
				s.classes[i] = "APPRART"
			}
			continue
		}
		s.classes[i] = classOf(r, morph.CandidateClasses(t.Word))
		if r.start == t.Start {
			s.pos[i], _ = text.ParsePOS(r.upos)
		}
	}
	return s, nil
}

// classOf turns the tags of a treebank into a class of ours, "" when they are of
// no use. GSD carries STTS tags; PUD doesn't, so its classes come from what the
// form can be.
func classOf(r row, can []string) string {
	switch r.upos {
	case "PROPN":
		if r.xpos == "NN" && !slices.Contains(can, "NE") {
			return "NN" // GSD tags days and months as names
		}
		return "NE"
	case "NOUN":
		if r.xpos == "TRUNC" {
			return "TRUNC"
		}
		return "NN"
	case "PUNCT", "X", "SYM", "INTJ":
		return ""
	case "NUM":
		return "CARD"
	}
	if c, ok := sttsOf(r); ok {
		if c == "ADJD" && r.deprel == "advmod" {
			return "ADJV" // GSD leaves adverbial adjectives ADJ
		}
		return c
	}
	part := strings.HasSuffix(r.deprel, ":prt")
	for _, c := range can {
		if uposOf(c) != r.upos || part != (c == "PTKVZ") {
			if !(part && c == "PTKVZ") {
				continue
			}
		}
		switch {
		case c == "ADJA" && !strings.Contains(r.feats, "Case="), c == "ADJD" && strings.Contains(r.feats, "Case="):
			continue
		case r.upos == "PRON" && (c == "PRELS") != (r.xpos == "REL"):
			continue
		case r.upos == "PRON" && (c == "PRF") != strings.Contains(r.feats, "Reflex=Yes"):
			continue
		case r.upos == "VERB" || r.upos == "AUX":
			fin := strings.Contains(r.feats, "Mood=")
			if fin != strings.HasSuffix(c, "FIN") {
				continue
			}
			if !fin && strings.HasSuffix(c, "PP") != (r.xpos == "VBN" || strings.Contains(r.feats, "Tense=Past")) {
				continue
			}
		}
		return c
	}
	return ""
}

// sttsOf reads the tags of GSD. Where its part of speech and its STTS tag
// disagree, neither is trusted.
func sttsOf(r row) (string, bool) {
	switch r.xpos {
	case "PAV", "PROAV":
		return "ADV", true
	case "PIDAT":
		return "PIAT", true
	}
	u := uposOf(r.xpos)
	switch {
	case u == "":
		return "", false
	case u == r.upos, r.xpos == "PTKVZ",
		r.xpos == "KOKOM", r.xpos == "KOUI", r.xpos == "KOUS", r.xpos == "KON",
		u == "VERB" && r.upos == "AUX", u == "AUX" && r.upos == "VERB",
		u == "PRON" && r.upos == "DET", u == "DET" && r.upos == "PRON":
		return r.xpos, true
	case r.upos == "DET" && r.xpos == "ADJA":
		return "PIAT", true
	}
	return "", true
}

// uposOf is the usual part of speech of an STTS class, "" for no STTS class.
func uposOf(c string) string {
	switch c {
	case "ADJA", "ADJD":
		return "ADJ"
	case "ADV", "PTKA", "PWAV", "ADJV":
		return "ADV"
	case "PTKVZ":
		return "ADV"
	case "APPR", "APPRART", "APPO", "APZR":
		return "ADP"
	case "ART", "PDAT", "PIAT", "PPOSAT", "PWAT", "PIS":
		return "DET"
	case "PRELS", "PRELAT", "PPER", "PRF", "PWS", "PDS", "PPOSS":
		return "PRON"
	case "KON", "KOKOM":
		return "CCONJ"
	case "KOUS", "KOUI":
		return "SCONJ"
	case "PTKNEG", "PTKZU":
		return "PART"
	case "VVFIN", "VVIMP", "VVINF", "VVIZU", "VVPP":
		return "VERB"
	case "VAFIN", "VAINF", "VAPP", "VMFIN", "VMINF", "VMPP":
		return "AUX"
	}
	return ""
}
