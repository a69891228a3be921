package sdk

import (
	"context"
	"net/http"
)

// handed sends with what its users hand over, and has no default.
type Handed struct{ http *http.Client }

func NewHanded(client *http.Client) *Handed { return &Handed{http: client} }

func (h *Handed) ping(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/ping", nil)
	if err != nil {
		return err
	}
	resp, err := h.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (h *Handed) Ping() error { return h.ping(context.Background()) }
