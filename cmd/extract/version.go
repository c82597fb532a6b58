package main

import "runtime/debug"

// version names the build: module version or revision, and the Go release.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "extract (unknown build)"
	}
	v := info.Main.Version
	if v == "" || v == "(devel)" {
		v = "devel"
		var rev, changed string
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				rev = s.Value[:min(12, len(s.Value))]
			case s.Key == "vcs.modified" && s.Value == "true":
				changed = "+dirty"
			}
		}
		if rev != "" {
			v += "-" + rev + changed
		}
	}
	return "extract " + v + " (" + info.GoVersion + ")"
}
