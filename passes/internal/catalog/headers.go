package catalog

import "strings"

// WaitHeader reports whether a header of an answer says how long the client is to wait: Retry-After (RFC 9110,
// section 10.2.3), the reset time of a rate limit (RateLimit-Reset in early drafts of
// draft-ietf-httpapi-ratelimit-headers, X-RateLimit-Reset before them), and the spellings that services use for them.
func WaitHeader(name string) bool {
	name = strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(name))
	return strings.Contains(name, "retryafter") || strings.Contains(name, "ratelimit") && strings.Contains(name, "reset")
}
