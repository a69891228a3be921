package retrystatus

import (
	"errors"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go/aws/request"
	"github.com/failsafe-go/failsafe-go/circuitbreaker"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
)

type patient struct{ request.Retryer }

func (p patient) ShouldRetry(r *request.Request) bool {
	return r.HTTPResponse != nil && r.HTTPResponse.StatusCode >= 500 || p.Retryer.ShouldRetry(r)
}

type patient2 struct{ aws.Retryer }

func (p patient2) IsErrorRetryable(err error) bool {
	var status interface{ HTTPStatusCode() int }
	if errors.As(err, &status) {
		return status.HTTPStatusCode() >= 500
	}
	return p.Retryer.IsErrorRetryable(err)
}

// Its name alone makes it no retryer.
type checker struct{}

func (checker) IsErrorRetryable(err error) bool { return true }

var onServerErrors = retrypolicy.NewBuilder[*http.Response]().HandleIf(func(resp *http.Response, err error) bool {
	return err != nil || resp.StatusCode >= 500
}).Build()

// A circuit breaker is told what a failure is, and repeats nothing.
var breaker = circuitbreaker.NewBuilder[*http.Response]().HandleIf(func(resp *http.Response, err error) bool {
	return err != nil || resp.StatusCode >= 400
}).Build()
