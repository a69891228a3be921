package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Term says whether one of the things that can end a wait (a client, or the
// deadline of a context or request) does so.
type Term struct {
	Bound flow.Tri
	// Ref is the parameter that decides, if Bound is Unknown.
	Ref Ref
	// Lost is the parameter whose Timeout the client doesn't take over.
	Lost Ref
	// Loses says that the client doesn't take over the Timeout of the client it was made from.
	Loses bool
	// ByTransport says that it is the transport that ends the wait, not a Timeout.
	ByTransport bool
	// Sources are where something without a bound was made, if Bound is No.
	Sources []Source
	// Fallback says that the sources are what is used when the user hands over nothing.
	Fallback bool
}

// A Source is a place where a client, context or request without a bound was made.
type Source struct {
	flow.Origin
	// What names it: "http.DefaultClient".
	What string
}

// What names the first source.
func (t Term) What() string {
	if len(t.Sources) == 0 {
		return ""
	}
	return t.Sources[0].What
}

var (
	unknown = Term{}
	bounded = Term{Bound: flow.Yes}
)

func unbounded(o flow.Origin, what string) Term {
	return Term{Bound: flow.No, Sources: []Source{{o, what}}}
}

// addSources adds the sources of another term.
func (t *Term) addSources(other Term) {
	for _, src := range other.Sources {
		if !slices.Contains(t.Sources, src) {
			t.Sources = append(t.Sources, src)
		}
	}
}

// given is what a user of the package may hand over.
var given = Term{Fallback: true}

// of evaluates a value of type t with the given origins as it appears in fn.
func (p *Package) of(t types.Type, origins []flow.Origin, fn *ssa.Function) Term {
	e := p.evaluation(fn)
	if isContext(t) || isRequest(t) {
		return e.deadline(origins)
	}
	return e.client(origins, nil)
}

// An evaluation answers how a value is bounded, as seen from one function: the
// parameters of that function stay open, those of others are looked up.
type evaluation struct {
	pkg  *Package
	fn   *ssa.Function
	busy map[question]bool
}

// A question is what an evaluation asks of one origin.
type question struct {
	aspect aspect
	origin flow.Origin
	row    *catalog.Func
	fn     *ssa.Function
}

// An aspect is what is asked of an origin.
type aspect uint8

const (
	clientBound   aspect = iota + 1
	deadlineBound        // of a context or a request
	heldClient           // the bound of the client in a context
)

// client says how a client, transport or dialer is bounded. row is the call
// that uses it, which knows what a nil client stands for; it may be nil.
//
// A user's client beside our own default is a fallback; but where one
// source is bounded or not understood, nothing is said.
func (e *evaluation) client(origins []flow.Origin, row *catalog.Func) Term {
	var all []Term
	for _, o := range origins {
		if isNil(o) {
			continue
		}
		all = append(all, e.ask(clientBound, o, nil, e.clientFrom))
	}
	if len(all) == 0 {
		return e.pkg.fallback(row)
	}
	sum := Term{Bound: flow.No}
	for _, t := range all {
		switch {
		case t.Bound == flow.Yes:
			return t
		case t.Ref.Operand != 0:
			if sum.Ref.Operand != 0 && sum.Ref != t.Ref {
				return unknown
			}
			sum.Ref = t.Ref
			sum.Fallback = sum.Fallback || t.Ref.Field == "" // a field is set by what the other origins are
		case t.Fallback && t.Bound == flow.Unknown:
			sum.Fallback = true
		case t.Bound == flow.Unknown:
			return unknown
		}
		sum.addSources(t)
		if t.Lost.Operand != 0 {
			sum.Lost = t.Lost
		}
		sum.Loses = sum.Loses || t.Loses
	}
	if len(sum.Sources) == 0 {
		sum.Bound = flow.Unknown
	}
	return sum
}

// fallback is how a call is bounded whose client is nil, or that takes none.
func (p *Package) fallback(row *catalog.Func) Term {
	if row == nil || p.marks.tuned[row.Fallback] || p.marks.tuned["http.DefaultTransport"] {
		return unknown
	}
	switch row.Bound {
	case catalog.Bounded:
		return bounded
	case catalog.Unbounded:
		return Term{Bound: flow.No, Sources: []Source{{What: row.Fallback}}}
	}
	return unknown
}

func isNil(o flow.Origin) bool {
	c, ok := o.Value.(*ssa.Const)
	return ok && o.Kind == flow.Constant && c.IsNil()
}

// ask answers a question once. Where it leads back to itself, nothing is known.
func (e *evaluation) ask(aspect aspect, o flow.Origin, row *catalog.Func, eval func(flow.Origin) Term) Term {
	q := question{aspect, o, row, e.fn}
	if t, ok := e.pkg.terms[q]; ok {
		return t
	}
	if e.busy[q] || len(e.busy) > maxNested {
		return unknown
	}
	e.busy[q] = true
	t := eval(o)
	delete(e.busy, q)
	e.pkg.terms[q] = t
	return t
}

// maxNested limits the clients in clients, and contexts in contexts, that are followed.
const maxNested = 40

func (e *evaluation) clientFrom(o flow.Origin) Term {
	switch o.Kind {
	case flow.Object:
		return e.object(o)
	case flow.Result:
		return e.built(o)
	case flow.Variable:
		return e.pkg.variable(o)
	case flow.Param:
		if key := o.Key(); e.pkg.marks.bounded[key] {
			return bounded
		} else if e.pkg.marks.released[key] {
			return unknown
		}
		return e.param(o, func(origins []flow.Origin) Term { return e.client(origins, nil) })
	case flow.Given:
		return given
	}
	return unknown
}

// object says how a client that the package makes is bounded: by its own
// fields, by the transport in it, or by a method that sets a bound.
func (e *evaluation) object(o flow.Origin) Term {
	t := o.Value.Type()
	row := catalog.TypeOf(t)
	if row == nil {
		return e.ownTransport(o)
	}
	if e.pkg.marks.bounded[o.Key()] {
		return Term{Bound: flow.Yes, ByTransport: row.Kind == catalog.Transport}
	}
	if row.Zero == catalog.Bounded {
		return bounded
	}
	if row.Zero != catalog.Unbounded || e.pkg.marks.released[o.Key()] || e.pkg.public(o.Value) {
		return unknown
	}
	for _, name := range row.Via {
		field := fieldNamed(t, name)
		if field == nil {
			continue
		}
		origins := e.pkg.FieldOrigins(o, field)
		inner := e.client(origins, defaultTransport)
		if inner.Bound == flow.Unknown && slices.ContainsFunc(origins, isNil) {
			continue // only sometimes set, and not known to bound then
		}
		if inner.Bound != flow.No {
			return Term{Bound: inner.Bound, Ref: inner.Ref, ByTransport: inner.Bound == flow.Yes}
		}
	}
	if row.Kind == catalog.Transport && e.dialsItself(o) {
		return unknown
	}
	return unbounded(o, typeWord(t))
}

// public reports whether other packages can name a client that is a package variable itself.
func (p *Package) public(v ssa.Value) bool {
	g, ok := v.(*ssa.Global)
	return ok && g.Object() != nil && g.Object().Exported() && p.Pkg.Name() != "main"
}

// defaultTransport is what a nil transport stands for.
var defaultTransport = &catalog.Func{Bound: catalog.Unbounded, Fallback: "http.DefaultTransport"}

// dialFields are the hooks by which a transport connects in a way of its own: to a
// unix socket, say, or with deadlines on the connection.
var dialFields = []string{"DialContext", "Dial", "DialTLSContext", "DialTLS"}

// dialsItself reports whether a transport has a dial hook other than a method
// of net.Dialer, which only bounds the connect.
func (e *evaluation) dialsItself(o flow.Origin) bool {
	for _, name := range dialFields {
		field := fieldNamed(o.Value.Type(), name)
		if field == nil {
			continue
		}
		for _, hook := range e.pkg.FieldOrigins(o, field) {
			if !isNil(hook) && !isDialerMethod(hook.Value) {
				return true
			}
		}
	}
	return false
}

func isDialerMethod(v ssa.Value) bool {
	closure, ok := v.(*ssa.MakeClosure)
	if !ok || len(closure.Bindings) != 1 {
		return false
	}
	ptr, ok := closure.Bindings[0].Type().(*types.Pointer)
	return ok && ptr.Elem().String() == "net.Dialer"
}

func fieldNamed(t types.Type, name string) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for field := range s.Fields() {
			if field.Name() == name {
				return field.Origin()
			}
		}
	}
	return nil
}

// ownTransport says how a type with a RoundTrip method of its own is bounded:
// not at all if it just passes its request on to a transport that isn't.
func (e *evaluation) ownTransport(o flow.Origin) Term {
	method, _, _ := types.LookupFieldOrMethod(o.Value.Type(), true, e.pkg.Pkg, "RoundTrip")
	fn, ok := method.(*types.Func)
	if !ok || catalog.LibraryOf(fn.Pkg().Path()) != nil {
		return unknown
	}
	for _, send := range e.pkg.sendsOf(fn.Origin()) {
		if send.Deadline.Operand == 2 && send.Client.Field == "" {
			return unbounded(o, typeWord(o.Value.Type()))
		}
		if send.Deadline.Operand == 2 && send.Client.Operand == 1 {
			if field := fieldNamed(o.Value.Type(), send.Client.Field); field != nil {
				return e.client(e.pkg.FieldOrigins(o, field), defaultTransport)
			}
		}
	}
	return unknown
}

// built says how the result of a call is bounded.
func (e *evaluation) built(o flow.Origin) Term {
	call, ok := o.Value.(*ssa.Call)
	if !ok {
		return unknown
	}
	if e.pkg.marks.bounded[o.Key()] {
		return bounded
	}
	if e.pkg.marks.released[o.Key()] {
		return unknown
	}
	fn := calleeOf(&call.Call)
	if fn == nil {
		return unknown
	}
	if o.Field != nil {
		if row := catalog.TypeOf(resultType(call, o.Index)); row != nil && row.Kind == catalog.Client {
			o.Field = nil // client.Service sends through client
		}
	}
	if row := catalog.FuncOf(fn); row != nil {
		if t, replaced := e.replaced(o, call); replaced {
			return t
		}
		return e.builtBy(o, call, row)
	}
	if isFluent(fn) {
		return e.client(e.at(operand(&call.Call, catalog.Recv), o), nil)
	}
	return e.fromFact(o, call, fn, e.clientArgument)
}

// replaced says how a client is bounded whose inner client or transport was set, or
// given a bound, after a library's function built it.
func (e *evaluation) replaced(o flow.Origin, call *ssa.Call) (t Term, replaced bool) {
	result := resultType(call, o.Index)
	row := catalog.TypeOf(result)
	if row == nil || o.Field != nil {
		return Term{}, false
	}
	for _, name := range row.Via {
		field := fieldNamed(result, name)
		if field == nil {
			continue
		}
		inner := o
		inner.Field = field
		if e.pkg.marks.bounded[inner.Key()] {
			return bounded, true
		}
		if set := e.pkg.Assigned(o, field); len(set) > 0 {
			return e.client(set, nil), true
		}
	}
	return Term{}, false
}

func (e *evaluation) clientArgument(origins []flow.Origin) Term { return e.client(origins, nil) }

func resultType(call *ssa.Call, index int) types.Type {
	if tuple, ok := call.Type().(*types.Tuple); ok {
		return tuple.At(index).Type()
	}
	return call.Type()
}

// isFluent reports whether a method returns its receiver.
func isFluent(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Signature().Results().Len() == 0 {
		return false
	}
	row := catalog.TypeOf(recv.Type())
	return row != nil && row.Fluent && types.Identical(fn.Signature().Results().At(0).Type(), recv.Type())
}

func (e *evaluation) at(v ssa.Value, o flow.Origin) []flow.Origin {
	if v == nil {
		return nil
	}
	return e.pkg.OriginsAt(v, o)
}

// builtBy says how the result of a catalogued function is bounded.
func (e *evaluation) builtBy(o flow.Origin, call *ssa.Call, row *catalog.Func) Term {
	what := callWord(calleeOf(&call.Call))
	switch {
	case row.Role == catalog.Set && row.Context != catalog.None: // a request's context says nothing of its client
		return e.client(e.at(operand(&call.Call, row.Client), o), nil)
	case row.Role == catalog.Set: // a method that gives its receiver a bound, and returns it
		return bounded
	case row.Role == catalog.NewRequest:
		return e.client(e.at(operand(&call.Call, row.Client), o), row)
	case row.Role != catalog.Build:
		return unknown
	case row.Timeout != catalog.None:
		return bounded
	}
	if row.Options != catalog.None {
		if t, decided := e.options(o, call, row); decided {
			return t
		}
	}
	if row.ContextClient {
		return e.fromContext(o, call, row, what)
	}
	if row.Client == catalog.None {
		if row.Bound == catalog.Unbounded {
			return unbounded(o, what)
		}
		return e.pkg.fallback(row)
	}
	inner := e.client(e.at(operand(&call.Call, row.Client), o), row)
	if inner.Bound == flow.No && len(inner.Sources) == 1 && inner.Sources[0].Value == nil {
		return unbounded(o, what) // a nil client: the call is the place to change
	}
	return inner
}

// fromContext says how a client is bounded whose transport comes from the
// client in a context.
func (e *evaluation) fromContext(o flow.Origin, call *ssa.Call, row *catalog.Func, what string) Term {
	inner := e.clientInContext(e.at(operand(&call.Call, row.Context), o), row)
	switch {
	case inner.Bound == flow.No:
		return unbounded(o, what)
	case e.pkg.dropsTimeout(calleeOf(&call.Call), row) != flow.Yes:
		return inner
	case inner.Ref.Operand == 0 && (inner.Bound != flow.Yes || inner.ByTransport):
		return inner
	}
	t := unbounded(o, what)
	t.Lost, t.Loses = inner.Ref, inner.Bound == flow.Yes
	return t
}

// options looks at the options given to a function that builds a client. An
// option that bounds it counts wherever it stands, so one with an unbounded client decides last.
func (e *evaluation) options(o flow.Origin, call *ssa.Call, row *catalog.Func) (t Term, decided bool) {
	values, ok := flow.Elements(operand(&call.Call, row.Options))
	if !ok {
		return unknown, true
	}
	for _, v := range values {
		for _, option := range e.pkg.OriginsAt(v, o) {
			got, decides := e.option(option)
			if decides && got.Bound != flow.No {
				return got, true
			}
			if decides {
				t, decided = got, true
			}
		}
	}
	return t, decided
}

// option says whether an option bounds the client that it is given to. An option of a
// catalogued library without a row has nothing to do with bounds.
func (e *evaluation) option(o flow.Origin) (t Term, decided bool) {
	call, ok := o.Value.(*ssa.Call)
	if !ok {
		return unknown, true
	}
	fn := calleeOf(&call.Call)
	if fn == nil || fn.Pkg() == nil || catalog.LibraryOf(fn.Pkg().Path()) == nil {
		return unknown, true
	}
	row := catalog.FuncOf(fn)
	switch {
	case row == nil:
		return Term{}, false
	case row.Client != catalog.None:
		return e.client(e.at(operand(&call.Call, row.Client), o), nil), true
	}
	return bounded, true
}

// variable says how the value of another package's variable is bounded.
func (p *Package) variable(o flow.Origin) Term {
	g := flow.VariableOf(o)
	if g == nil || p.marks.tuned[globalWord(g)] {
		return unknown
	}
	row := catalog.VarOf(g.Object())
	if row == nil {
		return unknown
	}
	switch row.Bound {
	case catalog.Bounded:
		return bounded
	case catalog.Unbounded:
		return unbounded(o, globalWord(g))
	}
	return unknown
}

// param leaves a parameter of the function at hand open. What another function is
// given is looked up at its callers.
func (e *evaluation) param(o flow.Origin, eval func([]flow.Origin) Term) Term {
	v := o.Value.(*ssa.Parameter)
	if v.Parent() == e.fn {
		ref := Ref{Operand: flow.ParamIndex(v) + 1}
		if o.Field != nil {
			ref.Field = o.Field.Name()
		}
		return Term{Ref: ref}
	}
	if o.Field != nil {
		return given
	}
	origins := e.pkg.Reaching(v)
	if slices.ContainsFunc(origins, func(o flow.Origin) bool { return o.Kind == flow.Param }) {
		return unknown
	}
	return eval(origins)
}

// fromFact says how the result of a function with a fact is bounded.
func (e *evaluation) fromFact(o flow.Origin, call *ssa.Call, fn *types.Func, argument func([]flow.Origin) Term) Term {
	var does Does
	if !e.pkg.pass.ImportObjectFact(fn, &does) {
		return unknown
	}
	if whole := o; o.Field != nil {
		whole.Field = nil
		if e.pkg.marks.released[whole.Key()] {
			return unknown
		}
		if set := e.pkg.Assigned(whole, o.Field); len(set) > 0 {
			return argument(set)
		}
	}
	for _, r := range does.Results {
		if r.Index != o.Index || r.Field != fieldName(o) {
			continue
		}
		if e.passesOptions(call) {
			return unknown // one of them may well set a bound
		}
		return e.fromResult(o, call, r, argument)
	}
	return unknown
}

func (e *evaluation) fromResult(o flow.Origin, call *ssa.Call, r ResultFact, argument func([]flow.Origin) Term) Term {
	t := Term{Bound: r.Bound, Lost: r.Lost}
	if r.Bound == flow.No {
		t.Sources = []Source{{o, callWord(calleeOf(&call.Call))}}
	}
	if r.From.Operand == 0 {
		return t
	}
	handed := e.argument(o, call, r.From)
	if len(handed) > 0 && !slices.ContainsFunc(handed, func(o flow.Origin) bool { return !isNil(o) }) {
		return t // nil: the default counts
	}
	if from := argument(handed); from.Bound != flow.No || r.Bound != flow.No {
		return from
	}
	return t
}

// argument returns the origins of what a call passes for a parameter, or for a field of it.
func (e *evaluation) argument(o flow.Origin, call ssa.CallInstruction, ref Ref) []flow.Origin {
	arg := argumentOf(call.Common(), ref)
	if arg == nil {
		return nil
	}
	return e.pkg.fieldOrigins(e.pkg.OriginsAt(arg, o), ref.Field)
}

// argumentOf returns what a call passes for a parameter.
func argumentOf(call *ssa.CallCommon, ref Ref) ssa.Value {
	args := call.Args
	if call.IsInvoke() {
		args = append([]ssa.Value{call.Value}, args...)
	}
	return nth(args, ref.Operand-1)
}

// fieldOrigins goes on from structs to one of their fields, if one is named.
func (p *Package) fieldOrigins(structs []flow.Origin, name string) []flow.Origin {
	if name == "" {
		return structs
	}
	var all []flow.Origin
	for _, o := range structs {
		if isNil(o) {
			continue
		}
		field := fieldNamed(typeOf(o), name)
		if field == nil {
			return []flow.Origin{{}}
		}
		all = append(all, p.FieldOrigins(o, field)...)
	}
	return all
}

// typeOf returns the type of the value that an origin stands for.
func typeOf(o flow.Origin) types.Type {
	if o.Field != nil {
		return o.Field.Type()
	}
	if call, ok := o.Value.(*ssa.Call); ok {
		return resultType(call, o.Index)
	}
	if o.Value == nil {
		return types.Typ[types.Invalid]
	}
	return o.Value.Type()
}

// passesOptions reports whether a call passes variadic arguments.
func (e *evaluation) passesOptions(call *ssa.Call) bool {
	sig := call.Call.Signature()
	if !sig.Variadic() {
		return false
	}
	last := call.Call.Args[len(call.Call.Args)-1]
	values, ok := flow.Elements(last)
	return !ok || len(values) > 0
}

func fieldName(o flow.Origin) string {
	if o.Field == nil {
		return ""
	}
	return o.Field.Name()
}

// typeWord names a type as its users write it: "http.Client".
func typeWord(t types.Type) string {
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return types.TypeString(t, (*types.Package).Name)
}

// callWord names a function as its callers write it: "resty.New".
func callWord(fn *types.Func) string {
	if recv := fn.Signature().Recv(); recv != nil {
		return typeWord(recv.Type()) + "." + fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}
