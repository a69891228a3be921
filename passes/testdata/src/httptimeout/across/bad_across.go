package across

import (
	"context"
	"net/http"

	"httptimeout/across/lib"
)

func handsBackground(u string) error {
	return lib.Fetch(context.Background(), u) // want `lib.Fetch can block handsBackground for ever: its context has no deadline \(context.Background\) and it sends with http.DefaultClient, which has no timeout`
}

func handsContextOfTheLibrary(u string) error {
	return lib.Fetch(lib.Background(), u) // want `lib.Fetch can block handsContextOfTheLibrary for ever: its context has no deadline \(lib.Background\)`
}

func handsDefaultClient(u string) {
	c := lib.New(http.DefaultClient) // want `c.Get \(line \d+\) can block handsDefaultClient for ever`
	c.Get(u)
}

func handsLiteral(u string) {
	c := lib.New(&http.Client{}) // want `c.Get \(line \d+\) can block handsLiteral for ever`
	c.Get(u)
}

func usesPlain(u string) {
	_, _ = lib.Plain().Get(u) // want `lib.Plain\(\).Get \(line \d+\) can block usesPlain for ever: lib.Plain sets no timeout`
}
