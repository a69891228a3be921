//go:build heavy

package main

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// TestDocsOfOthers runs what the documents show of the go command and of other programs, in an environment where this module is released. Those of golangci-lint
// are for TestGolangci.
func TestDocsOfOthers(t *testing.T) {
	env := released(t)
	run := func(dir, command string) (output string, code int) {
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir, cmd.Env = dir, append(env, "SHARDS=2", "SHARD=1")
		out, err := cmd.CombinedOutput()
		return string(out), exitCode(t, err)
	}
	dir := repositoryWithFinding(t)
	// A checksum database may not know the revision of golang.org/x/build that it needs.
	if out, code := run(dir, "GONOSUMDB=golang.org/x/build go install github.com/reviewdog/reviewdog/cmd/reviewdog@v0.20.3"); code != 0 {
		t.Fatal(out)
	}
	ran := 0
	for _, page := range []string{"../../README.md", "../../docs/adopt.md", "../../docs/ci.md", "../../docs/formats.md", "../../docs/scale.md"} {
		for _, command := range docsCommands(t, page) {
			if strings.Contains(command, " ./cmd/") || command == "go test ./..." || strings.HasPrefix(command, "integrationlint ") && !strings.Contains(command, "reviewdog") {
				continue // CI's own steps, and what TestDocsCommands runs
			}
			ran++
			// Nobody has a pull request here.
			here := strings.ReplaceAll(command, "-reporter=github-pr-review", "-reporter=local -filter-mode=nofilter")
			out, code := run(dir, here)
			if file := outFile.FindStringSubmatch(command); file != nil {
				text, err := os.ReadFile(filepath.Join(dir, file[1]))
				if err != nil {
					t.Error(err)
				}
				out += string(text)
			}
			setsUp := strings.HasPrefix(command, "go install ") || strings.HasPrefix(command, "go get ")
			if code > 1 && !strings.Contains(command, "xargs") || setsUp && code != 0 || !setsUp && !strings.Contains(out, "ReadHeaderTimeout") {
				t.Errorf("%s: %s: exit code %d\n%s", filepath.Base(page), here, code, out)
			}
		}
	}
	if ran < 12 {
		t.Errorf("only %d commands", ran)
	}
	write(t, filepath.Join(dir, "generate.go"), generateLine(t)+"package m\n")
	if out, code := run(dir, "go generate ./..."); code != 1 || !strings.Contains(out, "servertimeout") {
		t.Errorf("go generate: exit code %d\n%s", code, out)
	}
}

var outFile = regexp.MustCompile(` -out \w+=(\S+)`)

// generateLine returns the line for go generate that docs/ci.md shows.
func generateLine(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile("(?m)^//go:generate .*\n").FindString(string(text))
}

// TestNewcomer goes the newcomer's way: on a machine with Go and nothing else, the one command of the README shows what is wrong with a module.
func TestNewcomer(t *testing.T) {
	var first []string
	for _, command := range docsCommands(t, "../../README.md") {
		if strings.HasPrefix(command, "go run github.com/") {
			first = append(first, command)
		}
	}
	if len(first) != 1 {
		t.Fatalf("the README has %q as the one command", first)
	}
	home := t.TempDir()
	env := append(released(t), "HOME="+home, "GOCACHE="+filepath.Join(home, "cache"), "PATH="+filepath.Dir(goProgram(t))+":/usr/bin:/bin")
	cmd := exec.Command("sh", "-c", first[0])
	cmd.Dir, cmd.Env = moduleWithFinding(t), env
	if out, err := cmd.CombinedOutput(); exitCode(t, err) != 1 || !strings.Contains(string(out), "m.go:5:") {
		t.Errorf("exit code %d\n%s", exitCode(t, err), out)
	}
}

// released returns an environment with an empty module cache, and a module proxy that has this module, as it is now, in the version that the documents name.
func released(t *testing.T) []string {
	t.Helper()
	version := module.Version{Path: "github.com/integrationlint/integrationlint", Version: documentedVersion(t)}
	proxy, root := t.TempDir(), filepath.Join("..", "..")
	dir := filepath.Join(proxy, filepath.FromSlash(version.Path), "@v")
	gomod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "list"), version.Version+"\n")
	write(t, filepath.Join(dir, version.Version+".mod"), string(gomod))
	write(t, filepath.Join(dir, version.Version+".info"), `{"Version":"`+version.Version+`"}`)
	file, err := os.Create(filepath.Join(dir, version.Version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	if err := cmp.Or(zip.CreateFromDir(file, version, root), file.Close()); err != nil {
		t.Fatal(err)
	}
	path := t.TempDir()
	others := "file://" + filepath.ToSlash(filepath.Join(goEnv(t, "GOMODCACHE"), "cache", "download")) + "," + goEnv(t, "GOPROXY")
	return append(os.Environ(), "GOPROXY=file://"+filepath.ToSlash(proxy)+","+others, "GONOSUMDB="+version.Path, "GOFLAGS=-modcacherw", "GOWORK=off",
		"GOPATH="+path, "GOMODCACHE="+filepath.Join(path, "mod"), "GOBIN="+filepath.Join(path, "bin"), "PATH="+filepath.Join(path, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// documentedVersion returns the version that docs/ci.md tells people to use.
func documentedVersion(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`cmd/integrationlint@(v\S+)`).FindSubmatch(text)
	if m == nil {
		t.Fatal("docs/ci.md names no version")
	}
	return string(m[1])
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func goProgram(t *testing.T) string {
	t.Helper()
	program, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// TestPreCommitHook does what pre-commit does for a hook in Go: it installs the programs of the repository, and runs the hook's entry.
func TestPreCommitHook(t *testing.T) {
	var hooks []struct {
		ID, Entry, Language string
		PassFilenames       bool `yaml:"pass_filenames"`
	}
	readYAML(t, "../../.pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].Language != "golang" || hooks[0].PassFilenames {
		t.Fatalf("hooks %+v, want one in Go that takes no names of files", hooks)
	}
	bin := t.TempDir()
	install := exec.Command("go", "install", "./...")
	install.Dir, install.Env = filepath.Join("..", ".."), append(os.Environ(), "GOBIN="+bin)
	if out, err := install.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	programs, err := os.ReadDir(bin)
	if err != nil || len(programs) != 1 {
		t.Errorf("%d programs are installed (%v), want one", len(programs), err)
	}
	hook := exec.Command("sh", "-c", hooks[0].Entry)
	hook.Dir, hook.Env = moduleWithFinding(t), append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	if out, err := hook.CombinedOutput(); exitCode(t, err) != 1 || !strings.Contains(string(out), "servertimeout") {
		t.Errorf("exit code %d\n%s", exitCode(t, err), out)
	}
}
