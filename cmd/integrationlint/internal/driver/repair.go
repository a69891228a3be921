package driver

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/output"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/patch"
)

// repair applies the fixes that keep everything compiling and remove their findings, or prints them as
// a diff. It returns the analysis of what is there afterwards.
func (d *driver) repair(ctx context.Context, a *result) (*result, error) {
	r := &repairer{driver: d, before: a}
	fixes, err := r.keep(ctx, nil, r.mergeable(a.fixable()))
	if err != nil {
		return nil, err
	}
	changes, err := r.changes(fixes)
	if err != nil {
		return nil, err
	}
	if d.diff {
		for _, c := range changes {
			if _, err := os.Stdout.WriteString(c.Diff(finding.Relative(d.cwd, c.File))); err != nil {
				return nil, fmt.Errorf("can't write standard output: %w", err)
			}
		}
		if len(a.shown)+len(a.hidden) > 0 {
			fmt.Fprintf(d.stderr, "%s; %d can be fixed\n", output.Summary(a.shown, a.hidden), len(fixes))
		}
		return a, nil
	}
	if len(changes) == 0 {
		return a, nil
	}
	if err := patch.Write(changes); err != nil {
		return nil, err
	}
	fmt.Fprintf(d.stderr, "fixed %s in %s\n", output.Plural(len(fixes), "finding"), output.Plural(len(changes), "file"))
	return d.analyze(ctx)
}

// fixable returns the findings that are shown and have a fix in the sources of a main module. Vendored packages,
// other modules and the standard library are somebody else's.
func (a *result) fixable() []finding.Finding {
	return finding.Select(a.shown, func(f *finding.Finding) bool {
		p, ok := a.packages[f.Package]
		if !ok {
			p = a.packages[strings.TrimSuffix(f.Package, "_test")]
		}
		ours := !p.Standard && (p.Module == nil || p.Module.Main)
		return f.Fix != nil && ours && filepath.Dir(f.Start.File) == p.Dir
	})
}

// A repairer finds out which fixes can be applied together.
type repairer struct {
	*driver
	before *result
}

func fixesOf(fs []finding.Finding) []finding.Fix {
	var fixes []finding.Fix
	for _, f := range fs {
		fixes = append(fixes, *f.Fix)
	}
	return fixes
}

// mergeable returns the findings without those whose fix touches what another one edits.
func (r *repairer) mergeable(fs []finding.Finding) []finding.Finding {
	_, conflicts := patch.Merge(fixesOf(fs))
	for _, i := range conflicts {
		r.warn("the fix of %s overlaps another one; run -fix again for it", r.findingName(fs[i]))
	}
	var rest []finding.Finding
	for i, f := range fs {
		if !slices.Contains(conflicts, i) {
			rest = append(rest, f)
		}
	}
	return rest
}

// A badFixError says why fixes can't be applied.
type badFixError struct{ reason string }

func (e *badFixError) Error() string { return e.reason }

// keep returns kept and, of try, the findings whose fixes pass the check together with
// them. It halves what fails until it has found each bad fix, and names those.
func (r *repairer) keep(ctx context.Context, kept, try []finding.Finding) ([]finding.Finding, error) {
	if len(try) == 0 {
		return kept, nil
	}
	all := slices.Concat(kept, try)
	err := r.check(ctx, all)
	bad, isBad := errors.AsType[*badFixError](err)
	switch {
	case err == nil:
		return all, nil
	case !isBad:
		return nil, err
	case len(try) == 1:
		r.warn("the fix of %s was dropped: %s", r.findingName(try[0]), bad.reason)
		return kept, nil
	}
	half := len(try) / 2
	if kept, err = r.keep(ctx, kept, try[:half]); err != nil {
		return nil, err
	}
	return r.keep(ctx, kept, try[half:])
}

// changes returns the files that the fixes change, by name.
func (r *repairer) changes(fs []finding.Finding) ([]patch.Change, error) {
	edits, _ := patch.Merge(fixesOf(fs))
	var changes []patch.Change
	for _, file := range slices.Sorted(maps.Keys(edits)) {
		old, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		text, err := patch.Apply(old, edits[file])
		if err != nil {
			return nil, &badFixError{oneLine(err.Error())}
		}
		if !bytes.Equal(old, text) {
			changes = append(changes, patch.Change{File: file, Old: old, New: text})
		}
	}
	return changes, nil
}

// check analyses the packages as they would be with the fixes. It returns a badFixError if something
// doesn't compile any more, or if one of the findings is still there.
func (r *repairer) check(ctx context.Context, fs []finding.Finding) error {
	changes, err := r.changes(fs)
	if err != nil {
		return err
	}
	o, err := newOverlay(changes)
	if err != nil {
		return err
	}
	defer o.remove()
	run, err := r.goc.vet(ctx, o.file, r.before.patterns, func() {})
	if err != nil {
		return err
	}
	after := &result{packages: r.before.packages}
	after.take(run)
	for path, text := range after.failed {
		if _, ok := r.before.failed[path]; !ok {
			return &badFixError{fmt.Sprintf("package %s would not compile: %s", path, oneLine(o.restoreText(text)))}
		}
	}
	for _, text := range run.failures {
		if !slices.Contains(r.before.errors, text) {
			return &badFixError{oneLine(text)}
		}
	}
	after.findings = r.refine(o.restore(run.findings), after)
	for _, c := range changes {
		if err := checkGone(c, r.before.findings, fs, after.findings); err != nil {
			return err
		}
	}
	return nil
}

// checkGone returns a badFixError if one of the fixed findings of a changed file is still among those after the
// change. Others of the same rule may stand in the same lines; so it counts.
func checkGone(c patch.Change, before, fixed, after []finding.Finding) error {
	lines := c.LineMap()
	for _, f := range fixed {
		if f.Start.File != c.File {
			continue
		}
		first, last := lines.First(f.Start.Line), lines.Last(max(f.Start.Line, f.End.Line))
		count := func(fs []finding.Finding, now func(line int) int) int {
			return len(finding.Select(fs, func(g *finding.Finding) bool {
				line := now(g.Start.Line)
				return g.Rule == f.Rule && g.Start.File == c.File && first <= line && line <= last
			}))
		}
		same := func(line int) int { return line }
		if count(after, same) > count(before, lines.First)-count(fixed, lines.First) {
			return &badFixError{"the finding would still be there"}
		}
	}
	return nil
}

// An overlay replaces files for the go command.
type overlay struct {
	dir, file string
	originals map[string]string // path below dir -> file
}

// newOverlay writes the new contents to a temporary directory. The caller removes it.
func newOverlay(changes []patch.Change) (*overlay, error) {
	dir, err := os.MkdirTemp("", "integrationlint-check-")
	if err != nil {
		return nil, err
	}
	o := &overlay{dir: dir, file: filepath.Join(dir, "overlay.json"), originals: map[string]string{}}
	if err := o.write(changes); err != nil {
		o.remove()
		return nil, err
	}
	return o, nil
}

func (o *overlay) remove() { os.RemoveAll(o.dir) }

func (o *overlay) write(changes []patch.Change) error {
	replace := map[string]string{}
	for _, c := range changes {
		// The base name stays, since it tells tests and build constraints.
		sum := sha256.Sum256([]byte(c.File))
		id := hex.EncodeToString(sum[:8])
		name := filepath.Base(c.File)
		temp := filepath.Join(o.dir, id, name)
		// Go vet caches what it prints by content, with the file names of this run. The comment keeps
		// these names out of runs on the real file.
		text := fmt.Appendf(slices.Clone(c.New), "\n// checked as %s\n", c.File)
		if err := os.Mkdir(filepath.Dir(temp), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(temp, text, 0o644); err != nil {
			return err
		}
		replace[c.File] = temp
		o.originals[id+"/"+name] = c.File
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(o.file, data, 0o644)
}

// overlaid matches the name of a file of an overlay, of this run or, from the cache, of another one.
var overlaid = regexp.MustCompile(`[^\s:]*integrationlint-check-\d+[/\\]([0-9a-f]{16})[/\\]([^\s:/\\]+)`)

// restoreText puts the real file names into a text of the go command.
func (o *overlay) restoreText(text string) string {
	return overlaid.ReplaceAllStringFunc(text, func(name string) string {
		m := overlaid.FindStringSubmatch(name)
		return cmp.Or(o.originals[m[1]+"/"+m[2]], name)
	})
}

// restore returns the findings with the real file names.
func (o *overlay) restore(fs []finding.Finding) []finding.Finding {
	restored := slices.Clone(fs)
	for i := range restored {
		f := &restored[i]
		f.Start.File, f.End.File = o.restoreText(f.Start.File), o.restoreText(f.End.File)
		f.Fix = nil // its offsets are of the changed file
	}
	return restored
}
