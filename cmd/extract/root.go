package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/output"
)

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// execute runs the command line and returns its exit code.
func execute(ctx context.Context, s streams, args []string) int {
	root := newRootCmd(s)
	root.SetArgs(args)
	started := false
	root.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil && !started { // flags and arguments are read before anything runs
		err = usageError{err}
	}
	return report(s.err, err, cmd.CommandPath())
}

func newRootCmd(s streams) *cobra.Command {
	root := newRecordCmd(s, record{
		use:   "extract [flags] FILE...",
		short: "Print the numeric claims of German news articles as JSON Lines",
		long: `Print the numeric claims of German news articles, one JSON object a line: value with
bound and unit, what is counted, who says it, hedging words, dates, each with its place
in the text. It works offline and prints the same for the same input.

FILE is a plain text in UTF-8, - for stdin, or a directory: then all its *.txt files, also
those in directories below, in byte order of their paths. A file named like a subcommand
is given as ./NAME.

Exit codes: 0 all done (also when there are no claims), 1 an input could not be read or the
output not be written (all other inputs are done), 2 wrong usage or faulty rules.`,
		example: `  extract article.txt
  extract --date 2024-11-05 - <article.txt
  extract articles/ | jq -c '[.doc, .text, .value, .speaker.name]'
  extract --kind money,percent --status hedged,unverified,denied articles/*.txt
  extract --explain article.txt`,
		claims: true, kinds: output.ClaimKinds(),
		write: func(w *output.Writer, b []byte, o *options) []byte {
			return w.Claims(b, o.keepClaim(), o.explain == explainJSON)
		},
	})
	root.Version = version()
	root.SetVersionTemplate("{{.Version}}\n")
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	for _, r := range records {
		root.AddCommand(newRecordCmd(s, r))
	}
	root.AddCommand(newSchemaCmd(s), newRulesCmd(s))
	return root
}

// record describes a command that prints one kind of record for FILE....
type record struct {
	use, short, long, example string
	claims                    bool   // it prints claims: they can be filtered and explained
	kinds                     []kind // the kinds that --kind takes, nil for no such flag
	tokens                    bool   // it prints tokens: --whole is theirs
	write                     func(w *output.Writer, b []byte, o *options) []byte
}

func newRecordCmd(s streams, r record) *cobra.Command {
	o := &options{write: r.write}
	cmd := &cobra.Command{
		Use: r.use, Short: r.short, Long: r.long, Example: r.example,
		DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("no FILE given; - reads stdin")
			}
			return stdinOnce(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			return run(cmd.Context(), s, o)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.VarP((*dateFlag)(&o.date), "date", "", "reference date of all articles: YYYY, YYYY-MM or YYYY-MM-DD")
	if r.kinds != nil {
		addList(cmd, &o.kinds, r.kinds, "kind", "print only these kinds, a comma between them: ")
	}
	if r.claims {
		addList(cmd, &o.statuses, output.Statuses(), "status", "print only claims of these statuses: ")
		f.Var(&o.explain, "explain", "tell the rules and places behind each claim: text on stderr, or json as a field")
		f.Lookup("explain").NoOptDefVal = string(explainText)
		complete(cmd, "explain", []explainMode{explainText, explainJSON})
	}
	if r.tokens {
		f.BoolVar(&o.whole, "whole", false, "compounds with hyphens in one piece, as rules see them")
	}
	f.StringVarP(&o.out, "output", "o", "", "write to `FILE`, whole or not at all, instead of stdout")
	f.VarP((*jobsFlag)(&o.jobs), "jobs", "j", "articles read at the same time (default: one for each processor); the output is the same for any")
	f.StringArrayVar(&o.ruleDirs, "rules", nil, "folder `DIR` of rules that add to or replace the built-in ones (repeatable)")
	if err := cmd.MarkFlagDirname("rules"); err != nil {
		panic(err) // the flag is named above
	}
	return cmd
}

// stdinOnce refuses - given twice: the second would be empty.
func stdinOnce(args []string) error {
	n := 0
	for _, a := range args {
		if a == "-" {
			n++
		}
	}
	if n > 1 {
		return fmt.Errorf("- (stdin) is given %d times", n)
	}
	return nil
}

// keepClaim is the filter that the flags ask for, nil for all.
func (o *options) keepClaim() func(*extract.Claim) bool {
	if o.kinds == nil && o.statuses == nil {
		return nil
	}
	return func(c *extract.Claim) bool {
		return has(o.kinds, c.Kind) && has(o.statuses, c.Status)
	}
}
