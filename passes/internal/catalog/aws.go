package catalog

import (
	"go/types"
	"path"
	"slices"
	"strings"
)

// awsModules are the SDKs for Amazon's services, version 1 and 2.
var awsModules = []string{"github.com/aws/aws-sdk-go/service/", "github.com/aws/aws-sdk-go-v2/service/"}

// Operation reports whether a function has the signature of an operation of an AWS service, which sends a request: it is
// given an *XInput of the SDK and returns an *XOutput and an error. That also tells an operation by an interface of the
// user's own, through which the SDK is often called.
func Operation(sig *types.Signature) bool {
	results := sig.Results()
	if results.Len() != 2 {
		return false
	}
	out := ofAWS(results.At(0).Type(), "Output")
	if out == "" {
		return false
	}
	for param := range sig.Params().Variables() {
		if ofAWS(param.Type(), "Input") == out {
			return true
		}
	}
	return false
}

// ofAWS returns the full name, without the suffix, of a type of an AWS SDK that a pointer leads to; or nothing.
func ofAWS(t types.Type, suffix string) string {
	obj := typeNameOf(t)
	if obj == nil || obj.Pkg() == nil || !strings.HasSuffix(obj.Name(), suffix) {
		return ""
	}
	dir, name := path.Split(obj.Pkg().Path())
	if !slices.Contains(awsModules, dir) {
		return ""
	}
	return name + "." + strings.TrimSuffix(obj.Name(), suffix)
}
