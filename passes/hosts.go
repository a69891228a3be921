package passes

// A Host is what a user says of a service, and of all below its name.
type Host struct {
	// Timeout is how long a request may take, as [time.ParseDuration] reads it, or "none" if for ever. Empty says nothing.
	Timeout string `json:"timeout"`
	// CredentialInURL says that the service takes a credential nowhere else.
	CredentialInURL bool `json:"credential-in-url"`
}

// A Setting is one of a rule's that holds a list, and a value to add to that.
type Setting struct{ Rule, Name, Value string }

// Settings returns what is said of a host as settings of rules.
func (h Host) Settings(name string) []Setting {
	var all []Setting
	if h.Timeout != "" {
		all = append(all, Setting{"httptimeout", "hosts", name + "=" + h.Timeout})
	}
	if h.CredentialInURL {
		all = append(all, Setting{"secretinurl", "allow", name})
	}
	return all
}
