package catalog

// sqlDB describes database/sql, whose data source names are those of the drivers.
var sqlDB = Library{
	Path:        "database/sql",
	SecretsOnly: true,
	Secrets: []Secret{
		{Name: "database/sql.Open", Operand: Arg1, Use: DSN, What: "database password"},
	},
}
