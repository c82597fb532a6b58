package source

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
)

const body = "Bei einem Brand in einer Lagerhalle sind am Dienstag 14 Menschen verletzt worden."

func TestReadDecodes(t *testing.T) {
	utf16le := func(s string) []byte {
		b := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return b
	}
	utf16be := func(s string) []byte {
		b := []byte{0xfe, 0xff}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u>>8), byte(u))
		}
		return b
	}
	for _, c := range []struct {
		name      string
		raw       []byte
		raws, txt string
	}{
		{"empty", nil, "", ""},
		{"utf-8", []byte("Käse für 3 €"), "Käse für 3 €", "Käse für 3 €"},
		{"byte order mark", []byte("\ufeffKäse"), "Käse", "Käse"},
		{"byte order mark only", []byte("\ufeff"), "", ""},
		{"crlf", []byte("a\r\nb\r\n"), "a\r\nb\r\n", "a\r\nb\r\n"},
		{"decomposed", []byte("Ka\u0308se"), "Ka\u0308se", "Käse"},
		{"utf-16le", utf16le("Käse 𝄞 „3“"), "Käse 𝄞 „3“", "Käse 𝄞 „3“"},
		{"utf-16be", utf16be("Käse 𝄞 „3“"), "Käse 𝄞 „3“", "Käse 𝄞 „3“"},
		{"utf-16 with a replacement character of its own", utf16le("K\ufffdse"), "K\ufffdse", "K\ufffdse"},
	} {
		a, err := Read("x.txt", c.raw, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if a.Raw != c.raws || a.Text != c.txt {
			t.Errorf("%s: got raw %q, text %q; want %q, %q", c.name, a.Raw, a.Text, c.raws, c.txt)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"latin-1", "Der Preis f\xfcr 3 Eier", "x.txt: not valid UTF-8 at byte 11: convert it with iconv -f WINDOWS-1252 -t UTF-8"},
		{"behind a byte order mark", "\ufeffK\xe4se", "not valid UTF-8 at byte 4:"},
		{"cut off", "Käse f\xc3", "not valid UTF-8 at byte 7: the file ends within a character"},
		{"nul", "abc\x00def", "not text: NUL byte at byte 3"},
		{"utf-16 without mark", "H\x00a\x00l\x00l\x00o\x00", "UTF-16LE without a byte order mark: convert it with iconv -f UTF-16LE -t UTF-8"},
		{"utf-16be without mark", "\x00H\x00a\x00l\x00l\x00o", "UTF-16BE without"},
		{"half a pair", "\xff\xfea\x00\x3d\xd8b\x00", "damaged UTF-16"},
		{"odd length", "\xff\xfea\x00b", "damaged UTF-16"},
		{"nul in utf-16", "\xff\xfea\x00\x00\x00", "not text: NUL character"},
		{"pdf", "%PDF-1.7\n", "a PDF file: convert it with pdftotext"},
		{"docx", "PK\x03\x04....", "save the article as plain text"},
		{"gzip", "\x1f\x8b\x08\x00", "gunzip"},
	} {
		_, err := Read("x.txt", []byte(c.raw), Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v; want %q", c.name, err, c.want)
		}
	}
	for _, date := range []string{"2024-13", "2024-02-30", "5.11.", "2024-1", "24", "2024-", "gestern", "Montag"} {
		if _, err := Read("x.txt", nil, Options{Date: date}); err == nil || !strings.Contains(err.Error(), "want a date such as") {
			t.Errorf("date %q: got %v; want an error that says what is wanted", date, err)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"first line", "Brand in Lagerhalle\n\n" + body, "Brand in Lagerhalle"},
		{"first line without gap", "Brand in Lagerhalle\n" + body, "Brand in Lagerhalle"},
		{"crlf", "Brand in Lagerhalle\r\n\r\n" + body + "\r\n", "Brand in Lagerhalle"},
		{"question", "Wer zahlt für den Brand?\n" + body, "Wer zahlt für den Brand?"},
		{"below furniture", "zum Hauptinhalt\n© dpa/Petra Hansen\nUpdate\nBrand in Lagerhalle\n" + body, "Brand in Lagerhalle"},
		{"mark before it", "Update: Brand in Lagerhalle\n" + body, "Brand in Lagerhalle"},
		{"caption before it", "Feuerwehrleute löschen die Halle. (Archivbild)\nBrand in Lagerhalle\n" + body, "Brand in Lagerhalle"},
		{"kicker", "Großeinsatz\nVierzehn Verletzte bei Brand in Lagerhalle\n\n" + body, "Vierzehn Verletzte bei Brand in Lagerhalle"},
		{"one line", body, ""},
		{"two paragraphs", body + "\n\n" + body, ""},
		{"title only", "Brand in Lagerhalle\n", ""},
		{"empty", "", ""},
	} {
		a, err := Read("x.txt", []byte(c.raw), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Text[a.Title.Start:a.Title.End]; got != c.want {
			t.Errorf("%s: got %q; want %q", c.name, got, c.want)
		}
	}
}

func TestFurniture(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      []string
	}{
		{"page", "zum Hauptinhalt\nBrand in Lagerhalle\n\nVon Petra Hansen\n\nStand: 5.11.2024, 14:30 Uhr\n\nKöln – " + body + "\n\nMeine news\n" + body + " (dpa)\n\nZur Startseite\nisPaid:\nfalse\n",
			[]string{"zum Hauptinhalt", "Von Petra Hansen", "Stand: 5.11.2024, 14:30 Uhr", "Köln –", "Meine news", "(dpa)", "Zur Startseite", "isPaid:", "false"}},
		{"one line", "Halle brannte. Schaden hoch. Köln/Bonn – " + body + " (dpa, 5.11.2024)", []string{"Köln/Bonn –", "(dpa, 5.11.2024)"}},
		{"table glued on", body + " " + body + " (APA/red – 5.11. 2024) Kreisliga, 3. Runde: Altdorf – Neudorf 2:1 (1:0)", []string{"(APA/red – 5.11. 2024)"}},
		{"two reports on one line", body + " (dpa, 5.11.2024) " + body + " (Petra Hansen, 6.11.2024) Mehr Bilder", []string{"(dpa, 5.11.2024)", "(Petra Hansen, 6.11.2024)"}},
		{"bracket that is no mark", body + " (Wien, 12.3.1848) " + body + " (geboren am 12.3.1960) " + body, nil},
		{"caption of a sentence", "Zwölf Wagen standen vor der Halle. (Archivbild)\nTitel der Meldung\n" + body, []string{"(Archivbild)"}},
		{"caption without one", "Feuerwehr vor der Halle (Symbolbild)\nTitel der Meldung\n" + body, []string{"Feuerwehr vor der Halle (Symbolbild)"}},
		{"byline behind a caption", "Zwölf Wagen der Feuerwehr standen vor der Lagerhalle in der Innenstadt. (Archivbild)\nTitel der Meldung\nVon Petra Hansen\n" + body, []string{"(Archivbild)", "Von Petra Hansen"}},
		{"caption with a number", "14 Verletzte vor der Halle (Archivbild)\nTitel der Meldung\n" + body, []string{"(Archivbild)"}},
		{"links", "Titel der Meldung\n" + body + "\nMehr zum Thema\nDrei Brände in zwei Tagen\nWas die Feuerwehr rät\n", []string{"Mehr zum Thema", "Drei Brände in zwei Tagen", "Was die Feuerwehr rät"}},
		{"links amid the text", "Titel der Meldung\n" + body + "\nMehr zum Thema\n14 Verletzte in Köln\n" + body + "\n", []string{"Mehr zum Thema"}},
		{"chronicle", body + "\n\nFreitag, 8. März 2024\n" + body + "\n\nSamstag, 9. März 2024\n" + body, nil},
		{"crlf", "Teilen\r\n" + body + "\r\nKommentare (12)\r\n", []string{"Teilen", "Kommentare (12)"}},
		{"non-breaking blanks", "Lesezeit:\u00a03\u00a0Min.\n" + body, []string{"Lesezeit:\u00a03\u00a0Min."}},
	} {
		a, err := Read("x.txt", []byte(c.raw), Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range a.Furniture {
			got = append(got, a.Text[f.Start:f.End])
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: got %q; want %q", c.name, got, c.want)
		}
	}
}

func TestPublished(t *testing.T) {
	for _, c := range []struct {
		name, file, raw, flag string
		value, from, anchor   string
	}{
		{"none", "x.txt", body, "", "", "none", ""},
		{"flag", "2024-11-05_x.txt", "Stand: 1.2.2023\n" + body, "2020-01-02", "2020-01-02", "flag", "2020-01-02"},
		{"flag in German", "x.txt", body, "5. November 2024", "2024-11-05", "flag", "2024-11-05"},
		{"flag with a month", "x.txt", body, "2020-01", "2020-01", "flag", ""},
		{"name", "a/b/2024-11-05_x.txt", "Stand: 1.2.2023\n" + body, "", "2024-11-05", "name", "2024-11-05"},
		{"name closed up", "20241105-x.txt", body, "", "2024-11-05", "name", "2024-11-05"},
		{"name with a number", "2005-06-18_6028.txt", body, "", "2005-06-18", "name", "2005-06-18"},
		{"name with the date behind", "brand-2024-11-05.txt", body, "", "2024-11-05", "name", "2024-11-05"},
		{"name with a month", "2024-11_x.txt", body, "", "2024-11", "name", ""},
		{"name without a date", "2024_x.txt", body, "", "", "none", ""},
		{"name with a long number", "120241105.txt", body, "", "", "none", ""},
		{"name with no day of the calendar", "20241305-x.txt", body, "", "", "none", ""},
		{"folder is no name", "2024-11-05/x.txt", body, "", "", "none", ""},
		{"head month", "x.txt", " date 2024-11 " + body + "\n\n" + body, "", "2024-11", "head", ""},
		{"head month and weekday", "x.txt", " date 2024-11 " + body + "\nDas war am Montag (4. November) so.", "", "2024-11", "head", "2024-11-04"},
		{"head month and a weekday of another", "x.txt", " date 2024-11 " + body + "\nDas war am Donnerstag (31. Oktober) so.", "", "2024-11", "head", ""},
		{"stand", "x.txt", "Titel der Meldung\nStand: 05.11.2024, 14:30 Uhr\n" + body, "", "2024-11-05", "head", "2024-11-05"},
		{"line", "x.txt", "Titel der Meldung\n12. November 2024, 10:15\n" + body, "", "2024-11-12", "head", "2024-11-12"},
		{"line behind a dek", "x.txt", "Titel der Meldung\n" + body + "\n12. November 2024, 10:15 Uhr\n" + body + "\n" + body, "", "2024-11-12", "head", "2024-11-12"},
		{"byline", "x.txt", "Titel der Meldung\nVon Petra Hansen, 12. November 2024\n" + body, "", "2024-11-12", "head", "2024-11-12"},
		{"dateline", "x.txt", "Titel der Meldung\nMainz (Deutschland), 25.11.2005 – " + body, "", "2005-11-25", "head", "2005-11-25"},
		{"day before month", "x.txt", "März 2024\nVeröffentlicht am 12. März 2024 um 10:15 Uhr\nTitel der Meldung\n" + body, "", "2024-03-12", "head", "2024-03-12"},
		{"foot", "x.txt", "Titel der Meldung\n" + body + " (APA, 4.6.2015)", "", "2015-06-04", "head", "2015-06-04"},
		{"mark before a table", "x.txt", body + " (APA, 4.6.2015) Endstand: 1. Petra Hansen 3:04 Minuten", "", "2015-06-04", "head", "2015-06-04"},
		{"mark of a person before a link", "x.txt", body + " (Petra Hansen, 4.6.2015) Das Spiel ist für Kinder ab 12 Jahren.", "", "2015-06-04", "head", "2015-06-04"},
		{"mark of a sign behind a remark", "x.txt", body + " Und warum? (lacht) (ptz, 4.6.2015)", "", "2015-06-04", "head", "2015-06-04"},
		{"mark behind no sentence", "x.txt", body + " Redaktion: Petra Hansen (red, 4.6.2015)", "", "2015-06-04", "head", "2015-06-04"},
		{"sign behind no sentence", "x.txt", body + " Das weiß jeder (stu., 4.6.2015)", "", "2015-06-04", "head", "2015-06-04"},
		{"several marks", "x.txt", body + " (APA, 3.6.2015) " + body + " (APA, 4.6.2015) Endstand: 2:1", "", "2015-06-04", "head", "2015-06-04"},
		{"several marks, one at the end", "x.txt", body + " (APA, 3.6.2015) " + body + " (APA, 4.6.2015)", "", "2015-06-04", "head", "2015-06-04"},
		{"mark of a time told of", "x.txt", body + " (Petra Hansen, 4.6.2015) Im Jahr 2017 brannte es wieder.", "", "", "none", ""},
		{"mark amid a sentence", "x.txt", body + " Der Bericht (APA, 4.6.2015) nennt 14 Fälle.", "", "", "none", ""},
		{"mark before small letters", "x.txt", body + " (APA, 4.6.2015) wie schon gesagt.", "", "", "none", ""},
		{"place and date", "x.txt", body + " (Wien, 12.3.1848) " + body, "", "", "none", ""},
		{"date of birth", "x.txt", body + " (geboren am 12.3.1960) " + body, "", "", "none", ""},
		{"date of birth behind a name", "x.txt", body + " Ihre Mutter war Petra Hansen (geb., 12.3.1960)", "", "", "none", ""},
		{"show and date", "x.txt", body + " Zu sehen ist die Schau in Köln (Neues Stadtmuseum, 12.3.2016)", "", "", "none", ""},
		{"chronicle", "x.txt", body + "\n\n8. März 2024\n" + body + "\n\n9. März 2024\n" + body, "", "", "none", ""},
		{"sentence", "x.txt", "Am 12. November 2024 brannte es.\n" + body, "", "", "none", ""},
		{"weekday", "x.txt", "Das war am Mittwoch (16. Oktober) so, seit Februar 2022 gilt es.", "", "2024-10-16", "weekday", "2024-10-16"},
		{"weekday with den", "x.txt", "Das war am Freitag, den 3. Juli, wie im Juni 2009.", "", "2009-07-03", "weekday", "2009-07-03"},
		{"weekday in digits", "x.txt", "Das war am Montag (27.7.), im Herbst 2015 geht es weiter.", "", "2015-07-27", "weekday", "2015-07-27"},
		{"weekday, no year", "x.txt", "Das war am Mittwoch (16. Oktober).", "", "", "none", ""},
		{"weekday, year far away", "x.txt", "Das war am Mittwoch (16. Oktober) so, seit dem Jahr 2014 gilt es.", "", "", "none", ""},
		{"weekday, count looks like a year", "x.txt", "Das war am Mittwoch (16. Oktober) so, 2022 Menschen kamen.", "", "", "none", ""},
		{"weekday, year to come", "x.txt", "Das war am Mittwoch (16. Oktober) so, bis 2024 wird gebaut.", "", "", "none", ""},
		{"weekdays that contradict", "x.txt", "Am Mittwoch (16. Oktober) und am Freitag (16. Oktober) 2024, seit Februar 2024.", "", "", "none", ""},
		{"weekday and year", "x.txt", "Das war am Mittwoch, 16. Oktober 2024.", "", "2024-10-16", "weekday", "2024-10-16"},
		{"weekday and year long past", "x.txt", "Das war am Mittwoch, dem 5. Dezember 1945, nicht im Jahr 2006.", "", "", "none", ""},
		{"weekday and year of another day", "x.txt", "Das war am Mittwoch, 17. Oktober 2024.", "", "", "none", ""},
		{"weekday and year to come", "x.txt", "Es dauert bis Mittwoch, 16. Oktober 2024.", "", "", "none", ""},
		{"weekday, two years fit", "x.txt", "Am Freitag, dem 9. Februar, ging es um das Jahr 2023 und nicht um das Jahr 2018.", "", "", "none", ""},
		{"weekday, far year not come", "x.txt", "Am Freitag, dem 9. Februar, ging es um das Jahr 2023, vor dem Jahr 2028 wird nichts.", "", "2024-02-09", "weekday", "2024-02-09"},
	} {
		a, err := Read(c.file, []byte(c.raw), Options{Date: c.flag})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Published; got.Value != c.value || got.From != c.from || a.Anchor != c.anchor {
			t.Errorf("%s: got %q from %s, anchor %q; want %q from %s, anchor %q", c.name, got.Value, got.From, a.Anchor, c.value, c.from, c.anchor)
		}
	}
}

// TestCalendarWords holds the names of months and weekdays in rules.txt against
// those of normalize/date.
func TestCalendarWords(t *testing.T) {
	r := rules()
	for w, m := range r.month.words {
		want := "2024-" + pad(m, 2) + "-05"
		if got, ok := date.ParsePublished("5. " + w + " 2024"); ok && got != want {
			t.Errorf("month %q: normalize/date reads %q; want %q", w, got, want)
		} else if title := strings.ToUpper(w[:1]) + w[1:]; !ok {
			if got, _ := date.ParsePublished("5. " + title + " 2024"); got != want {
				t.Errorf("month %q: normalize/date reads %q; want %q", title, got, want)
			}
		}
	}
	for w, d := range r.weekday.words {
		want := "2024-07-" + pad(d, 2) // the first of July 2024 was a Monday
		title := strings.ToUpper(w[:1]) + w[1:]
		if got, _ := date.ParsePublished(title + ", " + pad(d, 2) + ".07.2024"); got != want {
			t.Errorf("weekday %q: normalize/date reads %q; want %q", title, got, want)
		}
	}
}

// TestArticles reads the articles written for the tests.
func TestArticles(t *testing.T) {
	const dir = "../../testdata/articles/"
	for _, c := range []struct {
		file, title, value, from string
		furniture                int
	}{
		{"2023-02-09_erdbeben-agentur.txt", "Schweres Erdbeben erschüttert Süden von Kaspistan", "2023-02-09", "name", 1},
		{"gericht-anlagebetrug.txt", "Sechs Jahre Haft für den „Goldkönig“", "2024-02-09", "weekday", 1},
		{"gesundheit-grippewelle.txt", "Grippewelle trifft Kliniken mit voller Wucht", "2025-01-30", "head", 2},
		{"krieg-opferzahlen.txt", "Streit um Opferzahlen nach Raketenangriff auf Hafenstadt", "2024-05-14", "weekday", 1},
		{"nfd-museum-schaedel.txt", "Der älteste Bürger der Börde", "", "none", 0},
		{"schweiz-abstimmung.txt", "Kanton Aarburg sagt knapp Ja zum Veloring", "2024-03-10", "head", 2},
		{"wahlabend.txt", "Knappes Rennen in Neuwerder: Bürgerblock liegt hauchdünn vorn", "2024-09-08", "head", 2},
		{"webseite-brueckensperrung.txt", "Abrissbagger rollen an: Wiedtalbrücke wird schon im März gesprengt", "2024-02-05", "head", 32},
	} {
		raw, err := os.ReadFile(dir + c.file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := Read(c.file, raw, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Text[a.Title.Start:a.Title.End]; got != c.title {
			t.Errorf("%s: got title %q; want %q", c.file, got, c.title)
		}
		if got := a.Published; got.Value != c.value || got.From != c.from {
			t.Errorf("%s: got %+v; want %q from %s", c.file, got, c.value, c.from)
		}
		if len(a.Furniture) != c.furniture {
			t.Errorf("%s: got %d pieces of furniture; want %d", c.file, len(a.Furniture), c.furniture)
		}
		if nfd := strings.HasPrefix(c.file, "nfd"); nfd != (a.Map != nil) {
			t.Errorf("%s: got a map: %v; want %v", c.file, a.Map != nil, nfd)
		}
	}
}

// TestSites reads heads and feet as German sites set them.
func TestSites(t *testing.T) {
	const text = body + "\n" + body + "\n"
	for _, c := range []struct{ name, head, foot, title, value string }{
		{"portal", "Startseite\nPanorama\nGroßbrand in Lagerhalle\nStand: 05.11.2024, 14:30 Uhr\nVon: Petra Hansen\nKommentareDruckenTeilen\n", "Auch interessant\nKommentare\n", "Großbrand in Lagerhalle", "2024-11-05"},
		{"broadcaster", "Großbrand in Lagerhalle\nStand: 05.11.2024 14:30 Uhr\n", "Über dieses Thema berichtete das Inforadio am 05. November 2024 um 12:00 Uhr.\n", "Großbrand in Lagerhalle", "2024-11-05"},
		{"radio", "Großbrand in Lagerhalle\n", "Diese Nachricht wurde am 05.11.2024 im Programm Radio Beispiel gesendet.\n", "Großbrand in Lagerhalle", "2024-11-05"},
		{"weekly", "Großbrand in Lagerhalle\n5. November 2024, 14:30 Uhr\nQuelle: dpa, ptz\n23 Kommentare\n", "", "Großbrand in Lagerhalle", "2024-11-05"},
		{"magazine", "Großbrand in Lagerhalle\nVon Petra Hansen\n05.11.2024, 14.30 Uhr\n", "ptz/dpa\n", "Großbrand in Lagerhalle", "2024-11-05"},
		{"daily", "dpa, 05.11.2024 - 14:30 Uhr\nGroßbrand in Lagerhalle\n", "© dpa-infocom, dpa:241105-930-278999/2\n", "Großbrand in Lagerhalle", "2024-11-05"},
		{"tabloid", "Großbrand in Lagerhalle\nVon PETRA HANSEN\nVeröffentlicht: 05.11.2024, 14:30 Uhr\nFoto: Petra Hansen/dpa\n", "Teilen\nFacebook\nWhatsApp\n", "Großbrand in Lagerhalle", "2024-11-05"},
		{"news channel", "Panorama\nGroßbrand in Lagerhalle\n05.11.2024, 14:30 Uhr\n(Foto: picture alliance/dpa)\n", "Quelle: dpa\nThemen\nBrände\nKöln\n", "Großbrand in Lagerhalle", "2024-11-05"},
		{"local", "Köln, 5. November 2024\nGroßbrand in Lagerhalle\nPetra Hansen, dpa\n", "Tags: Köln, Brand\n", "Großbrand in Lagerhalle", "2024-11-05"},
	} {
		a, err := Read("x.txt", []byte(c.head+text+c.foot), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Text[a.Title.Start:a.Title.End]; got != c.title {
			t.Errorf("%s: got title %q; want %q", c.name, got, c.title)
		}
		if a.Published.Value != c.value {
			t.Errorf("%s: got date %q; want %q", c.name, a.Published.Value, c.value)
		}
		// All but the title and the two lines of text is furniture.
		left := []byte(a.Text)
		for _, f := range append(a.Furniture, a.Title) {
			copy(left[f.Start:f.End], strings.Repeat(" ", f.Len()))
		}
		if got := strings.TrimSpace(string(left)); got != strings.TrimSpace(text) {
			t.Errorf("%s: left as text:\n%s\nwant:\n%s", c.name, got, text)
		}
	}
}

func TestFill(t *testing.T) {
	a, err := Read("2024-11-05_x.txt", []byte("Teilen\nTitel der Meldung\n"+body), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var d text.Doc
	a.Fill(&d)
	if d.Name != a.Name || d.Text != a.Text || d.Title != a.Title || d.Published != a.Published || d.Anchor != a.Anchor || len(d.Furniture) != 1 || d.Furniture[0] != a.Furniture[0] {
		t.Errorf("got %+v; want the layers of %+v", d, a)
	}
}

// lawful checks what holds of every article.
func lawful(t *testing.T, a *Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Fatal("text is not valid UTF-8")
	}
	ok := func(s text.Span) bool {
		on := func(i int) bool { return i == len(a.Text) || utf8.RuneStart(a.Text[i]) }
		return 0 <= s.Start && s.Start < s.End && s.End <= len(a.Text) && on(s.Start) && on(s.End)
	}
	if len(a.Rules) != len(a.Furniture) {
		t.Fatalf("%d rules behind %d pieces of furniture", len(a.Rules), len(a.Furniture))
	}
	last := 0
	for i, f := range a.Furniture {
		if a.Rules[i] == "" {
			t.Fatalf("no rule behind %q", a.Text[f.Start:f.End])
		}
		if !ok(f) || f.Start < last {
			t.Fatalf("furniture %v of %q; want spans inside, sorted, disjoint, on characters", a.Furniture, a.Text)
		}
		if f.Overlaps(a.Title) {
			t.Fatalf("title %v overlaps furniture %v of %q", a.Title, f, a.Text)
		}
		last = f.End
	}
	if !a.Title.Empty() && !ok(a.Title) {
		t.Fatalf("title %v lies outside of %q", a.Title, a.Text)
	}
	if (a.Map == nil) != (a.Raw == a.Text) {
		t.Fatalf("map is nil: %v; text as in the file: %v", a.Map == nil, a.Raw == a.Text)
	}
	if (a.Published.Value == "") != (a.Published.From == "none") {
		t.Fatalf("published %+v", a.Published)
	}
	if a.Anchor != "" && !isISO(a.Anchor) {
		t.Fatalf("anchor %q", a.Anchor)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", body, "Titel\n\n" + body + " (dpa)", " date 2024-11 Titel\n" + body, "Köln (dpa) – " + body + "\nFoto: dpa\r\nisPaid:\nfalse", "\xff\xfea\x00", "Ka\u0308se\n" + body,
		"Am Montag (4. November) 2024", "+++ Update +++", "Stand: 5.11.24\u202814:30", "( ( (dpa", "a\u0300\u00ad (b)"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := Read("x", raw, Options{})
		if err != nil {
			return
		}
		lawful(t, a)
		// Reading what was read changes nothing.
		b, err := Read("x", []byte(a.Text), Options{})
		if err != nil {
			if strings.HasPrefix(a.Text, "\ufeff") || len(otherFormat(a.Text)) > 0 {
				return
			}
			t.Fatal(err)
		}
		if !strings.HasPrefix(a.Text, "\ufeff") && (b.Text != a.Text || b.Title != a.Title || len(b.Furniture) != len(a.Furniture) || b.Published != a.Published) {
			t.Fatalf("read again: got %+v; want %+v", b, a)
		}
	})
}

func otherFormat(s string) string {
	for _, f := range otherFormats {
		if strings.HasPrefix(s, f.magic) {
			return f.name
		}
	}
	return ""
}

// TestCorpus holds the laws over real articles, and that no line that reads as a
// sentence with a number is set aside whole.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/*/*.txt")
	more, _ := filepath.Glob("../../../shared/corpus/*/*.txt")
	deep, _ := filepath.Glob("../../../shared/corpus/*/*/*.txt")
	files = append(append(files, more...), deep...)
	own, _ := filepath.Glob("../../testdata/articles/*.txt")
	if len(files) == 0 {
		t.Log("no ../shared beside the project: only its own articles are read")
	}
	for _, f := range append(files, own...) {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a, err := Read(f, raw, Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		lawful(t, a)
		for _, sp := range a.Furniture {
			s := a.Text[sp.Start:sp.End]
			if strings.HasSuffix(s, ".") && strings.ContainsAny(s, "0123456789") && sp.Len() > bodyLine {
				t.Errorf("%s: %q is furniture; want a sentence with a number to be text", f, s)
			}
		}
	}
}

// TestReadLinear holds the time for a long article against that for its parts.
func TestReadLinear(t *testing.T) {
	for _, unit := range []string{body + "\n", "Freitag, 8. März 2024\n" + body + "\n", "Mehr zum Thema\nDrei Brände\n", "(dpa) (dpa) (", "Am Montag (4. November) ", "isPaid:\n"} {
		took := func(n int) time.Duration {
			raw := []byte(strings.Repeat(unit, n))
			best := time.Duration(math.MaxInt64)
			for range 3 {
				start := time.Now()
				if _, err := Read("x.txt", raw, Options{}); err != nil {
					t.Fatal(err)
				}
				best = min(best, time.Since(start))
			}
			return best
		}
		few, many := took(300), took(6000)
		if many > 20*8*few {
			t.Errorf("%q: %v for 300 times, %v for 6000; want growth by 20, not by 160 or more", unit, few, many)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	raw := []byte("zum Hauptinhalt\nBrand in Lagerhalle\n\nStand: 5.11.2024, 14:30 Uhr\n\nKöln – " + strings.Repeat(strings.Repeat(body+" ", 5)+"\n\n", 7) + "(dpa)\nZur Startseite\n")
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("x.txt", raw, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
