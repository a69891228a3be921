// Package httptimeout defines the rule that finds requests to remote services
// which nothing ends.
//
// # Analyzer httptimeout
//
// httptimeout: an outbound request has neither a client timeout nor a deadline
//
// A request ends when its client's Timeout, its context's deadline or its
// transport's limit does. The rule joins the three, follows each of them through
// variables, fields, constructors, options and the functions of other packages, and reports a
// request for which none is set.
//
// # Bad
//
//	func price(url string) (*http.Response, error) {
//		return http.Get(url)
//	}
//
// # Good
//
//	var client = &http.Client{Timeout: 30 * time.Second}
//
//	func price(url string) (*http.Response, error) {
//		return client.Get(url)
//	}
//
// # Why
//
// The zero http.Client waits for ever: for a connection that was accepted and then
// forgotten, for a header that never comes, for the rest of a body. The
// goroutine that waits holds its locks, its place in a worker pool and its caller,
// so that one silent server stops a whole service. The Go team can't change the
// default, since it would break streaming (golang/go#24138).
//
// # Fix safety
//
// The fix adds a Timeout to the client's literal, or sends through a client
// that has one. It changes what happens to a request that takes longer than that: it
// fails. The Timeout includes the time to read the body.
//
// # Known limits
//
// What is not understood is not reported: clients behind interfaces whose
// implementation is unknown, contexts of inbound requests, clients that users of
// the package hand over. A function that takes a context leaves the deadline to its
// callers, and a call that hands it context.Background is reported. What a package falls back on
// when its users hand over no client (category default) is an advisory only. Requests that are meant to last
// (streams, server-sent events, long polls, downloads, proxies, unix
// sockets) are left alone. A Timeout that another package sets on
// http.DefaultClient is not seen, and neither is what is set for one kind of
// request in some cases and left out in others.
//
// With -httptimeout.hosts, a client whose Timeout is a constant that is longer than its requests to one of the hosts may take is reported, too (category policy), if
// nothing else ends them. A client with a transport of its own isn't, since that may end them. Which host a function of yours sends to isn't known to its callers.
//
// # Options
//
//   - -httptimeout.senders: functions of your own, for all rules, that send a request which only its context ends, by full names (example.com/m/pay.Charge)
//   - -httptimeout.default: the Timeout that fixes set (30s)
//   - -httptimeout.hosts: how long a request to a host, or one below it, may take: api.example.com=10s, or stream.example.com=none for ever; separated by commas
//   - -httptimeout.tests: report findings in tests, test helpers and examples too
package httptimeout
