package catalog

import (
	"slices"
	"strings"
	"testing"
)

func TestPlaceholder(t *testing.T) {
	yes := []string{
		"", " ", "\t\n", "\"\"", "''",
		// Templates.
		"<token>", "<your-api-key>", "<YOUR TOKEN>", "<secret>", "Bearer <token>", "xoxb-<bot token>", "${API_KEY}", "prefix-${API_KEY}", "{{ .Values.token }}",
		"{{token}}", "$(cat token)", "$TOKEN", "$token", "%TOKEN%", "@TOKEN@", "[REDACTED]", "[your token]", "{token}", "{}", "[]",
		"%s", "%v", "%q", "token %s", "user:%s@host", "%[1]s", "%+v", "%x",
		// Masks.
		"***", "******", "---", "----", "...", "…", "•••••", "//", "???", "_", "-", "!!",
		"x", "X", "xxx", "XXXX", "xxxxxxxx-xxxx-xxxx", "000", "0000-0000", "00000000-0000-0000-0000-000000000000", "aaaa", "AAAAAAAA",
		"sk-xxxxxxxxxxxx", "ghp_XXXXXXXXXXXXXXXX", "****1234", "ab****yz", "abc...", "sk-abc…", "AKIAXXXXXXXXXXXXXXXX",
		// Words.
		"changeme", "CHANGEME", "ChangeMe", "change-me", "change_me", "changeme123", "changeit", "change this", "please change me", "change-me-in-production",
		"secret-change-in-production", "placeholder", "my-placeholder-token", "example", "example-token", "exampleToken", "EXAMPLE_KEY", "sample", "sample-key",
		"dummy", "dummy-token", "dummytoken", "DummyPassword1", "fake", "fake_key", "fakekey", "mock-secret", "test", "Test", "TEST", "test123", "test-key", "testKey",
		"test_token", "testtoken", "my-test-token", "testing", "testpassword", "redacted", "REDACTED", "masked", "hidden", "hidden-password",
		"secret-here", "your-secret-here", "token goes here", "put-the-key-here", "your-api-key", "YOUR_API_KEY", "yourApiKey", "yourpassword", "YOURTOKEN",
		"insert-token", "insert key", "INSERT_YOUR_KEY", "replace-me", "replaceme", "replace_with_token", "todo", "TODO: set", "tbd", "TBD", "fixme",
		"none", "None", "NULL", "null", "nil", "<nil>", "undefined", "unset", "unknown", "n/a", "N/A", "na", "empty", "foo", "bar", "foobar", "foo-bar", "fooBar", "foo1",
		"foo-secret", "bar password", "baz", "anonymous", "x-oauth-basic", "x-access-token", "oauth2accesstoken", "string", "true", "not-a-real-secret",
		"token", "api-key", "API_KEY", "access_token", "Bearer", "Basic",
		// Documented values.
		"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "sk_test_" + "4eC39HqLyjWDarjtT1zdp7dc", "user@example.com",
	}
	no := []string{
		// What a person has chosen, however weak, works: these are among the first that an attacker tries.
		"secret", "Secret", "SECRET", "password", "passw0rd", "Password1", "admin", "admin123", "root", "letmein", "qwerty", "hunter2", "123456", "12345678", "111111",
		"888888", "0123456789", "abc123", "abcd1234", "s3cr3t", "iloveyou", "guest", "default", "demo", "public", "welcome", "dragon",
		"my-super-secret-key", "my_secret", "mysecret", "supersecret", "super-secret-key", "secretkey", "secret key", "Secret Key", "jwt-secret", "JwtSecretKey",
		"the-secret", "my-password", "key", "my-key", "private", "hello", "hello world", "kubepi", "netmaker", "sponge",
		// A server asks for these words, so somebody has them as a password.
		"attest", "latest", "LatestKey", "contest", "fastest", "protest-2024", "greatest", "testament", "detest",
		"sampler", "faker", "youre-in", "yourself", "exemplary", "masquerade", "hiddenite", "barricade", "food", "bartender", "nullify", "nonetheless",
		"replacement", "inserted", "changed-it-twice", "interchange", "todos-los-santos", "unknowns", "nonesuch", "hidden-gem", "unknown soldier", "foo fighters",
		"anonymous-coward", "tokenizer", "correct horse battery staple", "here comes the sun", "wish-you-were-here", "get-real", "not-today", "a", "1", "7",
		// Random ones.
		"9f86d081884c7d659a2feaa0c55ad015", "dGhlIHF1aWNrIGJyb3duIGZveA==", "Zx9!kQ2#pLm", "p@ss:w0rd%41", "100%secure", "%41%42", "a%sb", "a<b", "3<4>2", "a{b}c",
		"[a]b[c]", "$2a$10$N9qo8uLOickgx2ZMRZoMye", "c3ab8ff13720e8ad9047dd39466b3c89", "xK9xx2mx", "50.100.150", "foo8237498127349", "pässwörd", "密码",
	}
	for _, text := range yes {
		if !Placeholder(text) {
			t.Errorf("%q is a placeholder", text)
		}
	}
	for _, text := range no {
		if Placeholder(text) {
			t.Errorf("%q is no placeholder", text)
		}
	}
}

// TestRandomIsNoPlaceholder measures how often what was drawn at random has a word in it.
func TestRandomIsNoPlaceholder(t *testing.T) {
	const rounds = 5000
	n := 0
	for seed := range uint64(rounds) {
		d := newDraws(seed)
		for _, text := range []string{d.of(alnum, 40), d.of(hexes, 32), d.of(urlSafe, 20)} {
			if Placeholder(text) {
				n++
			}
		}
	}
	if n > rounds*3/1000 {
		t.Errorf("%d of %d", n, 3*rounds)
	}
}

func TestLettersOf(t *testing.T) {
	for text, want := range map[string]string{
		"":               "",
		"YourAPIKey_2":   "your api key",
		"HTTPToken":      "http token",
		"x-api-key":      "x api key",
		"latest":         "latest",
		"sha256Sum":      "sha sum",
		"API":            "api",
		"userIDs":        "user ids",
		"spring.db.pwd":  "spring db pwd",
		"passWörd":       "pass wörd",
		"!?":             "",
		"A":              "a",
		"ABc":            "a bc",
		"_token_":        "token",
		"client_secret2": "client secret",
	} {
		if got := strings.Join(lettersOf(text), " "); got != want {
			t.Errorf("lettersOf(%q) is %q, want %q", text, got, want)
		}
	}
}

func FuzzPlaceholder(f *testing.F) {
	for _, text := range []string{"", "changeme", "x", "•", "\xff", "\xe2\x80", "A", "aB", "<x>", "密码"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Placeholder(text)
		NamesSecret(text)
		SecretHeader(text)
		if words := lettersOf(text); slices.Contains(words, "") {
			t.Errorf("an empty word in %q", text)
		}
	})
}
