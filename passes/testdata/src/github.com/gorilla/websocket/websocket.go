// Package websocket declares what tests need of github.com/gorilla/websocket.
package websocket

import (
	"context"
	"net"
	"net/http"
	"time"
)

type Conn struct{}

func (c *Conn) Close() error { return nil }

func (c *Conn) ReadMessage() (messageType int, p []byte, err error) { return 0, nil, nil }

type Dialer struct {
	NetDialContext   func(ctx context.Context, network, addr string) (net.Conn, error)
	HandshakeTimeout time.Duration
	ReadBufferSize   int
	Subprotocols     []string
}

var DefaultDialer = &Dialer{HandshakeTimeout: 45 * time.Second}

func (d *Dialer) Dial(urlStr string, requestHeader http.Header) (*Conn, *http.Response, error) {
	return nil, nil, nil
}

func (d *Dialer) DialContext(ctx context.Context, urlStr string, requestHeader http.Header) (*Conn, *http.Response, error) {
	return nil, nil, nil
}
