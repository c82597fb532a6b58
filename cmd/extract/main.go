// Command extract reads German news articles and prints their numeric claims as
// JSON Lines.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
)

func main() {
	collectSeldom()
	// Writing into a closed pipe is to be an error that is answered, not the end.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends it at once
	code := execute(ctx, streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}, os.Args[1:])
	stop()
	os.Exit(code)
}

// collectSeldom sets the collector of garbage. What lives on is words remembered,
// some 40 MB for each worker at most: collecting seldom costs little memory and
// saves a twentieth of the time. The first collection is at 128 MB, those behind
// it when the heap is five times what lived on.
func collectSeldom() {
	debug.SetGCPercent(3200) // of 4 MB
	// The object is unreachable: the first collection finds it.
	runtime.AddCleanup(new([64]byte), func(percent int) { debug.SetGCPercent(percent) }, 400)
}
