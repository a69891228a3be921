// Package webhookverify defines the rule that finds webhooks which are acted on
// without a look at who sent them.
//
// # Analyzer webhookverify
//
// webhookverify: a webhook is acted on before it is known who sent it
//
// The URL of a webhook is no secret: whoever finds it can send what a service would. So services sign what they send, and the
// receiver has to verify that. The rule reports
//
//   - missing: a handler acts on what a service sends, and nothing verifies it
//   - open: nothing is verified where the secret, or the signature, is empty
//   - empty (advisory): the secret is that of an environment variable, and nothing looks whether it is set
//   - late: a handler acts on what is sent, and verifies it afterwards
//   - ignored: what a verification says is not looked at, or makes no difference
//   - raw: the signature is verified over something else than the body as it was sent
//   - replay: what was sent long ago, and recorded by somebody, is accepted again
//   - inventory (advisory): with -webhookverify.inventory, each handler of webhooks, and whether it looks at who sent them
//
// # Bad
//
//	func hook(w http.ResponseWriter, r *http.Request) {
//		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
//		if err != nil {
//			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
//			return
//		}
//		if r.Header.Get("X-GitHub-Event") == "push" {
//			go deploy(body)
//		}
//	}
//
//	func deploy([]byte) {}
//
// # Good
//
//	func hook(w http.ResponseWriter, r *http.Request) {
//		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
//		if err != nil {
//			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
//			return
//		}
//		mac := hmac.New(sha256.New, secret)
//		mac.Write(body)
//		want := "sha256=" + hex.EncodeToString(mac.Sum(nil))
//		if !hmac.Equal([]byte(want), []byte(r.Header.Get("X-Hub-Signature-256"))) {
//			http.Error(w, "not from GitHub", http.StatusUnauthorized)
//			return
//		}
//		if r.Header.Get("X-GitHub-Event") == "push" {
//			go deploy(body)
//		}
//	}
//
//	func deploy([]byte) {}
//
//	var secret = mustHave("WEBHOOK_SECRET")
//
//	func mustHave(name string) []byte {
//		if os.Getenv(name) == "" {
//			log.Fatalf("%s isn't set", name)
//		}
//		return []byte(os.Getenv(name))
//	}
//
// # Why
//
// A forged event deploys, marks an order as paid, or speaks in the name of somebody else. A check that is skipped without a secret
// is none in the deployment in which the secret got lost, and nobody notices.
//
// # Fix safety
//
// There is no fix: where the secret comes from, and what to answer, is for the program to say.
//
// # Known limits
//
// A service is known by its headers, by what its library parses, and by the handshake of Meta's, which may be answered by another function, if one function registers both for the
// same path.
//
// The rule is silent where code that it doesn't know gets the request, its headers or its body, and where middleware that it doesn't know
// stands before the handler. Middleware of other packages that register the handler isn't seen.
// Where a gateway, mTLS or middleware that isn't seen verifies, //integrationlint:verified-by gateway|mtls|middleware reason
// above the handler is the answer.
//
// # Options
//
//   - -webhookverify.verifiers: functions of your own, for all rules, that tell by a first result that is true, or else by an error, whether a webhook is genuine
//   - -webhookverify.inventory: list all handlers of webhooks, and whether they are verified
//   - -webhookverify.tests: report findings in tests, test helpers and examples too
package webhookverify
