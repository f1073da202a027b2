package text

import (
	"strings"

	"shortlist/model/plaintext"
)

// This file cleans the values of a file: what is kept of them, shown and compared.

// value is the form of a value: the same letters and spaces, however a program wrote them.
var value = plaintext.Form{PlainSpaces: true, Composed: true}

// Clean is a value of any length, without what cannot be seen (package plaintext) and without space around it; every
// space is a plain one and letters are composed (NFC). Hidden is true if something was removed that a reader of the file
// would not have seen. Cleaning twice changes nothing.
func Clean(s string) (clean string, hidden bool) {
	s, hidden = value.Clean(s)
	return strings.TrimSpace(s), hidden
}

// CleanLine is Clean for a value of one line: line ends, tabs and runs of spaces become one space.
func CleanLine(s string) (clean string, hidden bool) {
	s, hidden = Clean(s)
	gap := false
	for i := range len(s) {
		c := s[i]
		if c == '\n' || c == '\t' || c == ' ' && gap {
			return strings.Join(strings.Fields(s), " "), hidden
		}
		gap = c == ' '
	}
	return s, hidden
}
