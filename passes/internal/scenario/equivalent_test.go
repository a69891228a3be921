package scenario

import (
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
