package catalog

var contexts = Library{
	Path: "context",
	Funcs: []Func{
		{Name: "context.Background", Role: NewContext, Bound: Unbounded},
		{Name: "context.TODO", Role: NewContext, Bound: Unbounded},
		{Name: "context.WithTimeout", Role: NewContext, Bound: Bounded},
		{Name: "context.WithTimeoutCause", Role: NewContext, Bound: Bounded},
		{Name: "context.WithDeadline", Role: NewContext, Bound: Bounded},
		{Name: "context.WithDeadlineCause", Role: NewContext, Bound: Bounded},
		{Name: "context.WithCancel", Role: NewContext, Context: Arg0},
		{Name: "context.WithCancelCause", Role: NewContext, Context: Arg0},
		{Name: "context.WithValue", Role: NewContext, Context: Arg0},
		// WithoutCancel drops the parent's deadline too.
		{Name: "context.WithoutCancel", Role: NewContext, Bound: Unbounded},
	},
}

var signals = Library{
	Path: "os/signal",
	Funcs: []Func{
		{Name: "os/signal.NotifyContext", Role: NewContext, Context: Arg0},
	},
}
