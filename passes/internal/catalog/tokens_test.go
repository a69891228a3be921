package catalog

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"hash/crc32"
	mathrand "math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// No complete token stands in this file: scanners would take it for a real one, and rightly so.

const (
	digits  = "0123456789"
	lowers  = "abcdefghijklmnopqrstuvwxyz"
	uppers  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	alnum   = digits + uppers + lowers
	urlSafe = alnum + "-_"
	hexes   = "0123456789abcdef"
)

// draws makes texts that look drawn at random, and are the same in each run.
type draws struct{ *mathrand.Rand }

func newDraws(seed uint64) draws { return draws{mathrand.New(mathrand.NewPCG(seed, 42))} }

// of returns a text of n characters of an alphabet that begins and ends in letters or digits.
func (d draws) of(alphabet string, n int) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = alphabet[d.IntN(len(alphabet))]
	}
	for _, i := range []int{0, n - 1} {
		for !alphanumeric(text[i]) {
			text[i] = alphabet[d.IntN(len(alphabet))]
		}
	}
	return string(text)
}

func (d draws) withCRC62(prefix string) string {
	body := d.of(alnum, 30)
	return prefix + body + inBase(62, crc32.ChecksumIEEE([]byte(body)), 6)
}

func withCRC36(text string) string {
	return text + fmt.Sprintf("%07s", strconv.FormatUint(uint64(crc32.ChecksumIEEE([]byte(text))), 36))
}

func (d draws) grafana() string {
	text := "glsa" + "_" + d.of(alnum, 32)
	n := crc32.ChecksumIEEE([]byte(text))
	return text + fmt.Sprintf("_%02x%02x%02x%02x", byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
}

func (d draws) gitlab(prefix, middle string) string {
	return withCRC36(prefix + d.of(urlSafe, 36) + middle + "10")
}

func (d draws) jwt(claims string) string {
	enc := base64.RawURLEncoding.EncodeToString
	return enc([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + enc([]byte(claims)) + "." + d.of(alnum, 43)
}

func (d draws) age() string {
	const charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
	data := d.of(charset, 52)
	values := []byte{}
	hrp := "age-secret-key-"
	for _, c := range []byte(hrp) {
		values = append(values, c>>5)
	}
	values = append(values, 0)
	for _, c := range []byte(hrp + data) {
		if len(values) <= 2*len(hrp) {
			values = append(values, c&31)
		} else {
			values = append(values, byte(strings.IndexByte(charset, c)))
		}
	}
	sum := bech32Sum(append(values, 0, 0, 0, 0, 0, 0)) ^ 1
	text := hrp + "1" + data
	for i := range 6 {
		text += string(charset[sum>>(5*(5-i))&31])
	}
	return strings.ToUpper(text)
}

func pemOf(t testing.TB, kind string, der []byte) string {
	t.Helper()
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
}

// pkcs8 returns a private key in PKCS #8.
func pkcs8(t testing.TB, key any) []byte {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

func ed25519Key(t testing.TB) []byte {
	return pkcs8(t, ed25519.NewKeyFromSeed([]byte(newDraws(7).of(alnum, ed25519.SeedSize))))
}

func ecKey(t testing.TB) []byte {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

func rsaKey(t testing.TB) []byte {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return x509.MarshalPKCS1PrivateKey(key)
}

func openSSH(d draws, cipher string) []byte {
	return []byte("openssh-key-v1\x00\x00\x00\x00" + string(rune(len(cipher))) + cipher + d.of(alnum, 200))
}

func serviceAccountJSON(t testing.TB) string {
	t.Helper()
	text, err := json.Marshal(map[string]string{"type": "service_account", "private_key": pemOf(t, "PRIVATE KEY", ed25519Key(t)), "client_email": "a@b.example.com"})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// samples returns one token or more of each format, by the format's name.
func samples(t testing.TB, d draws) map[string][]string {
	hex := func(n int) string { return d.of(hexes, n) }
	any := func(n int) string { return d.of(alnum, n) }
	url := func(n int) string { return d.of(urlSafe, n) }
	num := func(n int) string { return "5" + d.of(digits, n-1) }
	base64ID := func(n int) string { return base64.RawURLEncoding.EncodeToString([]byte(num(n))) }
	return map[string][]string{
		"GitHub personal access token":              {d.withCRC62("ghp_")},
		"GitHub token":                              {d.withCRC62("gho_"), d.withCRC62("ghu_"), d.withCRC62("ghs_"), d.withCRC62("ghr_")},
		"GitHub app installation token":             {"ghs_" + "12345_" + d.jwt(`{"iss":"12345"}`)},
		"GitHub fine-grained personal access token": {"github_pat" + "_" + any(22) + "_" + any(59)},
		"GitLab personal access token":              {"glpat" + "-" + url(20)},
		"GitLab token": {
			"gldt" + "-" + url(20), "glrt" + "-" + url(20), "glrt" + "-t1_" + url(20), "glft" + "-" + url(20), "glsoat" + "-" + url(20),
			"glimt" + "-" + url(25), "glptt" + "-" + hex(40), "glagent" + "-" + url(50), "gloas" + "-" + hex(64), "GR" + "1348941" + url(20),
			d.gitlab("glpat"+"-", ".01."), d.gitlab("glpat"+"-", "."), d.gitlab("glrt"+"-", ".01."),
		},
		"Slack token": {
			"xoxb" + "-" + num(12) + "-" + num(13) + "-" + any(24), "xoxb" + "-" + num(12) + "-" + any(24),
			"xoxp" + "-" + num(11) + "-" + num(12) + "-" + num(13) + "-" + hex(32),
			"xoxa" + "-2-" + num(11) + "-" + num(12) + "-" + num(13) + "-" + hex(32),
		},
		"Slack app-level token":             {"xapp" + "-1-A0" + d.of(uppers+digits, 9) + "-" + num(13) + "-" + hex(64)},
		"Slack webhook URL":                 {"https://hooks.slack.com" + "/services/T0" + d.of(uppers, 8) + "/B0" + d.of(uppers, 8) + "/" + any(24)},
		"AWS access key":                    {"AK" + "IA" + d.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)},
		"Google API key":                    {"AI" + "za" + url(35)},
		"Azure account key":                 {"Account" + "Key=" + any(86) + "=="},
		"Azure shared access key":           {"SharedAccess" + "Key=" + any(43) + "="},
		"Azure client secret":               {any(3) + "8Q" + "~" + url(34)},
		"DigitalOcean token":                {"dop_v1" + "_" + hex(64), "doo_v1" + "_" + hex(64)},
		"Databricks token":                  {"da" + "pi" + hex(32), "da" + "pi" + hex(32) + "-2"},
		"Stripe live key":                   {"sk_" + "live_" + any(24), "rk_" + "live_" + any(99)},
		"Square token":                      {"sq0" + "csp-" + url(43), "sq0" + "atp-" + url(22), "EA" + "AA" + url(60)},
		"Shopify access token":              {"shp" + "at_" + hex(32), "shp" + "ss_" + hex(32)},
		"npm access token":                  {d.withCRC62("npm_")},
		"PyPI API token":                    {"pypi" + "-AgEIcHlwaS5vcmc" + url(140)},
		"SendGrid API key":                  {"SG" + "." + url(22) + "." + url(43)},
		"Mailgun API key":                   {"key" + "-" + hex(32)},
		"Telegram bot token":                {num(10) + ":AA" + url(33), num(9) + ":AA" + url(33)},
		"Discord bot token":                 {base64ID(18) + "." + any(6) + "." + url(27), base64ID(19) + "." + any(6) + "." + url(38), base64ID(17) + "." + any(6) + "." + url(27)},
		"OpenAI API key":                    {"sk" + "-" + any(20) + "T3BlbkFJ" + any(20), "sk" + "-proj-" + url(74) + "T3BlbkFJ" + url(74)},
		"Anthropic API key":                 {"sk" + "-ant-api03-" + url(93) + "AA"},
		"Hugging Face token":                {"hf" + "_" + d.of(uppers+lowers, 34)},
		"Doppler token":                     {"dp" + ".pt." + any(43), "dp" + ".st." + any(43), "dp" + ".st.dev_api." + any(43)},
		"Linear API key":                    {"lin_" + "api_" + any(40)},
		"Notion integration token":          {"nt" + "n_" + num(11) + any(35), "secret" + "_" + any(43)},
		"New Relic user key":                {"NR" + "AK-" + d.of(uppers+digits, 27)},
		"Grafana service account token":     {d.grafana()},
		"Grafana Cloud access policy token": {"gl" + "c_" + base64.StdEncoding.EncodeToString([]byte(`{"o":"12","n":"metrics","k":"`+any(24)+`"}`))},
		"Vault token":                       {"hv" + "s." + any(24), "hv" + "s." + url(95), "hv" + "b." + url(150)},
		"HCP Terraform API token":           {any(14) + ".atlas" + "v1." + url(67)},
		"age secret key":                    {d.age()},
		"JSON Web Token":                    {d.jwt(`{"sub":"42","aud":"api"}`)},
		"private key": {
			pemOf(t, "PRIVATE KEY", ed25519Key(t)), pemOf(t, "EC PRIVATE KEY", ecKey(t)), pemOf(t, "RSA PRIVATE KEY", rsaKey(t)),
			pemOf(t, "OPENSSH PRIVATE KEY", openSSH(d, "none")),
			strings.ReplaceAll(pemOf(t, "PRIVATE KEY", ed25519Key(t)), "\n", `\n`), strings.ReplaceAll(pemOf(t, "EC PRIVATE KEY", ecKey(t)), "\n", "\r\n\t"),
		},
		"encrypted private key": {
			pemOf(t, "ENCRYPTED PRIVATE KEY", ed25519Key(t)), pemOf(t, "OPENSSH PRIVATE KEY", openSSH(d, "aes256-ctr")),
			"-----BEGIN RSA " + "PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0F1E2D3C\n\n" +
				base64.StdEncoding.EncodeToString([]byte(d.of(alnum, 128))) + "\n-----END RSA PRIVATE KEY-----\n",
		},
		"Google Cloud service account key": {pemOf(t, "PRIVATE KEY", ed25519Key(t))},
	}
}

// around returns a text that makes a sample of a format useful.
func around(name, sample string, d draws) string {
	switch name {
	case "AWS access key":
		return "aws_access_key_id=" + sample + "\naws_secret_access_key=" + d.of(alnum+"/+", 40) + "\n"
	case "Google Cloud service account key":
		return `{"type": "service_account", "private_key": "` + strings.ReplaceAll(sample, "\n", `\n`) + `"}`
	}
	return sample
}

func TestTokensIn(t *testing.T) {
	d := newDraws(1)
	all := samples(t, d)
	for i := range tokenFormats {
		name := tokenFormats[i].String()
		if len(all[name]) == 0 {
			t.Errorf("no sample of %s", name)
		}
		for _, sample := range all[name] {
			text := around(name, sample, d)
			for _, text := range []string{text, "token: \"" + text + "\", ", "a=" + text + "&b=1", "\n\t" + text + "\n"} {
				found := TokensIn(text)
				if len(found) != 1 {
					t.Errorf("%s: %d tokens in %.200q", name, len(found), text)
					continue
				}
				got := found[0]
				want := strings.Index(text, strings.TrimSpace(around("", sample, d)))
				if name == "Google Cloud service account key" {
					want = strings.Index(text, "-----BEGIN")
				}
				if got.Format.String() != name || got.Start != want {
					t.Errorf("found %s at %d, want %s at %d: %.200q", got.Format, got.Start, name, want, text)
				}
			}
		}
	}
	for name := range all {
		if !slices.ContainsFunc(tokenFormats, func(f TokenFormat) bool { return f.String() == name }) {
			t.Errorf("a sample of %s, which has no row", name)
		}
	}
}

func TestServiceAccount(t *testing.T) {
	found := TokensIn(serviceAccountJSON(t))
	if len(found) != 1 || found[0].Format.String() != "Google Cloud service account key" || found[0].Format.Low {
		t.Errorf("found %v", found)
	}
}

// TestRandomTokensAreFound measures how often a token drawn at random looks invented.
func TestRandomTokensAreFound(t *testing.T) {
	const rounds = 300
	missed := map[string]int{}
	keys := samples(t, newDraws(0))
	for seed := range uint64(rounds) {
		d := newDraws(seed)
		for name, token := range map[string]string{
			"ghp_": d.withCRC62("ghp_"), "hex 32": "shp" + "at_" + d.of(hexes, 32), "hex 64": "dop_v1" + "_" + d.of(hexes, 64),
			"20": "glpat" + "-" + d.of(urlSafe, 20), "long": "sk" + "-proj-" + d.of(urlSafe, 74) + "T3BlbkFJ" + d.of(urlSafe, 74),
			"upper": "NR" + "AK-" + d.of(uppers+digits, 27), "jwt": d.jwt(`{"sub":"42","aud":"api"}`), "age": d.age(),
			"aws": around("AWS access key", keys["AWS access key"][0], d),
		} {
			if len(TokensIn(token)) != 1 {
				missed[name]++
			}
		}
	}
	for name, n := range missed {
		if n > rounds/50 {
			t.Errorf("%s: %d of %d not found", name, n, rounds)
		}
	}
}

func TestNoTokens(t *testing.T) {
	d := newDraws(2)
	ghp, jwt, aws := d.withCRC62("ghp_"), d.jwt(`{"sub":"42","aud":"api"}`), "AK"+"IA"+d.of(uppers, 16)
	for name, text := range map[string]string{
		"nothing":            "",
		"a prefix":           "tokens begin with ghp_, github_pat_, glpat-, xoxb-, sk_live_ or hvs.",
		"prose":              "The quick brown fox jumps over the lazy dog, and AccountKey= is what the connection string holds.",
		"a regexp":           `ghp_[A-Za-z0-9]{36}|github_pat_[0-9a-zA-Z_]{82}|glpat-[\w-]{20}|xox[baprs]-[0-9a-zA-Z]{10,48}`,
		"another regexp":     `(AKIA|ASIA)[A-Z0-9]{16}|sk-ant-api03-[\w\-]{93}AA|eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+`,
		"a PEM regexp":       `-----BEGIN (RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END (RSA |EC )?PRIVATE KEY-----`,
		"a PEM header":       "-----BEGIN RSA " + "PRIVATE KEY-----",
		"PEM markers":        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
		"an abridged key":    "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj...\n-----END PRIVATE KEY-----",
		"a cut key":          "-----BEGIN PRIVATE KEY-----\n" + base64.StdEncoding.EncodeToString(ed25519Key(t)[:45]) + "\n-----END PRIVATE KEY-----",
		"no key":             pemOf(t, "PRIVATE KEY", []byte(d.of(alnum, 64))),
		"a certificate":      pemOf(t, "CERTIFICATE", ed25519Key(t)),
		"a public key":       pemOf(t, "PUBLIC KEY", ed25519Key(t)),
		"a wrong checksum":   ghp[:39] + string(alnum[(strings.IndexByte(alnum, ghp[39])+1)%62]),
		"npm's checksum":     "npm" + "_" + d.of(alnum, 36),
		"Grafana's checksum": "glsa" + "_" + d.of(alnum, 32) + "_" + d.of(hexes, 8),
		"GitLab's checksum":  "glpat" + "-" + d.of(urlSafe, 36) + ".01." + d.of(lowers, 9),
		"age's checksum":     "AGE-SECRET-KEY-1" + strings.ToUpper(d.of("qpzry9x8gf2tvdw0s3jn54khce6mua7l", 58)),
		"Grafana's example":  "glsa" + "_iNValIdinValiDinvalidinvalidinva_" + "5b582697",
		"a longer run":       "x" + ghp,
		"a longer run after": ghp + "0",
		"an abbreviation":    "github_pat" + "_" + d.of(alnum, 22) + "_" + d.of(alnum, 59) + "...",
		"a mask":             "github_pat" + "_" + d.of(alnum, 22) + "_" + strings.Repeat("x", 59),
		"a half mask":        "sk_" + "live_" + d.of(alnum, 24) + "****",
		"an alphabet":        "ghp_" + lowers + digits,
		"a1b2c3":             "sk_" + "live_" + "a1b2c3d4e5f6g7h8i9j0k1l2",
		"digits":             "glpat" + "-" + "12345678901234567890",
		"twice the same":     "shp" + "at_" + strings.Repeat(d.of(hexes, 16), 2),
		"words":              "glpat" + "-" + "Your-Gitlab-Token-00",
		"a test key":         "sk_" + "test_" + d.of(alnum, 24),
		"a publishable key":  "pk_" + "live_" + d.of(alnum, 24),
		"Slack's manual":     "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
		"Slack's example":    "xoxb" + "-123456789012-1234567890123-" + d.of(alnum, 24),
		"AWS's example":      "AKIAIOSFODNN7EXAMPLE" + " " + "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
		"an AWS key ID":      aws,
		"ID and SHA-1":       aws + " " + d.of(hexes, 40),
		"ID and digest":      aws + " " + d.of(alnum, 64),
		"ID and path":        aws + " /usr/local/share/documents/and/pictures/x",
		"an AWS secret":      d.of(alnum+"/+", 40),
		"a JWT's header":     strings.SplitN(jwt, ".", 2)[0] + ".eyJ",
		"a JWT unsigned":     jwt[:strings.LastIndexByte(jwt, '.')+1],
		"a JWT of no JSON":   "eyJhbGciOiJIUzI1" + d.of(alnum, 20) + ".eyJ" + d.of(alnum, 20) + "." + d.of(alnum, 43),
		"a short signature":  jwt[:len(jwt)-3] + " ",
		"an anonymous role":  d.jwt(`{"iss":"supabase","ref":"abc","role":"anon"}`),
		"John Doe":           d.jwt(`{"sub":"1234567890","name":"John Doe","iat":1516239022}`),
		"Azurite":            "AccountName=devstoreaccount1;AccountKey=" + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq" + "/K1SZFPTOtr/KBHBeksoGMGw==",
		"Cosmos's emulator":  "AccountKey=" + "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==",
		"Telegram's manual":  "110201543:" + "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw9",
		"discord.py":         "MjQ1NTU5MDg3NTI0MjE2ODMy" + ".DulyxA.brcD2xRAqjACTuMcGPwy4TWVQdg",
		"no Discord ID":      "MTabcdefGHIJKLmnopqrSTUV" + "." + d.of(alnum, 6) + "." + d.of(alnum, 27),
		"a cache's key":      "user-key-" + d.of(hexes, 32),
		"a public key of MG": "pubkey-" + d.of(hexes, 32),
		"part of base64":     d.of(alnum, 40) + "/EAAA" + d.of(alnum, 60),
		"a function":         "hf_" + "thenameofafunctionthatisalllowercas",
		"a UUID":             "123e4567-e89b-12d3-a456-426614174000",
	} {
		if found := TokensIn(text); len(found) > 0 {
			t.Errorf("%s: found %s in %q", name, found[0].Format, text)
		}
	}
}

func TestSeveralTokens(t *testing.T) {
	d := newDraws(3)
	all := samples(t, d)
	ghp, stripe, jwt := all["GitHub personal access token"][0], all["Stripe live key"][0], all["JSON Web Token"][0]
	text := fmt.Sprintf("a: %s\nb: %s\nc: %s\n", stripe, jwt, ghp)
	var got []string
	for _, tok := range TokensIn(text) {
		got = append(got, text[tok.Start:tok.End])
	}
	if want := []string{stripe, jwt, ghp}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAWS(t *testing.T) {
	d := newDraws(4)
	id, secret := "AS"+"IA"+d.of(uppers, 16), d.of(alnum+"/+", 40)
	if start, end, ok := AWSKeyID("id=" + id); !ok || start != 3 || end != 23 {
		t.Error("the ID isn't found", start, end, ok)
	}
	if start, end, ok := AWSSecret("key: " + secret + ","); !ok || start != 5 || end != 45 {
		t.Error("the secret isn't found", start, end, ok)
	}
	for _, text := range []string{"", "AKIA", id + "A", "x" + id, "AKIAIOSFODNN7" + "EXAMPLE", secret} {
		if _, _, ok := AWSKeyID(text); ok {
			t.Errorf("%q holds no key ID", text)
		}
	}
	for _, text := range []string{"", id, secret + "=", "/" + secret, d.of(hexes, 40), d.of(lowers, 40), "wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY"} {
		if _, _, ok := AWSSecret(text); ok {
			t.Errorf("%q holds no secret", text)
		}
	}
}

// TestChecksums checks the sums of values that others have published: a revoked token and an example of GitHub's format, Grafana's
// own test, and the test vectors of BIP 173.
func TestChecksums(t *testing.T) {
	// https://gist.github.com/coolaj86/eb8cddfd3e4251258712dfed03e1f86d
	if !crc62("ghp" + "_" + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + "0mLq17") {
		t.Error("GitHub's example has a wrong checksum")
	}
	// https://github.com/grafana/grafana/blob/main/pkg/components/satokengen/tokengen_test.go
	if !crcHex("glsa" + "_iNValIdinValiDinvalidinvalidinva_" + "5b582697") {
		t.Error("Grafana's example has a wrong checksum")
	}
	for text, want := range map[string]bool{
		"A12UEL5L": true, "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w": true, "A1G7SGD8": false, "x1b4n0q5v": false,
	} {
		if bech32(text) != want {
			t.Errorf("bech32(%q) is not %v", text, want)
		}
	}
}

func TestTokenFormats(t *testing.T) {
	if len(tokenFormats) > 64 {
		t.Errorf("%d formats are too many for formatsIn", len(tokenFormats))
	}
	for i := range tokenFormats {
		f := &tokenFormats[i]
		if f.What == "" || !strings.HasPrefix(f.Source, "https://") || len(f.needles) == 0 {
			t.Errorf("%s lacks a name, a source or needles", f)
		}
		if n := f.pattern().NumSubexp(); n > 2 {
			t.Errorf("%s: %d groups", f, n)
		}
		if f.Checksum && f.check == nil || f.decodes && f.check == nil {
			t.Errorf("%s: nothing is checked", f)
		}
	}
}

func FuzzTokensIn(f *testing.F) {
	d := newDraws(5)
	for name, tokens := range samples(f, d) {
		for _, token := range tokens {
			f.Add(around(name, token, d))
		}
	}
	f.Add("-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, tok := range TokensIn(text) {
			if tok.Format == nil || tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("%+v is out of place in %q", tok, text)
			}
			end = tok.End
		}
		for _, find := range []func(string) (int, int, bool){AWSKeyID, AWSSecret} {
			if start, end, ok := find(text); ok && (start < 0 || end <= start || end > len(text)) {
				t.Fatalf("%d to %d is out of place in %q", start, end, text)
			}
		}
	})
}

func BenchmarkTokensIn(b *testing.B) {
	d := newDraws(6)
	for name, text := range map[string]string{
		"short":   "application/json",
		"message": "cannot read the configuration of the service %s from %q: the file has no section with that name",
		"token":   "Bearer " + d.withCRC62("ghp_"),
		"page":    strings.Repeat("<p class=\"note\">The quick brown fox jumps over the lazy dog.</p>\n", 200),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				TokensIn(text)
			}
		})
	}
}
