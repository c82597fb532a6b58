package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkCorpus runs the command from its start over a large set of articles
// when it is at hand: new words make up a good part of it.
func BenchmarkCorpus(b *testing.B) {
	args := []string{"-j", "1"}
	size := int64(0)
	for _, pattern := range []string{"gnad/*.txt", "wikinews/train/*.txt", "wikinews/dev/*.txt"} {
		files, err := filepath.Glob(filepath.Join(root, "..", "shared", "corpus", pattern))
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
	if size == 0 {
		b.Skip("no corpus")
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		if code := execute(b.Context(), streams{out: io.Discard, err: os.Stderr}, args); code != exitOK {
			b.Fatalf("got exit code %d; want 0", code)
		}
	}
}
