package config_test

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/xeipuuv/gojsonschema"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/passes"
)

var update = flag.Bool("update", false, "write docs/config.schema.json")

const schemaFile = "../../../../docs/config.schema.json"

func TestSchemaFile(t *testing.T) {
	want, err := config.Schema(passes.Rules)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(schemaFile); err != nil || string(got) != string(want) {
		t.Errorf("%s isn't the schema of today (%v); go generate ./... writes it", filepath.Base(schemaFile), err)
	}
}

// TestSchemaAgrees checks that the schema accepts what the reader of the file does, and nothing else.
func TestSchemaAgrees(t *testing.T) {
	text, err := config.Schema(passes.Rules)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(text))
	if err != nil {
		t.Fatal(err)
	}
	tests := []string{
		"version: 1",
		"version: 1\nenable: [httptimeout, tlsverify]\ndisable: []\ntests: true\nfail-on: never",
		"version: 1\nseverity:\n  httptimeout: error\nsettings:\n  httptimeout:\n    default: 10s\n  bodylimit:\n    limit: 1024\n    answers: true",
		"version: 1\nsettings:\n  secretinurl:\n    allow: [a.example, b.example]",
		"version: 1\nexclude:\n  - path: legacy/**\n    rules: [httptimeout]\n  - rules: [tlsverify]",
		"version: 1\nseverity:\nsettings:\nexclude:",
		"version: 1\nbaseline: ci/baseline.json",
		"version: 1\nbaseline: ''",
		"enable: [httptimeout]",
		"version: 2",
		"version: 1\nenabel: [httptimeout]",
		"version: 1\nenable: [httptimeuot]",
		"version: 1\nfail-on: sometimes",
		"version: 1\ntests: maybe",
		"version: 1\nseverity:\n  httptimeout: fatal",
		"version: 1\nseverity:\n  nosuch: error",
		"version: 1\nsettings:\n  httptimeout:\n    nosuch: 1",
		"version: 1\nsettings:\n  bodylimit:\n    limit: much",
		"version: 1\npaths:\n  - path: legacy/**\n    enable: [httptimeout]\n    severity: {httptimeout: advisory}\n  - path: a\n    disable: [tlsverify]",
		"version: 1\nhosts:\n  api.example.com: {timeout: 10s}\n  stream.example.com:\n    timeout: none\n    credential-in-url: true\n  nothing.example.com:",
		"version: 1\nhosts:\n  api.example.com: {timeout: 10}",
		"version: 1\nhosts:\n  api.example.com: {timeout: soon}",
		"version: 1\nhosts:\n  api.example.com: {timeuot: 10s}",
		"version: 1\nhosts:\n  api.example.com: 10s",
		"version: 1\nhosts:\n  api.example.com: {timeout: ''}",
		"version: 1\nhosts:\n  api.example.com: {timeout: 1h30m}",
		"version: 1\nhosts:\n  'https://api.example.com': {timeout: 10s}",
		"version: 1\nhosts:\n  '*.example.com': {timeout: none}",
		"version: 1\nhosts:\n  'localhost:8080': {credential-in-url: true}",
		"version: 1\npaths:\n  - disable: [tlsverify]",
		"version: 1\npaths:\n  - path: a",
		"version: 1\npaths:\n  - path: a\n    rules: [tlsverify]",
		"version: 1\npaths:\n  - path: a\n    severity: {httptimeout: fatal}",
		"version: 1\nexclude:\n  - {}",
		"version: 1\nexclude:\n  - paths: a",
	}
	for _, file := range append(tests, config.Template) {
		_, readErr := config.Parse(filepath.Join(t.TempDir(), config.FileName), []byte(file), passes.Rules)
		document, err := yaml.YAMLToJSON([]byte(file))
		if err != nil {
			t.Fatal(err)
		}
		result, err := schema.Validate(gojsonschema.NewBytesLoader(document))
		if err != nil {
			t.Fatal(err)
		}
		if result.Valid() != (readErr == nil) {
			t.Errorf("%s\nschema: %v\nreader: %v", strings.ReplaceAll(file, "\n", "\n\t"), result.Errors(), readErr)
		}
	}
}

// TestPrint checks that what is printed says the same when it is read again.
func TestPrint(t *testing.T) {
	file := filepath.Join(t.TempDir(), config.FileName)
	const text = "version: 1\ndisable: [tlsverify]\ntests: true\nfail-on: error\nbaseline: ci/baseline.json\nseverity:\n  httptimeout: error\nsettings:\n  httptimeout:\n    default: 7s\n  bodylimit:\n    answers: true\nexclude:\n  - path: legacy/**\n    rules: [httptimeout]\npaths:\n  - path: tools/**\n    disable: [tlsverify]\n    severity: {httptimeout: advisory}\n"
	c, err := config.Parse(file, []byte(text), passes.Rules)
	if err != nil {
		t.Fatal(err)
	}
	first, err := config.Print(c, passes.Rules)
	if err != nil {
		t.Fatal(err)
	}
	again, err := config.Parse(file, first, passes.Rules)
	if err != nil {
		t.Fatalf("%v in\n%s", err, first)
	}
	second, err := config.Print(again, passes.Rules)
	if err != nil {
		t.Fatal(err)
	}
	if string(first) != string(second) {
		t.Errorf("printed\n%s\nthen\n%s", first, second)
	}
	if got, want := again.Arguments(passes.Rules), c.Arguments(passes.Rules); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("arguments %v, want %v", got, want)
	}
	for _, want := range []string{"fail-on: error", "ci/baseline.json", "tests: true", "httptimeout: error", "default: 7s", "answers: true", "path: legacy/**", "path: tools/**", "httptimeout: advisory"} {
		if !strings.Contains(string(first), want) {
			t.Errorf("%q isn't in\n%s", want, first)
		}
	}
	if again.Enabled("tlsverify") {
		t.Error("tlsverify is enabled again")
	}
}

// TestHosts checks that what is said of hosts is added to the settings of rules, whichever comes first in the file.
func TestHosts(t *testing.T) {
	const hosts = "hosts:\n  api.example.com:\n    timeout: 10s\n    credential-in-url: true\n  stream.example.com: {timeout: none}\n"
	const settings = "settings:\n  secretinurl:\n    allow: [maps.example.com]\n"
	for _, text := range []string{hosts + settings, settings + hosts} {
		c, err := config.Parse(filepath.Join(t.TempDir(), config.FileName), []byte("version: 1\n"+text), passes.Rules)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"httptimeout.hosts": "api.example.com=10s,stream.example.com=none", "secretinurl.allow": "maps.example.com,api.example.com"}
		if !maps.Equal(c.Flags, want) {
			t.Errorf("flags %v, want %v", c.Flags, want)
		}
	}
	_, err := config.Parse("/m/c.yml", []byte("version: 1\nhosts:\n  a.example.com: {timeout: 1s}\n  b.example.com: {timeout: soon}\n"), passes.Rules)
	if want := `/m/c.yml:4: rule httptimeout: setting hosts can't be "a.example.com=1s,b.example.com=soon": "b.example.com=soon" is none of the form HOST=10s or HOST=none`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestPrintSettingsOfDisabledRules checks that what is set of a rule which doesn't report isn't lost: other rules go by it.
func TestPrintSettingsOfDisabledRules(t *testing.T) {
	c, err := config.Parse("/m/c.yml", []byte("version: 1\ndisable: [retrystatus]\nsettings:\n  retrystatus: {retriers: [example.com/m/retry.Do]}\n"), passes.Rules)
	if err != nil {
		t.Fatal(err)
	}
	text, err := config.Print(c, passes.Rules)
	if err != nil || !strings.Contains(string(text), "retriers: example.com/m/retry.Do") {
		t.Errorf("%v, printed\n%s", err, text)
	}
}
