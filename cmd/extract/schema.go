package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/belegt/extract/extract/output"
)

func newSchemaCmd(s streams) *cobra.Command {
	names := output.Records()
	return &cobra.Command{
		Use:   "schema [RECORD]",
		Short: "Print the JSON Schema of the records",
		Long: fmt.Sprintf(`Print the JSON Schema (2020-12) of a record, of all when none is named.

RECORD is one of %s.`, strings.Join(names, ", ")),
		Example: `  extract schema
  extract schema claim | jq '.properties.bound.enum'`,
		DisableFlagsInUseLine: true,
		ValidArgs:             names,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("%d records named; want one of %s", len(args), strings.Join(names, ", "))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := output.Schema(strings.Join(args, ""))
			if err != nil {
				return usageError{err}
			}
			_, err = s.out.Write(b)
			return err
		},
	}
}
