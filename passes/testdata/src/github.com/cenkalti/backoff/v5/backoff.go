// Package backoff is a stub of github.com/cenkalti/backoff/v5.
package backoff

import (
	"context"
	"time"
)

type (
	Operation[T any] func() (T, error)
	RetryOption      func(*struct{})
	PermanentError   struct{ Err error }
)

func Retry[T any](ctx context.Context, operation Operation[T], opts ...RetryOption) (t T, err error) {
	return t, nil
}
func Permanent(err error) error { return &PermanentError{err} }

func (e *PermanentError) Error() string { return "" }
func (e *PermanentError) Unwrap() error { return e.Err }

type BackOff interface{ NextBackOff() time.Duration }

type ConstantBackOff struct{ Interval time.Duration }

func NewConstantBackOff(d time.Duration) *ConstantBackOff { return nil }

func (b *ConstantBackOff) NextBackOff() time.Duration { return 0 }

func WithBackOff(b BackOff) RetryOption              { return nil }
func WithMaxElapsedTime(d time.Duration) RetryOption { return nil }
func WithMaxTries(n uint) RetryOption                { return nil }

type ExponentialBackOff struct{ MaxInterval time.Duration }

func NewExponentialBackOff() *ExponentialBackOff { return nil }

func (b *ExponentialBackOff) NextBackOff() time.Duration { return 0 }

type Notify func(error, time.Duration)

func WithNotify(n Notify) RetryOption { return nil }
