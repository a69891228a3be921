// Package machine executes functions in SSA form, concretely in what depends on the
// answer of a remote service and non-deterministically in everything else.
//
// A play starts at an attempt, the call that reaches the service, with a given
// answer; whatever was computed before is unknown. Where a condition is known, its branch is
// taken. Where it isn't, both are: joined by [Any] if the condition has nothing to do with the
// answer, since someone can bring about either, and by [Agree] if it has.
package machine

import (
	"go/token"
	"go/types"
	"maps"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// The limits of one play. What is beyond them is not understood.
const (
	maxSteps = 4000 // instructions
	endCost  = 10   // what it costs to go on behind one of the ends of a call, in steps
	maxCalls = 8    // calls inside each other
	maxForks = 2    // times that a condition is left open on one path
)

// A Machine plays the functions of one package.
type Machine struct {
	pkg    *flow.Package
	tables Tables
	keys   *keys
	live   map[*ssa.Function][]map[ssa.Value]bool
	points map[point][]ssa.Value
	boxes  map[box]*box
	known  map[string]intrinsic
	// hidden and variables stand for the types and variables of other packages that can't be found.
	hidden    map[string]types.Type
	variables map[string]*object
	responses map[Answer]*known
	consts    map[*ssa.Global]Value // the values of package variables that are only initialized
	waits     map[*ssa.Function]bool
	blocking  map[*ssa.Function]bool
}

// Tables knows what calls of functions that send lead to.
type Tables interface {
	// Outcome returns what a call that sends returns for an answer, or false if the call
	// sends nothing, or nothing is known.
	Outcome(call ssa.CallInstruction, answer Answer) (*Outcome, bool)
	// Exchange reports whether a call sends a request by itself.
	Exchange(call ssa.CallInstruction) bool
	// Refuses reports whether a call sends a request by itself, and returns an error where the answer's status is 400 or above.
	Refuses(call ssa.CallInstruction) bool
}

// New returns a machine for the functions of pkg.
func New(pkg *flow.Package, tables Tables) *Machine {
	return &Machine{
		pkg:       pkg,
		tables:    tables,
		keys:      newKeys(),
		live:      map[*ssa.Function][]map[ssa.Value]bool{},
		points:    map[point][]ssa.Value{},
		boxes:     map[box]*box{},
		known:     intrinsics(),
		hidden:    map[string]types.Type{},
		variables: map[string]*object{},
		responses: map[Answer]*known{},
		consts:    map[*ssa.Global]Value{},
		waits:     map[*ssa.Function]bool{},
		blocking:  map[*ssa.Function]bool{},
	}
}

// A Region is a part of the program that may send a request again.
type Region struct {
	// Attempt is the call that sends, from which a play starts.
	Attempt ssa.CallInstruction
	// Calls lead from the region's function to the attempt's, if that is another one.
	Calls []ssa.CallInstruction
	// Within reports whether a block of the region's function belongs to the region; nil if all do.
	Within func(*ssa.BasicBlock) bool
	// Persists says that an attempt which is reached again has the same answer, and the play goes on.
	Persists bool
	// Free says that what the attempt returns beside an error has nothing to do with the answer.
	Free bool
	// Again reports whether a call, in whatever function, sends the request once more. The attempt itself does.
	Again func(ssa.CallInstruction) bool
}

// A play is one run through a region.
type play struct {
	*Machine
	region Region
	answer Answer
	steps  int
	ends   int // of calls, behind which the play went on
	memo   map[string]*Outcome
	depth  map[string]int // of the states that the play is in
	at     token.Pos      // of the call or look-up that is executed

	particular bool // somebody has asked which answer it is
}

func (m *Machine) newPlay(region Region, answer Answer) *play {
	return &play{Machine: m, region: region, answer: answer, memo: map[string]*Outcome{}, depth: map[string]int{}}
}

// status is the status of the answer, for those who don't see it in the response.
func (p *play) status() int {
	p.particular = true
	return p.answer.Status
}

// Play starts at the region's attempt, as whose result the answer is given.
func (m *Machine) Play(region Region, answer Answer) *Outcome {
	p := m.newPlay(region, answer)
	s := newState()
	p.fill(s, response, answer)
	p.fill(s, other, success)
	for _, outer := range region.Calls {
		s.frames = append(s.frames, frameAt(outer))
	}
	call := region.Attempt
	s.frames = append(s.frames, frameAt(call))
	for i, outer := range region.Calls {
		s.frames[i+1].call = outer
	}
	if table, ok := m.tables.Outcome(call, answer); ok {
		return p.outcome(p.apply(s, call, table, response))
	}
	result, ok := p.answerTo(call.Common().Signature(), answer, response)
	if !m.tables.Exchange(call) && answer.Status != 0 && answer.Status != success.Status {
		ok = answer.Status >= 400 && answer.RetryAfter == "" && m.tables.Refuses(call) // else what it makes of the status isn't known
		result = refused(call.Common().Signature())
	}
	if !ok {
		return p.leaf(s, Stuck)
	}
	p.finish(s, call, result)
	return p.outcome(p.run(s))
}

// Result plays a function of the package that is given an answer, its header or its error.
func (m *Machine) Result(fn *ssa.Function, answer Answer) *Outcome {
	p := m.newPlay(Region{}, answer)
	s := newState()
	p.fill(s, response, answer)
	env := map[ssa.Value]Value{}
	for _, param := range fn.Params {
		if v, ok := p.ofAnswer(param.Type(), answer, response); ok {
			env[param] = v
		} else if IsAttempt(param.Type()) {
			env[param] = attempt(param.Type(), answer)
		} else if param.Type().String() == "net/http.Header" {
			env[param] = header(answer)
		}
	}
	s.frames = []*frame{{fn: fn, block: fn.Blocks[0], env: env}}
	return p.outcome(p.run(s))
}

// frameAt is a function that has come to a call; of what it did before, nothing is known.
func frameAt(call ssa.CallInstruction) *frame {
	return &frame{fn: call.Parent(), block: call.Block(), pc: indexOf(call), env: map[ssa.Value]Value{}}
}

// outcome takes a play that only leads back to itself for one that is not understood.
func (p *play) outcome(o *Outcome, _ int) *Outcome {
	if o == nil {
		o = &Outcome{}
	}
	o.Cost, o.Particular, o.Exhausted = p.steps+endCost*p.ends, p.particular, p.steps > maxSteps
	return o
}

func newState() *state {
	return &state{heap: heap{}, forks: map[*ssa.If]int{}}
}

func indexOf(instr ssa.Instruction) int {
	for i, other := range instr.Block().Instrs {
		if other == instr {
			return i
		}
	}
	return -1
}

// free is the depth of an outcome that holds wherever its state is reached.
const free = 1 << 30

// run goes on from a state to the end of the path, or to a fork. The second result is the depth of the
// outermost state that the play is in and was led back to: what the outcome leaves out holds only below that.
func (p *play) run(s *state) (*Outcome, int) {
	for {
		if p.steps++; p.steps > maxSteps {
			return p.leaf(s, Stuck), free
		}
		f := s.top()
		switch instr := f.block.Instrs[f.pc].(type) {
		case *ssa.Jump:
			if o, low, done := p.enter(s, f.block.Succs[0]); done {
				return o, low
			}
		case *ssa.If:
			cond := p.value(s, instr.Cond)
			if cond.Kind != Const {
				return p.fork(s, instr, cond)
			}
			if cond.Dep {
				p.decide(s, instr)
			}
			if o, low, done := p.enter(s, f.block.Succs[branch(isTrue(cond))]); done {
				return o, low
			}
		case *ssa.Return:
			if o := p.ret(s, instr); o != nil {
				return o, free
			}
		case *ssa.Panic:
			return p.leaf(s, Left), free
		default:
			if o, low, done := p.exec(s, instr); done {
				return o, low
			}
		}
	}
}

func branch(taken bool) int {
	if taken {
		return 0
	}
	return 1
}

// decide notes the comparison that an if is about.
func (p *play) decide(s *state, instr *ssa.If) {
	before := s.Decision
	s.Decision, s.Predicate = instr.Cond.Pos(), token.NoPos
	if !s.Decision.IsValid() {
		s.Decision = instr.Pos()
	}
	if fn := p.predicate(instr.Cond); fn != nil && fn.Syntax() != nil && fn.Syntax().Pos() <= before && before < fn.Syntax().End() {
		s.Predicate = before
	}
}

// predicate returns the function of this package whose result a condition is, or nil.
func (p *play) predicate(cond ssa.Value) *ssa.Function {
	switch cond := cond.(type) {
	case *ssa.UnOp:
		return p.predicate(cond.X)
	case *ssa.Extract:
		return p.predicate(cond.Tuple)
	case *ssa.Call:
		return p.pkg.Callee(cond)
	}
	return nil
}

// enter goes to a block. Where several lead there, the rest of the play is done once for all states that
// differ in nothing that is still used.
func (p *play) enter(s *state, block *ssa.BasicBlock) (o *Outcome, low int, done bool) {
	f := s.top()
	if len(s.frames) == 1 && p.region.Within != nil && !p.region.Within(block) {
		return p.exit(s, f.block), free, true
	}
	f.prev, f.block, f.pc = f.block, block, 0
	p.phis(s, f)
	if len(block.Preds) < 2 {
		return nil, free, false
	}
	key := p.key(s)
	if o, ok := p.memo[key]; ok {
		return o, free, true
	}
	if depth, ok := p.depth[key]; ok {
		return nil, depth, true
	}
	mine := len(p.depth)
	p.depth[key] = mine
	o, low = p.run(s)
	delete(p.depth, key)
	if low >= mine {
		p.memo[key] = o
		low = free
	}
	return o, low, true
}

// phis takes the values of a block's phis, all at once.
func (p *play) phis(s *state, f *frame) {
	from := -1
	for i, pred := range f.block.Preds {
		if pred == f.prev {
			from = i
		}
	}
	values := map[ssa.Value]Value{}
	for f.pc < len(f.block.Instrs) {
		phi, ok := f.block.Instrs[f.pc].(*ssa.Phi)
		if !ok {
			break
		}
		values[phi] = p.value(s, phi.Edges[from])
		f.pc++
	}
	maps.Copy(f.env, values)
}

// fork takes both branches of a condition that is not known.
func (p *play) fork(s *state, instr *ssa.If, cond Value) (*Outcome, int) {
	if s.forks[instr]++; s.forks[instr] > maxForks {
		return p.leaf(s, Stuck), free
	}
	op := Any
	p.widen(s, instr)
	untaken := s.clone()
	if cond.Dep {
		op = Agree
		p.limits(s, instr.Cond, true)
		p.limits(untaken, instr.Cond, false)
	}
	first, low := p.take(s, instr, true)
	second, low2 := p.take(untaken, instr, false)
	return join(op, first, second), min(low, low2)
}

// widen forgets how far a counter has come that is compared with something unknown: the rounds of such a loop are all
// alike, and there may be many.
func (p *play) widen(s *state, instr *ssa.If) {
	compared, ok := instr.Cond.(*ssa.BinOp)
	if !ok {
		return
	}
	for _, operand := range []ssa.Value{compared.X, compared.Y} {
		counter := operand
		if next, ok := operand.(*ssa.BinOp); ok {
			counter = next.X // "range" counts first, and compares then
		}
		_, ok := counter.(*ssa.Phi)
		if v, known := s.top().env[operand]; ok && known && v.Kind == Const && !v.Dep {
			s.top().env[operand] = unknown
		}
	}
}

// take goes on with one branch of a fork, in which the condition is known.
func (p *play) take(s *state, instr *ssa.If, taken bool) (*Outcome, int) {
	p.learn(s, instr.Cond, taken)
	if o, low, done := p.enter(s, s.top().block.Succs[branch(taken)]); done {
		return o, low
	}
	return p.run(s)
}

// ret returns from a call; from the function that is played, it ends the path.
func (p *play) ret(s *state, instr *ssa.Return) *Outcome {
	var results []Value
	for _, v := range instr.Results {
		results = append(results, p.value(s, v))
		if comparison, ok := v.(*ssa.BinOp); ok && isComparison(comparison.Op) && results[len(results)-1].Dep {
			s.Decision, s.Predicate = comparison.Pos(), token.NoPos
		}
	}
	f := s.top()
	if len(s.frames) == 1 {
		return p.end(s, results)
	}
	s.pop()
	if f.unwinding {
		return nil // the caller goes on with its next deferred call
	}
	p.finish(s, f.call, tuple(results))
	return nil
}

// end ends the path with what the function that is played returns, unless a library was told that this is the last attempt.
func (p *play) end(s *state, results []Value) *Outcome {
	if s.stopped {
		return p.leaf(s, Left)
	}
	for i, v := range results {
		results[i] = p.freeze(s, v, 0)
	}
	returned := p.leaf(s, Returned, results...)
	if s.handed {
		return join(Agree, p.leaf(s, Left), returned)
	}
	return returned
}

// tuple is the result of a call that returns values.
func tuple(values []Value) Value {
	if len(values) == 1 {
		return values[0]
	}
	return Value{Kind: Tuple, Parts: values}
}

// finish gives a call its result and goes on behind it.
func (p *play) finish(s *state, call ssa.CallInstruction, result Value) {
	f := s.top()
	if v := call.Value(); v != nil {
		f.env[v] = result
	}
	f.pc++
}

// zero is the zero value of a type.
func zero(t types.Type) Value {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return zeroBasic(u)
	case *types.Struct:
		v := Value{Kind: Struct, Type: t}
		for field := range u.Fields() {
			v.Parts = append(v.Parts, zero(field.Type()))
		}
		return v
	case *types.Array, *types.Tuple:
		return unknown
	}
	return null
}

func zeroBasic(t *types.Basic) Value {
	switch {
	case t.Info()&types.IsBoolean != 0:
		return boolean(false)
	case t.Info()&types.IsString != 0:
		return text("")
	case t.Info()&types.IsNumeric != 0:
		return integer(0)
	case t.Kind() == types.UnsafePointer, t.Kind() == types.UntypedNil:
		return null
	}
	return unknown
}
