package catalog

import (
	"go/types"
	"iter"
	"path"
	"slices"
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

// index holds the libraries by their paths and the rows by their names.
type index struct {
	libraries map[string]*Library
	funcs     map[string][]*Func
	called    map[string]bool // the functions' names without package and receiver
	types     map[string]*Type
	patterns  map[string][]*Type // whose names hold a "*", by the directory in them
	vars      map[string]*Var
	secrets   map[string][]*Secret
	reveals   map[string]*Reveal
	held      map[string]bool // the fields and variables among secrets, by package and last name
	secretly  map[string]bool // the last names of the rows of secrets and reveals
}

var load = sync.OnceValue(func() *index {
	ix := newIndex()
	for lib := range Libraries() {
		ix.add(lib)
	}
	return ix
})

func newIndex() *index {
	return &index{
		libraries: map[string]*Library{},
		funcs:     map[string][]*Func{},
		called:    map[string]bool{},
		types:     map[string]*Type{},
		patterns:  map[string][]*Type{},
		vars:      map[string]*Var{},
		secrets:   map[string][]*Secret{},
		reveals:   map[string]*Reveal{},
		held:      map[string]bool{},
		secretly:  map[string]bool{},
	}
}

func (ix *index) add(lib *Library) {
	if !lib.SecretsOnly {
		ix.libraries[lib.Path] = lib
	}
	for i := range lib.Funcs {
		ix.addFunc(&lib.Funcs[i])
	}
	for i := range lib.Types {
		t := &lib.Types[i]
		if dir, base := path.Split(t.Name); strings.Contains(base, "*") {
			ix.patterns[dir] = append(ix.patterns[dir], t)
			continue
		}
		ix.types[t.Name] = t
	}
	for i := range lib.Vars {
		ix.vars[lib.Vars[i].Name] = &lib.Vars[i]
	}
	for i := range lib.Secrets {
		row := &lib.Secrets[i]
		ix.secrets[row.Name] = append(ix.secrets[row.Name], row)
		ix.secretly[lastName(row.Name)] = true
		if row.Operand == None {
			sub, _, _ := strings.Cut(strings.TrimPrefix(row.Name, lib.Path), ".")
			ix.held[lib.Path+sub+"."+lastName(row.Name)] = true
		}
	}
	for i := range lib.Reveals {
		ix.reveals[lib.Reveals[i].Name] = &lib.Reveals[i]
		ix.secretly[lastName(lib.Reveals[i].Name)] = true
	}
}

// FuncOf returns the row of fn, or nil. Of several rows with fn's name it
// is the first whose operands are parameters of fn of the right types. A method
// of a generic type is looked up by its origin.
func FuncOf(fn *types.Func) *Func {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	if row := ownFunc(fn); row != nil {
		return row
	}
	ix := load()
	if !ix.called[fn.Name()] || LibraryOf(fn.Pkg().Path()) == nil {
		return nil
	}
	rows := ix.funcs[funcName(fn.Origin())]
	if i := slices.IndexFunc(rows, func(row *Func) bool { return row.fits(fn.Signature()) }); i >= 0 {
		return rows[i]
	}
	return nil
}

// TypeOf returns the row of t or of what t points to, or nil.
func TypeOf(t types.Type) *Type {
	obj := typeNameOf(t)
	if obj == nil || obj.Pkg() == nil || LibraryOf(obj.Pkg().Path()) == nil {
		return nil
	}
	ix := load()
	name := Unversioned(obj.Pkg().Path()) + "." + obj.Name()
	if row := ix.types[name]; row != nil {
		return row
	}
	dir, base := path.Split(name)
	for _, row := range ix.patterns[dir] {
		if ok, err := path.Match(path.Base(row.Name), base); ok && err == nil {
			return row
		}
	}
	return nil
}

// VarOf returns the row of a package variable, or nil.
func VarOf(v types.Object) *Var {
	if v == nil || v.Pkg() == nil || LibraryOf(v.Pkg().Path()) == nil {
		return nil
	}
	return load().vars[Unversioned(v.Pkg().Path())+"."+v.Name()]
}

// LibraryOf returns the library that the package with this import path
// belongs to, or nil. Where one library's path begins with another's it is the longer.
// One of which only the Secrets are known is none.
func LibraryOf(pkgPath string) *Library {
	ix := load()
	for p := Unversioned(pkgPath); ; {
		if lib := ix.libraries[p]; lib != nil {
			return lib
		}
		slash := strings.LastIndexByte(p, '/')
		if slash < 0 {
			return nil
		}
		p = p[:slash]
	}
}

// funcName is what the FullName of fn would be without the major version, or
// empty for a method of an unnamed type.
func funcName(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return Unversioned(fn.Pkg().Path()) + "." + fn.Name()
	}
	obj := typeNameOf(recv.Type())
	if obj == nil || obj.Pkg() == nil {
		return ""
	}
	star := ""
	if _, ok := types.Unalias(recv.Type()).(*types.Pointer); ok {
		star = "*"
	}
	return "(" + star + Unversioned(obj.Pkg().Path()) + "." + obj.Name() + ")." + fn.Name()
}

// typeNameOf returns the name of t or of what t points to, or nil.
func typeNameOf(t types.Type) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if named, ok := t.(*types.Named); ok {
		return named.Obj()
	}
	return nil
}

// Stops reports whether a value of type t has a method that ends the retrying of a library.
func Stops(t types.Type) bool {
	ptr, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	obj := typeNameOf(ptr)
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	lib := LibraryOf(obj.Pkg().Path())
	recv := "(*" + Unversioned(obj.Pkg().Path()) + "." + obj.Name() + ")."
	return lib != nil && slices.ContainsFunc(lib.Funcs, func(fn Func) bool { return fn.Role == Stop && strings.HasPrefix(fn.Name, recv) })
}

// Unversioned removes a module's major version from a path or a full name:
// "(*github.com/go-resty/resty/v2.Client).R" becomes "(*github.com/go-resty/resty.Client).R",
// and "gopkg.in/resty.v1" becomes "gopkg.in/resty".
func Unversioned(name string) string {
	if !strings.Contains(name, "/v") && !strings.Contains(name, ".v") {
		return name // nearly always, and for less than the loop
	}
	for i := 0; i < len(name); {
		n := versionAt(name, i)
		if n == 0 {
			i++
			continue
		}
		name = name[:i] + name[i+n:]
	}
	return name
}

// versionAt returns the length of the major version that begins at name[i],
// with the separator before it, or 0: "/v2" and so on, ".v1" as well at gopkg.in.
func versionAt(name string, i int) int {
	if i+2 >= len(name) || name[i+1] != 'v' || name[i] != '/' && name[i] != '.' {
		return 0
	}
	end := i + 2
	for end < len(name) && '0' <= name[end] && name[end] <= '9' {
		end++
	}
	digits := name[i+2 : end]
	if end < len(name) && !strings.ContainsRune("/.)", rune(name[end])) {
		return 0
	}
	if name[i] == '/' && (digits == "" || digits[0] == '0' || digits == "1") {
		return 0 // k8s.io/api/core/v1 is a package, no version of a module
	}
	if name[i] == '.' && (digits == "" || !strings.HasPrefix(strings.TrimLeft(name, "(*"), "gopkg.in/")) {
		return 0
	}
	return end - i
}
