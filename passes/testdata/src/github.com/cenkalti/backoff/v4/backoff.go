// Package backoff is a stub of github.com/cenkalti/backoff/v4.
package backoff

import (
	"context"
	"time"
)

type (
	Operation                func() error
	OperationWithData[T any] func() (T, error)
	Notify                   func(error, time.Duration)
	PermanentError           struct{ Err error }
)

type BackOff interface {
	NextBackOff() time.Duration
	Reset()
}

type Timer interface {
	Start(duration time.Duration)
	Stop()
	C() <-chan time.Time
}

func Retry(Operation, BackOff) error                                      { return nil }
func RetryNotify(Operation, BackOff, Notify) error                        { return nil }
func RetryNotifyWithTimer(Operation, BackOff, Notify, Timer) error        { return nil }
func RetryWithData[T any](OperationWithData[T], BackOff) (t T, err error) { return t, nil }
func RetryNotifyWithData[T any](OperationWithData[T], BackOff, Notify) (t T, err error) {
	return t, nil
}
func RetryNotifyWithTimerAndData[T any](OperationWithData[T], BackOff, Notify, Timer) (t T, err error) {
	return t, nil
}
func Permanent(err error) error { return &PermanentError{err} }

func (e *PermanentError) Error() string { return "" }
func (e *PermanentError) Unwrap() error { return e.Err }

type ExponentialBackOff struct{ MaxElapsedTime time.Duration }

type ExponentialBackOffOpts func(*ExponentialBackOff)

func NewExponentialBackOff(...ExponentialBackOffOpts) *ExponentialBackOff { return nil }

func (b *ExponentialBackOff) NextBackOff() time.Duration { return 0 }
func (b *ExponentialBackOff) Reset()                     {}

type ConstantBackOff struct{ Interval time.Duration }

func NewConstantBackOff(d time.Duration) *ConstantBackOff { return nil }

func (b *ConstantBackOff) NextBackOff() time.Duration { return 0 }
func (b *ConstantBackOff) Reset()                     {}

func WithMaxRetries(b BackOff, max uint64) BackOff              { return nil }
func WithContext(b BackOff, ctx context.Context) BackOffContext { return nil }
func WithMaxElapsedTime(d time.Duration) ExponentialBackOffOpts { return nil }

type BackOffContext interface {
	BackOff
	Context() context.Context
}
