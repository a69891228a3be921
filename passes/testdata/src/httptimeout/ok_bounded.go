package httptimeout

import (
	"context"
	"net"
	"net/http"
	"time"
)

func timeoutInLiteral(u string) {
	client := &http.Client{Timeout: 10 * time.Second}
	_, _ = client.Get(u)
}

func timeoutAssignedLater(u string) {
	client := &http.Client{}
	client.Timeout = time.Minute
	_, _ = client.Get(u)
}

func timeoutUnderCondition(u string, d time.Duration) {
	client := &http.Client{}
	if d > 0 {
		client.Timeout = d
	}
	_, _ = client.Get(u)
}

func explicitZeroIsADecision(u string) {
	client := &http.Client{Timeout: 0}
	_, _ = client.Get(u)
}

func setByHelper(u string) {
	client := &http.Client{}
	configure(client)
	_, _ = client.Get(u)
}

func configure(c *http.Client) { c.Timeout = time.Second }

func deadlineInContext(u string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func deadlineByWithContext(u string) error {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(time.Second))
	defer cancel()
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return err
	}
	req = req.WithContext(ctx)
	client := &http.Client{}
	_, err = client.Do(req)
	return err
}

func deadlineFromInboundRequest(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), "GET", "https://example.com", nil)
	if err == nil {
		_, _ = http.DefaultClient.Do(req)
	}
}

func headerTimeoutOfTransport(u string) {
	client := &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 5 * time.Second}}
	_, _ = client.Get(u)
}

func unixSocket(path string) {
	client := &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "unix", path)
		},
	}}
	_, _ = client.Get("http://socket/")
}

// Exported: the client comes from outside.
func givenClient(c *http.Client, u string) {
	_, _ = c.Get(u)
}

type holder struct{ hc *http.Client }

func newHolder(d time.Duration) *holder {
	h := &holder{hc: &http.Client{}}
	h.hc.Timeout = d
	return h
}

func (h *holder) call(u string) { _, _ = h.hc.Get(u) }

// NewGiven takes its client from outside.
func NewGiven(hc *http.Client) *Given { return &Given{hc: hc} }

// Given has a client of its user's choice.
type Given struct{ hc *http.Client }

// Call calls.
func (g *Given) Call(u string) { _, _ = g.hc.Get(u) }

// ContextIsTheCallers leaves the deadline to its callers.
func ContextIsTheCallers(ctx context.Context, u string) error {
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func callerSetsIt(u string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return ContextIsTheCallers(ctx, u)
}

type deadlineTransport struct{ base http.RoundTripper }

func (t *deadlineTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(req.Context(), time.Second)
	defer cancel()
	return t.base.RoundTrip(req.WithContext(ctx))
}

func transportSetsDeadline(u string) {
	client := &http.Client{Transport: &deadlineTransport{http.DefaultTransport}}
	_, _ = client.Get(u)
}

func unknownTransport(u string, wrap func(http.RoundTripper) http.RoundTripper) {
	client := &http.Client{Transport: wrap(http.DefaultTransport)}
	_, _ = client.Get(u)
}

func wrongPairIsNotMade(u string) {
	bounded := &http.Client{Timeout: time.Second}
	unboundedClient := &http.Client{}
	plain, _ := http.NewRequest("GET", u, nil)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	timed, _ := http.NewRequestWithContext(ctx, "GET", u, nil)
	do(bounded, plain)
	do(unboundedClient, timed)
}

func do(c *http.Client, req *http.Request) { _, _ = c.Do(req) }

func neverSends() *http.Client { return &http.Client{} }

var tuned = &http.Client{}

func init() { tuned.Timeout = time.Second }

func usesTuned(u string) { _, _ = tuned.Get(u) }

func silencedWithReason(u string) {
	//integrationlint:ignore httptimeout the process is killed after a second
	_, _ = http.Get(u)
	_, _ = http.Get(u) //nolint:httptimeout
}
