package lint

import (
	"go/ast"
	"iter"
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// urlArgs are the functions of net/http that take a request's URL, with the argument's number; a receiver is number 0.
var urlArgs = map[string]int{
	"net/http.NewRequest": 1, "net/http.NewRequestWithContext": 2,
	"net/http.Get": 0, "net/http.Head": 0, "net/http.Post": 0, "net/http.PostForm": 0,
	"(*net/http.Client).Get": 1, "(*net/http.Client).Head": 1, "(*net/http.Client).Post": 1, "(*net/http.Client).PostForm": 1,
}

// An Addressed is a call that sends or makes a request to a URL.
type Addressed struct {
	Call ssa.CallInstruction
	Expr *ast.CallExpr
	// URLs are what its URL may be.
	URLs []flow.Text
}

// Addressed yields the calls of the package that send or make a request.
func (p *Pass) Addressed() iter.Seq[*Addressed] {
	return func(yield func(*Addressed) bool) {
		for instr := range p.instructions() {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if a := p.addressed(call); a != nil && !yield(a) {
				return
			}
		}
	}
}

func (p *Pass) addressed(call ssa.CallInstruction) *Addressed {
	fn := flow.CalleeOf(call.Common())
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "net/http" || p.Quiet(call.Pos()) {
		return nil
	}
	arg, ok := urlArgs[fn.FullName()]
	if !ok {
		return nil
	}
	expr, ok := p.CallExpr(call)
	if !ok {
		return nil
	}
	return &Addressed{Call: call, Expr: expr, URLs: p.Summary.Texts(call.Common().Args[arg])}
}

// RequestOf returns the request that a call or an assignment sets a header of, or nil.
func RequestOf(site ssa.Instruction) ssa.Value {
	var headers ssa.Value
	switch site := site.(type) {
	case *ssa.MapUpdate:
		headers = site.Map
	case ssa.CallInstruction:
		if fn := flow.CalleeOf(site.Common()); fn == nil || len(site.Common().Args) == 0 {
			return nil
		}
		headers = site.Common().Args[0]
		if summary.IsHTTPRequest(headers.Type()) {
			return headers
		}
	}
	load, ok := headers.(*ssa.UnOp)
	if !ok {
		return nil
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok || !summary.IsHTTPRequest(addr.X.Type()) {
		return nil
	}
	return addr.X
}

// FormSecret returns the name of a credential that a form or a query (a url.Values) is given, or "".
func FormSecret(form ssa.Value) string {
	if form.Referrers() == nil {
		return "" // nil
	}
	for _, use := range *form.Referrers() {
		var key ssa.Value
		switch use := use.(type) {
		case *ssa.Call:
			fn := flow.CalleeOf(&use.Call)
			if fn == nil || fn.FullName() != "(net/url.Values).Set" && fn.FullName() != "(net/url.Values).Add" {
				continue
			}
			key = use.Call.Args[1]
		case *ssa.MapUpdate:
			key = use.Key
		default:
			continue
		}
		if name, ok := flow.ConstString(key); ok && (summary.IsWireName(name) || catalog.NamesSecret(name)) {
			return name
		}
	}
	return ""
}

// Host returns the host of a URL that begins as the text does, with its port, or false where that isn't constant.
func Host(text flow.Text) (string, bool) {
	if len(text) == 0 || text[0].Origin.Kind != flow.Constant {
		return "", false
	}
	_, rest, ok := strings.Cut(text[0].Constant, "://")
	if !ok {
		return "", false
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 && len(text) > 1 {
		return "", false // its end is in another part
	}
	if end >= 0 {
		rest = rest[:end]
	}
	return rest[strings.LastIndexByte(rest, '@')+1:], rest != ""
}

// inside are the ends of host names that don't leave a network of one's own.
var inside = []string{".local", ".internal", ".svc", ".lan", ".home", ".localdomain", ".test", ".invalid", ".localhost", "example.com"}

// IsInside reports whether a host belongs to this machine or a private network: by its address, or by a name without a domain.
func IsInside(host string) bool {
	name := strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if colon := strings.LastIndexByte(host, ':'); colon >= 0 && !strings.HasPrefix(host, "[") {
		name = host[:colon]
	}
	return !strings.Contains(name, ".") || isPrivateAddress(name) ||
		slices.ContainsFunc(inside, func(end string) bool { return strings.HasSuffix(name, end) })
}

// IsLoopback reports whether an address, or the beginning of one, names the loopback interface.
func IsLoopback(addr string) bool {
	return addr == "localhost" || addr == "::1" || strings.HasPrefix(addr, "localhost:") || strings.HasPrefix(addr, "localhost/") ||
		strings.HasPrefix(addr, "127.") || strings.HasPrefix(addr, "[::1]")
}

// isPrivateAddress reports whether a host is an IP address that isn't routed on the Internet.
func isPrivateAddress(host string) bool {
	addr, err := netip.ParseAddr(host)
	return err == nil && (addr.IsPrivate() || addr.IsLoopback() || addr.IsLinkLocalUnicast() || addr.IsUnspecified())
}

// A URLSecret is a credential in a URL.
type URLSecret struct {
	// Name is what the URL calls it, or what it is.
	Name string
	// Place is "query", "path" or "user information".
	Place string
}

// URLSecrets returns the credentials in a URL: behind "?name=" where that is the name of one, and values that the package uses as such.
func (p *Pass) URLSecrets(url flow.Text) []URLSecret {
	var found []URLSecret
	before := ""
	for _, part := range url {
		if part.Origin.Kind == flow.Constant {
			found = append(found, namedIn(part.Constant)...)
			before += part.Constant
			continue
		}
		place := "path"
		if strings.Contains(before, "?") {
			place = "query"
		}
		switch name := parameter(before); {
		case name != "" && secretParameter(name):
			found = append(found, URLSecret{name, place})
		case strings.HasSuffix(before, "?") || strings.HasSuffix(before, "&"):
			if name := encodedSecret(part); name != "" {
				found = append(found, URLSecret{name, place})
			}
		case before != "" && strings.Contains(before, "://") && p.Summary.CredentialOf(part) != "":
			found = append(found, URLSecret{"the " + p.Summary.CredentialOf(part), place})
		}
		before += "\x00"
	}
	return found
}

// encodedSecret returns the name of a credential in an encoded query, or "".
func encodedSecret(part flow.Part) string {
	call, ok := part.Origin.Value.(*ssa.Call)
	if !ok {
		return ""
	}
	if fn := flow.CalleeOf(&call.Call); fn != nil && fn.FullName() == "(net/url.Values).Encode" {
		return FormSecret(call.Call.Args[0])
	}
	return ""
}

// parameter returns the name in a query that ends in "name=", or "".
func parameter(before string) string {
	name, ok := strings.CutSuffix(before, "=")
	at := strings.LastIndexAny(name, "?&")
	if !ok || at < 0 {
		return ""
	}
	return name[at+1:]
}

func secretParameter(name string) bool { return summary.IsWireName(name) || catalog.NamesSecret(name) }

// namedIn returns the credentials that are written out in a constant query.
func namedIn(text string) []URLSecret {
	_, query, ok := strings.Cut(text, "?")
	if !ok {
		return nil
	}
	var found []URLSecret
	for pair := range strings.SplitSeq(query, "&") {
		name, value, ok := strings.Cut(pair, "=")
		if ok && secretParameter(name) && !catalog.Placeholder(value) && value != "public" && value != "anonymous" {
			found = append(found, URLSecret{name, "query"})
		}
	}
	return found
}

// A Query is an assignment of an encoded query to the RawQuery of a URL.
type Query struct {
	Node ast.Node
	// Name is what the query calls the credential in it.
	Name string
	// Hosts are the hosts that the URL is known to name.
	Hosts []string
}

// Queries yields the assignments of queries with a credential.
func (p *Pass) Queries() iter.Seq[Query] {
	return func(yield func(Query) bool) {
		for instr := range p.instructions() {
			store, ok := instr.(*ssa.Store)
			if !ok || !isRawQuery(store.Addr) || ofOtherScheme(store.Addr.(*ssa.FieldAddr).X) {
				continue
			}
			hosts, _ := p.hosts(store.Addr.(*ssa.FieldAddr).X)
			if node, name := p.query(store); name != "" && !yield(Query{node, name, hosts}) {
				return
			}
		}
	}
}

// hosts returns the hosts of a parsed URL, or of that of a request, that are known. all says whether it has no others.
func (p *Pass) hosts(url ssa.Value) (hosts []string, all bool) {
	all = true
	for _, o := range p.Summary.Reaching(url) {
		call, ok := o.Value.(*ssa.Call)
		if !ok || o.Kind != flow.Result {
			all = false
			continue
		}
		own, known := p.addressedAt(call, o)
		hosts, all = append(hosts, own...), all && known
	}
	return hosts, all && len(hosts) > 0
}

// addressedAt returns the hosts of the URL that a call is given, in the calling context of an origin. all says whether it has no others.
func (p *Pass) addressedAt(call ssa.CallInstruction, o flow.Origin) (hosts []string, all bool) {
	fn := flow.CalleeOf(call.Common())
	if fn == nil {
		return nil, false
	}
	arg, ok := urlArgs[fn.FullName()]
	if fn.FullName() == "net/url.Parse" {
		arg, ok = 0, true
	}
	if !ok {
		return nil, false
	}
	texts := p.Summary.TextsAt(call.Common().Args[arg], o)
	for _, text := range texts {
		if host, known := Host(text); known {
			hosts = append(hosts, host)
		}
	}
	return hosts, len(hosts) > 0 && len(hosts) == len(texts)
}

// Hosts returns the hosts that a call may send a request to, or none where not all of them are known.
func (p *Pass) Hosts(call ssa.CallInstruction) []string {
	if hosts, all := p.addressedAt(call, flow.Origin{}); all {
		return hosts
	}
	for _, arg := range call.Common().Args {
		if summary.IsHTTPRequest(arg.Type()) && !p.isRedirected(arg) {
			if hosts, all := p.hosts(arg); all {
				return hosts
			}
		}
	}
	return nil
}

// isRedirected reports whether the package changes the URL of a request after it is made.
func (p *Pass) isRedirected(request ssa.Value) bool {
	field := summary.FieldNamed(request.Type(), "URL")
	return slices.ContainsFunc(p.Summary.Reaching(request), func(o flow.Origin) bool {
		return slices.ContainsFunc(p.Summary.FieldAddrs(o, field), func(addr *ssa.FieldAddr) bool { return isStored(addr, 0) })
	})
}

// isStored reports whether something is stored at an address, or in a field of what it points to.
func isStored(addr ssa.Value, depth int) bool {
	return depth < 3 && slices.ContainsFunc(*addr.Referrers(), func(use ssa.Instruction) bool {
		switch use := use.(type) {
		case *ssa.Store:
			return use.Addr == addr
		case *ssa.UnOp:
			return isStored(use, depth+1)
		case *ssa.FieldAddr:
			return isStored(use, depth+1)
		}
		return false
	})
}

// ofOtherScheme reports whether a URL is made with a scheme by which nothing is sent: programs keep settings in such.
func ofOtherScheme(url ssa.Value) bool {
	made, ok := url.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, use := range *made.Referrers() {
		addr, ok := use.(*ssa.FieldAddr)
		if !ok || flow.FieldOf(addr).Name() != "Scheme" {
			continue
		}
		for _, use := range *addr.Referrers() {
			store, ok := use.(*ssa.Store)
			if !ok {
				continue
			}
			scheme, ok := flow.ConstString(store.Val)
			if ok && !slices.Contains([]string{"http", "https", "ws", "wss"}, strings.ToLower(scheme)) {
				return true
			}
		}
	}
	return false
}

func isRawQuery(addr ssa.Value) bool {
	field, ok := addr.(*ssa.FieldAddr)
	return ok && flow.TypeWord(field.X.Type()) == "url.URL" && flow.FieldOf(field).Name() == "RawQuery"
}

// query returns the assignment of a query, and the name of the credential in it.
func (p *Pass) query(store *ssa.Store) (ast.Node, string) {
	for _, text := range p.Summary.Texts(store.Val) {
		for _, part := range text {
			if name := encodedSecret(part); name != "" {
				node, _ := p.Site(store)
				return node, name
			}
		}
	}
	return nil, ""
}
