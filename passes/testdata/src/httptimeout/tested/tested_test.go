package tested

import (
	"net/http"
	"testing"
	"time"
)

var fromTests = &catalogue{client: &http.Client{Timeout: time.Second}}

func TestItem(t *testing.T) {
	c := newCatalogue()
	c.client.Timeout = time.Second
	if fromTests.item("1") == nil || c.item("1") == nil || item("1") == nil {
		t.Error("an item of nothing")
	}
}
