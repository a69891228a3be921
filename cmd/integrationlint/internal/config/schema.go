package config

import (
	"encoding/json"
	"flag"
	"strconv"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// SchemaURL is where editors find the schema.
const SchemaURL = "https://raw.githubusercontent.com/integrationlint/integrationlint/main/docs/config.schema.json"

// A schema is what a JSON Schema says of a value (https://json-schema.org/draft-07). Editors' YAML support reads that draft.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	ID          string             `json:"$id,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        any                `json:"type,omitempty"`
	Const       any                `json:"const,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Default     any                `json:"default,omitempty"`
	MinLength   int                `json:"minLength,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Required    []string           `json:"required,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Names       *schema            `json:"propertyNames,omitempty"`
	Additional  any                `json:"additionalProperties,omitempty"`
}

// Schema returns the JSON Schema of the configuration file.
func Schema(rules []passes.Rule) ([]byte, error) {
	names := &schema{Type: "array", Items: &schema{Type: "string", Enum: RuleNames(rules)}}
	root := object("", map[string]*schema{
		"version":  {Description: "the version of the format", Const: 1},
		"enable":   described(names, "the only rules that report; without it all do"),
		"disable":  described(names, "rules that don't report"),
		"tests":    {Type: "boolean", Default: false, Description: "whether to report findings in tests, test helpers and examples too"},
		"fail-on":  {Type: "string", Enum: finding.Thresholds, Default: string(finding.FailOnWarning), Description: "the least severity with which the command fails"},
		"baseline": {Type: "string", MinLength: 1, Description: "a file that holds the findings not to report, relative to the directory of this file; integrationlint -write-baseline writes one"},
		"severity": severitySchema(rules),
		"settings": settingsSchema(rules),
		"exclude":  exclusionSchema(names),
		"paths":    pathsSchema(names, rules),
		"hosts":    hostsSchema(),
	})
	root.Schema, root.ID, root.Title = "http://json-schema.org/draft-07/schema#", SchemaURL, FileName
	root.Required = []string{"version"}
	text, err := json.MarshalIndent(root, "", "  ")
	return append(text, '\n'), err
}

// object returns the schema of a mapping that has no other keys. It may be left empty.
func object(description string, properties map[string]*schema) *schema {
	return &schema{Type: []string{"object", "null"}, Description: description, Properties: properties, Additional: false}
}

func described(s *schema, description string) *schema {
	copied := *s
	copied.Description = description
	return &copied
}

func severitySchema(rules []passes.Rule) *schema {
	of := map[string]*schema{}
	for _, rule := range rules {
		of[rule.Analyzer.Name] = &schema{Type: "string", Enum: []string{string(passes.Error), string(passes.Warning), string(passes.Advisory)}, Default: string(rule.Severity)}
	}
	return object("the severities of rules, in the place of their own", of)
}

func settingsSchema(rules []passes.Rule) *schema {
	of := map[string]*schema{}
	for _, rule := range rules {
		options := map[string]*schema{}
		rule.Analyzer.Flags.VisitAll(func(f *flag.Flag) { options[f.Name] = optionSchema(f) })
		of[rule.Analyzer.Name] = object("", options)
	}
	return object("the settings of rules: integrationlint explain RULE", of)
}

// optionSchema returns the schema of the value of an analyzer's flag. A list of texts is joined by commas.
func optionSchema(f *flag.Flag) *schema {
	s := &schema{Description: f.Usage, Default: typed(f, f.DefValue), Type: "string"}
	switch s.Default.(type) {
	case bool:
		s.Type = "boolean"
	case int:
		s.Type = "integer"
	case string:
		if _, ok := f.Value.(flag.Getter).Get().(string); ok {
			s.Type, s.Items = []string{"string", "array"}, &schema{Type: "string"}
		}
	}
	return s
}

// typed returns the text of a flag's value as what it is in a file: true or false, a number, or the text for others, such as durations.
func typed(f *flag.Flag, text string) any {
	switch f.Value.(flag.Getter).Get().(type) { // those of package flag all have it
	case bool:
		return text == "true"
	case int:
		if n, err := strconv.Atoi(text); err == nil {
			return n
		}
	}
	return text
}

func exclusionSchema(names *schema) *schema {
	item := object("", map[string]*schema{
		"path":  globSchema(),
		"rules": described(names, "the rules whose findings are left out; without it those of all"),
	})
	item.Type = "object"
	item.AnyOf = []*schema{{Required: []string{"path"}}, {Required: []string{"rules"}}}
	return &schema{Type: []string{"array", "null"}, Items: item, Description: "findings to leave out"}
}

func globSchema() *schema {
	return &schema{Type: "string", Description: "a glob of files, relative to the directory of this file; ** stands for any directories"}
}

func pathsSchema(names *schema, rules []passes.Rule) *schema {
	item := object("", map[string]*schema{
		"path":     globSchema(),
		"enable":   described(names, "the only rules that report there; without it all do"),
		"disable":  described(names, "rules that don't report there"),
		"severity": severitySchema(rules),
	})
	item.Type = "object"
	item.Required = []string{"path"}
	item.AnyOf = []*schema{{Required: []string{"enable"}}, {Required: []string{"disable"}}, {Required: []string{"severity"}}}
	return &schema{Type: []string{"array", "null"}, Items: item, Description: "what is different in some files"}
}

func hostsSchema() *schema {
	host := object("", map[string]*schema{
		"timeout":           {Type: "string", Pattern: `^(none|([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+)$`, Description: "how long a request may take, more than 0; none is for ever"},
		"credential-in-url": {Type: "boolean", Default: false, Description: "whether it takes credentials in the URL only"},
	})
	name := &schema{Pattern: `^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$`}
	return &schema{Type: []string{"object", "null"}, Names: name, Additional: host, Description: "what is said of services, by their hosts' names; it holds for all below these too"}
}
