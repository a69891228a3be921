// Package hosts calls services of which the user says how long they may take.
package hosts

import (
	"net/http"
	"time"
)

func price() (*http.Response, error) {
	return http.Get("https://api.example.com/price") // want `http.Get can block price for ever`
}

func below() (*http.Response, error) {
	return http.Get("https://eu.api.example.com:8443/price") // want `http.Get can block below for ever`
}

func other() (*http.Response, error) {
	return http.Get("https://example.org/price") // want `http.Get can block other for ever`
}

func unknown(url string) (*http.Response, error) {
	return http.Get(url) // want `http.Get can block unknown for ever`
}

func request() (*http.Response, error) {
	c := &http.Client{} // want `c.Do \(line 31\) can block request for ever`
	req, err := http.NewRequest(http.MethodGet, "https://api.example.com/price", nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

func both() (*http.Response, error) {
	c := &http.Client{} // want `c.Get \(line 36\) can block both for ever`
	resp, err := c.Get("https://api.example.com/price")
	if err == nil {
		return resp, nil
	}
	return c.Get("https://slow.example.com/price")
}

var patient = &http.Client{Timeout: time.Minute} // want `patient.Get \(line 46\) can block patiently for 1m0s: the client's Timeout is longer than a request to api.example.com may take, 10s`

func patiently() (*http.Response, error) {
	return patient.Get("https://api.example.com/price")
}

func patientlyToo() (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, "https://API.example.com/price", nil)
	if err != nil {
		return nil, err
	}
	return patient.Do(req)
}

// One client can't do for both.
func endless() (*http.Response, error) {
	c := &http.Client{} // want `c.Get \(line 60\) can block endless for ever`
	resp, err := c.Get("https://api.example.com/price")
	if err == nil {
		return resp, nil
	}
	return c.Get("https://events.example.com/stream")
}

func either(slow bool) (*http.Response, error) {
	url := "https://api.example.com/price"
	if slow {
		url = "https://slow.example.com/price"
	}
	return http.Get(url) // want `http.Get can block either for ever`
}
