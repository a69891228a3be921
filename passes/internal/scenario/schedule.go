package scenario

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// A Schedule says when a library calls a function again, and whether that has an end.
type Schedule struct {
	// Wait is how long it waits; 0 if that isn't known.
	Wait catalog.Wait
	// Ends says whether there is a last attempt: by a number, a time or a context.
	Ends flow.Tri
}

// Schedule returns the schedule of a region that a library repeats; nothing is known of the others.
func (r *Region) Schedule() Schedule {
	if r.Library == nil {
		return Schedule{}
	}
	common := r.Library.Common()
	row := catalog.FuncOf(flow.CalleeOf(common))
	if row == nil {
		return Schedule{}
	}
	return (&schedules{r.finder.pkg, 0}).of(common, row).schedule()
}

// A part is what one piece of a schedule says.
type part struct {
	wait catalog.Wait
	ends end
}

// An end is what a piece of a schedule says of the last attempt. What says more clearly that there is one is less.
type end uint8

const (
	ending  end = iota + 1
	unclear     // or may be one
	endless
	silent // nothing is said
)

func (p part) schedule() Schedule {
	s := Schedule{Wait: p.wait}
	switch p.ends {
	case ending:
		s.Ends = flow.Yes
	case endless:
		s.Ends = flow.No
	}
	return s
}

const maxParts = 20 // that wrap each other, or follow each other in a chain of calls

// schedules reads schedules off the calls that make them.
type schedules struct {
	pkg   *summary.Package
	depth int
}

// of returns what a call says that a row describes: by its operands, or else by itself.
func (s *schedules) of(call *ssa.CallCommon, row *catalog.Func) part {
	sum := part{ends: silent}
	add := func(p part) {
		sum.ends = min(sum.ends, p.ends)
		sum.wait = max(sum.wait, p.wait) // one that waits at random does so whatever wraps it
	}
	if isSchedule(row) {
		add(part{wait: row.Wait, ends: bound(row)})
	}
	if row.Limit != catalog.None {
		add(part{ends: limit(summary.Operand(call, row.Limit), row.Forever)})
	}
	if row.Inner != catalog.None {
		inner := s.behind(summary.Operand(call, row.Inner))
		if sum.ends == endless {
			inner.ends = silent // it takes away the end that there was
		}
		add(inner)
	}
	if row.Context != catalog.None && !s.isBackground(summary.Operand(call, row.Context)) {
		add(part{ends: ending})
	}
	if row.Options != catalog.None {
		options := s.options(summary.Operand(call, row.Options))
		if options.ends == endless && sum.ends == ending && isSchedule(row) {
			sum.ends = endless // an option takes away the end that there is without options
		}
		add(options)
	}
	if row.Role == catalog.Retry && sum.ends == silent {
		sum.ends = bound(row)
	}
	if row.Role == catalog.Retry && sum.wait == 0 {
		sum.wait = row.Wait
	}
	return sum
}

// options returns what the elements of a variadic operand say together.
func (s *schedules) options(v ssa.Value) part {
	sum := part{ends: silent}
	all, ok := flow.Elements(v)
	if !ok {
		return part{ends: unclear}
	}
	for _, option := range all {
		p := s.behind(option)
		sum.ends = min(sum.ends, p.ends)
		sum.wait = max(sum.wait, p.wait)
	}
	return sum
}

// isSchedule reports whether what a function returns says when a library calls again, or is known to say nothing of that.
func isSchedule(row *catalog.Func) bool {
	return row.Role == catalog.Schedule || row.Role == catalog.Policy || row.Role == catalog.Decide
}

// behind returns what a value says that was made by calls of the library, all of which have to say the same.
func (s *schedules) behind(v ssa.Value) part {
	vague := part{ends: unclear}
	if v == nil || s.depth > maxParts {
		return vague
	}
	s.depth++
	defer func() { s.depth-- }()
	var only part
	for i, o := range s.pkg.Origins(v) {
		p := vague
		switch made := o.Value.(type) {
		case *ssa.Call:
			if row := catalog.FuncOf(flow.CalleeOf(&made.Call)); row != nil && isSchedule(row) {
				p = s.elapsed(o, s.of(&made.Call, row))
			}
		case *ssa.Function:
			fn, _ := made.Object().(*types.Func)
			if row := catalog.FuncOf(fn); row != nil && row.Role == catalog.Schedule {
				p = part{wait: row.Wait, ends: silent}
			}
		}
		if i > 0 && p != only {
			return vague
		}
		only = p
	}
	return only
}

// elapsed looks for a MaxElapsedTime that the program sets on what a call returned: 0 is none.
func (s *schedules) elapsed(o flow.Origin, p part) part {
	obj, _, _ := types.LookupFieldOrMethod(o.Value.Type(), true, nil, "MaxElapsedTime")
	field, ok := obj.(*types.Var)
	if !ok {
		return p
	}
	for i, set := range s.pkg.Assigned(o, field) {
		c, ok := set.Value.(*ssa.Const)
		end := unclear
		if ok {
			end = limit(c, 0)
		}
		if i == 0 {
			p.ends = end
		} else {
			p.ends = min(p.ends, end)
		}
	}
	return p
}

// limit says what a number of attempts or a time means for the end.
func limit(v ssa.Value, forever int64) end {
	n, ok := intConst(v)
	switch {
	case !ok:
		return unclear
	case n == forever:
		return endless
	}
	return ending
}

func bound(row *catalog.Func) end {
	switch row.Bound {
	case catalog.Bounded:
		return ending
	case catalog.Unbounded:
		return endless
	}
	return silent
}

// isBackground reports whether a context is one that never ends.
func (s *schedules) isBackground(ctx ssa.Value) bool {
	return !slices.ContainsFunc(s.pkg.Origins(ctx), func(o flow.Origin) bool {
		call, ok := o.Value.(*ssa.Call)
		if !ok {
			return true
		}
		name := flow.CalleeOf(&call.Call)
		return name == nil || name.FullName() != "context.Background" && name.FullName() != "context.TODO"
	})
}
