package driver

import (
	"context"
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"slices"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/baseline"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/output"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/revision"
)

// A hider is what hides findings that are not new.
type hider struct {
	// baseline is nil where there is none.
	baseline *baseline.Baseline
	// base is nil where all lines count, whether they are new or not.
	base *revision.Base
}

// openHider reads the baseline, and looks for the revision that new code is compared with, before
// the work begins.
func (d *driver) openHider(ctx context.Context) (err error) {
	if file := d.cfg.Baseline; file != "" {
		if d.hider.baseline, err = baseline.Read(file); err != nil {
			return fmt.Errorf("can't read the baseline: %w; -write-baseline %s makes one", err, finding.Relative(d.cwd, file))
		}
	}
	switch {
	case d.newFromRev != "":
		d.hider.base, err = revision.Since(ctx, d.cwd, d.newFromRev)
	case d.newFromMergeBase != "":
		d.hider.base, err = revision.SinceMergeBase(ctx, d.cwd, d.newFromMergeBase)
	}
	if err != nil {
		return fmt.Errorf("can't tell what is new: %w", err)
	}
	return nil
}

// hide sets which findings are shown.
func (d *driver) hide(ctx context.Context, a *result) error {
	a.shown, a.hidden = a.findings, nil
	if d.hider.baseline != nil {
		var shown []finding.Finding
		shown, a.unused = d.hider.baseline.Filter(a.shown, d.baselineRoot(), os.ReadFile)
		a.show(shown, "the baseline")
	}
	if d.hider.base != nil {
		changes, err := d.hider.base.Changes(ctx)
		if err != nil {
			return fmt.Errorf("can't tell what is new: %w", err)
		}
		by := "-new-from-rev " + d.newFromRev
		if d.newFromMergeBase != "" {
			by = "-new-from-merge-base " + d.newFromMergeBase
		}
		a.show(finding.Select(a.shown, func(f *finding.Finding) bool { return isNew(f, changes) }), by)
	}
	return nil
}

// show lets only a part of the findings be shown.
func (a *result) show(part []finding.Finding, hiddenBy string) {
	if n := len(a.shown) - len(part); n > 0 {
		a.hidden = append(a.hidden, output.Hidden{Count: n, By: hiddenBy})
	}
	a.shown = part
}

// isNew reports whether the finding, or a place that explains it, is in a changed line.
func isNew(f *finding.Finding, changes *revision.Changes) bool {
	return changes.Contains(f.Start.File, f.Start.Line) || slices.ContainsFunc(f.Related, func(r finding.Related) bool {
		return changes.Contains(r.Start.File, r.Start.Line)
	})
}

// baselineRoot returns the directory that the paths in the baseline are relative to: that of the repository, whichever directory
// the command runs in, or where there is none, that of the file.
func (d *driver) baselineRoot() string {
	file := d.cfg.Baseline
	if d.writeBaseline != "" {
		file = config.Join(d.cwd, d.writeBaseline)
	}
	return d.root(filepath.Dir(file))
}

// recordBaseline writes all findings as a baseline, which hides them from then on. Where something could not be analysed there
// may be more than were found, so nothing is written.
func (d *driver) recordBaseline(ctx context.Context, a *result) error {
	if len(a.errors) > 0 {
		d.warn("the baseline was not written, since not all was analysed")
		return nil
	}
	b := baseline.New(a.findings, d.baselineRoot(), os.ReadFile)
	b.Tests = d.cfg.Tests
	data, err := b.Marshal()
	if err == nil {
		err = os.WriteFile(config.Join(d.cwd, d.writeBaseline), data, 0o644)
	}
	if err != nil {
		return fmt.Errorf("can't write the baseline: %w", err)
	}
	d.hider.baseline = b
	return d.hide(ctx, a)
}

// noteUnused tells of what the baseline holds although it isn't found any more. What this run would not have found isn't meant.
func (d *driver) noteUnused(a *result) {
	if len(a.errors) > 0 || d.hider.baseline == nil || d.hider.baseline.Tests && !d.cfg.Tests {
		return
	}
	n, lines := 0, ""
	for _, e := range a.unused {
		if d.cfg.Enabled(e.Rule) && d.looksAt(a, e) {
			n += e.Count
			lines += "\n  " + e.String()
		}
	}
	if n > 0 {
		d.warn("note: the baseline holds %s too many; -write-baseline drops what is gone:%s", output.Plural(n, "finding"), lines)
	}
}

// looksAt reports whether the run would find what an entry of the baseline stands for, if it were there.
func (d *driver) looksAt(a *result, e baseline.Entry) bool {
	dir, base := filepath.Split(config.Join(d.baselineRoot(), e.File))
	dir = filepath.Clean(dir)
	if _, err := os.Stat(dir); err != nil {
		return true // it can't be there
	}
	ctxt := build.Default
	ctxt.BuildTags = words(d.tags)
	if match, err := ctxt.MatchFile(dir, base); err == nil && !match {
		return false // code for another system
	}
	if d.scope != nil {
		return d.scope.names(dir)
	}
	for path, p := range a.packages {
		if p.Dir == dir && path != "command-line-arguments" {
			return true
		}
	}
	return false
}
