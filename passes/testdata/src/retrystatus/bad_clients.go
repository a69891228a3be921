package retrystatus

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
	"github.com/shurcooL/githubv4"
	"github.com/slack-go/slack"
)

// The library makes an error of each status from 400 on.
func announce(api *slack.Client, text string) (err error) {
	for range 5 {
		if _, _, err = api.PostMessage("general", slack.MsgOptionText(text, false)); err == nil { // want `api.PostMessage is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), of which a library makes an error: the server refuses`
			return nil
		}
		time.Sleep(time.Minute)
	}
	return err
}

func ask(ctx context.Context, c *githubv4.Client, q any) error {
	if err := c.Query(ctx, q, nil); err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	return nil
}

// An error of our own isn't one of the library's.
func askByBackoff(ctx context.Context, c *githubv4.Client, q any) error {
	return backoff.Retry(func() error {
		err := ask(ctx, c, q) // want `ask is repeated after any client error`
		if status, ok := errors.AsType[*statusError](err); ok {
			return backoff.Permanent(status)
		}
		return err
	}, backoff.NewExponentialBackOff())
}

type statusError struct{ code int }

func (e *statusError) Error() string { return http.StatusText(e.code) }
