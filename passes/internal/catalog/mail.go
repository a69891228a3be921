package catalog

// Mail, beside net/smtp and SendGrid.
var (
	gomail = Library{
		Path:        "gopkg.in/gomail",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "gopkg.in/gomail.NewDialer", Operand: Arg3, Use: Presents, What: "mail password"},
			{Name: "gopkg.in/gomail.NewPlainDialer", Operand: Arg3, Use: Presents, What: "mail password"},
			{Name: "gopkg.in/gomail.Dialer.Password", Use: Presents, What: "mail password"},
		},
	}

	goMail = Library{
		Path:        "github.com/wneessen/go-mail",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/wneessen/go-mail.WithPassword", Operand: Arg0, Use: Presents, What: "mail password"},
			{Name: "(*github.com/wneessen/go-mail.Client).SetPassword", Operand: Arg0, Use: Presents, What: "mail password"},
		},
	}

	mailgun = Library{
		Path:        "github.com/mailgun/mailgun-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/mailgun/mailgun-go.NewMailgun", Operand: Arg1, Use: Presents, What: "Mailgun API key"},
			{Name: "(*github.com/mailgun/mailgun-go.MailgunImpl).SetWebhookSigningKey", Operand: Arg0, Use: Seals, What: "webhook signing key"},
		},
	}
)
