package machine

import (
	"crypto/sha256"
	"go/token"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// An End is how a path of a play ends.
type End uint8

// The ends.
const (
	// Stuck is a path that was not understood, or took too many steps.
	Stuck End = iota
	// Again reaches an attempt once more.
	Again
	// Left leaves the region by another way than a return.
	Left
	// Returned returns Values from the function that is played.
	Returned
)

// An Op says how the outcomes of a fork are joined.
type Op uint8

// The operators.
const (
	// Leaf is no fork: one end.
	Leaf Op = iota
	// Any holds what one of several paths brings about, all of which are possible.
	Any
	// Agree holds what several paths have in common, one of which is taken for
	// a reason that depends on the answer and is not understood.
	Agree
)

// An Outcome is what a play leads to: an end, or a fork of outcomes.
type Outcome struct {
	Op   Op
	Kids []*Outcome

	End End
	// Values are the results that are returned, with the memory that they lead to.
	Values []Value
	// Exit is the block from which the region was left, if it is a part of a function.
	Exit *ssa.BasicBlock
	// Events and Waits are what happened on the path.
	Events Events
	Waits  []Wait
	// Asked is where the path looked for a header that says how long to wait.
	Asked token.Pos
	Reason
	// Particular says that the play looked at the answer otherwise than through what its attempt returned.
	Particular bool
	// Cost is what the play cost, in steps, if the outcome is that of a whole one.
	Cost int
	// Exhausted says that the play took too many steps, and was ended.
	Exhausted bool

	key string
}

// Leaves returns the ends of an outcome, of which forks may share some, once each.
func (o *Outcome) Leaves() []*Outcome {
	var leaves []*Outcome
	seen := map[string]bool{}
	var walk func(o *Outcome)
	walk = func(o *Outcome) {
		if seen[o.key] {
			return
		}
		seen[o.key] = true
		if o.Op == Leaf {
			leaves = append(leaves, o)
		}
		for _, kid := range o.Kids {
			walk(kid)
		}
	}
	walk(o)
	return leaves
}

// A Reason says where a path was chosen, as far as that is known.
type Reason struct {
	// Decision is the last comparison on the path that told something of the answer.
	Decision token.Pos
	// Predicate is the last comparison in the function that Decision calls, if that is a call.
	Predicate token.Pos
	// Source is the last comparison that was made by what the attempt calls.
	Source token.Pos
}

// Key is equal for outcomes that differ in nothing but decisions.
func (o *Outcome) Key() string { return o.key }

// Trace is equal for outcomes of calls from which a play goes on alike, and has the same reasons, unless it is a particular
// one. An outcome with the answer itself among its values has none.
func (o *Outcome) Trace() (trace string, ok bool) {
	var out strings.Builder
	out.WriteString(o.key)
	for _, end := range o.Leaves() {
		if slices.ContainsFunc(end.Values, Value.hasAnswer) {
			return "", false
		}
		for _, pos := range []token.Pos{end.Decision, end.Predicate, end.Source, end.Asked} {
			out.WriteByte(' ')
			out.WriteString(strconv.Itoa(int(pos)))
		}
	}
	return out.String(), true
}

func (v Value) hasAnswer() bool {
	if v.Kind == Pointer {
		switch v.Addr.Base {
		case response, body, restyResponse:
			return true
		}
	}
	return slices.ContainsFunc(v.Parts, Value.hasAnswer)
}

func (p *play) leaf(s *state, end End, values ...Value) *Outcome {
	var key strings.Builder
	key.WriteByte('0' + byte(end))
	for _, v := range values {
		p.keys.write(&key, v)
		key.WriteByte(',')
	}
	p.writeEvents(&key, s)
	return &Outcome{End: end, Values: values, Events: s.events, Waits: s.waits, Asked: s.asked, Reason: s.Reason, key: key.String()}
}

// exit is a leaf at which the path leaves the region from a block.
func (p *play) exit(s *state, from *ssa.BasicBlock) *Outcome {
	o := p.leaf(s, Left)
	o.Exit = from
	o.key += strconv.Itoa(from.Index)
	return o
}

// Join joins outcomes; without any, nothing is understood.
func Join(op Op, outcomes ...*Outcome) *Outcome {
	if o := join(op, outcomes...); o != nil {
		return o
	}
	return &Outcome{}
}

// join joins outcomes, of which nil ones, that lead back to where the play has been, add nothing.
func join(op Op, outcomes ...*Outcome) *Outcome {
	var kids []*Outcome
	seen := map[string]bool{}
	for _, o := range outcomes {
		if o == nil {
			continue
		}
		flat := []*Outcome{o}
		if o.Op == op {
			flat = o.Kids
		}
		for _, kid := range flat {
			if !seen[kid.key] {
				seen[kid.key] = true
				kids = append(kids, kid)
			}
		}
	}
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	key := sha256.New() // the keys of kids inside each other would be as long as the tree
	key.Write([]byte{"|&"[op-Any]})
	for _, kid := range kids {
		io.WriteString(key, kid.key)
		key.Write([]byte{';'})
	}
	return &Outcome{Op: op, Kids: kids, key: string(key.Sum(nil))}
}

// Widen keeps of an outcome with many ends only which results are nil, and what happened on the way: most ends are
// alike then.
func (m *Machine) Widen(o *Outcome) *Outcome {
	w := &widening{m.newPlay(Region{}, Answer{}), map[*Outcome]*Outcome{}}
	return w.of(o)
}

// widening widens the parts of an outcome, of which forks may share some, once each.
type widening struct {
	*play
	done map[*Outcome]*Outcome
}

func (w *widening) of(o *Outcome) *Outcome {
	if o.Op == Leaf && o.End != Returned {
		return o
	}
	if wide := w.done[o]; wide != nil {
		return wide
	}
	var wide *Outcome
	if o.Op == Leaf {
		wide = w.leaf(&state{Reason: o.Reason, events: o.Events, asked: o.Asked, waits: o.Waits}, Returned, widened(o.Values)...)
	} else {
		var kids []*Outcome
		for _, kid := range o.Kids {
			kids = append(kids, w.of(kid))
		}
		wide = join(o.Op, kids...)
	}
	w.done[o] = wide
	return wide
}

func widened(values []Value) []Value {
	var wide []Value
	for _, v := range values {
		switch v.Kind {
		case Nil:
		case Pointer, Interface, Func, NonNil:
			v = nonNil.with(true)
		default:
			v = vague
		}
		wide = append(wide, v)
	}
	return wide
}
