// Command badmain has a server in exported places, which nobody can import.
package main

import (
	"log"
	web "net/http"
)

// App has a field that only this package can set.
type App struct {
	Server *web.Server
}

var Main = &App{
	Server: &web.Server{ // want `Main.Server.ListenAndServe \(line 23\)`
		Addr: ":8080",
	},
}

var Admin web.Server // want `Admin.ListenAndServe`

func main() {
	go func() { log.Fatal(Main.Server.ListenAndServe()) }()
	go func() { log.Fatal(Admin.ListenAndServe()) }()
	log.Fatal(web.ListenAndServe(":9090", nil)) // want `web.ListenAndServe`
}

func shadowed(time int, mux web.Handler) error {
	println(time)
	return web.ListenAndServe(":8081", mux) // want `web.ListenAndServe`
}
