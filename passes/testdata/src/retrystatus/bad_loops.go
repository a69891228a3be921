// Package retrystatus has retries that repeat what the server refused.
package retrystatus

import (
	"errors"
	"fmt"
	"net/http"
	"time"
)

var errGaveUp = errors.New("gave up")

func untilOK(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 3 {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode == http.StatusOK { // want `c.Do \(line 15\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errGaveUp
}

func send(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func throughHelper(c *http.Client, req *http.Request) (err error) {
	for attempt := 0; attempt < 5; attempt++ {
		if err = send(c, req); err == nil { // want `send \(line 38\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return nil
		}
		time.Sleep(time.Duration(attempt) * time.Second)
	}
	return err
}

// Only those that are named are given up.
func denyListWithoutRest(c *http.Client, req *http.Request) error {
	for {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		switch resp.StatusCode {
		case http.StatusOK:
			return nil
		case http.StatusUnauthorized, http.StatusForbidden: // want `c.Do \(line 49\) is repeated after any client error \(400, 404, 409, 422, ...\), decided here`
			return errGaveUp
		}
		time.Sleep(time.Second)
	}
}

// It is the predicate that has to be mended.
func unlessListed(c *http.Client, req *http.Request) error {
	for attempt := range 4 {
		time.Sleep(time.Second << attempt)
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if !worthRepeating(resp) {
			return nil
		}
	}
	return errors.New("gave up")
}

func worthRepeating(resp *http.Response) bool {
	return resp.StatusCode >= 300 &&
		resp.StatusCode != http.StatusUnauthorized && // want `c.Do \(line \d+\) is repeated after any client error \(400, 403, 409, 422, ...\), decided here`
		resp.StatusCode != http.StatusNotFound
}

func waitAndRetry(c *http.Client, req *http.Request) error {
	for range 5 {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode == http.StatusOK { // want `c.Do \(line \d+\) is repeated after any client error`
			return resp.Body.Close()
		}
		time.Sleep(time.Second)
	}
	return errGaveUp
}

func machines(c *http.Client, base string) error {
	for range 5 {
		resp, err := c.Get(base + "/machines?state=running")
		if err == nil && resp.StatusCode == http.StatusOK { // want `c.Get \(line \d+\) is repeated after any client error`
			return resp.Body.Close()
		}
		time.Sleep(time.Second)
	}
	return errGaveUp
}
