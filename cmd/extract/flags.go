package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/output"
	"github.com/belegt/extract/normalize/unit"
)

type kind = unit.Kind

// options are what the command line asks for.
type options struct {
	files    []string
	date     string
	kinds    []kind           // nil for all
	statuses []extract.Status // nil for all
	explain  explainMode
	out      string // "" for stdout
	jobs     int    // 0 for one for each processor
	ruleDirs []string
	whole    bool // tokens: compounds in one piece
	write    func(w *output.Writer, b []byte, o *options) []byte
}

// dateFlag is a date as precise as it is known.
type dateFlag string

func (d *dateFlag) String() string { return string(*d) }
func (d *dateFlag) Type() string   { return "DATE" }

func (d *dateFlag) Set(s string) error {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			*d = dateFlag(s)
			return nil
		}
	}
	return fmt.Errorf("want a date as YYYY, YYYY-MM or YYYY-MM-DD")
}

// jobsFlag is a number of workers.
type jobsFlag int

func (j *jobsFlag) String() string {
	if *j == 0 {
		return ""
	}
	return strconv.Itoa(int(*j))
}
func (j *jobsFlag) Type() string { return "N" }

func (j *jobsFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return fmt.Errorf("want a number from 1")
	}
	*j = jobsFlag(n)
	return nil
}

// explainMode is the form in which decisions are told.
type explainMode string

const (
	explainOff  explainMode = ""
	explainText explainMode = "text"
	explainJSON explainMode = "json"
)

func (e *explainMode) String() string { return string(*e) }
func (e *explainMode) Type() string   { return "FORM" }

func (e *explainMode) Set(s string) error {
	switch m := explainMode(s); m {
	case explainText, explainJSON:
		*e = m
		return nil
	}
	return fmt.Errorf("want text or json")
}

// listFlag is a list of words out of allowed.
type listFlag[T ~string] struct {
	list    *[]T
	allowed []T
}

func (l listFlag[T]) String() string { return join(*l.list) }
func (l listFlag[T]) Type() string   { return "LIST" }

func (l listFlag[T]) Set(s string) error {
	for _, w := range strings.Split(s, ",") {
		v := T(strings.TrimSpace(w))
		if !slices.Contains(l.allowed, v) {
			return fmt.Errorf("unknown %q; want one or more of %s", string(v), join(l.allowed))
		}
		*l.list = append(*l.list, v)
	}
	return nil
}

func addList[T ~string](cmd *cobra.Command, list *[]T, allowed []T, name, usage string) {
	cmd.Flags().Var(listFlag[T]{list, allowed}, name, usage+join(allowed))
	complete(cmd, name, allowed)
}

// complete offers words as values of a flag to the shell.
func complete[T ~string](cmd *cobra.Command, flag string, words []T) {
	var list []cobra.Completion
	for _, w := range words {
		list = append(list, string(w))
	}
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag was added just before
	}
}

func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	return strings.Join(words, ",")
}

// has reports whether v is wanted; an empty list wants all.
func has[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }
