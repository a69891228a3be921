package scenario

import (
	"slices"
	"strings"
	"testing"
)

// pathText writes a path: its waits (how long, "?" if that is unknown, "told" if the answer has a say in it), and what else it does.
func pathText(path Path) string {
	var parts []string
	for _, w := range path.Waits {
		switch {
		case w.Known:
			parts = append(parts, w.Delay.String())
		case w.Told:
			parts = append(parts, "told")
		default:
			parts = append(parts, "?")
		}
	}
	for _, event := range []struct {
		name string
		is   bool
	}{{"closed", path.Closed}, {"asked", path.Asked.IsValid()}, {"given", path.Given}} {
		if event.is {
			parts = append(parts, event.name)
		}
	}
	return strings.Join(parts, " ")
}

// again wraps a wait in the loop that all programs of the table have in common.
func again(wait string) string {
	return `func f(ctx context.Context, c *http.Client, req *http.Request, d time.Duration, n int) error {
		for i := range 5 {
			resp, err := c.Do(req)
			if err != nil { return err }
			if resp.StatusCode != 429 { return nil }
			_ = i
			` + wait + `
		}
		return errors.New("gave up")
	}
`
}

var waits = []struct{ name, src, want string }{
	{"none", again(""), ""},
	{"sleep", again("time.Sleep(time.Second)"), "1s"},
	{"computed", again("time.Sleep(time.Duration(i) * time.Second)"), "?"},
	{"receive", again("<-time.After(2 * time.Second)"), "2s"},
	{"timer", again("timer := time.NewTimer(time.Minute); <-timer.C"), "1m0s"},
	{"timer that is set anew", again("timer := time.NewTimer(d); timer.Reset(time.Minute); <-timer.C"), "1m0s"},
	{"select", again("select { case <-ctx.Done(): return ctx.Err(); case <-time.After(time.Second): }"), "1s"},
	{"select with default", again("select { case <-ctx.Done(): return ctx.Err(); default: }"), ""},
	{"channel", again("<-ctx.Done()"), "?"},
	{"in a branch", again("if n > 3 { time.Sleep(time.Second) }"), "1s | "},
	{"helper", `func pause(d time.Duration) { time.Sleep(2 * d) }
	` + again("pause(time.Second)"), "2s"},
	{"interface", `type clock interface { Sleep(time.Duration) }
	var c0 clock
	` + again("c0.Sleep(time.Second)"), "1s"},
	{"interface with a context", `type limiter interface { Await(context.Context) error }
	var l limiter
	` + again("if err := l.Await(ctx); err != nil { return err }"), "?"},
	{"function that is named so", `var backOff func(int)
	` + again("backOff(i)"), "?"},
	{"field that is named so", `type pacer struct { backOff func(int) }
	var pacing func() pacer
	` + again("pacing().backOff(i)"), "?"},
	{"log", `type logger interface { Print(string, ...any) }
	var l logger
	` + again(`l.Print("again", i)`), ""},
	{"closed", again("resp.Body.Close()"), "closed"},
	{"read", again("io.ReadAll(resp.Body)"), "closed"},
	{"closed later", again("defer resp.Body.Close()"), "closed"},
	{"given", `var see func(*http.Response)
	` + again("see(resp)"), "closed given"},
	{"header given", `var see func(http.Header)
	` + again("see(resp.Header)"), "given"},
	{"stored", `type last struct { resp *http.Response }
	var l last
	` + again("l.resp = resp"), "closed"},
	{"asked", again(`_ = resp.Header.Get("x-ratelimit-reset")`), "asked"},
	{"asked by index", again(`_ = resp.Header["Retry-After"]`), "asked"},
	{"asked for another", again(`_ = resp.Header.Get("Content-Type")`), ""},
}

// TestWaits plays 429 and looks at what happens on the way to the next attempt.
func TestWaits(t *testing.T) {
	for _, test := range waits {
		t.Run(test.name, func(t *testing.T) {
			regions := Find(build(t, test.src))
			if len(regions) != 1 {
				t.Fatalf("%d regions", len(regions))
			}
			row := regions[0].Row(429)
			if !row.Whole {
				t.Error("not whole")
			}
			checkPaths(t, row, test.want)
		})
	}
}

func checkPaths(t *testing.T, row Row, want string) {
	t.Helper()
	var paths []string
	for _, path := range row.Paths {
		if text := pathText(path); !slices.Contains(paths, text) {
			paths = append(paths, text)
		}
	}
	if got := strings.Join(paths, " | "); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTold plays 429 with a header that says how long to wait.
func TestTold(t *testing.T) {
	parse := `func parse(resp *http.Response) time.Duration {
		if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil { return time.Duration(s) * time.Second }
		return time.Second
	}
	`
	both := `func both(h http.Header) time.Duration {
		if s, err := strconv.Atoi(h.Get("Retry-After")); err == nil { return time.Duration(s) * time.Second }
		if at, err := http.ParseTime(h.Get("Retry-After")); err == nil { return time.Until(at) }
		return time.Second
	}
	`
	tests := []struct{ name, src, header, want string }{
		{"seconds", parse + again("time.Sleep(parse(resp))"), "7", "7s asked"},
		{"a day", parse + again("time.Sleep(parse(resp))"), "86400", "24h0m0s asked"},
		{"limited", parse + again("time.Sleep(min(parse(resp), time.Minute))"), "86400", "1m0s asked"},
		{"limited by an if", parse + again("w := parse(resp); if w > time.Minute { w = time.Minute }; time.Sleep(w)"), "86400", "1m0s asked"},
		{"date not understood", parse + again("time.Sleep(parse(resp))"), "Fri, 31 Dec 2100 23:59:59 GMT", "1s asked"},
		{"date", both + again("time.Sleep(both(resp.Header))"), "Fri, 31 Dec 2100 23:59:59 GMT", "told asked | 1s asked"},
		{"duration", again(`w, _ := time.ParseDuration(resp.Header.Get("Retry-After") + "s"); time.Sleep(w)`), "7", "7s asked"},
		{"reset", again(`n, _ := strconv.ParseInt(resp.Header.Get("X-RateLimit-Reset"), 10, 64); time.Sleep(time.Until(time.Unix(n, 0)))`), "7", "told asked"},
		{"not looked at", again("time.Sleep(d)"), "7", "?"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			regions := Find(build(t, test.src))
			if len(regions) != 1 {
				t.Fatalf("%d regions", len(regions))
			}
			checkPaths(t, regions[0].Told(429, test.header), test.want)
		})
	}
}

// TestAttempts checks how many attempts a loop is known to make.
func TestAttempts(t *testing.T) {
	body := ` { if _, err := c.Do(req); err == nil { return } }
	}`
	tests := []struct {
		loop  string
		want  int64
		known bool
	}{
		{"for range 3", 3, true},
		{"for i := range 3", 3, true},
		{"for i := 0; i < 4; i++", 4, true},
		{"for i := 1; i <= 4; i++", 4, true},
		{"for i := 0; i < n; i++", 0, false},
		{"for i := 0; i < 9; i += 2", 0, false},
		{"for", 0, false},
	}
	for _, test := range tests {
		src := "func f(c *http.Client, req *http.Request, n int) {\n" + test.loop + strings.Replace(body, "{", "{ _ = n;", 1)
		if strings.Contains(test.loop, "i :=") {
			src = strings.Replace(src, "_ = n;", "_ = i;", 1)
		}
		for _, r := range Find(build(t, src)) {
			if n, ok := r.Attempts(); n != test.want || ok != test.known {
				t.Errorf("%s: %d, %v", test.loop, n, ok)
			}
		}
	}
}

// TestCoarse checks regions whose attempts can only fail or succeed.
func TestCoarse(t *testing.T) {
	regions := Find(build(t, `func repeat(n int, f func() (int, error)) error {
		for range n {
			if _, err := f(); err == nil { return nil }
		}
		return errors.New("gave up")
	}
	func each(fs []func() error) (err error) {
		for _, f := range fs { err = f() }
		return err
	}`))
	if len(regions) != 1 || !regions[0].Coarse || regions[0].String() != "yes: E; no: 200" {
		t.Errorf("%v", regions)
	}
}
