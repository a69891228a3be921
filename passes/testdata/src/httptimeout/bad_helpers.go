package httptimeout

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
)

func helperInFunction(u string) (*http.Response, error) {
	return http.Get(u) // want `http.Get can block helperInFunction for ever: http.DefaultClient has no timeout and the request has no deadline`
}

func helperInLoop(urls []string) {
	for _, u := range urls {
		resp, err := http.Head(u) // want `http.Head can block the loop in helperInLoop for ever`
		if err == nil {
			resp.Body.Close()
		}
	}
}

func helperInGoroutine(u string, wg *sync.WaitGroup) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		_, _ = http.Post(u, "text/plain", strings.NewReader("x")) // want `http.Post can block a goroutine in helperInGoroutine for ever`
	}()
}

func helperInHandler(w http.ResponseWriter, r *http.Request) {
	_, err := http.PostForm("https://example.com", url.Values{}) // want `http.PostForm can block the handler helperInHandler for ever`
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func defaultClientDirectly(req *http.Request) {
	plain, _ := http.NewRequest("GET", "https://example.com", nil)
	_, _ = http.DefaultClient.Do(plain) // want `http.DefaultClient.Do can block defaultClientDirectly for ever`
}

func defaultClientByAlias(u string) {
	c := http.DefaultClient // want `c.Get \(line 45\) can block defaultClientByAlias for ever: http.DefaultClient has no timeout`
	_, _ = c.Get(u)
}

// One client is to be changed, not two calls.
func requestInHelper(u string) error {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return err
	}
	if err := sendRequest(req); err != nil {
		return err
	}
	return sendRequest(req)
}

func sendRequest(req *http.Request) error {
	client := http.Client{} // want `sendRequest \(line 54\) can block requestInHelper for ever: this http.Client has no timeout and the request has no deadline`
	_, err := client.Do(req)
	return err
}
