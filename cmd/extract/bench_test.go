package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkCommand runs the whole command from its start, one article after
// another with empty memories, over the project's articles, or a larger set when
// it is at hand.
func BenchmarkCommand(b *testing.B) {
	for _, set := range []struct{ name, patterns string }{
		{"articles", "../../testdata/articles/*.txt"},
		{"corpus", "../../../shared/corpus/gnad/*.txt ../../../shared/corpus/wikinews/*/*.txt"},
	} {
		b.Run(set.name, func(b *testing.B) {
			args := []string{"-j", "1"}
			var size int64
			for p := range strings.FieldsSeq(set.patterns) {
				files, err := filepath.Glob(p)
				if err != nil {
					b.Fatal(err)
				}
				for _, f := range files {
					st, err := os.Stat(f)
					if err != nil {
						b.Fatal(err)
					}
					size += st.Size()
				}
				args = append(args, files...)
			}
			if len(args) == 2 {
				b.Skipf("no articles at %s", set.patterns)
			}
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				if code := execute(context.Background(), streams{strings.NewReader(""), io.Discard, os.Stderr}, args); code != 0 {
					b.Fatalf("exit code %d", code)
				}
			}
		})
	}
}
