package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"unicode/utf8"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/output"
)

// corpora are the folders over which the laws must hold; those outside the
// project are passed over when they are not there.
var corpora = []string{"testdata", "../shared/corpus", "../shared/seeds"}

// TestEveryTextIsItsSlice holds the law that a record's text is what the article
// has at its offsets, for every record that every command prints.
func TestEveryTextIsItsSlice(t *testing.T) {
	t.Chdir(root)
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range corpora {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			needsTexts(t, dir)
			reader, err := x.NewWorker()
			if err != nil {
				t.Fatal(err)
			}
			var w output.Writer
			var b []byte
			seen := map[string]int{}
			reading := ""
			defer func() {
				if p := recover(); p != nil {
					t.Fatalf("%s: panic: %v\n%s", reading, p, debug.Stack())
				}
			}()
			for _, in := range expand([]string{dir}) {
				reading = in.name
				raw, err := in.read(nil)
				if err != nil {
					t.Fatal(err)
				}
				a, err := reader.Read(in.name, raw)
				if err != nil {
					t.Errorf("%s: %v", in.name, err)
					continue
				}
				w.Reset(a)
				s := &slice{t: t, seen: seen, name: in.name, article: codePoints(raw)}
				b = s.all(&w, b)
			}
			for _, what := range []string{"claim", "speaker", "hedge", "time", "sentence", "number", "date", "token", "quote"} {
				if seen[what] == 0 {
					t.Errorf("got no %s in %s; want some", what, dir)
				}
			}
		})
	}
}

// TestJobsDoNotShow holds the law that the number of workers doesn't show in
// the output.
func TestJobsDoNotShow(t *testing.T) {
	t.Chdir(root)
	for _, dir := range corpora {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			needsTexts(t, dir)
			one, eight := call(t, "", "-j", "1", dir), call(t, "", "-j", "8", dir)
			if one != eight {
				t.Errorf("-j 1 and -j 8 differ: %d and %d bytes, exit codes %d and %d, stderr %q and %q",
					len(one.out), len(eight.out), one.code, eight.code, one.err, eight.err)
			}
			if one.out == "" {
				t.Errorf("got no claims; want some")
			}
		})
	}
}

func needsTexts(t *testing.T, dir string) {
	t.Helper()
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("%s is not there", dir)
	}
}

// FuzzRecords holds the same law for any text, and that a worker which has read
// other articles before finds the same as a new one.
func FuzzRecords(f *testing.F) {
	for _, in := range expand([]string{filepath.Join(root, "testdata", "articles")}) {
		raw, err := in.read(nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	x, err := extract.New(extract.Options{Explain: true})
	if err != nil {
		f.Fatal(err)
	}
	worker := func(t testing.TB) *extract.Worker {
		w, err := x.NewWorker()
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	used := worker(f)
	var w output.Writer
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := used.Read("fuzz.txt", raw)
		if err != nil {
			if utf8.Valid(raw) && !bytes.ContainsRune(raw, 0) {
				t.Fatalf("%q: %v", raw, err)
			}
			return
		}
		if !utf8.Valid(raw) { // UTF-16, decoded: its code points aren't in raw
			return
		}
		w.Reset(a)
		s := &slice{t: t, seen: map[string]int{}, name: "fuzz.txt", article: codePoints(raw)}
		s.all(&w, nil)
		got := string(w.Claims(nil, nil, true)) + string(w.Quotes(nil))
		if a, err = worker(t).Read("fuzz.txt", raw); err != nil {
			t.Fatal(err)
		}
		w.Reset(a)
		if want := string(w.Claims(nil, nil, true)) + string(w.Quotes(nil)); got != want {
			t.Fatalf("%q: after other articles:\n got %s\nwant %s", raw, got, want)
		}
	})
}

// codePoints is a file's text without byte order mark.
func codePoints(raw []byte) []rune {
	return []rune(string(bytes.TrimPrefix(raw, []byte("\ufeff"))))
}

// all compares every record of the article in w. b is memory to use.
func (s *slice) all(w *output.Writer, b []byte) []byte {
	s.t.Helper()
	b = w.Claims(b[:0], nil, false)
	each(s.t, b, s.claim)
	b = w.Numbers(b[:0], nil)
	each(s.t, b, func(r *output.NumberRecord) { s.in("number", r.Start, r.End, r.Text) })
	b = w.Dates(b[:0])
	each(s.t, b, func(r *output.DateRecord) { s.in("date", r.Start, r.End, r.Text) })
	b = w.Tokens(b[:0], false)
	each(s.t, b, func(r *output.TokenRecord) { s.in("token", r.Start, r.End, r.Text) })
	b = w.Quotes(b[:0])
	each(s.t, b, s.quote)
	return b
}

// each decodes records, one a line, and gives them to check.
func each[R any](t *testing.T, lines []byte, check func(*R)) {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(lines))
	dec.DisallowUnknownFields()
	for dec.More() {
		r := new(R)
		if err := dec.Decode(r); err != nil {
			t.Fatal(err)
		}
		check(r)
	}
}

// slice compares the texts of records with an article.
type slice struct {
	t       *testing.T
	name    string
	article []rune
	seen    map[string]int // how many were compared, by what they are
}

func (s *slice) in(what string, start, end int, text string) {
	s.t.Helper()
	s.seen[what]++
	if start < 0 || start >= end || end > len(s.article) {
		s.t.Errorf("%s: %s %q: got %d-%d; want a place in 0-%d", s.name, what, text, start, end, len(s.article))
		return
	}
	if want := string(s.article[start:end]); text != want {
		s.t.Errorf("%s: %s %d-%d: got %q; want %q", s.name, what, start, end, text, want)
	}
}

func (s *slice) claim(r *output.ClaimRecord) {
	s.t.Helper()
	s.in("claim", r.Start, r.End, r.Text)
	s.speaker(r.Speaker)
	s.via(r.Via)
	for i := range r.Hedges {
		h := &r.Hedges[i]
		s.in("hedge", h.Start, h.End, h.Text)
		s.speaker(h.By)
		for _, p := range h.Parts {
			if p.Start < h.Start || p.End > h.End || p.Start >= p.End {
				s.t.Errorf("%s: hedge %q %d-%d: part %d-%d is not in it", s.name, h.Text, h.Start, h.End, p.Start, p.End)
			}
		}
	}
	for _, d := range r.Times {
		s.in("time", d.Start, d.End, d.Text)
	}
	s.in("sentence", r.Sentence.Start, r.Sentence.End, r.Sentence.Text)
	if r.Start < r.Sentence.Start || r.End > r.Sentence.End {
		s.t.Errorf("%s: claim %q %d-%d is not in its sentence %d-%d", s.name, r.Text, r.Start, r.End, r.Sentence.Start, r.Sentence.End)
	}
}

func (s *slice) quote(r *output.QuoteRecord) {
	s.t.Helper()
	s.in("quote", r.Start, r.End, r.Text)
	s.speaker(r.Speaker)
	s.via(r.Via)
	s.stretch("cue", r.Cue)
	s.stretch("frame", r.Frame)
}

func (s *slice) speaker(r *output.SpeakerRecord) {
	s.t.Helper()
	if r == nil {
		return
	}
	s.in("speaker", r.Start, r.End, r.Text)
	s.stretch("cue", r.Cue)
	if r.Name == "" {
		s.t.Errorf("%s: speaker %q has no name", s.name, r.Text)
	}
}

func (s *slice) via(list []output.SpeakerRecord) {
	s.t.Helper()
	for i := range list {
		s.speaker(&list[i])
	}
}

func (s *slice) stretch(what string, r *output.TextRecord) {
	s.t.Helper()
	if r != nil {
		s.in(what, r.Start, r.End, r.Text)
	}
}
