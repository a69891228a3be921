// Package cleanhttp declares what tests need of github.com/hashicorp/go-cleanhttp.
package cleanhttp

import "net/http"

func DefaultTransport() *http.Transport { return nil }

func DefaultPooledTransport() *http.Transport { return nil }

func DefaultClient() *http.Client { return nil }

func DefaultPooledClient() *http.Client { return nil }
