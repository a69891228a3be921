package lsp

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
)

const onWindows = runtime.GOOS == "windows"

// filePath returns the absolute path that a file URI (RFC 8089) names.
func filePath(uri string) (string, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", err
	}
	if u.Scheme != "file" || !strings.HasPrefix(u.Path, "/") {
		return "", fmt.Errorf("%s is no file URI with an absolute path", uri)
	}
	if strings.ContainsRune(u.Path, 0) {
		return "", errors.New("the URI holds a null byte")
	}
	path := u.Path
	if onWindows {
		// "/c:/dir", which clients write as "/c%3A/dir" or "/C:/dir"; the go command prints "C:\dir".
		path = strings.TrimPrefix(path, "/")
		path = strings.ToUpper(path[:min(1, len(path))]) + path[min(1, len(path)):]
	}
	return filepath.Clean(filepath.FromSlash(path)), nil
}

// fileURI returns the URI of an absolute path.
func fileURI(path string) string {
	slashed := filepath.ToSlash(path)
	u := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(slashed, "/")}
	return u.String()
}

// isBelow reports whether a path is a directory itself or lies below it.
func isBelow(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}
