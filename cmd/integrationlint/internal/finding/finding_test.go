package finding

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/integrationlint/integrationlint/passes"
)

func TestParsePosition(t *testing.T) {
	tests := map[string]Position{
		"a.go:3:4":        {"a.go", 3, 4},
		"a.go:3":          {"a.go", 3, 0},
		"a.go":            {"a.go", 0, 0},
		`C:\src\a.go:3:4`: {`C:\src\a.go`, 3, 4},
		`C:\src\a.go`:     {`C:\src\a.go`, 0, 0},
		"odd:7.go:3:4":    {"odd:7.go", 3, 4},
		"-":               {"-", 0, 0},
		"":                {},
		":3:4":            {":3", 4, 0},
		"a.go:+3:-4":      {"a.go:+3:-4", 0, 0},
	}
	for in, want := range tests {
		if got := ParsePosition(in); got != want {
			t.Errorf("ParsePosition(%q) = %#v, want %#v", in, got, want)
		}
	}
}

func FuzzParsePosition(f *testing.F) {
	f.Add("a.go:3:4")
	f.Add("a:b:c")
	f.Fuzz(func(t *testing.T, s string) {
		p := ParsePosition(s)
		if again := ParsePosition(p.String()); again != p {
			t.Errorf("%q parses as %#v, which prints as %q and parses as %#v", s, p, p, again)
		}
	})
}

func at(rule, file string, line, column int) Finding {
	p := Position{file, line, column}
	return Finding{Rule: rule, Range: Range{p, p}}
}

// places returns rule and position of each finding.
func places(fs []Finding) []string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Rule+" "+f.Start.String())
	}
	return out
}

func TestSort(t *testing.T) {
	in := []Finding{at("z", "b.go", 1, 1), at("a", "a.go", 10, 1), at("b", "a.go", 2, 9), at("a", "a.go", 2, 9)}
	want := []string{"a a.go:2:9", "b a.go:2:9", "a a.go:10:1", "z b.go:1:1"}
	if diff := cmp.Diff(want, places(Sort(in))); diff != "" {
		t.Error(diff)
	}
	if in[0].Rule != "z" {
		t.Error("Sort changed its argument")
	}
}

func TestCount(t *testing.T) {
	got := Count([]Finding{{Severity: passes.Error}, {Severity: passes.Advisory}, {Severity: passes.Error}})
	want := map[passes.Severity]int{passes.Error: 2, passes.Advisory: 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestThreshold(t *testing.T) {
	tests := []struct {
		severity passes.Severity
		fails    []Threshold
	}{
		{passes.Error, []Threshold{FailOnError, FailOnWarning}},
		{passes.Warning, []Threshold{FailOnWarning}},
		{passes.Advisory, nil},
	}
	for _, test := range tests {
		var fails []Threshold
		for _, threshold := range Thresholds {
			if Threshold(threshold).Reached([]Finding{{Severity: test.severity}}) {
				fails = append(fails, Threshold(threshold))
			}
		}
		if diff := cmp.Diff(test.fails, fails); diff != "" {
			t.Errorf("%s: %s", test.severity, diff)
		}
	}
	if FailOnWarning.Reached(nil) {
		t.Error("no finding fails a run")
	}
}

func TestOnce(t *testing.T) {
	calls := 0
	read := Once(func(file string) ([]byte, error) {
		calls++
		if file == "gone" {
			return nil, errors.New("no such file")
		}
		return []byte(file), nil
	})
	for range 2 {
		if data, err := read("a"); string(data) != "a" || err != nil {
			t.Errorf("a holds %q (%v)", data, err)
		}
		if _, err := read("gone"); err == nil {
			t.Error("no error for a file that isn't there")
		}
	}
	if calls != 2 {
		t.Errorf("%d calls, want 2", calls)
	}
}
