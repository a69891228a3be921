package refreshloop

import (
	"errors"
	"net/http"
)

func (c *client) once(req *http.Request, again bool) (*http.Response, error) {
	resp, err := c.Do(req)
	if err == nil && resp.StatusCode == http.StatusUnauthorized && again {
		req.Header.Set("Authorization", c.token())
		return c.once(req, false)
	}
	return resp, err
}

func (c *client) flag(req *http.Request) (*http.Response, error) {
	refreshed := false
	for {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusUnauthorized || refreshed {
			return resp, err
		}
		refreshed = true
		req.Header.Set("Authorization", c.token())
	}
}

func (c *client) counted(req *http.Request) (*http.Response, error) {
	for range 3 {
		resp, err := c.Do(req)
		if err != nil || resp.StatusCode != http.StatusUnauthorized {
			return resp, err
		}
		req.Header.Set("Authorization", c.token())
	}
	return nil, errors.New("refused")
}
