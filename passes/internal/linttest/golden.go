package linttest

import (
	"cmp"
	"errors"
	"go/format"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	gocmp "github.com/google/go-cmp/cmp"
)

const goldenSuffix = ".golden"

// An edit replaces the bytes from start to end of a file by text.
type edit struct {
	start, end int
	text       string
}

// applyFixes returns the files that fixes change, formatted, by file name. Like
// the hosts it makes an edit that several fixes have in common once.
func applyFixes(t reporter, o *outcome) map[string][]byte {
	t.Helper()
	edits := make(map[string][]edit)
	for _, f := range o.findings {
		for _, fix := range f.SuggestedFixes {
			if !o.isSound(f, fix) {
				continue // checkFinding has said so
			}
			file := o.fset.File(f.Pos)
			for _, e := range fix.TextEdits {
				this := edit{file.Offset(e.Pos), file.Offset(cmp.Or(e.End, e.Pos)), string(e.NewText)}
				if !slices.Contains(edits[file.Name()], this) {
					edits[file.Name()] = append(edits[file.Name()], this)
				}
			}
		}
	}
	fixed := make(map[string][]byte)
	for _, name := range slices.Sorted(maps.Keys(edits)) {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		out, err := applyEdits(src, edits[name])
		if err != nil {
			t.Errorf("%s: the fixes can not be applied: %v", o.relative(name), err)
			continue
		}
		fixed[name] = out
	}
	return fixed
}

// applyEdits makes the edits and formats the outcome.
func applyEdits(src []byte, edits []edit) ([]byte, error) {
	slices.SortStableFunc(edits, func(x, y edit) int {
		return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(x.end, y.end))
	})
	var out []byte
	done := 0
	for _, e := range edits {
		if e.start < done {
			return nil, errors.New("they overlap")
		}
		out = append(out, src[done:e.start]...)
		out = append(out, e.text...)
		done = e.end
	}
	return format.Source(append(out, src[done:]...))
}

// checkGolden compares the fixed files with the golden files, or writes the
// golden files if the flag says so.
func checkGolden(t reporter, o *outcome, fixed map[string][]byte) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(fixed)) {
		golden := name + goldenSuffix
		if *update {
			if err := os.WriteFile(golden, fixed[name], 0o666); err != nil {
				t.Errorf("%v", err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: a file with fixes, but no file %s (-linttest.update writes it)", o.relative(name), filepath.Base(golden))
			continue
		}
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		if diff := gocmp.Diff(string(want), string(fixed[name])); diff != "" {
			t.Errorf("%s: not what the fixes make (-golden +fixed):\n%s", o.relative(golden), diff)
		}
	}
	for _, golden := range goldenFiles(o) {
		if _, ok := fixed[strings.TrimSuffix(golden, goldenSuffix)]; !ok {
			t.Errorf("%s: the file that it belongs to has no fix", o.relative(golden))
		}
	}
}

// goldenFiles returns the golden files in the directories of the packages.
func goldenFiles(o *outcome) []string {
	dirs := make(map[string]bool)
	for name := range o.files {
		dirs[filepath.Dir(name)] = true
	}
	var all []string
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		found, _ := filepath.Glob(filepath.Join(dir, "*"+goldenSuffix)) // the pattern is well-formed
		all = append(all, found...)
	}
	return all
}
