package retryafter

import (
	_ "embed"
	"go/ast"
	"go/token"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

// day is a Retry-After header that asks to wait for a day, in seconds.
const day = "86400"

func run(p *lint.Pass) {
	looks := map[token.Pos]bool{} // headers that were reported
	for r, call := range p.Retries() {
		if p.AwaitsStart(r) || lint.TriesOthers(r.Attempt.Parent()) {
			continue
		}
		if r.TellsByError() {
			reportError(p, r, looks)
		}
		for _, row := range r.Repeated(429, 503) {
			status := row.Answer.Status
			told := r.Told(status, scenario.Seconds)
			if told.Repeat != flow.Yes || !told.Whole {
				continue
			}
			if ignored(p, r, told) {
				reportIgnored(p, r, told, call)
				break
			}
			if at := heeded(told); at.IsValid() && !looks[at] {
				looks[at] = reportForm(p, r, status, at)
			}
		}
	}
	if p.Summary == nil {
		return
	}
	reportLibraries(p)
	for _, at := range scenario.SecondsOnly(p.Summary) {
		if look, ok := p.Condition(at); ok && !looks[at] {
			looks[at] = true
			reportDate(p, look)
		}
	}
}

// ignored reports whether nothing on the ways to another attempt looks at the header, and one of them waits.
func ignored(p *lint.Pass, r *scenario.Region, row scenario.Row) bool {
	waits := r.Library != nil
	for _, path := range row.Paths {
		if path.Asked.IsValid() || path.Given {
			return false
		}
		for _, w := range path.Waits {
			if w.Told {
				return false
			}
			waits = true
		}
	}
	return waits && !r.NamesWaitHeader()
}

// reportIgnored reports a retry that doesn't look at the header: at the wait, if there is one.
func reportIgnored(p *lint.Pass, r *scenario.Region, row scenario.Row, call *ast.CallExpr) {
	status := lint.Failure(row.Answer.Status)
	if lost, ok := p.Condition(row.Source); ok && r.LosesAnswer() {
		if p.Awaits(r) {
			return // it asks at its own pace, and whatever went wrong
		}
		f := p.Report(lost, "lost", "the answer %s becomes an error without its Retry-After header, and %s is repeated (%s) whenever the client likes",
			status, lint.Name(call), p.Where(call.Pos(), lost.Pos()))
		f.Related(call, "this is repeated")
		return
	}
	site, wait, ok := onlyWait(p, r, row)
	if !ok {
		p.Report(call, "ignored", "%s is repeated after %s without a look at its Retry-After header: %s",
			lint.Name(call), status, consequence)
		return
	}
	f := p.Report(site, "ignored", "%s (%s) is repeated after %s when this wait is over, whatever its Retry-After header says: %s",
		lint.Name(call), p.Where(call.Pos(), site.Pos()), status, consequence)
	f.Related(call, "this is repeated after the wait")
	fixWait(p, f, call, site, wait)
}

// onlyWait returns the one wait of all ways to another attempt, if it stands in the function of the attempt.
func onlyWait(p *lint.Pass, r *scenario.Region, row scenario.Row) (ast.Node, ssa.Instruction, bool) {
	var only ssa.Instruction
	for _, path := range row.Paths {
		for _, w := range path.Waits {
			if only != nil && only != w.At || w.At.Parent() != r.Attempt.Parent() {
				return nil, nil, false
			}
			only = w.At
		}
	}
	if only == nil {
		return nil, nil, false
	}
	site, ok := p.WaitSite(only)
	return site, only, ok
}

// heeded returns where the header is looked at, if what it says is waited for on each way that waits.
func heeded(row scenario.Row) token.Pos {
	at := token.NoPos
	for _, path := range row.Paths {
		switch {
		case len(path.Waits) == 0:
		case path.Asked.IsValid() && slices.ContainsFunc(path.Waits, func(w scenario.Wait) bool { return w.Known && w.Told && w.Delay >= 7*time.Second }):
			at = path.Asked
		default:
			return token.NoPos
		}
	}
	return at
}

// reportForm reports a header that is heeded without a limit, or in one of its forms only.
func reportForm(p *lint.Pass, r *scenario.Region, status int, at token.Pos) bool {
	look, ok := p.Condition(at)
	if !ok {
		return false
	}
	if long := r.Told(status, day); long.Whole && slices.ContainsFunc(long.Paths, unlimited) && !endsWithClient(r, long) {
		limit := "nothing"
		if selects(long) {
			limit = "at most a context"
		}
		p.Report(look, "cap", "%s limits the wait that the header asks for: with \"Retry-After: %s\" the caller hangs for a day", limit, day)
		return true
	}
	dated := r.Told(status, scenario.Date)
	if dated.Whole && len(dated.Paths) > 0 && !slices.ContainsFunc(dated.Paths, tells) {
		reportDate(p, look)
		return true
	}
	return false
}

func reportDate(p *lint.Pass, look ast.Expr) {
	p.Report(look, "date", "a Retry-After header with a date, the other form of RFC 9110, is not understood, and the wait that it asks for ignored")
}

// reportError reports an attempt whose error says how long to wait, if nothing limits that wait.
func reportError(p *lint.Pass, r *scenario.Region, looks map[token.Pos]bool) {
	long := r.Told(0, day)
	i := slices.IndexFunc(long.Paths, unlimited)
	if long.Repeat == flow.No || !long.Whole || i < 0 || looks[long.Paths[i].Asked] {
		return
	}
	if look, ok := p.Condition(long.Paths[i].Asked); ok {
		looks[long.Paths[i].Asked] = true
		p.Report(look, "cap", "nothing limits the wait that the error passes on from the service: with \"Retry-After: %s\" the caller hangs for a day", day)
	}
}

// endsWithClient reports whether the waits are ones of a RoundTrip method that the request's context ends: the Timeout of
// the client that sends is a deadline of that context.
func endsWithClient(r *scenario.Region, row scenario.Row) bool {
	return r.Extent().Root.Name() == "RoundTrip" && selects(row)
}

// selects reports whether all waits are ones of a select, which something else can end as well.
func selects(row scenario.Row) bool {
	return !slices.ContainsFunc(row.Paths, func(path scenario.Path) bool {
		return slices.ContainsFunc(path.Waits, func(w scenario.Wait) bool {
			_, isSelect := w.At.(*ssa.Select)
			return !isSelect
		})
	})
}

// unlimited reports whether a path waits for a day because the answer asks for it, and nothing on it looks for a limit.
func unlimited(path scenario.Path) bool {
	return !path.Limited && path.Asked.IsValid() && slices.ContainsFunc(path.Waits, func(w scenario.Wait) bool { return w.Known && w.Told && w.Delay >= 24*time.Hour })
}

// tells reports whether a path waits for a time that the answer has a say in.
func tells(path scenario.Path) bool {
	return path.Given || slices.ContainsFunc(path.Waits, func(w scenario.Wait) bool { return w.Told })
}
