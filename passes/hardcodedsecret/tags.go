package hardcodedsecret

import (
	"go/ast"
	"reflect"
	"strconv"

	"github.com/integrationlint/integrationlint/passes/internal/catalog"
	"github.com/integrationlint/integrationlint/passes/internal/summary"
)

// tags looks at the defaults that struct tags give to settings, as several packages for configuration read them.
func (f *finder) tags() {
	for cur := range f.Root().Preorder((*ast.Field)(nil)) {
		field := cur.Node().(*ast.Field)
		if field.Tag == nil || len(field.Names) != 1 || f.Quiet(field.Pos()) {
			continue
		}
		tag, err := strconv.Unquote(field.Tag.Value)
		if err != nil {
			continue
		}
		for _, key := range []string{"default", "envDefault", "env-default"} {
			text := reflect.StructTag(tag).Get(key)
			s := summary.Secret{Use: catalog.Default, What: "default", Key: field.Names[0].Name}
			if catalog.NamesSecret(s.Key) && f.isString(field.Type) && wanted(s, text) != "" {
				f.reportTag(field, text)
			}
		}
	}
}

func (f *finder) reportTag(field *ast.Field, text string) {
	c := summary.ConstantOf(text)
	f.Report(field.Tag, "constant", "%s has a default in its tag, so every installation that doesn't set it has the same; leave it empty, and refuse to start then (%d characters)",
		field.Names[0].Name, c.Length)
}

func (f *finder) isString(expr ast.Expr) bool {
	t := f.TypesInfo.TypeOf(expr)
	return t != nil && t.Underlying().String() == "string"
}
