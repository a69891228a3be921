package nestedretry

import (
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
)

func get(c *http.Client, url string) (resp *http.Response, err error) {
	for i := range 5 {
		if resp, err = c.Get(url); err == nil {
			return resp, nil
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	return nil, err
}

func loop(c *http.Client, url string) (resp *http.Response, err error) {
	for i := range 5 {
		if resp, err = get(c, url); err == nil { // want `get is repeated, and repeats c.Get \(line 12\) itself: the attempts of both multiply, and a service that is down gets them all`
			return resp, nil
		}
		time.Sleep(time.Duration(i) * time.Minute)
	}
	return nil, err
}

func library(c *http.Client, url string) error {
	return backoff.Retry(func() error {
		_, err := get(c, url) // want `get is repeated, and repeats c.Get \(line 12\) itself`
		return err
	}, backoff.NewExponentialBackOff())
}
