package scenario

import (
	"go/token"
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
	items := &items{within: within, seen: map[ssa.Value]bool{}}
	var buf [8]*ssa.Value
	return items.among(call) || slices.ContainsFunc(call.Operands(buf[:0]), func(operand *ssa.Value) bool { return *operand != nil && items.filled(*operand) })
}

// items looks for values that are another one each time round a loop.
type items struct {
	within func(*ssa.BasicBlock) bool
	seen   map[ssa.Value]bool
}

// among reports whether an operand of an instruction comes from a collection.
func (i *items) among(instr ssa.Instruction) bool {
	var buf [8]*ssa.Value
	return slices.ContainsFunc(instr.Operands(buf[:0]), func(operand *ssa.Value) bool { return *operand != nil && i.varies(*operand) })
}

func (i *items) varies(v ssa.Value) bool {
	instr, ok := v.(ssa.Instruction)
	if !ok || i.seen[v] {
		return false
	}
	i.seen[v] = true
	if alloc, ok := v.(*ssa.Alloc); ok { // a variable, which may belong to the function as a whole
		return i.filled(alloc)
	}
	if !i.within(instr.Block()) {
		return false
	}
	switch v := v.(type) {
	case *ssa.Next, *ssa.Select:
		return true
	case *ssa.Call:
		if reads(&v.Call) {
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
	return i.among(instr)
}

// readers are the names of methods that return another thing each time.
var readers = []string{"Text", "Bytes", "Read", "ReadString", "ReadLine", "ReadBytes", "ReadRune", "Next", "Recv", "Receive", "Pop", "Dequeue"}

// reads reports whether a call takes the next element of something: a line of a file, a message of a stream.
func reads(call *ssa.CallCommon) bool {
	fn := flow.CalleeOf(call)
	return fn != nil && fn.Signature().Recv() != nil && slices.Contains(readers, fn.Name())
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
			args := use.Call.Args
			return i.within(use.Block()) && len(args) > 1 && args[0] == ptr && use.Call.Signature().Recv() != nil && slices.ContainsFunc(args[1:], i.varies)
		case *ssa.FieldAddr:
			return i.filled(use)
		case *ssa.IndexAddr:
			return i.filled(use)
		}
		return false
	})
}

// changes reports whether an index is computed in the loop.
func (i *items) changes(index ssa.Value) bool {
	instr, ok := index.(ssa.Instruction)
	return ok && i.within(instr.Block())
}
