package lsp

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// A job is a set of directories, in one module, whose packages are to be analysed together.
type job struct {
	module string
	dirs   map[string]bool
}

// A queue holds the jobs that wait, at most one a module, and the one that runs.
type queue struct {
	waiting []*job
	current *job
	cancel  context.CancelFunc // of the current job
}

// add asks for a package. A run in the same module is cancelled, since it may have read what has changed
// meanwhile; its packages are analysed again with this one.
func (q *queue) add(module, dir string) {
	j := q.waitingIn(module)
	j.dirs[dir] = true
	if q.current != nil && q.current.module == module {
		q.cancel()
	}
}

// waitingIn returns the waiting job of a module.
func (q *queue) waitingIn(module string) *job {
	for _, j := range q.waiting {
		if j.module == module {
			return j
		}
	}
	j := &job{module, map[string]bool{}}
	q.waiting = append(q.waiting, j)
	return j
}

// next makes the first waiting job the current one, under a context by which it can be cancelled; nil if none waits.
func (q *queue) next(ctx context.Context) (*job, context.Context) {
	if len(q.waiting) == 0 {
		return nil, nil
	}
	q.current, q.waiting = q.waiting[0], q.waiting[1:]
	ctx, q.cancel = context.WithCancel(ctx)
	return q.current, ctx
}

// done ends the current job; one that was cancelled for others waits again together with them.
func (q *queue) done(cancelled bool) {
	q.cancel()
	if cancelled && len(q.waiting) > 0 {
		maps.Copy(q.waitingIn(q.current.module).dirs, q.current.dirs)
	}
	q.current = nil
}

// clear drops all jobs.
func (q *queue) clear() {
	q.waiting = nil
	if q.current != nil {
		q.cancel()
	}
}

// check asks for the package of a file, if it belongs to the workspace.
func (s *server) check(path string) {
	if !s.isOurs(path) {
		return
	}
	dir := filepath.Dir(path)
	s.queue.add(moduleDir(dir), dir)
	select {
	case s.wake <- struct{}{}:
	default: // it is awake already
	}
}

// moduleDir returns the nearest directory upwards that holds go.mod, or dir itself.
func moduleDir(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// work carries out the jobs, one at a time: the go command uses all processors anyhow. It returns when ctx is done.
func (s *server) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		for s.runNext(ctx) {
		}
	}
}

// runNext carries out the next job, and reports whether there was one.
func (s *server) runNext(ctx context.Context) bool {
	s.mu.Lock()
	j, ctx := s.queue.next(ctx)
	flags := slices.Concat(s.baseFlags, s.flags)
	s.mu.Unlock()
	if j == nil {
		return false
	}
	contents := j.contents()
	result, err := s.Check(ctx, Request{Module: j.module, Patterns: j.patterns(), Flags: flags, Log: logWriter{s}})
	s.mu.Lock()
	defer s.mu.Unlock()
	cancelled := ctx.Err() != nil
	s.queue.done(cancelled)
	if !cancelled && s.phase == running {
		s.take(j, contents, result, err)
	}
	return true
}

// patterns are the packages of a job for the go command.
func (j *job) patterns() []string {
	var patterns []string
	for _, dir := range slices.Sorted(maps.Keys(j.dirs)) {
		rel, err := filepath.Rel(j.module, dir)
		if err != nil {
			continue // the module's directory is one above
		}
		patterns = append(patterns, "./"+filepath.ToSlash(rel))
	}
	return patterns
}

// contents returns the Go files of the job, by path, as they are before it. A file that can't be read is left out: the
// go command tells.
func (j *job) contents() map[string][]byte {
	contents := map[string][]byte{}
	for dir := range j.dirs {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			path := filepath.Join(dir, e.Name())
			if content, err := os.ReadFile(path); err == nil && filepath.Ext(path) == ".go" {
				contents[path] = content
			}
		}
	}
	return contents
}

// take shows the outcome of a job. Where packages can't be analysed, what was found in them before stays.
func (s *server) take(j *job, contents map[string][]byte, result *Result, err error) {
	if err != nil {
		s.fail(j.module, err.Error())
		return
	}
	for _, text := range result.Broken {
		s.log(messageInfo, text)
	}
	if len(result.Errors) > 0 {
		s.fail(j.module, strings.Join(result.Errors, "\n"))
	} else {
		delete(s.trouble, j.module)
	}
	s.replace(j, contents, result.Findings, len(result.Errors)+len(result.Broken) == 0)
}

// replace shows the findings of a job, and with all, that what else was found in its directories is gone. A finding
// that a line directive places elsewhere is left out.
func (s *server) replace(j *job, contents map[string][]byte, fs []finding.Finding, all bool) {
	found := map[string][]finding.Finding{}
	for _, f := range fs {
		found[f.Start.File] = append(found[f.Start.File], f)
	}
	for path := range s.reports {
		if found[path] == nil && all && j.dirs[filepath.Dir(path)] {
			s.forget(path)
		}
	}
	for path, content := range contents {
		if found[path] != nil && s.isOurs(path) {
			s.reports[path] = newReport(content, found[path])
			s.publish(path)
		}
	}
}

// fail tells of an error that keeps a module from being analysed. It is shown once, until it is another one or mended.
func (s *server) fail(module, text string) {
	s.log(messageError, text)
	if s.trouble[module] != text {
		s.trouble[module] = text
		s.show(text)
	}
}

func (s *server) show(text string) {
	s.notify("window/showMessage", messageParams{messageError, name + ": " + text})
}

func (s *server) log(kind int, text string) {
	s.notify("window/logMessage", messageParams{kind, text})
}

// notify tells the client something. An error is that the client is gone, which ends the server by itself.
func (s *server) notify(method string, params any) {
	_ = s.client.Notify(context.Background(), method, params)
}

// A logWriter sends what is written to it to the client's log.
type logWriter struct{ s *server }

func (w logWriter) Write(p []byte) (int, error) {
	w.s.log(messageInfo, strings.TrimSpace(string(p)))
	return len(p), nil
}
