package unit

import "testing"

const benchText = "Rund 2.400 Menschen mussten am Dienstag ihre Häuser verlassen, weil der Pegel auf 5,90 Meter gestiegen war. " +
	"Die Regierung stellte drei Millionen Euro bereit, sagte eine Sprecherin; das seien 14 Prozent mehr als im Vorjahr. " +
	"Über die weitere Entwicklung wollte niemand sprechen, der Bürgermeister bat um Geduld und dankte den Helfern. "

func wordStarts(s string) (at []int) {
	inWord := false
	for i := 0; i < len(s); i++ {
		letter := s[i] >= 0x80 || s[i] >= '0' && s[i] <= '9' || s[i]|32 >= 'a' && s[i]|32 <= 'z'
		if letter && !inWord {
			at = append(at, i)
		}
		inWord = letter || s[i] == '.' || s[i] == ','
	}
	return at
}

// BenchmarkText scans at every word of ordinary prose.
func BenchmarkText(b *testing.B) {
	at := wordStarts(benchText)
	Scan(benchText, 0)
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	for b.Loop() {
		for _, i := range at {
			Scan(benchText, i)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	for _, c := range []struct{ name, s string }{
		{"NoNumber", "Regierung stellte"},
		{"Article", "die weitere Entwicklung"},
		{"Preposition", "über die weitere"},
		{"Digits", "2.400 Menschen"},
		{"Word", "dreihundertfünfzig Menschen"},
		{"Money", "drei Millionen Euro bereit"},
		{"Bound", "mehr als 14 Prozent mehr"},
		{"Range", "zwischen 10.000 und 12.000 Soldaten"},
		{"Compound", "37-Jähriger war"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Scan(c.s, 0)
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load()
	}
}
