package plaintextauth

import (
	"net/http"
	"os"
)

func send(url string) (*http.Response, error) {
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("TOKEN"))
	return http.DefaultClient.Do(req)
}

func hosts() {
	send("http://localhost:8080/")
	send("http://127.0.0.1/")
	send("http://169.254.169.254/latest/api/token")
	send("http://vault:8200/v1")
	send("http://prometheus.monitoring.svc:9090")
	send("https://api.weather.io/")
	send(os.Getenv("URL"))
}

func open() (*http.Response, error) {
	return http.Get("http://api.weather.io/public?city=Rome") // without a credential
}
