package lint

import "testing"

func TestIsBelow(t *testing.T) {
	tests := []struct {
		host, domain string
		want         bool
	}{
		{"api.example.com", "example.com", true},
		{"API.example.com:443", "api.Example.com", true},
		{"example.com", "example.com", true},
		{"badexample.com", "example.com", false},
		{"example.com", "api.example.com", false},
		{"[::1]:80", "localhost", false},
		{"example.com", "", false},
	}
	for _, test := range tests {
		if got := IsBelow(test.host, test.domain); got != test.want {
			t.Errorf("IsBelow(%q, %q) = %t", test.host, test.domain, got)
		}
	}
}

func TestDomains(t *testing.T) {
	var d Domains
	if err := d.Set("maps.example.com, localhost"); err != nil {
		t.Fatal(err)
	}
	if !d.Hold("eu.maps.example.com") || !d.Hold("localhost:8080") || d.Hold("example.com") {
		t.Error("the names don't hold what is below them, or hold more")
	}
	for _, text := range []string{"https://example.com", "*.example.com", "localhost:8080", "a b", "example.com/path", "[::1]"} {
		if err := d.Set(text); err == nil {
			t.Errorf("%q is taken for a host's name", text)
		}
	}
	if d.String() != "maps.example.com, localhost" {
		t.Errorf("what is wrong was set: %q", d.String())
	}
}
