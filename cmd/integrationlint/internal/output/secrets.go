package output

import (
	"bytes"
	"go/scanner"
	"go/token"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/finding"
)

// secretRules are the rules whose findings show where credentials are written, sent or printed.
var secretRules = map[string]bool{
	"hardcodedsecret": true,
	"plaintextauth":   true,
	"secretinurl":     true,
	"secretlog":       true,
}

// holdsSecrets reports whether a rule about credentials refers to the file.
func (r *Report) holdsSecrets(file string) bool {
	if r.secretFiles == nil {
		r.secretFiles = map[string]bool{}
		for _, f := range r.Findings {
			if !secretRules[f.Rule] {
				continue
			}
			r.secretFiles[f.Start.File] = true
			for _, related := range f.Related {
				r.secretFiles[related.Start.File] = true
			}
		}
	}
	return r.secretFiles[file]
}

// shown returns the lines of a file as a report may show them. Reports and the logs of CI are copied to more
// places than the source, so the literals of a file with credentials are masked: all of them, since
// a line near a finding of another rule may hold the credential. Columns stay as they are.
func (r *Report) shown(file string) finding.Text {
	lines := r.file(file)
	if !r.holdsSecrets(file) {
		return lines
	}
	return bytes.Split(maskLiterals(bytes.Join(lines, []byte("\n"))), []byte("\n"))
}

// maskLiterals returns a Go source with each byte of its literals as an asterisk, but for quotes and line ends.
func maskLiterals(source []byte) []byte {
	masked := bytes.Clone(source)
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(source))
	s.Init(file, source, nil, 0) // what is no Go is scanned as far as it goes
	for {
		pos, tok, text := s.Scan()
		if tok == token.EOF {
			return masked
		}
		start := file.Offset(pos)
		switch tok {
		case token.STRING, token.CHAR:
			mask(masked[start+1 : contentEnd(source, start, text)])
		case token.INT, token.FLOAT, token.IMAG:
			mask(masked[start : start+len(text)])
		}
	}
}

// contentEnd returns where the content of a quoted literal ends that starts at an offset of the source.
func contentEnd(source []byte, start int, text string) int {
	quote, end := text[0], start+len(text)
	if quote == '`' { // the scanner leaves carriage returns out of its text
		end = len(source)
		if n := bytes.IndexByte(source[start+1:], quote); n >= 0 {
			end = start + 1 + n + 1
		}
	}
	if end > start+1 && source[end-1] == quote {
		return end - 1
	}
	return end // it isn't closed
}

func mask(text []byte) {
	for i, c := range text {
		if c != '\n' {
			text[i] = '*'
		}
	}
}
