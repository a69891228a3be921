// Package sqs is a stub of the parts of the library that the tests use.
package sqs

type SQS struct{}

type ReceiveMessageInput struct{ QueueUrl *string }

type ReceiveMessageOutput struct{ Messages []*Message }

type Message struct{ Body *string }

func (*SQS) ReceiveMessage(*ReceiveMessageInput) (*ReceiveMessageOutput, error) { return nil, nil }
