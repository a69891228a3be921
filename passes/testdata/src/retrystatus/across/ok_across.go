package across

import (
	"errors"
	"net/http"
	"time"

	"retrystatus/across/lib"
)

func notStatusErrors(c *http.Client, url string) (err error) {
	for range 3 {
		var v any
		err = lib.GetJSON(c, url, &v)
		var status *lib.StatusError
		if err == nil || errors.As(err, &status) || errors.Is(err, lib.ErrNotFound) {
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}

// What the methods of another package's error say is not known.
func whenTemporary(c *http.Client, url string) (err error) {
	for range 3 {
		var v any
		err = lib.Twice(c, url, &v)
		var status *lib.StatusError
		if err == nil || errors.As(err, &status) && !status.Temporary() {
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}
