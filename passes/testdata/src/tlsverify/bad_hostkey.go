package tlsverify

import (
	"net"
	"sync"

	"golang.org/x/crypto/ssh"
)

func anyHost(user, password string) *ssh.ClientConfig {
	config := &ssh.ClientConfig{
		User:            user,
		Auth:            []ssh.AuthMethod{ssh.Password(password)},
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), // want `^config accepts any host key, so whoever sits between can pose as the server and take over the session \(ssh.InsecureIgnoreHostKey\)`
	}
	return config
}

func anyHostByFunction() *ssh.ClientConfig {
	return &ssh.ClientConfig{
		HostKeyCallback: func(string, net.Addr, ssh.PublicKey) error { return nil }, // want `^anyHostByFunction accepts any host key, .* \(it returns nil for any key\)`
	}
}

func anyHostByConversion() ssh.HostKeyCallback {
	return ssh.HostKeyCallback(func(string, net.Addr, ssh.PublicKey) error { return nil }) // want `^anyHostByConversion accepts`
}

func anyHostSetLater(config *ssh.ClientConfig) {
	config.HostKeyCallback = ssh.InsecureIgnoreHostKey() // want `^config.HostKeyCallback accepts`
}

// The agent listens on a socket; the host is another machine.
func anyHostWithAgent(socket string) (*ssh.ClientConfig, error) {
	agent, err := net.Dial("unix", socket)
	if err != nil {
		return nil, err
	}
	defer agent.Close()
	return &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}, nil // want `^anyHostWithAgent accepts`
}

type tunnel struct {
	mu     sync.Mutex
	client *ssh.Client
}

func (t *tunnel) open(addr string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.openUnsafe(addr)
}

// openUnsafe is for who holds the lock.
func (t *tunnel) openUnsafe(addr string) (err error) {
	t.client, err = ssh.Dial("tcp", addr, &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}) // want `^t.client accepts any host key`
	return err
}
