package unknown

import (
	"net/http"

	"github.com/google/go-github/v75/github"
)

// Provider reads webhooks. Its users know which repository's secret is the right one only then, and verify it.
type Provider struct{ queue chan []byte }

func (p *Provider) Read(r *http.Request) ([]byte, error) { return github.ValidatePayload(r, nil) }

func (p *Provider) Verify(r *http.Request, secret []byte) error {
	_, err := github.ValidatePayload(r, secret)
	return err
}

func (p *Provider) both(w http.ResponseWriter, r *http.Request) {
	payload, err := p.Read(r)
	if err != nil {
		return
	}
	if p.Verify(r, secretOf(payload)) == nil {
		p.queue <- payload
	}
}

func secretOf([]byte) []byte { return nil }
