package machine

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Table is an outcome that can be kept with a package: it has no positions, and
// names the types and variables that it is about.
type Table struct {
	Op     Op
	Kids   []Table
	End    End
	Values []Cell
	Events Events
	// Waits says that the path waits.
	Waits bool
}

// A Cell is a [Value] in a table.
type Cell struct {
	Kind Kind
	Dep  bool
	Mark Mark
	// Literal says what kind of constant it is: an INT, a STRING, or an IDENT, true or false. What is none of these is unknown.
	Literal token.Token
	Int     int64
	Text    string
	// Name is the name of a type ("*example.com/p.Error"), a variable ("&example.com/p.ErrGone")
	// or an object of the machine's own ("response").
	Name  string
	Parts []Cell
}

// The limits of a table. Outcomes share their parts, so that one written out can be much larger.
const (
	maxLeaves = 100
	maxNested = 6 // forks inside each other
)

// Table returns the outcome in the form that can be kept. One that is too large isn't understood.
func (o *Outcome) Table() Table {
	leaves := 0
	if !o.fits(&leaves, 0) {
		return Table{}
	}
	return o.table()
}

// fits counts the leaves of the outcome, and reports whether it is within the limits of a table.
func (o *Outcome) fits(leaves *int, nested int) bool {
	if o.Op == Leaf {
		*leaves++
		return *leaves <= maxLeaves
	}
	for _, kid := range o.Kids {
		if nested >= maxNested || !kid.fits(leaves, nested+1) {
			return false
		}
	}
	return true
}

func (o *Outcome) table() Table {
	t := Table{Op: o.Op, End: o.End, Events: o.Events, Waits: len(o.Waits) > 0}
	for _, kid := range o.Kids {
		t.Kids = append(t.Kids, kid.table())
	}
	for _, v := range o.Values {
		t.Values = append(t.Values, v.cell())
	}
	return t
}

func (v Value) cell() Cell {
	c := Cell{Kind: v.Kind, Dep: v.Dep, Mark: v.Mark}
	switch v.Kind {
	case Const:
		c.setLiteral(v.Lit)
	case Interface:
		c.Name = typeName(v.Type)
		if c.Name == "" && v.Type != nil {
			return Cell{Kind: NonNil, Dep: true}
		}
	case Pointer:
		switch base := v.Addr.Base.(type) {
		case *object:
			c.Name = base.name
		case *ssa.Global:
			c.Name = "&" + base.Pkg.Pkg.Path() + "." + base.Name()
		}
	}
	for _, part := range v.Parts {
		c.Parts = append(c.Parts, part.cell())
	}
	return c
}

func (c *Cell) setLiteral(lit constant.Value) {
	switch lit.Kind() {
	case constant.Int:
		if n, exact := constant.Int64Val(lit); exact {
			c.Literal, c.Int = token.INT, n
			return
		}
	case constant.String:
		c.Literal, c.Text = token.STRING, constant.StringVal(lit)
		return
	case constant.Bool:
		c.Literal, c.Text = token.IDENT, lit.String()
		return
	}
	c.Kind = Unknown
}

func (c *Cell) literal() constant.Value {
	switch c.Literal {
	case token.INT:
		return constant.MakeInt64(c.Int)
	case token.STRING:
		return constant.MakeString(c.Text)
	}
	return constant.MakeBool(c.Text == "true")
}

// typeName names a type that a package declares, or a pointer to one; other types have no name.
func typeName(t types.Type) string {
	if t == nil {
		return ""
	}
	if ptr, ok := t.(*types.Pointer); ok {
		if name := typeName(ptr.Elem()); name != "" {
			return "*" + name
		}
		return ""
	}
	named, ok := types.Unalias(t).(*types.Named)
	switch {
	case !ok || named.TypeArgs().Len() > 0:
		return ""
	case named.Obj().Pkg() == nil:
		return named.Obj().Name()
	}
	return named.Obj().Pkg().Path() + "." + named.Obj().Name()
}

// Outcome returns the outcome that a table was made of. imported finds the packages that it names.
func (m *Machine) Outcome(t Table, imported func(path string) *types.Package) *Outcome {
	if t.Op != Leaf {
		var kids []*Outcome
		for _, kid := range t.Kids {
			kids = append(kids, m.Outcome(kid, imported))
		}
		return Join(t.Op, kids...)
	}
	p := &play{Machine: m}
	var values []Value
	for _, c := range t.Values {
		values = append(values, m.valueOf(c, imported))
	}
	s := newState()
	s.events = t.Events
	if t.Waits {
		s.wait(nil, vague)
	}
	return p.leaf(s, t.End, values...)
}

func (m *Machine) valueOf(c Cell, imported func(string) *types.Package) Value {
	v := Value{Kind: c.Kind, Dep: c.Dep, Mark: c.Mark}
	switch c.Kind {
	case Const:
		v.Lit = c.literal()
	case Interface:
		v.Type = m.typeNamed(c.Name, imported)
	case Pointer:
		v.Addr = m.addressNamed(c.Name)
	}
	for _, part := range c.Parts {
		v.Parts = append(v.Parts, m.valueOf(part, imported))
	}
	if ptr, ok := v.Type.(*types.Pointer); ok && v.Kind == Interface && v.part(0).Kind == Pointer {
		v.Parts[0].Type = ptr.Elem()
	}
	return v
}

// typeNamed finds a type by its name. One that the importer can't see is a type of its own.
func (m *Machine) typeNamed(name string, imported func(string) *types.Package) types.Type {
	if name == "" {
		return nil
	}
	for _, own := range []types.Type{plainType, wrappedType, markedType} {
		if name == typeName(own) {
			return own
		}
	}
	if elem, ok := strings.CutPrefix(name, "*"); ok {
		return types.NewPointer(m.typeNamed(elem, imported))
	}
	dot := strings.LastIndexByte(name, '.')
	if pkg := imported(name[:max(dot, 0)]); pkg != nil {
		if obj, ok := pkg.Scope().Lookup(name[dot+1:]).(*types.TypeName); ok {
			return obj.Type()
		}
	}
	t, ok := m.hidden[name]
	if !ok {
		t = stand(name).(*types.Pointer).Elem()
		m.hidden[name] = t
	}
	return t
}

// addressNamed finds an object of the machine's own, or a package variable.
func (m *Machine) addressNamed(name string) Address {
	for _, own := range []*object{response, other, body, transport, refusal} {
		if name == own.name {
			return Address{Base: own}
		}
	}
	path, ok := strings.CutPrefix(name, "&")
	if !ok {
		return Address{}
	}
	dot := strings.LastIndexByte(path, '.')
	if pkg := m.pkg.Prog.ImportedPackage(path[:dot]); pkg != nil && pkg.Var(path[dot+1:]) != nil {
		return Address{Base: pkg.Var(path[dot+1:])}
	}
	other, ok := m.variables[name]
	if !ok {
		other = &object{name}
		m.variables[name] = other
	}
	return Address{Base: other}
}
