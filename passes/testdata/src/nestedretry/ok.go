package nestedretry

import (
	"errors"
	"net/http"
	"time"
)

func once(c *http.Client, url string) (*http.Response, error) { return c.Get(url) }

func single(c *http.Client, url string) (resp *http.Response, err error) {
	for i := range 5 {
		if resp, err = once(c, url); err == nil {
			return resp, nil
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	return nil, err
}

func limited(c *http.Client, url string) (*http.Response, error) {
	for i := range 5 {
		resp, err := c.Get(url)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	return nil, errors.New("gave up")
}

// The layers share no failure: one waits for a limit to end, the other for the network.
func shared(c *http.Client, url string) (resp *http.Response, err error) {
	for range 5 {
		resp, err = limited(c, url)
		if err == nil && resp.StatusCode != http.StatusInternalServerError {
			return resp, nil
		}
		if err != nil {
			return nil, err
		}
		time.Sleep(time.Second)
	}
	return nil, err
}

// Each page is got with retries of its own.
func pages(c *http.Client, urls []string) error {
	for _, url := range urls {
		if _, err := get(c, url); err != nil {
			return err
		}
	}
	return nil
}

// The inner loop is about another page each time.
func list(c *http.Client, url string, n int) ([]*http.Response, error) {
	var all []*http.Response
	page := func(i int) error {
		resp, err := c.Get(url)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
		all = append(all, resp)
		return nil
	}
	for i := 0; i < n; i++ {
		if err := page(i); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func listAgain(c *http.Client, url string) (err error) {
	for i := range 5 {
		if _, err = list(c, url, i); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

// It asks until the lock is gone, and each question may take three attempts.
func waitForLock(c *http.Client, url string) error {
	for range 60 {
		if resp, err := tenacious(c, url); err == nil && resp.Header.Get("Locked") == "" {
			return nil
		}
		time.Sleep(5 * time.Second)
	}
	return errors.New("gave up")
}

func tenacious(c *http.Client, url string) (resp *http.Response, err error) {
	for i := range 3 {
		if resp, err = c.Get(url); err == nil {
			return resp, nil
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	return nil, err
}
