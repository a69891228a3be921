package httptimeout

import (
	"context"
	"net/http"
)

type api struct {
	http *http.Client
	base string
}

func newAPI(base string) *api {
	return &api{
		base: base,
		http: &http.Client{}, // want `a.http.Get \(line \d+\) can block call for ever: this http.Client has no timeout`
	}
}

func (a *api) call(path string) {
	_, _ = a.http.Get(a.base + path)
}

// Doer is how many projects hold a client that tests can replace.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

type viaInterface struct{ doer Doer }

func newViaInterface() *viaInterface {
	return &viaInterface{doer: &http.Client{}} // want `v.doer.Do`
}

func (v *viaInterface) call(u string) {
	req, err := http.NewRequest("GET", u, nil)
	if err == nil {
		_, _ = v.doer.Do(req)
	}
}

// Option is a functional option.
type Option func(*Service)

// Service has a default that its users may replace.
type Service struct{ hc *http.Client }

// WithClient replaces the client.
func WithClient(hc *http.Client) Option { return func(s *Service) { s.hc = hc } }

// NewService makes a Service.
func NewService(opts ...Option) *Service {
	s := &Service{hc: http.DefaultClient} // want `s.hc.Get \(line \d+\) can block Fetch for ever: by default http.DefaultClient has no timeout and the request has no deadline`
	for _, opt := range opts {
		opt(s)
	}
	return s
}

// Fetch fetches.
func (s *Service) Fetch(u string) { _, _ = s.hc.Get(u) }

// Config is what a user of the package fills in.
type Config struct{ Client *http.Client }

func (c *Config) client() *http.Client {
	if c.Client == nil {
		return http.DefaultClient // want `c.client\(\).Get \(line \d+\) can block Fetch for ever: by default http.DefaultClient`
	}
	return c.Client
}

// Fetch fetches.
func (c *Config) Fetch(u string) { _, _ = c.client().Get(u) }

type instrumented struct{ hc *http.Client }

type counting struct {
	base  http.RoundTripper
	count int
}

func (c *counting) RoundTrip(req *http.Request) (*http.Response, error) {
	c.count++
	return c.base.RoundTrip(req)
}

func newInstrumented() *instrumented {
	return &instrumented{hc: &http.Client{ // want `i.hc.Get`
		Transport: &counting{base: http.DefaultTransport},
	}}
}

func (i *instrumented) call(u string) { _, _ = i.hc.Get(u) }

type embedded struct{ *http.Client }

func newEmbedded() embedded {
	return embedded{Client: &http.Client{}} // want `e.Get`
}

func (e embedded) call(u string) { _, _ = e.Get(u) }

type sometimesTransport struct{ hc *http.Client }

func newSometimes(wrap func() http.RoundTripper) *sometimesTransport {
	s := &sometimesTransport{hc: &http.Client{}} // want `s.hc.Get`
	if wrap != nil {
		s.hc.Transport = wrap()
	}
	return s
}

func (s *sometimesTransport) call(u string) { _, _ = s.hc.Get(u) }

// The deadline is for the callers to set, and one of them doesn't.

func withContext(ctx context.Context, u string) error {
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func handsBackground(u string) error {
	return withContext(context.Background(), u) // want `withContext can block handsBackground for ever: its context has no deadline \(context.Background\) and it sends with http.DefaultClient, which has no timeout`
}

func handsTODOFurther(u string) error {
	return passesOn(context.TODO(), u) // want `passesOn can block handsTODOFurther for ever: its context has no deadline \(context.TODO\)`
}

func passesOn(ctx context.Context, u string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return withContext(ctx, u)
}
