// Integrationlint finds defects in Go code that talks to remote services.
//
// Usage:
//
//	integrationlint [flags] [packages]
//	go vet -vettool=$(which integrationlint) [packages]
//	go fix -fixtool=$(which integrationlint) [packages]
//
// Integrationlint help shows its flags, and integrationlint rules what it finds.
package main

import (
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/driver"
	"github.com/integrationlint/integrationlint/passes"
)

func main() {
	if !isVetProtocol(os.Args[1:]) {
		os.Exit(driver.Main(os.Args[1:]))
	}
	if driver.PrepareUnit(os.Args) {
		passes.OnlyFacts()
	}
	unitchecker.Main(passes.Analyzers()...) // reads os.Args
}

// isVetProtocol reports whether the go command calls, as it calls a vet tool: for a version to cache by, for the
// list of flags, or to analyse the package that a configuration file describes.
func isVetProtocol(args []string) bool {
	if len(args) == 1 && (args[0] == "-V=full" || args[0] == "-flags") {
		return true
	}
	return len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg")
}
