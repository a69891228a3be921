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
	List
}

// fullName is a name with the path of its package: "(*example.com/m/pay.Client).Charge", "example.com/m/vault.Open#1".
var fullName = regexp.MustCompile(`^(\(\*?[\pL\pN_./~+-]+\.[\pL\pN_]+\)\.[\pL\pN_]+|[\pL\pN_./~+-]+\.[\pL\pN_]+)(#[0-6])?$`)

// Set replaces the names.
func (n *OwnNames) Set(text string) error {
	var names []string
	err := n.Parse(text, func(name string) error {
		if !fullName.MatchString(name) || strings.Contains(name, "#") && n.What != catalog.OwnCredentials {
			return fmt.Errorf("%q is no full name, such as (*example.com/m/pay.Client).Charge or example.com/m/vault.Open", name)
		}
		names = append(names, name)
		return nil
	})
	if err == nil {
		catalog.SetOwn(n.What, names)
	}
	return err
}
