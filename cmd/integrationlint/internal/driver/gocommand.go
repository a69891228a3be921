package driver

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// minGo is the oldest go command whose vet protocol integrationlint speaks: older ones don't print
// the diagnostics on standard output.
const minGo = "go1.26"

// A goCommand runs the go command.
type goCommand struct {
	path string
	// dir is the absolute directory in which it runs.
	dir  string
	tags string
	// tool is the path of integrationlint itself, and toolFlags are the flags of its analyzers.
	tool      string
	toolFlags []string
	// log is told of each command line.
	log func(format string, args ...any)
}

// run runs the go command with standard output going to stdout, and returns what it wrote to
// standard error. An exit code other than 0 is an error of type *exec.ExitError.
func (g *goCommand) run(ctx context.Context, stdout io.Writer, args ...string) (stderr string, err error) {
	start := time.Now()
	cmd := exec.CommandContext(ctx, g.path, args...)
	var buf bytes.Buffer
	cmd.Dir = g.dir
	cmd.Stdout, cmd.Stderr = stdout, &buf
	// The go command cleans its work directory up when it is interrupted.
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	err = cmd.Run()
	g.log("go %s (%.1fs)", strings.Join(args, " "), time.Since(start).Seconds())
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return withoutDownloads(buf.String()), err
}

// withoutDownloads drops the lines that tell of modules being fetched, which the go command writes between its messages.
func withoutDownloads(stderr string) string {
	var kept strings.Builder
	for line := range strings.Lines(stderr) {
		if !strings.HasPrefix(line, "go: downloading ") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// findGo returns the go command that is in PATH.
func findGo() (string, error) {
	path, err := exec.LookPath("go")
	if err != nil {
		return "", errors.New("there is no go command in PATH; install Go (https://go.dev/dl) or add its bin directory to PATH")
	}
	return path, nil
}

// A goEnv is a part of the go command's environment.
type goEnv struct{ GOVERSION, GOMOD, GOWORK, GOFLAGS string }

// env returns the go command's environment.
func (g *goCommand) env(ctx context.Context) (*goEnv, error) {
	var out bytes.Buffer
	if stderr, err := g.run(ctx, &out, "env", "-json", "GOVERSION", "GOMOD", "GOWORK", "GOFLAGS"); err != nil {
		return nil, goError("go env", stderr, err)
	}
	env := &goEnv{}
	if err := json.Unmarshal(out.Bytes(), env); err != nil {
		return nil, fmt.Errorf("unexpected output of go env: %w", err)
	}
	return env, nil
}

// check returns an error if the go command is too old, or if there is no module to find packages in.
func (env *goEnv) check(patterns []string) error {
	if version.IsValid(env.GOVERSION) && version.Compare(env.GOVERSION, minGo) < 0 {
		return fmt.Errorf("the go command is %s; integrationlint needs %s or later", env.GOVERSION, minGo)
	}
	if env.GOWORK != "" || env.GOMOD != "" && env.GOMOD != os.DevNull {
		return nil
	}
	if slices.ContainsFunc(patterns, isLocal) {
		return errors.New("there is no go.mod here or in a directory above; run in a module, use -C DIR, or make one with go mod init")
	}
	return nil
}

// isPlain reports whether patterns mean what they say: there is no workspace, and GOFLAGS holds nothing that
// changes which files and directories belong to a package.
func (env *goEnv) isPlain() bool {
	harmless := []string{"buildvcs", "mod", "trimpath"}
	for f := range strings.FieldsSeq(env.GOFLAGS) {
		name, _, _ := strings.Cut(strings.TrimLeft(f, "-"), "=")
		if !slices.Contains(harmless, name) {
			return false
		}
	}
	return env.GOWORK == ""
}

// isLocal reports whether the pattern names directories, which must lie in a module.
func isLocal(pattern string) bool {
	return !strings.HasSuffix(pattern, ".go") &&
		(strings.HasPrefix(pattern, ".") || strings.HasPrefix(pattern, "/"))
}

// goError returns an error of one line from what the go command printed.
func goError(what, stderr string, err error) error {
	if text := oneLine(stderr); text != "" {
		return fmt.Errorf("%s: %s", what, text)
	}
	return fmt.Errorf("%s: %w", what, err)
}

// oneLine joins the lines of a message, which the go command breaks for its hints.
func oneLine(text string) string {
	return strings.Join(strings.Fields(text), " ")
}

// A goPackage is a package as go list describes it.
type goPackage struct {
	ImportPath   string
	Dir          string
	Standard     bool
	Module       *struct{ Main bool }
	TestGoFiles  []string
	XTestGoFiles []string
	Error        *goListError
	DepsErrors   []*goListError
}

type goListError struct {
	Pos, Err string
}

// String returns the error in one line, with its position.
func (e *goListError) String() string {
	if e.Pos == "" {
		return oneLine(e.Err)
	}
	return e.Pos + ": " + oneLine(e.Err)
}

// list returns the packages that the patterns name. Without imports it doesn't find errors
// of dependencies, but takes a tenth of the time.
func (g *goCommand) list(ctx context.Context, imports bool, patterns []string) ([]goPackage, error) {
	args := []string{"list", "-e", "-json=ImportPath,Dir,Standard,Module,TestGoFiles,XTestGoFiles,Error,DepsErrors"}
	if !imports {
		args = append(args, "-find")
	}
	if g.tags != "" {
		args = append(args, "-tags="+g.tags)
	}
	var out bytes.Buffer
	if stderr, err := g.run(ctx, &out, append(args, patterns...)...); err != nil {
		return nil, goError("go list", stderr, err)
	}
	var pkgs []goPackage
	for dec := json.NewDecoder(&out); ; {
		var p goPackage
		if err := dec.Decode(&p); err == io.EOF {
			return pkgs, nil
		} else if err != nil {
			return nil, fmt.Errorf("unexpected output of go list: %w", err)
		}
		pkgs = append(pkgs, p)
	}
}

// A vetRun is what go vet printed.
type vetRun struct {
	*stream
	stderr string
	failed bool // the exit code wasn't 0
}

// cannotLoad reports whether the go command stopped before it analysed anything. A package that is loaded but
// doesn't compile has a header.
func (r *vetRun) cannotLoad() bool {
	return r.failed && r.units == 0 && !strings.Contains(r.stderr, "# ")
}

// vet analyses packages. Files that overlay, a file as go build -overlay takes it, names are
// replaced. each is called after every package.
func (g *goCommand) vet(ctx context.Context, overlay string, patterns []string, each func()) (*vetRun, error) {
	// The cached output holds absolute file names; with -trimpath, which GOFLAGS may
	// say, it would be shared by checkouts in different directories.
	args := []string{"vet", "-trimpath=false"}
	if g.tags != "" {
		args = append(args, "-tags="+g.tags)
	}
	if overlay != "" {
		args = append(args, "-overlay="+overlay)
	}
	args = append(args, "-vettool="+g.tool)
	args = append(args, g.toolFlags...)
	// The flags are part of the cache's key, in their order. Plain go vet puts -json last as
	// well, so both share the cache.
	args = append(append(args, "-json"), patterns...)

	pr, pw := io.Pipe()
	type decoded struct {
		s   *stream
		err error
	}
	done := make(chan decoded)
	go func() {
		s, err := decodeStream(pr, each)
		io.Copy(io.Discard, pr) // let go vet finish after bad output
		done <- decoded{s, err}
	}()
	stderr, err := g.run(ctx, pw, args...)
	pw.Close()
	d := <-done
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		return nil, fmt.Errorf("go vet: %w", err)
	}
	return &vetRun{stream: d.s, stderr: stderr, failed: err != nil}, d.err
}
