// Command gen packs the full-form dictionary of package morph. README.md tells
// where its sources come from.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	out := flag.String("o", "data/dict.bin", "file to write")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	dir, err := sourceDir()
	if err != nil {
		return err
	}
	b, err := build(dir)
	if err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}

// build makes the packed dictionary from the archives in dir and the tables
// beside this file.
func build(dir string) ([]byte, error) {
	s, err := loadSources(dir)
	if err != nil {
		return nil, err
	}
	x, err := expand(s)
	if err != nil {
		return nil, err
	}
	return x.pack()
}

// expand makes the readings of every form.
func expand(s *sources) (*lexicon, error) {
	t, err := readTables()
	if err != nil {
		return nil, err
	}
	x := newLexicon()
	verbs, err := t.withSeparable(s.verbs)
	if err != nil {
		return nil, err
	}
	x.addVerbs(verbs)
	x.addAdjectives(s.adjs, t)
	if err := t.addTo(x); err != nil {
		return nil, err
	}
	x.addCountries(t)
	x.addNouns(s.nouns, t)
	x.addNames(t)
	x.preferNewSpelling()
	x.demote(t.rare)
	return x, nil
}
