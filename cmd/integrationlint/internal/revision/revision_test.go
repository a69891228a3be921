package revision

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A repo is a git repository for a test.
type repo struct {
	*testing.T
	dir string
}

func newRepo(t *testing.T) repo {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	for _, name := range []string{"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"} {
		if value, ok := os.LookupEnv(name); ok {
			os.Unsetenv(name) // the tests may run in a hook
			t.Cleanup(func() { os.Setenv(name, value) })
		}
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull) // whoever runs the tests may sign commits
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	r := repo{t, t.TempDir()}
	r.git("init", "-q", "-b", "main")
	r.git("config", "user.name", "Tester")
	r.git("config", "user.email", "tester@example.com")
	return r
}

func (r repo) git(args ...string) {
	r.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		r.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func (r repo) write(name string, lines ...string) {
	r.Helper()
	name = filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		r.Fatal(err)
	}
}

func (r repo) commit() {
	r.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "change")
}

// changed returns those of the first 9 lines of a file that changed since HEAD, as seen from dir.
func (r repo) changed(dir, name string) []int {
	r.Helper()
	base, err := Since(r.Context(), filepath.Join(r.dir, dir), "HEAD")
	if err != nil {
		r.Fatal(err)
	}
	c, err := base.Changes(r.Context())
	if err != nil {
		r.Fatal(err)
	}
	var lines []int
	for line := range 9 {
		if c.Contains(filepath.Join(r.dir, filepath.FromSlash(name)), line+1) {
			lines = append(lines, line+1)
		}
	}
	return lines
}

func (r repo) check(dir, name string, want ...int) {
	r.Helper()
	if got := r.changed(dir, name); !slices.Equal(got, want) {
		r.Errorf("of %s lines %v changed, want %v", name, got, want)
	}
}

var (
	all = []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
	abc = []string{"a", "b", "c", "d", "e", "f"}
)

func TestChanges(t *testing.T) {
	r := newRepo(t)
	for _, name := range []string{"plain.go", "staged.go", "moved.go", "gone.go", "sub/sp ace.go", "sub/größe \"x\"\t.go", "hidden.go", "same.go"} {
		r.write(name, append(abc, name)...)
	}
	r.write(".gitattributes", "hidden.go -diff")
	r.write(".gitignore", "ignored.go")
	r.commit()
	changed := []string{"a", "B", "new", "c", "e", "f"}
	for _, name := range []string{"plain.go", "staged.go", "sub/sp ace.go", "sub/größe \"x\"\t.go", "hidden.go"} {
		r.write(name, append(changed, name)...)
	}
	r.git("add", "staged.go")
	r.git("mv", "moved.go", "sub/there.go")
	r.write("sub/there.go", append(abc, "moved.go", "new")...)
	r.git("rm", "-q", "gone.go")
	r.write("untracked.go", abc...)
	r.write("intended.go", "unlike", "what", "is", "gone")
	r.git("add", "-N", "intended.go")
	r.write("ignored.go", abc...)
	for _, dir := range []string{".", "sub"} {
		r.check(dir, "plain.go", 2, 3)
		r.check(dir, "staged.go", 2, 3)
		r.check(dir, "sub/sp ace.go", 2, 3)
		r.check(dir, "sub/größe \"x\"\t.go", 2, 3)
		r.check(dir, "sub/there.go", 8)
		r.check(dir, "untracked.go", all...)
		r.check(dir, "intended.go", all...)
		r.check(dir, "hidden.go", all...)
		r.check(dir, "same.go")
		r.check(dir, "gone.go")
		r.check(dir, "ignored.go")
	}
}

// What users configure for themselves makes no difference.
func TestChangesWithConfiguration(t *testing.T) {
	r := newRepo(t)
	r.write("sub/a.go", abc...)
	r.commit()
	r.write("sub/a.go", "a", "b", "C", "d", "E", "f")
	for _, set := range [][2]string{
		{"diff.noprefix", "true"}, {"diff.mnemonicPrefix", "true"}, {"diff.relative", "true"}, {"diff.external", "false"},
		{"diff.context", "5"}, {"diff.interHunkContext", "9"}, {"color.ui", "always"}, {"core.quotePath", "true"},
	} {
		r.git("config", set[0], set[1])
	}
	r.check("sub", "sub/a.go", 3, 5)
}

func TestChangesWithSubmodule(t *testing.T) {
	inner, r := newRepo(t), newRepo(t)
	inner.write("a.go", abc...)
	inner.commit()
	r.write("a.go", abc...)
	r.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.dir, "inner")
	r.commit()
	r.write("inner/a.go", "x")
	r.write("inner/b.go", "x")
	r.check(".", "inner/a.go")
	r.check(".", "inner/b.go")
	// From within it is a repository of its own.
	r.check("inner", "inner/a.go", 1)
	r.check("inner", "inner/b.go", all...)
}

func TestChangesThroughSymbolicLink(t *testing.T) {
	r := newRepo(t)
	r.write("sub/a.go", abc...)
	r.commit()
	r.write("sub/a.go", append(abc, "new")...)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(r.dir, "sub"), link); err != nil {
		t.Skip(err)
	}
	r.dir = link
	r.check(".", "a.go", 7)
}

func TestSinceMergeBase(t *testing.T) {
	r := newRepo(t)
	r.write("a.go", abc...)
	r.commit()
	r.git("switch", "-q", "-c", "feature")
	r.write("b.go", abc...)
	r.commit()
	r.git("switch", "-q", "main")
	r.write("a.go", "x")
	r.commit()
	r.git("switch", "-q", "feature")
	base, err := SinceMergeBase(t.Context(), r.dir, "main")
	if err != nil {
		t.Fatal(err)
	}
	c, err := base.Changes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if c.Contains(filepath.Join(r.dir, "a.go"), 1) {
		t.Error("what main changed counts as changed")
	}
	if !c.Contains(filepath.Join(r.dir, "b.go"), 1) {
		t.Error("what the branch added doesn't count")
	}
}

func TestErrors(t *testing.T) {
	r := newRepo(t)
	r.write("a.go", "a")
	r.commit()
	r.write("a.go", "b")
	r.commit()
	r.git("switch", "-q", "--orphan", "apart")
	r.write("b.go", "b")
	r.commit()
	bare, shallow := t.TempDir(), filepath.Join(t.TempDir(), "shallow")
	r.git("init", "-q", "--bare", bare)
	r.git("clone", "-q", "--depth", "1", "--branch", "main", "file://"+filepath.ToSlash(r.dir), shallow)
	tests := []struct {
		name, dir, rev string
		mergeBase      bool
		want           string
	}{
		{"no revision", r.dir, "nowhere", false, "there is no git revision nowhere here; git fetch may bring it"},
		{"no branch", r.dir, "origin/main", true, "there is no git revision origin/main here; git fetch may bring it"},
		{"empty", r.dir, "", false, `"" can't be a git revision`},
		{"option", r.dir, "--all", false, `"--all" can't be a git revision`},
		{"no common commit", r.dir, "main", true, "HEAD and main have no commit in common here"},
		{"no repository", t.TempDir(), "HEAD", false, "is in no work tree of a git repository: git: fatal: "},
		{"no work tree", bare, "HEAD", false, "is in no work tree of a git repository: git: fatal: "},
		{"shallow", shallow, "HEAD^", false, "there is no git revision HEAD^ here, for this clone is shallow: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			since := Since
			if test.mergeBase {
				since = SinceMergeBase
			}
			_, err := since(t.Context(), test.dir, test.rev)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %s", err, test.want)
			}
		})
	}
}

func TestNoGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Since(t.Context(), t.TempDir(), "HEAD"); err == nil || !strings.Contains(err.Error(), "no git command in PATH") {
		t.Errorf("error %v", err)
	}
}

func TestEnvironment(t *testing.T) {
	inside, outside := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Join(inside, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ dir, env, want string }{
		{inside, "A=1 GIT_DIR=.git GIT_INDEX_FILE=.git/index B=2", "A=1 B=2"},
		{inside, "GIT_DIR=x GIT_WORK_TREE=y GIT_INDEX_FILE=z", "GIT_DIR=x GIT_WORK_TREE=y GIT_INDEX_FILE=z"},
		{inside, "GIT_INDEX_FILE=z", "GIT_INDEX_FILE=z"},
		{outside, "GIT_DIR=x GIT_INDEX_FILE=z", "GIT_DIR=x GIT_INDEX_FILE=z"},
	}
	for _, test := range tests {
		got := environment(test.dir, strings.Fields(test.env))
		if diff := cmp.Diff(strings.Fields(test.want), got); diff != "" {
			t.Errorf("%s: %s", test.env, diff)
		}
	}
}

// A repository that is kept apart from its files: git is told by GIT_DIR, and takes the directory for the top.
func TestGitDir(t *testing.T) {
	r := newRepo(t)
	r.write("a.go", abc...)
	r.commit()
	apart := filepath.Join(t.TempDir(), "apart.git")
	if err := os.Rename(filepath.Join(r.dir, ".git"), apart); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GIT_DIR", apart)
	r.write("a.go", append(abc, "new")...)
	r.check(".", "a.go", 7)
}
