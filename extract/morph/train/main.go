// Command train makes the tagger's model of package morph from treebanks in
// CoNLL-U and judges it.
//
//	go run ./extract/morph/train                 train on UD German GSD (dev) and write data/tagger.bin
//	go run ./extract/morph/train -cv 5 FILE…     cross-validate on the files, write nothing
//	go run ./extract/morph/train -test FILE…     train on -gold, judge on the files, write nothing
package main

import (
	"flag"
	"fmt"
	"os"
	"sort"

	"github.com/belegt/extract/extract/morph"
	"github.com/belegt/extract/extract/text"
)

const usualGold = "../shared/corpus/ud/de_gsd-ud-dev.conllu"

func main() {
	gold := flag.String("gold", usualGold, "treebank to train on")
	out := flag.String("o", "extract/morph/data/tagger.bin", "model to write")
	epochs := flag.Int("epochs", 8, "passes over the treebank")
	cv := flag.Int("cv", 0, "cross-validate in this many parts on the files named")
	test := flag.Bool("test", false, "judge on the files named")
	errs := flag.Int("errors", 0, "show this many confusions")
	flag.Parse()
	o := options{*gold, *out, *epochs, *cv, *test, *errs}
	if err := run(o, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

type options struct {
	gold, out string
	epochs    int
	cv        int
	test      bool
	errors    int
}

func run(o options, files []string) error {
	b, err := newBank()
	if err != nil {
		return err
	}
	if o.cv > 1 {
		var all []sentence
		for _, f := range files {
			ss, err := b.read(f)
			if err != nil {
				return err
			}
			all = append(all, ss...)
		}
		return o.crossValidate(b, all)
	}
	train, err := b.read(o.gold)
	if err != nil {
		return err
	}
	model, err := morph.Train(golds(train), o.epochs)
	if err != nil {
		return err
	}
	if !o.test {
		return os.WriteFile(o.out, model, 0o644)
	}
	for _, f := range files {
		ss, err := b.read(f)
		if err != nil {
			return err
		}
		var j judge
		if err := j.add(b, model, ss); err != nil {
			return err
		}
		fmt.Println(f)
		j.print(o.errors)
	}
	return nil
}

func (o options) crossValidate(b *bank, all []sentence) error {
	var j judge
	for k := range o.cv {
		var train, test []sentence
		for i, s := range all {
			if i%o.cv == k {
				test = append(test, s)
			} else {
				train = append(train, s)
			}
		}
		model, err := morph.Train(golds(train), o.epochs)
		if err != nil {
			return err
		}
		if err := j.add(b, model, test); err != nil {
			return err
		}
	}
	j.print(o.errors)
	return nil
}

func golds(ss []sentence) []morph.Gold {
	gs := make([]morph.Gold, len(ss))
	for i, s := range ss {
		gs[i] = morph.Gold{Doc: s.doc, Classes: s.classes}
	}
	return gs
}

// judge counts right parts of speech.
type judge struct {
	n, right int
	conf     map[string]int
}

func (j *judge) add(b *bank, model []byte, ss []sentence) error {
	if j.conf == nil {
		j.conf = make(map[string]int)
	}
	for _, s := range ss {
		if err := b.dict.ReadWith(model, s.doc); err != nil {
			return err
		}
		for i, w := range s.pos {
			if w == text.NoPOS || w == text.PUNCT || w == text.SYM || w == text.X {
				continue
			}
			j.n++
			if got := s.doc.Tokens[i].POS; got == w {
				j.right++
			} else {
				t := s.doc.Tokens[i]
				j.conf[fmt.Sprintf("%v for %v: %s", got, w, t.Word.Lower)]++
				j.conf[fmt.Sprintf("%v for %v", got, w)]++
			}
		}
	}
	return nil
}

func (j *judge) print(errors int) {
	fmt.Printf("upos %.4f of %d\n", float64(j.right)/float64(max(j.n, 1)), j.n)
	keys := make([]string, 0, len(j.conf))
	for k := range j.conf {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(a, b int) bool {
		if j.conf[keys[a]] != j.conf[keys[b]] {
			return j.conf[keys[a]] > j.conf[keys[b]]
		}
		return keys[a] < keys[b]
	})
	for _, k := range keys[:min(errors, len(keys))] {
		fmt.Println(j.conf[k], k)
	}
}
