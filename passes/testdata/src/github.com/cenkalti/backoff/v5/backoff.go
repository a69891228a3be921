// Package backoff is a stub of github.com/cenkalti/backoff/v5.
package backoff

import "context"

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
