package lsp

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/creachadair/jrpc2"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/docgen"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// goFile returns the path of a document, or an error if it isn't a Go file.
func goFile(uri string) (string, error) {
	path, err := filePath(uri)
	if err == nil && filepath.Ext(path) != ".go" {
		err = jrpc2.Errorf(jrpc2.InvalidParams, "%s is no Go file", uri)
	}
	return path, err
}

func (s *server) didOpen(p didOpenParams) (any, error) {
	path, err := goFile(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	content, err := os.ReadFile(path)
	s.documents[path] = &document{
		uri:     p.TextDocument.URI,
		version: p.TextDocument.Version,
		edited:  err != nil || !isContent(p.TextDocument.Text, content),
	}
	s.check(path)
	return nil, nil
}

func (s *server) didChange(p documentParams) (any, error) {
	path, err := goFile(p.TextDocument.URI)
	if d := s.documents[path]; err == nil && d != nil {
		d.edited = true
		if p.TextDocument.Version != nil {
			d.version = *p.TextDocument.Version
		}
	}
	return nil, err
}

func (s *server) didSave(p documentParams) (any, error) {
	if slices.Contains(settingsFiles, baseName(p.TextDocument.URI)) {
		s.checkOpen()
		return nil, nil
	}
	path, err := goFile(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	if d := s.documents[path]; d != nil {
		d.edited = false
	}
	s.check(path)
	return nil, nil
}

func (s *server) didClose(p documentParams) (any, error) {
	path, err := goFile(p.TextDocument.URI)
	if d := s.documents[path]; err == nil && d != nil {
		delete(s.documents, path)
		if d.edited { // the edits are thrown away, and diagnostics may have been held back
			s.publish(path)
		}
	}
	return nil, err
}

// publish shows the diagnostics of a file. An edited document keeps those that the editor moves with its text, until
// it is saved.
func (s *server) publish(path string) {
	p := publishDiagnosticsParams{URI: fileURI(path), Diagnostics: []diagnostic{}}
	if d := s.documents[path]; d != nil {
		if d.edited {
			return
		}
		p.URI, p.Version = d.uri, &d.version
	}
	if r := s.reports[path]; r != nil {
		texts := finding.Once(os.ReadFile)
		for _, f := range r.findings {
			p.Diagnostics = append(p.Diagnostics, s.diagnostic(r, f, texts))
		}
	}
	s.notify("textDocument/publishDiagnostics", p)
}

// diagnostic converts a finding for this client.
func (s *server) diagnostic(r *report, f finding.Finding, read finding.Reader) diagnostic {
	if !s.capabilities.TextDocument.PublishDiagnostics.RelatedInformation {
		f.Related = nil
	}
	return r.diagnostic(f, func(file string) finding.Text {
		content, _ := read(file) // without its text, a place has its line
		return finding.NewText(content)
	})
}

// forget removes what was found in a file.
func (s *server) forget(path string) {
	delete(s.reports, path)
	s.publish(path)
}

// fresh returns the report of an open document if it is of what the buffer holds now, which is what the file does;
// otherwise nil.
func (s *server) fresh(path string) *report {
	d, r := s.documents[path], s.reports[path]
	if d == nil || d.edited || r == nil {
		return nil
	}
	if content, err := os.ReadFile(path); err != nil || !bytes.Equal(content, r.content) {
		return nil
	}
	return r
}

func (s *server) codeAction(p codeActionParams) (any, error) {
	path, err := goFile(p.TextDocument.URI)
	actions := []codeAction{}
	r := s.fresh(path)
	if err != nil || r == nil || !wantsQuickFix(p.Context.Only) {
		return actions, err
	}
	read := finding.Once(os.ReadFile)
	for _, f := range r.findings {
		d := s.diagnostic(r, f, read)
		if f.Fix == nil || !d.Range.overlaps(p.Range) {
			continue
		}
		edits, err := r.edits(f.Fix)
		if err != nil {
			continue // the outcome would be no Go
		}
		actions = append(actions, codeAction{
			Title:       cmp.Or(f.Fix.Message, "Fix "+f.Rule),
			Kind:        quickFix,
			Diagnostics: []diagnostic{d},
			IsPreferred: true,
			Edit:        s.workspaceEdit(s.documents[path], edits),
		})
	}
	return actions, nil
}

// wantsQuickFix reports whether quick fixes are among the kinds of actions that a client asks for. A kind
// stands for all below it, and none for all.
func wantsQuickFix(only []string) bool {
	return len(only) == 0 || slices.Contains(only, quickFix) || slices.Contains(only, "")
}

func (s *server) workspaceEdit(d *document, edits []textEdit) workspaceEdit {
	if s.capabilities.Workspace.WorkspaceEdit.DocumentChanges {
		return workspaceEdit{DocumentChanges: []textDocumentEdit{{documentID{d.uri, &d.version}, edits}}}
	}
	return workspaceEdit{Changes: map[string][]textEdit{d.uri: edits}}
}

// hover explains the rules of the findings at a place.
func (s *server) hover(p hoverParams) (any, error) {
	path, err := goFile(p.TextDocument.URI)
	r := s.fresh(path)
	if err != nil || r == nil {
		return nil, err
	}
	var shown hover
	var texts []string
	here := textRange{p.Position, p.Position}
	for _, f := range r.findings {
		i := slices.Index(config.RuleNames(s.Rules), f.Rule)
		g := rangeIn(r.text, f.Range)
		if i < 0 || !g.overlaps(here) {
			continue
		}
		shown.Range = g
		if text := docgen.Brief(s.Rules[i]); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	if texts == nil {
		return nil, nil
	}
	shown.Contents = markupContent{"markdown", strings.Join(texts, "\n---\n\n")}
	return shown, nil
}
