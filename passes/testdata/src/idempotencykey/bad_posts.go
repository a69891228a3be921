// Package idempotencykey repeats requests.
package idempotencykey

import (
	"bytes"
	"errors"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
)

var errGaveUp = errors.New("gave up")

func pay(c *http.Client, url string, order []byte) error {
	for range 3 {
		resp, err := c.Post(url+"/orders", "application/json", bytes.NewReader(order)) // want `c.Post repeats a POST after an error of the connection without an idempotency key: what the service did before the answer was lost, it does once more`
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
		time.Sleep(time.Second)
	}
	return errGaveUp
}

func change(c *http.Client, url string, order []byte) error {
	for range 3 {
		req, err := http.NewRequest(http.MethodPatch, url, bytes.NewReader(order))
		if err != nil {
			return err
		}
		req.Header.Set("Content-Type", "application/json")
		req.SetBasicAuth("user", "")
		resp, err := c.Do(req) // want `c.Do repeats a PATCH after a status of 500 without an idempotency key`
		if err != nil {
			return err
		}
		if resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

func behindGateway(c *http.Client, url string, order []byte) error {
	for range 3 {
		if err := send(c, http.MethodPost, url, order); err == nil { // want `send repeats a POST after an error of a gateway`
			return nil
		} else if !errors.Is(err, errGateway) {
			return err
		}
	}
	return errGaveUp
}

var errGateway = errors.New("gateway")

func send(c *http.Client, method, url string, order []byte) error {
	req, err := http.NewRequest(method, url, bytes.NewReader(order))
	if err != nil {
		return err
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case http.StatusBadGateway, http.StatusGatewayTimeout:
		return errGateway
	case http.StatusOK:
		return nil
	}
	return errGaveUp
}

func order(c *http.Client, url string, data []byte) error {
	return backoff.Retry(func() error {
		req, err := http.NewRequest("POST", url, bytes.NewReader(data))
		if err != nil {
			return backoff.Permanent(err)
		}
		resp, err := c.Do(req) // want `c.Do repeats a POST after an error of the connection`
		if err != nil {
			return err
		}
		resp.Body.Close()
		return nil
	}, backoff.NewExponentialBackOff())
}
