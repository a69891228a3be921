//go:build heavy

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
)

const golangciModule = "github.com/golangci/golangci-lint/v2"

// pluginVersion is the line of .custom-gcl.yml that says which version of the plugin is built in.
var pluginVersion = regexp.MustCompile(`(?m)^    version: .*\n`)

// TestGolangci goes the way of docs/golangci.md: the two example files are put into a module, and one command has golangci-lint build itself with the plugin,
// and run. What it built finds and fixes what integrationlint does.
func TestGolangci(t *testing.T) {
	dir := golangciCorpus(t)
	var build struct{ Version string }
	readYAML(t, filepath.Join(dir, ".custom-gcl.yml"), &build)
	linter := golangci{program: filepath.Join(dir, "custom-gcl"), cache: t.TempDir()}
	first := exec.Command("sh", "-c", golangciCommand(t))
	first.Dir = dir
	first.Env = append(os.Environ(), append(githubOf(t, build.Version), "GOLANGCI_LINT_CACHE="+linter.cache, "PATH="+installed(t, build.Version)+string(os.PathListSeparator)+os.Getenv("PATH"))...)
	if out, err := first.CombinedOutput(); exitCode(t, err) != 1 || !strings.Contains(string(out), "servertimeout: ") {
		t.Fatalf("exit code %d\n%s", exitCode(t, err), out)
	}

	t.Run("findings", func(t *testing.T) {
		if diff := cmp.Diff(byCommand(t, dir), linter.findings(t, dir)); diff != "" {
			t.Errorf("findings differ from the command's (-command +golangci-lint):\n%s", diff)
		}
	})
	t.Run("settings", func(t *testing.T) { linter.testSettings(t) })
	t.Run("nolint", func(t *testing.T) { linter.testNolint(t) })
	t.Run("fixes", func(t *testing.T) {
		byCommand, byLinter := golangciCorpus(t), golangciCorpus(t)
		fix(t, byCommand, "integrationlint", "-fix", "./...")
		fix(t, byLinter, "env", "GOLANGCI_LINT_CACHE="+t.TempDir(), linter.program, "run", "--fix")
		if diff := cmp.Diff(goFiles(t, byCommand), goFiles(t, byLinter)); diff != "" {
			t.Errorf("files differ from the command's (-command +golangci-lint):\n%s", diff)
		}
	})
}

// golangci is a golangci-lint with the plugin, and the directory where it keeps results.
type golangci struct{ program, cache string }

// findings returns what it finds in a module.
func (g golangci) findings(t *testing.T, dir string) []string {
	t.Helper()
	cmd := exec.Command(g.program, "run", "--output.json.path=stdout", "--show-stats=false")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOLANGCI_LINT_CACHE="+g.cache)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if code := exitCode(t, err); code > 1 {
		t.Fatalf("exit code %d\n%s", code, stderr.String())
	}
	var report struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename string
				Line     int
			}
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var all []string
	for _, issue := range report.Issues {
		rule, _, _ := strings.Cut(issue.Text, ":")
		all = append(all, found(dir, filepath.Join(dir, issue.Pos.Filename), issue.Pos.Line, rule))
	}
	return sorted(all)
}

// testSettings checks that what is set in .golangci.yml reaches the rules.
func (g golangci) testSettings(t *testing.T) {
	dir := golangciCorpus(t)
	name := filepath.Join(dir, ".golangci.yml")
	config, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(config), "disable: [nestedretry]", "enable: [retrybody]", 1)
	if changed == string(config) {
		t.Fatal("the example doesn't disable nestedretry")
	}
	write(t, name, changed)
	all := g.findings(t, dir)
	if others := slices.DeleteFunc(slices.Clone(all), func(f string) bool { return strings.HasSuffix(f, " retrybody") }); len(all) == 0 || len(others) > 0 {
		t.Errorf("with only retrybody enabled: %v", all)
	}
	write(t, name, strings.Replace(changed, "retrybody", "retrybdoy", 1))
	cmd := exec.Command(g.program, "run")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOLANGCI_LINT_CACHE="+g.cache)
	if out, err := cmd.CombinedOutput(); exitCode(t, err) < 2 || !strings.Contains(string(out), `unknown rule "retrybdoy"`) {
		t.Errorf("exit code %d for a rule that doesn't exist\n%s", exitCode(t, err), out)
	}
}

// testNolint checks that comments silence findings, golangci-lint's and ours.
func (g golangci) testNolint(t *testing.T) {
	const call = `package nolint

import "net/http"

func get() (*http.Response, error) {
	return http.Get("https://prices.example.com/") COMMENT
}
`
	found := []string{"nolint.go:6 httptimeout"}
	for comment, want := range map[string][]string{
		"":                                  found,
		"//nolint:integrationlint // local": nil,
		"//nolint:httptimeout // local":     nil,
		"//integrationlint:ignore httptimeout it is local": nil,
		"//nolint:errcheck": found,
	} {
		dir := golangciCorpus(t)
		for _, pkg := range []string{"client", "hooks", "prices"} {
			if err := os.RemoveAll(filepath.Join(dir, pkg)); err != nil {
				t.Fatal(err)
			}
		}
		write(t, filepath.Join(dir, "nolint.go"), strings.Replace(call, "COMMENT", comment, 1))
		if got := g.findings(t, dir); !slices.Equal(got, want) {
			t.Errorf("with %q: %v, want %v", comment, got, want)
		}
	}
}

// golangciCorpus writes the corpus with the example files, and with the same settings for the command. The plugin is this one, not what was released.
func golangciCorpus(t *testing.T) string {
	t.Helper()
	dir := writeCorpus(t)
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"custom-gcl", "golangci"} {
		text, err := os.ReadFile(filepath.Join(root, "."+name+".example.yml"))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "."+name+".yml"), pluginVersion.ReplaceAllLiteralString(string(text), "    path: "+root+"\n"))
	}
	var config struct {
		Linters struct {
			Settings struct {
				Custom struct{ Integrationlint struct{ Settings any } }
			}
		}
	}
	readYAML(t, filepath.Join(dir, ".golangci.yml"), &config)
	settings, err := yaml.Marshal(config.Linters.Settings.Custom.Integrationlint.Settings)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, ".integrationlint.yml"), "version: 1\n"+string(settings))
	return dir
}

// golangciCommand returns the one command that docs/golangci.md shows.
func golangciCommand(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/golangci.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`(?m)^\$ (.*)$`).FindAllStringSubmatch(string(text), -1)
	if len(commands) != 1 {
		t.Fatalf("docs/golangci.md shows %d commands, want one", len(commands))
	}
	return commands[0][1]
}

// installed returns a directory with the program of golangci-lint in a version.
func installed(t *testing.T, version string) string {
	t.Helper()
	bin := t.TempDir()
	cmd := exec.Command("go", "install", golangciModule+"/cmd/golangci-lint@"+version)
	cmd.Dir, cmd.Env = bin, append(os.Environ(), "GOBIN="+bin)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

// githubOf returns variables by which git takes golangci-lint's repository from its module, so that only a module proxy is needed.
func githubOf(t *testing.T, version string) []string {
	t.Helper()
	out, err := exec.Command("go", "mod", "download", "-json", golangciModule+"@"+version).Output()
	if err != nil {
		t.Fatal(err)
	}
	var download struct{ Dir string }
	if err := json.Unmarshal(out, &download); err != nil {
		t.Fatal(err)
	}
	repository := filepath.Join(t.TempDir(), "golangci-lint.git")
	for _, args := range [][]string{
		{"init", "-q"}, {"add", "--force", "."}, {"-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-q", "-m", version}, {"tag", version},
	} {
		git := exec.Command("git", append([]string{"--git-dir", repository, "--work-tree", download.Dir}, args...)...)
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	return []string{"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url.file://" + repository + ".insteadOf", "GIT_CONFIG_VALUE_0=https://github.com/golangci/golangci-lint.git"}
}

func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}
