// Package unknown gives what it gets to code that may verify it.
package unknown

import (
	"io"
	"net/http"

	"github.com/gin-gonic/gin"
)

type verifier interface {
	OK(header http.Header, body []byte) bool
}

type server struct {
	verifier
	wrap func(http.Handler) http.Handler
}

var queue = make(chan []byte)

func (s *server) gitHub(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.OK(r.Header, body) && r.Header.Get("X-GitHub-Event") == "push" {
		queue <- body
	}
}

func (s *server) wrapped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if r.Header.Get("X-GitHub-Event") == "push" {
		queue <- body
	}
}

func gitLab(c *gin.Context) {
	if c.GetHeader("X-Gitlab-Event") == "Push Hook" {
		body, _ := c.GetRawData()
		queue <- body
	}
}

func (s *server) routes(router *gin.Engine) {
	http.Handle("/github", s.wrap(http.HandlerFunc(s.wrapped)))
	router.POST("/gitlab", gin.BasicAuth(gin.Accounts{}), gitLab)
}

// Who calls it has verified it, or not.
func Handle(payload []byte, r *http.Request) {
	if r.Header.Get("X-GitHub-Event") == "push" {
		queue <- payload
	}
}
