package summary

import (
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// streaming are words in the names of functions whose requests are meant to last:
// for them a limit on the whole exchange would be the defect.
var streaming = map[string]bool{
	"stream": true, "streams": true, "streaming": true, "sse": true, "subscribe": true, "subscription": true, "watch": true, "watcher": true,
	"tail": true, "follow": true, "poller": true, "proxy": true, "download": true, "downloader": true, "upload": true,
	"uploader": true, "listen": true, "listener": true, "websocket": true, "tunnel": true, "hijack": true, "relay": true, "forward": true,
}

// lasts reports whether a name says that it is about requests that are meant to last.
func lasts(name string) bool {
	if lower := strings.ToLower(name); strings.Contains(lower, "longpoll") || strings.Contains(lower, "long_poll") {
		return true
	}
	return slices.ContainsFunc(flow.Words(name), func(w string) bool { return streaming[w] })
}

// streams reports whether a request is meant to last, or goes to the same
// machine: a limit on it is not wanted.
func (p *Package) streams(call ssa.CallInstruction) bool {
	fn := call.Parent()
	for outer := fn; outer != nil; outer = outer.Parent() {
		if lasts(outer.Name()) || mentionsStream(outer) {
			return true
		}
	}
	if recv := flow.Outermost(fn).Signature.Recv(); recv != nil {
		_, name, _ := strings.Cut(flow.TypeWord(recv.Type()), ".")
		if lasts(name) {
			return true
		}
	}
	return readsAsStream(call) || callsLoopback(call)
}

// mentionsStream reports whether a function names the media type of server-sent events.
func mentionsStream(fn *ssa.Function) bool {
	var buf [8]*ssa.Value
	for instr := range flow.Instructions(fn) {
		for _, operand := range instr.Operands(buf[:0]) {
			if text, ok := flow.ConstString(*operand); ok && (strings.HasPrefix(text, "text/event-stream") || strings.HasPrefix(text, "application/x-ndjson")) {
				return true
			}
		}
	}
	return false
}

// readers are the functions through which a body is read piece by piece, or copied
// to where a large one goes.
var readers = map[string]bool{
	"bufio.NewScanner": true, "bufio.NewReader": true, "bufio.NewReaderSize": true,
	"io.Copy": true, "io.CopyN": true, "io.CopyBuffer": true,
	"archive/tar.NewReader": true, "compress/gzip.NewReader": true,
	"os/exec.Cmd.Stdin": true,
}

// readsAsStream reports whether the body of the call's answer is read piece by piece.
func readsAsStream(call ssa.CallInstruction) bool {
	return answerReaches(call, func(use *ssa.CallCommon, name string) bool { return readers[name] && !small(use) })
}

// readsWhole reports whether the body of the call's answer is read to its end at once.
func readsWhole(call ssa.CallInstruction) bool {
	return answerReaches(call, func(_ *ssa.CallCommon, name string) bool {
		switch name {
		case "io.ReadAll", "io/ioutil.ReadAll", "encoding/json.NewDecoder", "encoding/xml.NewDecoder":
			return true
		}
		return false
	})
}

// answerReaches reports whether the answer of a call, or something in it, is
// passed to a call that is asked for, or stored in a field (there is no call then).
func answerReaches(call ssa.CallInstruction, asked func(call *ssa.CallCommon, callee string) bool) bool {
	if call.Value() == nil {
		return false
	}
	seen := map[ssa.Value]bool{}
	var visit func(v ssa.Value) bool
	visit = func(v ssa.Value) bool {
		if seen[v] || v.Referrers() == nil {
			return false
		}
		seen[v] = true
		for _, use := range *v.Referrers() {
			switch use := use.(type) {
			case *ssa.Call:
				if fn := flow.CalleeOf(&use.Call); fn != nil && asked(&use.Call, fn.FullName()) {
					return true
				}
			case *ssa.Store:
				if asked(nil, fieldWord(use.Addr)) {
					return true
				}
			case *ssa.Extract, *ssa.FieldAddr, *ssa.UnOp, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Phi:
				if visit(use.(ssa.Value)) {
					return true
				}
			}
		}
		return false
	}
	return visit(call.Value())
}

// fieldWord names the field that an address is that of, "os/exec.Cmd.Stdin", or is empty.
func fieldWord(addr ssa.Value) string {
	field, ok := addr.(*ssa.FieldAddr)
	if !ok || flow.FieldOf(field) == nil {
		return ""
	}
	return types.TypeString(field.X.Type().Underlying().(*types.Pointer).Elem(), nil) + "." + flow.FieldOf(field).Name()
}

// small reports whether a copy goes to memory or to nowhere, or to a writer that few callers hand
// over in place of a value to decode into: "if w, ok := v.(io.Writer); ok".
func small(call *ssa.CallCommon) bool {
	if call == nil || len(call.Args) == 0 {
		return false
	}
	switch dst := call.Args[0].(type) {
	case *ssa.UnOp:
		g, ok := dst.X.(*ssa.Global)
		return ok && g.Name() == "Discard"
	case *ssa.MakeInterface:
		word := flow.TypeWord(dst.X.Type())
		return word == "bytes.Buffer" || word == "strings.Builder" || strings.HasSuffix(word, ".Hash")
	case *ssa.Extract:
		assert, ok := dst.Tuple.(*ssa.TypeAssert)
		return ok && assert.CommaOk
	}
	return false
}

// loopback matches URLs of the same machine.
var loopback = regexp.MustCompile(`^(https?|wss?)://(localhost|127\.[0-9.]+|\[::1\])([:/?#]|$)`)

// callsLoopback reports whether a constant URL of the call names this machine.
func callsLoopback(call ssa.CallInstruction) bool {
	for _, arg := range call.Common().Args {
		if text, ok := flow.ConstString(arg); ok && loopback.MatchString(text) {
			return true
		}
	}
	return false
}
