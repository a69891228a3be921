// Package parses takes apart what handlers of other packages get.
package parses

import (
	"log"
	"net/http"
	"os"

	"github.com/google/go-github/v75/github"
)

func Incoming(data []byte, r *http.Request) {
	event, err := github.ParseWebHook(github.WebHookType(r), data)
	if err != nil {
		return
	}
	if push, ok := event.(*github.PushEvent); ok {
		log.Print(*push.Ref)
	}
}

// Stored gets none from its caller.
func Stored(name string) error {
	data, err := os.ReadFile("event.json")
	if err != nil {
		return err
	}
	_, err = github.ParseWebHook("push", data)
	return err
}
