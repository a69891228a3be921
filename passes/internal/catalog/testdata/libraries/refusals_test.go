package libraries

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	github89 "github.com/google/go-github/v89/github"
	hasura "github.com/hasura/go-graphql-client"
	"github.com/shurcooL/githubv4"
	"github.com/shurcooL/graphql"
	"github.com/slack-go/slack"
	"golang.org/x/oauth2"
)

// TestRefuses checks that the libraries of which the catalog says so make an error of an answer that says that it failed,
// that it names the status, and that none of the transport's errors is in it.
func TestRefuses(t *testing.T) {
	status, reached := http.StatusOK, 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		reached++
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(`{"ok": true, "access_token": "example", "data": {}}`))
	}))
	defer server.Close()
	ctx := context.Background()
	github, err := github89.NewClient(github89.WithEnterpriseURLs(server.URL, server.URL))
	if err != nil {
		t.Fatal(err)
	}
	var query struct{ Name string }
	calls := map[string]func() error{
		"go-github": func() error { _, _, err := github.Users.Get(ctx, "somebody"); return err },
		"githubv4":  func() error { return githubv4.NewEnterpriseClient(server.URL, nil).Query(ctx, &query, nil) },
		"graphql":   func() error { return graphql.NewClient(server.URL, nil).Query(ctx, &query, nil) },
		"hasura":    func() error { return hasura.NewClient(server.URL, nil).Query(ctx, &query, nil) },
		"slack": func() error {
			_, _, err := slack.New("token", slack.OptionAPIURL(server.URL+"/")).PostMessage("general")
			return err
		},
		"oauth2": func() error {
			conf := oauth2.Config{Endpoint: oauth2.Endpoint{TokenURL: server.URL}}
			_, err := conf.Exchange(ctx, "code")
			return err
		},
	}
	for name, call := range calls {
		if status, reached = http.StatusOK, 0; call() != nil || reached == 0 {
			t.Errorf("%s: it doesn't succeed after 200, so that its errors say nothing", name)
		}
		for _, status = range []int{400, 401, 403, 404, 409, 418, 422, 429, 500, 503} {
			switch err := call(); {
			case err == nil:
				t.Errorf("%s: no error after %d", name, status)
			case !strings.Contains(err.Error(), strconv.Itoa(status)):
				t.Errorf("%s: %q doesn't name the status %d", name, err, status)
			case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
				t.Errorf("%s: %v after %d", name, err, status)
			}
		}
	}
}
