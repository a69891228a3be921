// Package revision tells which lines of a git repository changed since one of its revisions.
package revision

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
)

// A Base is a commit that the work tree is compared with.
type Base struct {
	git    *git
	root   string // the top of the work tree, without symbolic links
	commit string // its hash
}

// Since returns the commit that a revision names, as gitrevisions(7) describes it, in the repository that dir belongs to. It
// is an error if there is no repository with a work tree, or no such commit in it.
func Since(ctx context.Context, dir, rev string) (*Base, error) {
	b, err := open(ctx, dir)
	if err == nil {
		b.commit, err = b.resolve(ctx, rev)
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// SinceMergeBase returns the last commit that HEAD has in common with a branch. Errors are those of [Since].
func SinceMergeBase(ctx context.Context, dir, branch string) (*Base, error) {
	b, err := Since(ctx, dir, branch)
	if err != nil {
		return nil, err
	}
	out, err := b.git.output(ctx, "merge-base", b.commit, "HEAD")
	if isNo(err) {
		return nil, fmt.Errorf("HEAD and %s have no commit in common here%s", branch, b.shallowHint(ctx))
	} else if err != nil {
		return nil, err
	}
	b.commit = strings.TrimSpace(out)
	return b, nil
}

func open(ctx context.Context, dir string) (*Base, error) {
	g, err := newGit(dir)
	if err != nil {
		return nil, err
	}
	out, err := g.output(ctx, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("%s is in no work tree of a git repository: %w", dir, err)
	}
	root := strings.TrimSuffix(strings.TrimSuffix(out, "\n"), "\r")
	return &Base{git: g, root: realPath(filepath.FromSlash(root))}, nil
}

// resolve returns the hash of the commit that a revision names.
func (b *Base) resolve(ctx context.Context, rev string) (string, error) {
	if rev == "" || strings.HasPrefix(rev, "-") {
		return "", fmt.Errorf("%q can't be a git revision", rev) // git would take it for an option
	}
	out, err := b.git.output(ctx, "rev-parse", "--verify", "--quiet", rev+"^{commit}")
	if isNo(err) {
		hint := b.shallowHint(ctx)
		if hint == "" {
			hint = "; git fetch may bring it"
		}
		return "", fmt.Errorf("there is no git revision %s here%s", rev, hint)
	}
	return strings.TrimSpace(out), err
}

// shallowHint says how to get more of the history, if the clone has only a part of it.
func (b *Base) shallowHint(ctx context.Context) string {
	out, err := b.git.output(ctx, "rev-parse", "--is-shallow-repository")
	if err != nil || strings.TrimSpace(out) != "true" {
		return ""
	}
	return ", for this clone is shallow: get more of the history with git fetch --deepen=100 or --unshallow;" +
		" in GitHub Actions, give actions/checkout fetch-depth: 0"
}

// Changes returns what changed since the commit. It compares with the files as they are now, whether they are committed, staged
// or not; files that git doesn't track and doesn't ignore are new.
func (b *Base) Changes(ctx context.Context) (*Changes, error) {
	// Unlike git diff, git diff-index doesn't look at what users configure.
	diff, err := b.git.output(ctx, "-c", "core.quotePath=false", "diff-index", "-p", "--unified=0", "--find-renames", "--no-color",
		"--no-ext-diff", "--no-textconv", "--ignore-submodules=all", b.commit, "--")
	if err != nil {
		return nil, err
	}
	changes, err := parseDiff(diff)
	if err != nil {
		return nil, fmt.Errorf("unexpected output of git diff-index: %w", err)
	}
	changes.root = b.root
	untracked, err := b.git.output(ctx, "ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/")
	if err != nil {
		return nil, err
	}
	for name := range strings.FieldsFuncSeq(untracked, func(c rune) bool { return c == 0 }) {
		changes.files[name] = &file{isNew: true}
	}
	return changes, nil
}

func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}
