package catalog

import "go/types"

// An AuthCode describes a step of the authorization code flow (RFC 6749, section 4.1): a function that makes the URL of an authorization
// request, or one that exchanges the code that the user comes back with for a token.
type AuthCode struct {
	// Name is the function's full name as in [Func].
	Name string
	// State is the operand that becomes the state of an authorization request.
	State Operand
	// Code is the operand that is the code of a token request.
	Code Operand
	// Options are further parameters of the request, such as those of PKCE (RFC 7636).
	Options Operand
}

const oauth2Path = "golang.org/x/oauth2"

var authCodes = []AuthCode{
	{Name: "(*golang.org/x/oauth2.Config).AuthCodeURL", State: Arg0, Options: Arg1},
	{Name: "(*golang.org/x/oauth2.Config).Exchange", Code: Arg1, Options: Arg2},
}

// AuthCodeOf returns the row of a function of the authorization code flow, or nil. A method of an interface that *oauth2.Config
// implements has the row of that.
func AuthCodeOf(fn *types.Func) *AuthCode {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	recv := fn.Signature().Recv()
	for i, row := range authCodes {
		if lastName(row.Name) != fn.Name() || recv == nil {
			continue
		}
		if types.IsInterface(recv.Type()) && takesAuthCodeOptions(fn.Signature(), row.Options) || funcName(fn) == row.Name {
			return &authCodes[i]
		}
	}
	return nil
}

// takesAuthCodeOptions reports whether an operand of a function are options of golang.org/x/oauth2.
func takesAuthCodeOptions(sig *types.Signature, op Operand) bool {
	i := int(op - Arg0)
	return sig.Variadic() && sig.Params().Len() == i+1 && IsAuthCodeOptions(sig.Params().At(i).Type())
}

// IsAuthCodeOptions reports whether t is a slice of options of golang.org/x/oauth2.
func IsAuthCodeOptions(t types.Type) bool {
	slice, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	obj := typeNameOf(slice.Elem())
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == oauth2Path && obj.Name() == "AuthCodeOption"
}
