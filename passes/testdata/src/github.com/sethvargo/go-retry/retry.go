// Package retry is a stub of github.com/sethvargo/go-retry.
package retry

import (
	"context"
	"time"
)

type (
	RetryFunc             func(ctx context.Context) error
	RetryFuncValue[T any] func(ctx context.Context) (T, error)
)

type Backoff interface {
	Next() (next time.Duration, stop bool)
}

func Do(ctx context.Context, b Backoff, f RetryFunc) error { return nil }
func DoValue[T any](ctx context.Context, b Backoff, f RetryFuncValue[T]) (t T, err error) {
	return t, nil
}
func Constant(ctx context.Context, t time.Duration, f RetryFunc) error       { return nil }
func Exponential(ctx context.Context, base time.Duration, f RetryFunc) error { return nil }
func Fibonacci(ctx context.Context, base time.Duration, f RetryFunc) error   { return nil }

func RetryableError(err error) error { return err }

func NewConstant(t time.Duration) Backoff       { return nil }
func NewExponential(base time.Duration) Backoff { return nil }
func NewFibonacci(base time.Duration) Backoff   { return nil }

func WithMaxRetries(max uint64, next Backoff) Backoff             { return nil }
func WithMaxDuration(timeout time.Duration, next Backoff) Backoff { return nil }
func WithCappedDuration(cap time.Duration, next Backoff) Backoff  { return nil }
func WithJitter(j time.Duration, next Backoff) Backoff            { return nil }
func WithJitterPercent(j uint64, next Backoff) Backoff            { return nil }
