// Package feed is the client of a service: what it sends through is two fields away.
package feed

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"
)

type transport struct {
	http *http.Client
	url  string
}

func (t *transport) get(path string, v any) error {
	resp, err := t.http.Get(t.url + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

// Client is a client of the service.
type Client struct{ *transport }

// New returns a client.
func New(c *http.Client, url string) *Client { return &Client{&transport{c, url}} }

// Entries returns the entries that follow.
func (c *Client) Entries(after int) ([]string, error) {
	var entries []string
	if err := c.get(fmt.Sprintf("/entries?after=%d", after), &entries); err != nil {
		return nil, fmt.Errorf("no entries: %w", err)
	}
	return entries, nil
}

// Patiently returns them too; it takes its time before it gives up.
func (c *Client) Patiently(after int) ([]string, error) {
	for attempt := range 5 {
		if entries, err := c.Entries(after); err == nil {
			return entries, nil
		}
		time.Sleep(time.Second << attempt)
	}
	return nil, errors.New("feed: no answer")
}
