package config

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// Parse reads the text of a configuration file. Globs are relative to the file's directory.
func Parse(file string, data []byte, rules []passes.Rule) (*Config, error) {
	d := &decoder{file: file, rules: rules}
	tree, err := parser.ParseBytes(data, 0)
	if yerr, ok := errors.AsType[yaml.Error](err); ok {
		return nil, fmt.Errorf("%s:%d: %s", file, yerr.GetToken().Position.Line, yerr.GetMessage())
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(tree.Docs) > 1 && tree.Docs[1].Body != nil {
		return nil, d.errorf(tree.Docs[1].Body, "there is more than one document; keep one")
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return nil, fmt.Errorf("%s:1: the file is empty; begin it with %q", file, "version: 1")
	}
	if err := d.document(tree.Docs[0].Body); err != nil {
		return nil, err
	}
	return &d.config, nil
}

// A decoder turns the syntax tree of a file into a Config. It walks the tree itself,
// since each message names a line and knows what would have been right there.
type decoder struct {
	file   string
	rules  []passes.Rule
	config Config

	versioned bool
	// later is done when all keys are read.
	later []func() error
}

// errorf returns an error at the line of the node.
func (d *decoder) errorf(at ast.Node, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", d.file, at.GetToken().Position.Line, fmt.Errorf(format, args...))
}

func (d *decoder) document(body ast.Node) error {
	err := d.keys(body, map[string]func(ast.Node) error{
		"version":  d.version,
		"enable":   d.ruleNames(&d.config.Enable),
		"disable":  d.ruleNames(&d.config.Disable),
		"tests":    d.boolean(&d.config.Tests),
		"fail-on":  d.failOn,
		"baseline": d.baseline,
		"severity": d.severities(&d.config.Severity),
		"settings": d.settings,
		"exclude":  d.exclusions,
		"paths":    d.paths,
		"hosts":    d.hosts,
	})
	for _, add := range d.later {
		if err == nil {
			err = add()
		}
	}
	if err == nil && !d.versioned {
		err = fmt.Errorf("%s:1: key %q is missing; begin the file with %q", d.file, "version", "version: 1")
	}
	return err
}

func (d *decoder) version(node ast.Node) error {
	d.versioned = true
	if word, err := d.scalar(node); err != nil || word != "1" {
		return d.errorf(node, "version %s is not known; this integrationlint reads version 1", describe(node))
	}
	return nil
}

// keys calls the function that belongs to each key of a mapping.
func (d *decoder) keys(node ast.Node, known map[string]func(ast.Node) error) error {
	return d.pairs(node, func(key, value ast.Node) error {
		name := key.GetToken().Value
		decode, ok := known[name]
		if !ok {
			var names []string
			for n := range known {
				names = append(names, n)
			}
			return d.errorf(key, "unknown key %q%s", name, Suggest(name, names))
		}
		return decode(value)
	})
}

// pairs calls each for every pair of a mapping, which mustn't have a key twice. A null is an empty mapping.
func (d *decoder) pairs(node ast.Node, each func(key, value ast.Node) error) error {
	if _, ok := node.(*ast.NullNode); ok {
		return nil
	}
	mapping, ok := node.(ast.MapNode)
	if !ok {
		return d.errorf(node, "expected keys with values, found %s", describe(node))
	}
	seen := map[string]bool{}
	for pairs := mapping.MapRange(); pairs.Next(); {
		key := pairs.KeyValue().Key
		name := key.GetToken().Value
		if _, ok := key.(*ast.StringNode); !ok {
			return d.errorf(key, "a key must be a plain word, found %s", describe(key))
		}
		if seen[name] {
			return d.errorf(key, "key %q appears twice", name)
		}
		seen[name] = true
		if err := each(key, pairs.Value()); err != nil {
			return err
		}
	}
	return nil
}

// items calls each for every item of a list. A null is an empty list.
func (d *decoder) items(node ast.Node, each func(ast.Node) error) error {
	if _, ok := node.(*ast.NullNode); ok {
		return nil
	}
	list, ok := node.(*ast.SequenceNode)
	if !ok {
		return d.errorf(node, "expected a list, found %s", describe(node))
	}
	for _, item := range list.Values {
		if err := each(item); err != nil {
			return err
		}
	}
	return nil
}

// scalar returns the text of a string, number or boolean.
func (d *decoder) scalar(node ast.Node) (string, error) {
	switch node := node.(type) {
	case *ast.StringNode:
		return node.Value, nil
	case *ast.LiteralNode:
		return node.Value.Value, nil
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return node.GetToken().Value, nil
	}
	return "", d.errorf(node, "expected a single value, found %s", describe(node))
}

func (d *decoder) boolean(to *bool) func(ast.Node) error {
	return func(node ast.Node) error {
		value, ok := node.(*ast.BoolNode)
		if !ok {
			return d.errorf(node, "expected true or false, found %s", describe(node))
		}
		*to = value.Value
		return nil
	}
}

func (d *decoder) ruleNames(to *[]string) func(ast.Node) error {
	return func(node ast.Node) error {
		return d.items(node, func(item ast.Node) error {
			name, err := d.scalar(item)
			if err != nil {
				return err
			}
			if err := CheckRule(d.rules, name); err != nil {
				return d.errorf(item, "%w", err)
			}
			*to = append(*to, name)
			return nil
		})
	}
}

// oneOf returns the node's text, which must be one of the words.
func (d *decoder) oneOf(node ast.Node, words ...string) (string, error) {
	word, err := d.scalar(node)
	if err == nil && !slices.Contains(words, word) {
		err = d.errorf(node, "%q is none of %s", word, strings.Join(words, ", "))
	}
	return word, err
}

func (d *decoder) failOn(node ast.Node) error {
	word, err := d.oneOf(node, finding.Thresholds...)
	d.config.FailOn = finding.Threshold(word)
	return err
}

func (d *decoder) baseline(node ast.Node) error {
	file, err := d.scalar(node)
	if err == nil && file == "" {
		err = d.errorf(node, "the baseline is the path of a file, relative to this one")
	}
	d.config.Baseline = Join(filepath.Dir(d.file), file)
	return err
}

func (d *decoder) severities(to *map[string]passes.Severity) func(ast.Node) error {
	return func(node ast.Node) error {
		*to = map[string]passes.Severity{}
		return d.pairs(node, func(key, value ast.Node) error {
			name := key.GetToken().Value
			if err := CheckRule(d.rules, name); err != nil {
				return d.errorf(key, "%w", err)
			}
			word, err := d.oneOf(value, string(passes.Error), string(passes.Warning), string(passes.Advisory))
			(*to)[name] = passes.Severity(word)
			return err
		})
	}
}

func (d *decoder) settings(node ast.Node) error {
	return d.pairs(node, func(key, value ast.Node) error {
		name := key.GetToken().Value
		if err := CheckRule(d.rules, name); err != nil {
			return d.errorf(key, "%w", err)
		}
		i := slices.Index(RuleNames(d.rules), name)
		return d.pairs(value, func(key, value ast.Node) error {
			text, err := d.setting(value)
			if err != nil {
				return err
			}
			if err := d.config.SetFlag(d.rules[i], key.GetToken().Value, text); err != nil {
				return d.errorf(key, "%w", err)
			}
			return nil
		})
	})
}

// setting returns a setting as a flag's value: a list is joined by commas.
func (d *decoder) setting(node ast.Node) (string, error) {
	if _, ok := node.(*ast.SequenceNode); !ok {
		return d.scalar(node)
	}
	var parts []string
	err := d.items(node, func(item ast.Node) error {
		part, err := d.scalar(item)
		parts = append(parts, part)
		return err
	})
	return strings.Join(parts, ","), err
}

func (d *decoder) exclusions(node ast.Node) error {
	return d.items(node, func(item ast.Node) error {
		e := finding.Exclusion{Dir: filepath.Dir(d.file)}
		err := d.keys(item, map[string]func(ast.Node) error{
			"path":  d.glob(&e.Path),
			"rules": d.ruleNames(&e.Rules),
		})
		if err == nil && e.Path == "" && len(e.Rules) == 0 {
			err = d.errorf(item, "an exclusion needs a path, rules or both")
		}
		d.config.Exclude = append(d.config.Exclude, e)
		return err
	})
}

// hosts reads what is said of hosts, which is added to what is set of rules, wherever that stands.
func (d *decoder) hosts(node ast.Node) error {
	return d.pairs(node, func(key, value ast.Node) error {
		var host passes.Host
		d.later = append(d.later, func() error {
			for _, s := range host.Settings(key.GetToken().Value) {
				if err := d.config.addTo(d.rules, s); err != nil {
					return d.errorf(key, "%w", err)
				}
			}
			return nil
		})
		return d.keys(value, map[string]func(ast.Node) error{
			"timeout":           d.timeout(&host.Timeout),
			"credential-in-url": d.boolean(&host.CredentialInURL),
		})
	})
}

func (d *decoder) timeout(to *string) func(ast.Node) error {
	return func(node ast.Node) (err error) {
		if *to, err = d.scalar(node); err == nil && *to == "" {
			err = d.errorf(node, "the timeout is a duration such as 10s, or none")
		}
		return err
	}
}

func (d *decoder) paths(node ast.Node) error {
	return d.items(node, func(item ast.Node) error {
		r := finding.PathRule{Dir: filepath.Dir(d.file)}
		err := d.keys(item, map[string]func(ast.Node) error{
			"path":     d.glob(&r.Path),
			"enable":   d.ruleNames(&r.Enable),
			"disable":  d.ruleNames(&r.Disable),
			"severity": d.severities(&r.Severity),
		})
		switch {
		case err != nil:
			return err
		case r.Path == "":
			return d.errorf(item, "what is different in some files needs their path, a glob")
		case len(r.Enable)+len(r.Disable)+len(r.Severity) == 0:
			return d.errorf(item, "path %q needs enable, disable or severity", r.Path)
		}
		d.config.Paths = append(d.config.Paths, r)
		d.later = append(d.later, func() error {
			for _, name := range r.Enable {
				if !d.config.Enabled(name) {
					return d.errorf(item, "rule %s reports nowhere, and so not in path %q: enable it for all files first, and disable it for some", name, r.Path)
				}
			}
			return nil
		})
		return nil
	})
}

// glob reads a glob of files below the directory of the configuration file.
func (d *decoder) glob(to *string) func(ast.Node) error {
	return func(node ast.Node) error {
		text, err := d.scalar(node)
		switch {
		case err != nil:
			return err
		case !doublestar.ValidatePattern(text):
			return d.errorf(node, "path %q is no valid glob", text)
		case filepath.IsAbs(text) || strings.HasPrefix(text, ".."):
			return d.errorf(node, "path %q must be relative to the directory of this file and below it", text)
		}
		*to = strings.TrimPrefix(text, "./")
		return nil
	}
}

// describe names what a node is, for messages.
func describe(node ast.Node) string {
	switch node.(type) {
	case *ast.SequenceNode:
		return "a list"
	case ast.MapNode:
		return "keys with values"
	case *ast.NullNode:
		return "nothing"
	case *ast.AnchorNode, *ast.AliasNode:
		return "an anchor or alias, which this file can't have"
	}
	return fmt.Sprintf("%q", node.GetToken().Value)
}
