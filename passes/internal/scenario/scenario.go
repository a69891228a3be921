// Package scenario finds the parts of a package that send a request again, and
// says for each answer of the remote service whether they do.
//
// A [Region] is a loop, a function that calls itself, or a function that is handed to a library which
// calls it again. For every answer the machine plays what follows the attempt, the call
// that reaches the service: the [Row] of the answer says whether the region can stop then, and
// whether it can repeat the attempt. Where a decision isn't understood, the row says so.
package scenario

import (
	"fmt"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// Analyzer finds the regions of a package. Its result is a *[Result].
var Analyzer = &analysis.Analyzer{
	Name:       "integrationlintscenario",
	Doc:        "find what sends a request again, and after which answers",
	URL:        "https://github.com/integrationlint/integrationlint/blob/main/CONTRIBUTING.md",
	Requires:   []*analysis.Analyzer{summary.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	Run: func(pass *analysis.Pass) (any, error) {
		known := pass.ResultOf[summary.Analyzer].(*summary.Result)
		return &Result{
			Production: sync.OnceValue(func() []*Region { return regionsOf(known.Production) }),
			WithTests:  sync.OnceValue(func() []*Region { return regionsOf(known.WithTests()) }),
		}, nil
	},
}

// A Result holds the regions of a package. They are looked for when first asked for.
type Result struct {
	// Production returns the regions of the package without its tests, WithTests of both.
	Production, WithTests func() []*Region
}

func regionsOf(pkg *summary.Package) []*Region {
	if pkg == nil {
		return nil
	}
	return Find(pkg)
}

// A Region is a part of a package that may send a request again.
type Region struct {
	// Attempt is the call that sends; nil for a policy.
	Attempt ssa.CallInstruction
	// Decider is the function that a policy is.
	Decider *ssa.Function
	// Shape says what the region is.
	Shape Shape
	// Coarse says that the attempt is only known to fail or to succeed: its rows are those of 0 and 200.
	Coarse bool
	// Library is the call of a library that calls the closure again; nil for the other shapes.
	Library ssa.CallInstruction
	// Asks says that the library asks a function of the package whether to do so.
	Asks bool
	// Rows has one row for each of [summary.Answers], and one for each of [summary.Hinted] that is repeated although the
	// same status without the header is not.
	Rows []Row

	finder    *finder
	candidate candidate
	extent    *Extent
}

// Told plays an answer that says with a Retry-After header how long to wait.
func (r *Region) Told(status int, retryAfter string) Row {
	return r.finder.row(r.candidate, machine.Answer{Status: status, RetryAfter: retryAfter})
}

// TellsByError reports whether the answer may come as an error that says how long to wait: the attempt returns nothing
// else of it.
func (r *Region) TellsByError() bool { return r.Attempt != nil && r.LosesAnswer() }

// WaitsFirst reports whether the attempt itself may wait before it sends. A function that a helper is given doesn't know
// that it is repeated.
func (r *Region) WaitsFirst() bool {
	if r.candidate.machine.Free {
		return false
	}
	return r.finder.player.WaitsAt(r.Attempt)
}

// A Shape is what makes a region repeat its attempt.
type Shape uint8

// The shapes.
const (
	Loop Shape = iota + 1
	Recursion
	Closure
	Policy // a function that tells a library whether to attempt again
)

// A Row says what a region does after an answer.
type Row struct {
	Answer machine.Answer
	// Stop says whether the region can end without another attempt, Repeat whether it can attempt again.
	Stop, Repeat flow.Tri
	// Reason says where the repetition was decided. Its Source is where the answer became an error, in what the attempt
	// calls, and may be the Decision.
	machine.Reason
	// Paths are the ways to another attempt, those included that may or may not lead there.
	Paths []Path
	// Whole says that all paths were followed to their ends.
	Whole bool
}

// A Path is one way from an attempt to another.
type Path struct {
	Waits []Wait
	// Closed says that the body of the answer is closed on the way, or may be.
	Closed bool
	// Asked is where the way looks for a header that says how long to wait; it may be missing.
	Asked token.Pos
	// Given says that the answer is given to code that isn't known, which may look for such a header.
	Given bool
	// Blocked says that the way leads through code that isn't known and may take its time, or through another request.
	Blocked bool
	// Named says that the way is taken after an error only that the program names, and that the play left open.
	Named bool
	// Limited says that what the answer asks for was found to be less than something that isn't known, or may have been.
	Limited bool
}

// A Wait is a place where a path lets time pass.
type Wait struct {
	// At is the call, receive or select that waits.
	At ssa.Instruction
	// Delay is for how long, if that is Known.
	Delay time.Duration
	Known bool
	// Told says that the delay depends on the answer.
	Told bool
}

// Named reports whether the region repeats after errors only that the program names: not whenever the service fails.
func (r Row) Named() bool {
	return len(r.Paths) > 0 && !slices.ContainsFunc(r.Paths, func(path Path) bool { return !path.Named })
}

// Row returns the row of an answer.
func (r *Region) Row(status int) Row {
	for _, row := range r.Rows {
		if row.Answer == (machine.Answer{Status: status}) {
			return row
		}
	}
	return Row{}
}

// String returns the table as text: for each answer whether it is repeated. Answers with a letter
// rather than a code: E is an error of the transport.
func (r *Region) String() string {
	groups := map[flow.Tri][]string{}
	for _, row := range r.Rows {
		name := row.Answer.String()
		if row.Answer.Status == 0 {
			name = "E"
		}
		groups[row.Repeat] = append(groups[row.Repeat], name)
	}
	var parts []string
	for _, group := range []struct {
		repeat flow.Tri
		name   string
	}{{flow.Yes, "yes"}, {flow.No, "no"}, {flow.Unknown, "?"}} {
		if codes := groups[group.repeat]; len(codes) > 0 {
			parts = append(parts, fmt.Sprintf("%s: %s", group.name, strings.Join(codes, " ")))
		}
	}
	return strings.Join(parts, "; ")
}

// Find returns the regions of a package that stop when the service answers 200, in the order of the source.
func Find(pkg *summary.Package) []*Region {
	p := newFinder(pkg)
	var all []*Region
	for _, fn := range pkg.Functions {
		for _, attempt := range p.player.Attempts(fn) {
			if r := p.region(attempt, summary.Answers, summary.Hinted); r != nil {
				all = append(all, r)
			}
		}
		for _, call := range p.player.Calls(fn) {
			if r := p.region(call, coarse, nil); r != nil {
				r.Coarse = true
				all = append(all, r)
			}
		}
	}
	return append(all, p.policies()...)
}

// coarse are the answers of a call that is only known to fail or to succeed.
var coarse = []machine.Answer{{Status: 0}, {Status: 200}}

// region returns the smallest region of an attempt that stops on success and repeats it after one of the answers, or nil.
func (p *finder) region(attempt ssa.CallInstruction, answers, hinted []machine.Answer) *Region {
	for _, candidate := range p.candidates(attempt) {
		candidate.machine.Free = p.player.IsGiven(attempt)
		success := p.ends(candidate, machine.Answer{Status: 200})
		if !candidate.succeeds(success) || p.endsAlike(candidate, success) {
			continue
		}
		r := &Region{Attempt: attempt, Shape: candidate.shape, Library: candidate.call, Asks: candidate.decider != nil, finder: p, candidate: candidate}
		for _, answer := range answers {
			r.Rows = append(r.Rows, p.row(candidate, answer))
		}
		r.Rows = append(r.Rows, p.hinted(r, hinted)...)
		if slices.ContainsFunc(r.Rows, func(row Row) bool { return row.Repeat != flow.No }) {
			return r
		}
	}
	return nil
}

// hinted returns the rows of the answers that are repeated only where they say how long to wait.
func (p *finder) hinted(r *Region, answers []machine.Answer) []Row {
	var rows []Row
	for _, answer := range answers {
		if r.Row(answer.Status).Repeat != flow.No {
			continue
		}
		if row := p.row(r.candidate, answer); row.Repeat == flow.Yes {
			rows = append(rows, row)
		}
	}
	return rows
}

// succeeds reports whether a region stops on success. What a library calls again for its errors is tried until it works: there
// it is enough that the content of the answer may decide that.
func (c candidate) succeeds(success ends) bool {
	byError := c.again == catalog.OnError || c.again == catalog.OnRetryable || c.again == catalog.IfHandled || c.again == catalog.IfDecided
	return success.stop == flow.Yes || byError && success.stop == flow.Unknown && !success.stuck
}

// row plays one answer.
func (p *finder) row(c candidate, answer machine.Answer) Row {
	end := p.ends(c, answer)
	return Row{Answer: answer, Stop: end.stop, Repeat: end.repeat, Reason: end.reason, Paths: end.paths, Whole: !end.stuck}
}

// endsAlike reports whether a loop can go on after success, which has no way out of it that an error of the transport
// doesn't have as well: what goes round whatever the answer is, polls.
func (p *finder) endsAlike(c candidate, success ends) bool {
	if success.repeat == flow.No || len(success.exits) == 0 {
		return false
	}
	failure := p.ends(c, machine.Answer{Status: 0})
	return !slices.ContainsFunc(success.exits, func(exit *ssa.BasicBlock) bool { return !slices.Contains(failure.exits, exit) })
}

// ends plays one answer, and says what it comes to.
func (p *finder) ends(c candidate, answer machine.Answer) ends {
	if c.decider != nil {
		c.holds = func(results []machine.Value) flow.Tri { return judge(p.player.Judge(c.decider, answer, results)) }
	}
	return c.read(p.play(c, answer))
}

func (p *finder) play(c candidate, answer machine.Answer) *machine.Outcome {
	switch {
	case c.ofErrors && answer.Status == 200:
		return &machine.Outcome{Op: machine.Leaf, End: machine.Left} // nobody asks
	case c.ofErrors:
		return p.player.Retryer(c.policy, answer)
	case c.policy != nil:
		return p.player.Result(c.policy, answer)
	}
	return p.player.Play(c.machine, answer)
}
