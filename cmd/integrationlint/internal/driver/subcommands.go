package driver

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/docgen"
	"github.com/integrationlint/integrationlint/passes"
)

// subcommands are the commands other than checking packages.
var subcommands = map[string]func(w io.Writer, args []string) error{
	"config":  configCommand,
	"rules":   listRules,
	"explain": explainRule,
	"version": printVersion,
	"help":    printUsage,
}

func printUsage(w io.Writer, _ []string) error {
	_, err := io.WriteString(w, usage)
	return err
}

func printVersion(w io.Writer, args []string) error {
	if len(args) > 0 {
		return errors.New("version takes no arguments")
	}
	_, err := fmt.Fprintf(w, "integrationlint %s (%s %s/%s)\n", Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// Version returns the version of the module that the command was built from, "(devel)" if it is unknown.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func explainRule(w io.Writer, args []string) error {
	if len(args) != 1 {
		return errors.New("usage: integrationlint explain RULE")
	}
	if err := config.CheckRule(passes.Rules, args[0]); err != nil {
		return err
	}
	i := slices.Index(config.RuleNames(passes.Rules), args[0])
	_, err := io.WriteString(w, docgen.Explain(passes.Rules[i]))
	return err
}

// A ruleInfo is a rule as "rules -json" prints it.
type ruleInfo struct {
	Name     string          `json:"name"`
	Summary  string          `json:"summary"`
	Severity passes.Severity `json:"severity"`
	Since    string          `json:"since"`
	CWE      []string        `json:"cwe"`
	Options  []optionInfo    `json:"options"`
	URL      string          `json:"url"`
}

type optionInfo struct {
	Name    string `json:"name"`
	Default string `json:"default"`
	Usage   string `json:"usage"`
}

func describeRule(rule passes.Rule) ruleInfo {
	a := rule.Analyzer
	summary, _, _ := strings.Cut(strings.TrimPrefix(a.Doc, a.Name+": "), "\n")
	info := ruleInfo{a.Name, summary, rule.Severity, rule.Since, append([]string{}, rule.CWE...), []optionInfo{}, a.URL}
	a.Flags.VisitAll(func(f *flag.Flag) {
		info.Options = append(info.Options, optionInfo{f.Name, f.DefValue, f.Usage})
	})
	return info
}

func listRules(w io.Writer, args []string) error {
	asJSON := len(args) == 1 && (args[0] == "-json" || args[0] == "--json")
	if len(args) > 0 && !asJSON {
		return errors.New("usage: integrationlint rules [-json]")
	}
	var rules []ruleInfo
	for _, rule := range passes.Rules {
		rules = append(rules, describeRule(rule))
	}
	if asJSON {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		return enc.Encode(rules)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "RULE\tSEVERITY\tSINCE\tFINDS")
	for _, r := range rules {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", r.Name, r.Severity, r.Since, r.Summary)
	}
	return table.Flush()
}
