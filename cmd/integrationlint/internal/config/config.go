// Package config reads the configuration file of integrationlint.
//
// The file is YAML and strict: an unknown key, rule, setting or value is an
// error that names the line and, where there is one, the word that was probably meant.
package config

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

//go:generate go test . -run=^TestSchemaFile$ -update

// FileName is the name of the file that [Find] looks for.
const FileName = ".integrationlint.yml"

// A Config is what a configuration file says. The zero value says nothing.
type Config struct {
	// Enable are the rules that report; none stands for all. Disable are rules that don't.
	Enable, Disable []string
	// Tests lets all rules report findings in tests.
	Tests bool
	// FailOn is empty where the file doesn't say.
	FailOn finding.Threshold
	// Severity replaces the severities of rules.
	Severity map[string]passes.Severity
	// Flags are the values of analyzer flags that differ from the default, by their
	// full names: "httptimeout.default".
	Flags map[string]string
	// Baseline is the absolute path of the baseline, or "".
	Baseline string
	// Exclude drops findings.
	Exclude []finding.Exclusion
	// Paths say what is different in some files.
	Paths []finding.PathRule
}

// Find returns the path of the configuration file in dir or the nearest directory above
// it, or "" if there is none.
func Find(dir string) (string, error) {
	for {
		file := filepath.Join(dir, FileName)
		switch _, err := os.Stat(file); {
		case err == nil:
			return file, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// Join returns the path of a file that may be relative to dir.
func Join(dir, file string) string {
	file = filepath.FromSlash(file)
	if filepath.IsAbs(file) {
		return filepath.Clean(file)
	}
	return filepath.Join(dir, file)
}

// Read reads a configuration file, whose path must be absolute.
func Read(file string, rules []passes.Rule) (*Config, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return Parse(file, data, rules)
}

// RuleNames returns the names of the rules.
func RuleNames(rules []passes.Rule) []string {
	var names []string
	for _, rule := range rules {
		names = append(names, rule.Analyzer.Name)
	}
	return names
}

// CheckRule returns an error if there is no rule of that name.
func CheckRule(rules []passes.Rule, name string) error {
	if names := RuleNames(rules); !slices.Contains(names, name) {
		return fmt.Errorf("unknown rule %q%s", name, Suggest(name, names))
	}
	return nil
}

// SetFlag records the value of the analyzer flag RULE.NAME, in the form in which the flag prints it,
// unless it is the default: equal settings make equal command lines, which the go command's cache wants.
func (c *Config) SetFlag(rule passes.Rule, name, value string) error {
	f := rule.Analyzer.Flags.Lookup(name)
	if f == nil {
		var names []string
		rule.Analyzer.Flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		return fmt.Errorf("rule %s has no setting %q%s", rule.Analyzer.Name, name, Suggest(name, names))
	}
	old := f.Value.String()
	err := f.Value.Set(value)
	canonical := f.Value.String()
	if restore := f.Value.Set(old); restore != nil {
		return fmt.Errorf("rule %s: setting %s doesn't accept its own value: %w", rule.Analyzer.Name, name, restore)
	}
	if err != nil {
		return fmt.Errorf("rule %s: setting %s can't be %q: %w", rule.Analyzer.Name, name, value, err)
	}
	full := rule.Analyzer.Name + "." + name
	if canonical == f.DefValue {
		delete(c.Flags, full)
		return nil
	}
	if c.Flags == nil {
		c.Flags = map[string]string{}
	}
	c.Flags[full] = canonical
	return nil
}

// addTo adds a value to a setting that holds a list.
func (c *Config) addTo(rules []passes.Rule, s passes.Setting) error {
	i := slices.Index(RuleNames(rules), s.Rule)
	if i < 0 {
		return nil // these rules have nothing to do with hosts
	}
	value, ok := c.Flags[s.Rule+"."+s.Name]
	if f := rules[i].Analyzer.Flags.Lookup(s.Name); !ok && f != nil {
		value = f.DefValue
	}
	if value != "" {
		value += ","
	}
	return c.SetFlag(rules[i], s.Name, value+s.Value)
}

// Arguments returns the analyzer flags as arguments, always in the same order.
func (c *Config) Arguments(rules []passes.Rule) []string {
	flags := map[string]string{}
	for _, rule := range rules {
		if c.Tests && rule.Analyzer.Flags.Lookup("tests") != nil {
			flags[rule.Analyzer.Name+".tests"] = "true"
		}
	}
	maps.Copy(flags, c.Flags)
	var args []string
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		args = append(args, "-"+name+"="+flags[name])
	}
	return args
}

// Enabled reports whether the rule of that name reports.
func (c *Config) Enabled(rule string) bool {
	return (len(c.Enable) == 0 || slices.Contains(c.Enable, rule)) && !slices.Contains(c.Disable, rule)
}
