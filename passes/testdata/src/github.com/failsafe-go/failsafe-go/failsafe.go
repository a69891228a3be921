// Package failsafe is a stub of github.com/failsafe-go/failsafe-go.
package failsafe

import (
	"context"
	"time"
)

type Policy[R any] interface{ ToExecutor(typeToken R) any }

type (
	Execution[R any]               interface{ Attempts() int }
	ExecutionAttempt[R any]        interface{ Attempts() int }
	ExecutionEvent[R any]          struct{}
	ExecutionDoneEvent[R any]      struct{}
	ExecutionScheduledEvent[R any] struct{}
	DelayFunc[R any]               func(exec ExecutionAttempt[R]) time.Duration
)

type FailurePolicyBuilder[S any, R any] interface {
	HandleErrors(errs ...error) S
	HandleErrorTypes(errs ...any) S
	HandleResult(result R) S
	HandleIf(predicate func(R, error) bool) S
	OnSuccess(listener func(ExecutionEvent[R])) S
	OnFailure(listener func(ExecutionEvent[R])) S
}

type DelayablePolicyBuilder[S any, R any] interface {
	WithDelay(delay time.Duration) S
	WithDelayFunc(delayFunc DelayFunc[R]) S
}

type Executor[R any] interface {
	WithContext(ctx context.Context) Executor[R]
	OnDone(listener func(ExecutionDoneEvent[R])) Executor[R]
	OnSuccess(listener func(ExecutionDoneEvent[R])) Executor[R]
	OnFailure(listener func(ExecutionDoneEvent[R])) Executor[R]
	Run(fn func() error) error
	RunWithExecution(fn func(exec Execution[R]) error) error
	Get(fn func() (R, error)) (R, error)
	GetWithExecution(fn func(exec Execution[R]) (R, error)) (R, error)
}

func With[R any](policies ...Policy[R]) Executor[R] { return nil }
