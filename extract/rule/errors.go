package rule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Error is one fault of a rule file. Line and Col count from 1; Col is in code
// points. Line is 0 for a fault of the file as a whole.
type Error struct {
	File      string
	Line, Col int
	Msg       string
}

// Error is "file:line:column: message".
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Msg
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Msg)
}

// Errors is every fault found, by file and place.
type Errors []*Error

// Error is one line a fault.
func (e Errors) Error() string {
	var b strings.Builder
	for i, err := range e {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(err.Error())
	}
	return b.String()
}

// Unwrap gives the single faults to errors.As.
func (e Errors) Unwrap() []error {
	out := make([]error, len(e))
	for i := range e {
		out[i] = e[i]
	}
	return out
}

// sorted orders e by place and drops repetitions.
func (e Errors) sorted() Errors {
	slices.SortStableFunc(e, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Msg, b.Msg))
	})
	return slices.CompactFunc(e, func(a, b *Error) bool { return *a == *b })
}

// place is where something stands in a rule file.
type place struct {
	file      string
	line, col int
}

func (p place) errorf(format string, args ...any) *Error {
	return &Error{p.file, p.line, p.col, fmt.Sprintf(format, args...)}
}
