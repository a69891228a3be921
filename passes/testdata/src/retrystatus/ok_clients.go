package retrystatus

import (
	"errors"
	"time"

	"github.com/slack-go/slack"
)

// Which of the library's errors they are isn't known.
func announceLater(api *slack.Client, text string) (err error) {
	for range 5 {
		_, _, err = api.PostMessage("general", slack.MsgOptionText(text, false))
		var limited *slack.RateLimitedError
		if !errors.As(err, &limited) {
			return err
		}
		time.Sleep(limited.RetryAfter)
	}
	return err
}
