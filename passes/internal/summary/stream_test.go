package summary

import "testing"

func TestLasts(t *testing.T) {
	for name, want := range map[string]bool{
		"download": true, "DownloadFile": true, "downloadTo": true, "fetch_stream": true, "watchPods": true, "StreamEvents": true,
		"longPoll": true, "long_poll": true, "ReverseProxy": true, "serveWebsocket": true, "SSE": true, "handleSSE": true, "stream2": true,
		"getDetails": false, "processEvent": false, "upstream": false, "addresses": false, "messenger": false, "pollStatus": false,
		"followers": false, "Get": false, "": false,
	} {
		if got := lasts(name); got != want {
			t.Errorf("lasts(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestLoopback(t *testing.T) {
	for url, want := range map[string]bool{
		"http://localhost:8080/healthz": true, "http://127.0.0.1/": true, "https://[::1]:443/": true, "http://localhost": true, "ws://127.0.0.1:1/x": true,
		"http://localhost.example.com/": false, "https://example.com/?u=http://localhost/": false, "localhost:8080": false,
	} {
		if got := loopback.MatchString(url); got != want {
			t.Errorf("%q is of this machine: %v, want %v", url, got, want)
		}
	}
}

func TestFactStrings(t *testing.T) {
	does := &Does{
		Sends:   []SendFact{{Deadline: Ref{Operand: 1}}, {Client: Ref{Operand: 1, Field: "hc"}}},
		Results: []ResultFact{{Index: 1, Field: "hc", Bound: 1, From: Ref{Operand: 2}, Lost: Ref{Operand: 3}}},
	}
	const want = "sends(client none, deadline operand 0); sends(client operand 0.hc, deadline none); result 1.hc unbounded or as operand 1, loses operand 2"
	if got := does.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
