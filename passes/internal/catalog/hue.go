package catalog

// Philips Hue: who knows the name of a bridge's user is that user; there is no password.
//
// Read off huego v1.2.1, go.hue at 2bc1968 and gohue at 5684411.
var (
	huego = Library{
		Path:        "github.com/amimof/huego",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/amimof/huego.New", Operand: Arg1, Use: Presents, What: "Hue user name"},
			{Name: "github.com/amimof/huego.NewWithClient", Operand: Arg1, Use: Presents, What: "Hue user name"},
			{Name: "(*github.com/amimof/huego.Bridge).Login", Operand: Arg0, Use: Presents, What: "Hue user name"},
			{Name: "github.com/amimof/huego.Bridge.User", Use: Presents, What: "Hue user name"},
		},
	}

	goHue = Library{
		Path:        "github.com/stefanwichmann/go.hue",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/stefanwichmann/go.hue.NewBridge", Operand: Arg1, Use: Presents, What: "Hue user name"},
			{Name: "github.com/stefanwichmann/go.hue.Bridge.Username", Use: Presents, What: "Hue user name"},
		},
	}

	collinuxHue = Library{
		Path:        "github.com/collinux/gohue",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "(*github.com/collinux/gohue.Bridge).Login", Operand: Arg0, Use: Presents, What: "Hue user name"},
			{Name: "github.com/collinux/gohue.Bridge.Username", Use: Presents, What: "Hue user name"},
		},
	}
)
