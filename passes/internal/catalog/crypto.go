package catalog

// cryptography describes crypto and what is below it. What a key comes from is as good as the key.
//
// crypto/hkdf has no rows: protocols derive from public constants ("tls13 ", QUIC's initial salt) with it.
var cryptography = Library{
	Path:        "crypto",
	SecretsOnly: true,
	Secrets: []Secret{
		{Name: "crypto/hmac.New", Operand: Arg1, Use: Seals, What: "HMAC key"},
		{Name: "crypto/aes.NewCipher", Operand: Arg0, Use: Seals, What: "encryption key"},
		{Name: "crypto/des.NewCipher", Operand: Arg0, Use: Seals, What: "encryption key"},
		{Name: "crypto/des.NewTripleDESCipher", Operand: Arg0, Use: Seals, What: "encryption key"},
		{Name: "crypto/rc4.NewCipher", Operand: Arg0, Use: Seals, What: "encryption key"},
		{Name: "crypto/pbkdf2.Key", Operand: Arg1, Use: Seals, What: "password"},
	},
}

// xCrypto describes golang.org/x/crypto. CompareHashAndPassword has no row: who compares with a constant hash mostly
// wants an unknown user to take as long as a known one.
var xCrypto = Library{
	Path:        "golang.org/x/crypto",
	SecretsOnly: true,
	Secrets: []Secret{
		{Name: "golang.org/x/crypto/bcrypt.GenerateFromPassword", Operand: Arg0, Use: Seals, What: "password"},
		{Name: "golang.org/x/crypto/argon2.Key", Operand: Arg0, Use: Seals, What: "password"},
		{Name: "golang.org/x/crypto/argon2.IDKey", Operand: Arg0, Use: Seals, What: "password"},
		{Name: "golang.org/x/crypto/pbkdf2.Key", Operand: Arg0, Use: Seals, What: "password"},
		{Name: "golang.org/x/crypto/scrypt.Key", Operand: Arg0, Use: Seals, What: "password"},
		{Name: "golang.org/x/crypto/blowfish.NewCipher", Operand: Arg0, Use: Seals, What: "encryption key"},
		{Name: "golang.org/x/crypto/blowfish.NewSaltedCipher", Operand: Arg0, Use: Seals, What: "encryption key"},
		{Name: "golang.org/x/crypto/chacha20.NewUnauthenticatedCipher", Operand: Arg0, Use: Seals, What: "encryption key"},
		{Name: "golang.org/x/crypto/chacha20poly1305.New", Operand: Arg0, Use: Seals, What: "encryption key"},
		{Name: "golang.org/x/crypto/chacha20poly1305.NewX", Operand: Arg0, Use: Seals, What: "encryption key"},

		{Name: "golang.org/x/crypto/ssh.Password", Operand: Arg0, Use: Presents, What: "SSH password"},
		{Name: "golang.org/x/crypto/ssh.ParsePrivateKey", Operand: Arg0, Use: Presents, What: "SSH private key"},
		{Name: "golang.org/x/crypto/ssh.ParsePrivateKeyWithPassphrase", Operand: Arg0, Use: Presents, What: "SSH private key"},
		{Name: "golang.org/x/crypto/ssh.ParsePrivateKeyWithPassphrase", Operand: Arg1, Use: Presents, What: "passphrase"},
		{Name: "golang.org/x/crypto/ssh.ParseRawPrivateKey", Operand: Arg0, Use: Presents, What: "SSH private key"},
		{Name: "golang.org/x/crypto/ssh.ParseRawPrivateKeyWithPassphrase", Operand: Arg0, Use: Presents, What: "SSH private key"},
		{Name: "golang.org/x/crypto/ssh.ParseRawPrivateKeyWithPassphrase", Operand: Arg1, Use: Presents, What: "passphrase"},
	},
}
