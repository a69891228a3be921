package refreshloop

import "net/http"

type client struct {
	*http.Client
	token func() string
}

func (c *client) recursive(req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req) // want `c.Do is repeated as long as the answer is 401 Unauthorized: a token that is refused once more, for a locked account say, is refreshed for ever`
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	req.Header.Set("Authorization", c.token())
	return c.recursive(req)
}

func (c *client) loop(req *http.Request) (*http.Response, error) {
	for {
		resp, err := c.Do(req) // want `c.Do is repeated as long as the answer is 401 Unauthorized`
		if err != nil {
			return nil, err
		}
		switch resp.StatusCode {
		case 401:
			resp.Body.Close()
			req.Header.Set("Authorization", c.token())
		default:
			return resp, nil
		}
	}
}
