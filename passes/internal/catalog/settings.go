package catalog

// What a flag or a setting is by default is in force until someone sets it, and mostly stays so.
var (
	settings = Library{
		Path:        "flag",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "flag.String", Key: Arg0, Operand: Arg1, Use: Default, What: "default of a flag"},
			{Name: "flag.StringVar", Key: Arg1, Operand: Arg2, Use: Default, What: "default of a flag"},
			{Name: "(*flag.FlagSet).String", Key: Arg0, Operand: Arg1, Use: Default, What: "default of a flag"},
			{Name: "(*flag.FlagSet).StringVar", Key: Arg1, Operand: Arg2, Use: Default, What: "default of a flag"},
		},
	}
	pflags = Library{
		Path:        "github.com/spf13/pflag",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/spf13/pflag.String", Key: Arg0, Operand: Arg1, Use: Default, What: "default of a flag"},
			{Name: "github.com/spf13/pflag.StringP", Key: Arg0, Operand: Arg2, Use: Default, What: "default of a flag"},
			{Name: "github.com/spf13/pflag.StringVar", Key: Arg1, Operand: Arg2, Use: Default, What: "default of a flag"},
			{Name: "github.com/spf13/pflag.StringVarP", Key: Arg1, Operand: Arg3, Use: Default, What: "default of a flag"},
			{Name: "(*github.com/spf13/pflag.FlagSet).String", Key: Arg0, Operand: Arg1, Use: Default, What: "default of a flag"},
			{Name: "(*github.com/spf13/pflag.FlagSet).StringP", Key: Arg0, Operand: Arg2, Use: Default, What: "default of a flag"},
			{Name: "(*github.com/spf13/pflag.FlagSet).StringVar", Key: Arg1, Operand: Arg2, Use: Default, What: "default of a flag"},
			{Name: "(*github.com/spf13/pflag.FlagSet).StringVarP", Key: Arg1, Operand: Arg3, Use: Default, What: "default of a flag"},
		},
	}
	viper = Library{
		Path:        "github.com/spf13/viper",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/spf13/viper.SetDefault", Key: Arg0, Operand: Arg1, Use: Default, What: "default of a setting"},
			{Name: "(*github.com/spf13/viper.Viper).SetDefault", Key: Arg0, Operand: Arg1, Use: Default, What: "default of a setting"},
		},
	}
)
