package output_test

import (
	"fmt"
	"log"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/output"
)

func ExampleWriter_Claim() {
	x, err := extract.New(extract.Options{Date: "2024-11-05"})
	if err != nil {
		log.Fatal(err)
	}
	reader, err := x.NewWorker()
	if err != nil {
		log.Fatal(err)
	}
	a, err := reader.Read("brand.txt", []byte("In der Halle verbrannten rund 300 Tonnen Papier."))
	if err != nil {
		log.Fatal(err)
	}
	var w output.Writer
	w.Reset(a)
	for i := range a.Claims {
		r := w.Claim(i, false)
		fmt.Println(r.Start, r.End, r.Text, r.Kind, r.Bound, *r.Value, *r.Unit)
	}
	// Output: 25 40 rund 300 Tonnen mass about 300 t
}
