package retrybackoff

import (
	_ "embed"
	"go/ast"
	"slices"
	"time"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/scenario"
)

//go:embed doc.go
var doc string

// Analyzer is the rule's analyzer.
var Analyzer = lint.New(doc, run)

func run(p *lint.Pass) {
	reported := map[*ast.CallExpr]bool{}
	for r, call := range p.Retries() {
		rows := slices.DeleteFunc(r.Repeated(scenario.Failures...), scenario.Row.Named)
		if len(rows) == 0 {
			continue
		}
		if r.Library != nil {
			if !slices.ContainsFunc(rows, waits) { // in the function itself, or by what it tells the library
				reportLibrary(p, r, call)
			}
			continue
		}
		attempts, counted := r.Attempts()
		if counted && attempts <= 2 {
			continue // the second attempt is the last one
		}
		if i := slices.IndexFunc(rows, func(row scenario.Row) bool { return waitless(r, row) }); i >= 0 {
			reported[call] = true
			p.Report(call, "none", "%s is repeated at once after %s: a service that fails gets all attempts within a moment, and no time to recover",
				lint.Name(call), lint.Failure(rows[i].Answer.Status))
			continue
		}
		if p.Awaits(r) || counted && attempts <= 3 {
			continue // few come back together, and not often
		}
		delay, constant := constantDelay(rows)
		switch {
		case constant && (delay >= seldom || r.EndsByTime()): // it does no harm, or waits for something to come about
		case constant:
			p.Report(call, "constant", "%s is repeated after %v each time: clients that failed together come back together, and no less often while the service is down",
				lint.Name(call), delay)
		case r.Doubles(rows):
			p.Report(call, "uncapped", "nothing limits the waits before %s is repeated: each is twice the one before or more, and nothing ends them", lint.Name(call))
		case r.Regular(rows):
			p.Report(call, "jitter", "%s is repeated after waits without a random part: clients that failed together come back together each time", lint.Name(call))
		}
	}
	for _, call := range p.Spins() {
		if !reported[call] {
			p.Report(call, "spin", "%s is called again at once when it fails: as long as it does, this loop calls it as fast as it can", lint.Name(call))
		}
	}
}

// reportLibrary reports a library that waits the same time before each attempt, or not at all.
func reportLibrary(p *lint.Pass, r *scenario.Region, attempt *ast.CallExpr) {
	call, ok := p.CallExpr(r.Library)
	if !ok {
		return
	}
	switch r.Schedule().Wait {
	case catalog.NoWait:
		f := p.Report(call, "none", "%s repeats %s at once: a service that fails gets all attempts within a moment, and no time to recover", lint.Name(call), lint.Name(attempt))
		f.Related(attempt, "this is repeated")
	case catalog.SameWait:
		f := p.Report(call, "constant", "%s repeats %s after the same time each time: clients that failed together come back together, and no less often while the service is down",
			lint.Name(call), lint.Name(attempt))
		f.Related(attempt, "this is repeated")
	}
}

// waitless reports whether no way to the next attempt waits, not even when the answer says how long.
func waitless(r *scenario.Region, row scenario.Row) bool {
	if !row.Whole || r.WaitsFirst() || waits(row) {
		return false
	}
	status := row.Answer.Status
	return status != 429 && status != 503 || !waits(r.Told(status, scenario.Seconds))
}

func waits(row scenario.Row) bool {
	return slices.ContainsFunc(row.Paths, func(path scenario.Path) bool { return len(path.Waits) > 0 })
}

// seldom is a wait after which no service minds if all its clients come back together.
const seldom = time.Minute

// constantDelay returns the one constant that is waited for on all ways to another attempt that wait.
func constantDelay(rows []scenario.Row) (time.Duration, bool) {
	var delay time.Duration
	for _, row := range rows {
		for _, path := range row.Paths {
			if len(path.Waits) == 0 {
				continue // as for the first attempt of "if i > 0"
			}
			if len(path.Waits) > 1 || path.Asked.IsValid() {
				return 0, false // it may be the service that says how long
			}
			w := path.Waits[0]
			if !w.Known || w.Delay == 0 || delay != 0 && w.Delay != delay {
				return 0, false
			}
			delay = w.Delay
		}
	}
	return delay, delay != 0
}
