// Package summary says what each function does to the outside world, be it a
// function of a catalogued library, of the package at hand, or of a package
// that it imports: a rule can't tell the difference.
package summary

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Analyzer computes the summaries. It is the only analyzer with facts.
//
// Its result is a *[Result].
var Analyzer = &analysis.Analyzer{
	Name:       "integrationlintsummary",
	Doc:        "summarize what functions do to the outside world",
	URL:        "https://github.com/integrationlint/integrationlint/blob/main/CONTRIBUTING.md",
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Does), new(Speaks), new(Version), new(Holds), new(Constant)},
	Run:        run,
}

// A Result is what is known of one package.
type Result struct {
	// Mutex is held by whoever asks a Package anything: hosts run analyzers side by side, and a
	// Package keeps its answers.
	sync.Mutex
	// Production is the package without its tests: what they build and assign says nothing
	// of what runs in production. It is nil where nothing can reach a catalogued library.
	Production *Package
	// WithTests returns the package with its tests, or nil. It is made when first asked for.
	WithTests func() *Package
}

func run(pass *analysis.Pass) (result any, err error) {
	defer func() {
		if r := recover(); r != nil {
			result, err = nil, fmt.Errorf("summary of package %s failed: %v\n%s", pass.Pkg.Path(), r, debug.Stack())
		}
	}()
	exportVersion(pass)
	exportConstants(pass)
	if !relevant(pass) && !(isOwn(pass) && slices.ContainsFunc(pass.Files, func(file *ast.File) bool { return repeatsGiven(pass, file) })) {
		return &Result{WithTests: func() *Package { return nil }}, nil
	}
	all := &Result{WithTests: sync.OnceValue(func() *Package { return summarize(pass, pass.Files) })}
	if files := slices.DeleteFunc(slices.Clone(pass.Files), func(file *ast.File) bool { return IsTest(pass.Fset, file) }); len(files) > 0 {
		all.Production = summarize(pass, files)
		all.Production.exportFacts()
	}
	return all, nil
}

// IsTest reports whether the go command compiles a file for tests only.
func IsTest(fset *token.FileSet, file *ast.File) bool {
	return strings.HasSuffix(fset.File(file.FileStart).Name(), "_test.go")
}

// Package is what is known of the functions of one package.
type Package struct {
	*flow.Package
	pass    *analysis.Pass
	marks   marks
	terms   map[question]Term // the answers given so far
	results map[*ssa.Function][]ResultFact
	sends   map[*ssa.Function][]*Send
	player  *Player
	secrets []Secret
	pairs   map[*ssa.Function][]SecretFact
	known   *credentials
	asks    map[*ssa.Function]flow.Tri
	// Unbounded are the requests of the package that nothing ends.
	Unbounded []*Send
	// Lost are the calls that make a client which doesn't take over the Timeout of
	// the client that it is made from.
	Lost []ssa.CallInstruction
}

// summarize looks at the given files of a package.
func summarize(pass *analysis.Pass, files []*ast.File) *Package {
	p := &Package{
		Package: flow.Build(pass, files),
		pass:    pass,
		sends:   map[*ssa.Function][]*Send{},
		terms:   map[question]Term{},
		results: map[*ssa.Function][]ResultFact{},
		asks:    map[*ssa.Function]flow.Tri{},
	}
	p.markAll()
	p.findSends()
	p.Lost = p.findLost()
	return p
}

// relevant reports whether the package uses anything that the catalog or a fact describes.
// SSA is built only then, which saves most of the work on dependencies.
func relevant(pass *analysis.Pass) bool {
	path := pass.Pkg.Path()
	if catalog.Std(path) || catalog.LibraryOf(path) != nil && (pass.Module == nil || pass.Module.Version != "") {
		return false // what these do is for the catalog to say, except to those who write them
	}
	speaking := map[*types.Package]bool{}
	for _, imp := range pass.Pkg.Imports() {
		speaking[imp] = catalog.LibraryOf(imp.Path()) != nil || pass.ImportPackageFact(imp, new(Speaks))
	}
	own := isOwn(pass)
	if own && catalog.HasOwn() && mentionsOwn(pass) {
		return true
	}
	for _, obj := range pass.TypesInfo.Uses {
		switch {
		case obj.Pkg() == nil || obj.Pkg() == pass.Pkg:
		case (speaking[obj.Pkg()] || catalog.LibraryOf(obj.Pkg().Path()) != nil) && matters(pass, obj), own && (hasSecret(obj) || ofReceivers(obj)):
			return true
		}
	}
	return false
}

// mentionsOwn reports whether the package uses or declares anything of which the user says something.
func mentionsOwn(pass *analysis.Pass) bool {
	for _, objects := range []map[*ast.Ident]types.Object{pass.TypesInfo.Uses, pass.TypesInfo.Defs} {
		for _, obj := range objects {
			if obj != nil && catalog.IsOwn(obj) {
				return true
			}
		}
	}
	return false
}

// hasSecret reports whether an object of a library takes, holds or returns a credential, asks the user for one, or checks one.
func hasSecret(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		return len(catalog.SecretsOf(obj)) > 0 || revealsAny(obj) || catalog.AuthCodeOf(obj) != nil || catalog.SignedOf(obj) != nil
	case *types.Var:
		return catalog.HoldsSecret(obj)
	case *types.TypeName:
		return holdsSecret(obj)
	}
	return false
}

// ofReceivers reports whether an object of a library is for those who receive requests, verify who sent them, or answer with a cookie.
func ofReceivers(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		return catalog.VerifierOf(obj) != nil || catalog.WebhookFunc(obj) != "" || catalog.CookieOf(obj) != nil
	case *types.TypeName:
		return catalog.HandsRequest(obj.Type()) || catalog.WebhookType(obj.Type()) != ""
	}
	return false
}

// isOwn reports whether the package belongs to the user, as far as the host tells: to the main module, or to none.
func isOwn(pass *analysis.Pass) bool {
	return (pass.Module == nil || pass.Module.Version == "") && !catalog.Std(pass.Pkg.Path())
}

// repeatsGiven reports whether a function of the file may be a helper that repeats what it is given: it takes a function
// that returns an error, and has a loop or a jump.
func repeatsGiven(pass *analysis.Pass, file *ast.File) bool {
	return slices.ContainsFunc(file.Decls, func(decl ast.Decl) bool {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil || !slices.ContainsFunc(fn.Type.Params.List, func(param *ast.Field) bool {
			sig, ok := pass.TypesInfo.TypeOf(param.Type).Underlying().(*types.Signature)
			return ok && returnsError(sig)
		}) {
			return false
		}
		loops := false
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.ForStmt, *ast.RangeStmt, *ast.BranchStmt:
				loops = true
			}
			return !loops
		})
		return loops
	})
}

// matters reports whether a use of the imported object can lead to a request or a server, or takes a credential.
func matters(pass *analysis.Pass, obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		if row := catalog.FuncOf(obj); row != nil {
			return row.Role != catalog.NewContext && !row.OfRetries()
		}
		return methodSends(obj) != nil || catalog.Operation(obj.Signature()) || pass.ImportObjectFact(obj.Origin(), new(Does))
	case *types.TypeName:
		if obj.Pkg().Path() == "net/http" && obj.Name() == "Response" {
			return true // who handles answers may ask for another one
		}
		row := catalog.TypeOf(obj.Type())
		return row != nil && row.Kind != catalog.Request
	case *types.Var:
		return catalog.VarOf(obj) != nil || isOwn(pass) && pass.ImportObjectFact(obj, new(Holds))
	}
	return false
}

// revealsAny reports whether a result of a function is a credential.
func revealsAny(fn *types.Func) bool {
	for i := range fn.Signature().Results().Len() {
		if catalog.RevealOf(fn, i) != nil {
			return true
		}
	}
	return false
}

// methodSends returns the row by which a method without a row of its own sends
// a request through its receiver, or nil.
func methodSends(fn *types.Func) *catalog.Func {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Pkg() == nil || catalog.LibraryOf(fn.Pkg().Path()) == nil {
		return nil
	}
	t := catalog.TypeOf(recv.Type())
	if t == nil || !fn.Exported() {
		return nil
	}
	if t.ContextSends && takesContext(fn.Signature()) && returnsError(fn.Signature()) {
		return sendWithContext
	}
	if t.TwinSends {
		twin, _, _ := types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), fn.Name()+"Context")
		if twin, ok := twin.(*types.Func); ok && takesContext(twin.Signature()) {
			return sendWithout
		}
	}
	return nil
}

var (
	sendWithContext = &catalog.Func{Role: catalog.Send, Client: catalog.Recv, Context: catalog.Arg0}
	sendWithout     = &catalog.Func{Role: catalog.Send, Client: catalog.Recv}
)

func takesContext(sig *types.Signature) bool {
	return sig.Params().Len() > 0 && isContext(sig.Params().At(0).Type())
}

func returnsError(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && types.Identical(sig.Results().At(n-1).Type(), types.Universe.Lookup("error").Type())
}

// isContext reports whether t is context.Context.
func isContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" && named.Obj().Name() == "Context"
}

// isRequest reports whether t is a request of a catalogued library.
func isRequest(t types.Type) bool {
	row := catalog.TypeOf(t)
	return row != nil && row.Kind == catalog.Request
}

// rowOf returns the catalog's row of what a call calls, statically or through an interface, or nil.
func rowOf(call *ssa.CallCommon) *catalog.Func {
	fn := flow.CalleeOf(call)
	if fn == nil {
		return nil
	}
	if row := catalog.FuncOf(fn); row != nil {
		return row
	}
	if row := methodSends(fn); row != nil {
		return row
	}
	if call.IsInvoke() && isDoer(fn.Signature()) {
		return doer
	}
	return nil
}

// doer describes the method of an interface like
//
//	type Doer interface { Do(*http.Request) (*http.Response, error) }
//
// through which real code often holds its http.Client.
var doer = &catalog.Func{Role: catalog.Send, Client: catalog.Recv, Request: catalog.Arg0}

func isDoer(sig *types.Signature) bool {
	return sig.Params().Len() == 1 && sig.Results().Len() == 2 && returnsError(sig) &&
		sig.Params().At(0).Type().String() == "*net/http.Request" &&
		sig.Results().At(0).Type().String() == "*net/http.Response"
}

// Operand returns the operand of a call that plays a part, or nil where there is none.
func Operand(call *ssa.CallCommon, op catalog.Operand) ssa.Value {
	if op == catalog.None {
		return nil
	}
	if call.IsInvoke() {
		if op == catalog.Recv {
			return call.Value
		}
		return nth(call.Args, int(op-catalog.Arg0))
	}
	if op == catalog.Recv {
		return nth(call.Args, 0)
	}
	if call.Signature().Recv() != nil {
		return nth(call.Args, int(op-catalog.Arg0)+1)
	}
	return nth(call.Args, int(op-catalog.Arg0))
}

func nth(args []ssa.Value, i int) ssa.Value {
	if 0 <= i && i < len(args) {
		return args[i]
	}
	return nil
}
