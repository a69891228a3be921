package catalog

// Databases take a password by itself, or within what says where they are.
var (
	gormDrivers = Library{
		Path:        "gorm.io/driver",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "gorm.io/driver/mysql.Open", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "gorm.io/driver/mysql.Config.DSN", Use: DSN, What: "database password"},
			{Name: "gorm.io/driver/postgres.Open", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "gorm.io/driver/postgres.Config.DSN", Use: DSN, What: "database password"},
			{Name: "gorm.io/driver/sqlserver.Open", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "gorm.io/driver/sqlserver.Config.DSN", Use: DSN, What: "database password"},
		},
	}

	jinzhuGorm = Library{
		Path:        "github.com/jinzhu/gorm",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/jinzhu/gorm.Open", Operand: Arg1, Use: DSN, What: "database password"},
		},
	}

	sqlx = Library{
		Path:        "github.com/jmoiron/sqlx",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/jmoiron/sqlx.Open", Operand: Arg1, Use: DSN, What: "database password"},
			{Name: "github.com/jmoiron/sqlx.MustOpen", Operand: Arg1, Use: DSN, What: "database password"},
			{Name: "github.com/jmoiron/sqlx.Connect", Operand: Arg1, Use: DSN, What: "database password"},
			{Name: "github.com/jmoiron/sqlx.MustConnect", Operand: Arg1, Use: DSN, What: "database password"},
			{Name: "github.com/jmoiron/sqlx.ConnectContext", Operand: Arg2, Use: DSN, What: "database password"},
		},
	}

	mysql = Library{
		Path:        "github.com/go-sql-driver/mysql",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/go-sql-driver/mysql.ParseDSN", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/go-sql-driver/mysql.Config.Passwd", Use: Presents, What: "database password"},
		},
	}

	pq = Library{
		Path:        "github.com/lib/pq",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/lib/pq.Open", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/lib/pq.NewConnector", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/lib/pq.NewConfig", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/lib/pq.ParseURL", Operand: Arg0, Use: URL, What: "database password"},
			{Name: "github.com/lib/pq.Config.Password", Use: Presents, What: "database password"},
		},
	}

	pgx = Library{
		Path:        "github.com/jackc/pgx",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/jackc/pgx.Connect", Operand: Arg1, Use: DSN, What: "database password"},
			{Name: "github.com/jackc/pgx.ConnectWithOptions", Operand: Arg1, Use: DSN, What: "database password"},
			{Name: "github.com/jackc/pgx.ParseConfig", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/jackc/pgx.ParseConfigWithOptions", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/jackc/pgx/pgxpool.New", Operand: Arg1, Use: DSN, What: "database password"},
			// New's name before v5.
			{Name: "github.com/jackc/pgx/pgxpool.Connect", Operand: Arg1, Use: DSN, What: "database password"},
			{Name: "github.com/jackc/pgx/pgxpool.ParseConfig", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/jackc/pgx/pgconn.Connect", Operand: Arg1, Use: DSN, What: "database password"},
			{Name: "github.com/jackc/pgx/pgconn.ParseConfig", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/jackc/pgx/pgconn.Config.Password", Use: Presents, What: "database password"},
		},
	}

	mssql = Library{
		Path:        "github.com/microsoft/go-mssqldb",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/microsoft/go-mssqldb.NewConnector", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/microsoft/go-mssqldb/msdsn.Parse", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/microsoft/go-mssqldb/msdsn.Config.Password", Use: Presents, What: "database password"},
		},
	}

	clickhouse = Library{
		Path:        "github.com/ClickHouse/clickhouse-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/ClickHouse/clickhouse-go.ParseDSN", Operand: Arg0, Use: DSN, What: "database password"},
			{Name: "github.com/ClickHouse/clickhouse-go.Auth.Password", Use: Presents, What: "database password"},
		},
	}

	gocql = Library{
		Path:        "github.com/gocql/gocql",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/gocql/gocql.PasswordAuthenticator.Password", Use: Presents, What: "database password"},
		},
	}

	neo4j = Library{
		Path:        "github.com/neo4j/neo4j-go-driver",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/neo4j/neo4j-go-driver/neo4j.BasicAuth", Operand: Arg1, Use: Presents, What: "database password"},
			{Name: "github.com/neo4j/neo4j-go-driver/neo4j.BearerAuth", Operand: Arg0, Use: Presents, What: "access token"},
		},
	}

	mongo = Library{
		Path:        "go.mongodb.org/mongo-driver",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "(*go.mongodb.org/mongo-driver/mongo/options.ClientOptions).ApplyURI", Operand: Arg0, Use: URL, What: "database password"},
			{Name: "go.mongodb.org/mongo-driver/mongo/options.Credential.Password", Use: Presents, What: "database password"},
		},
	}

	goRedis = Library{Path: "github.com/redis/go-redis", SecretsOnly: true, Secrets: redisSecrets("github.com/redis/go-redis")}

	goRedisBefore = Library{Path: "github.com/go-redis/redis", SecretsOnly: true, Secrets: redisSecrets("github.com/go-redis/redis")}

	redigo = Library{
		Path:        "github.com/gomodule/redigo",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/gomodule/redigo/redis.DialPassword", Operand: Arg0, Use: Presents, What: "Redis password"},
			{Name: "github.com/gomodule/redigo/redis.DialURL", Operand: Arg0, Use: URL, What: "Redis password"},
			{Name: "github.com/gomodule/redigo/redis.DialURLContext", Operand: Arg1, Use: URL, What: "Redis password"},
		},
	}

	influx = Library{
		Path:        "github.com/influxdata/influxdb-client-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/influxdata/influxdb-client-go.NewClient", Operand: Arg1, Use: Presents, What: "InfluxDB token"},
			{Name: "github.com/influxdata/influxdb-client-go.NewClientWithOptions", Operand: Arg1, Use: Presents, What: "InfluxDB token"},
		},
	}

	elasticsearch = Library{
		Path:        "github.com/elastic/go-elasticsearch",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/elastic/go-elasticsearch.Config.Password", Use: Presents, What: "Elasticsearch password"},
			{Name: "github.com/elastic/go-elasticsearch.Config.APIKey", Use: Presents, What: "Elasticsearch API key"},
			{Name: "github.com/elastic/go-elasticsearch.Config.ServiceToken", Use: Presents, What: "Elasticsearch token"},
		},
	}

	opensearch = Library{
		Path:        "github.com/opensearch-project/opensearch-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/opensearch-project/opensearch-go.Config.Password", Use: Presents, What: "OpenSearch password"},
		},
	}
)

// redisSecrets describes go-redis, which has moved.
func redisSecrets(path string) []Secret {
	return []Secret{
		{Name: path + ".Options.Password", Use: Presents, What: "Redis password"},
		{Name: path + ".ClusterOptions.Password", Use: Presents, What: "Redis password"},
		{Name: path + ".RingOptions.Password", Use: Presents, What: "Redis password"},
		{Name: path + ".FailoverOptions.Password", Use: Presents, What: "Redis password"},
		{Name: path + ".FailoverOptions.SentinelPassword", Use: Presents, What: "Redis password"},
		{Name: path + ".UniversalOptions.Password", Use: Presents, What: "Redis password"},
		{Name: path + ".UniversalOptions.SentinelPassword", Use: Presents, What: "Redis password"},
		{Name: path + ".ParseURL", Operand: Arg0, Use: URL, What: "Redis password"},
	}
}
