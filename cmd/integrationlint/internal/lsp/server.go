// Package lsp is a language server: it shows in an editor what integrationlint finds in the packages of the files that
// are opened and saved.
//
// It speaks the Language Server Protocol 3.17. What it analyses is what is on disk, as the
// go command sees it; so an edited buffer keeps the diagnostics that it has, without fixes, until it is saved.
package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
	"github.com/integrationlint/integrationlint/passes"
)

// name is what the server calls itself, the source of its diagnostics and the key of its settings.
const name = "integrationlint"

// A Linter is what the server serves.
type Linter struct {
	// Check analyses packages. The server makes one call at a time.
	Check   func(ctx context.Context, r Request) (*Result, error)
	Rules   []passes.Rule
	Version string
}

// A Request asks for the findings of the packages in some directories of a module.
type Request struct {
	// Module is the module's directory, absolute. Patterns name the packages as seen from there.
	Module   string
	Patterns []string
	// Flags are flags of the command.
	Flags []string
	// Log takes messages, one a call of Write.
	Log io.Writer
}

// A Result is the outcome of a request. Packages that can't be analysed have no findings.
type Result struct {
	Findings []finding.Finding
	// Errors say what keeps packages from being loaded.
	Errors []string
	// Broken says of packages why they don't compile, which an editor shows otherwise, too.
	Broken []string
}

// Serve speaks with the client at the other end of r and w until it leaves, or until ctx is done. Flags are
// those of all runs. It returns the exit code that the protocol wants: 1 if the client left without a word.
func Serve(ctx context.Context, r io.Reader, w io.WriteCloser, linter Linter, flags []string) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := newServer(linter, flags)
	s.exit = cancel
	rpc := jrpc2.NewServer(s, &jrpc2.ServerOptions{AllowPush: true, DisableBuiltin: true, Concurrency: 1})
	s.client = rpc
	rpc.Start(anyContentType{channel.StrictHeader("")(r, w)})
	go func() {
		rpc.Wait() // an error is a client that broke off, as one that only went away
		cancel()
	}()
	s.work(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.phase == shutDown {
		return 0
	}
	return 1
}

// anyContentType is a channel on which a Content-Type means nothing: clients leave it out, or spell its charset in
// several ways, and it is UTF-8 always.
type anyContentType struct{ channel.Channel }

func (c anyContentType) Recv() ([]byte, error) {
	message, err := c.Channel.Recv()
	if _, ok := errors.AsType[*channel.ContentTypeMismatchError](err); ok {
		err = nil
	}
	return message, err
}

// A client is the part of the connection that the server calls.
type client interface {
	Notify(ctx context.Context, method string, params any) error
	Callback(ctx context.Context, method string, params any) (*jrpc2.Response, error)
}

// A phase is where the conversation with the client is.
type phase int

const (
	uninitialized phase = iota
	running
	shutDown
)

var (
	// The code is the protocol's, ServerNotInitialized.
	errNotInitialized = jrpc2.Errorf(-32002, "the server is not initialized")
	errShutDown       = jrpc2.Errorf(jrpc2.InvalidRequest, "the server is shut down")
)

type server struct {
	Linter
	client client
	exit   func() // ends Serve
	wake   chan struct{}

	mu           sync.Mutex // guards what follows
	phase        phase
	capabilities clientCapabilities
	baseFlags    []string // of the command line
	flags        []string // of the settings
	folders      []string
	documents    map[string]*document // by path
	reports      map[string]*report   // by path
	queue        queue
	// trouble is, by module, the error that the client was shown last.
	trouble map[string]string
}

// A document is an open Go file.
type document struct {
	uri     string // as the client writes it
	version int
	// edited says that the buffer may not hold what the file does.
	edited bool
}

func newServer(linter Linter, flags []string) *server {
	return &server{
		Linter:    linter,
		wake:      make(chan struct{}, 1),
		baseFlags: flags,
		documents: map[string]*document{},
		reports:   map[string]*report{},
		trouble:   map[string]string{},
	}
}

// Assign returns the handler of a method, as the protocol wants it in this phase.
func (s *server) Assign(_ context.Context, method string) jrpc2.Handler {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.handlers()[method]
	switch {
	case method == "exit":
		return h
	case s.phase == uninitialized && method != "initialize":
		return failing(errNotInitialized)
	case s.phase == shutDown:
		return failing(errShutDown)
	}
	return h
}

func failing(err error) jrpc2.Handler {
	return func(context.Context, *jrpc2.Request) (any, error) { return nil, err }
}

// handlers are the methods that the server knows. Each runs with the lock held.
func (s *server) handlers() map[string]jrpc2.Handler {
	return map[string]jrpc2.Handler{
		"initialize":                          handle(s, s.initialize),
		"initialized":                         handle(s, s.initialized),
		"shutdown":                            handle(s, s.shutdown),
		"exit":                                handle(s, s.leave),
		"textDocument/didOpen":                handle(s, s.didOpen),
		"textDocument/didChange":              handle(s, s.didChange),
		"textDocument/didSave":                handle(s, s.didSave),
		"textDocument/didClose":               handle(s, s.didClose),
		"textDocument/codeAction":             handle(s, s.codeAction),
		"textDocument/hover":                  handle(s, s.hover),
		"workspace/didChangeWorkspaceFolders": handle(s, s.didChangeWorkspaceFolders),
		"workspace/didChangeWatchedFiles":     handle(s, s.didChangeWatchedFiles),
		"workspace/didChangeConfiguration":    handle(s, s.didChangeConfiguration),
	}
}

// handle makes a handler of a method of the server.
func handle[P any](s *server, method func(P) (any, error)) jrpc2.Handler {
	return func(_ context.Context, r *jrpc2.Request) (any, error) {
		var params P
		if err := r.UnmarshalParams(&params); err != nil {
			return nil, err
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		return method(params)
	}
}

func (s *server) initialize(p initializeParams) (any, error) {
	if s.phase != uninitialized {
		return nil, jrpc2.Errorf(jrpc2.InvalidRequest, "the server is initialized already")
	}
	s.phase = running
	s.capabilities = p.Capabilities
	if len(p.WorkspaceFolders) == 0 && p.RootURI != "" {
		p.WorkspaceFolders = []workspaceFolder{{p.RootURI}}
	}
	s.addFolders(p.WorkspaceFolders)
	s.configure(p.InitializationOptions)
	result := initializeResult{
		Capabilities: serverCapabilities{
			TextDocumentSync:   textDocumentSyncOptions{OpenClose: true, Change: syncIncremental},
			CodeActionProvider: codeActionOptions{[]string{quickFix}},
			HoverProvider:      true,
		},
		ServerInfo: serverInfo{name, s.Version},
	}
	result.Capabilities.Workspace.WorkspaceFolders.Supported = true
	result.Capabilities.Workspace.WorkspaceFolders.ChangeNotifications = true
	return result, nil
}

// initialized asks the client to tell of changes to files that change what is found everywhere.
func (s *server) initialized(struct{}) (any, error) {
	if !s.capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return nil, nil
	}
	r := registration{ID: "settings", Method: "workspace/didChangeWatchedFiles"}
	for _, file := range settingsFiles {
		r.RegisterOptions.Watchers = append(r.RegisterOptions.Watchers, fileSystemWatcher{"**/" + file})
	}
	go func() { // the answer comes while other messages are handled
		_, err := s.client.Callback(context.Background(), "client/registerCapability", registrationParams{[]registration{r}})
		if err != nil {
			s.log(messageInfo, "changes of "+config.FileName+" count from the next save on: "+err.Error())
		}
	}()
	return nil, nil
}

// settingsFiles are the names of files that have an influence on the findings of all packages below.
var settingsFiles = []string{config.FileName, "go.mod", "go.work"}

func (s *server) shutdown(struct{}) (any, error) {
	s.phase = shutDown
	s.queue.clear()
	return nil, nil
}

func (s *server) leave(struct{}) (any, error) {
	s.exit()
	return nil, nil
}

// A settings value is what a client may set: flags of the command, by themselves or under the server's name.
type settings struct {
	Flags           []string `json:"flags"`
	Integrationlint *struct {
		Flags []string `json:"flags"`
	} `json:"integrationlint"`
}

// configure takes over settings; what doesn't mention the server's changes nothing.
func (s *server) configure(data json.RawMessage) (changed bool) {
	if !bytes.HasPrefix(data, []byte("{")) {
		return false // null, or the empty array that clients in Lua make of nothing
	}
	var v settings
	if err := json.Unmarshal(data, &v); err != nil {
		s.show("the settings of integrationlint are wrong: " + err.Error())
		return false
	}
	flags := v.Flags
	if v.Integrationlint != nil {
		flags = v.Integrationlint.Flags
	}
	if flags == nil || slices.Equal(flags, s.flags) {
		return false
	}
	s.flags = flags
	return true
}

func (s *server) didChangeConfiguration(p didChangeConfigurationParams) (any, error) {
	if s.configure(p.Settings) {
		s.checkOpen()
	}
	return nil, nil
}

func (s *server) didChangeWatchedFiles(p didChangeWatchedFilesParams) (any, error) {
	for _, change := range p.Changes {
		if slices.Contains(settingsFiles, baseName(change.URI)) {
			s.checkOpen()
			break
		}
	}
	return nil, nil
}

func baseName(uri string) string { return uri[strings.LastIndexByte(uri, '/')+1:] }

// checkOpen asks for the packages of all open documents.
func (s *server) checkOpen() {
	for path := range s.documents {
		s.check(path)
	}
}

func (s *server) addFolders(folders []workspaceFolder) {
	for _, folder := range folders {
		if dir, err := filePath(folder.URI); err == nil {
			s.folders = append(s.folders, dir)
		}
	}
}

func (s *server) didChangeWorkspaceFolders(p didChangeWorkspaceFoldersParams) (any, error) {
	for _, folder := range p.Event.Removed {
		if dir, err := filePath(folder.URI); err == nil {
			s.folders = slices.DeleteFunc(s.folders, func(f string) bool { return f == dir })
		}
	}
	s.addFolders(p.Event.Added)
	for path := range s.reports {
		if !s.isOurs(path) {
			s.forget(path)
		}
	}
	s.checkOpen()
	return nil, nil
}

// isOurs reports whether a file belongs to the workspace, and isn't somebody else's copy in it. Without
// folders all files do that the client opens.
func (s *server) isOurs(path string) bool {
	if slices.Contains(strings.Split(filepath.ToSlash(filepath.Dir(path)), "/"), "vendor") {
		return false
	}
	return len(s.folders) == 0 || slices.ContainsFunc(s.folders, func(dir string) bool { return isBelow(dir, path) })
}
