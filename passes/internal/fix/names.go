package fix

import (
	"fmt"
	"go/token"
	"go/types"
	"iter"
	"strconv"
)

// FreshName returns base, or base with a number, such that a declaration of
// that name at position at neither collides with another one nor hides one that
// is in use: the name is not visible there and no scope below declares it.
//
// It knows only of this fix. A rule whose fixes may meet in one scope should
// not let them declare names there.
func (b *Builder) FreshName(at token.Pos, base string) string {
	scope := b.scope(at)
	if scope == nil {
		return base
	}
	if !token.IsIdentifier(base + "2") {
		b.Abandon(fmt.Sprintf("%q can not begin a name", base))
		return base
	}
	for name := range candidates(base) {
		if b.isFresh(scope, name) {
			b.names[name] = true
			return name
		}
	}
	panic("unreachable: candidates never end")
}

// isFresh reports whether a declaration of name in scope disturbs nothing.
func (b *Builder) isFresh(scope *types.Scope, name string) bool {
	if !token.IsIdentifier(name) || b.names[name] || declaredBelow(scope, name) {
		return false
	}
	// Without a position the objects declared later count as well.
	if _, obj := scope.LookupParent(name, token.NoPos); obj != nil {
		return false
	}
	if scope != b.pass.TypesInfo.Scopes[b.file] {
		return true
	}
	// No import of any file may have the name of a package-level declaration.
	for _, file := range b.pass.Files {
		if s := b.pass.TypesInfo.Scopes[file]; s != nil && s.Lookup(name) != nil {
			return false
		}
	}
	return true
}

// scope returns the innermost scope at position at, or abandons the fix and
// returns nil if there is none.
func (b *Builder) scope(at token.Pos) *types.Scope {
	if b.reason != "" {
		return nil
	}
	if scope := b.pass.TypesInfo.Scopes[b.file]; scope != nil {
		if inner := scope.Innermost(at); inner != nil {
			return inner
		}
	}
	b.Abandon("a position lies in no scope of the file")
	return nil
}

// declaredBelow reports whether a scope nested in scope declares name.
func declaredBelow(scope *types.Scope, name string) bool {
	for child := range scope.Children() {
		if child.Lookup(name) != nil || declaredBelow(child, name) {
			return true
		}
	}
	return false
}

// candidates yields base, base2, base3 and so on.
func candidates(base string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, name := 2, base; yield(name); i++ {
			name = base + strconv.Itoa(i)
		}
	}
}
