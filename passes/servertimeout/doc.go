// Package servertimeout defines the rule that finds HTTP servers which wait
// for a request's header for ever.
//
// # Analyzer servertimeout
//
// servertimeout: an HTTP server waits without limit for the header of a request
package servertimeout
