package httptimeout

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

var hosts policies

func init() {
	Analyzer.Flags.Var(&hosts, "hosts", "how long a request to a host, or one below it, may take: api.example.com=10s, or stream.example.com=none for ever; separated by commas")
}

// A policy says how long a request to a host may take.
type policy struct {
	domain string
	// limit is 0 where it may take for ever.
	limit time.Duration
}

// policies is the value of a flag.
type policies struct {
	lint.List
	all []policy
}

// Set replaces the policies.
func (ps *policies) Set(text string) error {
	var all []policy
	err := ps.Parse(text, func(item string) error {
		domain, duration, _ := strings.Cut(item, "=")
		limit, err := time.ParseDuration(duration)
		if !lint.IsDomain(domain) || duration != "none" && (err != nil || limit <= 0) {
			return fmt.Errorf("%q is none of the form HOST=10s or HOST=none", item)
		}
		all = append(all, policy{domain: strings.ToLower(domain), limit: limit}) // 0 for none
		return nil
	})
	if err == nil {
		ps.all = all
	}
	return err
}

// of returns the policy for a host: that of the longest name that the host is, or lies below.
func (ps *policies) of(host string) (policy, bool) {
	var found policy
	for _, p := range ps.all {
		if lint.IsBelow(host, p.domain) && len(p.domain) > len(found.domain) {
			found = p
		}
	}
	return found, found.domain != ""
}

// An allowance is how long a request may take, which may go to one of several hosts.
type allowance struct {
	// endless says that it may take for ever.
	endless bool
	// longest is the longest that a policy says, or the default for a host without one; named is the host that a policy is for, if all have one.
	longest time.Duration
	named   string
	// mixed says that the hosts have different ones.
	mixed bool
}

// allowed returns how long the request that a call sends may take.
func allowed(p *lint.Pass, call ssa.CallInstruction) allowance {
	a := allowance{longest: timeout}
	if len(hosts.all) == 0 {
		return a
	}
	for i, host := range p.Hosts(call) {
		own, ok := hosts.of(host)
		switch {
		case !ok:
			own.limit = timeout
		case own.limit == 0:
			return allowance{endless: true}
		}
		if i == 0 {
			a.longest, a.named = own.limit, own.domain
			continue
		}
		a.mixed = a.mixed || own.limit != a.longest
		a.longest = max(a.longest, own.limit)
		if own.domain == "" {
			a.named = ""
		}
	}
	return a
}

// limit returns the timeout for a client, or false where its requests want different ones.
func (d *defect) limit(p *lint.Pass) (common time.Duration, ok bool) {
	for i, s := range d.sends {
		a := allowed(p, s.Call)
		if a.mixed || d.endless || i > 0 && a.longest != common {
			return 0, false
		}
		common = a.longest
	}
	return common, true
}
