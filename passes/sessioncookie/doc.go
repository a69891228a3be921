// Package sessioncookie defines the rule that finds cookies by which others can log in as the user.
//
// # Analyzer sessioncookie
//
// sessioncookie: the cookie of a session is sent over plain http, or scripts can read it
//
// A cookie that the package makes and sends (net/http, gin, echo, fiber, and the options of gorilla/sessions and gin-contrib/sessions) lacks HttpOnly or
// Secure, and it is one that gives access to something: its value is a credential, such as a JWT, or another one for each user, and its name says
// that it is a session, a token or the like. A random value that is called a state or a nonce ties a login to the browser, and counts too.
//
// That it lacks SameSite and nothing else is an advisory.
//
// # Bad
//
//	func login(w http.ResponseWriter, session string) {
//		http.SetCookie(w, &http.Cookie{Name: "session", Value: session, Path: "/"})
//	}
//
// # Good
//
//	func login(w http.ResponseWriter, session string) {
//		http.SetCookie(w, &http.Cookie{Name: "session", Value: session, Path: "/", HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
//	}
//
// A setting decides:
//
//	func login(w http.ResponseWriter, session string, https bool) {
//		http.SetCookie(w, &http.Cookie{Name: "session", Value: session, Path: "/", HttpOnly: true, Secure: https, SameSite: http.SameSiteLaxMode})
//	}
//
// # Why
//
// Whoever has the cookie of a session is the user, for the server. Without Secure (RFC 6265, section 4.1.2.5) the browser sends it with the first request over
// plain http, which a link or an image in any page makes it send, and everybody on the way can read it, although the site itself has TLS. Without HttpOnly
// (section 4.1.2.6) a single injected script reads it, and it is used from elsewhere long after the page is closed.
//
// Without SameSite it depends on the browser whether requests that another site makes carry the cookie: Chrome takes Lax for granted, Firefox and Safari
// don't. Browsers refuse a cookie with SameSite=None and without Secure.
//
// # Fix safety
//
// The fix adds HttpOnly, Secure and SameSite to the literal, or changes the arguments of gin's SetCookie. It changes what the browser does: a cookie with
// Secure isn't sent over plain http, so that local development needs https, a browser that makes an exception for localhost, or a setting in the place of true.
// A script of one's own that reads the cookie can't any more, and a form of another site that posts to this one comes without the session.
//
// # Known limits
//
// An attribute that is a variable, a setting or a call counts as set, and so does HttpOnly where a comment says that scripts read the cookie. Secure isn't asked
// for where the package listens on localhost.
//
// A cookie that code which isn't known may change before it is sent is left alone, as are cookies that are deleted, whose value is a constant, whose name
// is that of something for scripts to read (a CSRF token), or of which a comment says that they are worth nothing to others.
//
// A function that sets a cookie with a name and a value that it is given is judged by its calls in its own package. SameSite isn't asked for with gin, whose
// context holds it: middleware of another package may have set it.
//
// # Options
//
//   - -sessioncookie.tests: report findings in tests, test helpers and examples too
package sessioncookie
