// Package sjwt is a stub.
package sjwt

type Claims map[string]any

func (c Claims) GetStr(name string) (string, error) { return "", nil }

func (c Claims) GetExpiresAt() (int64, error) { return 0, nil }

func Parse(tokenStr string) (Claims, error) { return nil, nil }

func Verify(tokenStr string, secret []byte) bool { return false }
