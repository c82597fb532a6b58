package date_test

import (
	"cmp"
	"fmt"

	"github.com/belegt/extract/normalize/date"
)

func ExampleFindAll() {
	text := "Am Montagabend begann es. Zwei Tage später, kurz vor Ende der 1990er Jahre, war es vorbei."
	for _, f := range date.FindAll(text, "1999-12-09") {
		fmt.Printf("%s: %s %s %s\n", text[f.Start:f.End], f.Type, f.Value, cmp.Or(f.Mod, "-"))
	}
	// Output:
	// Montagabend: TIME 1999-12-06TEV -
	// Zwei Tage später: DATE 1999-12-08 -
	// Ende der 1990er Jahre: DATE 199 END
}

func ExampleScan() {
	text := "seit dem 2. November"
	e, ok := date.Scan(text, 5)
	fmt.Println(text[e.Start:e.End], ok)
	fmt.Println(date.NewResolver("2024-11-05").Resolve(e, date.Hint{}).Value)
	fmt.Println(date.NewResolver("").Resolve(e, date.Hint{}).Value)
	// Output:
	// 2. November true
	// 2024-11-02
	// XXXX-11-02
}

func ExampleResolver() {
	r := date.NewResolver("2024-11-05")
	for _, s := range []string{"2. Oktober", "am nächsten Tag", "Freitag"} {
		at := 0
		if s[0] == 'a' {
			at = 3
		}
		e, _ := date.Scan(s, at)
		fmt.Println(r.Resolve(e, date.Hint{Tense: date.Future}).Value)
	}
	// Output:
	// 2024-10-02
	// 2024-10-03
	// 2024-11-08
}

func ExampleRange() {
	text := "Von 1996 bis 2001 lehrte er in Graz."
	f := date.FindAll(text, "")
	r, ok := date.Range(text, f[0], f[1])
	fmt.Println(text[r.Start:r.End], r.Value, ok)
	// Output: 1996 bis 2001 1996/2001 true
}

func ExampleParsePublished() {
	fmt.Println(date.ParsePublished("Dienstag, 05.11.2024, 14:30 Uhr"))
	fmt.Println(date.ParsePublished("Montag, 05.11.2024")) // was no Monday
	// Output:
	// 2024-11-05 true
	//  false
}

func ExampleYearFor() {
	// "Mittwoch (16. Oktober)" in an article of 2024 or 2025
	fmt.Println(date.YearFor(3, 16, 10, []int{2024, 2025}))
	// Output: 2024 true
}
