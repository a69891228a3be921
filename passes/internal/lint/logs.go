package lint

import (
	"go/ast"
	"go/types"
	"iter"
	"regexp"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Channel is where a log call writes to.
type Channel uint8

// The channels.
const (
	// Log is a log, or the standard error, which mostly ends in one.
	Log Channel = iota + 1
	// Output is the standard output, or a writer that isn't known: what is printed there may be meant for the user.
	Output
	// ErrorText is the text of an error.
	ErrorText
)

// A Logged is a call that writes its arguments to a log.
type Logged struct {
	Call    ssa.CallInstruction
	Expr    *ast.CallExpr
	Channel Channel
	// Values are what it writes, and Args their syntax where each has its own.
	Values []ssa.Value
	Args   []ast.Expr
	// AsJSON says that structs are written as encoders do, not as package fmt does.
	AsJSON bool
}

// Logs yields the calls of the package that write to a log, to the standard output and error, or make an error.
func (p *Pass) Logs() iter.Seq[*Logged] {
	return func(yield func(*Logged) bool) {
		for instr := range p.instructions() {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if logged := p.logged(call); logged != nil && !yield(logged) {
				return
			}
		}
	}
}

// logged returns what a call writes, or nil.
func (p *Pass) logged(call ssa.CallInstruction) *Logged {
	fn := flow.CalleeOf(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	l := &Logged{Call: call, Channel: channelOf(call.Common(), fn), AsJSON: structured(fn)}
	if own := p.Summary.Callee(call); own != nil && l.Channel == 0 {
		l.Channel = forwards(own)
	}
	if l.Channel == 0 || p.Quiet(call.Pos()) {
		return nil
	}
	expr, ok := p.CallExpr(call)
	if !ok {
		return nil
	}
	l.Expr = expr
	args := call.Common().Args
	if fn.Signature().Recv() != nil && !call.Common().IsInvoke() {
		args = args[1:]
	}
	for i, arg := range args {
		if fn.Signature().Variadic() && i == len(args)-1 {
			l.Values = append(l.Values, p.listed(arg, 0)...)
		} else {
			l.Values = append(l.Values, arg)
		}
	}
	if len(l.Values) == len(expr.Args) {
		l.Args = expr.Args
	}
	return l
}

// ShowsType reports whether no more is written of value i than its type or its address, by the format before it: %T, %p.
func (l *Logged) ShowsType(i int) bool {
	for at := i - 1; at >= 0; at-- {
		if format, ok := flow.ConstString(unboxed(l.Values[at])); ok && strings.Contains(format, "%") {
			verbs := verbsOf(format)
			n := i - at - 1
			return n < len(verbs) && (verbs[n] == "T" || verbs[n] == "p")
		}
	}
	return false
}

// formatVerb matches a verb of package fmt, with its flags, or the beginning of one with an index or a star.
var formatVerb = regexp.MustCompile(`%[-+# 0-9.]*(\[|\*|[a-zA-Z%])`)

// verbsOf returns the verbs of a format, or nil if they don't stand for one argument after the other.
func verbsOf(format string) []string {
	var verbs []string
	for _, m := range formatVerb.FindAllStringSubmatch(format, -1) {
		switch m[1] {
		case "[", "*":
			return nil
		case "%":
		default:
			verbs = append(verbs, m[1])
		}
	}
	return verbs
}

// unboxed returns what is in an interface.
func unboxed(v ssa.Value) ssa.Value {
	if made, ok := v.(*ssa.MakeInterface); ok {
		return made.X
	}
	return v
}

const maxAppended = 3 // calls that add to a list, one after the other

// listed returns the values in a list of arguments, be it a literal that functions have added to.
func (p *Pass) listed(list ssa.Value, depth int) []ssa.Value {
	if elements, ok := flow.Elements(list); ok {
		return elements
	}
	var all []ssa.Value
	for _, o := range p.Summary.Origins(list) {
		switch v := o.Value.(type) {
		case *ssa.Alloc:
			elements, _ := flow.Elements(v)
			all = append(all, elements...)
		case *ssa.Call:
			if depth == maxAppended || !appends(&v.Call) {
				continue
			}
			for _, arg := range v.Call.Args {
				if types.Identical(arg.Type(), list.Type()) {
					all = append(all, p.listed(arg, depth+1)...)
				}
			}
		}
	}
	return all
}

// appends reports whether a call returns the list that it is given, with more in it.
func appends(call *ssa.CallCommon) bool {
	if builtin, ok := call.Value.(*ssa.Builtin); ok {
		return builtin.Name() == "append"
	}
	fn := flow.CalleeOf(call)
	return fn != nil && (strings.HasPrefix(fn.Name(), "Append") || strings.HasPrefix(fn.Name(), "append"))
}

// channelOf says where a function writes its arguments to, if it does.
func channelOf(call *ssa.CallCommon, fn *types.Func) Channel {
	path, name := fn.Pkg().Path(), fn.Name()
	switch {
	case path == "fmt" && strings.HasPrefix(name, "Print"):
		return Output
	case path == "fmt" && strings.HasPrefix(name, "Fprint"):
		return writerChannel(call.Args[0])
	case path == "fmt" && name == "Errorf":
		return ErrorText
	case path == "fmt", path == "testing":
		return 0
	case IsLogger(fn):
		return Log
	}
	return 0
}

// forwards says where a function of the package writes its variadic arguments to: one that hands them on to a logger as they are.
func forwards(fn *ssa.Function) Channel {
	if !fn.Signature.Variadic() {
		return 0
	}
	rest := fn.Params[len(fn.Params)-1]
	for _, use := range *rest.Referrers() {
		call, ok := use.(ssa.CallInstruction)
		if !ok || len(call.Common().Args) == 0 || call.Common().Args[len(call.Common().Args)-1] != rest {
			continue
		}
		if callee := flow.CalleeOf(call.Common()); callee != nil && callee.Pkg() != nil {
			if channel := channelOf(call.Common(), callee); channel != 0 {
				return channel
			}
		}
	}
	return 0
}

// writerChannel says what writing to a writer means.
func writerChannel(w ssa.Value) Channel {
	if made, ok := w.(*ssa.MakeInterface); ok {
		if load, ok := made.X.(*ssa.UnOp); ok {
			if g, ok := load.X.(*ssa.Global); ok && g.Pkg.Pkg.Path() == "os" {
				return map[string]Channel{"Stderr": Log, "Stdout": Output}[g.Name()]
			}
		}
		return 0 // a buffer, a file, a connection
	}
	if w.Type().String() == "io.Writer" {
		return Output
	}
	return 0
}

var (
	// verb matches what the methods of loggers are called.
	verb = regexp.MustCompile(`^(Debug|Info|Notice|Warn|Warning|Error|Err|Fatal|Panic|Trace|Verbose|Print|Log|V)(f|ln|w|S|Context|Contextf|Ctx|Depth|Depthf|Attrs)?$`)
	// attribute matches the functions by which structured loggers take a value.
	attribute = regexp.MustCompile(`^(With|WithField|WithFields|WithValues|String|Any|Str|Strs|Interface|Msg|Msgf|Bytes|ByteString|Reflect|RawJSON|Hex|Fields|Object|Dict|Inline)$`)
	// logName matches the names of packages and types of loggers.
	logName = regexp.MustCompile(`(?i)log|zap|sugar`)
)

// structured loggers, whose attributes are logged with the lines to come.
var structuredLoggers = map[string]bool{
	"log/slog": true, "go.uber.org/zap": true, "github.com/rs/zerolog": true, "github.com/sirupsen/logrus": true,
	"github.com/go-logr/logr": true, "github.com/go-kit/log": true, "github.com/go-kit/kit/log": true, "github.com/hashicorp/go-hclog": true,
	"github.com/apex/log": true, "github.com/charmbracelet/log": true,
}

func structured(fn *types.Func) bool {
	path := fn.Pkg().Path()
	return structuredLoggers[path] && path != "log/slog" && path != "github.com/sirupsen/logrus"
}

// IsLogger reports whether a function is a logger's: it is called like one, and so is its package or its type.
func IsLogger(fn *types.Func) bool {
	if structuredLoggers[fn.Pkg().Path()] && attribute.MatchString(fn.Name()) {
		return true
	}
	if !verb.MatchString(fn.Name()) {
		return false
	}
	owner := fn.Pkg().Name()
	if recv := fn.Signature().Recv(); recv != nil {
		_, owner, _ = strings.Cut(flow.TypeWord(recv.Type()), ".")
		if structuredLoggers[fn.Pkg().Path()] || fn.Pkg().Path() == "log" {
			return true
		}
	}
	return logName.MatchString(owner)
}
