// Package gax is a stub of github.com/googleapis/gax-go/v2.
package gax

import (
	"context"
	"time"
)

type (
	CallSettings struct{ Path string }
	CallOption   interface{ Resolve(cs *CallSettings) }
	Retryer      interface {
		Retry(err error) (pause time.Duration, shouldRetry bool)
	}
	Backoff struct {
		Initial, Max time.Duration
		Multiplier   float64
	}
	APICall func(context.Context, CallSettings) error
)

func Invoke(ctx context.Context, call APICall, opts ...CallOption) error { return nil }

func WithRetry(fn func() Retryer) CallOption                           { return nil }
func WithTimeout(t time.Duration) CallOption                           { return nil }
func WithPath(p string) CallOption                                     { return nil }
func OnErrorFunc(bo Backoff, shouldRetry func(err error) bool) Retryer { return nil }
func OnHTTPCodes(bo Backoff, cc ...int) Retryer                        { return nil }
