package catalog

// These put what a cookie holds under a key: the session itself, or its ID where a store keeps the session.
var (
	gorillaSessions = Library{
		Path:        "github.com/gorilla/sessions",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/gorilla/sessions.NewCookieStore", Operand: Arg0, Use: Seals, What: "session key"},
			{Name: "github.com/gorilla/sessions.NewFilesystemStore", Operand: Arg1, Use: Seals, What: "session key"},
		},
	}
	secureCookie = Library{
		Path:        "github.com/gorilla/securecookie",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/gorilla/securecookie.New", Operand: Arg0, Use: Seals, What: "cookie key"},
			{Name: "github.com/gorilla/securecookie.New", Operand: Arg1, Use: Seals, What: "cookie encryption key"},
			{Name: "github.com/gorilla/securecookie.CodecsFromPairs", Operand: Arg0, Use: Seals, What: "cookie key"},
		},
	}
	gorillaCSRF = Library{
		Path:        "github.com/gorilla/csrf",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/gorilla/csrf.Protect", Operand: Arg0, Use: Seals, What: "CSRF key"},
		},
	}
	ginSessions = Library{
		Path:        "github.com/gin-contrib/sessions",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/gin-contrib/sessions/cookie.NewStore", Operand: Arg0, Use: Seals, What: "session key"},
			{Name: "github.com/gin-contrib/sessions/memstore.NewStore", Operand: Arg0, Use: Seals, What: "session key"},
			// Up to v1.0.2 these take no user name.
			{Name: "github.com/gin-contrib/sessions/redis.NewStore", Operand: Arg4, Params: 6, Use: Presents, What: "Redis password"},
			{Name: "github.com/gin-contrib/sessions/redis.NewStore", Operand: Arg5, Params: 6, Use: Seals, What: "session key"},
			{Name: "github.com/gin-contrib/sessions/redis.NewStore", Operand: Arg3, Params: 5, Use: Presents, What: "Redis password"},
			{Name: "github.com/gin-contrib/sessions/redis.NewStore", Operand: Arg4, Params: 5, Use: Seals, What: "session key"},
			{Name: "github.com/gin-contrib/sessions/redis.NewStoreWithDB", Operand: Arg4, Params: 7, Use: Presents, What: "Redis password"},
			{Name: "github.com/gin-contrib/sessions/redis.NewStoreWithDB", Operand: Arg3, Params: 6, Use: Presents, What: "Redis password"},
			{Name: "github.com/gin-contrib/sessions/redis.NewStoreWithDB", Operand: Arg5, Params: 6, Use: Seals, What: "session key"},
			{Name: "github.com/gin-contrib/sessions/redis.NewStoreWithPool", Operand: Arg1, Use: Seals, What: "session key"},
		},
	}
)
