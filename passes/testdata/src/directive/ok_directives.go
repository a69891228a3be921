package directive

import "net/http"

func onTheLineAbove(u string) {
	//integrationlint:ignore httptimeout the process lives for a second
	_, _ = http.Get(u)
}

func onTheSameLine(u string) {
	_, _ = http.Get(u) //integrationlint:ignore httptimeout the process lives for a second
}

func withDashes(u string) {
	//integrationlint:ignore httptimeout -- the process lives for a second
	_, _ = http.Get(u)
}

//integrationlint:ignore httptimeout everything in here is a probe
func aboveFunction(u string) {
	_, _ = http.Get(u)
	_, _ = http.Head(u)
}

func forSeveralRules(u string) {
	//integrationlint:ignore servertimeout,httptimeout the process lives for a second
	_, _ = http.Get(u)
}

func forAllRules(u string) {
	//integrationlint:ignore integrationlint the process lives for a second
	_, _ = http.Get(u)
}

func byNolint(u string) {
	_, _ = http.Get(u) //nolint:httptimeout,gosec // the process lives for a second
	_, _ = http.Get(u) //nolint:integrationlint
	_, _ = http.Get(u) //nolint
}

// A word that only begins like a directive is none: //integrationlint:ignored it.
//
//integrationlint:ignored httptimeout
func anotherWord() {}

//integrationlint:verified-by gateway its policy is in infra/gateway.tf
func verifiedBefore(w http.ResponseWriter, r *http.Request) {}
