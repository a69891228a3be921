//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// BenchmarkDriver compares the command, and integrationlint as a vet tool, with go vet and its stock
// analyzers on a synthetic module of 1000 packages (50 with -short), a tree of imports with
// a finding in every 20th. The commands take turns, since what else the machine does changes the figures.
// Reported are user and system time of all processes, and the factors over go vet's.
//
//	go test -run=^$ -bench=Driver -benchtime=5x ./cmd/integrationlint
//
// In "touched" a comment in the package that all others depend on has changed.
func BenchmarkDriver(b *testing.B) {
	n := 1000
	if testing.Short() {
		n = 50
	}
	tool := buildTool(b)
	dir := b.TempDir()
	writeModule(b, dir, n)
	commands := [][]string{
		{"go", "vet", "./..."},
		{"go", "vet", "-vettool=" + tool, "./..."},
		{tool, "./..."},
	}
	for _, args := range commands {
		runIn(b, dir, args) // fill the cache
	}
	b.Run("warm", func(b *testing.B) {
		compare(b, dir, commands, func() {})
	})
	b.Run("touched", func(b *testing.B) {
		version := 0
		compare(b, dir, commands, func() {
			version++
			writePackage(b, dir, 0, fmt.Sprintf("// Version %d.\n", version))
		})
	})
}

// BenchmarkGrowth shows what a package costs in modules of 10, 100, 1000 and 5000 packages (up to 100 with -short) that nothing is known of yet, but for the
// standard library, and again when nothing has changed: user and system time of all processes, by package.
//
//	go test -run=^$ -bench=Growth -benchtime=1x -timeout=1h ./cmd/integrationlint
func BenchmarkGrowth(b *testing.B) {
	tool := buildTool(b)
	sizes := []int{10, 100, 1000, 5000}
	if testing.Short() {
		sizes = sizes[:2]
	}
	first := b.TempDir()
	writeModule(b, first, 1)
	runIn(b, first, []string{tool, "./..."}) // look at the standard library
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var cold, warm time.Duration
			runs := 0
			for b.Loop() {
				dir := b.TempDir() // a directory that the cache doesn't know
				writeModule(b, dir, n)
				cold += runIn(b, dir, []string{tool, "./..."})
				warm += runIn(b, dir, []string{tool, "./..."})
				runs += n
			}
			b.ReportMetric(0, "ns/op") // the sum of both means nothing
			b.ReportMetric(cold.Seconds()*1000/float64(runs), "cold-cpu-ms/package")
			b.ReportMetric(warm.Seconds()*1000/float64(runs), "warm-cpu-ms/package")
		})
	}
}

// buildTool builds the command. The test binary would do as well, but takes longer to start.
func buildTool(b *testing.B) string {
	b.Helper()
	tool := filepath.Join(b.TempDir(), "integrationlint")
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return tool
}

// compare runs the commands in turn, each after prepare, and reports their processor time.
func compare(b *testing.B, dir string, commands [][]string, prepare func()) {
	cpu := make([]time.Duration, len(commands))
	n := 0
	for b.Loop() {
		for i, args := range commands {
			prepare()
			cpu[i] += runIn(b, dir, args)
		}
		n++
	}
	b.ReportMetric(0, "ns/op") // the sum of all commands means nothing
	for i, name := range []string{"govet", "vettool", "integrationlint"} {
		b.ReportMetric(float64(cpu[i].Milliseconds())/float64(n), name+"-cpu-ms")
		b.ReportMetric(cpu[i].Seconds()/cpu[0].Seconds(), name+"-factor")
	}
}

// runIn runs a command that exits with 0 or 1, and returns the processor time that it and its children took.
func runIn(b *testing.B, dir string, args []string) time.Duration {
	b.Helper()
	before := childTime(b)
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != 1 {
		b.Fatalf("%v: %v\n%s", args, err, out)
	}
	return childTime(b) - before
}

func childTime(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func writeModule(b *testing.B, dir string, n int) {
	b.Helper()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/m\n\ngo 1.26\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	for i := range n {
		writePackage(b, dir, i, "")
	}
}

func writePackage(b *testing.B, dir string, i int, comment string) {
	b.Helper()
	text := fmt.Sprintf("%spackage p%d\n\nimport \"net/http\"\n", comment, i)
	if i > 0 {
		text += fmt.Sprintf("\nimport \"example.com/m/p%d\"\n\nvar _ = p%[1]d.Serve\n", i/2)
	}
	serve := "(&http.Server{Addr: addr, ReadTimeout: 1e9}).ListenAndServe()"
	if i%20 == 0 {
		serve = "http.ListenAndServe(addr, nil)"
	}
	text += "\nfunc Serve(addr string) error { return " + serve + " }\n"
	at := filepath.Join(dir, fmt.Sprintf("p%d", i))
	if err := os.MkdirAll(at, 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(at, "p.go"), []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}
