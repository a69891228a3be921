package fix

import "testing"

func TestFreshName(t *testing.T) {
	const other = "package p\n\nimport os \"fmt\"\n\nvar _ = os.Println\n\nvar shared int\n"
	for _, test := range []struct{ name, src, base, want string }{
		{"free", "package p\n\nfunc f() {\n\t§\n}\n", "client", "client"},
		{"declared before", "package p\n\nfunc f() {\n\tclient := 1\n\t_ = client\n\t§\n}\n", "client", "client2"},
		{"declared later in the scope", "package p\n\nfunc f() {\n\t§\n\tclient := 1\n\t_ = client\n}\n", "client", "client2"},
		{"declared in a nested scope", "package p\n\nfunc f() {\n\t§\n\tif client := 1; client > 0 {\n\t}\n}\n", "client", "client2"},
		{"declared further down", "package p\n\nfunc f() {\n\t§\n\tif true {\n\t\tclient := 1\n\t\t_ = client\n\t}\n}\n", "client", "client2"},
		{"declared in a scope beside", "package p\n\nfunc f() {\n\tif true {\n\t\t§\n\t}\n\tfor client := range 2 {\n\t\t_ = client\n\t}\n}\n", "client", "client"},
		{"parameter", "package p\n\nfunc f(client int) {\n\t§\n}\n", "client", "client2"},
		{"package level", "package p\n\nfunc f() {\n\t§\n}\n", "shared", "shared2"},
		{"import", "package p\n\nimport \"fmt\"\n\nfunc f() {\n\t§\n\tfmt.Println()\n}\n", "fmt", "fmt2"},
		{"another file's import, local", "package p\n\nfunc f() {\n\t§\n}\n", "os", "os"},
		{"another file's import, package level", "package p\n\n§\n", "os", "os2"},
		{"predeclared", "package p\n\nfunc f() {\n\t§\n}\n", "len", "len2"},
		{"keyword", "package p\n\nfunc f() {\n\t§\n}\n", "type", "type2"},
		{"both taken", "package p\n\nfunc f(client, client2 int) {\n\t§\n}\n", "client", "client3"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, pos := begin(t, test.src, other)
			if got := b.FreshName(pos, test.base); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestFreshNamesDiffer(t *testing.T) {
	b, pos := begin(t, "package p\n\nfunc f() {\n\t§\n}\n")
	first, second := b.FreshName(pos, "client"), b.FreshName(pos, "client")
	if first != "client" || second != "client2" {
		t.Errorf("got %s and %s", first, second)
	}
	if qualifier := b.Import("time", pos); b.FreshName(pos, "time") != "time2" {
		t.Errorf("FreshName takes the name of the added import %s", qualifier)
	}
	b.FreshName(pos, "fmt")
	if qualifier := b.Import("fmt", pos); qualifier != "stdfmt." {
		t.Errorf("Import takes the declared name: %s", qualifier)
	}
}

func TestFreshNameOfNoName(t *testing.T) {
	b, pos := begin(t, "package p\n\n§\n")
	b.FreshName(pos, "a-b")
	wantAbandoned(t, b, `"a-b" can not begin a name`)
}

func TestNoScope(t *testing.T) {
	b, _ := begin(t, "package p\n\n§\n")
	b.FreshName(b.file.FileEnd+1, "client")
	wantAbandoned(t, b, "no scope")
}
