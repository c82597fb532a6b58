package date

import (
	"os"
	"path/filepath"
	"testing"
)

// Where a word's lead says that nothing begins, Scan finds nothing.
func TestLeadIsRight(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "*", "*.t[xs][tv]"))
	if err != nil || len(files) == 0 {
		t.Fatalf("got %v, %v; want texts", files, err)
	}
	closed, open := 0, 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		for i := 0; i < len(s); {
			end := i + 1
			if isLetterByte(s[i]) {
				end = max(end, wordEnd(s, i))
			}
			if end > i+1 {
				_, found := Scan(s, i)
				switch {
				case LeadOf(s[i:end]).Opens(s, end):
					open++
				case found:
					t.Errorf("%s: %q: the lead keeps a time expression out", f, s[i:min(len(s), i+40)])
				default:
					closed++
				}
			}
			i = end
		}
	}
	if closed < 3*open {
		t.Errorf("got %d words that open none against %d that may; want three times as many", closed, open)
	}
}
