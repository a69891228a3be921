// Package chosen fetches what clients name.
package chosen

import (
	"io"
	"net/http"
	"strings"
)

func preview(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get(r.FormValue("url"))
	if err != nil {
		return
	}
	defer resp.Body.Close()
	page, _ := io.ReadAll(resp.Body) // want `preview reads into memory what a server answers that a client named, however much that is`
	io.WriteString(w, strings.ToUpper(string(page)))
}

func proxied(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest("GET", r.URL.Query().Get("image"), nil)
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	image, _ := io.ReadAll(resp.Body) // want `proxied reads into memory what a server answers that a client named`
	w.Write(image)
}

// The service is known, whatever is asked of it.
func weather(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://api.example.com/weather?city=" + r.FormValue("city"))
	if err != nil {
		return
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	w.Write(text)
}

func upload(w http.ResponseWriter, r *http.Request) {
	err := r.ParseMultipartForm(32 << 20) // want `upload reads into files whatever a client sends, however much that is`
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

func limitedUpload(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 64<<20)
	if err := r.ParseMultipartForm(32 << 20); err != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}
