package summary

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// OwnSecret returns the name of the secret that a text is, or has in it, and that the program got from its configuration or from
// where it keeps such; or "" for what isn't known to be one. A parameter is judged by its name, not by what one of its callers gives.
func (p *Package) OwnSecret(v ssa.Value) string {
	if conv, ok := v.(*ssa.Convert); ok {
		v = conv.X
	}
	if _, field := fieldRead(v); field != nil && catalog.NamesSecret(field.Name()) && !p.onlyConstant(v) {
		return field.Name()
	}
	for _, o := range p.Origins(v) {
		if _, ok := o.Value.(*ssa.Parameter); ok && o.Field == nil {
			return secretName(nameOf(o))
		}
	}
	for _, text := range p.Texts(v) {
		for _, part := range text.Unknown() {
			if name := p.ownPart(part); name != "" {
				return name
			}
		}
	}
	return ""
}

// onlyConstant reports whether a text is the same each time that the program runs.
func (p *Package) onlyConstant(v ssa.Value) bool {
	return !slices.ContainsFunc(p.Texts(v), func(text flow.Text) bool {
		_, known := text.Known()
		return !known
	})
}

// ownPart returns the name of the secret that a part of a text is, or "".
func (p *Package) ownPart(part flow.Part) string {
	if what := p.CredentialOf(part); what != "" {
		return what
	}
	o := part.Origin
	if name := secretName(nameOf(o)); name != "" || o.Field != nil {
		return name
	}
	switch v := o.Value.(type) {
	case *ssa.Call:
		return gottenSecret(&v.Call)
	case *ssa.IndexAddr:
		return p.listOfSecrets(v.X, o)
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok { // a flag
			return secretName(g.Name())
		}
	}
	return ""
}

func secretName(name string) string {
	if catalog.NamesSecret(name) {
		return name
	}
	return ""
}

// listOfSecrets returns the name of a list whose elements are secrets by its name, "tokens" for one.
func (p *Package) listOfSecrets(list ssa.Value, at flow.Origin) string {
	for _, o := range p.OriginsAt(list, at) {
		if name, plural := strings.CutSuffix(nameOf(o), "s"); plural && catalog.NamesSecret(name) {
			return name + "s"
		}
	}
	return ""
}

// gottenSecret returns the name of the secret that a call looks up, by the function's own name (cfg.WebhookSecret()) or by
// the constant that a function of the configuration is given (channel.ConfigString("secret")).
func gottenSecret(call *ssa.CallCommon) string {
	fn := flow.CalleeOf(call)
	if fn == nil || catalog.InboundOf(fn) != nil {
		return ""
	}
	args := call.Args
	if recv := fn.Signature().Recv(); recv != nil && !call.IsInvoke() {
		args = args[1:]
	}
	key := ""
	for _, arg := range args {
		if text, ok := flow.ConstString(arg); ok {
			key = cmp.Or(key, secretName(text))
		} else if _, ok := arg.(*ssa.Const); !ok && flow.TypeWord(arg.Type()) != "context.Context" {
			return "" // it makes something of what it is given
		}
	}
	switch {
	case key != "" && looksUp(fn):
		return key
	case len(args) <= 1:
		return secretName(strings.TrimPrefix(strings.TrimPrefix(fn.Name(), "Get"), "get"))
	}
	return ""
}

// looksUp reports whether a function looks up a setting: its name, its type or its package says so.
func looksUp(fn *types.Func) bool {
	name := fn.Name()
	if fn.Pkg() != nil {
		name += " " + fn.Pkg().Name()
	}
	if recv := fn.Signature().Recv(); recv != nil {
		name += " " + flow.TypeWord(recv.Type())
	}
	return slices.ContainsFunc(flow.Words(name), func(word string) bool { return settingWords[word] })
}

// settingWords are words of what looks up settings.
var settingWords = map[string]bool{
	"config": true, "configer": true, "conf": true, "cfg": true, "setting": true, "settings": true, "env": true, "getenv": true, "option": true, "options": true,
	"flag": true, "pflag": true, "viper": true, "koanf": true,
}
