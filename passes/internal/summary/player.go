package summary

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
)

// Answers are what is played: an error of the transport and status codes, among
// them 418, which nobody names and which so stands for all the others.
var Answers = []machine.Answer{
	{Status: 0}, {Status: 200}, {Status: 301},
	{Status: 400}, {Status: 401}, {Status: 403}, {Status: 404}, {Status: 408}, {Status: 409}, {Status: 418}, {Status: 422}, {Status: 425}, {Status: 429},
	{Status: 500}, {Status: 501}, {Status: 502}, {Status: 503}, {Status: 504},
}

// Hinted are answers that say in a header how long to wait, and are played for that.
var Hinted = []machine.Answer{{Status: 429, RetryAfter: "7"}, {Status: 503, RetryAfter: "7"}}

// A Player plays the functions of a package that send requests. It keeps what they lead to.
type Player struct {
	pkg      *Package
	machine  *machine.Machine
	sends    map[*ssa.Function]bool
	remote   map[*ssa.Function][]ssa.CallInstruction
	attempts map[*ssa.Function][]ssa.CallInstruction
	tables   map[play]*machine.Outcome
	foreign  map[*types.Func][]PlayFact
	spent    map[spending]int
	// described is how many steps were spent on describing functions.
	described int
	trials    map[trial]*machine.Outcome
}

type play struct {
	fn     any // a *ssa.Function, or the *types.Func of another package
	answer machine.Answer
}

// Player returns the player of the package.
func (p *Package) Player() *Player {
	if p.player == nil {
		p.player = &Player{
			pkg:      p,
			sends:    map[*ssa.Function]bool{},
			remote:   map[*ssa.Function][]ssa.CallInstruction{},
			attempts: map[*ssa.Function][]ssa.CallInstruction{},
			tables:   map[play]*machine.Outcome{},
			foreign:  map[*types.Func][]PlayFact{},
			spent:    map[spending]int{},
			trials:   map[trial]*machine.Outcome{},
		}
		p.player.machine = machine.New(p.Package, p.player)
	}
	return p.player
}

// Play plays an answer in a region.
func (p *Player) Play(region machine.Region, answer machine.Answer) *machine.Outcome {
	fn := region.Attempt.Parent()
	if len(region.Calls) > 0 {
		fn = region.Calls[0].Parent()
	}
	return p.spend(spending{fn, true}, region, answer)
}

// Result plays a function of the package that is given an answer, its header or its error.
func (p *Player) Result(fn *ssa.Function, answer machine.Answer) *machine.Outcome {
	return p.machine.Result(fn, answer)
}

// Retryer plays a function of the package that a library asks about the error that it made of an answer.
func (p *Player) Retryer(fn *ssa.Function, answer machine.Answer) *machine.Outcome {
	return p.machine.Retryer(fn, answer)
}

// Judge plays a predicate that a library asks about the results of a function.
func (p *Player) Judge(predicate *ssa.Function, answer machine.Answer, results []machine.Value) *machine.Outcome {
	return p.machine.Judge(predicate, answer, results)
}

// WaitsAt reports whether an instruction may let time pass: a call, before it sends.
func (p *Player) WaitsAt(instr ssa.Instruction) bool { return p.machine.WaitsAt(instr) }

// Attempts returns the calls of a function that reach a service.
func (p *Player) Attempts(fn *ssa.Function) []ssa.CallInstruction {
	found, ok := p.attempts[fn]
	if !ok {
		found = p.findAttempts(fn)
		p.attempts[fn] = found
	}
	return found
}

func (p *Player) findAttempts(fn *ssa.Function) []ssa.CallInstruction {
	var found []ssa.CallInstruction
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && p.pkg.Callee(call) != fn && p.reaches(call) {
			found = append(found, call)
		}
	}
	return found
}

// Calls returns the calls of a function that are known to fail or to succeed, and nothing more: of a function
// that it was given, and of functions of libraries that send something other than a plain HTTP request.
func (p *Player) Calls(fn *ssa.Function) []ssa.CallInstruction {
	var found []ssa.CallInstruction
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok || p.reaches(call) || !returnsError(call.Call.Signature()) {
			continue
		}
		if row := rowOf(&call.Call); p.IsGiven(call) || row != nil && row.Role == catalog.Send {
			found = append(found, call)
		}
	}
	return found
}

// IsGiven reports whether a call calls a function that its own function, or one around that, was given.
func (p *Player) IsGiven(call ssa.CallInstruction) bool {
	if call.Common().IsInvoke() || call.Common().StaticCallee() != nil {
		return false
	}
	origins := p.pkg.Origins(call.Common().Value)
	return len(origins) > 0 && !slices.ContainsFunc(origins, func(o flow.Origin) bool {
		param, ok := o.Value.(*ssa.Parameter)
		return !ok || o.Kind != flow.Param || o.Field != nil || flow.Outermost(param.Parent()) != flow.Outermost(call.Parent())
	})
}

// reaches reports whether a call reaches a service, itself or through functions that are known.
func (p *Player) reaches(call *ssa.Call) bool {
	if callee := p.pkg.Callee(call); callee != nil {
		return call.Call.Signature().Results().Len() > 0 && p.doesSend(callee)
	}
	return p.Exchange(call) || p.Refuses(call) || len(p.plays(flow.CalleeOf(&call.Call))) > 0
}

// Refuses reports whether a call is one of a library that sends, and makes an error of an answer that says that it failed.
func (p *Player) Refuses(call ssa.CallInstruction) bool {
	row := rowOf(call.Common())
	if row == nil || row.Role != catalog.Send || !returnsError(call.Common().Signature()) {
		return false
	}
	fn := flow.CalleeOf(call.Common())
	lib := catalog.LibraryOf(fn.Pkg().Path())
	return lib != nil && lib.Refuses && fn.Pkg() != p.pkg.Pkg
}

// Refused reports whether a call ends, after an answer that says that it failed, with the error that a library made of it.
func (p *Player) Refused(call ssa.CallInstruction, status int) bool {
	if p.Refuses(call) {
		return true
	}
	o, ok := p.Outcome(call, machine.Answer{Status: status})
	return ok && o.Refused()
}

// Exchange reports whether a call sends a request by itself: a response and an error are what it returns.
func (p *Player) Exchange(call ssa.CallInstruction) bool {
	if p.pkg.Callee(call) != nil {
		return false
	}
	response, failed := false, false
	for result := range call.Common().Signature().Results().Variables() {
		response = response || machine.IsAnswer(result.Type())
		failed = failed || types.Identical(result.Type(), types.Universe.Lookup("error").Type())
	}
	return response && failed
}

// doesSend reports whether a function of this package sends a request.
func (p *Player) doesSend(fn *ssa.Function) bool {
	if sends, ok := p.sends[fn]; ok {
		return sends
	}
	p.sends[fn] = false // while it is looked at: a function that only calls itself sends nothing
	p.sends[fn] = len(p.findAttempts(fn)) > 0
	return p.sends[fn]
}

// Outcome returns what a call leads to of a function, with its own results, that sends.
func (p *Player) Outcome(call ssa.CallInstruction, answer machine.Answer) (*machine.Outcome, bool) {
	callee := p.pkg.Callee(call)
	if callee == nil {
		return p.foreignOutcome(flow.CalleeOf(call.Common()), answer)
	}
	if len(callee.FreeVars) > 0 || callee.Signature.Results().Len() == 0 || !p.doesSend(callee) {
		return nil, false
	}
	return p.outcomeOf(callee, answer), true
}

// maxEnds is how many ends of a function are told apart by what they return, far more than most have. What calls several
// such functions in turn would have to follow too many ways.
const maxEnds = 30

func (p *Player) outcomeOf(fn *ssa.Function, answer machine.Answer) *machine.Outcome {
	key := play{fn, answer}
	if o, ok := p.tables[key]; ok {
		return o
	}
	p.tables[key] = &machine.Outcome{} // while it is played: recursion is not understood
	var all []*machine.Outcome
	for _, attempt := range p.Attempts(fn) {
		o := p.try(fn, attempt, answer)
		if o.Exhausted {
			return p.tables[key]
		}
		all = append(all, o)
	}
	o := machine.Join(machine.Any, all...)
	if len(o.Leaves()) > maxEnds {
		o = p.machine.Widen(o)
	}
	p.tables[key] = o
	return o
}

// A PlayFact is what a function that sends a request returns after some answers.
type PlayFact struct {
	Answers []machine.Answer
	Table   machine.Table
}

// playFacts describes a function for importers, if it sends. Answers that lead to the same are one fact.
func (p *Player) playFacts(fn *ssa.Function) []PlayFact {
	if p.described > maxDescribed || fn.Signature.Results().Len() == 0 || !p.doesSend(fn) {
		return nil
	}
	var facts []PlayFact
	known := map[string]int{}
	for _, answer := range slices.Concat(Answers, Hinted) {
		o := p.outcomeOf(fn, answer)
		i, ok := known[o.Key()]
		if !ok {
			i = len(facts)
			known[o.Key()] = i
			facts = append(facts, PlayFact{Table: o.Table()})
		}
		facts[i].Answers = append(facts[i].Answers, answer)
	}
	if len(facts) == 1 && facts[0].Table.Op == machine.Leaf && facts[0].Table.End != machine.Returned {
		return nil // nothing is understood
	}
	return facts
}

// plays returns what is known of a function of another package.
func (p *Player) plays(fn *types.Func) []PlayFact {
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == p.pkg.Pkg {
		return nil
	}
	facts, ok := p.foreign[fn]
	if !ok {
		var does Does
		p.pkg.pass.ImportObjectFact(fn, &does)
		facts = does.Plays
		p.foreign[fn] = facts
	}
	return facts
}

func (p *Player) foreignOutcome(fn *types.Func, answer machine.Answer) (*machine.Outcome, bool) {
	for _, fact := range p.plays(fn) {
		if slices.Contains(fact.Answers, answer) {
			key := play{fn, fact.Answers[0]}
			if _, ok := p.tables[key]; !ok {
				p.tables[key] = p.machine.Outcome(fact.Table, p.imported)
			}
			return p.tables[key], true
		}
	}
	return nil, false
}

// imported returns a package that this one depends on, by its path.
func (p *Player) imported(path string) *types.Package {
	if path == p.pkg.Pkg.Path() {
		return p.pkg.Pkg
	}
	if pkg := p.pkg.Prog.ImportedPackage(path); pkg != nil {
		return pkg.Pkg
	}
	return nil
}
