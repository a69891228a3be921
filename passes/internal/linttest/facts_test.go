package linttest

import (
	"fmt"
	"go/token"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

type (
	mapFact struct {
		Sets []*struct{ Set map[string]bool }
	}
	positionFact struct{ Where token.Pos }
	placeFact    struct{ Where [2]token.Position }
	hiddenFact   struct {
		Shown  int
		hidden int
	}
	functionFact struct{ F func() }
	emptyFact    struct{}
	nilFact      struct{ Names []string }
	listFact     struct {
		Next *listFact
		_    map[string]bool // not encoded
	}
	fickleFact struct{ Sorted }
	steadyFact struct{ Sorted Sorted }
)

func (*mapFact) AFact()      {}
func (*positionFact) AFact() {}
func (*placeFact) AFact()    {}
func (*hiddenFact) AFact()   {}
func (*functionFact) AFact() {}
func (*emptyFact) AFact()    {}
func (*nilFact) AFact()      {}
func (*listFact) AFact()     {}
func (*fickleFact) AFact()   {}
func (*steadyFact) AFact()   {}

// Sorted is a set that encodes itself.
type Sorted map[string]bool

var times int

func (s Sorted) GobEncode() ([]byte, error) {
	if s["fickle"] {
		times++
	}
	return fmt.Append(nil, times), nil
}

func (s *Sorted) GobDecode(data []byte) error {
	*s = Sorted{"a": true}
	return nil
}

func TestFactsThatDoNotTravel(t *testing.T) {
	tests := []struct {
		fact analysis.Fact
		want []string
	}{
		{&emptyFact{}, nil},
		{&steadyFact{Sorted{"a": true}}, nil},
		{&listFact{Next: &listFact{}}, nil},
		{&mapFact{}, []string{"exports: fact type *linttest.mapFact holds a map"}},
		{&positionFact{}, []string{"exports: fact type *linttest.positionFact holds a position"}},
		{&placeFact{}, []string{"exports: fact type *linttest.placeFact holds a position"}},
		{&hiddenFact{1, 2}, []string{"exports: fact about p6.package: changed by encoding and decoding"}},
		{&nilFact{[]string{}}, []string{"exports: fact about p7.package: changed by encoding and decoding"}},
		{&functionFact{func() {}}, []string{"exports: fact about p8.package: can not be encoded"}},
		{&fickleFact{Sorted{"fickle": true}}, []string{"exports: fact about p9.package: encoded twice, differs"}},
	}
	exports := &analysis.Analyzer{
		Name:       "exports",
		Doc:        "exports: one fact for each package",
		ResultType: reflect.TypeFor[bool](),
	}
	var archive strings.Builder
	archive.WriteString("-- p/p.go --\npackage p\n")
	var want []string
	for i, test := range tests {
		exports.FactTypes = append(exports.FactTypes, test.fact)
		fmt.Fprintf(&archive, "\nimport _ \"p%d\"\n", i)
		want = append(want, test.want...)
	}
	for i := range tests {
		fmt.Fprintf(&archive, "-- p%d/p.go --\npackage p\n", i)
	}
	exports.Run = func(pass *analysis.Pass) (any, error) {
		if n, err := strconv.Atoi(strings.TrimPrefix(pass.Pkg.Path(), "p")); err == nil {
			pass.ExportPackageFact(tests[n].fact)
		}
		return true, nil
	}
	// The facts of an analyzer that the one under test requires are checked too.
	a := &analysis.Analyzer{
		Name:     "rule",
		Doc:      "rule: requires facts",
		Requires: []*analysis.Analyzer{exports},
		Run:      func(*analysis.Pass) (any, error) { return nil, nil },
	}
	check(t, a, archive.String()).want(want...)
}
