package driver

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/baseline"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/output"
)

// A result is what the analyzers say of the packages that were asked for.
type result struct {
	// packages are, by import path, the packages asked for, at least those with findings, without
	// those that can't be loaded.
	packages map[string]goPackage
	// patterns name the packages for go vet.
	patterns []string
	findings []finding.Finding
	// shown are the findings that nothing hides, hidden says what hides how many of the others, and unused is what
	// the baseline holds beyond the findings.
	shown  []finding.Finding
	hidden []output.Hidden
	unused []baseline.Entry
	// errors say what could not be analysed. failed holds, by import path, what the go command
	// said of the packages that don't compile.
	errors []string
	failed map[string]string
}

// analyze runs go vet and finds out which of its findings were asked for.
func (d *driver) analyze(ctx context.Context) (*result, error) {
	p := newProgress(d.progressTo)
	defer p.clear()
	listed := d.startList(ctx, p)
	run, err := d.goc.vet(ctx, "", d.patterns, p.step)
	if err != nil {
		return nil, err
	}
	a := &result{patterns: d.patterns}
	switch {
	case run.cannotLoad():
		// One package that can't be loaded makes go vet give up on all.
		run, err = d.analyzeRest(ctx, a, run, p)
	case run.failed || !d.scopeTells(run, a):
		var pkgs []goPackage
		if pkgs, err = listed(); err == nil {
			a.add(pkgs)
		}
	}
	if err != nil {
		return nil, err
	}
	a.take(run)
	if !run.failed {
		d.warnLines(run.stderr)
	}
	a.findings = d.refine(run.findings, a)
	return a, d.hide(ctx, a)
}

// startList runs go list at the side of go vet, if it is sure to be needed, and returns a function that waits for it;
// otherwise that function runs it.
func (d *driver) startList(ctx context.Context, p *progress) func() ([]goPackage, error) {
	list := sync.OnceValues(func() ([]goPackage, error) {
		pkgs, err := d.goc.list(ctx, false, d.patterns)
		p.expect(pkgs)
		return pkgs, err
	})
	if d.scope == nil {
		go list()
	}
	return list
}

// scopeTells sets the packages of a from the scope, if it can tell them.
func (d *driver) scopeTells(run *vetRun, a *result) (ok bool) {
	if d.scope == nil {
		return false
	}
	a.packages, ok = d.scope.packages(run.findings)
	return ok
}

// warnLines passes warnings of the go command on, such as that of a pattern that matches nothing.
func (d *driver) warnLines(stderr string) {
	for line := range strings.Lines(stderr) {
		if strings.HasPrefix(line, "go: warning:") {
			d.warn("%s", strings.TrimSpace(line))
		}
	}
}

// add records the packages that can be loaded, and the errors of those that can't. One module that can't be had fails
// all packages that need it: the same error is one message.
func (a *result) add(pkgs []goPackage) {
	a.packages = map[string]goPackage{}
	failed := map[string][]string{} // the packages, by their errors
	var errs []string
	for _, p := range pkgs {
		e := p.firstError()
		if e == nil {
			a.packages[p.ImportPath] = p
			continue
		}
		text := e.String()
		if failed[text] == nil {
			errs = append(errs, text)
		}
		failed[text] = append(failed[text], p.ImportPath)
	}
	for _, text := range errs {
		a.errors = append(a.errors, fmt.Sprintf("package %s can't be loaded: %s", andOthers(failed[text]), text))
	}
}

// firstError returns what keeps a package from being loaded, or nil.
func (p *goPackage) firstError() *goListError {
	if p.Error == nil && len(p.DepsErrors) > 0 {
		return p.DepsErrors[0]
	}
	return p.Error
}

// andOthers names the first of some packages, and says how many there are beside it.
func andOthers(paths []string) string {
	switch n := len(paths) - 1; n {
	case 0:
		return paths[0]
	case 1:
		return paths[0] + " and 1 other"
	default:
		return fmt.Sprintf("%s and %d others", paths[0], n)
	}
}

// analyzeRest analyses the packages that can be loaded, after the run that could not because of others.
func (d *driver) analyzeRest(ctx context.Context, a *result, run *vetRun, p *progress) (*vetRun, error) {
	pkgs, err := d.goc.list(ctx, true, d.patterns)
	if err != nil {
		return nil, err
	}
	if len(pkgs) == 0 {
		return nil, fmt.Errorf("no Go packages match %s; check the pattern and -tags", strings.Join(d.patterns, " "))
	}
	a.add(pkgs)
	if len(a.errors) == 0 {
		return nil, goError("go vet", run.stderr, errors.New("failed without a message"))
	}
	a.patterns = nil
	for path := range a.packages {
		a.patterns = append(a.patterns, path)
	}
	slices.Sort(a.patterns)
	if len(a.patterns) == 0 {
		return &vetRun{stream: &stream{}}, nil
	}
	return d.goc.vet(ctx, "", a.patterns, p.step)
}

// take records what failed in a run.
func (a *result) take(run *vetRun) {
	a.errors = append(a.errors, run.failures...)
	a.failed = map[string]string{}
	if !run.failed {
		return
	}
	failures := parseFailures(run.stderr)
	if len(failures) == 0 && len(run.failures) == 0 {
		failures = []failure{{text: "go vet failed without a message"}}
	}
	for _, f := range failures {
		a.failed[f.path] = f.text
		a.errors = append(a.errors, f.String())
	}
}

// A failure is what the go command printed on a package that doesn't compile, or on
// which the vet tool failed.
type failure struct {
	path string // import path, or ""
	text string
}

func (f failure) String() string {
	if f.path == "" {
		return f.text
	}
	return fmt.Sprintf("package %s can't be analysed: %s", f.path, f.text)
}

// parseFailures splits standard error of go vet at its headers "# PACKAGE".
func parseFailures(stderr string) []failure {
	var failures []failure
	for line := range strings.Lines(stderr) {
		line = strings.TrimRight(line, "\r\n")
		if path, ok := strings.CutPrefix(line, "# "); ok {
			path = importPath(strings.Trim(path, "[]"))
			if n := len(failures); n == 0 || failures[n-1].path != path {
				failures = append(failures, failure{path: path})
			}
			continue
		}
		if len(failures) == 0 {
			failures = append(failures, failure{})
		}
		last := &failures[len(failures)-1]
		if last.text != "" {
			last.text += "\n"
		}
		last.text += line
	}
	return slices.DeleteFunc(failures, func(f failure) bool { return f.text == "" })
}

// refine returns, of the raw findings, those that the user asked for, with all their properties.
//
// Rules are selected here, not by flags of the vet tool: so one cached run serves every selection, and
// the rule that looks for needless directives knows what all rules found.
func (d *driver) refine(fs []finding.Finding, a *result) []finding.Finding {
	fs = finding.Select(fs, func(f *finding.Finding) bool {
		return d.cfg.Enabled(f.Rule) && a.wants(f)
	})
	fs = finding.Exclude(finding.Dedupe(fs), d.cfg.Exclude)
	fs = finding.ApplyPaths(finding.WithRules(fs, d.rules, d.cfg.Severity), d.cfg.Paths)
	read := finding.Once(os.ReadFile)
	return finding.WithFingerprints(finding.Sort(finding.WithSafeFixes(fs, read)), read)
}

// wants reports whether the finding is in a package that was asked for. Of a package with tests, which go vet
// analyses together with them, the finding that ignores them doesn't count unless the tests don't compile.
func (a *result) wants(f *finding.Finding) bool {
	p, ok := a.packages[f.Package]
	if !ok {
		p, ok = a.packages[strings.TrimSuffix(f.Package, "_test")]
		return ok && len(p.XTestGoFiles) > 0
	}
	return !f.Dependency || len(p.TestGoFiles) == 0 || a.failed[f.Package] != ""
}
