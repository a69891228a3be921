// Package retry declares what tests need of k8s.io/client-go/util/retry.
package retry

import "k8s.io/apimachinery/pkg/util/wait"

func OnError(backoff wait.Backoff, retriable func(error) bool, fn func() error) error { return nil }
