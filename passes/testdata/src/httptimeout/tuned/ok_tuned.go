package tuned

import (
	"net/http"
	"time"
)

func init() {
	http.DefaultClient.Timeout = 10 * time.Second
}

func byHelper(u string) { _, _ = http.Get(u) }

func byVariable(u string) { _, _ = http.DefaultClient.Get(u) }
