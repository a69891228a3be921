package plaintextauth

import (
	"fmt"
	"net/http"
	"os"
)

const base = "http://api.weather.io/v1"

func header(token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/report", nil) // want `http.NewRequest sends the Authorization header to api.weather.io in the clear: everybody on the way can read it and use it \(http://\)`
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

func basic() (*http.Response, error) {
	req, err := http.NewRequest("GET", fmt.Sprintf("http://files.weather.io/%d", os.Getpid()), nil) // want `http.NewRequest sends the password to files.weather.io in the clear`
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth("me", os.Getenv("PASSWORD"))
	return http.DefaultClient.Do(req)
}

func query() (*http.Response, error) {
	return http.Get("http://maps.weather.io/tile?api_key=" + os.Getenv("KEY")) // want `http.Get sends the api_key to maps.weather.io in the clear`
}
