//go:build heavy

package output

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// browsers are the names under which systems install Chromium or its relatives.
var browsers = []string{"chromium", "chromium-browser", "chromium-headless-shell", "google-chrome", "google-chrome-stable", "chrome"}

func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("there is no browser to open the page with; any of these will do: %s", strings.Join(browsers, ", "))
	return ""
}

// searchScript types into the search field and lists what is to be seen then, in an attribute of the body.
const searchScript = `<script>
const field = document.getElementById("words");
const seen = selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length;
const state = [];
for (const details of document.querySelectorAll("details")) details.open = true;
for (const words of ["", "style", "GONE style", "nothing has this"]) {
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  state.push([seen("article"), seen("[data-finding]"), seen("section.rule"), seen("details"), document.getElementById("count").textContent].join(" "));
}
document.body.dataset.seen = state.join("; ");
</script></body>`

// TestPageInBrowser searches in the page.
func TestPageInBrowser(t *testing.T) {
	browser := findBrowser(t)
	page := bytes.Replace(render(t, "html", sample()), []byte("</body>"), []byte(searchScript), 1)
	dom := openPage(t, browser, page)
	// Articles, entries of the index, rules and groups of the index that can be seen.
	const want = `data-seen="3 9 2 7 3 of 3 shown; 2 6 1 5 2 of 3 shown; 1 3 1 3 1 of 3 shown; 0 0 0 0 0 of 3 shown"`
	if !strings.Contains(dom, want) {
		t.Errorf("want %s, got %q", want, matches(dom, `(data-seen="[^"]*")`))
	}
}

// openPage returns what a page has become after its scripts ran.
func openPage(t *testing.T, browser string, page []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	// Without a sandbox it runs in containers too; the page is our own.
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--dump-dom", (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String())
	dom, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", browser, err)
	}
	return string(dom)
}
