package idempotencykey

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
)

func keyed(c *http.Client, url, key string, order []byte) error {
	for range 3 {
		req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(order))
		if err != nil {
			return err
		}
		req.Header.Set("X-Idempotency-Key", key)
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

func keyedByMap(c *http.Client, url, key string, order []byte) error {
	for range 3 {
		req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(order))
		if err != nil {
			return err
		}
		req.Header = http.Header{"Paypal-Request-Id": {key}}
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

// Any header may be among them.
func manyHeaders(c *http.Client, url string, headers map[string]string, order []byte) error {
	for range 3 {
		req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(order))
		if err != nil {
			return err
		}
		for name, value := range headers {
			req.Header.Set(name, value)
		}
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

func edited(c *http.Client, edit func(*http.Request), url string, order []byte) error {
	for range 3 {
		req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(order))
		if err != nil {
			return err
		}
		edit(req)
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

type payment struct {
	Amount      int
	ClientToken string
}

func keyInBody(c *http.Client, url, token string) error {
	order, err := json.Marshal(payment{Amount: 1, ClientToken: token})
	if err != nil {
		return err
	}
	for range 3 {
		resp, err := c.Post(url, "application/json", bytes.NewReader(order))
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

func put(c *http.Client, url string, order []byte) error {
	for range 3 {
		req, err := http.NewRequest(http.MethodPut, url, bytes.NewReader(order))
		if err != nil {
			return err
		}
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

// The service has not executed what it was too busy for.
func busy(c *http.Client, url string, order []byte) error {
	for range 3 {
		resp, err := c.Post(url, "application/json", bytes.NewReader(order))
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusTooManyRequests && resp.StatusCode != http.StatusServiceUnavailable {
			return nil
		}
	}
	return errGaveUp
}

func runSearch(c *http.Client, url, text string) error {
	for range 3 {
		resp, err := c.Post(url, "text/plain", strings.NewReader(text))
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

func byPath(c *http.Client, host, text string) error {
	for range 3 {
		resp, err := c.Post("https://"+host+"/oauth2/token", "text/plain", strings.NewReader(text))
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

// DoIfIdempotent looks at the method before it repeats.
func DoIfIdempotent(c *http.Client, req *http.Request) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		if attempt == 3 || !repeatable(req) {
			return resp, err
		}
	}
}

func repeatable(req *http.Request) bool {
	return slices.Contains([]string{http.MethodGet, http.MethodHead}, req.Method)
}

// DoByPolicy does so in what decides.
func (c *client) DoByPolicy(req *http.Request) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		resp, err := c.http.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		if !mayRepeat(attempt, req.Method) {
			return resp, err
		}
	}
}

func mayRepeat(attempt int, method string) bool {
	switch method {
	case http.MethodGet, http.MethodPut:
		return attempt < 3
	}
	return false
}

// DoOften decides how often before it begins.
func DoOften(c *http.Client, req *http.Request) (resp *http.Response, err error) {
	attempts := 3
	if req.Method == http.MethodPost {
		attempts = 1
	}
	for range attempts {
		if resp, err = c.Do(req); err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}

// DoRemembered remembers what it decided.
func DoRemembered(c *http.Client, req *http.Request) (resp *http.Response, err error) {
	for attempt := 0; attempt < 3; attempt++ {
		once := req.Method == http.MethodPost
		if resp, err = c.Do(req); err == nil && resp.StatusCode < 500 || once {
			return resp, err
		}
	}
	return resp, err
}

// DoOther leaves requests that are not to be repeated to another function.
func (c *client) DoOther(req *http.Request) (*http.Response, error) {
	if req.Method != http.MethodGet {
		return c.http.Do(req)
	}
	return c.often(req)
}

func (c *client) often(req *http.Request) (resp *http.Response, err error) {
	for range 3 {
		if resp, err = c.http.Do(req); err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}

// Get and Delete are all that the package uses it for.
func (c *client) request(method, url string) (err error) {
	for range 3 {
		req, err := http.NewRequest(method, url, nil)
		if err != nil {
			return err
		}
		resp, err := c.http.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return err
}

func (c *client) Get(url string) error    { return c.request(http.MethodGet, url) }
func (c *client) Delete(url string) error { return c.request(http.MethodDelete, url) }

// Post is what others send searches with.
func postText(c *http.Client, url, text string) error {
	for range 3 {
		resp, err := c.Post(url, "text/plain", strings.NewReader(text))
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

func searchUsers(c *http.Client, url, name string) error { return postText(c, url, name) }
func findOrders(c *http.Client, url, name string) error  { return postText(c, url, name) }

// A file that is there already is refused.
func uploadFile(c *http.Client, url string, file []byte) error {
	for range 3 {
		resp, err := c.Post(url, "application/octet-stream", bytes.NewReader(file))
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

// An event that is lost is worse than one that comes twice.
func postEvent(c *http.Client, url string, event []byte) error {
	for range 3 {
		resp, err := c.Post(url, "application/json", bytes.NewReader(event))
		if err == nil && resp.StatusCode < 500 {
			return nil
		}
	}
	return errGaveUp
}

type step struct {
	ID   string
	Code []byte
}

// Who knows the number knows that the step is the same.
func numbered(c *http.Client, url string, s *step) error {
	for range 3 {
		if err := start(c, url, s); err == nil {
			return nil
		}
	}
	return errGaveUp
}

func start(c *http.Client, url string, s *step) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	resp, err := c.Post(url, "application/json", bytes.NewReader(data))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func suspend(c *http.Client, url string, machine []byte) error {
	for range 3 {
		resp, err := c.Post(url, "application/json", bytes.NewReader(machine))
		if err == nil {
			return resp.Body.Close()
		}
	}
	return errGaveUp
}
