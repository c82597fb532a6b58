package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/belegt/extract/extract/rule"
)

// The exit codes.
const (
	exitOK          = 0   // all inputs read, with or without claims; or the reader of the output went away
	exitFailed      = 1   // an input could not be read or the output not be written
	exitUsage       = 2   // the command line or the rules it names are wrong; nothing was read
	exitInterrupted = 130 // stopped by a signal
)

// errReported is a failure that has been told on stderr already.
var errReported = errors.New("reported")

// usageError is a fault of the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// report tells err on stderr and returns the exit code for it. help is the
// command that explains the usage.
func report(stderr io.Writer, err error, help string) int {
	var usage usageError
	var faults rule.Errors
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errReported):
		return exitFailed
	case closedPipe(err):
		return exitOK
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "extract: interrupted")
		return exitInterrupted
	case errors.As(err, &faults):
		// One fault a line, file first, so that editors can jump to it.
		fmt.Fprintln(stderr, faults.Error())
		if errors.As(err, &usage) {
			return exitUsage
		}
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "extract: %s (see '%s --help')\n", oneLine(err), help)
		return exitUsage
	}
	fmt.Fprintf(stderr, "extract: %s\n", oneLine(err))
	return exitFailed
}

// closedPipe reports whether err says that nobody reads the output any more.
func closedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

// oneLine is err's text with line breaks turned into "; ".
func oneLine(err error) string {
	return strings.Join(strings.FieldsFunc(err.Error(), func(r rune) bool { return r == '\n' || r == '\r' }), "; ")
}
