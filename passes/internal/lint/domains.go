package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// domain is the name of a host, or of all below it.
var domain = regexp.MustCompile(`^(?i:[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)(\.(?i:[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?))*$`)

// IsDomain reports whether a text can be the name of a host, without a scheme and a port.
func IsDomain(text string) bool { return domain.MatchString(text) }

// IsBelow reports whether a host, with or without a port, is a domain or lies below it.
func IsBelow(host, domain string) bool {
	name, _, _ := strings.Cut(strings.ToLower(host), ":")
	domain = strings.ToLower(domain)
	return domain != "" && (name == domain || strings.HasSuffix(name, "."+domain))
}

// Domains is the value of a flag that lists the names of hosts, separated by commas.
type Domains struct {
	List
	names []string
}

// Set replaces the names.
func (d *Domains) Set(text string) error {
	var names []string
	err := d.Parse(text, func(name string) error {
		if !IsDomain(name) {
			return fmt.Errorf("%q is no host's name, such as api.example.com", name)
		}
		names = append(names, name)
		return nil
	})
	if err == nil {
		d.names = names
	}
	return err
}

// Hold reports whether a host is one of the names, or lies below one.
func (d *Domains) Hold(host string) bool {
	return slices.ContainsFunc(d.names, func(domain string) bool { return IsBelow(host, domain) })
}
