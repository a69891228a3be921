// Package own repeats requests by what only its user knows to do that.
package own

import (
	"errors"
	"net/http"
	"time"
)

// A Runner runs something until it succeeds.
type Runner interface {
	Run(name string, fn func() error) error
	Once(fn func() error) error
}

func fetch(r Runner) error {
	c := &http.Client{Timeout: time.Second}
	return r.Run("fetch", func() error {
		resp, err := c.Get("https://api.example.com/") // want `the body of the answer`
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			return errors.New("the service is down")
		}
		return resp.Body.Close()
	})
}

func once(r Runner) error {
	c := &http.Client{Timeout: time.Second}
	return r.Once(func() error {
		resp, err := c.Get("https://api.example.com/")
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			return errors.New("the service is down")
		}
		return resp.Body.Close()
	})
}
