package output

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func matches(text, pattern string) []string {
	var found []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	return found
}

// TestPageIsSelfContained asserts that nothing is loaded: the page has only links that a person follows.
func TestPageIsSelfContained(t *testing.T) {
	page := string(render(t, "html", sample()))
	for _, text := range []string{"src=", "<link", "@import", "url(", "fetch(", "XMLHttpRequest", "<iframe", "<object"} {
		if strings.Contains(page, text) {
			t.Errorf("the page has %q", text)
		}
	}
	if !strings.Contains(page, `content="default-src 'none'; `) {
		t.Error("no policy forbids to load anything")
	}
}

// TestPageReferences asserts that names are unique, and that all references to them lead somewhere.
func TestPageReferences(t *testing.T) {
	page := string(render(t, "html", sample()))
	ids := map[string]bool{}
	for _, id := range matches(page, ` id="([^"]*)"`) {
		if ids[id] {
			t.Errorf("the id %s comes twice", id)
		}
		ids[id] = true
	}
	for _, pattern := range []string{` href="#([^"]*)"`, ` for="([^"]*)"`, ` aria-labelledby="([^"]*)"`, ` data-finding="([^"]*)"`, `getElementById\("([^"]*)"\)`} {
		names := matches(page, pattern)
		if len(names) == 0 {
			t.Errorf("nothing matches %s", pattern)
		}
		for _, name := range names {
			if !ids[name] {
				t.Errorf("%q is referred to and isn't there", name)
			}
		}
	}
}

// TestPageHeadings asserts that no level of headings is left out.
func TestPageHeadings(t *testing.T) {
	last := 0
	for _, level := range matches(string(render(t, "html", sample())), `<h(\d)`) {
		n, _ := strconv.Atoi(level) // one digit
		if n > last+1 {
			t.Errorf("a heading of level %d follows one of level %d", n, last)
		}
		last = n
	}
}

// luminance returns the relative luminance of a colour (WCAG 2.2, "relative luminance").
func luminance(t *testing.T, color string) float64 {
	t.Helper()
	rgb, err := strconv.ParseUint(color, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	channel := func(shift int) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}

// TestPageContrast asserts level AA of WCAG 2.2 (1.4.3: text 4.5:1, 1.4.11: borders 3:1) in both colour schemes.
func TestPageContrast(t *testing.T) {
	schemes := strings.Split(reportTemplate, "prefers-color-scheme: dark")
	if len(schemes) != 2 {
		t.Fatalf("%d colour schemes", len(schemes))
	}
	for name, css := range map[string]string{"light": schemes[0], "dark": schemes[1]} {
		colors := map[string]float64{}
		for _, m := range regexp.MustCompile(`--(\w+): #(\w{6});`).FindAllStringSubmatch(css, -1) {
			colors[m[1]] = luminance(t, m[2])
		}
		check := func(front, back string, least float64) {
			a, ok := colors[front]
			b, ok2 := colors[back]
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); !ok || !ok2 || ratio < least {
				t.Errorf("%s: %s on %s has contrast %.2f, want %v", name, front, back, ratio, least)
			}
		}
		for _, front := range []string{"text", "muted", "link", "error", "warning", "advisory"} {
			check(front, "page", 4.5)
		}
		for _, back := range []string{"panel", "hit", "mark"} {
			check("text", back, 4.5)
		}
		check("muted", "panel", 4.5)
		check("muted", "hit", 4.5)
		check("line", "page", 3)
	}
}

// TestPageExcerpt asserts which lines are shown, and what is marked in them.
func TestPageExcerpt(t *testing.T) {
	r := &Report{Read: func(string) ([]byte, error) { return []byte("\ufeff1\n2\n3\n4\n5\n6 six\n7\n8\n9\n10"), nil }}
	tests := []struct {
		line, column, endLine, endColumn int
		first, last                      int
		marked                           string
	}{
		{6, 3, 6, 6, 3, 9, "six"},
		{6, 3, 8, 1, 3, 9, "six"},
		{1, 4, 1, 5, 1, 4, "1"},
		{10, 1, 10, 3, 7, 10, "10"},
		{11, 1, 11, 1, 0, 0, ""},
		{0, 0, 0, 0, 0, 0, ""},
	}
	for _, test := range tests {
		lines := r.excerpt(span("/a.go", test.line, test.column, test.endLine, test.endColumn))
		var first, last int
		var marked string
		for i, line := range lines {
			if i == 0 {
				first = line.Number
			}
			last = line.Number
			marked += line.Marked
			if line.Hit != (line.Number == test.line) {
				t.Errorf("line %d of the excerpt for %d is highlighted: %v", line.Number, test.line, line.Hit)
			}
		}
		if first != test.first || last != test.last || marked != test.marked {
			t.Errorf("line %d: lines %d to %d with %q marked, want %d to %d with %q", test.line, first, last, marked, test.first, test.last, test.marked)
		}
	}
}
