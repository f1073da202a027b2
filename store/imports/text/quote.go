package text

import "unicode/utf8"

// This file shows a value from a file inside a sentence for people.

// Quoted is s between quotation marks, cleaned, on one line and shortened.
func Quoted(s string) string {
	s, _ = CleanLine(s[:min(len(s), 4*shownLength+utf8.UTFMax)])
	return "\"" + Shortened(s) + "\""
}

// shownLength is the longest value that is shown whole, in characters.
const shownLength = 40

// Shortened is s cut after 40 characters, with … if something was cut.
func Shortened(s string) string {
	n := 0
	for i := range s {
		if n++; n > shownLength {
			return s[:i] + "…"
		}
	}
	return s
}
