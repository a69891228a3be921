package machine

import (
	"bytes"
	"encoding/gob"
	"go/constant"
	"go/token"
	"go/types"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// empty is a machine for a package without functions.
func empty() *Machine {
	prog := ssa.NewProgram(token.NewFileSet(), 0)
	pkg := prog.CreatePackage(types.NewPackage("example.com/p", "p"), nil, nil, false)
	return New(&flow.Package{Package: pkg}, nil)
}

// TestTable checks that an outcome is the same after it went to a file and came back.
func TestTable(t *testing.T) {
	pkg := types.NewPackage("example.com/lib", "lib")
	failure := types.NewTypeName(token.NoPos, pkg, "Error", nil)
	types.NewNamed(failure, types.NewStruct(nil, nil), nil)
	pkg.Scope().Insert(failure)
	ptr := types.NewPointer(failure.Type())

	values := []Value{
		unknown, vague, null, nonNil,
		integer(418).with(true), integer(-1), text("a \"b\""), boolean(true), boolean(false),
		pointer(response), pointer(transport),
		concat(text("status "), unknown, vague), anything,
		plainError(text("a")), {Kind: Interface, Mark: Permanent, Type: markedType, Parts: []Value{nonNil, plainError(vague)}},
		{Kind: Interface, Type: ptr, Parts: []Value{{Kind: Pointer, Type: failure.Type(), Parts: []Value{{Kind: Struct, Parts: []Value{integer(1)}}}}}},
		{Kind: Pointer, Parts: []Value{{Kind: Struct, Parts: []Value{integer(1)}}}},
		{Kind: Map, Parts: []Value{text("k"), {Kind: List, Parts: []Value{text("v")}}}},
	}
	m := empty()
	p := &play{Machine: m}
	imported := func(path string) *types.Package {
		if path == pkg.Path() {
			return pkg
		}
		return nil
	}
	for _, v := range values {
		o := join(Any, p.leaf(newState(), Returned, v), p.leaf(newState(), Stuck))
		var file bytes.Buffer
		if err := gob.NewEncoder(&file).Encode(o.Table()); err != nil {
			t.Fatal(err)
		}
		var table Table
		if err := gob.NewDecoder(&file).Decode(&table); err != nil {
			t.Fatal(err)
		}
		if got := m.Outcome(table, imported); got.Key() != o.Key() {
			t.Errorf("%+v came back as %+v", v, got.Kids[0].Values)
		}
	}
}

// TestPassedOn checks that what came from a table can go into another one.
func TestPassedOn(t *testing.T) {
	m := empty()
	p := &play{Machine: m}
	s := newState()
	boxed := Value{Kind: Pointer, Parts: []Value{{Kind: Struct, Parts: []Value{integer(1)}}}}
	thawed := p.thaw(s, boxed, response, nil, "")
	if v := p.load(s, thawed.Addr.in("0"), types.Typ[types.Int]); v.Lit == nil || v.Lit.String() != "1" {
		t.Errorf("the field is %+v", v)
	}
	if frozen := p.freeze(s, thawed, 0); frozen.Kind != Unknown {
		t.Errorf("a pointer to an unknown type became %+v", frozen)
	}
}

// TestTableDrops checks that what can't be kept is taken for unknown.
func TestTableDrops(t *testing.T) {
	m := empty()
	p := &play{Machine: m}
	for _, v := range []Value{
		literal(constant.MakeFloat64(0.1)),
		{Kind: Interface, Type: types.NewSlice(types.Typ[types.Int]), Parts: []Value{nonNil}},
	} {
		got := m.Outcome(p.leaf(newState(), Returned, v).Table(), func(string) *types.Package { return nil })
		if kind := got.Values[0].Kind; kind != Unknown && kind != NonNil {
			t.Errorf("%+v came back as %+v", v, got.Values[0])
		}
	}
}

func TestJoin(t *testing.T) {
	p := &play{Machine: empty()}
	again, left, stuck := p.leaf(newState(), Again), p.leaf(newState(), Left), p.leaf(newState(), Stuck)
	tests := []struct {
		name string
		got  *Outcome
		want string
	}{
		{"equal", join(Any, again, p.leaf(newState(), Again)), again.key},
		{"one leads back", join(Agree, nil, left), left.key},
		{"flat", join(Any, join(Any, again, left), stuck), join(Any, again, left, stuck).key},
		{"equal in a fork", join(Any, join(Any, again, left), left), join(Any, again, left).key},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, test.got.key); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
	if join(Any, again, join(Agree, left, stuck)).key == join(Any, again, left, stuck).key {
		t.Error("a fork of another kind is not kept apart")
	}
	if Join(Any).End != Stuck {
		t.Error("nothing joined is understood")
	}
}

// TestWiden widens a fork whose ends differ in what they return, not in which of it is nil.
func TestWiden(t *testing.T) {
	m := empty()
	p := &play{Machine: m}
	var ends []*Outcome
	for i := range int64(5) {
		ends = append(ends, p.leaf(newState(), Returned, integer(i), null))
	}
	failed := p.leaf(newState(), Returned, integer(0), Value{Kind: Interface, Parts: []Value{text("no")}})
	many := join(Any, join(Agree, ends...), failed, p.leaf(newState(), Stuck))
	if got := len(many.Leaves()); got != 7 {
		t.Errorf("%d ends", got)
	}
	want := join(Any, p.leaf(newState(), Returned, vague, null), p.leaf(newState(), Returned, vague, nonNil.with(true)), p.leaf(newState(), Stuck))
	if wide := m.Widen(many); wide.key != want.key || len(wide.Leaves()) != 3 {
		t.Errorf("got %+v with %d ends", wide, len(wide.Leaves()))
	}
}
