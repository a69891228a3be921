package scenario

import (
	"go/constant"
	"go/token"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/machine"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// The two forms of a Retry-After header (RFC 9110, section 10.2.3).
const (
	Seconds = "7"
	Date    = "Fri, 31 Dec 2100 23:59:59 GMT"
)

// SecondsOnly returns where functions of a package look at a Retry-After header from which they return
// a duration if it is a number, and nothing if it is a date.
func SecondsOnly(pkg *summary.Package) []token.Pos {
	var found []token.Pos
	for _, fn := range pkg.Functions {
		if !takesAnswer(fn) {
			continue
		}
		leaves := pkg.Player().Result(fn, machine.Answer{Status: 429, RetryAfter: Seconds}).Leaves()
		asked := slices.IndexFunc(leaves, returnsSeconds)
		if asked < 0 || !leaves[asked].Asked.IsValid() {
			continue
		}
		dated := pkg.Player().Result(fn, machine.Answer{Status: 429, RetryAfter: Date}).Leaves()
		if !slices.ContainsFunc(dated, mayUse) {
			found = append(found, leaves[asked].Asked)
		}
	}
	return found
}

// takesAnswer reports whether a function is given an answer, or the header of one, and returns something.
func takesAnswer(fn *ssa.Function) bool {
	return fn.Signature.Results().Len() > 0 && slices.ContainsFunc(fn.Params, func(param *ssa.Parameter) bool {
		name := param.Type().String()
		return name == "*net/http.Response" || name == "net/http.Header"
	})
}

// returnsSeconds reports whether a path returns the 7 seconds that the header asks for.
func returnsSeconds(o *machine.Outcome) bool {
	return o.End == machine.Returned && slices.ContainsFunc(o.Values, holdsSeconds)
}

func holdsSeconds(v machine.Value) bool {
	if v.Kind == machine.Const && v.Dep && v.Lit.Kind() == constant.Int {
		n, ok := constant.Int64Val(v.Lit)
		return ok && time.Duration(n) == 7*time.Second
	}
	return slices.ContainsFunc(v.Parts, holdsSeconds)
}

// mayUse reports whether what a path returns may depend on what the header says, other than by its not being understood.
func mayUse(o *machine.Outcome) bool {
	return o.End != machine.Returned || o.Events&machine.Given != 0 || slices.ContainsFunc(o.Values, vague)
}

func vague(v machine.Value) bool {
	return v.Dep && v.Kind == machine.Unknown || slices.ContainsFunc(v.Parts, vague)
}
