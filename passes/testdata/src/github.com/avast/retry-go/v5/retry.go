// Package retry is a stub of github.com/avast/retry-go/v5.
package retry

import (
	"context"
	"time"
)

type (
	RetryableFunc                func() error
	RetryableFuncWithData[T any] func() (T, error)
	RetryIfFunc                  func(error) bool
	OnRetryFunc                  func(attempt uint, err error)
	Option                       func(*retrierCore)
	Retrier                      struct{ *retrierCore }
	RetrierWithData[T any]       struct{ *retrierCore }
	retrierCore                  struct{}
)

func New(opts ...Option) *Retrier                           { return nil }
func NewWithData[T any](opts ...Option) *RetrierWithData[T] { return nil }

func (r *Retrier) Do(retryableFunc RetryableFunc) error { return nil }
func (r *RetrierWithData[T]) Do(retryableFunc RetryableFuncWithData[T]) (t T, err error) {
	return t, nil
}

func Unrecoverable(err error) error { return err }
func IsRecoverable(err error) bool  { return false }

func Attempts(attempts uint) Option                  { return nil }
func UntilSucceeded() Option                         { return nil }
func Delay(delay time.Duration) Option               { return nil }
func MaxDelay(maxDelay time.Duration) Option         { return nil }
func MaxJitter(maxJitter time.Duration) Option       { return nil }
func LastErrorOnly(lastErrorOnly bool) Option        { return nil }
func WithTimer(t Timer) Option                       { return nil }
func WrapContextErrorWithLastError(wrap bool) Option { return nil }

type Timer interface {
	After(time.Duration) <-chan time.Time
}

func RetryIf(retryIf RetryIfFunc) Option { return nil }
func OnRetry(onRetry OnRetryFunc) Option { return nil }
func Context(ctx context.Context) Option { return nil }
