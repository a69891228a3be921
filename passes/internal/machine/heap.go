package machine

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A heap is what a play knows of the memory, by the objects in it. States share what is known of an object: it is
// replaced, never changed.
type heap map[any]*known

// known is what is known of an object.
type known struct {
	cells []cell // by path
	// rest is what a place without a cell of its own holds; nil: what was there before the play.
	rest *Value

	key     int   // of what is known; 0 until somebody asks for it
	reached []any // the objects that the cells lead to, once there is a key
}

// A cell is a place in an object, the path of fields and elements that leads to it, and what it holds.
type cell struct {
	path  string
	value Value
}

func (h heap) clone() heap { return maps.Clone(h) }

// cells are the places of an object that something is known of.
func (h heap) cells(base any) []cell {
	if k := h[base]; k != nil {
		return k.cells
	}
	return nil
}

// at returns what is known of a place itself.
func (h heap) at(a Address) (Value, bool) {
	cells := h.cells(a.Base)
	if i, found := indexIn(cells, a.Path); found {
		return cells[i].value, true
	}
	return unknown, false
}

// rest returns what places of an object hold that have no cell.
func (h heap) rest(base any) (Value, bool) {
	if k := h[base]; k != nil && k.rest != nil {
		return *k.rest, true
	}
	return unknown, false
}

// set sets what a place holds, and nothing of its parts.
func (h heap) set(a Address, v Value) {
	rest, cells := h.parts(a.Base)
	i, found := indexIn(cells, a.Path)
	changed := make([]cell, 0, len(cells)+1)
	changed = append(append(changed, cells[:i]...), cell{a.Path, v})
	if found {
		i++
	}
	h[a.Base] = &known{cells: append(changed, cells[i:]...), rest: rest}
}

// replace sets what the parts of a place hold, in place of all that was known of it.
func (h heap) replace(a Address, parts []cell) {
	rest, cells := h.parts(a.Base)
	kept := make([]cell, 0, len(cells)+len(parts))
	for _, c := range cells {
		if c.path != a.Path && !strings.HasPrefix(c.path, a.Path+".") {
			kept = append(kept, c)
		}
	}
	h[a.Base] = newKnown(append(kept, parts...), rest)
}

func newKnown(cells []cell, rest *Value) *known {
	slices.SortFunc(cells, func(x, y cell) int { return cmp.Compare(x.path, y.path) })
	return &known{cells: cells, rest: rest}
}

func (h heap) parts(base any) (rest *Value, cells []cell) {
	if k := h[base]; k != nil {
		return k.rest, k.cells
	}
	return nil, nil
}

// reset forgets all of an object but some of its cells. The rest of it holds the given value.
func (h heap) reset(base any, rest Value, keep func(Value) bool) {
	var kept []cell
	for _, c := range h.cells(base) {
		if keep(c.value) {
			kept = append(kept, c)
		}
	}
	h[base] = &known{cells: kept, rest: &rest}
}

func indexIn(cells []cell, path string) (int, bool) {
	return slices.BinarySearchFunc(cells, path, func(c cell, path string) int { return cmp.Compare(c.path, path) })
}
