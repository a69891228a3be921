// Package gclplugin makes integrationlint's rules a module plugin of golangci-lint, from v2.15 on: a program of golangci-lint's is built
// with it (golangci-lint custom), and its linter's name is integrationlint.
//
// What golangci-lint has no place for is lost or moves: places that belong to a finding become a part of its message, and its severity,
// category and URL are dropped.
package gclplugin

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes"
)

func init() { register.Plugin("integrationlint", New) }

// Settings are what stands under linters.settings.custom.integrationlint.settings: the keys of .integrationlint.yml. Another key is an error.
type Settings struct {
	// Version is that of the file's format, 1.
	Version int `json:"version"`
	// Enable are the rules that report; none stands for all. Disable are rules that don't.
	Enable  []string `json:"enable"`
	Disable []string `json:"disable"`
	// Tests lets all rules report findings in tests.
	Tests bool `json:"tests"`
	// Advisories says whether findings that are advisories are reported too, which golangci-lint can't tell from others; nil stands for yes.
	Advisories *bool `json:"advisories"`
	// Settings are the values of the rules' settings, by rule and name.
	Settings map[string]map[string]any `json:"settings"`
	// Hosts are what is said of services, by their names.
	Hosts map[string]passes.Host `json:"hosts"`
	// FailOn, Severity, Exclude and Paths are golangci-lint's own business: they are errors that say so.
	FailOn   any `json:"fail-on"`
	Severity any `json:"severity"`
	Exclude  any `json:"exclude"`
	Paths    any `json:"paths"`
}

type plugin struct{ analyzers []*analysis.Analyzer }

// New returns the plugin with the settings conf, as golangci-lint read them from its configuration. It returns an error if it doesn't know
// some of them.
func New(conf any) (register.LinterPlugin, error) {
	settings, err := register.DecodeSettings[Settings](conf)
	if err != nil {
		return nil, err
	}
	if err := settings.check(); err != nil {
		return nil, err
	}
	if err := settings.apply(); err != nil {
		return nil, err
	}
	return &plugin{analyzers: settings.analyzers()}, nil
}

// BuildAnalyzers returns the analyzers of the rules that are enabled.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) { return p.analyzers, nil }

// GetLoadMode says that the rules need types.
func (p *plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

func (s *Settings) check() error {
	switch {
	case s.Version > 1:
		return fmt.Errorf("version %d of the settings isn't known, only 1", s.Version)
	case s.FailOn != nil:
		return fmt.Errorf("fail-on: golangci-lint fails on every issue; advisories: false leaves the advisories out")
	case s.Severity != nil:
		return fmt.Errorf("severity: set that with severity.rules in .golangci.yml")
	case s.Exclude != nil:
		return fmt.Errorf("exclude: set that with linters.exclusions in .golangci.yml")
	case s.Paths != nil:
		return fmt.Errorf("paths: set that with linters.exclusions and severity.rules in .golangci.yml")
	}
	for _, name := range slices.Concat(s.Enable, s.Disable, slices.Sorted(maps.Keys(s.Settings))) {
		if ruleOf(name) == nil {
			return fmt.Errorf("unknown rule %q", name)
		}
	}
	return nil
}

func ruleOf(name string) *passes.Rule {
	i := slices.IndexFunc(passes.Rules, func(rule passes.Rule) bool { return rule.Analyzer.Name == name })
	if i < 0 {
		return nil
	}
	return &passes.Rules[i]
}

// apply sets the flags of the analyzers.
func (s *Settings) apply() error {
	for _, rule := range passes.Rules {
		if s.Tests && rule.Analyzer.Flags.Lookup("tests") != nil {
			if err := rule.Analyzer.Flags.Set("tests", "true"); err != nil {
				return err
			}
		}
	}
	for rule, values := range s.Settings {
		for name, value := range values {
			if err := ruleOf(rule).Analyzer.Flags.Set(name, text(value)); err != nil {
				return fmt.Errorf("settings: %s.%s: %w", rule, name, err)
			}
		}
	}
	return s.applyHosts()
}

// applyHosts adds what is said of hosts to the settings of rules.
func (s *Settings) applyHosts() error {
	for _, name := range slices.Sorted(maps.Keys(s.Hosts)) {
		for _, setting := range s.Hosts[name].Settings(name) {
			f := ruleOf(setting.Rule).Analyzer.Flags.Lookup(setting.Name)
			value := setting.Value
			if old := f.Value.String(); old != "" {
				value = old + "," + value
			}
			if err := f.Value.Set(value); err != nil {
				return fmt.Errorf("hosts: %s: %w", name, err)
			}
		}
	}
	return nil
}

// text returns a value as a flag takes it: the elements of a list are separated by commas.
func text(value any) string {
	list, ok := value.([]any)
	if !ok {
		return fmt.Sprint(value)
	}
	var parts []string
	for _, element := range list {
		parts = append(parts, fmt.Sprint(element))
	}
	return strings.Join(parts, ",")
}

// analyzers returns the analyzers of the enabled rules. The others run where these require them, but don't report.
func (s *Settings) analyzers() []*analysis.Analyzer {
	return slices.DeleteFunc(passes.Wrapped(s.hosted), func(a *analysis.Analyzer) bool {
		return len(s.Enable) > 0 && !slices.Contains(s.Enable, a.Name) || slices.Contains(s.Disable, a.Name)
	})
}

// hosted returns the analyzer of a rule in golangci-lint's form: it turns what is related to a finding into issues of their own, so that is
// told in the message.
func (s *Settings) hosted(rule passes.Rule) *analysis.Analyzer {
	hosted := *rule.Analyzer
	hosted.Run = func(pass *analysis.Pass) (any, error) {
		inner := *pass
		inner.Report = func(d analysis.Diagnostic) {
			if s.Advisories == nil || *s.Advisories || rule.SeverityOf(d.Category) != passes.Advisory {
				pass.Report(folded(pass, d))
			}
		}
		return rule.Analyzer.Run(&inner)
	}
	return &hosted
}

func folded(pass *analysis.Pass, d analysis.Diagnostic) analysis.Diagnostic {
	const most = 3
	for i, related := range d.Related {
		if i == most {
			d.Message += fmt.Sprintf("; and in %d more places", len(d.Related)-most)
			break
		}
		at := pass.Fset.Position(related.Pos)
		d.Message += fmt.Sprintf("; %s (%s:%d)", related.Message, filepath.Base(at.Filename), at.Line)
	}
	d.Related = nil
	return d
}
