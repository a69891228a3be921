package hosts

import "net/http"

func events() (*http.Response, error) { return http.Get("https://events.example.com/stream") }

func exceptBelow() (*http.Response, error) {
	c := &http.Client{}
	return c.Get("https://events.api.example.com/stream")
}

func chosen(live bool) (*http.Response, error) {
	url := "https://events.example.com/stream"
	if !live {
		url = "https://events.example.com/replay"
	}
	return http.Get(url)
}
