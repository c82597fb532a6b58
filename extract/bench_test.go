package extract

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// articles reads testdata/articles, and with corpus the Standard articles of
// ../shared when they are there.
func articles(tb testing.TB, patterns ...string) (texts [][]byte, size int64) {
	tb.Helper()
	for _, p := range patterns {
		names, err := filepath.Glob(p)
		if err != nil {
			tb.Fatal(err)
		}
		for _, n := range names {
			b, err := os.ReadFile(n)
			if err != nil {
				tb.Fatal(err)
			}
			texts = append(texts, b)
			size += int64(len(b))
		}
	}
	if len(texts) == 0 {
		tb.Skipf("no articles at %v", patterns)
	}
	return texts, size
}

func newWorker(tb testing.TB) *Worker {
	tb.Helper()
	x, err := New(Options{})
	if err != nil {
		tb.Fatal(err)
	}
	w, err := x.NewWorker()
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

func benchArticles(b *testing.B, patterns ...string) {
	texts, size := articles(b, patterns...)
	w := newWorker(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			if _, err := w.Read("article.txt", t); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(texts))*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkArticles runs the whole pipeline, warm, over the project's articles.
func BenchmarkArticles(b *testing.B) { benchArticles(b, "../testdata/articles/*.txt") }

// BenchmarkLong reads one article, and the same text 10 and 100 times over with
// ever new names: the cost must grow with the length.
func BenchmarkLong(b *testing.B) {
	texts, _ := articles(b, "../testdata/articles/*.txt")
	for _, times := range []int{1, 10, 100} {
		long := repeated(texts[0], times)
		b.Run(strconv.Itoa(times), func(b *testing.B) {
			w := newWorker(b)
			b.SetBytes(int64(len(long)))
			for b.Loop() {
				if _, err := w.Read("article.txt", long); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// repeated is text, times over, each copy with names of its own.
func repeated(text []byte, times int) []byte {
	var out []byte
	for i := range times {
		name := "Holm" + string(rune('a'+i%26)) + string(rune('a'+i/26))
		out = append(out, text...)
		out = append(out, "\n\nMinister Jan "...)
		out = append(out, name...)
		out = append(out, " sagte, es fehlten 300 Lehrer. Es gebe keine Mittel. Er nannte „drei Gründe“.\n\n"...)
	}
	return out
}

// BenchmarkCorpus does the same over a large set when it is at hand.
func BenchmarkCorpus(b *testing.B) { benchArticles(b, "../../shared/corpus/gnad/*.txt") }

// BenchmarkCold includes a new worker's empty caches: the cost of the first
// article.
func BenchmarkCold(b *testing.B) {
	texts, _ := articles(b, "../testdata/articles/*.txt")
	x, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(texts[0])))
	b.ReportAllocs()
	for b.Loop() {
		w, err := x.NewWorker()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := w.Read("article.txt", texts[0]); err != nil {
			b.Fatal(err)
		}
	}
}
