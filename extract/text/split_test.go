package text_test

import (
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

func TestSentences(t *testing.T) {
	v := text.NewVocab(nil)
	// in: "|" marks the sentence borders wanted and stands for the space there.
	for _, in := range []string{
		"Es regnet.|Es schneit.",
		"Regnet es?|Ja!|Gut.",
		"Er kam am 3. Oktober an.|Dann ging er.",
		"Der 2. Weltkrieg endete 1945.|Danach begann etwas Neues.",
		"Sie wurde 3. und er 4. im Lauf.|Alle freuten sich.",
		"Die Zahl stieg auf 3.|Das ist viel.",
		"Die Zahl stieg auf 250.|Experten warnen.",
		"Das war 2019.|Experten warnen.",
		"Ab dem 1. Januar gilt das.|Bis zum 31. Dezember auch.",
		"Es begann am 24.12.2023.|Der Rest ist bekannt.",
		"Das kostet 3,50 Euro, also 10.000 mehr.|Gut.",
		"Es begann um 16.30 Uhr.|Es endete um 18.|Alle gingen.",
		"Wir brauchen z. B. Holz und z.B. Stahl.|Das fehlt.",
		"Dr. Meier und Prof. Dr. Schulz kamen.|Sie blieben.",
		"Der Bau kostet 5 Mio. Euro.|Er dauert lange.",
		"Der Bau kostet 5 Mio.|Die Stadt zahlt.",
		"Äpfel, Birnen usw.|Alle kauften ein.",
		"Äpfel, Birnen usw. sind teuer.",
		"Rom, 44 v. Chr. war alles anders.",
		"Er starb 44 v. Chr.|Sein Sohn lebte.",
		"Laut Art. 5 Abs. 2 gilt das.|Das ist klar.",
		"Das ist seine Art.|So ist er.",
		"J. R. Meier kam.|George W. Schulz ging.",
		"Angeklagt ist Thomas K.|Der Mann schweigt.",
		"Er hat Plan B.|Den braucht er.",
		"Ludwig XIV. regierte lange.|Er war König.",
		"Es regierte Ludwig XIV.|Er war König.",
		"Papst Paul II. und Karl V. trafen sich.",
		"Die Meier GmbH & Co. KG zahlt.|Sie hat Geld.",
		"In der Bahnhofstr. 5 brannte es.|Verletzt wurde niemand.",
		// Quotations.
		"„Es regnet.“|Dann ging er.",
		"„Es regnet“, sagte er.|Dann ging er.",
		"„Halt!“, rief er.|Dann ging er.",
		"„Halt!“ rief er.|Dann ging er.",
		"„Warum?“ – das fragte er.",
		"Er sagte: „Es regnet.|Es schneit.“|Dann ging er.",
		"»Es regnet.«|Dann ging er.",
		"\"Es regnet.\"|\"Nein.\"|Dann ging er.",
		"Er sagte „nein“.|„Doch“, sagte sie.",
		"“Es regnet.”|“Nein.”",
		"(Es regnet.)|Dann ging er.",
		"Es regnet (stark).|Dann ging er.",
		"Er kam (!) und ging.|Sie blieb (?).",
		"Es regnet.|(dpa)",
		"„Lasst mich raus!“.|Dann ging er.",
		// Dots, dashes, colons.
		"Und dann...|Das war alles.",
		"Und dann … kam nichts.",
		"Wien: Es regnet; es schneit.|Gut so.",
		"Wien – Es regnet.|Gut so.",
		"Was?!|Nein!!",
		"Es regnet.|– Es schneit.",
		"Mehr unter www.beispiel.de.|Dort steht alles.",
		"Mehr unter www.beispiel.de/a.html und mehr.",
		"(red, 2. 9. 2015)",
		"(apa, 2.9.2015) und mehr",
		"Die Tore fielen spät (65., 78.) und ungern.",
		"Es siegte der 1. FC Meierdorf.|Er hat Glück.",
		"SOMMERFEST VOM 21. BIS 27. AUGUST",
		"Lauf: 1. Meier 9,81, 2. Schulz 9,92 3. Huber (Tirol) 10,01.|Alle waren müde.",
		// Words glued by a missing space.
		"Das Ende.|Der Anfang.",
		// Small letters go on.
		"Die ev. kath. Schule.|Dort lernt sie.",
		"",
	} {
		d := doc(v, strings.ReplaceAll(in, "|", " "))
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Text[s.Start:s.End])
		}
		if g := strings.Join(got, "|"); g != in {
			t.Errorf("sentences: got %q; want %q", g, in)
		}
	}
	if d := doc(v, "Das Ende.Der Anfang."); len(d.Sentences) != 2 {
		t.Errorf("missing space: got %d sentences; want 2", len(d.Sentences))
	}
}

const wrappedText = `Am Montag hat es nach Angaben des Amtes den
ganzen Tag in der Stadt und auf dem Land so
stark geregnet, dass mehrere Bäche über die
Ufer traten. Betroffen waren vor allem die
Gemeinden im Süden des Bezirks, dort stand
Wasser in Kellern.

Am Dienstag nicht.`

func TestParagraphs(t *testing.T) {
	v := text.NewVocab(nil)
	for _, c := range []struct{ in, want string }{
		{"Eins.\nZwei.", "Eins.|Zwei."},
		{"Eins.\r\n\r\nZwei.", "Eins.|Zwei."},
		{"Eins.\u2028Zwei.", "Eins.|Zwei."},
		{"Titel ohne Punkt\nEs regnet. Es schneit.", "Titel ohne Punkt|Es regnet. Es schneit."},
		{"Das hier ist ein langer Satz, der in der\nnächsten Zeile weitergeht.\nNeu.", "Das hier ist ein langer Satz, der in der\nnächsten Zeile weitergeht.|Neu."},
		{"Äpfel\nbirnen\nnüsse", "Äpfel|birnen|nüsse"},
		{"Viel Regen in allen Tälern zwischen Inn und Enns\nvon Eva Meier", "Viel Regen in allen Tälern zwischen Inn und Enns|von Eva Meier"},
		{"Das steht bevor in den kommenden sieben Tagen:\nerstens Regen", "Das steht bevor in den kommenden sieben Tagen:|erstens Regen"},
		{wrappedText, wrappedText[:len(wrappedText)-len("\n\nAm Dienstag nicht.")] + "|Am Dienstag nicht."},
	} {
		d := doc(v, c.in)
		var got []string
		for _, p := range d.Paragraphs {
			got = append(got, d.Text[p.Start:p.End])
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("paragraphs: got %q; want %q", g, c.want)
		}
	}
}

func TestHeadings(t *testing.T) {
	v := text.NewVocab(nil)
	for _, c := range []struct {
		in   string
		want bool // of the first sentence
	}{
		{"Regen in der Stadt\n\nEs regnet.", true},
		{"Regen in der „Stadt“\n\nEs regnet.", true},
		{"Es regnet.\n\nEs regnet.", false},
		{"Regnet es?\n\nEs regnet.", false},
		{"Das sagen Fachleute:\n\nEs regnet.", false},
		{"* * *\n\nEs regnet.", false},
		{"Es regnet. Und mehr", false},
		{strings.Repeat("Regen und ", 30) + "Schnee\n\nEs regnet.", false},
	} {
		if got := doc(v, c.in).Sentences[0].Heading; got != c.want {
			t.Errorf("heading %q: got %v; want %v", c.in, got, c.want)
		}
	}
	var d text.Doc
	d.Reset("", "Regnet es?\n\nJa.")
	d.Title = text.Span{Start: 0, End: 10}
	v.Tokenize(&d)
	text.Split(&d)
	if !d.Sentences[0].Heading || d.Sentences[1].Heading {
		t.Error("the title found by source is no heading")
	}
}

func TestResetKeepsNothing(t *testing.T) {
	v := text.NewVocab(nil)
	d := doc(v, "„Es regnet.“ Es schneit.")
	process(v, d, "b", "Neu.")
	if len(d.Tokens) != 2 || len(d.Sentences) != 1 || len(d.Paragraphs) != 1 || len(d.Zones) != 0 || d.Name != "b" {
		t.Errorf("got %d tokens, %d sentences, %d paragraphs, %d zones; want 2, 1, 1, 0", len(d.Tokens), len(d.Sentences), len(d.Paragraphs), len(d.Zones))
	}
}
