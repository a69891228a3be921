package fix

import (
	"testing"
	"time"
)

func TestDuration(t *testing.T) {
	for _, test := range []struct {
		d    time.Duration
		want string
	}{
		{0, "0"},
		{time.Nanosecond, "time.Nanosecond"},
		{1500 * time.Microsecond, "1500 * time.Microsecond"},
		{1500 * time.Millisecond, "1500 * time.Millisecond"},
		{time.Second, "time.Second"},
		{30 * time.Second, "30 * time.Second"},
		{90 * time.Second, "90 * time.Second"},
		{5 * time.Minute, "5 * time.Minute"},
		{36 * time.Hour, "36 * time.Hour"},
		{-2 * time.Hour, "-2 * time.Hour"},
	} {
		b, pos := begin(t, "package p\n\nfunc f() {\n\t§\n}\n")
		if got := b.Duration(test.d, pos); got != test.want {
			t.Errorf("%v: got %s, want %s", test.d, got, test.want)
		}
	}
}

func TestDurationWhereTimeIsTaken(t *testing.T) {
	b, pos := begin(t, "package p\n\nfunc f(time int) {\n\t§\n}\n")
	if got := b.Duration(30*time.Second, pos); got != "30 * stdtime.Second" {
		t.Errorf("got %s", got)
	}
}
