package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the expected outputs anew")

// root is the project's folder, where the commands of the README run.
const root = "../.."

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"extract": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(root, "testdata", "scripts"),
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			abs, err := filepath.Abs(filepath.Join(root, "testdata", "articles"))
			env.Setenv("ARTICLES", abs)
			return err
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "devfull":
				_, err := os.Stat("/dev/full")
				return err == nil, nil
			case "root":
				return os.Geteuid() == 0, nil
			}
			return false, nil
		},
	})
}

// called is what a command line gave.
type called struct {
	code     int
	out, err string
}

// call runs a command line in this process.
func call(t testing.TB, stdin string, args ...string) called {
	t.Helper()
	var out, errs bytes.Buffer
	code := execute(context.Background(), streams{in: strings.NewReader(stdin), out: &out, err: &errs}, args)
	return called{code, out.String(), errs.String()}
}
