package httptimeout

import (
	"context"
	"net/http"
	"time"

	"httptimeout/across/lib"
)

func givenToOptions(u string, opts ...func(*http.Client)) {
	client := &http.Client{}
	for _, opt := range opts {
		opt(client)
	}
	_, _ = client.Get(u)
}

type tuner interface{ tune(*http.Client) }

func givenToInterface(u string, t tuner) {
	client := &http.Client{}
	t.tune(client)
	_, _ = client.Get(u)
}

func givenToUnknownFunction(u string) {
	client := &http.Client{}
	lib.Configure(client)
	_, _ = client.Get(u)
}

func transportGivenAway(u string) {
	tr := &http.Transport{}
	lib.Tune(tr)
	client := &http.Client{Transport: tr}
	_, _ = client.Get(u)
}

func keptInMap(u string, all map[string]*http.Client) {
	client := &http.Client{}
	all["a"] = client
	for _, c := range all {
		c.Timeout = time.Second
	}
	_, _ = client.Get(u)
}

// Shared is a client whose Timeout users of the package may set.
var Shared = http.Client{}

func usesShared(u string) { _, _ = Shared.Get(u) }

func copiedAndBounded(base *http.Client, u string) {
	c := *base
	c.Timeout = time.Second
	_, _ = c.Get(u)
}

// BoundsItsArgument gives the client that it is handed a Timeout.
func BoundsItsArgument(c *http.Client, u string) {
	c.Timeout = time.Second
	_, _ = c.Get(u)
}

func handsToBounder(u string) { BoundsItsArgument(&http.Client{}, u) }

func methodValue(req *http.Request) {
	client := &http.Client{Timeout: time.Second}
	do := client.Do
	_, _ = do(req)
}

func cancelledByTimer(u string) {
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(time.Second, cancel)
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err == nil {
		_, _ = http.DefaultClient.Do(req)
	}
}

func cancelledByLiteral(u string) {
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(time.Second, func() { cancel() })
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err == nil {
		_, _ = http.DefaultClient.Do(req)
	}
}

func cancelledBySleeper(u string) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		time.Sleep(time.Second)
		cancel()
	}()
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err == nil {
		_, _ = http.DefaultClient.Do(req)
	}
}

func requestOverwritten(u string) {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	*req = *req.WithContext(ctx)
	_, _ = http.DefaultClient.Do(req)
}

func cancelledByChannel(u string, stop chan struct{}) {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return
	}
	req.Cancel = stop
	_, _ = http.DefaultClient.Do(req)
}

func sdkWithSetter(u string) {
	c := lib.New(http.DefaultClient)
	c.SetHTTPClient(&http.Client{Timeout: time.Second})
	c.Get(u)
}

type node struct {
	next   *node
	client *http.Client
}

func lastOfList(n *node, u string) {
	for n.next != nil {
		n = n.next
	}
	_, _ = n.client.Get(u)
}

func redirectedFrom(req *http.Request) {
	for req.Response != nil {
		req = req.Response.Request
	}
	_, _ = http.DefaultClient.Do(req)
}
