// Package bodyless makes no request with a body.
package bodyless

import (
	"errors"
	"net/http"
	"time"
)

type transport struct{ attempts int }

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	for i := 0; i < t.attempts; i++ {
		resp, err := http.DefaultTransport.RoundTrip(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		resp.Body.Close()
		time.Sleep(time.Duration(i) * time.Second)
	}
	return nil, errors.New("gave up")
}

func get(url string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	c := http.Client{Transport: &transport{3}}
	return c.Do(req)
}
