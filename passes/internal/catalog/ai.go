package catalog

// Language models.
var (
	openAICommunity = Library{
		Path:        "github.com/sashabaranov/go-openai",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/sashabaranov/go-openai.NewClient", Operand: Arg0, Use: Presents, What: "OpenAI API key"},
			{Name: "github.com/sashabaranov/go-openai.DefaultConfig", Operand: Arg0, Use: Presents, What: "OpenAI API key"},
			{Name: "github.com/sashabaranov/go-openai.DefaultAzureConfig", Operand: Arg0, Use: Presents, What: "Azure OpenAI API key"},
			{Name: "github.com/sashabaranov/go-openai.DefaultAnthropicConfig", Operand: Arg0, Use: Presents, What: "Anthropic API key"},
		},
	}

	openAI = Library{
		Path:        "github.com/openai/openai-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/openai/openai-go/option.WithAPIKey", Operand: Arg0, Use: Presents, What: "OpenAI API key"},
			{Name: "github.com/openai/openai-go/option.WithAdminAPIKey", Operand: Arg0, Use: Presents, What: "OpenAI admin API key"},
			{Name: "github.com/openai/openai-go/option.WithWebhookSecret", Operand: Arg0, Use: Seals, What: "webhook secret"},
			{Name: "github.com/openai/openai-go/option.WithHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
			{Name: "github.com/openai/openai-go/option.WithHeaderAdd", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		},
	}

	anthropic = Library{
		Path:        "github.com/anthropics/anthropic-sdk-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/anthropics/anthropic-sdk-go/option.WithAPIKey", Operand: Arg0, Use: Presents, What: "Anthropic API key"},
			{Name: "github.com/anthropics/anthropic-sdk-go/option.WithAuthToken", Operand: Arg0, Use: Presents, What: "Anthropic token"},
			{Name: "github.com/anthropics/anthropic-sdk-go/option.WithWebhookKey", Operand: Arg0, Use: Seals, What: "webhook key"},
			{Name: "github.com/anthropics/anthropic-sdk-go/option.WithHeader", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
			{Name: "github.com/anthropics/anthropic-sdk-go/option.WithHeaderAdd", Key: Arg0, Operand: Arg1, Use: Header, What: "credential"},
		},
	}

	genAI = Library{
		Path:        "google.golang.org/genai",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "google.golang.org/genai.ClientConfig.APIKey", Use: Presents, What: "Gemini API key"},
		},
	}
)
