package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/belegt/extract/extract/morph"
)

// TestTrain trains on UD German GSD twice: the bytes are the same, and the
// embedded model is about as good as the new one. It needs the treebank.
func TestTrain(t *testing.T) {
	const gold = "../../../../shared/corpus/ud/de_gsd-ud-dev.conllu"
	if _, err := os.Stat(gold); err != nil {
		t.Skip("no treebank at " + gold)
	}
	b, err := newBank()
	if err != nil {
		t.Fatal(err)
	}
	ss, err := b.read(gold)
	if err != nil {
		t.Fatal(err)
	}
	one, err := morph.Train(golds(ss), 8)
	if err != nil {
		t.Fatal(err)
	}
	two, err := morph.Train(golds(ss), 8)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, two) {
		t.Error("got two models from the same sentences; want one")
	}
	kept, err := os.ReadFile("../data/tagger.bin")
	if err != nil {
		t.Fatal(err)
	}
	var fresh, old judge
	if err := fresh.add(b, one, ss); err != nil {
		t.Fatal(err)
	}
	if err := old.add(b, kept, ss); err != nil {
		t.Fatal(err)
	}
	if diff := fresh.right - old.right; diff > fresh.n/200 {
		t.Errorf("the embedded model reads %d words fewer right than a new one; make it anew with go run ./extract/morph/train", diff)
	}
}
