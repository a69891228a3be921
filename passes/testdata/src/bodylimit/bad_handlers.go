package bodylimit

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func webhook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body) // want `webhook reads into memory whatever a client sends, however much that is: nothing limits the request's body \(io.ReadAll\)`
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	log.Print(len(body))
}

func github(rw http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-GitHub-Event") == "push" {
		var event struct{ Ref string }
		if err := json.NewDecoder(r.Body).Decode(&event); err != nil { // want `github reads into memory whatever a client sends, however much that is: nothing limits the request's body \(json.NewDecoder\)`
			return
		}
		log.Print(event.Ref)
	}
}

func save(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(r.Body); err != nil { // want `save reads into memory whatever a client sends`
		return
	}
	log.Print(buf.Len())
}

func keep(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	if _, err := io.Copy(&buf, r.Body); err != nil { // want `keep reads into memory whatever a client sends`
		return
	}
	log.Print(buf.Len())
}

func inHelper(w http.ResponseWriter, r *http.Request) {
	log.Print(len(read(r)))
}

func read(r *http.Request) []byte {
	body, err := io.ReadAll(r.Body) // want `inHelper reads into memory whatever a client sends`
	if err != nil {
		return nil
	}
	r.Body = io.NopCloser(bytes.NewReader(body)) // which is no limit
	return body
}

func gins(c *gin.Context) {
	body, err := c.GetRawData() // want `gins reads into memory whatever a client sends`
	if err == nil {
		log.Print(len(body))
	}
	body, err = io.ReadAll(c.Request.Body) // want `gins reads into memory whatever a client sends`
	if err == nil {
		log.Print(len(body))
	}
}

func factory() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body) // want `the handler in factory reads into memory whatever a client sends`
		log.Print(len(body))
	}
}

func anyBody(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength == 0 {
		return
	}
	body, _ := io.ReadAll(r.Body) // want `anyBody reads into memory whatever a client sends`
	log.Print(len(body))
}
