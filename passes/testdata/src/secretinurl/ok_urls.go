package secretinurl

import (
	"net/http"
	"net/url"
	"os"
	"strings"
)

func demanded(token string) (*http.Response, error) {
	return http.Get("https://maps.googleapis.com/maps/api/geocode/json?api_key=" + os.Getenv("KEY"))
}

func page(token string) (*http.Response, error) {
	return http.Get("https://api.weather.io/report?city=Rome&page=" + token)
}

func form(password string) (*http.Response, error) {
	v := url.Values{}
	v.Set("password", password)
	return http.Post("https://api.weather.io/login", "application/x-www-form-urlencoded", strings.NewReader(v.Encode()))
}
