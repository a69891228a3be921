package catalog

import (
	"go/types"
	"regexp"
	"testing"
)

func TestInboundNames(t *testing.T) {
	name := regexp.MustCompile(`^(\(\*?[\w./-]+\.[A-Z]\w*\)\.[A-Z]\w*|[\w./-]+\.[A-Z]\w*(\.[A-Z]\w*)?)$`)
	seen := map[string]bool{}
	for _, row := range inbound {
		if !name.MatchString(row.Name) || Unversioned(row.Name) != row.Name {
			t.Errorf("%s is not the name of an exported function, method or field without a version", row.Name)
		}
		if seen[row.Name] {
			t.Errorf("%s has two rows", row.Name)
		}
		seen[row.Name] = true
		if row.Reads == 0 {
			t.Errorf("%s reads nothing", row.Name)
		}
	}
}

func TestInboundOf(t *testing.T) {
	m := mapImporter{}
	get := object(t, m, "net/http", "Header.Get").(*types.Func)
	if row := InboundOf(get); row == nil || row.Reads != InHeader || row.Key != Arg0 || row.Of != Recv {
		t.Errorf("InboundOf(%v) is %+v", get, row)
	}
	if row := InboundOf(object(t, m, "net/http", "Header.Set").(*types.Func)); row != nil {
		t.Errorf("InboundOf has a row of Header.Set: %+v", row)
	}
	request := object(t, m, "net/http", "Request").Type()
	if row := InboundField(types.NewPointer(request), "Body"); row == nil || row.Reads != InBody {
		t.Errorf("InboundField of Request.Body is %+v", row)
	}
	if InboundField(request, "Method") != nil || InboundField(get.Signature().Recv().Type(), "Body") != nil {
		t.Error("InboundField has rows of what is no part of a request")
	}
	if !HandsRequest(types.NewPointer(request)) || HandsRequest(types.Typ[types.Int]) {
		t.Error("HandsRequest doesn't know *http.Request, or knows int")
	}
}

// unresolvedInbound returns what is wrong with the rows of what reads requests whose packages are in the set, and their number.
func (set packageSet) unresolvedInbound() (errs []string, resolved int) {
	for i := range inbound {
		row := &inbound[i]
		pkgs := set[inboundPackage(row.Name)]
		if len(pkgs) == 0 {
			continue
		}
		wrong := ""
		for _, pkg := range pkgs { // the major versions: one of them suffices
			if wrong = wrongInbound(pkg, row); wrong == "" {
				resolved++
				break
			}
		}
		if wrong != "" {
			errs = append(errs, row.Name+": "+wrong)
		}
	}
	return errs, resolved
}

var qualified = regexp.MustCompile(`^\(?\*?([\w./-]+?)\.[A-Z]`)

func inboundPackage(row string) string { return qualified.FindStringSubmatch(row)[1] }

func wrongInbound(pkg *types.Package, row *Inbound) string {
	if fn, ok := lookup(pkg, row.Name).(*types.Func); ok && Unversioned(fn.FullName()) == row.Name {
		isText := func(t types.Type) bool { return types.AssignableTo(types.Typ[types.String], t) }
		isAny := func(types.Type) bool { return true }
		switch {
		case InboundOf(fn) != row:
			return "InboundOf doesn't find it"
		case !operandFits(fn.Signature(), row.Key, isText), !operandFits(fn.Signature(), row.Of, isAny), !operandFits(fn.Signature(), row.Into, isAny):
			return "it doesn't have the row's operands"
		case row.Into == None && fn.Signature().Results().Len() == 0:
			return "it returns nothing"
		}
		return ""
	}
	for _, name := range pkg.Scope().Names() {
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		fields, ok := obj.Type().Underlying().(*types.Struct)
		for i := 0; ok && i < fields.NumFields(); i++ {
			if InboundField(obj.Type(), fields.Field(i).Name()) == row {
				return ""
			}
		}
	}
	return "there is no such function or field"
}
