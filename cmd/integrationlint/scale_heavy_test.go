//go:build heavy

package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestSharedCache checks that a machine with an empty cache finds what another did before, if they share one through GOCACHEPROG and have the module in
// the same directory: without running the tool for any package.
func TestSharedCache(t *testing.T) {
	dir := writeCorpus(t)
	cacher, err := exec.Command("go", "tool", "-modfile=../../tools/go.mod", "-n", "go-cacher").Output()
	if err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("integrationlint")
	if err != nil {
		t.Fatal(err)
	}
	env := append(os.Environ(), "GOCACHEPROG="+strings.TrimSpace(string(cacher))+" --cache-dir="+t.TempDir())
	machine := func() (toolRuns int, found string) {
		cmd := exec.Command("go", "vet", "-x", "-vettool="+program, "-json", "./...")
		cmd.Dir, cmd.Env = dir, append(slices.Clone(env), "GOCACHE="+t.TempDir())
		var commands strings.Builder
		cmd.Stderr = &commands
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v\n%s", err, commands.String())
		}
		lines := strings.Split(string(out), "\n")
		slices.Sort(lines) // packages come in any order
		return strings.Count(commands.String(), "vet.cfg"), strings.Join(lines, "\n")
	}
	firstRuns, first := machine()
	secondRuns, second := machine()
	if firstRuns == 0 || secondRuns != 0 {
		t.Errorf("the tool ran for %d packages, then for %d; want some, then none", firstRuns, secondRuns)
	}
	if first != second || !strings.Contains(first, "httptimeout") {
		t.Errorf("found\n%s\nthen\n%s", first, second)
	}
}

// TestShards checks that the packages of a module can be looked at by several machines, each at some: together they find what one does.
func TestShards(t *testing.T) {
	dir := writeCorpus(t)
	list := exec.Command("go", "list", "./...")
	list.Dir = dir
	packages, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	run := func(patterns ...string) []string {
		cmd := exec.Command("integrationlint", append([]string{"-fail-on", "never"}, patterns...)...)
		cmd.Dir = dir
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.Split(strings.TrimSpace(string(out)), "\n")
	}
	whole := run("./...")
	var shards []string
	for _, pkg := range strings.Fields(string(packages)) {
		shards = append(shards, slices.DeleteFunc(run(pkg), func(line string) bool { return line == "" })...)
	}
	slices.Sort(whole)
	slices.Sort(shards)
	if !slices.Equal(whole, shards) || len(whole) < 10 {
		t.Errorf("together the shards find\n%s\nwant\n%s", strings.Join(shards, "\n"), strings.Join(whole, "\n"))
	}
}
