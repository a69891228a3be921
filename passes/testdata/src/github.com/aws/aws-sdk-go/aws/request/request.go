// Package request is a stub of github.com/aws/aws-sdk-go/aws/request.
package request

import (
	"net/http"
	"time"
)

type Request struct {
	HTTPRequest  *http.Request
	HTTPResponse *http.Response
	Error        error
	RetryCount   int
}

type Retryer interface {
	RetryRules(*Request) time.Duration
	ShouldRetry(*Request) bool
	MaxRetries() int
}
