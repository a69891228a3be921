package catalog

// matryerTry describes github.com/matryer/try.
//
// The function is called again when it returns true and an error, 10 times in all (MaxRetries, a variable
// of the package) and at once: nothing waits between two attempts, and no context ends them. After the
// tenth attempt Do returns an error of its own, and the function's last one is lost.
var matryerTry = Library{
	Path: "github.com/matryer/try",
	Funcs: []Func{
		{Name: "github.com/matryer/try.Do", Role: Retry, Func: Arg0, Again: OnTrue, Wait: NoWait, Bound: Bounded},
	},
}
