package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/belegt/extract/extract/output"
)

// example is a command of a console block of the README with what it prints.
type example struct {
	line     int // of the command, from 1
	command  string
	from, to int // the lines of the output, from 0, end exclusive
}

// examples finds the commands of the ```console blocks: a line that begins with
// "$ " and goes on in lines that begin with "> "; up to the next one or the
// block's end stands what it prints.
func examples(md []string) []example {
	var out []example
	inside := false
	for i := 0; i < len(md); i++ {
		switch {
		case !inside:
			inside = md[i] == "```console"
		case md[i] == "```":
			inside = false
		case strings.HasPrefix(md[i], "$ "):
			e := example{line: i + 1, command: md[i][2:]}
			for i+1 < len(md) && strings.HasPrefix(md[i+1], "> ") {
				i++
				e.command += "\n" + md[i][2:]
			}
			e.from = i + 1
			for i+1 < len(md) && md[i+1] != "```" && !strings.HasPrefix(md[i+1], "$ ") {
				i++
			}
			e.to = i + 1
			out = append(out, e)
		}
	}
	return out
}

// TestReadmeExamples runs the commands of the README's console blocks in the
// project's folder. With -update it writes what they print into the README.
func TestReadmeExamples(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh to run the examples")
	}
	t.Chdir(root)
	bin := t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(bin, "extract"), "./cmd/extract")
	if msg, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	_, noJQ := exec.LookPath("jq")

	md := readme(t)
	found := examples(md)
	if len(found) == 0 {
		t.Fatal("got no examples; want some console blocks in the README")
	}
	var fresh []string
	at := 0
	for _, e := range found {
		want := strings.Join(md[e.from:e.to], "\n")
		got := want
		t.Run(fmt.Sprintf("line %d", e.line), func(t *testing.T) {
			if noJQ != nil && strings.Contains(e.command, "jq ") {
				t.Skip("there is no jq to run the example")
			}
			// A failing command belongs to an example when its output does.
			b, err := exec.Command(sh, "-c", e.command).CombinedOutput()
			if err != nil && len(b) == 0 {
				t.Errorf("%s: %v", e.command, err)
			}
			got = strings.TrimSuffix(string(b), "\n")
			if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); d != "" && !*update {
				t.Errorf("%s (-want +got):\n%s", e.command, d)
			}
		})
		fresh = append(fresh, md[at:e.from]...)
		if got != "" {
			fresh = append(fresh, got)
		}
		at = e.to
	}
	if *update {
		writeReadme(t, append(fresh, md[at:]...))
	}
}

// TestReadmeTables compares the tables between <!-- fields NAME --> and
// <!-- end --> with the record types. With -update it writes them anew.
func TestReadmeTables(t *testing.T) {
	t.Chdir(root)
	md := readme(t)
	begin := regexp.MustCompile(`^<!-- fields (\w+) -->$`)
	var fresh []string
	seen := map[string]bool{}
	for i := 0; i < len(md); i++ {
		fresh = append(fresh, md[i])
		m := begin.FindStringSubmatch(md[i])
		if m == nil {
			continue
		}
		seen[m[1]] = true
		end := i + 1
		for end < len(md) && md[end] != "<!-- end -->" {
			end++
		}
		want := table(t, m[1])
		if d := cmp.Diff(want, md[i+1:end]); d != "" && !*update {
			t.Errorf("README.md:%d (-want +got):\n%s", i+1, d)
		}
		fresh = append(fresh, want...)
		i = end - 1
	}
	for _, r := range output.Records() {
		if !seen[r] {
			t.Errorf("README.md has no table of the fields of %s", r)
		}
	}
	if *update {
		writeReadme(t, fresh)
	}
}

// TestReadmeBounds reads the examples of the table of bounds and compares what
// is found with its columns.
func TestReadmeBounds(t *testing.T) {
	t.Chdir(root)
	rows := 0
	inside := false
	for _, line := range readme(t) {
		cells := strings.Split(line, " | ")
		if inside = inside && strings.HasPrefix(line, "| ") || line == "| bound | example | also | value | min | max |"; !inside || len(cells) < 5 || !strings.HasPrefix(line, "| `") {
			continue
		}
		rows++
		example, n := cells[1], len(cells)
		got := call(t, "In der Halle standen am Ende "+example+".", "numbers", "-")
		var r struct {
			Bound           string
			Value, Min, Max json.RawMessage
		}
		if err := json.Unmarshal([]byte(got.out), &r); err != nil {
			t.Errorf("%s: %v in %q, %q", example, err, got.out, got.err)
			continue
		}
		want := []string{strings.Trim(cells[0], "| `"), cells[n-3], cells[n-2], strings.TrimSuffix(cells[n-1], " |")}
		if d := cmp.Diff(want, []string{r.Bound, string(r.Value), string(r.Min), string(r.Max)}); d != "" {
			t.Errorf("%s (-want +got):\n%s", example, d)
		}
	}
	if rows < 10 {
		t.Errorf("got %d rows; want one for each bound", rows)
	}
}

// table describes the fields of a record.
func table(t *testing.T, record string) []string {
	fields, err := output.Fields(record)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{"", "| field | type | holds |", "| --- | --- | --- |"}
	for _, f := range fields {
		doc := f.Doc
		if f.Values != nil && f.Name != "upos" {
			doc += ": `" + strings.Join(f.Values, "` `") + "`"
		}
		out = append(out, fmt.Sprintf("| `%s` | %s | %s |", f.Name, f.Type, doc))
	}
	return append(out, "")
}

func readme(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(b), "\n")
}

func writeReadme(t *testing.T, md []string) {
	t.Helper()
	if err := os.WriteFile("README.md", []byte(strings.Join(md, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}
