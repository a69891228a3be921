package catalog

import "testing"

func TestNamesSecret(t *testing.T) {
	for name, want := range map[string]bool{
		"password": true, "DB_PASSWORD": true, "dbPassword": true, "clientSecret": true, "client_secret": true, "token": true, "API_TOKEN": true, "apiKey": true,
		"APIKey": true, "api-key": true, "x_api_key": true, "jwt.secret": true, "aws_secret_access_key": true, "privateKey": true, "accessToken": true, "--api-token": true,
		"": false, "token_url": false, "page_token": false, "nextPageToken": false, "csrfToken": false, "secretName": false, "password_file": false, "key": false,
		"public_key": false, "key_id": false, "token_type": false, "max_tokens": false, "fileKey": false, "continuationToken": false, "user": false,
		"resetPassword": false, "requirePassword": false, "host": false,
	} {
		if got := NamesSecret(name); got != want {
			t.Errorf("NamesSecret(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestSecretHeader(t *testing.T) {
	for name, want := range map[string]bool{
		"Authorization": true, "authorization": true, "Proxy-Authorization": true, "X-Api-Key": true, "X-API-KEY": true, "apikey": true, "PRIVATE-TOKEN": true,
		"X-Vault-Token": true, "X-Auth-Token": true, "x-goog-api-key": true, "X-Shopify-Access-Token": true, "X-Amz-Security-Token": true, "Ocp-Apim-Subscription-Key": true,
		"Content-Type": false, "User-Agent": false, "X-CSRF-Token": false, "Idempotency-Key": false, "Sec-WebSocket-Key": false, "X-Request-Id": false, "": false,
	} {
		if got := SecretHeader(name); got != want {
			t.Errorf("SecretHeader(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestPlaceholder(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, " ": true, "<token>": true, "${TOKEN}": true, "{{ .Token }}": true, "[REDACTED]": true, "****": true, "---": true, "xxxxxxxx": true, "0000": true,
		"changeme": true, "change-me": true, "your-api-key": true, "YOUR_TOKEN": true, "example": true, "dummyPassword": true, "test": true, "x-oauth-basic": true, "%s": true,
		"secret": false, "admin": false, "password": false, "123456": false, "hunter2": false, "latest-secret": false, "contest": false, "protester": false,
	} {
		if got := Placeholder(text); got != want {
			t.Errorf("Placeholder(%q) = %v, want %v", text, got, want)
		}
	}
}

func FuzzPlaceholder(f *testing.F) {
	for _, seed := range []string{"", "<a>", "é", "\xff", "AbcD", "****"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" && !Placeholder(text) {
			t.Error("nothing is no credential")
		}
		Placeholder(text)
		NamesSecret(text)
		SecretHeader(text)
	})
}
