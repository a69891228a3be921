package output

import (
	"fmt"
	"unicode/utf16"
)

// lineHashes returns GitHub's fingerprint of each line of a text: the
// polynomial hash of the 100 characters that follow the line's beginning, without spaces and
// tabs, then a colon and how many lines of the text have had that hash so far. The action that uploads
// SARIF computes the same and warns of any other value
// (github.com/github/codeql-action, src/fingerprints.ts).
func lineHashes(text []byte) []string {
	const (
		window = 100
		base   = 37
		end    = 0xffff // stands for the end of the text
	)
	chars, starts := hashedCharacters(text)
	chars = append(chars, end)
	chars = append(chars, make([]uint16, window)...)
	var hashes []string
	count := map[uint64]int{}
	for _, start := range starts {
		var h uint64
		for _, c := range chars[start : start+window] {
			h = h*base + uint64(c)
		}
		count[h]++
		hashes = append(hashes, fmt.Sprintf("%x:%d", h, count[h]))
	}
	return hashes
}

// hashedCharacters returns the text in UTF-16 without spaces and tabs, each line end as "\n",
// and the offsets at which lines begin.
func hashedCharacters(text []byte) (chars []uint16, starts []int) {
	starts = []int{0}
	var last uint16
	for _, c := range utf16.Encode([]rune(string(text))) {
		prev := last
		last = c
		switch {
		case c == ' ' || c == '\t' || c == '\n' && prev == '\r':
			continue
		case c == '\r':
			c = '\n'
		}
		chars = append(chars, c)
		if c == '\n' {
			starts = append(starts, len(chars))
		}
	}
	return chars, starts
}
