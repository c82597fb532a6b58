package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/output"
)

// result is what one input gave.
type result struct {
	records []byte // from the pool of buffers
	notes   []byte // for stderr
	err     error
}

// run reads the inputs with o.jobs workers and writes their records in the
// order of the inputs. No more than a few articles for each worker are in memory.
func run(ctx context.Context, s streams, o *options) error {
	x, err := extract.New(extract.Options{Date: o.date, RuleDirs: clean(o.ruleDirs), Explain: o.explain != explainOff})
	if err != nil {
		if len(o.ruleDirs) > 0 {
			return usageError{err}
		}
		return err
	}
	inputs := expand(o.files)
	n := o.jobs
	if n == 0 {
		n = runtime.GOMAXPROCS(0)
	}
	n = max(1, min(n, len(inputs)))
	workers := make([]*worker, n)
	buffers := make(chan []byte, 4*n)
	for i := range workers {
		if workers[i], err = newWorker(x, o, s.in, buffers); err != nil {
			return err
		}
	}
	out, err := openOutput(o.out, s.out)
	if err != nil {
		return err
	}
	defer out.abort()

	failed := false
	q := newQueue(inputs, 3*n, func(in input, r result) error {
		if r.err != nil {
			failed = true
			if _, err := io.WriteString(s.err, in.complaint(r.err)); err != nil {
				return fmt.Errorf("writing to stderr: %w", err)
			}
		}
		if len(r.notes) > 0 {
			if _, err := s.err.Write(r.notes); err != nil {
				return fmt.Errorf("writing to stderr: %w", err)
			}
		}
		if _, err := out.Write(r.records); err != nil {
			return quietPipe(err, failed)
		}
		if r.records != nil {
			select {
			case buffers <- r.records[:0]:
			default:
			}
		}
		return nil
	})
	var all sync.WaitGroup
	for _, w := range workers {
		all.Go(func() { w.run(q) })
	}
	done := make(chan struct{})
	go func() {
		all.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-ctx.Done(): // a worker may stand reading: it is not waited for
	}
	if err := q.stop(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return quietPipe(err, failed)
	}
	if failed {
		return errReported
	}
	return nil
}

// quietPipe makes a closed pipe after a reported failure that failure.
func quietPipe(err error, failed bool) error {
	if failed && closedPipe(err) {
		return errReported
	}
	return err
}

// worker reads articles one after another.
type worker struct {
	x       *extract.Extractor
	o       *options
	stdin   io.Reader
	buffers chan []byte
	reader  *extract.Worker
	writer  output.Writer
}

func newWorker(x *extract.Extractor, o *options, stdin io.Reader, buffers chan []byte) (*worker, error) {
	reader, err := x.NewWorker()
	if err != nil {
		return nil, err
	}
	return &worker{x: x, o: o, stdin: stdin, buffers: buffers, reader: reader}, nil
}

func (w *worker) run(q *queue) {
	for {
		i, in, ok := q.take()
		if !ok {
			return
		}
		q.give(i, w.do(in))
	}
}

// do reads one input. A fault in the program costs this one article, not the
// others.
func (w *worker) do(in input) (r result) {
	defer func() {
		if p := recover(); p != nil {
			r = result{err: fmt.Errorf("internal error, please report it with the file: %v", p)}
			reader, err := w.x.NewWorker() // the old one may be in disorder
			if err != nil {
				r.err = errors.Join(r.err, err)
				return
			}
			w.reader, w.writer = reader, output.Writer{}
		}
	}()
	if in.note != "" {
		return result{notes: []byte("extract: " + in.name + ": " + in.note + "\n")}
	}
	raw, err := in.read(w.stdin)
	if err != nil {
		return result{err: err}
	}
	a, err := w.reader.Read(in.name, raw)
	if err != nil {
		return result{err: err}
	}
	w.writer.Reset(a)
	var b []byte
	select {
	case b = <-w.buffers:
	default:
	}
	r.records = w.o.write(&w.writer, b, w.o)
	if w.o.explain == explainText {
		r.notes = w.writer.Steps(nil, w.o.keepClaim())
	}
	return r
}
