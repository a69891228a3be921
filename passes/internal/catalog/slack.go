package catalog

// slack describes github.com/slack-go/slack (v0.35.0): its client is an
// http.Client without a timeout, and nearly each method M has a twin MContext;
// M sends with context.Background.
var slack = Library{
	Path:    "github.com/slack-go/slack",
	Refuses: true,
	Funcs: []Func{
		{Name: "github.com/slack-go/slack.New", Role: Build, Options: Arg1, Bound: Unbounded, Fallback: "http.Client"},
		{Name: "github.com/slack-go/slack.OptionHTTPClient", Role: Option, Client: Arg0},

		// Incoming webhooks don't go through a slack.Client.
		{Name: "github.com/slack-go/slack.PostWebhook", Role: Send, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "github.com/slack-go/slack.PostWebhookContext", Role: Send, Context: Arg0, Bound: Unbounded, Fallback: "http.DefaultClient"},
		{Name: "github.com/slack-go/slack.PostWebhookCustomHTTP", Role: Send, Client: Arg1},
		{Name: "github.com/slack-go/slack.PostWebhookCustomHTTPContext", Role: Send, Context: Arg0, Client: Arg2},

		{Name: "github.com/slack-go/slack.GetOAuthToken", Role: Send, Client: Arg0},
		{Name: "github.com/slack-go/slack.GetOAuthTokenContext", Role: Send, Context: Arg0, Client: Arg1},
		{Name: "github.com/slack-go/slack.GetBotOAuthToken", Role: Send, Client: Arg0},
		{Name: "github.com/slack-go/slack.GetBotOAuthTokenContext", Role: Send, Context: Arg0, Client: Arg1},
		{Name: "github.com/slack-go/slack.GetOAuthResponse", Role: Send, Client: Arg0},
		{Name: "github.com/slack-go/slack.GetOAuthResponseContext", Role: Send, Context: Arg0, Client: Arg1},
		{Name: "github.com/slack-go/slack.GetOAuthV2Response", Role: Send, Client: Arg0},
		{Name: "github.com/slack-go/slack.GetOAuthV2ResponseContext", Role: Send, Context: Arg0, Client: Arg1},
		{Name: "github.com/slack-go/slack.RefreshOAuthV2Token", Role: Send, Client: Arg0},
		{Name: "github.com/slack-go/slack.RefreshOAuthV2TokenContext", Role: Send, Context: Arg0, Client: Arg1},
		{Name: "github.com/slack-go/slack.GetOpenIDConnectToken", Role: Send, Client: Arg0},
		{Name: "github.com/slack-go/slack.GetOpenIDConnectTokenContext", Role: Send, Context: Arg0, Client: Arg1},
	},
	Types: []Type{
		{Name: "github.com/slack-go/slack.Client", Kind: Client, ContextSends: true, TwinSends: true},
	},
	Secrets: []Secret{
		{Name: "github.com/slack-go/slack.New", Operand: Arg0, Use: Presents, What: "Slack token"},
		{Name: "github.com/slack-go/slack.OptionAppLevelToken", Operand: Arg0, Use: Presents, What: "Slack token"},
		{Name: "github.com/slack-go/slack.OptionConfigToken", Operand: Arg0, Use: Presents, What: "Slack token"},
		{Name: "github.com/slack-go/slack.OptionConfigRefreshToken", Operand: Arg0, Use: Presents, What: "Slack refresh token"},
		{Name: "github.com/slack-go/slack.NewSecretsVerifier", Operand: Arg1, Use: Seals, What: "Slack signing secret"},
		{Name: "github.com/slack-go/slack.GetOAuthToken", Operand: Arg2, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetOAuthTokenContext", Operand: Arg3, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetBotOAuthToken", Operand: Arg2, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetBotOAuthTokenContext", Operand: Arg3, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetOAuthResponse", Operand: Arg2, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetOAuthResponseContext", Operand: Arg3, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetOAuthV2Response", Operand: Arg2, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetOAuthV2ResponseContext", Operand: Arg3, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.RefreshOAuthV2Token", Operand: Arg2, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.RefreshOAuthV2TokenContext", Operand: Arg3, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetOpenIDConnectToken", Operand: Arg2, Use: Presents, What: "Slack client secret"},
		{Name: "github.com/slack-go/slack.GetOpenIDConnectTokenContext", Operand: Arg3, Use: Presents, What: "Slack client secret"},
	},
}
