package lint

import "strings"

// A List is a part of the values of flags that list something, separated by commas: the text as it was set.
type List struct{ text string }

// String returns the text as it was set.
func (l *List) String() string { return l.text }

// Get returns the text as it was set.
func (l *List) Get() any { return l.text }

// Parse calls each for every item of a text that isn't empty, and keeps the text if each returns no error.
func (l *List) Parse(text string, each func(item string) error) error {
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		if err := each(item); err != nil {
			return err
		}
	}
	l.text = text
	return nil
}
