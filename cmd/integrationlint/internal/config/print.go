package config

import (
	"flag"
	"maps"
	"slices"

	"github.com/goccy/go-yaml"

	"github.com/integrationlint/integrationlint/passes"
)

// A printed configuration says everything that a configuration file can.
type printed struct {
	Version  int                       `yaml:"version"`
	Enable   []string                  `yaml:"enable,flow"`
	Tests    bool                      `yaml:"tests"`
	FailOn   string                    `yaml:"fail-on"`
	Baseline string                    `yaml:"baseline,omitempty"`
	Severity yaml.MapSlice             `yaml:"severity"`
	Settings map[string]map[string]any `yaml:"settings,omitempty"`
	Exclude  []exclusion               `yaml:"exclude,omitempty"`
	Paths    []pathRule                `yaml:"paths,omitempty"`
}

type exclusion struct {
	Path  string   `yaml:"path,omitempty"`
	Rules []string `yaml:"rules,omitempty,flow"`
}

type pathRule struct {
	Path     string        `yaml:"path"`
	Enable   []string      `yaml:"enable,omitempty,flow"`
	Disable  []string      `yaml:"disable,omitempty,flow"`
	Severity yaml.MapSlice `yaml:"severity,omitempty"`
}

// Print returns a configuration as the file that says the same without any default: what is in effect.
func Print(c *Config, rules []passes.Rule) ([]byte, error) {
	p := printed{Version: 1, Tests: c.Tests, FailOn: string(c.FailOn), Baseline: c.Baseline, Settings: map[string]map[string]any{}}
	for _, rule := range rules {
		name := rule.Analyzer.Name
		if c.Enabled(name) {
			p.Enable = append(p.Enable, name)
			severity := rule.Severity
			if own, ok := c.Severity[name]; ok {
				severity = own
			}
			p.Severity = append(p.Severity, yaml.MapItem{Key: name, Value: string(severity)})
		}
		rule.Analyzer.Flags.VisitAll(func(f *flag.Flag) {
			value, set := c.Flags[name+"."+f.Name]
			if f.Name == "tests" || !set && !c.Enabled(name) {
				return // that is said once for all; and other rules may go by what is set of one that doesn't report
			}
			if !set {
				value = f.DefValue
			}
			if p.Settings[name] == nil {
				p.Settings[name] = map[string]any{}
			}
			p.Settings[name][f.Name] = typed(f, value)
		})
	}
	for _, e := range c.Exclude {
		p.Exclude = append(p.Exclude, exclusion{Path: e.Path, Rules: slices.Clone(e.Rules)})
	}
	for _, r := range c.Paths {
		own := pathRule{Path: r.Path, Enable: slices.Clone(r.Enable), Disable: slices.Clone(r.Disable)}
		for _, name := range slices.Sorted(maps.Keys(r.Severity)) {
			own.Severity = append(own.Severity, yaml.MapItem{Key: name, Value: string(r.Severity[name])})
		}
		p.Paths = append(p.Paths, own)
	}
	return yaml.Marshal(p)
}

// Template is the file that a user begins with. It says what is so anyway.
const Template = `# yaml-language-server: $schema=` + SchemaURL + `
# Rules and their settings: integrationlint rules, integrationlint explain RULE.
version: 1
# enable: [httptimeout]   # the only rules to use
disable: []
fail-on: warning          # error, warning or never
severity:
  # httptimeout: error    # error, warning or advisory
settings:
  # httptimeout:
  #   default: 10s
exclude:
  # - path: legacy/**
  #   rules: [httptimeout]
hosts:
  # api.example.com:
  #   timeout: 10s
paths:
  # - path: tools/**
  #   severity:
  #     httptimeout: advisory
`
