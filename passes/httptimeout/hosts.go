package httptimeout

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

var hosts policies

func init() {
	Analyzer.Flags.Var(&hosts, "hosts", "how long a request to a host, or one below it, may take: api.example.com=10s, or stream.example.com=none for ever; separated by commas")
}

// A policy says how long a request to a host may take.
type policy struct {
	domain string
	// timeout is 0 where it may take for ever.
	timeout time.Duration
}

// policies is the value of a flag.
type policies struct {
	text string
	list []policy
}

// Set replaces the policies.
func (ps *policies) Set(text string) error {
	var list []policy
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		domain, duration, _ := strings.Cut(item, "=")
		p := policy{domain: domain}
		if duration != "none" {
			d, err := time.ParseDuration(duration)
			if err != nil || d <= 0 || domain == "" {
				return fmt.Errorf("%q is none of the form HOST=10s or HOST=none", item)
			}
			p.timeout = d
		}
		list = append(list, p)
	}
	ps.text, ps.list = text, list
	return nil
}

// String returns the policies as they were set.
func (ps *policies) String() string { return ps.text }

// Get returns the policies as they were set.
func (ps *policies) Get() any { return ps.text }

// of returns the policy for a host: that of the longest name that the host is, or lies below.
func (ps *policies) of(host string) (policy, bool) {
	var found policy
	for _, p := range ps.list {
		if lint.IsBelow(host, p.domain) && len(p.domain) > len(found.domain) {
			found = p
		}
	}
	return found, found.domain != ""
}

// allowed returns how long a request may take: what its hosts' policies say, or the default where it may go to another one. ends is false if it
// may take for ever.
func allowed(p *lint.Pass, s *summary.Send) (longest time.Duration, ends bool) {
	if len(hosts.list) == 0 {
		return timeout, true
	}
	names := p.Hosts(s.Call)
	if len(names) == 0 {
		return timeout, true
	}
	for _, host := range names {
		own, ok := hosts.of(host)
		switch {
		case !ok:
			own.timeout = timeout
		case own.timeout == 0:
			return 0, false
		}
		longest = max(longest, own.timeout)
	}
	return longest, true
}

// timeout returns the timeout for a client, or false where its requests want different ones.
func (d *defect) timeout(p *lint.Pass) (common time.Duration, ok bool) {
	for i, s := range d.sends {
		own, _ := allowed(p, s)
		if i > 0 && own != common {
			return 0, false
		}
		common = own
	}
	return common, true
}

// reportSlow reports the requests that may take longer than the policies for their hosts allow.
func reportSlow(p *lint.Pass) {
	if len(hosts.list) == 0 {
		return
	}
	for _, fn := range p.Summary.Functions {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if set, known := p.Summary.TimeoutOf(call); known {
				reportSlower(p, call, set)
			}
		}
	}
}

func reportSlower(p *lint.Pass, call ssa.CallInstruction, set time.Duration) {
	for _, host := range p.Hosts(call) {
		own, ok := hosts.of(host)
		if !ok || own.timeout == 0 || set <= own.timeout {
			continue
		}
		if expr, ok := p.CallExpr(call); ok {
			p.ReportOnce(expr, "policy", "%s can block %s for %v: the client's Timeout is longer than a request to %s may take, %v", lint.Name(expr), p.Blocked(expr.Pos()), set, own.domain, own.timeout)
		}
	}
}
