package okinspects

import (
	"crypto/tls"
	"time"
)

func dial(addr string) (*tls.Conn, error) {
	return tls.Dial("tcp", addr, &tls.Config{InsecureSkipVerify: true})
}

func expiry(addr string) (time.Time, error) {
	conn, err := dial(addr)
	if err != nil {
		return time.Time{}, err
	}
	defer conn.Close()
	return conn.ConnectionState().PeerCertificates[0].NotAfter, nil
}
