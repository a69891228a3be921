package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/lsp/lsptest"
)

// The client's own view of the protocol, apart from the server's.
type (
	object   = map[string]any
	position struct{ Line, Character int }
	span     struct{ Start, End position }
	problem  struct {
		Range           span
		Severity        int
		Code            string
		CodeDescription struct{ Href string }
		Source          string
		Message         string
	}
	published struct {
		URI         string
		Version     *int
		Diagnostics []problem
	}
	textEdit struct {
		Range   span
		NewText string
	}
	action struct {
		Title, Kind string
		Diagnostics []problem
		Edit        struct {
			Changes         map[string][]textEdit
			DocumentChanges []struct {
				TextDocument struct{ Version int }
				Edits        []textEdit
			}
		}
	}
)

// An editor is a client of integrationlint lsp.
type editor struct {
	t      *testing.T
	cmd    *exec.Cmd
	client *jrpc2.Client
	// publishes, messages and registrations are what the server said of itself.
	publishes     chan published
	messages      chan string
	registrations chan string
}

// startEditor starts the server, as an editor does, and its conversation.
func startEditor(t *testing.T, dir string, options object, args ...string) *editor {
	t.Helper()
	e := &editor{
		t: t, cmd: exec.Command("integrationlint", append([]string{"lsp"}, args...)...),
		publishes: make(chan published, 100), messages: make(chan string, 100), registrations: make(chan string, 100),
	}
	e.cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=", "GOPROXY=off")
	e.cmd.Dir = t.TempDir() // an editor may have been started anywhere
	e.cmd.Stderr = os.Stderr
	in, err := e.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := e.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := e.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	c := lsptest.Ordered(channel.LSP(out, in), e.onNotify)
	e.client = jrpc2.NewClient(c, &jrpc2.ClientOptions{OnCallback: e.onCallback})
	t.Cleanup(func() { // after a test that failed midway
		e.client.Close()
		e.cmd.Wait()
	})
	e.call("initialize", object{
		"processId": os.Getpid(), "rootUri": nil,
		"workspaceFolders": []object{{"uri": uriOf(dir), "name": "m"}},
		"capabilities": object{
			"workspace": object{
				"workspaceEdit":         object{"documentChanges": true},
				"didChangeWatchedFiles": object{"dynamicRegistration": true},
			},
			"textDocument": object{"publishDiagnostics": object{"relatedInformation": true}},
		},
		"initializationOptions": options,
	}, nil)
	e.notify("initialized", object{})
	return e
}

func (e *editor) onNotify(n lsptest.Notification) {
	switch n.Method {
	case "textDocument/publishDiagnostics":
		var p published
		if err := json.Unmarshal(n.Params, &p); err != nil {
			e.t.Error(err)
		}
		e.publishes <- p
	case "window/showMessage", "window/logMessage":
		e.messages <- n.Method + string(n.Params)
	}
}

func (e *editor) onCallback(_ context.Context, r *jrpc2.Request) (any, error) {
	e.registrations <- r.Method() + r.ParamString()
	return nil, nil
}

func (e *editor) call(method string, params, result any) {
	e.t.Helper()
	response, err := e.client.Call(e.t.Context(), method, params)
	if err == nil && result != nil {
		err = response.UnmarshalResult(result)
	}
	if err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	if err := e.client.Notify(e.t.Context(), method, params); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

// open opens a file of the disk.
func (e *editor) open(path string) {
	e.t.Helper()
	e.notify("textDocument/didOpen", object{"textDocument": object{
		"uri": uriOf(path), "languageId": "go", "version": 1, "text": readFile(e.t, path),
	}})
}

// save writes a file and tells the server.
func (e *editor) save(path, text string, version int) {
	e.t.Helper()
	e.edit(path, version)
	writeFile(e.t, path, text)
	e.notify("textDocument/didSave", object{"textDocument": object{"uri": uriOf(path)}})
}

// edit tells the server of a change.
func (e *editor) edit(path string, version int) {
	e.t.Helper()
	e.notify("textDocument/didChange", object{
		"textDocument":   object{"uri": uriOf(path), "version": version},
		"contentChanges": []object{{"text": "changed"}},
	})
}

// diagnostics waits for those of a file.
func (e *editor) diagnostics(path string) published {
	e.t.Helper()
	for {
		select {
		case p := <-e.publishes:
			if p.URI == uriOf(path) {
				return p
			}
		case <-e.t.Context().Done():
			e.t.Fatal("the server says nothing of " + path)
		}
	}
}

// actions asks for the code actions of a line.
func (e *editor) actions(path string, line int) []action {
	e.t.Helper()
	var actions []action
	e.call("textDocument/codeAction", object{
		"textDocument": object{"uri": uriOf(path)},
		"range":        object{"start": object{"line": line, "character": 0}, "end": object{"line": line + 1, "character": 0}},
		"context":      object{"diagnostics": []object{}, "only": []string{"quickfix"}},
	}, &actions)
	return actions
}

// leave ends the conversation and returns the server's exit code.
func (e *editor) leave() int {
	e.t.Helper()
	e.call("shutdown", nil, nil)
	e.notify("exit", nil)
	e.cmd.Wait()
	return e.cmd.ProcessState.ExitCode()
}

func uriOf(path string) string {
	u := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")}
	return u.String()
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// applyEdits makes edits as an editor does: all ranges are those of the text before, in UTF-16.
func applyEdits(t *testing.T, text string, edits []textEdit) string {
	t.Helper()
	lines := strings.SplitAfter(text, "\n")
	offset := func(p position) int {
		n := len(strings.Join(lines[:p.Line], ""))
		units := utf16.Encode([]rune(lines[p.Line]))
		return n + len(string(utf16.Decode(units[:p.Character])))
	}
	slices.SortFunc(edits, func(a, b textEdit) int { return offset(b.Range.Start) - offset(a.Range.Start) })
	for _, e := range edits {
		text = text[:offset(e.Range.Start)] + e.NewText + text[offset(e.Range.End):]
	}
	return text
}

const (
	lspModule = "module example.com/m\n\ngo 1.26\n"
	// The comment has characters of two and four bytes in front of the finding.
	lspServer = `package %s

import "net/http"

func serve() error {
	/* é😀 */ s := &http.Server{Addr: ":8080"}
	return s.ListenAndServe()
}
`
)

// lspDir writes a module with a finding in each of the packages p and q.
func lspDir(t *testing.T) (dir, p, q string) {
	t.Helper()
	dir = t.TempDir()
	writeFile(t, filepath.Join(dir, "go.mod"), lspModule)
	p, q = filepath.Join(dir, "p", "p.go"), filepath.Join(dir, "q", "q.go")
	writeFile(t, p, fmt.Sprintf(lspServer, "p"))
	writeFile(t, q, fmt.Sprintf(lspServer, "q"))
	return dir, p, q
}

// TestEditor goes the way of a finding in an editor: it is shown, fixed and gone.
func TestEditor(t *testing.T) {
	t.Parallel()
	dir, p, _ := lspDir(t)
	e := startEditor(t, dir, nil)
	if got := <-e.registrations; !strings.Contains(got, "**/.integrationlint.yml") {
		t.Errorf("the server registers %s", got)
	}
	e.open(p)
	shown := e.diagnostics(p)
	if len(shown.Diagnostics) != 1 || shown.Version == nil || *shown.Version != 1 {
		t.Fatalf("got %+v", shown)
	}
	d := shown.Diagnostics[0]
	text := readFile(t, p)
	marked := applyEdits(t, text, []textEdit{{d.Range, "MARK"}})
	if !strings.Contains(marked, "/* é😀 */ s := &MARK\n") {
		t.Errorf("the range %v is wrong: %s", d.Range, marked)
	}
	d.Range, d.Message = span{}, ""
	want := problem{Severity: 2, Code: "servertimeout", Source: "integrationlint"}
	want.CodeDescription.Href = "https://github.com/integrationlint/integrationlint/blob/main/docs/rules.md#servertimeout"
	if diff := cmp.Diff(want, d); diff != "" {
		t.Error(diff)
	}

	actions := e.actions(p, 5)
	if len(actions) != 1 || actions[0].Kind != "quickfix" || len(actions[0].Diagnostics) != 1 {
		t.Fatalf("got %+v", actions)
	}
	change := actions[0].Edit.DocumentChanges[0]
	if change.TextDocument.Version != 1 {
		t.Errorf("the edit is of version %d", change.TextDocument.Version)
	}
	fixed := applyEdits(t, text, change.Edits)
	if !strings.Contains(fixed, "ReadHeaderTimeout") || !strings.Contains(fixed, "/* é😀 */") {
		t.Errorf("the outcome is %s", fixed)
	}

	e.edit(p, 2)
	if actions := e.actions(p, 5); len(actions) > 0 {
		t.Errorf("an edited buffer gets %+v", actions)
	}
	e.save(p, fixed, 3)
	if gone := e.diagnostics(p); len(gone.Diagnostics) > 0 {
		t.Errorf("after the fix there is %+v", gone)
	}
	if code := e.leave(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestEditorPackages checks that a run changes nothing in other packages, and that one that comes in between is
// made up for.
func TestEditorPackages(t *testing.T) {
	t.Parallel()
	dir, p, q := lspDir(t)
	e := startEditor(t, dir, nil)
	e.open(p)
	e.open(q) // cancels the run for p, or comes after it
	for found := map[string]bool{}; len(found) < 2; {
		shown := <-e.publishes
		found[shown.URI] = len(shown.Diagnostics) == 1
	}
	clean := "package p\n"
	e.save(p, clean, 2)
	e.save(p, clean, 3)
	e.save(p, clean, 4)
	if shown := <-e.publishes; shown.URI != uriOf(p) || len(shown.Diagnostics) > 0 {
		t.Errorf("got %+v", shown)
	}
	if n := len(e.actions(q, 5)); n != 1 {
		t.Errorf("the other package has %d fixes", n)
	}
	e.leave()
}

// TestEditorSettings checks flags from everywhere, and the configuration file.
func TestEditorSettings(t *testing.T) {
	t.Parallel()
	dir, p, q := lspDir(t)
	writeFile(t, p, "//go:build special\n\n"+fmt.Sprintf(lspServer, "p"))
	writeFile(t, filepath.Join(dir, "p", "doc.go"), "package p\n")
	e := startEditor(t, dir, object{"flags": []string{"-tags=special"}}, "-disable=httptimeout")
	e.open(p)
	if shown := e.diagnostics(p); len(shown.Diagnostics) != 1 {
		t.Fatalf("with a build tag: %+v", shown)
	}
	writeFile(t, filepath.Join(dir, ".integrationlint.yml"), "version: 1\nseverity:\n  servertimeout: advisory\n")
	e.notify("workspace/didChangeWatchedFiles", object{"changes": []object{
		{"uri": uriOf(filepath.Join(dir, ".integrationlint.yml")), "type": 1},
	}})
	if shown := e.diagnostics(p); len(shown.Diagnostics) != 1 || shown.Diagnostics[0].Severity != 3 {
		t.Errorf("with a configuration file: %+v", shown)
	}
	e.notify("workspace/didChangeConfiguration", object{"settings": object{
		"integrationlint": object{"flags": []string{"-disable=servertimeout", "-tags=special"}},
	}})
	if shown := e.diagnostics(p); len(shown.Diagnostics) > 0 {
		t.Errorf("with a rule disabled: %+v", shown)
	}
	writeFile(t, filepath.Join(dir, ".integrationlint.yml"), "version: 7\n")
	e.open(q)
	for _, want := range []string{"logMessage", "showMessage"} {
		if got := <-e.messages; !strings.Contains(got, want) || !strings.Contains(got, ".integrationlint.yml:1") {
			t.Errorf("a wrong configuration file is told as %s", got)
		}
	}
	e.leave()
}

// TestEditorBroken checks that a package that doesn't compile keeps its diagnostics, and that only the log tells of it.
func TestEditorBroken(t *testing.T) {
	t.Parallel()
	dir, p, q := lspDir(t)
	e := startEditor(t, dir, nil)
	e.open(p)
	e.diagnostics(p)
	text := readFile(t, p)
	e.save(p, text+"\nvar broken int = true\n", 2)
	if got := <-e.messages; !strings.Contains(got, "logMessage") || !strings.Contains(got, "example.com/m/p can't be analysed") {
		t.Errorf("got %s", got)
	}
	e.save(p, text, 3)
	if shown := e.diagnostics(p); *shown.Version != 3 || len(shown.Diagnostics) != 1 {
		t.Errorf("got %+v", shown)
	}

	// Without a module nothing can be analysed.
	if err := os.Remove(filepath.Join(dir, "go.mod")); err != nil {
		t.Fatal(err)
	}
	e.open(q)
	for _, want := range []string{"logMessage", "showMessage"} {
		if got := <-e.messages; !strings.Contains(got, want) || !strings.Contains(got, "there is no go.mod") {
			t.Errorf("got %s", got)
		}
	}
	e.leave()
}

// TestEditorSymlink checks that names are those by which the editor knows the files.
func TestEditorSymlink(t *testing.T) {
	t.Parallel()
	dir, _, _ := lspDir(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("p", filepath.Join(dir, "r")); err != nil {
		t.Skip(err)
	}
	e := startEditor(t, link, nil)
	for _, name := range []string{"p", "r"} { // below a link, and behind another
		path := filepath.Join(link, name, "p.go")
		e.open(path)
		if shown := e.diagnostics(path); len(shown.Diagnostics) != 1 {
			t.Errorf("got %+v", shown)
		}
	}
	e.leave()
}

// TestEditorHover checks that the documentation is shown.
func TestEditorHover(t *testing.T) {
	t.Parallel()
	dir, p, _ := lspDir(t)
	e := startEditor(t, dir, nil)
	e.open(p)
	at := e.diagnostics(p).Diagnostics[0].Range.Start
	var shown struct{ Contents struct{ Kind, Value string } }
	e.call("textDocument/hover", object{"textDocument": object{"uri": uriOf(p)}, "position": at}, &shown)
	if shown.Contents.Kind != "markdown" || !strings.HasPrefix(shown.Contents.Value, "**servertimeout**: ") {
		t.Errorf("got %+v", shown)
	}
	var nothing json.RawMessage
	e.call("textDocument/hover", object{"textDocument": object{"uri": uriOf(p)}, "position": position{}}, &nothing)
	if string(nothing) != "null" {
		t.Errorf("elsewhere: %s", nothing)
	}
	e.leave()
}

// TestEditorBadInput checks that the server outlives what isn't JSON or isn't its turn, and that a client that goes
// without a word makes it exit with 1, as the protocol wants.
func TestEditorBadInput(t *testing.T) {
	t.Parallel()
	cmd := exec.Command("integrationlint", "lsp")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	answers := channel.StrictHeader("")(out, in)
	for _, step := range []struct{ send, want string }{
		{"{wat", `"code":-32700`},
		{`{"jsonrpc":"2.0","id":1,"method":"shutdown","params":null}`, `"code":-32002`},
		{`{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"rootUri":7}}`, `"code":-32602`},
		{`{"jsonrpc":"2.0","id":3,"method":"initialize","params":{"capabilities":{}}}`, `"id":3,"result"`},
		{`{"jsonrpc":"2.0","id":4,"method":"textDocument/brew","params":{}}`, `"code":-32601`},
	} {
		// The first form of the charset is an old mistake, which servers are to accept.
		fmt.Fprintf(in, "Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: %d\r\n\r\n%s", len(step.send), step.send)
		got, err := answers.Recv()
		if err != nil || !strings.Contains(string(got), step.want) {
			t.Errorf("%s is answered with %s, %v", step.send, got, err)
		}
	}
	in.Close()
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
}
