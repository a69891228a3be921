package catalog

import (
	"go/token"
	"go/types"
	"slices"
	"testing"
)

func TestCookieOf(t *testing.T) {
	function := func(path, name string) *types.Func {
		return types.NewFunc(token.NoPos, types.NewPackage(path, path), name, types.NewSignatureType(nil, nil, nil, nil, nil, false))
	}
	if row := CookieOf(function("net/http", "SetCookie")); row == nil || row.Struct != Arg1 {
		t.Errorf("CookieOf(http.SetCookie) is %+v", row)
	}
	if row := CookieOf(function("example.com/http", "SetCookie")); row != nil {
		t.Errorf("CookieOf has a row of another package's SetCookie: %+v", row)
	}
	if row := MintOf(function("crypto/rand", "Text")); row == nil || !row.Random {
		t.Errorf("MintOf(rand.Text) is %+v", row)
	}
	if row := MintOf(function("crypto/rand", "Int")); row != nil {
		t.Errorf("MintOf has a row of rand.Int: %+v", row)
	}
	session := types.NewTypeName(token.NoPos, types.NewPackage("github.com/gorilla/sessions", "sessions"), "Session", nil)
	named := types.NewNamed(session, types.NewStruct(nil, nil), nil)
	if row := CookieFieldOf(types.NewPointer(named), "Options"); row == nil || !row.Session {
		t.Errorf("CookieFieldOf(Session.Options) is %+v", row)
	}
	if row := CookieFieldOf(named, "Values"); row != nil {
		t.Errorf("CookieFieldOf has a row of Session.Values: %+v", row)
	}
}

// unresolvedCookies returns what is wrong with the rows on cookies and what they hold.
func (set packageSet) unresolvedCookies() (errs []string) {
	check := func(name string, resolves func(*types.Package) bool) {
		if !slices.ContainsFunc(set[inboundPackage(name)], resolves) {
			errs = append(errs, name+": there is no such function or field, or it doesn't have the row's operands")
		}
	}
	for i := range cookies {
		check(cookies[i].Name, func(pkg *types.Package) bool { return resolvesCookie(pkg, &cookies[i]) })
	}
	for i := range mints {
		check(mints[i].Name, func(pkg *types.Package) bool {
			fn, ok := lookup(pkg, mints[i].Name).(*types.Func)
			return ok && MintOf(fn) == &mints[i] && fn.Signature().Results().Len() > 0
		})
	}
	return errs
}

func resolvesCookie(pkg *types.Package, row *Cookie) bool {
	fn, ok := lookup(pkg, row.Name).(*types.Func)
	if !ok {
		return resolvesCookieField(pkg, row)
	}
	isBool := func(t types.Type) bool { return types.Identical(t, types.Typ[types.Bool]) }
	isText := func(t types.Type) bool { return types.Identical(t, types.Typ[types.String]) }
	isNumber := func(t types.Type) bool { return types.Identical(t, types.Typ[types.Int]) }
	hasSecure := func(t types.Type) bool { return fieldNamed(t, "Secure") }
	sig := fn.Signature()
	return CookieOf(fn) == row && operandFits(sig, row.Struct, hasSecure) && operandFits(sig, row.Key, isText) && operandFits(sig, row.Value, isText) &&
		operandFits(sig, row.MaxAge, isNumber) && operandFits(sig, row.Secure, isBool) && operandFits(sig, row.HTTPOnly, isBool)
}

func resolvesCookieField(pkg *types.Package, row *Cookie) bool {
	return slices.ContainsFunc(pkg.Scope().Names(), func(name string) bool {
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		return ok && CookieFieldOf(obj.Type(), "Options") == row && fieldNamed(obj.Type(), "Options")
	})
}

// fieldNamed reports whether a struct, or what a pointer points to, has a field of that name.
func fieldNamed(t types.Type, name string) bool {
	field, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := field.(*types.Var)
	return ok
}
