package hardcodedsecret

import "fmt"

// The parts are apart so that nobody takes them for a token.
const mailer = "SG" + "." + "U8JZpDE0iGXlD6gNCFbaEP" + "." + "FjbD0kH8Oool8DklZDOCj2ISaJiHkTj0rLGlkoMXGjt" // want `mailer is a SendGrid API key, so whoever reads the source can use it; load it at run time, and revoke this one \(by its form, 69 characters, "SG\.\w"…\)`

func print() { fmt.Println(mailer) }

const broker = "amqp://app:hunter36@mq.weather.io/queue" // want `broker is a URL with a password, so whoever reads the source can use it`
