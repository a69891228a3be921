package retryafter

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestHelper runs the helper that the fix adds to a program.
func TestHelper(t *testing.T) {
	const program = `package main

import (
	"fmt"
	"net/http"
	"strconv"
	"time"
)

func main() {
	fmt.Println(retryAfter(nil, time.Hour))
	in30s := time.Now().Add(30 * time.Second).UTC().Format(http.TimeFormat)
	for _, header := range []string{"", "soon", "7", "86400", in30s, "Fri, 31 Dec 2100 23:59:59 GMT"} {
		resp := &http.Response{Header: http.Header{"Retry-After": {header}}}
		fmt.Println(retryAfter(resp, time.Hour).Round(10 * time.Second))
	}
}
`
	file := filepath.Join(t.TempDir(), "main.go")
	text := program + fmt.Sprintf(helper, "retryAfter", "1m", "http.", "time.", "strconv.", "time.Minute")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := exec.Command("go", "run", file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, got)
	}
	const want = "1h0m0s\n1h0m0s\n1h0m0s\n10s\n1m0s\n30s\n1m0s\n"
	if string(got) != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
