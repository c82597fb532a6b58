package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/belegt/extract/extract/output"
)

// TestOutputFitsSchema validates what each command prints for testdata/articles
// with what extract schema prints.
func TestOutputFitsSchema(t *testing.T) {
	t.Chdir(root)
	articles, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range output.Records() {
		t.Run(record, func(t *testing.T) {
			args := append([]string{record + "s"}, articles...)
			if record == "claim" {
				args = append([]string{"--explain=json"}, articles...)
			}
			got := call(t, "", args...)
			if got.code != exitOK || got.out == "" {
				t.Fatalf("got exit code %d, %d bytes, %q; want 0 and records", got.code, len(got.out), got.err)
			}
			schema := compiled(t, call(t, "", "schema", record).out)
			for line := range strings.Lines(got.out) {
				v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
				if err != nil {
					t.Fatalf("%v in %s", err, line)
				}
				if err := schema.Validate(v); err != nil {
					t.Errorf("%v in %s", err, line)
				}
			}
		})
	}
}

func compiled(t *testing.T, schema string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}
