// Package tested is one whose tests bound what production leaves unbounded.
package tested

import "net/http"

type catalogue struct{ client *http.Client }

func newCatalogue() *catalogue {
	return &catalogue{client: &http.Client{}} // want `c.client.Get \(line 13\) can block item for ever: this http.Client has no timeout and the request has no deadline`
}

func (c *catalogue) item(id string) error {
	resp, err := c.client.Get("https://catalogue.example.com/items/" + id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func item(id string) error { return newCatalogue().item(id) }
