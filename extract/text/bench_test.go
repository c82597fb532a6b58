package text_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

// article is in the manner of agency copy, about as long as a report.
const article = `Hochwasser in Niederkirchen: 1.200 Menschen verlassen ihre Häuser

Niederkirchen – Nach tagelangem Regen sind am 3. Juni rund 1.200 Einwohnerinnen und Einwohner der Gemeinde in Sicherheit gebracht worden. „Wir haben so etwas seit dem 19. Jahrhundert nicht mehr erlebt“, sagte Bürgermeisterin Dr. Eva Brandl am Montag. Der Pegel der Aue stieg bis 16.30 Uhr auf 4,85 Meter, das sind 2,3 Meter mehr als üblich.

Nach Angaben des Landes sind bislang mindestens 35 Mio. Euro Schaden entstanden, z. B. an Straßen, Brücken und der Bahnstrecke. „Die Zahl wird steigen. Wir rechnen mit dem Doppelten“, erklärte ein Sprecher. Das Technische Hilfswerk schickte 240 Helfer und 60-kW-Pumpen; weitere 15 Prozent der Kräfte stehen bereit. Ob die Deiche halten, ist unklar: „Das hängt vom Wetter ab“, so die Expert:innen des Landesamts (LfU).

Ein 37-Jähriger wurde verletzt, als sein Auto in der Friedrichstr. von der Straße gespült wurde. »Er hatte ›großes Glück‹«, hieß es bei der Polizei. Auch im Nachbarort gab es Schäden: Dort fiel am Dienstag zwischen 9 und 11 Uhr der Strom aus, etwa 800 Haushalte waren betroffen. Die Versicherer gehen von 80 bis 100 Mio. Euro aus. Hilfe gibt es unter www.hilfe-aue.de und bei der Gemeinde (Tel. 0123 456789). 
`

func process(v *text.Vocab, d *text.Doc, name, s string) {
	d.Reset(name, s)
	v.Tokenize(d)
	text.Split(d)
	text.Zones(d)
}

func BenchmarkArticle(b *testing.B) {
	v, d := text.NewVocab(nil), new(text.Doc)
	process(v, d, "", article)
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		process(v, d, "", article)
	}
}

// BenchmarkCold begins with an empty Vocab: what a program pays for its first
// article.
func BenchmarkCold(b *testing.B) {
	long := strings.Repeat(article, 1)
	b.SetBytes(int64(len(long)))
	b.ReportAllocs()
	for b.Loop() {
		process(text.NewVocab(nil), new(text.Doc), "", long)
	}
}

func corpus(tb testing.TB) (names, texts []string) {
	tb.Helper()
	for _, glob := range []string{"gnad/*.txt", "wikinews/*/*.txt"} {
		files, _ := filepath.Glob(filepath.Join("../../../shared/corpus", glob))
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				tb.Fatal(err)
			}
			names, texts = append(names, f), append(texts, string(b))
		}
	}
	if len(names) == 0 {
		tb.Skip("no ../shared/corpus beside the project")
	}
	return names, texts
}

// BenchmarkCorpus runs over many articles with one Vocab: new words come with
// each.
func BenchmarkCorpus(b *testing.B) {
	_, texts := corpus(b)
	v, d := text.NewVocab(nil), new(text.Doc)
	n := 0
	for _, s := range texts {
		n += len(s)
		process(v, d, "", s)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			process(v, d, "", s)
		}
	}
}

func BenchmarkCorpusCold(b *testing.B) {
	_, texts := corpus(b)
	n := 0
	for _, s := range texts {
		n += len(s)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		v, d := text.NewVocab(nil), new(text.Doc)
		for _, s := range texts {
			process(v, d, "", s)
		}
	}
}
