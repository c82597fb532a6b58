package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// golden are the commands whose output is kept for each article, with the
// ending of the file.
var golden = []struct{ command, ext string }{
	{"", ".jsonl"},
	{"numbers", ".numbers.jsonl"},
	{"dates", ".dates.jsonl"},
	{"quotes", ".quotes.jsonl"},
}

// TestGolden compares what is found in testdata/articles with testdata/golden.
// With -update it writes the files there anew.
func TestGolden(t *testing.T) {
	t.Chdir(root)
	articles, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	expected := map[string]bool{}
	for _, article := range articles {
		article = filepath.ToSlash(article)
		name := strings.TrimSuffix(filepath.Base(article), ".txt")
		for _, g := range golden {
			file := "testdata/golden/" + name + g.ext
			expected[filepath.Base(file)] = true
			t.Run(name+g.ext, func(t *testing.T) {
				args := []string{article}
				if g.command != "" {
					args = []string{g.command, article}
				}
				got := call(t, "", args...)
				if got.code != exitOK || got.err != "" {
					t.Fatalf("got exit code %d, %q; want 0 and nothing on stderr", got.code, got.err)
				}
				if *update {
					if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(file, []byte(got.out), 0o644); err != nil {
						t.Fatal(err)
					}
					return
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatalf("%v; 'make golden' writes it", err)
				}
				if d := cmp.Diff(lines(string(want)), lines(got.out)); d != "" {
					t.Errorf("%s (-want +got):\n%s", file, d)
				}
			})
		}
	}
	if len(articles) == 0 {
		t.Errorf("got no articles; want some in testdata/articles")
	}
	files, err := os.ReadDir("testdata/golden")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if expected[f.Name()] {
			continue
		}
		if *update {
			if err := os.Remove(filepath.Join("testdata/golden", f.Name())); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("testdata/golden/%s belongs to no article", f.Name())
	}
}

func lines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }
