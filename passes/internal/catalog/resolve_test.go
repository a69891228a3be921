package catalog

import (
	"errors"
	"fmt"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"
)

// packageSet holds loaded packages by their import paths without major versions.
type packageSet map[string][]*types.Package

func (set packageSet) add(pkg *types.Package) {
	p := Unversioned(pkg.Path())
	set[p] = append(set[p], pkg)
}

// unresolved returns what is wrong with the rows of lib whose packages are in the set.
func (set packageSet) unresolved(lib *Library) []error {
	var errs []error
	check := func(name string, wrong func(*types.Package) error) {
		pkgs := set[packagePath(lib, name)]
		if len(pkgs) == 0 {
			return
		}
		var err error
		for _, pkg := range pkgs { // the major versions: one of them suffices
			if err = wrong(pkg); err == nil {
				return
			}
		}
		errs = append(errs, fmt.Errorf("%s: %w", name, err))
	}
	for i := range lib.Funcs {
		row := &lib.Funcs[i]
		check(row.Name, func(pkg *types.Package) error { return wrongFunc(pkg, row) })
	}
	for i := range lib.Types {
		row := &lib.Types[i]
		check(row.Name, func(pkg *types.Package) error { return wrongTypes(pkg, row) })
	}
	for i := range lib.Vars {
		row := &lib.Vars[i]
		check(row.Name, func(pkg *types.Package) error { return wrongVar(pkg, row) })
	}
	for i := range lib.Reveals {
		row := &lib.Reveals[i]
		check(row.Name, func(pkg *types.Package) error { return wrongReveal(pkg, row) })
	}
	for i := range lib.Secrets {
		row := &lib.Secrets[i]
		check(row.Name, func(pkg *types.Package) error { return wrongSecret(pkg, row) })
	}
	return errs
}

// lookup finds a package's object or method by the last part of a row's name.
func lookup(pkg *types.Package, row string) types.Object {
	if recv, method, ok := strings.Cut(row, ")."); ok {
		obj := pkg.Scope().Lookup(recv[strings.LastIndexByte(recv, '.')+1:])
		if obj == nil {
			return nil
		}
		found, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, method)
		return found
	}
	return pkg.Scope().Lookup(row[strings.LastIndexByte(row, '.')+1:])
}

// typeParams are a generic receiver's, which rows' names leave out.
var typeParams = regexp.MustCompile(`\[.*\]`)

func wrongFunc(pkg *types.Package, row *Func) error {
	fn, ok := lookup(pkg, row.Name).(*types.Func)
	if !ok {
		return fmt.Errorf("no such function in %s", pkg.Path())
	}
	if full := typeParams.ReplaceAllString(Unversioned(fn.FullName()), ""); full != row.Name {
		return fmt.Errorf("the function is called %s", full)
	}
	if got := FuncOf(fn); got != row {
		return fmt.Errorf("%s doesn't have the row's operands", fn)
	}
	results := slices.Collect(fn.Signature().Results().Variables())
	returns := func(what func(types.Type) bool) bool {
		return slices.ContainsFunc(results, func(v *types.Var) bool { return what(v.Type()) })
	}
	isError := func(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }
	isContext := func(t types.Type) bool { return isNamed(t, "context", "Context") }
	switch row.Role {
	case Send, Serve:
		if len(results) == 0 || !isError(results[len(results)-1].Type()) {
			return fmt.Errorf("%s returns no error", fn)
		}
	case Build:
		if !returns(func(t types.Type) bool { return holdsClient(t) && !isError(t) }) {
			return fmt.Errorf("%s returns no client", fn)
		}
	case NewRequest:
		if !returns(holdsRequest) {
			return fmt.Errorf("%s returns no request", fn)
		}
	case NewContext:
		if !returns(isContext) {
			return fmt.Errorf("%s returns no context", fn)
		}
	case Option:
		if _, isFunc := results[0].Type().Underlying().(*types.Signature); !isFunc {
			return fmt.Errorf("%s returns no function", fn)
		}
	}
	return nil
}

// wrongTypes checks a row's type, or all that its pattern matches.
func wrongTypes(pkg *types.Package, row *Type) error {
	var matched []*types.TypeName
	for _, name := range pkg.Scope().Names() {
		if ok, _ := path.Match(path.Base(row.Name), path.Base(Unversioned(pkg.Path())+"."+name)); !ok {
			continue
		}
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || !obj.Exported() || TypeOf(obj.Type()) != row {
			continue
		}
		matched = append(matched, obj)
		if err := wrongFields(pkg, obj, row); err != nil {
			return err
		}
	}
	if len(matched) == 0 {
		return fmt.Errorf("no such type in %s", pkg.Path())
	}
	for what, promised := range map[string]bool{"Fluent": row.Fluent, "TwinSends": row.TwinSends, "ContextSends": row.ContextSends} {
		kept := func(obj *types.TypeName) bool {
			return hasMethod(types.NewMethodSet(types.NewPointer(obj.Type())), what)
		}
		if promised && !slices.ContainsFunc(matched, kept) {
			return fmt.Errorf("it is said to be %s, but no method in %s is", what, pkg.Path())
		}
	}
	return nil
}

func wrongFields(pkg *types.Package, obj *types.TypeName, row *Type) error {
	for _, name := range slices.Concat(row.Bounds, row.Via) {
		field, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, name)
		if v, ok := field.(*types.Var); !ok || !v.IsField() {
			return fmt.Errorf("%s has no field %s", obj.Name(), name)
		}
		bound := slices.Contains(row.Bounds, name)
		_, cancels := field.Type().Underlying().(*types.Chan)
		if bound && !cancels && !isNamed(field.Type(), "time", "Duration") && !isNamed(field.Type(), "time", "Time") {
			return fmt.Errorf("%s.%s is a %s, which bounds nothing", obj.Name(), name, field.Type())
		}
		if !bound && !holdsClient(field.Type()) {
			return fmt.Errorf("%s.%s is a %s, which sends nothing", obj.Name(), name, field.Type())
		}
	}
	return nil
}

// hasMethod reports whether a method set holds a method of the kind that a
// flag of Type is about.
func hasMethod(methods *types.MethodSet, flag string) bool {
	for method := range methods.Methods() {
		fn := method.Obj().(*types.Func)
		params, results := fn.Signature().Params(), fn.Signature().Results()
		if results.Len() == 0 || !fn.Exported() || FuncOf(fn) != nil {
			continue
		}
		takesContext := params.Len() > 0 && isNamed(params.At(0).Type(), "context", "Context")
		switch flag {
		case "Fluent":
			if types.Identical(results.At(0).Type(), fn.Signature().Recv().Type()) {
				return true
			}
		case "TwinSends":
			if methods.Lookup(fn.Pkg(), fn.Name()+"Context") != nil {
				return true
			}
		case "ContextSends":
			if takesContext && types.Identical(results.At(results.Len()-1).Type(), types.Universe.Lookup("error").Type()) {
				return true
			}
		}
	}
	return false
}

func wrongVar(pkg *types.Package, row *Var) error {
	v, ok := lookup(pkg, row.Name).(*types.Var)
	if !ok {
		return fmt.Errorf("no such variable in %s", pkg.Path())
	}
	if VarOf(v) != row {
		return fmt.Errorf("VarOf doesn't find it")
	}
	if t := TypeOf(v.Type()); t != nil && t.Kind != row.Kind || t == nil && !types.IsInterface(v.Type()) {
		return fmt.Errorf("it is a %s", v.Type())
	}
	return nil
}

// errAbsent is what is wrong with a row whose function, field or variable isn't declared.
var errAbsent = errors.New("there is no such function, field or variable")

func wrongSecret(pkg *types.Package, row *Secret) error {
	if row.Operand == None {
		return wrongHolder(pkg, row)
	}
	fn, ok := lookup(pkg, row.Name).(*types.Func)
	if !ok {
		return errAbsent
	}
	if full := typeParams.ReplaceAllString(Unversioned(fn.FullName()), ""); full != row.Name {
		return fmt.Errorf("the function is called %s", full)
	}
	rows := SecretsOf(fn)
	ofAnother := row.Params != 0 && row.Params != fn.Signature().Params().Len() && len(rows) > 0 // version, whose rows these are
	if !ofAnother && !slices.Contains(rows, row) {
		return fmt.Errorf("%s doesn't have the row's operands", fn)
	}
	return nil
}

// wrongHolder checks a row of a field or a variable.
func wrongHolder(pkg *types.Package, row *Secret) error {
	var found *Secret
	var obj types.Object
	name := strings.TrimPrefix(row.Name, Unversioned(pkg.Path())+".")
	if typ, field, ok := strings.Cut(name, "."); ok {
		holder := pkg.Scope().Lookup(typ)
		if holder == nil {
			return errAbsent
		}
		obj, _, _ = types.LookupFieldOrMethod(holder.Type(), true, pkg, field)
		found = SecretField(holder.Type(), field)
	} else {
		obj = pkg.Scope().Lookup(name)
		found = SecretVar(obj)
	}
	v, ok := obj.(*types.Var)
	switch {
	case !ok:
		return errAbsent
	case found != row:
		return fmt.Errorf("it isn't found by the name of %s", v)
	case !holdsText(v.Type()):
		return fmt.Errorf("it is a %s, which holds no text", v.Type())
	}
	return nil
}

func wrongReveal(pkg *types.Package, row *Reveal) error {
	fn, ok := lookup(pkg, row.Name).(*types.Func)
	switch {
	case !ok:
		return errAbsent
	case RevealOf(fn, row.Result) != row:
		return fmt.Errorf("RevealOf doesn't find it")
	case row.Result >= fn.Signature().Results().Len():
		return fmt.Errorf("%s has no result %d", fn, row.Result)
	case !operandFits(fn.Signature(), row.Key, func(t types.Type) bool { return types.Identical(t, types.Typ[types.String]) }),
		!operandFits(fn.Signature(), row.Request, holdsRequest):
		return fmt.Errorf("%s doesn't have the row's operands", fn)
	}
	return nil
}
