package catalog

// Services with a client of their own, and who signs in with them.
var (
	gitLab = Library{Path: "gitlab.com/gitlab-org/api/client-go", SecretsOnly: true, Secrets: gitLabSecrets("gitlab.com/gitlab-org/api/client-go")}

	xanzyGitLab = Library{Path: "github.com/xanzy/go-gitlab", SecretsOnly: true, Secrets: gitLabSecrets("github.com/xanzy/go-gitlab")}

	gitea = Library{
		Path:        "code.gitea.io/sdk/gitea",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "code.gitea.io/sdk/gitea.SetToken", Operand: Arg0, Use: Presents, What: "Gitea token"},
			{Name: "code.gitea.io/sdk/gitea.SetBasicAuth", Operand: Arg1, Use: Presents, What: "password"},
		},
	}

	pagerDuty = Library{
		Path:        "github.com/PagerDuty/go-pagerduty",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/PagerDuty/go-pagerduty.NewClient", Operand: Arg0, Use: Presents, What: "PagerDuty token"},
			{Name: "github.com/PagerDuty/go-pagerduty.NewOAuthClient", Operand: Arg0, Use: Presents, What: "PagerDuty token"},
		},
	}

	razorpay = Library{
		Path:        "github.com/razorpay/razorpay-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/razorpay/razorpay-go.NewClient", Operand: Arg1, Use: Presents, What: "Razorpay secret"},
		},
	}

	payPal = Library{
		Path:        "github.com/plutov/paypal",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/plutov/paypal.NewClient", Operand: Arg1, Use: Presents, What: "PayPal secret"},
		},
	}

	dropbox = Library{
		Path:        "github.com/dropbox/dropbox-sdk-go-unofficial",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/dropbox/dropbox-sdk-go-unofficial/dropbox.Config.Token", Use: Presents, What: "Dropbox token"},
		},
	}

	svix = Library{
		Path:        "github.com/svix/svix-webhooks",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/svix/svix-webhooks/go.New", Operand: Arg0, Use: Presents, What: "Svix token"},
			{Name: "github.com/svix/svix-webhooks/go.NewWebhook", Operand: Arg0, Use: Seals, What: "webhook secret"},
			{Name: "github.com/svix/svix-webhooks/go.NewWebhookRaw", Operand: Arg0, Use: Seals, What: "webhook secret"},
		},
	}

	oauth1 = Library{
		Path:        "github.com/dghubble/oauth1",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/dghubble/oauth1.NewConfig", Operand: Arg1, Use: Presents, What: "OAuth consumer secret"},
			{Name: "github.com/dghubble/oauth1.Config.ConsumerSecret", Use: Presents, What: "OAuth consumer secret"},
			{Name: "github.com/dghubble/oauth1.NewToken", Operand: Arg1, Use: Presents, What: "OAuth token secret"},
			{Name: "github.com/dghubble/oauth1.Token.TokenSecret", Use: Presents, What: "OAuth token secret"},
		},
	}

	goth = Library{
		Path:        "github.com/markbates/goth",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/markbates/goth/providers/github.New", Operand: Arg1, Use: Presents, What: "OAuth client secret"},
			{Name: "github.com/markbates/goth/providers/google.New", Operand: Arg1, Use: Presents, What: "OAuth client secret"},
		},
	}

	ldap = Library{
		Path:        "github.com/go-ldap/ldap",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "(*github.com/go-ldap/ldap.Conn).Bind", Operand: Arg1, Use: Presents, What: "LDAP password"},
			{Name: "(*github.com/go-ldap/ldap.Conn).MD5Bind", Operand: Arg2, Use: Presents, What: "LDAP password"},
			{Name: "(*github.com/go-ldap/ldap.Conn).NTLMBind", Operand: Arg2, Use: Presents, What: "LDAP password"},
			{Name: "github.com/go-ldap/ldap.NewSimpleBindRequest", Operand: Arg1, Use: Presents, What: "LDAP password"},
			{Name: "github.com/go-ldap/ldap.SimpleBindRequest.Password", Use: Presents, What: "LDAP password"},
		},
	}
)

// gitLabSecrets describes the GitLab client, which has moved.
func gitLabSecrets(path string) []Secret {
	return []Secret{
		{Name: path + ".NewClient", Operand: Arg0, Use: Presents, What: "GitLab token"},
		{Name: path + ".NewJobClient", Operand: Arg0, Use: Presents, What: "GitLab job token"},
		{Name: path + ".NewOAuthClient", Operand: Arg0, Use: Presents, What: "GitLab token"},
		{Name: path + ".NewBasicAuthClient", Operand: Arg1, Use: Presents, What: "password"},
	}
}
