// Package retry is a stub of github.com/avast/retry-go/v4.
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
	DelayTypeFunc                func(n uint, err error, config *Config) time.Duration
	Option                       func(*Config)
	Config                       struct{}
)

func Do(retryableFunc RetryableFunc, opts ...Option) error { return nil }
func DoWithData[T any](retryableFunc RetryableFuncWithData[T], opts ...Option) (t T, err error) {
	return t, nil
}

func Unrecoverable(err error) error { return err }
func IsRecoverable(err error) bool  { return false }

func Attempts(attempts uint) Option                  { return nil }
func UntilSucceeded() Option                         { return nil }
func Delay(delay time.Duration) Option               { return nil }
func MaxDelay(maxDelay time.Duration) Option         { return nil }
func MaxJitter(maxJitter time.Duration) Option       { return nil }
func DelayType(delayType DelayTypeFunc) Option       { return nil }
func LastErrorOnly(lastErrorOnly bool) Option        { return nil }
func WithTimer(t Timer) Option                       { return nil }
func WrapContextErrorWithLastError(wrap bool) Option { return nil }

type Timer interface {
	After(time.Duration) <-chan time.Time
}

func RetryIf(retryIf RetryIfFunc) Option { return nil }
func OnRetry(onRetry OnRetryFunc) Option { return nil }
func Context(ctx context.Context) Option { return nil }

func BackOffDelay(n uint, _ error, config *Config) time.Duration { return 0 }
func FixedDelay(_ uint, _ error, config *Config) time.Duration   { return 0 }
func RandomDelay(_ uint, _ error, config *Config) time.Duration  { return 0 }
func CombineDelay(delays ...DelayTypeFunc) DelayTypeFunc         { return nil }
