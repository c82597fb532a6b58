// Package rules holds the built-in rules and lexicons. It is data only: the
// format is described in FORMAT.md, the engine is package rule.
package rules

import (
	"embed"

	"github.com/belegt/extract/extract/rule"
)

//go:generate go run ./internal/pack

//go:embed *.yaml
var files embed.FS

// packed is the same files as go generate found them. When they have changed
// since, it is passed over.
//
//go:embed builtin.pack
var packed string

// Builtin is the source of the built-in rules.
func Builtin() rule.Source {
	return rule.Source{Label: "rules/", FS: files, Packed: packed}
}
