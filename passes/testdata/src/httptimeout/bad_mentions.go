package httptimeout

import (
	"net/http"
	"time"

	"github.com/go-resty/resty/v2"
)

type fetcher struct{}

func (f *fetcher) fetch(c *http.Client, u string) { _, _ = c.Get(u) }

func handsDefaultClient(f *fetcher, u string) {
	f.fetch(http.DefaultClient, u) // want `f.fetch \(line 15\) can block handsDefaultClient for ever: http.DefaultClient has no timeout`
}

// Which of two mentions is meant can't be told, so the call is reported, without a fix.
func mentionsTwice(u string) {
	safe := &http.Client{Transport: http.DefaultClient.Transport, Timeout: time.Second}
	_, _ = safe.Get(u)
	(&fetcher{}).fetch(http.DefaultClient, u) // want `fetch can block mentionsTwice for ever: http.DefaultClient has no timeout`
}

func manyConditions(c *resty.Client, u string, a [20]string) {
	local := resty.New() // want `req.Get \(line \d+\) can block manyConditions for ever: resty.New sets no timeout`
	req := local.R()
	if a[0] != "" {
		req = req.SetHeader("0", a[0])
	}
	if a[1] != "" {
		req = req.SetHeader("1", a[1])
	}
	if a[2] != "" {
		req = req.SetHeader("2", a[2])
	}
	_, _ = req.Get(u)
}

// The first of a chain of helpers stands above the last.

func chain1(u string) {
	chain2(&http.Client{}, u) // want `chain2 \(line \d+\) can block chain1 for ever`
}
func chain2(c *http.Client, u string) { chain3(c, u) }
func chain3(c *http.Client, u string) { chain4(c, u) }
func chain4(c *http.Client, u string) { chain5(c, u) }
func chain5(c *http.Client, u string) { chain6(c, u) }
func chain6(c *http.Client, u string) { chain7(c, u) }
func chain7(c *http.Client, u string) { chain8(c, u) }
func chain8(c *http.Client, u string) { _, _ = c.Get(u) }

func getDetails(u string) {
	_, _ = http.Get(u) // want `http.Get can block getDetails for ever`
}

// The helper asks for the size first, which has nothing to do with the download.
func download(u string) {
	client := &http.Client{} // want `sizeOf \(line \d+\) can block download for ever`
	sizeOf(client, u)
	_, _ = client.Get(u)
}

func sizeOf(c *http.Client, u string) { _, _ = c.Head(u) }
