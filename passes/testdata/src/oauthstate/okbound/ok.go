// Package okbound reads the query into a struct.
package okbound

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"golang.org/x/oauth2"
)

type answer struct {
	Code  string `form:"code"`
	State string `form:"state"`
}

func callback(config *oauth2.Config, valid func(answer) bool) gin.HandlerFunc {
	return func(c *gin.Context) {
		var a answer
		if err := c.ShouldBindQuery(&a); err != nil || !valid(a) {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		if _, err := config.Exchange(c, c.Query("code")); err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	}
}
