package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	readmeFile    = regexp.MustCompile("(?s)```go\n// (\\w+\\.go)\n(.*?)```")
	readmeConsole = regexp.MustCompile("(?s)```console\n\\$ integrationlint (.*?)\n(.*?)```")
)

// TestReadme runs the README's example, and compares what is printed with what
// the README shows.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := strings.ReplaceAll(string(text), "\r\n", "\n")
	dir := t.TempDir()
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.com/prices\n\ngo 1.26\n")
	for _, m := range readmeFile.FindAllStringSubmatch(readme, -1) {
		write(m[1], "// "+m[1]+"\n"+m[2])
	}
	runs := readmeConsole.FindAllStringSubmatch(readme, -1)
	if len(runs) == 0 {
		t.Fatal("README.md shows no run")
	}
	for _, m := range runs {
		cmd := exec.Command("integrationlint", strings.Fields(m[1])...)
		cmd.Dir = dir
		got, err := cmd.Output()
		if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != 1 {
			t.Errorf("integrationlint %s: %v, want exit code 1", m[1], err)
		}
		if diff := cmp.Diff(string(got), m[2]); diff != "" {
			t.Errorf("README.md is out of date on integrationlint %s (-want +got):\n%s", m[1], diff)
		}
	}
}
