package retrybody

import (
	_ "embed"
	"go/ast"
	"slices"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

// answers are those after which it makes sense to send a request again.
var answers = []int{0, 429, 500, 502, 503, 504}

func run(p *lint.Pass) {
	for r, call := range p.Retries() {
		checkResponse(p, r, call)
		if r.Coarse || len(r.Repeated(answers...)) == 0 {
			continue
		}
		for _, s := range p.Sent(r) {
			if d := defectOf(s); d != nil {
				d.report(p, r, call)
				break
			}
		}
	}
}

// checkResponse reports an attempt whose answers stay open while others are asked for.
func checkResponse(p *lint.Pass, r *scenario.Region, call *ast.CallExpr) {
	if r.Coarse || !r.HasBody() {
		return
	}
	for _, row := range append(r.Repeated(answers...), r.Repeated()...) {
		leaks := row.Answer.Status != 0 && row.Whole &&
			!slices.ContainsFunc(row.Paths, func(path scenario.Path) bool { return path.Closed })
		if leaks {
			p.Report(call, "response", "the body of the answer %s is never closed before %s is repeated: each attempt leaves a connection open, and none is used again",
				lint.Failure(row.Answer.Status), lint.Name(call))
			return
		}
	}
}

// A defect is a body that is at its end when the request is sent again.
type defect struct {
	sent *lint.Sent
	made summary.Made
	body summary.Body
	// again says that a request is made for each attempt, of one reader.
	again bool
}

// defectOf returns what is wrong with a request that is sent again, or nil.
func defectOf(s *lint.Sent) *defect {
	d := find(s)
	if d == nil || s.MayRewind() || d.body.Value != nil && s.Uses(d.body.Origin) {
		return nil
	}
	subject := lint.Subject{Fields: []string{"method", "body", "contentlength", "getbody"}}
	if d.body.Kind == summary.GivenBody {
		subject.Values = append(subject.Values, d.body.Value)
	}
	if !s.RepeatsWhatever(subject, answers...) {
		return nil // only requests without a body are repeated, perhaps
	}
	return d
}

// find looks for a body that several attempts share.
func find(s *lint.Sent) *defect {
	var found *defect
	again := s.Anew(s.Made[0].Origin)
	for _, m := range s.Made {
		if anew := s.Anew(m.Origin); anew == flow.Unknown || anew != again {
			return nil // another request each time, perhaps
		}
		for _, b := range m.Bodies {
			if b.Kind != summary.NoBody && s.Anew(b.Origin) != flow.No {
				return nil // another body each time, perhaps
			}
			if b.Kind == summary.Consumed || b.Kind == summary.GivenBody && s.ByUser(b.Origin) {
				found = worse(found, &defect{s, m, b, again == flow.Yes})
			}
		}
		if m.Given && s.ByUser(m.Origin) && !(s.IsOwnTransport() && s.MakesBodyless()) {
			found = worse(found, &defect{sent: s, made: m})
		}
	}
	if found != nil && found.body.Kind != summary.Consumed && usedWithout(s) {
		return nil
	}
	return found
}

// worse returns the defect of which more is known: a body that is seen rather than one that may come.
func worse(a, b *defect) *defect {
	if a == nil || a.body.Kind != summary.Consumed && b.body.Kind == summary.Consumed {
		return b
	}
	return a
}

// usedWithout reports whether the package itself sends with the function in question, and never a body.
func usedWithout(s *lint.Sent) bool {
	used := false
	for _, m := range s.Made {
		used = used || !m.Given && len(m.Bodies) == 0
		for _, b := range m.Bodies {
			used = used || b.Kind == summary.NoBody
			if b.Kind == summary.OpenBody {
				return false
			}
		}
	}
	return used
}

// report reports an attempt.
func (d *defect) report(p *lint.Pass, r *scenario.Region, call *ast.CallExpr) {
	name := lint.Name(call)
	switch {
	case d.body.Kind != summary.Consumed && d.again:
		p.Report(call, "request", "%s sends the rest of %s each time: the first attempt reads the reader that %s is given to its end, and the others send an empty body or fail",
			name, d.body.Value.Name(), d.body.Value.Parent().Name())
	case d.body.Kind != summary.Consumed:
		p.Report(call, "request", "%s sends %s again as it is: the first attempt reads its body to the end, and the others send an empty body or fail",
			name, d.made.Value.Name())
	default:
		place, ok := p.Syntax(d.body.Origin)
		where := ""
		if ok {
			where = " (" + p.Where(place.Pos(), call.Pos()) + ")"
		}
		what := "the request again as it is: the first attempt reads its body"
		if d.again {
			what = "one reader each time: the first attempt reads it"
		}
		f := p.Report(call, "request", "%s sends %s%s to the end, and the others send an empty body or fail", name, what, where)
		if ok {
			f.Related(place, "the body is made here, once for all attempts")
		}
		d.offer(p, f, call)
	}
}
