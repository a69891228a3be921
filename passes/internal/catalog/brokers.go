package catalog

// Message brokers. github.com/IBM/sarama has no row: its password is a field of a type without a name.
var (
	amqp091 = Library{Path: "github.com/rabbitmq/amqp091-go", SecretsOnly: true, Secrets: amqpSecrets("github.com/rabbitmq/amqp091-go")}

	streadwayAMQP = Library{Path: "github.com/streadway/amqp", SecretsOnly: true, Secrets: amqpSecrets("github.com/streadway/amqp")}

	nats = Library{
		Path:        "github.com/nats-io/nats.go",
		SecretsOnly: true,
		Secrets: []Secret{
			// It may be several URLs with commas between them, and a token may stand alone before the host.
			{Name: "github.com/nats-io/nats.go.Connect", Operand: Arg0, Use: URL, What: "NATS password"},
			{Name: "github.com/nats-io/nats.go.UserInfo", Operand: Arg1, Use: Presents, What: "NATS password"},
			{Name: "github.com/nats-io/nats.go.Token", Operand: Arg0, Use: Presents, What: "NATS token"},
			{Name: "github.com/nats-io/nats.go.UserJWTAndSeed", Operand: Arg1, Use: Presents, What: "NATS seed"},
			{Name: "github.com/nats-io/nats.go.Options.Url", Use: URL, What: "NATS password"},
			{Name: "github.com/nats-io/nats.go.Options.Password", Use: Presents, What: "NATS password"},
			{Name: "github.com/nats-io/nats.go.Options.Token", Use: Presents, What: "NATS token"},
		},
	}

	kafkaGo = Library{
		Path:        "github.com/segmentio/kafka-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/segmentio/kafka-go/sasl/plain.Mechanism.Password", Use: Presents, What: "Kafka password"},
			{Name: "github.com/segmentio/kafka-go/sasl/scram.Mechanism", Operand: Arg2, Use: Presents, What: "Kafka password"},
		},
	}

	pahoMQTT = Library{
		Path:        "github.com/eclipse/paho.mqtt.golang",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "(*github.com/eclipse/paho.mqtt.golang.ClientOptions).SetPassword", Operand: Arg0, Use: Presents, What: "MQTT password"},
			{Name: "(*github.com/eclipse/paho.mqtt.golang.ClientOptions).AddBroker", Operand: Arg0, Use: URL, What: "MQTT password"},
			{Name: "github.com/eclipse/paho.mqtt.golang.ClientOptions.Password", Use: Presents, What: "MQTT password"},
		},
	}
)

// amqpSecrets describes the AMQP client, which has moved.
func amqpSecrets(path string) []Secret {
	return []Secret{
		{Name: path + ".Dial", Operand: Arg0, Use: URL, What: "AMQP password"},
		{Name: path + ".DialTLS", Operand: Arg0, Use: URL, What: "AMQP password"},
		{Name: path + ".DialConfig", Operand: Arg0, Use: URL, What: "AMQP password"},
		{Name: path + ".ParseURI", Operand: Arg0, Use: URL, What: "AMQP password"},
		{Name: path + ".URI.Password", Use: Presents, What: "AMQP password"},
		{Name: path + ".PlainAuth.Password", Use: Presents, What: "AMQP password"},
		{Name: path + ".AMQPlainAuth.Password", Use: Presents, What: "AMQP password"},
	}
}
