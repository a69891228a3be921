// Package rehttp declares what tests need of github.com/PuerkitoBio/rehttp.
package rehttp

import (
	"net/http"
	"time"
)

type Attempt struct {
	Index    int
	Request  *http.Request
	Response *http.Response
	Error    error
}

type (
	RetryFn func(Attempt) bool
	DelayFn func(Attempt) time.Duration
)

type Transport struct{ http.RoundTripper }

func NewTransport(rt http.RoundTripper, retryFn RetryFn, delayFn DelayFn) *Transport { return nil }

func RetryAll(fns ...RetryFn) RetryFn { return nil }

func RetryStatuses(statuses ...int) RetryFn { return nil }

func RetryMaxRetries(max int) RetryFn { return nil }

func ExpJitterDelay(base, max time.Duration) DelayFn { return nil }
