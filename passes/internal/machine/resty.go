package machine

import (
	"go/types"
	"net/http"
	"strconv"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
)

// The responses of github.com/go-resty/resty, which are there without an answer as well, with a status code of 0.
var (
	restyResponse = &object{"resty response"}
	restyOther    = &object{"another resty response"}
)

func restyOf(as *object) *object {
	if as == other {
		return restyOther
	}
	return restyResponse
}

// isResty reports whether a type is that of a response of resty.
func isResty(t types.Type) bool {
	ptr, ok := t.(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := types.Unalias(ptr.Elem()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Name() != "Response" {
		return false
	}
	path := catalog.Unversioned(named.Obj().Pkg().Path())
	return path == "github.com/go-resty/resty" || path == "resty.dev"
}

// resty returns what a method of a response of resty returns.
func (p *play) resty(response *object, method string) Value {
	answer := success
	if response == restyResponse {
		answer, p.particular = p.answer, true
	}
	switch method {
	case "StatusCode":
		return integer(int64(answer.Status)).with(true)
	case "Status":
		if answer.Status == 0 {
			return text("").with(true)
		}
		return text(strconv.Itoa(answer.Status) + " " + http.StatusText(answer.Status)).with(true)
	case "IsError", "IsStatusFailure":
		return boolean(answer.Status > 399).with(true)
	case "IsSuccess", "IsStatusSuccess":
		return boolean(answer.Status > 199 && answer.Status < 300).with(true)
	case "Header":
		return header(answer)
	}
	return vague
}
