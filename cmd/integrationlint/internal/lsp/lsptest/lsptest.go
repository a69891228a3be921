// Package lsptest helps tests to be clients of a language server.
package lsptest

import (
	"encoding/json"

	"github.com/creachadair/jrpc2/channel"
)

// A Notification is a message that wants no answer.
type Notification struct {
	ID     json.RawMessage `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

// Ordered returns a channel that hands the notifications which come from the server to each, in their order, before
// what comes after them is received. A jrpc2.Client delivers them in any order.
func Ordered(c channel.Channel, each func(Notification)) channel.Channel { return ordered{c, each} }

type ordered struct {
	channel.Channel
	each func(Notification)
}

func (o ordered) Recv() ([]byte, error) {
	message, err := o.Channel.Recv()
	var n Notification
	if err == nil && json.Unmarshal(message, &n) == nil && n.Method != "" && n.ID == nil {
		o.each(n)
	}
	return message, err
}
