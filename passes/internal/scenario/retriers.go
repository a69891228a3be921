package scenario

import (
	"go/constant"
	"slices"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/machine"
)

// calledAgain says whether a library calls a function again that returned the values.
func (c candidate) calledAgain(results []machine.Value) flow.Tri {
	if len(results) == 0 {
		return flow.Unknown
	}
	err := results[len(results)-1]
	failed := fails(err)
	switch {
	case c.again == catalog.UnlessDone:
		return both(not(isTrue(results[0])), not(failed))
	case failed != flow.Yes:
		return failed
	case c.again == catalog.OnError:
		return not(marked(err, machine.Permanent))
	case c.again == catalog.OnRetryable:
		return marked(err, machine.Retryable)
	case c.again == catalog.OnTrue:
		return isTrue(results[0])
	}
	return flow.Unknown
}

// fails says whether an error is one.
func fails(err machine.Value) flow.Tri {
	switch err.Kind {
	case machine.Nil:
		return flow.No
	case machine.Interface, machine.NonNil, machine.Pointer:
		return flow.Yes
	}
	return flow.Unknown
}

// marked says whether an error is, or wraps, one that the library was told something about.
func marked(err machine.Value, mark machine.Mark) flow.Tri {
	switch {
	case err.Mark == mark:
		return flow.Yes
	case err.Kind == machine.Nil, err.Kind == machine.Pointer:
		return flow.No
	case err.Kind != machine.Interface:
		return flow.Unknown
	}
	sum := flow.No
	for _, inner := range err.Parts[min(1, len(err.Parts)):] {
		sum = either(sum, marked(inner, mark))
	}
	return sum
}

func isTrue(v machine.Value) flow.Tri {
	switch {
	case v.Kind != machine.Const || v.Lit.Kind() != constant.Bool:
		return flow.Unknown
	case constant.BoolVal(v.Lit):
		return flow.Yes
	}
	return flow.No
}

// both is yes if all are, and no if one is.
func both(all ...flow.Tri) flow.Tri {
	switch {
	case slices.Contains(all, flow.No):
		return flow.No
	case slices.Contains(all, flow.Unknown):
		return flow.Unknown
	}
	return flow.Yes
}
