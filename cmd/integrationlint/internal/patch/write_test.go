package patch

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// files writes files with the content "old" and returns a change of each.
func files(t *testing.T, names ...string) []Change {
	t.Helper()
	dir := t.TempDir()
	var changes []Change
	for _, name := range names {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte("old"), 0o640); err != nil {
			t.Fatal(err)
		}
		changes = append(changes, Change{File: file, Old: []byte("old"), New: []byte("new")})
	}
	return changes
}

// check checks the content of all files, and that nothing else lies beside them.
func check(t *testing.T, changes []Change, want string) {
	t.Helper()
	for _, c := range changes {
		if got, err := os.ReadFile(c.File); err != nil || string(got) != want {
			t.Errorf("%s holds %q (%v), want %q", c.File, got, err, want)
		}
	}
	entries, err := os.ReadDir(filepath.Dir(changes[0].File))
	if err != nil || len(entries) != len(changes) {
		t.Errorf("the directory holds %v (%v)", entries, err)
	}
}

func TestWrite(t *testing.T) {
	changes := files(t, "a.go", "b.go")
	if err := Write(changes); err != nil {
		t.Fatal(err)
	}
	check(t, changes, "new")
	if info, err := os.Stat(changes[0].File); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("mode is now %v (%v)", info.Mode(), err)
	}
}

func TestWriteNothing(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*Change) error
		want  string
	}{
		{"read-only", func(c *Change) error { return os.Chmod(c.File, 0o440) }, "the file is read-only"},
		{"changed", func(c *Change) error { c.Old = []byte("other"); return nil }, "the file changed meanwhile"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changes := files(t, "a.go", "b.go")
			if err := test.spoil(&changes[1]); err != nil {
				t.Fatal(err)
			}
			err := Write(changes)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "b.go") {
				t.Errorf("error is %v", err)
			}
			check(t, changes, "old")
		})
	}
	t.Run("gone", func(t *testing.T) {
		changes := files(t, "a.go")
		gone := Change{File: filepath.Join(t.TempDir(), "gone.go"), New: []byte("new")}
		if err := Write(append(changes, gone)); err == nil {
			t.Error("no error for a file that isn't there")
		}
		check(t, changes, "old")
	})
}

func TestWriteThroughLink(t *testing.T) {
	changes := files(t, "a.go")
	link := filepath.Join(t.TempDir(), "link.go")
	if err := os.Symlink(changes[0].File, link); err != nil {
		t.Skip(err)
	}
	if err := Write([]Change{{File: link, Old: []byte("old"), New: []byte("new")}}); err != nil {
		t.Fatal(err)
	}
	check(t, changes, "new")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v (%v)", info.Mode(), err)
	}
}
