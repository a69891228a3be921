// Package across repeats requests that another package sends.
package across

import (
	"errors"
	"net/http"
	"time"

	"retrystatus/across/lib"
)

func anyError(c *http.Client, url string) (err error) {
	for range 3 {
		var v any
		if err = lib.GetJSON(c, url, &v); err == nil { // want `lib.GetJSON \(line 15\) is repeated after any client error \(400, 401, 403, 404, 409, 422, ...\), decided here`
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func allButNotFound(c *http.Client, url string) (err error) {
	for range 3 {
		var v any
		err = lib.Twice(c, url, &v)
		if err == nil || errors.Is(err, lib.ErrNotFound) { // want `lib.Twice \(line 26\) is repeated after any client error \(400, 401, 403, 409, 422, ...\), decided here`
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}
