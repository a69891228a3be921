// Package roko is a stub of github.com/buildkite/roko.
package roko

import (
	"context"
	"time"
)

type (
	Retrier    struct{}
	RetrierOpt func(*Retrier)
	Strategy   func(*Retrier) time.Duration
)

func NewRetrier(opts ...RetrierOpt) *Retrier { return nil }

func (r *Retrier) Do(callback func(*Retrier) error) error { return nil }
func (r *Retrier) DoWithContext(ctx context.Context, callback func(*Retrier) error) error {
	return nil
}
func (r *Retrier) Break()                          {}
func (r *Retrier) SetNextInterval(d time.Duration) {}
func (r *Retrier) AttemptCount() int               { return 0 }

func DoFunc[T any](ctx context.Context, r *Retrier, callback func(*Retrier) (T, error)) (t T, err error) {
	return t, nil
}
func DoFunc2[T1, T2 any](ctx context.Context, r *Retrier, callback func(*Retrier) (T1, T2, error)) (t1 T1, t2 T2, err error) {
	return t1, t2, nil
}
func DoFunc3[T1, T2, T3 any](ctx context.Context, r *Retrier, callback func(*Retrier) (T1, T2, T3, error)) (t1 T1, t2 T2, t3 T3, err error) {
	return t1, t2, t3, nil
}

func WithMaxAttempts(maxAttempts int) RetrierOpt                     { return nil }
func TryForever() RetrierOpt                                         { return nil }
func WithStrategy(strategy Strategy, strategyType string) RetrierOpt { return nil }
func WithJitter() RetrierOpt                                         { return nil }
func WithJitterRange(min, max time.Duration) RetrierOpt              { return nil }
func Constant(interval time.Duration) (Strategy, string)             { return nil, "" }
func Exponential(base, adjustment time.Duration) (Strategy, string)  { return nil, "" }
func ExponentialSubsecond(initial time.Duration) (Strategy, string)  { return nil, "" }
