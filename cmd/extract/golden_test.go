package main

import (
	"encoding/json"
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
	const articles, dir = "testdata/articles", "testdata/golden"
	expected := map[string]bool{}
	for _, g := range golden {
		var args []string
		if g.command != "" {
			args = append(args, g.command)
		}
		got := call(t, "", append(args, articles)...)
		if got.code != exitOK || got.err != "" {
			t.Fatalf("%q: got exit code %d, %q; want 0 and nothing on stderr", g.command, got.code, got.err)
		}
		found := byDoc(t, got.out)
		for _, in := range expand([]string{articles}) {
			name := strings.TrimSuffix(filepath.Base(in.name), ".txt") + g.ext
			expected[name] = true
			t.Run(name, func(t *testing.T) { compareFile(t, dir+"/"+name, found[in.name]) })
			delete(found, in.name)
		}
		for doc := range found {
			t.Errorf("%q: got records of %s, which is no article", g.command, doc)
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		switch {
		case expected[f.Name()]:
		case *update:
			if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s/%s belongs to no article", dir, f.Name())
		}
	}
}

// compareFile compares got with a file's content, or writes the file.
func compareFile(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; 'make golden' writes it", err)
	}
	if d := cmp.Diff(strings.SplitAfter(string(want), "\n"), strings.SplitAfter(got, "\n")); d != "" {
		t.Errorf("%s (-want +got):\n%s", file, d)
	}
}

// byDoc parts records by the article they come from.
func byDoc(t *testing.T, records string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for line := range strings.Lines(records) {
		var r struct{ Doc string }
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		out[r.Doc] += line
	}
	return out
}
