package text_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/belegt/extract/extract/text"
)

func doc(v *text.Vocab, s string) *text.Doc {
	d := new(text.Doc)
	process(v, d, "test", s)
	return d
}

// forms joins the tokens of s with "|".
func forms(v *text.Vocab, s string) string {
	d := doc(v, s)
	var f []string
	for _, t := range d.Tokens {
		f = append(f, d.Text[t.Start:t.End])
	}
	return strings.Join(f, "|")
}

func TestTokens(t *testing.T) {
	v := text.NewVocab(nil)
	for _, c := range []struct{ in, want string }{
		// Ordinals keep their full stop, numbers at a sentence's end do not.
		{"am 3. Oktober", "am|3.|Oktober"},
		{"der 2. Weltkrieg", "der|2.|Weltkrieg"},
		{"im 19. und 20. Jahrhundert", "im|19.|und|20.|Jahrhundert"},
		{"der 1., 2. und 3. Platz", "der|1.|,|2.|und|3.|Platz"},
		{"vom 3.-5. Mai", "vom|3.|-|5.|Mai"},
		{"vom 3. bis zum 5. reisen", "vom|3.|bis|zum|5.|reisen"},
		{"ihr insgesamt 60. Treffer", "ihr|insgesamt|60.|Treffer"},
		{"Die 3. Runde läuft", "Die|3.|Runde|läuft"},
		{"1. Einkaufen gehen", "1.|Einkaufen|gehen"},
		{"Das 1000. Tor fiel", "Das|1000.|Tor|fiel"},
		{"Die Zahl stieg auf 3. Experten warnen", "Die|Zahl|stieg|auf|3|.|Experten|warnen"},
		{"auf Platz 3. Die Läuferin", "auf|Platz|3|.|Die|Läuferin"},
		{"im Jahr 2019. Dann", "im|Jahr|2019|.|Dann"},
		{"Es waren 250. Das reicht", "Es|waren|250|.|Das|reicht"},
		{"Es waren 12.", "Es|waren|12|."},
		{"Er kam am 4.Oktober", "Er|kam|am|4.|Oktober"},
		{"am 24.12. um acht", "am|24.12.|um|acht"},
		{"am 24.12.2023 und", "am|24.12.2023|und"},
		{"am 24.12.2023.", "am|24.12.2023|."},
		{"um 16.30 Uhr", "um|16.30|Uhr"},
		{"bis 16.30.", "bis|16.30|."},
		{"um 6:30 Uhr, 2:1", "um|6:30|Uhr|,|2:1"},
		// Numbers.
		{"10.000 oder 3,5 oder 1.234.567,89", "10.000|oder|3,5|oder|1.234.567,89"},
		{"1 234 567", "1|234|567"},
		{"1'234 Franken, 1’234", "1'234|Franken|,|1’234"},
		{"240%", "240|%"},
		{"240 %", "240|%"},
		{"100%ig, 50%-Anteil", "100%ig|,|50%-Anteil"},
		{"$50 und 50€ und €3,50", "$|50|und|50|€|und|€|3,50"},
		{"20°C", "20|°|C"},
		{"§218", "§|218"},
		{"-3 Grad, −5", "-3|Grad|,|−5"},
		{"10–20 und 10-20", "10|–|20|und|10-20"},
		{"CHF 20.– und 14.-- und 50,-", "CHF|20.–|und|14.--|und|50,-"},
		{"3½ und ½", "3½|und|½"},
		{"2.500er", "2.500er"},
		{"Die 1.-Liga-Spielerin", "Die|1.-Liga-Spielerin"},
		// Abbreviations.
		{"z.B. Holz", "z.B.|Holz"},
		{"z. B. Holz", "z.|B.|Holz"},
		{"d.h., u.a. und i.d.R.", "d.h.|,|u.a.|und|i.d.R."},
		{"z.B Holz", "z.B|Holz"},
		{"Dr. Meier, Prof. Schulz", "Dr.|Meier|,|Prof.|Schulz"},
		{"Dipl.-Ing. Meier", "Dipl.-Ing.|Meier"},
		{"ca. 20, bzw. 30 usw.", "ca.|20|,|bzw.|30|usw."},
		{"5 Mio. Euro, 3 Mrd.", "5|Mio.|Euro|,|3|Mrd."},
		{"Friedrichstr. 5", "Friedrichstr.|5"},
		{"Art. 5 und Abs. 2", "Art.|5|und|Abs.|2"},
		{"Das ist eine neue Art. Sie lebt", "Das|ist|eine|neue|Art|.|Sie|lebt"},
		{"Dr.Meier", "Dr.|Meier"},
		{"Nr.5", "Nr.|5"},
		{"So., 12. Mai", "So.|,|12.|Mai"},
		{"Er sagte so. Dann", "Er|sagte|so|.|Dann"},
		{"U.S.A.", "U.S.A."},
		{"J. Meier und A. B. Schulz", "J.|Meier|und|A.|B.|Schulz"},
		{"H.-C. Meier", "H.-C.|Meier"},
		{"Das ist Plan B. Die Stadt", "Das|ist|Plan|B|.|Die|Stadt"},
		{"Vitamin C. Es hilft", "Vitamin|C|.|Es|hilft"},
		{"Ludwig XIV. regierte", "Ludwig|XIV.|regierte"},
		{"Karl V. regierte", "Karl|V.|regierte"},
		{"König Karl IV. Er war", "König|Karl|IV.|Er|war"},
		// Compounds, gender marks, slashes.
		{"60-mm-Mörser", "60-mm-Mörser"},
		{"37-Jähriger", "37-Jähriger"},
		{"US-Präsident", "US-Präsident"},
		{"Land- und Forstwirtschaft", "Land-|und|Forstwirtschaft"},
		{"Spa-/Wellness-Bereich", "Spa-/Wellness-Bereich"},
		{"Expert:innen, Expert*innen, Expert_innen, ExpertInnen", "Expert:innen|,|Expert*innen|,|Expert_innen|,|ExpertInnen"},
		{"Schüler/-innen und Schüler/innen", "Schüler/-innen|und|Schüler/innen"},
		{"Schüler(innen) (innen)", "Schüler(innen)|(|innen|)"},
		{"jede:r", "jede:r"},
		{"Wien:Der", "Wien|:|Der"},
		{"und/oder", "und|/|oder"},
		{"120 km/h", "120|km/h"},
		{"Kiew/Moskau", "Kiew|/|Moskau"},
		{"H&M und Ernst & Jung", "H&M|und|Ernst|&|Jung"},
		{"C++ und Disney+", "C++|und|Disney+"},
		{"#wetter von @wetterdienst", "#wetter|von|@wetterdienst"},
		// Addresses.
		{"www.beispiel.de, beispiel.de.", "www.beispiel.de|,|beispiel.de|."},
		{"https://beispiel.de/a?b=c&d=1.", "https://beispiel.de/a?b=c&d=1|."},
		{"(siehe post@beispiel.de)", "(|siehe|post@beispiel.de|)"},
		{"Das Ende.Der Anfang", "Das|Ende|.|Der|Anfang"},
		{"das sagte er.Dann", "das|sagte|er|.|Dann"},
		// Marks.
		{"„Nein“, sagte", "„|Nein|“|,|sagte"},
		{"“Nein”, ‘ja’", "“|Nein|”|,|‘|ja|’"},
		{"»Nein«, ›ja‹, «so», ‹da›", "»|Nein|«|,|›|ja|‹|,|«|so|»|,|‹|da|›"},
		{"\"Nein\" 'ja'", "\"|Nein|\"|'|ja|'"},
		{"„Dass ‚er‘ kommt.“", "„|Dass|‚|er|‘|kommt|.|“"},
		{",,Nein'' und ``ja''", ",,|Nein|''|und|``|ja|''"},
		{"(er) [sie] {es}", "(|er|)|[|sie|]|{|es|}"},
		{"ja – nein—doch", "ja|–|nein|—|doch"},
		{"und dann... nichts…", "und|dann|...|nichts|…"},
		{"Was?! Halt!!", "Was|?|!|Halt|!|!"},
		{"Wort,Wort;Wort", "Wort|,|Wort|;|Wort"},
		{"Anti-\"Terror\"-Gesetz", "Anti-|\"|Terror|\"|-|Gesetz"},
		{"Na gut :-)", "Na|gut|:-)"},
		// Apostrophes.
		{"geht's, gibt’s", "geht|'s|,|gibt|’s"},
		{"Maria's Bar, McDonald's", "Maria's|Bar|,|McDonald's"},
		{"Hans' Hut", "Hans'|Hut"},
		{"'Hans' sagte", "'|Hans|'|sagte"},
		{"ich hab' das", "ich|hab'|das"},
		{"so 'n Quatsch", "so|'n|Quatsch"},
		{"die '68er, '17-Jährige'", "die|'68er|,|'|17-Jährige|'"},
		{"O'Brien, Grimm'sche", "O'Brien|,|Grimm'sche"},
		{"don't, I'm", "do|n't|,|I|'m"},
		// Spaces of every kind.
		{"10\u00a0000\u202fEuro\u2009und", "10|000|Euro|und"},
		{"eins\u200bzwei", "eins|zwei"},
		{"Dampf\u00adschiff", "Dampf\u00adschiff"},
		{"  \n\t ", ""},
		{"", ""},
	} {
		if got := forms(v, c.in); got != c.want {
			t.Errorf("tokens of %q: got %q; want %q", c.in, got, c.want)
		}
	}
}

func TestTokensHaveTheirPlace(t *testing.T) {
	v := text.NewVocab(nil)
	var d text.Doc
	d.Reset("a", "Meine Lage\nEs regnet (stark).")
	d.Furniture = append(d.Furniture, text.Span{Start: 0, End: 10})
	v.Tokenize(&d)
	text.Split(&d)
	want := []struct {
		form      string
		space     bool
		furniture bool
		sent      int
	}{
		{"Meine", false, true, 0}, {"Lage", true, true, 0}, {"Es", true, false, 1}, {"regnet", true, false, 1},
		{"(", true, false, 1}, {"stark", false, false, 1}, {")", false, false, 1}, {".", false, false, 1},
	}
	if len(d.Tokens) != len(want) {
		t.Fatalf("got %d tokens; want %d", len(d.Tokens), len(want))
	}
	for i, w := range want {
		k := d.Tokens[i]
		if k.Word.Form != w.form || k.Space != w.space || k.Furniture != w.furniture || k.Sent != w.sent {
			t.Errorf("token %d: got %q %v %v %d; want %q %v %v %d", i, k.Word.Form, k.Space, k.Furniture, k.Sent, w.form, w.space, w.furniture, w.sent)
		}
		if k.Zone != -1 || k.Clause != -1 || k.Chunk != -1 || k.Quantity != -1 || k.Date != -1 || k.Particle != -1 {
			t.Errorf("token %d is given a layer: %+v", i, k)
		}
	}
}

func TestShape(t *testing.T) {
	v := text.NewVocab(nil)
	for _, c := range []struct {
		form string
		want text.Shape
	}{
		{"Haus", text.Letters | text.Capital},
		{"über", text.Letters},
		{"NATO", text.Letters | text.Capital | text.AllCaps},
		{"ÖVP", text.Letters | text.Capital | text.AllCaps},
		{"A", text.Letters | text.Capital},
		{"ExpertInnen", text.Letters | text.Capital | text.Mixed},
		{"eBay", text.Letters | text.Mixed},
		{"US-Präsident", text.Letters | text.Capital | text.Hyphen},
		{"Land-", text.Letters | text.Capital},
		{"60-mm-Mörser", text.Letters | text.Digits | text.Hyphen},
		{"10.000", text.Digits},
		{"3.", text.Digits},
		{".", text.Punct | text.SentenceEnd},
		{"...", text.Punct | text.SentenceEnd},
		{"…", text.Punct | text.SentenceEnd},
		{",", text.Punct},
		{"–", text.Punct},
		{"„", text.Punct | text.QuoteOpen},
		{"“", text.Punct | text.QuoteOpen | text.QuoteClose},
		{"\"", text.Punct | text.QuoteOpen | text.QuoteClose},
		{"''", text.Punct | text.QuoteOpen | text.QuoteClose},
		{"%", 0},
		{"€", 0},
		{"°", 0},
	} {
		if got := v.Word(c.form).Shape; got != c.want {
			t.Errorf("shape of %q: got %b; want %b", c.form, got, c.want)
		}
	}
}

func TestVocabAnalyzesEachFormOnce(t *testing.T) {
	seen := map[string]int{}
	v := text.NewVocab(func(w *text.Word) {
		if w.Lower != strings.ToLower(w.Form) {
			t.Errorf("lower of %q: got %q", w.Form, w.Lower)
		}
		seen[w.Form]++
	})
	for range 3 {
		doc(v, article)
	}
	for f, n := range seen {
		if n != 1 {
			t.Errorf("%q analyzed: got %d; want 1", f, n)
		}
	}
	d := doc(v, "Haus, Haus; Haus.")
	if d.Tokens[0].Word != d.Tokens[2].Word || d.Tokens[0].Word != v.Word("Haus") {
		t.Error("tokens of one form do not share their Word")
	}
}

func TestVocabIsBounded(t *testing.T) {
	v, d := text.NewVocab(nil), new(text.Doc)
	var b strings.Builder
	for i := range 150_000 {
		fmt.Fprintf(&b, "w%d ", i)
		if b.Len() > 1<<16 {
			process(v, d, "", b.String())
			b.Reset()
		}
	}
	if words, chunks := v.Size(); words > 1<<17 || chunks > 1<<18 {
		t.Errorf("remembered: got %d words and %d chunks; want fewer", words, chunks)
	}
	if got, want := forms(v, "w1 w299999."), "w1|w299999|."; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

// No text, however strange, takes more than linear time.
func TestLongChunks(t *testing.T) {
	v := text.NewVocab(nil)
	for _, s := range []string{strings.Repeat(". ", 1<<16), strings.Repeat("!", 1<<16) + "a", strings.Repeat(".“", 1<<16) + " a", strings.Repeat("(. ", 1<<16), strings.Repeat("„a \n", 1<<14), strings.Repeat(")", 1<<16), strings.Repeat("'", 1<<16), strings.Repeat("a.", 1<<16), strings.Repeat("a'b", 1<<16), strings.Repeat("' ", 1<<16), strings.Repeat("\" a", 1<<16), strings.Repeat("„ ", 1<<16)} {
		start := time.Now()
		if d := doc(v, s); len(d.Tokens) == 0 {
			t.Errorf("%.10q…: no tokens", s)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%.10q… of %d bytes took %v", s, len(s), took)
		}
	}
}

func TestParts(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"US-Präsident", "US|-|Präsident"},
		{"pro-Kopf-Einkommen", "pro|-|Kopf|-|Einkommen"},
		{"10-wöchige", "10|-|wöchige"},
		{"2015-2016", "2015-2016"},
		{"Land-", "Land|-"},
		{"-3", "-3"},
		{"Spa-/Wellness-Bereich", "Spa-/Wellness-Bereich"},
		{"Haus", "Haus"},
		{"-", "-"},
	} {
		var got []string
		for _, s := range text.Parts(nil, c.in, text.Span{Start: 0, End: len(c.in)}) {
			got = append(got, c.in[s.Start:s.End])
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("parts of %q: got %q; want %q", c.in, g, c.want)
		}
	}
}

func ExampleVocab_Tokenize() {
	v := text.NewVocab(nil)
	var d text.Doc
	d.Reset("meldung.txt", "Am 3. Mai kamen ca. 10.000 Menschen. „Das freut uns“, hieß es.")
	v.Tokenize(&d)
	text.Split(&d)
	text.Zones(&d)
	for _, s := range d.Sentences {
		fmt.Println(d.Text[s.Start:s.End])
	}
	fmt.Println(d.Tokens[1].Word.Form, d.Tokens[5].Word.Form)
	fmt.Println(d.Text[d.Zones[0].Inner.Start:d.Zones[0].Inner.End])
	// Output:
	// Am 3. Mai kamen ca. 10.000 Menschen.
	// „Das freut uns“, hieß es.
	// 3. 10.000
	// Das freut uns
}
