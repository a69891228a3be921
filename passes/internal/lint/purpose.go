package lint

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// What a function is there for, its name says; nothing in its code tells a client that waits for a job from one
// that tries again.

// keeping are words in the names of functions that keep something open as long as the program runs.
var keeping = []string{"connect", "connection", "listen", "listener", "reconnect", "serve", "stream", "subscribe", "subscription", "watch", "watcher"}

// Keeps reports whether a function is there to come back for ever: to keep a connection open, or to follow a stream.
func Keeps(fn *ssa.Function) bool { return isFor(fn, keeping) }

// awaiting are words in the names of functions that wait for something to come about.
var awaiting = append([]string{"await", "poll", "until", "wait"}, starting...)

// Awaits reports whether a function is there to wait for something, and asks again and again whether it has come about.
func Awaits(fn *ssa.Function) bool { return isFor(fn, awaiting) }

// starting are words in the names of functions that find out whether a server is there.
var starting = []string{"alive", "healthy", "liveness", "probe", "readiness", "ready"}

// AwaitsStart reports whether a function is there to wait until a server has started, which knows no limits yet.
func AwaitsStart(fn *ssa.Function) bool { return isFor(fn, starting) }

func isFor(fn *ssa.Function, purposes []string) bool {
	return slices.ContainsFunc(flow.Words(flow.Outermost(fn).Name()), func(word string) bool { return slices.Contains(purposes, word) })
}
