package revision

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

// Changes are lines that were added or changed.
type Changes struct {
	root  string
	files map[string]*file // by path with forward slashes, relative to root
}

// A file is what changed in a file.
type file struct {
	// isNew says that all its lines count as changed.
	isNew bool
	// blocks are the changed lines otherwise.
	blocks []block
}

// A block is a piece of a file, from one line to another, both included.
type block struct{ first, last int }

// Contains reports whether a line of a file, whose name must be absolute, was added or changed. Lines count from 1.
func (c *Changes) Contains(name string, line int) bool {
	// Git knows a file by where its directory really is.
	dir, base := filepath.Split(name)
	rel, err := filepath.Rel(c.root, filepath.Join(realPath(dir), base))
	if err != nil {
		return false
	}
	f, ok := c.files[filepath.ToSlash(rel)]
	return ok && (f.isNew || slices.ContainsFunc(f.blocks, func(b block) bool {
		return b.first <= line && line <= b.last
	}))
}

// parseDiff reads a patch in the format of git diff.
func parseDiff(diff string) (*Changes, error) {
	patches, _, err := gitdiff.Parse(strings.NewReader(diff))
	if err != nil {
		return nil, err
	}
	c := &Changes{files: map[string]*file{}}
	for _, p := range patches {
		if p.IsDelete {
			continue
		}
		// Git doesn't show the lines of what an attribute calls binary.
		f := &file{isNew: p.IsNew || p.IsBinary}
		for _, fragment := range p.TextFragments {
			f.blocks = append(f.blocks, addedLines(fragment)...)
		}
		c.files[p.NewName] = f
	}
	return c, nil
}

// addedLines returns the blocks of a fragment; there may be unchanged lines between them.
func addedLines(fragment *gitdiff.TextFragment) []block {
	var blocks []block
	line := int(fragment.NewPosition)
	for _, l := range fragment.Lines {
		if l.Op == gitdiff.OpAdd {
			if n := len(blocks); n > 0 && blocks[n-1].last == line-1 {
				blocks[n-1].last = line
			} else {
				blocks = append(blocks, block{line, line})
			}
		}
		if l.New() {
			line++
		}
	}
	return blocks
}
