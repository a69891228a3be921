package summary

import (
	"go/constant"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// TimeoutOf returns the http.Client through which a call sends a request, and its Timeout, the shortest that it may be. It returns false where they aren't known,
// and where a deadline or a transport may end the wait sooner.
func (p *Package) TimeoutOf(call ssa.CallInstruction) (client flow.Origin, shortest time.Duration, known bool) {
	row := rowOf(call.Common())
	if row == nil || row.Role != catalog.Send || row.Client == catalog.None {
		return flow.Origin{}, 0, false
	}
	if deadline := p.evaluation(call.Parent()).sendDeadline(call.Common(), row); deadline.Bound != flow.No {
		return flow.Origin{}, 0, false
	}
	origins := p.Origins(Operand(call.Common(), row.Client))
	if len(origins) != 1 {
		return flow.Origin{}, 0, false
	}
	shortest, known = p.timeoutSet(origins[0])
	return origins[0], shortest, known
}

// timeoutSet returns the shortest constant that the package sets the Timeout of an http.Client to, which it makes itself and which has the default transport.
func (p *Package) timeoutSet(o flow.Origin) (shortest time.Duration, known bool) {
	if o.Kind != flow.Object || o.Field != nil || flow.TypeWord(o.Value.Type()) != "http.Client" || len(p.Assigned(o, FieldNamed(o.Value.Type(), "Transport"))) > 0 {
		return 0, false
	}
	for _, set := range p.Assigned(o, FieldNamed(o.Value.Type(), "Timeout")) {
		c, ok := set.Value.(*ssa.Const)
		if !ok || c.Value == nil {
			return 0, false
		}
		n, exact := constant.Int64Val(c.Value)
		if own := time.Duration(n); exact && own > 0 && (!known || own < shortest) {
			shortest, known = own, true
		}
	}
	return shortest, known
}
