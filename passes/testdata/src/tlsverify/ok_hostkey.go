package tlsverify

import (
	"net"

	"golang.org/x/crypto/ssh"
)

func knownHost(key ssh.PublicKey) *ssh.ClientConfig {
	return &ssh.ClientConfig{HostKeyCallback: ssh.FixedHostKey(key)}
}

func recordsKey() (config *ssh.ClientConfig, seen *ssh.PublicKey) {
	seen = new(ssh.PublicKey)
	return &ssh.ClientConfig{HostKeyCallback: func(_ string, _ net.Addr, key ssh.PublicKey) error {
		*seen = key
		return nil
	}}, seen
}

func anyHostByOption(ignore bool, key ssh.PublicKey) ssh.HostKeyCallback {
	if ignore {
		return ssh.InsecureIgnoreHostKey()
	}
	return ssh.FixedHostKey(key)
}

func pinnedIfKnown(key ssh.PublicKey) *ssh.ClientConfig {
	config := &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	if key != nil {
		config.HostKeyCallback = ssh.FixedHostKey(key)
	}
	return config
}

func variablePinned(key ssh.PublicKey) *ssh.ClientConfig {
	callback := ssh.InsecureIgnoreHostKey()
	if key != nil {
		callback = ssh.FixedHostKey(key)
	}
	return &ssh.ClientConfig{HostKeyCallback: callback}
}

func localMachine() (*ssh.Client, error) {
	return ssh.Dial("tcp", "127.0.0.1:2222", &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()})
}
