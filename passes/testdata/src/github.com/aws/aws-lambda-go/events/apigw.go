// Package events has what the tests need of the library of that path.
package events

type APIGatewayProxyRequest struct {
	HTTPMethod string
	Headers    map[string]string
	Body       string
}

type APIGatewayProxyResponse struct {
	StatusCode int
	Body       string
}

type LambdaFunctionURLRequest struct {
	Headers map[string]string
	Body    string
}

type LambdaFunctionURLResponse struct{ StatusCode int }
