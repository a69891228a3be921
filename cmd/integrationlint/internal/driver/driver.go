// Package driver is the integrationlint command: it runs go vet with
// integrationlint itself as the vet tool, and makes the outcome useful.
//
// The go command is the loader, the scheduler and the cache. What the driver adds is what go vet
// lacks: configuration, severities, exit codes, output formats and checked fixes.
package driver

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/fatih/color"
	"github.com/mattn/go-isatty"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/output"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/revision"
	"github.com/integrationlint/integrationlint/passes"
)

// Exit codes.
const (
	exitClean    = 0
	exitFindings = 1
	exitError    = 2
)

// Main runs the command with its arguments, without its name, and returns the exit code.
func Main(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	code, err := run(ctx, args)
	if ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "integrationlint: %v\n", err)
		return exitError
	}
	return code
}

func run(ctx context.Context, args []string) (int, error) {
	if len(args) > 0 {
		if args[0] == "lsp" {
			return serve(ctx, args[1:])
		}
		if command, ok := subcommands[args[0]]; ok {
			return exitClean, command(os.Stdout, args[1:])
		}
	}
	o, err := parseOptions(args, passes.Rules)
	switch {
	case errors.Is(err, flag.ErrHelp):
		_, err := io.WriteString(os.Stdout, usage)
		return exitClean, err
	case err != nil:
		return 0, err
	}
	d, err := newDriver(ctx, o, os.Stderr)
	if err != nil {
		return 0, err
	}
	return d.lint(ctx)
}

// A driver carries out one run.
type driver struct {
	*options
	rules []passes.Rule
	cfg   *config.Config
	cwd   string // the directory in which the go command runs, absolute
	goc   *goCommand
	hider hider
	// stderr is where messages go.
	stderr io.Writer
	// scope is nil where only go list can tell which packages were asked for.
	scope *scope
	// progressTo is nil where no progress is to be shown.
	progressTo io.Writer
}

// newDriver prepares a run. It leaves the working directory of the process alone, in which there may be several.
func newDriver(ctx context.Context, o *options, stderr io.Writer) (*driver, error) {
	cwd, err := o.workingDir()
	if err != nil {
		return nil, err
	}
	d := &driver{options: o, rules: passes.Rules, cwd: cwd, stderr: stderr}
	var file string
	if d.cfg, file, err = o.configure(cwd, d.rules); err != nil {
		return nil, err
	}
	if file != "" {
		d.log("configuration %s", file)
	}
	d.goc = &goCommand{dir: cwd, tags: o.tags, toolFlags: d.cfg.Arguments(d.rules), log: d.log}
	if d.goc.path, err = findGo(); err != nil {
		return nil, err
	}
	if d.goc.tool, err = os.Executable(); err != nil {
		return nil, err
	}
	if file, ok := stderr.(*os.File); ok && isatty.IsTerminal(file.Fd()) && !o.verbose {
		d.progressTo = stderr
	}
	env, err := d.goc.env(ctx)
	if err != nil {
		return nil, err
	}
	if err := env.check(o.patterns); err != nil {
		return nil, err
	}
	if d.progressTo == nil && !o.fix && !o.diff && env.isPlain() {
		d.scope, _ = newScope(cwd, o.tags, o.patterns)
	}
	return d, d.openHider(ctx)
}

// log tells of what is being done, where -v asks for it.
func (d *driver) log(format string, args ...any) {
	if d.verbose {
		d.warn(format, args...)
	}
}

// warn tells of something that went wrong while the run goes on.
func (d *driver) warn(format string, args ...any) {
	fmt.Fprintf(d.stderr, "integrationlint: "+format+"\n", args...)
}

func (d *driver) lint(ctx context.Context) (int, error) {
	a, err := d.analyze(ctx)
	if err != nil {
		return 0, err
	}
	if d.fix || d.diff {
		if a, err = d.repair(ctx, a); err != nil {
			return 0, err
		}
	}
	if d.writeBaseline != "" {
		if err := d.recordBaseline(ctx, a); err != nil {
			return 0, err
		}
	}
	if err := d.write(a); err != nil {
		return 0, err
	}
	d.noteUnused(a)
	for _, text := range a.errors {
		d.warn("%s", text)
	}
	switch {
	case len(a.errors) > 0:
		return exitError, nil
	case d.cfg.FailOn.Reached(a.shown):
		return exitFindings, nil
	}
	return exitClean, nil
}

// write writes the report in all formats that were asked for.
func (d *driver) write(a *result) error {
	r := &output.Report{
		Version:  Version(),
		Dir:      d.cwd,
		Root:     d.root(d.cwd),
		Findings: a.shown,
		Errors:   a.errors,
		Read:     os.ReadFile,
	}
	for _, rule := range d.rules {
		if d.cfg.Enabled(rule.Analyzer.Name) {
			if severity, ok := d.cfg.Severity[rule.Analyzer.Name]; ok {
				rule.Severity = severity
			}
			r.Rules = append(r.Rules, rule)
		}
	}
	r.Color = !color.NoColor
	for _, format := range d.formats {
		if err := output.Named(format)(color.Output, r); err != nil {
			return fmt.Errorf("can't write standard output: %w", err)
		}
		if format == "text" && (len(a.shown)+len(a.hidden) > 0 || r.Color) {
			fmt.Fprintln(d.stderr, output.Summary(a.shown, a.hidden))
		}
	}
	r.Color = false
	for _, t := range d.outs {
		var buf bytes.Buffer
		err := output.Named(t.format)(&buf, r)
		if err == nil {
			err = os.WriteFile(config.Join(d.cwd, t.file), buf.Bytes(), 0o644)
		}
		if err != nil {
			return fmt.Errorf("can't write the %s report: %w", t.format, err)
		}
	}
	return nil
}

// root returns the top of the work tree around the working directory, or otherwise the given directory.
func (d *driver) root(otherwise string) string {
	if top, ok := revision.WorkTree(d.cwd); ok {
		return top
	}
	return otherwise
}

// workingDir returns the directory that -C names, absolute, or else the working directory.
func (o *options) workingDir() (string, error) {
	dir, err := filepath.Abs(o.dir)
	if err != nil {
		return "", err
	}
	if _, err := os.ReadDir(dir); err != nil {
		return "", fmt.Errorf("can't work there: %w", err)
	}
	return dir, nil
}

// configFile returns the absolute path of the configuration file, or "".
func (o *options) configFile(dir string) (string, error) {
	if o.config == "" {
		return config.Find(dir)
	}
	return config.Join(dir, o.config), nil
}

// findingName names a finding in a message.
func (d *driver) findingName(f finding.Finding) string {
	at := f.Start
	at.File = finding.Relative(d.cwd, at.File)
	return fmt.Sprintf("%s (%s)", at, f.Rule)
}
