package plaintextauth

import "net/http"

func redirecting(token string) []*http.Client {
	return []*http.Client{
		{CheckRedirect: func(req *http.Request, via []*http.Request) error {
			req.Header = via[len(via)-1].Header.Clone() // want `a redirect to another host takes all headers along: whoever the server redirects to gets it \(CheckRedirect doesn't look at the host\)`
			return nil
		}},
		{CheckRedirect: func(req *http.Request, via []*http.Request) error {
			req.Header.Set("Authorization", "Bearer "+token) // want `a redirect to another host takes the Authorization header along`
			return nil
		}},
		{CheckRedirect: withPassword},
	}
}

func withPassword(req *http.Request, _ []*http.Request) error {
	req.SetBasicAuth("me", "") // want `a redirect to another host takes the password along`
	return nil
}
