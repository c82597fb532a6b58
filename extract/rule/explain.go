package rule

import (
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/belegt/extract/extract/text"
)

// Explain says in one line which rule matched what:
//
//	block.law.section (rules/block.yaml:12) "§ 218" number="218"
func (m *Match) Explain(d *text.Doc) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s:%d) %s", m.Rule.ID, m.Rule.File, m.Rule.Line, strconv.Quote(covered(d, m.Tokens)))
	for i, name := range m.Rule.captures {
		if r := m.caps[i]; !r.Empty() {
			fmt.Fprintf(&b, " %s=%s", name, strconv.Quote(covered(d, r)))
		}
	}
	return b.String()
}

// covered is the text from the first token of r to its last.
func covered(d *text.Doc, r text.Range) string {
	if r.Empty() {
		return ""
	}
	return d.Text[d.Tokens[r.From].Start:d.Tokens[r.To-1].End]
}

// Show returns the text of a rule as it stands in its file, under a comment that
// names file and line.
func (s *Set) Show(id string) (string, error) {
	r := s.Rule(id)
	if r == nil {
		return "", fmt.Errorf("no rule %q; rules list shows the ids", id)
	}
	src := s.sources[r.source]
	data, err := fs.ReadFile(src.FS, strings.TrimPrefix(r.File, src.Label))
	if err != nil {
		return "", fmt.Errorf("the file of rule %q can't be read: %w", id, err)
	}
	return fmt.Sprintf("# %s:%d\n%s", r.File, r.Line, blockFrom(data, r.Line)), nil
}

// blockFrom is the list member that begins at line n (from 1), its indentation
// taken off.
func blockFrom(data []byte, n int) string {
	lines := bytes.SplitAfter(data, []byte("\n"))
	if n < 1 || n > len(lines) {
		return ""
	}
	indent := bytes.IndexByte(lines[n-1], '-')
	if indent < 0 {
		indent = 0
	}
	var b strings.Builder
	blank := ""
	for i, line := range lines[n-1:] {
		text := strings.TrimRight(string(line), "\r\n")
		lead := len(text) - len(strings.TrimLeft(text, " "))
		if strings.TrimSpace(text) == "" {
			blank += "\n"
			continue
		}
		if i > 0 && lead <= indent {
			break
		}
		b.WriteString(blank + text[min(indent, lead):] + "\n")
		blank = ""
	}
	return b.String()
}
