// Package slackevents declares what tests need of github.com/slack-go/slack/slackevents.
package slackevents

import "encoding/json"

type Config struct{}

type Option func(cfg *Config)

func OptionNoVerifyToken() Option { return nil }

type EventsAPIEvent struct {
	Type string
}

func ParseEvent(rawEvent json.RawMessage, opts ...Option) (EventsAPIEvent, error) {
	return EventsAPIEvent{}, nil
}
