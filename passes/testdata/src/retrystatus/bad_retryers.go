package retrystatus

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go/aws/request"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
)

type stubborn struct{ request.Retryer }

func (stubborn) ShouldRetry(r *request.Request) bool {
	return r.Error != nil || r.HTTPResponse.StatusCode >= 500 // want `a request is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\)`
}

type stubborn2 struct{ aws.Retryer }

func (stubborn2) IsErrorRetryable(err error) bool { // want `a request is repeated after any client error`
	return !errors.Is(err, context.Canceled)
}

var policy = retrypolicy.NewBuilder[*http.Response]().
	WithBackoff(time.Second, time.Minute).
	HandleIf(func(resp *http.Response, err error) bool {
		return err != nil || resp.StatusCode >= 400 // want `a request is repeated after any client error`
	}).
	Build()
