package directive

import "net/http"

func withoutReason(u string) {
	/* want `ignore directive for httptimeout gives no reason` */ //integrationlint:ignore httptimeout
	_, _ = http.Get(u)
}

func withoutRule(u string) {
	/* want `ignore directive names no rule, so it silences nothing` */ //integrationlint:ignore
	_ = u
}

func withUnknownRule(u string) {
	/* want `ignore directive names "httptimeuot", which is no rule` */ //integrationlint:ignore httptimeuot too slow to matter
	_ = u
}

func withoutEffect(u string) {
	/* want `ignore directive for httptimeout silences nothing here` */ //integrationlint:ignore httptimeout it was needed once
	_ = u
}

/* want `verified-by directive says "proxy", which is none of gateway, mtls, middleware` */ //integrationlint:verified-by proxy it is ours
func verifiedByWhom(w http.ResponseWriter, r *http.Request) {
	_ = r
}

/* want `verified-by directive gives no reason` */ //integrationlint:verified-by gateway
func verifiedWhere(w http.ResponseWriter, r *http.Request) {
	_ = r
}
