package across

import (
	"crypto/hmac"
	"crypto/sha256"

	"hardcodedsecret/signing"
)

// A Club signs with the secret of the member that joins.
type Club struct{ member signing.Member }

func (c *Club) Join(file *signing.File) { c.member = file.Member }

// The end of the key is that of OAuth 1, and no secret.
func (c *Club) Sign(text string) []byte {
	mac := hmac.New(sha256.New, []byte(c.member.Secret+"&"))
	mac.Write([]byte(text))
	return mac.Sum(nil)
}

type joiner interface {
	Join(*signing.File)
	Sign(string) []byte
}

func joinAll(files []signing.File) {
	for _, file := range files {
		var j joiner = &Club{}
		j.Join(&file)
		j.Sign("join")
	}
}
