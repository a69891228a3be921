// Package mail declares what tests need of github.com/sendgrid/sendgrid-go/helpers/mail.
package mail

type SGMailV3 struct {
	Subject string
}

func NewV3Mail() *SGMailV3 { return nil }
