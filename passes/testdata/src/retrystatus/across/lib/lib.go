// Package lib is a wrapper like every project has one.
package lib

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// ErrNotFound is what is not there.
var ErrNotFound = errors.New("not found")

// StatusError is an answer that was no success.
type StatusError struct{ resp *http.Response }

func (e *StatusError) Error() string { return e.resp.Status }

// Code returns the status code.
func (e *StatusError) Code() int { return e.resp.StatusCode }

// Temporary says whether it is worth another attempt.
func (e *StatusError) Temporary() bool { return e.Code() == 429 || e.Code() >= 500 }

// GetJSON gets and decodes.
func GetJSON(c *http.Client, url string, v any) error { // want GetJSON:`plays`
	resp, err := c.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotFound {
		return fmt.Errorf("%s: %w", url, ErrNotFound)
	}
	if resp.StatusCode >= 300 {
		return &StatusError{resp}
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

// Twice passes on what GetJSON says.
func Twice(c *http.Client, url string, v any) error { // want Twice:`plays`
	if err := GetJSON(c, url, v); err != nil {
		return fmt.Errorf("twice: %w", err)
	}
	return nil
}
