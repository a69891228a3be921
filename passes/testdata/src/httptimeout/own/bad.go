// Package own sends through what only its user knows to send.
package own

import (
	"context"
	"time"
)

// A Gateway asks another process.
type Gateway interface {
	Charge(ctx context.Context, cents int) error
	Balance() (int, error)
	Name() string
}

func charge(g Gateway) error {
	return g.Charge(context.Background(), 100) // want `g.Charge can block charge for ever`
}

func balance(g Gateway) (int, error) {
	_ = g.Name()
	return g.Balance() // want `g.Balance can block balance for ever`
}

func inTime(g Gateway) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return g.Charge(ctx, 100)
}

func forCaller(ctx context.Context, g Gateway) error { return g.Charge(ctx, 100) }
