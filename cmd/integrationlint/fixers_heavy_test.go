//go:build heavy

package main

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fixers are the commands by which hosts write fixes. PROGRAM stands for integrationlint's file.
var fixers = map[string][]string{
	"integrationlint -fix": {"integrationlint", "-fix", "./..."},
	"go vet -fix -vettool": {"go", "vet", "-fix", "-vettool=PROGRAM", "./..."},
	"go fix -fixtool":      {"go", "fix", "-fixtool=PROGRAM", "./..."},
}

// TestFixersAgree checks that all hosts that write fixes make the same files of the corpus.
func TestFixersAgree(t *testing.T) {
	before, want := goFiles(t, writeCorpus(t)), fixedBy(t, fixers["integrationlint -fix"])
	changed := 0
	for name, text := range want {
		if before[name] != text {
			changed++
		}
	}
	if changed < 2 {
		t.Errorf("only %d files of the corpus have a fix", changed)
	}
	for name, command := range fixers {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, fixedBy(t, command)); diff != "" {
				t.Errorf("files differ from the command's (-integrationlint +%s):\n%s", name, diff)
			}
		})
	}
}

// fixedBy returns the files of the corpus after a command has fixed it.
func fixedBy(t *testing.T, command []string) map[string]string {
	t.Helper()
	program, err := exec.LookPath("integrationlint")
	if err != nil {
		t.Fatal(err)
	}
	args := slices.Clone(command)
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "PROGRAM", program)
	}
	dir := writeCorpus(t)
	fix(t, dir, args...)
	return goFiles(t, dir)
}

// fix runs a command in a module until it has nothing more to fix there: fixes that touch the same lines need several runs.
func fix(t *testing.T, dir string, command ...string) {
	t.Helper()
	before := goFiles(t, dir)
	for range 5 {
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if exitCode(t, err) > 1 {
			t.Fatalf("exit code %d\n%s", exitCode(t, err), out)
		}
		after := goFiles(t, dir)
		if maps.Equal(before, after) {
			return
		}
		before = after
	}
	t.Errorf("%v changes the files again and again", command)
}

// goFiles returns the texts of the Go files in a module, by their names.
func goFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, path))
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
