// Package paired answers the handshake in one function, and receives what comes in another one.
package paired

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

var queue = make(chan string)

func routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /whatsapp", shake)
	mux.HandleFunc("POST /whatsapp", receive)
	mux.HandleFunc("POST /orders", order)
}

func shake(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("hub.mode") == "subscribe" {
		fmt.Fprint(w, r.URL.Query().Get("hub.challenge"))
	}
}

func receive(w http.ResponseWriter, r *http.Request) { // want `receive does what anybody on the Internet says in the name of Meta`
	var message struct{ Text string }
	if err := json.NewDecoder(r.Body).Decode(&message); err == nil {
		queue <- message.Text
	}
}

// It is another path.
func order(w http.ResponseWriter, r *http.Request) {
	var message struct{ Text string }
	if err := json.NewDecoder(r.Body).Decode(&message); err == nil {
		queue <- message.Text
	}
}

type bot struct{ sent chan string }

func (b *bot) register(engine *gin.Engine) {
	meta := engine.Group("/meta")
	meta.GET("/webhook", b.shake)
	meta.POST("/webhook", b.receive)
	other := engine.Group("/other")
	other.POST("/webhook", b.other)
}

func (b *bot) shake(c *gin.Context) { c.String(http.StatusOK, c.Query("hub.challenge")) }

func (b *bot) receive(c *gin.Context) { // want `receive does what anybody on the Internet says in the name of Meta`
	var message struct{ Text string }
	if err := c.BindJSON(&message); err == nil {
		b.sent <- message.Text
	}
}

// It is another router.
func (b *bot) other(c *gin.Context) {
	var message struct{ Text string }
	if err := c.BindJSON(&message); err == nil {
		b.sent <- message.Text
	}
}

func (b *bot) grouped(engine *gin.Engine) {
	group := engine.Group("/webhook")
	group.GET("", b.shake)
	group.POST("", b.hear)
}

func (b *bot) hear(c *gin.Context) { // want `hear does what anybody on the Internet says in the name of Meta`
	var message struct{ Text string }
	if err := c.BindJSON(&message); err == nil {
		b.sent <- message.Text
	}
}
