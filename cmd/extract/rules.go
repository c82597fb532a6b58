package main

import (
	"bufio"
	"errors"
	"fmt"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/rule"
)

func newRulesCmd(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List, show and check the rules",
		Long: `List, show and check the rules. Every decision of the program is a rule: what it looks for,
what it proposes, and examples of where it holds and where not.`,
		Example: `  extract rules list
  extract rules show claim.count
  extract rules check my-rules/`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newRulesListCmd(s), newRulesShowCmd(s), newRulesCheckCmd(s))
	return cmd
}

func newRulesListCmd(s streams) *cobra.Command {
	var dirs []string
	cmd := &cobra.Command{
		Use:   "list [flags]",
		Short: "List the rules: id, what it proposes, file and line",
		Example: `  extract rules list
  extract rules list --rules my-rules/`,
		DisableFlagsInUseLine: true,
		Args:                  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			set, err := loadRules(dirs)
			if err != nil {
				return err
			}
			b := bufio.NewWriter(s.out)
			t := tabwriter.NewWriter(b, 0, 8, 2, ' ', 0)
			for _, r := range set.List() {
				fmt.Fprintf(t, "%s\t%s\t%s:%d\n", r.ID, r.Proposes, r.File, r.Line)
			}
			return errors.Join(t.Flush(), b.Flush())
		},
	}
	addRulesFlag(cmd, &dirs)
	return cmd
}

func newRulesShowCmd(s streams) *cobra.Command {
	var dirs []string
	cmd := &cobra.Command{
		Use:   "show [flags] ID",
		Short: "Print a rule as it stands in its file",
		Example: `  extract rules show claim.count
  extract rules show --rules my-rules/ my.rule`,
		DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("%d rules named; want one ID", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			set, err := loadRules(dirs)
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			var ids []cobra.Completion
			for _, r := range set.List() {
				ids = append(ids, r.ID)
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := loadRules(dirs)
			if err != nil {
				return err
			}
			if set.Rule(args[0]) == nil {
				return usagef("no rule %q; 'extract rules list' shows the ids", args[0])
			}
			txt, err := set.Show(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(s.out, txt)
			return err
		},
	}
	addRulesFlag(cmd, &dirs)
	return cmd
}

func newRulesCheckCmd(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR...]",
		Short: "Load the rules, with those of DIR, and run their examples",
		Long: `Load the built-in rules, with those of DIR, and run all their examples. Every fault is a
line with file, line and column. The exit code is 1 when there is one.`,
		Example: `  extract rules check
  extract rules check my-rules/`,
		DisableFlagsInUseLine: true,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(_ *cobra.Command, dirs []string) error {
			x, err := extract.New(extract.Options{RuleDirs: clean(dirs)})
			if err != nil {
				return err
			}
			faults, err := x.CheckRules()
			if err != nil {
				return err
			}
			b := bufio.NewWriter(s.err)
			for _, f := range faults {
				fmt.Fprintln(b, f)
			}
			if err := b.Flush(); err != nil {
				return err
			}
			if len(faults) > 0 {
				return errReported
			}
			_, err = fmt.Fprintf(s.out, "%d rules, all examples hold\n", len(x.Rules().List()))
			return err
		},
	}
}

// loadRules loads the built-in rules and those of dirs.
func loadRules(dirs []string) (*rule.Set, error) {
	x, err := extract.New(extract.Options{RuleDirs: clean(dirs)})
	if err != nil {
		return nil, usageError{err}
	}
	return x.Rules(), nil
}

func addRulesFlag(cmd *cobra.Command, dirs *[]string) {
	cmd.Flags().StringArrayVar(dirs, "rules", nil, "folder `DIR` of rules that add to or replace the built-in ones (repeatable)")
	if err := cmd.MarkFlagDirname("rules"); err != nil {
		panic(err) // the flag is named above
	}
}

// clean takes the last slash off: it comes back in messages.
func clean(dirs []string) []string {
	out := make([]string, len(dirs))
	for i, d := range dirs {
		out[i] = filepath.Clean(d)
	}
	return out
}
