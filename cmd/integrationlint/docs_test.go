package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"golang.org/x/tools/go/analysis"

	"github.com/integrationlint/integrationlint/passes"
)

// moduleWithFinding writes a module with one finding into a new directory.
func moduleWithFinding(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/m\n\ngo 1.26\n")
	write(t, filepath.Join(dir, "m.go"), "package m\n\nimport \"net/http\"\n\nfunc serve() error { return http.ListenAndServe(\":8080\", nil) }\n")
	return dir
}

// repositoryWithFinding is a module with one finding on a branch of a git repository, which has a release and the main branch of another one.
func repositoryWithFinding(t *testing.T) string {
	t.Helper()
	dir := moduleWithFinding(t)
	for _, args := range []string{"init -q", "add go.mod", "-c user.name=test -c user.email=test@example.com commit -q -m release", "tag v1.4.0", "update-ref refs/remotes/origin/main HEAD"} {
		git(t, dir, strings.Fields(args)...)
	}
	return dir
}

// git runs git in a directory.
func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// exitCode returns the exit code of a command that ran.
func exitCode(t *testing.T, err error) int {
	t.Helper()
	if err == nil {
		return 0
	}
	exit, ok := errors.AsType[*exec.ExitError](err)
	if !ok {
		t.Fatal(err)
	}
	return exit.ExitCode()
}

// docsCommand is a command in a document: behind a prompt, indented as a block of code, or quoted for another program to run it.
var docsCommand = regexp.MustCompile(`(?m)^(?:\$ |    |\s*(?:- )?(?:run: |script: |- ))((?:integrationlint|go) .*)|^\s*sh(?:\(script: | )'((?:integrationlint|go) [^'\n]*)`)

// docsCommands returns the commands of this program and the go command that a document shows, in their order.
func docsCommands(t *testing.T, page string) []string {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range docsCommand.FindAllStringSubmatch(strings.ReplaceAll(string(text), "\r\n", "\n"), -1) {
		command, _, _ := strings.Cut(m[1]+m[2], " #")
		all = append(all, strings.TrimSpace(command))
	}
	return all
}

// TestDocsCommands runs the commands of this program that docs/ and the README show: all of them work, whatever they find.
func TestDocsCommands(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	ran, dir := 0, repositoryWithFinding(t)
	for _, page := range append(pages, "../../README.md") {
		git(t, dir, "clean", "-f", "-d", "-q", "-x", "-e", "m.go") // what the commands of another page wrote
		for _, command := range docsCommands(t, page) {
			command, _, _ = strings.Cut(command, " | ") // TestDocsOfOthers runs what isn't this program
			if !strings.HasPrefix(command, "integrationlint ") {
				continue
			}
			ran++
			cmd := exec.Command("sh", "-c", command)
			cmd.Dir, cmd.Env = dir, append(os.Environ(), "BASE=main")
			if out, err := cmd.CombinedOutput(); exitCode(t, err) > 1 {
				t.Errorf("%s: %s: exit code %d\n%s", filepath.Base(page), command, exitCode(t, err), out)
			}
		}
	}
	if ran < 10 {
		t.Errorf("docs/ shows only %d commands", ran)
	}
}

// A workflowAction is what the tests need of action.yml.
type workflowAction struct {
	Inputs map[string]struct {
		Description, Default string
	}
	Runs struct {
		Using string
		Steps []actionStep
	}
}

type actionStep struct {
	ID, Shell, Run, Uses string
	Env                  map[string]string
}

// TestAction runs the action's steps that are scripts, in the order in which they are there: that which installs the program aside.
func TestAction(t *testing.T) {
	text, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var a workflowAction
	if err := yaml.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	if a.Runs.Using != "composite" {
		t.Errorf("using %q", a.Runs.Using)
	}
	temp, outputs := t.TempDir(), filepath.Join(t.TempDir(), "outputs")
	program, err := exec.LookPath("integrationlint")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(program, filepath.Join(temp, "integrationlint")); err != nil {
		t.Skip(err)
	}
	sarif := filepath.Join(temp, "integrationlint.sarif")
	codes := map[string]int{}
	for _, step := range a.Runs.Steps {
		if step.Run == "" || strings.Contains(step.Run, "go install") {
			continue
		}
		cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", step.Run)
		cmd.Dir = moduleWithFinding(t)
		cmd.Env = append(os.Environ(), "RUNNER_TEMP="+temp, "GITHUB_OUTPUT="+outputs, "SARIF="+sarif, "ARGS=-enable servertimeout", "PACKAGES="+a.Inputs["packages"].Default)
		out, err := cmd.CombinedOutput()
		codes[step.ID] = exitCode(t, err)
		if step.ID == "lint" && !strings.Contains(string(out), "::warning ") {
			t.Errorf("no annotation in\n%s", out)
		}
	}
	if codes["where"] != 0 || codes["lint"] != 1 {
		t.Errorf("exit codes %v, want 1 of lint only", codes)
	}
	for file, want := range map[string]string{outputs: "sarif=" + sarif, sarif: "servertimeout"} {
		if content, err := os.ReadFile(file); err != nil || !strings.Contains(string(content), want) {
			t.Errorf("%s (%v) doesn't hold %q", file, err, want)
		}
	}
}

var docsYAML = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// TestDocsYAML checks that the YAML that documents show, and the files for other programs, can be read.
func TestDocsYAML(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, page := range append(pages, "../../README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range docsYAML.FindAllStringSubmatch(strings.ReplaceAll(string(text), "\r\n", "\n"), -1) {
			files[page+"\n"+block[1]] = block[1]
		}
	}
	for _, name := range []string{".pre-commit-hooks.yaml", ".golangci.example.yml", ".custom-gcl.example.yml", "action.yml"} {
		text, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(text)
	}
	for name, content := range files {
		var into any
		if err := yaml.Unmarshal([]byte(content), &into); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDocsBazel checks that the rules and settings in what docs/scale.md shows for nogo exist.
func TestDocsBazel(t *testing.T) {
	text, err := os.ReadFile("../../docs/scale.md")
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)```json\n(.*?)```").FindSubmatch(text)
	labels := regexp.MustCompile(`"@com_github_integrationlint_integrationlint//(passes/(\w+))"`).FindAllStringSubmatch(string(text), -1)
	if block == nil || len(labels) == 0 {
		t.Fatal("docs/scale.md shows neither the settings nor the rules")
	}
	rules := map[string]*analysis.Analyzer{}
	for _, label := range labels {
		if _, err := os.Stat(filepath.Join("..", "..", label[1])); err != nil {
			t.Error(err)
		}
		for _, a := range passes.Analyzers() {
			if a.Name == label[2] {
				rules[a.Name] = a
			}
		}
	}
	var settings map[string]struct {
		Flags map[string]string `json:"analyzer_flags"`
	}
	if err := json.Unmarshal(block[1], &settings); err != nil {
		t.Fatal(err)
	}
	for rule, of := range settings {
		if rules[rule] == nil {
			t.Errorf("%s is set, but isn't among the rules", rule)
			continue
		}
		for name, value := range of.Flags {
			f := rules[rule].Flags.Lookup(name)
			if f == nil {
				t.Errorf("%s has no flag %s", rule, name)
				continue
			}
			if err := f.Value.Set(value); err != nil {
				t.Error(err)
			}
			if err := f.Value.Set(f.DefValue); err != nil {
				t.Error(err)
			}
		}
	}
}
