package hardcodedsecret

import (
	"database/sql"
	"flag"
	"fmt"
	"net/http"

	"golang.org/x/oauth2"
)

const apiKey = "9f8b7c6d5e4f" // want `apiKey is the credential that req.Header.Set \(line 18\) gets, so whoever reads the source can use it; load it at run time, and change it \(12 characters, "9f8"…\)`

var token = flag.String("api-token", "f00ba4f00ba4", "token") // want `this constant is the default of a flag that flag.String \(line 14\) gets, so every installation that doesn't set api-token has it`

func headers(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+"9f8b7c6d5e4e") // want `this constant is the credential`
	req.Header.Set("X-Api-Key", apiKey)
	req.SetBasicAuth("admin", "hunter22")                                     // want `this constant is the password`
	req.Header["X-Auth-Token"] = []string{"9f8b7c6d5e4d"}                     // want `this constant is the credential`
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", "9f8b7c6d5e4c")) // want `this constant is the credential`
}

var config = oauth2.Config{
	ClientID:     "id",
	ClientSecret: "9f8b7c6d5e4b", // want `this constant is the OAuth client secret`
}

func open(host string) {
	sql.Open("mysql", "app:hunter23@tcp(db:3306)/app")                     // want `this constant is the database password that sql.Open \(line 30\) gets, so whoever reads the source can use it; load it at run time, and change it \(8 characters, "hu"…\)`
	sql.Open("mysql", fmt.Sprintf("app:%s@tcp(%s)/app", "hunter24", host)) // want `this constant is the database password`
	sql.Open("postgres", "host=db user=app password=hunter25 dbname=app")  // want `this constant is the database password`
	sql.Open("postgres", "postgres://app:hunter26@db/app?sslmode=disable") // want `this constant is the database password`
	sql.Open("mysql", "app:hunter27@tcp(127.0.0.1:3306)/app")              // want `this constant is the database password`
}

func admit(r *http.Request) bool {
	_, password, _ := r.BasicAuth()
	return password == "hunter28" || // want `this constant is the password that the comparison in line 39 gets, so whoever reads the source is let in`
		r.Header.Get("X-Auth-Token") == "hunter29" // want `this constant is the credential`
}

type settings struct {
	Host     string `default:"db"`
	Password string `default:"hunter30"` // want `Password has a default in its tag`
}

type setter struct{ h http.Header }

func (c *setter) set(name, value string) { c.h.Set(name, value) }

func (c *setter) setAll() {
	c.set("User-Agent", "a program")
	c.set("X-Api-Key", "hunter31") // want `this constant is the credential`
}
