// Package flow answers where a value of a package came from, with SSA that it
// builds itself.
//
// Its answers are three-valued, and a rule may report only on a definite one:
// whatever the package was not able to follow is [Unknown].
package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A Tri is a three-valued answer. The zero value is Unknown.
type Tri uint8

// The answers.
const (
	Unknown Tri = iota
	No
	Yes
)

// A Package is a package in SSA form with an index of who writes what.
type Package struct {
	*ssa.Package
	// Functions are all functions with a body, methods and function literals
	// included, in the order of the source.
	Functions []*ssa.Function

	fields   map[*types.Var][]*ssa.FieldAddr         // the addresses taken of each field
	globals  map[*ssa.Global][]*ssa.Store            // the stores to each package variable
	leaked   map[*ssa.Global]bool                    // package variables whose address is used otherwise
	calls    map[*ssa.Function][]ssa.CallInstruction // the static calls of each function of the package
	values   map[*ssa.Function]bool                  // functions that are used as values
	closures map[*ssa.Function][]*ssa.MakeClosure    // where each function literal is made
	invoked  map[string]bool                         // the names of methods called through interfaces
	users    map[*ssa.Const]ssa.Instruction
	memo     map[query][]Origin
	active   map[query]bool   // the questions being answered, outer and inner ones
	steps    int              // values visited for the outermost of them
	frames   map[frame]*frame // the frames made so far, by call and parent
}

// Build returns the given files of pass, which use nothing of its other files, in SSA form.
//
// It doesn't use x/tools' buildssa, which requires ctrlflow and its facts, and so
// would visit every package that the program depends on.
func Build(pass *analysis.Pass, files []*ast.File) *Package {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	prog.SetNoReturn(neverReturns)
	declare(prog, pass.Pkg.Imports(), map[*types.Package]bool{})
	pkg := &Package{
		Package:  prog.CreatePackage(pass.Pkg, files, infoOf(pass.TypesInfo, files), false),
		fields:   map[*types.Var][]*ssa.FieldAddr{},
		globals:  map[*ssa.Global][]*ssa.Store{},
		leaked:   map[*ssa.Global]bool{},
		calls:    map[*ssa.Function][]ssa.CallInstruction{},
		values:   map[*ssa.Function]bool{},
		closures: map[*ssa.Function][]*ssa.MakeClosure{},
		invoked:  map[string]bool{},
		users:    map[*ssa.Const]ssa.Instruction{},
		memo:     map[query][]Origin{},
		active:   map[query]bool{},
		frames:   map[frame]*frame{},
	}
	pkg.Build()
	pkg.collect(pass)
	pkg.index()
	return pkg
}

// infoOf returns info without the initializers of variables that other files declare.
func infoOf(info *types.Info, files []*ast.File) *types.Info {
	part := *info
	part.InitOrder = nil
	for _, init := range info.InitOrder {
		pos := init.Rhs.Pos()
		if slices.ContainsFunc(files, func(file *ast.File) bool { return file.FileStart <= pos && pos <= file.FileEnd }) {
			part.InitOrder = append(part.InitOrder, init)
		}
	}
	return &part
}

// declare makes the imported packages known to the program, without bodies.
func declare(prog *ssa.Program, imports []*types.Package, done map[*types.Package]bool) {
	for _, imp := range imports {
		if !done[imp] {
			done[imp] = true
			prog.CreatePackage(imp, nil, nil, true)
			declare(prog, imp.Imports(), done)
		}
	}
}

// neverReturns knows the functions of the standard library that end the
// program or the goroutine.
func neverReturns(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "os":
		return fn.Name() == "Exit"
	case "runtime":
		return fn.Name() == "Goexit"
	case "log":
		switch fn.Name() {
		case "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln":
			return true
		}
	}
	return false
}

// collect finds the functions of the package.
func (p *Package) collect(pass *analysis.Pass) {
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		p.Functions = append(p.Functions, fn)
		for _, literal := range fn.AnonFuncs {
			add(literal)
		}
	}
	if init := p.Func("init"); init != nil {
		add(init) // it holds the initializers of package variables
	}
	for _, obj := range pass.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok {
			if f := p.Prog.FuncValue(fn); f != nil && f.Blocks != nil && f.Pkg == p.Package {
				add(f)
			}
		}
	}
	sortByPos(p.Functions)
}
