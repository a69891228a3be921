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
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

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
	// Attempt is the call that sends.
	Attempt ssa.CallInstruction
	// Shape says what the region is.
	Shape Shape
	// Rows has one row for each of [summary.Answers].
	Rows []Row

	finder    *finder
	candidate candidate
	extent    *Extent
}

// A Shape is what makes a region repeat its attempt.
type Shape uint8

// The shapes.
const (
	Loop Shape = iota + 1
	Recursion
	Closure
)

// A Row says what a region does after an answer.
type Row struct {
	Answer machine.Answer
	// Stop says whether the region can end without another attempt, Repeat whether it can attempt again.
	Stop, Repeat flow.Tri
	// Decision is the comparison that led to the repetition; it may be missing.
	Decision token.Pos
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
			if r := p.region(attempt); r != nil {
				all = append(all, r)
			}
		}
	}
	return all
}

// region returns the smallest region of an attempt that stops on success, or nil.
func (p *finder) region(attempt ssa.CallInstruction) *Region {
	for _, candidate := range p.candidates(attempt) {
		success := p.row(candidate, machine.Answer{Status: 200})
		if success.Stop != flow.Yes {
			continue
		}
		r := &Region{Attempt: attempt, Shape: candidate.shape, finder: p, candidate: candidate}
		repeats := false
		for _, answer := range summary.Answers {
			row := p.row(candidate, answer)
			repeats = repeats || row.Repeat != flow.No
			r.Rows = append(r.Rows, row)
		}
		if repeats {
			return r
		}
	}
	return nil
}

// row plays one answer.
func (p *finder) row(c candidate, answer machine.Answer) Row {
	end := c.read(p.player.Play(c.machine, answer))
	return Row{Answer: answer, Stop: end.stop, Repeat: end.repeat, Decision: end.decision}
}
