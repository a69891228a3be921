package catalog

import (
	"go/types"
	"testing"
)

func TestSignedOf(t *testing.T) {
	m := mapImporter{}
	parse := object(t, m, "github.com/golang-jwt/jwt/v5", "Parse").(*types.Func)
	if row := SignedOf(parse); row == nil || row.Role != Verifies || row.Token != Arg0 || row.Key != Arg1 {
		t.Errorf("SignedOf(%v) is %+v", parse, row)
	}
	if row := SignedOf(object(t, m, "github.com/golang-jwt/jwt/v5", "Token.SignedString").(*types.Func)); row != nil {
		t.Errorf("SignedOf has a row of what makes tokens: %+v", row)
	}
}

func TestSignedNames(t *testing.T) {
	seen := map[string]int{}
	for _, row := range signed {
		seen[row.Name]++
		if Unversioned(row.Name) != row.Name {
			t.Errorf("%s has a major version", row.Name)
		}
		if row.Token == None || row.Role == 0 {
			t.Errorf("%s has no token or no role", row.Name)
		}
	}
	for _, row := range signed {
		if want := 1; row.V1 && seen[row.Name] != 2 || !row.V1 && seen[row.Name] > 2 {
			t.Errorf("%s has %d rows, want %d, or two of which one holds up to v1", row.Name, seen[row.Name], want)
		}
	}
}

// unresolvedFlows returns what is wrong with the rows of signed tokens and of authorization codes whose packages are in the set, and
// the names of those whose aren't.
func (set packageSet) unresolvedFlows() (errs, absent []string) {
	check := func(name string, find func(*types.Func) bool, ops ...Operand) {
		pkgs := set[inboundPackage(name)]
		if len(pkgs) == 0 {
			absent = append(absent, name)
			return
		}
		for _, pkg := range pkgs { // the major versions: one of them suffices
			if resolves(pkg, name, find, ops...) {
				return
			}
		}
		errs = append(errs, name)
	}
	for i := range signed {
		row := &signed[i]
		check(row.Name, func(fn *types.Func) bool { return SignedOf(fn) == row }, row.Token, row.Claims, row.Key, row.Options)
	}
	for i := range authCodes {
		row := &authCodes[i]
		check(row.Name, func(fn *types.Func) bool { return AuthCodeOf(fn) == row }, row.State, row.Code, row.Options)
	}
	return errs, absent
}

// resolves reports whether a package declares a function that a row is found by, with the row's operands.
func resolves(pkg *types.Package, name string, find func(*types.Func) bool, ops ...Operand) bool {
	fn, ok := lookup(pkg, name).(*types.Func)
	if !ok || !find(fn) {
		return false
	}
	for _, op := range ops {
		if op == Recv && fn.Signature().Recv() == nil || op >= Arg0 && int(op-Arg0) >= fn.Signature().Params().Len() {
			return false
		}
	}
	return true
}
