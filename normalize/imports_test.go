package normalize_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestImports holds the direction of imports: normalize knows nothing of news,
// and so imports nothing of the pipeline.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	const ours = "github.com/belegt/extract/"
	for _, p := range strings.Fields(string(out)) {
		if strings.HasPrefix(p, ours) && !strings.HasPrefix(p+"/", ours+"normalize/") {
			t.Errorf("normalize depends on %s; want nothing of ours outside normalize/", p)
		}
	}
}
