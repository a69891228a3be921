package catalog

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestStd(t *testing.T) {
	for path, want := range map[string]bool{
		"net/http":         true,
		"unsafe":           true,
		"internal/abi":     true,
		"syscall/js":       true,
		"fix":              false,
		"net/http2":        false,
		"golang.org/x/net": false,
		"":                 false,
	} {
		if got := Std(path); got != want {
			t.Errorf("Std(%q) = %v", path, got)
		}
	}
}

// TestStdList compares the list with the toolchain, if that is of the release
// that the list is for.
func TestStdList(t *testing.T) {
	if v := runtime.Version(); v != stdRelease && !strings.HasPrefix(v, stdRelease+".") {
		t.Skipf("the list is that of %s, this is %s", stdRelease, v)
	}
	out, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		if pkg := strings.TrimSpace(line); !Std(pkg) {
			t.Errorf("%s is missing: run go generate", pkg)
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range stdPackages {
		if _, err := os.Stat(filepath.Join(strings.TrimSpace(string(root)), "src", filepath.FromSlash(pkg))); err != nil {
			t.Errorf("no package %s: run go generate", pkg)
		}
	}
}
