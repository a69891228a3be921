package passes_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/integrationlint/integrationlint"

// A pkg is what the go command says of a package.
type pkg struct {
	ImportPath string
	Imports    []string
	Standard   bool
	Module     *struct{ Path string }
}

// below says which layers each layer may import. A rule may use what the
// vocabulary of package lint is made of.
var below = map[string][]string{
	"cmd":      {"cmd", "passes"},
	"passes":   {"rule"},
	"rule":     {"lint", "scenario", "summary", "flow", "catalog", "fix"},
	"lint":     {"scenario", "summary", "flow", "catalog", "fix"},
	"scenario": {"summary", "machine", "flow", "catalog"},
	"summary":  {"machine", "flow", "catalog"},
	"machine":  {"flow", "catalog"},
	"flow":     {},
	"catalog":  {},
	"fix":      {},
	// linttest is for tests only: no layer may import it.
	"linttest": {"lint", "scenario", "summary", "machine", "flow", "catalog", "fix"},
}

// catalogImports is what the catalog, which is data and look-up only, may import: the last four tell tokens from texts that look like some.
var catalogImports = []string{
	"cmp", "go/types", "iter", "maps", "path", "regexp", "slices", "strings", "sync",
	"encoding/asn1", "encoding/base64", "encoding/json", "hash/crc32",
}

func TestArrows(t *testing.T) {
	packages, err := list()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(packages, func(p pkg) bool { return p.ImportPath == module+"/passes" }) {
		t.Fatal("go list doesn't show package passes")
	}
	for _, violation := range violations(packages) {
		t.Error(violation)
	}
}

// list returns the packages of the module and all that they depend on, without tests.
func list() ([]pkg, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Standard,Module", module+"/...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%v: %w", cmd, err)
	}
	var packages []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, p)
	}
}

// violations are the imports that go against the arrows of the architecture.
func violations(packages []pkg) []string {
	byPath := map[string]pkg{}
	for _, p := range packages {
		byPath[p.ImportPath] = p
	}
	var found []string
	for _, p := range packages {
		from, ours := layer(p.ImportPath)
		if !ours {
			continue
		}
		if _, known := below[from]; !known {
			found = append(found, fmt.Sprintf("%s is in no known layer", p.ImportPath))
			continue
		}
		for _, path := range p.Imports {
			if reason := forbidden(from, byPath[path], path); reason != "" {
				found = append(found, fmt.Sprintf("%s (%s) imports %s: %s", p.ImportPath, from, path, reason))
			}
		}
		if from != "cmd" && from != "linttest" {
			found = append(found, foreign(p, byPath)...)
		}
	}
	return found
}

// layer returns the layer of a package of the module.
func layer(path string) (name string, ours bool) {
	rest, ours := strings.CutPrefix(path, module+"/")
	parts := strings.Split(rest, "/")
	switch {
	case !ours:
		return "", false
	case parts[0] != "passes" || len(parts) == 1:
		return parts[0], true
	case parts[1] != "internal":
		return "rule", true
	case len(parts) == 2:
		return "internal", true
	}
	return parts[2], true
}

// forbidden says why a package of the layer may not import p, or nothing.
func forbidden(from string, p pkg, path string) string {
	to, ours := layer(path)
	switch {
	case ours && !slices.Contains(below[from], to) && !(from == to && from != "rule"):
		return "not below it"
	case from == "catalog" && !ours && !slices.Contains(catalogImports, path):
		return "the catalog is data and look-up only"
	case from == "cmd" || from == "linttest" || ours || p.Standard || isTools(p):
		return ""
	}
	return "golangci-lint compiles the rules in, so they depend on x/tools and x/mod only"
}

// foreign finds what p depends on indirectly, beyond the standard library, x/tools and x/mod.
func foreign(p pkg, byPath map[string]pkg) []string {
	var found []string
	seen := map[string]bool{}
	var visit func(pkg)
	visit = func(q pkg) {
		for _, path := range q.Imports {
			next := byPath[path]
			if seen[path] || next.Standard {
				continue
			}
			seen[path] = true
			if _, ours := layer(path); isTools(q) && !ours && !isTools(next) {
				found = append(found, fmt.Sprintf("%s depends on %s, by way of %s", p.ImportPath, path, q.ImportPath))
			}
			visit(next)
		}
	}
	visit(p)
	return found
}

// isTools reports whether p belongs to x/tools, or to x/mod, which x/tools requires.
func isTools(p pkg) bool {
	return p.Module != nil && (p.Module.Path == "golang.org/x/tools" || p.Module.Path == "golang.org/x/mod")
}

func TestViolations(t *testing.T) {
	const tools = "golang.org/x/tools/go/analysis"
	tests := []struct {
		name     string
		from, to string
		want     string // the reason, or nothing
	}{
		{"command to registry", "cmd/integrationlint", "passes", ""},
		{"command to its own parts", "cmd/integrationlint", "cmd/integrationlint/internal/driver", ""},
		{"command to another module", "cmd/integrationlint", "example.com/yaml", ""},
		{"command to a rule", "cmd/integrationlint/internal/driver", "passes/httptimeout", "not below it"},
		{"command to a layer", "cmd/gclplugin", "passes/internal/lint", "not below it"},
		{"registry to rule", "passes", "passes/httptimeout", ""},
		{"registry to layer", "passes", "passes/internal/lint", "not below it"},
		{"registry to command", "passes", "cmd/integrationlint/internal/finding", "not below it"},
		{"rule to vocabulary", "passes/httptimeout", "passes/internal/lint", ""},
		{"rule to catalog", "passes/httptimeout", "passes/internal/catalog", ""},
		{"rule to machine", "passes/httptimeout", "passes/internal/machine", "not below it"},
		{"rule to rule", "passes/directive", "passes/httptimeout", "not below it"},
		{"rule to registry", "passes/httptimeout", "passes", "not below it"},
		{"rule to test helper", "passes/httptimeout", "passes/internal/linttest", "not below it"},
		{"rule to x/tools", "passes/httptimeout", tools, ""},
		{"summary to x/mod", "passes/internal/summary", "golang.org/x/mod/semver", ""},
		{"rule to another module", "passes/httptimeout", "example.com/yaml", "golangci-lint compiles the rules in, so they depend on x/tools and x/mod only"},
		{"lint to rule", "passes/internal/lint", "passes/httptimeout", "not below it"},
		{"summary to lint", "passes/internal/summary", "passes/internal/lint", "not below it"},
		{"summary to its own part", "passes/internal/summary", "passes/internal/summary/codec", ""},
		{"flow to catalog", "passes/internal/flow", "passes/internal/catalog", "not below it"},
		{"flow to std", "passes/internal/flow", "os", ""},
		{"catalog to types", "passes/internal/catalog", "go/types", ""},
		{"catalog to os", "passes/internal/catalog", "os", "the catalog is data and look-up only"},
		{"catalog to x/tools", "passes/internal/catalog", tools, "the catalog is data and look-up only"},
		{"test helper to another module", "passes/internal/linttest", "example.com/yaml", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			from, to := module+"/"+test.from, test.to
			if strings.HasPrefix(to, "cmd/") || strings.HasPrefix(to, "passes") {
				to = module + "/" + to
			}
			var want []string
			if test.want != "" {
				name, _ := layer(from)
				want = []string{fmt.Sprintf("%s (%s) imports %s: %s", from, name, to, test.want)}
			}
			if got := violations([]pkg{madeUp(from, to), madeUp(to)}); !slices.Equal(got, want) {
				t.Errorf("violations:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func TestViolationsOfUnknownLayer(t *testing.T) {
	for _, path := range []string{"passes/internal/helpers", "passes/internal", "pkg/lint"} {
		got := violations([]pkg{madeUp(module + "/" + path)})
		if want := []string{module + "/" + path + " is in no known layer"}; !slices.Equal(got, want) {
			t.Errorf("%s: violations %q, want %q", path, got, want)
		}
	}
}

func TestViolationsByWayOfTools(t *testing.T) {
	rule, lint := module+"/passes/httptimeout", module+"/passes/internal/lint"
	const loader, sync, spare = "golang.org/x/tools/go/packages", "golang.org/x/sync/errgroup", "example.com/spare"
	got := violations([]pkg{madeUp(rule, lint), madeUp(lint, loader), madeUp(loader, sync, "os"), madeUp(sync, spare), madeUp(spare), madeUp("os")})
	want := []string{
		rule + " depends on " + sync + ", by way of " + loader,
		lint + " depends on " + sync + ", by way of " + loader,
	}
	if !slices.Equal(got, want) {
		t.Errorf("violations:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// madeUp returns a package that is of the standard library if its path has no dot.
func madeUp(path string, imports ...string) pkg {
	p := pkg{ImportPath: path, Imports: imports, Standard: !strings.Contains(path, ".")}
	for _, mod := range []string{"golang.org/x/tools", "golang.org/x/mod"} {
		if strings.HasPrefix(path, mod+"/") {
			p.Module = &struct{ Path string }{mod}
		}
	}
	return p
}
