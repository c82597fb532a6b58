package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/belegt/extract/extract/output"
)

// corpora are the folders over which the laws must hold; those outside the
// project are passed over when they are not there.
var corpora = []string{"testdata", "../shared/corpus", "../shared/seeds"}

// TestEveryTextIsItsSlice holds the law that a record's text is what the article
// has at its offsets, for every record of every command.
func TestEveryTextIsItsSlice(t *testing.T) {
	t.Chdir(root)
	for _, dir := range corpora {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			needsTexts(t, dir)
			articles := &articleTexts{runes: map[string][]rune{}}
			eachRecord[output.ClaimRecord](t, articles, dir, nil, func(s *slice, r *output.ClaimRecord) {
				s.in(r.Doc, "claim", r.Start, r.End, r.Text)
				s.speaker(r.Doc, r.Speaker)
				s.via(r.Doc, r.Via)
				for i := range r.Hedges {
					h := &r.Hedges[i]
					s.in(r.Doc, "hedge", h.Start, h.End, h.Text)
					s.speaker(r.Doc, h.By)
					for _, p := range h.Parts {
						if p.Start < h.Start || p.End > h.End || p.Start >= p.End {
							t.Errorf("%s: hedge %q %d-%d: part %d-%d is not in it", r.Doc, h.Text, h.Start, h.End, p.Start, p.End)
						}
					}
				}
				for _, d := range r.Times {
					s.in(r.Doc, "time", d.Start, d.End, d.Text)
				}
				s.in(r.Doc, "sentence", r.Sentence.Start, r.Sentence.End, r.Sentence.Text)
				if r.Start < r.Sentence.Start || r.End > r.Sentence.End {
					t.Errorf("%s: claim %q %d-%d is not in its sentence %d-%d", r.Doc, r.Text, r.Start, r.End, r.Sentence.Start, r.Sentence.End)
				}
			})
			eachRecord[output.NumberRecord](t, articles, dir, []string{"numbers"}, func(s *slice, r *output.NumberRecord) {
				s.in(r.Doc, "number", r.Start, r.End, r.Text)
			})
			eachRecord[output.DateRecord](t, articles, dir, []string{"dates"}, func(s *slice, r *output.DateRecord) {
				s.in(r.Doc, "date", r.Start, r.End, r.Text)
			})
			eachRecord[output.TokenRecord](t, articles, dir, []string{"tokens"}, func(s *slice, r *output.TokenRecord) {
				s.in(r.Doc, "token", r.Start, r.End, r.Text)
			})
			eachRecord[output.QuoteRecord](t, articles, dir, []string{"quotes"}, func(s *slice, r *output.QuoteRecord) {
				s.in(r.Doc, "quote", r.Start, r.End, r.Text)
				s.speaker(r.Doc, r.Speaker)
				s.via(r.Doc, r.Via)
				s.stretch(r.Doc, "cue", r.Cue)
				s.stretch(r.Doc, "frame", r.Frame)
			})
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

// articleTexts holds the articles that were asked for, as code points.
type articleTexts struct{ runes map[string][]rune }

func (x *articleTexts) of(t *testing.T, name string) []rune {
	if r, ok := x.runes[name]; ok {
		return r
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r := []rune(string(bytes.TrimPrefix(b, []byte("\ufeff"))))
	x.runes[name] = r
	return r
}

// eachRecord decodes the records that a command prints for dir and gives each to
// check.
func eachRecord[R any](t *testing.T, articles *articleTexts, dir string, command []string, check func(*slice, *R)) {
	t.Helper()
	got := call(t, "", append(command, dir)...)
	if got.code != exitOK || got.err != "" {
		t.Errorf("%q: got exit code %d, %q; want 0 and nothing on stderr", command, got.code, got.err)
	}
	s := &slice{t: t, articles: articles}
	dec := json.NewDecoder(strings.NewReader(got.out))
	dec.DisallowUnknownFields()
	n := 0
	for ; dec.More(); n++ {
		r := new(R)
		if err := dec.Decode(r); err != nil {
			t.Fatal(err)
		}
		check(s, r)
	}
	if n == 0 {
		t.Errorf("%q: got no records; want some", command)
	}
}

// slice compares texts of records with the articles.
type slice struct {
	t        *testing.T
	articles *articleTexts
}

func (s *slice) in(doc, what string, start, end int, text string) {
	s.t.Helper()
	r := s.articles.of(s.t, doc)
	if start < 0 || start >= end || end > len(r) {
		s.t.Errorf("%s: %s %q: got %d-%d; want a place in 0-%d", doc, what, text, start, end, len(r))
		return
	}
	if want := string(r[start:end]); text != want {
		s.t.Errorf("%s: %s %d-%d: got %q; want %q", doc, what, start, end, text, want)
	}
}

func (s *slice) speaker(doc string, r *output.SpeakerRecord) {
	s.t.Helper()
	if r == nil {
		return
	}
	s.in(doc, "speaker", r.Start, r.End, r.Text)
	s.stretch(doc, "cue", r.Cue)
	if r.Name == "" {
		s.t.Errorf("%s: speaker %q has no name", doc, r.Text)
	}
}

func (s *slice) via(doc string, list []output.SpeakerRecord) {
	s.t.Helper()
	for i := range list {
		s.speaker(doc, &list[i])
	}
}

func (s *slice) stretch(doc, what string, r *output.TextRecord) {
	s.t.Helper()
	if r != nil {
		s.in(doc, what, r.Start, r.End, r.Text)
	}
}
