// Package uuid declares what tests need of github.com/google/uuid.
package uuid

type UUID [16]byte

func New() UUID { return UUID{} }

func NewString() string { return "" }

func (uuid UUID) String() string { return "" }
