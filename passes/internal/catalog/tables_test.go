package catalog

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rowNames returns the names of all rows of a library.
func rowNames(lib *Library) []string {
	var names []string
	for _, fn := range lib.Funcs {
		names = append(names, fn.Name)
	}
	for _, t := range lib.Types {
		names = append(names, t.Name)
	}
	for _, v := range lib.Vars {
		names = append(names, v.Name)
	}
	for _, reveal := range lib.Reveals {
		names = append(names, reveal.Name)
	}
	for _, secret := range lib.Secrets {
		names = append(names, secret.Name)
	}
	return names
}

// packagePath returns the import path, without major version, in the name of
// a row of lib, or empty if it isn't one of lib's packages.
func packagePath(lib *Library, row string) string {
	rest, ok := strings.CutPrefix(strings.TrimLeft(row, "(*"), lib.Path)
	sub, _, dot := strings.Cut(rest, ".")
	if !ok || !dot || sub != "" && sub[0] != '/' {
		return ""
	}
	return lib.Path + sub
}

func TestNames(t *testing.T) {
	name := regexp.MustCompile(`^(\(\*?[\w./*-]+\.[A-Z]\w*\)\.[A-Z]\w*|[\w./-]+\.[A-Z*][\w*]*(\.[A-Z]\w*)?)$`)
	for lib := range Libraries() {
		for _, row := range rowNames(lib) {
			if !name.MatchString(row) {
				t.Errorf("%s is not the name of an exported function, method, type, field or variable", row)
			}
			if Unversioned(row) != row {
				t.Errorf("%s has a major version", row)
			}
			described := lib
			if lib.SecretsOnly {
				described = nil
			}
			if path := packagePath(lib, row); path == "" || LibraryOf(path) != described {
				t.Errorf("%s is not of library %s", row, lib.Path)
			}
		}
	}
}

func TestLibrariesAreListedOnce(t *testing.T) {
	seen := map[string]bool{}
	for lib := range Libraries() {
		if lib.Path == "" || seen[lib.Path] {
			t.Errorf("library %q is empty or listed twice", lib.Path)
		}
		seen[lib.Path] = true
		if Unversioned(lib.Path) != lib.Path {
			t.Errorf("library %s has a major version", lib.Path)
		}
	}
}

// TestLibrariesAreListed finds variables of type Library that libraries lacks.
func TestLibrariesAreListed(t *testing.T) {
	declared := map[string]string{}
	listed := map[string]bool{}
	fset := token.NewFileSet()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		f, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			lit, ok := spec.Values[0].(*ast.CompositeLit)
			if !ok {
				return true
			}
			switch typ := lit.Type.(type) {
			case *ast.Ident:
				if typ.Name == "Library" {
					declared[spec.Names[0].Name] = file
				}
			case *ast.ArrayType:
				if spec.Names[0].Name == "libraries" {
					for _, elt := range lit.Elts {
						listed[elt.(*ast.Ident).Name] = true
					}
				}
			}
			return true
		})
	}
	if len(declared) < 30 {
		t.Fatalf("found only the libraries %v", declared)
	}
	for name, file := range declared {
		if !listed[name] {
			t.Errorf("%s in %s is not in libraries.go", name, file)
		}
	}
}

func TestNoDuplicates(t *testing.T) {
	rows := map[string][]Func{}
	others := map[string]bool{}
	for lib := range Libraries() {
		for _, fn := range lib.Funcs {
			rows[fn.Name] = append(rows[fn.Name], fn)
		}
		for _, name := range rowNames(lib)[len(lib.Funcs) : len(lib.Funcs)+len(lib.Types)+len(lib.Vars)] {
			if others[name] {
				t.Errorf("%s has two rows", name)
			}
			others[name] = true
		}
	}
	for name, variants := range rows {
		for i, fn := range variants {
			for _, before := range variants[:i] {
				if fn.operands() == before.operands() {
					t.Errorf("two rows of %s take the same operands: no signature tells them apart", name)
				}
			}
		}
	}
}

func (row *Func) operands() [10]Operand {
	return [10]Operand{row.Client, row.Context, row.Request, row.Timeout, row.Options, row.Func, row.Decider, row.Maker, row.Inner, row.Limit}
}

// TestRoles checks that each row has the operands that its role needs, and no
// others.
func TestRoles(t *testing.T) {
	for lib := range Libraries() {
		for i := range lib.Funcs {
			fn := &lib.Funcs[i]
			if complaint := roleComplaint(fn); complaint != "" {
				t.Errorf("%s: %s", fn.Name, complaint)
			}
		}
	}
}

func roleComplaint(fn *Func) string {
	method := strings.HasPrefix(fn.Name, "(")
	ops := fn.operands()
	decided := ops != [10]Operand{} || fn.Bound != Unstated
	switch {
	case !method && slices.Contains(ops[:], Recv):
		return "a function has no receiver"
	case fn.ContextClient && (fn.Context == None || fn.Client != None):
		return "ContextClient takes the client from the context, and from nowhere else"
	case fn.ContextClient && fn.Fallback == "":
		return "ContextClient needs a Fallback for contexts without a client"
	case fn.Fallback != "" && fn.Bound == Unstated:
		return "the Fallback's bound is missing"
	case fn.DropsTimeout && fn.Role != Build, fn.DropsTimeoutBefore != "" && !fn.DropsTimeout:
		return "only what Build returns drops a timeout"
	case fn.Options != None && fn.Role != Build && fn.Role != Retry && fn.Role != Policy && fn.Role != Schedule:
		return "only Build, Retry, Policy and Schedule take Options"
	case fn.Wait != 0 && fn.Role != Retry && fn.Role != Schedule && fn.Role != Policy, fn.Limit != None && fn.Role != Schedule && fn.Role != Policy:
		return "only Retry, Schedule and Policy have a schedule"
	case fn.Inner != None && fn.Role != Retry && fn.Role != Schedule && fn.Role != Policy && !(fn.Role == Decide && fn.Inner == Recv):
		return "only Retry, Schedule and Policy have an Inner, and Decide its receiver"
	case fn.Forever != 0 && fn.Limit == None:
		return "Forever is a Limit"
	case (fn.Func != None || fn.Maker != None) != (fn.Role == Retry || fn.Role == Decide), (fn.Again != 0) != (fn.Role == Retry):
		return "Retry needs Func and Again, Decide Func or Maker, and the others none of them"
	case fn.Func != None && fn.Maker != None, fn.Maker != None && fn.Role != Decide:
		return "only Decide has a Maker, in place of Func"
	case fn.Decider != None && fn.Role != Retry && fn.Role != Policy:
		return "only Retry and Policy have a Decider"
	}
	switch fn.Role {
	case Schedule: // which may say nothing, but is known then
	case Send, Build, NewRequest, NewContext:
		if !decided {
			return "neither an operand nor Bound says how it is bounded"
		}
	case Set:
		if fn.Client == None {
			return "Set needs the Client that is given a bound"
		}
	case Option:
		if fn.Client == None && fn.Timeout == None {
			return "Option needs what it hands over"
		}
	case Serve:
		if fn.Bound == Unstated {
			return "Serve needs a Bound"
		}
	case Retry, Decide, Policy, Delay, Stop, Permanent, Retryable:
	default:
		return "unknown role"
	}
	return ""
}

func TestRoleComplaint(t *testing.T) {
	for _, fn := range []Func{
		{Name: "p.F"},
		{Name: "p.F", Role: Send},
		{Name: "p.F", Role: Send, Client: Recv},
		{Name: "p.F", Role: Send, Client: Arg0, ContextClient: true, Context: Arg1, Fallback: "x"},
		{Name: "p.F", Role: Send, ContextClient: true, Context: Arg1},
		{Name: "p.F", Role: Build, Client: Arg0, Fallback: "x"},
		{Name: "p.F", Role: Send, Context: Arg0, DropsTimeout: true},
		{Name: "p.F", Role: Build, Client: Arg0, DropsTimeoutBefore: "v1"},
		{Name: "p.F", Role: Send, Client: Arg0, Options: Arg1},
		{Name: "p.F", Role: Set, Timeout: Arg0},
		{Name: "p.F", Role: Option},
		{Name: "p.F", Role: Serve},
		{Name: "p.F", Role: Retry, Func: Arg0},
		{Name: "p.F", Role: Decide},
		{Name: "p.F", Role: Send, Client: Arg0, Decider: Arg1},
		{Name: "p.F", Role: Permanent, Func: Arg0},
		{Name: "p.F", Role: Decide, Func: Arg0, Maker: Arg1},
		{Name: "p.F", Role: Decide, Func: Arg0, Inner: Arg1},
		{Name: "p.F", Role: Retry, Maker: Arg0, Again: OnError},
		{Name: "p.F", Role: Schedule, Forever: -1},
		{Name: "p.F", Role: Build, Client: Arg0, Wait: NoWait},
	} {
		if roleComplaint(&fn) == "" {
			t.Errorf("%+v passes", fn)
		}
	}
}

func TestTypeRows(t *testing.T) {
	for lib := range Libraries() {
		for _, row := range lib.Types {
			if row.Kind == 0 {
				t.Errorf("%s has no kind", row.Name)
			}
			if row.Zero == Bounded && len(row.Bounds) > 0 {
				t.Errorf("%s is bounded without its fields %v", row.Name, row.Bounds)
			}
			for _, field := range slices.Concat(row.Bounds, row.Via) {
				if !token.IsExported(field) {
					t.Errorf("%s.%s is out of its users' reach", row.Name, field)
				}
			}
		}
		for _, v := range lib.Vars {
			if v.Kind == 0 || v.Bound == Unstated {
				t.Errorf("%s has no kind or no bound", v.Name)
			}
		}
	}
}

// TestSecrets checks that each row says where the credential is, and that no other row says the same.
func TestSecrets(t *testing.T) {
	type place struct {
		name    string
		operand Operand
		params  int
	}
	seen := map[place]bool{}
	for lib := range Libraries() {
		if lib.SecretsOnly && (len(lib.Secrets) == 0 || len(lib.Secrets) < len(rowNames(lib)) || lib.Refuses) {
			t.Errorf("of %s more is known than its secrets, or nothing", lib.Path)
		}
		for _, row := range lib.Secrets {
			if complaint := secretComplaint(&row); complaint != "" {
				t.Errorf("%s: %s", row.Name, complaint)
			}
			if at := (place{row.Name, row.Operand, row.Params}); seen[at] {
				t.Errorf("two rows of %s are about operand %d", row.Name, row.Operand)
			} else {
				seen[at] = true
			}
		}
	}
	if len(seen) < 300 {
		t.Errorf("there are only %d rows", len(seen))
	}
}

func secretComplaint(row *Secret) string {
	method := strings.HasPrefix(row.Name, "(")
	switch {
	case row.Use < Seals || row.Use > Default:
		return "nothing says what it is good for"
	case row.What == "" || strings.TrimSpace(row.What) != row.What || strings.HasSuffix(row.What, "."):
		return "What is no noun phrase"
	case row.Operand == None && (row.Key != None || row.Returned || row.Params != 0):
		return "only functions have a Key, Returned or Params"
	case row.Operand == None && method:
		return "no operand of the method holds it"
	case row.Key != None && row.Key == row.Operand:
		return "the Key is the credential itself"
	case row.Operand == Recv && !method || row.Key == Recv:
		return "no receiver holds it"
	case row.Use == Default && row.Key == None:
		return "nothing says which setting it is"
	}
	return ""
}

func TestSecretComplaint(t *testing.T) {
	for _, row := range []Secret{
		{Name: "p.F", Operand: Arg0, What: "key"},
		{Name: "p.F", Operand: Arg0, Use: Default + 1, What: "key"},
		{Name: "p.F", Operand: Arg0, Use: Seals},
		{Name: "p.F", Operand: Arg0, Use: Seals, What: "key."},
		{Name: "p.T.F", Key: Arg0, Use: Seals, What: "key"},
		{Name: "p.T.F", Returned: true, Use: Seals, What: "key"},
		{Name: "p.T.F", Params: 1, Use: Seals, What: "key"},
		{Name: "(p.T).F", Use: Seals, What: "key"},
		{Name: "p.F", Operand: Arg0, Key: Arg0, Use: Seals, What: "key"},
		{Name: "p.F", Operand: Recv, Use: Seals, What: "key"},
		{Name: "p.F", Operand: Arg0, Use: Default, What: "key"},
	} {
		if secretComplaint(&row) == "" {
			t.Errorf("%+v passes", row)
		}
	}
	if complaint := secretComplaint(&Secret{Name: "p.F", Operand: Arg1, Key: Arg0, Use: Header, What: "key"}); complaint != "" {
		t.Errorf("a header: %s", complaint)
	}
}
