package hosts

import (
	"context"
	"net/http"
	"time"
)

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

func quickly() (*http.Response, error) {
	c := &http.Client{Timeout: 5 * time.Second}
	return c.Get("https://api.example.com/price")
}

func elsewhere() (*http.Response, error) { return patient.Get("https://example.org/price") }

func slowly() (*http.Response, error) { return patient.Get("https://slow.example.com/price") }

func byDeadline(ctx context.Context) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/price", nil)
	if err != nil {
		return nil, err
	}
	return patient.Do(req)
}

func forCaller(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/price", nil)
	if err != nil {
		return nil, err
	}
	return patient.Do(req)
}

func byTransport() (*http.Response, error) {
	c := &http.Client{Timeout: time.Minute, Transport: &http.Transport{ResponseHeaderTimeout: time.Second}}
	return c.Get("https://api.example.com/price")
}

func redirected(host string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, "https://api.example.com/price", nil)
	if err != nil {
		return nil, err
	}
	req.URL.Host = host
	return patient.Do(req)
}

func eitherPatiently(live bool) (*http.Response, error) {
	url := "https://api.example.com/price"
	if live {
		url = "https://events.example.com/stream"
	}
	return patient.Get(url)
}
