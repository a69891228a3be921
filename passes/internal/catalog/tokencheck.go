package catalog

import (
	"encoding/asn1"
	"encoding/base64"
	"encoding/json"
	"hash/crc32"
	"slices"
	"strings"
)

// fakes are words, in lower case, that nobody draws at random: a token with one was made up. The last ones are
// from values that documentation shows.
var fakes = []string{
	"example", "sample", "redact", "placeholder", "changeme", "replace", "insert", "invalid", "notreal", "fake", "dummy", "mock", "test",
	"foobar", "your", "secret", "token", "xxxx", "qwerty", "asdf", "deadbeef", "cafebabe",
	"aahdqtcvch1vgwjxf", "aafd39kkdpwt3ywyr", // Telegram's: https://core.telegram.org/bots/api#authorizing-your-bot
	"mjq1ntu5mdg3nti0mje2odmy", // https://github.com/Rapptz/discord.py/blob/master/docs/token.rst
	// The emulators of Azure Storage and of Cosmos DB have the same keys everywhere:
	// https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key
	"eby8vdm02xnocqflquwjpllmetlcdxj1ouzft50usrz6", "c2y6ydjf5/r+ob0n8a7cgv30vrdjiwehlm+4qdu5de2n",
}

// invented reports whether a person, not a generator of random numbers, has made up what is to be the random part of
// a token. Each of the tests fails by chance once in thousands of tokens, at most.
func invented(random string) bool {
	lower := strings.ToLower(random)
	return slices.ContainsFunc(fakes, func(word string) bool { return strings.Contains(lower, word) }) ||
		fewCharacters(lower) || regular(random) || repeats(lower)
}

// fewCharacters reports whether a text has fewer different characters than any random one of its length.
func fewCharacters(text string) bool {
	if len(text) < 16 {
		return false
	}
	var seen [256]bool
	n := 0
	for i := range len(text) {
		if !seen[text[i]] {
			seen[text[i]] = true
			n++
		}
	}
	return n < 8
}

// regular reports whether characters of a text follow each other: "aaaaaaa", "1234567", "7654321", "a1b2c3d4e5f6g7".
func regular(text string) bool {
	const steps = 6
	for stride := 1; stride <= 2; stride++ {
		var run [3]int // how often the step down, no step, and the step up came
		for i := stride; i < len(text); i++ {
			for d := range run {
				if int(text[i])-int(text[i-stride]) != d-1 {
					run[d] = 0
				} else if run[d]++; run[d] >= steps*stride {
					return true
				}
			}
		}
	}
	return false
}

// repeats reports whether a text holds the same eight characters twice.
func repeats(text string) bool {
	const n = 8
	for i := 0; i+2*n <= len(text) && i < 512; i++ {
		if strings.Contains(text[i+n:], text[i:i+n]) {
			return true
		}
	}
	return false
}

// cased reports whether a text has letters of both cases, which names of things written in one case haven't.
func cased(text string) bool {
	return text != strings.ToLower(text) && text != strings.ToUpper(text)
}

// crc62 reports whether the last six characters of a token are the CRC-32 of what is between its prefix and them,
// in base62 with the digits first, then the upper case.
func crc62(token string) bool {
	body := token[strings.IndexByte(token, '_')+1:]
	n := len(body) - 6
	return n > 0 && inBase(62, crc32.ChecksumIEEE([]byte(body[:n])), 6) == body[n:]
}

// inBase writes a number in a base, with zeros in front. From base 37 on the upper case comes before the lower.
func inBase(base, n uint32, size int) string {
	digits := "0123456789abcdefghijklmnopqrstuvwxyz"
	if base > 36 {
		digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	}
	text := make([]byte, size)
	for i := range text {
		text[size-1-i] = digits[n%base]
		n /= base
	}
	return string(text)
}

// crc36 reports whether the last seven characters of a token are the CRC-32 of all before, in base36.
func crc36(token string) bool {
	n := len(token) - 7
	return inBase(36, crc32.ChecksumIEEE([]byte(token[:n])), 7) == token[n:]
}

// crcHex reports whether what is behind the last underscore of a token is the CRC-32 of all before, in hexadecimal, the
// lowest byte first.
func crcHex(token string) bool {
	i := strings.LastIndexByte(token, '_')
	n := crc32.ChecksumIEEE([]byte(token[:i]))
	n = n<<24 | n>>8&0xff<<16 | n>>16&0xff<<8 | n>>24
	return inBase(16, n, 8) == strings.ToLower(token[i+1:])
}

// bech32 reports whether the checksum of a text in Bech32 is right (BIP 173).
func bech32(text string) bool {
	const charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
	text = strings.ToLower(text)
	sep := strings.LastIndexByte(text, '1')
	if sep < 1 || len(text)-sep < 7 {
		return false
	}
	var values []byte
	for _, c := range []byte(text[:sep]) {
		values = append(values, c>>5)
	}
	values = append(values, 0)
	for _, c := range []byte(text[:sep]) {
		values = append(values, c&31)
	}
	for _, c := range []byte(text[sep+1:]) {
		v := strings.IndexByte(charset, c)
		if v < 0 {
			return false
		}
		values = append(values, byte(v))
	}
	return bech32Sum(values) == 1
}

func bech32Sum(values []byte) uint32 {
	generator := [...]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3}
	sum := uint32(1)
	for _, v := range values {
		top := sum >> 25
		sum = sum&0x1ffffff<<5 ^ uint32(v)
		for i, g := range generator {
			if top>>i&1 == 1 {
				sum ^= g
			}
		}
	}
	return sum
}

// discordID reports whether the first part of a token is a decimal number in base64: the bot's ID.
func discordID(token string) bool {
	id, err := base64.RawURLEncoding.DecodeString(token[:strings.IndexByte(token, '.')])
	return err == nil && len(id) >= 17 && len(id) <= 20 && strings.Trim(string(id), "0123456789") == ""
}

// grafanaCloud reports whether what is behind the prefix of a token is JSON in base64, with a key in it.
func grafanaCloud(token string) bool {
	var claims struct{ K string }
	return fromBase64(token[strings.IndexByte(token, '_')+1:], &claims) && len(claims.K) >= 16 && !invented(claims.K)
}

// signatureSizes are those of the algorithms of RFC 7518 with a fixed size, in characters of base64.
var signatureSizes = map[string]int{"HS256": 43, "HS384": 64, "HS512": 86, "ES256": 86, "ES384": 128, "ES512": 176, "EdDSA": 86}

// signedJWT reports whether a text ends in a JWT that has a signature. That of Supabase's role anon is made
// to be public, and John Doe's is that of many a manual.
func signedJWT(token string) bool {
	parts := strings.Split(token[strings.Index(token, "eyJ"):], ".")
	var header struct{ Alg string }
	var claims map[string]any
	if len(parts) != 3 || !fromBase64(parts[0], &header) || !fromBase64(parts[1], &claims) {
		return false
	}
	size, known := signatureSizes[header.Alg]
	switch {
	case header.Alg == "" || strings.EqualFold(header.Alg, "none"):
		return false
	case known && len(parts[2]) != size, !known && len(parts[2]) < 43, invented(parts[2]):
		return false
	case claims["role"] == "anon", claims["name"] == "John Doe":
		return false
	}
	return true
}

// fromBase64 decodes JSON that is encoded in base64, of whichever alphabet.
func fromBase64(text string, to any) bool {
	text = strings.NewReplacer("+", "-", "/", "_").Replace(strings.TrimRight(text, "="))
	data, err := base64.RawURLEncoding.DecodeString(text)
	return err == nil && json.Unmarshal(data, to) == nil
}

// plainKey reports whether a text in PEM is a private key that needs no password.
func plainKey(text string) bool {
	encrypted, ok := privateKey(text)
	return ok && !encrypted
}

// encryptedKey reports whether a text in PEM is a private key that needs a password.
func encryptedKey(text string) bool {
	encrypted, ok := privateKey(text)
	return ok && encrypted
}

// newlines are how the end of a line is written in PEM, in JSON and source code too.
var newlines = strings.NewReplacer(`\r`, "", `\n`, "\n")

// pemHeader is a header of a key in PEM (RFC 1421), in a line of its own.
var pemHeader = lazily(`(?m)^[ \t]*[A-Za-z-]+:.*$`)

// privateKey decodes a private key in PEM, however its lines are broken and indented.
func privateKey(text string) (encrypted, ok bool) {
	kind, body, _ := strings.Cut(strings.TrimPrefix(text, "-----BEGIN "), "PRIVATE KEY-----")
	body, _, _ = strings.Cut(body, "-----END")
	body = newlines.Replace(body)
	encrypted = kind == "ENCRYPTED " || strings.Contains(body, "Proc-Type: 4,ENCRYPTED")
	legacy := encrypted && kind != "ENCRYPTED "
	der, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(pemHeader().ReplaceAllString(body, "")), ""))
	switch {
	case err != nil || len(der) < 40: // an Ed25519 key in PKCS #8 has 48 bytes
		return false, false
	case kind == "OPENSSH ":
		// https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key: the name of the cipher is behind the magic.
		rest, magic := strings.CutPrefix(string(der), "openssh-key-v1\x00")
		return !strings.HasPrefix(rest, "\x00\x00\x00\x04none"), magic
	case legacy:
		return true, len(der)%8 == 0 // what a block cipher makes of ASN.1
	}
	var sequence asn1.RawValue
	rest, err := asn1.Unmarshal(der, &sequence)
	return encrypted, err == nil && len(rest) == 0 && sequence.Tag == asn1.TagSequence
}

var serviceAccountType = lazily(`"type"\s*:\s*"service_account"`)

// serviceAccount reports whether a text is the JSON of a service account of Google Cloud.
func serviceAccount(text string) bool { return serviceAccountType().MatchString(text) }

// hasAWSSecret reports whether a text holds an AWS secret access key, if a key ID is there too.
func hasAWSSecret(text string) bool {
	_, _, ok := AWSSecret(text)
	return ok
}
