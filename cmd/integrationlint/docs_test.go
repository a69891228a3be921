package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// moduleWithFinding writes a module with one finding into a new directory.
func moduleWithFinding(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{
		"go.mod": "module example.com/m\n\ngo 1.26\n",
		"m.go":   "package m\n\nimport \"net/http\"\n\nfunc serve() error { return http.ListenAndServe(\":8080\", nil) }\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
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

var docsConsole = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestDocsCommands runs the commands of this program that docs/ shows, as far as they can be run here: all of them work, whatever they find.
func TestDocsCommands(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		dir := moduleWithFinding(t)
		for _, block := range docsConsole.FindAllStringSubmatch(strings.ReplaceAll(string(text), "\r\n", "\n"), -1) {
			for line := range strings.Lines(block[1]) {
				command, ok := strings.CutPrefix(strings.TrimSpace(line), "$ ")
				command, _, _ = strings.Cut(command, " #")
				if first, _, _ := strings.Cut(command, " "); !ok || first != "integrationlint" {
					continue
				}
				command, _, _ = strings.Cut(command, " | ") // into a program that may not be here
				ran++
				cmd := exec.Command("sh", "-c", command)
				cmd.Dir = dir
				if out, err := cmd.CombinedOutput(); exitCode(t, err) > 1 {
					t.Errorf("%s: %s: exit code %d\n%s", filepath.Base(page), command, exitCode(t, err), out)
				}
			}
		}
	}
	if ran == 0 {
		t.Error("docs/ shows no commands")
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
