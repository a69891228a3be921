package machine

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// key is equal for states from which the play goes on alike: the values that are
// still used and known in any way, and the memory that they lead to. What they don't lead to is forgotten.
func (p *play) key(s *state) string {
	var out strings.Builder
	var reached []any
	for _, f := range s.frames {
		key := f.key
		if key == nil {
			key = p.frameKey(s, f)
		}
		if f != s.top() {
			f.key = key
		}
		p.keys.writeInt(&out, key.number)
		reached = append(reached, key.reached...)
	}
	if s.stopped {
		out.WriteByte('.')
	}
	if s.handed {
		out.WriteByte('?')
	}
	p.writeEvents(&out, s)
	p.writeHeap(&out, s, reached)
	return out.String()
}

// A frameKey stands for all frames from which the play goes on alike, once their callees have returned.
type frameKey struct {
	number  int
	reached []any // the objects that its values lead to
}

func (p *play) frameKey(s *state, f *frame) *frameKey {
	var out strings.Builder
	var reached []any
	p.keys.writeInt(&out, p.keys.base(f.fn))
	p.keys.writeInt(&out, f.block.Index)
	p.keys.writeInt(&out, f.pc)
	for _, v := range p.liveAt(f.block, f.pc) {
		known, ok := f.env[v]
		if !ok {
			reached = reach(p.static(s, v, 0), reached)
		} else if known.Kind != Unknown || known.Dep {
			out.WriteByte(' ')
			out.WriteString(v.Name())
			p.keys.write(&out, known)
			reached = reach(known, reached)
		}
	}
	for _, d := range f.deferred {
		p.keys.writeInt(&out, p.keys.base(d.call))
		reached = reach(d.fn, reached)
		for _, arg := range d.args {
			reached = reach(arg, reached)
		}
	}
	return &frameKey{p.keys.text(out.String()), reached}
}

// prune forgets the values of a frame that are no longer used.
func (p *play) prune(f *frame) {
	env := map[ssa.Value]Value{}
	for _, v := range p.liveAt(f.block, f.pc) {
		if known, ok := f.env[v]; ok {
			env[v] = known
		}
	}
	f.env = env
}

// reach appends the objects that a value leads to.
func reach(v Value, reached []any) []any {
	if v.Kind == Pointer {
		reached = append(reached, v.Addr.Base)
	}
	for _, part := range v.Parts {
		reached = reach(part, reached)
	}
	return reached
}

// writeHeap writes what is known of the objects that can still be read: of local variables only if something leads to them.
func (p *play) writeHeap(out *strings.Builder, s *state, reached []any) {
	kept, seen := heap{}, map[any]bool{}
	for base, k := range s.heap {
		switch base.(type) {
		case *object, *ssa.Global:
			kept[base] = k
		}
	}
	for len(reached) > 0 {
		base := reached[len(reached)-1]
		reached = reached[:len(reached)-1]
		if k := s.heap[base]; k != nil && !seen[base] {
			seen[base], kept[base] = true, k
			p.describe(base, k)
			reached = append(reached, k.reached...)
		}
	}
	s.heap = kept
	var keys []int
	for base, k := range kept {
		p.describe(base, k)
		keys = append(keys, k.key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		p.keys.writeInt(out, key)
	}
}

// describe notes the key of what is known of an object, and where it leads.
func (p *play) describe(base any, k *known) {
	if k.key != 0 {
		return
	}
	var out strings.Builder
	p.keys.writeInt(&out, p.keys.base(base))
	for _, c := range k.cells {
		out.WriteString(c.path)
		out.WriteByte('=')
		p.keys.write(&out, c.value)
		k.reached = reach(c.value, k.reached)
	}
	if k.rest != nil {
		out.WriteByte('~')
		p.keys.write(&out, *k.rest)
	}
	k.key = p.keys.text(out.String())
}
