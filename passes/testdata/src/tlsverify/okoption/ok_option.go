package okoption

import "crypto/tls"

type client struct{ config *tls.Config }

func newClient() *client { return &client{config: &tls.Config{InsecureSkipVerify: true}} }

func (c *client) setVerify(verify bool) { c.config.InsecureSkipVerify = !verify }
