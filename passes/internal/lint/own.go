package lint

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
)

// OwnNames is the value of a flag by which a user says of functions what they do: full names, separated by commas. The catalog knows them from then on.
type OwnNames struct {
	// What is said of them.
	What catalog.Own
	text string
}

// fullName is a name with the path of its package: "(*example.com/m/pay.Client).Charge", "example.com/m/vault.Open#1".
var fullName = regexp.MustCompile(`^(\(\*?[\pL\pN_./~+-]+\.[\pL\pN_]+\)\.[\pL\pN_]+|[\pL\pN_./~+-]+\.[\pL\pN_]+)(#[0-6])?$`)

// Set replaces the names.
func (n *OwnNames) Set(text string) error {
	var list []string
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if !fullName.MatchString(name) || strings.Contains(name, "#") && n.What != catalog.OwnCredentials {
			return fmt.Errorf("%q is no full name, such as (*example.com/m/pay.Client).Charge or example.com/m/vault.Open", name)
		}
		list = append(list, name)
	}
	n.text = text
	catalog.SetOwn(n.What, list)
	return nil
}

// String returns the names as they were set.
func (n *OwnNames) String() string { return n.text }

// Get returns the names as they were set.
func (n *OwnNames) Get() any { return n.text }
