package machine

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// mayBlock reports whether a call of code that isn't played may take its time: not that of std's functions that only
// compute, nor that of what notes or counts something.
func (m *Machine) mayBlock(call *ssa.CallCommon) bool {
	if _, builtin := call.Value.(*ssa.Builtin); builtin {
		return false
	}
	fn := flow.CalleeOf(call)
	switch {
	case fn == nil:
		return !notes(calledName(call))
	case fn.Pkg() == nil:
		return false // error.Error
	case catalog.Std(fn.Pkg().Path()):
		return !computes(fn)
	}
	if body := call.StaticCallee(); body != nil && body.Package() == m.pkg.Package && len(body.Blocks) > 0 {
		return m.blocks(body)
	}
	return !converts(fn.Signature()) && !notes(fn.Name()) && !slices.ContainsFunc(flow.Words(fn.Pkg().Path()), func(word string) bool { return slices.Contains(journals, word) })
}

// blocks reports whether a function of the package, or one that it calls, may take its time.
func (m *Machine) blocks(fn *ssa.Function) bool { return executes(fn, m.blocking, m.blocksAt) }

// executes reports whether a function has an instruction of a kind, and keeps the answer.
func executes(fn *ssa.Function, known map[*ssa.Function]bool, is func(ssa.Instruction) bool) bool {
	if found, ok := known[fn]; ok {
		return found
	}
	known[fn] = false // while it is looked at
	for instr := range flow.Instructions(fn) {
		if is(instr) {
			known[fn] = true
			break
		}
	}
	return known[fn]
}

func (m *Machine) blocksAt(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Send:
		return true
	case *ssa.Call:
		return m.mayBlock(&instr.Call)
	}
	return m.WaitsAt(instr)
}

// computing are the standard packages whose functions return at once, with those below them.
var computing = []string{
	"bytes", "cmp", "context", "encoding", "errors", "fmt", "hash", "html", "io", "log", "maps", "math", "net/url", "path", "reflect", "regexp",
	"runtime", "slices", "sort", "strconv", "strings", "sync", "text", "time", "unicode",
}

// computes reports whether a function of the standard library returns at once.
func computes(fn *types.Func) bool {
	path := fn.Pkg().Path()
	known := slices.ContainsFunc(computing, func(dir string) bool { return path == dir || strings.HasPrefix(path, dir+"/") })
	return known && fn.FullName() != "time.Sleep" && fn.Name() != "Wait" && !strings.Contains(fn.Name(), "Scan") || path == "net/http" && !catalogued(fn)
}

// converts reports whether a function makes one value of another that is a number, a flag or a text, as aws.String does.
func converts(sig *types.Signature) bool {
	if sig.Recv() != nil || sig.Params().Len() != 1 || sig.Results().Len() != 1 || isError(sig.Results().At(0).Type()) {
		return false
	}
	_, basic := sig.Params().At(0).Type().Underlying().(*types.Basic)
	return basic
}

func catalogued(fn *types.Func) bool { return catalog.FuncOf(fn) != nil }

// noting are beginnings of words in the names of functions that write to a log, or count.
var noting = []string{
	"add", "attr", "count", "debug", "dec", "err", "event", "fail", "fatal", "field", "format", "gauge", "inc", "info", "is", "label", "log", "message", "metric", "msg",
	"new", "notice", "observe", "panic", "print", "record", "report", "set", "span", "str", "trace", "warn", "with",
}

// notes reports whether code goes by a name that says that it writes to a log, or counts.
func notes(name string) bool {
	return slices.ContainsFunc(flow.Words(name), func(word string) bool {
		return slices.ContainsFunc(noting, func(begin string) bool { return strings.HasPrefix(word, begin) })
	})
}

// journals are words in the paths of packages that only write to a log, or count.
var journals = []string{"errors", "glog", "klog", "log", "logger", "logging", "logr", "logrus", "metrics", "opentelemetry", "otel", "prometheus", "slog", "zap", "zerolog"}
