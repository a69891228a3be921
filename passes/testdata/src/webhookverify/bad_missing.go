package webhookverify

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os/exec"

	"github.com/gin-gonic/gin"
	"github.com/google/go-github/v75/github"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/stripe/stripe-go/v85"
)

var queue = make(chan []byte)

func gitHub(w http.ResponseWriter, r *http.Request) { // want `gitHub does what anybody on the Internet says in the name of GitHub: nothing verifies who sent the request`
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	event, err := github.ParseWebHook(github.WebHookType(r), body)
	if err != nil {
		log.Print(err)
		return
	}
	if push, ok := event.(*github.PushEvent); ok {
		deploy(*push.Ref)
	}
}

func deploy(ref string) {
	if err := exec.Command("deploy", ref).Run(); err != nil {
		log.Print(err)
	}
}

type server struct{ orders chan string }

func (s *server) paid(w http.ResponseWriter, r *http.Request) { // want `paid does what anybody on the Internet says in the name of Stripe`
	var event stripe.Event
	if err := json.NewDecoder(r.Body).Decode(&event); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	s.orders <- event.ID
}

func gitLab(c *gin.Context) { // want `gitLab does what anybody on the Internet says in the name of GitLab`
	if c.GetHeader("X-Gitlab-Event") != "Push Hook" {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	body, _ := c.GetRawData()
	go process(body)
}

func process([]byte) {}

// What does the work is elsewhere, and so is what shows whose webhooks they are.
func dispatcher(w http.ResponseWriter, r *http.Request) { // want `dispatcher does what anybody on the Internet says in the name of Shopify`
	body, _ := io.ReadAll(r.Body)
	if topicOf(r) == "orders/create" {
		queue <- body
	}
}

func topicOf(r *http.Request) string { return r.Header.Get("X-Shopify-Topic") }

// The handshake is verified, and not what is sent later.
func whatsApp(token string, inbound chan<- []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			if r.URL.Query().Get("hub.verify_token") == token { // want `the handler in whatsApp does what anybody on the Internet says in the name of Meta`
				io.WriteString(w, r.URL.Query().Get("hub.challenge"))
			}
			return
		}
		body, _ := io.ReadAll(r.Body)
		select {
		case inbound <- body:
		case <-r.Context().Done():
		}
	}
}

func slackEvents(w http.ResponseWriter, r *http.Request) { // want `slackEvents does what anybody on the Internet says in the name of Slack`
	body, _ := io.ReadAll(r.Body)
	event, err := slackevents.ParseEvent(body, slackevents.OptionNoVerifyToken())
	if err == nil {
		handleEvent(r.Context(), event)
	}
}

func handleEvent(ctx context.Context, event slackevents.EventsAPIEvent) {
	resp, err := http.Get("https://bot.example.com/" + event.Type)
	if err == nil {
		resp.Body.Close()
	}
}

func routes() *gin.Engine {
	router := gin.Default()
	router.Use(gin.Logger(), counted())
	router.POST("/gitlab", gitLab)
	http.HandleFunc("/github", gitHub)
	http.Handle("/shopify", logged(http.HandlerFunc(dispatcher)))
	return router
}

func counted() gin.HandlerFunc {
	return func(c *gin.Context) {
		log.Print("one more")
		c.Next()
	}
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.Method)
		next.ServeHTTP(w, r)
	})
}

// What the bot has a token for doesn't tell who sent the event.
func (s *bot) mentioned(w http.ResponseWriter, r *http.Request) { // want `mentioned does what anybody on the Internet says in the name of Slack`
	body, _ := io.ReadAll(r.Body)
	event, err := slackevents.ParseEvent(body, slackevents.OptionNoVerifyToken())
	if err != nil {
		return
	}
	client := slack.New(s.accessToken)
	go answer(client, event)
}

type bot struct{ accessToken string }

func answer(*slack.Client, slackevents.EventsAPIEvent) {}
