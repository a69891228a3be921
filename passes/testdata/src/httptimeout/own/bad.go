// Package own sends through what only its user knows to send.
package own

import (
	"context"
	"net/http"
	"time"
)

// A Gateway asks another process.
type Gateway interface {
	Charge(ctx context.Context, cents int) error
	Balance() (int, error)
	Name() string
	Do(req *http.Request) (int, error)
	InTime(timeout time.Duration) error
}

func charge(g Gateway) error {
	return g.Charge(context.Background(), 100) // want `g.Charge can block charge for ever: its context has no deadline \(context.Background\)`
}

func balance(g Gateway) (int, error) {
	_ = g.Name()
	return g.Balance() // want `g.Balance can block balance for ever: it has no timeout of its own`
}

func inTime(g Gateway) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return g.Charge(ctx, 100)
}

func forCaller(ctx context.Context, g Gateway) error { return g.Charge(ctx, 100) }

func request(g Gateway) (int, error) {
	req, err := http.NewRequest(http.MethodGet, "https://api.example.com/", nil)
	if err != nil {
		return 0, err
	}
	return g.Do(req) // want `g.Do can block request for ever`
}

func requestInTime(g Gateway) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/", nil)
	if err != nil {
		return 0, err
	}
	return g.Do(req)
}

func byDuration(g Gateway) error { return g.InTime(time.Second) }
