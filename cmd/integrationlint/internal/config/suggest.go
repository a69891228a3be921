package config

import (
	"fmt"
	"slices"
)

// Suggest returns a hint at the word among the known ones that a misspelled word was
// probably meant to be: `: did you mean "enable"?`. If none is near, it lists the known words.
func Suggest(word string, known []string) string {
	known = slices.Sorted(slices.Values(known))
	best, least := "", max(len(word)/3, 1)+1
	for _, k := range known {
		if n := distance(word, k); n < least {
			best, least = k, n
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf(": did you mean %q?", best)
	case len(known) > 0:
		return fmt.Sprintf("; known are %s", joinWords(known))
	}
	return ""
}

func joinWords(words []string) string {
	text := words[0]
	for i, w := range words[1:] {
		sep := ", "
		if i == len(words)-2 {
			sep = " and "
		}
		text += sep + w
	}
	return text
}

// distance returns the least number of inserted, deleted, replaced and swapped
// neighbouring bytes that turns a into b (the optimal string alignment distance).
func distance(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
