package verified

import (
	"context"
	"crypto/subtle"

	"github.com/aws/aws-lambda-go/events"
)

func lambdaHook(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if !genuine([]byte(req.Body), req.Headers["X-Hub-Signature-256"], nil) {
		return events.APIGatewayProxyResponse{StatusCode: 401}, nil
	}
	lambdaQueue <- req.Body
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

var lambdaQueue = make(chan string)

func gitLabHook(secret []byte) func(events.LambdaFunctionURLRequest) error {
	return func(req events.LambdaFunctionURLRequest) error {
		if subtle.ConstantTimeCompare([]byte(req.Headers["x-gitlab-token"]), secret) != 1 {
			return context.Canceled
		}
		if req.Headers["x-gitlab-event"] == "Push Hook" {
			lambdaQueue <- req.Body
		}
		return nil
	}
}

func plainCompare(secret string) func(events.LambdaFunctionURLRequest) error {
	return func(req events.LambdaFunctionURLRequest) error {
		if req.Headers["x-gitlab-token"] != secret {
			return context.Canceled
		}
		lambdaQueue <- req.Body
		return nil
	}
}
