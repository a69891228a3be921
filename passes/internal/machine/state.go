package machine

import (
	"go/token"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A state is a moment of a play: the calls that are under way, and the memory.
type state struct {
	frames   []*frame // the function that is played first
	cells    map[Address]Value
	contents map[any]Value // of objects: what a cell without a value of its own holds; absent: what was there before
	Reason
	forks   map[*ssa.If]int // how often each condition was left open
	stopped bool            // a library was told to make no further attempt
	handed  bool            // code that isn't known may have told it so
	events  Events
	asked   token.Pos // where a header was last asked how long to wait
	waits   []Wait
}

// A frame is a call under way.
type frame struct {
	fn          *ssa.Function
	block, prev *ssa.BasicBlock
	pc          int
	env         map[ssa.Value]Value
	call        ssa.CallInstruction // in the frame below; nil for the function that is played
	deferred    []deferred
	unwinding   bool // the call is a deferred one, whose results count for nothing
}

// A deferred call waits for its function to return.
type deferred struct {
	call *ssa.Defer
	fn   Value
	args []Value
}

func (s *state) top() *frame { return s.frames[len(s.frames)-1] }

func (s *state) clone() *state {
	c := &state{
		cells: maps.Clone(s.cells), contents: maps.Clone(s.contents),
		Reason: s.Reason, forks: maps.Clone(s.forks), stopped: s.stopped, handed: s.handed, events: s.events, asked: s.asked, waits: slices.Clone(s.waits),
	}
	for _, f := range s.frames {
		g := *f
		g.env = maps.Clone(f.env)
		g.deferred = slices.Clone(f.deferred)
		c.frames = append(c.frames, &g)
	}
	return c
}

// key is equal for states from which the play goes on alike: the values that are
// still used and known in any way, and the memory that they lead to.
func (p *play) key(s *state) string {
	var out strings.Builder
	reached := map[any]bool{}
	for _, f := range s.frames {
		out.WriteString(strconv.Itoa(p.keys.base(f.fn)))
		out.WriteByte(':')
		out.WriteString(strconv.Itoa(f.block.Index))
		out.WriteByte(':')
		out.WriteString(strconv.Itoa(f.pc))
		for _, v := range p.liveAt(f.block, f.pc) {
			known, ok := f.env[v]
			if !ok {
				reach(p.static(s, v, 0), reached)
			} else if known.Kind != Unknown || known.Dep {
				out.WriteByte(' ')
				out.WriteString(v.Name())
				p.keys.write(&out, known)
				reach(known, reached)
			}
		}
		for _, d := range f.deferred {
			out.WriteString(strconv.Itoa(p.keys.base(d.call)))
			reach(d.fn, reached)
			for _, arg := range d.args {
				reach(arg, reached)
			}
		}
		out.WriteByte('/')
	}
	if s.stopped {
		out.WriteByte('.')
	}
	if s.handed {
		out.WriteByte('?')
	}
	p.writeEvents(&out, s)
	p.writeMemory(&out, s, reached)
	return out.String()
}

func reach(v Value, reached map[any]bool) {
	if v.Kind == Pointer {
		reached[v.Addr.Base] = true
	}
	for _, part := range v.Parts {
		reach(part, reached)
	}
}

// writeMemory writes the cells that can still be read: those of local variables only if something leads to them.
func (p *play) writeMemory(out *strings.Builder, s *state, reached map[any]bool) {
	for again := true; again; {
		again = false
		for addr, v := range s.cells {
			if before := len(reached); reached[addr.Base] {
				reach(v, reached)
				again = again || len(reached) > before
			}
		}
	}
	forgotten := func(base any) bool {
		switch base.(type) {
		case *object, *ssa.Global:
			return false
		}
		return !reached[base]
	}
	maps.DeleteFunc(s.cells, func(addr Address, _ Value) bool { return forgotten(addr.Base) })
	maps.DeleteFunc(s.contents, func(base any, _ Value) bool { return forgotten(base) })
	var lines []string
	add := func(addr Address, sep byte, v Value) {
		var line strings.Builder
		line.WriteString(strconv.Itoa(p.keys.base(addr.Base)))
		line.WriteString(addr.Path)
		line.WriteByte(sep)
		p.keys.write(&line, v)
		lines = append(lines, line.String())
	}
	for addr, v := range s.cells {
		add(addr, '=', v)
	}
	for base, v := range s.contents {
		add(Address{Base: base}, '~', v)
	}
	sort.Strings(lines)
	out.WriteString(strings.Join(lines, " "))
}
