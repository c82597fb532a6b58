// Command extract reads German news articles and prints their numeric claims as
// JSON Lines.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

func main() {
	// What lives on is words remembered, some 20 MB of them at most: collecting
	// less often costs little memory and saves a twentieth of the time.
	debug.SetGCPercent(400)
	// Writing into a closed pipe is to be an error that is answered, not the end.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends it at once
	code := execute(ctx, streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}, os.Args[1:])
	stop()
	os.Exit(code)
}
