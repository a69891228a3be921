package catalog

import (
	"go/types"
	"iter"
	"maps"
	"slices"
	"testing"
)

func TestWebhookHeaders(t *testing.T) {
	tests := []struct {
		name, service               string
		signature, handshake, prove bool
	}{
		{name: "X-Hub-Signature-256", service: "GitHub", signature: true, prove: true},
		{name: "X-GitHub-Event", service: "GitHub"},
		{name: "X-Gitlab-Token", service: "GitLab", signature: true, prove: true},
		{name: "X-Event-Key", service: "Bitbucket"},
		{name: "X-Shopify-Hmac-Sha256", service: "Shopify", signature: true, prove: true},
		{name: "X-Signature-Ed25519", service: "Discord", signature: true, prove: true},
		{name: "hub.verify_token", service: "Meta", handshake: true, prove: true},
		{name: "Authorization", prove: true},
		{name: "User-Agent"},
	}
	for _, test := range tests {
		if got := WebhookHeader(test.name); got != test.service {
			t.Errorf("%s is of %q, want %q", test.name, got, test.service)
		}
		if got := SignatureHeader(test.name); got != test.signature {
			t.Errorf("%s shows who sent it: %v", test.name, got)
		}
		if got := Handshake(test.name); got != test.handshake {
			t.Errorf("%s is of a handshake: %v", test.name, got)
		}
		if got := Proves(test.name); got != test.prove {
			t.Errorf("%s may prove who sent it: %v", test.name, got)
		}
	}
}

func TestIndifferent(t *testing.T) {
	for _, path := range []string{"net/http", "github.com/gin-gonic/gin", "github.com/labstack/echo/v4/middleware", "github.com/go-chi/chi/v5"} {
		if !Indifferent(path) {
			t.Errorf("%s tells who sent a request", path)
		}
	}
	for _, path := range []string{"github.com/go-chi/jwtauth/v5", "example.com/verify", "github.com/gin-contrib/cors"} {
		if Indifferent(path) {
			t.Errorf("%s is known to tell nothing of who sent a request", path)
		}
	}
}

// webhookNames yields the names of the rows on webhooks: functions and types, and what limits or changes something.
func webhookNames(yield func(string) bool) {
	for _, row := range verifiers {
		if !yield(row.Name) {
			return
		}
	}
	for _, names := range []iter.Seq[string]{maps.Keys(webhookFuncs), maps.Keys(webhookTypes), maps.Keys(limiters), maps.Keys(changing)} {
		for name := range names {
			if !yield(name) {
				return
			}
		}
	}
}

// unresolvedWebhooks returns what is wrong with the rows on webhooks, but for those of the standard library, and of unserved packages, that
// aren't in the set.
func (set packageSet) unresolvedWebhooks(unserved map[string]bool) (errs []string) {
	for name := range webhookNames {
		pkgs := set[inboundPackage(name)]
		if len(pkgs) == 0 && !Std(inboundPackage(name)) && !unserved[inboundPackage(name)] {
			errs = append(errs, name+": its package isn't required")
		}
		if len(pkgs) > 0 && !slices.ContainsFunc(pkgs, func(pkg *types.Package) bool { return resolvesWebhook(pkg, name) }) {
			errs = append(errs, name+": there is no such function or type")
		}
	}
	return errs
}

func resolvesWebhook(pkg *types.Package, name string) bool {
	switch obj := lookup(pkg, name).(type) {
	case *types.Func:
		row := VerifierOf(obj)
		if row == nil {
			return WebhookFunc(obj) != "" || LimitsBodies(obj) || Changes(obj)
		}
		isAny := func(types.Type) bool { return true }
		return row.Name == name && operandFits(obj.Signature(), row.Key, isAny) && operandFits(obj.Signature(), row.Body, isAny) &&
			int(row.Verdict) <= obj.Signature().Results().Len()
	case *types.TypeName:
		return WebhookType(obj.Type()) != ""
	}
	return false
}

// TestVerifierService checks that all functions of libraries that verify say whose webhooks, and those of the standard library don't.
func TestVerifierService(t *testing.T) {
	for i := range verifiers {
		row := &verifiers[i]
		std := Std(inboundPackage(row.Name))
		if (row.Service() == "") != std {
			t.Errorf("%s verifies webhooks of %q", row.Name, row.Service())
		}
	}
}
