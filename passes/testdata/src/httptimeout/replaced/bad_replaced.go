package replaced

import (
	"crypto/tls"
	"net/http"
)

var original = http.DefaultTransport

// What is put in the place of the default is no more bounded than that.
func init() {
	t := original.(*http.Transport).Clone()
	t.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS13}
	http.DefaultTransport = t
}

func restore() { http.DefaultTransport = original }

func byHelper(u string) { _, _ = http.Get(u) } // want `http.Get can block byHelper for ever`
