package webhookverify

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// replay reports a receiver that signs the time of a webhook with its key, but doesn't look how long ago that was.
func (f *finder) replay(r *summary.Receiver) {
	var stamp *ssa.Call
	for _, fn := range f.WorksOn(r) {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := flow.CalleeOf(call.Common())
			switch {
			case callee == nil || callee.Pkg() == nil:
				if call.Common().StaticCallee() == nil {
					return // who knows what it does
				}
			case tellsTime(callee.FullName()), f.Summary.Callee(call) == nil && !catalog.Indifferent(callee.Pkg().Path()) && f.Summary.Gives(call.Common()):
				return
			}
			if catalog.SignedTime(headerOf(call.Common())) {
				stamp, _ = call.(*ssa.Call)
			}
		}
	}
	if stamp == nil {
		return
	}
	if expr, ok := f.CallExpr(stamp); ok {
		f.ReportOnce(expr, "replay", "whoever recorded a request can send it again at any time: this time is signed, but never compared with the clock")
	}
}

// headerOf returns the header that a call reads, or "".
func headerOf(call *ssa.CallCommon) string {
	row := catalog.InboundOf(flow.CalleeOf(call))
	if row == nil || row.Key == catalog.None || row.Reads&catalog.InHeader == 0 {
		return ""
	}
	key, _ := flow.ConstString(summary.Operand(call, row.Key))
	return key
}

// tellsTime reports whether a function reads a time, or a number that may be one.
func tellsTime(name string) bool {
	return strings.HasPrefix(name, "strconv.Parse") || name == "strconv.Atoi" || strings.HasPrefix(name, "time.") || strings.HasPrefix(name, "(time.Time).") ||
		name == "(github.com/slack-go/slack.SecretsVerifier).Ensure"
}
