package httptimeout

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"time"
)

func literalInFunction(u string) {
	client := &http.Client{} // want `client.Get \(line 13\) can block literalInFunction for ever: this http.Client has no timeout and the request has no deadline`
	_, _ = client.Get(u)
}

func literalByValue(u string) {
	client := http.Client{ // want `client.Get`
		CheckRedirect: nil, // keep this comment
	}
	_, _ = client.Get(u)
}

func literalWithBareTransport(u string) {
	client := &http.Client{Transport: &http.Transport{ // want `client.Get`
		TLSClientConfig:     &tls.Config{MinVersion: tls.VersionTLS13},
		TLSHandshakeTimeout: 10 * time.Second,
	}}
	_, _ = client.Get(u)
}

func literalWithDefaultTransport(u string) {
	client := &http.Client{Transport: http.DefaultTransport} // want `client.Get`
	_, _ = client.Get(u)
}

func newClient(u string) {
	client := new(http.Client) // want `client.Get`
	_, _ = client.Get(u)
}

func declaredClient(u string) {
	var client http.Client // want `client.Get`
	_, _ = client.Get(u)
}

func severalCallsOneFinding(u string) {
	client := &http.Client{} // want `client.Get`
	_, _ = client.Get(u)
	_, _ = client.Head(u)
	_, _ = client.Post(u, "text/plain", nil)
}

func requestWithoutContext(u string, body io.Reader) error {
	req, err := http.NewRequest("POST", u, body)
	if err != nil {
		return err
	}
	client := &http.Client{} // want `client.Do`
	_, err = client.Do(req)
	return err
}

func backgroundContext(u string) error {
	req, err := http.NewRequestWithContext(context.Background(), "GET", u, nil)
	if err != nil {
		return err
	}
	client := &http.Client{} // want `client.Do`
	_, err = client.Do(req)
	return err
}

func contextWithCancelOnly(u string) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return err
	}
	client := &http.Client{} // want `client.Do`
	_, err = client.Do(req.WithContext(context.WithValue(ctx, key{}, 1)))
	return err
}

type key struct{}

func byHelperOfThePackage(u string) {
	client := &http.Client{} // want `fetch \(line \d+\) can block byHelperOfThePackage for ever`
	fetch(client, u)
}

func fetch(client *http.Client, u string) {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return
	}
	_, _ = client.Do(req)
}

func makeClient() *http.Client {
	return &http.Client{} // want `makeClient\(\).Get \(line \d+\) can block fromConstructor for ever`
}

func fromConstructor(u string) {
	_, _ = makeClient().Get(u)
}

func capturedByClosure(u string) func() {
	client := &http.Client{} // want `client.Get`
	return func() {
		_, _ = client.Get(u)
	}
}

var packageClient = &http.Client{} // want `packageClient.Get`

func throughPackageVariable(u string) {
	_, _ = packageClient.Get(u)
}

var packageValue http.Client // want `packageValue.Get`

func throughPackageValue(u string) {
	_, _ = packageValue.Get(u)
}

func straightThroughTransport(u string) ([]byte, error) {
	tr := &http.Transport{ResponseHeaderTimeout: time.Second}
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := tr.RoundTrip(req) // want `tr.RoundTrip can block straightThroughTransport for ever: ResponseHeaderTimeout ends the wait for the header, but nothing ends the reading of the body`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelledBySignal(u string, stop <-chan struct{}) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-stop
		cancel()
	}()
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err != nil {
		return
	}
	client := &http.Client{} // want `client.Do`
	_, _ = client.Do(req)
}
