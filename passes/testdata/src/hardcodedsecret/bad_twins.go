package hardcodedsecret

import (
	"net/http"
	"os"
)

// Of equal texts it is the password that is meant.
func twins(req *http.Request) {
	user, password := os.Getenv("APP_USER"), os.Getenv("APP_PASSWORD")
	if user == "" || password == "" {
		user = "monitor17"
		password = "monitor17" // want `password is the password that req.SetBasicAuth`
	}
	req.SetBasicAuth(user, password)
	req.SetBasicAuth(
		"monitor18",
		"monitor18", // want `this constant is the password that req.SetBasicAuth`
	)
}

type login struct{ user, password string }

var twin = login{
	user:     "monitor19",
	password: "monitor19", // want `this constant is the password that req.SetBasicAuth`
}

func asTwin(req *http.Request) { req.SetBasicAuth(twin.user, twin.password) }
