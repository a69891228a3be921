package webhookverify

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
)

func lambdaHook(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) { // want `lambdaHook does what anybody on the Internet says in the name of GitHub`
	if req.Headers["X-GitHub-Event"] == "push" {
		go process([]byte(req.Body))
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func functionURL(ctx context.Context, req *events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) { // want `functionURL does what anybody on the Internet says in the name of Stripe`
	if signature, ok := req.Headers["stripe-signature"]; !ok || signature == "" {
		return events.LambdaFunctionURLResponse{StatusCode: 400}, nil
	}
	queue <- []byte(req.Body)
	return events.LambdaFunctionURLResponse{StatusCode: 200}, nil
}
