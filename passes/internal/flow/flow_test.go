package flow

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// prelude is what every program of the tests begins with.
const prelude = `package p

import "lib"

type T struct{ n int; next *T; Exported *T }
type holder struct{ t *T; byValue T }
type doer interface{ do() *T }

func sink(...*T) {}

`

const library = `package lib

type T struct{ Inner *T }

var V *T

func Make() (*T, error) { return nil, nil }
`

func TestOrigins(t *testing.T) {
	tests := []struct {
		name, src string
		want      string // the origins of what is given to sink, joined by commas
	}{
		{"literal", `func f() { sink(&T{}) }`, "object T"},
		{"new", `func f() { sink(new(T)) }`, "object T"},
		{"variable", `func f() { x := &T{}; sink(x) }`, "object T"},
		{"address of variable", `func f() { var x T; sink(&x) }`, "object T"},
		{"either of two", `func f(b bool) { x := &T{}; if b { x = nil }; sink(x) }`, "object T, nil"},
		{"parameter", `func f(x *T) { sink(x) }`, "param x"},
		{"field of parameter", `func f(x *T) { sink(x.next) }
			func g(x *T) { x.next = nil }`, "param x.next, nil"},
		{"field that is set", `func f(h *holder) { sink(h.t) }
			func g() *holder { return &holder{t: &T{}} }`, "param h.t, object T"},
		{"field that anybody may set", `func f(x *T) { sink(x.Exported) }`, "param x.Exported, given"},
		{"field by value", `func f(h *holder) { sink(&h.byValue) }`, "object field byValue"},
		{"field of own object", `func f() { h := holder{t: &T{}}; sink(h.t) }`, "object T"},
		{"field that is not set", `func f() { x := &T{}; sink(x.next) }`, "nil"},
		{"function that returns it", `func f() { sink(g()) }
			func g() *T { return &T{} }`, "object T"},
		{"function that returns its argument", `func f(x *T) { sink(same(x)); same(&T{}) }
			func same(x *T) *T { return x }`, "param x"},
		{"second result", `func f() { _, x := g(); sink(x) }
			func g() (int, *T) { return 0, &T{} }`, "object T"},
		{"recursion ends", `func f(x *T) { sink(g(x, 3)) }
			func g(x *T, n int) *T { if n == 0 { return x }; return g(x, n-1) }`, "param x, result p.g 0"},
		{"captured variable", `func f() { x := &T{}; func() { sink(x) }() }`, "object T"},
		{"set by a literal", `func f() { var x *T; func() { x = &T{} }(); sink(x) }`, "object T"},
		{"package variable", `var v = &T{}
			func f() { sink(v) }`, "object T"},
		{"package variable never set", `var v *T
			func f() { sink(v) }`, "nil"},
		{"exported package variable", `var V = &T{}
			func f() { sink(V) }`, "given, object T"},
		{"address given away", `var v *T
			func g(**T) {}
			func f() { g(&v); sink(v) }`, "opaque, nil"},
		{"interface", `func f() { var x any = &T{}; sink(x.(*T)) }`, "object T"},
		{"through an interface method", `func f(d doer) { sink(d.do()) }`, "result do 0"},
		{"map", `func f(m map[string]*T) { sink(m["a"]) }`, "opaque"},
		{"channel", `func f(c chan *T) { sink(<-c) }`, "opaque"},
		{"slice literal", `func f() { x := []*T{{}}; sink(x[0]) }`, "object T"},
		{"list", `func f(x *T) { for x.next != nil { x = x.next }; sink(x.next) }
			func g(x *T) { x.next = x.next.next }`, "param x.next"},
		{"copied struct", `func f() { a := T{n: 1}; b := a; sink(&b) }`, "object T"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := build(t, test.src)
			if got := describe(p, p.Origins(sunk(t, p))); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestVariableOfAnotherPackage(t *testing.T) {
	p := build(t, `func f() { g(lib.V) }
		func g(x *lib.T) { sink(nil); _ = x }`)
	calls, complete := p.Callers(p.Func("g"))
	if len(calls) != 1 || !complete {
		t.Fatalf("%d callers, complete %v", len(calls), complete)
	}
	origins := p.Origins(calls[0].Common().Args[0])
	if len(origins) != 1 || VariableOf(origins[0]) == nil || VariableOf(origins[0]).Name() != "V" {
		t.Errorf("got %s", describe(p, origins))
	}
}

func TestReaching(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"all callers", `func g(x *T) { sink(x) }
			func a() { g(&T{}) }
			func b(y *T) { g(y) }
			func c() { b(nil) }`, "object T, nil"},
		{"exported", `func G(x *T) { sink(x) }
			func a() { G(&T{}) }`, "given, object T"},
		{"used as a value", `func g(x *T) { sink(x) }
			var v = g
			func a() { g(&T{}) }`, "given, object T"},
		{"method value", `func (h *holder) take(x *T) { sink(x) }
			func each(func(*T)) {}
			func a(h *holder) { each(h.take); h.take(&T{}) }`, "given, object T"},
		{"method expression", `func (h *holder) take(x *T) { sink(x) }
			var v = (*holder).take
			func a(h *holder) { h.take(&T{}) }`, "given, object T"},
		{"method of an interface", `func (h *holder) do2(x *T) { sink(x) }
			type doer2 interface{ do2(*T) }
			func a(d doer2, h *holder) { d.do2(nil); h.do2(&T{}) }`, "given, object T"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := build(t, test.src)
			if got := describe(p, p.Reaching(sunk(t, p))); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestFieldOrigins checks that the fields of two objects are told apart, and
// that a field which is set only sometimes may be zero.
func TestFieldOrigins(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"of this object", `func f() { x := &T{next: &T{}}; y := &T{next: nil}; _ = y; sink(x) }`, "object T"},
		{"never set", `func f() { x := &T{}; sink(x) }`, "nil"},
		{"sometimes set", `func f(b bool) { x := &T{}; if b { x.next = new(T) }; sink(x) }`, "object T, nil"},
		{"set or failed", `func f(b bool) error { x := &T{}; if b { return errT{} }; x.next = new(T); sink(x); return nil }
			type errT struct{}
			func (errT) Error() string { return "" }`, "object T"},
		{"set by another function", `func f() { x := &T{}; g(x); sink(x) }
			func g(y *T) { y.next = new(T) }`, "object T"},
		{"of a parameter", `func f(x *T) { sink(x) }`, "param x.next, nil"},
		{"of a parameter, set elsewhere", `func f(x *T) { sink(x) }
			func g(y *T) { y.next = new(T) }`, "param x.next, object T"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := build(t, test.src)
			origins := p.Origins(sunk(t, p))
			if len(origins) != 1 {
				t.Fatalf("%d origins", len(origins))
			}
			next := p.Type("T").Type().Underlying().(*types.Struct).Field(1)
			if got := describe(p, p.FieldOrigins(origins[0], next)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestElements(t *testing.T) {
	p := build(t, `func f(rest []*T) { sink(&T{}, nil); sink(); sink(rest...) }`)
	want := []string{"2 true", "0 true", "0 false"}
	for i, call := range p.calls[p.Func("sink")] {
		values, ok := Elements(call.Common().Args[0])
		if got := fmt.Sprint(len(values), ok); got != want[i] {
			t.Errorf("call %d: got %s, want %s", i, got, want[i])
		}
	}
}

// build builds the program that consists of the prelude and src.
func build(t *testing.T, src string) *Package {
	t.Helper()
	fset := token.NewFileSet()
	lib, _, _ := check(t, fset, "lib", library, nil)
	pkg, file, info := check(t, fset, "p", prelude+src+"\nvar _ = lib.V\n", lib)
	return Build(&analysis.Pass{Fset: fset, Pkg: pkg, TypesInfo: info}, []*ast.File{file})
}

type importer struct{ pkg *types.Package }

func (i importer) Import(string) (*types.Package, error) { return i.pkg, nil }

func check(t *testing.T, fset *token.FileSet, path, src string, imported *types.Package) (*types.Package, *ast.File, *types.Info) {
	t.Helper()
	file, err := parser.ParseFile(fset, path+".go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Implicits: map[ast.Node]types.Object{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	pkg, err := (&types.Config{Importer: importer{imported}}).Check(path, fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	return pkg, file, info
}

// sunk returns the first argument that the program gives to sink.
func sunk(t *testing.T, p *Package) ssa.Value {
	t.Helper()
	values, ok := Elements(p.calls[p.Func("sink")][0].Common().Args[0])
	if !ok || len(values) == 0 {
		t.Fatal("nothing is given to sink")
	}
	return values[0]
}

func describe(p *Package, origins []Origin) string {
	var parts []string
	for _, o := range origins {
		parts = append(parts, describeOne(o))
	}
	parts = slices.Compact(parts)
	return strings.Join(parts, ", ")
}

func describeOne(o Origin) string {
	field := ""
	if o.Field != nil {
		field = "." + o.Field.Name()
	}
	switch o.Kind {
	case Object:
		if o.Field != nil {
			return "object field " + o.Field.Name()
		}
		return "object " + o.Value.Type().(*types.Pointer).Elem().(*types.Named).Obj().Name()
	case Result:
		call := o.Value.(*ssa.Call)
		if call.Call.IsInvoke() {
			return fmt.Sprint("result ", call.Call.Method.Name(), " ", o.Index)
		}
		return fmt.Sprint("result ", call.Call.StaticCallee(), " ", o.Index)
	case Param:
		return "param " + o.Value.Name() + field
	case Given:
		return "given"
	case Variable:
		return "variable"
	case Constant:
		return "nil"
	}
	return "opaque"
}
