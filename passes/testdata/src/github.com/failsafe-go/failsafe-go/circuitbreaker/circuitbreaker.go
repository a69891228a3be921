// Package circuitbreaker is a stub of github.com/failsafe-go/failsafe-go/circuitbreaker.
package circuitbreaker

import "github.com/failsafe-go/failsafe-go"

type CircuitBreaker[R any] interface{ failsafe.Policy[R] }

type Builder[R any] interface {
	failsafe.FailurePolicyBuilder[Builder[R], R]
	Build() CircuitBreaker[R]
}

func NewBuilder[R any]() Builder[R] { return nil }
