// Package directive defines the rule that checks the comments that silence
// other rules.
//
// # Analyzer directive
//
// directive: a comment that silences a rule is malformed or silences nothing
//
// A directive switches a check off at one place. It says why, so that whoever
// reads it later can tell whether the reason still holds:
//
//	//integrationlint:ignore RULE[,RULE] reason
//
// It holds for the line that it stands on or, standing alone, for the line below it, and for
// everything that begins on that line. Behind the last line of a statement it
// holds for the whole statement.
//
// Where something in front of the program verifies webhooks, this above the handler says so, and webhookverify is silent about it:
//
//	//integrationlint:verified-by gateway|mtls|middleware reason
//
// # Bad
//
//	func fetch(url string) (*http.Response, error) {
//		//integrationlint:ignore httptimeout
//		return http.Get(url)
//	}
//
// # Good
//
//	func fetch(url string) (*http.Response, error) {
//		//integrationlint:ignore httptimeout the process lives for a second
//		return http.Get(url)
//	}
//
// # Why
//
// A directive without a reason can't be reviewed, one that names no rule was
// mistyped and silences nothing, and one that silences nothing outlived
// its cause and will hide the next defect on that line.
//
// # Fix safety
//
// There is no fix: only the author knows the reason.
//
// # Known limits
//
// A nolint comment is honoured but not checked; golangci-lint's nolintlint does that.
//
// # Options
//
//   - -directive.tests: check test files, test helpers and examples too
package directive
