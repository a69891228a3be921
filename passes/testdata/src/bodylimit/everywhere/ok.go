// Package everywhere limits what its server reads.
package everywhere

import (
	"io"
	"log"
	"net/http"
)

func webhook(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	log.Print(len(body))
}

func serve() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/webhook", webhook)
	return http.MaxBytesHandler(mux, 1<<20)
}
