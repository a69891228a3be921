// Package guarded has middleware before its handlers that asks who sends.
package guarded

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

var queue = make(chan []byte)

func gitLab(c *gin.Context) {
	if c.GetHeader("X-Gitlab-Event") == "Push Hook" {
		body, _ := c.GetRawData()
		queue <- body
	}
}

func routes(router *gin.Engine) {
	router.Use(token())
	router.POST("/gitlab", gitLab)
}

func token() gin.HandlerFunc {
	secret := os.Getenv("TOKEN")
	return func(c *gin.Context) {
		if c.GetHeader("X-Gitlab-Token") != secret {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}
