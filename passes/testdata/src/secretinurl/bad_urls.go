package secretinurl

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
)

func direct(city string) (*http.Response, error) {
	return http.Get("https://api.weather.io/report?city=" + url.QueryEscape(city) + "&api_key=" + os.Getenv("KEY")) // want `http.Get sends api_key in the query of the URL, which logs and proxies keep and the error of a failed request \(\*url.Error\) prints: send it in a header`
}

func encoded(token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", "https://api.weather.io/report", nil)
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Set("access_token", token)
	req.URL.RawQuery = q.Encode() // want `access_token goes into the URL with the query`
	return http.DefaultClient.Do(req)
}

func values(token string) (*http.Response, error) {
	v := url.Values{"client_secret": {token}}
	return http.Get("https://api.weather.io/report?" + v.Encode()) // want `http.Get sends client_secret in the query of the URL`
}

type client struct{ key, base string }

func NewClient(key, base string) *client { return &client{key, base} }

func (c *client) get() (*http.Response, error) {
	req, err := http.NewRequest("GET", fmt.Sprintf("https://api.weather.io/%s/report", c.key), nil) // want `http.NewRequest sends the credential in the path of the URL`
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-Api-Key", c.key)
	return http.DefaultClient.Do(req)
}

func (c *client) open() (*http.Response, error) {
	return http.Get(c.base + "/report?password=" + c.key) // want `http.Get sends password in the query of the URL`
}
