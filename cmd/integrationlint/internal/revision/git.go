package revision

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A git runs the git command in a directory.
type git struct {
	path, dir string
	env       []string
}

func newGit(dir string) (*git, error) {
	path, err := exec.LookPath("git")
	if err != nil {
		return nil, errors.New("there is no git command in PATH, which tells the lines that changed")
	}
	return &git{path, dir, environment(dir, os.Environ())}, nil
}

// environment returns the environment for git in a directory.
//
// Git sets GIT_DIR and GIT_INDEX_FILE for its hooks, and takes the current directory for the top of the work tree then: so they
// would mislead it below the top, or in another repository. Where there is a work tree around the directory, git finds all by itself.
// Whoever keeps a repository apart from its files sets GIT_WORK_TREE too, or has no .git there.
func environment(dir string, env []string) []string {
	value := func(name string) (set bool) {
		return slices.ContainsFunc(env, func(v string) bool { return strings.HasPrefix(v, name+"=") })
	}
	if _, ok := WorkTree(dir); !ok || !value("GIT_DIR") || value("GIT_WORK_TREE") {
		return env
	}
	return slices.DeleteFunc(slices.Clone(env), func(v string) bool {
		return strings.HasPrefix(v, "GIT_DIR=") || strings.HasPrefix(v, "GIT_INDEX_FILE=")
	})
}

// WorkTree returns the nearest directory upwards that holds .git; ok is false if there is none.
func WorkTree(dir string) (top string, ok bool) {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return at, true
		}
		if at == filepath.Dir(at) {
			return "", false
		}
	}
}

// output returns what git prints. An error holds the first line that git writes of it.
func (g *git) output(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, g.path, args...)
	cmd.Dir, cmd.Env = g.dir, g.env
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return "", &gitError{first, err}
	}
	return stdout.String(), nil
}

// A gitError is a failure of git.
type gitError struct {
	text string // what git says of it, or ""
	err  error
}

func (e *gitError) Error() string {
	if e.text == "" {
		return fmt.Sprintf("git: %v", e.err)
	}
	return "git: " + e.text
}

func (e *gitError) Unwrap() error { return e.err }

// isNo reports whether git's answer is that there is no such thing.
func isNo(err error) bool {
	exit, ok := errors.AsType[*exec.ExitError](err)
	return ok && exit.ExitCode() == 1
}
