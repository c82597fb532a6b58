package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// sink is where records go. After commit or abort it is done with; abort after
// commit does nothing.
type sink interface {
	io.Writer
	commit() error
	abort()
}

// openOutput opens the file at path, stdout for "".
func openOutput(path string, stdout io.Writer) (sink, error) {
	if path == "" {
		return &stream{bufio.NewWriterSize(stdout, 64<<10), nil, "stdout"}, nil
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // a link stays a link
	}
	st, err := os.Stat(path)
	switch {
	case err == nil && st.IsDir():
		return nil, usagef("-o %s: is a directory", path)
	case err == nil && !st.Mode().IsRegular(): // a device or pipe can't be replaced
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, writing(path, err)
		}
		return &stream{bufio.NewWriterSize(f, 64<<10), f, path}, nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, writing(path, err)
	}
	return newWholeFile(path, st)
}

func writing(path string, err error) error {
	var perr *fs.PathError
	if errors.As(err, &perr) {
		err = perr.Err
	}
	return fmt.Errorf("writing %s: %w", path, err)
}

// stream writes on to something that takes it as it comes.
type stream struct {
	*bufio.Writer
	file *os.File // to close, nil for stdout
	name string
}

func (s *stream) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	if err != nil {
		return n, writing(s.name, err)
	}
	return n, nil
}

func (s *stream) commit() error {
	err := s.Flush()
	if s.file != nil {
		err = errors.Join(err, s.file.Close())
		s.file = nil
	}
	if err != nil {
		return writing(s.name, err)
	}
	return nil
}

func (s *stream) abort() {
	if s.file != nil {
		s.file.Close()
		s.file = nil
	}
}

// wholeFile is a file that appears complete or not at all: it is written under
// another name beside its place and renamed at the end.
type wholeFile struct {
	*bufio.Writer
	file *os.File // nil when done with
	path string
}

// newWholeFile begins the file at path; old describes the one that is there, nil
// when there is none.
func newWholeFile(path string, old fs.FileInfo) (*wholeFile, error) {
	mode := fs.FileMode(0o666) // less the umask
	if old != nil {
		mode = old.Mode().Perm()
	}
	dir, base := filepath.Split(path)
	for i := 0; ; i++ {
		name := filepath.Join(dir, "."+base+"."+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(i))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) && i < 100 {
			continue
		}
		if err != nil {
			return nil, writing(path, err)
		}
		w := &wholeFile{bufio.NewWriterSize(f, 64<<10), f, path}
		if old != nil {
			if err := f.Chmod(mode); err != nil {
				w.abort()
				return nil, writing(path, err)
			}
		}
		return w, nil
	}
}

func (w *wholeFile) Write(b []byte) (int, error) {
	n, err := w.Writer.Write(b)
	if err != nil {
		return n, writing(w.path, err)
	}
	return n, nil
}

func (w *wholeFile) commit() error {
	err := w.Flush()
	if err == nil {
		err = w.file.Sync()
	}
	if err != nil {
		return writing(w.path, err)
	}
	f := w.file
	w.file = nil
	err = f.Close()
	if err == nil {
		err = os.Rename(f.Name(), w.path)
	}
	if err != nil {
		os.Remove(f.Name())
		return writing(w.path, err)
	}
	return nil
}

func (w *wholeFile) abort() {
	if w.file != nil {
		w.file.Close()
		os.Remove(w.file.Name())
		w.file = nil
	}
}
