// Package badminute is fixed with a limit of a minute.
package badminute

import "net/http"

func helper() error {
	return http.ListenAndServe(":8080", nil) // want `http.ListenAndServe`
}
