package summary

import (
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/flow"
)

// credentials are the values that a package uses as such: what goes to where a credential is taken is one, wherever else it goes.
type credentials struct {
	fields  map[*types.Var]string
	origins map[flow.Origin]string
}

// CredentialOf says what credential a part of a text is, or returns "" for what isn't known to be one.
func (p *Package) CredentialOf(part flow.Part) string {
	o := part.Origin
	switch {
	case part.Cut || o.Kind == flow.Constant:
		return ""
	case o.Field != nil:
		return p.CredentialField(o.Field)
	}
	if what := p.credentials().origins[same(o)]; what != "" {
		return what
	}
	call, ok := o.Value.(*ssa.Call)
	if !ok || o.Kind != flow.Result {
		return ""
	}
	row := catalog.RevealOf(flow.CalleeOf(&call.Call), o.Index)
	switch {
	case row == nil || row.Request != catalog.None:
		return ""
	case row.Key == catalog.None:
		return row.What
	}
	if key, ok := flow.ConstString(Operand(&call.Call, row.Key)); ok && catalog.SecretHeader(key) {
		return row.What
	}
	return ""
}

// CredentialField says what credential a field holds, or returns "".
func (p *Package) CredentialField(field *types.Var) string {
	if what := p.credentials().fields[field]; what != "" {
		return what
	}
	if holds := p.heldFact(field); holds != nil && isCredential(holds.Use) {
		return holds.What
	}
	if field.IsField() && catalog.HoldsSecret(field) {
		return strings.Join(flow.Words(field.Name()), " ")
	}
	return ""
}

// same returns what two origins have in common that are one value: of a call's result that includes the way to the call, since a helper that
// looks up settings returns a different one each time.
func same(o flow.Origin) flow.Origin {
	if o.Kind == flow.Result {
		return o
	}
	return o.Key()
}

// credentials returns what the package uses as credentials.
func (p *Package) credentials() *credentials {
	if p.known == nil {
		p.known = &credentials{fields: map[*types.Var]string{}, origins: map[flow.Origin]string{}}
		for _, s := range p.Secrets() {
			if !isCredential(s.Use) && s.Host == nil {
				continue // a URL that may hold none
			}
			for _, part := range s.Text.Unknown() {
				p.known.add(part.Origin, s.What)
			}
		}
	}
	return p.known
}

// isCredential reports whether what has the use is a credential, not something that may hold one.
func isCredential(use catalog.Use) bool {
	return use == catalog.Seals || use == catalog.Presents || use == catalog.Header
}

func (c *credentials) add(o flow.Origin, what string) {
	switch o.Kind {
	case flow.Result, flow.Given, flow.Param, flow.Variable:
		if o.Field != nil {
			if !catalog.NamesFile(o.Field.Name()) { // what stands in it is the credential
				c.fields[o.Field] = what
			}
		} else {
			c.origins[same(o)] = what
		}
	}
}

// wireNames are what protocols call credentials in what they exchange: RFC 6749 (OAuth 2.0), and password and API key as nearly all write them.
var wireNames = map[string]bool{
	"access_token": true, "refresh_token": true, "client_secret": true, "password": true, "passwd": true, "api_key": true, "apikey": true,
	"accesstoken": true, "refreshtoken": true, "clientsecret": true, "secret_key": true, "secretkey": true, "private_key": true, "privatekey": true,
}

// IsWireName reports whether protocols call a credential by the name.
func IsWireName(name string) bool {
	return wireNames[strings.ToLower(strings.ReplaceAll(name, "-", "_"))]
}

const maxShown = 3 // structs inside each other

// Shows returns the path to a credential that is shown by printing a value of type t, as package fmt does or, if asJSON,
// as encoders do; "" if there is none, or the type prints itself.
func (p *Package) Shows(t types.Type, asJSON bool) string {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return p.shows(t, asJSON, 0)
}

func (p *Package) shows(t types.Type, asJSON bool, depth int) string {
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth > maxShown || printsItself(t) {
		return ""
	}
	for i := range s.NumFields() {
		field := s.Field(i)
		name := wireName(s.Tag(i))
		if asJSON && (!field.Exported() || name == "-") {
			continue
		}
		if isPlainText(field.Type()) {
			if p.showsField(s, i) {
				return field.Name()
			}
			continue
		}
		inner := field.Type()
		if ptr, ok := inner.Underlying().(*types.Pointer); ok && asJSON {
			inner = ptr.Elem()
		}
		if path := p.shows(inner, asJSON, depth+1); path != "" {
			return field.Name() + "." + path
		}
	}
	return ""
}

// showsField reports whether a field that is a text is a credential, for the package or by its name in what protocols exchange.
func (p *Package) showsField(s *types.Struct, i int) bool {
	field := s.Field(i)
	return p.CredentialField(field.Origin()) != "" || IsWireName(wireName(s.Tag(i))) && field.Exported()
}

// isPlainText reports whether a type is a string or bytes, without a method that would print it otherwise.
func isPlainText(t types.Type) bool {
	return !printsItself(t) && (types.Identical(t.Underlying(), types.Typ[types.String]) || types.Identical(t.Underlying(), types.NewSlice(types.Typ[types.Byte])))
}

// wireName returns the name that a struct tag gives a field.
func wireName(tag string) string {
	for _, key := range []string{"json", "yaml", "form", "mapstructure", "toml"} {
		if name, _, _ := strings.Cut(reflect.StructTag(tag).Get(key), ","); name != "" {
			return name
		}
	}
	return ""
}

// printsItself reports whether a type has a method by which it may hide what it holds.
func printsItself(t types.Type) bool {
	for _, name := range []string{"String", "GoString", "Format", "LogValue", "MarshalJSON", "MarshalText", "Error", "MarshalLogObject", "MarshalZerologObject"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			if _, ok := obj.(*types.Func); ok {
				return true
			}
		}
	}
	return false
}

// holdsSecret reports whether a type of a catalogued library has a field that is a credential.
func holdsSecret(obj *types.TypeName) bool {
	s, ok := obj.Type().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if catalog.HoldsSecret(field) {
			return true
		}
	}
	return false
}
