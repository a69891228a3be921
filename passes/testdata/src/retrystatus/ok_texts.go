package retrystatus

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"time"
)

// Only what says that it is worth it is repeated.
func unlessText(c *http.Client, req *http.Request) (err error) {
	for range 3 {
		err = fetchText(c, req)
		if err == nil || !strings.Contains(err.Error(), "429") && !strings.Contains(err.Error(), "status 503") {
			return err
		}
		time.Sleep(time.Minute)
	}
	return err
}

// What the service says isn't known.
func unlessBody(c *http.Client, req *http.Request) (err error) {
	for range 3 {
		if err = fetchBody(c, req); err == nil || strings.Contains(err.Error(), "invalid") {
			return err
		}
		time.Sleep(time.Minute)
	}
	return err
}

func fetchBody(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		body, _ := io.ReadAll(resp.Body)
		return errors.New(string(body))
	}
	return nil
}
