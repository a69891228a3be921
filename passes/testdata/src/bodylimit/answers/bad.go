// Package answers reads what services answer.
package answers

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
)

func fetch(c *http.Client) ([]byte, error) {
	resp, err := c.Get("https://api.example.com/items")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body) // want `fetch reads into memory what the server answers, however much that is: nothing limits the response's body \(io.ReadAll\)`
}

func buffered(resp *http.Response) (string, error) {
	var buf bytes.Buffer
	_, err := buf.ReadFrom(resp.Body) // want `buffered reads into memory what the server answers`
	return buf.String(), err
}

func decoded(resp *http.Response) (items []string, err error) {
	err = json.NewDecoder(resp.Body).Decode(&items)
	return items, err
}

func limited(resp *http.Response) ([]byte, error) {
	return io.ReadAll(io.LimitReader(resp.Body, 1<<20))
}

func download(resp *http.Response, name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, resp.Body); err != nil {
		return err
	}
	return f.Close()
}
