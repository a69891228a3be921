package driver

import (
	"context"
	"errors"
	"flag"
	"os"
	"slices"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/lsp"
	"github.com/integrationlint/integrationlint/passes"
)

// serve carries out "integrationlint lsp": it serves the editor at the other end of standard input and output.
func serve(ctx context.Context, flags []string) (int, error) {
	_, err := parseEditorFlags(flags)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitClean, printUsage(os.Stdout, nil)
	case err != nil:
		return 0, err
	}
	linter := lsp.Linter{Check: check, Rules: passes.Rules, Version: Version()}
	return lsp.Serve(ctx, os.Stdin, os.Stdout, linter, flags), nil
}

// parseEditorFlags reads flags for runs in an editor, which chooses the packages itself and shows what is found.
func parseEditorFlags(flags []string) (*options, error) {
	o, err := parseOptions(flags, passes.Rules)
	if err != nil {
		return nil, err
	}
	if o.fix || o.diff || o.dir != "" || len(o.outs) > 0 ||
		!slices.Equal(o.formats, []string{"text"}) || !slices.Equal(o.patterns, []string{"./..."}) {
		return nil, errors.New("an editor takes no packages, and none of -C, -diff, -fix, -fix-unsafe, -format, -out")
	}
	return o, nil
}

// check is a run for an editor. Its Log is told what the command writes to standard error.
func check(ctx context.Context, r lsp.Request) (*lsp.Result, error) {
	o, err := parseEditorFlags(r.Flags)
	if err != nil {
		return nil, err
	}
	o.dir, o.patterns = r.Module, r.Patterns
	d, err := newDriver(ctx, o, r.Log)
	if err != nil {
		return nil, err
	}
	a, err := d.analyze(ctx)
	if err != nil {
		return nil, err
	}
	result := &lsp.Result{Findings: a.shown, Broken: a.broken()}
	for _, text := range a.errors {
		if !slices.Contains(result.Broken, text) {
			result.Errors = append(result.Errors, text)
		}
	}
	return result, nil
}

// broken returns the errors of packages that don't compile.
func (a *result) broken() []string {
	var texts []string
	for path, text := range a.failed {
		if path != "" {
			texts = append(texts, failure{path, text}.String())
		}
	}
	return slices.Sorted(slices.Values(texts))
}
