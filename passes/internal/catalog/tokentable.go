package catalog

// tokenFormats are the formats of the credentials that can be told by their text. Of two that fit the same text the first counts.
//
// Left out are credentials without a format of their own: Twilio's auth tokens and those of AWS alone are what any random
// text may be, and Twilio's AC… and SK… are IDs, no secrets. So are keys for tests and for the public: Stripe's sk_test_ and pk_,
// Mapbox's pk., Sentry's DSNs; and what lives for an hour at most, but for GitHub's.
var tokenFormats = []TokenFormat{
	// GitHub. A checksum that is wrong makes a token of the short formats worthless.
	{
		Provider: "GitHub", What: "personal access token", Checksum: true,
		Source:  "https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
		needles: []string{"ghp_"}, pattern: lazily(`ghp_([A-Za-z0-9]{36})`), check: crc62,
	},
	{
		Provider: "GitHub", What: "token", Checksum: true,
		Source:  "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
		needles: []string{"gho_", "ghu_", "ghs_", "ghr_"}, pattern: lazily(`gh[ousr]_([A-Za-z0-9]{36})`), check: crc62,
	},
	{
		// The new one is "ghs_", the app's ID and a JWT.
		Provider: "GitHub", What: "app installation token", Low: true,
		Source:  "https://github.blog/changelog/2026-05-15-github-app-installation-tokens-per-request-override-header/",
		needles: []string{"ghs_"}, pattern: lazily(`ghs_\d+_eyJ[\w-]+\.eyJ[\w-]+\.([\w-]{43,})`), check: signedJWT,
	},
	{
		// How its checksum is made isn't known.
		Provider: "GitHub", What: "fine-grained personal access token",
		Source:  "https://github.blog/security/application-security/introducing-fine-grained-personal-access-tokens-for-github/",
		needles: []string{"github_pat_"}, pattern: lazily(`github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})`), check: cased,
	},

	// GitLab.
	{
		// https://gitlab.com/gitlab-org/gitlab/-/blob/master/lib/authn/token_field/generator/routable_token.rb
		Provider: "GitLab", What: "token", Checksum: true,
		Source:  "https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens",
		needles: []string{"glpat-", "glrt-", "glptt-", "gldt-", "glft-", "glagent-"},
		pattern: lazily(`gl(?:pat|rt|ptt|dt|ft|agent)-([\w-]{27,300})\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}`), check: crc36,
	},
	{
		Provider: "GitLab", What: "personal access token",
		Source:  "https://docs.gitlab.com/security/tokens/#token-prefixes",
		needles: []string{"glpat-"}, pattern: lazily(`glpat-([\w-]{20})`), check: cased,
	},
	{
		Provider: "GitLab", What: "token",
		Source:  "https://docs.gitlab.com/security/tokens/#token-prefixes",
		needles: []string{"gldt-", "glrt-", "glft-", "glsoat-", "glimt-", "glptt-", "glagent-", "gloas-", "GR1348941"},
		pattern: lazily(`(?:(?:gldt-|glft-|glsoat-|glrt-(?:t\d_)?|GR1348941)[\w-]{20}|glimt-[\w-]{25}|glptt-[0-9a-f]{40}|glagent-[\w-]{50}|gloas-[\w-]{64})`),
		check:   func(token string) bool { return cased(token) || token[:5] == "glptt" || token[:5] == "gloas" },
	},

	// Slack.
	{
		Provider: "Slack", What: "token",
		Source:  "https://docs.slack.dev/authentication/tokens",
		needles: []string{"xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-"},
		pattern: lazily(`(?:xoxb-(?:\d{8,14}-){1,2}[A-Za-z0-9]{24}|xox[pes](?:-\d{8,14}){2,3}-[0-9a-f]{32}|xox[ar]-(?:\d-)?(?:\d{8,14}-){1,3}[A-Za-z0-9]{24,64})`),
	},
	{
		Provider: "Slack", What: "app-level token",
		Source:  "https://docs.slack.dev/authentication/tokens#app",
		needles: []string{"xapp-"}, pattern: lazily(`xapp-\d-A[A-Z0-9]{8,12}-\d{10,14}-([0-9a-f]{64})`),
	},
	{
		// Whoever knows the URL can post. The manual's is /services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX.
		Provider: "Slack", What: "webhook URL",
		Source:  "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
		needles: []string{"hooks.slack.com/services/T"}, pattern: lazily(`https://hooks\.slack\.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/([A-Za-z0-9]{24})`),
	},

	// Clouds.
	{
		Provider: "AWS", What: "access key",
		Source:  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
		needles: []string{"AKIA", "ASIA"}, pattern: awsKeyID, alone: true, beside: hasAWSSecret,
	},
	{
		Provider: "Google Cloud", What: "service account key",
		Source:  "https://cloud.google.com/iam/docs/keys-create-delete#creating",
		needles: []string{`PRIVATE KEY-----`}, pattern: pemKey, check: plainKey, decodes: true, beside: serviceAccount,
	},
	{
		// Keys of web pages and apps are public, and restricted to them.
		Provider: "Google", What: "API key", Low: true,
		Source:  "https://cloud.google.com/docs/authentication/api-keys",
		needles: []string{"AIza"}, pattern: lazily(`AIza([\w-]{35})`), alone: true, check: cased,
	},
	{
		Provider: "Azure", What: "account key",
		Source:  "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
		needles: []string{"AccountKey="}, pattern: lazily(`AccountKey=([A-Za-z0-9+/]{86})==`), check: cased,
	},
	{
		Provider: "Azure", What: "shared access key",
		Source:  "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
		needles: []string{"SharedAccessKey="}, pattern: lazily(`SharedAccessKey=([A-Za-z0-9+/]{43})=`), check: cased,
	},
	{
		Provider: "Azure", What: "client secret",
		Source:  "https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret",
		needles: []string{"Q~"}, pattern: lazily(`[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}`), alone: true, check: cased,
	},
	{
		Provider: "DigitalOcean", What: "token",
		Source:  "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
		needles: []string{"dop_v1_", "doo_v1_", "dor_v1_"}, pattern: lazily(`do[opr]_v1_([0-9a-f]{64})`),
	},
	{
		Provider: "Databricks", What: "token",
		Source:  "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
		needles: []string{"dapi"}, pattern: lazily(`dapi([0-9a-f]{32})(?:-\d)?`), alone: true,
	},

	// Payments and shops.
	{
		// sk_test_ is for tests, pk_live_ is public.
		Provider: "Stripe", What: "live key",
		Source:  "https://docs.stripe.com/keys",
		needles: []string{"sk_live_", "rk_live_"}, pattern: lazily(`[sr]k_live_([A-Za-z0-9]{24,250})`), check: cased,
	},
	{
		Provider: "Square", What: "token",
		Source:  "https://developer.squareup.com/docs/build-basics/access-tokens",
		needles: []string{"sq0csp-", "sq0atp-", "EAAA"}, pattern: lazily(`sq0csp-[\w-]{43}|sq0atp-[\w-]{22}|EAAA[\w-]{60}`), alone: true, check: cased,
	},
	{
		Provider: "Shopify", What: "access token",
		Source:  "https://shopify.dev/docs/apps/build/authentication-authorization",
		needles: []string{"shpat_", "shpca_", "shppa_", "shpss_"}, pattern: lazily(`shp(?:at|ca|pa|ss)_([0-9a-fA-F]{32})`),
	},

	// Registries.
	{
		Provider: "npm", What: "access token", Checksum: true,
		Source:  "https://github.blog/security/announcing-npms-new-access-token-format/",
		needles: []string{"npm_"}, pattern: lazily(`npm_([A-Za-z0-9]{36})`), check: crc62,
	},
	{
		// A macaroon of pypi.org, whose signature is at the end.
		Provider: "PyPI", What: "API token",
		Source:  "https://docs.pypi.org/api/secrets/",
		needles: []string{"pypi-AgEIcHlwaS5vcmc"}, pattern: lazily(`pypi-AgEIcHlwaS5vcmc[\w-]{27,}([\w-]{43})`),
	},

	// Mail and messengers.
	{
		Provider: "SendGrid", What: "API key",
		Source:  "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
		needles: []string{"SG."}, pattern: lazily(`SG\.([\w-]{22}\.[\w-]{43})`), check: cased,
	},
	{
		// Many names of cached things are "key-" and a hash.
		Provider: "Mailgun", What: "API key", Low: true,
		Source:  "https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/api-keys",
		needles: []string{"key-"}, pattern: lazily(`key-([0-9a-f]{32})`), alone: true,
	},
	{
		Provider: "Telegram", What: "bot token",
		Source:  "https://core.telegram.org/bots/api#authorizing-your-bot",
		needles: []string{":AA"}, pattern: lazily(`\d{8,10}:(AA[\w-]{33})`), check: cased,
	},
	{
		// The bot's ID, a time and a MAC.
		Provider: "Discord", What: "bot token",
		Source:  "https://docs.discord.com/developers/reference#authentication",
		needles: []string{"MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"}, // what all decimal numbers from 11 on begin with
		pattern: lazily(`[MNO][A-Za-z0-9]{22,26}\.[\w-]{6}\.[\w-]{27,38}`), alone: true, check: discordID,
	},

	// Models.
	{
		// T3BlbkFJ is "OpenAI" in base64.
		Provider: "OpenAI", What: "API key",
		Source:  "https://platform.openai.com/docs/api-reference/authentication",
		needles: []string{"T3BlbkFJ"}, pattern: lazily(`sk-(?:(?:proj|svcacct|admin|None)-[\w-]{20,100}|[A-Za-z0-9]{20})T3BlbkFJ[\w-]{20,100}`),
	},
	{
		Provider: "Anthropic", What: "API key",
		Source:  "https://docs.claude.com/en/api/overview",
		needles: []string{"sk-ant-"}, pattern: lazily(`sk-ant-(?:api|admin)\d\d-([\w-]{93})AA`), check: cased,
	},
	{
		Provider: "Hugging Face", What: "token",
		Source:  "https://huggingface.co/docs/hub/security-tokens",
		needles: []string{"hf_", "api_org_"}, pattern: lazily(`(?:hf|api_org)_([A-Za-z0-9]{34})`), alone: true, check: cased,
	},

	// Services for developers.
	{
		Provider: "Doppler", What: "token",
		Source:  "https://docs.doppler.com/reference/auth-token-formats",
		needles: []string{"dp.pt.", "dp.st.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit."},
		pattern: lazily(`dp\.(?:pt|ct|sa|scim|audit|st(?:\.[a-z0-9_-]{2,35})?)\.([A-Za-z0-9]{40,44})`), check: cased,
	},
	{
		Provider: "Linear", What: "API key",
		Source:  "https://linear.app/developers/graphql",
		needles: []string{"lin_api_"}, pattern: lazily(`lin_api_([A-Za-z0-9]{40})`),
	},
	{
		Provider: "Notion", What: "integration token",
		Source:  "https://developers.notion.com/page/changelog", // ntn_ since 25 September 2024
		needles: []string{"ntn_", "secret_"}, pattern: lazily(`(?:ntn_\d{11}([A-Za-z0-9]{35})|secret_([A-Za-z0-9]{43}))`), check: cased,
	},
	{
		Provider: "New Relic", What: "user key",
		Source:  "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
		needles: []string{"NRAK-"}, pattern: lazily(`NRAK-([A-Z0-9]{27})`),
	},
	{
		Provider: "Grafana", What: "service account token", Checksum: true,
		Source:  "https://github.com/grafana/grafana/blob/main/pkg/components/satokengen/tokengen.go",
		needles: []string{"glsa_"}, pattern: lazily(`glsa_([A-Za-z0-9]{32})_[0-9A-Fa-f]{8}`), check: crcHex,
	},
	{
		Provider: "Grafana", What: "Cloud access policy token",
		Source:  "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/",
		needles: []string{"glc_eyJ"}, pattern: lazily(`glc_eyJ[A-Za-z0-9+/]{29,}={0,2}`), check: grafanaCloud, decodes: true,
	},
	{
		// The root token has 24 characters, others are longer. Tokens before 1.10 began with "s.", which tells too little.
		Provider: "Vault", What: "token",
		Source:  "https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes",
		needles: []string{"hvs.", "hvb."}, pattern: lazily(`hv(?:s\.(?:[\w-]{90,120}|[A-Za-z0-9]{24})|b\.[\w-]{138,300})`), check: cased,
	},
	{
		Provider: "HCP Terraform", What: "API token",
		Source:  "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
		needles: []string{".atlasv1."}, pattern: lazily(`[A-Za-z0-9]{14}\.atlasv1\.([\w-]{60,70})`),
	},

	// Keys and tokens that are nobody's own.
	{
		What: "age secret key", Checksum: true,
		Source:  "https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type",
		needles: []string{"AGE-SECRET-KEY-1"}, pattern: lazily(`AGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})`), check: bech32,
	},
	{
		// The marker alone is in each program that reads PEM.
		What:    "private key",
		Source:  "https://www.rfc-editor.org/rfc/rfc7468#section-10",
		needles: []string{"PRIVATE KEY-----"}, pattern: pemKey, check: plainKey, decodes: true,
	},
	{
		What: "encrypted private key", Low: true,
		Source:  "https://www.rfc-editor.org/rfc/rfc7468#section-11",
		needles: []string{"PRIVATE KEY-----"}, pattern: pemKey, check: encryptedKey, decodes: true,
	},
	{
		// Most expire. Whether one has isn't looked at: what a rule reports today it has to report tomorrow.
		What: "JSON Web Token", Low: true,
		Source:  "https://www.rfc-editor.org/rfc/rfc7519",
		needles: []string{"eyJ"}, pattern: lazily(`eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{43,}`), check: signedJWT, decodes: true,
	},
}

// pemKey matches a private key in PEM, in one line or in many.
var pemKey = lazily(`-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----(?s:.+?)-----END [A-Z ]*PRIVATE KEY-----`)
