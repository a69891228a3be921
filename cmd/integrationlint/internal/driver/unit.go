package driver

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// PrepareUnit mends the arguments of a vet tool so that go vet loses no findings.
//
// Go vet runs the tool on each package that a named one imports, for its facts
// only (VetxOnly), and caches the empty output under the key of a full run. When such a
// package is named later, its findings are lost (as of Go 1.26). So the packages of the main module, and of modules
// that replace directives take from other directories, are always analysed in full. PrepareUnit writes the changed configuration beside the one that the last argument names, and puts
// its name there. When fixes are applied there is nothing to mend, and the tool would edit files
// that nobody named. The result says that the package is analysed for its facts only.
func PrepareUnit(args []string) (onlyFacts bool) {
	if len(args) == 0 {
		return false
	}
	last := &args[len(args)-1]
	data, err := os.ReadFile(*last)
	if err != nil {
		return false // unitchecker says so
	}
	changed, ok := reportingUnit(data)
	if !ok || slices.Contains(args, "-fix") {
		return isFactsOnly(data)
	}
	name := strings.TrimSuffix(*last, ".cfg") + ".reporting.cfg"
	if err := os.WriteFile(name, changed, 0o600); err != nil {
		fmt.Fprintf(os.Stderr, "integrationlint: can't write a vet configuration: %v\n", err)
		os.Exit(exitError)
	}
	*last = name
	return false
}

// isFactsOnly reports whether a vet configuration asks for the facts of a package only.
func isFactsOnly(data []byte) bool {
	var unit struct{ VetxOnly bool }
	return json.Unmarshal(data, &unit) == nil && unit.VetxOnly
}

// reportingUnit returns a vet configuration changed from facts only to
// reporting, if it is that of a package that somebody may name. Other keys stay as they are.
func reportingUnit(data []byte) (changed []byte, ok bool) {
	var unit struct {
		ID, Dir                   string
		ModulePath, ModuleVersion string
		Module                    *struct{ Path, Version string } // from Go 1.27
		VetxOnly                  bool
	}
	var all map[string]json.RawMessage
	if json.Unmarshal(data, &unit) != nil || json.Unmarshal(data, &all) != nil || !unit.VetxOnly {
		return nil, false
	}
	path, version := unit.ModulePath, unit.ModuleVersion
	if unit.Module != nil {
		path, version = unit.Module.Path, unit.Module.Version
	}
	// A main module has no version; one that is replaced by a directory has that which is required.
	if path == "" || version != "" && isDownloaded(unit.Dir) {
		return nil, false
	}
	id, err := json.Marshal(unit.ID + DependencyMark)
	if err != nil {
		return nil, false
	}
	all["ID"], all["VetxOnly"] = id, json.RawMessage("false")
	changed, err = json.Marshal(all)
	return changed, err == nil
}

var cacheDir = regexp.MustCompile(`@v\d`)

// isDownloaded reports whether a directory belongs to the module cache, where each module's directory
// ends in its version, or to a vendor directory.
func isDownloaded(dir string) bool {
	return cacheDir.MatchString(dir) || slices.Contains(strings.Split(filepath.ToSlash(dir), "/"), "vendor")
}
