package lsp

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"

	"github.com/integrationlint/integrationlint/passes"
)

func TestFilePath(t *testing.T) {
	if onWindows {
		t.Skip("paths with slashes")
	}
	tests := map[string]string{
		"file:///a/b%20c.go":          "/a/b c.go",
		"file:///a/../b/%C3%A9.go":    "/b/é.go",
		"file://localhost/a":          "/a",
		"file:///a%00b":               "",
		"file:a.go":                   "",
		"file://":                     "",
		"untitled:Untitled-1":         "",
		"https://example.com/a.go":    "",
		"%":                           "",
		"":                            "",
		"vscode-notebook-cell:/a#W0s": "",
	}
	for uri, want := range tests {
		if got, err := filePath(uri); got != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v", uri, got, err)
		}
	}
}

func TestIsBelow(t *testing.T) {
	for path, want := range map[string]bool{"/a": true, "/a/b": true, "/ab": false, "/": false, "/a/..b": true, "/b": false} {
		if got := isBelow(filepath.FromSlash("/a"), filepath.FromSlash(path)); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

// FuzzFilePath checks that a path that came out of a URI comes out of its own URI again.
func FuzzFilePath(f *testing.F) {
	f.Add("file:///a/b%20c.go")
	f.Add("file:///c%3A/x.go")
	f.Fuzz(func(t *testing.T, uri string) {
		path, err := filePath(uri)
		if err != nil {
			return
		}
		if again, err := filePath(fileURI(path)); err != nil || again != path {
			t.Errorf("%q is %q, and that %q, %v", uri, path, again, err)
		}
	})
}

// FuzzServer checks that no message makes the server panic or fall silent.
func FuzzServer(f *testing.F) {
	methods := []string{
		"initialize", "initialized", "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "textDocument/didClose",
		"textDocument/codeAction", "textDocument/hover", "workspace/didChangeWorkspaceFolders",
		"workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration", "shutdown",
	}
	f.Add(uint8(0), []byte(`{"rootUri":"file:///","initializationOptions":{"flags":["-v"]},"capabilities":{}}`))
	f.Add(uint8(2), []byte(`{"textDocument":{"uri":"file:///a.go","version":1,"text":""}}`))
	f.Add(uint8(3), []byte(`{"textDocument":{"uri":"file:///a.go","version":null},"contentChanges":[]}`))
	f.Add(uint8(6), []byte(`{"textDocument":{"uri":"file:///a.go"},"range":{"start":{"line":-1}},"context":{"only":[""]}}`))
	f.Add(uint8(8), []byte(`{"event":{"added":[{"uri":"file:///"}],"removed":[{"uri":"%"}]}}`))
	f.Add(uint8(9), []byte(`{"changes":[{"uri":"go.mod"}]}`))
	f.Add(uint8(10), []byte(`{"settings":{"integrationlint":{"flags":null}}}`))
	f.Fuzz(func(t *testing.T, method uint8, params []byte) {
		if !json.Valid(params) {
			return // the library answers
		}
		s := newServer(Linter{Rules: passes.Rules}, nil)
		s.client = &fakeClient{}
		s.phase = running
		if method == 0 {
			s.phase = uninitialized
		}
		here, there := channel.Direct()
		rpc := jrpc2.NewServer(s, nil).Start(there)
		defer rpc.Stop()
		client := jrpc2.NewClient(here, nil)
		defer client.Close()
		_, err := client.Call(context.Background(), methods[int(method)%len(methods)], json.RawMessage(slices.Clone(params)))
		if code := jrpc2.ErrorCode(err); code == jrpc2.InternalError || code == jrpc2.Cancelled {
			t.Error(err)
		}
	})
}
