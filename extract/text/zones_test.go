package text_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

func TestZones(t *testing.T) {
	v := text.NewVocab(nil)
	// want: the zones' inner texts; "!" behind one that is not closed, "n:" in
	// front of one inside zone n.
	for _, c := range []struct{ in, want string }{
		{"„Das ist gut“, sagte sie.", "Das ist gut"},
		{"“Das ist gut”, sagte sie.", "Das ist gut"},
		{"”Das ist gut”, sagte sie.", "Das ist gut"},
		{"»Das ist gut«, sagte sie.", "Das ist gut"},
		{"«Das ist gut», sagte sie.", "Das ist gut"},
		{"« Das ist gut », sagte sie.", "Das ist gut"},
		{"›Das ist gut‹, sagte sie.", "Das ist gut"},
		{"‹Das ist gut›, sagte sie.", "Das ist gut"},
		{"\"Das ist gut\", sagte sie.", "Das ist gut"},
		{"'Das ist gut', sagte sie.", "Das ist gut"},
		{"‚Das ist gut‘, sagte sie.", "Das ist gut"},
		{"‘Das ist gut’, sagte sie.", "Das ist gut"},
		{",,Das ist gut'', sagte sie.", "Das ist gut"},
		{"``Das ist gut'', sagte sie.", "Das ist gut"},
		{"„Das ist gut\", sagte sie.", "Das ist gut"},
		{"„Das ist gut”, sagte sie.", "Das ist gut"},
		{"»Das ist gut», sagte sie.", "Das ist gut"},
		// Several, nested, side by side.
		{"„Ja“, sagte er. „Nein“, sagte sie.", "Ja|Nein"},
		{"\"Ja\", sagte er. \"Nein\", sagte sie.", "Ja|Nein"},
		{"„Er rief ‚Halt‘ und lief“, sagte sie.", "Er rief ‚Halt‘ und lief|0:Halt"},
		{"„Er rief »Halt« und lief“, sagte sie.", "Er rief »Halt« und lief|0:Halt"},
		{"„Er rief \"Halt\" und lief“, sagte sie.", "Er rief \"Halt\" und lief|0:Halt"},
		{"»Er rief ›Halt‹ und lief«, sagte sie.", "Er rief ›Halt‹ und lief|0:Halt"},
		{"\"Er rief 'Halt' und lief\", sagte sie.", "Er rief 'Halt' und lief|0:Halt"},
		{"„Er rief „Halt“ und lief“, sagte sie.", "Er rief „Halt“ und lief|0:Halt"},
		{"„‚Halt‘, rief er“, sagte sie.", "‚Halt‘, rief er|0:Halt"},
		{"„Er rief ‚Halt‘.“", "Er rief ‚Halt‘.|0:Halt"},
		{"(„Ja“) – „nein“/„doch“", "Ja|nein|doch"},
		{"Das „Anti-“Gesetz", "Anti-"},
		{"Das Anti-„Terror“-Gesetz", "Terror"},
		// Over sentences.
		{"„Das ist gut. Das bleibt so.“ Er ging.", "Das ist gut. Das bleibt so."},
		// Unclosed.
		{"„Das ist gut, sagte sie.\n\nEr ging.", "Das ist gut, sagte sie.!"},
		{"„Das ist gut.\n\n„Das bleibt so“, sagte sie.", "Das ist gut.\n\n„Das bleibt so"},
		{"„Das ist gut.\n\nDas ist „sehr“ gut.\nDas bleibt so“, sagte sie.", "Das ist gut.\n\nDas ist „sehr“ gut.\nDas bleibt so|0:sehr"},
		{"„Das ist gut.\n\nEr sagte: „Das bleibt so“. Dann ging er.", "Das ist gut.!|Das bleibt so"},
		{"\"Das ist gut.\n\nEr sagte: \"Das bleibt so\".", "Das ist gut.!|Das bleibt so"},
		{"''Das ist gut'', sagte sie.", "Das ist gut"},
		{"»Eins.\n\n»Zwei.\n\n»Drei«, sagte sie.", "Eins.\n\n»Zwei.\n\n»Drei"},
		{"„Ja, sagte er. „Nein“, sagte sie.", "Ja, sagte er.!|Nein"},
		{"\"Ja, sagte er. Und \"nein\" sagte sie.", "Ja, sagte er. Und!|nein"},
		{"„Er rief ‚Halt und lief“, sagte sie.", "Er rief ‚Halt und lief|0:Halt und lief!"},
		// No quotations.
		{"Das ist gut“, sagte sie.", ""},
		{"Hans' Hut und Max' Schuh", ""},
		{"Wie geht's, wie steht's?", ""},
		{"Die '68er und so 'n Kram, hab' ich", ""},
		{"Das sind 27\" Zoll", ""},
		{"Er sagte 'Das geht nicht. Dann ging er.", ""},
		{"12' und 5''", ""},
		{"Keine Marken.", ""},
		{"„", ""},
		{"“", ""},
	} {
		d := doc(v, c.in)
		var got []string
		for _, z := range d.Zones {
			s := d.Text[z.Inner.Start:z.Inner.End]
			if z.Outer >= 0 {
				s = fmt.Sprintf("%d:%s", z.Outer, s)
			}
			if !z.Closed {
				s += "!"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("zones of %q: got %q; want %q", c.in, g, c.want)
		}
		if err := laws(d); err != nil {
			t.Errorf("%q: %v", c.in, err)
		}
	}
}

func TestTokensKnowTheirZone(t *testing.T) {
	d := doc(text.NewVocab(nil), "Er: „Sie rief ‚Halt‘ aus“ (Text)")
	var got []string
	for _, k := range d.Tokens {
		got = append(got, fmt.Sprintf("%s%d", k.Word.Form, k.Zone))
	}
	if g, want := strings.Join(got, " "), "Er-1 :-1 „-1 Sie0 rief0 ‚0 Halt1 ‘0 aus0 “-1 (-1 Text-1 )-1"; g != want {
		t.Errorf("got %q; want %q", g, want)
	}
}
