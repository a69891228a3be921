package sessioncookie

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// A cookie is one that the package makes and sends.
type cookie struct {
	row *catalog.Cookie
	// made is the struct that describes it, and call the call that does where there is none.
	made flow.Origin
	call ssa.CallInstruction
	// fn is the function that makes it.
	fn *ssa.Function
}

// The attributes, called as the fields of http.Cookie are.
const (
	name     = "Name"
	value    = "Value"
	maxAge   = "MaxAge"
	expires  = "Expires"
	secure   = "Secure"
	httpOnly = "HttpOnly"
	sameSite = "SameSite"
)

// A setting is what an attribute of a cookie is known to be.
type setting struct {
	// values are what the package makes it, nothing but its zero value where there are none.
	values []ssa.Value
	// stores are where, unless it is the operand of a call.
	stores []*ssa.Store
	// open says that it may be something else as well.
	open bool
}

// setting returns what an attribute of a cookie is.
func (c *checker) setting(k *cookie, attribute string) setting {
	if k.call != nil {
		return c.operand(k, attribute)
	}
	field := fieldOf(k.made.Value.Type(), attribute)
	if field == nil {
		return setting{open: true} // an older version has no such field
	}
	var s setting
	for _, addr := range c.Summary.FieldAddrs(k.made, field) {
		for _, use := range *addr.Referrers() {
			switch use := use.(type) {
			case *ssa.Store:
				s.values, s.stores = append(s.values, use.Val), append(s.stores, use)
			case *ssa.UnOp, *ssa.DebugRef:
			default:
				s.open = true // whoever has its address may set it
			}
		}
	}
	s.open = s.open || k.row.Session && c.setElsewhere(field)
	return s
}

// setElsewhere reports whether the package sets a field of a struct that it got from a library: store.Options.Secure = true.
func (c *checker) setElsewhere(field *types.Var) bool {
	for _, fn := range c.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			store, ok := instr.(*ssa.Store)
			if !ok {
				continue
			}
			addr, ok := store.Addr.(*ssa.FieldAddr)
			if ok && flow.FieldOf(addr) == field && !isObject(c.Summary.Reaching(addr.X)) {
				return true
			}
		}
	}
	return false
}

func isObject(origins []flow.Origin) bool {
	return len(origins) == 1 && origins[0].Kind == flow.Object
}

// fieldOf returns the field of a struct, or of what a pointer points to, with a name in whatever case: fiber writes HTTPOnly.
func fieldOf(t types.Type, name string) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for field := range s.Fields() {
		if strings.EqualFold(field.Name(), name) {
			return field.Origin()
		}
	}
	return nil
}

// operand returns what an attribute is that is an operand of a call.
func (c *checker) operand(k *cookie, attribute string) setting {
	op := map[string]catalog.Operand{
		name: k.row.Key, value: k.row.Value, maxAge: k.row.MaxAge, secure: k.row.Secure, httpOnly: k.row.HTTPOnly,
	}[attribute]
	if v := summary.Operand(k.call.Common(), op); v != nil {
		return setting{values: []ssa.Value{v}}
	}
	return setting{open: true} // middleware may have told gin of SameSite
}

// A way is how control gets to the function that makes a cookie: calls each of which stands in the callee of the one before.
type way []ssa.CallInstruction

const maxWay = 3 // calls

// ways returns the ways on which some values of a function may differ.
func (c *checker) ways(fn *ssa.Function, values []ssa.Value, depth int) []way {
	params := c.params(fn, values)
	calls, _ := c.Summary.Callers(fn)
	if len(params) == 0 || len(calls) == 0 || depth == maxWay {
		return []way{nil}
	}
	var all []way
	for _, call := range calls {
		var args []ssa.Value
		for _, param := range params {
			args = append(args, flow.Argument(call, param))
		}
		for _, before := range c.ways(call.Parent(), args, depth+1) {
			all = append(all, append(before[:len(before):len(before)], call))
		}
	}
	return all
}

// params returns the parameters of a function that values come from.
func (c *checker) params(fn *ssa.Function, values []ssa.Value) []*ssa.Parameter {
	var params []*ssa.Parameter
	for _, v := range values {
		for _, o := range c.Summary.Origins(v) {
			if param, ok := o.Value.(*ssa.Parameter); ok && o.Kind == flow.Param && o.Field == nil && param.Parent() == fn {
				params = append(params, param)
			}
		}
	}
	return params
}

// constants returns the constants that a setting may be on a way, and whether these are all.
func (c *checker) constants(s setting, w way) (found []constant.Value, all bool) {
	all = !s.open
	for _, v := range s.values {
		origins := c.Summary.ReachingIn(v, w)
		all = all && len(origins) > 0 && !isRead(v) // a parameter of what nobody calls has none
		for _, o := range origins {
			if number, ok := o.Value.(*ssa.Const); ok && o.Kind == flow.Constant {
				found = append(found, number.Value)
			} else {
				all = false
			}
		}
	}
	return found, all
}

// isRead reports whether a value is read from a field or a package variable: a setting, whoever makes it.
func isRead(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	switch load.X.(type) {
	case *ssa.FieldAddr, *ssa.Global:
		return true
	}
	return false
}

// unset reports whether a setting is known to be the zero value on a way.
func (c *checker) unset(s setting, w way) bool {
	found, all := c.constants(s, w)
	for _, v := range found {
		all = all && isZero(v)
	}
	return all
}

func isZero(v constant.Value) bool {
	switch {
	case v == nil:
		return true
	case v.Kind() == constant.Bool:
		return !constant.BoolVal(v)
	case v.Kind() == constant.String:
		return constant.StringVal(v) == ""
	}
	return constant.Sign(v) == 0
}
