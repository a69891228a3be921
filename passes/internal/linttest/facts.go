package linttest

import (
	"bytes"
	"encoding"
	"encoding/gob"
	"fmt"
	"go/token"
	"reflect"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
)

// checkFacts checks that all facts, those of required analyzers and of
// dependencies included, reach another process unchanged, and that their bytes depend on
// nothing but the code: go vet re-analyses whatever imports a package whose facts changed.
func checkFacts(t reporter, o *outcome) {
	t.Helper()
	seen := make(map[reflect.Type]bool)
	for act := range o.graph.All() {
		for _, f := range facts(act) {
			if typ := reflect.TypeOf(f.fact); !seen[typ] {
				seen[typ] = true
				if fault := typeFault(typ, make(map[reflect.Type]bool)); fault != "" {
					t.Errorf("%s: fact type %v %s", act.Analyzer.Name, typ, fault)
				}
			}
			if err := checkRoundTrip(f.fact); err != nil {
				t.Errorf("%s: fact about %s.%s: %v", act.Analyzer.Name, f.pkg.Path(), f.name(), err)
			}
		}
	}
}

// checkRoundTrip returns an error if fact is not the same after encoding and
// decoding, or if encoding it again gives other bytes.
func checkRoundTrip(fact analysis.Fact) error {
	var first, second bytes.Buffer
	if err := gob.NewEncoder(&first).Encode(fact); err != nil {
		return fmt.Errorf("can not be encoded: %v", err)
	}
	if err := gob.NewEncoder(&second).Encode(fact); err != nil {
		return fmt.Errorf("can not be encoded: %v", err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		return fmt.Errorf("encoded twice, differs")
	}
	decoded := reflect.New(reflect.TypeOf(fact).Elem()).Interface()
	if err := gob.NewDecoder(&first).Decode(decoded); err != nil {
		return fmt.Errorf("can not be decoded: %v", err)
	}
	all := cmp.Exporter(func(reflect.Type) bool { return true })
	if diff := cmp.Diff(any(fact), decoded, all); diff != "" {
		return fmt.Errorf("changed by encoding and decoding (-was +is):\n%s", diff)
	}
	return nil
}

// typeFault returns what makes the encoding of a type depend on more than the
// code that a fact is about, or "".
func typeFault(t reflect.Type, seen map[reflect.Type]bool) string {
	if seen[t] {
		return ""
	}
	seen[t] = true
	switch t {
	case reflect.TypeFor[token.Pos](), reflect.TypeFor[token.Position]():
		return "holds a position, which changes with every edit of the file"
	}
	if encodesItself(t) {
		return ""
	}
	switch t.Kind() {
	case reflect.Map:
		return "holds a map, which is encoded in random order"
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return typeFault(t.Elem(), seen)
	case reflect.Struct:
		for field := range t.Fields() {
			if fault := typeFault(field.Type, seen); field.IsExported() && fault != "" {
				return fault
			}
		}
	}
	return ""
}

// encodesItself reports whether a type brings its own encoding.
func encodesItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[gob.GobEncoder]()) ||
		p.Implements(reflect.TypeFor[encoding.BinaryMarshaler]()) ||
		p.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}
