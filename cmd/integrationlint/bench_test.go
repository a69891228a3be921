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

// BenchmarkDriver measures the command beside go vet, its stock analyzers, on a synthetic module of 1000
// packages (50 with -short), a tree of imports with one finding in each package. User
// and system time of all processes is reported as cpu-ms/op.
//
//	go test -run=^$ -bench=Driver -benchtime=3x ./cmd/integrationlint
//
// "touched" changes a comment in the package that all others depend on.
func BenchmarkDriver(b *testing.B) {
	n := 1000
	if testing.Short() {
		n = 50
	}
	tool, err := exec.LookPath("integrationlint") // installed by TestMain
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	writeModule(b, dir, n)
	commands := []struct {
		name string
		args []string
	}{
		{"integrationlint", []string{tool, "./..."}},
		{"vettool", []string{"go", "vet", "-vettool=" + tool, "./..."}},
		{"govet", []string{"go", "vet", "./..."}},
	}
	for _, c := range commands {
		runIn(b, dir, c.args) // fill the cache
		b.Run("warm/"+c.name, func(b *testing.B) {
			measure(b, func() time.Duration { return runIn(b, dir, c.args) })
		})
		b.Run("touched/"+c.name, func(b *testing.B) {
			i := 0
			measure(b, func() time.Duration {
				i++
				writePackage(b, dir, 0, fmt.Sprintf("// Version %s %d.\n", c.name, i))
				return runIn(b, dir, c.args)
			})
		})
	}
}

func measure(b *testing.B, run func() time.Duration) {
	var cpu time.Duration
	n := 0
	for b.Loop() {
		cpu += run()
		n++
	}
	b.ReportMetric(float64(cpu.Milliseconds())/float64(n), "cpu-ms/op")
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
	text += "\nfunc Serve(addr string) error { return http.ListenAndServe(addr, nil) }\n"
	at := filepath.Join(dir, fmt.Sprintf("p%d", i))
	if err := os.MkdirAll(at, 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(at, "p.go"), []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}
