// Package sdk is a client library: its users may hand over a client of their
// own, and few do.
package sdk

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
)

type Client struct {
	Orders *Orders

	http *http.Client
}

type Orders struct{ client *Client }

// The requests of every method without a context go through this default.
func New() *Client { return NewWith(http.DefaultClient) } // want `o.ListContext \(line 59\) can block List for ever: by default http.DefaultClient has no timeout and the request has no deadline`

func NewWith(client *http.Client) *Client {
	c := &Client{http: client}
	c.Orders = &Orders{client: c}
	return c
}

// do decodes an answer or, for the few who ask for that, copies it.
func (c *Client) do(req *http.Request, v any) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if w, ok := v.(io.Writer); ok {
		_, err = io.Copy(w, resp.Body)
		return err
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func (o *Orders) ListContext(ctx context.Context, v any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/orders", nil)
	if err != nil {
		return err
	}
	return o.client.do(req, v)
}

func (o *Orders) GetContext(ctx context.Context, id string, v any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/orders/"+id, nil)
	if err != nil {
		return err
	}
	return o.client.do(req, v)
}

func (o *Orders) List(v any) error { return o.ListContext(context.Background(), v) }

func (o *Orders) Get(id string, v any) error { return o.GetContext(context.Background(), id, v) }
