package plaintextauth

import (
	"errors"
	"net/http"
)

func careful(token string) []*http.Client {
	return []*http.Client{
		{CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if req.URL.Host == via[0].URL.Host {
				req.Header.Set("Authorization", "Bearer "+token)
			}
			return nil
		}},
		{CheckRedirect: func(req *http.Request, via []*http.Request) error {
			req.Header.Set("Accept", "application/json")
			return nil
		}},
		{CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if sameHost(req, via[0]) {
				req.Header = via[0].Header
			}
			return nil
		}},
		{CheckRedirect: func(*http.Request, []*http.Request) error { return errors.New("redirected") }},
	}
}

func sameHost(a, b *http.Request) bool { return a.URL.Hostname() == b.URL.Hostname() }
