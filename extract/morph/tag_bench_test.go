package morph

import (
	"strings"
	"testing"

	"github.com/belegt/extract/extract/text"
)

// benchText is written for this test in the manner of a news article.
const benchText = `Nach dem schweren Erdbeben im Osten des Landes ist die Zahl der Toten auf mindestens 214 gestiegen. Das teilte der Leiter des nationalen Zentrums für Katastrophenschutz, Oleh Marwin, am Dienstagabend mit.

Unter den Opfern seien auch 37 Kinder, sagte der Minister für Gesundheit vor Journalisten in der Hauptstadt. Rund 2000 weitere Menschen hätten ihre Häuser verloren, und viele von ihnen müssten in Zelten schlafen. „Wir brauchen dringend Decken, Wasser und Medikamente“, erklärte eine Sprecherin der Hilfsorganisation, die seit Jahren in der Region arbeitet.

Einem Bericht der Zeitung Tagespost zufolge sollen mehrere Brücken schwer beschädigt worden sein. Die von der Regierung entsandten Helfer konnten die abgelegenen Dörfer deshalb bisher nicht erreichen. Wie die Behörden weiter mitteilten, wurden zwischen 3000 und 4000 Gebäude zerstört oder unbewohnbar. Unabhängig überprüfen ließen sich die Angaben zunächst nicht. Die Präsidentin kündigte an, dass sie das Gebiet noch in dieser Woche besuchen werde; ihr Amtsvorgänger, der im März zurückgetreten war, warf ihr vor, zu spät gehandelt zu haben.
`

func benchDoc(tb testing.TB, src string) (*Dict, *text.Vocab, *text.Doc) {
	tb.Helper()
	d, err := Load()
	if err != nil {
		tb.Fatal(err)
	}
	v := text.NewVocab(d.Analyze)
	doc := &text.Doc{Text: src}
	v.Tokenize(doc)
	text.Split(doc)
	text.Zones(doc)
	return d, v, doc
}

func BenchmarkTag(b *testing.B) {
	d, _, doc := benchDoc(b, strings.Repeat(benchText, 4))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Tag(doc)
	}
}

func BenchmarkTagAndChunk(b *testing.B) {
	d, _, doc := benchDoc(b, strings.Repeat(benchText, 4))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Tag(doc)
		d.Chunk(doc)
	}
}
