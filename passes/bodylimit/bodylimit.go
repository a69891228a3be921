package bodylimit

import (
	_ "embed"
	"fmt"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/fix"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

// limit is what fixes limit a body to, in bytes. GitHub's webhooks bring up to 25 MB ("Webhook events and payloads"), others less.
var limit = 25 << 20

// answers says that the answers of services are looked at too.
var answers bool

func init() {
	Analyzer.Flags.BoolVar(&answers, "answers", false, "report answers of services that are read without a limit, too")
	Analyzer.Flags.IntVar(&limit, "limit", limit, "what fixes limit a body to, in bytes")
}

func run(p *lint.Pass) {
	if p.Summary == nil {
		return // nothing in the package sends or gets a request
	}
	f := &finder{Pass: p}
	for _, fn := range p.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			if call, ok := instr.(*ssa.Call); ok {
				f.call(call)
			}
		}
	}
}

// A finder looks at one package.
type finder struct {
	*lint.Pass
	webhooks  map[*ssa.Function]bool // what works on them, once asked for
	limitsAll flow.Tri
	// limitsAnswers says whether the package limits the bodies of responses, Unknown until that is asked for.
	limitsAnswers flow.Tri
}

// A read is a call that reads something to its end.
type read struct {
	from    ssa.Value
	decodes bool // one value after the other
	toDisk  bool // what is too much for memory
}

// call reports a call that reads all of a body, if nothing limits that.
func (f *finder) call(call *ssa.Call) {
	r := readAll(call)
	if r == nil || f.Quiet(call.Pos()) {
		return
	}
	if body := bodyOf(r.from); body != nil && flow.TypeWord(body.X.Type()) == "http.Response" && !r.decodes {
		f.answer(call, body)
	} else if isBody(r.from) {
		f.request(call, r)
	}
}

// request reports a call that reads all of a request's body, if nothing limits that.
func (f *finder) request(call *ssa.Call, r *read) {
	handler := f.handler(call.Parent())
	if handler == nil || f.limited(call.Parent()) {
		return
	}
	expr, ok := f.CallExpr(call)
	if !ok {
		return
	}
	category := "inbound"
	if f.isWebhook(call.Parent(), handler) {
		category = "webhook"
	} else if r.decodes {
		return // a decoder keeps one value of the body at a time
	}
	where := "into memory"
	if r.toDisk {
		where = "into files"
	}
	finding := f.ReportOnce(expr, category, "%s reads %s whatever a client sends, however much that is: nothing limits the request's body (%s)", lint.HandlerName(handler), where, lint.Name(expr))
	finding.Fix(fmt.Sprintf("Limit the body to %s bytes", size()), func(b *fix.Builder) { f.limit(b, call, expr, r.decodes) })
}

// readAll returns what a call reads to its end, or nil.
func readAll(call *ssa.Call) *read {
	fn := flow.CalleeOf(&call.Call)
	if fn == nil {
		return nil
	}
	args := call.Call.Args
	if row := catalog.InboundOf(fn); row != nil && row.Unlimited {
		return &read{from: args[0]}
	}
	switch fn.FullName() {
	case "io.ReadAll", "io/ioutil.ReadAll":
		return &read{from: args[0]}
	case "(*bytes.Buffer).ReadFrom":
		return &read{from: args[1]}
	case "io.Copy":
		if made, ok := args[0].(*ssa.MakeInterface); ok && slices.Contains([]string{"bytes.Buffer", "strings.Builder"}, flow.TypeWord(made.X.Type())) {
			return &read{from: args[1]}
		}
	case "encoding/json.NewDecoder", "encoding/xml.NewDecoder":
		return &read{from: args[0], decodes: true}
	case "(*net/http.Request).ParseMultipartForm":
		return &read{from: args[0], toDisk: true} // its limit is that of what stays in memory
	}
	return nil
}

// isBody reports whether a reader is the body of a request that a server received, as it came.
func isBody(reader ssa.Value) bool {
	if catalog.HandsRequest(reader.Type()) {
		return true // a framework's function reads it
	}
	body := bodyOf(reader)
	return body != nil && flow.TypeWord(body.X.Type()) == "http.Request"
}

// bodyOf returns the field Body that a reader was read from as it is, or nil: a limit may have been put around it.
func bodyOf(reader ssa.Value) *ssa.FieldAddr {
	for {
		switch v := reader.(type) {
		case *ssa.ChangeInterface:
			reader = v.X
		case *ssa.MakeInterface:
			reader = v.X
		case *ssa.UnOp:
			addr, ok := v.X.(*ssa.FieldAddr)
			if ok && flow.FieldOf(addr).Name() == "Body" {
				return addr
			}
			return nil
		default:
			return nil
		}
	}
}

// handler returns the handler that a function works for, or nil.
func (f *finder) handler(fn *ssa.Function) *ssa.Function {
	above := f.Summary.Above(fn)
	if i := slices.IndexFunc(above, summary.IsHandler); i >= 0 {
		return above[i]
	}
	return nil
}

// isWebhook reports whether a function works on webhooks, which come from anybody who finds the URL.
func (f *finder) isWebhook(fn, handler *ssa.Function) bool {
	if f.webhooks == nil {
		f.webhooks = map[*ssa.Function]bool{}
		for _, r := range f.Summary.Receivers() {
			for _, inner := range f.WorksOn(r) {
				f.webhooks[inner] = true
			}
		}
	}
	return f.webhooks[fn] || f.webhooks[handler] || !manages(handler) && (f.NamedAfter(fn, received) || f.NamedAfter(handler, received))
}

// manages reports whether the name of a handler says that what it gets is no event: how a hook is made, tried or changed.
func manages(handler *ssa.Function) bool {
	words := flow.Words(handler.Name()) // the name around a literal is that of what makes the handler
	return slices.ContainsFunc(managing, func(word string) bool { return slices.Contains(words, word) })
}

var managing = []string{
	"add", "create", "new", "edit", "update", "set", "save", "put", "delete", "remove", "list", "get", "test", "subscribe", "register", "enable", "disable", "config", "settings",
}

// received are words in the names of what receives webhooks.
var received = []string{"webhook", "webhooks", "hook", "hooks", "callback", "callbacks", "event", "events"}

// size writes the limit of fixes: in MiB where it is a number of those.
func size() string {
	if limit%(1<<20) == 0 {
		return fmt.Sprintf("%d<<20", limit>>20)
	}
	return fmt.Sprint(limit)
}

// limit puts a limit around the body, if it is read from the request where the response is at hand.
func (f *finder) limit(b *fix.Builder, call *ssa.Call, expr *ast.CallExpr, decodes bool) {
	fn := call.Parent()
	if !summary.IsHandler(fn) || len(expr.Args) == 0 {
		b.Abandon("the response is elsewhere")
		return
	}
	body, ok := ast.Unparen(expr.Args[len(expr.Args)-1]).(*ast.SelectorExpr)
	if !ok || body.Sel.Name != "Body" {
		b.Abandon("the body is in a variable")
		return
	}
	for _, param := range fn.Params {
		if flow.TypeWord(param.Type()) == "http.ResponseWriter" && param.Name() != "_" && param.Name() != "" {
			b.Insert(body.Pos(), fmt.Sprintf("%sMaxBytesReader(%s, ", b.Import("net/http", body.Pos()), param.Name()))
			b.Insert(body.End(), ", "+size()+")")
			return
		}
	}
	b.Abandon("the response has no name")
}
