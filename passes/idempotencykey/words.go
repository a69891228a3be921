package idempotencykey

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/flow"
	"github.com/integrationlint/integrationlint/passes/internal/lint"
)

// keys are the names by which a service tells a repetition from a new request, as words. What they begin or end with
// is of no concern: "X-Request-Id", "PayPal-Request-Id".
var keys = [][]string{
	{"client", "token"}, {"request", "id"}, {"requestid"}, {"transaction", "id"}, {"message", "id"}, {"operation", "id"}, {"event", "id"}, {"nonce"},
}

// conditions are the headers by which a change is made once only. Where the method is any, a cache sets them for GET.
var conditions = [][]string{{"if", "match"}, {"if", "none", "match"}, {"if", "unmodified", "since"}}

// isKey reports whether a name is one of a key.
func isKey(name string) bool {
	words := flow.Words(name)
	return slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, "idempot") || strings.HasPrefix(word, "dedup") }) ||
		containsOne(words, keys)
}

func containsOne(words []string, parts [][]string) bool {
	return slices.ContainsFunc(parts, func(part []string) bool { return contains(words, part) })
}

// contains reports whether some words follow each other among others.
func contains(words, part []string) bool {
	for i := range words {
		if i+len(part) <= len(words) && slices.Equal(words[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// keyed reports whether the request may have a key or a condition, in its headers or in its body.
func keyed(s *lint.Sent) bool {
	names, open := s.Headers()
	return open || mentionsKey(s) || slices.ContainsFunc(names, func(name string) bool { return containsOne(flow.Words(name), conditions) })
}

// mentionsKey reports whether the code about the region names a key, or what is sent has a number of its own.
func mentionsKey(s *lint.Sent) bool {
	attempt := s.Region.Attempt.Common()
	sent := attempt.Args
	if attempt.Signature().Recv() != nil && !attempt.IsInvoke() {
		sent = sent[1:]
	}
	if slices.ContainsFunc(sent, hasID) {
		return true
	}
	for name := range s.Mentioned() {
		if isKey(name) {
			return true
		}
	}
	return false
}

// questions are words for requests that only ask, or that may well be sent twice: what they are sent with is POST because
// the question is long or secret.
var questions = []string{
	"token", "tokens", "oauth", "login", "logon", "signin", "auth", "authenticate", "authorize", "session", "refresh", "introspect", "revoke",
	"search", "query", "queries", "graphql", "gql", "rpc", "jsonrpc", "lookup", "list", "get", "fetch", "find", "read", "select", "count", "scroll", "filter",
	"validate", "check", "verify", "test", "ping", "health", "probe", "status", "heartbeat", "poll", "wait", "watch", "resolve", "download", "scan", "preview", "estimate",
	"completion", "completions", "chat", "embed", "embedding", "embeddings", "rerank", "translate", "predict", "classify", "generate", "infer", "inference", "llm",
	"metrics", "telemetry", "traces", "report", "analytics",
}

// states are words for requests that say how things shall be: the second one changes nothing, or is refused because
// of a name that is taken.
var states = []string{
	"upload", "upsert", "put", "replace", "set", "update", "sync", "ensure", "delete", "remove", "cancel", "stop", "close", "enable", "disable", "activate",
	"deactivate", "confirm", "mark", "reset", "suspend", "resume", "pause", "unpause", "terminate", "destroy",
}

// deliveries are words for what had better arrive twice than not at all, which its receivers know.
var deliveries = []string{
	"webhook", "webhooks", "hook", "event", "events", "notify", "notification", "notifications", "notifier", "alert", "alerts", "deliver", "delivery", "emit", "logs", "ingest",
}

// harmless reports whether the request may well be executed twice, by the names that it goes by, or all who send it that way go by.
func harmless(s *lint.Sent) bool {
	for name := range s.Called() {
		if isHarmless(name) {
			return true
		}
	}
	callers := s.Callers()
	return len(callers) > 0 && !slices.ContainsFunc(callers, func(name string) bool { return !isHarmless(name) })
}

// isHarmless reports whether a name is that of such a request.
func isHarmless(name string) bool {
	return slices.ContainsFunc(flow.Words(name), func(word string) bool {
		return slices.Contains(questions, word) || slices.Contains(states, word) || slices.Contains(deliveries, word)
	})
}

// hasID reports whether a value is a struct with a field for a number or name of what it describes: who sends one that it
// has chosen itself can send it twice.
func hasID(v ssa.Value) bool {
	if boxed, ok := v.(*ssa.MakeInterface); ok {
		v = boxed.X
	}
	t := v.Type()
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	sent, ok := t.Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(sent.Fields()), func(field *types.Var) bool {
		return slices.Contains([]string{"id", "uuid", "guid"}, strings.ToLower(field.Name()))
	})
}
