package source_test

import (
	"fmt"

	"github.com/belegt/extract/extract/source"
)

func ExampleRead() {
	const page = "zum Hauptinhalt\n" +
		"Feuer in Lagerhalle\n" +
		"Stand: 05.11.2024, 14:30 Uhr\n\n" +
		"Köln – Bei einem Brand in einer Lagerhalle sind am Dienstag 14 Menschen verletzt worden. (dpa)\n\n" +
		"Zur Startseite\n"
	a, err := source.Read("feuer.txt", []byte(page), source.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("title: %s\n", a.Text[a.Title.Start:a.Title.End])
	fmt.Printf("published: %s (%s)\n", a.Published.Value, a.Published.From)
	for _, f := range a.Furniture {
		fmt.Printf("set aside: %s\n", a.Text[f.Start:f.End])
	}
	// Output:
	// title: Feuer in Lagerhalle
	// published: 2024-11-05 (head)
	// set aside: zum Hauptinhalt
	// set aside: Stand: 05.11.2024, 14:30 Uhr
	// set aside: Köln –
	// set aside: (dpa)
	// set aside: Zur Startseite
}

func ExampleRead_notText() {
	_, err := source.Read("alt.txt", []byte("Der Preis f\xfcr 3 Eier"), source.Options{})
	fmt.Println(err)
	// Output:
	// alt.txt: not valid UTF-8 at byte 11: convert it with iconv -f WINDOWS-1252 -t UTF-8
}
