package driver

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/output"
	"github.com/integrationlint/integrationlint/passes"
)

const usage = `Integrationlint finds defects in Go code that talks to remote services.

usage:
  integrationlint [flags] [packages]   check packages (default ./...)
  integrationlint rules [-json]        list the rules
  integrationlint explain RULE         show what a rule finds, and why
  integrationlint config COMMAND       init: write a configuration file; verify, print or schema: see docs/config.md
  integrationlint lsp [flags]          serve an editor over the Language Server Protocol: see docs/editors.md
  integrationlint version              show the version
  integrationlint help                 show this

Packages are named as for go build. Flags come first:
  -C DIR               change to DIR before anything else
  -tags LIST           build tags, as for go build
  -tests               report findings in tests, test helpers and examples too
  -enable RULES        report only these rules, separated by commas
  -disable RULES       don't report these rules
  -RULE.OPTION VALUE   set an option of a rule; see integrationlint explain RULE
  -config FILE         read FILE, not the nearest .integrationlint.yml upwards from here
  -format FORMATS      write these formats to standard output: text (the default), json, sarif, github, gitlab,
                       checkstyle, junit, rdjson, html
  -out FORMAT=FILE     write a format to a file; may be repeated
  -fix                 apply the fixes that keep everything compiling
  -fix-unsafe          apply also those that need something else to change: a secret that is read from the environment
  -diff                show what -fix would change, and change nothing
  -baseline FILE       hide the findings that FILE records
  -write-baseline FILE record all findings in FILE, and hide them
  -new-from-rev REV    show only findings in lines that changed since the git revision REV
  -new-from-merge-base BRANCH
                       show only findings in lines that changed since HEAD left BRANCH
  -fail-on SEVERITY    exit with 1 on findings of this severity or above: error, warning (the default), never
  -v                   say what is being done

Exit codes: 0 no findings, 1 findings, 2 bad usage or configuration, or packages that can't be analysed.
It also runs as go vet -vettool=$(which integrationlint) and as go fix -fixtool=$(which integrationlint).
`

// A target is a format and the file that it is written to; no file stands for standard output.
type target struct{ format, file string }

// A setting is the value of an analyzer's flag.
type setting struct {
	rule        passes.Rule
	name, value string
}

// Options are what the command line says. The fields that a configuration file may
// say too are nil or empty where the command line doesn't.
type options struct {
	dir, tags, config string
	enable, disable   []string
	settings          []setting
	tests             *bool
	failOn            finding.Threshold
	formats           []string
	outs              []target
	fix, diff         bool
	fixUnsafe         bool
	verbose           bool
	// baseline is nil where the command line doesn't say; "" stands for none.
	baseline         *string
	writeBaseline    string
	newFromRev       string
	newFromMergeBase string
	patterns         []string
}

// parseOptions reads the arguments. It returns flag.ErrHelp when they ask for help.
func parseOptions(args []string, rules []passes.Rule) (*options, error) {
	o := &options{}
	fs := o.flagSet(rules)
	if err := fs.Parse(args); err != nil {
		return nil, explainFlagError(fs, err)
	}
	o.patterns = fs.Args()
	for _, p := range o.patterns {
		if strings.HasPrefix(p, "-") {
			return nil, fmt.Errorf("flag %s stands behind the packages; put all flags first", p)
		}
	}
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	if o.fixUnsafe {
		o.fix = true
		o.settings = append(o.settings, unsafeSettings(rules)...)
	}
	if err := o.checkTogether(); err != nil {
		return nil, err
	}
	if len(o.formats) == 0 && !o.diff {
		o.formats = []string{"text"}
	}
	return o, nil
}

// checkTogether returns an error if the command line asks for things that don't go together.
func (o *options) checkTogether() error {
	comparing := o.newFromRev != "" || o.newFromMergeBase != ""
	switch {
	case o.diff && len(o.formats) > 0:
		return errors.New("-diff and -format both write to standard output; use -out FORMAT=FILE with -diff")
	case o.newFromRev != "" && o.newFromMergeBase != "":
		return errors.New("-new-from-rev and -new-from-merge-base both say what new code is compared with; use one")
	case o.writeBaseline != "" && (o.baseline != nil || comparing || o.diff):
		return errors.New("-write-baseline records all findings that there are; " +
			"it doesn't go with -baseline, -new-from-rev, -new-from-merge-base or -diff")
	}
	return nil
}

// unsafeSettings are the settings by which rules offer fixes that need something else to change.
func unsafeSettings(rules []passes.Rule) []setting {
	var all []setting
	for _, rule := range rules {
		if rule.Analyzer.Flags.Lookup("unsafe") != nil {
			all = append(all, setting{rule, "unsafe", "true"})
		}
	}
	return all
}

func (o *options) flagSet(rules []passes.Rule) *flag.FlagSet {
	fs := flag.NewFlagSet("integrationlint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.StringVar(&o.dir, "C", "", "")
	fs.StringVar(&o.tags, "tags", "", "")
	fs.StringVar(&o.config, "config", "", "")
	fs.BoolVar(&o.fix, "fix", false, "")
	fs.BoolVar(&o.fixUnsafe, "fix-unsafe", false, "")
	fs.BoolVar(&o.diff, "diff", false, "")
	fs.BoolVar(&o.verbose, "v", false, "")
	fs.Func("write-baseline", "", notEmpty(&o.writeBaseline))
	fs.Func("new-from-rev", "", notEmpty(&o.newFromRev))
	fs.Func("new-from-merge-base", "", notEmpty(&o.newFromMergeBase))
	fs.Func("baseline", "", func(file string) error {
		o.baseline = &file
		return nil
	})
	fs.Func("enable", "", func(list string) error { return addRules(&o.enable, list, rules) })
	fs.Func("disable", "", func(list string) error { return addRules(&o.disable, list, rules) })
	fs.Func("format", "", func(list string) error { return addFormats(&o.formats, list) })
	fs.Func("out", "", o.addOut)
	fs.Func("fail-on", "", o.setFailOn)
	fs.BoolFunc("tests", "", func(value string) error {
		on, err := parseBool(value)
		o.tests = &on
		return err
	})
	for _, rule := range rules {
		rule.Analyzer.Flags.VisitAll(func(f *flag.Flag) { o.addSetting(fs, rule, f) })
	}
	return fs
}

// addSetting declares the flag -RULE.OPTION.
func (o *options) addSetting(fs *flag.FlagSet, rule passes.Rule, f *flag.Flag) {
	declare := fs.Func
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		declare = fs.BoolFunc
	}
	declare(rule.Analyzer.Name+"."+f.Name, "", func(value string) error {
		o.settings = append(o.settings, setting{rule, f.Name, value})
		return new(config.Config).SetFlag(rule, f.Name, value)
	})
}

// notEmpty returns a function that sets a flag to what mustn't be empty: a variable of a script that isn't set would silently
// show all.
func notEmpty(to *string) func(value string) error {
	return func(value string) error {
		if value == "" {
			return errors.New("want a value")
		}
		*to = value
		return nil
	}
}

func parseBool(value string) (bool, error) {
	switch value {
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	return false, errors.New("want true or false")
}

// words splits a list at its commas.
func words(list string) []string {
	return strings.FieldsFunc(list, func(c rune) bool { return c == ',' || c == ' ' })
}

func addRules(to *[]string, list string, rules []passes.Rule) error {
	for _, name := range words(list) {
		if err := config.CheckRule(rules, name); err != nil {
			return err
		}
		*to = append(*to, name)
	}
	return nil
}

func checkFormat(name string) error {
	if output.Named(name) == nil {
		return fmt.Errorf("unknown format %q%s", name, config.Suggest(name, output.Names()))
	}
	return nil
}

func addFormats(to *[]string, list string) error {
	for _, name := range words(list) {
		if err := checkFormat(name); err != nil {
			return err
		}
		*to = append(*to, name)
	}
	return nil
}

func (o *options) addOut(value string) error {
	format, file, ok := strings.Cut(value, "=")
	if !ok || file == "" {
		return errors.New("want FORMAT=FILE, such as sarif=report.sarif")
	}
	o.outs = append(o.outs, target{format, file})
	return checkFormat(format)
}

func (o *options) setFailOn(value string) error {
	if !slices.Contains(finding.Thresholds, value) {
		return fmt.Errorf("want one of %s", strings.Join(finding.Thresholds, ", "))
	}
	o.failOn = finding.Threshold(value)
	return nil
}

// explainFlagError adds to an error of package flag which flag was probably meant.
func explainFlagError(fs *flag.FlagSet, err error) error {
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !ok {
		return err
	}
	var known []string
	fs.VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
	hint := config.Suggest(name, known)
	if !strings.HasPrefix(hint, ":") {
		hint = "; see integrationlint help"
	}
	return fmt.Errorf("unknown flag -%s%s", name, strings.Replace(hint, `"`, `"-`, 1))
}

// configure returns the configuration file joined with the options, which win, and the file's path.
func (o *options) configure(dir string, rules []passes.Rule) (*config.Config, string, error) {
	file, err := o.configFile(dir)
	if err != nil {
		return nil, "", fmt.Errorf("can't look for %s: %w", config.FileName, err)
	}
	c := &config.Config{}
	if file != "" {
		if c, err = config.Read(file, rules); err != nil {
			return nil, "", err
		}
	}
	if len(o.enable) > 0 {
		c.Enable, c.Disable = o.enable, nil
	}
	c.Disable = append(c.Disable, o.disable...)
	if o.tests != nil {
		c.Tests = *o.tests
	}
	if o.failOn != "" {
		c.FailOn = o.failOn
	}
	o.configureBaseline(c, dir)
	if c.FailOn == "" {
		c.FailOn = finding.FailOnWarning
	}
	for _, s := range o.settings {
		if err := c.SetFlag(s.rule, s.name, s.value); err != nil {
			return nil, "", err
		}
	}
	return c, file, nil
}

// configureBaseline sets the baseline that hides findings.
func (o *options) configureBaseline(c *config.Config, dir string) {
	switch {
	case o.writeBaseline != "":
		c.Baseline = "" // all findings are written
	case o.baseline != nil && *o.baseline == "":
		c.Baseline = ""
	case o.baseline != nil:
		c.Baseline = config.Join(dir, *o.baseline)
	}
}
