package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/lsp/lsptest"
	"github.com/integrationlint/integrationlint/passes"
)

type object = map[string]any

// A session is a client of a server whose linter is the test itself.
type session struct {
	t      *testing.T
	dir    string
	client *jrpc2.Client
	// notes are what the server says of itself: a method and its parameters.
	notes chan string
	// checks are the runs that wait for the test's answer.
	checks chan *run
	code   chan int
}

// A run is a call of Check.
type run struct {
	Request
	ctx    context.Context
	answer chan answer
}

type answer struct {
	result *Result
	err    error
}

// newSession starts a server for a module in a new directory.
func newSession(t *testing.T, capabilities object) *session {
	t.Helper()
	s := &session{t: t, dir: t.TempDir(), notes: make(chan string, 100), checks: make(chan *run, 100), code: make(chan int, 1)}
	s.write("go.mod", "module example.com/m\n")
	linter := Linter{
		Check: func(ctx context.Context, r Request) (*Result, error) {
			c := &run{r, ctx, make(chan answer, 1)}
			s.checks <- c
			select {
			case a := <-c.answer:
				return a.result, a.err
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		},
		Rules: passes.Rules,
	}
	fromClient, toServer := io.Pipe()
	fromServer, toClient := io.Pipe()
	go func() { s.code <- Serve(t.Context(), fromClient, toClient, linter, []string{"-v"}) }()
	c := lsptest.Ordered(channel.LSP(fromServer, toServer), func(n lsptest.Notification) { s.notes <- n.Method + " " + string(n.Params) })
	s.client = jrpc2.NewClient(c, &jrpc2.ClientOptions{
		OnCallback: func(context.Context, *jrpc2.Request) (any, error) { return nil, errors.New("no such service") },
	})
	t.Cleanup(func() { s.client.Close() })
	s.call("initialize", object{
		"capabilities": capabilities, "workspaceFolders": []object{{"uri": fileURI(s.dir)}},
	})
	return s
}

func (s *session) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *session) write(name, text string) {
	s.t.Helper()
	path := s.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *session) call(method string, params any) string {
	s.t.Helper()
	r, err := s.client.Call(s.t.Context(), method, params)
	if err != nil {
		s.t.Fatalf("%s: %v", method, err)
	}
	return r.ResultString()
}

func (s *session) notify(method string, params any) {
	s.t.Helper()
	if err := s.client.Notify(s.t.Context(), method, params); err != nil {
		s.t.Fatal(err)
	}
}

// document sends one of the notifications on documents.
func (s *session) document(what, name string, version int, text string) {
	s.t.Helper()
	s.notify("textDocument/"+what, object{"textDocument": object{
		"uri": fileURI(s.path(name)), "version": version, "text": text,
	}})
}

// open opens a file that it writes before.
func (s *session) open(name, text string) {
	s.t.Helper()
	s.write(name, text)
	s.document("didOpen", name, 1, text)
}

// check waits for a run over the packages.
func (s *session) check(patterns ...string) *run {
	s.t.Helper()
	c := <-s.checks
	if diff := cmp.Diff(patterns, c.Patterns); diff != "" {
		s.t.Errorf("packages (-want +got):\n%s", diff)
	}
	return c
}

func (c *run) finds(fs ...finding.Finding) { c.answer <- answer{result: &Result{Findings: fs}} }

// finding returns one with a fix, of the first "bad" in a file.
func (s *session) finding(name string) finding.Finding {
	s.t.Helper()
	path := s.path(name)
	content, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	at := strings.Index(string(content), "bad")
	g := finding.Range{Start: finding.PositionAt(path, content, at), End: finding.PositionAt(path, content, at+3)}
	return finding.Finding{
		Rule: "httptimeout", Severity: passes.Error, Range: g, Message: "it is bad", URL: "https://example.com/rule",
		Related: []finding.Related{{Range: g, Message: "here"}},
		Fix:     &finding.Fix{Message: "Mend it", Edits: []finding.Edit{{File: path, Start: at, End: at + 3, New: "good"}}},
	}
}

// published waits for the diagnostics of a file and returns how many there are.
func (s *session) published(name string) int {
	s.t.Helper()
	var p publishDiagnosticsParams
	params := s.noted("textDocument/publishDiagnostics")
	if err := json.Unmarshal([]byte(params), &p); err != nil {
		s.t.Fatal(err)
	}
	if want := fileURI(s.path(name)); p.URI != want {
		s.t.Errorf("diagnostics of %s, want %s", p.URI, want)
	}
	return len(p.Diagnostics)
}

// noted waits for a notification, and returns its parameters.
func (s *session) noted(method string) string {
	s.t.Helper()
	got, params, _ := strings.Cut(<-s.notes, " ")
	if got != method {
		s.t.Fatalf("got %s %s, want %s", got, params, method)
	}
	return params
}

// actions asks for all code actions of a file.
func (s *session) actions(name string) []codeAction {
	s.t.Helper()
	var actions []codeAction
	got := s.call("textDocument/codeAction", object{
		"textDocument": object{"uri": fileURI(s.path(name))},
		"range":        textRange{position{}, position{Line: 100}},
		"context":      object{},
	})
	if err := json.Unmarshal([]byte(got), &actions); err != nil {
		s.t.Fatal(err)
	}
	return actions
}

const badFile = "package p\n\nvar é /* 😀 */ = bad\n"

func TestCancel(t *testing.T) {
	s := newSession(t, nil)
	s.open("p/p.go", badFile)
	first := s.check("./p")
	s.open("q/q.go", badFile)
	<-first.ctx.Done() // the run may have read old content
	both := s.check("./p", "./q")

	s.write("other/go.mod", "module example.com/other\n")
	s.open("other/o.go", badFile)
	if s.call("textDocument/hover", object{"textDocument": object{"uri": fileURI(s.path("p/p.go"))}}); both.ctx.Err() != nil {
		t.Error("a save in another module cancels the run")
	}
	both.finds(s.finding("p/p.go"))
	if n := s.published("p/p.go"); n != 1 {
		t.Errorf("%d diagnostics", n)
	}
	if other := s.check("./."); other.Module != s.path("other") || !slices.Equal(other.Flags, []string{"-v"}) {
		t.Errorf("got %+v", other.Request)
	}
}

func TestShutdownCancels(t *testing.T) {
	s := newSession(t, nil)
	s.open("p/p.go", badFile)
	c := s.check("./p")
	s.call("shutdown", nil)
	<-c.ctx.Done()
	if _, err := s.client.Call(t.Context(), "shutdown", nil); err == nil || !strings.Contains(err.Error(), "shut down") {
		t.Errorf("a request after the shutdown: %v", err)
	}
	s.notify("exit", nil)
	if code := <-s.code; code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func TestExitWithoutShutdown(t *testing.T) {
	s := newSession(t, nil)
	s.open("p/p.go", badFile)
	s.check("./p")
	s.notify("exit", nil)
	if code := <-s.code; code != 1 {
		t.Errorf("exit code %d", code)
	}
}

func TestCapabilities(t *testing.T) {
	tests := map[string]struct {
		capabilities object
		want         []string
		wantNot      string
	}{
		"none": {nil, []string{`"changes":{"file:`, `"newText":"var é /* 😀 */ = good\n"`}, `relatedInformation`},
		"all": {object{
			"workspace":    object{"workspaceEdit": object{"documentChanges": true}},
			"textDocument": object{"publishDiagnostics": object{"relatedInformation": true}},
		}, []string{`"documentChanges":[{"textDocument":{`, `"version":1`, `"message":"here"`}, `"changes"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := newSession(t, test.capabilities)
			s.open("p.go", badFile)
			s.check("./.").finds(s.finding("p.go"))
			s.published("p.go")
			got, err := json.Marshal(s.actions("p.go"))
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range test.want {
				if !strings.Contains(string(got), want) {
					t.Errorf("no %s in %s", want, got)
				}
			}
			if strings.Contains(string(got), test.wantNot) {
				t.Errorf("%s in %s", test.wantNot, got)
			}
		})
	}
}

// TestStale checks that fixes are offered only where buffer, file and analysed content are one.
func TestStale(t *testing.T) {
	s := newSession(t, nil)
	s.open("p.go", badFile)
	s.check("./.").finds(s.finding("p.go"))
	s.published("p.go")
	if n := len(s.actions("p.go")); n != 1 {
		t.Fatalf("%d actions", n)
	}
	s.write("p.go", badFile+"// by another program\n")
	if n := len(s.actions("p.go")); n != 0 {
		t.Errorf("%d actions for a file that has changed on disk", n)
	}
	s.write("p.go", badFile)
	s.document("didChange", "p.go", 2, "")
	if n := len(s.actions("p.go")); n != 0 {
		t.Errorf("%d actions for an edited buffer", n)
	}

	// A file that changes while it is analysed, and isn't saved by the editor.
	s.document("didSave", "p.go", 2, "")
	c := s.check("./.")
	f := s.finding("p.go")
	s.write("p.go", "// by another program\n"+badFile)
	c.finds(f)
	s.published("p.go")
	if n := len(s.actions("p.go")); n != 0 {
		t.Errorf("%d actions for a file that changed during the run", n)
	}
}

// TestEdited checks that a buffer that isn't what the file is gets no diagnostics until it is saved or closed.
func TestEdited(t *testing.T) {
	s := newSession(t, nil)
	s.write("p.go", badFile)
	s.document("didOpen", "p.go", 1, "package unsaved\n")
	s.check("./.").finds(s.finding("p.go"))
	s.open("q.go", badFile)
	s.check("./.").finds(s.finding("p.go"), s.finding("q.go"))
	if n := s.published("q.go"); n != 1 { // and nothing of p.go
		t.Errorf("%d diagnostics", n)
	}
	s.document("didClose", "p.go", 1, "")
	if n := s.published("p.go"); n != 1 {
		t.Errorf("%d diagnostics", n)
	}
}

// TestGone checks what is cleared, and when.
func TestGone(t *testing.T) {
	s := newSession(t, nil)
	s.open("p/p.go", badFile)
	s.check("./p").finds(s.finding("p/p.go"))
	s.published("p/p.go")
	s.open("q/q.go", badFile)
	s.check("./q").finds(s.finding("q/q.go"))
	s.published("q/q.go")

	fails := func(a answer, notes ...string) {
		t.Helper()
		s.document("didSave", "p/p.go", 1, "")
		s.check("./p").answer <- a
		for _, method := range notes {
			if got := s.noted(method); !strings.Contains(got, "no such thing") {
				t.Errorf("got %s", got)
			}
		}
	}
	fails(answer{result: &Result{Broken: []string{"no such thing"}}}, "window/logMessage")
	fails(answer{err: errors.New("no such thing")}, "window/logMessage", "window/showMessage")
	fails(answer{err: errors.New("no such thing")}, "window/logMessage") // it is shown once
	fails(answer{result: &Result{}})
	if n := s.published("p/p.go"); n != 0 {
		t.Errorf("%d diagnostics", n)
	}
	fails(answer{result: &Result{Errors: []string{"no such thing"}}}, "window/logMessage", "window/showMessage") // it had gone meanwhile
}

func TestFolders(t *testing.T) {
	s := newSession(t, nil)
	s.open("vendor/example.com/v/v.go", badFile)
	outside := t.TempDir()
	s.notify("textDocument/didOpen", object{"textDocument": object{"uri": fileURI(filepath.Join(outside, "o.go"))}})
	s.open("p/p.go", badFile)
	s.check("./p").finds(s.finding("p/p.go"))
	s.published("p/p.go")

	s.open("p/q.go", badFile)
	late := s.check("./p")
	s.notify("workspace/didChangeWorkspaceFolders", object{"event": object{
		"added":   []object{{"uri": fileURI(outside)}},
		"removed": []object{{"uri": fileURI(s.dir)}},
	}})
	if n := s.published("p/p.go"); n != 0 {
		t.Errorf("%d diagnostics of a folder that was removed", n)
	}
	late.finds(s.finding("p/p.go"), s.finding("p/q.go")) // too late to be shown
	if c := s.check("./."); c.Module != outside {
		t.Errorf("got %+v", c.Request)
	}
	if len(s.notes) > 0 {
		t.Errorf("got %s", <-s.notes)
	}
}

// TestSettingsFiles checks that what changes everything is heard of, whoever tells.
func TestSettingsFiles(t *testing.T) {
	s := newSession(t, nil)
	s.open("p/p.go", badFile)
	s.check("./p").finds()
	uri := fileURI(s.path(".integrationlint.yml"))
	s.notify("textDocument/didSave", object{"textDocument": object{"uri": uri}})
	s.check("./p").finds()
	s.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": fileURI(s.path("go.sum"))}, {"uri": uri}}})
	s.check("./p").finds()
	s.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": fileURI(s.path("go.sum"))}}})
	s.notify("workspace/didChangeConfiguration", object{"settings": object{"flags": []string{"-tests"}}})
	if c := s.check("./p"); !slices.Equal(c.Flags, []string{"-v", "-tests"}) {
		t.Errorf("flags %v", c.Flags)
	}
}

// TestRootURI checks that a client that knows no folders has one.
func TestRootURI(t *testing.T) {
	s := newServer(Linter{}, nil)
	if _, err := s.initialize(initializeParams{RootURI: fileURI(filepath.FromSlash("/a"))}); err != nil {
		t.Fatal(err)
	}
	if !s.isOurs(filepath.FromSlash("/a/b.go")) || s.isOurs(filepath.FromSlash("/b.go")) {
		t.Errorf("folders %v", s.folders)
	}
	if _, err := s.initialize(initializeParams{}); err == nil {
		t.Error("the server can be initialized twice")
	}
}

// TestRegistrationFails checks that a client that doesn't watch files is told what follows.
func TestRegistrationFails(t *testing.T) {
	s := newSession(t, object{"workspace": object{"didChangeWatchedFiles": object{"dynamicRegistration": true}}})
	s.notify("initialized", object{})
	if got := <-s.notes; !strings.Contains(got, "changes of .integrationlint.yml count from the next save on") {
		t.Errorf("got %s", got)
	}
}

// TestConfigure checks the forms in which clients send settings.
func TestConfigure(t *testing.T) {
	flags := []string{"-tags=a"}
	tests := map[string][]string{
		``:                         nil,
		`null`:                     nil,
		`[]`:                       nil,
		`{}`:                       nil,
		`{"gopls":{}}`:             nil,
		`{"integrationlint":null}`: nil,
		`{"flags":["-tags=a"]}`:    flags,
		`{"integrationlint":{"flags":["-tags=a"]}}`: flags,
	}
	for data, want := range tests {
		s := newServer(Linter{}, nil)
		if changed := s.configure(json.RawMessage(data)); changed != (want != nil) || !slices.Equal(s.flags, want) {
			t.Errorf("configure(%s): %v, %v", data, changed, s.flags)
		}
	}
	s := newServer(Linter{}, nil)
	s.flags = flags
	if !s.configure(json.RawMessage(`{"flags":[]}`)) || len(s.flags) != 0 {
		t.Error("flags can't be taken back")
	}
	client := &fakeClient{}
	s.client = client
	if s.configure(json.RawMessage(`{"flags":7}`)) || !strings.Contains(client.said, "settings of integrationlint are wrong") {
		t.Errorf("wrong settings: %s", client.said)
	}
}

// A fakeClient keeps what it is told.
type fakeClient struct{ said string }

func (c *fakeClient) Notify(_ context.Context, method string, params any) error {
	text, err := json.Marshal(params)
	c.said += method + " " + string(text) + "\n"
	return err
}

func (c *fakeClient) Callback(context.Context, string, any) (*jrpc2.Response, error) {
	return nil, errors.New("there is nobody")
}

func TestWantsQuickFix(t *testing.T) {
	tests := map[string]bool{"": true, "quickfix": true, "refactor quickfix": true, "source.fixAll": false, "quickfix.other": false}
	for only, want := range tests {
		if got := wantsQuickFix(strings.Fields(only)); got != want {
			t.Errorf("%s: %v", only, got)
		}
	}
}
