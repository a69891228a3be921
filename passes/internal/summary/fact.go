package summary

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// Does is the fact of a function: what a call of it does to the outside world.
// A function that does nothing of interest has none.
//
// It holds no positions, so that an edit which changes no behaviour leaves the
// fact as it was, and the go command need not look at the importers again.
type Does struct {
	Sends   []SendFact
	Results []ResultFact
	// Plays say what the function returns after which answer. Only functions of the main module have them: it
	// is there that own wrappers are found, while libraries are for the catalog.
	Plays []PlayFact
	// Fails says that the function returns an error, without any wait, when the first request that it sends fails.
	Fails bool
	// Secrets are the parameters that are credentials. Only functions of the main module tell them.
	Secrets []SecretFact
	// States are the parameters that become the state of an authorization request. Only functions of the main module tell them.
	States []StateFact
	// Asks says that the function looks at who sent what it is given, and MayAsk that code which isn't known may. Only functions of the
	// main module tell.
	Asks, MayAsk bool
	// Receives is the service whose webhooks the function finds in what it is given. Only functions of the main module tell it.
	Receives string
	// Decodes are the results that hold the claims of a token that nothing verified. Only functions of the main module tell them.
	Decodes []DecodeFact
}

// AFact marks Does as a fact.
func (*Does) AFact() {}

// says reports whether the fact says anything.
func (d *Does) says() bool {
	return len(d.Sends)+len(d.Results)+len(d.Plays)+len(d.Secrets)+len(d.States)+len(d.Decodes) > 0 || d.Fails || d.Asks || d.MayAsk || d.Receives != ""
}

// tellsOfSender reports whether the fact says that the function looks at who sent what it is given, or that it gets that and doesn't.
func (d *Does) tellsOfSender() bool { return d.Asks || d.MayAsk || d.Receives != "" }

// asks says whether the function looks at who sent what it is given.
func (d *Does) asks() flow.Tri {
	switch {
	case d.Asks:
		return flow.Yes
	case d.MayAsk:
		return flow.Unknown
	}
	return flow.No
}

func (d *Does) String() string {
	var parts []string
	for _, s := range d.Sends {
		parts = append(parts, s.String())
	}
	for _, r := range d.Results {
		parts = append(parts, r.String())
	}
	if len(d.Plays) > 0 {
		parts = append(parts, "plays")
	}
	if d.Fails {
		parts = append(parts, "fails")
	}
	for _, s := range d.Secrets {
		parts = append(parts, s.String())
	}
	for _, s := range d.States {
		parts = append(parts, s.String())
	}
	switch {
	case d.Asks:
		parts = append(parts, "asks who sent it")
	case d.MayAsk:
		parts = append(parts, "may ask who sent it")
	}
	if d.Receives != "" {
		parts = append(parts, "receives webhooks of "+d.Receives)
	}
	for _, s := range d.Decodes {
		parts = append(parts, s.String())
	}
	return strings.Join(parts, "; ")
}

// A SendFact is a request that the function sends. It ends if what Client or what
// Deadline refers to ends it; where neither refers to a parameter, nothing does.
type SendFact struct {
	Client   Ref
	Deadline Ref
	// What names the client where it is not a parameter: "http.DefaultClient".
	What string
}

func (s SendFact) String() string {
	return fmt.Sprintf("sends(client %v, deadline %v)", s.Client, s.Deadline)
}

// A ResultFact is how a client, transport, context or request that the
// function returns is bounded.
type ResultFact struct {
	Index int
	// Field is the field of the result that holds the client; "" for the result itself.
	Field string
	// Bound is what holds where From says nothing.
	Bound flow.Tri
	// From is the parameter whose bound counts; where that is nil, Bound does.
	From Ref
	// Lost is the parameter whose Timeout the result doesn't take over.
	Lost Ref
	// What names the client: "http.DefaultClient".
	What string
}

func (r ResultFact) String() string {
	name := fmt.Sprintf("result %d", r.Index)
	if r.Field != "" {
		name += "." + r.Field
	}
	text := name + " " + [...]string{"unknown", "unbounded", "bounded"}[r.Bound]
	if r.From.Operand != 0 {
		text += " or as " + r.From.String()
	}
	if r.Lost.Operand != 0 {
		text += ", loses " + r.Lost.String()
	}
	return text
}

// A Ref refers to a parameter of a function, or to a field of one. The zero
// Ref refers to nothing.
type Ref struct {
	// Operand is the parameter's number plus one; a receiver is number 0.
	Operand int
	Field   string
}

func (r Ref) String() string {
	if r.Operand == 0 {
		return "none"
	}
	text := fmt.Sprintf("operand %d", r.Operand-1)
	if r.Field != "" {
		text += "." + r.Field
	}
	return text
}

// Speaks is the fact of a package that some of its functions have facts.
type Speaks struct{}

// AFact marks Speaks as a fact.
func (*Speaks) AFact() {}

func (*Speaks) String() string { return "speaks" }

// Version is the fact of a catalogued package that says which version of its
// module it belongs to, for libraries whose behaviour changed.
type Version struct{ Module string }

// AFact marks Version as a fact.
func (*Version) AFact() {}

func (v *Version) String() string { return "version " + v.Module }

// exportVersion tells importers the version of a catalogued library, if a row depends on it.
func exportVersion(pass *analysis.Pass) {
	lib := catalog.LibraryOf(pass.Pkg.Path())
	if lib == nil || pass.Module == nil || pass.Module.Version == "" {
		return
	}
	for _, row := range lib.Funcs {
		if row.DropsTimeoutBefore != "" {
			pass.ExportPackageFact(&Version{Module: pass.Module.Version})
			return
		}
	}
}

// dropsTimeout reports whether a function that the row describes loses the Timeout of
// the client it is given, in the version at hand.
func (p *Package) dropsTimeout(fn *types.Func, row *catalog.Func) flow.Tri {
	switch {
	case !row.DropsTimeout:
		return flow.No
	case row.DropsTimeoutBefore == "":
		return flow.Yes
	}
	var version Version
	if !p.pass.ImportPackageFact(fn.Pkg(), &version) {
		return flow.Unknown
	}
	if semver.Compare(version.Module, row.DropsTimeoutBefore) < 0 {
		return flow.Yes
	}
	return flow.No
}

// exportFacts tells importers what the functions do.
func (p *Package) exportFacts() {
	own := isOwn(p.pass)
	var secrets map[*ssa.Function][]SecretFact
	var states map[*ssa.Function][]StateFact
	var decodes map[*ssa.Function][]DecodeFact
	speaks := false
	if own {
		secrets, speaks = p.exportSecrets()
		states = p.stateFacts()
		decodes = p.exportedDecodings()
	}
	for _, fn := range smallFirst(p.Functions) {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() {
			continue // can't be named by importers
		}
		does := &Does{Sends: p.sendFacts(fn), Results: p.resultFacts(fn), Fails: p.Player().failsAtOnce(fn), Secrets: secrets[fn], States: states[fn], Decodes: decodes[fn]}
		if own {
			does.Plays = p.Player().playFacts(fn)
			does.Asks, does.MayAsk = p.asksFact(fn)
			does.Receives = p.receivesFact(fn)
		}
		if does.says() {
			p.pass.ExportObjectFact(obj, does)
			speaks = true
		}
	}
	if speaks {
		p.pass.ExportPackageFact(new(Speaks))
	}
}

// smallFirst sorts functions by their size: if there is too much to play for all, most of them are described.
func smallFirst(fns []*ssa.Function) []*ssa.Function {
	size := map[*ssa.Function]int{}
	for _, fn := range fns {
		for _, block := range fn.Blocks {
			size[fn] += len(block.Instrs)
		}
	}
	sorted := slices.Clone(fns)
	slices.SortStableFunc(sorted, func(a, b *ssa.Function) int { return cmp.Compare(size[a], size[b]) })
	return sorted
}

func (p *Package) sendFacts(fn *ssa.Function) []SendFact {
	var facts []SendFact
	for _, s := range p.sends[fn] {
		if s.Client.Fallback && s.Client.Ref.Operand == 0 {
			continue // importers may have set another client, in ways that a fact doesn't tell
		}
		facts = append(facts, SendFact{Client: s.Client.Ref, Deadline: s.Deadline.Ref, What: s.Client.What()})
	}
	slices.SortFunc(facts, func(a, b SendFact) int {
		return cmp.Or(compareRef(a.Client, b.Client), compareRef(a.Deadline, b.Deadline), cmp.Compare(a.What, b.What))
	})
	return slices.Compact(facts)
}

func compareRef(a, b Ref) int {
	return cmp.Or(cmp.Compare(a.Operand, b.Operand), cmp.Compare(a.Field, b.Field))
}

// resultFacts describes the results that carry a bound: themselves or, for a
// struct of this package, in their fields.
func (p *Package) resultFacts(fn *ssa.Function) []ResultFact {
	if facts, ok := p.results[fn]; ok {
		return facts
	}
	facts := p.newResultFacts(fn)
	p.results[fn] = facts
	return facts
}

func (p *Package) newResultFacts(fn *ssa.Function) []ResultFact {
	var facts []ResultFact
	results := fn.Signature.Results()
	for i := range results.Len() {
		t := results.At(i).Type()
		origins := p.returned(fn, i)
		if carriesBound(t) {
			facts = appendResult(facts, i, "", p.of(t, origins, fn))
			continue
		}
		for _, field := range p.ownFields(t) {
			if !carriesBound(field.Type()) {
				continue
			}
			var inner []flow.Origin
			for _, o := range origins {
				if c, ok := o.Value.(*ssa.Const); ok && c.IsNil() {
					continue // returned beside an error
				}
				inner = append(inner, p.FieldOrigins(o, field)...)
			}
			facts = appendResult(facts, i, field.Name(), p.of(field.Type(), inner, fn))
		}
	}
	return facts
}

func appendResult(facts []ResultFact, index int, field string, t Term) []ResultFact {
	if t.Bound == flow.Unknown && t.Ref.Operand == 0 {
		return facts
	}
	return append(facts, ResultFact{Index: index, Field: field, Bound: t.Bound, From: t.Ref, Lost: t.Lost, What: t.What()})
}

// returned returns the origins of a result of fn.
func (p *Package) returned(fn *ssa.Function, index int) []flow.Origin {
	var all []flow.Origin
	for _, block := range fn.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && index < len(ret.Results) {
			all = append(all, p.Origins(ret.Results[index])...)
		}
	}
	return all
}

// ownFields returns the fields of t if it is, or points to, a struct type that this package declares.
func (p *Package) ownFields(t types.Type) []*types.Var {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() != p.Pkg {
		return nil
	}
	s, ok := named.Origin().Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	return slices.Collect(s.Fields())
}

// carriesBound reports whether a value of type t can end a wait.
func carriesBound(t types.Type) bool {
	if isContext(t) || isRoundTripper(t) {
		return true
	}
	if iface, ok := t.Underlying().(*types.Interface); ok {
		return iface.NumMethods() == 1 && isDoer(iface.Method(0).Signature())
	}
	row := catalog.TypeOf(t)
	return row != nil && row.Kind != catalog.Server
}

func isRoundTripper(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "net/http" && named.Obj().Name() == "RoundTripper"
}
