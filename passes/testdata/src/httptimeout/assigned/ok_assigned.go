package assigned

import (
	"net/http"
	"time"
)

func init() {
	http.DefaultClient = &http.Client{Timeout: time.Second}
}

func byHelper(u string) { _, _ = http.Get(u) }

func byVariable(u string) { _, _ = http.DefaultClient.Get(u) }
