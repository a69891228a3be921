package catalog

import "testing"

func TestNamesSecret(t *testing.T) {
	yes := []string{
		"password", "Password", "PASSWORD", "passwd", "pwd", "Pwd", "passphrase", "DB_PASSWORD", "dbPassword", "dbpassword", "db_passwd", "mysqlPwd", "SMTP_PASS", "smtpPass", "redis-pass",
		"spring.datasource.password", "new_password", "password2", "PASSWORD_PROD", "userPassword", "keystorePassword",
		"secret", "Secret", "client_secret", "ClientSecret", "clientsecret", "JWT_SECRET", "jwtsecret", "appSecret", "webhook-secret", "SESSION_SECRET", "secret_value", "client_secret_value",
		"token", "Token", "TOKEN", "access_token", "accessToken", "AccessToken", "accesstoken", "auth_token", "authtoken", "GITHUB_TOKEN", "botToken", "refresh_token", "id_token",
		"bearer_token", "session_token", "apiToken", "SLACK_BOT_TOKEN", "sas_token", "token_value", "token2", "oauth_token", "registration_token",
		"api_key", "apiKey", "APIKey", "apikey", "APIKEY", "api-key", "X-API-Key", "OPENAI_API_KEY", "stripeApiKey", "google_apikey",
		"secret_key", "secretKey", "AWS_SECRET_ACCESS_KEY", "aws_secret_key", "secretAccessKey", "access_key", "accessKey", "SharedAccessKey", "AccountKey", "storage_key",
		"private_key", "privateKey", "PRIVATE_KEY", "signing_key", "signingKey", "encryption_key", "master_key", "HMAC_KEY", "jwt_key", "DD_APP_KEY", "auth_key", "subscription-key", "deploy_key",
		"private_key_b64", "authorization", "Authorization", "proxy-authorization", "bearer", "credential", "credentials", "aws_credentials", "creds",
		"connection_string", "connectionString", "CONNECTION_STRING", "connectionstring", "ConnStr", "mongo_conn_string", "GITHUB_PAT", "azure_devops_pat",
	}
	no := []string{
		"", "_", "name", "user", "username", "url", "id", "key", "auth", "session", "cookie", "code", "pin", "pass", "otp", "salt", "signature", "jwt", "PAT", "pattern", "path", "PATH",
		"PWD", "OLDPWD", "oldPwd", "cwd", "compass", "bypass", "test_pass", "firstPass", "passed", "passport", "pathway",
		"token_url", "tokenURL", "TokenEndpoint", "token endpoint", "token_type", "token_ttl", "token_expiry", "tokenExpiration", "token_name", "token_header", "token_file", "token_path",
		"token_count", "max_tokens", "maxTokens", "tokens", "input_tokens", "TOKENS", "total_tokens", "prompt_token", "max_token", "eos_token",
		"page_token", "pageToken", "next_page_token", "nextToken", "NextToken", "continuation_token", "ContinuationToken", "sync_token", "cursor_token", "resume_token",
		"csrf_token", "csrfToken", "csrftoken", "X-XSRF-TOKEN", "xsrf-token", "idempotency_token", "ClientRequestToken", "cancel_token", "device_token", "fencing_token",
		"tokenizer", "tokenized", "TokenFetchErrors", "token_fetch_errors", "routeTokens", "public_tokens.route", "token_source", "token-ref",
		"secret_name", "secretName", "SECRET_NAME", "secret_ref", "secretRef", "secret_path", "secretKeyRef", "secret_version", "secret_arn", "secret_id", "secrets", "imagePullSecret",
		"image_pull_secret", "tlsSecret", "tls_secret", "secretary", "secretsmanager", "secret_namespace", "secret_type",
		"password_file", "passwordFile", "PASSWORD_FILE", "password_path", "password_min_length", "password_length", "password_hash", "passwordHash", "password_policy", "password_reset_url",
		"has_password", "showPassword", "reset_password", "forgotPassword", "change_password", "invalid_password", "ErrPassword", "no_password", "use_token", "validateToken", "isSecret",
		"getToken", "password_env", "PasswordPrompt", "password_field", "passwordless", "passwordEncoder",
		"key_id", "access_key_id", "AWS_ACCESS_KEY_ID", "accessKeyId", "accesskeyid", "AWS_ACCESS_KEY", "s3_access_key", "public_key", "publicKey", "publishable_key", "site_key", "api_key_id", "apiKeyName",
		"public_api_key", "SharedAccessKeyName", "PUBLIC_TOKEN", "anon_key", "primary_key", "foreign_key", "partition_key", "sort_key", "cache_key", "cacheKey", "sessionKey", "cookieKey", "ssh_key", "tls_key",
		"private_key_path", "privateKeyFile", "keyboard", "monkey", "api_keys_url", "consumer_key", "idempotency_key", "routing_key", "object_key",
		"authorization_url", "authorizationEndpoint", "authorization_code", "auth_type", "auth_url", "author", "authority", "credential_type", "credentials_file", "GOOGLE_APPLICATION_CREDENTIALS_PATH",
		"query_string", "string", "connection", "connection_timeout", "client_id", "content-type", "bearer_format",
	}
	for _, name := range yes {
		if !NamesSecret(name) {
			t.Errorf("%q names a secret: %q", name, nameWords(name))
		}
	}
	for _, name := range no {
		if NamesSecret(name) {
			t.Errorf("%q names no secret: %q", name, nameWords(name))
		}
	}
}

func TestSecretHeader(t *testing.T) {
	yes := []string{
		"Authorization", "authorization", "AUTHORIZATION", " Authorization ", "Proxy-Authorization", "X-Forwarded-Authorization", "X-Api-Key", "x-api-key", "Apikey", "Api-Key", "X-ApiKey", "X-Goog-Api-Key",
		"PRIVATE-TOKEN", "Job-Token", "Deploy-Token", "X-Auth-Token", "X-Vault-Token", "X-Consul-Token", "X-Gitlab-Token", "X-Figma-Token", "X-Access-Token", "X-Session-Token", "Circle-Token", "Token",
		"X-Client-Secret", "X-Api-Secret", "X-Webhook-Secret", "X-Secret", "X-Password", "DD-API-KEY", "DD-APPLICATION-KEY", "X-Auth-Key", "Ocp-Apim-Subscription-Key", "X-Amz-Security-Token",
		"X-Shopify-Access-Token", "X-Master-Key", "X-Registry-Auth", "x-functions-key", "X-Amz-Server-Side-Encryption-Customer-Key", "x-ms-encryption-key", "X-Subject-Token",
	}
	no := []string{
		"", "Accept", "Content-Type", "User-Agent", "Host", "Cookie", "Set-Cookie", "X-Auth-Email", "X-Auth-User", "X-CSRF-Token", "X-Csrftoken", "X-XSRF-TOKEN", "Sec-WebSocket-Key", "Sec-WebSocket-Accept",
		"Idempotency-Key", "X-Idempotency-Key", "X-Amz-Copy-Source", "X-Amz-Date", "X-Amz-Content-Sha256", "Access-Control-Allow-Headers", "Access-Control-Allow-Origin", "Access-Control-Request-Headers",
		"WWW-Authenticate", "Proxy-Authenticate", "X-Request-Id", "X-Request-Token", "X-Hub-Signature-256", "Stripe-Signature", "Surrogate-Key", "X-Cache-Key", "X-Device-Token", "X-Sync-Token",
		"X-Amz-Server-Side-Encryption-Aws-Kms-Key-Id", "X-Amz-Server-Side-Encryption-Customer-Key-MD5", "X-Token-Type", "X-Ratelimit-Remaining-Tokens", "Authorization-Type", "Retry-After",
		"Notion-Version", "Anthropic-Version", "X-Public-Key", "Sec-Fetch-Site", "If-Match", "Lock-Token", "X-Atlassian-Token",
	}
	for _, name := range yes {
		if !SecretHeader(name) {
			t.Errorf("%s carries a secret", name)
		}
	}
	for _, name := range no {
		if SecretHeader(name) {
			t.Errorf("%s carries no secret", name)
		}
	}
}
