package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// input is one article to read, or the reason why there is none.
type input struct {
	name string // as printed in doc
	err  error
	note string // told on stderr; there is nothing to read
}

// expand makes inputs of FILE...: a directory stands for the *.txt files in it
// and below, in byte order of their paths.
func expand(files []string) []input {
	var out []input
	for _, f := range files {
		if f == "-" {
			out = append(out, input{name: f})
			continue
		}
		if st, err := os.Stat(f); err != nil || !st.IsDir() {
			out = append(out, input{name: f}) // a missing file is told when it is its turn
			continue
		}
		out = append(out, texts(f)...)
	}
	return out
}

// texts lists the *.txt files of a directory. What can't be listed is an input
// with an error.
func texts(dir string) []input {
	var out []input
	// A directory's last slash makes WalkDir follow it should it be a link.
	root := strings.TrimRight(dir, string(filepath.Separator)) + string(filepath.Separator)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			out = append(out, input{name: path, err: err})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && filepath.Ext(path) == ".txt":
			out = append(out, input{name: path})
		}
		return nil
	})
	if err != nil {
		out = append(out, input{name: dir, err: err})
	}
	if out == nil {
		return []input{{name: dir, note: "holds no *.txt file"}}
	}
	slices.SortFunc(out, func(a, b input) int { return strings.Compare(a.name, b.name) })
	return out
}

// read returns the bytes of the input.
func (in input) read(stdin io.Reader) ([]byte, error) {
	switch {
	case in.err != nil:
		return nil, in.err
	case in.name == "-":
		return io.ReadAll(stdin)
	}
	return os.ReadFile(in.name)
}

// complaint is one line that names the input and says why it failed.
func (in input) complaint(err error) string {
	var perr *fs.PathError
	if errors.As(err, &perr) && perr.Path == in.name {
		err = perr.Err
	}
	msg := oneLine(err)
	if in.name == "-" {
		in.name = "stdin"
		msg = strings.TrimPrefix(msg, "-: ")
	}
	if prefix := in.name + ": "; !strings.HasPrefix(msg, prefix) {
		msg = prefix + msg
	}
	return "extract: " + msg + "\n"
}
