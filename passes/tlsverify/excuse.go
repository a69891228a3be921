package tlsverify

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// excused reports whether it may be a decision of the user's to do without a check, or whether there is nobody to be checked.
func (c *checker) excused(uses []inspector.Cursor) bool {
	cur := uses[0]
	chosenLater := slices.ContainsFunc(uses[1:], func(use inspector.Cursor) bool { return c.optional(use, true) })
	return chosenLater || c.optional(cur, false) || c.optIn(cur) || c.purposeful(cur) || c.nearby(cur) || c.forDevelopment(cur)
}

// optional reports whether what stands at cur is done only if an option is set. If strict, only what speaks of the check is one.
func (c *checker) optional(cur inspector.Cursor, strict bool) bool {
	for up := range cur.Enclosing() {
		kind, i := up.ParentEdge()
		switch parent := up.Parent().Node().(type) {
		case nil, *ast.FuncDecl:
			return false
		case *ast.IfStmt:
			if kind == edge.IfStmt_Body && c.isOption(parent.Cond, true, strict) || kind == edge.IfStmt_Else && c.isOption(parent.Cond, false, strict) {
				return true
			}
		case *ast.CaseClause:
			if kind == edge.CaseClause_Body && (c.isCase(up.Parent()) || c.escapes(parent.Body[:i])) {
				return true
			}
		case *ast.BlockStmt:
			if c.escapes(parent.List[:i]) {
				return true
			}
		}
	}
	return false
}

// escapes reports whether one of some statements leaves the block if an option is, or isn't, set. Most that leave a block early have other reasons.
func (c *checker) escapes(stmts []ast.Stmt) bool {
	return slices.ContainsFunc(stmts, func(stmt ast.Stmt) bool {
		cond, ok := stmt.(*ast.IfStmt)
		return ok && len(cond.Body.List) > 0 && leaves(cond.Body.List[len(cond.Body.List)-1]) && c.isOption(cond.Cond, false, true)
	})
}

func leaves(stmt ast.Stmt) bool {
	switch stmt.(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	}
	return false
}

// isCase reports whether a case of a switch stands for an option.
func (c *checker) isCase(clause inspector.Cursor) bool {
	sw, ok := clause.Parent().Parent().Node().(*ast.SwitchStmt)
	if !ok {
		return false
	}
	list := clause.Node().(*ast.CaseClause).List
	if sw.Tag == nil {
		return slices.ContainsFunc(list, func(x ast.Expr) bool { return c.isOption(x, true, false) })
	}
	return c.speaks(sw.Tag, speaksOf) || slices.ContainsFunc(list, func(x ast.Expr) bool { return c.speaks(x, speaksOf) })
}

// isOption reports whether a condition that holds, or doesn't, is an option, or may be one: a variable, a field, or what is compared with
// words like "insecure". That TLS is used at all, that something is of a type, or isn't nil, is none.
func (c *checker) isOption(cond ast.Expr, holds, strict bool) bool {
	cond = ast.Unparen(cond)
	switch x := cond.(type) {
	case *ast.UnaryExpr:
		return x.Op == token.NOT && c.isOption(x.X, !holds, strict)
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return c.isOption(x.X, holds, strict) || c.isOption(x.Y, holds, strict)
		}
		return c.speaks(x, speaksOf) || isAbsence(x, holds) && c.speaks(x, speaksOfMaterial)
	}
	return c.speaks(cond, speaksOf) || !strict && c.mayBeOption(cond, holds)
}

// mayBeOption reports whether a condition that isn't understood may be an option.
func (c *checker) mayBeOption(cond ast.Expr, holds bool) bool {
	switch x := cond.(type) {
	case *ast.Ident:
		return x.Name != "ok" && !c.commaOK(x) && !(holds && switchesTLSOn(x.Name)) && c.TypesInfo.Types[x].Value == nil
	case *ast.SelectorExpr:
		return !(holds && switchesTLSOn(x.Sel.Name))
	case *ast.CallExpr:
		return !c.ofStd(x) && !(holds && switchesTLSOn(types.ExprString(x.Fun)))
	}
	return true
}

// isAbsence reports whether a comparison that holds, or doesn't, says that something is nil, empty or zero.
func isAbsence(x *ast.BinaryExpr, holds bool) bool {
	switch x.Op {
	case token.EQL, token.LSS, token.LEQ:
		return holds
	case token.NEQ, token.GTR, token.GEQ:
		return !holds
	}
	return false
}

// ofStd reports whether a call is one of a function of the standard library, which knows no options.
func (c *checker) ofStd(call *ast.CallExpr) bool {
	name := c.callee(call)
	for _, prefix := range []string{"strings.", "bytes.", "errors.", "slices.", "net.", "(net.", "(*net"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// switching are words in the names of variables that say that TLS is used.
var switching = []string{
	"use", "using", "enable", "enabled", "is", "with", "has", "want", "on", "ssl", "tls", "https", "secure", "starttls", "start", "ldaps", "smtps", "wss",
	"encrypt", "encrypted", "encryption",
}

func switchesTLSOn(name string) bool {
	words := flow.Words(name[strings.LastIndexByte(name, '.')+1:])
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(switching, word) })
}

// commaOK reports whether a variable tells whether a value is of a type, or in a map.
func (c *checker) commaOK(id *ast.Ident) bool {
	obj := c.TypesInfo.Uses[id]
	for cur := range c.root.Preorder((*ast.AssignStmt)(nil)) {
		assign := cur.Node().(*ast.AssignStmt)
		if len(assign.Lhs) != 2 || len(assign.Rhs) != 1 {
			continue
		}
		name, ok := assign.Lhs[1].(*ast.Ident)
		if !ok || obj == nil || c.TypesInfo.ObjectOf(name) != obj {
			continue
		}
		switch x := ast.Unparen(assign.Rhs[0]).(type) {
		case *ast.TypeAssertExpr:
			return true
		case *ast.IndexExpr:
			return !c.speaks(x, speaksOf)
		}
	}
	return false
}

// speaking are parts of names and texts by which an option may speak of the check, and of where the program runs. Material is
// what a certificate is checked with: without it, there may be no other choice. Those of runs and material are words.
var (
	speaking = []string{"insecure", "skip", "verif", "sslmode", "tlsmode", "selfsign", "trust", "unsafe", "knownhost", "fingerprint", "hostkey", "strict"}
	runs     = []string{"dev", "develop", "development", "debug", "local", "localhost", "staging", "test", "testing", "prod", "production", "env", "environment", "pin", "pins"}
	material = []string{"ca", "cas", "cacert", "cafile", "cert", "certs", "certificate", "certificates", "key", "pem", "pool", "root", "roots", "rootcas"}
)

// speaks reports whether a condition mentions a name or a text of some kind, or the environment.
func (c *checker) speaks(x ast.Expr, of func(string) bool) bool {
	found := false
	ast.Inspect(x, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			name := c.callee(n)
			found = found || name == "os.Getenv" || name == "os.LookupEnv"
		case *ast.Ident:
			found = found || of(n.Name)
		case *ast.BasicLit:
			found = found || of(n.Value)
		}
		return !found
	})
	return found
}

func speaksOf(text string) bool { return says(text, speaking) || hasWord(text, runs) }

func speaksOfMaterial(text string) bool { return hasWord(text, material) }

// says reports whether a name has one of some parts, however its words are joined.
func says(name string, parts []string) bool {
	name = strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(name))
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(name, part) })
}

// purposes are words in the names of packages, types and functions that call servers of which they know nothing: to find them, to look
// at them, or to see whether they are there.
var purposes = []string{
	"scan", "scanner", "scanning", "probe", "prober", "probing", "fingerprint", "detect", "detector", "detection", "discover", "discovery", "crawl", "crawler",
	"spider", "fuzz", "fuzzer", "recon", "pentest", "exploit", "poc", "mitm", "sniff", "sniffer", "perftest", "bench", "benchmark", "loadtest", "stress",
	"health", "healthcheck", "healthy", "healthz", "liveness", "readiness", "ready", "ping", "alive", "reachable", "available", "handshake", "bootstrap",
}

// purposeful reports whether the code at cur is there to call servers of which it knows nothing.
func (c *checker) purposeful(cur inspector.Cursor) bool {
	fn := function(cur)
	return hasWord(c.Pkg.Path(), purposes) || fn != nil && (hasWord(fn.Name.Name, purposes) || hasWord(receiver(fn), purposes))
}

// nearby reports whether the function around cur names an address of this machine, and so hardly calls another one.
func (c *checker) nearby(cur inspector.Cursor) bool {
	return c.names(cur, []string{"local", "localhost", "loopback", "unix"}, func(text string) bool { return isLoopback(text) || isSocket(text) })
}

// places are words in the names of variables that hold an address: "localAddr".
var places = []string{"addr", "address", "host", "port", "url", "endpoint", "server"}

// names reports whether the function around cur has one of some words in its name, or in that of an address in its body, or a
// constant of some kind there.
func (c *checker) names(cur inspector.Cursor, words []string, is func(string) bool) bool {
	fn := function(cur)
	if fn == nil {
		return false
	}
	found := hasWord(fn.Name.Name, words)
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			_, isFunc := c.TypesInfo.ObjectOf(id).(*types.Func) // conn.LocalAddr()
			found = found || !isFunc && hasWord(id.Name, words) && hasWord(id.Name, places)
		}
		x, ok := n.(ast.Expr)
		if v := c.TypesInfo.Types[x].Value; ok && v != nil && v.Kind() == constant.String {
			found = found || is(constant.StringVal(v))
		}
		return !found
	})
	return found
}

// isLoopback reports whether a text is an address or URL of this machine, or begins with one.
func isLoopback(text string) bool {
	host := text
	if u, err := url.Parse(text); err == nil && u.Host != "" {
		host = u.Host
	} else if _, rest, ok := strings.Cut(text, "://"); ok {
		host = rest
	}
	return lint.IsLoopback(host)
}

func isSocket(text string) bool { return text == "unix" || strings.HasPrefix(text, "unix:") }

// forDevelopment reports whether a build tag keeps the file out of what is shipped.
func (c *checker) forDevelopment(cur inspector.Cursor) bool {
	file := c.FileAt(cur.Node().Pos())
	return slices.ContainsFunc(file.Comments, func(group *ast.CommentGroup) bool {
		return group.Pos() < file.Package && slices.ContainsFunc(group.List, func(comment *ast.Comment) bool {
			return strings.HasPrefix(comment.Text, "//go:build ") && hasWord(comment.Text, []string{"dev", "debug", "test", "insecure", "e2e", "integration"})
		})
	})
}
