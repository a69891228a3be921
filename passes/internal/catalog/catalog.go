// Package catalog says what well-known libraries do to the outside world: which
// functions send a request, which build a client and how that client is bounded
// in time, which types carry a bound and what their zero value means.
//
// It is data and look-up only. One file describes one library. What a row says
// is read off the library's source or its documentation; a row whose fact is
// surprising carries a comment with the place. The module under
// testdata/libraries resolves every row against the real libraries.
package catalog

// A Library is what the catalog knows of one module.
//
// A package below Path is described completely: a function of it without a row
// is known to be of no interest, and nothing is inferred from its source.
type Library struct {
	// Path is the import path that all packages of the library begin with,
	// without a major version ("github.com/go-resty/resty").
	Path  string
	Funcs []Func
	Types []Type
	Vars  []Var
	// Secrets are the places where the library takes credentials.
	Secrets []Secret
	// Reveals are the functions that return credentials.
	Reveals []Reveal
	// SecretsOnly says that the rest of the library isn't described: what it does is inferred from its source, as of
	// any other package, and for [LibraryOf] it is none.
	SecretsOnly bool
	// Refuses says that what the library sends comes back as an error, of a type of its own, where the answer's
	// status is 400 or above.
	Refuses bool
}

// A Role says what a function does.
type Role uint8

// The roles.
const (
	// Send waits for an answer of a remote service. It is bounded by its
	// client, its context or its request, whichever of them ends first.
	Send Role = iota + 1
	// Build returns a client, transport or dialer.
	Build
	// NewRequest returns a request, which carries a context and, in some
	// libraries, the client that it belongs to.
	NewRequest
	// NewContext returns a context; Bound says whether it has a deadline, and
	// where it is Unstated the parent's (operand Context) counts.
	NewContext
	// Set gives its Client operand (the receiver of a method) a bound: in
	// time, or by another client or transport.
	Set
	// Option returns an option that a Build function takes.
	Option
	// Serve listens for requests with a server of its own making.
	Serve
	// Retry calls its Func operand again, as Again says, until it succeeds or the
	// function's patience ends.
	Retry
	// Decide returns an option of a Retry function, or adds to the Policy that its receiver is: its Func
	// operand, or what its Maker returns, decides what is tried again.
	Decide
	// Policy returns what a Retry function's Decider is; its own Options and Decider count. It may be a Schedule as well.
	Policy
	// Schedule returns what says when a Retry function calls again and when no more, or a part of that.
	Schedule
	// Delay says how long a library waits before it calls again, whatever the answer says of that.
	Delay
	// Stop ends the retrying from within the function that is called again.
	Stop
	// Permanent returns an error that a Retry function doesn't try again.
	Permanent
	// Retryable returns an error that a Retry function tries again.
	Retryable
)

// Again says for what its Func operand returns a Retry function calls it again.
type Again uint8

// The conditions. All but UnlessDone, IfTrue and IfHandled look at the last result, an error, first.
const (
	// OnError is any error that isn't Permanent.
	OnError Again = iota + 1
	// OnRetryable is an error that is Retryable.
	OnRetryable
	// OnTrue is an error beside a first result that is true.
	OnTrue
	// UnlessDone is a first result that is false, without an error.
	UnlessDone
	// IfTrue is a first result that is true, without an error: what a policy that is asked for each answer returns.
	IfTrue
	// IfHandled is what a decider says of all results; without one it is any error.
	IfHandled
	// IfDecided is an error that a decider wants tried again; without one there is none.
	IfDecided
)

// A Wait says how long a Retry function waits before it calls again.
type Wait uint8

// The waits. The zero value is for rows that don't say.
const (
	NoWait Wait = iota + 1
	SameWait
	OtherWaits // longer ones each time, or at random
)

// A Bound says whether a wait ends by itself.
type Bound uint8

// The bounds. Unstated means that the operands decide.
const (
	Unstated Bound = iota
	Unbounded
	Bounded
)

// An Operand names the part of a call that plays a role: its receiver or one
// of its arguments. The zero value is no operand.
type Operand uint8

// The operands. Arguments count from 0 and never include the receiver.
const (
	None Operand = iota
	Recv
	Arg0
	Arg1
	Arg2
	Arg3
	Arg4
	Arg5
	Arg6
)

// A Func describes a function or method.
//
// A name has several rows where major versions of the library differ in what
// the function takes; [FuncOf] chooses the one whose operands fit.
type Func struct {
	// Name is the function's full name as [types.Func.FullName] prints it,
	// without the module's major version: "net/http.Get",
	// "(*net/http.Client).Do".
	Name string
	Role Role

	// Client is the client that sends (Send), that the result wraps or belongs
	// to (Build, NewRequest), that is handed over (Option, NewContext), or the
	// client or request that is given a bound (Set). A client that is nil, or
	// absent, stands for Fallback.
	Client Operand
	// Context is the context that ends the wait, or the parent of a NewContext.
	Context Operand
	// Request is the request that is sent, with its own context and client.
	Request Operand
	// Timeout is a duration that bounds the wait.
	Timeout Operand
	// Options is the variadic operand that takes values made by Option functions.
	Options Operand

	// Func is the function that is called again (Retry), or that decides (Decide).
	Func Operand
	// Again says for what Func returns it is called again.
	Again Again
	// Decider is a further operand that may decide which errors are tried again (Retry, Policy): a
	// predicate, or a value that has one. Again holds where it is nil, or comes from a Policy without one.
	Decider Operand
	// Maker is a function that returns what decides (Decide).
	Maker Operand

	// Inner is a Schedule or a Policy that a Retry function goes by, or another Schedule or Policy adds to. What a
	// Policy or a Decide function adds to is its receiver.
	Inner Operand
	// Limit is a number or a duration at which a Schedule ends; it doesn't if that is Forever.
	Limit Operand
	// Forever is the Limit that is none.
	Forever int64
	// Wait is how long a Schedule, or a Retry function without one, waits between two calls.
	Wait Wait

	// Bound is what holds when no operand is there to decide; of a Schedule, whether it ends.
	Bound Bound
	// Fallback names the client that is used when Client is nil or absent
	// ("http.DefaultClient"); it has the bound that Bound says.
	Fallback string
	// ContextClient says that the client is taken from the context's value
	// under golang.org/x/oauth2.HTTPClient, and is Fallback without one.
	ContextClient bool
	// DropsTimeout says that the result keeps only the transport of the client it
	// is made from, so that a Timeout set on that client is lost.
	DropsTimeout bool
	// DropsTimeoutBefore is the version of the module from which on
	// DropsTimeout no longer holds ("v0.28.0"), or empty where it holds in all.
	DropsTimeoutBefore string
}

// OfRetries reports whether the function has to do with retries only: it sends nothing itself.
func (f *Func) OfRetries() bool {
	return f.Role == Retry || f.Role == Decide || f.Role == Policy || f.Role == Schedule || f.Role == Delay || f.Role == Stop || f.Role == Permanent || f.Role == Retryable
}

// A Kind says what a type is to a request.
type Kind uint8

// The kinds.
const (
	Client Kind = iota + 1
	Transport
	Dialer
	Request
	Server
)

// A Type describes a type.
type Type struct {
	// Name is the type's path-qualified name without the module's major
	// version; a "*" in the last element stands for any characters.
	Name string
	Kind Kind
	// Bounds are the fields that bound a wait when they are set.
	Bounds []string
	// Via are the fields that hold a further client or transport, whose bound
	// counts too.
	Via []string
	// Zero is the bound of the zero value. Unstated says that values of the
	// type are made by the library alone: as a field of a client ("a service"),
	// whose bounds they have, or by a Build function.
	Zero Bound
	// Fluent says that a method without a row whose first result is the receiver's
	// own type returns the receiver, or a copy with the same bounds.
	Fluent bool
	// ContextSends says that each method without a row that takes a context
	// first and returns an error last sends a request through its receiver.
	ContextSends bool
	// TwinSends says that a method M without a row sends without a deadline
	// when the type has a method MContext as well.
	TwinSends bool
}

// A Var describes a package variable that holds a client, transport or dialer.
type Var struct {
	Name  string
	Kind  Kind
	Bound Bound
}
