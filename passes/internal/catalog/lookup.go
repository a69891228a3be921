package catalog

import (
	"go/types"
	"iter"
	"path"
	"regexp"
	"strings"
	"sync"
)

// Libraries returns all that the catalog describes, one entry a library.
func Libraries() iter.Seq[*Library] {
	return func(yield func(*Library) bool) {
		for i := range libraries {
			if !yield(&libraries[i]) {
				return
			}
		}
	}
}

// index holds the rows by their names.
type index struct {
	funcs    map[string]*Func
	types    map[string]*Type
	patterns []*Type // whose names hold a "*"
	vars     map[string]*Var
}

var load = sync.OnceValue(func() *index {
	ix := &index{funcs: map[string]*Func{}, types: map[string]*Type{}, vars: map[string]*Var{}}
	for lib := range Libraries() {
		for i := range lib.Funcs {
			ix.funcs[lib.Funcs[i].Name] = &lib.Funcs[i]
		}
		for i := range lib.Types {
			t := &lib.Types[i]
			if strings.Contains(path.Base(t.Name), "*") {
				ix.patterns = append(ix.patterns, t)
				continue
			}
			ix.types[t.Name] = t
		}
		for i := range lib.Vars {
			ix.vars[lib.Vars[i].Name] = &lib.Vars[i]
		}
	}
	return ix
})

// FuncOf returns the row of fn, or nil. A method of a generic type is looked
// up by its origin.
func FuncOf(fn *types.Func) *Func {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	return load().funcs[Unversioned(fn.Origin().FullName())]
}

// TypeOf returns the row of t or of what t points to, or nil.
func TypeOf(t types.Type) *Type {
	name := typeName(t)
	if name == "" {
		return nil
	}
	ix := load()
	if row := ix.types[name]; row != nil {
		return row
	}
	for _, row := range ix.patterns {
		if path.Dir(row.Name) != path.Dir(name) {
			continue
		}
		if ok, err := path.Match(path.Base(row.Name), path.Base(name)); ok && err == nil {
			return row
		}
	}
	return nil
}

// VarOf returns the row of a package variable, or nil.
func VarOf(v types.Object) *Var {
	if v == nil || v.Pkg() == nil {
		return nil
	}
	return load().vars[Unversioned(v.Pkg().Path()+"."+v.Name())]
}

// LibraryOf returns the library that the package with this import path
// belongs to, or nil.
func LibraryOf(pkgPath string) *Library {
	p := Unversioned(pkgPath)
	for lib := range Libraries() {
		if p == lib.Path || strings.HasPrefix(p, lib.Path+"/") {
			return lib
		}
	}
	return nil
}

func typeName(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	return Unversioned(named.Obj().Pkg().Path() + "." + named.Obj().Name())
}

// version matches the major version in an import path: "/v2" or, at gopkg.in, ".v2".
var version = regexp.MustCompile(`(/v[0-9]+|(gopkg\.in/[^)]*)\.v[0-9]+)([/.)]|$)`)

// Unversioned removes a module's major version from a path or a full name:
// "(*github.com/go-resty/resty/v2.Client).R" becomes "(*github.com/go-resty/resty.Client).R".
func Unversioned(name string) string {
	if !strings.Contains(name, "/v") && !strings.Contains(name, ".v") {
		return name
	}
	return version.ReplaceAllString(name, "$2$3")
}
