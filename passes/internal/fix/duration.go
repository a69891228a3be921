package fix

import (
	"fmt"
	"go/token"
	"time"
)

// units are the units of package time from an hour down.
var units = []struct {
	name string
	size time.Duration
}{
	{"Hour", time.Hour},
	{"Minute", time.Minute},
	{"Second", time.Second},
	{"Millisecond", time.Millisecond},
	{"Microsecond", time.Microsecond},
	{"Nanosecond", time.Nanosecond},
}

// Duration returns d as source text for use at position at, in the largest unit
// that divides it: "30 * time.Second".
func (b *Builder) Duration(d time.Duration, at token.Pos) string {
	if d == 0 {
		return "0"
	}
	qualifier := b.Import("time", at)
	for _, unit := range units {
		if d == unit.size {
			return qualifier + unit.name
		}
		if d%unit.size == 0 {
			return fmt.Sprintf("%d * %s%s", d/unit.size, qualifier, unit.name)
		}
	}
	panic("unreachable: every duration is a number of nanoseconds")
}
