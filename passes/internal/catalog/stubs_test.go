package catalog

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// stubRoot is the GOPATH that holds the stubs of libraries that tests of rules use.
const stubRoot = "../../testdata"

// loadStubs loads all stubs of catalogued libraries.
func loadStubs(t *testing.T) []*packages.Package {
	t.Helper()
	root, err := filepath.Abs(stubRoot)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	src := filepath.Join(root, "src")
	err = filepath.WalkDir(src, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		dir, err := filepath.Rel(src, filepath.Dir(file))
		dir = filepath.ToSlash(dir)
		if first, _, _ := strings.Cut(dir, "/"); !d.IsDir() && strings.Contains(first, ".") && catalogued(dir) && !slices.Contains(paths, dir) {
			paths = append(paths, dir)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return loadPackages(t, &packages.Config{
		Dir: root,
		Env: append(os.Environ(), "GO111MODULE=off", "GOPATH="+root, "GOPROXY=off", "GOWORK=off"),
	}, paths)
}

// catalogued reports whether a package may have rows.
func catalogued(path string) bool {
	for lib := range Libraries() {
		if sub, ok := strings.CutPrefix(Unversioned(path), lib.Path); ok && (sub == "" || sub[0] == '/') {
			return true
		}
	}
	return false
}

func loadPackages(t *testing.T, conf *packages.Config, paths []string) []*packages.Package {
	t.Helper()
	conf.Mode = packages.LoadTypes
	pkgs, err := packages.Load(conf, paths...)
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			t.Fatalf("%s: %v", pkg.PkgPath, err)
		}
	}
	return pkgs
}

// TestStubs checks that the rows of each library with a stub resolve in it.
func TestStubs(t *testing.T) {
	set := packageSet{}
	for _, pkg := range loadStubs(t) {
		set.add(pkg.Types)
	}
	for lib := range Libraries() {
		for _, err := range set.unresolved(lib) {
			if !errors.Is(err, errAbsent) { // a stub needs none of the credentials that its tests don't give
				t.Errorf("stub: %v", err)
			}
		}
	}
	for _, path := range []string{
		"golang.org/x/oauth2", "golang.org/x/oauth2/clientcredentials", "github.com/go-resty/resty", "resty.dev",
		"github.com/hashicorp/go-retryablehttp", "github.com/hashicorp/go-cleanhttp", "github.com/google/go-github/github",
		"github.com/slack-go/slack", "github.com/sendgrid/sendgrid-go", "github.com/stripe/stripe-go",
		"github.com/twilio/twilio-go", "github.com/valyala/fasthttp", "github.com/imroc/req",
		"github.com/coreos/go-oidc/oidc", "github.com/gorilla/websocket",
	} {
		if len(set[path]) == 0 {
			t.Errorf("no stub of %s", path)
		}
	}
}
