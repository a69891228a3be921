package scenario

import (
	"fmt"
	"strings"
	"testing"

	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// deciding is a retry with a decision in the middle: it returns, continues or falls through.
func deciding(decision string) string {
	return `func f(c *http.Client, req *http.Request) (*http.Response, error) {
		for i := 0; i < 5; i++ {
			resp, err := c.Do(req)
			` + decision + `
			time.Sleep(time.Second)
		}
		return nil, errors.New("gave up")
	}
	`
}

// equivalents are programs that do the same, written in other ways.
var equivalents = []struct {
	name     string
	programs []string
}{
	{"server errors and 429", []string{
		deciding(`if err == nil && resp.StatusCode != 429 && resp.StatusCode < 500 { return resp, nil }`),
		deciding(`if err == nil && !(resp.StatusCode == 429 || resp.StatusCode >= 500) { return resp, nil }`),
		deciding(`if err != nil || resp.StatusCode == 429 || resp.StatusCode >= 500 { time.Sleep(1); continue }; return resp, nil`),
		deciding(`if err == nil { code := resp.StatusCode; again := code == http.StatusTooManyRequests || code/100 == 5; if !again { return resp, nil } }`),
		deciding(`if err == nil { switch { case resp.StatusCode == 429: case resp.StatusCode >= 500: default: return resp, nil } }`),
		deciding(`if err == nil { if resp.StatusCode != 429 { if resp.StatusCode < 500 { return resp, nil } } }`),
		deciding(`if err == nil && !retryable(resp) { return resp, nil }`) +
			`func retryable(r *http.Response) bool { if r.StatusCode == 429 { return true }; return r.StatusCode > 499 }`,
		deciding(`if !again(resp, err) { return resp, nil }`) +
			`func again(answer *http.Response, failure error) bool { return failure != nil || answer.StatusCode == 429 || answer.StatusCode >= 500 }`,
		deciding(`done, r := check(resp, err); if done { return r, nil }`) +
			`func check(r *http.Response, err error) (bool, *http.Response) { switch { case err != nil: return false, nil; case r.StatusCode == 429, r.StatusCode >= 500: return false, r }; return true, r }`,
		deciding(`if err = failure(resp, err); err == nil { return resp, nil }`) +
			`func failure(r *http.Response, err error) error { if err != nil { return fmt.Errorf("send: %w", err) }; if r.StatusCode == 429 || r.StatusCode >= 500 { return &statusError{r.StatusCode} }; return nil }`,
	}},
	{"two named codes", []string{
		deciding(`if err != nil { return nil, err }; if resp.StatusCode != 502 && resp.StatusCode != 503 { return resp, nil }`),
		deciding(`if err != nil { return nil, err }; switch resp.StatusCode { case 502, 503: default: return resp, nil }`),
		deciding(`if err != nil { return nil, err }; switch resp.StatusCode { case 502, 503: continue }; return resp, nil`),
		deciding(`if err != nil { return nil, err }; if !codes[resp.StatusCode] { return resp, nil }`) + `var codes = map[int]bool{502: true, 503: true}`,
		deciding(`if err != nil { return nil, err }; if _, ok := codes[resp.StatusCode]; !ok { return resp, nil }`) + `var codes = map[int]struct{}{502: {}, 503: {}}`,
		deciding(`if err != nil { return nil, err }; if !slices.Contains(codes, resp.StatusCode) { return resp, nil }`) + `var codes = []int{http.StatusBadGateway, http.StatusServiceUnavailable}`,
		deciding(`if err != nil { return nil, err }; found := false; for _, code := range codes { if code == resp.StatusCode { found = true } }; if !found { return resp, nil }`) + `var codes = []int{503, 502}`,
		deciding(`if err != nil { return nil, err }; var e error = &statusError{resp.StatusCode}; var s *statusError; if errors.As(e, &s) && s.code != 502 && s.code != 503 { return resp, nil }`),
	}},
}

// TestEquivalent checks that how a decision is written makes no difference: renamed, inverted, with a helper, as a switch.
func TestEquivalent(t *testing.T) {
	for _, group := range equivalents {
		want := ""
		for i, src := range group.programs {
			regions := Find(build(t, src))
			if len(regions) != 1 {
				t.Errorf("%s: %d regions in %s", group.name, len(regions), src)
				continue
			}
			got := regions[0].String()
			if i == 0 {
				want = got
			}
			if got != want || strings.Contains(got, "?") {
				t.Errorf("%s: got %s, want %s, in %s", group.name, got, want, src)
			}
		}
	}
}

// BenchmarkFind plays all programs of the tests.
func BenchmarkFind(b *testing.B) {
	var all []*summary.Package
	for _, program := range programs {
		all = append(all, build(b, program.src))
	}
	for b.Loop() {
		for _, pkg := range all {
			Find(pkg)
		}
	}
}

// BenchmarkWorst plays programs with what makes plays long in the worst real functions that were found, and says how long it
// takes for each function that sends: no function may take more than 200 ms.
func BenchmarkWorst(b *testing.B) {
	for _, program := range []struct {
		name, src string
		functions int
	}{
		{"layers", worst, 4},
		{"turns", turns(), 1 + 10 + 40},
	} {
		b.Run(program.name, func(b *testing.B) {
			pass := check(b, program.src)
			for b.Loop() {
				Find(summarize(b, pass))
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*program.functions), "ms/function")
		})
	}
}

const worst = `
type hook func(*reply) error
type client struct {
	*http.Client
	before, after []hook
	conditions    []func(*reply, error) bool
	debug, keep   bool
	limit         int64
	closed        chan error
	tries         int
	strategy      func(*reply, error) (time.Duration, error)
}
type reply struct {
	raw    *http.Response
	body   io.ReadCloser
	size   int64
	wraps  int
	closed bool
}
func (r *reply) header() http.Header {
	if r.raw == nil { return http.Header{} }
	return r.raw.Header
}
func (r *reply) unpack() error {
	switch r.header().Get("Content-Encoding") {
	case "gzip", "deflate":
		if r.body == nil { return errors.New("no body") }
		r.wraps++
	}
	return nil
}
func (r *reply) cut(limit int64) {
	if limit > 0 && r.body != nil { r.body, r.size = io.NopCloser(io.LimitReader(r.body, limit)), limit }
}
func (r *reply) all() error {
	if r.body == nil || r.closed { return nil }
	data, err := io.ReadAll(r.body)
	r.size += int64(len(data))
	r.closed = true
	return err
}
func (c *client) log(r *reply) error {
	if !c.debug { return nil }
	for name, values := range r.header() {
		for _, value := range values {
			if len(value) > 80 { fmt.Println(name, value[:80]) } else { fmt.Println(name, value) }
		}
	}
	return r.all()
}
func (c *client) run(hooks []hook, r *reply) error {
	for _, h := range hooks {
		if err := h(r); err != nil { return err }
	}
	return nil
}
func (c *client) once(req *http.Request) (*reply, error) {
	if err := c.run(c.before, nil); err != nil { return nil, err }
	raw, err := c.Do(req)
	r := &reply{raw: raw}
	if err != nil { return r, err }
	if c.closed != nil {
		if err := <-c.closed; err != nil { return r, err }
	}
	if raw != nil {
		r.body = raw.Body
		if err := r.unpack(); err != nil { return r, err }
		r.cut(c.limit)
	}
	if !c.keep && c.debug {
		if err := r.all(); err != nil { return r, err }
	}
	if err := c.log(r); err != nil { return r, err }
	if c.keep { return r, err }
	return r, c.run(c.after, r)
}
func (c *client) delay(r *reply, err error, attempt int) (time.Duration, error) {
	if r != nil && (r.raw.StatusCode == 429 || r.raw.StatusCode == 503) {
		if n, err := strconv.Atoi(r.header().Get("Retry-After")); err == nil { return time.Duration(n) * time.Second, nil }
	}
	if c.strategy != nil { return c.strategy(r, err) }
	return min(time.Second<<attempt, time.Minute), nil
}
func (c *client) send(ctx context.Context, req *http.Request) (r *reply, err error) {
	for i := 0; i <= c.tries; i++ {
		if r, err = c.once(req); err != nil && ctx.Err() != nil { return r, errors.Join(ctx.Err(), err) }
		again := r != nil && (r.raw.StatusCode == 429 || r.raw.StatusCode >= 500)
		for _, condition := range c.conditions {
			if again = again || condition(r, err); again { break }
		}
		if !again { break }
		if err := c.run(c.after, r); err != nil { break }
		wait, stop := c.delay(r, err, i)
		if stop != nil { return nil, stop }
		select {
		case <-ctx.Done(): return nil, ctx.Err()
		case <-time.After(wait):
		}
	}
	if err == nil { err = c.run(c.after, r) }
	return r, err
}
func (c *client) get(ctx context.Context, url string) (*reply, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil { return nil, err }
	return c.send(ctx, req)
}
func (c *client) head(ctx context.Context, url string) (*reply, error) {
	req, err := http.NewRequestWithContext(ctx, "HEAD", url, nil)
	if err != nil { return nil, err }
	return c.send(ctx, req)
}
`

// turns is a client with 10 functions that send something, each of which fails in many ways, and 40 that call them in turn, which
// would have to be followed many ways.
func turns() string {
	var src strings.Builder
	src.WriteString("type thing struct {\n")
	for i := range 60 {
		fmt.Fprintf(&src, "F%d string\n", i)
	}
	src.WriteString(`Inner *thing
}
type api struct {
	http  *http.Client
	debug func(string)
}
var errAbsent = errors.New("absent")
func (a *api) Send(method, url string, into *thing) error {
	req, err := http.NewRequest(method, url, nil)
	if err != nil { return fmt.Errorf("request: %w", err) }
	resp, err := a.http.Do(req)
	if err != nil { return fmt.Errorf("sending: %w", err) }
	defer resp.Body.Close()
	if a.debug != nil { a.debug(resp.Status) }
	switch resp.StatusCode {
	case 200, 201:
	case 404:
		return errAbsent
	default:
		return fmt.Errorf("%s answers %d", url, resp.StatusCode)
	}
	if into == nil { return nil }
	body, err := io.ReadAll(resp.Body)
	if err != nil { return fmt.Errorf("reading: %w", err) }
	into.F0 = string(body)
	return nil
}
`)
	for i := range 40 {
		fmt.Fprintf(&src, "func (a *api) Update%d(id string, force bool) (*thing, error) {\n\tchanged := thing{F1: id}\n", i)
		for j := range 6 {
			k := (i + j) % 10
			fmt.Fprintf(&src, `	t%d, err := a.Get%d(id)
	if err != nil && !force { return nil, fmt.Errorf("no %d: %%s", err) }
	if err == nil && t%d.F4 != "" { changed.F%d = t%d.F4 }
`, j, k, k, j, 10+j, j)
		}
		fmt.Fprintf(&src, `	if err := a.Send("PUT", "/%d/" + id, &changed); err != nil { return nil, err }
	return &changed, nil
}
`, i)
	}
	for i := range 10 {
		fmt.Fprintf(&src, `func (a *api) Get%d(id string) (*thing, error) {
	if id == "" { return nil, errors.New("no id") }
	t := &thing{F1: id}
	if err := a.Send("GET", "/%d/" + id, t); err != nil { return nil, fmt.Errorf("getting %d: %%w", err) }
	if t.F2 == "" { return nil, errors.New("no name") }
	if t.Inner == nil { return t, nil }
	if t.Inner.F3 != id { return nil, fmt.Errorf("not %%s", id) }
	return t.Inner, nil
}
`, i, i, i)
	}
	return src.String()
}
