package catalog

// Chat services, beside Slack.
var (
	// slack-go's name before it moved.
	nlopesSlack = Library{
		Path:        "github.com/nlopes/slack",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/nlopes/slack.New", Operand: Arg0, Use: Presents, What: "Slack token"},
			{Name: "github.com/nlopes/slack.NewSecretsVerifier", Operand: Arg1, Use: Seals, What: "Slack signing secret"},
		},
	}

	telegramBot = Library{
		Path:        "github.com/go-telegram-bot-api/telegram-bot-api",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/go-telegram-bot-api/telegram-bot-api.NewBotAPI", Operand: Arg0, Use: Presents, What: "Telegram token"},
			{Name: "github.com/go-telegram-bot-api/telegram-bot-api.NewBotAPIWithAPIEndpoint", Operand: Arg0, Use: Presents, What: "Telegram token"},
			{Name: "github.com/go-telegram-bot-api/telegram-bot-api.NewBotAPIWithClient", Operand: Arg0, Use: Presents, What: "Telegram token"},
			{Name: "github.com/go-telegram-bot-api/telegram-bot-api.BotAPI.Token", Use: Presents, What: "Telegram token"},
		},
	}

	telebot = Library{
		Path:        "gopkg.in/telebot",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "gopkg.in/telebot.Settings.Token", Use: Presents, What: "Telegram token"},
		},
	}

	// The token stands behind "Bot " or "Bearer " here.
	discordgo = Library{
		Path:        "github.com/bwmarrin/discordgo",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/bwmarrin/discordgo.New", Operand: Arg0, Use: Header, What: "Discord token"},
			{Name: "github.com/bwmarrin/discordgo.Session.Token", Use: Header, What: "Discord token"},
			{Name: "github.com/bwmarrin/discordgo.Identify.Token", Use: Header, What: "Discord token"},
		},
	}

	line = Library{
		Path:        "github.com/line/line-bot-sdk-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/line/line-bot-sdk-go/linebot.New", Operand: Arg0, Use: Seals, What: "LINE channel secret"},
			{Name: "github.com/line/line-bot-sdk-go/linebot.New", Operand: Arg1, Use: Presents, What: "LINE channel token"},
			{Name: "github.com/line/line-bot-sdk-go/linebot.ParseRequest", Operand: Arg0, Use: Seals, What: "LINE channel secret"},
		},
	}
)
