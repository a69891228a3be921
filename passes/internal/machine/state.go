package machine

import (
	"go/token"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A state is a moment of a play: the calls that are under way, and the memory.
type state struct {
	frames []*frame // the function that is played first
	heap   heap
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
	unwinding   bool      // the call is a deferred one, whose results count for nothing
	shared      bool      // with another state: it is copied before it goes on
	key         *frameKey // while another call is under way in it
}

// A deferred call waits for its function to return.
type deferred struct {
	call *ssa.Defer
	fn   Value
	args []Value
}

func (s *state) top() *frame { return s.frames[len(s.frames)-1] }

// clone returns a copy. It shares the frames of the calls that wait for the last one.
func (s *state) clone() *state {
	c := *s
	c.heap, c.forks = s.heap.clone(), maps.Clone(s.forks)
	c.frames = slices.Clone(s.frames)
	for _, f := range c.frames {
		f.shared = true
	}
	c.frames[len(c.frames)-1] = s.top().clone()
	s.top().shared = false
	return &c
}

func (f *frame) clone() *frame {
	c := *f
	c.env, c.deferred, c.shared, c.key = maps.Clone(f.env), slices.Clone(f.deferred), false, nil
	return &c
}

// pop ends the last call.
func (s *state) pop() {
	s.frames = s.frames[:len(s.frames)-1]
	if f := s.top(); f.shared {
		s.frames[len(s.frames)-1] = f.clone()
	} else {
		f.key = nil
	}
}
