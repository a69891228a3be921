package lint

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// What a function is there for, its name says; nothing in its code tells a client that waits for a job from one
// that tries again.

// keeping are words in the names of functions that keep something open as long as the program runs.
var keeping = []string{"connect", "connection", "listen", "listener", "reconnect", "serve", "stream", "subscribe", "subscription", "watch", "watcher"}

// Keeps reports whether a function is there to come back for ever: to keep a connection open, or to follow a stream.
func Keeps(fn *ssa.Function) bool { return isFor(fn, keeping) }

// awaiting are words in the names of functions that wait for something to come about.
var awaiting = append([]string{"until"}, polling...)

// Awaits reports whether a region is there to wait for something, and asks again and again whether it has come about.
func (p *Pass) Awaits(r *scenario.Region) bool { return p.isRegionFor(r, awaiting) }

// polling are words in the names of functions that ask whether something has come about.
var polling = append([]string{"await", "poll", "wait"}, starting...)

// Polls reports whether a region asks whether something has come about. An answer that refuses may say: not yet.
func (p *Pass) Polls(r *scenario.Region) bool { return p.isRegionFor(r, polling) }

// starting are words in the names of functions that find out whether a server is there.
var starting = []string{"alive", "availability", "health", "healthy", "healthz", "liveness", "probe", "reachable", "readiness", "ready", "running"}

// AwaitsStart reports whether a region is there to wait until a server has started, which knows no limits yet.
func (p *Pass) AwaitsStart(r *scenario.Region) bool { return p.isRegionFor(r, starting) }

// choosing are words in the names of functions that take one of several, and servers those for what they take.
var (
	choosing = []string{"choose", "next", "pick", "rotate", "select"}
	servers  = []string{"backend", "endpoint", "host", "mirror", "node", "peer", "replica", "server", "upstream", "uri", "url"}
)

// TriesOthers reports whether a function asks another server after one that failed: what that one says of its limits is no
// matter to the next.
func TriesOthers(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		callee := flow.CalleeOf(&call.Call)
		if callee == nil {
			continue
		}
		words := flow.Words(callee.Name())
		if containsAny(words, choosing) && containsAny(words, servers) {
			return true
		}
	}
	return false
}

func containsAny(words, others []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(others, word) })
}

// isRegionFor looks at the names of the region's function and of what it attempts, and at the last part of the URLs that it asks.
func (p *Pass) isRegionFor(r *scenario.Region, purposes []string) bool {
	callee := flow.CalleeOf(r.Attempt.Common())
	if asks(flow.Outermost(r.Attempt.Parent()).Name(), purposes) || callee != nil && asks(callee.Name(), purposes) {
		return true
	}
	sent := p.Sent(r)
	return len(sent) > 0 && !slices.ContainsFunc(sent, func(s *Sent) bool { return !asksFor(s, purposes) })
}

// asks reports whether a name has one of the words, and isn't that of a retry: "waitAndRetry".
func asks(name string, purposes []string) bool {
	words := flow.Words(name)
	return containsAny(words, purposes) && !containsAny(words, []string{"retry", "retries", "retrying"})
}

// asksFor reports whether a request is always one for a resource with such a name: "http://%s/api/health".
func asksFor(s *Sent, purposes []string) bool {
	return !slices.ContainsFunc(s.Made, func(m summary.Made) bool {
		if m.URL == nil {
			return true
		}
		return !slices.ContainsFunc(s.texts(m.URL, m.Origin, 0), func(text string) bool {
			path, _, _ := strings.Cut(text, "?")
			return containsAny(flow.Words(path[strings.LastIndexByte(path, '/')+1:]), purposes)
		})
	})
}

func isFor(fn *ssa.Function, purposes []string) bool {
	return containsAny(flow.Words(flow.Outermost(fn).Name()), purposes)
}
