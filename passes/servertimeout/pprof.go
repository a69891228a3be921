package servertimeout

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// profiles reports whether a server is there for net/http/pprof alone. Whoever
// reaches it can do worse than hold a connection.
func (e *exposure) profiles(handlers, addrs []flow.Origin) bool {
	switch {
	case !e.importsPprof():
		return false
	case e.all(handlers, isDefaultMux):
		return e.all(addrs, isPprofPort) || e.onlyPprof(e.patterns(isDefaultMux, true))
	case len(handlers) != 1:
		return false
	}
	patterns := e.patterns(handlers[0].Same, false)
	return len(patterns) > 0 && e.onlyPprof(patterns)
}

func (e *exposure) importsPprof() bool {
	for _, file := range e.Files {
		for _, spec := range file.Imports {
			if spec.Path.Value == `"net/http/pprof"` {
				return true
			}
		}
	}
	return false
}

// isDefaultMux reports whether a handler is http.DefaultServeMux, for which nil stands.
func isDefaultMux(o flow.Origin) bool {
	if c, ok := o.Value.(*ssa.Const); ok {
		return c.IsNil()
	}
	g := flow.VariableOf(o)
	return g != nil && g.Object() != nil && g.Object().Pkg().Path() == "net/http" && g.Name() == "DefaultServeMux"
}

// isPprofPort reports whether an address has the port that the documentation of net/http/pprof uses.
func isPprofPort(o flow.Origin) bool {
	addr, ok := text(o)
	return ok && strings.HasSuffix(addr, ":6060")
}

// patterns returns the patterns that the package registers with a mux, those
// of http.Handle included if it is the default one.
func (e *exposure) patterns(isMux func(flow.Origin) bool, isDefault bool) []ssa.Value {
	var found []ssa.Value
	for _, fn := range e.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			switch args := call.Call.Args; calleeName(call) {
			case "net/http.Handle", "net/http.HandleFunc":
				if isDefault {
					found = append(found, args[0])
				}
			case "(*net/http.ServeMux).Handle", "(*net/http.ServeMux).HandleFunc":
				if slices.ContainsFunc(e.reaching(args[0]), isMux) {
					found = append(found, args[1])
				}
			}
		}
	}
	return found
}

func (e *exposure) onlyPprof(patterns []ssa.Value) bool {
	for _, pattern := range patterns {
		if !e.all(e.reaching(pattern), func(o flow.Origin) bool {
			text, ok := text(o)
			return ok && strings.Contains(text, "/debug/")
		}) {
			return false
		}
	}
	return true
}
