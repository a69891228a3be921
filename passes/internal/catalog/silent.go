package catalog

// These libraries are known, and no request of theirs is reported. They have no rows but for what
// repeats a function or takes a credential, so that nothing is inferred from their source either.
var (
	// Requests end after 80 s (stripe.go, defaultHTTPTimeout).
	stripe = Library{Path: "github.com/stripe/stripe-go", Secrets: []Secret{
		{Name: "github.com/stripe/stripe-go.Key", Use: Presents, What: "Stripe API key"},
		{Name: "github.com/stripe/stripe-go.NewClient", Operand: Arg0, Use: Presents, What: "Stripe API key"},
		{Name: "github.com/stripe/stripe-go/client.New", Operand: Arg0, Use: Presents, What: "Stripe API key"},
		{Name: "(*github.com/stripe/stripe-go/client.API).Init", Operand: Arg0, Use: Presents, What: "Stripe API key"},
		{Name: "github.com/stripe/stripe-go.ConstructEvent", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "(*github.com/stripe/stripe-go.Client).ConstructEvent", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "(*github.com/stripe/stripe-go.Client).ParseEventNotification", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "github.com/stripe/stripe-go/webhook.ConstructEvent", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "github.com/stripe/stripe-go/webhook.ConstructEventIgnoringTolerance", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "github.com/stripe/stripe-go/webhook.ConstructEventWithTolerance", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "github.com/stripe/stripe-go/webhook.ConstructEventWithOptions", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "github.com/stripe/stripe-go/webhook.ValidatePayload", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "github.com/stripe/stripe-go/webhook.ValidatePayloadIgnoringTolerance", Operand: Arg2, Use: Seals, What: "webhook secret"},
		{Name: "github.com/stripe/stripe-go/webhook.ValidatePayloadWithTolerance", Operand: Arg2, Use: Seals, What: "webhook secret"},
	}}
	// Requests end after 10 s (client/client.go, defaultHTTPClient).
	twilio = Library{Path: "github.com/twilio/twilio-go", Secrets: []Secret{
		{Name: "github.com/twilio/twilio-go.ClientParams.Password", Use: Presents, What: "Twilio password"},
		{Name: "github.com/twilio/twilio-go.OAuthCredentials.ClientSecret", Use: Presents, What: "OAuth client secret"},
		{Name: "github.com/twilio/twilio-go/client.NewCredentials", Operand: Arg1, Use: Presents, What: "Twilio password"},
		{Name: "github.com/twilio/twilio-go/client.Credentials.Password", Use: Presents, What: "Twilio password"},
		{Name: "github.com/twilio/twilio-go/client.NewRequestValidator", Operand: Arg0, Use: Seals, What: "Twilio token"},
	}}
	// Requests end after 2 minutes (client.go, C); an unbounded one takes an
	// explicit SetTimeout(0).
	imrocReq = Library{Path: "github.com/imroc/req", Secrets: []Secret{
		// Read off v3 at 5197ba7.
		{Name: "(*github.com/imroc/req.Client).SetCommonBearerAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "(*github.com/imroc/req.Client).SetCommonBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*github.com/imroc/req.Client).SetCommonDigestAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*github.com/imroc/req.Client).SetCommonHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "(*github.com/imroc/req.Request).SetBearerAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "(*github.com/imroc/req.Request).SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*github.com/imroc/req.Request).SetDigestAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "(*github.com/imroc/req.Request).SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "github.com/imroc/req.SetCommonBearerAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "github.com/imroc/req.SetCommonBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "github.com/imroc/req.SetCommonDigestAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "github.com/imroc/req.SetCommonHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		{Name: "github.com/imroc/req.SetBearerAuthToken", Operand: Arg0, Use: Presents, What: "access token"},
		{Name: "github.com/imroc/req.SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "github.com/imroc/req.SetDigestAuth", Operand: Arg1, Use: Presents, What: "password"},
		{Name: "github.com/imroc/req.SetHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
	}}

	// A Client's Do without a bound is intended; DoTimeout and DoDeadline are
	// there for who wants one, as are ReadTimeout and WriteTimeout.
	fastHTTP = Library{Path: "github.com/valyala/fasthttp"}

	// The SDKs dial with limits and retry by policies of their own, which
	// each call's context may end; many of their calls wait or stream by design.
	awsV1 = Library{Path: "github.com/aws/aws-sdk-go", Secrets: []Secret{
		{Name: "github.com/aws/aws-sdk-go/aws/credentials.NewStaticCredentials", Operand: Arg1, Use: Presents, What: "AWS secret access key"},
		{Name: "github.com/aws/aws-sdk-go/aws/credentials.NewStaticCredentials", Operand: Arg2, Use: Presents, What: "AWS session token"},
		{Name: "github.com/aws/aws-sdk-go/aws/credentials.Value.SecretAccessKey", Use: Presents, What: "AWS secret access key"},
		{Name: "github.com/aws/aws-sdk-go/aws/credentials.Value.SessionToken", Use: Presents, What: "AWS session token"},
	}}
	awsV2 = Library{Path: "github.com/aws/aws-sdk-go-v2", Secrets: []Secret{
		{Name: "github.com/aws/aws-sdk-go-v2/credentials.NewStaticCredentialsProvider", Operand: Arg1, Use: Presents, What: "AWS secret access key"},
		{Name: "github.com/aws/aws-sdk-go-v2/credentials.NewStaticCredentialsProvider", Operand: Arg2, Use: Presents, What: "AWS session token"},
		{Name: "github.com/aws/aws-sdk-go-v2/aws.Credentials.SecretAccessKey", Use: Presents, What: "AWS secret access key"},
		{Name: "github.com/aws/aws-sdk-go-v2/aws.Credentials.SessionToken", Use: Presents, What: "AWS session token"},
	}}
	googleAPI = Library{Path: "google.golang.org/api", Secrets: []Secret{
		{Name: "google.golang.org/api/option.WithAPIKey", Operand: Arg0, Use: Presents, What: "Google API key"},
		{Name: "google.golang.org/api/option.WithCredentialsJSON", Operand: Arg0, Use: Presents, What: "Google credentials"},
		{Name: "google.golang.org/api/option.WithAuthCredentialsJSON", Operand: Arg1, Use: Presents, What: "Google credentials"},
	}}
	googleCloud = Library{Path: "cloud.google.com/go"}

	// A call waits for its context and for what the service configuration says.
	grpc = Library{Path: "google.golang.org/grpc"}
	// Watches and informers have to stay open; rest.Config.Timeout is for the rest.
	clientGo = Library{Path: "k8s.io/client-go", Funcs: []Func{
		{Name: "k8s.io/client-go/util/retry.OnError", Role: Retry, Func: Arg2, Again: OnError, Decider: Arg1},
	}}
	controllerRuntime = Library{Path: "sigs.k8s.io/controller-runtime"}
)
