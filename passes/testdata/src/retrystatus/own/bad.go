// Package own repeats requests by what only its user knows to do that, and which has no word for an error that is for good.
package own

import (
	"fmt"
	"net/http"
	"time"
)

// A Runner runs something until it succeeds.
type Runner interface {
	Run(fn func() error) error
	Telling(notify func(error), fn func() error) error
	Once(fn func() error) error
}

func fetch(r Runner) error {
	c := &http.Client{Timeout: time.Second}
	return r.Run(func() error {
		resp, err := c.Get("https://api.example.com/")
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 400 { // want `is repeated after any client error`
			return fmt.Errorf("refused: %s", resp.Status)
		}
		return nil
	})
}

func telling(r Runner) error {
	c := &http.Client{Timeout: time.Second}
	return r.Telling(func(error) {}, func() error {
		resp, err := c.Get("https://api.example.com/")
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 400 { // want `is repeated after any client error`
			return fmt.Errorf("refused: %s", resp.Status)
		}
		return nil
	})
}

func once(r Runner) error {
	c := &http.Client{Timeout: time.Second}
	return r.Once(func() error {
		resp, err := c.Get("https://api.example.com/")
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 400 {
			return fmt.Errorf("refused: %s", resp.Status)
		}
		return nil
	})
}
