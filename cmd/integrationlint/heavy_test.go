//go:build heavy

package main

import (
	"path/filepath"
	"testing"
)

// TestHeavyScripts runs the scripts that build the command from its sources.
func TestHeavyScripts(t *testing.T) {
	runScripts(t, filepath.Join("testdata", "heavy"))
}
