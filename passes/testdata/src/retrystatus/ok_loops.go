package retrystatus

import (
	"fmt"
	"net/http"
	"net/url"
	"time"
)

func serverErrorsOnly(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 3 {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errGaveUp
}

func untilItExists(c *http.Client, req *http.Request) error {
	for {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusNotFound {
			return nil
		}
		time.Sleep(time.Second)
	}
}

func firstMirror(c *http.Client, mirrors []string) error {
	for _, mirror := range mirrors {
		resp, err := c.Get(mirror)
		if err == nil && resp.StatusCode == http.StatusOK {
			return nil
		}
	}
	return errGaveUp
}

func everyMinute(c *http.Client, req *http.Request) error {
	for {
		resp, err := c.Do(req)
		if err != nil {
			return err
		}
		_ = resp.Body.Close()
		time.Sleep(time.Minute)
	}
}

func transportErrorsOnly(c *http.Client, req *http.Request) (resp *http.Response, err error) {
	for range 3 {
		if resp, err = c.Do(req); err == nil {
			return resp, nil
		}
	}
	return nil, err
}

func firstName(c *http.Client, req *http.Request, base *url.URL, names []string) error {
	for _, name := range names {
		req.URL = base.JoinPath(name)
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode == http.StatusOK {
			return nil
		}
	}
	return errGaveUp
}

// The server has yet to start.
func waitUntilHealthy(c *http.Client, req *http.Request, tries int) bool {
	for range tries {
		if resp, err := c.Do(req); err == nil && resp.StatusCode == http.StatusOK {
			return true
		}
		time.Sleep(100 * time.Millisecond)
	}
	return false
}

func healthCheck(c *http.Client, url string) error {
	resp, err := c.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errGaveUp
	}
	return resp.Body.Close()
}

func boot(c *http.Client, url string) error {
	for range 100 {
		if err := healthCheck(c, url); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return errGaveUp
}

func isRunning(url string) bool {
	for range 5 {
		time.Sleep(500 * time.Millisecond)
		resp, err := http.Get(url + "/api/ping")
		if err == nil && resp.Body.Close() == nil && resp.StatusCode < 400 {
			return true
		}
	}
	return false
}

// Until the user has consented, the server refuses to hand out a token.
func pollForToken(c *http.Client, req *http.Request) error {
	for range 60 {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp.Body.Close()
		}
		time.Sleep(5 * time.Second)
	}
	return errGaveUp
}

func start(c *http.Client, port int) error {
	for range 20 {
		resp, err := c.Get(fmt.Sprintf("http://localhost:%d/api/health", port))
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp.Body.Close()
		}
		time.Sleep(time.Second)
	}
	return errGaveUp
}
