package catalog

import (
	"slices"
	"strings"
)

// NamesSecret reports whether a header, a setting, a flag, an environment variable, a key of JSON, a field or a
// parameter of a URL with this name holds a credential: "DB_PASSWORD", "clientSecret", "x-api-key".
//
// The last word decides: "token_url", "secret_name", "password_file" and "access_key_id" hold none. What is called a
// token without giving access to anything doesn't count either: "next_page_token", "csrf_token", "max_tokens".
//
// A single "key", "auth", "session", "cookie", "code" or "pin" says too little.
func NamesSecret(name string) bool {
	words := nameWords(name)
	for len(words) > 1 && formWords[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 || slices.ContainsFunc(words, func(word string) bool { return openWords[word] }) || len(words) > 1 && aboutWords[words[0]] {
		return false
	}
	last, before := words[len(words)-1], words[:len(words)-1]
	previous := ""
	if len(before) > 0 {
		previous = before[len(before)-1]
	}
	switch last {
	case "password", "passwd", "passphrase", "passcode", "credential", "credentials", "creds", "authorization", "bearer":
		return true
	case "pwd":
		return name != "PWD" && previous != "old" // the working directory, and the one before
	case "pass":
		return passOf[previous]
	case "secret":
		return !secretObjects[previous]
	case "token":
		return !slices.ContainsFunc(before, func(word string) bool { return markerWords[word] })
	case "key":
		// AWS_ACCESS_KEY and S3_ACCESS_KEY, of which the words have no digits, are the ID as often as not.
		return keyOf[previous] && !(previous == "access" && hasAny(before, "aws", "s", "minio", "oss", "cos") && !hasAny(before, "secret"))
	case "pat":
		return hasAny(before, "github", "gh", "gitlab", "git", "azure", "ado", "devops", "databricks", "airtable")
	case "string", "str":
		return previous == "connection" || previous == "conn"
	}
	return false
}

// Words that say in which form a credential is, not that it is something else.
var formWords = wordSet("value val hex raw bytes plain plaintext cleartext prod production staging dev")

// Words of what is made for everybody to see.
var openWords = wordSet("public publishable site anon pub")

// First words of what tells about a credential, or does something with it.
var aboutWords = wordSet(`
	is has have had can show hide reset forgot forgotten change set unset require requires required allow use uses using with without no skip
	enable disable validate verify check update create delete remove list generate rotate revoke prompt ask get fetch load parse missing
	invalid wrong incorrect bad expired err error msg num max min total`)

// Words before "pass" that make it a password; a test, a filter and a season have passes too.
var passOf = wordSet(`
	db database user smtp mail email admin root login auth basic http proxy redis mysql mariadb pg postgres postgresql pgsql sql mssql oracle mongo mongodb
	rabbit rabbitmq amqp mqtt ftp sftp ssh ldap imap pop3 account client server service sudo vault cert keystore key wifi web api rpc`)

// Words before "secret" that make it an object of Kubernetes or Docker, which has a name.
var secretObjects = wordSet("pull image tls ssl kubernetes k8s kube cert certificate ca docker registry")

// Words that make a token a place in a list, a mark against forgery or repetition, or a part of a text.
var markerWords = wordSet(`
	page pages pagination paging next prev previous continuation continue cursor sync resume resumption scroll position offset list csrf xsrf
	antiforgery forgery idempotency idempotence idempotent request cancellation cancel fencing lock watch change delta device stop start end eos bos eot pad
	mask unk special separator max min num input output prompt completion total count lexer parser syntax capability breaking`)

// Words before "key" that make it a credential.
var keyOf = wordSet(`
	api access private signing signature encryption decryption encrypt secret auth authentication authorization master hmac jwt aes account storage
	shared subscription admin app application deploy server integration`)

// oneWords are names that are often written as one word.
var oneWords = map[string][]string{
	"apikey": {"api", "key"}, "apikeys": {"api", "keys"}, "appkey": {"app", "key"}, "accesskey": {"access", "key"}, "accesskeyid": {"access", "key", "id"},
	"secretkey": {"secret", "key"}, "privatekey": {"private", "key"}, "signingkey": {"signing", "key"}, "encryptionkey": {"encryption", "key"},
	"masterkey": {"master", "key"}, "authkey": {"auth", "key"}, "accountkey": {"account", "key"}, "sharedaccesskey": {"shared", "access", "key"},
	"connectionstring": {"connection", "string"}, "connstring": {"conn", "string"}, "connstr": {"conn", "string"},
}

// nameWords splits a name into its words, in lower case and without an encoding, and takes apart what is often written as one.
func nameWords(name string) []string {
	var words []string
	for _, word := range lettersOf(base64Suffix().ReplaceAllString(name, "")) {
		words = append(words, partsOf(word)...)
	}
	return words
}

var base64Suffix = lazily(`(?i)_?-?b(ase)?64$`)

func partsOf(word string) []string {
	if parts := oneWords[word]; parts != nil {
		return parts
	}
	for _, noun := range []string{"passwd", "password", "passphrase", "secret", "token", "pwd"} {
		if front, ok := strings.CutSuffix(word, noun); ok && front != "" {
			return append(partsOf(front), noun)
		}
	}
	return []string{word}
}

func hasAny(words []string, some ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(some, word) })
}

// SecretHeader reports whether a header of a request carries a credential, with a scheme's name in front or without.
//
// Cookie isn't one: what a cookie holds is told by the cookie's own name. Neither are the headers that carry
// signatures, which are worthless for another request, nor X-Atlassian-Token, whose "no-check" says that no browser sent it.
func SecretHeader(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return secretHeaders[name] || NamesSecret(name) && name != "x-atlassian-token"
}

// Headers whose names [NamesSecret] doesn't take for those of credentials.
var secretHeaders = wordSet(`
	x-registry-auth x-registry-config
	x-functions-key
	x-amz-server-side-encryption-customer-key x-amz-copy-source-server-side-encryption-customer-key
	x-goog-encryption-key`)

// NamesFile reports whether a name is that of a file's name: "KeyFile", "token_path".
func NamesFile(name string) bool {
	words := nameWords(name)
	return len(words) > 0 && slices.Contains([]string{"file", "filename", "path", "dir"}, words[len(words)-1])
}
