package catalog

var xSync = Library{
	Path: "golang.org/x/sync",
	Funcs: []Func{
		{Name: "golang.org/x/sync/errgroup.WithContext", Role: NewContext, Context: Arg0},
	},
}
