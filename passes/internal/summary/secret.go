package summary

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// A Secret is a credential that the package hands to where one is taken.
type Secret struct {
	// Site is the call, store or comparison that takes it.
	Site ssa.Instruction
	Use  catalog.Use
	// What it is: "JWT key".
	What string
	// Key is the name that it goes by there, if it has one: of a header, or a setting.
	Key string
	// Text is one of the texts that it may be.
	Text flow.Text
	// Host is, for a credential in a URL, the text that follows it.
	Host flow.Text
}

// Secrets returns the credentials of the package. What it hands on in a URL without being seen to hold a password is one as well.
func (p *Package) Secrets() []Secret {
	if p.secrets == nil {
		c := &collector{Package: p, found: []Secret{}, pairs: map[*ssa.Function][]SecretFact{}}
		for _, fn := range p.Functions {
			for instr := range flow.Instructions(fn) {
				c.instruction(instr)
			}
		}
		p.secrets, p.pairs = c.found, c.pairs
	}
	return p.secrets
}

// A collector looks for where credentials are taken.
type collector struct {
	*Package
	found []Secret
	// pairs are the functions that are given a name and a value.
	pairs map[*ssa.Function][]SecretFact
}

// A taker is what takes a credential.
type taker struct {
	site ssa.Instruction
	use  catalog.Use
	what string
	key  string
	// within are the calls through which the name came.
	within flow.Origin
}

func (c *collector) instruction(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		c.call(instr)
	case *ssa.Store:
		c.store(instr)
	case *ssa.MapUpdate:
		c.header(instr)
	case *ssa.BinOp:
		c.comparison(instr)
	}
}

func (c *collector) call(call ssa.CallInstruction) {
	fn := flow.CalleeOf(call.Common())
	for _, row := range catalog.SecretsOf(fn) {
		t := taker{site: call, use: row.Use, what: row.What}
		v := Operand(call.Common(), row.Operand)
		switch {
		case fn.Signature().Variadic() && int(row.Operand-catalog.Arg0) == fn.Signature().Params().Len()-1:
			elements, _ := flow.Elements(v)
			for _, element := range elements {
				c.add(t, element)
			}
		case row.Key != catalog.None:
			c.keyed(t, Operand(call.Common(), row.Key), v, nil)
		default:
			c.operand(t, row, v)
		}
	}
	for _, fact := range c.secretFacts(fn) {
		t := taker{site: call, use: fact.Use, what: fact.What}
		if v := nth(call.Common().Args, fact.Operand); fact.Key < 0 {
			c.add(t, v)
		} else {
			c.keyed(t, nth(call.Common().Args, fact.Key), v, nil)
		}
	}
}

const maxKeyed = 3 // calls inside each other that hand on a name and a value

// keyed looks at a value that is a credential if what is given beside it is the name of one. The name and the value have to come from
// the same call: a function that sets any header is called with many of them.
func (c *collector) keyed(t taker, key, v ssa.Value, calls []ssa.CallInstruction) {
	if key == nil || v == nil {
		return
	}
	within := c.Within(calls)
	for _, o := range c.OriginsAt(key, within) {
		switch name := o.Value.(type) {
		case *ssa.Const:
			if text, ok := flow.ConstString(name); ok && t.names(text) {
				t.key, t.within = text, within
				c.add(t, v)
			}
		case *ssa.Parameter:
			if o.Kind == flow.Param && o.Field == nil && len(calls) < maxKeyed {
				c.keyedByCallers(t, name, key, v, calls)
			}
		}
	}
}

// keyedByCallers goes on to the calls of the function whose parameter is the name.
func (c *collector) keyedByCallers(t taker, param *ssa.Parameter, key, v ssa.Value, calls []ssa.CallInstruction) {
	callers, complete := c.Callers(param.Parent())
	if value, ok := v.(*ssa.Parameter); ok && !complete && len(calls) == 0 {
		c.pairs[param.Parent()] = appendSecret(c.pairs[param.Parent()], SecretFact{
			Operand: flow.ParamIndex(value), Key: flow.ParamIndex(param), Use: t.use, What: t.what,
		})
	}
	for _, caller := range callers {
		c.keyed(t, key, v, append([]ssa.CallInstruction{caller}, calls...))
	}
}

// names reports whether a name is that of a credential, for what takes it.
func (t taker) names(key string) bool {
	if t.use == catalog.Header {
		return catalog.SecretHeader(key)
	}
	return catalog.NamesSecret(key)
}

func (c *collector) operand(t taker, row *catalog.Secret, v ssa.Value) {
	if !row.Returned {
		c.add(t, v)
		return
	}
	for _, o := range c.Reaching(v) {
		if fn := c.FunctionOf(o); fn != nil {
			for _, block := range fn.Blocks {
				if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
					c.add(t, ret.Results[0])
				}
			}
		}
	}
}

// FunctionOf returns the function of this package that an origin is, or nil.
func (p *Package) FunctionOf(o flow.Origin) *ssa.Function {
	fn, ok := o.Value.(*ssa.Function)
	if closure, made := o.Value.(*ssa.MakeClosure); made {
		fn, ok = closure.Fn.(*ssa.Function), true
	}
	if !ok {
		return nil
	}
	if method, bound := fn.Object().(*types.Func); bound && flow.IsMethodValue(fn) {
		fn = p.Prog.FuncValue(method.Origin())
	}
	return fn
}

func (c *collector) store(store *ssa.Store) {
	switch addr := store.Addr.(type) {
	case *ssa.FieldAddr:
		field := flow.FieldOf(addr)
		if field == nil {
			return
		}
		if row := catalog.SecretField(addr.X.Type(), field.Name()); row != nil {
			c.operand(taker{site: store, use: row.Use, what: row.What}, row, store.Val)
		} else if fact := c.heldFact(field); fact != nil {
			c.add(taker{site: store, use: fact.Use, what: fact.What}, store.Val)
		}
	case *ssa.Global:
		if row := catalog.SecretVar(addr.Object()); row != nil {
			c.add(taker{site: store, use: row.Use, what: row.What}, store.Val)
		} else if fact := c.heldFact(addr.Object()); fact != nil {
			c.add(taker{site: store, use: fact.Use, what: fact.What}, store.Val)
		}
	}
}

// header looks at a header that is set without Set: "req.Header[name] = []string{value}".
func (c *collector) header(update *ssa.MapUpdate) {
	if flow.TypeWord(update.Map.Type()) != "http.Header" {
		return
	}
	values, _ := flow.Elements(update.Value)
	for _, v := range values {
		c.keyed(taker{site: update, use: catalog.Header, what: "credential"}, update.Key, v, nil)
	}
}

// comparison looks at what a request is compared with to let it in.
func (c *collector) comparison(op *ssa.BinOp) {
	if op.Op != token.EQL && op.Op != token.NEQ {
		return
	}
	for _, sides := range [][2]ssa.Value{{op.X, op.Y}, {op.Y, op.X}} {
		if text, ok := flow.ConstString(sides[0]); ok && text != "" {
			if what := c.asked(sides[1]); what != "" {
				c.add(taker{site: op, use: catalog.Seals, what: what}, sides[0])
			}
		}
	}
}

// asked says what credential of an incoming request a value is, if it is one.
func (c *collector) asked(v ssa.Value) string {
	for _, o := range c.Origins(v) {
		call, ok := o.Value.(*ssa.Call)
		if !ok || o.Kind != flow.Result {
			continue
		}
		fn := flow.CalleeOf(&call.Call)
		if fn == nil {
			continue
		}
		key := catalog.Operand(catalog.Arg0)
		switch name := fn.FullName(); {
		case name == "(*net/http.Request).BasicAuth" && o.Index == 1:
			return "password"
		case name == "(net/http.Header).Get":
			if text, ok := flow.ConstString(Operand(&call.Call, key)); ok && catalog.SecretHeader(text) {
				return "credential"
			}
		case name == "(*net/http.Request).FormValue", name == "(*net/http.Request).PostFormValue", name == "(net/url.Values).Get":
			if text, ok := flow.ConstString(Operand(&call.Call, key)); ok && catalog.NamesSecret(text) {
				return "password"
			}
		}
	}
	return ""
}

// add notes the credentials in what a value may be.
func (c *collector) add(t taker, v ssa.Value) {
	if v == nil || !isText(v) {
		return
	}
	for _, text := range c.TextsAt(v, t.within) {
		s := Secret{Site: t.site, Use: t.use, What: t.what, Key: t.key, Text: text}
		if s.narrow(); len(s.Text) > 0 {
			c.found = append(c.found, s)
		}
	}
}

// isText reports whether a value is a text: a string, bytes, or one of them behind an interface.
func isText(v ssa.Value) bool {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	switch t := v.Type().Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		basic, ok := t.Elem().Underlying().(*types.Basic)
		return ok && basic.Kind() == types.Byte
	case *types.Interface:
		return true
	case *types.Pointer:
		return types.Identical(t.Elem(), types.Typ[types.String])
	}
	return false
}
