package scenario

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A loop is the set of blocks of a natural loop.
type loop map[*ssa.BasicBlock]bool

// loopsAround returns the natural loops that hold a block, the smallest first. Loops with
// one head are one loop.
func loopsAround(block *ssa.BasicBlock) []loop {
	var all []loop
	for _, head := range block.Parent().Blocks {
		body := loop{}
		for _, latch := range head.Preds {
			if head.Dominates(latch) {
				body.add(latch, head)
			}
		}
		if body[block] {
			all = append(all, body)
		}
	}
	slices.SortStableFunc(all, func(a, b loop) int { return len(a) - len(b) })
	return all
}

// add adds the blocks from which latch is reached without passing head.
func (l loop) add(latch, head *ssa.BasicBlock) {
	l[head] = true
	if l[latch] {
		return
	}
	l[latch] = true
	for _, pred := range latch.Preds {
		l.add(pred, head)
	}
}

// perItem reports whether a call is about another thing each time round the loop: an element of a
// collection, or what a channel delivers. It isn't repeated then, even if the loop goes on.
func perItem(call ssa.CallInstruction, within func(*ssa.BasicBlock) bool) bool {
	items := &items{call: call, within: within, seen: map[visit]bool{}}
	var buf [8]*ssa.Value
	return items.among(call) || slices.ContainsFunc(call.Operands(buf[:0]), func(operand *ssa.Value) bool { return *operand != nil && items.filled(*operand) })
}

// items looks for values that are another one each time round a loop.
type items struct {
	call   ssa.CallInstruction // whose operands are looked at
	within func(*ssa.BasicBlock) bool
	seen   map[visit]bool
	in     whole
}

// A visit is a value that was looked at, and as part of what.
type visit struct {
	v  ssa.Value
	in whole
}

// A whole says what a value is a part of. The number of the attempt makes another address of an address, but a header or a
// context that carries it, as for a log, makes no other request.
type whole uint8

const (
	anything whole = iota
	text
	remark // a header or a context.Context
)

// as looks at values as parts of something.
func (i *items) as(in whole, look func() bool) bool {
	if i.in == remark {
		return look()
	}
	before := i.in
	i.in = in
	defer func() { i.in = before }()
	return look()
}

// among reports whether an operand of an instruction comes from a collection.
func (i *items) among(instr ssa.Instruction) bool {
	var buf [8]*ssa.Value
	return slices.ContainsFunc(instr.Operands(buf[:0]), func(operand *ssa.Value) bool { return *operand != nil && i.varies(*operand) })
}

func (i *items) varies(v ssa.Value) bool {
	instr, ok := v.(ssa.Instruction)
	if !ok || i.seen[visit{v, i.in}] {
		return false
	}
	i.seen[visit{v, i.in}] = true
	if alloc, ok := v.(*ssa.Alloc); ok { // a variable, which may belong to the function as a whole
		return i.filled(alloc)
	}
	if !i.within(instr.Block()) {
		return false
	}
	switch v := v.(type) {
	case *ssa.Next:
		return i.round(v.Block())
	case *ssa.Select:
		return true
	case *ssa.Phi:
		if isString(v.Type()) && slices.ContainsFunc(v.Edges, i.made) {
			return true // a name or an address that is computed anew each time
		}
		if i.in == text && i.counts(v) {
			return true
		}
	case *ssa.MakeMap:
		return slices.ContainsFunc(*v.Referrers(), func(use ssa.Instruction) bool {
			entry, ok := use.(*ssa.MapUpdate)
			return ok && i.varies(entry.Value)
		})
	case *ssa.Call:
		if reads(&v.Call) || asksUser(&v.Call) || i.in != remark && isRandom(&v.Call) {
			return true
		}
	case *ssa.UnOp:
		if v.Op == token.ARROW {
			return true
		}
	case *ssa.IndexAddr:
		return i.changes(v.Index)
	case *ssa.Index:
		return i.changes(v.Index)
	}
	switch {
	case isString(v.Type()):
		return i.as(text, func() bool { return i.among(instr) })
	case v.Type().String() == "context.Context":
		return i.as(remark, func() bool { return i.among(instr) })
	}
	return i.among(instr)
}

// counts reports whether a value is a number that grows or falls by one each time round the loop.
func (i *items) counts(v *ssa.Phi) bool {
	return slices.ContainsFunc(v.Edges, func(edge ssa.Value) bool {
		next, ok := edge.(*ssa.BinOp)
		return ok && i.within(next.Block()) && next.X == v
	})
}

// isRandom reports whether a call returns a random number.
func isRandom(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	return fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "math/rand" || fn.Pkg().Path() == "math/rand/v2")
}

// readers are the names of methods that return another thing each time.
var readers = []string{"Text", "Bytes", "Read", "ReadString", "ReadLine", "ReadBytes", "ReadRune", "Next", "Recv", "Receive", "Pop", "Dequeue"}

// reads reports whether a call takes the next element of something: a line of a file, a message of a stream.
func reads(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	return fn != nil && fn.Signature().Recv() != nil && slices.Contains(readers, fn.Name())
}

// asking are words in the names of functions that let the user type something in.
var asking = []string{"prompt", "ask", "input", "readline", "scanln"}

// asksUser reports whether a call lets the user say something, which may be another thing each time.
func asksUser(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	return fn != nil && fn.Signature().Results().Len() > 0 && slices.ContainsFunc(flow.Words(fn.Name()), func(word string) bool { return slices.Contains(asking, word) })
}

// filled reports whether something from a collection is stored where a pointer leads, "req.URL = next", or given to a
// method of it: "client.SetBaseURL(next)".
func (i *items) filled(ptr ssa.Value) bool {
	if ptr.Referrers() == nil {
		return false
	}
	return slices.ContainsFunc(*ptr.Referrers(), func(use ssa.Instruction) bool {
		switch use := use.(type) {
		case *ssa.Store:
			return use.Addr == ptr && i.varies(use.Val)
		case *ssa.Call:
			return i.within(use.Block()) && i.fills(use, ptr)
		case *ssa.MakeInterface:
			return i.within(use.Block()) && isNumberOrText(ptr.Type()) // as for fmt.Scan
		case *ssa.FieldAddr:
			return i.filled(use)
		case *ssa.UnOp: // as in req.Header.Set
			return use.Op == token.MUL && i.within(use.Block()) && i.filled(use)
		case *ssa.IndexAddr:
			return i.filled(use)
		}
		return false
	})
}

// fills reports whether a call may put another thing where a pointer leads: a method that is given one, or code that
// is handed a variable for a number or a text.
func (i *items) fills(call *ssa.Call, ptr ssa.Value) bool {
	args := call.Call.Args
	if call.Call.Signature().Recv() != nil && len(args) > 1 && args[0] == ptr {
		vary := func() bool { return slices.ContainsFunc(args[1:], i.varies) }
		if ptr.Type().String() == "net/http.Header" {
			return i.as(remark, vary)
		}
		return vary()
	}
	return call != i.call && isNumberOrText(ptr.Type())
}

func isString(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// isNumberOrText reports whether a pointer leads to a number, a flag or a text.
func isNumberOrText(ptr types.Type) bool {
	p, ok := ptr.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	_, ok = p.Elem().Underlying().(*types.Basic)
	return ok
}

// made reports whether a value is computed in the loop, rather than a constant or one of those from before.
func (i *items) made(v ssa.Value) bool {
	instr, ok := v.(ssa.Instruction)
	if _, phi := v.(*ssa.Phi); !ok || phi {
		return false
	}
	return i.within(instr.Block())
}

// changes reports whether an index is computed in the loop.
func (i *items) changes(index ssa.Value) bool {
	instr, ok := index.(ssa.Instruction)
	return ok && i.within(instr.Block()) && i.round(instr.Block())
}

// round reports whether a block is executed once each time round the loop, and not in a smaller one that makes the attempt ready.
func (i *items) round(block *ssa.BasicBlock) bool {
	loops := loopsAround(block)
	return len(loops) == 0 || loops[0][i.call.Block()]
}
