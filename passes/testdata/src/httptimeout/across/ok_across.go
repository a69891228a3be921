package across

import (
	"context"
	"net/http"
	"time"

	"httptimeout/across/lib"
)

func deadlineOfTheLibrary(u string) error {
	return lib.FetchIn(context.Background(), time.Second, u)
}

func deadlineOfTheCaller(u string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return lib.Fetch(ctx, u)
}

func passesItOn(ctx context.Context, u string) error { return lib.Fetch(ctx, u) }

func handsBoundedClient(u string) {
	lib.New(&http.Client{Timeout: time.Second}).Get(u)
}

func usesTimed(u string) { _, _ = lib.Timed().Get(u) }

func replacesClientOfTheLibrary(client *http.Client) error {
	p := &lib.Provider{}
	p.HTTPClient = *client
	return p.Token(context.Background())
}
