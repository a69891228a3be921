package httptimeout

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
)

func readsLines(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	for s := bufio.NewScanner(resp.Body); s.Scan(); {
		_ = s.Text()
	}
}

func serverSentEvents(u string) {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return
	}
	req.Header.Set("Accept", "text/event-stream")
	_, _ = http.DefaultClient.Do(req)
}

func copiesToFile(u string, f *os.File) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(f, resp.Body)
}

func watchChanges(u string) { _, _ = http.Get(u) }

func proxyRequest(w http.ResponseWriter, r *http.Request) {
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err == nil {
		_, _ = io.Copy(w, resp.Body)
	}
}

func sameMachine() { _, _ = http.Get("http://localhost:8080/healthz") }

func copiesAnswerOfHelper(u string, f *os.File) {
	resp, err := answer(&http.Client{}, u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(f, resp.Body)
}

func answer(c *http.Client, u string) (*http.Response, error) { return c.Get(u) }

func unpacks(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	tar := exec.Command("tar", "x")
	tar.Stdin = resp.Body
	return tar.Run()
}
