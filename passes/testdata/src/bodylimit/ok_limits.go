package bodylimit

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

func capped(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err == nil {
		log.Print(len(body))
	}
}

func cut(w http.ResponseWriter, r *http.Request) {
	reader := io.Reader(r.Body)
	if r.Method == http.MethodPost {
		reader = io.LimitReader(r.Body, 1<<20)
	}
	body, err := io.ReadAll(reader)
	if err == nil {
		log.Print(len(body))
	}
}

func replaced(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(nil, c.Request.Body, 1<<20)
	body, err := io.ReadAll(c.Request.Body)
	if err == nil {
		log.Print(len(body))
	}
}

func byCaller(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	log.Print(len(whole(r)))
}

func whole(r *http.Request) []byte {
	body, _ := io.ReadAll(r.Body)
	return body
}

func measured(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength < 0 || r.ContentLength > 1<<20 {
		return
	}
	body, _ := io.ReadAll(r.Body)
	log.Print(len(body))
}

// A decoder of an API keeps no more than a value.
func decoded(w http.ResponseWriter, r *http.Request) {
	var order struct{ ID string }
	if json.NewDecoder(r.Body).Decode(&order) == nil {
		log.Print(order.ID)
	}
}

// An upload goes to a file.
func upload(w http.ResponseWriter, r *http.Request) {
	f, err := os.Create("upload")
	if err != nil {
		return
	}
	defer f.Close()
	if _, err := io.Copy(f, r.Body); err != nil {
		log.Print(err)
	}
}

// An answer isn't a request, and neither is what a client sends.
func answer(resp *http.Response) ([]byte, error) { return io.ReadAll(resp.Body) }

type transport struct{}

func (transport) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	log.Print(len(body))
	return nil, err
}

// What calls it has read the body, with a limit, and put it back.
func putBack(w http.ResponseWriter, r *http.Request) {
	body, err := upTo(r.Body, 1<<20)
	if err != nil {
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	again(r)
}

func upTo(r io.Reader, max int64) ([]byte, error) { return io.ReadAll(io.LimitReader(r, max)) }

func again(r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	log.Print(len(body))
}

// createWebhook is how a user says where events are sent to; testWebhook tries it.
func createWebhook(w http.ResponseWriter, r *http.Request) {
	var hook struct{ URL string }
	if err := json.NewDecoder(r.Body).Decode(&hook); err == nil {
		log.Print(hook.URL)
	}
}

func testWebhook(w http.ResponseWriter, r *http.Request) { createWebhook(w, r) }
