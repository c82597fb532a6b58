package morph_test

import (
	"fmt"

	"github.com/belegt/extract/extract/morph"
	"github.com/belegt/extract/extract/text"
)

func read(src string) *text.Doc {
	dict, err := morph.Load()
	if err != nil {
		panic(err)
	}
	doc := &text.Doc{Text: src}
	text.NewVocab(dict.Analyze).Tokenize(doc)
	text.Split(doc)
	text.Zones(doc)
	dict.Tag(doc)
	dict.Chunk(doc)
	return doc
}

func ExampleDict_Tag() {
	doc := read("Die Behörde teilte am Montag mit, die Zahl sei gestiegen.")
	for _, t := range doc.Tokens {
		if t.POS == text.VERB || t.POS == text.AUX {
			fmt.Println(t.Word.Form, t.Lemma, t.POS, t.Feats.Is(text.Sub))
		}
	}
	// Output:
	// teilte mitteilen VERB false
	// sei sein AUX true
	// gestiegen steigen VERB false
}

func ExampleDict_Chunk() {
	doc := read("Der Leiter des Zentrums, Andrej Kowal, erklärte, mindestens zwölf Häuser seien zerstört worden.")
	for _, c := range doc.Clauses {
		s := doc.Chunks[c.Subject]
		full := doc.Text[doc.Tokens[s.Full.From].Start:doc.Tokens[s.Full.To-1].End]
		fmt.Println(full, "→", doc.Tokens[doc.Chunks[c.Group].Head].Lemma, doc.Chunks[c.Group].Passive)
	}
	// Output:
	// Der Leiter des Zentrums, Andrej Kowal → erklären false
	// mindestens zwölf Häuser → zerstören true
}
