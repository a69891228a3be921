package catalog

// These libraries are known, and no request of theirs is reported. They have no rows but for what
// repeats a function, so that nothing is inferred from their source either.
var (
	// Requests end after 80 s (stripe.go, defaultHTTPTimeout).
	stripe = Library{Path: "github.com/stripe/stripe-go"}
	// Requests end after 10 s (client/client.go, defaultHTTPClient).
	twilio = Library{Path: "github.com/twilio/twilio-go"}
	// Requests end after 2 minutes (client.go, C); an unbounded one takes an
	// explicit SetTimeout(0).
	imrocReq = Library{Path: "github.com/imroc/req"}

	// A Client's Do without a bound is intended; DoTimeout and DoDeadline are
	// there for who wants one, as are ReadTimeout and WriteTimeout.
	fastHTTP = Library{Path: "github.com/valyala/fasthttp"}

	// The SDKs dial with limits and retry by policies of their own, which
	// each call's context may end; many of their calls wait or stream by design.
	awsV1       = Library{Path: "github.com/aws/aws-sdk-go"}
	awsV2       = Library{Path: "github.com/aws/aws-sdk-go-v2"}
	googleAPI   = Library{Path: "google.golang.org/api"}
	googleCloud = Library{Path: "cloud.google.com/go"}

	// A call waits for its context and for what the service configuration says.
	grpc = Library{Path: "google.golang.org/grpc"}
	// Watches and informers have to stay open; rest.Config.Timeout is for the rest.
	clientGo = Library{Path: "k8s.io/client-go", Funcs: []Func{
		{Name: "k8s.io/client-go/util/retry.OnError", Role: Retry, Func: Arg2, Again: OnError, Decider: Arg1},
	}}
	controllerRuntime = Library{Path: "sigs.k8s.io/controller-runtime"}
)
