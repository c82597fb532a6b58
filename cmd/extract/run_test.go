package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/belegt/extract/extract/output"
)

// folder makes n articles with a number each and returns where they are.
func folder(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		name := filepath.Join(dir, fmt.Sprintf("%04d.txt", i))
		if err := os.WriteFile(name, fmt.Appendf(nil, "Es wurden %d Soldaten verletzt.\n", 3000+i), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A panic costs the article it happened in, and the others keep their order.
func TestPanicCostsOneArticle(t *testing.T) {
	var out, errs bytes.Buffer
	o := &options{files: []string{folder(t, 40)}, jobs: 4, write: func(w *output.Writer, b []byte, o *options) []byte {
		b = w.Claims(b, nil, false)
		if bytes.Contains(b, []byte(`"value":3017,`)) {
			panic("a fault")
		}
		return b
	}}
	err := run(t.Context(), streams{out: &out, err: &errs}, o)
	if !errors.Is(err, errReported) {
		t.Errorf("got error %v; want %v", err, errReported)
	}
	if got, want := errs.String(), "0017.txt: internal error, please report it with the file: a fault\n"; !strings.HasSuffix(got, want) {
		t.Errorf("got %q; want …%q", got, want)
	}
	var got, want strings.Builder
	for line := range strings.Lines(out.String()) {
		_, rest, _ := strings.Cut(line, `"value":`)
		fmt.Fprintf(&got, "%.4s ", rest)
	}
	for i := range 40 {
		if i != 17 {
			fmt.Fprintf(&want, "%d ", 3000+i)
		}
	}
	if got.String() != want.String() {
		t.Errorf("got %q; want %q", got.String(), want.String())
	}
}

// The workers do not run ahead of a reader that stands still.
func TestSlowReaderHoldsWorkers(t *testing.T) {
	const n, jobs = 200, 2
	r, w := io.Pipe()
	read := make(chan struct{}, n)
	o := &options{files: []string{folder(t, n)}, jobs: jobs, write: func(w *output.Writer, b []byte, _ *options) []byte {
		read <- struct{}{}
		return append(b, make([]byte, 70<<10)...) // more than the output buffers
	}}
	done := make(chan error, 1)
	go func() { done <- run(context.Background(), streams{out: w, err: io.Discard}, o) }()
	for range 2000 {
		runtime.Gosched()
	}
	if _, err := r.Read(make([]byte, 1)); err != nil { // the writer stands now
		t.Fatal(err)
	}
	for range 2000 {
		runtime.Gosched()
	}
	if got, want := len(read), 4*jobs+2; got > want {
		t.Errorf("got %d articles read before the first was taken; want at most %d", got, want)
	}
	r.Close()
	if err := <-done; !closedPipe(err) {
		t.Errorf("got %v; want the error of a closed pipe", err)
	}
}

// An interrupted run leaves neither the file nor a part of it.
func TestInterruptedLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	o := &options{files: []string{folder(t, 50)}, jobs: 2, out: filepath.Join(dir, "out.jsonl"), write: func(_ *output.Writer, b []byte, _ *options) []byte {
		cancel()
		return b
	}}
	err := run(ctx, streams{out: io.Discard, err: io.Discard}, o)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v; want %v", err, context.Canceled)
	}
	var errs bytes.Buffer
	if got := report(&errs, err, "extract"); got != exitInterrupted {
		t.Errorf("got exit code %d; want %d", got, exitInterrupted)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 0 {
		t.Errorf("got %v, %v left; want nothing", left, err)
	}
}

// A reader that goes away ends the run with 0, after a failure with 1.
func TestClosedPipe(t *testing.T) {
	dir := folder(t, 300)
	for _, tt := range []struct {
		files []string
		code  int
	}{
		{[]string{dir}, exitOK},
		{[]string{filepath.Join(dir, "none.txt"), dir}, exitFailed},
	} {
		r, w := io.Pipe()
		r.Close()
		var errs bytes.Buffer
		code := execute(t.Context(), streams{in: strings.NewReader(""), out: w, err: &errs}, tt.files)
		if code != tt.code {
			t.Errorf("got exit code %d, %q; want %d", code, errs.String(), tt.code)
		}
		if want := tt.code; strings.Count(errs.String(), "\n") != want {
			t.Errorf("got %q; want %d lines", errs.String(), want)
		}
	}
}

// BenchmarkRun reads the project's articles as the command does, start-up of
// rules and dictionary included.
func BenchmarkRun(b *testing.B) {
	dir := filepath.Join(root, "testdata", "articles")
	size := int64(0)
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("got %v, %v; want articles", files, err)
	}
	for _, f := range files {
		st, err := os.Stat(f)
		if err != nil {
			b.Fatal(err)
		}
		size += st.Size()
	}
	for _, jobs := range []string{"1", "8"} {
		b.Run("j"+jobs, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(size)
			for b.Loop() {
				if code := execute(b.Context(), streams{out: io.Discard, err: io.Discard}, []string{"-j", jobs, dir}); code != exitOK {
					b.Fatalf("got exit code %d; want 0", code)
				}
			}
		})
	}
}
