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

func parsed(token string) string {
	u, err := url.Parse("https://api.weixin.qq.com/cgi-bin/user/info")
	if err != nil {
		return ""
	}
	q := u.Query()
	q.Set("access_token", token)
	u.RawQuery = q.Encode()
	return u.String()
}

func requested(token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", "http://localhost:8080/report", nil)
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	q.Set("access_token", token)
	req.URL.RawQuery = q.Encode()
	return http.DefaultClient.Do(req)
}

func none() (*http.Response, error) {
	var v url.Values
	return http.Get("https://api.weather.io/report?" + v.Encode())
}

func anonymous() (*http.Response, error) {
	return http.Get("https://api.weather.io/report?access_token=public")
}

// WeChat's URL can be set to another, which does as WeChat.
type weChat struct{ ProfileURL, token string }

func newWeChat(token string) *weChat {
	return &weChat{ProfileURL: "https://api.weixin.qq.com/sns/userinfo", token: token}
}

func (w *weChat) profile() (*http.Response, error) {
	v := url.Values{"access_token": {w.token}}
	return http.Get(w.ProfileURL + "?" + v.Encode())
}

// settings are kept as a URL, which nobody sends anything to.
func settings(host, token string) *url.URL {
	query := url.Values{"token": {token}}
	return &url.URL{Scheme: "chat", Host: host, RawQuery: query.Encode()}
}
