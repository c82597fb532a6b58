// Command pack writes builtin.pack, the packed form of the rule files in the
// working folder. Run it by go generate ./extract/rules.
package main

import (
	"fmt"
	"os"

	"github.com/belegt/extract/extract/rule"
)

func main() {
	packed, err := rule.Pack(rule.Source{FS: os.DirFS(".")})
	if err == nil {
		err = os.WriteFile("builtin.pack", []byte(packed), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}
